/**
 * One record → what there is to say about it: bytes, decoded, read under the rulebook that holds for it; a Word document
 * as the Markdown it comes to. It prints nothing.
 */
import type { Severity } from '../engine/finding.js';
import { toLf } from '../engine/note/line-ends.js';
import type { Problem } from '../rulebook/problem.js';
import type { Reader, Reading } from '../rulebook/reader.js';
import { gateFor, RULEBOOK_FILE, type Rulebook } from '../rulebook/rulebook.js';
import { allRaised } from '../set-aside/match.js';
import type { SetAside } from '../set-aside/set-aside.js';
import { decode } from './decode.js';
import type { ToldRule } from './formats.js';
import { fileReport, onLines, type FileReport } from './report.js';
import { isWord, reasonOf, shownPath, whole, type Selected } from './select.js';
import type { World } from './world.js';

/** What was asked of every record of a run; it can be sent to another thread. */
export interface CheckSettings {
  /** Absolute path of the rulebook for all; null for the nearest to each. */
  readonly config: string | null;
  /** Null for the gate of the rulebook. */
  readonly failOn: Severity | 'never' | null;
  readonly setAside: 'left-out' | 'shown';
  /** Whether texts are wanted of the records in which something was found. */
  readonly sources: 'wanted' | 'unwanted';
}

/** One record of a run; it can be sent from another thread. */
export interface CheckedRecord {
  /** Null where it could not be read, or is no record; then `problems` may say why. */
  readonly file: FileReport | null;
  /** Null where it is not wanted. */
  readonly source: string | null;
  /** Of the record, its rulebook and what was set aside: the same ones with each record they touch. */
  readonly problems: readonly Problem[];
  /** Rules that were raised, and have not come with an earlier record. */
  readonly rules: readonly ToldRule[];
}

/** What reading a record asks of the world. */
export type RecordWorld = Pick<World, 'cwd' | 'readBytes' | 'readInput'>;

/** Checks one record after the other. `setAside` is null where nothing is to be left out. */
export function createChecker(settings: CheckSettings, reader: Reader, setAside: SetAside | null, world: RecordWorld): (one: Selected) => Promise<CheckedRecord> {
  const told = new Set<string>();
  const newRules = ({ findings }: FileReport, { compiled }: Rulebook): readonly ToldRule[] => {
    const ids = new Set(findings.map(({ rule }) => rule).filter((id) => !told.has(id)));
    for (const id of ids) told.add(id);
    return ids.size === 0 ? [] : compiled.rules.filter(({ id }) => ids.has(id)).map(({ id, title, why, whenNotToUse, severity, sources }) => ({ id, title, why, whenNotToUse, severity, sources }));
  };
  const here = (problem: Problem): Problem => ({ ...problem, file: shownPath(problem.file, world) });
  return async (one) => {
    // A rulebook is no record; its problems are told with those of the records, or by itself when it is named.
    if (one.path.endsWith(`/${RULEBOOK_FILE}`)) return { ...NOTHING, problems: (await reader.rulebookFor(one.path)).problems.map(here) };
    const read = await readNote(one, reader, world);
    if ('problem' in read) return { ...NOTHING, problems: [read.problem] };
    const { source, reading, placeOf } = read;
    const { analysis, rulebook } = reading;
    const sorted = setAside ? await setAside.sort(one.path, { analysis, rules: rulebook.compiled.rules }) : allRaised(analysis.findings);
    const gate = settings.failOn === null ? gateFor(rulebook.gate, analysis.type, analysis.template) : settings.failOn === 'never' ? null : settings.failOn;
    const all = fileReport(one.shown, source, reading, sorted, gate, placeOf);
    const file = one.lines === null ? all : onLines(all, one.lines, source);
    return {
      file,
      source: settings.sources === 'wanted' && file.findings.length > 0 ? source : null,
      problems: [...rulebook.problems, ...((await setAside?.openFor(one.path))?.problems ?? [])].map(here),
      rules: newRules(file, rulebook),
    };
  };
}

const NOTHING: CheckedRecord = { file: null, source: null, problems: [], rules: [] };

/** A record decoded and read, with all that was found in it. */
export interface ReadNote {
  /** The decoded text; of a Word document, the Markdown it comes to. */
  readonly source: string;
  readonly reading: Reading;
  /** Where a line of the source (from 1) stands in a Word document; null for any other. */
  readonly placeOf: ((line: number) => string) | null;
}

/** What the world throws is told as a problem. */
export async function readNote({ path, shown, from }: Selected, reader: Reader, world: RecordWorld): Promise<ReadNote | { readonly problem: Problem }> {
  let bytes: Uint8Array;
  try {
    bytes = from === 'input' ? await world.readInput() : world.readBytes(path);
  } catch (error) {
    return { problem: whole(shown, `${from === 'input' ? 'Standard input' : 'This file'} could not be read (${reasonOf(error)}).`) };
  }
  if (isWord(path)) {
    const word = await (await import('./word/word-record.js')).readWord(bytes);
    return 'problem' in word ? { problem: whole(shown, word.problem) } : { source: word.text, placeOf: word.placeOf, reading: await reader.read(path, word.text) };
  }
  const decoded = decode(bytes);
  if ('problem' in decoded) return { problem: { file: shown, line: decoded.line, column: decoded.column, message: decoded.problem } };
  return { source: decoded.text, placeOf: null, reading: await reader.read(path, toLf(decoded.text)) };
}
