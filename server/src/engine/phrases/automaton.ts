/**
 * Compiled phrases as a deterministic machine, worked out lazily: all the nodes that a run of words may have reached
 * together are one *set*, and where a word leads from a set is remembered. It does not see text (matcher.ts does).
 */
import { CHILD, FAMILY, PROFESSIONAL, SERVICE } from '../people/people.js';
import { GROUP_NAMES } from './phrase.js';
import { formLookUp } from './form-index.js';
import { goneOn, isMarked, marksOf, memberOf, nodeOf, UNMARKED, type Marks, type Member } from './members.js';
import { STEP_CLOSE, STEP_GAP, STEP_OPEN, STEP_START, type PhraseTable } from './phrase-table.js';
import { toKeep } from '../to-keep.js';

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
  /** Numbers of the gaps that a word of a group, or somebody of these groups, may close. */
  closedByWord(group: number): readonly number[];
  closedByPerson(groups: number): readonly number[];
  /** The set that a word, or somebody, leads to from behind a gap, or null. */
  afterGapByWord(gap: number, group: number): NodeSet | null;
  afterGapByPerson(gap: number, groups: number, words: number): NodeSet | null;
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
  const behind = (gap: number): readonly Member[] => (behindGaps[gap] ??= closure([gaps[gap]], 0));

  let sets = new Map<string | number, NodeSet>();
  let personSteps = new Map<number, NodeSet | null>();
  let gapSteps = new Map<number, NodeSet | null>();
  const wordClosings: (readonly number[] | undefined)[] = new Array(accepts.first.length - 1);
  const personClosings: (readonly number[] | undefined)[] = [];
  let ids = 0;
  /** Where the first word of a match leads, by root and group: asked of every word of a text. */
  const firstWords: (NodeSet | null | undefined)[][] = [];

  /** The symbols of a group are `accepts.labels` from its `first` to the next; these are those of somebody. */
  const symbolsOfPerson = (bits: number): Int32Array => (personSymbols[bits & 31] ??= Int32Array.from(BITS.flatMap((bit, symbol) => (bit === 0 || (bits & bit) !== 0 ? [symbol] : []))));
  const personSymbols: (Int32Array | undefined)[] = [];
  /** By symbol, when it was last among those leapt by; several leaps, one after the other, mostly go by the same. */
  const wanted = new Float64Array(symbolCount);
  let leapt = 0;
  let by = { symbols: accepts.labels, begin: -1, end: -1 };
  const want = (symbols: Int32Array, begin: number, end: number): void => {
    if (by.begin === begin && by.end === end && by.symbols === symbols) return;
    by = { symbols, begin, end };
    leapt++;
    for (let s = begin; s < end; s++) wanted[symbols[s]] = leapt;
  };
  /** By node with many edges, and symbol: 1 where one of them takes it. */
  const labelled: Record<number, Uint8Array> = {};
  const labelsOf = (from: number, to: number): Uint8Array => {
    const known = new Uint8Array(symbolCount);
    for (let e = from; e < to; e++) known[edges.labels[e]] = 1;
    return known;
  };
  /** By those of `symbols`, which ascend, from `begin` to `end`. */
  const leap = (members: readonly Member[], symbols: Int32Array, begin: number, end: number, length: number): NodeSet | null => {
    const reached: Member[] = [];
    want(symbols, begin, end);
    for (let m = 0; m < members.length; m++) {
      const member = members[m];
      const node = nodeOf(member, nodes);
      const last = edges.first[node + 1];
      let e = edges.first[node];
      if (last - e < FEW * (end - begin)) {
        for (; e < last; e++) if (wanted[edges.labels[e]] === leapt) reached.push(goneOn(member, node, edges.targets[e]));
      } else {
        const known = last - e < MANY ? null : (labelled[node] ??= labelsOf(e, last));
        for (let s = begin; s < end && e < last; s++) {
          if (known !== null && known[symbols[s]] === 0) continue;
          for (e = firstAtLeast(edges.labels, e, last, symbols[s]); e < last && edges.labels[e] === symbols[s]; e++) reached.push(goneOn(member, node, edges.targets[e]));
        }
      }
    }
    return reached.length === 0 ? null : intern(closure(reached, length), length);
  };
  const leapByWord = (members: readonly Member[], group: number, length: number): NodeSet | null => leap(members, accepts.labels, accepts.first[group], accepts.first[group + 1], length);
  const leapByPerson = (members: readonly Member[], bits: number, length: number): NodeSet | null => leap(members, symbolsOfPerson(bits), 0, symbolsOfPerson(bits).length, length);
  const firstWord = (set: NodeSet, group: number): NodeSet | null => {
    const known = firstWords[set.id]?.[group];
    if (known !== undefined) return known;
    const next = leapByWord(set.members, group, 1);
    (firstWords[set.id] ??= new Array(accepts.first.length - 1))[group] = next;
    return next;
  };
  const closings = (symbols: Int32Array, begin: number, end: number): readonly number[] => {
    const closed: number[] = [];
    for (let s = begin; s < end; s++) for (let c = closes.first[symbols[s]]; c < closes.first[symbols[s] + 1]; c++) if (!closed.includes(closes.labels[c])) closed.push(closes.labels[c]);
    return closed;
  };
  const fromGap = (key: number, work: () => NodeSet | null): NodeSet | null => {
    const known = gapSteps.get(key);
    if (known !== undefined) return known;
    const next = work();
    gapSteps.set(key, next);
    return next;
  };

  return {
    root: intern(closure([0], 0), 0),
    anchoredRoot: intern([...closure([0], 0), ...anchored()], 0),
    gapCount: gaps.length,
    groupOf: formLookUp(forms),
    afterWord(set, group) {
      if (set.length === 0) return firstWord(set, group);
      const known = set.afterWord?.get(group);
      if (known !== undefined) return known;
      const next = leapByWord(set.members, group, set.length + 1);
      (set.afterWord ??= new Map()).set(group, next);
      return next;
    },
    afterPerson(set, bits, words) {
      if (!set.takesPeople) return null;
      const key = (set.id * 64 + (words & 63)) * 32 + (bits & 31);
      const known = words < 64 ? personSteps.get(key) : undefined;
      if (known !== undefined) return known;
      const next = leapByPerson(set.members, bits, set.length + words);
      if (words < 64) personSteps.set(key, next);
      return next;
    },
    closedByWord: (group) => (wordClosings[group] ??= closings(accepts.labels, accepts.first[group], accepts.first[group + 1])),
    closedByPerson: (bits) => (personClosings[bits & 31] ??= closings(symbolsOfPerson(bits), 0, symbolsOfPerson(bits).length)),
    // One look-up for both: the numbers of persons begin behind those of the groups.
    afterGapByWord: (gap, group) => fromGap(group * gaps.length + gap, () => leapByWord(behind(gap), group, 1)),
    afterGapByPerson: (gap, bits, words) => fromGap((accepts.first.length + words * 32 + (bits & 31)) * gaps.length + gap, () => leapByPerson(behind(gap), bits, words)),
  };

  /**
   * Adds to members all that they reach without a word. A gap is not entered here: it may last. But where a word at its edge is
   * left out, the gap goes with it: at the start of a phrase or behind another gap, and before `]]` or the end.
   */
  function closure(members: Member[], length: number): readonly Member[] {
    for (let i = 0; i < members.length; i++) {
      const member = members[i];
      const node = nodeOf(member, nodes);
      for (let s = steps.first[node]; s < steps.first[node + 1]; s++) {
        const next = steps.targets[s];
        if (steps.labels[s] === STEP_OPEN) members.push(memberOf(next, { ...marksOf(member, nodes), open: length }, nodes));
        if (steps.labels[s] === STEP_CLOSE) members.push(memberOf(next, { ...marksOf(member, nodes), close: length }, nodes));
        if (steps.labels[s] === STEP_GAP && (length === 0 || mayEnd(next))) members.push(goneOn(member, node, next));
      }
    }
    return members;
  }

  /** Whether a gap may be the last that is seen of a phrase or of what it underlines. */
  function mayEnd(gap: number): boolean {
    for (let s = steps.first[gap]; s < steps.first[gap + 1]; s++) if (steps.labels[s] !== STEP_OPEN) return true;
    return ends.first[gap] < ends.first[gap + 1];
  }

  /** What stands behind a `^` at the root, a `[[` before it or not. */
  function anchored(): readonly Member[] {
    return closure([memberOf(0, { ...UNMARKED, anchored: true }, nodes)], 0).flatMap((member): readonly Member[] => {
      const node = nodeOf(member, nodes);
      const behind: Member[] = [];
      for (let s = steps.first[node]; s < steps.first[node + 1]; s++) if (steps.labels[s] === STEP_START) behind.push(goneOn(member, node, steps.targets[s]));
      return closure(behind, 0);
    });
  }

  function intern(members: readonly Member[], length: number): NodeSet {
    // Many sets have one member without marks: its node names those, and nothing is written out.
    const isPlain = members.length === 1 && !isMarked(members[0], nodes);
    const key = isPlain ? length * nodes + members[0] : `${length} ${ascending(members).join(' ')}`;
    const known = sets.get(key);
    if (known) return known;
    if (sets.size > MOST_SETS) {
      sets = new Map();
      personSteps = new Map();
      gapSteps = new Map();
    }
    const ended: NodeSet['ends'][number][] = [];
    const begun: NodeSet['gaps'][number][] = [];
    let takesPeople = false;
    let goesOn = false;
    for (let m = 0; m < members.length; m++) {
      const member = members[m];
      const node = nodeOf(member, nodes);
      const { open, close, anchored: held } = marksOf(member, nodes);
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

/** Most are already. */
function ascending(members: readonly Member[]): readonly Member[] {
  for (let m = 1; m < members.length; m++) if (members[m] < members[m - 1]) return [...members].sort((a, b) => a - b);
  return members;
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
