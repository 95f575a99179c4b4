/**
 * What a check of single blocks is given, and what it gives. It does not judge anything (note-view.ts has the same for
 * checks of the whole note).
 */
import type { Content } from '../note/note.js';
import type { PersonEdge } from '../people/people.js';
import type { Entry } from '../rule.js';
import type { Tokens } from '../words/tokens.js';

/** Reads one block. Pure: the same content, with the same people in it, gives the same result, whatever stands around it. */
export type BlockCheck = (content: Content, tokens: Tokens, people: readonly PersonEdge[]) => BlockResult;

export interface BlockResult {
  readonly raised: readonly Raised[];
  /** Terms that this block explains, so that a later use is clear; `beginningWith` a word, all of several words that it begins. */
  readonly explains: readonly string[];
}

/** What stands in `explains` for all terms of several words that begin with this one. */
export function beginningWith(word: string): string {
  return `${word} …`;
}

/** Something a check saw. Offsets are into the block's prose. */
export interface Raised {
  readonly start: number;
  readonly end: number;
  /** Its own words for it; null where `says` is told as a rule's entry is. */
  readonly message: string | null;
  readonly says?: Entry;
  /** What counts as the same term for `raise: once` and for explanations; '' where that has no meaning. */
  readonly term: string;
  /** Drop-in wordings, best first. */
  readonly replacements: readonly string[];
  /** Says something of a whole family of words: any rule that knows these words themselves speaks in its place. */
  readonly general?: true;
  /** All the same it speaks where rules of its category underline no more than this many UTF-16 units of its words. */
  readonly outweighs?: number;
  /** Says something of a sentence as one: it stands beside what is said of words in it. */
  readonly ofSentence?: true;
}
