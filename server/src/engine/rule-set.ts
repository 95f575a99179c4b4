/**
 * The rules in force, ready to run: rules, the automata of all their phrases, and the other checks. It does
 * not know where rules come from (rulebook/).
 */
import { createCheck, createNoteCheck, type BlockCheck, type PlainEnglish } from './checks/index.js';
import type { NoteCheck } from './checks/note-view.js';
import { createMatcher, type Matcher } from './matcher.js';
import type { PhraseTable } from './phrase-table.js';
import type { Rule } from './rule.js';

/** What a compiled phrase belongs to: a rule and, for `entry` ≥ 0, one of its entries; else a way to clear (UNLESS …). */
export interface PhraseRef {
  readonly rule: number;
  readonly entry: number;
  /** The words of the phrase, where the entry's replacement takes over their inflection. */
  readonly bases?: string;
}

/** Clears a match it overlaps. */
export const UNLESS = -1;
/** Clears every match in its sentence. */
export const NEARBY = -2;
/** Clears a match that follows it, at once or within five words of the sentence. */
export const BEFORE = -3;
export const SHORTLY_BEFORE = -4;
/** Clears a match that it follows, at once or within five words of the sentence. */
export const AFTER = -5;
export const SHORTLY_AFTER = -6;

/** Immutable. Phrase ids of `matcher` are indexes into `owners`, which holds indexes into `refs`, whose `rule` is an index into `rules`. */
export interface RuleSet {
  readonly rules: readonly Rule[];
  readonly refs: readonly PhraseRef[];
  readonly owners: readonly (readonly number[])[];
  /** Finds what rules avoid. */
  readonly matcher: Matcher;
  /** Finds what clears it; asked only about blocks where there is something to clear. */
  readonly clearing: Matcher;
  /** Checks that are not phrases, each with the index of its rule. */
  readonly checks: readonly { readonly rule: number; readonly check: BlockCheck }[];
  /** Checks of the whole note, each with the index of its rule. */
  readonly noteChecks: readonly { readonly rule: number; readonly check: NoteCheck }[];
  /** Rules whose check needs the plain-english libraries, which were not given; their blocks are reported as unchecked. */
  readonly waiting: readonly number[];
}

/** Everything a rule set is made of, as plain data: what a build writes to JSON. */
export interface CompiledRules {
  /** Named pieces of phrases (`rules/words.yml`), for rules that are added later. */
  readonly words: Readonly<Record<string, string>>;
  readonly rules: readonly Rule[];
  readonly refs: readonly PhraseRef[];
  /** Phrase → the refs that share it. */
  readonly owners: readonly (readonly number[])[];
  /** What rules avoid, and what clears it. */
  readonly table: PhraseTable;
  readonly clearing: PhraseTable;
}

/** `plainEnglish` is null until a note needs it: its libraries are large and loaded apart. */
export function createRuleSet(compiled: CompiledRules, plainEnglish: PlainEnglish | null): RuleSet {
  const checks: { rule: number; check: BlockCheck }[] = [];
  const noteChecks: { rule: number; check: NoteCheck }[] = [];
  const waiting: number[] = [];
  compiled.rules.forEach((rule, index) => {
    if (!rule.check || rule.severity === 'off') return;
    const noteCheck = createNoteCheck(rule.check);
    const check = noteCheck ? null : createCheck(rule.check, plainEnglish);
    if (noteCheck) noteChecks.push({ rule: index, check: noteCheck });
    else if (check) checks.push({ rule: index, check });
    else waiting.push(index);
  });
  return { rules: compiled.rules, refs: compiled.refs, owners: compiled.owners, matcher: createMatcher(compiled.table), clearing: createMatcher(compiled.clearing), checks, noteChecks, waiting };
}
