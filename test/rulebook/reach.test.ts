/** What a rules file may read: on a real disk, because links are part of it. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DISK } from '../../server/src/rulebook/files/disk.js';
import type { FileHost } from '../../server/src/rulebook/files/file-host.js';
import { createReader } from '../../server/src/rulebook/reader.js';
import { reachOf } from '../../server/src/rulebook/files/reach.js';
import type { Rulebook } from '../../server/src/rulebook/rulebook.js';
import { memoryHost } from '../support/memory-files.js';
import { smallPacks } from '../support/small-packs.js';

const PACKS = smallPacks();
const SECRET = 'password: hunter2\n';
const RULE = 'title: Our hours\nwhy: Nobody chose them.\nentries:\n  - avoid: |\n      miss the slot\n    ask: Who chose the day?\nexamples:\n  raise: |\n    Ewa [[missed the slot]].\n  leave: |\n    Ewa came.\n';

describe('a rules file reads nothing but what is within its reach', () => {
  let top = '';
  /** Every path whose text was asked for. */
  let asked: string[] = [];
  const host: FileHost = { ...DISK, read: (path) => (asked.push(path), DISK.read(path)), list: (path) => (asked.push(path), DISK.list(path)) };
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(top, path)), { recursive: true });
    writeFileSync(join(top, path), text);
  };
  const link = (path: string, to: string): void => {
    mkdirSync(dirname(join(top, path)), { recursive: true });
    symlinkSync(join(top, to), join(top, path));
  };
  const read = (path = 'council/team/alongside.yml'): Promise<Rulebook> => {
    asked = [];
    return createReader(PACKS, host, null, () => '2026-06-01').rulebookFor(join(top, dirname(path), 'visit.md'));
  };
  const told = ({ problems }: Rulebook): readonly string[] => problems.map(({ file, line, column, message }) => `${file.slice(top.length)}:${line}:${column} ${message}`);
  const severityOf = ({ compiled }: Rulebook, id: string): string | undefined => compiled.rules.find((rule) => rule.id === id)?.severity;

  beforeEach(() => {
    top = realpathSync(mkdtempSync(join(tmpdir(), 'alongside-reach-')));
    put('secrets.yml', SECRET);
    put('council/secrets.yml', SECRET);
    put('council/rules/ours/hours.yml', RULE);
  });
  afterEach(() => rmSync(top, { recursive: true, force: true }));

  const refused = ['../../secrets.yml', '../secrets.yml', '/etc/hosts.yml', '../../../../../../../../../../etc/x.yml', './../team/../secrets.yml', 'file:///etc/x.yml', 'https://council.example/x.yml', '//server/share/x.yml', '\\\\server\\share\\x.yml', '..\\secrets.yml', 'C:/secrets.yml', 'c:secrets.yml', '~/secrets.yml', '$HOME/secrets.yml', '%APPDATA%/secrets.yml'];
  for (const name of refused) {
    it(`not “${name}”, to build on or as a pack`, async () => {
      put('council/team/alongside.yml', `extends: '${name}'\npacks: [family-valued, '${name}']\nrules:\n  label/engagement: warning\n`);
      const rulebook = await read();
      assert.deepEqual(rulebook.problems.map(({ line, column }) => `${line}:${column}`), ['1:10', '2:24'], told(rulebook).join('\n'));
      assert.ok(!told(rulebook).join().includes('password'));
      assert.deepEqual(asked, [join(top, 'council/team/alongside.yml')], 'nothing else was looked into');
      assert.equal(severityOf(rulebook, 'label/engagement'), 'warning', 'the rest holds');
    });
  }

  it('but the alongside.yml of a folder above, and what is within that one’s reach', async () => {
    put('council/alongside.yml', 'packs: [family-valued, ./rules]\nrules:\n  label/engagement: warning\n');
    put('council/team/alongside.yml', 'extends: ../alongside.yml\n');
    const rulebook = await read();
    assert.deepEqual(told(rulebook), []);
    assert.deepEqual([severityOf(rulebook, 'label/engagement'), severityOf(rulebook, 'ours/hours')], ['warning', 'suggestion']);
  });
  it('but all of its repository', async () => {
    put('council/.git/HEAD', 'ref: refs/heads/main\n');
    put('council/shared.yml', 'rules:\n  label/engagement: warning\n');
    put('council/team/alongside.yml', 'extends: ../shared.yml\npacks: [family-valued, ../rules]\n');
    const rulebook = await read();
    assert.deepEqual(told(rulebook), []);
    assert.deepEqual([severityOf(rulebook, 'label/engagement'), severityOf(rulebook, 'ours/hours')], ['warning', 'suggestion']);
    put('council/team/alongside.yml', 'extends: ../../secrets.yml\n');
    assert.match(told(await read())[0], /lies outside this repository/);
  });

  it('no link that leads outside, whether it is a file to build on, a pack, a rule of one, or the rules file itself', async () => {
    link('council/team/shared.yml', 'secrets.yml');
    link('council/team/linked', 'council/rules');
    link('council/team/own/ours/late.yml', 'secrets.yml');
    put('council/team/alongside.yml', 'extends: ./shared.yml\npacks: [./linked, ./own]\n');
    assert.deepEqual(told(await read()).map((one) => one.replace(/ Of what .*/, '')), [
      '/council/team/alongside.yml:1:10 “./shared.yml” is a link that leads out of the folder this file is in, so it was not read.',
      '/council/team/alongside.yml:2:9 “./linked” is a link that leads out of the folder this file is in, so it was not read.',
      '/council/team/own/ours/late.yml:1:1 This is a link that leads out of where the rules file may read, so it was not read. Put the file itself here.',
    ]);
    assert.ok(!asked.some((path) => path.endsWith('late.yml') || path.endsWith('shared.yml')));

    link('council/west/alongside.yml', 'secrets.yml');
    const west = await read('council/west/alongside.yml');
    assert.deepEqual(told(west), ['/council/west/alongside.yml:1:1 This rules file is a link that leads out of its folder or repository, so it was not read. Put the file itself here.']);
    assert.deepEqual(asked, []);

    put('council/west/wing/alongside.yml', 'extends: ../alongside.yml\n');
    assert.match(told(await read('council/west/wing/alongside.yml'))[0], /wing\/alongside\.yml:1:10 “\.\.\/alongside\.yml” is a link/);
  });
  it('a link that stays inside, and a folder that is itself reached by one', async () => {
    put('council/team/real.yml', 'rules:\n  label/engagement: warning\n');
    link('council/team/shared.yml', 'council/team/real.yml');
    put('council/team/alongside.yml', 'extends: ./shared.yml\n');
    link('desk', 'council/team');
    for (const path of ['council/team/alongside.yml', 'desk/alongside.yml']) {
      const rulebook = await read(path);
      assert.deepEqual([told(rulebook), severityOf(rulebook, 'label/engagement')], [[], 'warning']);
    }
  });

  it('on a share as on a drive', () => {
    const to = (from: string, name: string): unknown => reachOf(from, memoryHost({})).to(name);
    assert.deepEqual(to('//server/records/team/alongside.yml', '../alongside.yml'), { path: '//server/records/alongside.yml' });
    assert.ok('refused' in (to('//server/records/team/alongside.yml', '../shared.yml') as object));
    assert.deepEqual(to('S:/records/team/alongside.yml', './rules'), { path: 'S:/records/team/rules' });
    assert.ok('refused' in (to('S:/records/team/alongside.yml', 'T:/records/team/rules') as object));
    assert.ok('refused' in (to('S:/records/team/alongside.yml', '//server/records/rules') as object));
  });
});
