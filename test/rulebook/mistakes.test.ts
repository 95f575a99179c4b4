/**
 * Every kind of mistake somebody can make in a rules file: a file of `mistakes/` each, which ends with what is said
 * about it, and in which line. `GOLDEN=write` writes what is said now.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRuleSet } from '../../server/src/engine/rule-set.js';
import { adviseOn } from '../../server/src/rulebook/advice.js';
import { createReader } from '../../server/src/rulebook/reader.js';
import { globsOfNothing } from '../../server/src/rulebook/settings-advice.js';
import { memoryHost } from '../support/memory-files.js';
import { smallPacks } from '../support/small-packs.js';

const PACKS = smallPacks();
const RULES = createRuleSet(PACKS, null);
const FOLDER = 'test/rulebook/mistakes';
const AT = '/team/alongside.yml';
const TODAY = '2026-06-01';

async function saidOf(source: string): Promise<readonly string[]> {
  const rulebook = await createReader(PACKS, memoryHost({ [AT]: source }), null, () => TODAY).rulebookFor(AT);
  return [...rulebook.problems, ...adviseOn(rulebook, RULES, TODAY), ...globsOfNothing(rulebook, ['/team/visits/a.md'])]
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .map(({ line, kind, message }) => `# line ${line}, ${kind ?? 'problem'}: ${message}`);
}

describe('a mistake in a rules file is said, in its line:', () => {
  for (const name of readdirSync(FOLDER).sort()) {
    it(name.replace(/\.yml$/, '').replaceAll('-', ' '), async () => {
      const text = readFileSync(`${FOLDER}/${name}`, 'utf8');
      const lines = text.split('\n').filter((line) => line !== '');
      const source = `${lines.filter((line) => !line.startsWith('# line ')).join('\n')}\n`;
      const said = await saidOf(source);
      if (process.env['GOLDEN']) writeFileSync(`${FOLDER}/${name}`, `${source}${said.join('\n')}\n`);
      else assert.deepEqual(said, lines.filter((line) => line.startsWith('# line ')));
      assert.ok(said.length > 0);
    });
  }
});
