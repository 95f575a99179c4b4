/**
 * The packs that ship with Alongside. They were compiled when it was built, into one file whose arrays are used as
 * they lie in it: start-up reads no YAML. Where the file is had from, it does not know.
 */
import type { Links, PhraseTable } from '../../engine/phrases/phrase-table.js';
import { withForms } from '../../engine/checks/cue-phrases.js';
import type { CompiledRules } from '../../engine/rule-set.js';
import { formIndexes, type SharedForms } from './shared-forms.js';

/** Packs in force when a rulebook names none. `plain-english` reads only what families read, unless a rulebook names it. */
export const BUILT_IN_NAMES = ['family-valued', 'signs-of-safety', 'family-group-conference', 'plain-english'] as const;

/** Rules that are off until a rulebook takes a side (`choices:`) or says whose law holds (`jurisdiction:`); no pack to name. */
export const CHOICES = 'choices';

/** Ready soonest, beside the programs. */
export const PACKS_FILE = 'packs.bin';
/** Smallest, in the extension: pressed.ts makes of it what is unpacked here. */
export const SMALL_PACKS_FILE = 'packs.lzma';

/**
 * An array's place in the file stands for it in the JSON. `as` is how a number is kept: not at all where all are 0, in
 * two bytes or four, in one where that is enough (`short`: 255 stands before one that takes two), or by how much it is
 * more than the one before it, in two bytes (`steps`) or one (`short-steps`): whatever takes least room once it is
 * compressed.
 */
export interface Stored {
  readonly $ints?: readonly [offset: number, length: number, as: 'zeros' | 'two' | 'four' | 'short' | 'steps' | 'short-steps'];
  /** Latin-1 text, one byte a letter. */
  readonly $text?: readonly [offset: number, length: number];
}

/** Links told by where they lead, node after node: how many lead there, by which label, and from how far back each comes. */
export interface ByTarget {
  readonly degrees: Int32Array;
  /** Of the nodes that something leads to. */
  readonly labels: Int32Array;
  /** From the node to its nearest source, and from each source to the next. */
  readonly back: Int32Array;
}

/** Links that lead nowhere, told by label: on how many nodes each stands, and how far each of those is from the one before, or the first from the first of the label before. */
export interface ByLabel {
  /** Fewer than 65,536. */
  readonly nodes: number;
  readonly degrees: Int32Array;
  readonly apart: Int32Array;
}

/** What rules have, by key: of every rule in their order, or by a rule's number. */
export type Columns = Readonly<Record<string, readonly unknown[] | Readonly<Record<number, unknown>>>>;

/** Compiled rules as they take least room. */
export interface Small extends Omit<CompiledRules, 'rules' | 'table' | 'clearing'> {
  readonly rules: Columns;
  /** Lines of inflected words, which word lists of checks name by their first. */
  readonly forms: string;
  /** Of both tables. */
  readonly wordForms: SharedForms;
  readonly table: Omit<PhraseTable, 'forms'>;
  readonly clearing: Omit<PhraseTable, 'forms'>;
}

/** `latin1` reads bytes as text, one a letter. */
export function unpack(file: Uint8Array, latin1: (bytes: Uint8Array) => string): CompiledRules {
  // Arrays must begin at a multiple of four bytes; a file read whole does, a slice of something larger may not.
  const bytes = file.byteOffset % 4 === 0 ? file : Uint8Array.from(file);
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const start = 4 + length + (-length & 3);
  const restore = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    const { $ints: ints, $text: text } = value as Stored;
    if (ints) {
      const [offset, size, as] = ints;
      const at = bytes.byteOffset + start + offset;
      switch (as) {
        case 'zeros': return new Int32Array(size);
        case 'two': return new Int32Array(new Uint16Array(bytes.buffer, at, size));
        case 'four': return new Int32Array(bytes.buffer, at, size);
        case 'short': return Int32Array.from(longer(new Uint8Array(bytes.buffer, at), size));
        case 'steps': return summed(new Uint16Array(bytes.buffer, at, size));
        case 'short-steps': return summed(longer(new Uint8Array(bytes.buffer, at), size));
      }
    }
    if (text) return latin1(bytes.subarray(start + text[0], start + text[0] + text[1]));
    const { $byTarget: told, $byLabel: labelled, ...inner } = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, restore(one)]));
    return told ? bySource(told as ByTarget) : labelled ? byNode(labelled as ByLabel) : inner;
  };
  const { rules, words, bases, forms, ...others } = JSON.parse(latin1(bytes.subarray(4, 4 + length))) as CompiledRules & { readonly forms?: undefined } | Small;
  const arrays = restore(others);
  if (forms === undefined) return { ...(arrays as CompiledRules), rules, words, bases };
  const { wordForms, table, clearing, ...more } = arrays as Small;
  const indexes = formIndexes(wordForms);
  return { ...more, table: { ...table, forms: indexes['table'] }, clearing: { ...clearing, forms: indexes['clearing'] }, rules: fromColumns(rules, new Map(forms.split('\n').map((line) => [line.split(' ', 1)[0], line]))), words, bases };
}

function fromColumns(columns: Columns, forms: ReadonlyMap<string, string>): CompiledRules['rules'] {
  const rules: Record<string, unknown>[] = [];
  for (const [key, values] of Object.entries(columns)) for (const [at, value] of Object.entries(values)) (rules[Number(at)] ??= {})[key] = value;
  return (rules as unknown as CompiledRules['rules']).map((rule) => (rule.check ? { ...rule, check: withForms(rule.check, forms) } : rule));
}

function bySource({ degrees, labels, back }: ByTarget): Links {
  const sources = new Int32Array(back.length);
  const by = new Int32Array(back.length);
  const targets = new Int32Array(back.length);
  for (let node = 0, at = 0, named = -1; node < degrees.length; node++) {
    if (degrees[node] > 0) named++;
    for (let from = node, end = at + degrees[node]; at < end; at++) [sources[at], by[at], targets[at]] = [(from -= back[at]), labels[named], node];
  }
  const symbols = labels.reduce((most, one) => Math.max(most, one), -1) + 1;
  const byLabel = counted(by, symbols, Int32Array.from(by.keys()));
  const { order, first } = counted(sources, degrees.length, byLabel.order);
  return { first, labels: order.map((at) => by[at]), targets: order.map((at) => targets[at]) };
}

function byNode({ nodes, degrees, apart }: ByLabel): Links {
  const on = new Int32Array(apart.length);
  const by = new Int32Array(apart.length);
  for (let label = 0, at = 0, from = 0; label < degrees.length; label++) {
    for (let node = from, begin = at; at < begin + degrees[label]; at++) {
      [on[at], by[at]] = [(node = (node + apart[at]) & 0xffff), label];
      if (at === begin) from = node;
    }
  }
  const { order, first } = counted(on, nodes, Int32Array.from(on.keys()));
  return { first, labels: order.map((at) => by[at]), targets: new Int32Array(apart.length) };
}

/** Places in the order of their keys (0 to `most` - 1), those of one key as they stood in `places`; and where each key begins. */
function counted(keys: Int32Array, most: number, places: Int32Array): { readonly order: Int32Array; readonly first: Int32Array } {
  const first = new Int32Array(most + 1);
  for (const key of keys) first[key + 1]++;
  for (let key = 0; key < most; key++) first[key + 1] += first[key];
  const next = first.slice();
  const order = new Int32Array(places.length);
  for (const place of places) order[next[keys[place]]++] = place;
  return { order, first };
}

function longer(short: Uint8Array, size: number): Uint16Array {
  const steps = new Uint16Array(size);
  for (let i = 0, at = 0; i < size; i++) {
    steps[i] = short[at++];
    if (steps[i] === ESCAPE) steps[i] = short[at++] | (short[at++] << 8);
  }
  return steps;
}

export const ESCAPE = 255;

function summed(steps: Uint16Array): Int32Array {
  const sums = new Int32Array(steps.length);
  for (let at = 0, sum = 0; at < steps.length; at++) sums[at] = sum = (sum + steps[at]) & 0xffff;
  return sums;
}
