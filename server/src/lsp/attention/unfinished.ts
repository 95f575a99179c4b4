/**
 * Where a note is being written: the sentence the writer's cursor is in, and whether it has come to its end. It knows
 * the text and a place in it, nothing of keys or clocks.
 */
import type { Span } from '../../engine/finding.js';
import type { Note } from '../../engine/note/note.js';
import { sentenceStarts } from '../../engine/words/sentences.js';

/** The sentence at the cursor; in a heading or a list item that may be all of it, and in a table it is the row. */
export interface Writing extends Span {
  /** Whether it ended just before the cursor: nothing more is to come, unless the writer goes on. */
  readonly finished: boolean;
}

/** Null where the cursor is in no text. Offsets are the note's own. */
export function sentenceAt({ text, blocks }: Pick<Note, 'text' | 'blocks'>, caret: number): Writing | null {
  const line = { start: text.lastIndexOf('\n', caret - 1) + 1, end: text.indexOf('\n', caret) < 0 ? text.length : text.indexOf('\n', caret) };
  // What a row says of who and when may stand in its last cell: it is one until it is left.
  if (blocks.some(({ start, content }) => content.cell !== null && line.start <= start && start <= line.end)) return { ...line, finished: false };
  // The space after the last word stands outside its block, and inside the sentence.
  const block = blocks.find(({ start, end }) => start <= caret && (caret <= end || text.slice(end, caret).trim() === '' && !text.slice(end, caret).includes('\n')));
  if (!block) return null;
  const starts = sentenceStarts(block.content.prose).map((at) => block.start + at);
  const at = Math.max(0, starts.findLastIndex((start) => start < caret));
  const end = starts[at + 1] ?? Math.max(block.end, caret);
  return { start: starts[at], end, finished: ENDED.test(text.slice(starts[at], caret)) };
}

/** A stop, what may close over it (quotation marks, brackets, emphasis), and white space. */
const ENDED = /[.!?…][)\]"'”’*_]*\s*$/;
