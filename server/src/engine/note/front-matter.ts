/**
 * Front matter: the lines between `---` at the top of a note. A deliberately small reader: `key: value`, quotes,
 * `[a, b]`, `a, b`, `- a` lines and comments. Nested maps and block scalars are passed over, never a problem.
 */
import type { FrontMatter } from './note.js';

const DELIMITED = /^\uFEFF?---[ \t]*(?:\r\n?|\n)((?:[^]*?(?:\r\n?|\n))??)(?:---|\.\.\.)[ \t]*(?=\r|\n|$)/;
const KEY = /^([^\s:#\-"'\[{|>][^:]*):(?:[ \t]+([^]*))?$/;
const ITEM = /^[ \t]*-(?:[ \t]+([^]*))?$/;

/**
 * The front matter a text begins with, or null: also where it is never closed, and where what stands between two
 * lines of `---` has no key, since that is a note which opens with a ruled line.
 */
export function readFrontMatter(text: string): FrontMatter | null {
  if (!text.startsWith('---', text.charCodeAt(0) === 0xfeff ? 1 : 0)) return null;
  const match = DELIMITED.exec(text);
  if (match === null) return null;
  const lines = match[1].split(/\r\n?|\n/);
  const values = readValues(lines);
  if (values.size === 0 && lines.some((line) => /^[^\s#]/.test(line))) return null;
  return { start: text.charCodeAt(0) === 0xfeff ? 1 : 0, end: match[0].length, values };
}

/** Keys are in lower case; a key given twice has its last value. */
function readValues(lines: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  let open: string[] | null = null; // the list that `- a` lines go to
  for (const line of lines) {
    const item = open === null ? null : ITEM.exec(line);
    if (item !== null) {
      const value = scalar(item[1] ?? '');
      if (value !== '') open?.push(value);
      continue;
    }
    const entry = KEY.exec(line);
    if (entry !== null) {
      const list = readList(withoutComment(entry[2] ?? ''));
      values.set(entry[1].trimEnd().toLowerCase(), list);
      open = list.length === 0 ? list : null;
    } else if (/^[^\s#]/.test(line)) open = null;
  }
  return values;
}

function readList(value: string): string[] {
  if (/^[|>][-+0-9]*$/.test(value)) return [];
  if (isQuoted(value)) return [value.slice(1, -1)].filter((part) => part !== '');
  const inner = value.startsWith('[') && value.endsWith(']') ? value.slice(1, -1) : value;
  // A comma parts values, except inside quotes that open a value.
  const parts = inner.match(/[ \t]*(?:"[^"]*"|'[^']*')[ \t]*(?=,|$)|[^,]+/g) ?? [];
  return parts.map(scalar).filter((part) => part !== '');
}

function scalar(value: string): string {
  const bare = withoutComment(value);
  return isQuoted(bare) ? bare.slice(1, -1) : bare;
}

function isQuoted(value: string): boolean {
  return /^(?:"[^"]*"|'[^']*')$/.test(value);
}

function withoutComment(value: string): string {
  const quoted = /^[ \t]*("[^"]*"|'[^']*')[ \t]+#/.exec(value);
  if (quoted !== null) return quoted[1];
  const comment = /^[ \t]*["']/.test(value) ? -1 : value.search(/(?:^|[ \t])#/);
  return (comment < 0 ? value : value.slice(0, comment)).trim();
}
