/** What is measured of the rules reaches those that ship, and is said in words; and which examples are shown first. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { Rule } from '../../server/src/engine/rule.js';
import { accuracyText, withAccuracy, type Accuracy } from '../../server/src/rulebook/accuracy.js';
import { compileRules } from '../../server/src/rulebook/packs/compile.js';
import { goodFirst } from '../../server/src/rulebook/guide/good-examples.js';
import { waysOf } from '../../server/src/lsp/examples.js';
import { BUILT_IN } from '../support/built-in.js';
import { memoryHost } from '../support/memory-files.js';

const some = BUILT_IN.rules.find(({ measured }) => !measured)!;
const rule = (id: string, more: Partial<Rule> = {}): Rule => ({ ...some, id, ...more });

describe('how often a rule is right', () => {
  it('is in the packs that ship as the suite over the records wrote it down, where there is enough to go by', () => {
    const written = JSON.parse(readFileSync('test/specimens/by-rule.json', 'utf8')) as Readonly<Record<string, Accuracy>>;
    const records = ['learnt', 'held-back'].flatMap((half) => readdirSync(`test/specimens/${half}`)).filter((name) => name.endsWith('.md')).length;
    const wanted = BUILT_IN.rules.flatMap(({ id }) => (written[id]?.raised >= 10 ? [[id, { ...written[id], records }]] : []));
    assert.ok(wanted.length > 50);
    assert.deepEqual(BUILT_IN.rules.flatMap(({ id, measured }) => (measured ? [[id, measured]] : [])), wanted);
  });

  it('is left out of a handful, and of a pack without any figures', () => {
    const files = { '/all/by-rule.json': '{ "label/a": { "right": 9, "raised": 9 }, "label/b": { "right": 9, "raised": 10 } }', '/all/learnt/1.md': '', '/all/learnt/2.md': '', '/all/held-back/3.md': '', '/all/held-back/README': '' };
    assert.deepEqual(withAccuracy([rule('label/a'), rule('label/b')], '/all', memoryHost(files)).map(({ measured }) => measured), [undefined, { right: 9, raised: 10, records: 3 }]);
    assert.deepEqual(withAccuracy([rule('label/a')], '/none', memoryHost({})), [rule('label/a')]);
  });

  it('is said in one plain line', () => {
    assert.equal(accuracyText({ right: 20, raised: 22, records: 168 }), 'Tried on 168 example records: right 20 times out of 22.');
    assert.equal(accuracyText({ right: 18, raised: 18, records: 168 }), 'Tried on 168 example records: right all 18 times.');
  });

  it('is no longer known of a rule to which a team adds words', () => {
    const measured = BUILT_IN.rules.find((one) => one.measured !== undefined && one.entries.length > 0)!;
    const change = { id: measured.id, severity: null, allow: ['biscuit'], add: [], phrases: [] };
    const entry = { ask: 'Why?', try: null, replace: null, safe: false, message: null };
    const after = (changes: Parameters<typeof compileRules>[2]): Rule => compileRules(BUILT_IN, [], changes).rules.find(({ id }) => id === measured.id)!;
    assert.deepEqual(after([change]).measured, measured.measured);
    assert.equal(after([{ ...change, add: [entry], phrases: [{ text: 'biscuit meeting', entry: 0, offset: 0, line: 1, column: 1 }] }]).measured, undefined);
  });
});

describe('examples of what is left alone', () => {
  const phrases = ['deal with', 'dealt with', 'deal with a domestic'];
  const examples = {
    raise: ['Dad was [[dealing with]] a domestic.'],
    leave: ['The dealer dealt the cards.', '"I rang her," Mum said.', 'Priti rang Dad on 3 May and they agreed who would come.', 'The domestic chores.', 'Leo dealt out the rolls.'],
  };

  it('begin with those that do without the words, and it is known how many they are', () => {
    const sorted = goodFirst(rule('label/a', { check: null, examples }), phrases);
    assert.equal(sorted.ways, 2);
    assert.deepEqual(sorted.examples.leave, [examples.leave[0], examples.leave[2], examples.leave[1], examples.leave[3], examples.leave[4]]);
  });

  it('of a check stay as they are', () => {
    const checked = rule('label/a', { check: { kind: 'voice' }, examples });
    assert.equal(goodFirst(checked, phrases), checked);
  });

  it('are shown as a line each: of a piece of a record the last, of a table the cells', () => {
    const leave = ['# Plan\n\n> - Leo chose the table.', '| What | Who |\n|---|---|\n| Ring Nan | Mum |', 'Nan came.', 'Kofi came.'];
    assert.deepEqual(waysOf({ examples: { raise: [], leave } }), ['Leo chose the table.', 'Ring Nan · Mum', 'Nan came.']);
    assert.deepEqual(waysOf({ examples: { raise: [], leave }, ways: 1 }), ['Leo chose the table.']);
    assert.deepEqual(waysOf({ examples: { raise: [], leave }, ways: 0 }), []);
  });
});
