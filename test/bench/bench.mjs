/**
 * One table: Alongside beside other checkers, on the same texts, in the same run. Milliseconds and words a second are
 * this machine's today; the ratios are what to read.  node test/bench/bench.mjs [--check | --record] [--json]
 * `--check` fails where a ratio is worse than the recorded one by more than a fifth; it asks only the tools that the ratios are of.
 */
import { fork } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { builtSizes, OURS } from './alongside.mjs';
import { PEERS } from './peers.mjs';
import { coldPairs, programs } from './programs.mjs';
import { losses } from './recorded.mjs';
import { tables } from './tables.mjs';

const { values: options } = parseArgs({ options: { check: { type: 'boolean', default: false }, record: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } } });
const RECORDED = new URL('recorded.json', import.meta.url);
/** Seconds after which a tool is given up, and shown with what it has told so far. */
const PATIENCE = { ours: 300, peer: 40 };

const [WRITE_GOOD] = PEERS;
const measured = { sizes: builtSizes(), patience: PATIENCE.peer, tools: [] };
for (const tool of options.check ? [OURS, WRITE_GOOD] : [OURS, ...PEERS]) {
  process.stderr.write(`${tool.name} …\n`);
  measured.tools.push({ name: tool.name, ...(await inProcess(tool.name, tool === OURS ? PATIENCE.ours : PATIENCE.peer)), ...programs(tool, PATIENCE.peer) });
}
const [ours, writeGood] = measured.tools;
if (!ours.pairs) throw new Error(`${ours.name} has not come to its end in ${PATIENCE.ours} s: this machine is too busy to measure anything.`);
measured.ratios = { ...ours.pairs, 'cold start': coldPairs(OURS, WRITE_GOOD), 'memory for 1,000 words': ours.memory[1_000] / writeGood.memory[1_000], 'memory for 100,000 words': ours.memory[100_000] / writeGood.memory[100_000] };

console.log(options.json ? JSON.stringify(measured) : tables(measured));
if (options.record) writeFileSync(RECORDED, `${JSON.stringify(measured.ratios, null, 2)}\n`);
if (options.check) {
  const told = losses(existsSync(RECORDED) ? JSON.parse(readFileSync(RECORDED, 'utf8')) : null, measured.ratios);
  for (const loss of told) console.error(loss);
  process.exitCode = told.length > 0 ? 1 : 0;
}

/** What a tool told of itself until it ended, or patience did. */
function inProcess(name, seconds) {
  const told = { keystrokes: {} };
  return new Promise((done, failed) => {
    const child = fork(fileURLToPath(new URL('in-process.mjs', import.meta.url)), [name]);
    const patience = setTimeout(() => child.kill('SIGKILL'), seconds * 1_000);
    child.on('message', ({ keystrokes, ...more }) => Object.assign(told, more, { keystrokes: { ...told.keystrokes, ...keystrokes } }));
    child.on('exit', (code, signal) => {
      clearTimeout(patience);
      if (code === 0 || signal === 'SIGKILL') done(told);
      else failed(new Error(`${name} ended with ${code ?? signal}.`));
    });
  });
}
