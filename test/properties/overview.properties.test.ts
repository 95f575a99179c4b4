/** Of any text an overview can be made: its places are in the text, and it is the same after edits as read afresh. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyse } from '../../server/src/engine/analyse.js';
import { createOverviews, type Overview } from '../../server/src/engine/overview/overview.js';
import { createRuleSet } from '../../server/src/engine/rule-set.js';
import { BUILT_IN } from '../support/built-in.js';
import { CONTEXT } from '../support/check.js';

const PIECES = [
  '---\ntype: plan\nchild: Maya Osei, Leo Osei\n---\n\n', '# Plan\n\n', '## Child’s voice\n\n', '## Danger statement\n\n', '## Actions\n\n', '| What | Who | By when |\n|---|---|---|\n', '| Ring the school | Nan | |\n', '- Mum to ring the GP by Friday.\n', '- \n',
  '> I want to stay.\n', 'Maya said, "I like it."', ' “No', '”\n\n', 'Nan and Priti are worried that if Kofi drinks, Leo could be hit. ', 'Dad told us that he is tired. ', 'IRO ', '[name]', '\n\n', '**', '|', 'Leo: I’m fine\n', 'é😀', '1. ',
] as const;
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(''));

describe('overviews', () => {
  const ruleSet = createRuleSet(BUILT_IN, null);
  const look = createOverviews();
  const places = ({ children, voicePlaces, statements, actions, sides, voices, figures }: Overview): readonly { start: number; end: number }[] =>
    [...children.flatMap(({ words }) => words), ...voicePlaces, ...statements, ...actions, ...sides.worries, ...sides.goingWell, ...voices, ...(figures.longest ? [figures.longest] : [])];

  it('can be made of any text, with places that are in it', () => {
    fc.assert(fc.property(text, (note) => {
      for (const { start, end } of places(look(analyse(note, ruleSet, CONTEXT)))) assert.ok(start >= 0 && start <= end && end <= note.length, `${start}–${end} of ${note.length}`);
    }), { numRuns: 300 });
  });

  it('are the same after an edit as of the note read afresh', () => {
    fc.assert(fc.property(text, fc.constantFrom(...PIECES), fc.double({ min: 0, max: 1, noNaN: true }), (note, piece, where) => {
      const at = Math.floor(where * note.length);
      const edited = note.slice(0, at) + piece + note.slice(at);
      const before = analyse(note, ruleSet, CONTEXT);
      look(before);
      assert.deepEqual(look(analyse(edited, ruleSet, CONTEXT, before)), look(analyse(edited, ruleSet, CONTEXT)));
    }), { numRuns: 200 });
  });
});
