/**
 * The actions of a note: items, table rows and sentences, in the parts that speak of what is to be done. It does not
 * judge whether they say who, when and what.
 */
import type { Block } from '../note.js';
import { sentenceStarts } from '../sentences.js';
import { clausesOf, hasHappened, type Clause } from './action-clauses.js';
import { columnsOf, partOf, partsOf, type Columns, type Headings, type Part } from './action-headings.js';
import { wordsIn, type Words } from './action-said.js';
import { saysWhen } from './action-when.js';
import { EVENTS, PERSON, TOPICS, wordsOf } from './action-words.js';
import type { NoteView } from './note-view.js';

/** Something to be done. */
export interface Action {
  readonly form: 'item' | 'row' | 'sentence';
  readonly words: Words;
  /** What the table's own cell says; '' for a blank one, null where there is no such column, or where a blank is meant to stand. */
  readonly who: string | null;
  readonly when: string | null;
  /** Words of the cell that says who. */
  readonly owner: Words | null;
  /** What stands above says it for this one: "Mum will:", "By Friday:", or the action that this is a part of. */
  readonly given: readonly ('who' | 'when' | 'what')[];
}

/** All actions of the note, in order. Linear. */
export function readActions(view: NoteView, headings: Headings): readonly Action[] {
  const parts = partsOf(view.note, headings);
  const { blocks } = view.note;
  const actions: Action[] = [];
  let heading: Action['given'] = [];
  // "PLAN" on a line of its own opens a part as a heading does, up to the next such line.
  let running: Part | null = null;
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at];
    if (at > 0 && blocks[at - 1].section !== block.section) running = null;
    const part = running ?? parts[block.section];
    const { kind, cell } = block.content;
    if (cell) {
      const end = tableEnd(blocks, at);
      actions.push(...rowsOf(view, blocks.slice(at, end), part));
      at = end;
    } else if (kind === 'item') {
      let end = at + 1;
      while (end < blocks.length && blocks[end].content.kind === 'item' && blocks[end].section === block.section) end++;
      const intro = at > 0 && blocks[at - 1].section === block.section && blocks[at - 1].content.kind === 'paragraph' ? blocks[at - 1] : null;
      const said = intro && partOf(lineAbove(intro.content.prose), headings);
      const read = said ?? (part === 'unsaid' && isPlanned(view, blocks.slice(at, end)) ? 'decisions' : part);
      if (read !== 'other') actions.push(...itemsOf(view, blocks.slice(at, end), read, [...heading, ...(intro && /:\s*$/.test(intro.content.prose) ? givenBy(wordsIn(view, intro)) : [])]));
      at = end;
    } else {
      const opens = at === 0 || blocks[at - 1].section !== block.section;
      // What opens a section is its heading, also where that is a paragraph in bold; before the first there is none.
      if (opens && block.section > 0) heading = part === 'other' || part === 'unsaid' ? [] : givenByHeading(wordsIn(view, block));
      else if (kind === 'paragraph' && isTitle(block.content.prose)) running = partOf(block.content.prose, headings);
      else if (kind === 'paragraph') actions.push(...sentencesOf(view, block, part, headings));
      at += 1;
    }
  }
  return actions;
}

/** The line that opens a list: its last one where it ends in a colon, or the whole where it is as short as a heading. */
function lineAbove(prose: string): string {
  const whole = prose.trimEnd();
  const line = whole.slice(Math.max(whole.lastIndexOf('\n'), whole.lastIndexOf('\u2029'), whole.lastIndexOf('. ')) + 1).trim();
  return line.endsWith(':') || (line.length < 40 && !line.endsWith('.')) ? line : '';
}

function isTitle(prose: string): boolean {
  return prose.length < 40 && !/[.\n]/.test(prose) && (prose.endsWith(':') || prose === prose.toUpperCase() || !/ .* .* /.test(prose));
}

/** Whether most of a list under a heading that says nothing is put as tasks: "Nan will …", "Form to be …". */
function isPlanned(view: NoteView, items: readonly Block[]): boolean {
  if (items.length < 2 || view.type === 'letter') return false;
  const tasks = items.filter((block) => {
    const { said } = wordsIn(view, block);
    return TELEGRAPHIC.test(said) || /^(?:the |our )?\u0001(?:(?:,| and| &|\/) ?\u0001)*(?: will|['’]ll) \p{Ll}/u.test(said);
  });
  return tasks.length * 2 >= items.length;
}

function tableEnd(blocks: readonly Block[], at: number): number {
  let end = at + 1;
  let body = blocks[at].content.kind === 'cell';
  for (; end < blocks.length; end++) {
    const { kind, cell } = blocks[end].content;
    if (!cell || (body && kind === 'header-cell')) break;
    body ||= kind === 'cell';
  }
  return end;
}

function rowsOf(view: NoteView, cells: readonly Block[], part: Part): readonly Action[] {
  const headers: string[] = [];
  const rows = new Map<number, Map<number, Block>>();
  for (const block of cells) {
    const { cell, kind, prose } = block.content;
    if (!cell) continue;
    if (kind === 'header-cell') headers[cell.column] = wordsIn(view, block).plain || prose.trim();
    else rows.set(cell.row, (rows.get(cell.row) ?? new Map<number, Block>()).set(cell.column, block));
  }
  const columns = columnsOf(Array.from(headers, (header) => header ?? ''), part);
  if (!columns || ((part === 'other' || part === 'unsaid') && view.type === 'chronology')) return [];
  return [...rows.values()].flatMap((row) => rowOf(view, row, columns));
}

function rowOf(view: NoteView, row: ReadonlyMap<number, Block>, columns: Columns): readonly Action[] {
  const block = row.get(columns.what);
  if (!block || isBlank(view, block)) return [];
  const words = wordsIn(view, block);
  if (!/\p{L}/u.test(words.plain) || SAYS_NOTHING.test(words.plain)) return [];
  const cell = (column: number): Words | null => {
    const found = column < 0 ? undefined : row.get(column);
    return found ? wordsIn(view, found) : null;
  };
  const text = (column: number, words: Words | null): string | null => {
    const found = row.get(column);
    if (column < 0 || (found ? isBlank(view, found) : view.template)) return null;
    return words?.plain ?? '';
  };
  const [owner, date] = [cell(columns.who), cell(columns.when)];
  const given: Action['given'] = [...(columns.who >= 0 && text(columns.who, owner) === null ? ['who' as const] : []), ...(columns.when >= 0 && text(columns.when, date) === null ? ['when' as const] : [])];
  // A day in the wrong column is a day all the same.
  const dated = columns.when >= 0 && date === null && owner !== null && saysWhen(owner.said);
  return [{ form: 'row', words, who: text(columns.who, owner), when: dated ? owner.plain : date && columns.when >= 0 && text(columns.when, date) !== null ? date.plain : text(columns.when, date), owner, given }];
}

/** A blank to be filled in. What is not filled in yet is told by another rule, and in a template it is meant to stand. */
function isBlank(view: NoteView, { start, end }: Block): boolean {
  return view.note.placeholders.some((blank) => blank.start < end + 1 && blank.end > start - 1);
}

const SAYS_NOTHING = /^(?:(?:n\/?a|none|nil|[-–—.…?]+)\.?$|nfa\b|no further action\b|(?:nobody|no one|no-one)\b)/i;
/** How things stand, rather than a task: "The plan continues", "Case to remain open". */
const STAYS = /^(?:that )?(?:the |this )?(?:[\p{L}-]+ ){0,4}(?:plan|case|order) (?:(?:to|will|should) )?(?:continues?|remains?|stays?|ends?|closes?|be closed|is closed)\b/iu;
const NOTICE = /^(?:(?:date|time) (?:of|and)|(?:the |our )?next (?!steps?\b)|review date|we (?:will )?(?:next )?meet)/i;

function itemsOf(view: NoteView, items: readonly Block[], part: Part, above: Action['given']): readonly Action[] {
  const stack: { indent: number; given: Action['given'] }[] = [];
  return items.flatMap((block, i) => {
    const indent = indentOf(view.note.text, block.start);
    while (stack.length > 0 && stack[stack.length - 1].indent >= indent) stack.pop();
    const given = [...above, ...(stack.at(-1)?.given ?? [])];
    const words = wordsIn(view, block);
    const parent = i + 1 < items.length && indentOf(view.note.text, items[i + 1].start) > indent;
    if (parent) {
      const gives = givenBy(words);
      stack.push({ indent, given: [...given, ...gives, ...(clausesOf(words.said)[0].form === 'topic' || /:$/.test(words.plain) ? [] : (['what'] as const))] });
      if (/:$/.test(words.plain) || wordsOf(words.said).length < 4) return [];
    }
    return isAction(view, block, words, part, given) ? [{ form: 'item' as const, words, who: null, when: null, owner: null, given }] : [];
  });
}

function givenBy({ said, plain, names }: Words): Action['given'] {
  const given: ('who' | 'when')[] = [];
  if (/\u0001[^\u0001]{0,40}(?:\b(?:to|will|agreed to|offered to)|['’]ll) ?:?$|^\W*\u0001(?:(?:,| and| &|\/) ?\u0001)*(?: \([^)]*\))?\W*$/iu.test(said) || /\bfor \u0001\W*$/u.test(said) && !/^(?:us|we)$/i.test(names.at(-1) ?? '') || clausesOf(said).some(({ form, passive }) => form === 'task' && !passive)) given.push('who');
  if (saysWhen(said) && (!/:$/.test(plain) || /\b(?:by|before|until|till|within|every|each|from|starting|tomorrow|tonight|this (?:week|weekend|month|term)|daily|weekly|(?:mon|tues|wednes|thurs|fri|satur|sun)days)\b/i.test(plain))) given.push('when');
  return given;
}

/** "Nan", "What Nan will do", "By Friday", "This week", as headings of what stands under them. */
function givenByHeading({ said, plain, names }: Words): Action['given'] {
  const one = names.length > 0 && !/^(?:we|us|they|services|agencies|professionals|family|the family)$/i.test(names[0]);
  const given: ('who' | 'when')[] = [];
  if (one && /^(?:what )?(?:\u0001(?:(?:,| and| &|\/) ?\u0001)*)(?: \([^)]*\)|:| will\b.*| (?:is|are) going to\b.*|['’]ll\b.*|['’]s (?:part|jobs?|tasks?|actions?))?$/iu.test(said)) given.push('who');
  if (given.length === 0 && isName(plain)) given.push('who');
  if (/^(?:actions? |to do |what .{1,40} )?(?:by|before|until|this|today|tonight|tomorrow|within|every|each|daily|weekly)\b/i.test(plain) && saysWhen(said)) given.push('when');
  return given;
}

/** Whether a heading of one to three words is somebody the note has not introduced: "Amina", and not "Health" or "Housing". */
function isName(plain: string): boolean {
  return /^\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+){0,2}:?$/u.test(plain) && !wordsOf(plain).some((word) => TOPICS.has(word) || /(?:ing|tion|sion|ment|ity|ship|ness|ance|ence|ies|ial|ical|ional|ure|th|ed|s)$/.test(word));
}

/** Of the item's mark, since what follows "9." and "10." begins at different columns. */
function indentOf(text: string, start: number): number {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  return /^[\s>]*/.exec(text.slice(line, start))?.[0].length ?? 0;
}

function isAction(view: NoteView, block: Block, words: Words, part: Part, given: Action['given']): boolean {
  const { said, plain } = words;
  if (block.content.quoted || !/\p{L}/u.test(plain) || SAYS_NOTHING.test(plain) || (/\?$/.test(plain) && wordsOf(plain).length > 5) || /^if\b/i.test(plain) || STAYS.test(plain) || given.includes('what')) return false;
  if (/\[[xX]\]\s*$/.test(view.note.text.slice(Math.max(0, block.start - 6), block.start)) || isBlank(view, block) || hasHappened(said)) return false;
  if (view.detail(block).speech.some(({ start, end }) => end - start > block.content.prose.length * 0.6)) return false;
  const clauses = clausesOf(said);
  if (part === 'unsaid') return view.type !== 'letter' && TELEGRAPHIC.test(said) && clauses.some(({ form, subject, passive }) => form === 'task' && (passive || subject.includes(PERSON)));
  if (clauses.some(({ form }) => form === 'task') && (part === 'actions' || !/\b(?:should|must|could|would|might|has to|have to)\b/.test(said))) return true;
  if (NOTICE.test(plain) || (clauses.every(({ form }) => form === 'topic') && EVENTS.test(plain) && saysWhen(said))) return false;
  return part === 'actions' || clauses[0].form === 'order' || isFragment(said, clauses);
}

/** "Mum to ring", "form to be signed": under any heading a line put so is a task. */
const TELEGRAPHIC = /^(?:the |our )?(?:\u0001(?:(?:,| and| &|\/) ?\u0001)* to (?!be\b)\p{Ll}{2,}|(?!.*\b(?:is|are|was|were|has|have|had|needs?|wants?|likes?|said|says|about|how|what|who|not|due|going|way|too|able|ready)\b.* to )[^.;:,]{1,60} to be \p{Ll}+(?:ed|en|one|ade|ut|ent|ought|old|et)\b)/u;

/** "Parenting course", "Direct work with Leo": under a heading such as Decisions it is what was decided on. */
function isFragment(said: string, clauses: readonly Clause[]): boolean {
  return clauses.every(({ form }) => form === 'topic') && wordsOf(said).length <= 6 && !/\b(?:is|are|was|were|has|have|had|remains?|not|aware|agrees?|yes|no|none|because)\b/i.test(said);
}

/** "Plan: …" at the start of a paragraph opens a part of its own. */
const LABEL = /^([\p{L}’' /]{2,40})(?:: ?|\s[-–—]\s|\s*\n)/u;

function sentencesOf(view: NoteView, block: Block, part: Part, headings: Headings): readonly Action[] {
  const { prose, quoted } = block.content;
  const label = LABEL.exec(prose);
  const said = label ? partOf(label[1], headings) : null;
  const read = said ?? part;
  if (quoted || read === 'other' || read === 'unsaid' || view.type === 'letter') return [];
  const starts = startsOf(prose);
  const dated = saysWhen(wordsIn(view, block).said);
  return starts.flatMap((start, i) => {
    const words = wordsIn(view, block, i === 0 && said !== null && label ? label[0].length : start, starts[i + 1] ?? prose.length);
    if (!isAction(view, block, words, 'decisions', [])) return [];
    const first = clausesOf(words.said)[0];
    const telegraphic = first.form === 'order' || (first.form === 'task' && !/\b(?:will|shall|must|should|can|could|would|needs?|has|have|might)\b|['’]ll/u.test(words.said));
    if (!telegraphic && part !== 'actions' && said === null) return [];
    return [{ form: 'sentence' as const, words, who: null, when: null, owner: null, given: dated && !telegraphic ? ['when' as const] : [] }];
  });
}

/** Where sentences begin, and lines that are no wrapped ones: "Chase the nursery" under "Ring the school". */
function startsOf(prose: string): readonly number[] {
  const starts = new Set(sentenceStarts(prose));
  let from = 0;
  for (const { 0: end, index } of prose.matchAll(/;\s+|\n\s*(?=[\p{Lu}\d•*–-])|\u2029\s*|\s(?=\(?\d{1,2}[.)] \p{L})/gu)) {
    if (!end.startsWith('\n') || index - from < SHORT_LINE) starts.add(index + end.length);
    if (end.startsWith('\n')) from = index + end.length;
  }
  return [...starts].sort((a, b) => a - b);
}

/** Prose that is wrapped is wrapped later than this. */
const SHORT_LINE = 66;
