/** Programs that are killed, or have too little memory. */
import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MAX_NOTE } from '../../../server/src/engine/limits.js';
import { numbers } from '../../support/random.js';
import { inFolder, runCli, startServerProcess, uriOf, type ServerProcess } from '../../support/programs.js';
import { NOTE, rulesIn, type Situation } from './situation.js';

/** All that Node may use for what it makes, in megabytes. */
const heap = (megabytes: number): readonly string[] => [`--max-old-space-size=${megabytes}`];
const HUGE = 40_000_000;

export const PROCESSES: readonly Situation[] = [
  { title: 'server killed while somebody types', run: ({ of }) => inFolder({ 'visit.md': NOTE }, async (folder) => {
    const note = uriOf(join(folder, 'visit.md'));
    const next = numbers(7);
    const kills = of(20);
    // The editor holds the text; a new server is given it as it stands.
    let text = NOTE;
    for (let turn = 0; turn < kills; turn++) {
      const server = await startServerProcess({ cwd: '/', folders: [folder] });
      server.open(note, text);
      const whole = await rulesIn(server, note);
      const answers: Promise<unknown>[] = [];
      for (let key = 0; key < 1 + next(30); key++) {
        const start = { line: 0, character: next(4) };
        server.change(note, { range: { start, end: start }, text: 'x' });
        answers.push(server.pull(note).catch(() => undefined));
      }
      await answers[next(answers.length)];
      text = server.textOf(note);
      await server.kill('SIGKILL');
      assert.ok(whole.length > 0);
    }
    const server = await startServerProcess({ cwd: '/', folders: [folder] });
    server.open(note, text);
    const after = (await server.pull(note)).items.map(({ data, ...item }) => item);
    await server.kill('SIGTERM');
    writeFileSync(join(folder, 'visit.md'), text);
    const { out } = runCli(['check', 'visit.md', '--format', 'json', '--fail-on', 'never'], { cwd: folder });
    assert.equal(after.length, JSON.parse(out).files[0].findings.length);
    assert.deepEqual(readdirSync(folder), ['visit.md']);
    return `${kills} times; the next one says what reading afresh says, and none left a file behind`;
  }) },
  { title: 'too little memory for what is opened', run: async ({ amount }) => {
    const server = await startServerProcess({ node: heap(256) });
    try {
      const [huge, small] = ['file:///records/huge.md', 'file:///records/visit.md'];
      server.open(huge, 'Dad came. '.repeat(HUGE / 10));
      assert.match(await onlyMessage(server, huge), /too long to be read/);
      server.change(huge, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: 'Then ' });
      assert.match(await onlyMessage(server, huge), /too long to be read/);
      server.open(small, NOTE);
      assert.deepEqual(await rulesIn(server, small), ['label/engagement']);
    } finally {
      await server.kill('SIGKILL');
    }
    return `a record of ${HUGE / 1_000_000} MB in a heap of 256 MB is told to be unread, and the next one is read${amount === 1 ? await nearlyTooLong() : ''}`;
  } },
  { title: 'too little memory for what is checked', run: () => inFolder({ 'huge.md': Buffer.alloc(3 * HUGE, 'Dad came. '), 'visit.md': NOTE }, async (folder) => {
    const { code, out, error } = runCli(['check', '.', '--format', 'json', '--fail-on', 'never'], { cwd: folder, node: heap(64) });
    assert.deepEqual([code, JSON.parse(out).files.map(({ path, findings }: { path: string; findings: object[] }) => [path, findings.length])], [2, [['visit.md', 1]]]);
    assert.match(error, /^huge\.md:1:1 This file is too large to be a record/);
    return `a record of ${(3 * HUGE) / 1_000_000} MB in a heap of 64 MB is told to be unread, and the next one is read`;
  }) },
];

async function onlyMessage(server: ServerProcess, uri: string): Promise<string> {
  const { items } = await server.pull(uri);
  assert.equal(items.length, 1);
  return String(items[0].message);
}

/** The longest record that is read, every sentence of it raised. */
async function nearlyTooLong(): Promise<string> {
  const server = await startServerProcess({ node: heap(1024) });
  try {
    const paragraph = 'Dad failed to engage with the course on Monday, and Mum came to see us. They were told to ring the social worker by Friday.\n\n';
    const uri = 'file:///records/long.md';
    server.open(uri, paragraph.repeat(Math.floor(MAX_NOTE / paragraph.length)));
    const { items } = await server.pull(uri);
    assert.ok(items.length > 100_000);
    return `; one just within the limit, with ${items.length.toLocaleString('en-GB')} findings, is read in a heap of 1 GB`;
  } finally {
    await server.kill('SIGKILL');
  }
}
