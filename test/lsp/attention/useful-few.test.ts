import assert from 'node:assert/strict';
import type { Finding } from '../../../server/src/engine/finding.js';
import { usefulFew, type Room } from '../../../server/src/lsp/attention/useful-few.js';
import { BUILT_IN } from '../../support/built-in.js';

const ROOM: Room = { most: 5, jargon: 'open', kept: new Set() };

/** Findings in the order of a note, from rule ids; `!` makes a warning. */
function findings(...rules: readonly string[]): readonly Finding[] {
  return rules.map((rule, at) => ({ rule: rule.replace('!', ''), severity: rule.endsWith('!') ? 'warning' : 'suggestion', message: '', title: '', start: at * 10, end: at * 10 + 5, fixes: [] }));
}

function shown(all: readonly Finding[], room: Partial<Room> = {}): readonly string[] {
  return usefulFew(all, BUILT_IN.rules, { ...ROOM, ...room }).shown.map(({ rule }) => rule);
}

describe('the useful few', () => {
  it('are hidden harm, a child not heard, gaps, blame, doing-to and jargon, in that order', () => {
    const inOrder = ['minimising/incident!', 'childs-voice/missing!', 'plan/no-who', 'label/engagement', 'doing-to/told', 'jargon/siblings'];
    const mixed = findings(...[...inOrder].reverse());
    for (let most = 0; most <= inOrder.length; most++) assert.deepEqual(new Set(shown(mixed, { most })), new Set(inOrder.slice(0, most).map((rule) => rule.replace('!', ''))));
  });

  it('stand in the order of the note', () => {
    assert.deepEqual(shown(findings('jargon/siblings', 'minimising/incident!', 'label/engagement'), { most: 5 }), ['jargon/siblings', 'minimising/incident', 'label/engagement']);
  });

  it('show what is different before the same thing again', () => {
    assert.deepEqual(shown(findings('plan/no-when', 'plan/no-when', 'plan/no-when', 'plan/vague'), { most: 2 }), ['plan/no-when', 'plan/vague']);
  });

  it('begin with a rule that somebody raised to a warning', () => {
    assert.deepEqual(shown(findings('label/engagement', 'jargon/siblings!'), { most: 1 }), ['jargon/siblings']);
  });

  it('stay what they were while others of their kind come before them', () => {
    const all = findings('label/engagement', 'label/hostility', 'label/denial');
    assert.deepEqual(shown(all, { most: 1 }), ['label/engagement']);
    assert.deepEqual(shown(all, { most: 1, kept: new Set([all[2]]) }), ['label/denial']);
  });

  it('make room for hidden harm all the same', () => {
    const all = findings('jargon/siblings', 'minimising/incident!');
    assert.deepEqual(shown(all, { most: 1, kept: new Set([all[0]]) }), ['minimising/incident']);
  });

  it('never leave out the child who is not heard, however much harm is hidden', () => {
    const all = findings('minimising/incident!', 'minimising/temper!', 'minimising/argument!', 'childs-voice/missing!');
    assert.deepEqual(shown(all, { most: 2 }), ['minimising/incident', 'childs-voice/missing']);
  });

  it('lose nothing: what is not shown is held, the most useful first', () => {
    const all = findings('jargon/siblings', 'doing-to/told', 'label/engagement');
    const { shown: few, held } = usefulFew(all, BUILT_IN.rules, { ...ROOM, most: 1 });
    assert.deepEqual([...few, ...held].map(({ rule }) => rule), ['label/engagement', 'doing-to/told', 'jargon/siblings']);
  });

  describe('with jargon folded', () => {
    it('take it as one, in the last place', () => {
      const all = findings('jargon/siblings', 'jargon/contact', 'jargon/case', 'label/engagement');
      const choice = usefulFew(all, BUILT_IN.rules, { ...ROOM, most: 2, jargon: 'folded' });
      assert.deepEqual(choice.shown.map(({ rule }) => rule), ['label/engagement']);
      assert.equal(choice.folded.length, 3);
      assert.deepEqual(choice.held, []);
    });

    it('hold all of it where there is no place left', () => {
      const choice = usefulFew(findings('jargon/siblings', 'jargon/contact', 'label/engagement'), BUILT_IN.rules, { ...ROOM, most: 1, jargon: 'folded' });
      assert.deepEqual(choice.folded, []);
      assert.equal(choice.held.length, 2);
    });

    it('leave a single word, and what somebody raised to a warning, as they are', () => {
      assert.deepEqual(shown(findings('jargon/siblings'), { jargon: 'folded' }), ['jargon/siblings']);
      assert.deepEqual(shown(findings('jargon/siblings!', 'jargon/contact!'), { jargon: 'folded' }), ['jargon/siblings', 'jargon/contact']);
    });
  });
});
