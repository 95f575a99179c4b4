/**
 * What a tool takes inside a process of its own, told part by part as it is measured, so that whoever waits may lose
 * patience.  node in-process.mjs NAME, from bench.mjs
 */
import { setFlagsFromString } from 'node:v8';
import { loadAlongside } from './alongside.mjs';
import { median, percentile, timesOf } from './measure.mjs';
import { countWords, longNote, typing } from './note.mjs';
import { PEERS } from './peers.mjs';

setFlagsFromString('--no-allocation-site-pretenuring'); // as the language server does
const ROUNDS = 11;
const [name] = process.argv.slice(2);
const ours = name === 'Alongside';
await (ours ? measureOurs() : measurePeer(PEERS.find((peer) => peer.name === name)));
process.exit();

function tell(part) {
  return new Promise((sent) => process.send(part, sent));
}

async function measureOurs() {
  const tool = await loadAlongside();
  await tell({ size: tool.size });
  const strokes = { budget: 6_000, least: 500, most: 3_000 };
  for (const words of [1_000, 10_000, 100_000]) await tell({ keystrokes: { [words]: await typed(tool, longNote(words), strokes, 200) } });
  await tell({ wordsPerSecond: speed(await timesOf(() => tool.check(longNote(100_000)), { budget: 5_000, least: 5, most: 15 })) });
  await tell({ pairs: await pairs(tool) });
  await tell({ growth: await growth(tool) });
}

/** The longest note last: not all come to its end. */
async function measurePeer({ load }) {
  const tool = { check: await load() };
  if ((await tool.check(longNote(1_000))) === 0) throw new Error(`${name} found nothing in a note full of findings, so it is not running.`);
  for (const words of [1_000, 10_000]) await tell({ keystrokes: { [words]: await typed(tool, longNote(words), { budget: 3_000, least: 3, most: 200 }, 1) } });
  const times = await timesOf(() => tool.check(longNote(100_000)), { budget: 4_000, least: 1, most: 9 });
  // Peers read the whole note again at every keystroke.
  await tell({ keystrokes: { 100_000: { p50: median(times), p95: percentile(times, 0.95) } }, wordsPerSecond: speed(times) });
}

function speed(times) {
  return countWords(longNote(100_000)) / (median(times) / 1000);
}

/** Milliseconds of each keystroke. */
async function typed(tool, note, limits, warm) {
  const times = await strokesOf(tool, note)(limits, warm);
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
}

/** Goes on typing each time it is called. */
function strokesOf(tool, note) {
  const texts = typing(note);
  let previous;
  // The typing itself is nobody's work, so the clock starts inside.
  const edit = async () => {
    const { value: text } = texts.next();
    const before = performance.now();
    const result = tool.check(text, previous);
    previous = result instanceof Promise ? await result : result;
    return performance.now() - before;
  };
  return async (limits, warm = 0) => {
    for (let i = 0; i < warm; i++) await edit();
    const times = [];
    await timesOf(async () => { times.push(await edit()); }, limits);
    return times;
  };
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

/** Ours against write-good, by turns: whatever else the machine does, it does to both. The median of the rounds' ratios. */
async function pairs(tool) {
  const writeGood = await PEERS.find((peer) => peer.name === 'write-good').load();
  const [middling, long] = [longNote(10_000), longNote(100_000)];
  const inMiddling = strokesOf(tool, middling);
  const inLong = strokesOf(tool, long);
  await inMiddling({ budget: 0, least: 300, most: 300 });
  await inLong({ budget: 0, least: 100, most: 100 });
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    const theirs = median(await timesOf(() => writeGood(middling), { budget: 0, least: 5, most: 5 }));
    const strokes = await inMiddling({ budget: 0, least: 100, most: 100 });
    rounds.push({
      'keystroke in 10,000 words, p50': median(strokes) / theirs,
      'keystroke in 100,000 words, p50': median(await inLong({ budget: 0, least: 50, most: 50 })) / theirs,
      'time for a word': median(await timesOf(() => tool.check(middling), { budget: 0, least: 5, most: 5 })) / theirs,
    });
  }
  return Object.fromEntries(Object.keys(rounds[0]).map((ratio) => [ratio, median(rounds.map((one) => one[ratio]))]));
}
