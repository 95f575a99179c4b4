/**
 * A statement while its blocks are still being found, and what it becomes when it is closed. It does not know where
 * statements stand.
 */
import type { Block } from '../../note/note.js';
import { SENTENCE_END, STOP, type Tokens } from '../../words/tokens.js';
import { findCue } from '../cue-phrases.js';
import type { NoteView } from '../note-view.js';
import type { Told } from './in-prose.js';
import { pieceOf, type Piece } from './parts.js';
import type { Places } from './places.js';

/** A statement and where to point: its first sentence, or less, on its first line. */
export interface Statement {
  readonly section: number;
  /** Offsets from the section's start. */
  readonly start: number;
  readonly end: number;
  readonly pieces: readonly Piece[];
  /** Its heading, which may say who is worried. */
  readonly lead: readonly Piece[];
  /** It stands in running prose: what has happened may be told anywhere in the record. */
  readonly inProse: boolean;
}

export interface Open {
  /** What another block must share to be part of it. */
  readonly key: string;
  readonly section: number;
  /** Never empty. */
  readonly blocks: Place[];
  readonly before: readonly Place[];
  readonly inProse?: true;
}

/** A block, or a line of it, and its first token that is not a label. */
export interface Place {
  readonly block: Block;
  readonly from: number;
  /** Behind its last. */
  readonly to: number;
}

/** A sentence that states a worry, with all that its paragraph and the one above tell before it. */
export function toldIn(view: NoteView, block: Block, { from }: Told): Open {
  const above = view.note.blocks[block.index - 1];
  const before = above?.section === block.section && above.content.kind === 'paragraph' ? [{ block: above, from: 0, to: view.detail(above).tokens.count }] : [];
  return { key: `told ${block.index}`, section: block.section, blocks: [{ block, from, to: view.detail(block).tokens.count }], before: from > 0 ? [...before, { block, from: 0, to: from }] : before, inProse: true };
}

/** Items after "We are worried because:", and a paragraph that begins "They fear …" or "If …". */
export function continues(open: Open, block: Block, tokens: Tokens, from: number, places: Places): boolean {
  if (open.section !== block.section) return false;
  if (OPENS_ON.has(tokens.forms[from])) return hasStem(open) || (block.content.kind === 'paragraph' && open.blocks[0].block.content.kind === 'paragraph');
  return block.content.kind === 'item' && hasStem(open) && findCue(places.worried, tokens, from) < 0;
}

function hasStem({ blocks: [{ block: { content } }] }: Open): boolean {
  return content.kind === 'paragraph' && /:\s*$/u.test(content.prose);
}

export function isLong(blocks: Open['blocks']): boolean {
  return blocks.reduce((sum, { from, to }) => sum + to - from, 0) >= 3;
}

export const OPENS_ON: ReadonlySet<string> = new Set(['they', 'we', 'she', 'he', 'it', 'this', 'that', 'these', 'if', 'because', 'as', 'so', 'i', 'our']);

const POINT = 120;
const LINE_END = new RegExp(`[\n${SENTENCE_END}]`, 'u');

export function close(view: NoteView, { blocks, before, inProse }: Open, heading: Block | undefined): Statement {
  const [{ block, from, to }] = blocks;
  const { tokens } = view.detail(block);
  const first = tokens.starts[from];
  let last = from + 1;
  while (last < to && tokens.gaps[last] !== STOP && tokens.ends[last] - first <= POINT) last++;
  const end = tokens.ends[last - 1];
  const line = block.content.prose.slice(first, end).search(LINE_END);
  // "What we are worried about" is the form's own "we".
  const named = heading !== undefined && !/\b(?:we|i|us|our|my)\b/i.test(heading.content.prose);
  const start = block.start - view.note.sections[block.section].start;
  return {
    section: block.section,
    start: start + first,
    end: start + (line > 0 ? first + line : end),
    pieces: [...before, ...blocks].map((place) => pieceOf(view, place.block, place.from, place.to)),
    inProse: inProse === true,
    lead: named ? [pieceOf(view, heading, 0, view.detail(heading).tokens.count)] : [],
  };
}
