/**
 * Every key a rules file may hold, what may stand after it and what it is for: the one description from which files
 * are decoded (rule.ts, alongside-yml.ts), the schema is written (schema.ts), and the editor completes and
 * explains. It reads nothing itself.
 */
import { NOTE_TYPES, type NoteType } from '../../engine/rule.js';

/** What stands after a key. */
export type Shape =
  | { readonly is: 'text' | 'phrases' | 'month' }
  /** Names, as a list or one a line; `of` where only some are known. */
  | { readonly is: 'names'; readonly of?: readonly string[]; readonly kind?: 'packs' }
  | { readonly is: 'choice'; readonly of: readonly string[] }
  | { readonly is: 'fields' | 'list'; readonly keys: Keys }
  /** Globs, each with fields. */
  | { readonly is: 'globs'; readonly keys: Keys }
  | { readonly is: 'check' | 'rules' | 'choices' };

export interface Key {
  readonly shape: Shape;
  /** One plain sentence or two, for whoever writes the file. */
  readonly says: string;
}

export type Keys = Readonly<Record<string, Key>>;

export const SEVERITIES = ['suggestion', 'warning', 'error', 'off'] as const;
export const JURISDICTIONS = ['england', 'wales', 'scotland', 'northern-ireland'] as const;
export type Jurisdiction = (typeof JURISDICTIONS)[number];

const TYPES = { shape: { is: 'names', of: NOTE_TYPES }, says: 'The record types it reads; all of them without this.' } as const;
const REVIEW_BY = { shape: { is: 'month' }, says: 'When somebody should look at this again, as year and month: 2027-11. Said in this file once it is past.' } as const;
const SINCE = { shape: { is: 'month' }, says: 'From when on it applies, as 2026-03 or 2026-03-01. Records whose front matter says an earlier `date:` are left alone, and before that day every record is.' } as const;
const SEVERITY = { shape: { is: 'choice', of: SEVERITIES }, says: 'How loudly it speaks: suggestion (the default), warning (only where words hide harm), error (in templates), or off.' } as const;
const MESSAGE = { shape: { is: 'text' }, says: 'Your own wording of what the writer reads, in place of the one made of why and ask. {match} and {count} are filled.' } as const;

export const ENTRY = {
  avoid: { shape: { is: 'phrases' }, says: 'The phrases this is about, one a line after “|”. A base form stands for all its forms: fail to engage also finds failed to engage.' },
  why: { shape: { is: 'text' }, says: 'In place of the rule’s why, where these words do something else to the reader.' },
  beside: { shape: { is: 'phrases' }, says: 'It speaks only where one of these phrases stands in the same sentence: “gently” beside “shook”.' },
  ask: { shape: { is: 'text' }, says: 'A question for the writer. Nothing is changed in the record.' },
  try: { shape: { is: 'text' }, says: 'Wording shown as an idea, with blanks for what only the writer knows: we asked [who], and they said [what].' },
  replace: { shape: { is: 'text' }, says: 'Wording that can be dropped in, only where every fact stays as it is.' },
  safe: { shape: { is: 'choice', of: ['true', 'false'] }, says: 'Beside “replace”: true allows it in “fix all”.' },
  message: MESSAGE,
} as const satisfies Keys;

export const EXAMPLES = {
  raise: { shape: { is: 'phrases' }, says: 'Sentences that should be raised, one a line, with [[ ]] round the words that should be underlined.' },
  leave: { shape: { is: 'phrases' }, says: 'Sentences that should be left alone, one a line.' },
} as const satisfies Keys;

export const RULE = {
  title: { shape: { is: 'text' }, says: 'What a person reads on screen: two to six words, never an accusation.' },
  why: { shape: { is: 'text' }, says: 'What the words do to the family or the reader, in a sentence.' },
  severity: SEVERITY,
  level: { shape: { is: 'choice', of: ['strong', 'gentle'] }, says: 'strong (blames, controls, hides harm) is shown before gentle (could be plainer or warmer).' },
  entries: { shape: { is: 'list', keys: ENTRY }, says: 'What to avoid, and what to ask, try or write instead.' },
  unless: { shape: { is: 'phrases' }, says: 'Phrases which, over a match, clear it: other senses, names, legal terms.' },
  'unless-nearby': { shape: { is: 'phrases' }, says: 'Phrases which clear every match in their sentence: a court order, a clinician’s finding.' },
  'unless-before': { shape: { is: 'phrases' }, says: 'Phrases which clear a match right after them; with “...” at the end, within five words.' },
  'unless-after': { shape: { is: 'phrases' }, says: 'Phrases which clear a match right before them; with “...” first, within five words.' },
  evidence: { shape: { is: 'choice', of: ['clears', 'lowers', 'doer', 'ignored'] }, says: 'What a concrete act, date, number or quotation beside the words does to a match; `doer`: whoever is said to have done it clears it.' },
  explained: { shape: { is: 'choice', of: ['clears', 'ignored'] }, says: 'Whether an explanation of the term in the record clears it.' },
  raise: { shape: { is: 'choice', of: ['every', 'once'] }, says: 'once: only where the term first stands in a record.' },
  types: TYPES,
  where: { shape: { is: 'names' }, says: 'Only under headings that hold one of these words; “headings” among them reads headings too.' },
  'not-where': { shape: { is: 'names' }, says: 'Never under headings that hold one of these words.' },
  quotes: { shape: { is: 'choice', of: ['skip', 'include'] }, says: 'Whether somebody else’s quoted words are read; skip is the default.' },
  check: { shape: { is: 'check' }, says: 'Another kind of check in place of entries, with its own keys.' },
  examples: { shape: { is: 'fields', keys: EXAMPLES }, says: 'At least one sentence to raise and one to leave. They are the rule’s tests.' },
  'when-not-to-use': { shape: { is: 'text' }, says: 'When a writer should leave the words as they are.' },
  sources: { shape: { is: 'names' }, says: 'Where this comes from.' },
  since: SINCE,
  'review-by': REVIEW_BY,
  jurisdiction: { shape: { is: 'names', of: JURISDICTIONS }, says: 'Only where one of these laws holds, once the rules file says which does.' },
  choice: { shape: { is: 'text' }, says: 'The setting under “choices” that switches it on, as name/value: victim/avoid.' },
  'other-view': { shape: { is: 'text' }, says: 'What those say who choose otherwise.' },
} as const satisfies Keys;

/** What a rules file may change in a rule that stands elsewhere. */
export const OVERRIDE = {
  severity: SEVERITY,
  allow: { shape: { is: 'phrases' }, says: 'Words or whole phrases that this rule should leave alone.' },
  add: { shape: { is: 'list', keys: ENTRY }, says: 'More phrases for this rule, each with what to ask, try or write instead.' },
  examples: { shape: { is: 'fields', keys: EXAMPLES }, says: 'Sentences that the changed rule should raise, and ones it should leave.' },
  message: MESSAGE,
  types: TYPES,
  since: SINCE,
  'review-by': REVIEW_BY,
} as const satisfies Keys;

export const PEOPLE = {
  children: { shape: { is: 'names' }, says: 'Names of children.' },
  family: { shape: { is: 'names' }, says: 'Names of family members.' },
  professionals: { shape: { is: 'names' }, says: 'Names that belong to workers, not to the family.' },
  services: { shape: { is: 'names' }, says: 'Names of services and places: a school, a family centre.' },
} as const satisfies Keys;

export const NOTES = {
  type: { shape: { is: 'choice', of: NOTE_TYPES }, says: 'What kind of record these are.' },
  template: { shape: { is: 'choice', of: ['true', 'false'] }, says: 'true: these are templates, whose blanks are meant to stand.' },
  'final-before': { shape: { is: 'month' }, says: 'Records whose front matter gives an earlier `date:` are finished, as 2026-03 or 2026-03-01: nothing offers to change them, and a dated note beside them is suggested.' },
} as const satisfies Keys;

const GATES = { is: 'choice', of: ['suggestion', 'warning', 'error', 'never'] } as const;
const GATE_OF = Object.fromEntries(NOTE_TYPES.map((type) => [type, { shape: GATES, says: `From which severity a finding in a record of the type ${type} fails the command line, template or not; in place of what templates or notes says.` }])) as unknown as Readonly<Record<NoteType, { readonly shape: typeof GATES; readonly says: string }>>;
export const GATE = {
  templates: { shape: GATES, says: 'From which severity a finding in a template fails the command line; warning without this.' },
  notes: { shape: GATES, says: 'From which severity a finding in a live record fails the command line; never without this.' },
  ...GATE_OF,
} as const satisfies Keys;

export const DIRECTIVES = {
  'require-reason': { shape: { is: 'choice', of: ['true', 'false'] }, says: 'true: a comment that sets something aside says why, or is a finding itself (document/directive-without-reason).' },
} as const satisfies Keys;

export const RULEBOOK = {
  rules: { shape: { is: 'rules' }, says: 'Changes to rules by their id, and rules of your own.' },
  packs: { shape: { is: 'names', kind: 'packs' }, says: 'The packs in force: built-in ones by name, folders of your own as ./our-rules.' },
  choices: { shape: { is: 'choices' }, says: 'Where guides disagree: which side your team takes. All are off until chosen here.' },
  jurisdiction: { shape: { is: 'choice', of: JURISDICTIONS }, says: 'Whose law holds here. Rules that speak of another one’s law are off.' },
  people: { shape: { is: 'fields', keys: PEOPLE }, says: 'Names that records mention without saying who they are.' },
  notes: { shape: { is: 'globs', keys: NOTES }, says: 'What kind of record the files in a place are: "templates/**": { type: plan, template: true }.' },
  gate: { shape: { is: 'fields', keys: GATE }, says: 'From which severity findings fail the command line.' },
  extends: { shape: { is: 'text' }, says: 'Another rules file to build on: ../alongside.yml.' },
  directives: { shape: { is: 'fields', keys: DIRECTIVES }, says: 'What is asked of comments such as <!-- alongside-disable-line … --> in templates.' },
} as const satisfies Keys;

export function namesOf<K extends Keys>(keys: K): readonly (keyof K & string)[] {
  return Object.keys(keys);
}

/** What people call a key: which of them is meant depends on where it stands. */
/** What people say for a value. */
export const ALSO_SAID: ReadonlyMap<string, readonly string[]> = new Map([
  ['off', ['no', 'false', 'none', 'never', 'disable', 'disabled', 'ignore', 'silent']],
  ['suggestion', ['yes', 'true', 'on', 'enable', 'enabled', 'info', 'information', 'hint', 'low', 'minor']],
  ['warning', ['warn', 'high', 'serious', 'major', 'strong']],
  ['never', ['no', 'none', 'off', 'false']],
  ['true', ['yes', 'on']],
  ['false', ['no', 'off']],
]);

export const ALSO_CALLED: Readonly<Record<string, readonly string[]>> = {
  add: ['also', 'more', 'extra'],
  allow: ['except', 'exception', 'exceptions', 'ignore', 'accept'],
  ask: ['question', 'ask-instead', 'prompt'],
  avoid: ['phrase', 'phrases', 'word', 'words', 'term', 'match', 'pattern', 'find', 'text', 'say-not'],
  examples: ['example', 'tests', 'test'],
  leave: ['good', 'right', 'ok', 'correct', 'no', 'pass', 'ignore'],
  raise: ['bad', 'wrong', 'flag', 'incorrect', 'yes', 'fail'],
  replace: ['instead', 'use', 'use-instead', 'replacement', 'with', 'swap', 'write'],
  severity: ['level', 'priority', 'strength', 'status'],
  title: ['name', 'label', 'heading'],
  try: ['suggest', 'suggestion', 'idea', 'alternative', 'say'],
  types: ['type', 'record', 'records', 'kind', 'kinds'],
  why: ['reason', 'because', 'rationale', 'description', 'explanation'],
};
