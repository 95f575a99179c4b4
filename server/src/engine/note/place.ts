/** Where what is said of a block, or of a whole note, points: at words, without the white space round them. */
import type { Span } from '../finding.js';
import type { Block, Note } from './note.js';

/** A block's words; the whole block where it has none. Offsets into the note's text. */
export function placeOf(block: Block): Span {
  const { prose } = block.content;
  const start = prose.search(/[^\s\u2060]/u);
  return start < 0 ? { start: block.start, end: block.end } : { start: block.start + start, end: block.start + prose.replace(/[\s\u2060]+$/u, '').length };
}

/** The first heading, else the first words, and of several lines the first. */
export function titleOf({ blocks }: Note): Span {
  const block = blocks.find(({ content }) => content.kind === 'heading') ?? blocks.find(({ content }) => /\p{L}/u.test(content.prose));
  if (!block) return { start: 0, end: 0 };
  const place = placeOf(block);
  const line = /[\s\u2060]*[\n\u2029]/u.exec(block.content.prose.slice(place.start - block.start, place.end - block.start));
  return line === null ? place : { start: place.start, end: place.start + line.index };
}
