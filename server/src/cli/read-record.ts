/**
 * One record → what there is to say about it: bytes, decoded, read under the rulebook that holds for it. It prints
 * nothing and knows no gate.
 */
import { toLf } from '../engine/note/line-ends.js';
import type { Problem } from '../rulebook/problem.js';
import type { Reader } from '../rulebook/reader.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { decode } from './decode.js';
import { fileReport, type FileReport } from './report.js';
import { reasonOf, whole } from './select.js';

export type ReadRecord =
  | { readonly file: FileReport; readonly source: string; readonly rulebook: Rulebook }
  /** It could not be read, or is no record. */
  | { readonly problem: Problem };

/** `path` is absolute, `shown` how the report calls it. What `bytes` throws is told. */
export async function readRecord(path: string, shown: string, bytes: () => Uint8Array | Promise<Uint8Array>, reader: Reader): Promise<ReadRecord> {
  let read: Uint8Array;
  try {
    read = await bytes();
  } catch (error) {
    return { problem: whole(shown, `${shown === STDIN ? 'Standard input' : 'This file'} could not be read (${reasonOf(error)}).`) };
  }
  const decoded = decode(read);
  if ('problem' in decoded) return { problem: { file: shown, line: decoded.line, column: decoded.column, message: decoded.problem } };
  const reading = await reader.read(path, toLf(decoded.text));
  return { file: fileReport(shown, decoded.text, reading), source: decoded.text, rulebook: reading.rulebook };
}

/** What standard input is called where it has no name. */
export const STDIN = '<stdin>';
