/** Good examples with one part of a statement, goal, scale, task or voice taken out: that part is asked for, and nothing else. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { analyse } from '../../server/src/engine/analyse.js';
import { createRuleSet } from '../../server/src/engine/rule-set.js';
import { BUILT_IN } from '../support/built-in.js';
import { CONTEXT } from '../support/check.js';

const RULES = createRuleSet(BUILT_IN, null);
const STRUCTURE = /^(?:document|family-plan|safety-goal|scaling|childs-voice|danger-statement|plan)\//;

interface Taken {
  readonly example: string;
  readonly part: string;
  readonly from: string;
  readonly to: string;
  readonly rule: string;
}

const TAKEN: readonly Taken[] = [
  { example: 'danger-statement', part: 'a number for the family', from: '| Cerys | 4 |', to: '| Cerys | 14 |', rule: 'scaling/out-of-range' },
  { example: 'danger-statement', part: 'who does it', from: '- Rhodri will fit a bolt high on the back door by Friday 13 March.', to: '- Fit a bolt high on the back door by Friday 13 March.', rule: 'plan/no-who' },
  { example: 'danger-statement', part: 'by when', from: '- Rhodri will fit a bolt high on the back door by Friday 13 March.', to: '- Rhodri will fit a bolt high on the back door.', rule: 'plan/no-when' },
  { example: 'danger-statement', part: 'what will be done', from: '- Rhodri will fit a bolt high on the back door by Friday 13 March.', to: '- Rhodri will offer support by Friday 13 March.', rule: 'plan/vague' },
  { example: 'case-note-again', part: 'by when', from: '- Bev will have Jaydon on Friday and Saturday nights until 28 March, because Jaydon asked for that.', to: '- Bev will have Jaydon to stay, because Jaydon asked for that.', rule: 'plan/no-when' },
];

describe('a good example without', () => {
  for (const { example, part, from, to, rule } of TAKEN) {
    it(`${part}, in ${example}`, () => {
      const whole = readFileSync(`examples/${example}.md`, 'utf8');
      assert.ok(whole.includes(from), from);
      const found = analyse(whole.replace(from, () => to), RULES, CONTEXT).findings.filter((finding) => STRUCTURE.test(finding.rule));
      assert.deepEqual(found.map((finding) => finding.rule), [rule]);
    });
  }

  it('who is worried, in a danger statement', () => {
    const whole = readFileSync('examples/danger-statement.md', 'utf8');
    const found = analyse(whole.replace('Cerys, Mamgu, Parminder and Joe are worried because', 'There are concerns because').replace('They are worried that if', 'It is feared that if'), RULES, CONTEXT).findings.filter((finding) => STRUCTURE.test(finding.rule));
    assert.deepEqual(found.map((finding) => finding.rule), ['danger-statement/no-who']);
  });

  it('what has happened, in a danger statement', () => {
    const whole = readFileSync('examples/danger-statement.md', 'utf8');
    const told = whole.slice(whole.indexOf('because on 4 and 22'), whole.indexOf('They are worried that if Gethin'));
    const found = analyse(whole.replace(told, () => 'about Iolo. ').replace(/Gethin agrees with what is written[^]*?night shift\.\n/, 'Gethin does not agree.\n'), RULES, CONTEXT).findings.filter((finding) => STRUCTURE.test(finding.rule));
    assert.deepEqual(found.map((finding) => finding.rule), ['danger-statement/no-past-harm']);
  });

  it('what they fear, in a danger statement', () => {
    const whole = readFileSync('examples/danger-statement.md', 'utf8');
    const feared = whole.slice(whole.indexOf('They are worried that if Gethin'), whole.indexOf('\n\nGethin agrees'));
    const found = analyse(whole.replace(feared, ''), RULES, CONTEXT).findings.filter((finding) => STRUCTURE.test(finding.rule));
    assert.deepEqual(found.map((finding) => finding.rule), ['danger-statement/no-future']);
  });
});
