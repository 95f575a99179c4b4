/**
 * Writes a file whole or not at all: whoever looks, and whenever the machine stops, there is the old text or the new
 * one. It knows nothing of what it writes.
 */
import { accessSync, chmodSync, closeSync, constants, fsyncSync, mkdirSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What this asks of the system; tests give one that fails. */
export type Disk = typeof DISK_CALLS;
const DISK_CALLS = { accessSync, chmodSync, closeSync, fsyncSync, mkdirSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync };

/**
 * Puts `content` in the place of what stands at `path`, through a new file beside it. The mode stays; a link stays, and
 * what it leads to is replaced. Folders that are missing are made. Throws what the system throws, with the old file as
 * it was and nothing left beside it; a file that may not be written is refused.
 */
export function replaceFile(path: string, content: string | Uint8Array, disk: Disk = DISK_CALLS): void {
  const before = disk.statSync(path, { throwIfNoEntry: false });
  // A rename asks only the folder; what is meant not to be written stays so.
  if (before) disk.accessSync(path, constants.W_OK);
  else disk.mkdirSync(dirname(path), { recursive: true });
  const target = before ? disk.realpathSync(path) : path;
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    const file = disk.openSync(beside, 'w', 0o600);
    try {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      for (let at = 0; at < bytes.length; ) at += disk.writeSync(file, bytes, at);
      disk.fsyncSync(file);
    } finally {
      disk.closeSync(file);
    }
    disk.chmodSync(beside, before ? before.mode & 0o7777 : 0o666 & ~process.umask());
    disk.renameSync(beside, target);
  } catch (error) {
    disk.rmSync(beside, { force: true });
    throw error;
  }
}
