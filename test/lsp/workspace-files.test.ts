import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { globby } from 'globby';
import { findOnDisk } from '../../server/src/lsp/rules-file/workspace-files.js';

const FILES: Readonly<Record<string, string>> = {
  'alongside.yml': '', '.gitignore': 'old/\n*.draft.md\n/team/private.md\n', 'a.md': '', 'b.draft.md': '', 'c.markdown': '', 'd.txt': '', 'old/e.md': '', '.hidden/f.md': '', 'node_modules/g.md': '',
  'team/alongside.yml': '', 'team/h.md': '', 'team/private.md': '', 'team/.gitignore': '!kept.draft.md\nsub/*\n!sub/stays.md\n', 'team/kept.draft.md': '', 'team/sub/gone.md': '', 'team/sub/stays.md': '', 'team/other/private.md': '',
};

describe('records below a folder', () => {
  let root = '';
  before(() => {
    root = mkdtempSync(join(tmpdir(), 'alongside-'));
    for (const [path, text] of Object.entries({ ...FILES, '.git/HEAD': '' })) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    symlinkSync(join(root, 'team'), join(root, 'link'));
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  it('are those that git does not ignore', async () => {
    assert.deepEqual((await findOnDisk(root, 'records')).map((path) => path.slice(root.length + 1)), ['a.md', 'c.markdown', 'team/h.md', 'team/kept.draft.md', 'team/other/private.md', 'team/sub/stays.md']);
    assert.deepEqual((await findOnDisk(root, 'rules')).map((path) => path.slice(root.length + 1)), ['alongside.yml', 'team/alongside.yml']);
  });

  it('are the same from a folder further in, and as the command line finds them', async () => {
    for (const folder of [root, `${root}/team`]) {
      assert.deepEqual(await findOnDisk(folder, 'records'), (await globby('**/*.{md,markdown}', { cwd: folder, gitignore: true, absolute: true, onlyFiles: true, followSymbolicLinks: false, ignore: ['**/node_modules/**'] })).sort());
    }
  });

  it('are none where there is no such folder', async () => {
    assert.deepEqual(await findOnDisk(`${root}/nowhere`, 'records'), []);
  });
});
