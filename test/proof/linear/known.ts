/** Work whose growth is known beforehand, to see that what measures growth tells the one kind from the other. It does not measure. */
import type { Prepare } from './growth.js';

export interface Known {
  readonly what: string;
  readonly growth: 'even' | 'steep';
  readonly prepare: Prepare;
}

/** From this size on, where each takes about half of what is long enough to tell. */
export const SMALLEST = 64;

export const KNOWN: readonly Known[] = [
  { what: 'n steps', growth: 'even', prepare: (n) => () => spin(n * 40) },
  { what: 'n objects that are kept', growth: 'even', prepare: (n) => () => Array.from({ length: n * 4_000 }, (_, at) => ({ at, word: `${at}` })) },
  { what: 'n to the power of 1.2', growth: 'steep', prepare: (n) => () => spin(n ** 1.2 * 17) },
  { what: 'n log² n', growth: 'steep', prepare: (n) => () => spin(n * Math.log2(n) ** 2) },
  { what: 'n steps, and a share of n² in which it does not begin', growth: 'steep', prepare: (n) => () => spin(n * 32 * (1 + n / 256)) },
];

/** So many times about 10 microseconds of work. */
function spin(times: number): number {
  let sum = 0;
  for (let step = 0; step < times * STEPS; step++) sum = (Math.imul(sum, 31) + step) | 0;
  return sum;
}

const STEPS = 10_000;
