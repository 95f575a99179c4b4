/**
 * Drop-in wordings made to fit the sentence they go into: capitals, the form of the word they replace, a or an.
 * Withheld wherever that cannot be done with certainty. It never invents a fact; what may be replaced is the
 * rule author's decision.
 */
import type { Edit, Fix } from './finding.js';
import { carryOver, isBase } from './words/inflect.js';
import { readable } from './words/readable.js';
import { isLetterOrDigit } from './words/letters.js';
import { tokenize } from './words/tokens.js';

/**
 * The fix that puts `replacement` where `prose.slice(start, end)` stands, or null. `source` is the text the prose
 * was made from: where they differ there is markup inside, and no edit is offered. Offsets are into both. `naming`: whether
 * the title goes beside the words alone, or has to say which they are.
 */
export function replacementFix(source: string, prose: string, start: number, end: number, replacement: string, bases: string, safety: 'safe' | 'ask', naming: 'underlined' | 'named' = 'underlined'): Fix | null {
  const matched = prose.slice(start, end);
  if (source.slice(start, end) !== matched || /[\n\u2029\uFFFC\u2060]/.test(matched)) return null;
  const inflected = inflect(replacement, matched, bases.split(' '));
  if (inflected === null) return null;
  const text = withCapitals(inflected, matched, startsSentence(prose, start));
  if (repeatsNeighbour(prose, start, end, text)) return null;
  const article = articleBefore(source, prose, start, text);
  if (article === 'unclear') return null;
  if (text === '') return removal(source, prose, start, end, article, safety);
  const edits: Edit[] = article?.edit ? [article.edit, { start, end, text }] : [{ start, end, text }];
  return { title: naming === 'named' ? `Replace “${readable(matched)}” with “${text}”` : `Replace with “${text}”`, safe: safety === 'safe', edits };
}

/** “due to the fact that because” would become “because because”. */
function repeatsNeighbour(prose: string, start: number, end: number, text: string): boolean {
  const words = (around: string): readonly string[] => around.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [];
  const own = words(text);
  return own.length > 0 && (words(prose.slice(Math.max(0, start - 30), start)).at(-1) === own[0] || words(prose.slice(end, end + 30))[0] === own[own.length - 1]);
}

/** Words taken out go with one of the spaces beside them; where that would leave "a" alone, or a sentence without its capital, nothing is offered. */
function removal(source: string, prose: string, start: number, end: number, article: Article | null, safety: 'safe' | 'ask'): Fix | null {
  if (article !== null || startsSentence(prose, start) || prose[end] === '-' || prose[start - 1] === '-') return null;
  const spaced = source[start - 1] === ' ' && prose[start - 1] === ' ' && !isLetterOrDigit(prose, end);
  return { title: `Take out “${readable(prose.slice(start, end))}”`, safe: safety === 'safe', edits: [{ start: spaced ? start - 1 : start, end, text: '' }] };
}

/**
 * Gives the word marked `/inflect` the form that the phrase's own word (one of `bases`) has in the text. Null where no
 * form, or more than one, could be meant: "set" in "they set up" may be past or present.
 */
function inflect(replacement: string, matched: string, bases: readonly string[]): string | null {
  const marked = /([\p{L}'’-]+)\/inflect/u.exec(replacement);
  if (!marked) return replacement;
  const { forms } = tokenize(matched);
  const inflected = forms.find((form) => !bases.includes(form));
  const carried = inflected === undefined
    ? forms.every((form) => !isBase(form) || carryOver(form, form, marked[1]) !== null) ? marked[1] : null
    : bases.map((base) => carryOver(inflected, base, marked[1])).find((form) => form !== null) ?? null;
  return carried === null ? null : replacement.replace(marked[0], () => carried);
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

const VOWEL_SOUND = /^(?:[aeio]|u(?!ni[tosfvqcl]|s[eu]|ti|r[aio]|k\b)|hour|honest|honour|heir)/i;
const NOT_VOWEL_SOUND = /^(?:one\b|one-|once|eu|ewe)/i;

/** "a" or "an" before the match; `edit` where the new words ask for the other. */
interface Article {
  readonly edit: Edit | null;
}

/** Null where there is none; `unclear` where it would have to change and markup or a line's end stands between. */
function articleBefore(source: string, prose: string, start: number, text: string): Article | 'unclear' | null {
  const from = Math.max(0, start - 20);
  const before = /(?:^|[^\p{L}\p{N}'’])(an?)([^\p{L}\p{N}.!?,;:]+)$/iu.exec(prose.slice(from, start));
  if (!before) return null;
  const [, article, between] = before;
  const at = start - between.length - article.length;
  if (text === '') return { edit: null };
  const wanted = /^\p{Lu}{2,}\b/u.test(text) && article !== article.toUpperCase() ? /^[AEFHILMNORSX]/.test(text) : VOWEL_SOUND.test(text) && !NOT_VOWEL_SOUND.test(text);
  if (wanted === (article.length === 2)) return { edit: null };
  if (source.slice(at, start) !== prose.slice(at, start)) return 'unclear';
  const changed = wanted ? `${article}${article === 'A' && text === text.toUpperCase() ? 'N' : 'n'}` : article[0];
  return { edit: { start: at, end: at + article.length, text: changed } };
}
