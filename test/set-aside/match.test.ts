/** What was set aside is known again wherever it goes, and nothing else is taken for it. */
import assert from 'node:assert/strict';
import { aside, raised, partitioned } from '../support/set-aside.js';

const VISIT = 'We met at home on Tuesday. Dad failed to engage with the course, and said why.\n\nMaya showed us her drawing.\n';

describe('what was set aside', () => {
  it('is not raised again', () => {
    const sidecar = aside(VISIT);
    assert.deepEqual(raised(sidecar, VISIT), []);
    const [{ entry, finding }] = partitioned(sidecar, VISIT).aside;
    assert.deepEqual([entry.rule, entry.reason, finding.rule], ['label/engagement', 'Agreed at the meeting', 'label/engagement']);
  });

  const same: readonly (readonly [what: string, text: string])[] = [
    ['CRLF', VISIT.replaceAll('\n', '\r\n')],
    ['wrapped afresh', VISIT.replace('failed to engage', 'failed\nto  engage')],
    ['a paragraph moved to the end', `Maya showed us her drawing.\n\n${VISIT.split('\n')[0]}\n`],
    ['under a new heading, with front matter', `---\nchild: Maya\n---\n\n# Home visit\n\n${VISIT}`],
    ['as a list item', VISIT.replace('We met', '- We met')],
    ['emphasis', VISIT.replace('failed to engage', '**failed to engage**')],
    ['another capital and comma', VISIT.replace('Dad failed', 'dad, failed')],
    ['words edited before it', VISIT.replace('Tuesday. Dad', 'Wednesday. Her father')],
    ['words edited after it', VISIT.replace('with the course, and', 'when the course began and')],
    ['edited at both ends of the paragraph', VISIT.replace('We met', 'I visited').replace('said why', 'gave a reason')],
  ];
  for (const [what, text] of same) it(`is known again: ${what}`, () => assert.deepEqual(raised(aside(VISIT), text), []));

  it('does not answer for the same words elsewhere', () => {
    assert.deepEqual(raised(aside(VISIT), `${VISIT}\nLater Mum failed to engage too.\n`), ['failed to engage']);
    assert.deepEqual(raised(aside(VISIT), 'It is said that Mum failed to engage as well.\n'), ['failed to engage']);
  });

  it('does not answer for other words of the same rule, in the same place', () => {
    assert.deepEqual(raised(aside(VISIT), VISIT.replace('failed to engage', 'was hard to engage')), ['hard to engage with the course']);
  });

  it('counts: of two that look the same, one stays raised where one was set aside', () => {
    const line = 'Dad failed to engage with it.\n\n';
    assert.deepEqual(raised(aside(line), line + line), ['failed to engage']);
    assert.deepEqual(raised(aside(line + line), line + line), []);
    const { gone } = partitioned(aside(line + line), line);
    assert.deepEqual(gone.map(({ count }) => count), [1]);
  });

  it('a short cell by itself is known by itself', () => {
    const table = '| who | what |\n|---|---|\n| Dad | Failed to engage |\n| Mum | Came to both |\n';
    const sidecar = aside(table);
    assert.deepEqual(raised(sidecar, table), []);
    assert.deepEqual(raised(sidecar, table.replace('Came to both', 'Failed to engage')), ['Failed to engage']);
  });

  it('a term raised once is left wherever it comes to stand first', () => {
    const text = 'The core group meets on Friday.\n';
    const sidecar = aside(text, (words) => words === 'core group');
    assert.deepEqual(raised(sidecar, text), []);
    assert.deepEqual(raised(sidecar, `We told the core group in May.\n\n${text}`), []);
  });

  it('of one child’s voice does not answer for another’s', () => {
    const record = (children: string): string => `---\ntype: assessment\nchildren: [${children}]\n---\n\n# Assessment\n\n${'We met them both and talked about school and home and what to do next. '.repeat(12)}\n\n## Child’s voice\n\nNot seen yet.\n`;
    const sidecar = aside(record('Maya'), (_, rule) => rule === 'childs-voice/missing');
    const voices = (children: string): readonly (string | undefined)[] => partitioned(sidecar, record(children)).kept.filter(({ rule }) => rule === 'childs-voice/missing').map(({ about }) => about);
    assert.equal(sidecar.sidecar.records.get('a.md')?.length, 1);
    assert.deepEqual([voices('Maya'), voices('Maya, Leo')], [[], ['Maya and Leo']]);
  });

  it('of a part that is missing does not answer for another', () => {
    const record = (heading: string): string => `---\ntype: assessment\n---\n\n# Assessment\n\n## ${heading}\n\n${'We talked about school and home and what to do next with everyone in the room. '.repeat(8)}\n`;
    const isParts = (_: string, rule: string): boolean => rule === 'document/assessment-parts';
    const sidecar = aside(record('Reason for the assessment'), isParts);
    assert.equal(sidecar.sidecar.records.get('a.md')?.length, 1);
    const asked = (heading: string): number => partitioned(sidecar, record(heading)).kept.filter(({ rule }) => isParts('', rule)).length;
    assert.deepEqual([asked('Reason for the assessment'), asked('What Mum and Dad think')], [0, 1]);
  });

  it('says which entries speak of nothing any more, and which have run out', () => {
    assert.deepEqual(partitioned(aside(VISIT), 'Dad came.\n').gone.map(({ rule }) => rule), ['label/engagement']);
    const today = partitioned(aside(VISIT, undefined, { until: '2026-06-01' }), VISIT);
    assert.deepEqual([today.kept.length, today.expired.length], [0, 0]);
    const over = partitioned(aside(VISIT, undefined, { until: '2026-05-31' }), VISIT);
    assert.deepEqual([over.kept.length, over.expired.length, over.gone.length], [1, 1, 0]);
  });

  describe('in a record that was renamed', () => {
    it('goes with it', () => {
      const sidecar = aside(VISIT, undefined, {}, 'old.md', (path) => path !== 'old.md');
      const { kept, under } = partitioned(sidecar, VISIT, 'new/name.md');
      assert.deepEqual([kept, under], [[], 'old.md']);
    });
    it('stays where it was as long as that record is there', () => {
      assert.deepEqual(raised(aside(VISIT, undefined, {}, 'old.md'), VISIT, 'copy.md'), ['failed to engage with the course']);
    });
    it('does not go to a record that holds less than half of it', () => {
      const more = `${VISIT}\nMum was told to leave.\n\nDad refuses to accept any help from us at home.\n\nShe is in denial about it all.\n`;
      const sidecar = aside(more, undefined, {}, 'old.md', (path) => path !== 'old.md');
      assert.ok(sidecar.sidecar.records.get('old.md')!.length > 2);
      assert.deepEqual(raised(sidecar, VISIT, 'new.md'), ['failed to engage with the course']);
    });
  });
});
