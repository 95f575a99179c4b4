/**
 * Words of a stretch of prose, as parallel arrays. Contractions are two words (`didn't` is `did` + `not`),
 * a hyphen parts words as a space does, numbers and dates are one word. It knows nothing of phrases or people.
 */
import { toKeep } from '../to-keep.js';

/** Words of one prose string; entry `i` of each array describes word `i`. Offsets are into that string. */
export interface Tokens {
  readonly count: number;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Lower case, straight apostrophes, without U+2060; `n't` reads `not`, `'ll` reads `will`; `'s` and `'d` stay. */
  readonly forms: readonly string[];
  /** `markOf` each form. */
  readonly marks: readonly number[];
  /** What lies between the word before and this one; the first word of a text has `STOP`. */
  readonly gaps: readonly Gap[];
}

/** Only white space or a hyphen; other marks inside a sentence; or something that may end a sentence. */
export type Gap = typeof JOINED | typeof SOFT | typeof STOP;
export const JOINED = 0;
export const SOFT = 1;
export const STOP = 2;

/** Filler that stands for a line end at which a sentence ends (a hard break, a line before `Label:`). */
export const SENTENCE_END = '\u2029';
/** Filler for opaque inline content: code, HTML tags, URLs, entities. */
export const OPAQUE = '\uFFFC';
/** Filler for markup inside a word, as in `**Mum**'s`; words are read across it. */
export const WORD_JOINER = '\u2060';

const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'prof', 'rev', 'st', 'cllr', 'sgt', 'insp', 'supt']);
const CONTRACTED: ReadonlyMap<string, string> = new Map([["n't", 'not'], ["'ll", 'will'], ["'re", 'are'], ["'ve", 'have'], ["'m", 'am'], ["'s", "'s"], ["'d", "'d"]]);
const IRREGULAR: ReadonlyMap<string, string> = new Map([['wo', 'will'], ['ca', 'can'], ['sha', 'shall']]);

// One word: a number with its inner marks and what hangs on it (16.10, 3,000, 14/01/2025, 2nd, 10mg), or letters with
// inner apostrophes; `/` and `&` alone. Nothing in it can fail after it has begun, so it never goes back over the text.
const WORD = /\p{N}+(?:[.,:/]\p{N}+)*[\p{L}\p{N}\p{M}\u2060]*(?:['’][\p{L}\p{M}\u2060]+)*|[\p{L}\p{N}\p{M}\u2060\u00AD_]+(?:['’][\p{L}\p{M}\u2060\u00AD]+)*|[/&]/gu;
const LATIN_WORD = /[0-9]+(?:[.,:/][0-9]+)*[A-Za-z0-9À-ÖØ-öø-ɏḀ-ỿ]*(?:['’][A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]+)*|[A-Za-z0-9_À-ÖØ-öø-ɏḀ-ỿ]+(?:['’][A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]+)*|[/&]/y;
/** What a word is read across: markup inside it, and the soft hyphens that text copied from elsewhere brings. */
const UNREAD = /[\u2060\u00AD]+/g;
/** No English word has more: "I'd've". */
const MAX_TAILS = 2;

/** Never throws; an empty string has no words. Linear in the length of `prose`. */
export function tokenize(prose: string): Tokens {
  const starts: number[] = [];
  const ends: number[] = [];
  const forms: string[] = [];
  const marks: number[] = [];
  const gaps: Gap[] = [];
  let last = 0;
  const add = (start: number, end: number, form: string): void => {
    gaps.push(starts.length === 0 ? STOP : gapBetween(prose, last, start, forms[forms.length - 1]));
    starts.push(start);
    ends.push(end);
    forms.push(form);
    marks.push(markOf(form));
    last = end;
  };
  for (let at = 0; at < prose.length; ) {
    const plain = plainWordEnd(prose, at);
    if (plain > at) {
      const form = prose.slice(at, plain).toLowerCase();
      if (form === 'cannot') {
        add(at, at + 3, 'can');
        add(at + 3, plain, 'not');
      } else add(at, plain, form);
      at = plain;
    } else if (isGap(prose.charCodeAt(at))) at++;
    else {
      const match = wordFrom(prose, at);
      if (!match) break;
      const word = match[0];
      at = match.index + word.length;
      // An accent may stand as a sign of its own.
      const form = word.normalize().toLowerCase().replaceAll('’', "'").replace(UNREAD, '');
      if (form === '' || form.startsWith('_')) continue;
      let from = match.index;
      while (isUnread(prose.charCodeAt(from))) from++;
      addParts(prose, from, readEnd(prose, at), form, add);
    }
  }
  return { count: starts.length, starts: toKeep(starts), ends: toKeep(ends), forms: toKeep(forms), marks: toKeep(marks), gaps: toKeep(gaps) };
}

/** A number below `MARKS` that tells most forms apart, of their first letters, their last and their length. */
export function markOf(form: string): number {
  const { length } = form;
  return (form.charCodeAt(0) * 131 + (length > 1 ? form.charCodeAt(1) * 31 + form.charCodeAt(length - 1) * 7 : 0) + length * 1021) & (MARKS - 1);
}

export const MARKS = 4096;

/** The next word at or after `at`. For Latin letters there is a pattern that is ready at once; that for all letters takes milliseconds to prepare. */
function wordFrom(prose: string, at: number): RegExpExecArray | null {
  LATIN_WORD.lastIndex = at;
  const latin = LATIN_WORD.exec(prose);
  if (latin && !(prose.charCodeAt(LATIN_WORD.lastIndex) >= 128 && !/[’“”–—…£\u2029\uFFFC]/.test(prose[LATIN_WORD.lastIndex]))) return latin;
  WORD.lastIndex = at;
  return WORD.exec(prose);
}

/** Where a word of plain letters that begins at `at` ends, or `at` when what begins there needs a closer look (WORD). Most words are plain. */
function plainWordEnd(prose: string, at: number): number {
  let end = at;
  for (; end < prose.length; end++) {
    const code = prose.charCodeAt(end) | 32;
    if (code < 97 || code > 122) break;
  }
  const next = prose.charCodeAt(end);
  return end === prose.length || (next < 128 && isPlainGap(next)) ? end : at;
}

/** A character of ASCII that neither stands in a word nor is one. */
function isPlainGap(code: number): boolean {
  return code < 128 && !((code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 39 || code === 95 || code === 47 || code === 38);
}

/** A character that no word begins with: the commonest are told without a pattern. */
function isGap(code: number): boolean {
  return isPlainGap(code) || code === 0x27 || (code >= 0x2010 && code <= 0x2029) || code === 0xfffc || code === 0xa0 || code === 0xa3;
}

/** A word and the contracted tails it may have: "wouldn't've" is three words. */
function addParts(prose: string, start: number, end: number, form: string, add: (start: number, end: number, form: string) => void): void {
  const parts: { at: number; end: number; form: string }[] = [];
  let stem = form;
  let stemEnd = end;
  for (let cut = contraction(stem); cut > 0 && parts.length < MAX_TAILS; cut = contraction(stem)) {
    const tail = stem.slice(cut);
    // Counted from the end, where each character of the tail is one unit of the text; filler may stand among them.
    let at = stemEnd;
    for (let left = tail.length; left > 0; left--) at = readEnd(prose, at) - 1;
    parts.push({ at, end: stemEnd, form: CONTRACTED.get(tail) ?? tail });
    stem = tail === "n't" ? IRREGULAR.get(stem.slice(0, cut)) ?? stem.slice(0, cut) : stem.slice(0, cut);
    // Up to the tail, so that the parts of one word touch, whatever filler stands between.
    stemEnd = at;
  }
  add(start, stemEnd, stem);
  for (const part of parts.reverse()) add(part.at, part.end, part.form);
}

/** `end` without the filler before it. */
function readEnd(prose: string, end: number): number {
  let at = end;
  while (isUnread(prose.charCodeAt(at - 1))) at--;
  return at;
}

function isUnread(code: number): boolean {
  return code === 0x2060 || code === 0xad;
}

/** Where the contracted tail of a word begins, or 0 when it has none. */
function contraction(form: string): number {
  if (form.endsWith("n't") && form.length > 3) return form.length - 3;
  const at = form.lastIndexOf("'");
  return at > 0 && CONTRACTED.has(form.slice(at)) ? at : 0;
}

function gapBetween(prose: string, from: number, to: number, before: string): Gap {
  let gap: Gap = JOINED;
  for (let i = from; i < to; i++) {
    switch (prose.charCodeAt(i)) {
      case 32: case 9: case 10: case 11: case 12: case 13: case 0xa0: case 0x202f: case 0x200b: case 0xfeff: case 0x2060: case 0xad:
        break;
      case 45: case 0x2010: case 0x2011: // a hyphen; set apart by spaces, or doubled, it is a dash
        if (i > from && i + 1 < to && !isUnread(prose.charCodeAt(i - 1))) gap = SOFT;
        break;
      case 39: case 0x2019: // a plural's apostrophe: "the parents' views"
        if (i !== from || !before.endsWith('s')) gap = SOFT;
        break;
      case 46:
        if (i !== from || !TITLES.has(before)) return STOP;
        break;
      case 33: case 63: case 0x2029: case 0x2026:
        return STOP;
      default:
        if (!/\s/.test(prose[i])) gap = SOFT;
    }
  }
  return gap;
}
