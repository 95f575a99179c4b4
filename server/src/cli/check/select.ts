/**
 * Which records a run reads: paths, folders, globs, a list of files, what git says has changed. Whatever names no file is
 * told; nothing is left out in silence. It reads no record.
 */
import { relativeTo, resolvePath } from '../../rulebook/files/paths.js';
import type { Problem } from '../../rulebook/problem.js';
import type { CheckGiven } from './check-command.js';
import type { Changed } from './changed.js';
import type { Lines } from '../report/report.js';
import type { World } from '../world.js';

export interface Selected {
  /** Absolute. */
  readonly path: string;
  /** How the report calls it. */
  readonly shown: string;
  readonly from: 'file' | 'input';
  /** Only what is found on these lines is told; null for all. */
  readonly lines: readonly Lines[] | null;
}

/** What is to be read, each once, in the order in which it was asked for; or why that cannot be told. */
export async function select({ operands, options }: Pick<CheckGiven, 'operands'> & { readonly options: Pick<CheckGiven['options'], 'since' | 'changed-lines' | 'files-from' | 'stdin-filename'> }, world: World, tell: Tell): Promise<readonly Selected[] | { readonly objection: string }> {
  const list = await listOf(options['files-from'], world);
  if (list !== null && 'objection' in list) return list;
  const changed: Changed | { readonly objection: string } | null = options.since === null ? null : await (await import('./changed.js')).changedSince(options.since, world);
  if (changed !== null && 'objection' in changed) return changed;
  const selected = new Map<string, Selected>();
  const add = (path: string): void => {
    const [shown, lines] = [shownPath(path, world), changed === null ? [] : changed.files.get(path)];
    // Which lines of a Word document have changed git cannot tell.
    if (lines && !selected.has(shown)) selected.set(shown, { path, shown, from: 'file', lines: options['changed-lines'] && !isWord(path) ? lines : null });
  };
  for (const operand of operands.length > 0 || list !== null ? operands : ['.']) {
    if (operand === '-') {
      const path = absolute(options['stdin-filename'] ?? 'stdin.md', world);
      const shown = options['stdin-filename'] === null ? STDIN : shownPath(path, world);
      selected.set(shown, { path, shown, from: 'input', lines: null });
    } else (await filesFor(operand, world, tell)).forEach(add);
  }
  for (const path of list ?? []) add(absolute(path, world));
  return [...selected.values()];
}

/** Whether a file is a Word document (or a template, or one with macros) by its name. */
export function isWord(path: string): boolean {
  return /\.do[ct][xm]$/i.test(path);
}

/** What standard input is called where it has no name. */
const STDIN = '<stdin>';

export type Tell = (problem: Problem) => void;

async function listOf(name: string | null, world: World): Promise<readonly string[] | { readonly objection: string } | null> {
  if (name === null) return null;
  try {
    return listed(new TextDecoder().decode(name === '-' ? await world.readInput() : world.readBytes(absolute(name, world))));
  } catch (error) {
    return { objection: `The list of files “${name}” (--files-from) could not be read (${reasonOf(error)}).` };
  }
}

/** The paths that a list holds: parted by NUL where it holds one, else by lines. */
function listed(text: string): readonly string[] {
  return (text.includes('\0') ? text.split('\0') : text.split(/\r?\n/)).filter((path) => path !== '');
}

/** Absolute paths of the files that a path, folder or glob stands for. */
async function filesFor(argument: string, world: World, tell: Tell): Promise<readonly string[]> {
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
export function shownPath(path: string, world: Pick<World, 'cwd'>): string {
  return relativeTo(world.cwd, path);
}

/** A backslash parts folders on Windows only; elsewhere it may stand in a name or a pattern. */
function withSlashes(path: string, world: World): string {
  return /^(?:[A-Za-z]:|\/\/)/.test(world.cwd) ? path.replaceAll('\\', '/') : path;
}
