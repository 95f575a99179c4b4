/**
 * What is underlined: the words a rule knows, and those that complete them. It does not know why they are raised.
 */
import type { Span } from './finding.js';
import { completed, namedThing } from './words/complement.js';
import type { Tokens } from './words/tokens.js';

/** How a category's words are completed: most are about somebody or something, which is named after them. A team's own stand as they are. */
const COMPLETED: ReadonlyMap<string, (prose: string, tokens: Tokens, start: number, end: number) => Span> = new Map([
  ['doing-to', completed],
  ['label', completed],
  ['minimising', completed],
  ['jargon', namedThing],
]);

/** What to underline for `words`, between what is underlined before and the words that are raised after; `words` itself where nothing completes it. Offsets of the prose. */
export function underlined(category: string, prose: string, tokens: Tokens, words: Span, after: number, before: number): Span {
  const whole = COMPLETED.get(category)?.(prose, tokens, words.start, words.end) ?? words;
  const start = Math.min(words.start, Math.max(whole.start, after));
  const end = Math.max(words.end, whole.end <= before ? whole.end : endOfWord(prose, before));
  return start === words.start && end === words.end ? words : { start, end };
}

/** The end of the last word before an offset. */
function endOfWord(prose: string, offset: number): number {
  return offset - (/\s*$/.exec(prose.slice(Math.max(0, offset - 8), offset))?.[0].length ?? 0);
}
