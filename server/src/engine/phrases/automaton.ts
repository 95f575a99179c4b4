/**
 * Compiled phrases as a deterministic machine, worked out lazily: all the nodes that a run of words may have reached
 * together are one *set*, and where a word leads from a set is remembered. It does not see text (matcher.ts does).
 */
import { CHILD, FAMILY, PROFESSIONAL, SERVICE } from '../people/people.js';
import { GROUP_NAMES } from './phrase.js';
import { formLookUp } from './form-index.js';
import { goneOn, marksOf, memberOf, nodeOf, UNMARKED, type Marks, type Member } from './members.js';
import { STEP_CLOSE, STEP_GAP, STEP_OPEN, STEP_START, type PhraseTable } from './phrase-table.js';
import { toKeep } from '../to-keep.js';

/** Ascending. */
type Symbols = Int32Array;

/** What holds for every phrase that a run of words has got into. */
export interface NodeSet {
  readonly id: number;
  /** Words in the run. */
  readonly length: number;
  readonly members: readonly Member[];
  /** Phrases that end here. */
  readonly ends: readonly (Marks & { readonly phrase: number })[];
  /** Gaps that begin here, by number. */
  readonly gaps: readonly (Marks & { readonly gap: number })[];
  readonly takesPeople: boolean;
  /** Some phrase goes on from here. */
  readonly goesOn: boolean;
  /** Where a word of each group leads, as far as that has been asked; null until it is. */
  afterWord: Map<number, NodeSet | null> | null;
}

export interface Automaton {
  /** Before the first word; `^` phrases are among them when the run may begin a sentence. */
  readonly root: NodeSet;
  readonly anchoredRoot: NodeSet;
  readonly gapCount: number;
  /** Number of the group of word forms that a form (with `markOf` it) belongs to, or -1 when no phrase knows it. */
  groupOf(form: string, mark: number): number;
  /** The set a word leads to, or null. */
  afterWord(set: NodeSet, group: number): NodeSet | null;
  /** The set that somebody of these groups (a bit mask), named in `words` words, leads to, or null. */
  afterPerson(set: NodeSet, groups: number, words: number): NodeSet | null;
  /** Gaps that a word may close, and the sets it leads to from them. */
  closedByWord(group: number): readonly Closing[];
  closedByPerson(groups: number, words: number): readonly Closing[];
}

export interface Closing {
  readonly gap: number;
  /** Worked out when it is first asked: few gaps are ever open. */
  readonly after: () => NodeSet | null;
}

const GROUP_BITS: Readonly<Record<(typeof GROUP_NAMES)[number], number>> = { person: 0, family: FAMILY, child: CHILD, professional: PROFESSIONAL, service: SERVICE };
const BITS = GROUP_NAMES.map((name) => GROUP_BITS[name]);
/** Sets worked out before everything is forgotten and begun afresh, so that memory stays bounded. */
const MOST_SETS = 200_000;

/** Of a node's edges: walked where there are fewer than so many for each symbol, else found by halving. */
const FEW = 8;
/** A node with so many edges is worth a table of the symbols they take. */
const MANY = 500;

export function createAutomaton({ nodes, symbols: symbolCount, forms, accepts, edges, steps, gaps, closes, ends }: PhraseTable): Automaton {
  const gapNumber = new Int32Array(nodes).fill(-1);
  gaps.forEach((node, gap) => (gapNumber[node] = gap));
  const behindGaps: (readonly Member[] | undefined)[] = new Array(gaps.length);
  const behind = (gap: number): readonly Member[] => (behindGaps[gap] ??= closure([memberOf(gaps[gap], UNMARKED)], 0));

  let sets = new Map<string | number, NodeSet>();
  let personSteps = new Map<number, NodeSet | null>();
  let wordClosings = new Map<number, readonly Closing[]>();
  let personClosings = new Map<number, readonly Closing[]>();
  let ids = 0;
  /** Where the first word of a match leads, by root and group: asked of every word of a text. */
  const firstWords: (NodeSet | null | undefined)[][] = [];

  const symbolsOf = (group: number): Symbols => accepts.labels.subarray(accepts.first[group], accepts.first[group + 1]);
  const symbolsOfPerson = (bits: number): Symbols => Int32Array.from(BITS.flatMap((bit, symbol) => (bit === 0 || (bits & bit) !== 0 ? [symbol] : [])));
  /** By symbol, during one leap: 1 where it is among those leapt by. */
  const wanted = new Uint8Array(symbolCount);
  /** By node with many edges, and symbol: 1 where one of them takes it. */
  const labelled: Record<number, Uint8Array> = {};
  const labelsOf = (from: number, to: number): Uint8Array => {
    const known = new Uint8Array(symbolCount);
    for (let e = from; e < to; e++) known[edges.labels[e]] = 1;
    return known;
  };
  const leap = (members: readonly Member[], symbols: Symbols, length: number): NodeSet | null => {
    const reached: Member[] = [];
    for (let s = 0; s < symbols.length; s++) wanted[symbols[s]] = 1;
    for (const member of members) {
      const node = nodeOf(member);
      const last = edges.first[node + 1];
      let e = edges.first[node];
      if (last - e < FEW * symbols.length) {
        for (; e < last; e++) if (wanted[edges.labels[e]] === 1) reached.push(goneOn(member, node, edges.targets[e]));
      } else {
        const known = last - e < MANY ? null : (labelled[node] ??= labelsOf(e, last));
        for (let s = 0; s < symbols.length && e < last; s++) {
          if (known !== null && known[symbols[s]] === 0) continue;
          for (e = firstAtLeast(edges.labels, e, last, symbols[s]); e < last && edges.labels[e] === symbols[s]; e++) reached.push(goneOn(member, node, edges.targets[e]));
        }
      }
    }
    for (let s = 0; s < symbols.length; s++) wanted[symbols[s]] = 0;
    return arrived(reached, length);
  };
  const firstWord = (set: NodeSet, group: number): NodeSet | null => {
    const known = firstWords[set.id]?.[group];
    if (known !== undefined) return known;
    const next = leap(set.members, symbolsOf(group), 1);
    (firstWords[set.id] ??= new Array(accepts.first.length - 1))[group] = next;
    return next;
  };
  const arrived = (reached: readonly Member[], length: number): NodeSet | null => (reached.length === 0 ? null : intern(closure(reached, length), length));
  const closings = (symbols: Symbols, words: number): readonly Closing[] =>
    [...new Set([...symbols].flatMap((symbol) => [...closes.labels.subarray(closes.first[symbol], closes.first[symbol + 1])]))].map((gap) => {
      let set: NodeSet | null | undefined;
      return { gap, after: () => (set === undefined ? (set = leap(behind(gap), symbols, words)) : set) };
    });

  return {
    root: intern(closure([memberOf(0, UNMARKED)], 0), 0),
    anchoredRoot: intern([...closure([memberOf(0, UNMARKED)], 0), ...anchored()], 0),
    gapCount: gaps.length,
    groupOf: formLookUp(forms),
    afterWord(set, group) {
      if (set.length === 0) return firstWord(set, group);
      const known = set.afterWord?.get(group);
      if (known !== undefined) return known;
      const next = leap(set.members, symbolsOf(group), set.length + 1);
      (set.afterWord ??= new Map()).set(group, next);
      return next;
    },
    afterPerson(set, bits, words) {
      if (!set.takesPeople) return null;
      const key = (set.id * 64 + (words & 63)) * 32 + (bits & 31);
      const known = words < 64 ? personSteps.get(key) : undefined;
      if (known !== undefined) return known;
      const next = leap(set.members, symbolsOfPerson(bits), set.length + words);
      if (words < 64) personSteps.set(key, next);
      return next;
    },
    closedByWord(group) {
      let known = wordClosings.get(group);
      if (!known) wordClosings.set(group, (known = closings(symbolsOf(group), 1)));
      return known;
    },
    closedByPerson(bits, words) {
      const key = words * 32 + (bits & 31);
      let known = personClosings.get(key);
      if (!known) personClosings.set(key, (known = closings(symbolsOfPerson(bits), words)));
      return known;
    },
  };

  /**
   * Members and all they reach without a word. A gap is not entered here: it may last. But where a word at its edge is
   * left out, the gap goes with it: at the start of a phrase or behind another gap, and before `]]` or the end.
   */
  function closure(members: readonly Member[], length: number): Member[] {
    const all = [...members];
    for (let i = 0; i < all.length; i++) {
      const member = all[i];
      const node = nodeOf(member);
      for (let s = steps.first[node]; s < steps.first[node + 1]; s++) {
        const next = steps.targets[s];
        if (steps.labels[s] === STEP_OPEN) all.push(memberOf(next, { ...marksOf(member), open: length }));
        if (steps.labels[s] === STEP_CLOSE) all.push(memberOf(next, { ...marksOf(member), close: length }));
        if (steps.labels[s] === STEP_GAP && (length === 0 || mayEnd(next))) all.push(goneOn(member, node, next));
      }
    }
    return all;
  }

  /** Whether a gap may be the last that is seen of a phrase or of what it underlines. */
  function mayEnd(gap: number): boolean {
    return ends.first[gap] < ends.first[gap + 1] || steps.labels.subarray(steps.first[gap], steps.first[gap + 1]).some((label) => label !== STEP_OPEN);
  }

  /** What stands behind a `^` at the root, a `[[` before it or not. */
  function anchored(): Member[] {
    return closure([memberOf(0, { ...UNMARKED, anchored: true })], 0).flatMap((member) => {
      const node = nodeOf(member);
      const behind: Member[] = [];
      for (let s = steps.first[node]; s < steps.first[node + 1]; s++) if (steps.labels[s] === STEP_START) behind.push(goneOn(member, node, steps.targets[s]));
      return closure(behind, 0);
    });
  }

  function intern(members: readonly Member[], length: number): NodeSet {
    // Many sets have one member without marks: its node names those, and nothing is written out.
    const [only] = members;
    const isPlain = members.length === 1 && only === memberOf(nodeOf(only), UNMARKED);
    const key = isPlain ? length * nodes + nodeOf(only) : [length, ...[...members].sort((a, b) => a - b)].join(' ');
    const known = sets.get(key);
    if (known) return known;
    if (sets.size > MOST_SETS) {
      sets = new Map();
      personSteps = new Map();
      wordClosings = new Map();
      personClosings = new Map();
    }
    const ended: NodeSet['ends'][number][] = [];
    const begun: NodeSet['gaps'][number][] = [];
    let takesPeople = false;
    let goesOn = false;
    for (const member of members) {
      const node = nodeOf(member);
      const { open, close, anchored: held } = marksOf(member);
      for (let e = ends.first[node]; e < ends.first[node + 1]; e++) ended.push({ open, close, anchored: held, phrase: ends.labels[e] });
      for (let s = steps.first[node]; s < steps.first[node + 1]; s++) if (steps.labels[s] === STEP_GAP) begun.push({ open, close, anchored: held, gap: gapNumber[steps.targets[s]] });
      goesOn ||= edges.first[node] < edges.first[node + 1];
      takesPeople ||= edges.first[node] < edges.first[node + 1] && edges.labels[edges.first[node]] < BITS.length;
    }
    const set: NodeSet = { id: ids++, length, members: toKeep(members), ends: toKeep(ended), gaps: toKeep(begun), takesPeople, goesOn: goesOn || begun.length > 0, afterWord: null };
    sets.set(key, set);
    return set;
  }
}

/** The first place from `low` on, below `high`, where the ascending `labels` reach `label`. Written out, since it is asked of every word. */
function firstAtLeast(labels: Int32Array, low: number, high: number, label: number): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (labels[middle] < label) from = middle + 1;
    else to = middle;
  }
  return from;
}
