/**
 * The packs that ship, from the disk they were installed on.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { CompiledRules } from '../../engine/rule-set.js';
import { PACKS_FILE, SMALL_PACKS_FILE, unpack } from './built-in.js';

/** The packs as the build wrote them beside the program, in `folder`. */
export function readBuiltIn(folder: string): CompiledRules {
  return unpack(readFileSync(`${folder}/${PACKS_FILE}`), latin1);
}

/** The same from wherever the program was put: in the extension they take least room. */
export async function readInstalled(folder: string): Promise<CompiledRules> {
  if (existsSync(`${folder}/${PACKS_FILE}`)) return readBuiltIn(folder);
  const { unpressed } = await import('./pressed.js');
  return unpack(unpressed(readFileSync(`${folder}/${SMALL_PACKS_FILE}`)), latin1);
}

export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
