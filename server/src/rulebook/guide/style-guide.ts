/**
 * Rules as a style guide for people: an index and a page for each category, as plain blocks that are then written as
 * Markdown or HTML (text.ts). It knows nothing of where the rules came from.
 */
import { CATEGORIES, type Rule } from '../../engine/rule.js';
import { ENOUGH, type Accuracy } from '../accuracy.js';

/** A piece of a page. Texts are plain; `[[ ]]` in an example marks what is raised. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly id?: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'labelled'; readonly label: string; readonly text: string }
  | { readonly kind: 'list'; readonly label: string; readonly items: readonly string[]; readonly marked: 'examples' | 'plain' }
  /** Where else on the page to go. */
  | { readonly kind: 'contents'; readonly label: string; readonly items: readonly Required<Cell>[] }
  /** A heading and a sentence, under which the rest waits until somebody asks for it, where a page can do that. */
  | { readonly kind: 'fold'; readonly id: string; readonly title: string; readonly text: string; readonly state: 'open' | 'closed'; readonly blocks: readonly Block[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly Cell[])[] };

/** A cell may lead to an anchor of a page. */
export interface Cell {
  readonly text: string;
  readonly to?: string;
}

type Category = (typeof CATEGORIES)[number];

/** What each kind of rule is about. */
export const ABOUT: Readonly<Record<Category, { readonly title: string; readonly about: string }>> = {
  'doing-to': { title: 'Done to, not with', about: 'Orders, permission and decisions about people rather than with them.' },
  label: { title: 'Labels and blame', about: 'Words that put the whole reason on a person and hide what happened round them.' },
  minimising: { title: 'Harm hidden', about: 'Shorthand and soft words that hide what was done, to whom and by whom.' },
  jargon: { title: 'Words of the system', about: 'Words that professionals use with each other and families should not have to learn.' },
  'childs-voice': { title: 'The child’s voice', about: 'Whether each child is heard, in their own words or by what they show.' },
  'danger-statement': { title: 'Danger statements', about: 'Who is worried, about what, and what might happen if nothing changes.' },
  'safety-goal': { title: 'Safety goals', about: 'What would have to be seen for everybody to know that the child is safe.' },
  scaling: { title: 'Scaling', about: 'Numbers that say something: between what and what, and whose.' },
  plan: { title: 'Plans', about: 'Who does what by when, and what help stands beside each ask.' },
  'family-plan': { title: 'Family plans', about: 'Plans a family has made, in the family’s words.' },
  document: { title: 'Records', about: 'What a record of its kind holds.' },
  'plain-english': { title: 'Plain English', about: 'Sentences that families can read.' },
  ours: { title: 'Our own', about: 'What this team has agreed.' },
};

/** Categories that have rules, in their usual order; a team's own come first. */
export function categoriesOf(rules: readonly Rule[]): readonly Category[] {
  const there = new Set(rules.map(categoryOf));
  return [...CATEGORIES].sort((a, b) => Number(b === 'ours') - Number(a === 'ours')).filter((category) => there.has(category));
}

export function categoryOf({ id }: Rule): string {
  return id.slice(0, id.indexOf('/'));
}

/** Every rule in a line each, by category; `to` says where a rule's own entry is, `accuracyOf` what is known of how right it is. */
export function indexBlocks(rules: readonly Rule[], to: (rule: Rule) => string, accuracyOf?: (rule: Rule) => Accuracy | undefined): readonly Block[] {
  return categoriesOf(rules).flatMap((category): Block[] => [
    { kind: 'heading', level: 2, text: ABOUT[category].title },
    { kind: 'text', text: ABOUT[category].about },
    {
      kind: 'table',
      head: ['rule', 'title and why', 'an example', 'severity', ...(accuracyOf ? ['right'] : []), 'reads', 'from'],
      rows: inOrder(rules, category).map((rule) => [
        { text: rule.id, to: to(rule) },
        { text: `${rule.title}${/[?!]$/.test(rule.title) ? '' : '.'} ${rule.why}` },
        { text: rule.examples.raise[0] ?? '' },
        { text: severityText(rule) },
        ...(accuracyOf ? [{ text: shareText(accuracyOf(rule)) }] : []),
        { text: rule.types.join(', ') || 'all' },
        { text: rule.sources.join(', ') },
      ]),
    },
  ]);
}

function shareText(accuracy: Accuracy | undefined): string {
  if (!accuracy) return '';
  const { right, raised } = accuracy;
  return raised < ENOUGH ? `${right} of ${raised}` : `${Math.round((100 * right) / raised)} % of ${raised}`;
}

/** Words beside what to do about them, as a rules file has them. */
export interface WordPair {
  readonly words: string;
  readonly instead: string;
}

/** Everything about the rules of one category; `pairsOf` are the words of a rule, where they are at hand; where all are, they stand in place of its answers. */
export function categoryBlocks(category: Category, rules: readonly Rule[], pairsOf: (rule: Rule) => readonly WordPair[] = () => []): readonly Block[] {
  return [{ kind: 'text', text: ABOUT[category].about }, ...inOrder(rules, category).flatMap((rule) => ruleBlocks(rule, pairsOf(rule)))];
}

/** The rules of one category, each folded to its title and why; a team's own stand open. */
export function foldedRules(category: Category, rules: readonly Rule[], pairsOf: (rule: Rule) => readonly WordPair[]): readonly Block[] {
  return inOrder(rules, category).map((rule): Block => ({ kind: 'fold', id: anchorOf(rule), title: rule.title, text: rule.why, state: category === 'ours' ? 'open' : 'closed', blocks: ruleBlocks(rule, pairsOf(rule)).slice(2) }));
}

/** More examples than these say nothing new to a reader. */
const MOST = 6;

export function ruleBlocks(rule: Rule, pairs: readonly WordPair[] = []): readonly Block[] {
  const answers = (key: 'ask' | 'try' | 'replace'): readonly string[] => [...new Set(rule.entries.flatMap((entry) => (entry[key] ? [entry[key].replaceAll('/inflect', '')] : [])))];
  const list = (label: string, items: readonly string[], marked: 'examples' | 'plain' = 'plain'): readonly Block[] => (items.length > 0 ? [{ kind: 'list', label, items: items.slice(0, MOST), marked }] : []);
  const labelled = (label: string, text: string | undefined): readonly Block[] => (text ? [{ kind: 'labelled', label, text }] : []);
  return [
    { kind: 'heading', level: 3, text: rule.title, id: anchorOf(rule) },
    { kind: 'text', text: rule.why },
    ...(pairs.length > 0 ? [{ kind: 'table', head: ['in place of', 'ask, try or write'], rows: pairs.map(({ words, instead }) => [{ text: words }, { text: instead }]) } as const] : []),
    ...(pairs.length === rule.entries.length ? [] : [...list('Ask', answers('ask')), ...list('Try', answers('try')), ...list('Write instead', answers('replace'))]),
    ...list('Raised', rule.examples.raise, 'examples'),
    ...list('Left alone', rule.examples.leave),
    ...labelled('Another view', rule.otherView),
    ...labelled('When to leave it', rule.whenNotToUse),
    ...labelled('Rule', [rule.id, severityText(rule), rule.types.length > 0 ? `reads ${rule.types.join(', ')}` : 'reads every record', rule.where.length > 0 ? `under ${rule.where.join(', ')}` : '', rule.jurisdiction ? `law of ${rule.jurisdiction.join(', ')}` : ''].filter(Boolean).join(' · ')),
    ...labelled('From', rule.sources.join(', ')),
    ...labelled('To be reviewed', rule.reviewBy),
  ];
}

export function anchorOf({ id }: Rule): string {
  return id.replace('/', '-');
}

function severityText({ severity, choice, jurisdiction }: Rule): string {
  if (severity !== 'off') return severity;
  const [name, side] = (choice ?? '').split('/');
  return choice ? `off until chosen (${name}: ${side})` : jurisdiction ? `off but in ${jurisdiction.join(', ')}` : 'off';
}

function inOrder(rules: readonly Rule[], category: Category): readonly Rule[] {
  return rules.filter((rule) => categoryOf(rule) === category).sort((a, b) => (a.id < b.id ? -1 : 1));
}
