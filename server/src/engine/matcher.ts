/**
 * Runs compiled phrases over the words of a block. One pass, each state visited once per word and keeping its
 * earliest start, so the cost is linear in the text whatever the phrases say. It does not know what a phrase means.
 */
import { CHILD, FAMILY, PROFESSIONAL, SERVICE, type PersonEdge } from './people.js';
import { GAP_WORDS, GROUP_NAMES } from './phrase.js';
import { linesOf, STEP_CLOSE, STEP_GAP, STEP_OPEN, STEP_START, type PhraseTable } from './phrase-table.js';
import { sentenceAt, sentenceStarts } from './sentences.js';
import { JOINED, STOP, type Tokens } from './tokens.js';

/** A phrase found. Offsets are into the prose; `from` and `to` are word numbers, `to` exclusive. */
export interface Match {
  /** The id it was compiled under. */
  readonly phrase: number;
  /** What is underlined: the whole match, or what stands in `[[ ]]`. */
  readonly start: number;
  readonly end: number;
  /** The whole match. */
  readonly outerStart: number;
  readonly outerEnd: number;
  readonly from: number;
  readonly to: number;
}

export interface Matcher {
  /** Every way a phrase stands in the text, by end and then start. `people` sorted by `from`. Never throws. */
  match(prose: string, tokens: Tokens, people: readonly PersonEdge[]): readonly Match[];
}

/** What the last edge took in: a word, a person, or the owner of something ("her", "Mum's"). */
type Via = 'word' | 'person' | 'owner';

const GROUP_BITS: Readonly<Record<(typeof GROUP_NAMES)[number], number>> = { person: 0, family: FAMILY, child: CHILD, professional: PROFESSIONAL, service: SERVICE };
const BITS = GROUP_NAMES.map((name) => GROUP_BITS[name]);

/** States lie in arrays of numbers, five for each: node, first word, first word underlined, word after the underlined, words in the gap. */
const WIDTH = 5;
const NONE = -1;

/** Prepares a table for matching; cheap enough to do at start-up. Not to be called from within itself: it keeps its scratch space. */
export function createMatcher({ nodes, symbols, forms, accepts, edges, steps, ends }: PhraseTable): Matcher {
  const groupOf = new Map<string, number>();
  linesOf(forms).forEach((group, line) => {
    for (const form of group.split(' ')) groupOf.set(form, line);
  });
  const rootEdge = new Int32Array(symbols).fill(NONE);
  for (let e = edges.first[1] - 1; e >= 0; e--) rootEdge[edges.labels[e]] = e;

  // Each state is kept once per word: by node, and in a gap by node and words taken. `stamp` says for which word, `place` where.
  const gapKey = new Int32Array(nodes).fill(NONE);
  let keys = nodes;
  for (let s = 0; s < steps.labels.length; s++) {
    if (steps.labels[s] !== STEP_GAP) continue;
    gapKey[steps.targets[s]] = keys;
    keys += GAP_WORDS + 1;
  }
  const stamp = new Int32Array(keys);
  const place = new Int32Array(keys);
  const acceptedAt = new Int32Array(symbols);
  let clock = 1;

  return {
    match(prose, tokens, people) {
      if (clock > 0x3fffffff) {
        clock = 1;
        stamp.fill(0);
        acceptedAt.fill(0);
      }
      const epoch = clock;
      clock += tokens.count + 1;
      const found: Match[] = [];
      const waiting: (number[] | undefined)[] = new Array(tokens.count + 1);
      let sentences: readonly number[] | null = null;
      const startsSentence = (i: number): boolean => {
        if (i === 0) return true;
        if (tokens.gaps[i] !== STOP) return false;
        sentences ??= sentenceStarts(prose);
        return sentences[sentenceAt(sentences, tokens.starts[i])] >= tokens.ends[i - 1];
      };

      const arrive = (node: number, start: number, open: number, close: number, gap: number, at: number, via: Via): void => {
        const key = gap < 0 ? node : gapKey[node] + gap;
        const bucket = (waiting[at] ??= []);
        if (stamp[key] === epoch + at) {
          const slot = place[key];
          if (bucket[slot + 1] <= start) return;
          bucket[slot + 1] = start;
          bucket[slot + 2] = open;
          bucket[slot + 3] = close;
        } else {
          stamp[key] = epoch + at;
          place[key] = bucket.length;
          bucket.push(node, start, open, close, gap);
        }
        if (gap >= 0) return;
        if (via === 'word' || (via === 'person' && !splitsPossessive(tokens, at))) {
          for (let e = ends.first[node]; e < ends.first[node + 1]; e++) found.push(matchOf(ends.labels[e], start, open, close, at, tokens));
        }
        for (let s = steps.first[node]; s < steps.first[node + 1]; s++) {
          const target = steps.targets[s];
          switch (steps.labels[s]) {
            case STEP_OPEN: arrive(target, start, at, close, NONE, at, via); break;
            case STEP_CLOSE: arrive(target, start, open, at, NONE, at, via); break;
            case STEP_GAP: arrive(target, start, open, close, 0, at, via); break;
          }
        }
      };

      /** Takes word `i`, and every person who begins there, from a node. */
      const advance = (node: number, start: number, open: number, close: number, i: number, group: number | undefined, edge: number): void => {
        const from = edges.first[node];
        const to = edges.first[node + 1];
        if (group !== undefined) {
          const last = accepts.first[group + 1];
          if (node !== 0 && to - from <= last - accepts.first[group]) {
            for (let e = from; e < to; e++) if (acceptedAt[edges.labels[e]] === epoch + i) arrive(edges.targets[e], start, open, close, NONE, i + 1, 'word');
          } else for (let a = accepts.first[group]; a < last; a++) take(node, accepts.labels[a], start, open, close, i + 1, 'word');
        }
        if (from === to || edges.labels[from] >= BITS.length) return;
        for (let p = edge; p < people.length && people[p].from === i; p++) {
          const via = people[p].possessive ? 'owner' : 'person';
          for (let kind = 0; kind < BITS.length; kind++) {
            if (BITS[kind] === 0 || (people[p].groups & BITS[kind]) !== 0) take(node, kind, start, open, close, people[p].to, via);
          }
        }
      };

      const take = (node: number, symbol: number, start: number, open: number, close: number, at: number, via: Via): void => {
        const edge = node === 0 ? rootEdge[symbol] : edgeOf(node, symbol);
        if (edge < 0) return;
        for (let e = edge; e < edges.first[node + 1] && edges.labels[e] === symbol; e++) arrive(edges.targets[e], start, open, close, NONE, at, via);
      };

      /** Begins a match at word `i`: at the root, and behind its `^` and `[[`. */
      const begin = (node: number, open: number, i: number, group: number | undefined, edge: number): void => {
        advance(node, i, open, NONE, i, group, edge);
        for (let s = steps.first[node]; s < steps.first[node + 1]; s++) {
          if (steps.labels[s] === STEP_OPEN) begin(steps.targets[s], i, i, group, edge);
          else if (steps.labels[s] === STEP_START && startsSentence(i)) begin(steps.targets[s], open, i, group, edge);
        }
      };

      let edge = 0;
      for (let i = 0; i < tokens.count; i++) {
        while (edge < people.length && people[edge].from < i) edge++;
        const here = waiting[i];
        waiting[i] = undefined;
        const group = groupOf.get(tokens.forms[i]);
        if (group !== undefined) for (let a = accepts.first[group]; a < accepts.first[group + 1]; a++) acceptedAt[accepts.labels[a]] = epoch + i;
        const someone = edge < people.length && people[edge].from === i;
        if (here) {
          for (let s = 0; s < here.length; s += WIDTH) {
            const gap = here[s + 4];
            if (gap < 0 ? tokens.gaps[i] !== JOINED : startsSentence(i)) continue;
            if (group !== undefined || someone) advance(here[s], here[s + 1], here[s + 2], here[s + 3], i, group, edge);
            // The underline may begin right after a gap: `{family} ... [[lashed out]]`.
            if (gap >= 0 && (group !== undefined || someone)) {
              for (let t = steps.first[here[s]]; t < steps.first[here[s] + 1]; t++) {
                if (steps.labels[t] === STEP_OPEN) advance(steps.targets[t], here[s + 1], i, here[s + 3], i, group, edge);
              }
            }
            if (gap >= 0 && gap < GAP_WORDS) arrive(here[s], here[s + 1], here[s + 2], here[s + 3], gap + 1, i + 1, 'word');
          }
        }
        if (group !== undefined || someone) begin(0, NONE, i, group, edge);
      }
      return found;
    },
  };

  /** The first edge that leaves a node by a symbol, or -1; more may follow it. */
  function edgeOf(node: number, symbol: number): number {
    let low = edges.first[node];
    let high = edges.first[node + 1];
    const end = high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (edges.labels[middle] < symbol) low = middle + 1;
      else high = middle;
    }
    return low < end && edges.labels[low] === symbol ? low : NONE;
  }
}

/** "told Mum" must not be found in "told Mum's sister", nor "told her" in "told her sister" (an owner's edge). */
function splitsPossessive(tokens: Tokens, at: number): boolean {
  return tokens.forms[at - 1] === "'s" || (at < tokens.count && tokens.forms[at] === "'s" && tokens.starts[at] === tokens.ends[at - 1]);
}

function matchOf(phrase: number, from: number, open: number, close: number, to: number, tokens: Tokens): Match {
  const outerStart = tokens.starts[from];
  const outerEnd = tokens.ends[to - 1];
  return { phrase, start: open < 0 ? outerStart : tokens.starts[open], end: close < 0 ? outerEnd : tokens.ends[close - 1], outerStart, outerEnd, from, to };
}
