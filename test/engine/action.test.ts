/** The actions of a note: which words are one, and whether they say who, when and what. */
import assert from 'node:assert/strict';
import { saysWhen } from '../../server/src/engine/checks/action-when.js';

describe('a time in an action', () => {
  for (const text of ['by 14/01/25', 'on Tuesday', 'within 10 days', 'each Friday', 'from tonight', 'before the review', '12 Sept', 'twice a week']) {
    it(text, () => assert.equal(saysWhen(text), true));
  }
  for (const text of ['ongoing', 'as soon as possible', 'when available', 'at 8', 'Mum may ring', 'Sec 20', 'x 2']) {
    it(`none in ${text}`, () => assert.equal(saysWhen(text), false));
  }
});
