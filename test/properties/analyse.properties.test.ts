/** What must hold of every analysis: an edit changes nothing but work. Many edits, and what a fix may change: test/proof. */
import assert from 'node:assert/strict';
import { analyse, type Analysis } from '../../server/src/engine/analyse.js';
import { createRuleSet } from '../../server/src/engine/rule-set.js';
import { BUILT_IN } from '../support/built-in.js';
import { CONTEXT } from '../support/check.js';
import { exampleNotes, saidOf } from '../support/edits.js';

const RULES = createRuleSet(BUILT_IN, null);
const NOTES = exampleNotes();

describe('an edit', () => {
  it('may bring other rules or another context with it', () => {
    const other = createRuleSet({ ...BUILT_IN, rules: BUILT_IN.rules.map((rule, at) => (at % 2 === 0 ? rule : { ...rule, severity: 'off' })) }, null);
    for (const note of NOTES) {
      const first = analyse(note, RULES, CONTEXT);
      assert.deepEqual(saidOf(analyse(note, other, CONTEXT, first)), saidOf(analyse(note, other, CONTEXT)));
      const letter = { ...CONTEXT, type: 'letter' as const, template: true };
      assert.deepEqual(saidOf(analyse(note, RULES, letter, first)), saidOf(analyse(note, RULES, letter)));
      const strangers = { ...CONTEXT, people: { children: ['Mum'], family: [], professionals: ['Leo'], services: [] } };
      assert.deepEqual(saidOf(analyse(note, RULES, strangers, first)), saidOf(analyse(note, RULES, strangers)));
    }
  });

  it('may name in another section who is to do something', () => {
    const before = '---\ntype: case-note\n---\n# Visit\n\nMum was in. Farida to see him alone.\n\n## School\n\nWe spoke about it at the school';
    const after = `${before} with Farida there.`;
    assert.deepEqual(saidOf(analyse(after, RULES, CONTEXT, analyse(before, RULES, CONTEXT))), saidOf(analyse(after, RULES, CONTEXT)));
    assert.notEqual(analyse(after, RULES, CONTEXT).findings.length, analyse(before, RULES, CONTEXT).findings.length);
  });

  it('may say further down whose name one was', () => {
    const rest = 'Leo Price (child) was in.\n\nWe saw the Dunmores today. The Dunmores failed to engage.\n\nMum was in.\n\n';
    const named = `${rest}Kayleigh Dunmore (mum) was in.\n`;
    const peopleOf = ({ memory }: Analysis) => memory.seen.map(({ read }) => read?.detail.people);
    assert.deepEqual(peopleOf(analyse(named, RULES, CONTEXT, analyse(rest, RULES, CONTEXT))), peopleOf(analyse(named, RULES, CONTEXT)));
    assert.notDeepEqual(peopleOf(analyse(named, RULES, CONTEXT))[1], peopleOf(analyse(rest, RULES, CONTEXT))[1]);
  });
});
