/**
 * What the Markdown parser is given in place of the text, unit for unit as long: front matter, BOM and `\r`
 * blanked, lines it would choke on stood in for. It knows nothing of blocks.
 */
import type { Input } from '@lezer/common';
import { readFrontMatter } from './front-matter.js';
import { LONGEST_BLOCK } from './markdown.js';
import type { FrontMatter } from './note.js';

export interface Source {
  /** The text with BOM and `\r` made spaces; prose is read from this. */
  readonly clean: string;
  /** Where front matter ends, or 0. */
  readonly body: number;
  /** `clean` with front matter made white space, and with changes inside single lines that only the parser may see. */
  readonly forParser: string | Input;
  readonly frontMatter: FrontMatter | null;
}

export function prepareSource(text: string): Source {
  const frontMatter = readFrontMatter(text);
  const body = frontMatter?.end ?? 0;
  let clean = text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
  if (clean.includes('\r')) clean = clean.replaceAll('\r', ' ');
  return { clean, body, forParser: blankedTo(body, standIns(clean)), frontMatter };
}

/** `text` with everything before `body`, where a line ends, made white space: a view of it, since a long text takes a while to copy. */
function blankedTo(body: number, text: string): string | Input {
  if (body === 0) return text;
  const blank = text.slice(0, body).replace(/[^\n]/g, ' ');
  return {
    length: text.length,
    lineChunks: false,
    chunk: (from) => (from < body ? blank.slice(from) : text.slice(from)),
    read: (from, to) => (from < body ? blank.slice(from, to) + text.slice(body, Math.max(body, to)) : text.slice(from, to)),
  };
}

function standIns(clean: string): string {
  let out = '';
  let kept = 0;
  for (let start = 0, end = 0; start < clean.length; start = end + 1) {
    end = clean.indexOf('\n', start);
    if (end < 0) end = clean.length;
    const line = standIn(clean, start, end);
    if (line === null) continue;
    out += clean.slice(kept, start) + line;
    kept = end;
  }
  return kept === 0 ? clean : out + clean.slice(kept);
}

// No two neighbours of this pattern match the same characters, so it is linear.
const DELIMITER_ROW = /^[>\s]*(?:[-+*]\s+)?(?:\|\s*)?(?::?-+:?\s*\|\s*)+$/;

function standIn(clean: string, start: number, end: number): string | null {
  if (end - start > LONGEST_BLOCK) return 'x'.repeat(end - start); // too long to read: see unit.ts
  const last = clean.charCodeAt(end - 1);
  if (end - start < 4 || (last !== 32 && last !== 9)) return null;
  // Lezer wants the last `|` of a delimiter row to end its line; others do not. Swap it with the white space.
  const line = clean.slice(start, end);
  const bar = line.lastIndexOf('|');
  if (bar < 0 || !/[-:\s]/.test(line[bar - 1] ?? '') || !DELIMITER_ROW.test(line)) return null;
  return `${line.slice(0, bar)}${line.slice(bar + 1)}|`;
}
