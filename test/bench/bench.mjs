/**
 * One table: Alongside beside other checkers, on the same texts, in the same run. Milliseconds and words a second are
 * this machine's today; the ratios are what to read.  node test/bench/bench.mjs [--check | --record] [--json]
 * `--check` fails where a ratio is worse than the recorded one by more than a fifth.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { parseArgs } from 'node:util';
import { builtSizes, loadAlongside } from './alongside.mjs';
import { percentile, timesOf, median } from './measure.mjs';
import { countWords, longNote, typing } from './note.mjs';
import { loadPeers } from './peers.mjs';
import { programs } from './programs.mjs';
import { worse } from './recorded.mjs';
import { tables } from './tables.mjs';

const { values: options } = parseArgs({ options: { check: { type: 'boolean', default: false }, record: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } } });
const RECORDED = new URL('recorded.json', import.meta.url);

setFlagsFromString('--no-allocation-site-pretenuring'); // as the language server does
const alongside = await loadAlongside();
const measured = { alongside: alongside.size, sizes: builtSizes(), tools: [] };
for (const tool of [alongside, ...(await loadPeers())]) {
  process.stderr.write(`${tool.name} …\n`);
  measured.tools.push({ name: tool.name, ...(await inProcess(tool, tool === alongside)), ...programs(tool) });
}
measured.growth = await growth(alongside);

console.log(options.json ? JSON.stringify(measured) : tables(measured));
if (options.record) writeFileSync(RECORDED, `${JSON.stringify(ratios(measured), null, 2)}\n`);
if (options.check) {
  const losses = existsSync(RECORDED) ? worse(JSON.parse(readFileSync(RECORDED, 'utf8')), ratios(measured)) : ['Nothing is recorded to check against; --record does so.'];
  for (const loss of losses) console.error(loss);
  process.exitCode = losses.length > 0 ? 1 : 0;
}

/** Keystrokes in notes of three lengths, and the reading of a long note. */
async function inProcess(tool, isOurs) {
  if (tool.found(await tool.check(longNote(1_000))) === 0) throw new Error(`${tool.name} found nothing in a note full of findings, so it is not running.`);
  const long = longNote(100_000);
  const times = await timesOf(() => tool.check(long), isOurs ? { budget: 5_000, least: 5, most: 15 } : { budget: 4_000, least: 1, most: 9 });
  // Others read the whole note again at every keystroke.
  const again = { count: times.length, p50: median(times), p95: percentile(times, 0.95) };
  const limits = isOurs ? { budget: 6_000, least: 500, most: 3_000 } : { budget: 3_000, least: 5, most: 200 };
  return {
    keystrokes: {
      1_000: await typed(tool, longNote(1_000), limits, isOurs ? 200 : 1),
      10_000: await typed(tool, longNote(10_000), limits, isOurs ? 200 : 1),
      100_000: isOurs ? await typed(tool, long, limits, 100) : again,
    },
    wordsPerSecond: countWords(long) / (median(times) / 1000),
  };
}

async function typed(tool, note, limits, warm) {
  const texts = typing(note);
  const times = [];
  let previous;
  // The typing itself is nobody's work, so the clock starts inside.
  const edit = async () => {
    const { value: text } = texts.next();
    const before = performance.now();
    const result = tool.check(text, previous);
    previous = result instanceof Promise ? await result : result;
    return performance.now() - before;
  };
  for (let i = 0; i < warm; i++) await edit();
  await timesOf(async () => { times.push(await edit()); }, limits);
  return { count: times.length, p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
}

/** What twice the work costs, against what it cost before. */
async function growth(tool) {
  const grown = [];
  for (const words of [12_500, 25_000, 50_000, 100_000]) {
    const note = longNote(words);
    const reading = median(await timesOf(() => tool.check(note), { budget: 3_000, least: 5, most: 20 }));
    const { p50 } = await typed(tool, note, { budget: 3_000, least: 200, most: 1_000 }, 100);
    grown.push({ words, reading, keystroke: p50 });
  }
  return grown;
}

/** What does not depend on the machine: each against write-good in the same run. Smaller is better. */
function ratios({ tools }) {
  const [ours, writeGood] = [tools[0], tools.find(({ name }) => name === 'write-good')];
  return {
    'keystroke in 10,000 words, p50': ours.keystrokes[10_000].p50 / writeGood.keystrokes[10_000].p50,
    'keystroke in 10,000 words, p95': ours.keystrokes[10_000].p95 / writeGood.keystrokes[10_000].p50,
    'keystroke in 100,000 words, p50': ours.keystrokes[100_000].p50 / writeGood.keystrokes[10_000].p50,
    'time for a word': writeGood.wordsPerSecond / ours.wordsPerSecond,
    'cold start': ours.cold.ratio / writeGood.cold.ratio,
    'memory for 1,000 words': ours.memory[1_000] / writeGood.memory[1_000],
    'memory for 100,000 words': ours.memory[100_000] / writeGood.memory[100_000],
  };
}
