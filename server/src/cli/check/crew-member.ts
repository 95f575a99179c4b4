/**
 * A thread that checks records as they are given to it, and answers in the same order.
 */
import { readFileSync, statSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { readBuiltIn } from '../../rulebook/packs/read-built-in.js';
import { DISK } from '../../rulebook/files/disk.js';
import { createReader } from '../../rulebook/reader.js';
import { createSetAside } from '../../set-aside/set-aside.js';
import type { CrewTask } from './crew.js';
import { createChecker } from './read-record.js';
import type { Selected } from './select.js';

const { settings, cwd, today, folder } = workerData as CrewTask;
const reader = createReader(readBuiltIn(folder), DISK, settings.config, () => today);
const setAside = settings.setAside === 'shown' ? null : createSetAside(DISK, () => cwd, () => today);
const checker = createChecker(settings, reader, setAside, { cwd, today: () => today, read: DISK.read, readBytes: (path) => readFileSync(path), sizeOf: (path) => statSync(path).size, readInput: () => Promise.reject(new Error('A thread has no standard input.')) });

let last: Promise<void> = Promise.resolve();
parentPort!.on('message', (one: Selected) => {
  last = last.then(async () => parentPort!.postMessage(await (await checker)(one)));
});
