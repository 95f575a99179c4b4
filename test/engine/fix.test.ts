import assert from 'node:assert/strict';
import { replacementFix } from '../../server/src/engine/fix.js';

/** The text with the fix applied to its `[[…]]`, or null when none is offered. `source` is what the prose was made from. */
function fixed(marked: string, replacement: string, bases = '', source?: string): string | null {
  const start = marked.indexOf('[[');
  const end = marked.indexOf(']]') - 2;
  const prose = marked.replace('[[', '').replace(']]', '');
  const text = source ?? prose;
  const fix = replacementFix(text, prose, start, end, replacement, bases, 'ask');
  return fix && [...fix.edits].reverse().reduce((now, edit) => now.slice(0, edit.start) + edit.text + now.slice(edit.end), text);
}

describe('a fix', () => {
  const cases: readonly (readonly [marked: string, replacement: string, expected: string | null, bases?: string])[] = [
    // Capitals.
    ['He has two [[siblings]].', 'brothers and sisters', 'He has two brothers and sisters.'],
    ['[[Siblings]] came.', 'brothers and sisters', 'Brothers and sisters came.'],
    ['He left. [[Siblings]] came.', 'brothers and sisters', 'He left. Brothers and sisters came.'],
    ['Time With [[Siblings]]', 'brothers and sisters', 'Time With Brothers and sisters'],
    ['TIME WITH [[SIBLINGS]]', 'brothers and sisters', 'TIME WITH BROTHERS AND SISTERS'],
    ['[[siblings]] came', 'brothers and sisters', 'brothers and sisters came'],
    ['“[[Contact]] went well.”', 'family time', '“Family time went well.”'],
    // An acronym's capitals are its own.
    ['He is [[LAC]] now.', 'in our care', 'He is in our care now.'],
    ['[[LAC]] since May.', 'in our care', 'In our care since May.'],
    ['He left. "[[LAC]]" was said.', 'in our care', 'He left. "In our care" was said.'],
    ['He is [[looked after]].', 'a child in the care of the NHS', 'He is a child in the care of the NHS.'],
    // a and an.
    ['It is a [[placement]].', 'home', 'It is a home.'],
    ['It is a [[placement]].', 'agreed home', 'It is an agreed home.'],
    ['It is an [[open case]].', 'family we know', 'It is a family we know.'],
    ['A [[unit]] opened.', 'hour', 'An hour opened.'],
    ['An [[episode]] began.', 'time', 'A time began.'],
    ['a [[thing]]', 'unusual day', 'an unusual day'],
    ['a [[thing]]', 'uninvited guest', 'an uninvited guest'],
    ['an [[issue]]', 'useful idea', 'a useful idea'],
    ['an [[issue]]', 'one-off idea', 'a one-off idea'],
    ['an [[issue]]', 'European idea', 'a European idea'],
    ['an [[issue]]', 'university place', 'a university place'],
    ['a [[person]]', 'heir', 'an heir'],
    ['a [[letter]]', 'NHS letter', 'an NHS letter'],
    ['an [[issue]]', 'UK rule', 'a UK rule'],
    ['Vitamin A: [[siblings]]', 'aunts', 'Vitamin A: aunts'],
    ["the panda [[siblings]]", 'aunts', 'the panda aunts'],
    ["Leo's a [[child]]", 'uncle', "Leo's an uncle"],
    ['a \n[[placement]]', 'agreed home', 'an \nagreed home'],
    // The form of the matched word.
    ['They [[utilised]] it.', 'use/inflect', 'They used it.', 'utilise'],
    ['They [[utilized]] it.', 'use/inflect', 'They used it.', 'utilise'],
    ['She [[utilises]] it.', 'use/inflect', 'She uses it.', 'utilise'],
    ['[[Utilising]] it.', 'use/inflect', 'Using it.', 'utilise'],
    ['They [[utilise]] it.', 'use/inflect', 'They use it.', 'utilise'],
    ['We [[identified]] a home.', 'find/inflect out', 'We found out a home.', 'identify'],
    ['He [[made use of]] it.', 'use/inflect', 'He used it.', 'make use of'],
    ['He [[was ascertaining]] it.', 'was find/inflect out', 'He was finding out it.', 'was ascertain'],
    // What could be two forms is left to the writer.
    ['They [[set up]] it.', 'arrange/inflect', null, 'set up'],
    ['They [[put]] it.', 'place/inflect', null, 'put'],
    ['They [[leapt]] it.', 'use/inflect', null, 'utilise'],
    // Markup, a line's end, and what else stands inside.
    ['two [[half\nsiblings]]', 'sisters', null],
    ['two [[half\u2029siblings]]', 'sisters', null],
    ['two [[sib\u2060\u2060lings]]', 'sisters', null],
    ['two [[half \uFFFC siblings]]', 'sisters', null],
    // Taken out.
    ['She is [[very]] kind.', '', 'She is kind.'],
    ['She is kind [[really]].', '', 'She is kind.'],
    ['It is a [[very]] old home.', '', null],
    ['[[Very]] kind.', '', null],
    // Characters with a meaning elsewhere.
    ['It costs [[money]].', '$& and $1', 'It costs $& and $1.'],
  ];
  for (const [marked, replacement, expected, bases] of cases) {
    it(`${JSON.stringify(marked)} → ${replacement || '(nothing)'}`, () => assert.equal(fixed(marked, replacement, bases), expected));
  }

  it('leaves markup beside it alone, and is withheld where there is markup inside', () => {
    assert.equal(fixed('two   [[siblings]]  ', 'sisters', '', 'two **siblings**'), 'two **sisters**');
    assert.equal(fixed('two  [[half   siblings]]', 'sisters', '', 'two  half **siblings'), null);
    assert.equal(fixed('a   [[placement]]  ', 'home', '', 'a **placement**'), 'a **home**');
    assert.equal(fixed('a   [[placement]]  ', 'agreed home', '', 'a **placement**'), null);
  });

  it('says what it does, and is safe only where the rule says so', () => {
    const fix = replacementFix('two siblings', 'two siblings', 4, 12, 'sisters', '', 'safe');
    assert.deepEqual(fix, { title: 'Replace with “sisters”', safe: true, edits: [{ start: 4, end: 12, text: 'sisters' }] });
    assert.equal(replacementFix('so very kind', 'so very kind', 3, 7, '', '', 'ask')?.title, 'Take out “very”');
  });
});
