/** What an edit leaves alone at either end of a list. */

/** How many things are the same from the start on, and of the others from the end back. */
export interface Ends {
  readonly head: number;
  readonly tail: number;
}

export function sameEnds<A, B>(a: readonly A[], b: readonly B[], same: (one: A, other: B) => boolean): Ends {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && same(a[head], b[head])) head++;
  let tail = 0;
  while (tail < shorter - head && same(a[a.length - 1 - tail], b[b.length - 1 - tail])) tail++;
  return { head, tail };
}
