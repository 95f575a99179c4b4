/**
 * Prose as a library of English expects it: filler taken out, one space between words, and for each character
 * the offset it came from. It knows the note's filler and nothing of any library.
 */
import type { Span } from '../../finding.js';
import { OPAQUE, SENTENCE_END, WORD_JOINER } from '../../words/tokens.js';

/** Text with filler folded away; a stretch of it always maps back to a stretch of the prose. */
export interface PlainProse {
  /** Single spaces between words, `\n\n` where a sentence must end, U+FFFC where something opaque stands. */
  readonly text: string;
  /** Offset in the prose of each UTF-16 unit of `text`. */
  readonly origin: readonly number[];
}

/** Linear in the length of `prose`; blank prose gives an empty text. */
export function plainProse(prose: string): PlainProse {
  const pieces: string[] = [];
  const origin: number[] = [];
  const add = (piece: string, at: number): void => {
    for (let i = 0; i < piece.length; i++) origin.push(at);
    pieces.push(piece);
  };
  let blank = '';
  let blankAt = 0;
  for (let i = 0; i < prose.length; i++) {
    const char = prose[i];
    if (char === WORD_JOINER) continue;
    if (char === SENTENCE_END || /\s/.test(char)) {
      if (blank === '') blankAt = i;
      blank += char;
      continue;
    }
    if (blank !== '' && pieces.length > 0) add(endsSentence(blank) ? '\n\n' : ' ', blankAt);
    blank = '';
    add(char, i);
  }
  return { text: pieces.join(''), origin };
}

/** Where the stretch `start` to `end` of the text stands in the prose. The stretch must not be empty. */
export function spanInProse(plain: PlainProse, start: number, end: number): Span {
  return { start: plain.origin[start], end: plain.origin[end - 1] + 1 };
}

/** Whether words can be quoted as they stand: nothing opaque and no end of a sentence among them. */
export function canBeQuoted(words: string): boolean {
  return !words.includes(OPAQUE) && !words.includes('\n');
}

function endsSentence(blank: string): boolean {
  return blank.includes(SENTENCE_END) || /\n[^\n]*\n/.test(blank);
}
