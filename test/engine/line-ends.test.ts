/** LF text and the way back from its offsets. */
import assert from 'node:assert/strict';
import { lfOffsets, toLf } from '../../server/src/engine/note/line-ends.js';

describe('line ends', () => {
  it('become \\n, and a leading BOM goes', () => {
    assert.equal(toLf('\uFEFFa\r\nb\rc\nd\r\r\n\uFEFF'), 'a\nb\nc\nd\n\n\uFEFF');
    assert.equal(toLf('a\nb'), 'a\nb');
  });

  it('lead back to the source without its BOM', () => {
    const back = lfOffsets('\uFEFFa\r\nb\rc\nd\r\r\ne');
    assert.deepEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(back), [0, 1, 3, 4, 5, 6, 7, 8, 9, 11, 12]);
  });

  it('change nothing where there is no \\r', () => {
    assert.deepEqual([0, 3, 9].map(lfOffsets('ab\ncd')), [0, 3, 9]);
  });
});
