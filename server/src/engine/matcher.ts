/**
 * Runs compiled phrases over the words of a block. One pass, each state visited once per word and keeping its
 * earliest start, so the cost is linear in the text whatever the phrases say. It does not know what a phrase means.
 */
import { CHILD, FAMILY, PROFESSIONAL, SERVICE, type PersonEdge } from './people.js';
import { GAP_WORDS, GROUP_NAMES } from './phrase.js';
import { STEP_CLOSE, STEP_GAP, STEP_OPEN, STEP_START, type PhraseTable } from './phrase-table.js';
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

interface State {
  readonly node: number;
  readonly start: number;
  readonly open: number;
  readonly close: number;
  /** Words taken by the gap the state is in, or -1 when it is in none. */
  readonly gap: number;
}

/** What the last edge took in: a word, a person, or the owner of something ("her", "Mum's"). */
type Via = 'word' | 'person' | 'owner';

const GROUP_BITS: Readonly<Record<(typeof GROUP_NAMES)[number], number>> = { person: 0, family: FAMILY, child: CHILD, professional: PROFESSIONAL, service: SERVICE };
const BITS = GROUP_NAMES.map((name) => GROUP_BITS[name]);

/** Prepares a table for matching; cheap enough to do at start-up. */
export function createMatcher(table: PhraseTable): Matcher {
  const forms = new Map<string, readonly number[]>();
  for (const [words, accepted] of table.forms) for (const form of words.split(' ')) forms.set(form, accepted);
  const { first, symbols, targets } = index(table);
  const rootEdge = new Int32Array(table.symbols).fill(-1);
  for (let e = first[1] - 1; e >= first[0]; e--) rootEdge[symbols[e]] = e;
  const steps = lists(table.steps, 3);
  const ends = lists(table.ends, 2);

  /** The first edge that leaves a node by a symbol, or -1; more may follow it. */
  const edgeOf = (node: number, symbol: number): number => {
    if (node === 0) return rootEdge[symbol];
    let low = first[node];
    let high = first[node + 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (symbols[middle] < symbol) low = middle + 1;
      else high = middle;
    }
    return low < first[node + 1] && symbols[low] === symbol ? low : -1;
  };

  return {
    match(prose, tokens, people) {
      const found: Match[] = [];
      const waiting: (Map<number, State> | undefined)[] = new Array(tokens.count + 1);
      let sentences: readonly number[] | null = null;
      const startsSentence = (i: number): boolean => {
        if (i === 0) return true;
        if (tokens.gaps[i] !== STOP) return false;
        sentences ??= sentenceStarts(prose);
        return sentences[sentenceAt(sentences, tokens.starts[i])] >= tokens.ends[i - 1];
      };
      const arrive = (state: State, at: number, via: Via): void => {
        const key = state.node * 8 + state.gap + 1;
        const bucket = (waiting[at] ??= new Map());
        const there = bucket.get(key);
        if (there && there.start <= state.start) return;
        bucket.set(key, state);
        const ended = ends.get(state.node);
        if (ended && (via === 'word' || (via === 'person' && !splitsPossessive(tokens, at)))) {
          for (const phrase of ended) found.push(matchOf(phrase, state, at, tokens));
        }
        const onward = steps.get(state.node);
        if (!onward || state.gap >= 0) return;
        for (let s = 0; s < onward.length; s += 2) {
          const target = onward[s + 1];
          switch (onward[s]) {
            case STEP_OPEN: arrive({ ...state, node: target, open: at }, at, via); break;
            case STEP_CLOSE: arrive({ ...state, node: target, close: at }, at, via); break;
            case STEP_GAP: arrive({ ...state, node: target, gap: 0 }, at, via); break;
          }
        }
      };
      const take = (state: State, symbol: number, at: number, via: Via): void => {
        const edge = edgeOf(state.node, symbol);
        if (edge < 0) return;
        for (let e = edge; e < first[state.node + 1] && symbols[e] === symbol; e++) arrive({ ...state, node: targets[e], gap: -1 }, at, via);
      };
      const rootSteps = steps.get(0) ?? [];
      const advance = (state: State, i: number, accepted: readonly number[] | undefined, edge: number): void => {
        if (accepted) {
          for (const symbol of accepted) take(state, symbol, i + 1, 'word');
        }
        for (let p = edge; p < people.length && people[p].from === i; p++) {
          for (let g = 0; g < BITS.length; g++) {
            if (BITS[g] !== 0 && (people[p].groups & BITS[g]) === 0) continue;
            take(state, g, people[p].to, people[p].possessive ? 'owner' : 'person');
          }
        }
      };
      let edge = 0;
      for (let i = 0; i < tokens.count; i++) {
        while (edge < people.length && people[edge].from < i) edge++;
        const here = waiting[i];
        waiting[i] = undefined;
        const accepted = forms.get(tokens.forms[i]);
        const someone = edge < people.length && people[edge].from === i;
        if (here) {
          for (const state of here.values()) {
            if (state.gap < 0 ? tokens.gaps[i] !== JOINED : startsSentence(i)) continue;
            if (accepted || someone) advance(state, i, accepted, edge);
            if (state.gap >= 0 && (accepted || someone)) {
              // The underline may begin right after a gap: `{family} ... [[lashed out]]`.
              const onward = steps.get(state.node) ?? [];
              for (let s = 0; s < onward.length; s += 2) if (onward[s] === STEP_OPEN) advance({ ...state, node: onward[s + 1], open: i }, i, accepted, edge);
            }
            if (state.gap >= 0 && state.gap < GAP_WORDS) arrive({ ...state, gap: state.gap + 1 }, i + 1, 'word');
          }
        }
        if (!accepted && !someone) continue;
        const fresh: State = { node: 0, start: i, open: -1, close: -1, gap: -1 };
        advance(fresh, i, accepted, edge);
        for (let s = 0; s < rootSteps.length; s += 2) {
          if (rootSteps[s] === STEP_OPEN) begin(rootSteps[s + 1], i, i, accepted);
          else if (rootSteps[s] === STEP_START && startsSentence(i)) begin(rootSteps[s + 1], i, -1, accepted);
        }
      }
      return found;

      function begin(node: number, i: number, open: number, accepted: readonly number[] | undefined): void {
        advance({ node, start: i, open, close: -1, gap: -1 }, i, accepted, edge);
        const onward = steps.get(node) ?? [];
        for (let s = 0; s < onward.length; s += 2) {
          if (onward[s] === STEP_OPEN) begin(onward[s + 1], i, i, accepted);
          else if (onward[s] === STEP_START && startsSentence(i)) begin(onward[s + 1], i, open, accepted);
        }
      }
    },
  };
}

/** "told Mum" must not be found in "told Mum's sister", nor "told her" in "told her sister" (an owner's edge). */
function splitsPossessive(tokens: Tokens, at: number): boolean {
  return tokens.forms[at - 1] === "'s" || (at < tokens.count && tokens.forms[at] === "'s" && tokens.starts[at] === tokens.ends[at - 1]);
}

function matchOf(phrase: number, state: State, to: number, tokens: Tokens): Match {
  const outerStart = tokens.starts[state.start];
  const outerEnd = tokens.ends[to - 1];
  return {
    phrase,
    start: state.open < 0 ? outerStart : tokens.starts[state.open],
    end: state.close < 0 ? outerEnd : tokens.ends[state.close - 1],
    outerStart,
    outerEnd,
    from: state.start,
    to,
  };
}

function index(table: PhraseTable): { first: Int32Array; symbols: Int32Array; targets: Int32Array } {
  const count = table.edges.length / 3;
  const first = new Int32Array(table.nodes + 1);
  const symbols = new Int32Array(count);
  const targets = new Int32Array(count);
  for (let e = 0; e < count; e++) {
    first[table.edges[3 * e] + 1]++;
    symbols[e] = table.edges[3 * e + 1];
    targets[e] = table.edges[3 * e + 2];
  }
  for (let n = 0; n < table.nodes; n++) first[n + 1] += first[n];
  return { first, symbols, targets };
}

/** Rows of `width` numbers by their first: node → the rest of its rows, one after the other. */
function lists(rows: readonly number[], width: number): Map<number, number[]> {
  const map = new Map<number, number[]>();
  for (let i = 0; i < rows.length; i += width) {
    const list = map.get(rows[i]);
    if (list) list.push(...rows.slice(i + 1, i + width));
    else map.set(rows[i], rows.slice(i + 1, i + width));
  }
  return map;
}
