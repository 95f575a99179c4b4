/**
 * What checks make of the words of their rule, once for all who read a note by them: it takes a moment, and is large. It
 * does not know what that is.
 */
import type { CheckSpec } from '../rule.js';

/** What `read` makes of a check: the same object (===) for the same check and the same function. */
export type ReadOnce = <T>(spec: CheckSpec, read: (spec: CheckSpec) => T) => T;

export function onceReader(): ReadOnce {
  const known = new WeakMap<CheckSpec, Map<unknown, unknown>>();
  return <T>(spec: CheckSpec, read: (spec: CheckSpec) => T): T => {
    const made = known.get(spec) ?? new Map<unknown, unknown>();
    if (!made.has(read)) known.set(spec, made.set(read, read(spec)));
    return made.get(read) as T;
  };
}
