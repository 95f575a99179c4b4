/**
 * Long lists of phrases in the exact forms that are written, as one net of words: `(a|b)` for one of these, `x?` for an
 * optional one, each within the other. Cheap to make and to ask, whatever the lists hold; it inflects nothing
 * (cue-phrases.ts does).
 */
import type { CheckSpec } from '../../rule.js';
import { JOINED, STOP, type Tokens } from '../../words/tokens.js';
import { linesOf } from '../cue-phrases.js';

/** What may come next, by word. Made when it is first asked. */
export interface WordNet {
  root(): Root;
}

interface Root {
  readonly words: ReadonlyMap<string, Step>;
  /** By `shapeOf` a form: 1 where some phrase opens with a form of that shape. Most words of a note are told apart by it. */
  readonly shapes: Uint8Array;
}

/** Where a run of words may have led, worked out when it is first got to. */
interface State {
  readonly next: ReadonlyMap<string, Step>;
  readonly ends: boolean;
}

interface Step {
  readonly knots: Knot[];
  state: State | null;
}

/** A place in the net. */
interface Knot {
  readonly words: Map<string, Knot[]>;
  /** Places that are reached without a word. */
  readonly also: Knot[];
  /** Whether a phrase may end here. */
  readonly ends: boolean;
}

/** Never throws; a key that is not there holds nothing. */
export function wordNet(value: CheckSpec[string] | undefined): WordNet {
  let root: Root | null = null;
  return { root: () => (root ??= rootOf(linesOf(value))) };
}

/** Token index at which the longest phrase that begins at token `at` ends, exclusive; 0 where none does. */
export function phraseAt(net: WordNet, tokens: Tokens, at: number): number {
  if (at >= tokens.count) return 0;
  const form = tokens.forms[at];
  const { words, shapes } = net.root();
  if (shapes[shapeOf(form)] === 0) return 0;
  const first = words.get(form);
  if (first === undefined) return 0;
  let state: State | null = (first.state ??= stateOf(first.knots));
  let longest = 0;
  for (let end = at + 1; state !== null; end++) {
    if (state.ends) longest = end;
    if (end >= tokens.count || tokens.gaps[end] === STOP || (state.ends && tokens.gaps[end] !== JOINED)) return longest;
    state = after(state, tokens.forms[end]);
  }
  return longest;
}

/** Index of the first token from `from`, before `to`, at which a phrase begins, or -1. */
export function findPhrase(net: WordNet, tokens: Tokens, from: number, to: number): number {
  for (let at = from; at < to; at++) if (phraseAt(net, tokens, at) > 0) return at;
  return -1;
}

function after(state: State, form: string): State | null {
  const next = state.next.get(form);
  return next === undefined ? null : (next.state ??= stateOf(next.knots));
}

/** All places that may be reached at once, as one. */
function stateOf(knots: readonly Knot[]): State {
  const next = new Map<string, Step>();
  let ends = false;
  const take = (from: Knot): void => {
    ends ||= from.ends;
    for (const [word, to] of from.words) {
      const known = next.get(word);
      if (known) known.knots.push(...to);
      else next.set(word, { knots: [...to], state: null });
    }
    from.also.forEach(take);
  };
  knots.forEach(take);
  return { next, ends };
}

/** All lines, told apart by their first words. */
function rootOf(lines: readonly string[]): Root {
  const root = knot();
  const end = knot('ends');
  const take = (from: Knot): void => {
    for (const [word, next] of from.words) root.words.set(word, [...(root.words.get(word) ?? []), ...next]);
    for (const more of from.also) if (more !== end) take(more);
  };
  for (const line of lines) {
    const written = line.match(/[()|]|[^\s()|]+/g) ?? [];
    take(alternatives(written, 0, end).knot);
  }
  const shapes = new Uint8Array(SHAPES);
  for (const word of root.words.keys()) shapes[shapeOf(word)] = 1;
  return { words: new Map([...root.words].map(([word, knots]) => [word, { knots, state: null }])), shapes };
}

const SHAPES = 512;

/** Of its first letter and its length. */
function shapeOf(form: string): number {
  return ((form.charCodeAt(0) & 31) << 4) | (form.length & 15);
}

interface Read {
  readonly knot: Knot;
  /** Where reading goes on. */
  readonly at: number;
}

/** What stands from `at` to `)` or the end; all of it leads to `to`. */
function alternatives(written: readonly string[], at: number, to: Knot): Read {
  const ways = knot();
  let from = at;
  for (;;) {
    const way = sequence(written, from, to);
    const [only] = way.knot.words;
    if (way.knot.words.size === 1 && way.knot.also.length === 0 && only) ways.words.set(only[0], [...(ways.words.get(only[0]) ?? []), ...only[1]]);
    else ways.also.push(way.knot);
    if (written[way.at] !== '|') return { knot: ways, at: way.at };
    from = way.at + 1;
  }
}

/** One way: items up to `|`, `)` or the end, read from the last to the first so that each knows where it leads. */
function sequence(written: readonly string[], at: number, to: Knot): Read {
  const items: { readonly from: number; readonly optional: boolean }[] = [];
  let end = at;
  while (end < written.length && written[end] !== '|' && written[end] !== ')') {
    const from = end;
    end = written[end] === '(' ? closing(written, end) + 1 : end + 1;
    const hung = written[from] === '(' && written[end] === '?';
    if (hung) end++;
    items.push({ from, optional: hung || (written[from] !== '(' && written[from].endsWith('?')) });
  }
  let next = to;
  for (const { from, optional } of items.reverse()) {
    const item = written[from] === '(' ? alternatives(written, from + 1, next).knot : single(written[from].replace(/\?$/, ''), next);
    if (optional) item.also.push(next);
    next = item;
  }
  return { knot: next, at: end };
}

function closing(written: readonly string[], open: number): number {
  let depth = 0;
  for (let at = open; at < written.length; at++) {
    if (written[at] === '(') depth++;
    if (written[at] === ')' && --depth === 0) return at;
  }
  return written.length;
}

function single(word: string, to: Knot): Knot {
  const one = knot();
  one.words.set(word, [to]);
  return one;
}

function knot(ends?: 'ends'): Knot {
  return { words: new Map(), also: [], ends: ends === 'ends' };
}
