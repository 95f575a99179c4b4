/**
 * Turns a stretch of Markdown into prose of the same length, given where its markup stands. It knows nothing of
 * the tree the markup was found in.
 */
import { isLetterOrDigit } from '../words/letters.js';
import { OPAQUE, SENTENCE_END, WORD_JOINER } from '../words/tokens.js';

/**
 * Markup to be covered. `mark`: nothing is read there (a joiner inside a word, else spaces). `gone`: spaces.
 * `opaque`: something is read there, but not words. `break`: a line and a sentence end.
 */
export interface Cut {
  readonly start: number;
  readonly end: number;
  readonly as: 'mark' | 'gone' | 'opaque' | 'break';
}

/** Prose of `text` from `from` to `to`. Cuts are in order, disjoint, and inside that range. */
export function maskProse(text: string, from: number, to: number, cuts: readonly Cut[]): string {
  let prose = '';
  let at = from;
  for (let i = 0; i < cuts.length; i++) {
    const { start, as } = cuts[i];
    let { end } = cuts[i];
    if (start < at) continue;
    while (as === 'mark' && cuts[i + 1]?.start === end && cuts[i + 1].as === 'mark') end = cuts[++i].end;
    prose += text.slice(at, start) + filler(text, from, to, start, end, as);
    at = end;
  }
  prose += text.slice(at, to);
  return withSentenceEnds(withoutAddresses(prose));
}

/** How many filler and white-space characters `prose` begins and ends with; all of them, and 0, where there is nothing else. */
export function margins(prose: string): { readonly lead: number; readonly tail: number } {
  let lead = 0;
  while (lead < prose.length && isEmpty(prose.charCodeAt(lead))) lead++;
  let tail = 0;
  while (lead + tail < prose.length && isEmpty(prose.charCodeAt(prose.length - 1 - tail))) tail++;
  return { lead, tail };
}

function isEmpty(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 0x2060 || code === 0x2029;
}

function filler(text: string, from: number, to: number, start: number, end: number, as: Cut['as']): string {
  switch (as) {
    case 'mark': return cover(text, start, end, isInsideWord(text, from, to, start, end) ? WORD_JOINER : ' ');
    case 'gone': return cover(text, start, end, ' ');
    case 'opaque': return cover(text, start, end, OPAQUE);
    case 'break': return ' '.repeat(end - start - 1) + SENTENCE_END;
  }
}

function cover(text: string, start: number, end: number, filling: string): string {
  const size = end - start;
  if (size === 1) return filling;
  const covered = text.slice(start, end);
  return covered.includes('\n') ? covered.replace(/[^\n]/g, filling) : filling.repeat(size);
}

/** A letter or digit on both sides; an apostrophe counts where it has a letter on its own far side. */
function isInsideWord(text: string, from: number, to: number, start: number, end: number): boolean {
  return joins(text, start - 1, -1, from, to) && joins(text, end, 1, from, to);
}

function joins(text: string, at: number, step: 1 | -1, from: number, to: number): boolean {
  if (at < from || at >= to) return false;
  if (isInWord(text, at)) return true;
  const isApostrophe = text[at] === "'" || text[at] === '’';
  const beyond = at + step;
  return isApostrophe && beyond >= from && beyond < to && isInWord(text, beyond);
}

/** A letter, a digit, or an accent that stands by itself. */
function isInWord(text: string, at: number): boolean {
  return isLetterOrDigit(text, at) || (text.charCodeAt(at) >= 0x300 && /\p{M}/u.test(text[at]));
}

// The runs are bounded so that a long one without `@` costs no more than its length.
const ADDRESS = /(?:\b(?:https?|ftp):\/\/|\bwww\.)[^\s<>\uFFFC\u2029]*[^\s<>\uFFFC\u2029.,:;!?'"’”)\]]|(?:\bmailto:)?(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+/gi;

function withoutAddresses(prose: string): string {
  if (!prose.includes('@') && !prose.includes('://') && !prose.includes('www.')) return prose;
  return prose.replace(ADDRESS, (address) => OPAQUE.repeat(address.length));
}

// `Label:` of one to four words, capital first. Markup before the colon or round the label is filler by now.
const LABEL_LINE = /\n(?=[ \t]*[A-ZÀ-ÞĀ-ɏḀ-ỿ][A-Za-z0-9À-ɏḀ-ỿ'’/&()-]*(?:[ \t]+[A-Za-z0-9À-ɏḀ-ỿ'’/&()-]+){0,3}[ \t]{0,3}:(?:[ \t]|$))/gm;

function withSentenceEnds(prose: string): string {
  if (!prose.includes('\n') || !prose.includes(':')) return prose;
  return prose.replace(LABEL_LINE, SENTENCE_END);
}
