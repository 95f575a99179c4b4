/**
 * The rows of action tables, whatever the order and the names of their columns. It does not judge what the cells say.
 */
import { touchesOneOf } from '../../in-order.js';
import type { Block } from '../../note/note.js';
import type { Given } from './action-given.js';
import { columnsOf, type Columns, type Part } from './action-headings.js';
import type { Action } from './action-reading.js';
import { wordsIn, type Words } from './action-said.js';
import { SAYS_NOTHING } from './action-task.js';
import type { NoteView } from '../note-view.js';

/** The actions of one table, given all its cells, and the index of its section's first block. */
export function rowsOf(view: NoteView, cells: readonly Block[], part: Part, first: number): readonly Action[] {
  const headers: string[] = [];
  // By column; the cells of a row stand together.
  const rows: (Block | undefined)[][] = [];
  let last = -1;
  for (const block of cells) {
    const { cell, kind, prose } = block.content;
    if (!cell) continue;
    if (kind === 'header-cell') headers[cell.column] = wordsIn(view, block).plain || prose.trim();
    else {
      if (rows.length === 0 || cell.row !== last) rows.push([]);
      last = cell.row;
      rows[rows.length - 1][cell.column] = block;
    }
  }
  const columns = columnsUnder(view, cells[0], Array.from(headers, (header) => header ?? ''), part);
  if (!columns || ((part === 'other' || part === 'unsaid') && view.type === 'chronology')) return [];
  return rows.flatMap((row) => rowOf(view, row, columns, first));
}

/** Kept with the table's first cell for as long as its headers say the same. */
function columnsUnder(view: NoteView, first: Block, headers: readonly string[], part: Part): Columns | null {
  const known = view.ofBlock(first, COLUMNS[part], (): { under: string; columns: Columns | null } => ({ under: '', columns: null }));
  const under = headers.join('|');
  if (known.under !== under) {
    known.under = under;
    known.columns = columnsOf(headers, part);
  }
  return known.columns;
}

/** Under what is remembered which columns a table has. */
const COLUMNS: Readonly<Record<Part, string>> = { actions: 'action columns', decisions: 'action columns decided', other: 'action columns other', unsaid: 'action columns unsaid' };

function rowOf(view: NoteView, row: readonly (Block | undefined)[], columns: Columns, first: number): readonly Action[] {
  const block = row[columns.what];
  if (!block || isBlank(view, block)) return [];
  const words = wordsIn(view, block);
  if (!/\p{L}/u.test(words.plain) || SAYS_NOTHING.test(words.plain)) return [];
  const cell = (column: number): Words | null => {
    const found = column < 0 ? undefined : row[column];
    return found ? wordsIn(view, found) : null;
  };
  const text = (column: number, words: Words | null): string | null => {
    const found = row[column];
    if (column < 0 || (found ? isBlank(view, found) : view.template)) return null;
    return words?.plain ?? '';
  };
  const owner = cell(columns.who);
  const date = cell(columns.when);
  const who = text(columns.who, owner);
  const when = text(columns.when, date);
  const given: Given = [...(columns.who >= 0 && who === null ? (['who'] as const) : []), ...(columns.when >= 0 && when === null ? (['when'] as const) : [])];
  // "Who / when": a name there is no date. And a day in the wrong column is a day all the same.
  const said = columns.who === columns.when ? (date?.dated ? when : '') : date === null && owner?.dated ? owner.plain : when;
  return [{ form: 'row', content: block.content, at: block.index - first, words, who, when: columns.when < 0 ? null : said, owner, given }];
}

/** Where the table ends whose cells begin at `at`. */
export function tableEnd(blocks: readonly Block[], at: number): number {
  let end = at + 1;
  let body = blocks[at].content.kind === 'cell';
  for (; end < blocks.length; end++) {
    const { kind, cell } = blocks[end].content;
    if (!cell || (body && kind === 'header-cell')) break;
    body ||= kind === 'cell';
  }
  return end;
}

/** A blank to be filled in. What is not filled in yet is told by another rule, and in a template it is meant to stand. */
export function isBlank(view: NoteView, { start, end }: Block): boolean {
  return touchesOneOf(view.note.placeholders, start, end);
}
