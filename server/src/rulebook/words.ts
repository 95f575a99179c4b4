/**
 * Named pieces of phrases (`rules/words.yml`), so that what many phrases share is written once: `{family} {is} hostile`.
 */
import { GROUP_NAMES } from '../engine/phrases/phrase.js';
import type { FileHost } from './file-host.js';
import type { Problem } from './problem.js';
import { openYaml } from './yaml.js';

/** Name → a piece of a phrase; lines of a block are choices. */
export type Words = Readonly<Record<string, string>>;

/** A phrase with each `{name}` of `words` written out; groups and unknown names stay as they are. */
export function withWords(phrase: string, words: Words): string {
  return phrase.replace(/\{([a-z-]+)\}/g, (braces, name: string) => (Object.hasOwn(words, name) ? `(${words[name]})` : braces));
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
