/**
 * Where quotation marks open and close in a stretch of prose, curly or straight, double or single, told apart from
 * apostrophes. It does not know who speaks, nor whether the words are speech.
 */
import { isLetterOrDigit } from '../words/letters.js';

/** `start` is the opening mark, `end` the offset after the closing one, or the end of the prose where `closed` is false. */
export interface Quotation {
  readonly start: number;
  readonly end: number;
  readonly closed: boolean;
}

// Words that lose their first letters: their apostrophe opens nothing by itself.
const CLIPPED = /^['‘’](?:em|til|till|cause|cos|bout|n|tis|twas|round|ave|ow|er|im|is|\d0s)\b/i;

/** Outermost quotations in order. Linear: a mark that finds no partner once is not looked for again. */
export function quotations(prose: string): readonly Quotation[] {
  if (!/["“'‘]/u.test(prose)) return [];
  const found: Quotation[] = [];
  const alone = new Set<string>();
  const nesting = { counts: true };
  for (let at = nextMark(prose, 0); at >= 0; at = nextMark(prose, at + 1)) {
    const mark = prose[at];
    if (mark !== '“' && !opens(prose, at)) continue;
    if (alone.has(mark)) continue;
    const end = mark === '"' ? straightEnd(prose, at) : mark === '“' ? curlyEnd(prose, at, nesting) : singleEnd(prose, at, mark);
    if (end > 0) {
      found.push({ start: at, end, closed: true });
      at = end - 1;
    } else if (end < 0) {
      alone.add(mark);
      if (mark === '"' || mark === '“') {
        found.push({ start: at, end: prose.length, closed: false });
      }
    }
  }
  return found;
}

function nextMark(prose: string, from: number): number {
  for (let at = from; at < prose.length; at++) {
    const code = prose.charCodeAt(at);
    if (code === 34 || code === 39 || code === 0x201c || code === 0x2018) return at;
  }
  return -1;
}

/** A mark opens when nothing, white space, a bracket, a dash or another mark stands before it and words follow. */
function opens(prose: string, at: number): boolean {
  const code = prose.charCodeAt(at - 1);
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return false; // "Mum's"
  const before = prose[at - 1] ?? ' ';
  const after = prose[at + 1] ?? ' ';
  return /[\s([{–—/“‘"'\u2029-]/u.test(before) && !/[\s,.;:!?)\]]/u.test(after);
}

function straightEnd(prose: string, from: number): number {
  for (let at = prose.indexOf('"', from + 1); at >= 0; at = prose.indexOf('"', at + 1)) {
    if (!/[\s(]/u.test(prose[at - 1]) || !isLetterOrDigit(prose, at + 1)) return at + 1;
  }
  return -1;
}

/** Once marks have been found not to nest in this prose, the first closing one will do. */
function curlyEnd(prose: string, from: number, nesting: { counts: boolean }): number {
  let depth = 0;
  for (let at = from; nesting.counts && at < prose.length; at++) {
    if (prose[at] === '“') depth++;
    else if (prose[at] === '”' && --depth === 0) return at + 1;
  }
  nesting.counts = false;
  return prose.indexOf('”', from) + 1 || -1;
}

/** 0 when this mark is an apostrophe, -1 when no mark after it can close anything. */
function singleEnd(prose: string, from: number, mark: string): number {
  if (/^['‘’]n['’]/i.test(prose.slice(from, from + 3))) return 0; // rock 'n' roll
  let possessive = 0;
  const closing = mark === '‘' ? '’' : "'";
  for (let at = from + 1; at < prose.length; at++) {
    if (prose[at] === mark && at > from + 1 && opens(prose, at)) return CLIPPED.test(prose.slice(from, from + 8)) ? 0 : possessive;
    if (prose[at] !== closing || isLetterOrDigit(prose, at + 1) || /\s/u.test(prose[at - 1])) continue;
    if (/s/iu.test(prose[at - 1]) && (prose[at + 1] === ' ' && isLetterOrDigit(prose, at + 2))) possessive ||= at + 1; // "the boys' room", or the end of it
    else return CLIPPED.test(prose.slice(from, from + 8)) && at - from > 200 ? 0 : at + 1;
  }
  return possessive || -1;
}
