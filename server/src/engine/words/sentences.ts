/**
 * Where sentences begin in a stretch of prose: ICU's own rules (Intl.Segmenter), corrected for the titles
 * and abbreviations of case notes ("Ms. Shah", "at 10 a.m. on Monday"). Costly, so ask only when it matters.
 */
import { once } from '../once.js';
import { isFigure } from './letters.js';

/** Made when it is first needed: ICU takes as long to wake as all else a short note costs. */
const segmenter = once(() => new Intl.Segmenter('en-GB', { granularity: 'sentence' }));
const RUNS_ON = /(?:^|[\s(])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|St|Cllr|Sgt|Insp|Supt|approx|e\.g|i\.e|cf|vs|p|pp|para|tel|ext|[A-Z])\.\s*$/u;
const NUMBERED = /(?:^|[\s(])Nos?\.\s*$/u;
const CLOCK = /\d\s?[ap]\.m\.\s*$/i;

/** Start offsets of the sentences of `prose`, ascending; the first is 0. A line that wraps ends no sentence. */
export function sentenceStarts(prose: string): readonly number[] {
  const ends = plainEnds(prose);
  const starts: number[] = [0];
  let from = 0;
  for (const end of ends ?? icuEnds(prose)) {
    if (!runsOn(prose.slice(from, end).replaceAll('\n', ' '), prose.slice(end, end + 12))) starts.push(end);
    from = end;
  }
  return starts;
}

/** Where sentences end before the last does, by ICU. */
export function icuEnds(prose: string): readonly number[] {
  return Array.from(segmenter().segment(prose.replaceAll('\n', ' ')), ({ index }) => index).slice(1);
}

/**
 * The same by Unicode's rules (UAX 29) where they are plain, as in nearly all prose; null where it takes ICU: several
 * stops, a stop without a space, marks beyond those of English.
 */
export function plainEnds(prose: string): readonly number[] | null {
  const ends: number[] = [];
  for (let at = 0; at < prose.length; at++) {
    const code = prose.charCodeAt(at);
    if (code === 0x2026 || code > 0x2fff) return null;
    if (code === 0x2029 && at + 1 < prose.length) ends.push(at + 1);
    if (code !== 46 && code !== 33 && code !== 63) continue;
    let closed = at + 1;
    while (isClosing(prose.charCodeAt(closed))) closed++;
    let after = closed;
    while (isSpace(prose.charCodeAt(after))) after++;
    if (after === prose.length) break;
    const next = prose.charCodeAt(after);
    if (after === closed) {
      // Between two digits, or between two small letters, a full stop ends nothing ("16.10", "e.g."); nor does a mark before the end of a paragraph, or before a comma.
      if (next === 0x2029 || (closed > at + 1 && goesOn(next))) continue;
      const before = prose.charCodeAt(at - 1);
      if (code === 46 && closed === at + 1 && ((isFigure(before) && isFigure(next)) || (before >= 97 && before <= 122 && isLower(next)))) continue;
      return null;
    }
    if (goesOn(next)) continue;
    if (code !== 46 && next !== 0x2029 && isKnown(next)) ends.push(after);
    else {
      const opens = code === 46 ? opensAnew(prose, after) : null;
      if (opens === null) return null;
      if (opens) ends.push(after);
    }
  }
  return ends;
}

/** After a full stop: whether the first letter from `from` on is a capital, or none comes before the next stop. A small one says that the sentence goes on. */
function opensAnew(prose: string, from: number): boolean | null {
  for (let at = from; at < prose.length; at++) {
    const code = prose.charCodeAt(at);
    if (isLower(code)) return false;
    if ((code >= 65 && code <= 90) || ((code === 46 || code === 33 || code === 63) && at > from)) return true;
    if (!isKnown(code)) return null;
  }
  return true;
}

/** ASCII, the curly quotation marks, dashes and the pound sign. */
function isKnown(code: number): boolean {
  return (code < 128 && code !== 46 && code !== 33 && code !== 63 && code !== 59) || (code >= 0x2018 && code <= 0x201d) || code === 0x2013 || code === 0x2014 || code === 0xa3;
}

/** Quotation marks and brackets. */
function isClosing(code: number): boolean {
  return code === 34 || code === 39 || code === 40 || code === 41 || code === 91 || code === 93 || code === 123 || code === 125 || (code >= 0x2018 && code <= 0x2019) || (code >= 0x201c && code <= 0x201d);
}

/** A comma, colon or dash: what stood before it was no sentence's end. */
function goesOn(code: number): boolean {
  return code === 44 || code === 45 || code === 58 || code === 0x2013 || code === 0x2014;
}

function isLower(code: number): boolean {
  return code >= 97 && code <= 122;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9;
}

function runsOn(before: string, after: string): boolean {
  return RUNS_ON.test(before) || (NUMBERED.test(before) && /^\p{N}/u.test(after)) || (CLOCK.test(before) && /^(?:[a-z]|on |to )/u.test(after));
}

/** The sentence that holds `offset`: index into `starts`. Written out, since it is asked at every stop. */
export function sentenceAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
