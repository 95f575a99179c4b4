/**
 * The world of files, as the rulebook sees it; tests give one that needs no disk. Paths are absolute and use `/`.
 */

export interface FileHost {
  /** Whether something of that name is there, be it of use or not. */
  exists(path: string): boolean;
  /** Text of a file, or null when it is not there or cannot be read. */
  read(path: string): string | null;
  /** Paths of the files below a folder, at most three folders deep, sorted; empty when there is no such folder. */
  list(folder: string): readonly string[];
  /** Where a path leads once every link in it is followed; null where nothing is there. */
  real(path: string): string | null;
  /** Where files cannot be had at once: `work` is done over until all that it asks about is known. */
  whenKnown?<T>(work: () => T): Promise<T>;
}

/** What `work` makes of files. It may be done more than once, so it leaves nothing behind but its answer. */
export async function whenKnown<T>(host: Pick<FileHost, 'whenKnown'>, work: () => T): Promise<T> {
  return host.whenKnown ? host.whenKnown(work) : work();
}

/** How deep a pack is looked into: category, rule, and one more so that what lies too deep can be told. */
export const DEEPEST = 3;
