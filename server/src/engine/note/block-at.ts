/** Which block stands at a place of a note, and what it says there, without a look at the others. */
import { firstWhere } from '../in-order.js';
import type { Block, Note } from './note.js';

/** The block that holds the character at `offset`, or null. */
export function blockAt(blocks: readonly Block[], offset: number): Block | null {
  const block = blocks[firstWhere(blocks.length, (index) => blocks[index].start > offset) - 1];
  return block && offset < block.end ? block : null;
}

/** `note.prose` from `start` to `end`. The prose of the whole note is put together only where that is more than one block holds. */
export function proseBetween(note: Note, start: number, end: number): string {
  const block = blockAt(note.blocks, start);
  return block && end <= block.end ? block.content.prose.slice(start - block.start, end - block.start) : note.prose.slice(start, end);
}
