/** Lists and texts that are kept for as long as a record is open. It does not know what is in them. */

/**
 * The same list, without room for more: V8 leaves room for sixteen things in one that was pushed to or filtered. Where each
 * of a hundred thousand blocks keeps a dozen lists of one or two things, that is a quarter of all that is kept.
 */
export function toKeep<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NOTHING : list.slice();
}

const NOTHING: readonly never[] = [];

/** The one of `known` that reads the same, which is added where there is none: much the same may be said of a hundred thousand blocks. */
export function textToKeep(text: string, known: Map<string, string>): string {
  const same = known.get(text);
  if (same === undefined) known.set(text, text);
  return same ?? text;
}
