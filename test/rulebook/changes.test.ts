/** What a rules file changes without forking: single rules, sides where guides disagree, whose law holds; and what a record says for itself. */
import assert from 'node:assert/strict';
import { createReader, type Reader } from '../../server/src/rulebook/reader.js';
import { memoryHost } from '../support/memory-files.js';
import { smallPacks } from '../support/small-packs.js';

const PACKS = smallPacks();
const readerOf = (rules: string, more: Readonly<Record<string, string>> = {}): Reader => createReader(PACKS, memoryHost({ '/team/alongside.yml': rules, ...more }), null, () => '2026-06-01');
const raised = async (rules: string, note: string): Promise<readonly string[]> => {
  const reader = readerOf(rules);
  const { rulebook, analysis } = await reader.read('/team/a.md', note);
  assert.deepEqual(rulebook.problems, []);
  return analysis.findings.map((finding) => `${finding.rule}: ${finding.message}`);
};
const ids = async (rules: string, note: string): Promise<readonly string[]> => (await raised(rules, note)).map((said) => said.split(':')[0]);

describe('a rules file changes a rule of the packs', () => {
  const NOTE = 'Dad was hard to reach.\n';

  it('by its message', async () => assert.deepEqual(await raised('rules:\n  label/engagement:\n    message: |\n      “{match}”, again: what did we offer?\n', NOTE), ['label/engagement: “hard to reach”, again: what did we offer?']));

  it('by the types of record it reads', async () => {
    const rules = 'rules:\n  label/engagement:\n    types: [letter]\n';
    assert.deepEqual(await ids(rules, NOTE), []);
    assert.deepEqual(await ids(rules, `---\ntype: letter\n---\n${NOTE}`), ['label/engagement']);
  });

  it('by a date: earlier records, and every record until then, are left alone', async () => {
    const rules = 'rules:\n  label/engagement:\n    since: 2026-03\n';
    assert.deepEqual(await ids(rules, NOTE), ['label/engagement']);
    assert.deepEqual(await ids(rules, `---\ndate: 2026-02-27\n---\n${NOTE}`), []);
    assert.deepEqual(await ids(rules, `---\ndate: 27/02/2026\n---\n${NOTE}`), []);
    assert.deepEqual(await ids(rules, `---\ndate: 2026-03-02\n---\n${NOTE}`), ['label/engagement']);
    assert.deepEqual(await ids(rules.replace('2026-03', '2026-07-15'), NOTE), []);
  });

  it('and gives examples of the change, which are run', async () => {
    const rules = (raise: string): string => `rules:\n  label/engagement:\n    add:\n      - avoid: |\n          miss the slot\n        ask: Who chose the day?\n    examples:\n      raise: |\n        ${raise}\n`;
    assert.deepEqual((await readerOf(rules('Ewa [[missed the slot]].')).rulebookFor('/team/a.md')).problems, []);
    const { problems } = await readerOf(rules('Ewa [[skipped the slot]].')).rulebookFor('/team/a.md');
    assert.deepEqual(problems.map(({ line, message }) => [line, message.slice(0, 29)]), [[9, 'label/engagement should raise']]);
  });
});

describe('where guides disagree', () => {
  const NOTE = 'Ava is a victim.\n';
  it('nothing is raised until a side is taken', async () => {
    assert.deepEqual(await ids('', NOTE), []);
    assert.deepEqual(await ids('choices:\n  victim: avoid\n', NOTE), ['label/victim']);
  });
  it('a file that builds on another can take none', async () => {
    const reader = readerOf('extends: ../base.yml\nchoices:\n  victim: none\n', { '/base.yml': 'choices:\n  victim: avoid\n' });
    assert.deepEqual((await reader.read('/team/a.md', NOTE)).analysis.findings, []);
  });
  it('rules of another law are off, and those of the law that holds are on', async () => {
    assert.deepEqual(await ids('', 'Dad chastised Leo.\n'), []);
    assert.deepEqual(await ids('jurisdiction: wales\n', 'Dad chastised Leo.\n'), ['label/chastised']);
    assert.deepEqual(await ids('jurisdiction: england\n', 'Dad chastised Leo.\n'), []);
  });
});

describe('a wording that stands there already, capitals and all', () => {
  const rules = 'rules:\n  ours/black:\n    title: With a capital\n    why: It names a people.\n    entries:\n      - avoid: |\n          [[black]] (girl|families)\n        replace: Black\n    examples:\n      raise: |\n        A [[black]] girl came.\n      leave: |\n        A Black girl came.\n';
  it('raises nothing', async () => {
    assert.deepEqual(await ids(rules, 'Amara is a Black girl. Black families came.\n'), []);
    assert.deepEqual(await ids(rules, 'Amara is a black girl.\n'), ['ours/black']);
  });
});

describe('words that somebody has chosen for themselves', () => {
  const record = (preferences: string, text: string): string => `---\npreferences: ${preferences}\n---\n${text}\n`;
  it('are left alone in that record', async () => {
    assert.deepEqual(await ids('', record('Tyler likes “siblings”', 'Her siblings came.')), []);
    assert.deepEqual(await ids('', record("['siblings', 'hard to reach']", 'Her siblings are hard to reach.')), []);
    assert.deepEqual(await ids('', record('\n  - siblings', 'Her siblings came.')), []);
    assert.deepEqual(await ids('', record('sisters', 'Her siblings came.')), ['jargon/siblings']);
    assert.deepEqual(await ids('', '---\npreference: siblings\n---\nHer siblings came.\n'), [], 'one of them by its singular');
  });
  it('but never make harm look smaller', async () => assert.deepEqual(await ids('', record('domestic incident', 'There was a domestic incident.')), ['minimising/incident']));
});
