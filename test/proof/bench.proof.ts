/**
 * What each thing costs beside other checkers of prose, in one run on the same texts (test/bench), and what the server
 * holds. Times are the machine's; what must hold is what they come to beside a checker that runs by turns with ours.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { startServerProcess } from '../support/programs.js';
import type { Proof, Told } from './proof.js';

interface Tool {
  readonly name: string;
  readonly keystrokes: Readonly<Record<string, { readonly p50: number; readonly p95: number }>>;
  readonly wordsPerSecond?: number;
  readonly cold: { readonly ratio: number; readonly milliseconds: number } | null;
  readonly folder: number | null;
  readonly memory: Readonly<Record<string, number | null>> | null;
  readonly growth?: readonly { readonly words: number; readonly reading: number; readonly keystroke: number }[];
}

interface Measured {
  readonly patience: number;
  readonly sizes: readonly { readonly name: string; readonly bytes: number }[];
  readonly tools: readonly Tool[];
  readonly ratios: Ratios;
}

type Ratios = Readonly<Record<string, number>>;
type Module = 'note' | 'peers' | 'recorded';

const KEYSTROKES = 400;

export const proof: Proof = {
  title: 'What it costs, beside others',
  promise: 'A keystroke, a folder, a start and the memory each of them takes are measured beside other checkers in the same run; none has become dearer by a fifth since it was last recorded.',
  async run(told) {
    if (told.clock === 'ignored') return everyToolReads();
    const measured = JSON.parse(execFileSync(process.execPath, ['test/bench/bench.mjs', '--json'], { encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'ignore'] })) as Measured;
    beside(measured, told);
    told.figure('most memory of the server, a record of 10,000 words open and typed in', await memoryOfServer());
    const { losses } = await part<{ losses: (recorded: Ratios, now: Ratios) => readonly string[] }>('recorded');
    assert.deepEqual(losses(JSON.parse(readFileSync('test/bench/recorded.json', 'utf8')) as Ratios, measured.ratios), []);
  },
};

/** One row for each cost, with every tool in it. */
function beside({ patience, sizes, tools, ratios }: Measured, { figure }: Told): void {
  const row = (what: string, value: (tool: Tool) => string | null): void => figure(what, tools.flatMap((tool) => { const said = value(tool); return said === null ? [] : [`${tool.name} ${said}`]; }).join('; '));
  const late = `not in ${patience} s`;
  const whole = (value: number): string => Math.round(value).toLocaleString('en-GB');
  for (const words of [1_000, 10_000, 100_000]) row(`a keystroke in ${whole(words)} words, ms (p50 / p95)`, ({ keystrokes: { [words]: time } }) => (time ? `${time.p50.toFixed(2)} / ${time.p95.toFixed(2)}` : late));
  row('words read in a second', ({ wordsPerSecond }) => (wordsPerSecond === undefined ? late : whole(wordsPerSecond)));
  row('a start with 1,000 words, in starts of an empty Node', ({ cold }) => cold && `${cold.ratio.toFixed(2)} (${whole(cold.milliseconds)} ms)`);
  row('a folder of 1,000 records of 800 words, s', ({ folder, memory }) => memory && (folder === null ? late : (folder / 1000).toFixed(1)));
  row('most memory for 1,000 and for 100,000 words, MiB', ({ memory }) => memory && Object.values(memory).map((size) => (size === null ? late : whole(size))).join(' and '));
  const grown = tools[0].growth ?? [];
  const times = (what: 'reading' | 'keystroke'): string => grown.map((one, at) => `${whole(one.words)} words ${one[what].toFixed(2)} ms${at === 0 ? '' : ` (× ${(one[what] / grown[at - 1][what]).toFixed(2)})`}`).join('; ');
  figure('Alongside: reading, as the record doubles', times('reading'));
  figure('Alongside: a keystroke, as the record doubles', times('keystroke'));
  figure('Alongside: what is bundled, KB', sizes.filter(({ name }) => name.endsWith('.js') || name.endsWith('.bin')).map(({ name, bytes }) => `${name} ${whole(bytes / 1024)}`).join('; '));
  for (const [what, ratio] of Object.entries(ratios)) figure(`Alongside ÷ write-good, by turns: ${what}`, ratio.toFixed(3));
}

/** Without a clock: every tool can be had here, and finds something in a note that is full of findings. */
async function everyToolReads(): Promise<void> {
  const { PEERS } = await part<{ PEERS: readonly { readonly name: string; load(): Promise<(text: string) => number | Promise<number>> }[] }>('peers');
  const { shortNote } = await part<{ shortNote: (words: number) => string }>('note');
  for (const { name, load } of PEERS) assert.ok((await (await load())(shortNote(1_000))) > 0, `${name} finds nothing`);
}

/** As Linux tells it. */
async function memoryOfServer(): Promise<string> {
  const { longNote } = await part<{ longNote: (words: number) => string }>('note');
  const server = await startServerProcess();
  try {
    const uri = 'file:///records/visit.md';
    server.open(uri, longNote(10_000));
    const { items } = await server.pull(uri);
    assert.ok(items.length > 0);
    for (let key = 0; key < KEYSTROKES; key++) {
      server.change(uri, { range: { start: { line: 12, character: 0 }, end: { line: 12, character: 0 } }, text: 'and '[key % 4] });
      await server.pull(uri);
    }
    const most = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${server.child.pid}/status`, 'utf8'));
    return `${(Number(most![1]) / 1024).toFixed(0)} MiB`;
  } finally {
    await server.kill('SIGKILL');
  }
}

/** A part of the bench, which runs as it is and is not bundled. */
async function part<T>(name: Module): Promise<T> {
  return (await import(pathToFileURL(`test/bench/${name}.mjs`).href)) as T;
}
