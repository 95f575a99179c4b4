import assert from 'node:assert/strict';
import { nothingKept, someUpToDate, upToDate, type Kept } from '../../server/src/engine/known-parts.js';
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

  it('is kept between two parts that are new', () => {
    const kept: Kept<Part> = nothingKept();
    const before = [first, second, third];
    upToDate(kept, 'shout', before, shout(before));
    const after = [{ text: 'fourth' }, second, { text: 'fifth' }];
    const made: string[] = [];
    assert.deepEqual(upToDate(kept, 'shout', after, shout(after, made)), ['FOURTH', 'SECOND', 'FIFTH']);
    assert.deepEqual(made, ['fourth', 'fifth']);
  });

  it('is made anew where it goes by something else', () => {
    const kept: Kept<Part> = nothingKept();
    const parts = [first, second];
    const said = (end: string) => upToDate(kept, 'said', parts, (at) => `${parts[at].text}${end}`, end);
    assert.deepEqual([said('.'), said('?'), said('?')], [['first.', 'second.'], ['first?', 'second?'], ['first?', 'second?']]);
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

  it('is the same map of the few that have something, for as long as it says the same', () => {
    const kept: Kept<Part> = nothingKept();
    const named = (parts: readonly Part[]) => someUpToDate(kept, 'named', parts, (at) => (parts[at].text.startsWith('Leo') ? { length: parts[at].text.length } : null));
    const leo = { text: 'Leo came' };
    const before = named([first, leo, third]);
    assert.deepEqual([...before], [[1, { length: 8 }]]);
    assert.equal(named([second, leo, third]), before);
    assert.equal(named([second, { text: 'Leo went' }, third]), before);
    const longer = named([second, { text: 'Leo stayed' }, third]);
    assert.deepEqual([...longer], [[1, { length: 10 }]]);
    assert.deepEqual([...named([second, third, first, leo])], [[3, { length: 8 }]]);
    assert.deepEqual([...named([second, third])], []);
  });

  it('is the few of all parts that have something, whatever is edited', () => {
    const next = numbers(12);
    const kept: Kept<Part> = nothingKept();
    let parts: readonly Part[] = [];
    for (let edit = 0; edit < 2_000; edit++) {
      const from = next(parts.length + 1);
      const to = Math.min(parts.length, from + next(3));
      parts = [...parts.slice(0, from), ...Array.from({ length: next(parts.length > 20 ? 2 : 4) }, (): Part => ({ text: `p${next(9)}` })), ...parts.slice(to)];
      for (const name of ['a', 'b']) if (next(4) > 0) assert.deepEqual([...someUpToDate(kept, name, parts, (at) => (parts[at].text > 'p5' ? parts[at].text : null))], [...parts.entries()].filter(([, { text }]) => text > 'p5').map(([at, { text }]) => [at, text]));
    }
  });
});
