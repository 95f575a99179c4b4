/**
 * A pattern of another tool → the few wordings it stands for, as phrases; or which part of it stands for more than
 * words, and what to do about that. It reads patterns and runs none.
 */
import { formsOf } from '../../engine/words/inflect.js';

export type Spelt = { readonly phrases: readonly string[] } | { readonly why: string };

/** A pattern that stands for more wordings than these is no list of words. */
const MOST = 24;
const LONGEST = 400;

/** Total. Words that are forms of one another come as one. */
export function spelt(pattern: string): Spelt {
  if (pattern.length > LONGEST) return { why: 'it is longer than any phrase' };
  try {
    const text = pattern.replace(/^\(\?i\)/, '');
    const { ways, at } = eitherOf(text, 0);
    if (at < text.length) return { why: `“${text[at]}” has no partner in it` };
    const phrases = [...new Set(ways.map((way) => way.replace(/\s+/g, ' ').trim()))].filter((way) => way !== '');
    return phrases.length > 0 ? { phrases: inBaseForms(withoutHyphens(phrases)) } : { why: 'there are no words in it' };
  } catch (error) {
    if (error instanceof MoreThanWords) return { why: error.message };
    throw error;
  }
}

/** Thrown and caught in this file alone, where a part of a pattern cannot be spelt out. */
class MoreThanWords extends Error {}

interface Read {
  readonly ways: readonly string[];
  readonly at: number;
}

function eitherOf(text: string, from: number): Read {
  let { ways, at } = inTurn(text, from);
  while (text[at] === '|') {
    const next = inTurn(text, at + 1);
    ways = few([...ways, ...next.ways]);
    at = next.at;
  }
  return { ways, at };
}

function inTurn(text: string, from: number): Read {
  let ways: readonly string[] = [''];
  let at = from;
  while (at < text.length && text[at] !== '|' && text[at] !== ')') {
    const piece = pieceAt(text, at);
    const sign = /^(?:[?*+]|\{[\d,]+\})\??/.exec(text.slice(piece.at))?.[0] ?? '';
    const isSpace = piece.ways.every((way) => /^[ -]?$/.test(way));
    if (sign !== '' && sign[0] !== '?' && !isSpace) throw new MoreThanWords(`“${text.slice(at, piece.at)}${sign}” repeats, as often as it likes`);
    const next = /^(?:\?|\*|\{0)/.test(sign) ? [...piece.ways, ''] : piece.ways;
    ways = few(ways.flatMap((way) => next.map((one) => way + one)));
    at = piece.at + sign.length;
  }
  return { ways, at };
}

function pieceAt(text: string, at: number): Read {
  const rest = text.slice(at);
  const look = /^\(\?(?:<?[=!])[^)]*\)?/.exec(rest);
  if (look) throw new MoreThanWords(`“${look[0]}” looks at what stands beside the words, which “unless-before” and “unless-after” do in a rule`);
  const open = /^\((?:\?(?:[a-z]*:|P?<\w+>))?/.exec(rest);
  if (open) {
    const inside = eitherOf(text, at + open[0].length);
    if (text[inside.at] !== ')') throw new MoreThanWords('a bracket in it is never closed');
    return { ways: inside.ways, at: inside.at + 1 };
  }
  const letters = /^\[([^\]]*)\]/.exec(rest);
  if (letters) return { ways: oneOf(letters[0], letters[1]), at: at + letters[0].length };
  if (rest[0] === '[') throw new MoreThanWords('a “[” in it is never closed');
  if (rest[0] === '\\') return escaped(rest, at);
  if (rest[0] === '.') throw new MoreThanWords('“.” stands for any sign at all; between words a phrase has “...”');
  if (rest[0] === '^' || rest[0] === '$') return { ways: [''], at: at + 1 };
  if (/^[*+?{}\]]/.test(rest)) throw new MoreThanWords(`“${rest[0]}” has nothing before it to repeat`);
  return { ways: [rest[0]], at: at + 1 };
}

function escaped(rest: string, at: number): Read {
  const sign = rest[1] ?? '';
  if (/[bB]/.test(sign)) return { ways: [''], at: at + 2 };
  if (sign === 's') return { ways: [' '], at: at + 2 };
  if (/[a-zA-Z0-9]/.test(sign)) throw new MoreThanWords(`“\\${sign}” stands for any ${({ d: 'digit', w: 'letter', S: 'sign but a space' } as Readonly<Record<string, string>>)[sign] ?? 'of several signs'}`);
  return { ways: [sign], at: at + 2 };
}

/** One of several letters; a letter in both its cases is one, since a phrase knows no capitals. */
function oneOf(whole: string, inside: string): readonly string[] {
  const signs = [...new Set([...inside.replace(/^-|-$/g, '\u2010').replaceAll('\\s', ' ').replace(/\\(.)/g, '$1').toLowerCase()].map((sign) => (sign === '\u2010' ? '-' : sign)))];
  if (/^\^|\w-\w|\\[dw]/.test(inside)) throw new MoreThanWords(`“${whole}” stands for any of many letters`);
  return signs;
}

function few(ways: readonly string[]): readonly string[] {
  const all = [...new Set(ways)];
  if (all.length > MOST * 4) throw new MoreThanWords(`it stands for more than ${MOST} wordings`);
  return all;
}

/** A hyphen is a space to a phrase. */
function withoutHyphens(phrases: readonly string[]): readonly string[] {
  return phrases.filter((phrase, index) => phrases.findIndex((other) => plain(other) === plain(phrase)) === index);
}

function plain(phrase: string): string {
  return phrase.toLowerCase().replaceAll('-', ' ');
}

/** Phrases that differ in the form of one word are one phrase, with that word in its base form. */
function inBaseForms(phrases: readonly string[]): readonly string[] {
  let left = phrases;
  for (let place = 0; place < Math.max(...phrases.map((phrase) => phrase.split(' ').length)); place++) {
    const groups = new Map<string, string[]>();
    for (const phrase of left) {
      const key = phrase.split(' ').map((word, index) => (index === place ? '' : word)).join(' ');
      groups.set(key, [...(groups.get(key) ?? []), phrase]);
    }
    left = [...groups.values()].flatMap((group) => {
      const words = group.map((phrase) => phrase.split(' ')[place] ?? '');
      const base = group.length > 1 ? baseOf(words) : null;
      return base === null ? group : [group[0].split(' ').map((word, index) => (index === place ? base : word)).join(' ')];
    });
  }
  if (left.length > MOST) throw new MoreThanWords(`it stands for more than ${MOST} wordings`);
  return left;
}

/** The word all of these are forms of, or null. */
function baseOf(words: readonly string[]): string | null {
  const stems = words.flatMap((word) => [word, ...['s', 'es', 'ed', 'd', 'ing'].filter((ending) => word.toLowerCase().endsWith(ending)).flatMap((ending) => ['', 'e'].map((tail) => word.slice(0, -ending.length) + tail)), word.replace(/ies$|ied$/i, 'y')]);
  const all = words.map((word) => word.toLowerCase());
  return stems.filter((stem) => stem.length > 1).find((stem) => all.every((word) => word === stem.toLowerCase() || formsOf(stem.toLowerCase()).includes(word))) ?? null;
}
