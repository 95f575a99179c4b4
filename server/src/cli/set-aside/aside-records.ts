/**
 * Records with what is set aside beside them, for the commands that look at sidecars or change them. A change is kept
 * until all records have been read, and written whole.
 */
import { createReader } from '../../rulebook/reader.js';
import { folderOf, relativeTo, resolvePath } from '../../rulebook/files/paths.js';
import { problemText, type Problem } from '../../rulebook/problem.js';
import { RULEBOOK_FILE } from '../../rulebook/rulebook.js';
import { rebased, withRecords, type RecordChange } from '../../set-aside/changes.js';
import type { OpenSidecar, ReadNote, RecordPartition } from '../../set-aside/open-sidecar.js';
import { createSetAside } from '../../set-aside/set-aside.js';
import { readNote } from '../check/read-record.js';
import { absolute, reasonOf, select, shownPath, whole } from '../check/select.js';
import type { World } from '../world.js';

/** One record, read. */
export interface AsideRecord {
  /** As reports call it. */
  readonly shown: string;
  /** The decoded text. */
  readonly source: string;
  readonly note: ReadNote;
  readonly partition: RecordPartition;
  readonly sidecar: SidecarFile;
  /** The record's path in the sidecar. */
  readonly key: string;
  /** Whether all of it was read, by all the rules that were meant: else what is missing may be there. */
  readonly isWhole: boolean;
}

/** A sidecar as it was read, and what is to be changed in it. */
export interface SidecarFile {
  /** Absolute path. */
  readonly file: string;
  readonly opened: OpenSidecar;
  /** Absolute path of a record that the sidecar speaks of. */
  pathOf(record: string): string;
  readonly changes: RecordChange[];
  baselineSince: string | null;
}

export interface AsideRun {
  /** Which records were read, and under which paths their entries stood. */
  readonly seen: readonly { readonly sidecar: SidecarFile; readonly key: string; readonly under: string }[];
  /** Every sidecar that holds for one of the records or for the working folder. */
  readonly sidecars: readonly SidecarFile[];
  /** Tells what could not be read; true where something could not. */
  tell(): boolean;
  /** Writes what has changed; false where that is refused, which is told. */
  write(): Promise<boolean>;
}

/** `visit` is given each record once, in the order of their paths; of records nothing is kept. */
export async function readRecords(operands: readonly string[], world: World, visit: (record: AsideRecord) => void): Promise<AsideRun> {
  const reader = createReader(world.builtIn(), world, null, world.today);
  const setAside = createSetAside(world, () => world.cwd, world.today);
  const { openSidecar } = await import('../../set-aside/open-sidecar.js');
  const problems = new Map<string, Problem>();
  const say = (problem: Problem): void => void problems.set(problemText(problem), problem);
  const sidecars = new Map<string, SidecarFile>();
  const sidecarFor = async (path: string): Promise<SidecarFile> => {
    const { file } = await setAside.place(path);
    const known = sidecars.get(file);
    if (known) return known;
    const opened = (await setAside.openFor(path)) ?? openSidecar(file, null, () => false);
    for (const problem of opened.problems) say({ ...problem, file: shownPath(problem.file, world) });
    const made: SidecarFile = { file, opened, pathOf: (record) => resolvePath(folderOf(folderOf(file)), record), changes: [], baselineSince: opened.sidecar.baselineSince };
    sidecars.set(file, made);
    return made;
  };

  await sidecarFor(`${world.cwd}/record.md`);
  const selected = await select({ operands, options: { since: null, 'changed-lines': false, 'files-from': null, 'stdin-filename': null } }, world, say);
  if ('objection' in selected) throw new Error('nothing can be wrong with no options');
  const seen: AsideRun['seen'][number][] = [];
  for (const one of [...selected].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const { path, shown } = one;
    if (path.endsWith(`/${RULEBOOK_FILE}`)) continue;
    const read = await readNote(one, reader, world);
    if ('problem' in read) {
      say(read.problem);
      continue;
    }
    const { reading, source } = read;
    for (const problem of reading.rulebook.problems) say({ ...problem, file: shownPath(problem.file, world) });
    const note: ReadNote = { analysis: reading.analysis, rules: reading.rulebook.compiled.rules };
    const sidecar = await sidecarFor(path);
    const { record: key } = await setAside.place(path);
    const isWhole = reading.rulebook.problems.length === 0 && reading.analysis.unchecked.length === 0;
    const partition = sidecar.opened.partition(key, note, world.today());
    seen.push({ sidecar, key, under: partition.under });
    visit({ shown, source, note, partition, sidecar, key, isWhole });
  }
  return {
    seen,
    sidecars: [...sidecars.values()],
    tell() {
      for (const problem of problems.values()) world.error(`${problemText(problem)}\n`);
      return problems.size > 0;
    },
    async write() {
      const open = await setAside.opener();
      let written = true;
      for (const sidecar of sidecars.values()) if (sidecar.changes.length > 0) written = (await writeSidecar(sidecar, open, world)) && written;
      return written;
    },
  };
}

/** Whether the whole of what a sidecar is for lies below one of the operands. */
export function covers(operands: readonly string[], { file }: SidecarFile, world: World): boolean {
  const folder = folderOf(folderOf(file));
  return (operands.length > 0 ? operands : ['.']).map((operand) => absolute(operand, world)).some((path) => path === folder || relativeTo(path, folder) !== folder);
}

/** A file that was not understood is left alone: what it says would be lost. What others have written since it was read stays. */
async function writeSidecar({ file, opened, changes, baselineSince }: SidecarFile, open: (file: string, text: string | null) => OpenSidecar, world: World): Promise<boolean> {
  const refused = (message: string): false => {
    world.error(`${problemText(whole(shownPath(file, world), message))}\n`);
    return false;
  };
  let objection: string | null = null;
  try {
    await world.changeFile(file, (text) => {
      const now = open(file, text);
      if (opened.problems.length + now.problems.length > 0) objection = 'Nothing was changed here, as not all of this file was understood.';
      // Made anew by somebody else: what was found has no fingerprint under its salt.
      else if (text !== null && now.sidecar.salt !== opened.sidecar.salt) objection = 'This file was made anew by something else at the same moment, so nothing was changed here. Run it once more.';
      if (objection !== null) return null;
      const base = text === null ? opened.sidecar : now.sidecar;
      const since = baselineSince === opened.sidecar.baselineSince ? base.baselineSince : baselineSince;
      return opened.text({ ...withRecords(base, rebased(changes, opened.sidecar, base)), baselineSince: since });
    });
  } catch (error) {
    return refused(`What is set aside could not be written (${reasonOf(error)}); nothing was changed here.`);
  }
  return objection === null || refused(objection);
}
