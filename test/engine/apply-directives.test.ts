import assert from 'node:assert/strict';
import { analyse } from '../../server/src/engine/analyse.js';
import type { Finding } from '../../server/src/engine/finding.js';
import { parseNote } from '../../server/src/engine/note/note.js';
import { createRuleSet } from '../../server/src/engine/rule-set.js';
import { applyDirectives } from '../../server/src/engine/apply-directives.js';
import { BUILT_IN } from '../support/built-in.js';
import { CONTEXT } from '../support/check.js';

const TODAY = '2026-06-01';

/** A finding of each rule wherever its name's letter stands alone: `a` is label/a, `b` is label/b, `c` is jargon/c. Those that stay, in order. */
function staying(text: string): string {
  const rules: Readonly<Record<string, string>> = { a: 'label/a', b: 'label/b', c: 'jargon/c' };
  const findings: Finding[] = [];
  for (const match of text.matchAll(/(?<![\w/-])[abc](?![\w/-])/g)) {
    findings.push({ rule: rules[match[0]], start: match.index, end: match.index + 1, severity: 'suggestion', message: '', title: '', fixes: [] });
  }
  return applyDirectives(findings, parseNote(text), TODAY, { rules: [] }, false).map(({ rule }) => rule.slice(-1)).join(' ');
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

describe('what is said of directives', () => {
  const ON = { ...BUILT_IN, rules: BUILT_IN.rules.map((rule) => (rule.id === 'document/directive-without-reason' ? { ...rule, severity: 'warning' as const } : rule)) };
  const rules = createRuleSet(ON, null);
  const about = (text: string): readonly string[] => analyse(text, rules, { ...CONTEXT, today: TODAY }).findings.filter(({ start }) => text.startsWith('<!--', start)).map(({ rule, message }) => `${rule.slice('document/'.length)}${/There is no rule called .*?”|It held until \S+/.exec(message)?.[0] ?? ''}`);
  const why = 'reason="court wording"';

  const cases: readonly (readonly [text: string, said: readonly string[]])[] = [
    [`Dad failed to engage. <!-- alongside-disable-line label/engagement ${why} -->`, []],
    ['Dad failed to engage. <!-- alongside-disable-line label/engagement -->', ['directive-without-reason']],
    ['Dad failed to engage. <!-- alongside-disable-line label/engagement reason="" -->', ['directive-without-reason']],
    [`Dad came. <!-- alongside-disable-line label/engagement ${why} -->`, ['unused-directive']],
    [`Dad failed to engage. <!-- alongside-disable-line label/engagment ${why} -->`, ['unused-directiveThere is no rule called “label/engagment”']],
    [`Dad failed to engage. <!-- alongside-disable-line label/engagement ${why} until=2026-05-31 -->`, ['expired-directiveIt held until 2026-05-31.']],
    ['Dad failed to engage. <!-- alongside-disabled label/engagement -->', ['unread-directive']],
    [`<!-- alongside-disable label ${why} -->\n\nDad failed to engage.\n\n<!-- alongside-enable -->`, []],
    [`<!-- alongside-disable label ${why} -->\n\nDad failed to engage.\n\n<!-- alongside-enable jargon -->`, ['unused-directive']],
    ['<!-- alongside-enable -->\n\nDad came.', ['unused-directive']],
    // Where two say the same, both are of use.
    [`<!-- alongside-disable-file label ${why} -->\n\nDad failed to engage. <!-- alongside-disable-line label/engagement ${why} -->`, []],
    // What is said of directives, no directive takes back.
    [`<!-- alongside-disable-file document/unused-directive ${why} -->`, ['unused-directive']],
  ];
  for (const [text, said] of cases) it(text.replaceAll('\n', '⏎'), () => assert.deepEqual(about(text), said));
});
