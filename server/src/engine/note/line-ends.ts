/**
 * The engine reads notes with `\n` line ends and no byte order mark; files come with `\r\n`, `\r` and BOMs.
 * Edges turn the one into the other here. It knows nothing of encodings, lines or columns.
 */
import { firstWhere } from '../in-order.js';

/** The text the engine reads: a leading BOM taken off, `\r\n` and `\r` made `\n`. */
export function toLf(text: string): string {
  const body = withoutBom(text);
  return body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body;
}

/**
 * From an offset in `toLf(source)` to the offset of the same place in `source` without its BOM. Offsets are
 * UTF-16 units; that of a line end maps to the `\r` of its `\r\n`. Offsets past the end keep their distance to it.
 */
export function lfOffsets(source: string): (lfOffset: number) => number {
  if (!source.includes('\r\n')) return sameOffset;
  const body = withoutBom(source);
  const pairs: number[] = []; // LF offset of each line end that is two units in the source
  for (let at = body.indexOf('\r\n'); at >= 0; at = body.indexOf('\r\n', at + 2)) pairs.push(at - pairs.length);
  return (lfOffset) => lfOffset + firstWhere(pairs.length, (index) => pairs[index] >= lfOffset);
}

function sameOffset(offset: number): number {
  return offset;
}

function withoutBom(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
