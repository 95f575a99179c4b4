/**
 * How far a rules file may reach: what it names is read only where it lies in the folder of that file, in the repository
 * that folder belongs to, or where it is an `alongside.yml` in a folder above, which records go by anyway. Links are
 * followed before that is asked. It knows nothing of what files hold.
 */
import type { FileHost } from './file-host.js';
import { folderOf, isWithin, resolvePath } from './paths.js';
import { RULEBOOK_FILE } from '../rulebook.js';

export interface Reach {
  /** Where a name leads that the rules file gives: a path that may be read, or a sentence that says why none is. Nothing is looked up before it is known to lie within reach. */
  to(name: string): { readonly path: string } | { readonly refused: string };
  /** Whether a file below it, or the rules file itself, is where it seems to be: no link leads outside. */
  holds(path: string): boolean;
}

/** The reach of the rules file at `file`, an absolute path. */
export function reachOf(file: string, host: FileHost): Reach {
  const home = homeOf(file, host);
  const here = home === folderOf(file) ? 'the folder this file is in' : 'this repository';
  const holds = (path: string): boolean => staysIn(home, path, host);
  return {
    holds,
    to(name) {
      const path = resolvePath(folderOf(file), name);
      const isAbove = path.endsWith(`/${RULEBOOK_FILE}`) && isWithin(folderOf(path), file);
      if (ADDRESS.test(name)) return { refused: `“${name}” is an address, and nothing is fetched from one. ${PATHS}` };
      if (name.includes('\\')) return { refused: `Write “/” between folders, on every system: “${name.replaceAll('\\', '/')}”.` };
      if (/^(?:[~$%]|[a-z]:(?!\/))/i.test(name)) return { refused: `“${name}” begins with something that stands for no folder here. ${PATHS}` };
      if (!isWithin(home, path) && !isAbove) return { refused: `“${name}” lies outside ${here}, so it was not read. ${ABOVE}` };
      if (!staysIn(isWithin(home, path) ? home : homeOf(path, host), path, host)) return { refused: `“${name}” is a link that leads out of ${here}, so it was not read. ${ABOVE}` };
      return { path };
    },
  };
}

const ADDRESS = /^[a-z][a-z0-9+.-]+:/i;
const PATHS = `Name a file or folder by the way to it from this one, such as ../${RULEBOOK_FILE}.`;
const ABOVE = `Of what lies outside, only the ${RULEBOOK_FILE} of a folder above can be built on; it can name packs beside it.`;

/** The repository a file belongs to, else its folder. */
function homeOf(file: string, host: FileHost): string {
  for (let folder = folderOf(file); ; folder = folderOf(folder)) {
    if (host.exists(`${folder === '/' ? '' : folder}/.git`)) return folder;
    if (folder === folderOf(folder)) return folderOf(file);
  }
}

/** A file that is not there leads nowhere. */
function staysIn(home: string, path: string, host: FileHost): boolean {
  const [real, top] = [host.real(path), host.real(home)];
  return real === null || top === null || isWithin(top, real);
}
