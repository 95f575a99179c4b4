/**
 * What a verdict rule lists, and what is seen by its lists in a sentence. It does not know how either is found.
 */
import type { WordNet } from '../acting-on/word-net.js';

/** The lists of a rule, by their keys. */
export interface Words {
  /** What somebody "is": adjectives and nouns. */
  readonly is: WordNet;
  /** The same, where somebody is named only: "easy" at the start of a line may be said of anything. */
  readonly named: WordNet;
  /** What is no verdict, and may stand before one: "tearful and defensive". */
  readonly beside: WordNet;
  /** What brings one in, beside "be": "appear", "come across as". */
  readonly seems: WordNet;
  /** What leads to something done: "tends to", "likes to". */
  readonly leads: WordNet;
  /** What somebody does. */
  readonly does: WordNet;
  /** What somebody does not do, and is not. */
  readonly denied: WordNet;
  readonly isNot: WordNet;
  /** What is somebody's: "her attitude". */
  readonly of: WordNet;
  /** What is somebody's and may be rated, and how it is: "her timekeeping is dire". */
  readonly traits: WordNet;
  readonly rated: WordNet;
  /** Whom an adjective describes: "a difficult woman". */
  readonly persons: WordNet;
  /** What judges somebody, whoever is named: "a disappearing act". */
  readonly anywhere: WordNet;
  /** What a sentence of a note may open with, its subject left out. */
  readonly opens: WordNet;
  /** In the same sentence, clears it; right after it, clears it. */
  readonly unless: WordNet;
  readonly notAfter: WordNet;
}

/** Token indexes of what judges, `to` exclusive; `core` is where the words begin that are more than "has been". */
export interface Seen {
  readonly from: number;
  readonly core: number;
  readonly to: number;
  /** What is judged besides, further on. */
  readonly rest?: Seen | null;
}
