/**
 * What formats say alike: counts in words, what each category is about, text that cannot steer whoever shows it.
 */
import { CATEGORIES } from '../../../engine/rule.js';
import type { Strength } from '../../../engine/finding.js';
import type { Exceeded } from '../../check/limits.js';

/** What the findings of a category are about, in the order in which they matter most. */
export const ABOUT: Readonly<Record<(typeof CATEGORIES)[number], string>> = {
  'minimising': 'harm that may be hidden',
  'childs-voice': 'the child’s voice',
  'danger-statement': 'danger statements',
  'safety-goal': 'safety goals',
  'scaling': 'scaling questions',
  'plan': 'who does what, and by when',
  'family-plan': 'the family’s own plan',
  'label': 'labels and blame',
  'doing-to': 'done to people rather than with them',
  'jargon': 'words a family may not know',
  'plain-english': 'plainer English',
  'document': 'parts a record needs',
  'ours': 'rules of your own',
};

/** What was good to see, in the order in which it is told. */
export const SEEN: Readonly<Record<Strength['kind'], string>> = {
  'childs-words': 'a child’s own words',
  'childs-influence': 'something changed by what a child said',
  'familys-words': 'the family’s own words',
  'bottom-line': 'a bottom line put plainly',
  'strength-seen': 'a strength seen',
  'working-with': 'working with the family',
  'disagreement-kept': 'a disagreement kept on record',
};

export function plural(count: number, noun: string): string {
  return `${number(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** By hand: the first call of toLocaleString in a process takes 15 ms. */
export function number(count: number): string {
  const [whole, part] = String(count).split('.');
  return `${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}${part === undefined ? '' : `.${part}`}`;
}

/** A finding in one piece: where it is in a Word document, its title, then what is said of it. */
export function headed({ title, message, place }: { readonly title: string; readonly message: string; readonly place?: string }): string {
  return within(place, `${title}${/[.?]$/.test(title) ? '' : '.'} ${message}`);
}

/** What is said, headed by its place in a Word document; there lines say nothing to a reader. */
export function within(place: string | undefined, said: string): string {
  return place === undefined ? said : `${place[0].toUpperCase()}${place.slice(1)}: ${said}`;
}

/** Why a run fails that passed a limit of `--max-findings`. */
export function overLimit({ category, count, most }: Exceeded): string {
  return `${plural(count, 'finding')}${category === null ? '' : ` of ${category}`}, and --max-findings allows ${number(most)}, so this run ends with 1.`;
}

const STEERING = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/** On one line, and without characters that steer a terminal or that XML does not know (half a pair among them). */
export function oneLine(text: string): string {
  return text.replace(STEERING, ' ');
}
