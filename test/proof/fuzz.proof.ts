/**
 * Input that nobody would write, led by coverage: records, rules, Word documents, messages, arguments. What once broke
 * the program stands in fuzz/found, and is tried first.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { explore, type Target } from './fuzz/explore.js';
import { fileTargets } from './fuzz/files.js';
import { messageTargets } from './fuzz/messages.js';
import { textTargets } from './fuzz/texts.js';
import type { Proof } from './proof.js';

const INPUTS = 20_000;
/** Milliseconds for one input of a few thousand characters: far more than any takes, far less than a hang. */
const MOST_TIME = 5_000;
/** Bytes by which what is kept in memory may grow over a whole target. */
const MOST_GROWTH = 64_000_000;

export const proof: Proof = {
  title: 'Nothing that is fed to it breaks it',
  promise: 'Whatever stands in a record, a rules file, a Word document, a message of an editor or on the command line, nothing is thrown, nothing hangs, and memory stays bounded.',
  async run({ of, clock, figure }) {
    const targets = [...textTargets(), ...fileTargets(), ...messageTargets()];
    let [inputs, kept, slowest, growth] = [0, 0, 0, 0];
    for (const target of targets) {
      const before = await atRest();
      const found = foundFor(target);
      const explored = await explore({ ...target, seeds: [...found, ...target.seeds] }, of(INPUTS), clock === 'counts' ? 'by-coverage' : 'by-chance', 11);
      const grown = (await atRest()) - before;
      figure(`${target.name}: inputs`, `${explored.inputs.toLocaleString('en-GB')}, ${explored.kept} of them led somewhere new; ${explored.functions.toLocaleString('en-GB')} functions reached`);
      if (clock === 'counts') {
        assert.ok(explored.slowest < MOST_TIME, `${target.name}: one input took ${explored.slowest.toFixed(0)} ms`);
        assert.ok(grown < MOST_GROWTH, `${target.name}: memory grew by ${(grown / 1_000_000).toFixed(0)} MB`);
      }
      [inputs, kept, slowest, growth] = [inputs + explored.inputs, kept + explored.kept, Math.max(slowest, explored.slowest), Math.max(growth, grown)];
    }
    figure('inputs in all', inputs);
    figure('slowest input', `${slowest.toFixed(0)} ms`);
    figure('most that memory grew over the inputs of one kind', `${Math.max(0, growth / 1_000_000).toFixed(0)} MB`);
    figure('thrown, hung, or told to a log', 0);
  },
};

async function atRest(): Promise<number> {
  await new Promise((resolve) => { setImmediate(resolve); });
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/** Inputs that once broke what this target runs: a file each, in the folder of its name. */
function foundFor({ name }: Target): readonly string[] {
  const folder = `test/proof/fuzz/found/${name.replaceAll(/[^a-z]+/gi, '-').toLowerCase()}`;
  return readdirSync('test/proof/fuzz/found', { recursive: true, encoding: 'utf8' }).map((file) => `test/proof/fuzz/found/${file.replaceAll('\\', '/')}`).filter((file) => file.startsWith(`${folder}/`)).sort().map((file) => JSON.parse(readFileSync(file, 'utf8')) as string);
}
