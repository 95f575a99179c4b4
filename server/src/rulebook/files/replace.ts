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
  const replacement = openReplacement(path, disk);
  replacement.write(content);
  replacement.close();
}

/** What is to stand at a path, written bit by bit beside what stands there. Each call throws as `replaceFile` does, after which there is nothing to close. */
export interface Replacement {
  write(content: string | Uint8Array): void;
  /** Puts it in its place. */
  close(): void;
  /** Leaves all as it was. */
  discard(): void;
}

export function openReplacement(path: string, disk: Disk = DISK_CALLS): Replacement {
  const before = disk.statSync(path, { throwIfNoEntry: false });
  // A rename asks only the folder; what is meant not to be written stays so.
  if (before) disk.accessSync(path, constants.W_OK);
  else disk.mkdirSync(dirname(path), { recursive: true });
  const target = before ? disk.realpathSync(path) : path;
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  let file: number | null = null;
  const close = (): void => {
    const open = file;
    file = null;
    if (open !== null) disk.closeSync(open);
  };
  const discard = (): void => {
    try {
      close();
    } finally {
      disk.rmSync(beside, { force: true });
    }
  };
  const orDiscard = (act: () => void): void => {
    try {
      act();
    } catch (error) {
      discard();
      throw error;
    }
  };
  orDiscard(() => void (file = disk.openSync(beside, 'w', 0o600)));
  return {
    discard,
    write: (content) => orDiscard(() => {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      for (let at = 0; at < bytes.length; ) at += disk.writeSync(file!, bytes, at);
    }),
    close: () => orDiscard(() => {
      disk.fsyncSync(file!);
      close();
      disk.chmodSync(beside, before ? before.mode & 0o7777 : 0o666 & ~process.umask());
      disk.renameSync(beside, target);
    }),
  };
}
