/** A file that several change at once: each after the other, and nothing anybody wrote is lost. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';

const WRITERS = 3;
const FOLDERS = 100;

/** Begins on each folder in the same moment as the other writers, so that each time one finds it made while it makes it. */
const WRITER = `
import { join } from 'node:path';
import { workerData } from 'node:worker_threads';
import { changeFile } from './server/src/rulebook/files/change.js';
const { root, writers, folders, begun } = workerData;
for (let folder = 0; folder < folders; folder++) {
  Atomics.add(begun, folder, 1);
  while (Atomics.load(begun, folder) < writers);
  await changeFile(join(root, String(folder), 'set-aside.yml'), (text) => (text ?? '') + '.');
}`;

describe('a file that several change at once', () => {
  it('has what each of them wrote, in a folder that none of them found', async () => {
    const root = mkdtempSync(join(tmpdir(), 'alongside-'));
    const script = join(root, 'writer.mjs');
    buildSync({ stdin: { contents: WRITER, resolveDir: process.cwd() }, outfile: script, bundle: true, format: 'esm', platform: 'node' });
    const begun = new Int32Array(new SharedArrayBuffer(FOLDERS * Int32Array.BYTES_PER_ELEMENT));
    const workers = Array.from({ length: WRITERS }, () => new Worker(script, { workerData: { root, writers: WRITERS, folders: FOLDERS, begun } }));
    try {
      await Promise.all(workers.map((worker) => once(worker, 'exit')));
      for (let folder = 0; folder < FOLDERS; folder++) assert.equal(readFileSync(join(root, String(folder), 'set-aside.yml'), 'utf8'), '.'.repeat(WRITERS));
    } finally {
      await Promise.all(workers.map((worker) => worker.terminate()));
      rmSync(root, { recursive: true, force: true });
    }
  });
});
