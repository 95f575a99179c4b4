/**
 * One rule as YAML → a rule, strictly: whatever is unknown, missing or can never work is a problem with its place.
 */
import { CHECK_KINDS } from '../engine/checks/index.js';
import { isProblem, parsePhrase } from '../engine/phrases/phrase.js';
import { CATEGORIES, NOTE_TYPES, type CheckSpec, type Entry, type NoteType, type Rule } from '../engine/rule.js';
import { AFTER, BEFORE, NEARBY, SHORTLY_AFTER, SHORTLY_BEFORE, UNLESS } from '../engine/rule-set.js';
import { nearest } from './nearest.js';
import { withWords, type Words } from './words.js';
import { isMapping, type PlacedText, type YamlField, type YamlFile, type YamlNode } from './yaml.js';

export const RULE_KEYS = [
  'title', 'why', 'severity', 'level', 'entries', 'unless', 'unless-nearby', 'unless-before', 'unless-after', 'evidence', 'explained', 'raise', 'types', 'where', 'not-where',
  'quotes', 'check', 'examples', 'when-not-to-use', 'sources', 'review-by',
] as const;
const ENTRY_KEYS = ['avoid', 'ask', 'try', 'replace', 'safe', 'message'] as const;
export const SEVERITIES = ['suggestion', 'warning', 'error', 'off'] as const;

/** A phrase of a rule: of the entry with that number, or one that clears a match. */
export interface WrittenPhrase extends PlacedText {
  /** Index of an entry, or one of the ways to clear of rule-set.ts. */
  readonly entry: number;
}

/** A rule and where its parts stand in its file, for problems that only the whole rule set shows. */
export interface DecodedRule {
  readonly rule: Rule;
  readonly file: string;
  /** Where the rule itself stands (its id in alongside.yml, else the start of its file). */
  readonly id: PlacedText;
  readonly phrases: readonly WrittenPhrase[];
  readonly raise: readonly PlacedText[];
  readonly leave: readonly PlacedText[];
}

/** Null when the rule cannot be used; what is wrong is in `yaml.problems` in either case. */
export function decodeRule(yaml: YamlFile, node: YamlNode | null, id: PlacedText, pack: string, words: Words): DecodedRule | null {
  const before = yaml.problems.length;
  if (!isMapping(node)) {
    if (yaml.fields(node, `rule ${id.text}`, RULE_KEYS).length === 0 && yaml.problems.length === before) yaml.problem(id.offset, `Rule ${id.text} is empty. It needs a title, a why, entries and examples.`);
    return null;
  }
  const fields = new Map(yaml.fields(node, `rule ${id.text}`, RULE_KEYS).map((field) => [field.key.text, field]));
  const [category, name, ...more] = id.text.split('/');
  if (!(CATEGORIES as readonly string[]).includes(category) || !name || more.length > 0 || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)) {
    const near = name ? nearest(category, CATEGORIES) : null;
    yaml.problem(id.offset, `A rule is called “category/name” in small letters, such as ours/thresholds; “${id.text}” is not${near && near !== category ? `. Did you mean “${near}/${name}”?` : '.'} Categories: ${CATEGORIES.join(', ')}.`);
  }
  const value = (key: (typeof RULE_KEYS)[number]): YamlNode | null => fields.get(key)?.value ?? null;
  const text = (key: (typeof RULE_KEYS)[number]): string => (fields.has(key) ? yaml.text(value(key), key)?.text ?? '' : '');
  const lines = (key: (typeof RULE_KEYS)[number]): readonly PlacedText[] => (fields.has(key) ? yaml.lines(value(key), key) : []);
  const names = (key: (typeof RULE_KEYS)[number]): readonly PlacedText[] => (fields.has(key) ? yaml.names(value(key), key) : []);
  const choice = <T extends string>(key: (typeof RULE_KEYS)[number], values: readonly T[], otherwise: T): T => (fields.has(key) ? yaml.oneOf(value(key), key, values) ?? otherwise : otherwise);

  for (const key of ['title', 'why'] as const) if (!fields.has(key) || isBlank(yaml, value(key), key)) yaml.problem(fields.get(key)?.key.offset ?? id.offset, `Rule ${id.text} has no “${key}”. Say in a few words ${key === 'title' ? 'what it is about' : 'why the words matter to the family or the reader'}.`);
  const check = fields.has('check') ? decodeCheck(yaml, value('check')) : null;
  const decoded = fields.has('entries') ? decodeEntries(yaml, value('entries'), words) : { entries: [], phrases: [] };
  if (!check && decoded.entries.length === 0 && yaml.problems.length === before) yaml.problem(fields.get('entries')?.key.offset ?? id.offset, `Rule ${id.text} has no “entries”, so it would never raise anything.`);
  const clearing = [
    ...lines('unless').map((phrase) => ({ ...phrase, entry: UNLESS })),
    ...lines('unless-nearby').map((phrase) => ({ ...phrase, entry: NEARBY })),
    ...lines('unless-before').map((phrase) => (phrase.text.endsWith('...') ? { ...phrase, text: phrase.text.slice(0, -3).trim(), entry: SHORTLY_BEFORE } : { ...phrase, entry: BEFORE })),
    ...lines('unless-after').map((phrase) => (phrase.text.startsWith('...') ? { ...phrase, text: phrase.text.slice(3).trim(), entry: SHORTLY_AFTER } : { ...phrase, entry: AFTER })),
  ];
  for (const phrase of clearing) checkPhrase(yaml, phrase, words);
  const examples = decodeExamples(yaml, fields.get('examples'), id);
  const rule: Rule = {
    id: id.text,
    pack,
    title: text('title'),
    why: text('why'),
    severity: choice('severity', SEVERITIES, 'suggestion'),
    level: choice('level', ['strong', 'gentle'], 'strong'),
    entries: decoded.entries,
    evidence: choice('evidence', ['clears', 'lowers', 'ignored'], 'ignored'),
    explained: choice('explained', ['clears', 'ignored'], 'ignored'),
    raise: choice('raise', ['every', 'once'], 'every'),
    types: names('types').flatMap((type) => noteType(yaml, type)),
    where: names('where').map((word) => word.text),
    notWhere: names('not-where').map((word) => word.text),
    quotes: choice('quotes', ['skip', 'include'], 'skip'),
    check,
    examples: { raise: examples.raise.map((line) => line.text), leave: examples.leave.map((line) => line.text) },
    whenNotToUse: text('when-not-to-use'),
    sources: names('sources').map((source) => source.text),
    reviewBy: text('review-by'),
  };
  return yaml.problems.length > before ? null : { rule, file: yaml.file, id, phrases: [...decoded.phrases, ...clearing], ...examples };
}

/** Entries of a rule, or what a rulebook adds to one. */
export function decodeEntries(yaml: YamlFile, node: YamlNode | null, words: Words): { entries: readonly Entry[]; phrases: readonly WrittenPhrase[] } {
  const phrases: WrittenPhrase[] = [];
  const entries = yaml.items(node, 'entries').map((item, entry): Entry => {
    const before = yaml.problems.length;
    const fields = new Map(yaml.fields(item, 'an entry', ENTRY_KEYS).map((field) => [field.key.text, field]));
    const text = (key: (typeof ENTRY_KEYS)[number]): string | null => (fields.has(key) ? yaml.text(fields.get(key)?.value ?? null, key)?.text ?? null : null);
    const avoid = fields.has('avoid') ? yaml.lines(fields.get('avoid')?.value ?? null, 'avoid') : [];
    if (avoid.length === 0 && yaml.problems.length === before) yaml.problem(item.range[0], 'An entry has no “avoid”: the phrases it is about, one a line after “|”.');
    const answers = (['ask', 'try', 'replace'] as const).filter((key) => fields.has(key));
    const blank = answers.find((key) => isBlank(yaml, fields.get(key)?.value ?? null, key));
    if (blank) yaml.problem(fields.get(blank)?.key.offset ?? item.range[0], `Nothing stands after “${blank}:”.`);
    if (answers.length === 0 && yaml.problems.length === before) yaml.problem(item.range[0], 'An entry needs “ask”, “try” or “replace”: what the writer can do instead.');
    phrases.push(...avoid.filter((phrase) => checkPhrase(yaml, phrase, words)).map((phrase) => ({ ...phrase, entry })));
    const safe = fields.has('safe') ? yaml.oneOf(fields.get('safe')?.value ?? null, 'safe', ['true', 'false']) === 'true' : false;
    return { ask: text('ask'), try: text('try'), replace: text('replace'), safe, message: text('message') };
  });
  return { entries, phrases };
}

/** Whether a phrase can be used; if not, the problem says why. */
export function checkPhrase(yaml: YamlFile, phrase: PlacedText, words: Words): boolean {
  const whole = withWords(phrase.text, words);
  const read = parsePhrase(whole);
  if (!isProblem(read)) return true;
  if (phrase.text.startsWith('#')) yaml.problem(phrase.offset, 'After “|” every line is a phrase, this one too. Put a comment above, outside the phrases.');
  else yaml.problem(phrase.offset + (whole === phrase.text ? read.at : 0), `The phrase “${phrase.text}”: ${read.problem}.`);
  return false;
}

export function noteType(yaml: YamlFile, type: PlacedText): NoteType[] {
  const found = NOTE_TYPES.find((known) => known === type.text);
  const near = found ? null : nearest(type.text, NOTE_TYPES);
  if (!found) yaml.problem(type.offset, `“${type.text}” is not a type of record${near ? `; did you mean “${near}”?` : '.'} Types: ${NOTE_TYPES.join(', ')}.`);
  return found ? [found] : [];
}

function decodeExamples(yaml: YamlFile, field: YamlField | undefined, id: PlacedText): { raise: readonly PlacedText[]; leave: readonly PlacedText[] } {
  const fields = field ? yaml.fields(field.value, 'examples', ['raise', 'leave']) : [];
  const lines = (key: string): readonly PlacedText[] => fields.filter((f) => f.key.text === key).flatMap((f) => yaml.lines(f.value, key));
  const [raise, leave] = [lines('raise'), lines('leave')];
  if (raise.length === 0) yaml.problem(field?.key.offset ?? id.offset, `Rule ${id.text} has no “raise” example: one sentence that should be raised, with [[ ]] round the words.`);
  if (leave.length === 0) yaml.problem(field?.key.offset ?? id.offset, `Rule ${id.text} has no “leave” example: one sentence that should be left alone.`);
  for (const line of raise) if (!/\[\[.+?\]\]|«.+?»/.test(line.text)) yaml.problem(line.offset, 'This “raise” example does not mark what should be raised; put [[ ]] round the words.');
  return { raise, leave };
}

function decodeCheck(yaml: YamlFile, node: YamlNode | null): CheckSpec | null {
  const fields = yaml.fields(node, 'check', null);
  const kindField = fields.find((field) => field.key.text === 'kind');
  const kind = kindField ? yaml.oneOf(kindField.value, 'kind', Object.keys(CHECK_KINDS)) : null;
  if (!kindField) yaml.problem(node?.range[0] ?? 0, `A check needs a “kind”: ${Object.keys(CHECK_KINDS).join(', ')}.`);
  if (!kind) return null;
  yaml.fields(node, `check ${kind}`, ['kind', ...CHECK_KINDS[kind]]);
  const keys = fields.filter((field) => field !== kindField);
  return { ...Object.fromEntries(keys.map((field) => [field.key.text, decodeCheckValue(yaml, field)])), kind };
}

function decodeCheckValue(yaml: YamlFile, { key, value }: YamlField): CheckSpec[string] {
  if (isMapping(value)) {
    return Object.fromEntries(yaml.fields(value, key.text, null).map((field) => [field.key.text, yaml.text(field.value, field.key.text)?.text ?? '']));
  }
  const lines = yaml.lines(value, key.text);
  return value && 'items' in value ? lines.map((line) => line.text) : lines.length === 1 ? lines[0].text : lines.map((line) => line.text);
}

/** Whether nothing stands after a key. Text of the wrong kind is no blank: `text` has told it. */
function isBlank(yaml: YamlFile, node: YamlNode | null, key: string): boolean {
  return yaml.text(node, key)?.text === '';
}
