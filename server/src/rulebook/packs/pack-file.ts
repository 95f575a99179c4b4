/**
 * Writes compiled packs as the one file that ships (built-in.ts reads it). Only the build does; what it costs is of no
 * matter, what it saves at every start and in the package is.
 */
import { deflateSync } from 'node:zlib';
import type { Links } from '../../engine/phrases/phrase-table.js';
import { spelledOut } from '../../engine/checks/acting-on/word-net.js';
import { formsOf, withoutForms } from '../../engine/checks/cue-phrases.js';
import { listsOf } from '../../engine/checks/index.js';
import type { CompiledRules } from '../../engine/rule-set.js';
import { ESCAPE, type ByLabel, type ByTarget, type Columns, type Small, type Stored } from './built-in.js';
import { sharedForms } from './shared-forms.js';

/**
 * The file: length of the JSON, the JSON, then what it refers to, each array at a multiple of four bytes. `quick` is
 * ready soonest; `small` takes least room once it is compressed.
 */
export function packFile(compiled: CompiledRules, made: 'quick' | 'small'): Uint8Array {
  const parts: Buffer[] = [];
  let size = 0;
  const store = (array: Int32Array | Uint16Array | Uint8Array): number => {
    const bytes = Buffer.from(array.buffer, array.byteOffset, array.byteLength);
    const at = size;
    const padded = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
    parts.push(padded);
    size += padded.length;
    return at;
  };
  const json = Buffer.from(
    inAscii(JSON.stringify(made === 'small' ? smallRules(compiled) : quickRules(compiled), (key, value: unknown): unknown => {
      if (value instanceof Int32Array) {
        const stored = (made === 'small' ? shortest : plainest)(value);
        return { $ints: [stored.array === null ? 0 : store(stored.array), value.length, stored.as] } satisfies Stored;
      }
      if (made === 'small' && (key === 'edges' || key === 'steps')) return { $byTarget: byTarget(value as Links) };
      if (made === 'small' && (key === 'accepts' || key === 'ends')) return { $byLabel: byLabel(value as Links) };
      if (key === 'text' && typeof value === 'string' && /^[\x00-\x7f\xa0-\xff]*$/.test(value)) return { $text: [store(Buffer.from(value, 'latin1')), value.length] } satisfies Stored;
      return value;
    })),
  );
  const head = Buffer.alloc(4 + json.length + (-json.length & 3));
  head.writeUInt32LE(json.length);
  json.copy(head, 4);
  return Buffer.concat([head, ...parts]);
}

/** Whatever leads to one node does so by one label (buildTable sees to that), so labels are kept once for each. */
function byTarget({ first, labels, targets }: Links): ByTarget {
  const into: { source: number; label: number }[][] = Array.from({ length: first.length - 1 }, () => []);
  for (let source = 0; source + 1 < first.length; source++) for (let at = first[source]; at < first[source + 1]; at++) into[targets[at]].push({ source, label: labels[at] });
  return {
    degrees: Int32Array.from(into, ({ length }) => length),
    labels: Int32Array.from(into.flatMap((edges) => edges.slice(0, 1).map(({ label }) => label))),
    // Most nodes come from the one before: the nearest source is told by how far back it is, each other by how far back from there.
    back: Int32Array.from(into.flatMap((edges, node) => edges.map(({ source }) => source).sort((a, b) => b - a).map((source, at, all) => (at === 0 ? node : all[at - 1]) - source))),
  };
}

/** Of links that lead nowhere: the nodes of one label lie closer together than the labels of one node. */
function byLabel({ first, labels }: Links): ByLabel {
  const nodes: number[][] = Array.from({ length: labels.reduce((most, one) => Math.max(most, one), -1) + 1 }, () => []);
  for (let node = 0; node + 1 < first.length; node++) for (let at = first[node]; at < first[node + 1]; at++) nodes[labels[at]].push(node);
  let from = 0;
  const apart = nodes.flatMap((those) => those.map((node, at) => {
    const step = (node - (at === 0 ? from : those[at - 1])) & 0xffff;
    if (at === 0) from = node;
    return step;
  }));
  return { nodes: first.length - 1, degrees: Int32Array.from(nodes, ({ length }) => length), apart: Int32Array.from(apart) };
}

interface Ints {
  readonly as: NonNullable<Stored['$ints']>[2];
  readonly array: Int32Array | Uint16Array | Uint8Array | null;
}

function plainest(values: Int32Array): Ints {
  if (values.every((one) => one === 0)) return { as: 'zeros', array: null };
  return values.every((one) => one >= 0 && one < 65_536) ? { as: 'two', array: Uint16Array.from(values) } : { as: 'four', array: values };
}

function quickRules(compiled: CompiledRules): CompiledRules {
  return { ...compiled, rules: compiled.rules.map((rule) => (rule.check && listsOf(rule.check) === 'marked' ? { ...rule, check: spelledOut(rule.check) } : rule)) };
}

/** An editor shows two or three ways to put it that are not raised, one that is, and in a list of rules one that is left. */
const SHOWN = 3;

function smallRules(compiled: CompiledRules): Small {
  const forms = [...new Set(compiled.rules.flatMap(({ check }) => (check ? formsOf(check) : [])))].sort().join('\n');
  const { table: { forms: tableForms, ...table }, clearing: { forms: clearingForms, ...clearing } } = compiled;
  return { ...compiled, table, clearing, wordForms: sharedForms({ table: tableForms, clearing: clearingForms }), forms, rules: inColumns(compiled.rules.map((rule) => ({ ...rule, check: rule.check && withoutForms(rule.check), examples: { ...rule.examples, raise: rule.examples.raise.slice(0, 1), leave: rule.examples.leave.slice(0, Math.max(1, Math.min(rule.ways ?? SHOWN, SHOWN))) } }))) };
}

/** What is alike stands together, and is the smaller for it once it is compressed. */
function inColumns(rows: readonly object[]): Columns {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return Object.fromEntries(keys.map((key) => {
    const values = rows.flatMap((row, at) => (key in row ? [[at, row[key as never]] as const] : []));
    return [key, values.length === rows.length ? values.map(([, value]) => value) : Object.fromEntries(values)];
  }));
}

function shortest(values: Int32Array): Ints {
  const plain = plainest(values);
  if (plain.array === null) return plain;
  if (plain.as !== 'two') return plain;
  // Two bytes hold every step: they are added up as a clock is, and come round to where they should.
  const steps = Uint16Array.from(values, (one, at) => one - (at === 0 ? 0 : values[at - 1]));
  const short = (numbers: ArrayLike<number>): Uint8Array => Uint8Array.from(Array.from(numbers).flatMap((one) => (one < ESCAPE ? [one] : [ESCAPE, one & 0xff, one >> 8])));
  const ways: readonly Kept[] = [{ as: 'two', array: plain.array }, { as: 'short', array: short(values) }, { as: 'steps', array: steps }, { as: 'short-steps', array: short(steps) }];
  return ways.map((way) => ({ way, size: deflateSync(way.array).length })).reduce((best, one) => (one.size < best.size ? one : best)).way;
}

type Kept = Ints & { readonly array: Exclude<Ints['array'], null> };

/** The same JSON: text of one byte a letter is read and parsed fastest. */
function inAscii(json: string): string {
  return json.replace(/[^\x00-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
