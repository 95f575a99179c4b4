import assert from 'node:assert/strict';
import { carryOver, formsOf, isBase } from '../../server/src/engine/inflect.js';

describe('the forms a word stands for', () => {
  const expected: Readonly<Record<string, string>> = {
    engage: 'engages engaged engaging',
    refer: 'refers referred referring',
    travel: 'travels travelled traveled travelling traveling',
    be: 'am is are was were been being',
    have: 'has had having',
    do: 'does did done doing',
    misunderstand: 'misunderstands misunderstood misunderstanding',
    undertake: 'undertakes undertook undertaken undertaking',
    read: 'reads reading',
    child: 'children',
    crisis: 'crises',
  };
  for (const [word, forms] of Object.entries(expected)) {
    it(`${word}: ${forms}`, () => {
      assert.deepEqual([...formsOf(word)].sort(), [word, ...forms.split(' ')].sort());
    });
  }

  it('leaves an inflected word alone', () => {
    assert.deepEqual(formsOf('told'), ['told']);
    assert.equal(isBase('children'), false);
  });

  it('carries a form over', () => {
    assert.equal(carryOver('utilised', 'utilise', 'use'), 'used');
    assert.equal(carryOver('utilised', 'utilise', 'begin'), null);
  });
});
