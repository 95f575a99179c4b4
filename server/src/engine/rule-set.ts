/**
 * The rules in force, ready to run: rules, the automata of all their phrases, and the other checks. It does
 * not know where rules come from (rulebook/).
 */
import type { BlockCheck } from './checks/block-check.js';
import { createBlockCheck, createNoteCheck, needsLibrary } from './checks/index.js';
import type { NoteCheck } from './checks/note-view.js';
import { onceReader, type ReadOnce } from './checks/read-once.js';
import type { PlainEnglish } from './checks/plain-english/check.js';
import { createMatcher, type Matcher } from './phrases/matcher.js';
import { matcherPair } from './phrases/matcher-pair.js';
import type { Links, PhraseTable } from './phrases/phrase-table.js';
import type { Rule } from './rule.js';

// What a phrase does in a rule: entries count from 0; the rest clear a match.

/** Clears a match it overlaps. */
export const UNLESS = -1;
/** Clears every match in its sentence. */
export const NEARBY = -2;
/** The same, and every match in the next sentence. */
export const NEARBY_AND_NEXT = -7;
/** Clears a match that follows it, at once or within five words of the sentence. */
export const BEFORE = -3;
export const SHORTLY_BEFORE = -4;
/** Clears a match that it follows, at once or within five words of the sentence. */
export const AFTER = -5;
export const SHORTLY_AFTER = -6;
/** Clears nothing: what stands in the sentence where an entry is to speak. `NEEDED` is for entry 0, `NEEDED - 1` for the next. */
export const NEEDED = -100;

/** Immutable. */
export interface RuleSet {
  readonly rules: readonly Rule[];
  readonly owners: Links;
  readonly bases: Readonly<Record<number, string>>;
  /** Finds what rules avoid. */
  readonly matcher: Matcher;
  /** Finds what clears it; asked only about blocks where there is something to clear. */
  readonly clearing: Matcher;
  /** The matchers of the large tables, which other rule sets may take over. */
  readonly shared: { readonly table: PhraseTable; readonly clearingTable: PhraseTable; readonly matcher: Matcher; readonly clearing: Matcher };
  /** Checks that are not phrases, each with the index of its rule. */
  readonly checks: readonly { readonly rule: number; readonly check: BlockCheck }[];
  /** Checks of the whole note, each with the index of its rule. */
  readonly noteChecks: readonly { readonly rule: number; readonly check: NoteCheck }[];
  /** What their words were made into, also for who looks at a note as they do. */
  readonly readOnce: ReadOnce;
  /** Rules whose check needs the plain-english libraries, which were not given; their blocks are reported as unchecked. */
  readonly waiting: readonly number[];
}

/** Everything a rule set is made of, as plain data: what a build writes to packs.bin. */
export interface CompiledRules {
  /** Named pieces of phrases (`rules/words.yml`), for rules that are added later. */
  readonly words: Readonly<Record<string, string>>;
  readonly rules: readonly Rule[];
  /** Whose each phrase is: node is a phrase's id, label the index of a rule, target an entry of it or a way to clear (UNLESS …). */
  readonly owners: Links;
  /** The words of a phrase, where the entry's replacement takes over their inflection. */
  readonly bases: Readonly<Record<number, string>>;
  /** What rules avoid, and what clears it. */
  readonly table: PhraseTable;
  readonly clearing: PhraseTable;
  /** The same of what was added to rules that are compiled already, kept apart: building the large tables anew takes a while. */
  readonly added?: { readonly table: PhraseTable; readonly clearing: PhraseTable };
}

/**
 * `plainEnglish` is null until a note needs it: its libraries are large and loaded apart. From `like`, matchers of the
 * same tables are taken over with what they have learnt.
 */
export function createRuleSet(compiled: CompiledRules, plainEnglish: PlainEnglish | null, like?: RuleSet): RuleSet {
  const { rules, owners, bases, table, clearing, added } = compiled;
  const shared = like?.shared.table === table && like.shared.clearingTable === clearing ? like.shared : { table, clearingTable: clearing, matcher: createMatcher(table), clearing: createMatcher(clearing) };
  return {
    rules,
    owners,
    bases,
    shared,
    matcher: added ? matcherPair(shared.matcher, createMatcher(added.table)) : shared.matcher,
    clearing: added ? matcherPair(shared.clearing, createMatcher(added.clearing)) : shared.clearing,
    ...checksOf(rules, plainEnglish, onceReader()),
  };
}

/** The same rules once the libraries are there; what the matchers have worked out stays theirs. */
export function withPlainEnglish(ruleSet: RuleSet, plainEnglish: PlainEnglish): RuleSet {
  return { ...ruleSet, ...checksOf(ruleSet.rules, plainEnglish, ruleSet.readOnce) };
}

function checksOf(rules: readonly Rule[], plainEnglish: PlainEnglish | null, readOnce: ReadOnce): Pick<RuleSet, 'checks' | 'noteChecks' | 'readOnce' | 'waiting'> {
  const checks: { rule: number; check: BlockCheck }[] = [];
  const noteChecks: { rule: number; check: NoteCheck }[] = [];
  const waiting: number[] = [];
  rules.forEach((rule, index) => {
    if (!rule.check || rule.severity === 'off') return;
    const noteCheck = createNoteCheck(rule.check, readOnce);
    const check = createBlockCheck(rule.check, plainEnglish);
    if (noteCheck) noteChecks.push({ rule: index, check: noteCheck });
    if (check) checks.push({ rule: index, check });
    else if (needsLibrary(rule.check)) waiting.push(index);
  });
  return { checks, noteChecks, readOnce, waiting };
}
