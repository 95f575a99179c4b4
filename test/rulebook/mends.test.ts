/** Ways to mend a mistake, applied: the mistake is gone, or what is left to do stands there. */
import assert from 'node:assert/strict';
import { createRuleSet } from '../../server/src/engine/rule-set.js';
import { adviseOn } from '../../server/src/rulebook/advice/advice.js';
import { createReader } from '../../server/src/rulebook/reader.js';
import type { Problem } from '../../server/src/rulebook/problem.js';
import { memoryHost } from '../support/memory-files.js';
import { smallPacks } from '../support/small-packs.js';

const PACKS = smallPacks();
const AT = '/team/alongside.yml';

async function problemsOf(source: string): Promise<readonly Problem[]> {
  const rulebook = await createReader(PACKS, memoryHost({ [AT]: source }), null, () => '2026-06-01').rulebookFor(AT);
  return [...rulebook.problems, ...adviseOn(rulebook, createRuleSet(PACKS, null), '2026-06-01')];
}

async function mended(source: string): Promise<string> {
  const mend = (await problemsOf(source)).flatMap(({ mends }) => mends ?? [])[0];
  assert.ok(mend, 'nothing is offered');
  return source.slice(0, mend.start) + mend.text + source.slice(mend.end);
}

const RULE = 'rules:\n  ours/hours:\n    title: Our hours\n    why: It reads as the family’s choice.\n    entries:\n      - avoid: |\n          miss the slot\n        ask: Who chose the day?\n';
const EXAMPLES = '    examples:\n      raise: |\n        Ewa [[missed the slot]].\n      leave: |\n        Ewa came.\n';

describe('a mend', () => {
  const clean: readonly (readonly [what: string, broken: string, mended: string])[] = [
    ['puts in the nearest key', 'rule:\n  label/engagement: off\n', 'rules:\n  label/engagement: off\n'],
    ['puts in the nearest rule', 'rules:\n  label/engagment: off\n', 'rules:\n  label/engagement: off\n'],
    ['puts in the nearest value', 'rules:\n  label/engagement: warnin\n', 'rules:\n  label/engagement: warning\n'],
    ['puts in the nearest pack', 'packs: [family-value]\n', 'packs: [family-valued]\n'],
    ['takes out a phrase that is raised already', `${RULE.replace('miss the slot\n', 'miss the slot\n          failed to engage\n')}${EXAMPLES}`, `${RULE}${EXAMPLES}`],
    ['takes out a phrase that another takes in', `${RULE.replace('miss the slot\n', 'miss the slot\n          missed the slot\n')}${EXAMPLES}`, `${RULE}${EXAMPLES}`],
  ];
  for (const [what, broken, right] of clean) {
    it(what, async () => {
      assert.equal(await mended(broken), right);
      assert.deepEqual(await problemsOf(right), []);
    });
  }

  it('puts in examples that work already', async () => {
    const text = await mended(`${RULE}people:\n  family: [Ana]\n`);
    assert.equal(text, `${RULE}    examples:\n      raise: |\n        They said [[miss the slot]].\n      leave: |\n        A sentence that should be left alone.\npeople:\n  family: [Ana]\n`);
    assert.deepEqual(await problemsOf(text), []);
  });

  it('puts in the example that is missing', async () => assert.deepEqual(await problemsOf(await mended(RULE + EXAMPLES.replace(/ {6}leave[^]*/, ''))), []));
});
