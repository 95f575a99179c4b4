import assert from 'node:assert/strict';
import { createRuleSet } from '../../../server/src/engine/rule-set.js';
import { parseNote } from '../../../server/src/engine/note/note.js';
import { analyse } from '../../../server/src/engine/analyse.js';
import { withBlanks, withStops } from '../../../server/src/lsp/fixes/blanks.js';
import { NOBODY_KNOWN } from '../../../server/src/rulebook/rulebook.js';
import { BUILT_IN } from '../../support/built-in.js';

const RULES = createRuleSet(BUILT_IN, null);

/** The text after the idea of the first finding of a rule has been put in; null where it is not offered. */
function filled(text: string, rule: string): string | null {
  const { note, findings } = analyse(text, RULES, { type: null, template: false, people: NOBODY_KNOWN, today: '2026-05-04' });
  const finding = findings.find((one) => one.rule === rule);
  assert.ok(finding, `${rule} is raised in “${text}”`);
  const edit = withBlanks(note, finding, BUILT_IN.rules.find(({ id }) => id === rule)!);
  return edit && text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

describe('wording with blanks', () => {
  it('stands in place of a name for something', () => {
    assert.equal(filled('Leo is on a CP plan.\n', 'jargon/plan-names'), 'Leo is on a [name]\'s child protection plan.\n');
  });

  it('follows the sentence where it is a sentence, and the writer’s own stays', () => {
    assert.equal(filled('Mum claims she was at work. Nan agreed.\n', 'label/claims'), 'Mum claims she was at work. [Name] said that [what was said]. Nan agreed.\n');
    assert.equal(filled('- Mum to engage with CAMHS\n', 'jargon/engage-with'), '- Mum to engage with CAMHS. [Name] will [do what] with [who] on [when].\n');
  });

  it('is not offered inside what somebody said, in a quotation or a heading', () => {
    const idea = { rule: 'jargon/engage-with', severity: 'suggestion', message: '', title: '', try: '[who] will [do what]', fixes: [] } as const;
    const rule = BUILT_IN.rules.find(({ id }) => id === idea.rule)!;
    for (const text of ['Dad said "I will [[engage]] with that. Then I go."', '> Dad will [[engage]].', '# Dad to [[engage]]', 'Nan wrote “we [[engage]]. That is all.”']) {
      const plain = text.replace(/\[\[|\]\]/g, '');
      const start = text.indexOf('[[');
      assert.equal(withBlanks(parseNote(plain), { ...idea, start, end: start + 'engage'.length }, rule), null, text);
    }
  });

  it('is not offered where there is nothing to fill in', () => {
    assert.equal(filled('We listed protective factors.\n', 'jargon/factors'), null);
  });
});

describe('blanks as stops', () => {
  it('are numbered in their order, and everything else stands for itself', () => {
    assert.equal(withStops('[name] will [do what] for £5 or $5 {now}\\'), '${1:[name]} will ${2:[do what]} for £5 or \\$5 {now\\}\\\\$0');
  });
});
