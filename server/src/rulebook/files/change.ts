/**
 * Changes a file that several may change at once (two windows, an editor and a command line): each after the other, from
 * what the file says at that moment, so that nothing anybody wrote is lost. It knows nothing of what it writes.
 */
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { replaceFile } from './replace.js';

/**
 * Gives `change` the text of a file (null where there is none) and writes what it makes of it, whole or not at all; null
 * leaves the file as it is. The file's own folder is made where it is missing, and none above it: they may be on a disk
 * that has gone. Rejects with what the system throws, or with what `change` throws.
 */
export type ChangeFile = (path: string, change: (text: string | null) => string | null) => Promise<void>;

/** A lock is held for milliseconds. Whoever has held one so long, in milliseconds, is no longer running, as far as can be told from here. */
const LONGEST_HELD = 3000;
/** Whoever is seen to run may have a slow disk; but another program may have taken its number. */
const LONGEST_SEEN = 30_000;
const BETWEEN_TRIES = 5;

export const changeFile: ChangeFile = async (path, change) => {
  makeFolder(dirname(path));
  const lock = join(dirname(path), `.${basename(path)}.lock`);
  await take(lock);
  try {
    const changed = change(existsSync(path) ? readFileSync(path, 'utf8') : null);
    if (changed !== null) replaceFile(path, changed);
  } finally {
    rmSync(lock, { force: true });
  }
};

/** Makes the folder, unless it is there: somebody else may make it in the same moment. */
function makeFolder(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  }
}

async function take(lock: string): Promise<void> {
  let held = '';
  let since = performance.now();
  while (!isTaken(lock)) {
    const seen = statSync(lock, { throwIfNoEntry: false });
    const holder = seen ? `${seen.ino} ${seen.mtimeMs}` : '';
    // Measured by our own waiting: clocks are set, and those of file servers differ.
    const waited = performance.now() - since;
    if (holder !== held) [held, since] = [holder, performance.now()];
    else if (waited > LONGEST_SEEN || (waited > LONGEST_HELD && !isSeen(lock))) rmSync(lock, { force: true });
    await pause(BETWEEN_TRIES);
  }
}

/** Takes the lock, where nobody holds it. */
function isTaken(lock: string): boolean {
  try {
    const file = openSync(lock, 'wx');
    try {
      writeSync(file, holderHere(process.pid));
    } catch {
      // A full disk: it is a lock all the same, and what is to be written tells it.
    } finally {
      closeSync(file);
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

/** What a lock says of whoever holds it: on this machine, by the number of the process. */
function holderHere(pid: number): string {
  return `${hostname()} ${pid}\n`;
}

/** Whether whoever holds the lock runs on this machine. */
function isSeen(lock: string): boolean {
  try {
    const held = readFileSync(lock, 'utf8');
    const pid = Number(held.trimEnd().split(' ').at(-1));
    return pid > 0 && held === holderHere(pid) && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // it runs, and is somebody else's
  }
}
