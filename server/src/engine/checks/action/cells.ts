/**
 * The columns of a table whose headers do not tell: by what most of their cells hold. Where that is in doubt it is no
 * table of actions.
 */
import type { Columns } from './columns.js';
import type { Row } from './rows.js';
import { wordsIn, type Words } from './said.js';
import { PERSON, wordsOf } from './words.js';
import type { NoteView } from '../note-view.js';

/** The columns by sight, of a table in a part for actions; null unless one is of tasks, and another says who or when. */
export function columnsBySight(view: NoteView, rows: readonly Row[]): Columns | null {
  const columns = Array.from({ length: Math.max(...rows.map((row) => row.length), 0) }, (_, at) => rows.flatMap((row) => (row[at] ? [wordsIn(view, row[at])] : [])));
  const find = (fits: (cell: Words) => boolean): number => columns.findIndex((cells) => cells.length > 0 && cells.length * 2 >= rows.length && cells.filter(fits).length >= cells.length * MOSTLY);
  const what = find(isPutAsTask);
  const who = find(isSomebody);
  const when = find(isTime);
  if (what < 0 || (who < 0 && when < 0)) return null;
  // Of a timetable each column is one person's or one day's.
  const one = (fits: (cell: Words) => boolean): boolean => columns.filter((cells) => cells.length > 0 && cells.every(fits)).length <= 1;
  return one(isSomebody) && one(isTime) ? { what, who, when, done: -1, people: [], notes: [] } : null;
}

/** So many of a column's cells must be of a kind. */
const MOSTLY = 0.6;

function isPutAsTask({ clauses, plain }: Words): boolean {
  return wordsOf(plain).length > 2 && (clauses[0].form === 'order' || clauses[0].form === 'task');
}

function isSomebody({ said }: Words): boolean {
  return new RegExp(`^(?:the |our )?${PERSON}(?:(?:,| and| &| ?/) ?${PERSON})*$`, 'iu').test(said);
}

function isTime({ dated, plain, clauses }: Words): boolean {
  return (dated && wordsOf(plain).length <= LONGEST_TIME && clauses[0].form === 'topic') || /^(?:ongoing|asap|tbc|weekly|daily)$/i.test(plain);
}

const LONGEST_TIME = 6;
