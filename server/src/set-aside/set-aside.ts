/**
 * What was set aside, for whoever reads records: the one path that editor and command line share. It finds the sidecar
 * that holds for a record and keeps it until told to forget; of notes it keeps nothing.
 */
import { whenKnown, type FileHost } from '../rulebook/files/file-host.js';
import { folderOf, relativeTo } from '../rulebook/files/paths.js';
import { findRulebook } from '../rulebook/rulebook.js';
import type { OpenSidecar, ReadNote, RecordPartition } from './open-sidecar.js';
import { allRaised } from './match.js';
import { SIDECAR_FILE, SIDECAR_FOLDER } from './place.js';

export interface SetAside {
  /** What is left as it is in the record at `path` (absolute, with `/`); nothing in one that has no path yet. */
  partition(path: string | null, read: ReadNote): Promise<RecordPartition>;
  /** The sidecar for a record, read; null where there is none yet. */
  openFor(path: string): Promise<OpenSidecar | null>;
  /** Opens a sidecar from its text; null where there is no file yet. */
  opener(): Promise<(file: string, text: string | null) => OpenSidecar>;
  /** Where the sidecar for a record stands, or would. */
  place(path: string): Promise<SidecarPlace>;
  /** Forgets what was read from files, after one of them changed. */
  forget(): void;
}

export interface SidecarPlace {
  /** Absolute path of the file. */
  readonly file: string;
  /** The record's path as the file has it. */
  readonly record: string;
}

/**
 * `root` says for a record which folder holds the sidecar where no alongside.yml and no `.alongside` stand above it:
 * the workspace folder, the working folder. `today` is an ISO date.
 */
export function createSetAside(host: FileHost, root: (path: string) => string, today: () => string): SetAside {
  let folders = new Map<string, string>();
  let sidecars = new Map<string, Promise<OpenSidecar | null>>();

  const place = async (path: string): Promise<SidecarPlace> => {
    const beside = folderOf(path);
    const known = folders;
    const folder = known.get(beside) ?? await whenKnown(host, () => folderFor(path, root(path), host));
    known.set(beside, folder);
    return { file: within(folder, SIDECAR_FILE), record: relativeTo(folder, path) };
  };
  const openFor = async (path: string): Promise<OpenSidecar | null> => {
    const known = sidecars;
    const { file } = await place(path);
    let opened = known.get(file);
    if (!opened) known.set(file, (opened = open(file, host)));
    return opened;
  };
  return {
    place,
    openFor,
    opener: () => openerOn(host),
    async partition(path, read) {
      const opened = path === null ? null : await openFor(path);
      if (path === null || opened === null) return { ...allRaised(read.analysis.findings), under: '' };
      return opened.partition((await place(path)).record, read, today());
    },
    forget() {
      folders = new Map();
      sidecars = new Map();
    },
  };
}

/** Beside the nearest alongside.yml; else where a `.alongside` folder stands already; else at the root. */
function folderFor(path: string, root: string, host: FileHost): string {
  const rulebook = findRulebook(path, host);
  if (rulebook !== null) return folderOf(rulebook);
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    if (host.exists(within(folder, SIDECAR_FOLDER))) return folder;
    if (folder === folderOf(folder)) return root;
  }
}

async function open(file: string, host: FileHost): Promise<OpenSidecar | null> {
  const { there, source } = await whenKnown(host, () => ({ there: host.exists(file), source: host.read(file) }));
  if (!there) return null;
  const { openSidecar } = await import('./open-sidecar.js');
  const exists = existsFrom(file, host);
  let missing: ReadonlySet<string> | null = null;
  const opened = openSidecar(file, source ?? '', (record) => (missing ? !missing.has(record) : exists(record)));
  // It asks when it is asked itself, and has to be answered at once.
  if (host.whenKnown) missing = await whenKnown(host, () => new Set([...opened.sidecar.records.keys()].filter((record) => !exists(record))));
  return source === null ? { ...opened, problems: [{ file, line: 1, column: 1, message: 'What was set aside could not be read.' }] } : opened;
}

async function openerOn(host: FileHost): ReturnType<SetAside['opener']> {
  const { openSidecar } = await import('./open-sidecar.js');
  return (file, text) => openSidecar(file, text, existsFrom(file, host));
}

/** Whether there is a record, by its path as the sidecar has it. */
function existsFrom(file: string, host: FileHost): (record: string) => boolean {
  return (record) => host.exists(record.startsWith('/') ? record : within(folderOf(folderOf(file)), record));
}

function within(folder: string, name: string): string {
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}
