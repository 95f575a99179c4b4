/**
 * Word forms → numbers, in one text that is searched as it lies in a file: nothing is built at start-up. It does not
 * know what the numbers mean.
 */

/** Each form stands in `text` between a line feed and a tab, and its number after the tab. Forms that begin alike stand together. */
export interface FormIndex {
  readonly text: string;
  /** Where forms begin that begin alike, by `bucketOf` a form; one more, for the end. */
  readonly buckets: Int32Array;
}

export function buildFormIndex(forms: ReadonlyMap<string, number>): FormIndex {
  const lines: string[][] = Array.from({ length: BUCKETS }, () => []);
  for (const form of [...forms.keys()].sort()) lines[bucketOf(form)].push(`\n${form}\t${forms.get(form)}`);
  const buckets = new Int32Array(BUCKETS + 1);
  const parts = lines.map((bucket) => bucket.join(''));
  parts.forEach((part, bucket) => (buckets[bucket + 1] = buckets[bucket] + part.length));
  return { text: parts.join(''), buckets };
}

/** The number of a form, or -1. What was looked up is kept, as far as a long note needs it: the function is for one index and many notes. */
export function formLookUp(index: FormIndex): (form: string) => number {
  const known = new Map<string, number>();
  return (form) => {
    let number = known.get(form);
    if (number === undefined) {
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(form, (number = search(index, form)));
    }
    return number;
  };
}

/** Every form and its number. */
export function* formsIn({ text }: FormIndex): Generator<readonly [form: string, value: number]> {
  for (const line of text.split('\n').slice(1)) {
    const [form, number] = line.split('\t');
    yield [form, Number(number)];
  }
}

const BUCKETS = 1024;
const MOST_KNOWN = 50_000;

function search({ text, buckets }: FormIndex, form: string): number {
  const bucket = bucketOf(form);
  const alike = text.slice(buckets[bucket], buckets[bucket + 1]);
  const at = alike.indexOf(`\n${form}\t`);
  if (at < 0) return -1;
  const from = at + form.length + 2;
  const end = alike.indexOf('\n', from);
  return Number(alike.slice(from, end < 0 ? alike.length : end));
}

/** Of a form's first two letters. */
function bucketOf(form: string): number {
  return ((form.charCodeAt(0) & 31) << 5) | (form.length > 1 ? form.charCodeAt(1) & 31 : 0);
}
