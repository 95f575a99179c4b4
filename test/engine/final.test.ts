/** Finished records: their findings stay, and none offers an edit. */
import assert from 'node:assert/strict';
import { analyse } from '../../server/src/engine/analyse.js';
import { isoDate } from '../../server/src/engine/words/dates.js';
import { createRuleSet } from '../../server/src/engine/rule-set.js';
import { BUILT_IN } from '../support/built-in.js';
import { CONTEXT } from '../support/check.js';

const RULES = createRuleSet(BUILT_IN, null);
const record = (frontMatter: string): string => `---\n${frontMatter}\n---\n\n# Visit to Leo\n\nMum met Leo at the contact centre. Mum was told to go.\n`;

describe('a finished record', () => {
  const draft = analyse(record('type: case-note'), RULES, CONTEXT);

  it('is otherwise one whose findings may be mended', () => assert.ok(draft.findings.some(({ fixes }) => fixes.length > 0)));

  for (const status of ['final', 'Final', 'signed off', 'closed']) {
    it(`keeps its findings without edits: ${status}`, () => {
      const { findings } = analyse(record(`type: case-note\nstatus: ${status}`), RULES, CONTEXT);
      const [first, ...rest] = findings;
      assert.equal(first.rule, 'document/final');
      assert.deepEqual(rest.map(({ rule }) => rule), draft.findings.map(({ rule }) => rule));
      assert.ok(findings.every(({ fixes }) => fixes.length === 0));
      assert.match(first.message, /dated note/);
    });
  }

  it('is one dated before the day that is set', () => {
    const dated = (date: string): boolean => analyse(record(`type: case-note\ndate: ${date}`), RULES, { ...CONTEXT, finalBefore: '2026-03' }).findings.some(({ rule }) => rule === 'document/final');
    assert.deepEqual(['2026-02-28', '28/2/2026', '28.02.26', '2026-03-01', 'last week', ''].map(dated), [true, true, true, false, false, false]);
  });

  it('of which there is nothing to say has nothing said', () => {
    assert.deepEqual(analyse('---\nstatus: final\n---\n\nMum showed me the lock.\n', RULES, CONTEXT).findings, []);
  });

  it('reads dates as people write them', () => {
    assert.deepEqual(['2026-03-04', '4/3/2026', '04.03.26', '4-3-99', '4 March', ''].map(isoDate), ['2026-03-04', '2026-03-04', '2026-03-04', '1999-03-04', null, null]);
  });
});
