/**
 * Long lists of phrases in the exact forms that are written, as one net of words: `(a|b)` for one of these, `x?` for an
 * optional one, each within the other, `*` for any word, `make~` for "makes", "made" and "making" too. Cheap to make and to
 * ask, whatever the lists hold; a word without the mark is not inflected, and what ships is before it does.
 */
import type { CheckSpec, CheckValue } from '../../rule.js';
import { ofToken, tableOf, type ByWord } from '../../words/by-word.js';
import { JOINED, STOP, type Tokens } from '../../words/tokens.js';
import { formsOf } from '../../words/inflect.js';
import { linesOf } from '../cue-phrases.js';

/** Stands for any word, but not for the first of a phrase, nor behind a comma. */
const ANY = '*';
/** Behind a base word: it stands for all its forms, or for those that are written behind the mark (`make~makes~made~making`). */
const INFLECTED = '~';

/** The same check with the forms of each word that stands for all of them written behind it. It takes long, and is done when the packs are built. */
export function spelledOut(spec: CheckSpec): CheckSpec {
  return inFull(spec) as CheckSpec;
}

function inFull(lists: CheckValue): CheckValue {
  if (typeof lists === 'string') return lists.replace(BASE, (_all, word: string) => formsOf(word).join(INFLECTED));
  if (Array.isArray(lists)) return (lists as readonly string[]).map((line) => inFull(line) as string);
  return Object.fromEntries(Object.entries(lists).map(([key, value]) => [key, inFull(value)]));
}

/** A base word that stands for all its forms. */
const BASE = /([^\s()|]+)~(?=[\s()|?]|$)/g;

/** What may come first, by word. Made when it is first asked. */
export interface WordNet {
  root(): ByWord<Step>;
}

/** Where a run of words may have led, worked out when it is first got to. */
interface State {
  readonly next: ReadonlyMap<string, Step>;
  readonly ends: boolean;
}

interface Step {
  readonly tails: Tail[];
  state: State | null;
}

/** What is left of a phrase: the line it is written in from `at` to the end, or to the `|` or `)` of its group, and what comes after that. */
interface Tail {
  readonly line: readonly string[];
  readonly at: number;
  readonly then: Tail | null;
}

/** Never throws; a key that is not there holds nothing. */
export function wordNet(value: CheckSpec[string] | undefined): WordNet {
  let root: ByWord<Step> | null = null;
  return { root: () => (root ??= rootOf(linesOf(value))) };
}

/**
 * Token index at which the longest phrase that begins at token `at` ends, exclusive; 0 where none does. `them` is somebody
 * whom a phrase calls "them", however many words that person has in the text: a phrase is found with that person in it.
 */
export function phraseAt(net: WordNet, tokens: Tokens, at: number, them?: { readonly from: number; readonly to: number }): number {
  const first = ofToken(net.root(), tokens, at);
  if (first === undefined) return 0;
  let state: State | null = (first.state ??= stateOf(first.tails));
  let longest = 0;
  for (let end = at + 1; state !== null; end++) {
    if (state.ends && (them === undefined || end >= them.to)) longest = end;
    if (end >= tokens.count || tokens.gaps[end] === STOP || (state.ends && tokens.gaps[end] !== JOINED)) return longest;
    state = after(state, end === them?.from ? 'them' : tokens.forms[end], tokens.gaps[end] === JOINED);
    if (end === them?.from) end = them.to - 1;
  }
  return longest;
}

/** Whether a word by itself is one of the phrases. */
export function holdsWord(net: WordNet, word: string): boolean {
  const first = net.root().byForm.get(word);
  return first !== undefined && (first.state ??= stateOf(first.tails)).ends;
}

/** Index of the first token from `from`, before `to`, at which a phrase begins, or -1. */
export function findPhrase(net: WordNet, tokens: Tokens, from: number, to: number): number {
  for (let at = from; at < to; at++) if (phraseAt(net, tokens, at) > 0) return at;
  return -1;
}

/** Whether a phrase begins within a sentence, for one that is asked about again and again: it is looked through once for each list. */
export function lookThrough(tokens: Tokens): (net: WordNet, sentence: { readonly from: number; readonly to: number }) => boolean {
  const last = new Map<WordNet, { readonly from: number; readonly holds: boolean }>();
  return (net, { from, to }) => {
    const known = last.get(net);
    if (known?.from === from) return known.holds;
    const holds = findPhrase(net, tokens, from, to) >= 0;
    last.set(net, { from, holds });
    return holds;
  };
}

function after(state: State, form: string, joined: boolean): State | null {
  const next = state.next.get(form) ?? (joined ? state.next.get(ANY) : undefined);
  return next === undefined ? null : (next.state ??= stateOf(next.tails));
}

/** All that may be left, as one. */
function stateOf(tails: readonly Tail[]): State {
  const next = new Map<string, Step>();
  let ends = false;
  for (const { line, at, then } of tails) if (openings(line, at, then, next)) ends = true;
  const any = next.get(ANY);
  if (any) for (const step of next.values()) if (step !== any) step.tails.push(...any.tails);
  return { next, ends };
}

/** All lines, told apart by their first words; what follows these is read when they are met. */
function rootOf(lines: readonly string[]): ByWord<Step> {
  const words = new Map<string, Step>();
  for (const line of lines) waysFrom(line.match(/[()|]|[^\s()|]+/g) ?? [], 0, null, words);
  return tableOf(words);
}

/** Adds the words which what is left at `at`, and then `then`, may begin with, each with what follows it. True where there may be no word left. */
function openings(line: readonly string[], at: number, then: Tail | null, found: Map<string, Step>): boolean {
  if (isEnd(line, at)) return then === null || openings(then.line, then.at, then.then, found);
  if (line[at] !== '(') {
    const optional = line[at].endsWith('?');
    const word = optional ? line[at].slice(0, -1) : line[at];
    const rest = tailOf(line, at + 1, then);
    for (const form of formsFor(word)) {
      const known = found.get(form);
      if (known) known.tails.push(rest);
      else found.set(form, { tails: [rest], state: null });
    }
    return optional && openings(line, at + 1, then, found);
  }
  const end = wayEnd(line, at + 1, ')') + 1;
  const optional = line[end] === '?';
  const after = optional ? end + 1 : end;
  const ends = optional && openings(line, after, then, found);
  return waysFrom(line, at + 1, tailOf(line, after, then), found) || ends;
}

/** The same of each of the alternatives that begin at `at` and are parted by `|`. */
function waysFrom(line: readonly string[], at: number, then: Tail | null, found: Map<string, Step>): boolean {
  let ends = false;
  for (let from = at; ; ) {
    if (openings(line, from, then, found)) ends = true;
    const end = wayEnd(line, from, '|');
    if (line[end] !== '|') return ends;
    from = end + 1;
  }
}

/** Most ways are one word, behind which nothing is left but what comes after all of them. */
function tailOf(line: readonly string[], at: number, then: Tail | null): Tail {
  return then !== null && isEnd(line, at) ? then : { line, at, then };
}

function isEnd(line: readonly string[], at: number): boolean {
  return at >= line.length || line[at] === '|' || line[at] === ')';
}

function formsFor(word: string): readonly string[] {
  if (!word.includes(INFLECTED)) return [word];
  return word.endsWith(INFLECTED) ? formsOf(word.slice(0, -1)) : word.split(INFLECTED);
}

/** Where the way that holds `from` ends: at the `)` of its group or the end of the line, or already at a `|` of that group where `mark` is that. */
function wayEnd(line: readonly string[], from: number, mark: '|' | ')'): number {
  let depth = 0;
  let at = from;
  for (; at < line.length; at++) {
    if (line[at] === '(') depth++;
    else if (depth === 0 && (line[at] === ')' || line[at] === mark)) break;
    else if (line[at] === ')') depth--;
  }
  return at;
}
