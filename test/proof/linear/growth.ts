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
/** Milliseconds: below the first a time tells nothing, beyond the second enough has been seen. */
const [LEAST, LONG] = [50, 1_000];
/** What is over the ratio when measured once is measured again, as the least of more: one slow moment is no growth. */
const AGAIN = [3, 7, 15, 31] as const;

/** Doubles the size, from the first one on, until the work takes long or `most` is reached. */
export async function growthOf(prepare: (size: number) => () => unknown, first: number, most: number): Promise<Growth> {
  let [size, time] = [first, await costOf(prepare(first), 1)];
  let worst: number | null = null;
  while (time < LONG && size * 2 <= most) {
    const next = await costOf(prepare(size * 2), 1);
    if (time >= LEAST) worst = Math.max(worst ?? 0, await ratioOf(prepare, size, next / time));
    [size, time] = [size * 2, next];
  }
  return { largest: size, time, worst };
}

/** The smallest ratio of several measurings, where the first is too large. */
async function ratioOf(prepare: (size: number) => () => unknown, size: number, once: number): Promise<number> {
  let ratio = once;
  for (const runs of AGAIN) if (ratio > MOST_RATIO) ratio = Math.min(ratio, (await costOf(prepare(size * 2), runs)) / (await costOf(prepare(size), runs)));
  return ratio;
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
  // The least: whatever else goes on, in the collector of garbage above all, only ever adds.
  return Math.min(...costs);
}
