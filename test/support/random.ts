/** Chance that is the same every time. It does not know what is made with it. */

/** A number below `limit`, from 0. */
export type Next = (limit: number) => number;

export function numbers(seed: number): Next {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * limit);
  };
}

/** Fewer than `most` pieces in a row. */
export function randomText(next: Next, pieces: readonly string[], most: number): string {
  let text = '';
  for (let left = next(most); left > 0; left--) text += pieces[next(pieces.length)];
  return text;
}
