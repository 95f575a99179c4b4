/**
 * Follows findings through an edit: which of those in the new text were there before. It compares texts and knows
 * nothing of how they were changed.
 */
import type { Finding } from '../../engine/finding.js';

/** What one edit did: `before.slice(start, endBefore)` became `after.slice(start, endAfter)`. UTF-16 offsets. */
export interface Change {
  readonly start: number;
  readonly endBefore: number;
  readonly endAfter: number;
}

/** The one change between two texts, as small as it can be; null where they are the same. */
export function changeOf(before: string, after: string): Change | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let same = 0;
  while (same < most - start && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)) same++;
  return { start, endBefore: before.length - same, endAfter: after.length - same };
}

/** Those of `after` that were among `before`: the same rule at the same place, or at a place the edit reached into. */
export function carried(before: readonly Finding[], after: readonly Finding[], change: Change | null): ReadonlySet<Finding> {
  const places = new Map<string, Finding[]>();
  for (const finding of before) places.set(finding.rule, [...(places.get(finding.rule) ?? []), finding]);
  return new Set(after.filter((finding) => {
    const there = places.get(finding.rule);
    const at = there?.findIndex((old) => isSame(old, finding, change)) ?? -1;
    if (at >= 0) there?.splice(at, 1);
    return at >= 0;
  }));
}

function isSame(old: Finding, finding: Finding, change: Change | null): boolean {
  const start = moved(old.start, change);
  const end = moved(old.end, change);
  // An end that the edit swallowed has no place any more; the other one still tells.
  return start === finding.start || end === finding.end;
}

function moved(offset: number, change: Change | null): number {
  if (!change || offset <= change.start) return offset;
  return offset >= change.endBefore ? offset + change.endAfter - change.endBefore : -1;
}
