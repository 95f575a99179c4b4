/**
 * Where sentences begin in a stretch of prose: ICU's own rules (Intl.Segmenter), corrected for the titles
 * and abbreviations of case notes ("Ms. Shah", "at 10 a.m. on Monday"). Costly, so ask only when it matters.
 */

/** Made when it is first needed: ICU takes as long to wake as all else a short note costs. */
const segmenter = once(() => new Intl.Segmenter('en-GB', { granularity: 'sentence' }));
/** Where a sentence could end before the last one does. */
const INNER_END = /[.!?…\u2029][^\s\u2029]*[\s\u2029]+\S/u;
const RUNS_ON = /(?:^|[\s(])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|St|Cllr|Sgt|Insp|Supt|approx|e\.g|i\.e|cf|vs|p|pp|para|tel|ext|[A-Z])\.\s*$/u;
const NUMBERED = /(?:^|[\s(])Nos?\.\s*$/u;
const CLOCK = /\d\s?[ap]\.m\.\s*$/iu;

/** Start offsets of the sentences of `prose`, ascending; the first is 0. A line that wraps ends no sentence. */
export function sentenceStarts(prose: string): readonly number[] {
  if (!INNER_END.test(prose)) return [0];
  const starts: number[] = [0];
  let open = '';
  for (const { segment, index } of segmenter().segment(prose.replaceAll('\n', ' '))) {
    if (open !== '' && !runsOn(open, segment)) starts.push(index);
    open = segment;
  }
  return starts;
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
