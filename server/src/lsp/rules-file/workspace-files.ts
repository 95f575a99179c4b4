/**
 * The records and rules files below a folder of the disk, as the command line would find them: what git ignores is
 * left out, and whatever begins with a dot; links are not followed.
 */
import { existsSync, type Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import ignore, { type Ignore } from 'ignore';
import { folderOf } from '../../rulebook/files/paths.js';
import type { FindFiles } from '../files.js';

const WANTED = { records: /\.(?:md|markdown)$/, rules: /^alongside\.yml$/ } as const;

export const findOnDisk: FindFiles = async (folder, kind) => {
  const found: string[] = [];
  await walk(folder, WANTED[kind], await ignoredAbove(folder), found);
  return found.sort();
};

/** A `.gitignore`, and the folder it is about. */
interface Ignored {
  readonly folder: string;
  readonly says: Ignore;
}

async function walk(folder: string, wanted: RegExp, above: readonly Ignored[], found: string[]): Promise<void> {
  const entries: readonly Dirent[] = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const ignored = [...above, ...(await ignoredIn(folder))];
  for (const entry of entries) {
    const path = `${folder}/${entry.name}`;
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    if (entry.isDirectory() && !isIgnored(`${path}/`, ignored)) await walk(path, wanted, ignored, found);
    if (entry.isFile() && wanted.test(entry.name) && !isIgnored(path, ignored)) found.push(path);
  }
}

/** The nearest that says anything of a path decides. */
function isIgnored(path: string, ignored: readonly Ignored[]): boolean {
  for (const { folder, says } of ignored.toReversed()) {
    const said = says.test(path.slice(folder.length + 1));
    if (said.ignored || said.unignored) return said.ignored;
  }
  return false;
}

/** Up to the top of the repository; none where the folder is in no repository. */
async function ignoredAbove(folder: string): Promise<readonly Ignored[]> {
  const folders: string[] = [];
  for (let at = folder; !existsSync(`${at}/.git`); at = folders[0]) {
    const parent = folderOf(at);
    if (parent === at || parent === '') return [];
    folders.unshift(parent);
  }
  return (await Promise.all(folders.map(ignoredIn))).flat();
}

async function ignoredIn(folder: string): Promise<readonly Ignored[]> {
  const text = await readFile(`${folder}/.gitignore`, 'utf8').catch(() => null);
  return text === null ? [] : [{ folder, says: ignore().add(text) }];
}
