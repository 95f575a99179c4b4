/**
 * How the cost of some work grows when the work doubles: processor time of the thread that does it, so that neither a
 * busy machine nor what V8 compiles or collects on other threads counts. It does not know what is measured.
 */
import { existsSync, readFileSync } from 'node:fs';

export interface Growth {
  readonly largest: number;
  /** Milliseconds of the processor for the largest. */
  readonly time: number;
  /** How much longer twice as much takes, for each doubling; none where even the largest was over too soon to tell. */
  readonly ratios: readonly number[];
}

/** Does so much, when it is called. */
export type Prepare = (size: number) => () => unknown;

/** For one doubling, and for each of several on average. */
const [MOST_RATIO, MOST_MEAN] = [2.3, 2.2];
/** On so few the average says no more than each. */
const SEVERAL = 3;
/** Milliseconds: below the first a time tells nothing, beyond the second enough has been seen. */
const [LEAST, LONG] = [50, 400];
/**
 * A doubling is measured until so many more of its ratios are clearly well than are not, or so many more are over than are
 * not; between the two until it has been measured so often.
 */
const [CLEAR, LEAD_CLEAR, LEAD_OVER, MOST_RUNS] = [2.15, 2, 6, 15];

/** What is over, in words; null where nothing is. */
export function tooSteep({ ratios }: Growth): string | null {
  const mean = meanOf(ratios);
  if (Math.max(0, ...ratios) > MOST_RATIO) return `× ${Math.max(...ratios).toFixed(2)} for twice as much; at most × ${MOST_RATIO}`;
  return ratios.length >= SEVERAL && mean > MOST_MEAN ? `× ${mean.toFixed(2)} on average for twice as much; at most × ${MOST_MEAN}` : null;
}

export function inWords({ ratios }: Growth): string {
  return ratios.length === 0 ? 'too quick to tell' : `× ${Math.max(...ratios).toFixed(2)} at most, × ${meanOf(ratios).toFixed(2)} on average`;
}

function meanOf(ratios: readonly number[]): number {
  return ratios.reduce((product, ratio) => product * ratio, 1) ** (1 / ratios.length);
}

/**
 * Doubles the size, from the first one on, until the work takes long or `most` is reached; that makes the code warm.
 * Then each size and twice that size are measured next to each other, up and down by turns: whatever makes the machine
 * slower for a while makes both slower, and the median of their ratios holds. It goes on until it is clear.
 */
export async function growthOf(prepare: Prepare, first: number, most: number): Promise<Growth> {
  const times = new Map<number, number>();
  let [largest, time] = [0, 0];
  for (let size = first; size <= most && time < LONG; size *= 2) {
    [largest, time] = [size, await costOf(prepare, size)];
    // The first time is of cold code.
    if (time >= LEAST && times.size === 0) time = Math.min(await costOf(prepare, size), await costOf(prepare, size));
    if (time >= LEAST) times.set(size, time);
    else if (times.size > 0) break; // so much is no longer read
  }
  globalThis.gc?.();
  const sizes = [...times.keys()];
  const seen = sizes.slice(1).map((): number[] => []);
  for (let run = 0; run < MOST_RUNS && !seen.every(isPlain); run++) {
    const open = seen.map((ratios) => !isPlain(ratios));
    const wanted = sizes.filter((_size, at) => open[at - 1] === true || open[at] === true);
    for (const size of run % 2 === 0 ? wanted : wanted.reverse()) times.set(size, await costOf(prepare, size));
    for (const [at, ratios] of seen.entries()) if (open[at]) ratios.push(times.get(sizes[at + 1])! / times.get(sizes[at])!);
  }
  return { largest, time: times.get(largest) ?? time, ratios: seen.map(median) };
}

function isPlain(ratios: readonly number[]): boolean {
  const [clear, over] = [ratios.filter((ratio) => ratio <= CLEAR).length, ratios.filter((ratio) => ratio > MOST_RATIO).length];
  return 2 * clear - ratios.length >= LEAD_CLEAR || 2 * over - ratios.length >= LEAD_OVER;
}

function median(ratios: readonly number[]): number {
  const sorted = [...ratios].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** Milliseconds of the processor. What is made ready before is no part of it. */
async function costOf(prepare: Prepare, size: number): Promise<number> {
  const work = prepare(size);
  globalThis.gc?.({ type: 'minor' });
  const before = spent();
  await work();
  return spent() - before;
}

/** Milliseconds of the processor that this thread has had: only Linux tells; elsewhere it is those of the whole process. */
function spent(): number {
  if (existsSync(THREAD)) return Number(readFileSync(THREAD, 'utf8').split(' ')[0]) / 1e6;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const THREAD = '/proc/thread-self/schedstat';
