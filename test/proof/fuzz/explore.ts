/**
 * Fuzzing led by coverage: inputs that make the program go where it has not been are kept, and changed again. V8 itself
 * says where it has been (block coverage, through the inspector). It does not know what is fuzzed.
 */
import { Session } from 'node:inspector/promises';
import type { Profiler } from 'node:inspector';
import { numbers } from '../../support/random.js';
import { mutated } from './mutate.js';

export interface Target {
  readonly name: string;
  readonly seeds: readonly string[];
  /** Pieces that mean something to what reads the input. */
  readonly words: readonly string[];
  /** `bytes`: an input's characters are bytes, U+0000 to U+00FF. */
  readonly letters: 'text' | 'bytes';
  /** Throws where the program does what it never should. */
  run(input: string): Promise<void> | void;
}

export interface Explored {
  readonly inputs: number;
  /** Inputs that went where none had been. */
  readonly kept: number;
  /** Functions of the program, and of the libraries in it, that were reached. */
  readonly functions: number;
  /** Milliseconds of the slowest input. */
  readonly slowest: number;
}

/** Where coverage is asked for: after every so many inputs, as asking takes longer than running one. */
const BATCH = 50;

/** Asking V8 makes everything slower: a few inputs are better led by chance. */
export async function explore(target: Target, inputs: number, led: 'by-coverage' | 'by-chance', seed: number): Promise<Explored> {
  const next = numbers(seed);
  const kept = [...target.seeds];
  const seen = led === 'by-coverage' ? await whereabouts() : NOWHERE;
  let [slowest, done] = [0, 0];
  const run = async (input: string): Promise<void> => {
    const before = performance.now();
    try {
      await target.run(input);
    } catch (thrown) {
      throw new Error(`${target.name}, input ${JSON.stringify(input)}: ${thrown instanceof Error ? thrown.stack : String(thrown)}`);
    }
    slowest = Math.max(slowest, performance.now() - before);
    done++;
  };
  try {
    for (const input of target.seeds) await run(input);
    await seen.anywhereNew();
    while (done < inputs) {
      const batch = Array.from({ length: BATCH }, () => mutated(kept[next(kept.length)], kept, target, next));
      for (const input of batch) await run(input);
      if (!(await seen.isAnywhereNew())) continue;
      for (const input of batch) {
        await run(input);
        if (await seen.anywhereNew()) kept.push(input);
      }
    }
  } finally {
    await seen.stop();
  }
  return { inputs: done, kept: kept.length - target.seeds.length, functions: seen.functions(), slowest };
}

interface Whereabouts {
  /** Whether the program was, since it was last asked, where it had not been before. */
  isAnywhereNew(): Promise<boolean>;
  /** The same, and remembers it. */
  anywhereNew(): Promise<boolean>;
  functions(): number;
  stop(): Promise<void>;
}

const NOWHERE: Whereabouts = { isAnywhereNew: async () => false, anywhereNew: async () => false, functions: () => 0, stop: async () => {} };

/** What of the bundle and of the libraries in it runs; of Node's own code nothing. */
const OURS = /\/\.test\/|\/node_modules\/(?:@lezer|yaml|fflate|mammoth|vscode-jsonrpc|hast|parse5|write-good|retext)/;

async function whereabouts(): Promise<Whereabouts> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  /** By function: the parts of it that no input has reached, as offsets in turn of a beginning and an end. */
  const unreached = new Map<string, readonly number[]>();
  const take = async (how: 'looks' | 'remembers'): Promise<boolean> => {
    const { result } = await session.post('Profiler.takePreciseCoverage');
    let isNew = false;
    for (const { scriptId, url, functions } of result) {
      if (!OURS.test(url)) continue;
      for (const { ranges } of functions) {
        if (ranges[0].count === 0) continue;
        const key = `${scriptId}:${ranges[0].startOffset}`;
        const before = unreached.get(key);
        const now = notReached(ranges);
        const left = before === undefined ? now : inBoth(before, now);
        if (before !== undefined && lengthOf(left) === lengthOf(before)) continue;
        isNew = true;
        if (how === 'remembers') unreached.set(key, left);
      }
    }
    return isNew;
  };
  return {
    isAnywhereNew: () => take('looks'),
    anywhereNew: () => take('remembers'),
    functions: () => unreached.size,
    async stop() {
      await session.post('Profiler.stopPreciseCoverage');
      await session.post('Profiler.disable');
      session.disconnect();
    },
  };
}

/** Ranges are nested, the outer ones first: an inner one says how often it ran itself. */
function notReached(ranges: readonly Profiler.CoverageRange[]): readonly number[] {
  const left: number[] = [];
  for (const { startOffset, endOffset, count } of ranges) {
    if (count === 0 && (left.length === 0 || startOffset >= left[left.length - 1])) left.push(startOffset, endOffset);
  }
  return left;
}

function inBoth(a: readonly number[], b: readonly number[]): readonly number[] {
  const both: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [start, end] = [Math.max(a[i], b[j]), Math.min(a[i + 1], b[j + 1])];
    if (start < end) both.push(start, end);
    if (a[i + 1] < b[j + 1]) i += 2;
    else j += 2;
  }
  return both;
}

function lengthOf(spans: readonly number[]): number {
  return spans.reduce((sum, at, index) => sum + (index % 2 === 0 ? -at : at), 0);
}
