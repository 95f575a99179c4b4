/** A file is replaced whole or stays as it was. */
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replaceFile, type Disk } from '../../server/src/rulebook/files/replace.js';

describe('replacing a file', () => {
  let folder: string;
  beforeEach(() => (folder = fs.mkdtempSync(join(tmpdir(), 'alongside-'))));
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));
  const at = (name: string): string => join(folder, name);

  it('keeps its mode and leaves nothing beside it', () => {
    fs.writeFileSync(at('a.md'), 'before', { mode: 0o640 });
    fs.chmodSync(at('a.md'), 0o640);
    replaceFile(at('a.md'), 'after');
    assert.deepEqual([fs.readFileSync(at('a.md'), 'utf8'), fs.statSync(at('a.md')).mode & 0o777, fs.readdirSync(folder)], ['after', 0o640, ['a.md']]);
  });

  it('makes a new one, and the folder for it', () => {
    replaceFile(at('new/b.md'), new Uint8Array([0xef, 0xbb, 0xbf, 0x61]));
    assert.deepEqual([...fs.readFileSync(at('new/b.md'))], [0xef, 0xbb, 0xbf, 0x61]);
  });

  it('through a link replaces what it leads to', () => {
    fs.writeFileSync(at('a.md'), 'before');
    fs.symlinkSync(at('a.md'), at('link.md'));
    replaceFile(at('link.md'), 'after');
    assert.ok(fs.lstatSync(at('link.md')).isSymbolicLink());
    assert.equal(fs.readFileSync(at('a.md'), 'utf8'), 'after');
  });

  for (const call of ['openSync', 'writeSync', 'fsyncSync', 'chmodSync', 'renameSync', 'accessSync'] as const) {
    it(`leaves it as it was where ${call} fails`, () => {
      fs.writeFileSync(at('a.md'), 'before');
      const failing = { ...fs, [call]: () => { throw Object.assign(new Error('no'), { code: 'ENOSPC' }); } } as unknown as Disk;
      assert.throws(() => replaceFile(at('a.md'), 'after', failing), { code: 'ENOSPC' });
      assert.deepEqual([fs.readFileSync(at('a.md'), 'utf8'), fs.readdirSync(folder)], ['before', ['a.md']]);
    });
  }
});
