/**
 * The notes that are open, read: text of the editor in, findings at LSP positions out. It remembers one reading per
 * open note, and nothing of a note that was closed.
 */
import type { Range, TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { lfOffsets, toLf } from '../engine/note/line-ends.js';
import type { Span } from '../engine/finding.js';
import type { Reader, Reading } from '../rulebook/reader.js';
import type { SortedRecord } from '../set-aside/open-sidecar.js';
import type { SetAside } from '../set-aside/set-aside.js';

/** A note as it was read at one version. */
export interface OpenNote {
  readonly document: TextDocument;
  readonly version: number;
  /** Without the findings that are set aside. */
  readonly reading: Reading;
  /** With them. */
  readonly whole: Reading;
  readonly sorted: SortedRecord;
  /** From offsets of the analysis to a range of the document as it was read. */
  range(span: Span): Range;
}

export interface OpenNotes {
  /** The note as it stands now; the same object until its text or the rules change. */
  read(document: TextDocument): Promise<OpenNote>;
  close(uri: string): void;
  /** Reads everything afresh, after the rules changed. */
  forget(): void;
}

export function openNotes(reader: Reader, setAside: SetAside): OpenNotes {
  const notes = new Map<string, OpenNote>();
  /** Two who ask at once are answered with one reading. */
  const underway = new Map<string, { readonly document: TextDocument; readonly version: number; readonly note: Promise<OpenNote> }>();

  const readNow = async (document: TextDocument, version: number, known: OpenNote | undefined): Promise<OpenNote> => {
    const source = document.getText();
    const path = pathOf(document.uri);
    const whole = await reader.read(path, toLf(source), known?.whole);
    const sorted = await setAside.sort(path, { analysis: whole.analysis, rules: whole.rulebook.compiled.rules });
    const reading = sorted.aside.length === 0 ? whole : { ...whole, analysis: { ...whole.analysis, findings: sorted.kept } };
    const back = lfOffsets(source);
    return {
      document,
      version,
      reading,
      whole,
      sorted,
      range: ({ start, end }) => ({ start: document.positionAt(back(start)), end: document.positionAt(back(end)) }),
    };
  };

  return {
    async read(document) {
      const { uri, version } = document;
      const known = notes.get(uri);
      if (known?.version === version && known.document === document) return known;
      const asked = underway.get(uri);
      if (asked?.version === version && asked.document === document) return asked.note;
      const reading = { document, version, note: readNow(document, version, known) };
      underway.set(uri, reading);
      try {
        const note = await reading.note;
        if (document.version === version && underway.get(uri) === reading) notes.set(uri, note);
        return note;
      } finally {
        if (underway.get(uri) === reading) underway.delete(uri);
      }
    },
    close(uri) {
      notes.delete(uri);
      underway.delete(uri);
    },
    forget() {
      notes.clear();
      underway.clear();
    },
  };
}

/** Path of a document on disk, with `/`; null where it has none (untitled, virtual). */
export function pathOf(uri: string): string | null {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath.replaceAll('\\', '/') : null;
}

export function uriOf(path: string): string {
  return URI.file(path).toString();
}
