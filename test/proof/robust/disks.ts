/** Disks that may only be read, are full, slow, or taken away. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageClient } from '../../support/language-client.js';
import { inFolder, NOBODY, runCli, startServerProcess, uriOf, type Started } from '../../support/programs.js';
import { ASKING, leaveFirst, NOTE, rulesIn, type Situation } from './situation.js';

const PLAN = '---\ntype: plan\ntemplate: true\n---\n\nWe meet prior to the review.\n';
/** What writes, and where: a report, a replacement, what is set aside, a baseline, a rules file. */
const WRITING: readonly (readonly string[])[] = [
  ['check', 'plan.md', '--format', 'json=report.json'], ['check', 'plan.md', '--fix'], ['set-aside', 'add', 'plan.md:6', '--rule', 'jargon/padding', '--reason', 'Court wording'], ['baseline'],
];

/** What is kept between runs is no loss where there is no room for it. */
const KEEPING = ['check', 'plan.md', '--cache', 'kept'];

/** The whole folder, by path; folders hold null. */
function contentOf(folder: string): Readonly<Record<string, string | null>> {
  return Object.fromEntries(readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return [path, entry.isFile() ? readFileSync(path, 'utf8') : null];
  }));
}

/** Every command that writes, and the editor: each is refused with a reason, and the folder is as it was. */
async function nothingIsWritten(folder: string, who: Started, code: RegExp, commands: typeof WRITING): Promise<string> {
  const before = contentOf(folder);
  for (const args of commands) {
    const { code: exit, out, error } = runCli(args, { ...who, cwd: folder });
    assert.equal(exit, 2, `${args.join(' ')} ended with ${exit}: ${error}`);
    assert.match(out + error, code, args.join(' '));
    assert.deepEqual(contentOf(folder), before, args.join(' '));
  }
  const server = await startServerProcess({ ...who, cwd: '/', options: ASKING, folders: [folder] });
  try {
    const note = uriOf(join(folder, 'visit.md'));
    server.open(note, NOTE);
    const left = await leaveFirst(server, note);
    assert.ok(left.kind === 'not' && code.test(left.message), JSON.stringify(left));
    assert.deepEqual(await rulesIn(server, note), ['label/engagement']);
  } finally {
    await server.kill('SIGKILL');
  }
  assert.deepEqual(contentOf(folder), before);
  return `${commands.length} commands and the editor refused with a reason, nothing changed`;
}

/** Whether a file system can be put in place of a folder here; that takes rights. */
function mounted<T>(folder: string, options: string, use: (unmount: () => void) => Promise<T>): Promise<T> | null {
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'none', folder]).status !== 0) return null;
  let there = true;
  const unmount = (): void => {
    if (there) spawnSync('umount', ['-l', folder]);
    there = false;
  };
  return use(unmount).finally(unmount);
}

const NOT_HERE = 'not tried: this needs the right to mount';

export const DISKS: readonly Situation[] = [
  { title: 'folder that may only be read', run: () => inFolder({ 'plan.md': PLAN, 'visit.md': NOTE }, (folder) => {
    chmodSync(folder, 0o555);
    return nothingIsWritten(folder, NOBODY, /EACCES/, [...WRITING, KEEPING]).finally(() => chmodSync(folder, 0o755));
  }) },
  { title: 'disk that may only be read', run: () => inFolder({}, async (folder) => (await mounted(folder, 'size=1m', async () => {
    for (const [name, text] of [['plan.md', PLAN], ['visit.md', NOTE]]) writeFileSync(join(folder, name), text);
    spawnSync('mount', ['-o', 'remount,ro', folder]);
    return nothingIsWritten(folder, {}, /EROFS|ENOENT/, [...WRITING, KEEPING]);
  })) ?? NOT_HERE) },
  { title: 'disk that is full', run: () => inFolder({}, async (folder) => (await mounted(folder, 'size=64k', async () => {
    for (const [name, text] of [['plan.md', PLAN], ['visit.md', NOTE]]) writeFileSync(join(folder, name), text);
    mkdirSync(join(folder, '.alongside'));
    assert.throws(() => writeFileSync(join(folder, 'filler'), 'x'.repeat(65536)), { code: 'ENOSPC' });
    return nothingIsWritten(folder, {}, /ENOSPC/, WRITING);
  })) ?? NOT_HERE) },
  { title: 'folder taken away while a record is open', run: () => inFolder({ 'records/visit.md': NOTE, 'records/alongside.yml': 'rules:\n  label/engagement: off\n' }, async (root) => {
    const folder = join(root, 'records');
    const server = await startServerProcess({ cwd: '/', options: ASKING, folders: [folder] });
    try {
      const note = uriOf(join(folder, 'visit.md'));
      server.open(note, NOTE);
      assert.deepEqual(await rulesIn(server, note), []);
      rmSync(folder, { recursive: true });
      server.saved(join(folder, 'alongside.yml'));
      server.change(note, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: 'On Monday, ' });
      assert.deepEqual(await rulesIn(server, note), ['label/engagement']);
      const left = await leaveFirst(server, note);
      assert.ok(left.kind === 'not' && /ENOENT/.test(left.message), JSON.stringify(left));
      assert.ok(!existsSync(folder), 'nothing is made where the folder was');
      mkdirSync(folder);
      assert.equal((await leaveFirst(server, note)).kind, 'aside');
      return 'what is typed is read on, leaving is refused, no folder is made; back again, all goes on';
    } finally {
      await server.kill('SIGKILL');
    }
  }) },
  { title: 'disk taken out while a record is open', run: () => inFolder({}, async (folder) => (await mounted(folder, 'size=1m', async (unmount) => {
    const note = uriOf(join(folder, 'records/visit.md'));
    mkdirSync(join(folder, 'records'));
    writeFileSync(join(folder, 'records/visit.md'), NOTE);
    const server = await startServerProcess({ cwd: '/', options: ASKING, folders: [join(folder, 'records')] });
    try {
      server.open(note, NOTE);
      assert.deepEqual(await rulesIn(server, note), ['label/engagement']);
      unmount();
      assert.equal((await leaveFirst(server, note)).kind, 'not');
      assert.deepEqual(await rulesIn(server, note), ['label/engagement']);
      assert.deepEqual(readdirSync(folder), []);
      return 'what is typed is read on, nothing is written where the disk was';
    } finally {
      await server.kill('SIGKILL');
    }
  })) ?? NOT_HERE) },
  { title: 'working folder taken away', run: () => inFolder({}, async (root) => {
    const script = 'mkdir gone && cd gone && rmdir ../gone && exec "$0" "$@"';
    const { code, out, error } = runCli(['check', '.'], { cwd: root, under: ['sh', '-c', script] });
    assert.deepEqual([code, out, error], [2, '', 'alongside: The folder this was started in is no longer there. Go to one that is, and run it again.\n']);
    return 'told, and ended with 2';
  }) },
  { title: 'slow disk: calls to it while somebody types', run: async ({ of }) => {
    const client = await languageClient();
    try {
      let calls = 0;
      for (const name of ['has', 'get', 'keys'] as const) {
        const real = client.files[name].bind(client.files) as (path: string) => never;
        Object.assign(client.files, { [name]: (path: string) => (calls++, real(path)) });
      }
      const note = 'file:///records/deep/visit.md';
      client.files.set('/records/alongside.yml', 'rules:\n  label/attitude: off\n');
      client.open(note, NOTE);
      await client.pull(note);
      assert.ok(calls > 0);
      calls = 0;
      const keys = of(2000);
      for (let key = 0; key < keys; key++) {
        client.change(note, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: 'a' });
        await client.pull(note);
      }
      assert.equal(calls, 0);
      return `none in ${keys.toLocaleString('en-GB')} keystrokes`;
    } finally {
      client.stop();
    }
  } },
  { title: 'slow disk: 10 ms for each call, and 4 s to put a file in its place', run: () => (isDelayed() ? inFolder({ 'a.md': NOTE, 'b.md': NOTE, 'alongside.yml': '' }, onSlowDisk) : Promise.resolve('not tried: this needs strace, and to be under none')) },
];

/** Calls to the disk, in microseconds longer than they take; to put a file in its place takes longer than a lock is held by anybody who is not seen to run. */
const DELAYED = ['strace', '-f', '-qq', '-o', '/dev/null', '-e', 'trace=openat,statx,rename,renameat,renameat2', '-e', 'inject=openat,statx:delay_enter=10000', '-e', 'inject=rename,renameat,renameat2:delay_enter=4000000'];

function isDelayed(): boolean {
  return process.platform === 'linux' && spawnSync(DELAYED[0], [...DELAYED.slice(1), 'true']).status === 0;
}

/** One window waits for the disk, another does not: records are read, and of what both set aside at once nothing is lost. */
async function onSlowDisk(folder: string): Promise<string> {
  const [slow, quick] = await Promise.all([{ under: DELAYED }, {}].map((how) => startServerProcess({ ...how, cwd: '/', options: ASKING, folders: [folder] })));
  try {
    const [a, b] = ['a.md', 'b.md'].map((name) => uriOf(join(folder, name)));
    slow.open(a, NOTE);
    quick.open(b, NOTE);
    for (const [server, note] of [[slow, a], [quick, b]] as const) assert.deepEqual(await rulesIn(server, note), ['label/engagement']);
    const first = leaveFirst(slow, a, 'on the slow disk');
    // It has the lock when this is there, and has not yet put anything in its place.
    while (!readdirSync(folder).includes('.alongside') || !readdirSync(join(folder, '.alongside')).some((name) => name.endsWith('.lock'))) await rulesIn(quick, b);
    const both = await Promise.all([first, leaveFirst(quick, b, 'on the quick disk')]);
    assert.deepEqual(both.map(({ kind }) => kind), ['aside', 'aside'], JSON.stringify(both));
    assert.deepEqual(readdirSync(join(folder, '.alongside')), ['set-aside.yml']);
    const kept = readFileSync(join(folder, '.alongside/set-aside.yml'), 'utf8');
    for (const reason of ['on the slow disk', 'on the quick disk']) assert.ok(kept.includes(reason), kept);
    return 'records are read as on any other; what two windows set aside meanwhile is all kept';
  } finally {
    slow.child.stdin!.end(); // strace, ended, would leave the server behind
    await Promise.all([once(slow.child, 'exit'), quick.kill('SIGKILL')]);
  }
}
