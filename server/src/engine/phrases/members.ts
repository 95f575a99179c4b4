/**
 * Where a phrase has got to, in one number: an automaton keeps many thousands of them. It does not know where they lead.
 */

/** A node, and its marks. */
export type Member = number;

/** `open` and `close` are how many words into the run `[[` and `]]` stood, or -1. */
export interface Marks {
  readonly open: number;
  readonly close: number;
  /** The phrase begins with `^`. */
  readonly anchored: boolean;
}

/** More words than a run has. */
const MOST_WORDS = 2048;
/** So many ways to be marked: with a node, and they fit the 53 bits of a whole number. */
const WAYS = 2 * MOST_WORDS * MOST_WORDS;
export const UNMARKED: Marks = { open: -1, close: -1, anchored: false };

export function memberOf(node: number, { open, close, anchored }: Marks): Member {
  return node * WAYS + ((open + 1) * MOST_WORDS + close + 1) * 2 + Number(anchored);
}

export function nodeOf(member: Member): number {
  return Math.floor(member / WAYS);
}

export function marksOf(member: Member): Marks {
  const marks = member % WAYS;
  return { open: Math.floor(marks / (2 * MOST_WORDS)) - 1, close: (Math.floor(marks / 2) % MOST_WORDS) - 1, anchored: marks % 2 === 1 };
}

/** `member`, which was at `node`, at the next one with the same marks. */
export function goneOn(member: Member, node: number, next: number): Member {
  return member + (next - node) * WAYS;
}
