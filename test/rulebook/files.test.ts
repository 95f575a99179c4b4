import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPacks } from '../../server/src/rulebook/packs/build-packs.js';
import { DISK } from '../../server/src/rulebook/files/disk.js';
import { memoryHost } from '../support/memory-files.js';

describe('files on a disk', () => {
  let folder = '';
  before(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'alongside-files-')));
    mkdirSync(join(folder, 'pack', 'ours'), { recursive: true });
    writeFileSync(join(folder, 'pack', 'ours', 'b.yml'), 'title: é\n');
    writeFileSync(join(folder, 'pack', 'a.yml'), '');
    symlinkSync(join(folder, 'pack', 'ours', 'b.yml'), join(folder, 'pack', 'ours', 'c.yml'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'pack', 'ours', 'd.yml'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('are listed by path, links to files among them', () => {
    assert.deepEqual(DISK.list(`${folder}/pack`).map((path) => path.slice(folder.length)), ['/pack/a.yml', '/pack/ours/b.yml', '/pack/ours/c.yml']);
    assert.deepEqual(DISK.list(`${folder}/none`), []);
  });

  it('are read as text, or not at all', () => {
    assert.equal(DISK.read(`${folder}/pack/ours/b.yml`), 'title: é\n');
    assert.equal(DISK.read(`${folder}/pack`), null);
    assert.equal(DISK.read(`${folder}/none`), null);
    assert.deepEqual([DISK.exists(`${folder}/pack`), DISK.exists(`${folder}/none`)], [true, false]);
  });
});

describe('packs as the build reads them', () => {
  const rule = (phrase: string): string => `title: x\nwhy: y\nentries:\n  - avoid: |\n      ${phrase}\n    ask: z\nexamples:\n  raise: |\n    [[x]]\n  leave: |\n    y\n`;

  it('are one set of rules, with the words they share', () => {
    const built = buildPacks('/rules', '/specimens', memoryHost({ '/rules/words.yml': 'is: is|was\n', '/rules/family-valued/label/a.yml': rule('{is} late'), '/rules/signs-of-safety/jargon/b.yml': rule('map') }));
    assert.deepEqual(built.problems, []);
    assert.deepEqual(built.compiled.rules.map(({ id, pack }) => [id, pack]), [['label/a', 'family-valued'], ['jargon/b', 'signs-of-safety']]);
    assert.deepEqual(built.compiled.words, { is: 'is|was' });
  });

  it('stop the build at an id that stands twice, and at a rule that cannot be used', () => {
    const built = buildPacks('/rules', '/specimens', memoryHost({ '/rules/family-valued/label/a.yml': rule('late'), '/rules/signs-of-safety/label/a.yml': rule('map'), '/rules/plain-english/label/c.yml': rule('--') }));
    assert.deepEqual(built.problems.map(({ file, line, message }) => [file, line, message]), [
      ['/rules/plain-english/label/c.yml', 5, 'The phrase “--”: “--” is punctuation only and can never match; a phrase is made of words.'],
      ['/rules/signs-of-safety/label/a.yml', 1, 'There is already a rule called label/a (in /rules/family-valued/label/a.yml).'],
    ]);
  });
});
