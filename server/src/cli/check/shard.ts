/**
 * `--shard`: one machine's part of the records, where several share a run. It reads nothing.
 */

export interface Shard {
  /** From 1. */
  readonly nth: number;
  readonly of: number;
}

/** What a value of `--shard` says: `2/5`; all where there is none. */
export function shardOf(value: string | null): Shard | { readonly objection: string } {
  const [, nth, of] = /^(\d{1,4})\/(\d{1,4})$/.exec(value ?? '1/1') ?? [];
  const shard = { nth: Number(nth), of: Number(of) };
  return shard.nth >= 1 && shard.nth <= shard.of ? shard : { objection: `--shard reads as which part of how many, such as 2/5; “${value}” does not.` };
}

/** Every record is in one part, and no part has more than one record more than another, as long as all machines see the same list. */
export function partOf<T>(sorted: readonly T[], { nth, of }: Shard): readonly T[] {
  return sorted.filter((_, index) => index % of === nth - 1);
}
