/** Who carries the work of a plan, and what stands beside each ask: where the rules speak once, and where they keep quiet. */
import assert from 'node:assert/strict';
import { analyse } from '../../server/src/engine/analyse.js';
import { createRuleSet } from '../../server/src/engine/rule-set.js';
import { BUILT_IN } from '../support/built-in.js';
import { check, CONTEXT } from '../support/check.js';

const RULES = createRuleSet(BUILT_IN, null);

const plan = (...lines: readonly string[]): string => `# Leo's plan\n\n## Actions\n\n${lines.join('\n')}\n`;
const OURS = '- Priti Sahota will ring the school about reading on 3 June';
const raised = (text: string) => analyse(text, RULES, { ...CONTEXT, type: 'plan' }).findings.filter(({ rule }) => rule === 'plan/vague' || rule === 'plan/ask-alone').map((finding) => ({ ...finding, text }));
const asks = (...lines: readonly string[]): void => {
  check(plan(...lines), 'plan/ask-alone', { type: 'plan' });
};

describe('an ask of the family', () => {
  it('is told where nothing stands beside it', () => asks('- [[Sana to attend the Tuesday group by 12 June]]', OURS));
  it('is told once, with how many there are', () => {
    const { findings: [finding] } = check(plan('- [[Sana to attend the Tuesday group by 12 June]]', OURS, '- Dee will stop smoking in the flat by 12 June'), 'plan/ask-alone', { type: 'plan' });
    assert.match(finding.message, /^In 2 places here .* such as “Sana to attend the Tuesday group by 12 June”\./);
  });
  it('is told where it says what will be done, and left to that question where it does not', () => {
    const vague = '- Sana to engage with the Tuesday group by 12 June';
    const said = (...lines: readonly string[]): readonly string[] => raised(plan(...lines)).map(({ rule, start, end, text }) => `${rule}: ${text.slice(start, end)}`);
    assert.deepEqual(said(vague, OURS), ['plan/vague: Sana to engage with the Tuesday group by 12 June']);
    assert.deepEqual(said(vague, '- Dee will stop smoking in the flat by 12 June', OURS), ['plan/vague: Sana to engage with the Tuesday group by 12 June', 'plan/ask-alone: Dee will stop smoking in the flat by 12 June']);
  });
  it('is left to the whole plan where that is all theirs', () => {
    const all = ['Sana to attend the Tuesday group by 12 June', '- Dee will stop smoking in the flat by 12 June', '- Dee to clear the hall by 12 June', '- Sana to find work by 30 June'];
    asks(`- ${all[0]}`, ...all.slice(1));
    check(plan(`- [[${all[0]}]]`, ...all.slice(1)), 'plan/family-carries', { type: 'plan' });
  });
  it('is small where it is to ring, bring or tell', () => asks('- Sana to ring the school by Friday', '- Dee to bring the form', OURS));
  it('is no ask where the family offered it, or put it in their own words', () => asks('- Dee will stop smoking in the flat, as she suggested', '- I will stop smoking in the flat (Dee)', OURS));
  it('is an order where it is put as one, which is told elsewhere', () => asks('- Dee must attend every session', OURS));
  it('is left where a reason, somebody or something goes with it', () => asks(
    '- Dee will stop smoking in the flat by 12 June, because of his chest', '- Sana to attend the group in a taxi that we book', '- Sana to complete the course with Dee', '- Dee to clear the hall by 5 June',
    '  - Skip on 3 June', OURS,
  ));
  it('is left where a worker does something about the same thing', () => asks('- Dee to clear the garden by 12 June', '- Priti Sahota to bring a skip for the garden on 8 June'));
  it('is left where a column is for help, or another cell names somebody who helps', () => {
    asks('| What | Who | Support |', '|---|---|---|', '| Stop smoking in the flat | Dee | Patches |', '| Ring the school | Priti Sahota | |');
    asks('| What | Who | Notes |', '|---|---|---|', '| Stop smoking in the flat | Dee | Priti Sahota brings patches |', '| Ring the school | Priti Sahota | |');
  });
  it('is left where a part of the plan is for help', () => asks('- Sana to attend the Tuesday group by 12 June', OURS, '', '## How we will help', '', 'A creche on Tuesdays, and the fare.'));
  it('is not of a child, nor of a worker', () => asks('- Leo to attend the club by 12 June', OURS, '- Priti Sahota to attend the meeting on 4 June'));
});
