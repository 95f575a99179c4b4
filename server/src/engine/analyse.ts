/**
 * Text, rules and context in, findings out: pure, synchronous, total. With `previous` it does less work and
 * gives the same answer.
 */
import type { Finding, Strength, Unchecked } from './finding.js';
import type { Note } from './note.js';
import type { KnownPeople } from './people.js';
import type { NoteType } from './rule.js';

/** What globs, configuration and the clock know, and the text does not. */
export interface Context {
  /** From the rulebook's `notes:` globs; front matter comes first, file name and headings after. */
  readonly type: NoteType | null;
  readonly template: boolean;
  readonly people: KnownPeople;
  /** ISO date, for what expires. */
  readonly today: string;
}

export interface Analysis {
  readonly note: Note;
  readonly type: NoteType | null;
  readonly template: boolean;
  /** Words of prose. */
  readonly words: number;
  readonly findings: readonly Finding[];
  readonly strengths: readonly Strength[];
  readonly unchecked: readonly Unchecked[];
}
