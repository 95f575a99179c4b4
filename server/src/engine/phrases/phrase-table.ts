/**
 * Phrases compiled to one automaton, as plain arrays that the build writes to a file. Words become
 * *symbols*: a base form with all its inflections is one, an exact form is one, a choice of words is one. It
 * does not run anything (matcher.ts).
 */
import { buildFormIndex, formsIn, type FormIndex } from './form-index.js';
import { formsOf } from '../words/inflect.js';
import { GROUP_NAMES, type Part, type Phrase } from './phrase.js';

/** The compiled phrases. Node 0 is where every match begins; symbols 0 to 4 are the groups, in GROUP_NAMES' order. */
export interface PhraseTable {
  readonly nodes: number;
  readonly symbols: number;
  /** Word forms and the group each belongs to. The same symbols accept every form of a group. */
  readonly forms: FormIndex;
  /** Node is a group, label a symbol that accepts it; targets are 0. */
  readonly accepts: Links;
  /** Label is a symbol; a node may lead to several targets by one symbol. */
  readonly edges: Links;
  /** Label is STEP_START … STEP_GAP; taken without a word. */
  readonly steps: Links;
  /** The node behind each gap, by the gap's number. */
  readonly gaps: Int32Array;
  /** Node is a symbol, label a gap that it may close; targets are 0. */
  readonly closes: Links;
  /** Label is the id of a phrase that ends at the node; targets are 0. */
  readonly ends: Links;
}

/** What leaves each node: entries `first[node]` to `first[node + 1]` of the other two, sorted by label. */
export interface Links {
  readonly first: Int32Array;
  readonly labels: Int32Array;
  readonly targets: Int32Array;
}

export const STEP_START = 0;
export const STEP_OPEN = 1;
export const STEP_CLOSE = 2;
export const STEP_GAP = 3;

export const EMPTY_TABLE: PhraseTable = { nodes: 1, symbols: GROUP_NAMES.length, forms: buildFormIndex(new Map()), accepts: linksOf([], 0), edges: linksOf([], 1), steps: linksOf([], 1), gaps: new Int32Array(0), closes: linksOf([], GROUP_NAMES.length), ends: linksOf([], 1) };

export interface TableBuilder {
  /** Adds a phrase under an id of the caller's. */
  add(phrase: Phrase, id: number): void;
  table(): PhraseTable;
}

/**
 * Starts from what is already compiled: a team's own phrases go into the same automaton as the built-in ones.
 *
 * Optional words and choices lead from a *set* of nodes. Every member of a set goes to the same next node, so the
 * automaton grows with the length of a phrase, never with the number of ways to read it; equal sets are shared
 * between phrases, which makes it a trie.
 */
export function buildTable(base: PhraseTable): TableBuilder {
  let nodes = base.nodes;
  let symbols = base.symbols;
  const forms = new Map<string, number[]>();
  for (const [form, group] of formsIn(base.forms)) forms.set(form, [...base.accepts.labels.subarray(base.accepts.first[group], base.accepts.first[group + 1])]);
  const edges = triplesOf(base.edges);
  const steps = triplesOf(base.steps);
  const ends = triplesOf(base.ends);
  const reached = new Map<string, number>();
  const symbolOf = new Map<string, number>();

  const follow = (kind: 'edge' | 'step', from: readonly number[], label: number): readonly number[] => {
    const key = `${kind} ${label} ${from.join(' ')}`;
    let target = reached.get(key);
    if (target === undefined) {
      reached.set(key, (target = nodes++));
      for (const node of from) (kind === 'edge' ? edges : steps).push(node, label, target);
    }
    return [target];
  };
  const symbolFor = (words: readonly WordPart[]): number => {
    const key = [...new Set(words.map((word) => (word.exact ? `=${word.form}` : word.form)))].sort().join('|');
    let symbol = symbolOf.get(key);
    if (symbol === undefined) {
      symbolOf.set(key, (symbol = symbols++));
      for (const form of new Set(words.flatMap((word) => acceptedForms(word)))) {
        const list = forms.get(form);
        if (list) list.push(symbol);
        else forms.set(form, [symbol]);
      }
    }
    return symbol;
  };
  const walk = (from: readonly number[], parts: readonly Part[]): readonly number[] => parts.reduce(walkPart, from);
  const walkPart = (from: readonly number[], part: Part): readonly number[] => {
    switch (part.kind) {
      case 'word': return follow('edge', from, symbolFor([part]));
      case 'group': return follow('edge', from, GROUP_NAMES.indexOf(part.group));
      case 'choice': {
        const words = part.options.flatMap(([first, ...more]) => (more.length === 0 && first.kind === 'word' ? [first] : []));
        const others = part.options.filter(([first, ...more]) => more.length > 0 || first.kind !== 'word');
        return union([...(words.length > 0 ? [follow('edge', from, symbolFor(words))] : []), ...others.map((option) => walk(from, option))]);
      }
      case 'optional': return union([from, walkPart(from, part.part)]);
      case 'gap': return follow('step', from, STEP_GAP);
      case 'start': return follow('step', from, STEP_START);
      case 'open': return follow('step', from, STEP_OPEN);
      case 'close': return follow('step', from, STEP_CLOSE);
    }
  };
  return {
    add(phrase, id) {
      for (const node of walk([0], phrase.parts)) ends.push(node, id, 0);
    },
    table() {
      const { numbers, ...words } = together(forms, symbols);
      const links = { edges: linksOf(edges.map((one, at) => (at % 3 === 1 ? numbers[one] : one)), nodes), steps: linksOf(steps, nodes) };
      return { nodes, symbols, ...words, ...links, ...gapsOf(links, symbols), ends: linksOf(ends, nodes) };
    },
  };
}

function union(sets: readonly (readonly number[])[]): readonly number[] {
  return [...new Set(sets.flat())].sort((a, b) => a - b);
}

type WordPart = Extract<Part, { kind: 'word' }>;

/** Contracted forms that the tokenizer leaves open, and the words they may stand for. */
const CONTRACTIONS: Readonly<Record<string, readonly string[]>> = { "'s": ['is', 'has'], "'d": ['had', 'would'] };

function acceptedForms(word: WordPart): readonly string[] {
  if (word.exact) return [word.form];
  const accepted = formsOf(word.form);
  const contracted = Object.entries(CONTRACTIONS).filter(([, full]) => full.some((form) => accepted.includes(form)));
  return contracted.length > 0 ? [...accepted, ...contracted.map(([form]) => form)] : accepted;
}

/** Forms that the same symbols accept stand together: most are inflections of one word. `numbers` are the symbols' new ones. */
function together(forms: ReadonlyMap<string, readonly number[]>, symbols: number): Pick<PhraseTable, 'forms' | 'accepts'> & { readonly numbers: Int32Array } {
  const groups = new Map<string, { words: string[]; list: readonly number[] }>();
  for (const [form, list] of [...forms].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const key = list.join(' ');
    const group = groups.get(key);
    if (group) group.words.push(form);
    else groups.set(key, { words: [form], list });
  }
  const all = [...groups.values()];
  const numbers = sideBySide(all.map(({ list }) => list), symbols);
  return {
    numbers,
    forms: buildFormIndex(new Map(all.flatMap(({ words }, group) => words.map((word) => [word, group] as const)))),
    accepts: linksOf(all.flatMap(({ list }, line) => list.flatMap((symbol) => [line, numbers[symbol], 0])), all.length),
  };
}

/** Numbers for symbols, alike where they accept much the same: a table is the smaller for it, once it is compressed. Groups of people keep theirs. */
function sideBySide(lists: readonly (readonly number[])[], symbols: number): Int32Array {
  const accepted: number[][] = Array.from({ length: symbols }, () => []);
  lists.forEach((list, line) => list.forEach((symbol) => accepted[symbol].push(line)));
  const order = accepted.map((lines, symbol) => ({ symbol, lines })).slice(GROUP_NAMES.length).sort((a, b) => compared(a.lines, b.lines));
  const numbers = Int32Array.from({ length: symbols }, (_, symbol) => symbol);
  order.forEach(({ symbol }, at) => (numbers[symbol] = GROUP_NAMES.length + at));
  return numbers;
}

function compared(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((one, index) => one !== b[index]);
  return at < 0 ? a.length - b.length : at >= b.length ? 1 : a[at] - b[at];
}

/** Numbers the gaps, and turns round what stands behind them: a word asks which gaps it closes. */
function gapsOf({ edges, steps }: Pick<PhraseTable, 'edges' | 'steps'>, symbols: number): Pick<PhraseTable, 'gaps' | 'closes'> {
  const gaps = [...new Set(steps.targets.filter((_, s) => steps.labels[s] === STEP_GAP))];
  const triples = gaps.flatMap((node, gap) => {
    const reached = [node];
    for (let i = 0; i < reached.length; i++) for (let s = steps.first[reached[i]]; s < steps.first[reached[i] + 1]; s++) if (steps.labels[s] !== STEP_START && !reached.includes(steps.targets[s])) reached.push(steps.targets[s]);
    return [...new Set(reached.flatMap((at) => [...edges.labels.subarray(edges.first[at], edges.first[at + 1])]))].flatMap((symbol) => [symbol, gap, 0]);
  });
  return { gaps: Int32Array.from(gaps), closes: linksOf(triples, symbols) };
}

/** From triples node, label, target. */
export function linksOf(triples: readonly number[], nodes: number): Links {
  const rows = Array.from({ length: triples.length / 3 }, (_, i) => [triples[3 * i], triples[3 * i + 1], triples[3 * i + 2]]);
  rows.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
  const first = new Int32Array(nodes + 1);
  for (const [node] of rows) first[node + 1]++;
  for (let node = 0; node < nodes; node++) first[node + 1] += first[node];
  return { first, labels: Int32Array.from(rows, (row) => row[1]), targets: Int32Array.from(rows, (row) => row[2]) };
}

export function triplesOf({ first, labels, targets }: Links): number[] {
  const triples: number[] = [];
  for (let node = 0; node + 1 < first.length; node++) for (let i = first[node]; i < first[node + 1]; i++) triples.push(node, labels[i], targets[i]);
  return triples;
}
