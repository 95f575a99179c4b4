/**
 * What people standing side by side come to ("Kayleigh and Darren"), whose something is ("Mum's"), and the order that
 * readers of edges count on. It does not know who anybody is.
 */
import { GROUPS } from './lexicon.js';
import type { PersonEdge } from './people.js';
import { AND, WORDS } from './words.js';
import { JOINED, SOFT, STOP, type Tokens } from '../words/tokens.js';

/** Joins "Kayleigh and Darren", "Mum, Dad and Nan" into edges of the groups they share. */
export function coordinate(tokens: Tokens, prose: string, edges: PersonEdge[]): void {
  if (!edges.some((edge) => !edge.possessive && leads(tokens, prose, edge.to) !== null)) return;
  const plain = edges.filter((edge) => !edge.possessive && !WORDS.get(tokens.forms[edge.from])?.self && !isPronoun(tokens, edge)).sort((a, b) => b.from - a.from || b.to - a.to);
  const longest = new Map<number, PersonEdge>();
  const joined = new Map<number, PersonEdge>();
  for (const edge of plain) {
    const link = leads(tokens, prose, edge.to);
    const right = link === 'and' ? joined.get(edge.to + 1) ?? longest.get(edge.to + 1) : link === 'comma' ? joined.get(edge.to) : undefined;
    const groups = right ? edge.groups & right.groups & GROUPS : 0;
    if (right && (groups !== 0 || ((edge.groups | right.groups) & GROUPS) === 0)) {
      const whole = { from: edge.from, to: right.to, groups };
      edges.push(whole);
      if (!joined.has(edge.from)) joined.set(edge.from, whole);
    }
    if (!longest.has(edge.from)) longest.set(edge.from, edge);
  }
}

function isPronoun(tokens: Tokens, { from, to }: PersonEdge): boolean {
  return to === from + 1 && Boolean(WORDS.get(tokens.forms[from])?.pronoun);
}

/** What stands at token `at` between two people, if it joins them. */
function leads({ count, forms, gaps, starts, ends }: Tokens, prose: string, at: number): 'and' | 'comma' | null {
  if (at === 0 || at >= count || gaps[at] === STOP) return null;
  if (AND.has(forms[at])) return gaps[at + 1] === JOINED ? 'and' : null;
  return gaps[at] === SOFT && prose.charCodeAt(ends[at - 1]) === 44 && starts[at] > ends[at - 1] + 1 ? 'comma' : null;
}

/** Adds the readings that take in `'s`, sorts, and leaves each reading once. */
export function inOrder(tokens: Tokens, edges: PersonEdge[]): readonly PersonEdge[] {
  const { forms, starts, ends } = tokens;
  for (let e = 0, found = edges.length; e < found; e++) {
    const { from, to, groups, possessive } = edges[e];
    if (!possessive && forms[to] === "'s" && starts[to] === ends[to - 1] && !isPronoun(tokens, edges[e]) && !WORDS.get(forms[to - 1])?.self) edges.push({ from, to: to + 1, groups, possessive: true });
  }
  if (edges.length < 2) return edges;
  let sorted = true;
  for (let e = 1; sorted && e < edges.length; e++) sorted = compare(edges[e - 1], edges[e]) < 0;
  if (sorted) return edges;
  edges.sort(compare);
  return edges.filter((edge, at) => at === 0 || compare(edges[at - 1], edge) !== 0);
}

function compare(a: PersonEdge, b: PersonEdge): number {
  return a.from - b.from || a.to - b.to || a.groups - b.groups || Number(a.possessive ?? false) - Number(b.possessive ?? false);
}
