/**
 * A template made into a new record: front matter filled in, what is for the template alone taken out, and each blank
 * a stop of a snippet. It also finds the templates of a team. What a record should hold it does not know.
 */
import type { Connection } from 'vscode-languageserver';
import { parseNote } from '../engine/note/note.js';
import { toLf } from '../engine/note/line-ends.js';
import type { NoteType } from '../engine/rule.js';
import { whenKnown, type FileHost } from '../rulebook/files/file-host.js';
import type { Reader } from '../rulebook/reader.js';
import { uriOf } from './documents.js';
import { escaped } from './fixes/blanks.js';
import type { FindFiles } from './files.js';

/** The templates below the folders that are open: a list of `Template`. */
const TEMPLATES_REQUEST = 'alongside/templates';
/** The text of a template in, the text of a snippet out. */
const NEW_RECORD_REQUEST = 'alongside/newRecord';

export interface Template {
  readonly uri: string;
  readonly type: NoteType | null;
  /** Its first heading, or the file's name. */
  readonly title: string;
}

export interface TemplateSources {
  readonly connection: Connection;
  readonly files: FileHost;
  readonly reader: Reader;
  readonly find: FindFiles;
  readonly folders: () => readonly string[];
  /** ISO date. */
  readonly today: () => string;
}

export function offerTemplates({ connection, files, reader, find, folders, today }: TemplateSources): void {
  connection.onRequest(TEMPLATES_REQUEST, async (): Promise<readonly Template[]> => {
    const paths = (await Promise.all(folders().map((folder) => find(folder, 'records')))).flat();
    const templates: Template[] = [];
    for (const path of paths.slice(0, MOST_RECORDS)) {
      const settings = (await reader.rulebookFor(path)).settingsFor(path);
      const text = await whenKnown(files, () => files.read(path));
      if (text !== null && (settings.template || SAYS_TEMPLATE.test(text.slice(0, 1000)))) templates.push({ uri: uriOf(path), type: settings.type, title: titleOf(text, path) });
    }
    return templates;
  });
  connection.onRequest(NEW_RECORD_REQUEST, ({ text }: { readonly text: string }): string => recordFrom(toLf(text), today()));
}

/** More files than this are not looked through. */
const MOST_RECORDS = 2000;
const SAYS_TEMPLATE = /^template:\s*true\s*$/m;

/** `text` has `\n` line ends; the answer is the text of a snippet. */
export function recordFrom(text: string, today: string): string {
  const opened = text.startsWith('---\n') ? withoutComments(text).replace(/^date:.*$/m, `date: ${today}`) : withoutComments(text);
  const dated = opened.replace(/\{\{\s*today\s*\}\}/g, longDate(today));
  const plain = dated.replace(/^template:\s*true[ \t]*\n/m, '');
  const note = parseNote(plain);
  const opening = note.frontMatter ? [...plain.slice(0, note.frontMatter.end).matchAll(/"(\[[^"\]\n]+\])"/g)].map(({ index, 1: blank }) => ({ start: index + 1, end: index + 1 + blank.length })) : [];
  const stops = new Map<string, number>();
  let snippet = '';
  let at = 0;
  for (const { start, end } of [...opening, ...note.placeholders].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    const blank = plain.slice(start, end);
    const key = ONE_NAME.test(blank) ? blank.toLowerCase() : String(start);
    const stop = stops.get(key) ?? stops.size + 1;
    stops.set(key, stop);
    snippet += `${escaped(plain.slice(at, start))}\${${stop}:${escaped(blank)}}`;
    at = end;
  }
  return `${snippet}${escaped(plain.slice(at))}$0`;
}

/** A name that is the same wherever it stands: typed once, it is there everywhere. */
const ONE_NAME = /^\[(?:child|young person|baby|parent|family|manager|your)(?:['’]s)? name\]$/i;

/** What is said to whoever fills a template in is not part of a record; one that never closes is left, as it may hold all that follows. */
function withoutComments(text: string): string {
  const kept: string[] = [];
  let opensLine = true;
  let at = 0;
  for (let open = text.indexOf('<!--'); open >= 0; open = text.indexOf('<!--', at)) {
    const close = text.indexOf('-->', open + 4);
    if (close < 0) break;
    let start = open;
    while (start > at && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
    if (start > at) {
      kept.push(text.slice(at, start));
      opensLine = text[start - 1] === '\n';
    }
    at = close + 3;
    if (opensLine) at += restOfLine(text, at);
  }
  return kept.join('') + text.slice(at);
}

/** Where nothing else stands on the line: its end, and an empty line below it. */
function restOfLine(text: string, at: number): number {
  const rest = /[ \t]*\n(?:[ \t]*\n)?/y;
  rest.lastIndex = at;
  return rest.exec(text)?.[0].length ?? 0;
}

function longDate(iso: string): string {
  return new Date(`${iso}T00:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}

function titleOf(text: string, path: string): string {
  const heading = /^# +(.+)$/m.exec(toLf(text))?.[1].trim();
  return heading ?? path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}
