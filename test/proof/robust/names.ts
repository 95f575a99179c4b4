/** Files and folders by any name that a disk takes, and links that lead round in circles. */
import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORMATS } from '../../../server/src/cli/report/formats.js';
import { inFolder, runCli, startServerProcess, uriOf } from '../../support/programs.js';
import { ASKING, leaveFirst, NOTE, rulesIn, type Situation } from './situation.js';

const NAMES_OF_ALL_KINDS = [
  'a visit on Monday.md', ' leading space.md', 'trailing space .md', 'smile 🙂 family 👨‍👩‍👧.md', 'two\nlines.md', 'tab\there.md', 'carriage\rreturn.md', '-leading-dash.md', '--fail-on.md', '#hash.md', 'per%20cent%.md', 'quo"te.md', "apo'strophe.md",
  'back\\slash.md', '[brackets] {braces} (round).md', 'star*question?.md', '!bang.md', '$(echo).md', '`ticks`.md', 'a&b;c|d<e>f.md', 'Amélie Zoé.md', 'Ame\u0301lie.md', 'حالة.md', '案件.md', 'line:12.md', 'bell\u0007.md', '\u202eright to left.md', `${'long '.repeat(45)}.md`,
];

export const NAMES: readonly Situation[] = [
  { title: 'names with spaces, emoji, line ends and marks', run: ({ amount }) => inFolder(Object.fromEntries(NAMES_OF_ALL_KINDS.map((name) => [`records/${name}`, NOTE])), async (folder) => {
    const paths = NAMES_OF_ALL_KINDS.map((name) => `records/${name}`).sort();
    const pathsIn = (out: string): readonly string[] => JSON.parse(out).files.map(({ path }: { path: string }) => path).sort();
    const json = ['--format', 'json'];
    assert.deepEqual(pathsIn(runCli(['check', 'records', ...json], { cwd: folder }).out), paths);
    assert.deepEqual(pathsIn(runCli(['check', ...paths, ...json], { cwd: folder }).out), paths);
    assert.deepEqual(pathsIn(runCli(['check', '--files-from', '-', ...json], { cwd: folder, input: paths.join('\0') }).out), paths);
    for (const format of FORMATS) {
      const { code, out, error } = runCli(['check', 'records', '--format', format], { cwd: folder });
      assert.deepEqual([code, error.trim()], [0, ''], format);
      // What a terminal or a CI service would take for a line of its own, or a command.
      if (['pretty', 'compact', 'github'].includes(format)) assert.doesNotMatch(out, /\u0007|(?:^|\n)lines\.md|\u202e/, format);
    }
    const some = paths.filter((_path, at) => amount === 1 || at % 4 === 0);
    for (const path of some) {
      const { code, error } = runCli(['set-aside', 'add', `${path}:1`, '--reason', 'Court wording'], { cwd: folder });
      assert.deepEqual([code, error], [0, ''], JSON.stringify(path));
    }
    assert.ok(JSON.parse(runCli(['check', ...some, ...json], { cwd: folder }).out).files.every(({ findings }: { findings: object[] }) => findings.length === 0));
    const server = await startServerProcess({ cwd: '/', options: ASKING, folders: [folder] });
    try {
      for (const path of some) {
        const note = uriOf(join(folder, path));
        server.open(note, NOTE);
        assert.deepEqual(await rulesIn(server, note), [], JSON.stringify(path));
        server.close(note);
      }
      const fresh = uriOf(join(folder, 'records', 'new 🙂\nname.md'));
      server.open(fresh, NOTE);
      assert.equal((await leaveFirst(server, fresh)).kind, 'aside');
      assert.deepEqual(await rulesIn(server, fresh), []);
    } finally {
      await server.kill('SIGKILL');
    }
    return `${paths.length} names: read, told in ${FORMATS.length} formats, set aside, and known again in the editor`;
  }) },
  { title: 'links that lead round in circles', run: () => inFolder({ 'records/a.md': NOTE, 'our-rules/ours/biscuits.yml': 'title: A word only we know\nwhy: Families should not have to ask.\nentries:\n  - avoid: biscuit meeting\n    ask: What is it for?\nexamples:\n  raise: |\n    We had a [[biscuit meeting]].\n  leave: |\n    We met.\n', 'alongside.yml': 'packs: [family-valued, ./our-rules]\n' }, async (folder) => {
    mkdirSync(join(folder, 'records/deep'));
    for (const [at, to] of [['records/deep/up', 'records'], ['records/round', 'records/again'], ['records/again', 'records/round'], ['records/self.md', 'records/self.md'], ['our-rules/ours/up', 'our-rules'], ['our-rules/self.yml', 'our-rules/self.yml']]) symlinkSync(join(folder, to), join(folder, at));
    writeFileSync(join(folder, 'records/b.md'), 'We had a biscuit meeting.\n');
    const { code, out, error } = runCli(['check', 'records', '--format', 'json', '--fail-on', 'never'], { cwd: folder });
    assert.deepEqual([code, error, JSON.parse(out).files.map(({ path, findings }: { path: string; findings: { rule: string }[] }) => [path, ...findings.map(({ rule }) => rule)])], [0, '', [['records/a.md', 'label/engagement'], ['records/b.md', 'ours/biscuits']]]);
    const named = runCli(['check', 'records/self.md'], { cwd: folder });
    assert.deepEqual([named.code, /ELOOP|no such file/i.test(named.out + named.error)], [2, true]);
    assert.equal(runCli(['doctor', 'records'], { cwd: folder }).code, 0);
    const server = await startServerProcess({ cwd: '/', folders: [folder] });
    try {
      const note = uriOf(join(folder, 'records/b.md'));
      server.open(note, 'We had a biscuit meeting.\n');
      assert.deepEqual(await rulesIn(server, note), ['ours/biscuits']);
    } finally {
      await server.kill('SIGKILL');
    }
    return 'each record is read once, each rule too; one that is named is told';
  }) },
];
