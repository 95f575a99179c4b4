import assert from 'node:assert/strict';
import type { Finding } from '../../server/src/engine/finding.js';
import { parseNote } from '../../server/src/engine/note/note.js';
import { applyDirectives } from '../../server/src/engine/suppress.js';

const TODAY = '2026-06-01';

/** A finding of each rule wherever its name's letter stands alone: `a` is label/a, `b` is label/b, `c` is jargon/c. Those that stay, in order. */
function staying(text: string): string {
  const rules: Readonly<Record<string, string>> = { a: 'label/a', b: 'label/b', c: 'jargon/c' };
  const findings: Finding[] = [];
  for (const match of text.matchAll(/(?<![\w/-])[abc](?![\w/-])/g)) {
    findings.push({ rule: rules[match[0]], start: match.index, end: match.index + 1, severity: 'suggestion', message: '', title: '', fixes: [] });
  }
  return applyDirectives(findings, parseNote(text), TODAY).map(({ rule }) => rule.slice(-1)).join(' ');
}

describe('directives', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['a b c', 'a b c'],
    ['<!-- alongside-disable-file -->\n\na b c', ''],
    ['a\n\nb\n\n<!-- alongside-disable-file label/a -->', 'b'],
    ['a b <!-- alongside-disable-line -->\nc', 'c'],
    ['a b <!-- alongside-disable-line label/b -->\nb c', 'a b c'],
    ['| a | b <!-- alongside-disable-line label --> |\n|---|---|\n| a | c |', 'a c'],
    ['<!-- alongside-disable-next-line -->\na b\nc', 'c'],
    ['<!-- alongside-disable-next-line label/a, jargon/c -->\na b c\na', 'b a'],
    ['<!-- alongside-disable-next-line label -->\na b c', 'c'],
    ['a\n\n<!-- alongside-disable -->\n\na b c\n\n<!-- alongside-enable -->\n\na b', 'a a b'],
    ['<!-- alongside-disable label/a -->\n\na b\n\n<!-- alongside-enable label/a -->\n\na', 'b a'],
    ['<!-- alongside-disable label/a, label/b -->\n\na b\n\n<!-- alongside-enable label/a -->\n\na b', 'a'],
    ['<!-- alongside-disable -->\n\na\n\n<!-- alongside-enable label/a -->\n\na b c', 'a'],
    ['<!-- alongside-disable label -->\n\na c\n\n<!-- alongside-enable -->\n\na c', 'c a c'],
    ['<!-- alongside-disable label/a -->\n\na\n\n<!-- alongside-enable jargon/c -->\n\na', ''],
    ['<!-- alongside-disable label/a -->\n\na\n\n<!-- alongside-enable label -->\n\na', 'a'],
    ['<!-- alongside-disable -->\n\na b c', ''],
    ['<!-- alongside-enable -->\n\na', 'a'],
    // A category is the whole first half of an id.
    ['<!-- alongside-disable-file lab -->\n\na', 'a'],
    // Until a day, that day included.
    ['<!-- alongside-disable-file until=2026-06-01 -->\n\na', ''],
    ['<!-- alongside-disable-file until=2026-05-31 -->\n\na', 'a'],
    ['<!-- alongside-disable-file reason="court wording" by="PS" until=2027-03-01 -->\n\na', ''],
    // Badly written ones do nothing.
    ['<!-- alongside-disable-file until=soon -->\n\na', 'a'],
    ['<!-- alongside-disabled -->\n\na', 'a'],
    ['<!-- an ordinary comment -->\n\na', 'a'],
  ];
  for (const [text, expected] of cases) it(text.replaceAll('\n', '⏎'), () => assert.equal(staying(text), expected));
});
