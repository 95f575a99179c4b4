/**
 * Everything outside that the command line touches, so that tests can run it in process with a world of their own.
 */
import type { CompiledRules } from '../engine/rule-set.js';
import type { ChangeFile } from '../rulebook/files/change.js';
import type { FileHost } from '../rulebook/files/file-host.js';
import type { GitAnswer } from './check/git.js';
import type { CheckedRecord, CheckSettings } from './check/read-record.js';
import type { Selected } from './check/select.js';

export interface World extends FileHost {
  /** Absolute, with `/`. */
  readonly cwd: string;
  /** Bytes of a file; throws what the system throws. */
  readBytes(path: string): Uint8Array;
  /** Bytes of a file, without reading it; throws what the system throws. */
  sizeOf(path: string): number;
  isFolder(path: string): boolean;
  readInput(): Promise<Uint8Array>;
  /** A line of answer to a question; null where nobody answers. */
  ask(question: string): Promise<string | null>;
  /** Asks git; never rejects. */
  git(args: readonly string[], cwd: string): Promise<GitAnswer>;
  /** Absolute paths of files that fit a glob, or of Markdown files below a folder, `.gitignore` respected; sorted. */
  expand(pattern: string, kind: 'folder' | 'glob'): Promise<readonly string[]>;
  /** Every file and link below a folder, whatever git ignores, but what lies in `.git` and `node_modules`; sorted. */
  survey(folder: string): Promise<readonly Surveyed[]>;
  /** Opens a file for a report, which then is written bit by bit and stands there whole or not at all; a device or a pipe is written to as it is. Throws what the system throws, as does each call of what it gives. */
  openReport(path: string): ReportFile;
  /** Writes a report, whole or not at all, in the place of what stands there; into a device or a pipe as it is. Throws what the system throws. */
  writeFile(path: string, text: string): void;
  /** Writes after what stands in a file; throws what the system throws. */
  appendFile(path: string, text: string): void;
  /** A variable of the environment; null where it is not set or empty. */
  env(name: string): string | null;
  /** Puts a file in the place of what stands there, whole or not at all; its mode stays, folders are made. Throws what the system throws. */
  replaceFile(path: string, content: string | Uint8Array): void;
  /** Changes a file that others may change at the same time. */
  readonly changeFile: ChangeFile;
  /** To standard output; throws what the system throws, but not where nobody reads on. */
  out(text: string): void;
  error(text: string): void;
  /** How many threads there may be: cores of the machine. */
  readonly cores: number;
  /** Threads that check records. */
  startCrew(size: number, settings: CheckSettings): Promise<Crew>;
  /** Replaces a line that tells how far a run is; null where nobody would see it, or it would stand among what is printed. */
  readonly progress: ((line: string) => void) | null;
  /** Whether standard output is a terminal. */
  readonly isTerminal: boolean;
  /** Whether standard output is a terminal that shows colour. */
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** ISO date. */
  today(): string;
  readonly version: string;
  /** A hash of the program and the packs that ship. */
  programMark(): Promise<string>;
  /** What the program runs on, in words: `Node 20.19.0 on linux x64`. */
  readonly runtime: string;
  /** The packs that ship. */
  builtIn(): CompiledRules;
}

/** A report in the making; after a call that throws there is nothing to close. */
export interface ReportFile {
  write(text: string): void;
  close(): void;
  /** Leaves what stood there as it was. */
  discard(): void;
}

/** Threads at work. */
export interface Crew {
  /** Rejects only for a bug. Standard input is no record for a thread. */
  check(one: Selected): Promise<CheckedRecord>;
  end(): Promise<void>;
}

export interface Surveyed {
  /** Absolute, with `/`. */
  readonly path: string;
  readonly link: boolean;
}
