/**
 * One table: Alongside beside other checkers, on the same text, in the same run. Milliseconds and words a second
 * are this machine's today; the ratios are what to read. `node test/bench/bench.mjs` takes about two minutes.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { builtSizes, loadAlongside } from './alongside.mjs';
import { coldRatio, median, percentile, timesOf } from './measure.mjs';
import { countWords, longNote, shortNote, typing } from './note.mjs';
import { loadPeers } from './peers.mjs';

setFlagsFromString('--no-allocation-site-pretenuring'); // as the language server does

const NOTE_WORDS = 10_000;
const LONG_WORDS = 100_000;

const note = longNote(NOTE_WORDS);
const long = longNote(LONG_WORDS);
const alongside = await loadAlongside();
const rows = [await measure(alongside, { edits: { budget: 15_000, least: 500, most: 4_000 }, runs: { budget: 5_000, least: 5, most: 15 }, pairs: 21 })];
for (const peer of await loadPeers()) {
  rows.push(await measure(peer, { edits: { budget: 5_000, least: 9, most: 200 }, runs: { budget: 5_000, least: 1, most: 9 }, pairs: 5 }));
}
print(rows);

/** Edits, throughput and cold start of one tool, each within its budget. */
async function measure(tool, limits) {
  process.stderr.write(`${tool.name} …\n`);
  if (tool.found(await tool.check(note)) === 0) throw new Error(`${tool.name} found nothing in a note full of findings, so it is not running.`);
  const texts = typing(note);
  let previous;
  const edit = () => {
    const { value: text } = texts.next();
    const before = performance.now();
    const result = tool.check(text, previous);
    previous = result;
    return result instanceof Promise ? result.then(() => performance.now() - before) : performance.now() - before;
  };
  // The typing itself is nobody's work, so the clock starts inside.
  const edits = [];
  await timesOf(async () => { await edit(); }, { budget: 1_000, least: 1, most: 200 });
  await timesOf(async () => { edits.push(await edit()); }, limits.edits);
  const full = await timesOf(() => tool.check(long), limits.runs);
  return {
    name: tool.name,
    edits: { count: edits.length, p50: percentile(edits, 0.5), p95: percentile(edits, 0.95) },
    wordsPerSecond: countWords(long) / (median(full) / 1000),
    cold: cold(tool, limits.pairs),
  };
}

function cold(tool, pairs) {
  const args = tool.cli?.('note.md');
  if (!args || !existsSync(args[0])) return null;
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    writeFileSync(join(folder, 'note.md'), shortNote(1_000));
    return coldRatio(args, pairs, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function print(measured) {
  const [ours] = measured;
  const head = ['', `one typed character in ${NOTE_WORDS.toLocaleString('en-GB')} words: p50 ms`, 'p95 ms', 'p95 × ours', 'edits', 'words/s, one thread', 'ours × theirs', 'cold start × empty node', 'ms'];
  const lines = measured.map((row) => [
    row.name,
    row.edits.p50.toFixed(2), row.edits.p95.toFixed(2), (row.edits.p95 / ours.edits.p95).toFixed(1), String(row.edits.count),
    Math.round(row.wordsPerSecond).toLocaleString('en-GB'), (ours.wordsPerSecond / row.wordsPerSecond).toFixed(1),
    row.cold ? row.cold.ratio.toFixed(2) : '–', row.cold ? row.cold.milliseconds.toFixed(0) : '–',
  ]);
  console.log([head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n'));
  const { rules, phrases, problems } = alongside.size;
  console.log(`\nAlongside: ${rules} rules, ${phrases} phrases${problems ? `, ${problems} problems in rule files` : ''}. Node ${process.versions.node}.`);
  const kilobytes = (bytes) => (bytes === null ? 'not built' : `${Math.ceil(bytes / 1024)} KB`);
  const sizes = builtSizes();
  console.log(`Size: server ${kilobytes(sizes.server)}, command line ${kilobytes(sizes.cli)}, .vsix ${kilobytes(sizes.vsix)}.`);
  if (sizes.later.length > 0) console.log(`Beside them: ${sizes.later.map(({ name, bytes }) => `${name} ${kilobytes(bytes)}`).join(', ')}.`);
}
