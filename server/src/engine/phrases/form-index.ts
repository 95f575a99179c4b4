/**
 * Word forms → numbers, in one text that is searched as it lies in a file: nothing is built at start-up but what is
 * asked for. It does not know what the numbers mean.
 */
import { MARKS } from '../words/tokens.js';

/** Forms that begin alike stand together, each as what it does not share with the one before: that keeps a large index small. */
export interface FormIndex {
  /** Of each form a letter that says how many letters it shares (A for none), the rest of it, a tab, its number less the one before, and a line feed. */
  readonly text: string;
  /** Where forms begin that begin alike, by `bucketOf` a form; one more, for the end. */
  readonly buckets: Int32Array;
}

export function buildFormIndex(forms: ReadonlyMap<string, number>): FormIndex {
  const lines: [form: string, number: number][][] = Array.from({ length: BUCKETS }, () => []);
  for (const form of [...forms.keys()].sort()) lines[bucketOf(form)].push([form, forms.get(form)!]);
  const buckets = new Int32Array(BUCKETS + 1);
  const parts = lines.map((bucket) => bucket.map(([form, number], at) => {
    const [before, less] = at === 0 ? NOTHING : bucket[at - 1];
    return `${sharing(form, before)}\t${number - less}\n`;
  }).join(''));
  parts.forEach((part, bucket) => (buckets[bucket + 1] = buckets[bucket] + part.length));
  return { text: parts.join(''), buckets };
}

/** The number of a form (with `markOf` it), or -1. Forms that begin as one that was looked up are kept: the function is for one index and many notes. */
export function formLookUp(index: FormIndex): (form: string, mark: number) => number {
  const opened: (ReadonlyMap<string, number> | undefined)[] = new Array(BUCKETS);
  // By its mark, the form that was asked for last: most words of a note are common ones.
  const lately: string[] = new Array(MARKS).fill('');
  const numbers = new Int32Array(MARKS).fill(-1);
  return (form, mark) => {
    if (lately[mark] === form) return numbers[mark];
    lately[mark] = form;
    return (numbers[mark] = (opened[bucketOf(form)] ??= formsOf(index, bucketOf(form))).get(form) ?? -1);
  };
}

/** Every form and its number. */
export function formsIn(index: FormIndex): readonly (readonly [form: string, number: number])[] {
  return Array.from({ length: BUCKETS }, (_, bucket) => [...formsOf(index, bucket)]).flat();
}

function formsOf({ text, buckets }: FormIndex, bucket: number): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  let [form, number] = NOTHING;
  for (let at = buckets[bucket]; at < buckets[bucket + 1]; ) {
    const tab = text.indexOf('\t', at);
    const end = text.indexOf('\n', tab);
    form = shared(text, at, tab, form);
    numbers.set(form, (number += Number(text.slice(tab + 1, end))));
    at = end + 1;
  }
  return numbers;
}

const BUCKETS = 1024;
const LETTER = 65;
const MOST_SHARED = 25;
const NOTHING: readonly [form: string, number: number] = ['', 0];

/** A form told by the one before it: a letter for how many letters it shares with that, and the rest of it. */
export function sharing(form: string, before: string): string {
  let count = 0;
  while (count < MOST_SHARED && count < form.length && form[count] === before[count]) count++;
  return `${String.fromCharCode(LETTER + count)}${form.slice(count)}`;
}

/** The form that is told so in `text` from `start` to `end`. */
export function shared(text: string, start: number, end: number, before: string): string {
  return before.slice(0, text.charCodeAt(start) - LETTER) + text.slice(start + 1, end);
}

/** Of a form's first two letters. */
function bucketOf(form: string): number {
  return ((form.charCodeAt(0) & 31) << 5) | (form.length > 1 ? form.charCodeAt(1) & 31 : 0);
}
