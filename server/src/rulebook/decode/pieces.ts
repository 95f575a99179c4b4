/**
 * Named pieces of phrases (`rules/words.yml`), so that what many phrases share is written once: `{family} {is} hostile`.
 * A piece may also be a list of lines that several checks share.
 */
import { GROUP_NAMES } from '../../engine/phrases/phrase.js';
import type { FileHost } from '../files/file-host.js';
import type { Problem } from '../problem.js';
import { openYaml } from '../yaml/yaml.js';

/** Name → a piece of a phrase; lines of a block are choices. */
export type Words = Readonly<Record<string, string>>;

/** A phrase with each `{name}` of `words` written out; groups and unknown names stay as they are. */
export function withWords(phrase: string, words: Words): string {
  return phrase.replace(/\{([a-z-]+)\}/g, (braces, name: string) => (Object.hasOwn(words, name) ? `(${words[name]})` : braces));
}

/** The lines of a list, with those of the piece in place of a line that is nothing but its `{name}`. */
export function withLists(lines: readonly string[], words: Words): readonly string[] {
  return lines.flatMap((line) => (isListName(line) && Object.hasOwn(words, line.slice(1, -1)) ? choicesIn(words[line.slice(1, -1)]) : [line]));
}

/** Whether a line is the `{name}` of a piece, and of no group. */
export function isListName(line: string): boolean {
  return /^\{[a-z-]+\}$/.test(line) && !(GROUP_NAMES as readonly string[]).includes(line.slice(1, -1));
}

/** Parted where a `|` stands in no brackets. */
function choicesIn(piece: string): readonly string[] {
  const choices = [''];
  let depth = 0;
  for (const letter of piece) {
    depth += letter === '(' ? 1 : letter === ')' ? -1 : 0;
    if (letter === '|' && depth === 0) choices.push('');
    else choices[choices.length - 1] += letter;
  }
  return choices;
}

/** Reads `rules/words.yml`; a later piece may use an earlier one. No file is no words. */
export function readWords(path: string, host: FileHost): { words: Words; problems: readonly Problem[] } {
  const source = host.read(path);
  if (source === null) return { words: {}, problems: [] };
  const yaml = openYaml(path, source);
  const words: Record<string, string> = {};
  for (const { key, value } of yaml.fields(yaml.root, 'words', null)) {
    if (!/^[a-z-]+$/.test(key.text) || (GROUP_NAMES as readonly string[]).includes(key.text)) yaml.problem(key.offset, `“${key.text}” cannot name a piece: small letters, and none of ${GROUP_NAMES.join(', ')}.`);
    words[key.text] = yaml.lines(value, key.text).map((line) => withWords(line.text, words)).join('|');
  }
  return { words, problems: yaml.problems };
}
