import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as plainEnglish from '../../server/src/engine/checks/plain-english/plain-english.js';
import { buildPacks } from '../../server/src/rulebook/packs/build-packs.js';
import { analyse } from '../../server/src/engine/analyse.js';
import { CATEGORIES } from '../../server/src/engine/rule.js';
import { createRuleSet, type RuleSet } from '../../server/src/engine/rule-set.js';
import { exampleNote, readExample } from '../../server/src/rulebook/advice/laws.js';
import { checkRules } from '../support/check-rules.js';
import { choicesOf } from '../../server/src/rulebook/rules-in-force.js';
import { problemText } from '../../server/src/rulebook/problem.js';

const packs = buildPacks('rules', 'test/specimens');
const asShipped = createRuleSet(packs.compiled, plainEnglish);

describe('the packs that ship', () => {
  it('hold every rule that the program knows by name', () => {
    const named = new RegExp(`'((?:${CATEGORIES.filter((category) => category !== 'ours').join('|')})/[a-z0-9-]+)'`, 'g');
    const files = readdirSync('server/src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const known = files.flatMap((file) => [...readFileSync(`server/src/${file}`, 'utf8').matchAll(named)].map(([, id]) => id));
    assert.ok(known.includes('plan/no-who'));
    assert.deepEqual(known.filter((id) => !packs.decoded.some(({ rule }) => rule.id === id)), []);
  });

  it('are read without a problem', () => assert.deepEqual(packs.problems.map(problemText), []));

  it('claim no phrase twice, and offer no wording that would be raised', () => {
    assert.deepEqual(checkRules(packs.decoded.map((rule) => ({ ...rule, raise: [], leave: [] })), asShipped).map(problemText), []);
  });

  it('say things kindly: no exclamation mark, no order, no word of error, British spelling', () => {
    const unkind = packs.decoded.flatMap(({ rule, file }) =>
      [rule.title, rule.why, rule.whenNotToUse, ...rule.entries.flatMap((entry) => [entry.why ?? null, entry.ask, entry.try, entry.message]), ...saidByKinds(rule.check)]
        .filter((text) => text !== null && /!|\b(?:you must|error|violation|incorrect|wrong word|behavior|color|program\b(?!me))/i.test(text))
        .map((text) => `${file}: ${text}`),
    );
    assert.deepEqual(unkind, []);
  });

  it('call nothing by a name that only those who write rules know', () => {
    const ours = packs.decoded.flatMap(({ rule, file }) =>
      [rule.title, rule.why, ...rule.entries.flatMap((entry) => [entry.why ?? null, entry.ask, entry.try]), ...saidByKinds(rule.check)]
        .filter((text) => text !== null && /\b(?:(?:this|the|a) (?:finding|entry|rule|match)|tokens?|lint(?:er|ing)?|flag(?:s|ged))\b/i.test(text))
        .map((text) => `${file}: ${text}`),
    );
    assert.deepEqual(ours, []);
  });

  it('say why in words that go on from the writer’s own, and ask with a question', () => {
    const said = packs.decoded.filter(({ rule }) => /^(?:label|doing-to|minimising|jargon)\//.test(rule.id)).flatMap(({ rule, file }) => rule.entries.map(({ why, ask }) => ({ file, why, ask })));
    assert.deepEqual(said.filter(({ why, ask }) => (why !== undefined && !/^(?:It|They|This)\b.*\.$/.test(why)) || (ask !== null && !ask.includes('?'))).map(({ file, why, ask }) => `${file}: ${why ?? ''} ${ask}`), []);
  });

  it('take no side where guides disagree, give both reasons for each, and raise by themselves nothing that a side asks for', () => {
    const sided = packs.decoded.filter(({ rule }) => rule.choice);
    assert.deepEqual([...choicesOf(sided.map(({ rule }) => rule)).keys()].sort(), ['alleged', 'allegation', 'asylum-seeker', 'autism', 'birth-parent', 'black', 'care-leaver', 'disability', 'pronouns', 'substance-words', 'victim'].sort());
    assert.deepEqual(sided.filter(({ rule }) => rule.severity !== 'off' || rule.why === '' || !rule.otherView).map(({ file }) => file), []);
    const ruleSet = createRuleSet(packs.compiled, null);
    const raised = sided.flatMap(({ rule }) => [...rule.examples.raise, ...rule.examples.leave]).map((example) => readExample(example).text)
      .filter((text) => analyse(text, ruleSet, exampleNote(sided[0].rule, '').context).findings.some(({ rule }) => /^label\/(?:disability|lay-diagnosis|victim)/.test(rule)));
    assert.deepEqual(raised, []);
  });

  it('are due for review on a date, and say where they come from', () => {
    assert.deepEqual(packs.decoded.filter(({ rule }) => rule.sources.length === 0 || !/^20\d\d-(?:0[1-9]|1[0-2])$/.test(rule.reviewBy)).map(({ file }) => file), []);
  });

  it('warn only where words hide harm or a child is not heard', () => {
    assert.deepEqual(packs.decoded.filter(({ rule }) => rule.severity === 'warning' && !/^(?:minimising|childs-voice)\//.test(rule.id)).map(({ file }) => file), []);
  });

  describe('every example does what it says', () => {
    for (const rule of packs.decoded) {
      it(rule.rule.id, () => assert.deepEqual(checkRules([rule], rule.rule.severity === 'off' ? switchedOn(rule.rule.id) : asShipped).map(problemText), []));
    }
  });
});

/** A rule that is off until a team chooses it is tried as it is once chosen. */
function switchedOn(id: string): RuleSet {
  return createRuleSet({ ...packs.compiled, rules: packs.compiled.rules.map((rule) => (rule.id === id ? { ...rule, severity: 'suggestion' } : rule)) }, plainEnglish);
}

/** What a check of many words says of each kind of them. */
function saidByKinds(check: (typeof packs.decoded)[number]['rule']['check']): readonly string[] {
  return Object.values((check?.['kinds'] ?? {}) as Readonly<Record<string, Readonly<Record<string, string>>>>).flatMap(({ why, ask, try: idea }) => [why, ask, idea]).filter((text) => text !== undefined);
}
