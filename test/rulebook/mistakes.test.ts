/**
 * Every kind of mistake somebody can make in a rules file: a file of `mistakes/` each, which ends with what is said
 * about it, in which line, and which ways out are offered. `GOLDEN=write` writes what is said now.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRuleSet } from '../../server/src/engine/rule-set.js';
import { adviseOn } from '../../server/src/rulebook/advice/advice.js';
import type { Problem } from '../../server/src/rulebook/problem.js';
import { createReader } from '../../server/src/rulebook/reader.js';
import { globsOfNothing } from '../../server/src/rulebook/advice/settings.js';
import { memoryHost } from '../support/memory-files.js';
import { smallPacks } from '../support/small-packs.js';

const PACKS = smallPacks();
const RULES = createRuleSet(PACKS, null);
const FOLDER = 'test/rulebook/mistakes';
const AT = '/team/alongside.yml';
const TODAY = '2026-06-01';

async function problemsOf(source: string): Promise<readonly Problem[]> {
  const rulebook = await createReader(PACKS, memoryHost({ [AT]: source }), null, () => TODAY).rulebookFor(AT);
  return [...rulebook.problems, ...adviseOn(rulebook, RULES, TODAY), ...globsOfNothing(rulebook, ['/team/visits/a.md'])]
    .sort((a, b) => a.line - b.line || a.column - b.column);
}

function said({ line, kind, message, mends }: Problem): string {
  return `# line ${line}, ${kind ?? 'problem'}: ${message}${mends?.length ? ` → ${mends.map(({ title }) => title).join('; ')}` : ''}`;
}

describe('a mistake in a rules file is said, in its line:', () => {
  for (const name of readdirSync(FOLDER).sort()) {
    it(name.replace(/\.yml$/, '').replaceAll('-', ' '), async () => {
      const text = readFileSync(`${FOLDER}/${name}`, 'utf8');
      const lines = text.split('\n').filter((line) => line !== '');
      const source = `${lines.filter((line) => !line.startsWith('# line ')).join('\n')}\n`;
      const problems = await problemsOf(source);
      if (process.env['GOLDEN']) writeFileSync(`${FOLDER}/${name}`, `${source}${problems.map(said).join('\n')}\n`);
      else assert.deepEqual(problems.map(said), lines.filter((line) => line.startsWith('# line ')));
      assert.ok(problems.length > 0);
      // A way out that is offered leads out.
      for (const { message, mends = [] } of problems) for (const { title, start, end, text: now } of mends) {
        const after = await problemsOf(source.slice(0, start) + now + source.slice(end));
        assert.ok(after.filter((one) => one.message === message).length < problems.filter((one) => one.message === message).length, `after “${title}” it is still said: ${message}`);
      }
    });
  }
});
