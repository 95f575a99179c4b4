/**
 * Rules → compiled rules: every phrase of every rule in one table. Problems that only show when rules meet (an id
 * or a phrase claimed twice, a phrase with too many ways to be read) come out here.
 */
import { isProblem, parsePhrase } from '../engine/phrase.js';
import { buildTable, EMPTY_TABLE } from '../engine/phrase-table.js';
import type { Entry, Rule } from '../engine/rule.js';
import { NEARBY, UNLESS, type CompiledRules, type PhraseRef } from '../engine/rule-set.js';

export const NO_RULES: CompiledRules = { rules: [], refs: [], table: EMPTY_TABLE };

/** What a rulebook changes in rules that are already compiled. */
export interface Change {
  readonly id: string;
  readonly severity: Rule['severity'] | null;
  /** Phrases that clear a match of this rule. */
  readonly allow: readonly string[];
  readonly add: readonly Entry[];
}

/** A phrase that could not be compiled, by rule. */
export interface CompileProblem {
  readonly rule: string;
  readonly phrase: string;
  readonly message: string;
}

export interface Compiled extends CompiledRules {
  readonly problems: readonly CompileProblem[];
}

/** Adds rules, and changes to rules, to what is compiled; the same object comes back where there is nothing to add. */
export function compileRules(base: CompiledRules, own: readonly Rule[], changes: readonly Change[]): Compiled {
  const rules: Rule[] = [...base.rules];
  const refs: PhraseRef[] = [...base.refs];
  const problems: CompileProblem[] = [];
  const grows = own.length > 0 || changes.some((change) => change.allow.length > 0 || change.add.length > 0);
  const builder = grows ? buildTable(base.table) : null;
  const addPhrase = (rule: number, entry: number, source: string): void => {
    const phrase = parsePhrase(source);
    if (isProblem(phrase)) problems.push({ rule: rules[rule].id, phrase: source, message: phrase.problem });
    else builder?.add(phrase, refs.length);
    refs.push({ rule, entry, source });
  };
  for (const rule of own) {
    const index = rules.push(rule) - 1;
    rule.entries.forEach((entry, number) => entry.avoid.forEach((phrase) => addPhrase(index, number, phrase)));
    rule.unless.forEach((phrase) => addPhrase(index, UNLESS, phrase));
    rule.unlessNearby.forEach((phrase) => addPhrase(index, NEARBY, phrase));
  }
  for (const change of changes) {
    const index = rules.findIndex((rule) => rule.id === change.id);
    const rule = rules[index];
    rules[index] = { ...rule, severity: change.severity ?? rule.severity, entries: [...rule.entries, ...change.add], unless: [...rule.unless, ...change.allow] };
    change.add.forEach((entry, number) => entry.avoid.forEach((phrase) => addPhrase(index, rule.entries.length + number, phrase)));
    change.allow.forEach((phrase) => addPhrase(index, UNLESS, phrase));
  }
  return { rules, refs, table: builder?.table() ?? base.table, problems };
}
