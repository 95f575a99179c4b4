/**
 * Clocks and middles: how long something takes, sampled until a time is used up. It does not know what is measured.
 */
import { spawnSync } from 'node:child_process';

/** The value below which `share` (0 to 1) of the sorted values lie. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

export function median(values) {
  return percentile(values, 0.5);
}

/** Milliseconds of each run of `work`, until `budget` milliseconds or `most` runs are used up; at least `least` runs. */
export async function timesOf(work, { budget, least, most }) {
  const times = [];
  const begun = performance.now();
  while (times.length < most && (times.length < least || performance.now() - begun < budget)) {
    const before = performance.now();
    const result = work();
    if (result instanceof Promise) await result;
    times.push(performance.now() - before);
  }
  return times;
}

/** Median over `pairs` of (a cold `node …args`) / (an empty `node`), one straight after the other. */
export function coldRatio(args, pairs, cwd) {
  const ratios = [];
  const milliseconds = [];
  for (let i = 0; i < pairs; i++) {
    const empty = coldRun(['-e', '0'], cwd);
    const tool = coldRun(args, cwd);
    ratios.push(tool / empty);
    milliseconds.push(tool);
  }
  return { ratio: median(ratios), milliseconds: median(milliseconds) };
}

/** Median over `pairs` of (a cold `node …one`) / (a cold `node …other`), one straight after the other. */
export function coldRatioOf(one, other, pairs, cwd) {
  return median(Array.from({ length: pairs }, () => coldRun(one, cwd) / coldRun(other, cwd)));
}

function coldRun(args, cwd) {
  const before = performance.now();
  // CI: no tool looks for a newer version of itself.
  const { error, signal } = spawnSync(process.execPath, args, { cwd, stdio: 'ignore', env: { ...process.env, CI: '1', NO_UPDATE_NOTIFIER: '1' } });
  if (error || signal) throw error ?? new Error(`ended by ${signal}`);
  return performance.now() - before;
}
