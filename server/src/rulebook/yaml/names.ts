/**
 * A name or value that is not known where it stands → the one that is meant, and the way there. It reads no YAML.
 */
import { ALSO_CALLED, ALSO_SAID } from '../decode/keys.js';
import { nearest } from '../nearest.js';
import type { Mend } from '../problem.js';
import type { PlacedText, YamlNode } from './yaml.js';

/** Putting the nearest known word in the place of one that is not known. */
export function nearestMends(written: PlacedText, known: readonly string[]): readonly Mend[] {
  const near = nearest(written.text, known);
  return near && near !== written.text ? [changeTo(near, written)] : [];
}

export function changeTo(text: string, written: Pick<PlacedText, 'text' | 'offset'>): Mend {
  return { title: `Change to “${text}”`, start: written.offset, end: written.offset + written.text.length, text };
}

/** The key that is meant, by a slip of the fingers or because people call it otherwise. */
function keyMeant(key: string, known: readonly string[]): string | null {
  const plain = key.toLowerCase().trim().replace(/[ _]+/g, '-');
  return known.find((name) => ALSO_CALLED[name]?.includes(plain)) ?? known.find((name) => name === plain) ?? nearest(key, known);
}

/** The value that is meant, by a slip or because people say it otherwise. */
export function valueMeant<T extends string>(said: string, values: readonly T[]): T | null {
  const plain = said.toLowerCase().trim();
  return values.find((value) => ALSO_SAID.get(value)?.includes(plain)) ?? values.find((value) => value === nearest(said, values)) ?? null;
}

export function unknownKey(key: string, what: string, known: readonly string[]): string {
  if (/^[\u00a0\u2000-\u200b\u3000]/.test(key)) return 'This line is indented with a kind of space that copied text brings along. Delete it and type ordinary spaces.';
  const glued = known.find((name) => key.startsWith(`${name}:`));
  if (glued) return `There is no space after “${glued}:”.`;
  const meant = keyMeant(key, known);
  const place = meant ? undefined : key.includes('/') && known.includes('rules') ? 'That is the name of a rule: it stands under “rules:”, two spaces further in' : STANDS.get(key);
  const few = known.length > MOST_NAMED ? `${known.slice(0, MOST_NAMED).join(', ')}, …` : known.join(', ');
  return `There is no “${key}” in ${what}${meant ? `; did you mean “${meant}”?` : `. ${place ?? `What can stand here: ${few}`}.`}`;
}

export function keyMends(written: PlacedText, known: readonly string[]): readonly Mend[] {
  const meant = keyMeant(written.text, known);
  return meant ? [changeTo(meant, written)] : [];
}

/** More names than anybody reads. */
const MOST_NAMED = 9;
const IN_ENTRY = 'It stands under “entries:”, in an item that begins with “- avoid:”';
const IN_EXAMPLES = 'It stands under “examples:”';
/** Where keys stand that are looked for in the wrong place. */
const STANDS: ReadonlyMap<string, string> = new Map([...['avoid', 'ask', 'try', 'replace', 'safe'].map((key) => [key, IN_ENTRY] as const), ['raise', IN_EXAMPLES], ['leave', IN_EXAMPLES], ['off', 'To switch a rule off, write its name under “rules:”, as “label/complex: off”']]);

/** Words alone, where an item of phrases and an answer was meant. */
export function itemMends(source: string, node: YamlNode): readonly Mend[] {
  const [start, end] = node.range;
  const words = source.slice(start, end).trim();
  const line = source.slice(source.lastIndexOf('\n', start - 1) + 1, start);
  if (words === '' || /[\n|>:]/.test(words) || !/:\s*$/.test(line)) return [];
  const pad = ' '.repeat(line.length - line.trimStart().length + 2);
  return [{ title: 'Write it as an item to fill in', start, end: start + words.length, text: `\n${pad}- avoid: ${words}\n${pad}  ask: What could the writer ask?` }];
}
