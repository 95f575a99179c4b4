/**
 * Hashing, in plain JavaScript so that it runs wherever the engine does. It knows nothing of what is hashed.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * Eight hexadecimal digits for a text. So few on purpose: enough to tell apart the findings of one record,
 * and too few to prove a guess at its words, since millions of other guesses fit as well.
 */
export function digest(salt: string, text: string): string {
  return bytesToHex(sha256(utf8ToBytes(`${salt}\0${text}`)).subarray(0, 4));
}

/** For a new sidecar: 32 hexadecimal digits. */
export function newSalt(): string {
  return bytesToHex(randomBytes(16));
}
