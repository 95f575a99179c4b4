/**
 * Which files a run reads: arguments → absolute paths. Whatever names no file is told; nothing is left out in silence.
 */
import { relativeTo, resolvePath } from '../rulebook/paths.js';
import type { Problem } from '../rulebook/problem.js';
import type { World } from './world.js';

export type Tell = (problem: Problem) => void;

/** Absolute paths of the files that a path, folder or glob stands for. */
export async function filesFor(argument: string, world: World, tell: Tell): Promise<readonly string[]> {
  const path = absolute(argument, world);
  const isFolder = world.isFolder(path);
  if (world.exists(path) && !isFolder) return [path];
  const none = (message: string): readonly string[] => {
    tell(whole(argument, message));
    return [];
  };
  if (argument.startsWith('!')) return none('A pattern that begins with “!” takes nothing away here. Name what to check; what git ignores is left out.');
  const isGlob = /[*?{}[\]!]/.test(argument);
  if (!isFolder && !isGlob) return none('There is no such file or folder.');
  try {
    const found = await world.expand(isFolder ? path : withSlashes(argument, world), isFolder ? 'folder' : 'glob');
    return found.length > 0 ? found : none(isFolder ? 'This folder holds no Markdown files, or only ones that git ignores.' : 'No file fits this pattern.');
  } catch (error) {
    return none(`The folders here could not all be read (${reasonOf(error)}).`);
  }
}

/** A problem of a file or an argument as a whole. */
export function whole(file: string, message: string): Problem {
  return { file, line: 1, column: 1, message };
}

/** The system's own short code; its message might hold more than a name. */
export function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'for a reason the system did not give';
}

export function absolute(path: string, world: World): string {
  return resolvePath(world.cwd, withSlashes(path, world));
}

/** Relative to the working folder where it lies below it; always with `/`. */
export function shownPath(path: string, world: World): string {
  return relativeTo(world.cwd, path);
}

/** A backslash parts folders on Windows only; elsewhere it may stand in a name or a pattern. */
function withSlashes(path: string, world: World): string {
  return /^(?:[A-Za-z]:|\/\/)/.test(world.cwd) ? path.replaceAll('\\', '/') : path;
}
