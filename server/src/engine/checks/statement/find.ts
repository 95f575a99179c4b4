/**
 * Where the danger statements of a note stand: under headings, after labels, in table columns, one statement each.
 * It does not know what a statement should say.
 */
import { meetsOneOf } from '../../in-order.js';
import type { Block, Content } from '../../note/note.js';
import { CHILD } from '../../people/people.js';
import type { NoteType } from '../../rule.js';
import { SENTENCE_END, STOP, type Tokens } from '../../words/tokens.js';
import { cueAt, findCue } from '../cue-phrases.js';
import type { BlockDetail, NoteView, SectionPart } from '../note-view.js';
import { isWorry, type Piece } from './parts.js';
import { isBoldHeading, isHeading, labelled, modes, readLabel, saidOver, type Mode, type Places } from './places.js';

/** A statement and where to point: its first sentence, or less, on its first line. Offsets are into the note's text. */
export interface Statement {
  readonly start: number;
  readonly end: number;
  readonly pieces: readonly Piece[];
  /** Its heading, which may say who is worried. */
  readonly lead: readonly Piece[];
}

/** In the order in which they stand. Linear in the note. */
export function findStatements(view: NoteView, places: Places, keys: StatementKeys): readonly Statement[] {
  const { note, type } = view;
  // What a heading or label says stays as it is while the block does.
  const labels = view.someBlocks(keys.labels, ({ content }, { tokens }) => readLabel(content, tokens, places));
  // Most notes have none.
  if (type !== 'danger-statement' && labels.size === 0) return [];
  const parts = view.parts();
  const outline = view.outline();
  const said = view.someSections(keys.said, ({ blocks }) => saidOver(note, blocks, labels));
  const under = view.whileSame(keys.under, [outline, said, type], () => modes(outline, said, type));
  const labelledIn = new Set([...labels.keys()].map((at) => note.blocks[at].section));
  const formOf = (block: Block): Form | null => view.ofBlock(block, keys.form, () => readForm(block.content, view.detail(block), labels.get(block.index)?.end ?? -1, places));
  const statements: Open[] = [];
  let open: Open | null = null;
  let above: Place[] = [];
  /** Whether all that stands in a section leaves nothing open. */
  const passes = ({ section, blocks }: SectionPart): boolean => under[section].mode === 'none' && !labelledIn.has(section) && (open === null || blocks.some(isText)) && (above.length === 0 || blocks.some(isHeading));
  for (const part of parts) {
    if (passes(part)) {
      open = null;
      above = [];
      continue;
    }
    const { mode, owner } = under[part.section];
    const listed = mode === 'form' && hasWholeAndMarked(part.blocks, formOf);
    for (const block of part.blocks) {
      const { cell } = block.content;
      if (isHeading(block)) above = [];
      if (!isText(block) || (isBoldHeading(note, block) && (labels.get(block.index)?.own ?? null) !== null)) continue;
      const label = labelled(note, block.index, labels);
      if (label === null && (mode === 'none' || (cell && mode !== 'one'))) {
        open = null;
        continue;
      }
      const form = formOf(block);
      if (form === null) continue;
      const { from } = form;
      const { tokens } = view.detail(block);
      const here = { block, from };
      const opens = label === null ? opensHow(type, block, form, mode, listed) : 'alone';
      const owns = label !== null ? `label ${block.index}` : opens === 'joined' ? `one ${owner}` : `block ${block.index}`;
      if (open && label === null && (open.key === owns || (mode !== 'one' && continues(open, block, tokens, from, places)))) open.blocks.push(here);
      else if (opens === null) {
        open = null;
        above.push(here);
      } else {
        // What has happened may be told before who is worried about it.
        const before: readonly Place[] = opens === 'joined' && mode === 'form' ? above : [];
        open = { key: owns, section: block.section, blocks: [here], before };
        statements.push(open);
      }
    }
  }
  return statements
    .filter(({ blocks }) => long(view, blocks) && !blocks.some(({ block: { start, end } }) => meetsOneOf(note.placeholders, start, end)))
    .map((statement) => close(view, statement, parts[statement.section].blocks.findLast(isHeading)));
}

/** Under what is kept where statements stand. */
export type StatementKeys = Readonly<Record<'labels' | 'said' | 'under' | 'form', string>>;

function isText({ content: { kind } }: Block): boolean {
  return kind !== 'heading' && kind !== 'header-cell';
}

/** How a block reads that may be a statement. */
interface Form {
  /** Its first token that is not a label. */
  readonly from: number;
  /** An item, or a paragraph that opens with a letter or a number as one of several: "(a)", "2.". */
  readonly marked: boolean;
  readonly words: number;
  /** Somebody or nobody is worried in it. */
  readonly formed: boolean;
  readonly formal: boolean;
  readonly risk: boolean;
  readonly ofChild: boolean;
  readonly first: string;
}

function readForm({ kind, prose, cell }: Content, detail: BlockDetail, label: number, places: Places): Form | null {
  const { tokens, people } = detail;
  const start = cell ? 0 : label >= 0 ? label : labelEnd(prose);
  const from = tokens.starts.findIndex((offset) => offset >= start);
  if (from < 0 || saysNothing(prose.slice(start))) return null;
  return {
    from,
    marked: kind === 'item' || MARK.test(prose),
    words: tokens.count - from,
    ...worriesIn(detail, from, places),
    risk: findCue(places.risk, tokens, from) >= 0 && !tokens.forms.includes('statements'),
    ofChild: people.some((edge) => edge.groups & CHILD),
    first: tokens.forms[from],
  };
}

/** Whether statements stand in a section as "A.", "B.", or as items, with no heading that says so. */
function hasWholeAndMarked(blocks: readonly Block[], formOf: (block: Block) => Form | null): boolean {
  return blocks.some((block) => {
    if (block.content.cell || isHeading(block)) return false;
    const form = formOf(block);
    return form !== null && form.marked && isWhole(form);
  });
}

/** Whether a block begins a statement by itself, joins or begins that of its section, or neither. */
function opensHow(type: NoteType | null, { content: { kind } }: Block, form: Form, mode: Mode, others: boolean): 'alone' | 'joined' | null {
  const { marked, formed, formal, risk, ofChild, first } = form;
  switch (mode) {
    case 'one': return kind === 'item' && formed && !OPENS_ON.has(first) ? 'alone' : 'joined';
    case 'each': return formed || marked || (ofChild && risk) ? 'alone' : null;
    case 'form': {
      // "(a)" is a whole one: then "(b) Leo is at risk of harm" is meant as another.
      if (marked && others && ofChild && (formal || risk)) return 'alone';
      if (!formal) return null;
      if (type === 'danger-statement') return 'alone';
      return isWhole(form) ? (marked ? 'alone' : 'joined') : null;
    }
    case 'none': return null;
  }
}

/** Longer than a worry in passing, about a child, and not the writer's alone. */
function isWhole({ formal, ofChild, words, first }: Form): boolean {
  return formal && ofChild && words >= 20 && first !== 'i';
}

/** Whether somebody is worried, or nobody; and as in "Nan and Mr Bell are worried because …", which is the form of a statement, in the first sentence. */
function worriesIn(detail: BlockDetail, from: number, { worried }: Places): Pick<Form, 'formed' | 'formal'> {
  const { tokens } = detail;
  let formed = false;
  for (let i = from, sentence = from; i < tokens.count; i++) {
    if (tokens.gaps[i] === STOP) sentence = i;
    const end = cueAt(worried, tokens, i);
    if (end === 0 || !isWorry(detail, i, sentence)) continue;
    if (!formed && sentence === from && FORMAL.test(tokens.forms[end] ?? '') && tokens.count - from > 7) return { formed: true, formal: true };
    formed = true;
  }
  return { formed, formal: false };
}

const FORMAL = /^(?:that|because|as|if|for|about|by|of)$/;

/** A block, and its first token that is not a label. */
interface Place {
  readonly block: Block;
  readonly from: number;
}

interface Open {
  /** What another block must share to be part of it. */
  readonly key: string;
  readonly section: number;
  /** Never empty. */
  readonly blocks: Place[];
  readonly before: readonly Place[];
}

/** "1.", "A:", "Mum's drinking:" before the statement itself. */
function labelEnd(prose: string): number {
  return /^[\s\u2060]*(?:\(?[\p{L}\d]{1,2}[.):]|[^.:\n\u2029]{1,40}[:\u2029](?=[\s\u2060]*\p{Lu}))[\s\u2060]*/u.exec(prose)?.[0].length ?? 0;
}

const MARK = /^[\s\u2060]*\(?(?:\p{L}|\d{1,2})[.):][\s\u2060]/u;

const OPENS_ON = new Set(['they', 'we', 'she', 'he', 'it', 'this', 'that', 'these', 'if', 'because', 'as', 'so', 'i', 'our']);

/** Items after "We are worried because:", and a paragraph that begins "They fear …" or "If …". */
function continues(open: Open, block: Block, tokens: Tokens, from: number, places: Places): boolean {
  if (open.section !== block.section) return false;
  if (OPENS_ON.has(tokens.forms[from])) return hasStem(open) || (block.content.kind === 'paragraph' && open.blocks[0].block.content.kind === 'paragraph');
  return block.content.kind === 'item' && hasStem(open) && findCue(places.worried, tokens, from) < 0;
}

function hasStem({ blocks: [{ block: { content } }] }: Open): boolean {
  return content.kind === 'paragraph' && /:\s*$/u.test(content.prose);
}

function saysNothing(text: string): boolean {
  // What says nothing begins with one of these letters: most statements are told from it by their first.
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i) | 32;
    if (text.charCodeAt(i) > 127 || (code >= 48 && code <= 57 && text.charCodeAt(i) >= 48)) break;
    if (code >= 97 && code <= 122) {
      if (!'ntas'.includes(text[i].toLowerCase())) return false;
      break;
    }
  }
  return /^ ?(?:(?:n ?a|none|nil|tbc|as above|see (?:above|below|assessment|plan|previous).{0,40}) ?)?$/iu.test(text.replace(/[^\p{L}\p{N}]+/gu, ' '));
}

function long(view: NoteView, blocks: Open['blocks']): boolean {
  return blocks.reduce((sum, { block, from }) => sum + view.detail(block).tokens.count - from, 0) >= 3;
}

const POINT = 120;
const LINE_END = new RegExp(`[\n${SENTENCE_END}]`, 'u');

function close(view: NoteView, { blocks, before }: Open, heading: Block | undefined): Statement {
  const [{ block, from }] = blocks;
  const { tokens } = view.detail(block);
  const first = tokens.starts[from];
  let last = from + 1;
  while (last < tokens.count && tokens.gaps[last] !== STOP && tokens.ends[last] - first <= POINT) last++;
  const end = tokens.ends[last - 1];
  const line = block.content.prose.slice(first, end).search(LINE_END);
  const pieceOf = (one: Block, at: number): Piece => ({ prose: one.content.prose, detail: view.detail(one), from: at, to: view.detail(one).tokens.count });
  // "What we are worried about" is the form's own "we".
  const named = heading !== undefined && !/\b(?:we|i)\b/i.test(heading.content.prose);
  return {
    start: block.start + first,
    end: block.start + (line > 0 ? first + line : end),
    pieces: [...before, ...blocks].map(({ block: one, from: at }) => pieceOf(one, at)),
    lead: named ? [pieceOf(heading, 0)] : [],
  };
}
