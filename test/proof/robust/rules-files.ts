/** The rules file, and what is set aside: deleted, a folder, locked, half-written, a link to nowhere. */
import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { inFolder, NOBODY, runCli, startServerProcess, uriOf, type ServerProcess } from '../../support/programs.js';
import { ASKING, leaveFirst, NOTE, rulesIn, type Situation } from './situation.js';

const OFF = 'rules:\n  label/engagement: off\n';
const UNREADABLE = /could not be read/;

interface Window {
  readonly server: ServerProcess;
  readonly note: string;
  readonly rules: string;
  /** After the file has changed as `how` says: what is raised, and what the rules file is told. */
  changed(how: () => void): Promise<{ readonly raised: readonly string[]; readonly told: readonly string[] }>;
}

/** A record open in an editor, under a rules file that switches its only finding off. Somebody runs it who may not do everything. */
async function underRules<T>(use: (window: Window, folder: string) => Promise<T>): Promise<T> {
  return inFolder({ 'alongside.yml': OFF, 'visit.md': NOTE }, async (folder) => {
    chmodSync(folder, 0o777);
    const server = await startServerProcess({ ...NOBODY, cwd: '/', options: ASKING, folders: [folder] });
    try {
      const [note, rules] = ['visit.md', 'alongside.yml'].map((name) => join(folder, name));
      const told = { last: [] as readonly Diagnostic[] };
      const follow = (): void => void server.published(uriOf(rules)).then((problems) => {
        told.last = problems;
        follow();
      });
      follow();
      server.open(uriOf(note), NOTE);
      assert.deepEqual(await rulesIn(server, uriOf(note)), []);
      const window: Window = { server, note, rules, async changed(how) {
        how();
        const refreshed = server.refreshed();
        server.saved(rules);
        await refreshed;
        const raised = await rulesIn(server, uriOf(note));
        return { raised, told: told.last.map(({ message }) => String(message)) };
      } };
      return await use(window, folder);
    } finally {
      await server.kill('SIGKILL');
    }
  });
}

const check = (folder: string): number | null => runCli(['check', 'visit.md'], { ...NOBODY, cwd: folder }).code;

/** Made unreadable by `spoil`, and whole again: told both times, and reading goes on under the rules that ship. */
function spoilt(title: string, spoil: (rules: string) => void, mend: (rules: string) => void): Situation {
  return { title, run: () => underRules(async ({ rules, changed }, folder) => {
    const bad = await changed(() => spoil(rules));
    assert.deepEqual(bad.raised, ['label/engagement']);
    assert.match(bad.told.join(' '), UNREADABLE);
    assert.equal(check(folder), 2);
    const good = await changed(() => mend(rules));
    assert.deepEqual(good, { raised: [], told: [] });
    assert.equal(check(folder), 0);
    return 'told; records are read under the rules that ship; mended, all is as before';
  }) };
}

const write = (rules: string): void => writeFileSync(rules, OFF);

export const RULES_FILES: readonly Situation[] = [
  { title: 'rules file deleted', run: () => underRules(async ({ rules, changed }, folder) => {
    assert.deepEqual(await changed(() => rmSync(rules)), { raised: ['label/engagement'], told: [] });
    assert.equal(check(folder), 0);
    assert.deepEqual(await changed(() => write(rules)), { raised: [], told: [] });
    return 'records are read under the rules that ship, until it is back';
  }) },
  spoilt('rules file replaced by a folder', (rules) => (rmSync(rules), mkdirSync(rules)), (rules) => (rmSync(rules, { recursive: true }), write(rules))),
  spoilt('rules file locked', (rules) => chmodSync(rules, 0), (rules) => chmodSync(rules, 0o644)),
  spoilt('rules file a link to itself', (rules) => (rmSync(rules), symlinkSync(rules, rules)), (rules) => (rmSync(rules), write(rules))),
  spoilt('rules file a link to nowhere', (rules) => (rmSync(rules), symlinkSync(`${rules}.gone`, rules)), (rules) => (rmSync(rules), write(rules))),
  { title: 'rules file half-written', run: ({ of }) => underRules(async ({ rules, changed }) => {
    const whole = readFileSync('examples/alongside.yml', 'utf8');
    const first = await changed(() => writeFileSync(rules, whole));
    const cuts = of(200);
    for (let cut = 0; cut < cuts; cut++) {
      const { raised } = await changed(() => writeFileSync(rules, whole.slice(0, Math.floor((whole.length * cut) / cuts))));
      assert.ok(Array.isArray(raised));
    }
    assert.deepEqual(await changed(() => writeFileSync(rules, whole)), first);
    return `cut off at ${cuts} places, each time read as far as it goes; whole, all is as before`;
  }) },
  { title: 'what is set aside locked, a folder, half-written', run: () => underRules(async ({ server, note, rules, changed }, folder) => {
    await changed(() => rmSync(rules));
    assert.equal((await leaveFirst(server, uriOf(note))).kind, 'aside');
    assert.deepEqual(await rulesIn(server, uriOf(note)), []);
    const sidecar = join(folder, '.alongside/set-aside.yml');
    const whole = readFileSync(sidecar, 'utf8');
    for (const spoil of [() => chmodSync(sidecar, 0), () => (rmSync(sidecar), mkdirSync(sidecar)), () => (rmSync(sidecar, { recursive: true }), writeFileSync(sidecar, whole.slice(0, -20)))]) {
      spoil();
      const refreshed = server.refreshed();
      server.saved(sidecar);
      await refreshed;
      // Nothing is hidden on the strength of a file that is not understood, and nothing is written over it.
      assert.deepEqual(await rulesIn(server, uriOf(note)), ['label/engagement']);
      const refused = await leaveFirst(server, uriOf(note));
      assert.equal(refused.kind, 'not');
      assert.equal(runCli(['set-aside', 'prune'], { ...NOBODY, cwd: folder }).code, 2);
    }
    assert.equal(readFileSync(sidecar, 'utf8'), whole.slice(0, -20));
    return 'everything is raised again, leaving more is refused, the file stays as it is';
  }) },
];
