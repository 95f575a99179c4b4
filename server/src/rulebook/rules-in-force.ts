/**
 * Which rules a rulebook puts in force, and how loudly: packs it names, sides it takes where guides disagree, whose
 * law holds, and what it says of single rules. It changes rules and compiles nothing.
 */
import type { Rule } from '../engine/rule.js';
import type { Override, RulebookFile } from './decode/alongside-yml.js';
import { CHOICES } from './packs/built-in.js';
import type { Jurisdiction } from './decode/keys.js';
import { nearest } from './nearest.js';
import { nearestMends } from './yaml/names.js';

/** What stands after a choice that takes no side, which undoes one of a file that is built on. */
export const NO_SIDE = 'none';

/** The sides that can be taken, by the name of what guides disagree on. */
export function choicesOf(rules: readonly Rule[]): ReadonlyMap<string, readonly string[]> {
  const choices = new Map<string, string[]>();
  for (const { choice } of rules) {
    const [name, value] = (choice ?? '').split('/');
    if (name && value) choices.set(name, [...new Set([...(choices.get(name) ?? []), value])]);
  }
  return choices;
}

/** The sides taken, as `name/value`; what cannot be chosen is a problem of the file. `files` come nearest first. */
export function sidesTaken(files: readonly RulebookFile[], rules: readonly Rule[]): ReadonlySet<string> {
  const known = choicesOf(rules);
  const taken = new Map<string, string>();
  for (const { yaml, choices } of [...files].reverse()) {
    for (const { name, value } of choices) {
      const sides = known.get(name.text);
      if (!sides) {
        const near = nearest(name.text, [...known.keys()]);
        yaml.problem(name.offset, `There is no choice called “${name.text}”${near ? `; did you mean “${near}”?` : `. There ${known.size > 0 ? `are ${[...known.keys()].join(', ')}` : 'are none'}.`}`, { length: name.text.length, mends: nearestMends(name, [...known.keys()]) });
      } else if (value.text !== NO_SIDE && !sides.includes(value.text)) {
        yaml.problem(value.offset, `For “${name.text}” one can choose ${[...sides, NO_SIDE].join(', ')}; “${value.text}” is none of them.`, { length: value.text.length, mends: nearestMends(value, [...sides, NO_SIDE]) });
      } else taken.set(name.text, value.text);
    }
  }
  return new Set([...taken].map(([name, value]) => `${name}/${value}`));
}

export interface Settings {
  /** Null where every pack that is on by default is in force. */
  readonly packs: readonly string[] | null;
  readonly jurisdiction: Jurisdiction | null;
  readonly sides: ReadonlySet<string>;
}

/** A built-in rule as packs, law and choices leave it. */
export function underSettings(rule: Rule, { packs, jurisdiction, sides }: Settings): Rule {
  if (rule.choice) return sides.has(rule.choice) ? on(rule) : rule;
  const named = packs === null || rule.pack === CHOICES || packs.includes(rule.pack);
  const lawful = underLaw(rule, jurisdiction);
  if (!named) return lawful.severity === 'off' ? lawful : { ...lawful, severity: 'off' };
  return packs && rule.pack === 'plain-english' ? { ...lawful, types: [] } : lawful;
}

/** A rule that speaks of a law is on where that law holds and off where another does. */
export function underLaw(rule: Rule, jurisdiction: Jurisdiction | null): Rule {
  if (!jurisdiction || !rule.jurisdiction || rule.jurisdiction.length === 0) return rule;
  return rule.jurisdiction.includes(jurisdiction) ? on(rule) : { ...rule, severity: 'off' };
}

function on(rule: Rule): Rule {
  return rule.severity === 'off' ? { ...rule, severity: 'suggestion' } : rule;
}

/** A rule with what a rulebook sets anew; what it adds comes when rules are compiled. */
export function changed(rule: Rule, { severity, set: { message, ...set } }: Override): Rule {
  const entries = message === undefined ? rule.entries : rule.entries.map((entry) => ({ ...entry, message }));
  return { ...rule, ...set, entries, severity: severity ?? rule.severity };
}
