/**
 * Folders and glob patterns → files, `.gitignore` respected. Loaded only when an argument is not a plain file.
 */
import { globby } from 'globby';
import type { Surveyed } from './world.js';

/**
 * Absolute paths, sorted. A folder stands for all Markdown files below it. Links are not followed, so that no file
 * is read twice and no circle walked; throws what the system throws.
 */
export async function expandPattern(pattern: string, cwd: string, kind: 'folder' | 'glob'): Promise<readonly string[]> {
  const globs = kind === 'folder' ? '**/*.{md,markdown}' : pattern;
  const found = await globby(globs, {
    cwd: kind === 'folder' ? pattern : cwd,
    gitignore: true,
    absolute: true,
    onlyFiles: true,
    followSymbolicLinks: false,
    caseSensitiveMatch: kind === 'glob',
    ignore: ['**/node_modules/**'],
  });
  return found.sort();
}

/** Every file and link below a folder, whatever git ignores, but what lies in `.git` and `node_modules`; sorted. Throws what the system throws. */
export async function surveyFolder(folder: string): Promise<readonly Surveyed[]> {
  const found = await globby('**/*', { cwd: folder, absolute: true, dot: true, onlyFiles: false, objectMode: true, followSymbolicLinks: false, ignore: ['**/node_modules/**', '**/.git/**'] });
  return found
    .filter(({ dirent }) => !dirent.isDirectory())
    .map(({ path, dirent }) => ({ path, link: dirent.isSymbolicLink() }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
