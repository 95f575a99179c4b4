/**
 * The records and rules files below a folder of the disk, as the command line would find them: what git ignores is
 * left out.
 */
import { globby } from 'globby';
import { resolvePath } from '../../rulebook/paths.js';
import type { FindFiles } from '../files.js';

const PATTERNS = { records: '**/*.{md,markdown}', rules: '**/alongside.yml' } as const;

export const findOnDisk: FindFiles = async (folder, kind) => {
  const found = await globby(PATTERNS[kind], { cwd: folder, gitignore: true, onlyFiles: true, followSymbolicLinks: false, ignore: ['**/node_modules/**'] }).catch(() => []);
  return found.map((path) => resolvePath(folder, path)).sort();
};
