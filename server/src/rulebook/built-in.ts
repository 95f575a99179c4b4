/**
 * The packs that ship with Alongside. They were compiled when it was built: start-up reads JSON, never YAML.
 */
import { readFileSync } from 'node:fs';
import type { CompiledRules } from '../engine/rule-set.js';

/** Packs in force when a rulebook names none. `plain-english` reads only what families read, unless a rulebook names it. */
export const BUILT_IN_NAMES = ['family-valued', 'signs-of-safety', 'family-group-conference', 'plain-english'] as const;

/** The packs as the build wrote them beside the program, in `folder`. */
export function readBuiltIn(folder: string): CompiledRules {
  return JSON.parse(readFileSync(`${folder}/packs.json`, 'utf8')) as CompiledRules;
}
