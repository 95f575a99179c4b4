/** The rules file a team begins with: it changes nothing, and every line of it works once it is switched on. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRuleSet } from '../../server/src/engine/rule-set.js';
import { adviseOn } from '../../server/src/rulebook/advice/advice.js';
import { amended } from '../../server/src/rulebook/write/amend.js';
import { createReader } from '../../server/src/rulebook/reader.js';
import type { Rulebook } from '../../server/src/rulebook/rulebook.js';
import { STARTER } from '../../server/src/rulebook/write/starter.js';
import { BUILT_IN } from '../support/built-in.js';
import { memoryHost } from '../support/memory-files.js';

const load = (text: string): Promise<Rulebook> => createReader(BUILT_IN, memoryHost({ '/a/alongside.yml': text }), null, () => '2026-06-01').rulebookFor('/a/x.md');

describe('the rules file a team begins with', () => {
  it('changes no rule', async () => {
    const { problems, compiled } = await load(STARTER);
    assert.deepEqual(problems, []);
    assert.deepEqual(compiled.rules, BUILT_IN.rules);
  });
  it('works with every line switched on', async () => {
    const on = STARTER.replace(/^( *)# (?=packs:|label\/|ours\/|choices:|people:|notes:|  )/gm, '$1');
    const rulebook = await load(on);
    const { problems, examples } = rulebook;
    assert.deepEqual([...problems, ...adviseOn(rulebook, createRuleSet(BUILT_IN, null), '2026-06-01')], []);
    assert.deepEqual([...examples.keys()], ['ours/our-word']);
  });
  it('keeps its comments when a choice is written into it', () => {
    const after = amended(STARTER, { kind: 'severity', rule: 'label/engagement', severity: 'off' }) ?? '';
    assert.ok(after.includes('\n  label/engagement: off\n'), after);
    assert.deepEqual(STARTER.split('\n').filter((line) => !after.split('\n').includes(line)), []);
  });
  it('and what README shows works too', async () => {
    const [, shown] = /```yaml\n(rules:[^]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? [];
    const rulebook = await load(shown ?? '');
    assert.deepEqual([...rulebook.problems, ...adviseOn(rulebook, createRuleSet(BUILT_IN, null), '2026-06-01')], []);
  });
});
