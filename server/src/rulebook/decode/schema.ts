/**
 * The description of rules files (keys.ts) as a JSON Schema, for any YAML tool: `rules/schema.json` is made from it.
 */
import { CATEGORIES, type Rule } from '../../engine/rule.js';
import { BUILT_IN_NAMES } from '../packs/built-in.js';
import { ENTRY, OVERRIDE, RULE, RULEBOOK, SEVERITIES, type Key, type Keys, type Shape } from './keys.js';
import { choicesOf, NO_SIDE } from '../rules-in-force.js';

type Schema = Readonly<Record<string, unknown>>;

/** Of an alongside.yml; a rule of a pack is `#/definitions/rule`. `rules` are those that ship, for the choices they know. */
export function rulesSchema(rules: readonly Rule[]): Schema {
  const choices = Object.fromEntries([...choicesOf(rules)].map(([name, sides]) => [name, { enum: [...sides, NO_SIDE] }]));
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $comment: 'Made from server/src/rulebook/decode/keys.ts; edit that.',
    title: 'Rules of Alongside (alongside.yml)',
    ...mapping(RULEBOOK),
    definitions: {
      rule: { title: 'A rule', ...mapping(RULE), required: ['title', 'why', 'examples'], anyOf: [{ required: ['entries'] }, { required: ['check'] }] },
      change: { title: 'A change to a rule that stands elsewhere', ...mapping(OVERRIDE) },
      entry: { title: 'Phrases, and what to ask, try or write instead', ...mapping(ENTRY), required: ['avoid'], anyOf: [{ required: ['ask'] }, { required: ['try'] }, { required: ['replace'] }] },
      rules: { type: 'object', propertyNames: { pattern: `^(?:${CATEGORIES.join('|')})/[a-z0-9]+(?:-[a-z0-9]+)*$` }, additionalProperties: { anyOf: [{ enum: SEVERITIES }, { $ref: '#/definitions/change' }, { $ref: '#/definitions/rule' }] } },
      choices: { type: 'object', properties: choices, additionalProperties: { type: 'string' } },
      texts: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
    },
  };
}

/** Nothing after a key (`rules:` alone) says nothing, and is no mistake. */
function mapping(keys: Keys): Schema {
  return { type: ['object', 'null'], additionalProperties: false, properties: Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, property(key)])) };
}

function property({ shape, says }: Key): Schema {
  return { description: says, ...schemaOf(shape) };
}

function schemaOf(shape: Shape): Schema {
  switch (shape.is) {
    case 'text': return { type: 'string' };
    case 'month': return { type: 'string', pattern: '^(?:19|20)\\d\\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01]))?$' };
    case 'phrases': return { $ref: '#/definitions/texts' };
    case 'names': return names(shape);
    // What looks like a truth value to a YAML tool is text to us.
    case 'choice': return { enum: shape.of.flatMap((value) => (value === 'true' ? [true, value] : value === 'false' ? [false, value] : [value])) };
    case 'fields': return mapping(shape.keys);
    case 'list': return { type: 'array', items: shape.keys === ENTRY ? { $ref: '#/definitions/entry' } : mapping(shape.keys) };
    case 'globs': return { type: ['object', 'null'], additionalProperties: mapping(shape.keys) };
    case 'rules': case 'choices': return { anyOf: [{ $ref: `#/definitions/${shape.is}` }, { type: 'null' }] };
    case 'check': return { type: 'object', required: ['kind'], properties: { kind: { type: 'string' } } };
  }
}

function names(shape: Extract<Shape, { is: 'names' }>): Schema {
  if (shape.kind === 'packs') return { type: 'array', items: { anyOf: [{ enum: BUILT_IN_NAMES }, { type: 'string', pattern: '^(?:\\.{1,2}/|/|[A-Za-z]:/)' }] } };
  return { anyOf: [shape.of ? { enum: shape.of } : { type: 'string' }, { type: 'array', items: shape.of ? { enum: shape.of } : { type: 'string' } }] };
}
