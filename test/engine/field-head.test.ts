/** The bold head of a form's field: where it begins and ends in a block's prose. */
import assert from 'node:assert/strict';
import { inFieldHead } from '../../server/src/engine/note/field-head.js';
import { parseNote } from '../../server/src/engine/note/note.js';

/** Whether the first `words` of a note stand in the head of a field. */
function stands(text: string, words: string): boolean {
  const { content: { prose } } = parseNote(text).blocks.find(({ content }) => content.prose.includes(words))!;
  const start = prose.indexOf(words);
  return inFieldHead(prose, { start, end: start + words.length });
}

describe('the head of a field', () => {
  it('is bold, and its colon is within or behind', () => {
    assert.ok(stands('**Presenting issues:** Skyla is tired.', 'Presenting issues'));
    assert.ok(stands('**Quality of contact**: amber', 'contact'));
    assert.ok(stands('- **Direct work:** we drew a map', 'Direct work'));
  });
  it('may open a later line', () => assert.ok(stands('**Author:** Wei Chen\n**Subject children:** Milan (12)', 'Subject children')));
  it('ends with its colon', () => {
    assert.ok(!stands('**Referred to:** direct work', 'direct work'));
    assert.ok(!stands('**Referred to:** Exploitation Panel\n**Date:** 11 March', 'Exploitation Panel'));
  });
  it('is neither plain nor a bold word of a sentence', () => {
    assert.ok(!stands('Direct work: we drew a map', 'Direct work'));
    assert.ok(!stands('We did **direct work** and drew a map.', 'direct work'));
  });
});
