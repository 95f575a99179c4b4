/**
 * The notes that are open, read: text of the editor in, findings at LSP positions out. It remembers one reading per
 * open note, and nothing of a note that was closed.
 */
import { TextDocument, type Position, type Range } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { lfOffsets, toLf } from '../engine/note/line-ends.js';
import type { Span } from '../engine/finding.js';
import type { Reader, Reading } from '../rulebook/reader.js';
import type { RecordPartition } from '../set-aside/open-sidecar.js';
import type { SetAside } from '../set-aside/set-aside.js';
import { wordSource } from './exchange.js';

/** A note as it was read at one version. */
export interface OpenNote {
  /** As it was read, whatever was typed since. */
  readonly document: TextDocument;
  readonly version: number;
  /** Another one for every reading. */
  readonly mark: number;
  /** Without the findings that are set aside. */
  readonly reading: Reading;
  /** With them. */
  readonly whole: Reading;
  readonly partition: RecordPartition;
  /** From offsets of the analysis to a range of the document as it was read. */
  range(span: Span): Range;
}

export interface OpenNotes {
  /** The note as it stands now; the same object until its text or the rules change, or another day begins: what is set aside may be over. */
  read(document: TextDocument): Promise<OpenNote>;
  /** Whether nothing has changed since it was read: not the text, not the rules; and it is still open. */
  stands(note: OpenNote): boolean;
  close(uri: string): void;
  /** Reads everything afresh, after the rules changed. */
  forget(): void;
}

/** `today` is an ISO date. */
export function openNotes(reader: Reader, setAside: SetAside, today: () => string): OpenNotes {
  const notes = new Map<string, { readonly live: TextDocument; readonly note: OpenNote; readonly day: string }>();
  let marks = 0;
  /** Two who ask at once are answered with one reading. */
  const underway = new Map<string, { readonly live: TextDocument; readonly version: number; readonly note: Promise<OpenNote> }>();

  const readNow = async (live: TextDocument, version: number, known: OpenNote | undefined): Promise<OpenNote> => {
    const source = live.getText();
    const path = pathOf(live.uri);
    const mark = ++marks;
    const whole = await reader.read(path, toLf(source), known?.whole);
    const partition = await setAside.partition(path, { analysis: whole.analysis, rules: whole.rulebook.compiled.rules });
    const reading = partition.aside.length === 0 ? whole : { ...whole, analysis: { ...whole.analysis, findings: partition.kept } };
    return new ReadDocument(live, source, version, mark, reading, whole, partition);
  };

  return {
    async read(live) {
      const { uri, version } = live;
      const known = notes.get(uri);
      const day = today();
      if (known?.note.version === version && known.live === live && known.day === day) return known.note;
      const asked = underway.get(uri);
      if (asked?.version === version && asked.live === live) return asked.note;
      const reading = { live, version, note: readNow(live, version, known?.note) };
      underway.set(uri, reading);
      try {
        const note = await reading.note;
        if (live.version === version && underway.get(uri) === reading) notes.set(uri, { live, note, day });
        return note;
      } finally {
        if (underway.get(uri) === reading) underway.delete(uri);
      }
    },
    stands(note) {
      const known = notes.get(note.document.uri);
      return known?.note === note && known.live.version === note.version;
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

/** A class, since an object with a getter of its own keeps what that sees alive: see `ReadNote`. */
class ReadDocument implements OpenNote {
  readonly #live: TextDocument;
  readonly #source: string;
  readonly #back: (offset: number) => number;
  #copy: TextDocument | null = null;

  constructor(
    live: TextDocument,
    source: string,
    readonly version: number,
    readonly mark: number,
    readonly reading: Reading,
    readonly whole: Reading,
    readonly partition: RecordPartition,
  ) {
    this.#live = live;
    this.#source = source;
    this.#back = lfOffsets(source);
  }

  /** What is typed goes into the live one. */
  get document(): TextDocument {
    if (this.#live.version === this.version) return this.#live;
    return (this.#copy ??= TextDocument.create(this.#live.uri, this.#live.languageId, this.version, this.#source));
  }

  readonly range = ({ start, end }: Span): Range => ({ start: this.document.positionAt(this.#back(start)), end: this.document.positionAt(this.#back(end)) });
}

/** Path of a document, with `/`, of a Word document that is read as a record its own, and with its scheme where it is on no disk; null where it has none (untitled, one side of a comparison). */
export function pathOf(uri: string): string | null {
  const { scheme, authority, path, query, fsPath } = URI.parse(wordSource(uri) ?? uri);
  // A backslash parts folders on Windows only; elsewhere it may stand in a name.
  if (scheme === 'file') return /^(?:[A-Za-z]:|\\)/.test(fsPath) ? fsPath.replaceAll('\\', '/') : fsPath;
  return scheme === 'untitled' || query !== '' || !path.startsWith('/') ? null : `${scheme}:${authority && `//${authority}`}${path}`;
}

export function uriOf(path: string): string {
  const [, scheme, authority = '', inside] = /^([a-z][\w+.-]+):(?:\/\/([^/]+))?(\/.*)?$/.exec(path) ?? [];
  return (scheme ? URI.from({ scheme, authority, path: inside || '/' }) : URI.file(path)).toString();
}

export function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
