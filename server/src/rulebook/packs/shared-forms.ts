/**
 * The word forms of several indexes told once, for the smallest file: most words of one are words of the others too. It
 * does not know what their numbers mean.
 */
import { buildFormIndex, formsIn, shared, sharing, type FormIndex } from '../../engine/phrases/form-index.js';

/** Forms of all indexes in their order, a line each. */
export interface SharedForms {
  /** Each `sharing` with the one before. */
  readonly text: string;
  /** Of each form, which indexes have it: a bit for each. */
  readonly held: Int32Array;
  /** By index, of each form that it has: 0 for the next new number, else how far it is below that. */
  readonly numbers: Readonly<Record<string, Int32Array>>;
}

/** Each index numbers its forms from 0, in their order, and may give several the same number. */
export function sharedForms(indexes: Readonly<Record<string, FormIndex>>): SharedForms {
  const maps = Object.entries(indexes).map(([name, index]) => [name, new Map(formsIn(index))] as const);
  const forms = [...new Set(maps.flatMap(([, numbers]) => [...numbers.keys()]))].sort();
  return {
    text: forms.map((form, at) => sharing(form, forms[at - 1] ?? '')).join('\n'),
    held: Int32Array.from(forms, (form) => maps.reduce((all, [, numbers], bit) => all | (numbers.has(form) ? 1 << bit : 0), 0)),
    numbers: Object.fromEntries(maps.map(([name, numbers]) => [name, belowNext(forms.flatMap((form) => numbers.get(form) ?? []))])),
  };
}

function belowNext(numbers: readonly number[]): Int32Array {
  let next = 0;
  return Int32Array.from(numbers, (number) => {
    if (number > next) throw new Error(`Forms are numbered in their order: ${number} before ${next}`);
    if (number < next) return next - number;
    next++;
    return 0;
  });
}

/** What `sharedForms` was made of. */
export function formIndexes({ text, held, numbers }: SharedForms): Readonly<Record<string, FormIndex>> {
  const indexes = Object.entries(numbers).map(([name, below]) => ({ name, below, forms: new Map<string, number>(), next: 0 }));
  let form = '';
  (text === '' ? [] : text.split('\n')).forEach((line, at) => {
    form = shared(line, 0, line.length, form);
    indexes.forEach((index, bit) => {
      if ((held[at] & (1 << bit)) === 0) return;
      const below = index.below[index.forms.size];
      index.forms.set(form, below === 0 ? index.next++ : index.next - below);
    });
  });
  return Object.fromEntries(indexes.map(({ name, forms }) => [name, buildFormIndex(forms)]));
}
