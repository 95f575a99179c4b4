/** Twice as much of what is hardest, and the time it takes; then as much of it as a record may hold, and more. */
import assert from 'node:assert/strict';
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../server/src/cli/report/report.js';
import { analyse } from '../../server/src/engine/analyse.js';
import { MAX_NOTE, MAX_PIECES, tooMuch } from '../../server/src/engine/limits.js';
import { createRuleSet } from '../../server/src/engine/rule-set.js';
import { BUILT_IN } from '../support/built-in.js';
import { CONTEXT } from '../support/check.js';
import { languageClient } from '../support/language-client.js';
import { reportOf } from '../support/memory-world.js';
import { inFolder, runCli } from '../support/programs.js';
import { cases, mostOf, type Case } from './linear/cases.js';
import { growthOf, inWords, tooSteep } from './linear/growth.js';
import { KNOWN, SMALLEST } from './linear/known.js';
import { TEXTS } from './linear/texts.js';
import type { Proof, Told } from './proof.js';

export const proof: Proof = {
  title: 'Twice the work takes twice the time',
  promise: 'However a record, a rule or a document is made, the time it takes grows as its size does; what is over a stated limit is told as not read, with what was done.',
  async run(told) {
    if (told.clock === 'counts') await measuresWell(told);
    await eachGrows(cases(), told);
    atItsLargest(told);
    await beyondTheLimit(told);
  },
};

/** What is measured of work whose growth is known is told first: a measure that lets everything pass would tell nothing of the rest. */
async function measuresWell({ figure }: Told): Promise<void> {
  for (const { what, growth, prepare } of KNOWN) {
    const measured = await growthOf(prepare, SMALLEST, Infinity);
    figure(`the measure itself: ${what}`, `${inWords(measured)}, so it ${growth === 'even' ? 'passes' : 'fails'}, as it must`);
    assert.equal(tooSteep(measured) === null ? 'even' : 'steep', growth, `${what} is measured as ${inWords(measured)}`);
  }
}

/** In part of a run there is no clock: each is done once, at a small size. */
async function eachGrows(cases: readonly Case[], { clock, figure }: Told): Promise<void> {
  const steep: { readonly one: Case; readonly said: string }[] = [];
  for (const one of cases) {
    const { what, first, most, prepare } = one;
    if (clock === 'ignored') {
      await prepare(first)();
      continue;
    }
    const growth = await growthOf(prepare, first, most);
    const said = `${inWords(growth)}; ${growth.largest.toLocaleString('en-GB')} took ${growth.time.toFixed(0)} ms`;
    figure(what, said);
    if (tooSteep(growth) !== null) steep.push({ one, said });
  }
  // Of some hundred doublings one may be over by a hair, for what the machine did meanwhile: what grows faster does so each time.
  const over: string[] = [];
  for (const { one: { what, first, most, prepare }, said } of steep) {
    const growth = await growthOf(prepare, first, most);
    figure(what, `${said}; measured again ${inWords(growth)}`);
    const still = tooSteep(growth);
    if (still !== null) over.push(`${what}: ${still}`);
  }
  assert.deepEqual(over, [], 'what grows faster than its size, measured twice');
}

/** Every text as long as a note may be, in turn as records of the kinds that look furthest: nothing is thrown, none takes for ever, and memory stays bounded. */
function atItsLargest({ amount, clock, figure }: Told): void {
  const builtIn = createRuleSet(BUILT_IN, null);
  const texts = TEXTS.filter((_text, at) => at % Math.ceil(1 / amount) === 0);
  let [kept, slowest, slowestIs, done] = [0, 0, '', 0];
  for (const [at, { what, make }] of texts.entries()) {
    let size = mostOf(make) * Math.min(1, amount * 4);
    while (tooMuch(make(Math.floor(size))) !== null) size *= 0.9;
    const text = make(Math.floor(size));
    const before = process.cpuUsage();
    const analysis = analyse(text, builtIn, { ...CONTEXT, type: at % 2 === 0 ? 'plan' : 'danger-statement' });
    const { user, system } = process.cpuUsage(before);
    const seconds = (user + system) / 1_000_000;
    globalThis.gc?.();
    kept = Math.max(kept, process.memoryUsage().heapUsed);
    assert.ok(analysis.note.text.length > 0, `${what}: it is not read`);
    assert.ok(clock === 'ignored' || kept < MOST_KEPT, `${what}: ${(kept / 1_000_000).toFixed(0)} MB are kept`);
    assert.ok(clock === 'ignored' || seconds < MOST_SECONDS, `${what}: reading it takes ${seconds.toFixed(0)} s`);
    if (seconds > slowest) [slowest, slowestIs] = [seconds, what];
    done++;
    if (done % 10 === 0 || done === texts.length) figure(`records as large as they may be (${MAX_NOTE.toLocaleString('en-GB')} characters, ${MAX_PIECES.toLocaleString('en-GB')} lines and cells), each read as a plan or a danger statement`, done);
  }
  figure('most processor time for one of them', `${slowest.toFixed(0)} s (${slowestIs})`);
  figure('most memory that is kept for one of them', `${(kept / 1_000_000).toFixed(0)} MB`);
}

/** Of the processor, for 8 million characters made to be hard. */
const MOST_SECONDS = 120;

/** Bytes: a quarter of what Node gives a server. */
const MOST_KEPT = 1_000_000_000;

const BEYOND = [
  { what: 'a line of 10,000,000 characters', text: 'Dad failed to engage. '.repeat(Math.ceil(10_000_000 / 22)), said: 'The note is too long to be read (10.0 million characters; the limit is 8 million).' },
  { what: 'a table of 1,000,000 cells', text: `${'|a'.repeat(1000)}|\n${'|-'.repeat(1000)}|\n${`${'|b'.repeat(1000)}|\n`.repeat(1000)}`, said: 'The note has too many lines or cells to be read (1,004,004; the limit is 150,000).' },
] as const;

async function beyondTheLimit({ figure }: Told): Promise<void> {
  for (const { what, text, said } of BEYOND) {
    const { files } = await reportOf({ '/work/a.md': text, '/work/b.md': 'Dad failed to engage.\n' }, ['.']);
    assert.equal(files[0].unchecked[0].reason, said);
    assert.deepEqual([files[0].findings.length, files[1].findings.length], [0, 1]);
    const client = await languageClient();
    try {
      client.open('file:///records/a.md', text);
      const { items } = await client.pull('file:///records/a.md');
      assert.deepEqual(items.map(({ code }) => code), ['unchecked']);
      assert.equal(items[0].message, `This part was not read. ${said}`);
    } finally {
      client.stop();
    }
    figure(`${what}, command line and editor`, 'told as not read, and the next record is read');
  }
  await inFolder({ 'b.md': 'Dad failed to engage.\n' }, async (folder) => {
    for (const name of ['a.md', 'a.docx']) {
      writeFileSync(join(folder, name), '');
      truncateSync(join(folder, name), GIGABYTES);
    }
    // Node would refuse to read so much at once: what is told here is told of the size alone.
    const { code, out } = runCli(['check', '.', 'a.docx', '--format', 'json'], { cwd: folder });
    const { files, problems } = JSON.parse(out) as Report;
    assert.deepEqual([code, problems.length, files.map(({ path, findings }) => `${path} ${findings.length}`)], [2, 2, ['b.md 1']]);
    for (const { message } of problems) assert.match(message, /too large to be a record \(3000(?:\.0)? MB; the limit is \d+ MB\), so it was not checked\.$/);
  });
  figure('files of 3,000,000,000 bytes, command line', 'told as not read, without reading them, and the next record is read');
}

const GIGABYTES = 3_000_000_000;
