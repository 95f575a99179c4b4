import assert from 'node:assert/strict';
import fc from 'fast-check';
import { icuEnds, plainEnds } from '../../server/src/engine/words/sentences.js';

const PIECES = ['Mum', 'said', 'no', 'Dr', 'Shah', 'at', '10', 'a.m', 'e.g', 'i', 'A', '3', 'May', 'went', '16.10', '“Go', 'out”', '(he', 'left)', '"Go', '‘yes’', '£5', '3)', '[name]', '2nd', '-', '—', 'Łucja', 'étude', '\uFFFC'];
const JOINS = [' ', ' ', ' ', '. ', '. ', '.', '? ', '! ', '.\n', '\n', '… ', '\u2029', '.\u2029', ', ', ': ', '.  ', '..', ' . ', '?!', '.) ', '." ', '?" ', '.” ', '.’) ', '!) ', '.",', '. "', '. (', '.\n“', '. £', '. – ', '."\u2029', '; '];

describe('sentences', () => {
  it('that are plain end where ICU says, too', () => {
    const plainly = fc.tuple(fc.constantFrom('Mum', 'said', 'Dr', 'went', 'I', 'étude', '10'), fc.constantFrom(' ', ' ', '. ', '.\n', '? ', '! ', ', ', '\u2029', ' \n'));
    const oddly = fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(...JOINS));
    const text = fc.array(fc.oneof({ weight: 12, arbitrary: plainly }, { weight: 6, arbitrary: oddly }), { maxLength: 9 }).map((parts) => parts.flat().join(''));
    let plain = 0;
    fc.assert(
      fc.property(text, (prose) => {
        const ends = plainEnds(prose);
        if (!ends) return;
        if (ends.length > 0) plain++;
        assert.deepEqual(ends, icuEnds(prose), JSON.stringify(prose));
      }),
      { numRuns: 20_000, seed: 7 },
    );
    assert.ok(plain > 1000, 'the property is about something');
  });
});
