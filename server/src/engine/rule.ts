/**
 * What a rule is once it has been read: plain data, ready to be written to a file. How rules are written (YAML) and which are
 * in force (alongside.yml) is the rulebook's business.
 */
import type { Severity } from './finding.js';

/** Kinds of record. */
export type NoteType = (typeof NOTE_TYPES)[number];
export const NOTE_TYPES = [
  'case-note', 'assessment', 'plan', 'family-plan', 'danger-statement', 'supervision',
  'chronology', 'letter', 'review', 'referral', 'report',
] as const;

/** First half of a rule's id. `ours` is for a team's own rules. */
export const CATEGORIES = [
  'doing-to', 'label', 'minimising', 'jargon', 'childs-voice', 'danger-statement', 'safety-goal', 'scaling',
  'plan', 'family-plan', 'document', 'plain-english', 'ours',
] as const;

export interface Rule {
  /** `<category>/<rule>`, unique over all packs. */
  readonly id: string;
  /** Folder of `rules/` the rule came from, or the path of a team's own. */
  readonly pack: string;
  readonly title: string;
  readonly why: string;
  /** `off` until a setting chooses (contested rules). */
  readonly severity: Severity | 'off';
  /** `strong`: blames, controls or hides harm. `gentle`: could be plainer or warmer. Strong ones are shown first. */
  readonly level: 'strong' | 'gentle';
  /** What to say about the phrases found, by entry; the phrases themselves are in the compiled table. */
  readonly entries: readonly Entry[];
  /** What a concrete act, date, number or quotation in the same or the next sentence does to a match. */
  readonly evidence: 'clears' | 'lowers' | 'doer' | 'ignored';
  /** What an explanation beside the term, here or earlier in the note, does to a match. */
  readonly explained: 'clears' | 'ignored';
  /** `once`: only where a term first stands in a note. */
  readonly raise: 'every' | 'once';
  /** Record types it reads; empty means all. */
  readonly types: readonly NoteType[];
  /** Only in sections whose heading holds one of these words; empty means everywhere. */
  readonly where: readonly string[];
  /** Never in sections whose heading holds one of these words. */
  readonly notWhere: readonly string[];
  readonly quotes: 'skip' | 'include';
  /** Another kind of check in place of entries, with its own keys. */
  readonly check: CheckSpec | null;
  readonly examples: { readonly raise: readonly string[]; readonly leave: readonly string[] };
  /** How many of what is left alone, from the first, show another way of saying it; unknown of checks, and of a team's own rules. */
  readonly ways?: number;
  readonly whenNotToUse: string;
  readonly sources: readonly string[];
  /** Year and month, `2027-11`, or ''. */
  readonly reviewBy: string;
  /** How often it was right, of how often it spoke, on so many labelled records; only where that is often enough to go by. */
  readonly measured?: { readonly right: number; readonly raised: number; readonly records: number };
  /** Records dated before this are left alone: `2026-03` or `2026-03-01`. */
  readonly since?: string;
  /** Only where one of these laws holds, once a rulebook says which does. */
  readonly jurisdiction?: readonly string[];
  /** The rulebook's choice that switches it on, as `name/value`. */
  readonly choice?: string;
  /** What those say who choose otherwise. */
  readonly otherView?: string;
}

/** The answer to a group of phrases. */
export interface Entry {
  /** In place of the rule's, where these words do something else to the reader. */
  readonly why?: string;
  readonly ask: string | null;
  readonly try: string | null;
  /** Drop-in wording, the only source of a fix; `word/inflect` takes the form of the word matched. */
  readonly replace: string | null;
  readonly safe: boolean;
  /** Own wording of the message; `{match}` and `{count}` are filled. */
  readonly message: string | null;
  /** It speaks only in a sentence where something else stands: what these words make small. */
  readonly beside?: true;
}

/** `kind` is a row of checks/index.ts; the other keys are that check's own, already validated. */
export interface CheckSpec {
  readonly kind: string;
  readonly [key: string]: CheckValue;
}

/** What stands under a key of a check: text, lines, or more keys. */
export type CheckValue = string | readonly string[] | { readonly [key: string]: CheckValue };
