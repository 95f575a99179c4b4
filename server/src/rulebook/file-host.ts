/**
 * The world of files, as the rulebook sees it; tests give one that needs no disk. Paths are absolute and use `/`.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';

export interface FileHost {
  exists(path: string): boolean;
  /** Text of a file, or null when it is not there or cannot be read. */
  read(path: string): string | null;
  /** Paths of all files below a folder, sorted; empty when there is no such folder. */
  list(folder: string): readonly string[];
}

export const DISK: FileHost = {
  exists: existsSync,
  read(path) {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return null;
    }
  },
  list(folder) {
    try {
      return readdirSync(folder, { recursive: true, withFileTypes: true })
        .map((entry) => ({ entry, path: `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/') }))
        .filter(({ entry, path }) => entry.isFile() || (entry.isSymbolicLink() && (statSync(path, { throwIfNoEntry: false })?.isFile() ?? false)))
        .map(({ path }) => path)
        .sort();
    } catch {
      return [];
    }
  },
};
