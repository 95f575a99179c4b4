/**
 * The files of the disk.
 */
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { sep } from 'node:path';
import { DEEPEST, type FileHost } from './file-host.js';

export const DISK: FileHost = {
  exists(path) {
    try {
      // A link that leads nowhere is there: a rules file that cannot be read is told, and not passed over.
      return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
    } catch {
      return false;
    }
  },
  read(path) {
    try {
      // What is no plain file (a device, a pipe) might never end.
      return statSync(path).isFile() ? readFileSync(path, 'utf8') : null;
    } catch {
      return null;
    }
  },
  list: (folder) => filesBelow(folder, DEEPEST).sort(),
  real(path) {
    try {
      const real = realpathSync.native(path);
      return sep === '/' ? real : real.replaceAll(sep, '/');
    } catch {
      return null;
    }
  },
};

/** A rules file may name any folder, so no folder is walked far. */
function filesBelow(folder: string, depth: number): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = `${folder.replace(/\/$/, '')}/${entry.name}`;
      if (entry.isDirectory()) return depth > 1 && !entry.name.startsWith('.') && entry.name !== 'node_modules' ? filesBelow(path, depth - 1) : [];
      return entry.isFile() || (entry.isSymbolicLink() && leadsToFile(path)) ? [path] : [];
    });
  } catch {
    return [];
  }
}

/** A link may lead nowhere, or round in a circle. */
function leadsToFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
