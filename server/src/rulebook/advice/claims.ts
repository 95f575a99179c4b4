/**
 * Whose phrase is it? A phrase that two rules claim, that stands twice in one, or that one rule both avoids and
 * leaves alone. It compares phrases as they are written, and knows nothing of what they match.
 */
import type { WrittenPhrase } from '../decode/rule.js';
import type { Problem } from '../problem.js';

/** A rule, or what a rulebook adds to one. */
export interface Claimant {
  readonly rule: { readonly id: string };
  readonly file: string;
  readonly phrases: readonly WrittenPhrase[];
}

/** A problem at every phrase but the first of those that are the same. */
export function claimedTwice(claimants: readonly Claimant[]): Problem[] {
  const owners = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { rule, file, phrases } of claimants) {
    const avoided = new Set<string>();
    for (const phrase of phrases.filter(({ entry }) => entry >= 0)) {
      const form = plainForm(phrase.text);
      const owner = owners.get(form);
      avoided.add(form);
      if (owner === undefined) owners.set(form, rule.id);
      else {
        const message = owner === rule.id ? `stands twice in ${rule.id}; once is enough.` : `is already claimed by ${owner}; one rule should own it.`;
        problems.push({ file, line: phrase.line, column: phrase.column, message: `The phrase “${phrase.text}” ${message}` });
      }
    }
    for (const phrase of phrases.filter(({ entry }) => entry < 0)) {
      if (!avoided.has(plainForm(phrase.text))) continue;
      problems.push({ file, line: phrase.line, column: phrase.column, message: `${rule.id} both avoids “${phrase.text}” and leaves it alone, so it would never be raised.` });
    }
  }
  return problems;
}

function plainForm(phrase: string): string {
  return phrase.toLowerCase().replace(/\[\[|\]\]/g, '').replace(/’/g, "'").replace(/[\s-]+/g, ' ').trim();
}
