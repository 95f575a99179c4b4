/**
 * What checks make of the words of their rules, once for all who read a note by them: it takes a moment, and is large. It
 * does not know what that is.
 */
import type { CheckSpec, CheckValue } from '../rule.js';

export interface ReadOnce {
  /** What `read` makes of a check: the same object (===) for the same check and the same function. */
  of<T>(spec: CheckSpec, read: (spec: CheckSpec, readOnce: ReadOnce) => T): T;
  /** The same for what says the same, another for anything else. It is short, since it stands in the names of all that is kept of every record. */
  nameOf(words: CheckValue): string;
}

export function onceReader(): ReadOnce {
  const known = new WeakMap<CheckSpec, Map<unknown, unknown>>();
  const names = new Map<string, string>();
  const readOnce: ReadOnce = {
    of<T>(spec: CheckSpec, read: (spec: CheckSpec, readOnce: ReadOnce) => T): T {
      const made = known.get(spec) ?? new Map<unknown, unknown>();
      if (!made.has(read)) known.set(spec, made.set(read, read(spec, readOnce)));
      return made.get(read) as T;
    },
    nameOf(words) {
      const text = JSON.stringify(words);
      const name = names.get(text) ?? String(names.size);
      names.set(text, name);
      return name;
    },
  };
  return readOnce;
}

/** The keys of a check that have these names. */
export function picked(spec: CheckSpec, names: readonly string[]): CheckValue {
  return Object.fromEntries(names.map((name) => [name, spec[name] ?? '']));
}
