/**
 * Word forms → numbers, in arrays that are used as they lie in a file: nothing is built at start-up. It does not know
 * what the numbers mean.
 */

/** Open addressing: `slots` holds form numbers, or -1. Form `n` is `text` from `starts[n]` to `starts[n + 1]`. */
export interface FormIndex {
  readonly text: string;
  readonly starts: Int32Array;
  /** The number that is looked up, by form. */
  readonly values: Int32Array;
  /** As long as a power of two, at most half full. */
  readonly slots: Int32Array;
}

export function buildFormIndex(forms: ReadonlyMap<string, number>): FormIndex {
  const words = [...forms.keys()];
  const starts = new Int32Array(words.length + 1);
  words.forEach((word, n) => (starts[n + 1] = starts[n] + word.length));
  let size = 2;
  while (size < 2 * words.length) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  words.forEach((word, n) => {
    let slot = hash(word) & (size - 1);
    while (slots[slot] >= 0) slot = (slot + 1) & (size - 1);
    slots[slot] = n;
  });
  return { text: words.join(''), starts, values: Int32Array.from(forms.values()), slots };
}

/** The number of a form, or -1. */
export function lookUp({ text, starts, values, slots }: FormIndex, form: string): number {
  for (let slot = hash(form) & (slots.length - 1); ; slot = (slot + 1) & (slots.length - 1)) {
    const n = slots[slot];
    if (n < 0) return -1;
    if (starts[n + 1] - starts[n] === form.length && text.startsWith(form, starts[n])) return values[n];
  }
}

/** Every form and its number. */
export function* formsIn({ text, starts, values }: FormIndex): Generator<readonly [form: string, value: number]> {
  for (let n = 0; n < values.length; n++) yield [text.slice(starts[n], starts[n + 1]), values[n]];
}

/** FNV-1a over UTF-16 units. */
function hash(form: string): number {
  let hashed = 0x811c9dc5;
  for (let i = 0; i < form.length; i++) hashed = Math.imul(hashed ^ form.charCodeAt(i), 0x01000193);
  return hashed ^ (hashed >>> 15);
}
