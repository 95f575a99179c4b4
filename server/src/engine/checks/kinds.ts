/**
 * What a check of many words says of those it found: its rule sorts them into kinds, each with its own reason and
 * question. Which words are found, and where, is the check's business.
 */
import type { CheckSpec, CheckValue, Entry } from '../rule.js';
import type { Tokens } from '../words/tokens.js';
import { phraseAt, wordNet, type WordNet } from './acting-on/word-net.js';
import { textOf } from './cue-phrases.js';

/** The keys by which a rule says it: `kinds`, and `ask` for what is of none of them. */
export const KINDS_KEYS = ['kinds', 'ask'] as const;

/** What is said of the words from token `from` to `to`, exclusive. */
export type SayOf = (tokens: Tokens, from: number, to: number) => Entry;

/** Never throws. Of several kinds the one that is met first in the words speaks, by the longest phrase; of equals the one written first. */
export function sayOf(spec: CheckSpec): SayOf {
  const kinds = Object.values(keysOf(spec['kinds'])).map((kind): Kind => ({ words: wordNet(keysOf(kind)['words']), entry: entryOf(keysOf(kind)) }));
  const otherwise = entryOf(spec);
  return (tokens, from, to) => {
    for (let at = from; at < to; at++) {
      const met = kinds.reduce<{ readonly end: number; readonly entry: Entry }>((best, { words, entry }) => {
        const end = phraseAt(words, tokens, at);
        return end > best.end ? { end, entry } : best;
      }, { end: 0, entry: otherwise });
      if (met.end > 0) return met.entry;
    }
    return otherwise;
  };
}

interface Kind {
  readonly words: WordNet;
  readonly entry: Entry;
}

function entryOf({ why, ask, try: idea }: Readonly<Record<string, CheckValue | undefined>>): Entry {
  return { ...(why === undefined ? {} : { why: textOf(why) }), ask: textOf(ask), try: textOf(idea) || null, replace: null, safe: false, message: null };
}

function keysOf(value: CheckValue | undefined): Readonly<Record<string, CheckValue>> {
  return value === undefined || typeof value === 'string' || Array.isArray(value) ? {} : (value as Readonly<Record<string, CheckValue>>);
}
