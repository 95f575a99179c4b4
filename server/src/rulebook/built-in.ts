/**
 * The packs that ship with Alongside, compiled when it was built: start-up reads JSON, never YAML.
 */
import type { CompiledRules } from '../engine/rule-set.js';

/** The packs as JSON text; the build puts it here. */
declare const BUILT_IN_PACKS: string;

/** Packs in force when a rulebook names none. `plain-english` reads only what families read, unless a rulebook names it. */
export const BUILT_IN_NAMES = ['family-valued', 'signs-of-safety', 'family-group-conference', 'plain-english'] as const;

export function builtInRules(): CompiledRules {
  return JSON.parse(BUILT_IN_PACKS) as CompiledRules;
}
