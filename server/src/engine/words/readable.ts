/**
 * Prose as it sounds, for whoever shows some of it. It knows filler, and not what stood in its place.
 */

/** On one line: what stands for nothing inside a word is left out, other filler and white space are one space. */
export function readable(prose: string): string {
  return prose.replace(/[\u2060\u00AD]/gu, '').replace(/[\s\u2029\uFFFC]+/gu, ' ').trim();
}
