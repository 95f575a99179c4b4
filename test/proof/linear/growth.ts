/**
 * How the cost of some work grows when the work doubles, in processor time, so that a busy machine does not count. It
 * does not know what is measured.
 */
export interface Growth {
  readonly largest: number;
  /** Milliseconds of the processor for the largest. */
  readonly time: number;
  /** The largest ratio of one time to the one before; null where even the largest was over too soon to tell. */
  readonly worst: number | null;
}

export const MOST_RATIO = 2.3;
/** Milliseconds: below the first the work is doubled before anything is compared, below the second a time tells nothing. */
const [ENOUGH, LEAST] = [100, 20];
const DOUBLINGS = 3;
/** What is over the ratio when measured once is measured again, as the median of more: one slow moment is no growth. */
const RUNS = [1, 3, 5] as const;

/** Begins at the first size (1, 2, 4 … times `first`) that takes long enough, and doubles it; goes no further than `most`. */
export async function growthOf(prepare: (size: number) => () => unknown, first: number, most: number): Promise<Growth> {
  let size = first;
  while (size * 2 ** (DOUBLINGS + 1) <= most && (await costOf(prepare(size), 1)) < ENOUGH) size *= 2;
  const sizes = Array.from({ length: DOUBLINGS + 1 }, (_, at) => size * 2 ** at).filter((one) => one <= most);
  let best: Growth | null = null;
  for (const runs of RUNS) {
    if (best !== null && (best.worst ?? 0) <= MOST_RATIO) break;
    const times: number[] = [];
    for (const one of sizes) times.push(await costOf(prepare(one), runs));
    const ratios = times.slice(1).flatMap((time, at) => (times[at] >= LEAST ? [time / times[at]] : []));
    const growth = { largest: sizes[sizes.length - 1], time: times[times.length - 1], worst: ratios.length > 0 ? Math.max(...ratios) : null };
    if (best === null || (growth.worst ?? 0) < (best.worst ?? 0)) best = growth;
  }
  return best!;
}

async function costOf(work: () => unknown, runs: number): Promise<number> {
  const costs: number[] = [];
  for (let run = 0; run < runs; run++) {
    globalThis.gc?.();
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    costs.push((user + system) / 1000);
  }
  return costs.sort((a, b) => a - b)[Math.floor(runs / 2)];
}
