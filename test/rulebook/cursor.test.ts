/** Where the cursor is in a rules file, also where the line is half typed. `¦` marks it. */
import assert from 'node:assert/strict';
import { cursorAt } from '../../server/src/rulebook/yaml/cursor.js';

function at(marked: string, kind: 'rulebook' | 'rule' = 'rulebook'): string {
  const offset = marked.indexOf('¦');
  const cursor = cursorAt(marked.replace('¦', ''), offset, kind);
  if (!cursor) return 'nowhere';
  const word = marked.replace('¦', '').slice(cursor.start, cursor.end);
  if (cursor.at === 'value') return `value of ${cursor.field.key.text} “${word}”`;
  return `key under ${cursor.parent?.key.text ?? 'the top'} (${cursor.parent?.known?.shape.is ?? cursor.parent?.kind ?? 'file'}) “${word}” beside ${cursor.taken.join(' ')}`.trim();
}

const CASES: readonly (readonly [what: string, marked: string, where: string])[] = [
  ['an empty file', '¦', 'key under the top (file) “” beside'],
  ['the start of a key', 'packs: [family-valued]\nru¦', 'key under the top (file) “ru” beside packs'],
  ['a key that stands', 'packs: [family-valued]\nru¦les:\n  a/b: off\n', 'key under the top (file) “rules” beside packs'],
  ['a pack', 'packs: [family-valued, pl¦]\n', 'value of packs “pl”'],
  ['a pack in a list', 'packs:\n  - pl¦\n', 'value of packs “pl”'],
  ['the first rule', 'rules:\n  la¦\n', 'key under rules (rules) “la” beside'],
  ['the next rule', 'rules:\n  label/attitude: off\n  lab¦\n', 'key under rules (rules) “lab” beside label/attitude'],
  ['a rule between others', 'rules:\n  label/attitude: off\n  lab¦\n  jargon/x: off\npeople:\n  family: [Ana]\n', 'key under rules (rules) “lab” beside label/attitude jargon/x'],
  ['an empty line under a rule', 'rules:\n  label/attitude:\n    ¦\n', 'key under label/attitude (rule) “” beside'],
  ['a severity', 'rules:\n  label/attitude:\n    severity: w¦\n', 'value of severity “w”'],
  ['a severity not begun', 'rules:\n  label/attitude:\n    severity: ¦\n', 'value of severity “”'],
  ['a short form', 'rules:\n  label/attitude: ¦\n', 'value of label/attitude “”'],
  ['a key of a rule', 'rules:\n  ours/x:\n    title: A\n    wh¦\n', 'key under ours/x (rule) “wh” beside title'],
  ['the first key of an entry', 'rules:\n  ours/x:\n    title: A\n    entries:\n      - a¦\n', 'key under entries (list) “a” beside'],
  ['the next key of an entry', 'rules:\n  ours/x:\n    title: A\n    entries:\n      - avoid: |\n          x\n        as¦\n    why: B\n', 'key under entries (list) “as” beside avoid'],
  ['a phrase', 'rules:\n  ours/x:\n    title: A\n    entries:\n      - avoid: |\n          panel da¦\n', 'value of avoid “da”'],
  ['a group in a phrase', 'rules:\n  ours/x:\n    title: A\n    entries:\n      - avoid: |\n          {fa¦\n        ask: x\n', 'value of avoid “fa”'],
  ['an example', 'rules:\n  ours/x:\n    title: A\n    examples:\n      raise: |\n        Dad ca¦\n', 'value of raise “ca”'],
  ['types of record', 'rules:\n  label/attitude:\n    types: [letter, p¦]\n', 'value of types “p”'],
  ['a choice', 'choices:\n  vi¦\n', 'key under choices (choices) “vi” beside'],
  ['a side', 'choices:\n  victim: a¦\n', 'value of victim “a”'],
  ['a kind of record', 'notes:\n  "a/**": { type: pl¦ }\n', 'value of type “pl”'],
  ['a key in braces', 'notes:\n  "a/**": { ty¦ }\n', 'key under a/** (glob) “ty” beside'],
  ['a key in braces after another', 'notes:\n  "a/**": { type: plan, te¦ }\n', 'key under a/** (glob) “te” beside type'],
  ['after a tab that makes the file unreadable', 'rules:\n  label/attitude:\n    sev¦\n\tx: y\n', 'key under label/attitude (rule) “sev” beside'],
];

describe('the cursor in a rules file', () => {
  for (const [what, marked, where] of CASES) it(what, () => assert.equal(at(marked), where));
  it('a key of a rule of a pack', () => assert.equal(at('title: A\nse¦\n', 'rule'), 'key under the top (file) “se” beside title'));
});
