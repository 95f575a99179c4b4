/**
 * One record → what there is to say about it: bytes, decoded, read under the rulebook that holds for it; a Word document
 * as the Markdown it comes to. It prints nothing.
 */
import type { Severity } from '../../engine/finding.js';
import { toLf } from '../../engine/note/line-ends.js';
import type { Problem } from '../../rulebook/problem.js';
import type { Reader, Reading } from '../../rulebook/reader.js';
import { gateFor, RULEBOOK_FILE, type Rulebook } from '../../rulebook/rulebook.js';
import { allRaised } from '../../set-aside/match.js';
import type { SetAside } from '../../set-aside/set-aside.js';
import { decode, tooLarge } from './decode.js';
import type { ToldRule } from '../report/formats.js';
import { fileReport, onLines, type FileReport } from '../report/report.js';
import { isWord, reasonOf, shownPath, whole, type Selected } from './select.js';
import type { World } from '../world.js';

/** What was asked of every record of a run; it can be sent to another thread. */
export interface CheckSettings {
  /** Absolute path of the rulebook for all; null for the nearest to each. */
  readonly config: string | null;
  /** Null for the gate of the rulebook. */
  readonly failOn: Severity | 'never' | null;
  readonly setAside: 'left-out' | 'shown';
  /** Where what was found is kept for the next run; null for nowhere. */
  readonly cache: CacheSettings | null;
  /** Whether texts are wanted of the records in which something was found. */
  readonly sources: 'wanted' | 'unwanted';
}

export interface CacheSettings {
  /** Absolute path. */
  readonly folder: string;
  /** A hash of the program and the packs that ship: what another has kept does not hold. */
  readonly program: string;
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
export type RecordWorld = Pick<World, 'cwd' | 'read' | 'readBytes' | 'sizeOf' | 'readInput' | 'today'>;

/** Checks one record after the other. `setAside` is null where nothing is to be left out. */
export async function createChecker(settings: CheckSettings, reader: Reader, setAside: SetAside | null, world: RecordWorld): Promise<(one: Selected) => Promise<CheckedRecord>> {
  const cache = settings.cache && (await import('./record-cache.js')).openCache(settings.cache, settings.failOn, world.today(), world);
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
    const text = await readText(one, world);
    if ('problem' in text) return { ...NOTHING, problems: [text.problem] };
    const sidecar = (await setAside?.openFor(one.path)) ?? null;
    const rulebook = await reader.rulebookFor(one.path);
    // What is set aside depends on other records too, which may have been renamed.
    const cached = cache === null || sidecar !== null || text.placeOf !== null ? null : { ...one, source: text.source, rulebook };
    let all = cached && cache!.get(cached);
    if (!all) {
      const reading = await reader.read(one.path, toLf(text.source));
      const { analysis } = reading;
      const partition = setAside ? await setAside.partition(one.path, { analysis, rules: rulebook.compiled.rules }) : allRaised(analysis.findings);
      const gate = settings.failOn === null ? gateFor(rulebook.gate, analysis.type, analysis.template) : settings.failOn === 'never' ? null : settings.failOn;
      all = fileReport(one.shown, text.source, reading, partition, gate, text.placeOf);
      if (cached) cache!.put(cached, all);
    }
    const file = one.lines === null ? all : onLines(all, one.lines, text.source);
    return {
      file,
      source: settings.sources === 'wanted' && file.findings.length > 0 ? text.source : null,
      problems: [...rulebook.problems, ...(sidecar?.problems ?? [])].map(here),
      rules: newRules(file, rulebook),
    };
  };
}

const NOTHING: CheckedRecord = { file: null, source: null, problems: [], rules: [] };

/** A record as text. */
export interface RecordText {
  /** The decoded text; of a Word document, the Markdown it comes to. */
  readonly source: string;
  /** Where a line of the source (from 1) stands in a Word document; null for any other. */
  readonly placeOf: ((line: number) => string) | null;
}

/** A record decoded and read, with all that was found in it. What the world throws is told as a problem. */
export async function readNote(one: Selected, reader: Reader, world: RecordWorld): Promise<RecordText & { readonly reading: Reading } | { readonly problem: Problem }> {
  const text = await readText(one, world);
  return 'problem' in text ? text : { ...text, reading: await reader.read(one.path, toLf(text.source)) };
}

async function readText({ path, shown, from }: Selected, world: RecordWorld): Promise<RecordText | { readonly problem: Problem }> {
  const word = isWord(path) ? await import('../../exchange/word/word-record.js') : null;
  let bytes: Uint8Array;
  try {
    const over = from === 'input' ? null : (word?.tooLargeForWord ?? tooLarge)(world.sizeOf(path));
    if (over !== null) return { problem: whole(shown, over) };
    bytes = from === 'input' ? await world.readInput() : world.readBytes(path);
  } catch (error) {
    return { problem: whole(shown, `${from === 'input' ? 'Standard input' : 'This file'} could not be read (${reasonOf(error)}).`) };
  }
  if (word) {
    const record = word.readWord(bytes);
    return 'problem' in record ? { problem: whole(shown, record.problem) } : { source: record.text, placeOf: record.placeOf };
  }
  const decoded = decode(bytes);
  if ('problem' in decoded) return { problem: { file: shown, line: decoded.line, column: decoded.column, message: decoded.problem } };
  return { source: decoded.text, placeOf: null };
}
