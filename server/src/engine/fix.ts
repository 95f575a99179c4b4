/**
 * Drop-in wordings made to fit the sentence they go into: capitals, the form of the word they replace, a or an.
 * Withheld wherever that cannot be done with certainty. It never invents a fact; what may be replaced is the
 * rule author's decision.
 */
import type { Edit, Fix } from './finding.js';
import { carryOver } from './inflect.js';
import { readable } from './message.js';
import { tokenize } from './tokens.js';

/**
 * The fix that puts `replacement` where `prose.slice(start, end)` stands, or null. `source` is the text the prose
 * was made from: where they differ there is markup inside, and no edit is offered. Offsets are into both.
 */
export function replacementFix(source: string, prose: string, start: number, end: number, replacement: string, bases: string, safety: 'safe' | 'ask'): Fix | null {
  const matched = prose.slice(start, end);
  if (source.slice(start, end) !== matched || /[\n\u2029\uFFFC\u2060]/.test(matched)) return null;
  const inflected = inflect(replacement, matched, bases.split(' '));
  if (inflected === null) return null;
  const text = withCapitals(inflected, matched, startsSentence(prose, start));
  const article = articleEdit(source, prose, start, text);
  const edits: Edit[] = article ? [article, { start, end, text }] : [{ start, end, text }];
  return { title: text === '' ? `Take out “${readable(matched)}”` : `Replace with “${text}”`, safe: safety === 'safe', edits };
}

/** Gives the word marked `/inflect` the form that the phrase's own word (one of `bases`) has in the text. */
function inflect(replacement: string, matched: string, bases: readonly string[]): string | null {
  const marked = /([\p{L}'’-]+)\/inflect/u.exec(replacement);
  if (!marked) return replacement;
  for (const form of tokenize(matched).forms) {
    if (bases.includes(form)) continue;
    for (const base of bases) {
      const carried = carryOver(form, base, marked[1]);
      if (carried !== null) return replacement.replace(marked[0], carried);
    }
    return null;
  }
  return replacement.replace(marked[0], marked[1]);
}

function withCapitals(text: string, matched: string, atStart: boolean): string {
  const letters = matched.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase() && /\s|\p{L}{5}/u.test(matched)) return text.toUpperCase();
  const capital = /^\P{L}*\p{Lu}/u.test(matched);
  const acronym = letters === letters.toUpperCase();
  return capital && (atStart || !acronym) ? text.replace(/\p{L}/u, (letter) => letter.toUpperCase()) : text;
}

function startsSentence(prose: string, start: number): boolean {
  return /(?:^|[.!?…\u2029]["'’”)]*\s+)["'‘“(\s]*$/u.test(prose.slice(Math.max(0, start - 40), start));
}

const VOWEL_SOUND = /^(?:[aeio]|u(?!ni|se|su|ti|k\b)|hour|honest|honour|heir)/i;
const NOT_VOWEL_SOUND = /^(?:one|once|eu|ewe)/i;

/** "a" before the match becomes "an", or the other way, where the new words ask for it. */
function articleEdit(source: string, prose: string, start: number, text: string): Edit | null {
  const before = /(?:^|[^\p{L}\p{N}])(an?)\s+$/iu.exec(prose.slice(0, start));
  if (!before || text === '') return null;
  const at = before.index + before[0].search(/an?\s+$/iu);
  const article = before[1];
  if (source.slice(at, start) !== prose.slice(at, start)) return null;
  const wanted = /^\p{Lu}{2,}\b/u.test(text) ? /^[AEFHILMNORSX]/.test(text) : VOWEL_SOUND.test(text) && !NOT_VOWEL_SOUND.test(text);
  if (wanted === (article.length === 2)) return null;
  return { start: at, end: at + article.length, text: wanted ? `${article}n` : article[0] };
}
