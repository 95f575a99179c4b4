/**
 * Where the danger statements of a note stand: under headings, after labels, in table columns, one statement each.
 * It does not know what a statement should say.
 */
import type { CheckSpec } from '../rule.js';
import type { Block, Content, Note } from '../note.js';
import { SENTENCE_END, STOP, tokenize, type Tokens } from '../tokens.js';
import { CHILD } from '../people.js';
import { cueAt, findCue, readCues, type Cues } from './cue-phrases.js';
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
export function findStatements(view: NoteView, places: Places, key: string): readonly Statement[] {
  const { note } = view;
  // What a heading or label says stays as it is while the block does.
  const labelOf = (block: Block): Label => view.ofBlock(block, key, () => readLabel(block.content, places));
  const under = modes(view, labelOf);
  const statements: Open[] = [];
  let open: Open | null = null;
  let above: Place[] = [];
  note.blocks.forEach((block, at) => {
    const { kind, prose, cell } = block.content;
    if (kind === 'heading') above = [];
    if (kind === 'heading' || kind === 'header-cell') return;
    const { mode, owner } = under[block.section];
    const label = labelled(note, at, labelOf);
    if (label === null && (mode === 'none' || (cell && mode !== 'one'))) {
      open = null;
      return;
    }
    const start = label ?? labelEnd(prose);
    const { tokens } = view.detail(block);
    const from = tokens.starts.findIndex((offset) => offset >= start);
    if (from < 0 || saysNothing(prose.slice(start))) return;
    const here = { block, from };
    const opens = label === null ? opensHow(view, here, mode, places) : 'alone';
    const owns = label !== null ? `label ${at}` : opens === 'joined' ? `one ${owner}` : `block ${at}`;
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
  });
  const blanks = blocksWithBlanks(note);
  const headings = new Map(note.blocks.filter(({ content }) => content.kind === 'heading').map((block) => [block.section, block]));
  return statements
    .filter(({ blocks }) => long(view, blocks) && !blocks.some(({ block }) => blanks.has(block)))
    .map((statement) => close(view, statement, headings.get(statement.section)));
}

/** Whether a block begins a statement by itself, joins or begins that of its section, or neither. */
function opensHow(view: NoteView, { block, from }: Place, mode: Mode, places: Places): 'alone' | 'joined' | null {
  const { tokens, people } = view.detail(block);
  const item = block.content.kind === 'item';
  const formed = findCue(places.worried, tokens, from) >= 0;
  const ofChild = people.some((edge) => edge.groups & CHILD);
  switch (mode) {
    case 'one': return item && formed && !OPENS_ON.has(tokens.forms[from]) ? 'alone' : 'joined';
    case 'each': return formed || item || (ofChild && findCue(places.risk, tokens, from) >= 0 && !tokens.forms.includes('statements')) ? 'alone' : null;
    case 'form': {
      if (!formed || !isFormal(tokens, from, places)) return null;
      if (view.type === 'danger-statement') return 'alone';
      return ofChild && tokens.count - from >= 20 && tokens.forms[from] !== 'i' ? (item ? 'alone' : 'joined') : null;
    }
    case 'none': return null;
  }
}

/** "Nan and Mr Bell are worried because …": the form of a statement in its first sentence. */
function isFormal(tokens: Tokens, from: number, places: Places): boolean {
  for (let i = from; i < tokens.count && (i === from || tokens.gaps[i] !== STOP); i++) {
    const end = cueAt(places.worried, tokens, i);
    if (end > 0) return /^(?:that|because|as|if|for|about|by|of)$/.test(tokens.forms[end] ?? '') && tokens.count - from > 7;
  }
  return false;
}

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

/** What a block says as a heading or a cell, and where a statement after its label would begin; -1 without one. */
interface Label {
  readonly own: Mode | null;
  readonly end: number;
}

function readLabel({ kind, prose, cell }: Content, places: Places): Label {
  if (cell) {
    const above = cell.header !== '' && cell.header.length < 60 ? headingMode(cell.header, places) : null;
    return { own: prose.length < 60 ? headingMode(prose, places) : null, end: above === 'one' || above === 'each' ? 0 : -1 };
  }
  if (kind === 'heading') return { own: headingMode(prose, places), end: -1 };
  const colon = prose.slice(0, 60).search(/[:\u2029]/u);
  const mode = colon > 0 ? headingMode(prose.slice(0, colon), places) : null;
  return { own: null, end: mode === 'one' || mode === 'each' ? colon + 1 : -1 };
}

function headingMode(heading: string, places: Places): Mode | null {
  const tokens = tokenize(heading);
  const other = findCue(places.notHeadings, tokens) >= 0;
  if (findCue(places.headings, tokens) < 0) return other ? 'none' : findCue(places.worryHeadings, tokens) >= 0 ? 'form' : null;
  if (other) return 'form';
  return tokens.forms.includes('statements') ? 'each' : 'one';
}

/** By section. The title of a record of danger statements says so too, and governs everything: it counts only where nothing else does. */
function modes({ note, type }: NoteView, labelOf: (block: Block) => Label): readonly Under[] {
  const title = note.sections.findIndex(({ level }) => level > 0);
  const own: (Mode | null)[] = note.sections.map(() => null);
  for (const block of note.blocks) if (block.content.kind === 'heading') own[block.section] ??= labelOf(block).own;
  const others = own.some((mode, at) => at !== title && (mode === 'one' || mode === 'each'));
  if (title >= 0 && own[title] !== null && note.sections.some(({ parent }) => parent === title)) own[title] = others || own[title] === 'none' ? 'none' : 'form';
  const under: Under[] = [];
  note.sections.forEach((section, at) => {
    const above = under[section.parent] ?? { mode: type === 'danger-statement' && title < 0 ? 'form' : 'none', owner: at };
    const said = own[at];
    if (said !== null) under.push({ mode: said, owner: at });
    // "1. Stax and the debt" under "Danger statements" is one; "What has happened" under "Danger statement 1" is part of it.
    else if (above.mode === 'each' || (above.owner === title && own[title] === 'form' && NUMBERED.test(section.heading))) under.push({ mode: 'one', owner: at });
    else under.push(section.level > 0 && section.parent === title && others ? { mode: 'none', owner: at } : above);
  });
  return under;
}

const NUMBERED = /^\s*(?:\d{1,2}|[A-Z])[.):\s]/u;

/** Offset at which a statement begins after its label ("Danger statement 1: …", or the cell before or above), or null. */
function labelled(note: Note, at: number, labelOf: (block: Block) => Label): number | null {
  const block = note.blocks[at];
  const { cell } = block.content;
  const { end } = labelOf(block);
  if (end >= 0) return end;
  if (!cell) return null;
  const left = cell.column === 1 ? note.blocks[at - 1] : undefined;
  const beside = left?.content.cell?.row === cell.row && left.content.cell.table === cell.table ? labelOf(left).own : null;
  return beside === 'one' || beside === 'each' ? 0 : null;
}

/** "1.", "A:", "Mum's drinking:" before the statement itself. */
function labelEnd(prose: string): number {
  return /^\s*(?:[\p{L}\d]{1,2}[.):]|[^.:\n\u2029]{1,40}[:\u2029](?=\s*\p{Lu}))\s*/u.exec(prose)?.[0].length ?? 0;
}

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
  return /^ ?(?:(?:n ?a|none|nil|tbc|as above|see (?:above|below|assessment|plan|previous).{0,40}) ?)?$/iu.test(text.replace(/[^\p{L}\p{N}]+/gu, ' '));
}

function long(view: NoteView, blocks: Open['blocks']): boolean {
  return blocks.reduce((sum, { block, from }) => sum + view.detail(block).tokens.count - from, 0) >= 3;
}

/** A blank that is still to be filled may hold any of the parts. */
function blocksWithBlanks({ blocks, placeholders }: Note): ReadonlySet<Block> {
  const blanks = new Set<Block>();
  let at = 0;
  for (const block of blocks) {
    while (at < placeholders.length && placeholders[at].end <= block.start) at++;
    if (at < placeholders.length && placeholders[at].start < block.end) blanks.add(block);
  }
  return blanks;
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
  const named = heading !== undefined && !/\b(?:we|i)\b/iu.test(heading.content.prose);
  return {
    start: block.start + first,
    end: block.start + (line > 0 ? first + line : end),
    pieces: [...before, ...blocks].map(({ block: one, from: at }) => pieceOf(one, at)),
    lead: named ? [pieceOf(heading, 0)] : [],
  };
}
