/**
 * "Did you mean …?"
 */
import leven from 'leven';

/** The candidate most like `word`, or null when none is near. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  let best: { candidate: string; distance: number } | null = null;
  for (const candidate of candidates) {
    // A word cut short is nearer than any slip of the fingers: “warn” for “warning”.
    const distance = word.length >= 3 && candidate.startsWith(word) && candidate !== word ? 1 : leven(word, candidate);
    if (!best || distance < best.distance) best = { candidate, distance };
  }
  return best && best.distance <= Math.max(2, Math.floor(word.length / 3)) ? best.candidate : null;
}
