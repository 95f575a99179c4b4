/**
 * Folders and glob patterns → files, `.gitignore` respected. Loaded only when an argument is not a plain file.
 */
import { globby } from 'globby';
import { resolvePath } from '../../rulebook/files/paths.js';
import type { Surveyed } from '../world.js';

/**
 * Absolute paths, sorted. A folder stands for all Markdown files below it. Links are not followed, so that no file
 * is read twice and no circle walked; throws what the system throws.
 */
export async function expandPattern(pattern: string, cwd: string, kind: 'folder' | 'glob'): Promise<readonly string[]> {
  const globs = kind === 'folder' ? '**/*.{md,markdown}' : pattern;
  const from = kind === 'folder' ? pattern : cwd;
  // Made absolute here: the library would take a backslash in a name for a folder's end.
  const found = await globby(globs, {
    cwd: from,
    gitignore: true,
    onlyFiles: true,
    followSymbolicLinks: false,
    caseSensitiveMatch: kind === 'glob',
    ignore: ['**/node_modules/**'],
  });
  return found.map((path) => resolvePath(from, path)).sort();
}

/** Every file and link below a folder, whatever git ignores, but what lies in `.git` and `node_modules`; sorted. Throws what the system throws. */
export async function surveyFolder(folder: string): Promise<readonly Surveyed[]> {
  const found = await globby('**/*', { cwd: folder, dot: true, onlyFiles: false, objectMode: true, followSymbolicLinks: false, ignore: ['**/node_modules/**', '**/.git/**'] });
  return found
    .filter(({ dirent }) => !dirent.isDirectory())
    .map(({ path, dirent }) => ({ path: resolvePath(folder, path), link: dirent.isSymbolicLink() }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
