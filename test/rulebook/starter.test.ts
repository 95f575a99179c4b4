/** The rules file a team begins with: it changes nothing, and every line of it works once it is switched on. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createReader } from '../../server/src/rulebook/reader.js';
import type { Rulebook } from '../../server/src/rulebook/rulebook.js';
import { STARTER } from '../../server/src/rulebook/starter.js';
import { BUILT_IN } from '../support/built-in.js';
import { memoryHost } from '../support/memory-files.js';

const load = (text: string): Promise<Rulebook> => createReader(BUILT_IN, memoryHost({ '/a/alongside.yml': text }), null, () => '2026-06-01').rulebookFor('/a/x.md');

describe('the rules file a team begins with', () => {
  it('changes no rule', async () => {
    const { problems, compiled } = await load(STARTER);
    assert.deepEqual(problems, []);
    assert.deepEqual(compiled.rules.filter(({ severity, pack }) => severity !== 'off' && pack !== 'plain-english').map(({ id }) => id), BUILT_IN.rules.filter(({ severity, pack }) => severity !== 'off' && pack !== 'plain-english').map(({ id }) => id));
  });
  it('works with every line switched on', async () => {
    const on = STARTER.replace(/^# (?=rules:|choices:|people:|notes:|  )/gm, '').replace(/^#$/gm, '');
    const { problems, examples } = await load(on);
    assert.deepEqual(problems, []);
    assert.deepEqual([...examples.keys()], ['ours/panel']);
  });
  it('is the same in VS Code', () => assert.ok(readFileSync('client/src/rules-file.ts', 'utf8').includes(STARTER)));
  it('and what README shows works too', async () => {
    const [, shown] = /```yaml\n(packs:[^]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? [];
    assert.deepEqual((await load(shown ?? '')).problems, []);
  });
});
