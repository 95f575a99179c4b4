/**
 * An hour at the keyboard, at speed: a writer's session, made once and the same every time, through the server as it ships.
 * The server's memory is asked for after it has collected its garbage, so that what is counted is what it keeps.
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readExample } from '../../server/src/rulebook/advice/laws.js';
import { BUILT_IN } from '../support/built-in.js';
import { exampleNotes, shuffled } from '../support/edits.js';
import { mendable } from '../support/mendable.js';
import { startServerProcess, type ServerProcess } from '../support/programs.js';
import { numbers, type Next } from '../support/random.js';
import type { Proof, Told } from './proof.js';

/** Five a second, for an hour. */
const KEYSTROKES = 18_000;
const SAMPLES = 40;
/** Of the heap over the last half, and of the processor's time in the last quarter against the second. */
const MOST_GROWTH = 0.02;
const MOST_SLOWER = 1.2;
const RECORDS = 4;

/**
 * Loaded into the server. On a fourth pipe it tells what is kept after a collection, how much of that is code, and the
 * processor's time so far but for these collections: other programs on the machine are then no part of it.
 */
const TELLER = `
  const spent = () => { const { user, system } = process.cpuUsage(); return user + system; };
  let collecting = 0;
  process.on('SIGUSR2', () => {
    const before = spent();
    gc(); gc();
    const told = [process.memoryUsage().heapUsed, require('v8').getHeapCodeStatistics().code_and_metadata_size, before - collecting];
    collecting += spent() - before;
    require('fs').writeSync(3, told + '\\n');
  });
`;

export const proof: Proof = {
  title: 'An hour at the keyboard',
  promise: 'After an hour of typing, pasting, taking back, quick fixes and changing between records, the server keeps no more memory and answers no more slowly than half way through.',
  run: async (told) => {
    const folder = mkdtempSync(join(tmpdir(), 'alongside-soak-'));
    const teller = join(folder, 'teller.cjs');
    writeFileSync(teller, TELLER);
    const server = await startServerProcess({ node: ['--expose-gc', '--require', teller], options: { writing: 'quiet', show: 'few', titles: 'human', setAside: 'client' } });
    try {
      await session(server, told);
    } finally {
      await server.kill('SIGKILL');
      rmSync(folder, { recursive: true });
    }
  },
};

async function session(server: ServerProcess, { of, clock, figure }: Told): Promise<void> {
  const next = numbers(53);
  const keys = of(KEYSTROKES);
  const kept: Kept[] = [];
  const times: number[] = [];
  await learnt(server);
  const writer = await openRecords(server, next);
  const every = Math.max(1, Math.floor(keys / SAMPLES));
  for (let key = 0; key < keys; key++) {
    times.push(await writer.key());
    if ((key + 1) % every !== 0) continue;
    await writer.tidy();
    kept.push(await keptBy(server));
  }
  assert.equal(server.child.exitCode, null);
  assert.deepEqual(server.logged, []);
  assert.equal(server.error(), '');
  const heaps = kept.map(({ heap }) => heap);
  const half = heaps.slice(Math.floor(heaps.length / 2));
  const growth = trendOf(half) / meanOf(half);
  const quarter = (nth: number): number[] => times.slice(Math.floor((keys * nth) / 4), Math.floor((keys * (nth + 1)) / 4));
  const [second, last] = [quarter(1), quarter(3)];
  figure('keystrokes', keys);
  figure('quick fixes taken, questions asked of the server beside', `${writer.seen.fixes.toLocaleString('en-GB')}, ${writer.seen.asked.toLocaleString('en-GB')}`);
  figure('heap kept at each tenth of the way', heaps.filter((_heap, nth) => (nth + 1) % Math.max(1, Math.floor(heaps.length / 10)) === 0).map(megabytes).join(', ') + ' MB');
  figure('heap kept half way, and at the end', `${megabytes(half[0])} MB, ${megabytes(half[half.length - 1])} MB`);
  figure('of it the code that V8 has made, half way, and at the end', `${megabytes(kept[kept.length - half.length].code)} MB, ${megabytes(kept[kept.length - 1].code)} MB`);
  figure('growth of the heap over the last half', `${(growth * 100).toFixed(1)} %`);
  for (const share of [0.5, 0.95]) figure(`a keystroke to its findings, p${share * 100}: second quarter, last quarter`, `${at(second, share).toFixed(2)} ms, ${at(last, share).toFixed(2)} ms`);
  const work = (nth: number): number => (kept[Math.ceil((kept.length * (nth + 1)) / 4) - 1].spent - kept[Math.max(0, Math.ceil((kept.length * nth) / 4) - 1)].spent) / quarter(nth).length / 1000;
  figure('processor time of the server for each: second quarter, last quarter', `${work(1).toFixed(2)} ms, ${work(3).toFixed(2)} ms`);
  if (clock === 'ignored') return;
  assert.ok(growth <= MOST_GROWTH, `the heap grew by ${(growth * 100).toFixed(1)} % over the last half`);
  const slower = work(3) / work(1);
  assert.ok(slower <= MOST_SLOWER, `keystrokes of the last quarter took ${slower.toFixed(2)} times as long as those of the second`);
}

/** What rules need is made when it is first asked for: here all at once, so that it is not taken for growth. */
async function learnt(server: ServerProcess): Promise<void> {
  for (const type of ['case-note', 'letter', 'plan', 'family-plan', 'danger-statement', 'assessment']) {
    const uri = `file:///learnt/${type}.md`;
    server.open(uri, [`---\ntype: ${type}\n---`, ...BUILT_IN.rules.flatMap(({ examples }) => [...examples.raise, ...examples.leave].map((line) => readExample(line).text)), ...exampleNotes()].join('\n\n'));
    await server.pull(uri);
    server.close(uri);
  }
}

interface Writer {
  readonly seen: { fixes: number; asked: number };
  /** One keystroke, and what an editor asks after it; resolves with how long its findings took, in milliseconds. */
  key(): Promise<number>;
  /** Puts every record back to what it was at the beginning, so that what is kept then can be compared. */
  tidy(): Promise<void>;
}

/** Somebody who writes several records in turn, about as long all through: what is added is taken out again elsewhere. */
async function openRecords(server: ServerProcess, next: Next): Promise<Writer> {
  const notes = exampleNotes();
  const made = mendable(next);
  const uris = Array.from({ length: RECORDS }, (_, nth) => `file:///records/${nth}.md`);
  const begun = uris.map(() => `${shuffled(notes, next)}\n\n${notes[next(notes.length)]}`);
  uris.forEach((uri, nth) => server.open(uri, begun[nth]));
  const seen = { fixes: 0, asked: 0 };
  let [current, caret, left, resultId] = [0, 0, '', undefined as string | undefined];
  const replace = (start: number, end: number, text: string): void => {
    const position = (offset: number): { line: number; character: number } => {
      const before = server.textOf(uris[current]).slice(0, offset).split('\n');
      return { line: before.length - 1, character: before[before.length - 1].length };
    };
    server.change(uris[current], { range: { start: position(start), end: position(end) }, text });
    caret = start + text.length;
  };
  const tidy = async (): Promise<void> => {
    for (const [nth, uri] of uris.entries()) {
      server.change(uri, { text: begun[nth] });
      await server.pull(uri);
    }
    [caret, left, resultId] = [0, '', undefined];
  };
  return { seen, tidy, async key() {
    const length = server.textOf(uris[current]).length;
    caret = Math.min(caret, length);
    if (next(400) === 0) [current, resultId, left, caret] = [next(RECORDS), undefined, '', 0];
    else if (next(60) === 0) caret = next(length + 1);
    if (left === '') left = made().slice(0, 120);
    const kind = next(20);
    if (kind === 0 && caret > 0) replace(caret - 1, caret, '');
    else if (length > begun[current].length + 400) replace(Math.max(0, caret - 300), caret, '');
    else if (kind === 1 && next(20) === 0) replace(caret, caret, `${shuffled(notes, next).slice(0, 200)}\n`);
    else {
      replace(caret, caret, left[0]);
      left = left.slice(1);
    }
    const uri = uris[current];
    const started = performance.now();
    const pulled = await server.pull(uri, resultId);
    const took = performance.now() - started;
    resultId = pulled.resultId;
    if (next(30) === 0 && pulled.items?.length > 0) {
      seen.asked++;
      const item = pulled.items[next(pulled.items.length)];
      await server.hover(uri, item.range.start);
      const fix = (await server.actions(uri, [item])).find(({ edit }) => edit !== undefined);
      if (fix?.edit && next(2) === 0) {
        const before = server.textOf(uri);
        const after = server.apply(fix.edit);
        replace(0, before.length, after);
        seen.fixes++;
      }
    }
    if (next(100) === 0) {
      seen.asked += 3;
      const textDocument = { uri };
      await server.request('textDocument/documentSymbol', { textDocument });
      await server.request('textDocument/codeLens', { textDocument });
      await server.request('textDocument/completion', { textDocument, position: { line: 0, character: 0 } });
    }
    return took;
  } };
}

/** In bytes; `code` is the part of the heap that V8 makes of the program as it runs. `spent` is in microseconds. */
interface Kept {
  readonly heap: number;
  readonly code: number;
  readonly spent: number;
}

async function keptBy({ child }: ServerProcess): Promise<Kept> {
  const told = once(child.stdio[3] as NodeJS.ReadableStream, 'data');
  child.kill('SIGUSR2');
  const [heap, code, spent] = String((await told)[0]).split(',').map(Number);
  return { heap, code, spent };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** How much a straight line through the values rises from the first to the last. */
function trendOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = meanOf(values);
  const slope = values.reduce((sum, value, x) => sum + (x - middle) * (value - mean), 0) / values.reduce((sum, _value, x) => sum + (x - middle) ** 2, 0);
  return slope * (values.length - 1);
}

function at(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)];
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
