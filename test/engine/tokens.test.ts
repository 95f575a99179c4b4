import assert from 'node:assert/strict';
import { ofToken, tableOf } from '../../server/src/engine/words/by-word.js';
import { JOINED, markOf, MARKS, SOFT, STOP, tokenize } from '../../server/src/engine/words/tokens.js';

/** Words with what stands before them: nothing where joined, `,` for other marks, `.` where a sentence may end. */
function words(prose: string): string {
  const { forms, gaps } = tokenize(prose);
  return forms.map((form, i) => `${i === 0 ? '' : gaps[i] === JOINED ? ' ' : gaps[i] === SOFT ? ' , ' : ' . '}${form}`).join('');
}

/** The stretches of the text that the words take up. */
function pieces(prose: string): string[] {
  const { starts, ends } = tokenize(prose);
  return starts.map((start, i) => prose.slice(start, ends[i]));
}

describe('words', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['', ''],
    [' \n\t ', ''],
    ['Mum rang SCHOOL', 'mum rang school'],
    ['Mum  rang\nschool\tand\u00a0left', 'mum rang school and left'],
    // A hyphen parts words as a space does; a dash does not.
    ['non-engagement', 'non engagement'],
    ['well‐known re‑offending', 'well known re offending'],
    ['four-\nyear-old', 'four year old'],
    ['Seen - well', 'seen , well'],
    ['Seen -- well', 'seen , well'],
    ['Seen – well—fed', 'seen , well , fed'],
    ['Seen -well, too- late', 'seen well , too late'],
    // Punctuation.
    ['Mum, Dad; Nan (Jean): tea', 'mum , dad , nan , jean , tea'],
    ['He left. She stayed! Did he? No', 'he left . she stayed . did he . no'],
    ['he left… she stayed...and', 'he left . she stayed . and'],
    ['one\u2029two', 'one . two'],
    ['Mum \uFFFC Dad', 'mum , dad'],
    ['and/or Mum & Dad', 'and / or mum & dad'],
    // Titles keep their full stop.
    ['Dr. Shah and Ms. Okafor', 'dr shah and ms okafor'],
    ['the dr . Shah', 'the dr . shah'],
    // Contractions.
    ["didn't won't can't shan't", 'did not will not can not shall not'],
    ['didn’t cannot', 'did not can not'],
    ["she's he'd we'll they're I've I'm", "she 's he 'd we will they are i have i am"],
    ["wouldn't've I'd've", "would not have i 'd have"],
    ["Mum's", "mum 's"],
    ["the parents' views", 'the parents views'],
    ["the ' views", 'the , views'],
    ["o'clock O'Brien", "o'clock o'brien"],
    ["n't 's", "n't , s"],
    ["'told'", 'told'],
    ["constructorn't toString __proto__ hasOwnProperty", 'constructor not tostring , hasownproperty'],
    // Numbers.
    ['16.10 on 14/01/2025, 3,000 at 2pm', '16.10 on 14/01/2025 , 3,000 at 2pm'],
    ['2nd 15kg 3.5mg 24/7', '2nd 15kg 3.5mg 24/7'],
    ['aged 4. Then', 'aged 4 . then'],
    // Read across markup, a blank to fill is no word.
    ['Mum\u2060\u2060\u2060\u2060\'s house', "mum 's house"],
    ["did\u2060n\u2060'\u2060t go", 'did not go'],
    ['\u2060\u2060told\u2060\u2060 her', 'told her'],
    ['re\u00adfused', 'refused'],
    ['told ____ to', 'told , to'],
    // Other scripts, combining marks.
    ['Zoë Gwyneth Łukasz محمد', 'zoë gwyneth łukasz محمد'],
    ['Zoe\u0308 rang', 'zoë rang'],
    ['told\u200b her \ufeffto', 'told her to'],
    ['👩‍👧 told 😀', 'told'],
  ];
  for (const [prose, expected] of cases) it(JSON.stringify(prose), () => assert.equal(words(prose), expected));

  it('take up their own letters and nothing beside them', () => {
    assert.deepEqual(pieces("“Didn't Mum's\u2060\u2060 plan work?”"), ['Did', "n't", 'Mum', "'s", 'plan', 'work']);
    assert.deepEqual(pieces('\u2060\u2060Mum\u2060\u2060’s cannot'), ['Mum\u2060\u2060', '’s', 'can', 'not']);
    assert.deepEqual(pieces("I'd've won't"), ['I', "'d", "'ve", 'wo', "n't"]);
    assert.deepEqual(pieces('İs\u0307tanbul’da Jo’s'), ['İs\u0307tanbul’da', 'Jo', '’s']);
  });

  it('are the same with an accent of one sign or of two', () => {
    const [one, two] = ['Zoë’s café', 'Zoe\u0308’s cafe\u0301'].map(tokenize);
    assert.deepEqual(two.forms, one.forms);
    assert.deepEqual(two.starts, [0, 4, 7]);
  });

  it('begin after a stop', () => {
    assert.deepEqual([...tokenize('- told').gaps], [STOP]);
  });

  it('are found in any string, in order, without overlap', () => {
    const parts = ['told', "n't", "'", '’', '\u2060', '\u00ad', '_', '-', '.', ' ', '\n', '3', ',', '\ud83d', '\udc69', 'İ', '\u0308', "'d", '/', 'constructor', '\u2029'];
    let state = 11;
    for (let n = 0; n < 20_000; n++) {
      let text = '';
      for (let k = 0; k < 12; k++) text += parts[(state = (Math.imul(state, 1664525) + 1013904223) >>> 0) % parts.length];
      const { count, starts, ends, forms, gaps, marks } = tokenize(text);
      for (const list of [starts, ends, forms, gaps, marks]) assert.equal(list.length, count);
      for (let i = 0; i < count; i++) {
        assert.ok(starts[i] < ends[i] && starts[i] >= (i === 0 ? 0 : ends[i - 1]) && ends[i] <= text.length, JSON.stringify(text));
        assert.ok(typeof forms[i] === 'string' && forms[i] !== '', JSON.stringify(text));
        assert.ok(marks[i] === markOf(forms[i]) && marks[i] >= 0 && marks[i] < MARKS, JSON.stringify(forms[i]));
      }
    }
  });

  it('are looked up in a table by their marks as by themselves, beyond the last as well', () => {
    const table = tableOf(new Map([['told', 1], ["'s", 2], ['İ'.toLowerCase(), 3], ['x', 4]]));
    const tokens = tokenize("Told Mum's x İ not tolled teld.");
    assert.deepEqual(Array.from({ length: tokens.count + 2 }, (_, at) => ofToken(table, tokens, at)), [1, undefined, 2, 4, 3, ...new Array(5).fill(undefined)]);
  });

  it('are found in long runs of what could be the beginning of something', () => {
    for (const run of ['a\u2060', "'d", '1,', '_', '-', "a'"]) assert.ok(tokenize(`x${run.repeat(50_000)}y`).count > 0);
  });
});
