/**
 * What was set aside, for whoever reads records: the one path that editor and command line share. It finds the sidecar
 * that holds for a record and keeps it until told to forget; of notes it keeps nothing.
 */
import type { FileHost } from '../rulebook/file-host.js';
import { folderOf, relativeTo } from '../rulebook/paths.js';
import { findRulebook } from '../rulebook/rulebook.js';
import type { OpenSidecar, ReadNote, SortedRecord } from './open-sidecar.js';
import { allRaised } from './match.js';
import { SIDECAR_FILE, SIDECAR_FOLDER } from './place.js';

export interface SetAside {
  /** What is left as it is in the record at `path` (absolute, with `/`); nothing in one that has no path yet. */
  sort(path: string | null, read: ReadNote): Promise<SortedRecord>;
  /** The sidecar for a record, read; null where there is none yet. */
  openFor(path: string): Promise<OpenSidecar | null>;
  /** Opens a sidecar from its text; null where there is no file yet. */
  opener(): Promise<(file: string, text: string | null) => OpenSidecar>;
  /** Where the sidecar for a record stands, or would. */
  place(path: string): SidecarPlace;
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

  const place = (path: string): SidecarPlace => {
    const beside = folderOf(path);
    const folder = folders.get(beside) ?? folderFor(path, root(path), host);
    folders.set(beside, folder);
    return { file: within(folder, SIDECAR_FILE), record: relativeTo(folder, path) };
  };
  const openFor = (path: string): Promise<OpenSidecar | null> => {
    const { file } = place(path);
    let opened = sidecars.get(file);
    if (!opened) sidecars.set(file, (opened = open(file, host)));
    return opened;
  };
  return {
    place,
    openFor,
    opener: () => openerOn(host),
    async sort(path, read) {
      const opened = path === null ? null : await openFor(path);
      if (path === null || opened === null) return { ...allRaised(read.analysis.findings), under: '' };
      return opened.sort(place(path).record, read, today());
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
  if (!host.exists(file)) return null;
  const source = host.read(file);
  const opened = (await openerOn(host))(file, source ?? '');
  return source === null ? { ...opened, problems: [{ file, line: 1, column: 1, message: 'What was set aside could not be read.' }] } : opened;
}

async function openerOn(host: FileHost): ReturnType<SetAside['opener']> {
  const { openSidecar } = await import('./open-sidecar.js');
  return (file, text) => openSidecar(file, text, (record) => host.exists(record.startsWith('/') ? record : within(folderOf(folderOf(file)), record)));
}

function within(folder: string, name: string): string {
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}
