/**
 * A Vale style (`substitution`, `existence`) → the words it lists, and what of it a list of words cannot say. It reads
 * the style and knows nothing of rules.
 */
import type { LeftOut, Listed } from './table.js';
import { openYaml, type PlacedText } from '../yaml/yaml.js';

export interface ValeStyle {
  /** Each a pattern. */
  readonly listed: readonly Listed[];
  /** Patterns over which nothing is to be raised. */
  readonly exceptions: readonly Listed[];
  /** What it says where it lists no wording; '' where it says nothing. */
  readonly message: string;
  readonly left: readonly LeftOut[];
}

/** Total. */
export function readVale(path: string, text: string): ValeStyle {
  const yaml = openYaml(path, text);
  const fields = new Map(yaml.fields(yaml.root, 'a Vale style', null).map((field) => [field.key.text, field]));
  const one = (key: string): PlacedText | null => (fields.has(key) ? yaml.text(fields.get(key)?.value ?? null, key) : null);
  const all = (key: string): readonly Listed[] => (fields.has(key) ? yaml.lines(fields.get(key)?.value ?? null, key).map(({ text: words, line }) => ({ words, instead: '', line })) : []);
  const kind = one('extends');
  const swaps = (): readonly Listed[] => yaml.fields(fields.get('swap')?.value ?? null, 'swap', null).map(({ key, value }) => ({ words: key.text, instead: firstOf(yaml.text(value, key.text)?.text ?? ''), line: key.line }));
  const listed = kind?.text === 'substitution' ? swaps() : kind?.text === 'existence' ? [...all('tokens'), ...all('raw')] : [];
  const exceptions = all('exceptions');
  const scope = one('scope');
  const left: LeftOut[] = yaml.problems.map(({ line, message }) => ({ line, words: 'this line', why: lower(message) }));
  if (scope && !/^(?:text|raw|paragraph|sentence)$/.test(scope.text)) left.push({ line: scope.line, words: `scope: ${scope.text}`, why: 'a rule reads all of a record; “where” keeps it to some sections' });
  if (one('ignorecase')?.text === 'false') left.push({ line: fields.get('ignorecase')?.key.line ?? 1, words: 'ignorecase: false', why: 'a phrase is found with and without capitals' });
  if (!/^(?:substitution|existence)$/.test(kind?.text ?? '') && left.length === 0) left.push({ line: kind?.line ?? 1, words: kind ? `extends: ${kind.text}` : 'the file', why: 'only styles of the kinds “substitution” and “existence” are lists of words' });
  return { listed, exceptions, message: (one('message')?.text ?? '').replace(/['"“‘]?%s['"”’]?/g, 'this'), left };
}

/** Vale parts several wordings with “|”; one is offered. One that takes over a part of what was found cannot be. */
function firstOf(wordings: string): string {
  return wordings.split('|').find((wording) => !/\$\d/.test(wording))?.trim() ?? '';
}

function lower(message: string): string {
  return message[0].toLowerCase() + message.slice(1).replace(/\.$/, '');
}
