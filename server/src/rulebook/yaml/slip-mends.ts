/**
 * The ways out of slips in YAML, as edits of the line they are in. It does not know what a slip is.
 */
import type { Mend } from '../problem.js';
import type { Line } from './lines.js';

/** The value that begins at a column of the line, put on the next one after “|”; null where no name stands before it. */
export function afterBar({ start, text }: Line, column: number): Mend | undefined {
  const before = text.slice(0, column);
  if (!/:\s+$/.test(before)) return undefined;
  return { title: 'Put the text on a line of its own, after “|”', start: start + column, end: start + text.length, text: `|\n${' '.repeat(indentOf(before) + 2)}${text.slice(column)}` };
}

/** The text that begins at a column of the line, to its end, in quotation marks. */
export function inQuotes({ start, text }: Line, column: number): Mend {
  return { title: 'Put it in quotation marks', start: start + column, end: start + text.length, text: `"${text.slice(column).trimEnd().replace(/[\\"]/g, '\\$&')}"` };
}

/** The line with other white space before it. */
export function indented({ start, text }: Line, indent: number, title: string): Mend {
  const white = /^[\s\u00a0\u2000-\u200b\u3000]*/.exec(text)?.[0].length ?? 0;
  return { title, start, end: start + white, text: ' '.repeat(indent) };
}

export function inserted(offset: number, text: string, title: string): Mend {
  return { title, start: offset, end: offset, text };
}

/** How far the names in lines above are indented: the column nearest to that of the line. */
export function likeOthers(source: string, line: Line): number {
  const own = line.text.length - line.text.trimStart().length;
  const columns = source.slice(0, line.start).split('\n').reverse().filter((text) => /^\s*(?:- +)?[^\s#][^#]*:(?:\s|$)/.test(text)).map(indentOf);
  return columns.reduce((best, column) => (Math.abs(column - own) < Math.abs(best - own) ? column : best), columns[0] ?? 0);
}

/** The column of a line's name: after a dash, where one opens an item. */
function indentOf(text: string): number {
  return /^ *(?:- +)*/.exec(text)?.[0].length ?? 0;
}
