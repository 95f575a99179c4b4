/**
 * The phrase language of rule files (docs/rules.md): text in, a small tree or a problem out. It does not know
 * how words inflect or how a phrase is matched (phrase-table.ts, matcher.ts), and no phrase becomes a RegExp.
 */
import { JOINED, tokenize } from '../words/tokens.js';

/** A phrase, read: a sequence of parts. */
export interface Phrase {
  readonly source: string;
  readonly parts: readonly Part[];
}

export type Part =
  | { readonly kind: 'word'; readonly form: string; readonly exact: boolean }
  | { readonly kind: 'group'; readonly group: GroupName }
  | { readonly kind: 'choice'; readonly options: readonly (readonly Part[])[] }
  | { readonly kind: 'optional'; readonly part: Part }
  | { readonly kind: 'gap' }
  /** Only at the start of a sentence or block. */
  | { readonly kind: 'start' }
  /** `[[` and `]]`: what is underlined. */
  | { readonly kind: 'open' }
  | { readonly kind: 'close' };

export type GroupName = (typeof GROUP_NAMES)[number];
export const GROUP_NAMES = ['person', 'family', 'child', 'professional', 'service'] as const;

/** Why a phrase cannot be used. `at` is an offset into the phrase's source. */
export interface PhraseProblem {
  readonly problem: string;
  readonly at: number;
}

/** UTF-16 units of one word. */
const MAX_LETTERS = 100;
const MAX_WORDS = 16;
const MAX_GAPS = 3;
/** Words that one gap may hold. */
export const GAP_WORDS = 5;

/** Reads a phrase. Total: whatever is wrong comes back as a problem, never as an exception. */
export function parsePhrase(source: string): Phrase | PhraseProblem {
  const reader: Reader = { source, at: 0, problem: null };
  const parts = readSequence(reader, 0);
  if (!reader.problem && reader.at < source.length) fail(reader, reader.at, '“)” or “|” without its “(”');
  if (!reader.problem) checkWhole(reader, parts);
  return reader.problem ?? { source, parts };
}

export function isProblem(result: Phrase | PhraseProblem): result is PhraseProblem {
  return 'problem' in result;
}

interface Reader {
  readonly source: string;
  at: number;
  problem: PhraseProblem | null;
}

const MAX_DEPTH = 4;

function readSequence(reader: Reader, depth: number): Part[] {
  const parts: Part[] = [];
  while (reader.at < reader.source.length && !reader.problem) {
    const rest = reader.source.slice(reader.at);
    const space = /^\s+/.exec(rest);
    if (space) reader.at += space[0].length;
    else if (rest[0] === ')' || rest[0] === '|') break;
    else readPart(reader, rest, depth, parts);
  }
  return parts;
}

function readPart(reader: Reader, rest: string, depth: number, parts: Part[]): void {
  const start = reader.at;
  const push = (length: number, ...read: Part[]): void => {
    reader.at += length;
    parts.push(...read);
  };
  if (rest.startsWith('[[')) return push(2, { kind: 'open' });
  if (rest.startsWith(']]')) return push(2, { kind: 'close' });
  const gap = /^(?:\.{3,}|…)/.exec(rest);
  if (gap) return push(gap[0].length, { kind: 'gap' });
  if (rest[0] === '^') return push(1, { kind: 'start' });
  if (rest[0] === '(') return readChoice(reader, depth, parts);
  const group = /^\{([^{}]*)\}(?:['’]s\b)?(\?)?/.exec(rest);
  if (group) {
    const name = group[1].trim();
    if (!isGroup(name)) return fail(reader, start, `“{${name}}” is not a group; there are ${GROUP_NAMES.map((n) => `{${n}}`).join(', ')}`);
    const part: Part = { kind: 'group', group: name };
    return push(group[0].length, group[2] ? { kind: 'optional', part } : part);
  }
  const word = /^[^\s()|{}[\]^?…]+?(?=\.{3}|[\s()|{}[\]^?…]|$)/u.exec(rest);
  if (!word) return fail(reader, start, `“${rest[0]}” has no meaning in a phrase`);
  readWord(reader, word[0], rest[word[0].length] === '?', parts);
}

function readWord(reader: Reader, text: string, optional: boolean, parts: Part[]): void {
  const start = reader.at;
  if (text.length > MAX_LETTERS) return fail(reader, start, `“${text.slice(0, 20)}…” is far too long to be a word`);
  const exact = text.endsWith('/exact');
  const bare = exact ? text.slice(0, -'/exact'.length) : text;
  const read = wordsOf(bare, exact);
  if (!read) return fail(reader, start, unmatchable(bare));
  reader.at += text.length + (optional ? 1 : 0);
  if (!optional) parts.push(...read);
  else parts.push(optional && read.length === 1 ? { kind: 'optional', part: read[0] } : { kind: 'optional', part: { kind: 'choice', options: [read] } });
}

/** The words of one written word (`non-compliant` is two), or null when some of it could never match. */
function wordsOf(text: string, exact: boolean): Part[] | null {
  const tokens = tokenize(text);
  if (tokens.count === 0 || tokens.starts[0] !== 0 || tokens.ends[tokens.count - 1] !== text.replace(/(?<=s)['’]$/u, '').length) return null;
  const parts: Part[] = [];
  for (let i = 0; i < tokens.count; i++) {
    if (i > 0 && tokens.gaps[i] !== JOINED) return null;
    parts.push({ kind: 'word', form: tokens.forms[i], exact });
  }
  return parts;
}

function unmatchable(text: string): string {
  if (/^[\p{P}\p{S}]+$/u.test(text)) return `“${text}” is punctuation only and can never match; a phrase is made of words`;
  if (/[.!?]/.test(text)) return `“${text}” crosses a sentence end, and a match never does`;
  if (/[*_`#<>~]/.test(text)) return `“${text}” holds markup, which rules do not see; write the words alone`;
  return `“${text}” can never match: punctuation parts words, so write the words alone or use “...” between them`;
}

function readChoice(reader: Reader, depth: number, parts: Part[]): void {
  const start = reader.at;
  if (depth >= MAX_DEPTH) return fail(reader, start, 'brackets are nested too deeply');
  const options: Part[][] = [];
  do {
    reader.at += 1;
    const option = readSequence(reader, depth + 1);
    if (reader.problem) return;
    if (option.length === 0) return fail(reader, reader.at, 'an empty choice; for a word that may be missing write “word?”');
    if (option.some((part) => part.kind === 'open' || part.kind === 'close' || part.kind === 'start')) return fail(reader, start, '“[[”, “]]” and “^” stand outside brackets');
    options.push(option);
  } while (reader.source[reader.at] === '|');
  if (reader.source[reader.at] !== ')') return fail(reader, start, '“(” without its “)”');
  reader.at += 1;
  const suffix = /^(\/exact)?(\?)?/.exec(reader.source.slice(reader.at));
  reader.at += suffix?.[0].length ?? 0;
  const choice: Part = { kind: 'choice', options: suffix?.[1] ? options.map(madeExact) : options };
  parts.push(suffix?.[2] ? { kind: 'optional', part: choice } : choice);
}

function madeExact(parts: readonly Part[]): readonly Part[] {
  return parts.map((part): Part => {
    switch (part.kind) {
      case 'word': return { ...part, exact: true };
      case 'choice': return { ...part, options: part.options.map(madeExact) };
      case 'optional': return { ...part, part: madeExact([part.part])[0] };
      default: return part;
    }
  });
}

function checkWhole(reader: Reader, parts: readonly Part[]): void {
  const { source } = reader;
  const count = (...kinds: Part['kind'][]): number => longest(parts, kinds);
  const [open, close] = [parts.findIndex((part) => part.kind === 'open'), parts.findIndex((part) => part.kind === 'close')];
  const marks = parts.filter((part) => part.kind === 'open' || part.kind === 'close').length;
  const words = count('word', 'group');
  let edges = 0;
  if (walkEdges(parts, 'edge', () => edges++) === 'edge') edges++;
  if (parts.length === 0) fail(reader, 0, 'an empty phrase');
  else if (!alwaysHas(parts, ['word'])) fail(reader, 0, 'a phrase needs at least one word of its own that is not optional');
  else if (words > MAX_WORDS) fail(reader, 0, `${words} words; a phrase has at most ${MAX_WORDS}, or it would be longer than the sentences it looks for`);
  else if (count('gap') > MAX_GAPS) fail(reader, source.search(GAP), `${count('gap')} gaps; a phrase has at most ${MAX_GAPS}`);
  else if (parts.some((part, i) => part.kind === 'start' && i !== 0 && !(i === 1 && open === 0))) fail(reader, source.lastIndexOf('^'), '“^” stands at the start of a phrase');
  else if (marks > 0 && (marks !== 2 || open < 0 || close < open)) fail(reader, source.search(/\[\[|\]\]/), 'one “[[” and one “]]” after it');
  else if (marks > 0 && !alwaysHas(parts.slice(open, close), ['word', 'group'])) fail(reader, source.indexOf('[['), 'something in “[[ ]]” has to be there always, or there would be nothing to underline');
  else if (edges > 0) fail(reader, source.search(GAP), '“...” stands between words: not at the start or end of a phrase or of “[[ ]]”, nor beside another “...”');
}

const GAP = /\.{3}|…/;

/** How many parts of these kinds stand on the longest way through. */
function longest(parts: readonly Part[], kinds: readonly Part['kind'][]): number {
  return parts.reduce((sum, part) => sum + (part.kind === 'choice' ? Math.max(...part.options.map((option) => longest(option, kinds))) : part.kind === 'optional' ? longest([part.part], kinds) : Number(kinds.includes(part.kind))), 0);
}

/** Whether no word has come yet since the start, a “...” or “[[”. A word that may be missing counts: the gap then goes with it. */
type Place = 'edge' | 'inside';

/** `meet` hears of each gap and “]]” that stands at an edge. */
function walkEdges(parts: readonly Part[], from: Place, meet: () => void): Place {
  return parts.reduce((at: Place, part): Place => {
    switch (part.kind) {
      case 'word': case 'group': return 'inside';
      case 'choice': return part.options.map((option) => walkEdges(option, at, meet)).includes('edge') ? 'edge' : 'inside';
      case 'optional': return walkEdges([part.part], at, meet);
      case 'gap': case 'close':
        if (at === 'edge') meet();
        return part.kind === 'gap' ? 'edge' : at;
      case 'open': case 'start': return 'edge';
    }
  }, from);
}

/** Whether every way through holds a part of one of these kinds. */
function alwaysHas(parts: readonly Part[], kinds: readonly Part['kind'][]): boolean {
  return parts.some((part) => kinds.includes(part.kind) || (part.kind === 'choice' && part.options.every((option) => alwaysHas(option, kinds))));
}

function isGroup(name: string): name is GroupName {
  return (GROUP_NAMES as readonly string[]).includes(name);
}

function fail(reader: Reader, at: number, problem: string): void {
  reader.problem ??= { problem, at };
}
