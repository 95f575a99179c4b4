/**
 * The rows of action tables: what each says of its task, of who and of when, with what stands above for it. It knows of
 * the columns only which is which, and does not judge what the cells say.
 */
import { touchesOneOf } from '../../in-order.js';
import type { Block } from '../../note/note.js';
import { columnsBySight } from './cells.js';
import { columnsOf, type Columns, type Header } from './columns.js';
import { isDone, saysDone } from './done.js';
import { givenByHeading, type Given } from './given.js';
import type { Part } from './headings.js';
import type { Action } from './reading.js';
import { asOrder, joinedWords, wordsIn, type Words } from './said.js';
import { SAYS_NOTHING } from './task.js';
import { PERSON } from './words.js';
import type { NoteView } from '../note-view.js';

/** Where a table stands: in what kind of part, and in a section whose first block has the index `first`. */
export interface TablePlace {
  readonly part: Part;
  /** What the heading and the line above it say. */
  readonly above: Given;
  /** What is said of all tasks there. */
  readonly standing: Given;
  readonly first: number;
}

/** By column; the cells of a row stand together. */
export type Row = readonly (Block | undefined)[];

/** The actions of one table, given all its cells. */
export function rowsOf(view: NoteView, cells: readonly Block[], place: TablePlace): readonly Action[] {
  const headers: (Words | undefined)[] = [];
  const rows: (Block | undefined)[][] = [];
  let last = -1;
  for (const block of cells) {
    const { cell, kind } = block.content;
    if (!cell) continue;
    if (kind === 'header-cell') headers[cell.column] = wordsIn(view, block);
    else {
      if (rows.length === 0 || cell.row !== last) rows.push([]);
      last = cell.row;
      rows[rows.length - 1][cell.column] = block;
    }
  }
  const { part } = place;
  if ((part === 'other' || part === 'unsaid') && view.type === 'chronology') return [];
  const said = Array.from(headers, (header) => header ?? NO_HEADER);
  const columns = columnsUnder(view, cells[0], said, part) ?? (part === 'actions' ? columnsBySight(view, rows) : null);
  if (!columns || isHistory(view, rows, columns)) return [];
  const header = headers[columns.what];
  // A blank under "Who" is nobody, whatever the heading is.
  const lined = place.above.filter((given) => given === 'when' || (given === 'who' && columns.who < 0));
  const above = [...place.standing, ...lined, ...(header ? givenByHeading(header, 'actions') : [])];
  const table: Table = { view, columns, place, above, headers };
  return completed(view, rows, columns).flatMap((row) => (columns.people.length > 0 ? sharedRowOf(table, row) : rowOf(table, row)));
}

const NO_HEADER: Header = { plain: '', said: '', dated: false };

interface Table {
  readonly view: NoteView;
  readonly columns: Columns;
  readonly place: TablePlace;
  readonly above: Given;
  readonly headers: readonly (Words | undefined)[];
}

/** Kept with the table's first cell for as long as its headers say the same. */
function columnsUnder(view: NoteView, first: Block, headers: readonly Header[], part: Part): Columns | null {
  const known = view.ofBlock(first, COLUMNS[part], (): { under: string; columns: Columns | null } => ({ under: '', columns: null }));
  const under = headers.map(({ plain, said }) => `${plain}|${said}`).join('|');
  if (known.under !== under) {
    known.under = under;
    known.columns = columnsOf(headers, part);
  }
  return known.columns;
}

/** Under what is remembered which columns a table has. */
const COLUMNS: Readonly<Record<Part, string>> = { actions: 'action columns', decisions: 'action columns decided', other: 'action columns other', unsaid: 'action columns unsaid' };

/** Tasks without a day, most of which are done: what was agreed some time ago. */
function isHistory(view: NoteView, rows: readonly Row[], { done, when }: Columns): boolean {
  if (done < 0 || when >= 0) return false;
  const told = rows.flatMap((row) => cellOf(view, row, done) ?? []);
  return told.length > 0 && told.filter(isDone).length * 2 >= told.length;
}

/** The rows with what they take from the one above: the rest of a row that was split, a ditto, the person of a group of rows. */
function completed(view: NoteView, rows: readonly Row[], columns: Columns): readonly Row[] {
  const whole: (Block | undefined)[][] = [];
  const grouped = isGrouped(rows, columns);
  for (const row of rows) {
    const above = whole.at(-1);
    if (above === undefined) whole.push([...row]);
    else if (continues(view, row, above, columns)) for (const [at, cell] of row.entries()) above[at] ??= cell;
    else whole.push(Array.from({ length: Math.max(row.length, above.length) }, (_, at) => (isTaken(view, row, at, columns, grouped) ? above[at] : row[at])));
  }
  return whole;
}

function continues(view: NoteView, row: Row, above: Row, { what, who, when, people }: Columns): boolean {
  const task = cellOf(view, above, what);
  if (task === null) return false;
  const told = (one: Row): number => [who, when, ...people].filter((at) => one[at] !== undefined).length;
  const rest = cellOf(view, row, what);
  if (rest === null) return told(row) > 0;
  // What is cut in two has who and when once: all with one of its halves.
  return GOES_ON.test(task.plain) && (told(above) === 0 ? told(row) > 1 : told(row) === 0 && /^[a-z]/.test(rest.plain));
}

/** A task that ends so goes on in the next row. */
const GOES_ON = /(?:\b(?:and|or|to|about|for|with|the|an?|of|from|his|her|their)|,)$/i;

/** Whether the first column says who or when for several rows at a time: then at least half of it is blank. */
function isGrouped(rows: readonly Row[], { what, who, when }: Columns): boolean {
  const blanks = rows.filter((row) => row[0] === undefined && row[what] !== undefined);
  return what !== 0 && (who === 0) !== (when === 0) && rows[0]?.[0] !== undefined && blanks.length > 1 && blanks.length * 2 >= rows.length;
}

/** Whether a cell stands for the one above it: a ditto, or a blank of a group before a row that says the rest. */
function isTaken(view: NoteView, row: Row, at: number, { who, when }: Columns, grouped: boolean): boolean {
  const cell = cellOf(view, row, at);
  if (cell !== null) return DITTO.test(cell.plain);
  const other = at === who ? cellOf(view, row, when) : at === when ? cellOf(view, row, who) : null;
  return grouped && at === 0 && other !== null && (at === who ? other.dated : !SAYS_NOTHING.test(other.plain));
}

const DITTO = /^(?:["”“〃″]|['’]{2}|ditto|do\.|as above|see above)$/i;

function cellOf(view: NoteView, row: Row, column: number): Words | null {
  const found = column < 0 ? undefined : row[column];
  return found ? wordsIn(view, found) : null;
}

function rowOf({ view, columns, place, above }: Table, row: Row): readonly Action[] {
  const block = row[columns.what];
  if (!block || isBlank(view, block)) return [];
  const words = wordsIn(view, block);
  const done = cellOf(view, row, columns.done);
  const owner = cellOf(view, row, columns.who);
  const date = cellOf(view, row, columns.when);
  if (!/\p{L}/u.test(words.plain) || SAYS_NOTHING.test(words.plain) || saysDone(words) || [owner, date].some((cell) => cell !== null && saysDone(cell)) || (done !== null && isDone(done))) return [];
  const text = (column: number, cell: Words | null): string | null => {
    const found = row[column];
    if (column < 0 || (found ? isBlank(view, found) : view.template)) return null;
    return cell?.plain ?? '';
  };
  const who = text(columns.who, owner);
  const when = text(columns.when, date);
  const given: Given = [...above, ...(columns.who >= 0 && who === null ? (['who'] as const) : []), ...(columns.when >= 0 && when === null ? (['when'] as const) : [])];
  const action = { form: 'row', content: block.content, at: block.index - place.first, words, given } as const;
  const noted = columns.notes.flatMap((at) => cellOf(view, row, at) ?? []);
  // A name or a day in a cell that asks for another thing is one all the same.
  const somebody = who === null || who === '' ? [...(date !== null && columns.who !== columns.when ? besideTheDay(date) : []), ...noted.filter(({ said }) => SOMEBODY.test(said))][0] : undefined;
  const day = [...(date === null && owner !== null ? [owner] : []), ...(columns.when < 0 ? noted : []), ...(date === null && done !== null && ARRANGED.test(done.plain) ? [done] : [])].find(({ dated }) => dated);
  // "Who / when": a name there is no date.
  const said = columns.who === columns.when ? (date?.dated ? when : '') : day?.plain ?? when;
  return [{ ...action, who: somebody?.plain ?? who, owner: somebody ?? owner, when: columns.when < 0 && !day ? null : said }];
}

/** "Sana, by 3 June": whose a day is, in the cell that says when. */
function besideTheDay(date: Words): readonly Words[] {
  return date.said.split(/[,;()]| [–—-] /u).some((piece) => SOMEBODY.test(piece.trim())) ? [date] : [];
}

const SOMEBODY = /^(?:the |our )?\u0001(?:(?:,| and| &| ?\/) ?\u0001)*$/iu;
const ARRANGED = /\b(?:booked|due|by|starts|starting|will|planned|arranged for|next)\b/i;

/** A row with a column for each person: whoever's is not blank does something. */
function sharedRowOf({ view, columns, place, above, headers }: Table, row: Row): readonly Action[] {
  const topic = row[columns.what];
  const date = cellOf(view, row, columns.when);
  const done = cellOf(view, row, columns.done);
  if ((done !== null && isDone(done)) || (topic !== undefined && isBlank(view, topic)) || (topic === undefined && columns.what >= 0)) return [];
  const theirs = columns.people.flatMap((at) => {
    const cell = row[at];
    return cell && !isBlank(view, cell) && !SAYS_NOBODY.test(wordsIn(view, cell).plain) ? [{ block: cell, words: wordsIn(view, cell), header: headers[at] }] : [];
  });
  const when = columns.when < 0 ? null : date?.plain ?? '';
  if (topic === undefined) return theirs.map(({ block, words, header }) => ({ form: 'row', content: block.content, at: block.index - place.first, words, who: header?.plain ?? '', when, owner: header ?? null, given: [...above, 'who'] }));
  const words = wordsIn(view, topic);
  const says = [words, ...theirs.map((one) => asOrder(one.words))];
  // Scores and ticks for what is no task.
  if (!/\p{L}/u.test(words.plain) || saysDone(words) || (theirs.length > 0 && theirs.every((one) => /^\d+$/.test(one.words.plain)))) return [];
  const named = theirs.map(({ words: cell, header }) => (header !== undefined && header.said.includes(PERSON) ? header : cell));
  const given: Given = [...above, ...(view.template ? (['who', 'when', 'what'] as const) : []), ...(theirs.some((one) => one.words.dated) ? (['when'] as const) : []), ...(theirs.length > 1 ? (['what'] as const) : [])];
  return [{ form: 'row', content: topic.content, at: topic.index - place.first, words, says, who: named.map(({ plain }) => plain).join(', '), when, owner: named.length === 0 ? null : joinedWords(named), given }];
}

/** In a person's column these are blanks. */
const SAYS_NOBODY = /^(?:n\/?a|n|no|none|nil|nothing|[-–—.…?✗✘]+)\.?$/i;

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
