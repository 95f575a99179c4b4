/**
 * `alongside.yml` as text → what it asks for, with problems at their places. It reads no other file
 * (load-rulebook.ts follows `extends:` and packs) and does not compile anything.
 */
import type { Severity } from '../../engine/finding.js';
import type { KnownPeople } from '../../engine/people/people.js';
import type { Entry, Rule } from '../../engine/rule.js';
import { readExamples, type WrittenExamples } from './examples.js';
import { decodeMonth } from './month.js';
import { checkPhrase, decodeEntries, decodeRule, noteType, type Answer, type DecodedRule, type WrittenPhrase } from './rule.js';
import { DIRECTIVES, GATE, namesOf, NOTES, OVERRIDE, PEOPLE, RULE, RULEBOOK, SEVERITIES, type Jurisdiction } from './keys.js';
import type { Gate, NoteSettings } from '../rulebook.js';
import type { Words } from './pieces.js';
import { isEmpty, openUnfinished, standsForAnother, type PlacedText, type YamlField, type YamlFile, type YamlNode } from '../yaml/yaml.js';

/** A change to a rule that another file defines. */
export interface Override {
  readonly id: PlacedText;
  readonly severity: Rule['severity'] | null;
  readonly allow: readonly PlacedText[];
  readonly add: readonly Entry[];
  readonly phrases: readonly WrittenPhrase[];
  readonly answers: readonly Answer[];
  readonly examples: WrittenExamples;
  /** What the writer of it reads and where it reads, set anew; absent where the file does not say. */
  readonly set: Partial<Pick<Rule, 'types' | 'since' | 'reviewBy'>> & { readonly message?: string };
  /** Its keys, where they stand. */
  readonly keys: ReadonlyMap<string, PlacedText>;
}

/** What is said about the notes that fit a glob; null where nothing is. */
export interface NoteGlob {
  readonly glob: PlacedText;
  readonly type: NoteSettings['type'];
  readonly template: boolean | null;
  /** Records dated before it are finished; '' where nothing is said. */
  readonly finalBefore: string;
}

export interface RulebookFile {
  readonly yaml: YamlFile;
  readonly extends: PlacedText | null;
  /** Null when the file does not name packs. */
  readonly packs: readonly PlacedText[] | null;
  readonly overrides: readonly Override[];
  readonly own: readonly DecodedRule[];
  /** Ids of all rules the file defines, those that cannot be used too. */
  readonly defined: readonly string[];
  readonly people: KnownPeople;
  /** The same names where they stand, with the kind of person each is said to be. */
  readonly named: readonly { readonly kind: keyof KnownPeople; readonly name: PlacedText }[];
  readonly notes: readonly NoteGlob[];
  readonly gate: Partial<Gate>;
  /** Which side is taken where guides disagree. */
  readonly choices: readonly { readonly name: PlacedText; readonly value: PlacedText }[];
  readonly jurisdiction: Jurisdiction | null;
}

/** Total. `isKnown` says whether a pack defines a rule id, which makes its entry an override. */
export function readRulebookFile(path: string, source: string, words: Words, isKnown: (id: string) => boolean): RulebookFile {
  const yaml = openUnfinished(path, source);
  const fields = new Map(yaml.fields(yaml.root, 'a rules file', namesOf(RULEBOOK)).map((field) => [field.key.text, field.value]));
  const read = <T>(key: keyof typeof RULEBOOK, decode: (value: YamlNode | null) => T, otherwise: T): T => (fields.has(key) ? decode(fields.get(key) ?? null) : otherwise);
  const own: DecodedRule[] = [];
  const overrides: Override[] = [];
  const defined: string[] = [];
  for (const field of read('rules', (value) => yaml.fields(value, 'rules', null), [])) {
    if (standsForAnother(field.value)) {
      // One that is to be like another: told, and left out.
      yaml.text(field.value, `rule ${field.key.text}`);
      defined.push(field.key.text);
    } else if (isOverride(field, isKnown)) overrides.push(decodeOverride(yaml, field, words));
    else {
      defined.push(field.key.text);
      const rule = decodeRule(yaml, field.value, field.key, path, words);
      if (rule) own.push(rule);
    }
  }
  overrides.push(...read('directives', (value) => yaml.fields(value, 'directives', namesOf(DIRECTIVES)).flatMap((field) => decodeRequired(yaml, field)), []));
  const named = decodePeople(yaml, fields.get('people') ?? null);
  const names = (kind: keyof KnownPeople): readonly string[] => named.filter((one) => one.kind === kind).map(({ name }) => name.text);
  return {
    yaml,
    extends: read('extends', (value) => yaml.word(value, 'extends'), null),
    packs: read('packs', (value) => (isEmpty(value) ? null : decodePacks(yaml, value)), null),
    overrides,
    own,
    defined,
    people: { children: names('children'), family: names('family'), professionals: names('professionals'), services: names('services') },
    named,
    notes: read('notes', (value) => yaml.fields(value, 'notes', null).map((field) => decodeNotes(yaml, field)), []),
    gate: read('gate', (value) => Object.fromEntries(yaml.fields(value, 'gate', namesOf(GATE)).flatMap((field) => decodeGate(yaml, field))), {}),
    choices: read('choices', (value) => yaml.fields(value, 'choices', null).flatMap((field) => decodeChoice(yaml, field)), []),
    jurisdiction: read('jurisdiction', (value) => yaml.oneOf(value, 'jurisdiction', RULEBOOK.jurisdiction.shape.of), null),
  };
}

/** Short forms (`off`) and the keys of an override speak of a rule that stands elsewhere; anything else defines one. */
function isOverride({ key, value }: YamlField, isKnown: (id: string) => boolean): boolean {
  if (!value || !('items' in value)) return true;
  const keys = value.items.map((item) => ('key' in item ? String((item.key as { value?: unknown } | null)?.value) : ''));
  if (isKnown(key.text)) return !keys.includes('entries') && !keys.includes('check');
  return keys.length > 0 && keys.every((name) => Object.hasOwn(OVERRIDE, name) || !Object.hasOwn(RULE, name));
}

/** Asking for reasons is nothing but a rule that is otherwise off. */
function decodeRequired(yaml: YamlFile, { key, value }: YamlField): readonly Override[] {
  const required = yaml.oneOf(value, key.text, DIRECTIVES['require-reason'].shape.of);
  return required === null ? [] : [{ ...UNCHANGED, id: { ...key, text: 'document/directive-without-reason' }, severity: required === 'true' ? 'warning' : 'off' }];
}

const UNCHANGED: Omit<Override, 'id' | 'severity'> = { allow: [], add: [], phrases: [], answers: [], examples: { raise: [], leave: [] }, set: {}, keys: new Map() };

function decodeOverride(yaml: YamlFile, { key, value }: YamlField, words: Words): Override {
  if (!value || !('items' in value)) return { ...UNCHANGED, id: key, severity: yaml.oneOf(value, `rule ${key.text}`, SEVERITIES) };
  const written = yaml.fields(value, `rule ${key.text}`, namesOf(OVERRIDE));
  const fields = new Map(written.map((field) => [field.key.text, field]));
  const at = (name: keyof typeof OVERRIDE): YamlNode | null => fields.get(name)?.value ?? null;
  const allow = fields.has('allow') ? yaml.lines(at('allow'), 'allow').filter((phrase) => checkPhrase(yaml, phrase, words)) : [];
  const added = fields.has('add') ? decodeEntries(yaml, at('add'), words, 'add') : { entries: [], phrases: [], answers: [] };
  return {
    id: key,
    severity: fields.has('severity') ? yaml.oneOf(at('severity'), 'severity', OVERRIDE.severity.shape.of) : null,
    allow,
    add: added.entries,
    phrases: added.phrases,
    answers: added.answers,
    examples: readExamples(yaml, fields.get('examples')),
    set: {
      ...(fields.has('types') ? { types: yaml.names(at('types'), 'types').flatMap((type) => noteType(yaml, type)) } : {}),
      ...(fields.has('message') ? { message: yaml.text(at('message'), 'message')?.text ?? '' } : {}),
      ...(fields.has('since') ? { since: decodeMonth(yaml, at('since'), 'since') } : {}),
      ...(fields.has('review-by') ? { reviewBy: decodeMonth(yaml, at('review-by'), 'review-by') } : {}),
    },
    keys: new Map(written.map((field) => [field.key.text, field.key])),
  };
}

function decodePacks(yaml: YamlFile, value: YamlNode | null): readonly PlacedText[] {
  const packs = yaml.names(value, 'packs');
  if (packs.length === 0 && value && 'items' in value) yaml.problem(value.range[0], 'No pack is named here, so none of the rules that ship are in force. Without “packs” they are.', { kind: 'advice', length: value.range[1] - value.range[0] });
  return packs.filter((pack, index) => {
    const first = packs.find(({ text }) => text === pack.text);
    if (first !== pack) yaml.problem(pack.offset, `“${pack.text}” stands here twice; once is enough.`, { kind: 'advice', length: pack.text.length });
    return packs.indexOf(first ?? pack) === index;
  });
}

function decodePeople(yaml: YamlFile, node: YamlNode | null): RulebookFile['named'] {
  return yaml.fields(node, 'people', namesOf(PEOPLE)).flatMap(({ key, value }) => yaml.names(value, key.text).map((name) => ({ kind: key.text as keyof KnownPeople, name })));
}

function decodeChoice(yaml: YamlFile, { key, value }: YamlField): RulebookFile['choices'] {
  const read = yaml.word(value, `the choice ${key.text}`);
  return read ? [{ name: key, value: read }] : [];
}

function decodeNotes(yaml: YamlFile, { key, value }: YamlField): NoteGlob {
  const fields = new Map(yaml.fields(value, `notes “${key.text}”`, namesOf(NOTES)).map((field) => [field.key.text, field.value]));
  const type = fields.has('type') ? yaml.word(fields.get('type') ?? null, 'type') : null;
  const template = fields.has('template') ? yaml.oneOf(fields.get('template') ?? null, 'template', NOTES.template.shape.of) : null;
  if (key.text.includes('\\')) yaml.problem(key.offset, `Write “/” between folders, on every system: “${key.text.replaceAll('\\', '/')}”.`);
  return { glob: key, type: type ? noteType(yaml, type)[0] ?? null : null, template: template === null ? null : template === 'true', finalBefore: fields.has('final-before') ? decodeMonth(yaml, fields.get('final-before') ?? null, 'final-before') : '' };
}

/** A gate that cannot be read leaves the one that was in force. */
function decodeGate(yaml: YamlFile, { key, value }: YamlField): [string, Severity | null][] {
  const gate = yaml.oneOf(value, `gate for ${key.text}`, GATE.notes.shape.of);
  if (key.text === 'notes' && gate === 'error') yaml.problem(key.offset, 'A finding in a live record is never an “error”, so this gate never closes. To let findings fail a run, write warning or suggestion.', { kind: 'advice', length: key.text.length });
  return gate === null ? [] : [[key.text, gate === 'never' ? null : gate]];
}
