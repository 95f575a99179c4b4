/**
 * The server's part in bringing records in from other programs and taking them back: what was copied, Word documents,
 * a clean copy. Nothing of any of them is kept but where the lines of an open Word document stand in it.
 */
import type { Connection, Diagnostic } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { Span } from '../engine/finding.js';
import { parseMarkdown } from '../engine/note/markdown.js';
import { toLf, lfOffsets } from '../engine/note/line-ends.js';
import { parseNote } from '../engine/note/note.js';
import type { Unread } from '../exchange/word/word-record.js';

/** A `Copied` in, Markdown out; '' where there is nothing to be seen in it. */
const COPIED_REQUEST = 'alongside/copied';
/** `{ text, selection }` in (offsets of that text; null for the whole), a `CleanRecord` out. */
const CLEAN_REQUEST = 'alongside/cleanCopy';
/** `{ uri, bytes }` in (the uri it will be opened under, Base64), a `WordText` out. */
const WORD_REQUEST = 'alongside/word';

/** What a Word document is read under: its own address, with its own scheme behind a question mark. */
export const WORD_SCHEME = 'alongside-word';

export interface Copied {
  readonly html: string | null;
  readonly plain: string;
}

export interface CleanRecord {
  readonly html: string;
  readonly plain: string;
  /** Blanks that nobody has filled in: the words of each, and where it stands in the text. */
  readonly blanks: readonly (Span & { readonly words: string })[];
}

export interface WordText {
  readonly text: string;
  readonly unread: Unread;
  /** Why it could not be read, in plain words; null where it could. */
  readonly problem: string | null;
}

export interface WordPlaces {
  /** Where a line (from 0) of an open document stands in Word; '' for any other document. */
  of(uri: string, line: number): string;
  close(uri: string): void;
}

/** `reread` is called where a document that is open already was read again. */
export function offerExchange(connection: Connection, reread: (uri: string) => void): WordPlaces {
  const places = new Map<string, (line: number) => string>();
  const load = (): Promise<typeof import('../exchange/exchange.js')> => import('../exchange/exchange.js');

  connection.onRequest(COPIED_REQUEST, async ({ html, plain }: Copied): Promise<string> => {
    const { fromHtml, fromPlainText } = await load();
    return (html === null ? '' : fromHtml(html)) || fromPlainText(plain);
  });

  connection.onRequest(CLEAN_REQUEST, async ({ text, selection }: { readonly text: string; readonly selection: Span | null }): Promise<CleanRecord> => {
    const back = lfOffsets(text);
    const lf = toLf(text);
    const start = selection && toLf(text.slice(0, selection.start)).length;
    const span = selection && { start: start!, end: start! + toLf(text.slice(selection.start, selection.end)).length };
    const { html, plain, blanks } = (await load()).cleanCopy(parseNote(lf), span, parseMarkdown);
    return { html, plain, blanks: blanks.map((blank) => ({ words: lf.slice(blank.start, blank.end), start: back(blank.start), end: back(blank.end) })) };
  });

  connection.onRequest(WORD_REQUEST, async ({ uri, bytes }: { readonly uri: string; readonly bytes: string }): Promise<WordText> => {
    const word = (await load()).readWord(Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0)));
    if ('problem' in word) return { text: '', unread: { comments: 0, pictures: 0, objects: 0 }, problem: word.problem };
    const known = URI.parse(uri).toString();
    places.set(known, word.placeOf);
    reread(known);
    return { text: word.text, unread: word.unread, problem: null };
  });

  return {
    of: (uri, line) => places.get(URI.parse(uri).toString())?.(line + 1) ?? '',
    close: (uri) => places.delete(URI.parse(uri).toString()),
  };
}

/** A finding in a Word document is where its readers find it, and is mended there. */
export function placed(diagnostics: readonly Diagnostic[], uri: string, places: WordPlaces): Diagnostic[] {
  return diagnostics.map((diagnostic) => {
    const place = places.of(uri, diagnostic.range.start.line);
    return place === '' ? diagnostic : { ...diagnostic, message: `${place[0].toUpperCase()}${place.slice(1)}: ${diagnostic.message}` };
  });
}

/** The address of the document itself; null for anything else. */
export function wordSource(uri: string): string | null {
  const { scheme, authority, path, query } = URI.parse(uri);
  return scheme === WORD_SCHEME && query !== '' ? URI.from({ scheme: query, authority, path }).toString() : null;
}
