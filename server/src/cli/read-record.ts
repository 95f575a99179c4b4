/**
 * One record → what there is to say about it: bytes, decoded, read under the rulebook that holds for it; a Word document
 * as the Markdown it comes to. It prints nothing and knows no gate.
 */
import { toLf } from '../engine/note/line-ends.js';
import type { Problem } from '../rulebook/problem.js';
import type { Reader, Reading } from '../rulebook/reader.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { allRaised } from '../set-aside/match.js';
import type { SetAside } from '../set-aside/set-aside.js';
import { decode } from './decode.js';
import { fileReport, onLines, type FileReport } from './report.js';
import { isWord, reasonOf, whole, type Selected } from './select.js';
import type { World } from './world.js';

export type ReadRecord =
  | { readonly file: FileReport; readonly source: string; readonly rulebook: Rulebook }
  /** It could not be read, or is no record. */
  | { readonly problem: Problem };

/** What the world throws is told. What is set aside is left out of the findings; with null, nothing is. */
export async function readRecord(selected: Selected, reader: Reader, setAside: SetAside | null, world: World): Promise<ReadRecord> {
  const read = await readNote(selected, reader, world);
  if ('problem' in read) return read;
  const { source, reading, placeOf } = read;
  const sorted = setAside ? await setAside.sort(selected.path, { analysis: reading.analysis, rules: reading.rulebook.compiled.rules }) : allRaised(reading.analysis.findings);
  const file = fileReport(selected.shown, source, reading, sorted, placeOf);
  return { file: selected.lines === null ? file : onLines(file, selected.lines, source), source, rulebook: reading.rulebook };
}

/** A record decoded and read, with all that was found in it. */
export interface ReadNote {
  /** The decoded text; of a Word document, the Markdown it comes to. */
  readonly source: string;
  readonly reading: Reading;
  /** Where a line of the source (from 1) stands in a Word document; null for any other. */
  readonly placeOf: ((line: number) => string) | null;
}

export async function readNote({ path, shown, from }: Selected, reader: Reader, world: World): Promise<ReadNote | { readonly problem: Problem }> {
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
