/**
 * The packs that ship with Alongside. They were compiled when it was built, into one file whose arrays are used as
 * they lie in it: start-up reads no YAML. Where the file is had from, it does not know.
 */
import type { CompiledRules } from '../engine/rule-set.js';

/** Packs in force when a rulebook names none. `plain-english` reads only what families read, unless a rulebook names it. */
export const BUILT_IN_NAMES = ['family-valued', 'signs-of-safety', 'family-group-conference', 'plain-english'] as const;

/** Rules that are off until a rulebook takes a side (`choices:`) or says whose law holds (`jurisdiction:`); no pack to name. */
export const CHOICES = 'choices';

/** Ready soonest, beside the programs. */
export const PACKS_FILE = 'packs.bin';
/** Smallest, in the extension. */
export const SMALL_PACKS_FILE = 'packs-small.bin';

/**
 * An array's place in the file stands for it in the JSON. `as` is how a number is kept: not at all where all are 0, in
 * two bytes or four, or by how much it is more than the one before it, which takes least room once it is compressed:
 * in two bytes (`steps`), or in one where that is enough (`short-steps`: 255 stands before one that takes two).
 */
export interface Stored {
  readonly $ints?: readonly [offset: number, length: number, as: 'zeros' | 'two' | 'four' | 'steps' | 'short-steps'];
  /** Latin-1 text, one byte a letter. */
  readonly $text?: readonly [offset: number, length: number];
}

/** What rules have, by key: of every rule in their order, or by a rule's number. */
export type Columns = Readonly<Record<string, readonly unknown[] | Readonly<Record<number, unknown>>>>;

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
        case 'steps': return summed(new Uint16Array(bytes.buffer, at, size));
        case 'short-steps': return summed(longer(new Uint8Array(bytes.buffer, at), size));
      }
    }
    if (text) return latin1(bytes.subarray(start + text[0], start + text[0] + text[1]));
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, restore(inner)]));
  };
  const { rules, words, bases, ...arrays } = JSON.parse(latin1(bytes.subarray(4, 4 + length))) as Omit<CompiledRules, 'rules'> & { readonly rules: CompiledRules['rules'] | Columns };
  return { ...(restore(arrays) as Omit<CompiledRules, 'rules' | 'words' | 'bases'>), rules: Array.isArray(rules) ? rules : fromColumns(rules as Columns), words, bases };
}

function fromColumns(columns: Columns): CompiledRules['rules'] {
  const rules: Record<string, unknown>[] = [];
  for (const [key, values] of Object.entries(columns)) for (const [at, value] of Object.entries(values)) (rules[Number(at)] ??= {})[key] = value;
  return rules as unknown as CompiledRules['rules'];
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
