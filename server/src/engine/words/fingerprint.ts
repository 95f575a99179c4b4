/**
 * Tells texts apart without keeping them. It is not for secrets: whoever has the text can make the number, and whoever
 * looks for another text with the same number will find one.
 */

/** A whole number from 0, under 2 ** 52: the same for the same text and seed, in practice another for any other. Linear. */
export function fingerprint(text: string, seed = 0): number {
  let low = 0x811c9dc5 ^ seed;
  let high = 0x01000193 + seed;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high + code, 0x5bd1e995) ^ (high >>> 15);
  }
  return ((high ^ (high >>> 16)) & 0xfffff) * 2 ** 32 + ((low ^ (low >>> 15)) >>> 0);
}
