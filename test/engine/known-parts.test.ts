import assert from 'node:assert/strict';
import { nothingKept, upToDate, type Kept } from '../../server/src/engine/known-parts.js';
import { numbers } from '../support/random.js';

interface Part {
  readonly text: string;
}

describe('what is kept of the parts of a note', () => {
  const [first, second, third] = ['first', 'second', 'third'].map((text): Part => ({ text }));
  const shout = (parts: readonly Part[], made: string[] = []) => (at: number): string => {
    made.push(parts[at].text);
    return parts[at].text.toUpperCase();
  };

  it('is made anew only where a part is new', () => {
    const kept: Kept<Part> = nothingKept();
    const before = [first, third];
    upToDate(kept, 'shout', before, shout(before));
    const after = [first, second, third];
    const made: string[] = [];
    assert.deepEqual(upToDate(kept, 'shout', after, shout(after, made)), ['FIRST', 'SECOND', 'THIRD']);
    assert.deepEqual(made, ['second']);
    assert.deepEqual(upToDate(kept, 'shout', after, shout(after, made)), ['FIRST', 'SECOND', 'THIRD']);
    assert.deepEqual(made, ['second']);
  });

  it('is forgotten when it was not asked for the last time, with the parts that stood then', () => {
    const kept: Kept<Part> = nothingKept();
    const readings = [[first], [first, second], [first, second, third]];
    for (const [nth, parts] of readings.entries()) {
      upToDate(kept, 'at each reading', parts, shout(parts));
      if (nth === 0) upToDate(kept, 'at the first', parts, shout(parts));
    }
    assert.deepEqual([...kept.made.keys()], ['at each reading']);
    const last = readings[2];
    assert.deepEqual(upToDate(kept, 'at the first', last, shout(last)), ['FIRST', 'SECOND', 'THIRD']);
  });

  it('is what the parts are, whatever is edited and whichever names are asked for', () => {
    const next = numbers(11);
    const kept: Kept<Part> = nothingKept();
    let parts: readonly Part[] = [];
    for (let edit = 0; edit < 2_000; edit++) {
      const from = next(parts.length + 1);
      const to = Math.min(parts.length, from + next(3));
      parts = [...parts.slice(0, from), ...Array.from({ length: next(parts.length > 20 ? 2 : 4) }, (_, nth): Part => ({ text: `p${edit}.${nth}` })), ...parts.slice(to)];
      for (const name of ['a', 'b', 'c']) if (next(4) > 0) assert.deepEqual(upToDate(kept, name, parts, shout(parts)), parts.map(({ text }) => text.toUpperCase()));
    }
  });
});
