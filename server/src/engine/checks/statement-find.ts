/**
 * Where the danger statements of a note stand: under headings, after labels, in table columns, one statement each.
 * It does not know what a statement should say.
 */
import type { CheckSpec } from '../rule.js';
import type { Block, Note } from '../note.js';
import { SENTENCE_END, STOP, tokenize, type Tokens } from '../tokens.js';
import { findCue, readCues, type Cues } from './cue-phrases.js';
import type { NoteView } from './note-view.js';
import type { Piece } from './statement-parts.js';

/** A statement and where to point: its first sentence, or less, on its first line. Offsets are into the note's text. */
export interface Statement {
  readonly start: number;
  readonly end: number;
  readonly pieces: readonly Piece[];
  /** Its heading, which may say who is worried. */
  readonly lead: readonly Piece[];
}

/** How a rule file says where statements stand. */
export interface Places {
  readonly headings: Cues;
  readonly worryHeadings: Cues;
  readonly notHeadings: Cues;
  readonly worried: Cues;
  /** What a paragraph under "Danger statements" says that is one, though nobody in it is worried. */
  readonly risk: Cues;
}

export function readPlaces(spec: CheckSpec): Places {
  return { headings: readCues(spec['headings']), worryHeadings: readCues(spec['worry-headings']), notHeadings: readCues(spec['not-headings']), worried: readCues(spec['worried']), risk: readCues(spec['risk']) };
}

/** Under one heading one statement, one for each paragraph or item, only what has the form of a statement, or none. */
type Mode = 'one' | 'each' | 'form' | 'none';
interface Under {
  readonly mode: Mode;
  /** Of `one`: the section whose statement this is. */
  readonly owner: number;
}

/** In the order in which they stand. Linear in the note. */
export function findStatements(view: NoteView, places: Places): readonly Statement[] {
  const { note } = view;
  const under = modes(view, places);
  const statements: { owner: string; statement: Open }[] = [];
  let open: { owner: string; statement: Open } | null = null;
  note.blocks.forEach((block, at) => {
    const { mode, owner } = under[block.section];
    const label = labelled(note, at, places);
    if (block.content.kind === 'heading' || block.content.kind === 'header-cell') return;
    if (label === null && (mode === 'none' || (block.content.cell && mode !== 'one'))) {
      open = null;
      return;
    }
    const start = label ?? labelEnd(block.content.prose);
    const { tokens } = view.detail(block);
    const from = tokens.starts.findIndex((offset) => offset >= start);
    if (from < 0 || saysNothing(block.content.prose.slice(start))) return;
    const formed = findCue(places.worried, tokens, from) >= 0;
    const key = label !== null ? `label ${at}` : (mode === 'one' || (mode === 'form' && view.type !== 'danger-statement')) && !(block.content.kind === 'item' && formed && opensAnew(tokens, from)) ? `one ${owner}` : `block ${at}`;
    if (open && (open.owner === key || (key.startsWith('block') && continues(open, block, formed, tokens, from)))) {
      open.statement.blocks.push({ block, from });
      return;
    }
    if ((mode === 'form' || key.startsWith('block')) && label === null && !formed && !(mode === 'each' && (block.content.kind === 'item' || findCue(places.risk, tokens, from) >= 0))) {
      open = null;
      return;
    }
    open = { owner: key, statement: { blocks: [{ block, from }], section: block.section } };
    statements.push(open);
  });
  const blanks = blocksWithBlanks(note);
  const headings = new Map(note.blocks.filter(({ content }) => content.kind === 'heading').map((block) => [block.section, block]));
  return statements
    .filter(({ statement: { blocks } }) => long(view, blocks) && !blocks.some(({ block }) => blanks.has(block)))
    .map(({ statement }) => close(view, statement.blocks, headings.get(statement.section)));
}

interface Open {
  readonly blocks: { readonly block: Block; readonly from: number }[];
  readonly section: number;
}

/** By section. The title of a record of danger statements says so too, and governs everything: it counts only where nothing else does. */
function modes({ note, type }: NoteView, places: Places): readonly Under[] {
  const title = note.sections.findIndex(({ level }) => level > 0);
  const own = note.sections.map(({ heading, level }): Mode | null => {
    if (level === 0) return null;
    const tokens = tokenize(heading);
    const danger = findCue(places.headings, tokens);
    const other = findCue(places.notHeadings, tokens) >= 0;
    if (danger < 0) return other ? 'none' : findCue(places.worryHeadings, tokens) >= 0 ? 'form' : null;
    if (other) return 'form';
    return tokens.forms.some((form) => form === 'statements') ? 'each' : 'one';
  });
  const others = own.some((mode, at) => at !== title && (mode === 'one' || mode === 'each'));
  if (title >= 0 && own[title] !== null && note.sections.some(({ parent }) => parent === title)) own[title] = others || own[title] === 'none' ? 'none' : 'form';
  const under: Under[] = [];
  note.sections.forEach((section, at) => {
    const above = under[section.parent] ?? { mode: type === 'danger-statement' && title < 0 ? 'form' : 'none', owner: at };
    const said = own[at];
    if (said !== null) under.push({ mode: said, owner: at });
    // "1. Stax and the debt" under "Danger statements" is one; "What has happened" under "Danger statement 1" is part of it.
    else if (above.mode === 'each') under.push({ mode: 'one', owner: at });
    else under.push(section.level > 0 && section.parent === title && others ? { mode: 'none', owner: at } : above);
  });
  return under;
}

/** Offset at which a statement begins after its label ("Danger statement 1: …", or the cell before or above), or null. */
function labelled(note: Note, at: number, places: Places): number | null {
  const { content } = note.blocks[at];
  const { cell } = content;
  if (cell) {
    const left = note.blocks[at - 1]?.content;
    const beside = left?.cell?.row === cell.row && left.cell.table === cell.table && cell.column === 1 ? left.prose : '';
    return [cell.header, beside].some((text) => text.length < 60 && isLabel(text, places)) ? 0 : null;
  }
  const colon = content.prose.slice(0, 60).search(/[:\u2029]/u);
  return colon > 0 && isLabel(content.prose.slice(0, colon), places) ? colon + 1 : null;
}

function isLabel(text: string, places: Places): boolean {
  const tokens = tokenize(text);
  return findCue(places.headings, tokens) >= 0 && findCue(places.notHeadings, tokens) < 0;
}

/** "1.", "A:", "Mum's drinking:" before the statement itself. */
function labelEnd(prose: string): number {
  return /^\s*(?:[\p{L}\d]{1,2}[.):]|[^.:\n\u2029]{1,40}[:\u2029](?=\s*\p{Lu}))\s*/u.exec(prose)?.[0].length ?? 0;
}

const OPENS_ON = new Set(['they', 'we', 'she', 'he', 'it', 'this', 'that', 'these', 'if', 'because', 'as', 'so', 'i', 'our']);

function opensAnew(tokens: Tokens, from: number): boolean {
  return !OPENS_ON.has(tokens.forms[from]);
}

/** Items after a stem that ends in a colon, and a paragraph that begins "They fear …" or "If …". */
function continues(open: { readonly statement: Open }, block: Block, formed: boolean, tokens: Tokens, from: number): boolean {
  const before = open.statement.blocks[open.statement.blocks.length - 1].block;
  if (before.section !== block.section) return false;
  const stem = open.statement.blocks.some(({ block: { content } }) => content.kind === 'paragraph' && /:\s*$/u.test(content.prose));
  if (block.content.kind === 'item') return stem && !(formed && opensAnew(tokens, from));
  return block.content.kind === 'paragraph' && OPENS_ON.has(tokens.forms[from]);
}

function saysNothing(text: string): boolean {
  return /^\W*(?:n\/?a|none|nil|tbc|as above|see (?:above|below|assessment|plan|previous).{0,40})?\W*$/iu.test(text.replace(/[\u2060\u2029]/gu, ''));
}

function long(view: NoteView, blocks: Open['blocks']): boolean {
  return blocks.reduce((sum, { block, from }) => sum + view.detail(block).tokens.count - from, 0) >= 5;
}

/** A blank that is still to be filled may hold any of the parts. */
function blocksWithBlanks({ blocks, placeholders }: Note): ReadonlySet<Block> {
  const blanks = new Set<Block>();
  let at = 0;
  for (const block of blocks) {
    while (at < placeholders.length && placeholders[at].start < block.start) at++;
    if (at < placeholders.length && placeholders[at].start < block.end) blanks.add(block);
  }
  return blanks;
}

const POINT = 120;
const LINE_END = new RegExp(`[\n${SENTENCE_END}]`, 'u');

function close(view: NoteView, blocks: Open['blocks'], heading: Block | undefined): Statement {
  const [{ block, from }] = blocks;
  const { tokens } = view.detail(block);
  const first = tokens.starts[from];
  let last = from + 1;
  while (last < tokens.count && tokens.gaps[last] !== STOP && tokens.ends[last] - first <= POINT) last++;
  const end = tokens.ends[last - 1];
  const line = block.content.prose.slice(first, end).search(LINE_END);
  const pieceOf = (one: Block, at: number): Piece => ({ prose: one.content.prose, detail: view.detail(one), from: at, to: view.detail(one).tokens.count });
  // "What we are worried about" is the form's own "we".
  const named = heading !== undefined && !/\b(?:we|i)\b/iu.test(heading.content.prose);
  return {
    start: block.start + first,
    end: block.start + (line > 0 ? first + line : end),
    pieces: blocks.map(({ block: one, from: at }) => pieceOf(one, at)),
    lead: named ? [pieceOf(heading, 0)] : [],
  };
}
