/**
 * One rule as YAML → a rule, strictly: whatever is unknown, missing or can never work is a problem with its place.
 */
import { checkKinds, keysOf } from '../../engine/checks/index.js';
import { PART_KEYS } from '../../engine/checks/section/parts.js';
import { isProblem, parsePhrase } from '../../engine/phrases/phrase.js';
import { CATEGORIES, NOTE_TYPES, type CheckSpec, type Entry, type NoteType, type Rule } from '../../engine/rule.js';
import { AFTER, BEFORE, NEARBY, NEARBY_AND_NEXT, NEEDED, SHORTLY_AFTER, SHORTLY_BEFORE, UNLESS } from '../../engine/rule-set.js';
import { decodeExamples, exampleMends } from './examples.js';
import { decodeMonth } from './month.js';
import { ENTRY, JURISDICTIONS, namesOf, RULE, type Jurisdiction } from './keys.js';
import { withMarks } from '../advice/coverage.js';
import { nearest } from '../nearest.js';
import { phraseSlip } from '../advice/phrase-slips.js';
import type { Mend } from '../problem.js';
import { isListName, withLists, withWords, type Words } from './pieces.js';
import { isMapping, type PlacedText, type YamlField, type YamlFile, type YamlNode } from '../yaml/yaml.js';
import { nearestMends } from '../yaml/names.js';

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
  readonly answers: readonly Answer[];
  /** Its keys, where they stand. */
  readonly keys: ReadonlyMap<string, PlacedText>;
}

/** What an entry offers, where it stands. */
export interface Answer extends PlacedText {
  readonly entry: number;
  readonly key: 'ask' | 'try' | 'replace' | 'safe';
}

/** Null when the rule cannot be used; what is wrong is in `yaml.problems` in either case. */
export function decodeRule(yaml: YamlFile, node: YamlNode | null, id: PlacedText, pack: string, words: Words): DecodedRule | null {
  const before = yaml.problems.length;
  if (!isMapping(node)) {
    if (yaml.fields(node, `rule ${id.text}`, namesOf(RULE)).length === 0 && yaml.problems.length === before) yaml.problem(id.offset, `Rule ${id.text} is empty. It needs a title, a why, entries and examples.`);
    return null;
  }
  const fields = new Map(yaml.fields(node, `rule ${id.text}`, namesOf(RULE)).map((field) => [field.key.text, field]));
  const [category, name, ...more] = id.text.split('/');
  if (!(CATEGORIES as readonly string[]).includes(category) || !name || more.length > 0 || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)) {
    const meant = idFor(id.text);
    yaml.problem(id.offset, `A rule is called “category/name” in small letters, such as ours/thresholds; “${id.text}” is not. Did you mean “${meant}”?`, { length: id.text.length, mends: [{ title: `Call it “${meant}”`, start: id.offset, end: id.offset + id.text.length, text: meant }] });
  }
  const value = (key: keyof typeof RULE): YamlNode | null => fields.get(key)?.value ?? null;
  const text = (key: keyof typeof RULE): string => (fields.has(key) ? yaml.text(value(key), key)?.text ?? '' : '');
  const lines = (key: keyof typeof RULE): readonly PlacedText[] => (fields.has(key) ? yaml.lines(value(key), key) : []);
  const names = (key: keyof typeof RULE): readonly PlacedText[] => (fields.has(key) ? yaml.names(value(key), key) : []);
  const choice = <T extends string>(key: keyof typeof RULE, values: readonly T[], otherwise: T): T => (fields.has(key) ? yaml.oneOf(value(key), key, values) ?? otherwise : otherwise);

  // A key that is called otherwise may be the one that seems to be missing.
  const isWhole = yaml.problems.length === before;
  for (const key of ['title', 'why'] as const) if (fields.has(key) ? isBlank(yaml, value(key), key) : isWhole) yaml.problem(fields.get(key)?.key.offset ?? id.offset, `Rule ${id.text} has no “${key}”. Say in a few words ${key === 'title' ? 'what it is about' : 'why the words matter to the family or the reader'}.`);
  const check = fields.has('check') ? decodeCheck(yaml, value('check'), words) : null;
  const decoded = fields.has('entries') ? decodeEntries(yaml, value('entries'), words) : { entries: [], phrases: [], answers: [] };
  if (!check && decoded.entries.length === 0 && yaml.problems.length === before) yaml.problem(fields.get('entries')?.key.offset ?? id.offset, `Rule ${id.text} has no “entries”, so it would never raise anything.`);
  const clearing = [
    ...lines('unless').map((phrase) => ({ ...phrase, entry: UNLESS })),
    ...lines('unless-nearby').map((phrase) => (phrase.text.endsWith('...') ? { ...phrase, text: phrase.text.slice(0, -3).trim(), entry: NEARBY_AND_NEXT } : { ...phrase, entry: NEARBY })),
    ...lines('unless-before').map((phrase) => (phrase.text.endsWith('...') ? { ...phrase, text: phrase.text.slice(0, -3).trim(), entry: SHORTLY_BEFORE } : { ...phrase, entry: BEFORE })),
    ...lines('unless-after').map((phrase) => (phrase.text.startsWith('...') ? { ...phrase, text: phrase.text.slice(3).trim(), entry: SHORTLY_AFTER } : { ...phrase, entry: AFTER })),
  ];
  for (const phrase of clearing) checkPhrase(yaml, phrase, words);
  const examples = decodeExamples(yaml, fields.get('examples'), id, exampleMends(yaml, node, [...fields.values()], decoded.phrases[0]?.text), { isWhole, mark: (sentence) => withMarks(sentence, decoded.phrases.filter(({ entry }) => entry >= 0).map((phrase) => phrase.text), words) });
  const rule: Rule = {
    id: id.text,
    pack,
    title: text('title'),
    why: text('why'),
    severity: choice('severity', RULE.severity.shape.of, 'suggestion'),
    level: choice('level', RULE.level.shape.of, 'strong'),
    entries: decoded.entries,
    evidence: choice('evidence', RULE.evidence.shape.of, 'ignored'),
    explained: choice('explained', RULE.explained.shape.of, 'ignored'),
    raise: choice('raise', RULE.raise.shape.of, 'every'),
    types: names('types').flatMap((type) => noteType(yaml, type)),
    where: names('where').map((word) => word.text),
    notWhere: names('not-where').map((word) => word.text),
    quotes: choice('quotes', RULE.quotes.shape.of, 'skip'),
    check,
    examples: { raise: examples.raise.map((line) => line.text), leave: examples.leave.map((line) => line.text) },
    whenNotToUse: text('when-not-to-use'),
    sources: names('sources').map((source) => source.text),
    reviewBy: fields.has('review-by') ? decodeMonth(yaml, value('review-by'), 'review-by') : '',
    ...(fields.has('since') ? { since: decodeMonth(yaml, value('since'), 'since') } : {}),
    ...(fields.has('jurisdiction') ? { jurisdiction: names('jurisdiction').flatMap((name) => jurisdiction(yaml, name)) } : {}),
    ...(fields.has('choice') ? { choice: text('choice') } : {}),
    ...(fields.has('other-view') ? { otherView: text('other-view') } : {}),
  };
  const keys = new Map([...fields.values()].map(({ key }) => [key.text, key]));
  return yaml.problems.length > before ? null : { rule, file: yaml.file, id, phrases: [...decoded.phrases, ...clearing], answers: decoded.answers, keys, ...examples };
}

/** A name that a rule can have, as like the one written as can be; what fits no category is a team's own. */
export function idFor(written: string): string {
  const words = written.toLowerCase().split('/').map((part) => part.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')).filter((part) => part !== '');
  const category = words.length > 1 ? nearest(words[0], CATEGORIES) : null;
  const name = words.slice(words.length > 1 ? 1 : 0);
  return `${category ?? 'ours'}/${(name.length > 1 && name[0] === (category ?? 'ours') ? name.slice(1) : name).join('-') || 'our-word'}`;
}

/** Entries of a rule, or what a rulebook adds to one. */
export function decodeEntries(yaml: YamlFile, node: YamlNode | null, words: Words, what: 'entries' | 'add' = 'entries'): { entries: readonly Entry[]; phrases: readonly WrittenPhrase[]; answers: readonly Answer[] } {
  const phrases: WrittenPhrase[] = [];
  const given: Answer[] = [];
  const entries = yaml.items(node, what).map((item, entry): Entry => {
    const before = yaml.problems.length;
    const fields = new Map(yaml.fields(item, 'an entry', namesOf(ENTRY)).map((field) => [field.key.text, field]));
    const text = (key: keyof typeof ENTRY): string | null => (fields.has(key) ? yaml.text(fields.get(key)?.value ?? null, key)?.text ?? null : null);
    const avoid = fields.has('avoid') ? yaml.lines(fields.get('avoid')?.value ?? null, 'avoid') : [];
    if (avoid.length === 0 && yaml.problems.length === before) yaml.problem(item.range[0], 'An entry has no “avoid”: the phrases it is about, one a line after “|”.');
    const answers = (['ask', 'try', 'replace'] as const).filter((key) => fields.has(key));
    const blank = answers.find((key) => isBlank(yaml, fields.get(key)?.value ?? null, key));
    if (blank) yaml.problem(fields.get(blank)?.key.offset ?? item.range[0], `Nothing stands after “${blank}:”.`);
    if (answers.length === 0 && yaml.problems.length === before) yaml.problem(item.range[0], 'An entry needs “ask”, “try” or “replace”: what the writer can do instead.', { mends: askMends(yaml, item, fields) });
    phrases.push(...avoid.filter((phrase) => checkPhrase(yaml, phrase, words)).map((phrase) => ({ ...phrase, entry })));
    const beside = fields.has('beside') ? yaml.lines(fields.get('beside')?.value ?? null, 'beside') : [];
    phrases.push(...beside.filter((phrase) => checkPhrase(yaml, phrase, words)).map((phrase) => ({ ...phrase, entry: NEEDED - entry })));
    for (const key of ['ask', 'try', 'replace', 'safe'] as const) {
      const at = fields.get(key)?.key;
      if (at) given.push({ ...at, text: (key === 'safe' ? null : text(key)) ?? '', entry, key });
    }
    const safe = fields.has('safe') ? yaml.oneOf(fields.get('safe')?.value ?? null, 'safe', ENTRY.safe.shape.of) === 'true' : false;
    return { ...(fields.has('why') ? { why: text('why') ?? '' } : {}), ask: text('ask'), try: text('try'), replace: text('replace'), safe, message: text('message'), ...(beside.length > 0 ? { beside: true as const } : {}) };
  });
  return { entries, phrases, answers: given };
}

/** A question to fill in, under the last key of an entry. */
function askMends({ source }: YamlFile, item: YamlNode, fields: ReadonlyMap<string, YamlField>): readonly Mend[] {
  const [first] = fields.values();
  if (!first) return [];
  const end = item.range[1];
  const line = source[end - 1] === '\n' ? end : end + (/^[^\n]*/.exec(source.slice(end))?.[0].length ?? 0);
  const text = `${' '.repeat(first.key.column - 1)}ask: What could the writer ask?`;
  return [{ title: 'Add a question to fill in', start: line, end: line, text: source[line - 1] === '\n' ? `${text}\n` : `\n${text}` }];
}

export function jurisdiction(yaml: YamlFile, name: PlacedText): Jurisdiction[] {
  const found = JURISDICTIONS.find((known) => known === name.text);
  if (!found) yaml.problem(name.offset, `“${name.text}” is not a jurisdiction here. It is one of ${JURISDICTIONS.join(', ')}.`, { length: name.text.length, mends: nearestMends(name, JURISDICTIONS) });
  return found ? [found] : [];
}

/** Whether a phrase can be used; if not, the problem says why. */
export function checkPhrase(yaml: YamlFile, phrase: PlacedText, words: Words): boolean {
  const whole = withWords(phrase.text, words);
  const carried = /\/inflect\b/.exec(phrase.text);
  if (carried) {
    yaml.problem(phrase.offset + carried.index, '“/inflect” stands in “replace”, beside the word that takes over the form. In a phrase a base form finds all its forms by itself.', { length: carried[0].length, mends: [{ title: 'Take it out', start: phrase.offset + carried.index, end: phrase.offset + carried.index + carried[0].length, text: '' }] });
    return false;
  }
  const read = parsePhrase(whole);
  const glued = /[\p{L}\p{N}]\(|\)[\p{L}\p{N}]/u.exec(phrase.text);
  if (!isProblem(read) && glued) {
    const plain = phrase.text.replace(/(?<=\p{L})\([\p{L}|]{1,3}\)\??/gu, '');
    const mends = plain !== phrase.text && !/[()]/.test(plain) ? [{ title: `Change to “${plain}”`, start: phrase.offset, end: phrase.offset + phrase.text.length, text: plain }] : [];
    yaml.problem(phrase.offset + glued.index, `“( )” stands for whole words, so there are spaces round it in “${phrase.text}”. Endings need not be written: “fail” also finds fails, failed and failing.`, { mends });
    return false;
  }
  if (!isProblem(read)) return true;
  const slip = phraseSlip(phrase, yaml.source);
  if (slip) yaml.problem(phrase.offset, slip.message, { length: phrase.text.length, mends: slip.mends });
  else yaml.problem(phrase.offset + (whole === phrase.text ? read.at : 0), `The phrase “${phrase.text}”: ${read.problem}.`, { length: whole === phrase.text ? Math.max(1, phrase.text.length - read.at) : phrase.text.length });
  return false;
}

export function noteType(yaml: YamlFile, type: PlacedText): NoteType[] {
  const found = NOTE_TYPES.find((known) => known === type.text);
  const near = found ? null : nearest(type.text, NOTE_TYPES);
  if (!found) yaml.problem(type.offset, `“${type.text}” is not a type of record${near ? `; did you mean “${near}”?` : '.'} Types: ${NOTE_TYPES.join(', ')}.`, { length: type.text.length, mends: nearestMends(type, NOTE_TYPES) });
  return found ? [found] : [];
}

function decodeCheck(yaml: YamlFile, node: YamlNode | null, words: Words): CheckSpec | null {
  const fields = yaml.fields(node, 'check', null);
  const kindField = fields.find((field) => field.key.text === 'kind');
  const kind = kindField ? yaml.oneOf(kindField.value, 'kind', checkKinds()) : null;
  if (!kindField) yaml.problem(node?.range[0] ?? 0, `A check needs a “kind”: ${checkKinds().join(', ')}.`);
  if (!kind) return null;
  yaml.fields(node, `check ${kind}`, ['kind', ...keysOf(kind)]);
  const keys = fields.filter((field) => field !== kindField);
  const parts = kind === 'section' ? keys.find((field) => field.key.text === 'parts') : undefined;
  for (const part of yaml.fields(parts?.value ?? null, 'parts', null)) yaml.fields(part.value, `the part “${part.key.text}”`, PART_KEYS);
  return { ...Object.fromEntries(keys.map((field) => [field.key.text, decodeCheckValue(yaml, field, words)])), kind };
}

function decodeCheckValue(yaml: YamlFile, { key, value }: YamlField, words: Words): CheckSpec[string] {
  if (isMapping(value)) {
    return Object.fromEntries(yaml.fields(value, key.text, null).map((field) => [field.key.text, decodeCheckValue(yaml, field, words)]));
  }
  const written = yaml.lines(value, key.text);
  for (const { text, offset } of written) if (isListName(text) && !Object.hasOwn(words, text.slice(1, -1))) yaml.problem(offset, `There is no list called “${text.slice(1, -1)}”.`);
  const lines = withLists(written.map((line) => line.text), words);
  return lines.length !== 1 || (value && 'items' in value) ? lines : lines[0];
}

/** Whether nothing stands after a key. Text of the wrong kind is no blank: `text` has told it. */
function isBlank(yaml: YamlFile, node: YamlNode | null, key: string): boolean {
  return yaml.text(node, key)?.text === '';
}
