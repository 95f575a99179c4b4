/**
 * Rules → compiled rules: every phrase of every rule in one table. Problems that only show when rules meet (an id
 * or a phrase claimed twice, a phrase with too many ways to be read) come out here.
 */
import { isProblem, parsePhrase } from '../../engine/phrases/phrase.js';
import { buildTable, EMPTY_TABLE, linksOf, triplesOf } from '../../engine/phrases/phrase-table.js';
import type { Entry, Rule } from '../../engine/rule.js';
import { NEEDED, UNLESS, type CompiledRules } from '../../engine/rule-set.js';
import { tokenize } from '../../engine/words/tokens.js';
import type { DecodedRule, WrittenPhrase } from '../decode/rule.js';
import { withWords, type Words } from '../decode/pieces.js';

export function noRules(words: Words): CompiledRules {
  return { words, rules: [], owners: linksOf([], 0), bases: {}, table: EMPTY_TABLE, clearing: EMPTY_TABLE };
}

/** What a rulebook changes in rules that are already compiled. */
export interface Change {
  readonly id: string;
  readonly severity: Rule['severity'] | null;
  /** Phrases that clear a match of this rule. */
  readonly allow: readonly string[];
  readonly add: readonly Entry[];
  /** Of `add`; their `entry` counts from its start. */
  readonly phrases: readonly WrittenPhrase[];
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
export function compileRules(base: CompiledRules, own: readonly Pick<DecodedRule, 'rule' | 'phrases'>[], changes: readonly Change[]): Compiled {
  const rules: Rule[] = [...base.rules];
  const bases = { ...base.bases };
  let phrases = base.owners.first.length - 1;
  const known = new Map<string, number>();
  const problems: CompileProblem[] = [];
  const grows = own.length > 0 || changes.some((change) => change.allow.length > 0 || change.add.length > 0);
  const owners = grows ? triplesOf(base.owners) : [];
  // What ships stays as it was built; what is added goes into tables of its own.
  const isFirst = base.rules.length === 0;
  const builders = grows ? { avoid: buildTable(isFirst ? base.table : base.added?.table ?? EMPTY_TABLE), clear: buildTable(isFirst ? base.clearing : base.added?.clearing ?? EMPTY_TABLE) } : null;
  const addPhrase = (rule: number, entry: number, source: string): void => {
    const whole = withWords(source, base.words);
    const phrase = parsePhrase(whole);
    if (isProblem(phrase)) problems.push({ rule: rules[rule].id, phrase: source, message: phrase.problem });
    else {
      // Many rules are cleared by the same phrase; it is looked for once.
      const kind = entry >= 0 ? 'avoid' : 'clear';
      const key = `${kind} ${whole}`;
      const id = known.get(key) ?? phrases++;
      if (!known.has(key)) builders?.[kind].add(phrase, id);
      known.set(key, id);
      owners.push(id, rule, entry);
      if (rules[rule].entries[entry]?.replace?.includes('/inflect')) bases[id] = tokenize(whole.replace(/\/exact/g, '')).forms.join(' ');
    }
  };
  for (const { rule, phrases: written } of own) {
    const index = rules.push(rule) - 1;
    for (const phrase of written) addPhrase(index, phrase.entry, phrase.text);
  }
  for (const change of changes) {
    const index = rules.findIndex((rule) => rule.id === change.id);
    const rule = rules[index];
    rules[index] = { ...(change.add.length > 0 ? unmeasured(rule) : rule), severity: change.severity ?? rule.severity, entries: [...rule.entries, ...change.add] };
    for (const phrase of change.phrases) addPhrase(index, phrase.entry <= NEEDED ? phrase.entry - rule.entries.length : rule.entries.length + phrase.entry, phrase.text);
    change.allow.forEach((phrase) => addPhrase(index, UNLESS, phrase));
  }
  const tables = builders && { table: builders.avoid.table(), clearing: builders.clear.table() };
  const kept = { table: base.table, clearing: base.clearing };
  const added = isFirst ? undefined : tables ?? base.added;
  return { words: base.words, rules, owners: grows ? linksOf(owners, phrases) : base.owners, bases, ...(isFirst && tables ? tables : kept), ...(added ? { added } : {}), problems };
}

/** With words of a team's own in it, it is no longer the rule that was measured. */
function unmeasured({ measured: _, ...rule }: Rule): Rule {
  return rule;
}
