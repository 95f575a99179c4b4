/**
 * Which records a run reads: what git says has changed (a real repository), and lists of files.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { askGit } from '../../server/src/cli/check/git.js';
import { runAmong, type Ran, type WorldSettings } from '../support/memory-world.js';

const BLAME = 'Dad failed to engage.\n';
const QUIET = 'Dad came.\n';

describe('what has changed', () => {
  let folder = '';
  let files: Record<string, string> = {};
  const git = (...args: readonly string[]): string => execFileSync('git', ['-c', 'user.name=Amara Nwosu', '-c', 'user.email=amara@example.org', '-c', 'init.defaultBranch=main', '-c', 'core.autocrlf=false', ...args], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(`${folder}/${path}`), { recursive: true });
    writeFileSync(`${folder}/${path}`, text);
    files[`${folder}/${path}`] = text;
  };
  const check = (args: readonly string[], settings: Partial<WorldSettings> = {}): Promise<Ran> => runAmong(files, ['check', ...args, '--format', 'compact'], { cwd: folder, git: askGit, ...settings });
  const found = ({ out }: Ran): readonly string[] => out.trimEnd().split('\n').filter(Boolean).map((line) => line.split(' ')[0]);

  before(() => {
    folder = realpathSync(mkdtempSync(`${tmpdir()}/alongside-git-`)).replaceAll('\\', '/');
    git('init', '-q');
    put('old.md', BLAME);
    put('sub/both.md', `${BLAME}\n${QUIET}\nOne.\n`);
    put('sub/crlf.md', `One.\r\n\r\n${QUIET}`);
    put('gone.md', BLAME);
    put('shorter.md', `${BLAME}\nTwo.\n`);
    git('add', '-A');
    git('commit', '-qm', 'first');
    git('checkout', '-qb', 'branch');
    put('sub/both.md', `${BLAME}\n${QUIET}\n${BLAME}`);
    put('sub/crlf.md', `One.\r\n\r\n${BLAME.replace('\n', '\r\n')}`);
    put('shorter.md', BLAME);
    git('rm', '-q', 'gone.md');
    delete files[`${folder}/gone.md`];
    git('commit', '-qam', 'second');
    put('odd "name" é\n+++ b/old.md.md', BLAME);
    put('sub/new.md', `${QUIET}\n${BLAME}`);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('is read whole with --since, new files too', async () => {
    const ran = await check(['--since', 'main']);
    assert.deepEqual(found(ran), ['odd', 'shorter.md:1:5', 'sub/both.md:1:5', 'sub/both.md:5:5', 'sub/crlf.md:3:5', 'sub/new.md:3:5']);
    assert.deepEqual([ran.code, ran.error], [0, '']);
  });
  it('is told line by line with --changed-lines', async () => {
    assert.deepEqual(found(await check(['--since', 'main', '--changed-lines'])), ['odd', 'sub/both.md:5:5', 'sub/crlf.md:3:5', 'sub/new.md:3:5']);
    assert.deepEqual(found(await check(['--since', 'HEAD', '--changed-lines'])), ['odd', 'sub/new.md:3:5']);
  });
  it('is not taken in by a record that looks like a diff', async () => {
    put('trick.md', 'One.\rdiff --git a/x b/x\r@@ -1 +3 @@\u2028@@ -1 +3 @@\r\rMum failed to engage.\n\nDad failed to engage.\n');
    git('add', 'trick.md');
    git('commit', '-qm', 'trick');
    put('trick.md', 'Two.\rdiff --git a/x b/x\r@@ -1 +3 @@\u2028@@ -1 +3 @@\r\rMum failed to engage.\n\nDad failed to engage.\n');
    put('zz.md', QUIET);
    assert.deepEqual(found(await check(['trick.md', '--since', 'HEAD', '--changed-lines'])), ['trick.md:5:5']);
    git('rm', '-qf', 'trick.md');
    git('commit', '-qm', 'no trick');
    delete files[`${folder}/trick.md`];
  });
  it('is only what was also asked for', async () => {
    assert.deepEqual(found(await check(['sub/both.md', 'old.md', '--since', 'main'])), ['sub/both.md:1:5', 'sub/both.md:5:5']);
    assert.deepEqual(found(await check(['.', '--since', 'main'], { cwd: `${folder}/sub` })), ['both.md:1:5', 'both.md:5:5', 'crlf.md:3:5', 'new.md:3:5']);
  });
  it('may be nothing, which is no problem', async () => {
    const { code, out } = await runAmong(files, ['check', 'old.md', '--since', 'main'], { cwd: folder, git: askGit });
    assert.deepEqual([code, out], [0, 'No record was read: there was none to read\n']);
  });
  it('counts from where the branch left', async () => {
    git('stash', '-q', '-u');
    git('checkout', '-q', 'main');
    put('later.md', BLAME);
    git('add', '-A');
    git('commit', '-qm', 'later');
    git('checkout', '-q', 'branch');
    assert.ok(!found(await check(['--since', 'main'])).includes('later.md:1:5'));
    git('stash', 'pop', '-q');
    delete files[`${folder}/later.md`];
  });

  const refused: readonly (readonly [what: string, revision: string, settings: Partial<WorldSettings>, says: RegExp])[] = [
    ['no git', 'main', { git: null }, /git is not installed or not on the PATH/],
    ['no repository', 'main', { cwd: tmpdir(), git: (args) => askGit(args, tmpdir()) }, /this folder is in no git repository/],
    ['no such revision', 'nowhere', {}, /git knows no revision “nowhere” \(--since\) here/],
    ['an option in its place', '--output=x', {}, /git knows no revision “--output=x”/],
    ['no history in common', 'orphan', {}, /share no history that git can see/],
  ];
  for (const [what, revision, settings, says] of refused) {
    it(`is refused plainly where there is ${what}`, async () => {
      if (revision === 'orphan') git('update-ref', 'refs/heads/orphan', git('commit-tree', '-m', 'x', git('write-tree').trim()).trim());
      const { code, out, error } = await check([`--since=${revision}`], settings);
      assert.deepEqual([code, out], [2, '']);
      assert.match(error, says);
    });
  }
});

describe('a list of files', () => {
  const files = { '/work/a.md': BLAME, '/work/b b.md': BLAME, '/work/c.txt': BLAME };
  const check = async (list: string, ...more: readonly string[]): Promise<Ran> => runAmong({ ...files, '/work/list': list }, ['check', '--files-from', 'list', '--format', 'compact', ...more]);
  const paths = ({ out }: Ran): readonly string[] => out.trimEnd().split('\n').filter(Boolean).map((line) => line.split(':')[0]);
  const cases: readonly (readonly [what: string, list: string, read: readonly string[]])[] = [
    ['by lines', 'a.md\nb b.md\n', ['a.md', 'b b.md']],
    ['by lines of Windows', 'a.md\r\nb b.md', ['a.md', 'b b.md']],
    ['by NUL', 'a.md\0b b.md\0', ['a.md', 'b b.md']],
    ['of any name, each once', './c.txt\n/work/c.txt\n\n', ['c.txt']],
    ['that is empty', '', []],
  ];
  for (const [what, list, read] of cases) {
    it(`parted ${what}`, async () => {
      const ran = await check(list);
      assert.deepEqual([ran.code, paths(ran)], [0, read]);
    });
  }
  it('beside paths', async () => assert.deepEqual(paths(await check('a.md\n', 'b b.md')), ['a.md', 'b b.md']));
  it('from standard input', async () => assert.deepEqual(paths(await runAmong(files, ['check', '--files-from', '-', '--format', 'compact'], { input: 'a.md\n' })), ['a.md']));
  it('tells a file that is not there', async () => {
    const { code, out } = await check('a.md\n*.md\n');
    assert.equal(code, 2);
    assert.match(out, /\*\.md:1:1 This file could not be read \(ENOENT\)\./);
  });
  it('that is not there is refused', async () => {
    assert.deepEqual(await runAmong(files, ['check', '--files-from', 'nolist']), { code: 2, out: '', error: 'alongside: The list of files “nolist” (--files-from) could not be read (ENOENT).\n' });
  });
});
