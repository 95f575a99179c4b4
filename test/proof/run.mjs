// Runs the proofs and writes docs/proof.md:  npm run proof [-- [--amount 0.01] NAME …]
//   without names: all of them. With an amount other than 1 the page is left as it is, for it tells of whole runs.
import '../support/ensure-installed.mjs';
import { fork } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const PAGE = 'docs/proof.md';
/** Longer than the longest of them: one that is still at it hangs. */
const MOST_MINUTES = 60;
/** These start whole suites of programs, or hold one time against another: nothing runs beside them. The others share the cores. */
const ALONE = ['bench', 'linear', 'private', 'robust', 'soak'];
/**
 * How V8 runs a proof that measures growth: it collects garbage on the thread that makes it, and puts it off, since the
 * more a thread may make before it is collected the less its cost goes by steps. What is kept has a bound of its own there.
 */
const FLAGS = { linear: ['--single-threaded-gc', '--min-semi-space-size=2048', '--max-semi-space-size=2048', '--heap-growing-percent=1000'] };

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const { values, positionals } = parseArgs({ allowPositionals: true, options: { amount: { type: 'string', default: '1' } } });
const amount = Number(values.amount);
const { build } = await import('../../server/build.mjs');
const { bundle } = await import('../support/bundle.mjs');
const { globby } = await import('globby');

const files = (await globby('test/proof/*.proof.ts')).sort();
const names = files.map((file) => basename(file, '.proof.ts'));
const unknown = positionals.filter((name) => !names.includes(name));
if (unknown.length > 0 || !(amount > 0)) {
  console.error(unknown.length > 0 ? `There is no proof ${unknown.join(', ')}; there are ${names.join(', ')}.` : `An amount is a number above 0, and 1 is the whole: ${values.amount}`);
  process.exit(2);
}

await build(); // some proofs run what ships
const [one, reporter, ...proofs] = await bundle(['test/proof/one.ts', 'test/proof/report.ts', ...files], `.test/proof-${process.pid}`, readFileSync('dist/packs.bin'));
const { renewed } = await import(`${process.cwd()}/${reporter}`);
const started = performance.now();
const wanted = positionals.length > 0 ? names.filter((name) => positionals.includes(name)) : names;
const together = wanted.filter((name) => !ALONE.includes(name));
let failed = 0;
await Promise.all(Array.from({ length: availableParallelism() }, async () => {
  for (let name = together.shift(); name !== undefined; name = together.shift()) await prove(name);
}));
for (const name of wanted.filter((name) => ALONE.includes(name))) await prove(name);
process.exit(failed > 0 ? 1 : 0);

/** Its section is written as soon as it has ended: whatever comes later takes nothing away. */
async function prove(name) {
  const told = await run(name, proofs[names.indexOf(name)]);
  const held = told.outcome.kind === 'held';
  if (!held) failed++;
  say(name, `${held ? 'passed' : 'FAILED'}: ${told.title}${held ? '' : `\n  ${told.outcome.why}`}`);
  if (amount === 1) writeFileSync(PAGE, renewed(existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '', [told]));
}

function say(name, what) {
  const seconds = Math.floor((performance.now() - started) / 1000);
  console.log(`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}  ${name}  ${what}`);
}

function run(name, file) {
  const figures = new Map();
  const begun = performance.now();
  let ended = { title: name, promise: '', outcome: null };
  say(name, '…');
  return new Promise((done) => {
    const child = fork(one, [`${process.cwd()}/${file}`, String(amount)], { execArgv: ['--expose-gc', '--enable-source-maps', ...(FLAGS[name] ?? [])] });
    const watchdog = setTimeout(() => child.kill('SIGKILL'), MOST_MINUTES * 60_000);
    child.on('message', (message) => {
      if (message.figure) {
        figures.set(message.figure.label, message.figure);
        say(name, `${message.figure.label}: ${message.figure.value}`);
      } else ended = message;
    });
    child.on('exit', (code, signal) => {
      clearTimeout(watchdog);
      const why = signal === null ? `it ended with code ${code}` : `it was ended by ${signal}`;
      done({ name, ...ended, figures: [...figures.values()], outcome: ended.outcome ?? { kind: 'broken', why }, made: madeIn(performance.now() - begun) });
    });
  });
}

function madeIn(milliseconds) {
  const took = milliseconds < 120_000 ? `${Math.ceil(milliseconds / 1000)} s` : `${Math.round(milliseconds / 60_000)} minutes`;
  return `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB of memory, ${took}`;
}
