/** Two windows, and the command line, on one folder at the same time. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cliRun, inFolder, runCli, startServerProcess, uriOf } from '../../support/programs.js';
import { readSidecar } from '../../../server/src/set-aside/sidecar.js';
import { ASKING, leave, NOTE, type Situation } from './situation.js';

const WINDOWS_OPEN = 2;

/** Each paragraph with words of its own round the finding, by which it is known again. */
function record(name: string, paragraphs: number): string {
  const own = (nth: number, of: string): string => [...`${name} ${of} ${nth}`].map((character) => String.fromCharCode(97 + (character.charCodeAt(0) % 26))).join('');
  const words = (nth: number, side: string): string => ['one', 'two', 'three'].map((of) => own(nth, side + of)).join(' ');
  return Array.from({ length: paragraphs }, (_, nth) => `They saw ${words(nth, 'before')} and Dad failed to engage with ${words(nth, 'after')}.\n`).join('\n');
}

function reasonsIn(sidecar: string): readonly string[] {
  const { sidecar: read, problems } = readSidecar('set-aside.yml', readFileSync(sidecar, 'utf8'));
  assert.deepEqual(problems, []);
  return [...read!.records.values()].flatMap((entries) => entries.flatMap(({ kind, reason }) => (kind === 'set-aside' ? [reason ?? ''] : []))).sort();
}

export const WINDOWS: readonly Situation[] = [
  { title: 'two windows and a baseline, setting things aside at once', run: ({ of }) => {
    const each = of(60) + 2;
    const commands = of(3);
    const texts = Object.fromEntries(['a', 'b', 'both', 'other'].map((name) => [`${name}.md`, record(name, each)]));
    return inFolder(texts, async (folder) => {
      const servers = await Promise.all(Array.from({ length: WINDOWS_OPEN }, () => startServerProcess({ cwd: '/', options: ASKING, folders: [folder] })));
      try {
        const wanted: string[] = [];
        const seen = await Promise.all(servers.map(async (server, nth) => {
          const mine = uriOf(join(folder, `${'ab'[nth]}.md`));
          const shared = uriOf(join(folder, 'both.md'));
          for (const [uri, name] of [[mine, `${'ab'[nth]}.md`], [shared, 'both.md']]) server.open(uri, texts[name]);
          return [
            ...(await server.pull(mine)).items.map((item) => [mine, item] as const),
            ...(await server.pull(shared)).items.filter((_one, at) => at % WINDOWS_OPEN === nth).map((item) => [shared, item] as const),
          ];
        }));
        const work = servers.map(async (server, nth) => {
          for (const [at, [uri, finding]] of seen[nth].entries()) {
            const reason = `window ${nth}, number ${at}`;
            wanted.push(reason);
            const left = await leave(server, uri, finding, reason);
            assert.equal(left.kind, 'aside', JSON.stringify(left));
          }
        });
        // Meanwhile the command line, which reads all records before it writes.
        const lines = Array.from({ length: commands }, () => cliRun(['baseline', 'other.md', '--grow'], { cwd: folder }));
        await Promise.all(work);
        for (const { code, error } of await Promise.all(lines)) assert.ok(code === 0 || /at the same moment/.test(error), error);
        assert.deepEqual(reasonsIn(join(folder, '.alongside/set-aside.yml')), wanted.sort());
        assert.deepEqual(readdirSync(join(folder, '.alongside')), ['set-aside.yml']);
        return `${wanted.length} decisions, ${wanted.length} kept`;
      } finally {
        for (const server of servers) await server.kill('SIGKILL');
      }
    });
  } },
  { title: 'killed while it sets things aside, and left its lock behind', run: ({ of }) => inFolder({ 'b.md': NOTE }, async (folder) => {
    const sidecar = join(folder, '.alongside/set-aside.yml');
    for (let turn = 0; turn < of(10); turn++) {
      const server = await startServerProcess({ cwd: '/', options: ASKING, folders: [folder] });
      // Another record each time: of one, all might be set aside before the last turn.
      const note = uriOf(join(folder, `a${turn}.md`));
      server.open(note, record('a', 30));
      const { items } = await server.pull(note);
      const begun = leave(server, note, items[0], 'first');
      for (const [at, item] of items.slice(1).entries()) void leave(server, note, item, `number ${at}`).catch(() => undefined);
      await begun;
      await server.kill('SIGKILL');
      reasonsIn(sidecar);
    }
    writeFileSync(join(folder, '.alongside/.set-aside.yml.lock'), '');
    const { code, error } = runCli(['set-aside', 'add', 'b.md:1', '--reason', 'afterwards'], { cwd: folder });
    assert.deepEqual([code, error], [0, '']);
    assert.ok(reasonsIn(sidecar).includes('afterwards'));
    return 'the file is whole each time; the lock is taken over';
  }) },
];
