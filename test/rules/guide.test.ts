/**
 * What is made from the rules for people and for other tools: rules/README.md, a page for each category in docs/rules,
 * and rules/schema.json. `GOLDEN=write npm run test:unit -- rules/guide` makes them anew.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import type { Accuracy } from '../../server/src/rulebook/accuracy.js';
import { BUILT_IN_NAMES, CHOICES } from '../../server/src/rulebook/packs/built-in.js';
import { DISK } from '../../server/src/rulebook/files/disk.js';
import { loadRulebook } from '../../server/src/rulebook/load-rulebook.js';
import { readPack } from '../../server/src/rulebook/packs/pack.js';
import { rulesSchema } from '../../server/src/rulebook/decode/schema.js';
import { ABOUT, anchorOf, categoriesOf, categoryBlocks, categoryOf, indexBlocks, type Block } from '../../server/src/rulebook/guide/style-guide.js';
import { toMarkdown } from '../../server/src/rulebook/guide/text.js';
import { BUILT_IN } from '../support/built-in.js';
import { memoryHost } from '../support/memory-files.js';
import { openYaml } from '../../server/src/rulebook/yaml/yaml.js';
import { readRulebookFile } from '../../server/src/rulebook/decode/alongside-yml.js';

const decoded = [...BUILT_IN_NAMES, CHOICES].flatMap((name) => readPack(name, `rules/${name}`, BUILT_IN.words, DISK).rules);
const rules = decoded.map(({ rule }) => rule);
const MADE = 'This page is made from the rule files; `GOLDEN=write npm run test:unit -- rules/guide` makes it anew.';

/** On the labelled specimens, as test/specimens/accuracy.test.ts wrote it down. */
const measured = JSON.parse(readFileSync('test/specimens/by-rule.json', 'utf8')) as Readonly<Record<string, Accuracy>>;

function pages(): Readonly<Record<string, string>> {
  const heading = (text: string): Block => ({ kind: 'heading', level: 1, text });
  const counts = `${rules.length} rules: ${rules.filter(({ severity }) => severity === 'warning').length} warn, ${rules.filter(({ severity }) => severity === 'off').length} are off until a rules file chooses them, the rest suggest. “Right” is how often a rule was right on labelled records that it spoke on (test/specimens). How a rule is written is in docs/rules.md.`;
  return {
    'rules/README.md': `${toMarkdown([heading('The rules'), { kind: 'text', text: counts }, ...indexBlocks(rules, (rule) => `../docs/rules/${categoryOf(rule)}.md#${anchorOf(rule)}`, ({ id }) => measured[id])])}\n${MADE}\n`,
    ...Object.fromEntries(categoriesOf(rules).map((category) => [`docs/rules/${category}.md`, `${toMarkdown([heading(ABOUT[category].title), ...categoryBlocks(category, rules)])}\n${MADE}\n`])),
    'rules/schema.json': `${JSON.stringify(rulesSchema(rules), null, 2)}\n`,
  };
}

describe('made from the rules', () => {
  const wanted = pages();
  before(() => {
    if (!process.env['GOLDEN']) return;
    for (const name of readdirSync('docs/rules')) if (!(`docs/rules/${name}` in wanted)) rmSync(`docs/rules/${name}`);
    for (const [path, text] of Object.entries(wanted)) writeFileSync(path, text);
  });
  for (const [path, text] of Object.entries(wanted)) it(`${path} is as the rules are`, () => assert.equal(readFileSync(path, 'utf8') === text, true, 'make it anew: GOLDEN=write npm run test:unit -- rules/guide'));
  it('docs/rules holds no page of a category that is gone', () => assert.deepEqual(readdirSync('docs/rules').filter((name) => !(`docs/rules/${name}` in wanted)), []));
});

describe('the schema', () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  const schema = rulesSchema(rules);
  const fitsRulebook = ajv.compile(schema);
  const fitsRule = ajv.compile({ ...schema, ...(schema['definitions'] as Record<string, object>)['rule'] });
  const asTool = (text: string): unknown => parse(text, { schema: 'core' });

  it('takes every rule that ships', () => {
    const wrong = decoded.filter(({ file }) => !fitsRule(asTool(readFileSync(file, 'utf8'))));
    assert.deepEqual(wrong.map(({ file }) => `${file}: ${ajv.errorsText(fitsRule.errors)}`), []);
  });

  it('takes and refuses what the decoder takes and refuses, of all that is said by keys and values', () => {
    for (const name of readdirSync('test/rulebook/mistakes')) {
      const text = readFileSync(`test/rulebook/mistakes/${name}`, 'utf8').split('\n').filter((line) => !line.startsWith('# line ')).join('\n');
      const file = readRulebookFile('alongside.yml', `${text}\n`, {}, (id) => rules.some((rule) => rule.id === id));
      // Of unknown keys, kinds and values; the rest only rules themselves can show.
      const told = file.yaml.problems.some(({ message, kind }) => !kind && /^There is no “|should be (?:text|lines of|a list|plain)|cannot be|is not a (?:type|jurisdiction|year)|taken for a list/.test(message));
      const read = openYaml('alongside.yml', text).problems.length === 0;
      if (read && told) assert.equal(fitsRulebook(asTool(text)), false, `${name} is refused by the decoder alone`);
      // What is right as a whole: packs, sides and rules that there are.
      const whole = loadRulebook('/team/alongside.yml', memoryHost({ '/team/alongside.yml': text }), BUILT_IN);
      if (read && whole.problems.length === 0) assert.ok(fitsRulebook(asTool(text)), `${name}: ${ajv.errorsText(fitsRulebook.errors)}`);
    }
  });
});
