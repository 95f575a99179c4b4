/**
 * `alongside.yml` as text → what it asks for, with problems at their places. It reads no other file
 * (rulebook.ts follows `extends:` and packs) and does not compile anything.
 */
import type { Severity } from '../engine/finding.js';
import type { KnownPeople } from '../engine/people/people.js';
import type { Entry, Rule } from '../engine/rule.js';
import { checkPhrase, decodeEntries, decodeRule, noteType, RULE_KEYS, SEVERITIES, type DecodedRule, type WrittenPhrase } from './decode-rule.js';
import type { Gate, NoteSettings } from './rulebook.js';
import type { Words } from './words.js';
import { openYaml, type PlacedText, type YamlField, type YamlFile, type YamlNode } from './yaml.js';

/** A change to a rule that another file defines. */
export interface Override {
  readonly id: PlacedText;
  readonly severity: Rule['severity'] | null;
  readonly allow: readonly PlacedText[];
  readonly add: readonly Entry[];
  readonly phrases: readonly WrittenPhrase[];
}

/** What is said about the notes that fit a glob; null where nothing is. */
export interface NoteGlob {
  readonly glob: PlacedText;
  readonly type: NoteSettings['type'];
  readonly template: boolean | null;
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
  readonly notes: readonly NoteGlob[];
  readonly gate: Partial<Gate>;
}

const KEYS = ['extends', 'packs', 'rules', 'people', 'notes', 'gate'] as const;
const OVERRIDE_KEYS = ['severity', 'allow', 'add'] as const;
const PEOPLE_KEYS = ['children', 'family', 'professionals', 'services'] as const;

/** Total. `isKnown` says whether a pack defines a rule id, which makes its entry an override. */
export function readRulebookFile(path: string, source: string, words: Words, isKnown: (id: string) => boolean): RulebookFile {
  const yaml = openYaml(path, source);
  const fields = new Map(yaml.fields(yaml.root, 'a rulebook', KEYS).map((field) => [field.key.text, field.value]));
  const read = <T>(key: (typeof KEYS)[number], decode: (value: YamlNode | null) => T, otherwise: T): T => (fields.has(key) ? decode(fields.get(key) ?? null) : otherwise);
  const own: DecodedRule[] = [];
  const overrides: Override[] = [];
  const defined: string[] = [];
  for (const field of read('rules', (value) => yaml.fields(value, 'rules', null), [])) {
    if (isOverride(field, isKnown)) overrides.push(decodeOverride(yaml, field, words));
    else {
      defined.push(field.key.text);
      const rule = decodeRule(yaml, field.value, field.key, path, words);
      if (rule) own.push(rule);
    }
  }
  return {
    yaml,
    extends: read('extends', (value) => yaml.text(value, 'extends'), null),
    packs: read('packs', (value) => yaml.names(value, 'packs'), null),
    overrides,
    own,
    defined,
    people: decodePeople(yaml, fields.get('people') ?? null),
    notes: read('notes', (value) => yaml.fields(value, 'notes', null).map((field) => decodeNotes(yaml, field)), []),
    gate: read('gate', (value) => Object.fromEntries(yaml.fields(value, 'gate', ['templates', 'notes']).flatMap((field) => decodeGate(yaml, field))), {}),
  };
}

/** Short forms (`off`) and the keys of an override speak of a rule that stands elsewhere; anything else defines one. */
function isOverride({ key, value }: YamlField, isKnown: (id: string) => boolean): boolean {
  if (!value || !('items' in value)) return true;
  const keys = value.items.map((item) => ('key' in item ? String((item.key as { value?: unknown } | null)?.value) : ''));
  if (isKnown(key.text)) return !keys.includes('entries') && !keys.includes('check');
  return keys.length > 0 && keys.every((name) => (OVERRIDE_KEYS as readonly string[]).includes(name) || !(RULE_KEYS as readonly string[]).includes(name));
}

function decodeOverride(yaml: YamlFile, { key, value }: YamlField, words: Words): Override {
  const plain = { id: key, allow: [], add: [], phrases: [] };
  if (!value || !('items' in value)) return { ...plain, severity: yaml.oneOf(value, `rule ${key.text}`, SEVERITIES) };
  const fields = new Map(yaml.fields(value, `rule ${key.text}`, OVERRIDE_KEYS).map((field) => [field.key.text, field.value]));
  const allow = fields.has('allow') ? yaml.lines(fields.get('allow') ?? null, 'allow').filter((phrase) => checkPhrase(yaml, phrase, words)) : [];
  const added = fields.has('add') ? decodeEntries(yaml, fields.get('add') ?? null, words) : { entries: [], phrases: [] };
  return {
    id: key,
    severity: fields.has('severity') ? yaml.oneOf(fields.get('severity') ?? null, 'severity', SEVERITIES) : null,
    allow,
    add: added.entries,
    phrases: added.phrases,
  };
}

function decodePeople(yaml: YamlFile, node: YamlNode | null): KnownPeople {
  const fields = new Map(yaml.fields(node, 'people', PEOPLE_KEYS).map((field) => [field.key.text, field.value]));
  const names = (key: (typeof PEOPLE_KEYS)[number]): readonly string[] => (fields.has(key) ? yaml.names(fields.get(key) ?? null, key).map((name) => name.text) : []);
  return { children: names('children'), family: names('family'), professionals: names('professionals'), services: names('services') };
}

function decodeNotes(yaml: YamlFile, { key, value }: YamlField): NoteGlob {
  const fields = new Map(yaml.fields(value, `notes “${key.text}”`, ['type', 'template']).map((field) => [field.key.text, field.value]));
  const type = fields.has('type') ? yaml.text(fields.get('type') ?? null, 'type') : null;
  const template = fields.has('template') ? yaml.oneOf(fields.get('template') ?? null, 'template', ['true', 'false']) : null;
  if (key.text.includes('\\')) yaml.problem(key.offset, `Write “/” between folders, on every system: “${key.text.replaceAll('\\', '/')}”.`);
  return { glob: key, type: type ? noteType(yaml, type)[0] ?? null : null, template: template === null ? null : template === 'true' };
}

/** A gate that cannot be read leaves the one that was in force. */
function decodeGate(yaml: YamlFile, { key, value }: YamlField): [string, Severity | null][] {
  const gate = yaml.oneOf(value, `gate for ${key.text}`, ['suggestion', 'warning', 'error', 'never']);
  return gate === null ? [] : [[key.text, gate === 'never' ? null : gate]];
}
