/** The same words for two children: where they are told, and what children may share. */
import assert from 'node:assert/strict';
import { analyse } from '../../server/src/engine/analyse.js';
import { createRuleSet } from '../../server/src/engine/rule-set.js';
import { BUILT_IN } from '../support/built-in.js';
import { check, CONTEXT } from '../support/check.js';

const FRONT = '---\nchild: Amber Quaye, Kian Quaye, Skye Quaye\n---\n\n# Assessment\n\n';
const copied = (...parts: readonly string[]): void => {
  check(FRONT + parts.join('\n\n'), 'document/copied');
};

const SAID = 'told me that things are all right at home and that nobody shouts';
const LONG = 'lives with Mum and Dad in a flat over the bakery, shares a room, goes to bed at seven and is up at six when the ovens start. In the mornings the kitchen is warm.';

describe('words that stand for two children', () => {
  it('are told where they are what each is to have said', () => copied('## What Amber says', `Amber ${SAID}.`, '## What Kian says', `[[Kian ${SAID}]].`));
  it('are told at a name under what is asked of each', () => copied('## Analysis', '### Amber', `Amber ${SAID}, and she will be.`, '### Kian (7)', `[[Kian ${SAID}, and he will be]].`));
  it('are told once for each child, at the first place', () => {
    copied('## Amber', '### Voice', `She ${SAID}.`, '### Worries', 'She could be hurt on the stairs if the gate is left open again.', '## Kian', '### Voice', `[[He ${SAID}]].`, '### Worries', 'He could be hurt on the stairs if the gate is left open again.', '## Skye', '### Voice', `[[She ${SAID}]].`);
  });
  it('are told anywhere, where there are many of them', () => copied('## Amber', `Amber ${LONG}`, '## Kian', `[[Kian ${LONG.slice(0, -1)}]].`));
  it('are told in a list and after labels', () => {
    copied('## Amber', `Amber ${LONG.split('. ').join('.\n\n')}`, '## Kian', `[[Kian ${LONG.split('. ')[0]}]].\n\n${LONG.split('. ')[1]}`);
    copied('## Children’s voices', `- **Amber:** ${SAID}`, `- **Kian:** [[${SAID}]]`);
    copied('## Children’s voices', `Amber – she ${SAID}`, `Kian – [[he ${SAID}]]`);
  });
  it('are told in rows and columns', () => {
    copied('## Wishes', `| Child | What they say |\n|---|---|\n| Amber | She ${SAID} |\n| Kian | [[He ${SAID}]] |`);
    copied('## Wishes', `| | Amber | Kian |\n|---|---|---|\n| Home | She ${SAID} | [[He ${SAID}]] |`);
  });
  it('are told though a sentence of their own goes before', () => copied('## What Amber says', `Amber ${SAID}.`, '## What Kian says', `Kian is eight and likes bread. [[Kian ${SAID}]].`));
});

describe('words are left', () => {
  it('that are few, or facts', () => {
    copied('## What Amber says', 'She likes it.', '## What Kian says', 'He likes it.');
    copied('## Amber', '### Health', 'Amber is at the surgery in Mill Lane and her jabs are up to date.', '## Kian', '### Health', 'Kian is at the surgery in Mill Lane and his jabs are up to date.');
  });
  it('that are each child’s own', () => copied('## What Amber says', `Amber ${SAID}.`, '## What Kian says', 'Kian told me that things are loud at home and that nobody sleeps.'));
  it('that stand for both, or twice for the same child', () => {
    copied('## What Amber and Kian say', `They ${SAID}.`, '## Kian', `He ${SAID}.`);
    copied('## What Kian says', `He ${SAID}.`, '## Kian’s worries', `He ${SAID}.`);
  });
  it('that stand for somebody else than a child', () => copied('## What Mum says', `Mum ${SAID}.`, '## What Dad says', `Dad ${SAID}.`));
  it('of a blank, and of a template', () => {
    copied('## What Amber says', `[${SAID}]`, '## What Kian says', `[${SAID}]`);
    check(`${FRONT}## What Amber says\n\nAmber ${SAID}.\n\n## What Kian says\n\nKian ${SAID}.`, 'document/copied', { template: true });
  });
  it('of a table, once another has begun', () => copied('## Wishes', `| | Amber |\n|---|---|\n| Home | She ${SAID} |`, `| | What we saw |\n|---|---|\n| Home | He ${SAID} |`));
});

const entries = (...parts: readonly string[]): void => {
  check(`---\nchild: Amber Quaye\n---\n\n# Visits in May 2026\n\n${parts.join('\n\n')}`, 'document/carried-over');
};

describe('words that stand under two dates', () => {
  it('are told once for each later one', () => {
    entries('## 3 May 2026', '### What Amber says', `She ${SAID}.`, '## Visit of 10/05/2026', '### What Amber says', `[[She ${SAID}]].`, '### Wishes', `She ${SAID}.`, '## 2026-05-17', '### Voice', `[[She ${SAID}]].`);
  });
  it('are told anywhere, where there are many of them', () => entries('## 3 May', `Amber ${LONG}`, '## 10 May', `[[Amber ${LONG.slice(0, -1)}]].`));
  it('are left where they are few, or of the same day', () => {
    entries('## 3 May', `She ${SAID}.`, '## 10 May', `She ${SAID}.`);
    entries('## 3 May', '### Voice', `She ${SAID}.`, '### Wishes', `She ${SAID}.`, '## 10 May', 'She was out.');
  });
  it('are left where no heading has a date', () => entries('## First visit', '### Voice', `She ${SAID}.`, '## Second visit', '### Voice', `She ${SAID}.`));
  it('are told alike after an edit and at a first reading', () => {
    const rules = createRuleSet(BUILT_IN, null);
    let before = analyse(`# Visits\n\n## 3 May\n\nAmber ${LONG}\n\n## 10 May\n\nAmber ${LONG}\n`, rules, CONTEXT);
    for (const [from, to] of [['## 10 May', '## The next'], ['## The next', '## 11 May'], ['shares a', 'has a'], ['has a', 'shares a'], ['# Visits', 'Visits']] as const) {
      const now = before.note.text.replace(from, to);
      before = analyse(now, rules, CONTEXT, before);
      assert.deepEqual(before.findings, analyse(now, rules, CONTEXT).findings, to);
    }
  });
});

it('words that stand for two children are told alike after an edit and at a first reading', () => {
  const rules = createRuleSet(BUILT_IN, null);
  const text = `---\nchild: Amber Quaye, Kian Quaye\n---\n\n# Amber\n\n## Home\n\nAmber ${LONG}\n\n## Kian\n\nKian ${LONG}\n`;
  let before = analyse(text, rules, CONTEXT);
  for (const [from, to] of [['# Amber', '# Assessment\n\n## Amber'], ['## Home\n\n', ''], ['## Kian', '## School\n\nLoud.\n\n## Kian'], ['shares a', 'has a'], ['has a', 'shares a']] as const) {
    const now = before.note.text.replace(from, to);
    before = analyse(now, rules, CONTEXT, before);
    assert.deepEqual(before.findings, analyse(now, rules, CONTEXT).findings, to);
  }
  assert.equal(before.findings.filter(({ rule }) => rule === 'document/copied').length, 1);
});
