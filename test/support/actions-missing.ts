/** What a note's actions do not say, as the tests of actions ask for it. */
import { analyse } from '../../server/src/engine/analyse.js';
import { createRuleSet } from '../../server/src/engine/rule-set.js';
import type { NoteType } from '../../server/src/engine/rule.js';
import { BUILT_IN } from './built-in.js';

interface Place {
  readonly type: NoteType | null;
  readonly template: 'template' | 'record';
}

/** A finished record of no known type. */
export const RECORD: Place = { type: null, template: 'record' };

export const RULES = createRuleSet(BUILT_IN, null);
export const PEOPLE = { children: ['Leo', 'Ava'], family: ['Sana'], professionals: ['Priti Sahota'], services: [] };

/** By the words that are underlined: what is not said there, "when who what". */
export function missing(text: string, { type, template }: Place = RECORD): Record<string, string> {
  const { findings } = analyse(text, RULES, { type, template: template === 'template', people: PEOPLE, today: '2026-01-01' });
  const found: Record<string, string> = {};
  for (const { rule, start, end } of findings) {
    const part = { 'plan/no-who': 'who', 'plan/no-when': 'when', 'plan/vague': 'what' }[rule];
    if (part) found[text.slice(start, end)] = [...(found[text.slice(start, end)]?.split(' ') ?? []), part].sort().join(' ');
  }
  return found;
}
