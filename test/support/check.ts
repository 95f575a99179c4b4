/** Tests as data: `check('Mum [[was told to]] go.', …)` runs a rule over a text and compares what it raises. */
import assert from 'node:assert/strict';
import { analyse, type Analysis, type Context } from '../../server/src/engine/analyse.js';
import { ownWords } from '../../server/src/engine/finding.js';
import { createRuleSet, type RuleSet } from '../../server/src/engine/rule-set.js';
import { compileRules, noRules } from '../../server/src/rulebook/packs/compile.js';
import { decodeRule, type DecodedRule } from '../../server/src/rulebook/decode/rule.js';
import { EXAMPLE_PEOPLE } from '../../server/src/rulebook/advice/laws.js';
import { openYaml } from '../../server/src/rulebook/yaml/yaml.js';
import { BUILT_IN } from './built-in.js';

export const CONTEXT: Context = { type: null, template: false, people: EXAMPLE_PEOPLE, today: '2026-06-01' };

/**
 * The rule (the id of a built-in one, or its own YAML) raises in the text what stands in `[[ ]]`, and nothing else.
 * Keys that every rule needs and no test is about may be left out of the YAML.
 */
export function check(marked: string, rule: string, context: Partial<Context> = {}): Analysis {
  const text = marked.replaceAll('[[', '').replaceAll(']]', '');
  const analysis = analyse(text, /^[a-z-]+\/[a-z0-9-]+$/.test(rule) ? builtIn(rule) : rules(rule), { ...CONTEXT, ...context });
  assert.equal(mark(text, analysis.findings), marked);
  return analysis;
}

/** The text with `[[ ]]` round what the rules know of what was found. */
export function mark(text: string, findings: Analysis['findings']): string {
  return findings.map(ownWords).reverse().reduce((now, { start, end }) => `${now.slice(0, start)}[[${now.slice(start, end)}]]${now.slice(end)}`, text);
}

/** Rules in YAML, with ids ours/one, ours/two … in the order in which they are given. */
export function rules(...sources: readonly string[]): RuleSet {
  const decoded = sources.map((source, at): DecodedRule => {
    const id = { text: `ours/${NAMES[at]}`, offset: 0, line: 1, column: 1 };
    const yaml = openYaml(`${id.text}.yml`, completed(source));
    const rule = decodeRule(yaml, yaml.root, id, 'ours', {});
    assert.ok(rule, yaml.problems.map((problem) => problem.message).join('\n'));
    return rule;
  });
  const { problems, ...compiled } = compileRules(noRules({}), decoded, []);
  assert.deepEqual(problems, []);
  return createRuleSet(compiled, null);
}

const NAMES = ['one', 'two', 'three', 'four'] as const;
const NEEDED = [['title', 'title: A title'], ['why', 'why: It matters.'], ['examples', 'examples:\n  raise: "[[x]]"\n  leave: y']] as const;

function completed(source: string): string {
  const lines = source.trim().split('\n');
  return [...NEEDED.filter(([key]) => !lines.some((line) => line.startsWith(`${key}:`))).map(([, line]) => line), ...lines].join('\n');
}

/** A built-in rule alone: the others are off. */
function builtIn(id: string): RuleSet {
  assert.ok(BUILT_IN.rules.some((rule) => rule.id === id), `there is no rule ${id}`);
  return createRuleSet({ ...BUILT_IN, rules: BUILT_IN.rules.map((rule) => (rule.id === id ? rule : { ...rule, severity: 'off' })) }, null);
}
