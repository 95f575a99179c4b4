/** How much a note may be, so that reading it stays a matter of seconds and of less memory than an editor has. */

/** UTF-16 units. */
export const MAX_NOTE = 8_000_000;
/** Lines with something in them, and cells of tables: each is kept with all that is known of it, some kilobytes. */
export const MAX_PIECES = 150_000;

/** Why a note is not read, for whoever is told of it; null for one that is. */
export function tooMuch(text: string): string | null {
  if (text.length > MAX_NOTE) return `The note is too long to be read (${(text.length / 1_000_000).toFixed(1)} million characters; the limit is ${MAX_NOTE / 1_000_000} million).`;
  if (text.length <= MAX_PIECES) return null;
  const pieces = linesOf(text) + count(text, '|');
  return pieces > MAX_PIECES ? `The note has too many lines or cells to be read (${pieces.toLocaleString('en-GB')}; the limit is ${MAX_PIECES.toLocaleString('en-GB')}).` : null;
}

function linesOf(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) if (text.charCodeAt(at + 1) !== 10) lines++;
  return lines;
}

function count(text: string, sign: string): number {
  let found = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) found++;
  return found;
}
