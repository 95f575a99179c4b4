/**
 * How far the words for a person reach to the left: "both of her older children", "Jon's partner", "Uncle Franco",
 * "the social worker Ellen". It takes heads (a name, a kinship or service word) from left to right, and knows no lexicon of names.
 */
import { DESCRIBING, DETERMINERS, GROUPS, KIN_TITLES, type Entry } from './lexicon.js';
import type { PersonEdge } from './people.js';
import { JOINED, type Tokens } from '../words/tokens.js';

/** The word or name at the heart of an edge. */
export interface Head extends PersonEdge {
  readonly sort: Entry['sort'] | 'name' | 'titled';
  /** Several people: "they" may mean them, "she" may not. */
  readonly plural: boolean;
}

/** What has been found so far in a block. Grows; lives no longer than one call of `findPeople`. */
export interface Reach {
  readonly edges: PersonEdge[];
  /** By the token after them: where the widest words for a person begin, and whether a name may follow ("her dad Lee"). */
  readonly endings: Map<number, { readonly from: number; readonly takesName: boolean; readonly groups: number }>;
}

const QUANTITIES: ReadonlySet<string> = new Set(['both', 'all', 'each', 'two', 'three', 'one']);

export function startReach(): Reach {
  return { edges: [], endings: new Map() };
}

/** Adds the edges of `head` and of everything that belongs to it on its left; returns where the widest begins. */
export function widen(tokens: Tokens, prose: string, head: Head, reach: Reach): number {
  const { to, sort } = head;
  const groups = head.groups & GROUPS;
  const add = (from: number): void => {
    reach.edges.push({ from, to, groups });
  };
  add(head.from);
  if (sort === 'name' || sort === 'titled') {
    const before = tokens.gaps[head.from] === JOINED ? reach.endings.get(head.from) : undefined;
    const from = before?.takesName ? before.from : head.from;
    if (from < head.from) add(from);
    note(reach, to, from, false, groups);
    return from;
  }
  let from = head.from;
  for (let steps = 0; steps < 3; steps++) {
    const previous = tokens.gaps[from] === JOINED ? from - 1 : -1;
    if (previous < 0) break;
    if (DESCRIBING.has(tokens.forms[previous])) from = previous;
    else if (tokens.forms[previous] === 'off' && tokens.forms[previous - 1] === 'on') from = previous - 1;
    else break;
    add(from);
  }
  let owned = false;
  if (from > 0 && tokens.gaps[from] === JOINED) {
    const owner = ownerEnd(tokens, prose, from);
    const possessor = owner > 0 ? reach.endings.get(owner) : undefined;
    if (possessor) {
      from = possessor.from;
      owned = true;
      add(from);
    } else if (DETERMINERS.has(tokens.forms[from - 1])) {
      from--;
      owned = true;
      add(from);
      const more = wholeOf(tokens, from);
      if (more < from) add((from = more));
    }
  }
  const title = to === head.from + 1 && KIN_TITLES.has(tokens.forms[head.from]);
  note(reach, to, from, sort !== 'service' && (owned || title || sort === 'role'), groups);
  return from;
}

function note(reach: Reach, to: number, from: number, takesName: boolean, groups: number): void {
  const before = reach.endings.get(to);
  if (!before || from < before.from) reach.endings.set(to, { from, takesName, groups });
}

/** Where the words for an owner end that stands right before token `at` ("Mum's", "the boys'"), or 0. */
function ownerEnd(tokens: Tokens, prose: string, at: number): number {
  if (tokens.forms[at - 1] === "'s") return at - 1;
  const mark = prose.charCodeAt(tokens.ends[at - 1]);
  return mark === 39 || mark === 0x2019 ? at : 0;
}

/** "both the children", "all of her family": where that begins, or `from`. */
function wholeOf(tokens: Tokens, from: number): number {
  if (from < 1 || tokens.gaps[from] !== JOINED) return from;
  if (tokens.forms[from - 1] === 'both' || tokens.forms[from - 1] === 'all') return from - 1;
  return from > 1 && tokens.forms[from - 1] === 'of' && QUANTITIES.has(tokens.forms[from - 2]) && tokens.gaps[from - 1] === JOINED ? from - 2 : from;
}
