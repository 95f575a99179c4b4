/**
 * Where sentences begin in a stretch of prose: ICU's own rules (Intl.Segmenter), corrected for the titles
 * and abbreviations of case notes ("Ms. Shah", "at 10 a.m. on Monday"). Costly, so ask only when it matters.
 */

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
 * The same where nobody could doubt it (a full stop, white space, a letter), as in most prose; null where it takes
 * ICU's rules: a digit, a quotation mark or a dash after the stop, several stops, a stop without a space.
 */
export function plainEnds(prose: string): readonly number[] | null {
  const ends: number[] = [];
  for (let at = 0; at < prose.length; at++) {
    const code = prose.charCodeAt(at);
    if (code === 0x2026 || code > 0x2fff) return null;
    if (code === 0x2029 && at + 1 < prose.length) ends.push(at + 1);
    if (code !== 46 && code !== 33 && code !== 63) continue;
    let after = at + 1;
    while (isSpace(prose.charCodeAt(after))) after++;
    if (after === prose.length) break;
    const next = prose.charCodeAt(after);
    const isUpper = next >= 65 && next <= 90;
    const isLower = next >= 97 && next <= 122;
    if (after === at + 1) {
      // Between two digits, or between two small letters, a full stop ends nothing ("16.10", "e.g."); nor does a mark before the end of a paragraph.
      if (next === 0x2029) continue;
      const before = prose.charCodeAt(at - 1);
      if (code === 46 && ((isDigit(before) && isDigit(next)) || (before >= 97 && before <= 122 && isLower))) continue;
      return null;
    }
    if (!isUpper && !isLower) return null;
    if (isUpper || code !== 46) ends.push(after);
  }
  return ends;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function runsOn(before: string, after: string): boolean {
  return RUNS_ON.test(before) || (NUMBERED.test(before) && /^\p{N}/u.test(after)) || (CLOCK.test(before) && /^(?:[a-z]|on |to )/u.test(after));
}

/** The sentence that holds `offset`: index into `starts`. */
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
