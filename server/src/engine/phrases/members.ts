/**
 * Where a phrase has got to, in one number: an automaton keeps many thousands of them. Most have no marks, and are the
 * number of their node, which V8 keeps as it is. It does not know where they lead.
 */

/** A node of an automaton, and its marks. Each function is told how many `nodes` that has. */
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
export const UNMARKED: Marks = { open: -1, close: -1, anchored: false };

export function memberOf(node: number, { open, close, anchored }: Marks, nodes: number): Member {
  return node + nodes * (((close + 1) * MOST_WORDS + open + 1) * 2 + Number(anchored));
}

export function isMarked(member: Member, nodes: number): boolean {
  return member >= nodes;
}

export function nodeOf(member: Member, nodes: number): number {
  return member < nodes ? member : member % nodes;
}

export function marksOf(member: Member, nodes: number): Marks {
  if (member < nodes) return UNMARKED;
  const marks = Math.floor(member / nodes);
  return { open: (Math.floor(marks / 2) % MOST_WORDS) - 1, close: Math.floor(marks / (2 * MOST_WORDS)) - 1, anchored: marks % 2 === 1 };
}

/** `member`, which was at `node`, at the next one with the same marks. */
export function goneOn(member: Member, node: number, next: number): Member {
  return member + next - node;
}
