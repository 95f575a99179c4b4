/**
 * A table by word that is asked of every word of a note, of which it holds few: the mark that a word carries tells most
 * of the others at once. It does not know what the table is for.
 */
import { MARKS, markOf, type Tokens } from './tokens.js';

export interface ByWord<T> {
  readonly byForm: ReadonlyMap<string, T>;
  /** A bit for each mark, 1 where a form of the table has it. */
  readonly marked: Int32Array;
}

export function tableOf<T>(byForm: ReadonlyMap<string, T>): ByWord<T> {
  const marked = new Int32Array(MARKS / 32);
  for (const form of byForm.keys()) {
    const mark = markOf(form);
    marked[mark >> 5] |= 1 << (mark & 31);
  }
  return { byForm, marked };
}

/** What the table holds for token `at`, which may lie beyond the last. */
export function ofToken<T>({ byForm, marked }: ByWord<T>, { forms, marks, count }: Tokens, at: number): T | undefined {
  if (at >= count) return undefined;
  const mark = marks[at];
  return (marked[mark >> 5] & (1 << (mark & 31))) === 0 ? undefined : byForm.get(forms[at]);
}
