/** What is found by halving among things that stand in order. It does not see to it that they do, and is too slow to be asked of every word. */
import type { Span } from './finding.js';

/** Index of the first of `count` things for which a test holds, given that it holds for all after it; `count` where it holds for none. */
export function firstWhere(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether one of these spans, which stand in order and apart, has anything in common with the stretch from `start` to `end`. */
export function meetsOneOf(spans: readonly Span[], start: number, end: number): boolean {
  const next = firstWhere(spans.length, (index) => spans[index].end > start);
  return next < spans.length && spans[next].start < end;
}

/** The same, where it is enough that they lie end to end. */
export function touchesOneOf(spans: readonly Span[], start: number, end: number): boolean {
  return meetsOneOf(spans, start - 1, end + 1);
}

/** Tells of a stretch whether one of these spans holds all of it; they stand in order of their starts, and may overlap. */
export function holding(spans: readonly Span[]): (stretch: Span) => boolean {
  const furthest = furthestOf(spans);
  return ({ start, end }) => {
    const begun = firstWhere(spans.length, (index) => spans[index].start > start);
    return begun > 0 && furthest[begun - 1] >= end;
  };
}

/** Gives for a stretch those of these spans that overlap it; they may overlap each other. */
export function overlapping<S extends Span>(spans: readonly S[]): (stretch: Span) => readonly S[] {
  const inOrder = [...spans].sort((a, b) => a.start - b.start);
  const furthest = furthestOf(inOrder);
  return ({ start, end }) => inOrder.slice(firstWhere(inOrder.length, (index) => furthest[index] > start), firstWhere(inOrder.length, (index) => inOrder[index].start >= end)).filter((span) => span.end > start);
}

/** How far the spans up to each of these reach. */
function furthestOf(spans: readonly Span[]): readonly number[] {
  const furthest: number[] = [];
  for (const { end } of spans) furthest.push(Math.max(end, furthest.at(-1) ?? 0));
  return furthest;
}
