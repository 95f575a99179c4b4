/** One input from another. It knows nothing of what reads it but the words that mean something there. */
import type { Next } from '../../support/random.js';
import type { Target } from './explore.js';

const MOST_CHARACTERS = 4_000;
/** Where one thing ends and another begins, for many readers. */
const ODD = ['', '\0', '\n', '\r', '\r\n', '\t', ' ', '\uFEFF', '\uD83D', '\uDE00', '\u2028', '\u2029', '\u2060', '\uFFFC', '\u0085', 'İ', 'ß', 'ǆ', '-1', '0', '99999999999', '1e999', '__proto__', 'constructor', 'toString', 'null', '{', '}', '[', ']', '"', "'", ':', ',', '|', '&', '*', '!', '%', '#', '\\', '`', '<', '>', '(', ')', '…', '...', '?', '/'];

/** Some changes one after the other, and never longer than is of use. */
export function mutated(input: string, others: readonly string[], { words, letters }: Pick<Target, 'words' | 'letters'>, next: Next): string {
  let text = input;
  for (let left = 1 + next(4); left > 0; left--) {
    const at = next(text.length + 1);
    const end = at + next(next(4) === 0 ? 200 : 12);
    const piece = pieceOf(words, letters, next);
    switch (next(10)) {
      case 0: text = text.slice(0, at) + text.slice(end); break;
      case 1: text = text.slice(0, at) + text.slice(at, end).repeat(2 + next(3)) + text.slice(end); break;
      case 2: text = text.slice(0, at) + piece + text.slice(end); break;
      case 3: text = text.slice(0, at) + piece.repeat(1 + next(next(10) === 0 ? 300 : 5)) + text.slice(at); break;
      case 4: { // what stands in one place goes to another
        const rest = text.slice(0, at) + text.slice(end);
        const to = next(rest.length + 1);
        text = rest.slice(0, to) + text.slice(at, end) + rest.slice(to);
        break;
      }
      case 5: { // some of another input
        const other = others[next(others.length)];
        const from = next(other.length + 1);
        text = text.slice(0, at) + other.slice(from, from + next(300)) + text.slice(next(2) === 0 ? at : end);
        break;
      }
      case 6: { // a character becomes its neighbour
        const code = (text.charCodeAt(at) || 0) ^ (1 << next(letters === 'bytes' ? 8 : 7));
        text = text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1);
        break;
      }
      default: text = text.slice(0, at) + piece + text.slice(at);
    }
  }
  return text.slice(0, Math.max(MOST_CHARACTERS, input.length));
}

function pieceOf(words: readonly string[], letters: Target['letters'], next: Next): string {
  if (letters === 'bytes' && next(2) === 0) return String.fromCharCode(next(256));
  const piece = next(3) === 0 ? ODD[next(ODD.length)] : words[next(words.length)];
  return letters === 'bytes' ? Buffer.from(piece).toString('latin1') : piece;
}
