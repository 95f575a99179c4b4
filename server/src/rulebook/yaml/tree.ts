/**
 * A rules file as a tree of keys with their places and meanings, also while it is half typed. Places come from the
 * YAML library's own nodes. It judges nothing (decode/rule.ts, alongside-yml.ts do).
 */
import { isMap, isScalar, isSeq, type ParsedNode, type Scalar } from 'yaml';
import { OVERRIDE, RULE, RULEBOOK, type Key, type Keys, type Shape } from '../decode/keys.js';
import { blockLines } from './block-lines.js';
import { tooDeepAt } from './depth.js';
import { LONGEST_RULES, yamlDocument } from './document.js';

/** Text and its place: UTF-16 offsets into the file. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Field {
  readonly key: Piece;
  /** What the description says of this key; null for names that people choose (rule ids, globs) and for unknown keys. */
  readonly known: Key | null;
  /** `rule`: a rule's id under `rules:`. `glob`, `choice`: names under those keys. */
  readonly kind: 'key' | 'rule' | 'glob' | 'choice';
  /** Texts that stand after it: one, several in a list, or the lines of a block. */
  readonly items: readonly Piece[];
  readonly fields: readonly Field[];
  /** Where a list of mappings stands after it. */
  readonly entries: readonly (readonly Field[])[];
  /** Keys that may stand below it; null where it takes none. */
  readonly below: Keys | null;
  readonly parent: Field | null;
  /** End of its value, or of the key. */
  readonly end: number;
}

/** What a file is: an alongside.yml, or one rule of a pack. */
export type FileKind = 'rulebook' | 'rule';

/** The fields at the top of a file; none of one that is too long to be read. Total. */
export function treeOf(text: string, kind: FileKind): readonly Field[] {
  return text.length > LONGEST_RULES || tooDeepAt(text) !== null ? [] : fieldsOf(text, yamlDocument(text).contents, kind === 'rule' ? RULE : RULEBOOK, null, 'key');
}

export function keysAtTop(kind: FileKind): Keys {
  return kind === 'rule' ? RULE : RULEBOOK;
}

/** Every field, outer ones before what they hold. */
export function allFields(fields: readonly Field[]): readonly Field[] {
  return fields.flatMap((field) => [field, ...allFields(field.fields), ...field.entries.flatMap(allFields)]);
}

/** The innermost field whose key or value holds an offset. */
export function fieldAt(fields: readonly Field[], offset: number): Field | null {
  return allFields(fields).findLast(({ key, end }) => key.start <= offset && offset <= end) ?? null;
}

export function holds({ start, end }: Piece, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** Fields that stand for rules: their ids, what is changed in them, or how they are defined. */
export function rulesOf(fields: readonly Field[]): readonly Field[] {
  return fields.flatMap((field) => (field.known?.shape.is === 'rules' ? field.fields : []));
}

/** Whether a field under `rules:` writes a rule rather than changing one. */
export function definesRule(field: Field): boolean {
  return field.fields.some(({ key }) => Object.hasOwn(RULE, key.text) && !Object.hasOwn(OVERRIDE, key.text));
}

function fieldsOf(text: string, node: ParsedNode | null, keys: Keys | null, parent: Field | null, kind: Field['kind']): readonly Field[] {
  if (!isMap(node)) return [];
  return node.items.flatMap((pair) => {
    const key = pair.key as ParsedNode | null;
    return isScalar(key) && typeof key.value === 'string' && key.range ? [fieldOf(text, key as Scalar.Parsed, pair.value as ParsedNode | null, keys, parent, kind)] : [];
  });
}

function fieldOf(text: string, key: Scalar.Parsed, value: ParsedNode | null, keys: Keys | null, parent: Field | null, kind: Field['kind']): Field {
  const name = String(key.value);
  const known = kind === 'key' && keys && Object.hasOwn(keys, name) ? keys[name] : null;
  const at = { text: name, start: key.range[0], end: key.range[1] };
  const inner = belowOf(known?.shape, kind, keys, value);
  const field = { key: at, known, kind, items: itemsOf(text, value), below: inner.keys, parent, end: Math.max(at.end, value?.range?.[1] ?? 0) };
  const whole: Field = { ...field, fields: [], entries: [] };
  return Object.assign(whole, {
    fields: fieldsOf(text, value, inner.keys, whole, inner.kind),
    entries: isSeq(value) && inner.keys ? value.items.map((item) => fieldsOf(text, item as ParsedNode, inner.keys, whole, 'key')) : [],
  });
}

/** What may stand below a key, and what the names there are. */
function belowOf(shape: Shape | undefined, kind: Field['kind'], keys: Keys | null, value: ParsedNode | null): { keys: Keys | null; kind: Field['kind'] } {
  // A name somebody chose: its keys were handed down with it.
  if (kind === 'rule') return { keys: isMap(value) && value.items.some(({ key }) => isScalar(key) && isOwnKey(String(key.value))) ? RULE : { ...RULE, ...OVERRIDE }, kind: 'key' };
  if (kind === 'glob') return { keys, kind: 'key' };
  switch (shape?.is) {
    case 'rules': return { keys: {}, kind: 'rule' };
    case 'choices': return { keys: {}, kind: 'choice' };
    case 'globs': return { keys: shape.keys, kind: 'glob' };
    case 'fields': case 'list': return { keys: shape.keys, kind: 'key' };
    default: return { keys: null, kind: 'key' };
  }
}

function isOwnKey(name: string): boolean {
  return Object.hasOwn(RULE, name) && !Object.hasOwn(OVERRIDE, name);
}

function itemsOf(text: string, node: ParsedNode | null): readonly Piece[] {
  if (isScalar(node) && typeof node.value === 'string') {
    if (node.type === 'BLOCK_LITERAL') return blockLines(text, node).map((line) => ({ text: line.text, start: line.offset, end: line.end }));
    return [{ text: node.value.trim(), start: node.range[0], end: node.range[1] }];
  }
  return isSeq(node) ? node.items.flatMap((item) => (isScalar(item) ? itemsOf(text, item as ParsedNode) : [])) : [];
}

