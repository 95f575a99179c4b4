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
}
