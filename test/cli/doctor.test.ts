import assert from 'node:assert/strict';
import { runAmong, type WorldFiles } from '../support/memory-world.js';

const FILES: WorldFiles = {
  '/work/alongside.yml': 'packs: [family-valued]\nrules: { label/engagement: off }\ngate: { letter: suggestion }\n',
  '/work/notes/a.md': 'Wren Ashdown came.\n',
  '/work/notes/deep/alongside.yml': '',
  '/work/notes/deep/b.md': 'x\n',
  '/work/notes/c.docx': 'x',
  '/work/notes/d.txt': 'x',
  '/work/notes/e.png': 'x',
  '/work/notes/f.md': 'x\n',
  '/work/notes/.hidden/g.md': 'x\n',
  '/work/notes/h.md': 'x\n',
};
const SETTINGS = { links: ['/work/notes/f.md'], ignored: ['/work/notes/h.md', '/work/notes/f.md', '/work/notes/.hidden/g.md'] };

describe('alongside doctor', () => {
  it('tells what holds in a folder, and what a check of it leaves out', async () => {
    const { code, out, error } = await runAmong(FILES, ['doctor', 'notes'], SETTINGS);
    assert.deepEqual([code, error], [0, '']);
    // How many rules there are, and which of them wait to be chosen, is the packs' business.
    assert.equal(out.replace(/\d+ of \d+ rules/, 'some rules').replace(/(are off until a rules file chooses them:\n).*\n/, '$1  others\n'), `Alongside 1.2.3, Node 20.0.0 on paper

Rules file: alongside.yml

Packs:
  family-valued: some rules
  signs-of-safety: off
  family-group-conference: off
  plain-english: off
Rules that the rules file switches off:
  label/engagement
Rules that are off until a rules file chooses them:
  others
Gate: templates warning, live records never, letter suggestion

Records: 2 files would be read.
Other rules files below this folder, which hold for what lies beside and below them:
  notes/deep/alongside.yml
Left out because a folder on the way, or the name, begins with a full stop (1):
  notes/.hidden/g.md
Left out because Word documents are read only where they are named, or a pattern names them (1):
  notes/c.docx
Left out because they are not Markdown by name (.md, .markdown) (1):
  notes/d.txt
Left out because they are links, which are not followed (1):
  notes/f.md
Left out because git ignores them (1):
  notes/h.md
Folders called node_modules are never looked into. A file that is named by itself is always read.
`);
  });
  it('tells where there is no rules file', async () => assert.match((await runAmong({ '/work/a.md': 'x' }, ['doctor'])).out, /\nRules file: none\. There is no alongside\.yml in this folder or above it/));
  it('tells the problems of a rules file, and ends with 2', async () => {
    const { code, out } = await runAmong({ '/work/a.md': 'x', '/work/alongside.yml': 'pack: x\n' }, ['doctor']);
    assert.equal(code, 2);
    assert.match(out, /\nProblems in it:\n {2}alongside\.yml:1:1 There is no “pack” in a rules file; did you mean “packs”\?\n/);
  });
  it('takes a rules file by name', async () => assert.match((await runAmong({ ...FILES, '/else/x.yml': '' }, ['doctor', 'notes', '--config', '../else/x.yml'], SETTINGS)).out, /\nRules file: \/else\/x\.yml \(--config\)\n/));
  for (const [args, says] of [[['nowhere'], 'There is no folder “nowhere”.'], [['notes/a.md'], 'There is no folder “notes/a.md”.'], [['notes', '--config', 'x.yml'], 'There is no file “x.yml” (--config).']] as const) {
    it(`is plain about ${args.join(' ')}`, async () => assert.deepEqual(await runAmong(FILES, ['doctor', ...args]), { code: 2, out: '', error: `alongside: ${says}\n` }));
  }
});
