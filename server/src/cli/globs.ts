/**
 * Folders and glob patterns → files, `.gitignore` respected. Loaded only when an argument is not a plain file.
 */
import { globby } from 'globby';

/** Absolute paths, sorted. A folder stands for all Markdown files below it. */
export async function expandPattern(pattern: string, cwd: string, kind: 'folder' | 'glob'): Promise<readonly string[]> {
  const globs = kind === 'folder' ? '**/*.{md,markdown}' : pattern;
  const found = await globby(globs, { cwd: kind === 'folder' ? pattern : cwd, gitignore: true, absolute: true, dot: false, onlyFiles: true, ignore: ['**/node_modules/**'] });
  return found.sort();
}
