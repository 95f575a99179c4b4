/**
 * Files that stand only in memory, for whatever takes a `FileHost`. It knows nothing of rules.
 */
import type { ChangeFile } from '../../server/src/rulebook/files/change.js';
import type { FileHost } from '../../server/src/rulebook/files/file-host.js';

/** By absolute path, with `/`. */
export type MemoryFiles = Readonly<Record<string, string>>;

export function memoryHost(files: MemoryFiles): FileHost {
  return {
    exists: (path) => Object.hasOwn(files, path),
    read: (path) => (Object.hasOwn(files, path) ? files[path] : null),
    list: (folder) => Object.keys(files).filter((path) => path.startsWith(`${folder}/`)).sort(),
    real: (path) => path,
  };
}

/** Changes files that stand in a map. */
export function changeIn(files: Map<string, string>): ChangeFile {
  return async (path, change) => {
    const changed = change(files.get(path) ?? null);
    if (changed !== null) files.set(path, changed);
  };
}

/** A text with its `¦` taken out, and where that stood: line and column from 1. */
export function placeOf(marked: string): { readonly text: string; readonly line: number; readonly column: number } {
  const at = marked.indexOf('¦');
  if (at < 0) throw new Error('the text marks no place');
  const before = marked.slice(0, at).replace(/^\uFEFF/, '').split('\n');
  return { text: marked.replace('¦', ''), line: before.length, column: before[before.length - 1].length + 1 };
}
