/**
 * Changes a file that several may change at once (two windows, an editor and a command line): each after the other, from
 * what the file says at that moment, so that nothing anybody wrote is lost. It knows nothing of what it writes.
 */
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { replaceFile } from './replace.js';

/**
 * Gives `change` the text of a file (null where there is none) and writes what it makes of it, whole or not at all; null
 * leaves the file as it is. The file's own folder is made where it is missing, and none above it: they may be on a disk
 * that has gone. Rejects with what the system throws, or with what `change` throws.
 */
export type ChangeFile = (path: string, change: (text: string | null) => string | null) => Promise<void>;

/** A lock is held for milliseconds. Whoever has held one so long, in milliseconds, is no longer running. */
const LONGEST_HELD = 3000;
const BETWEEN_TRIES = 5;

export const changeFile: ChangeFile = async (path, change) => {
  if (!existsSync(dirname(path))) mkdirSync(dirname(path));
  const lock = join(dirname(path), `.${basename(path)}.lock`);
  await take(lock);
  try {
    const changed = change(existsSync(path) ? readFileSync(path, 'utf8') : null);
    if (changed !== null) replaceFile(path, changed);
  } finally {
    rmSync(lock, { force: true });
  }
};

async function take(lock: string): Promise<void> {
  let held = '';
  let since = performance.now();
  for (;;) {
    try {
      return closeSync(openSync(lock, 'wx'));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const seen = statSync(lock, { throwIfNoEntry: false });
    const holder = seen ? `${seen.ino} ${seen.mtimeMs}` : '';
    if (holder !== held) [held, since] = [holder, performance.now()];
    // Measured by our own waiting: clocks are set, and those of file servers differ.
    else if (performance.now() - since > LONGEST_HELD) rmSync(lock, { force: true });
    await pause(BETWEEN_TRIES);
  }
}
