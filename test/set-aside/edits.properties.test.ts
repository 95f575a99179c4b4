/** Random edits round what was set aside leave it aside; random new text stays raised. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { aside, raised, partitioned } from '../support/set-aside.js';

const BEFORE = ['We met at home on Tuesday and talked about school for an hour.', 'Nan had made soup.', 'In April the course began, and'];
const AFTER = ['with the course that was offered in May.', 'He told us that the bus had stopped running.', 'We will look at mornings together.'];
const OTHERS = ['Maya showed us her drawing of the cat.', '## What we talked about', '- Mum will ring the school on Monday', '> “I like it when Dad reads to me.”'];
/** Nothing here is raised by a rule, and no word joins its neighbours into something that is. */
const WORDS = ['Tuesday', 'soup', 'blue', 'seven', 'window', 'quietly', 'kitchen', 'Norwich', 'football'];

/** Takes out, puts in or replaces one word of `text`. */
type WordEdit = readonly [at: number, word: string, kind: 'in' | 'out' | 'over'];
const wordEdit = fc.tuple(fc.nat(1000), fc.constantFrom(...WORDS), fc.constantFrom('in', 'out', 'over')) as fc.Arbitrary<WordEdit>;

function edited(sentences: readonly string[], edits: readonly WordEdit[]): string {
  const words = sentences.join(' ').split(' ');
  for (const [at, word, kind] of edits) words.splice(at % (words.length + 1), kind === 'in' ? 0 : 1, ...(kind === 'out' ? [] : [word]));
  return words.join(' ');
}

const FINDING = 'Dad failed to engage';
const paragraph = (before: string, after: string): string => `${before} ${FINDING} ${after}`;
const ORIGINAL = [OTHERS[1], paragraph(BEFORE.join(' '), AFTER.join(' ')), OTHERS[0]].join('\n\n');
const only = (_: string, rule: string): boolean => rule === 'label/engagement';

describe('what was set aside, after random edits', () => {
  const sidecar = aside(ORIGINAL, only);

  it('on one side of it, with paragraphs moved, line ends changed and lines wrapped afresh, is still aside', () => {
    fc.assert(fc.property(fc.array(wordEdit, { maxLength: 8 }), fc.constantFrom('before', 'after'), fc.shuffledSubarray(OTHERS), fc.nat(4), fc.constantFrom('\n', '\r\n'), fc.integer({ min: 24, max: 200 }), (edits, side, others, at, end, width) => {
      const changed = side === 'before' ? paragraph(edited(BEFORE, edits), AFTER.join(' ')) : paragraph(BEFORE.join(' '), edited(AFTER, edits));
      const blocks = [...others];
      blocks.splice(at, 0, wrapped(changed, width));
      const text = blocks.join('\n\n').replaceAll('\n', end);
      assert.deepEqual(partitioned(sidecar, text).kept.filter(({ rule }) => rule === 'label/engagement'), [], text);
    }), { numRuns: 300 });
  });

  it('further off than three words on both sides, is still aside', () => {
    fc.assert(fc.property(fc.array(wordEdit, { maxLength: 8 }), fc.array(wordEdit, { maxLength: 8 }), (before, after) => {
      const text = paragraph(`${edited(BEFORE.slice(0, 2), before)} ${BEFORE[2]}`, `with the course ${edited(AFTER.slice(1), after)}`);
      assert.deepEqual(raised(sidecar, text).filter((words) => words === 'failed to engage'), [], text);
    }), { numRuns: 200 });
  });

  it('covers no more findings than it counts', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), (then, now) => {
      const some = aside(Array(then).fill(ORIGINAL).join('\n\n'), only);
      const { kept, aside: left, gone } = partitioned(some, Array(now).fill(ORIGINAL).join('\n\n'));
      const counts = [left.length, kept.filter(({ rule }) => rule === 'label/engagement').length, gone.reduce((sum, { count }) => sum + count, 0)];
      assert.deepEqual(counts, [Math.min(then, now), Math.max(0, now - then), Math.max(0, then - now)]);
    }));
  });
});

/** Lines of at most `width` characters, parted where a space was. */
function wrapped(text: string, width: number): string {
  let line = 0;
  return text.split(' ').reduce((whole, word) => {
    const fits = line + word.length < width;
    line = fits ? line + word.length + 1 : word.length;
    return `${whole}${whole === '' ? '' : fits ? ' ' : '\n'}${word}`;
  }, '');
}
