/**
 * What the checks of the plain-english pack say about a stretch of prose. It does not know which library saw
 * it, how loudly it speaks, or where the prose stands in a note.
 */
import type { Span } from '../../finding.js';

/** Offsets are UTF-16 units of the prose that was given. */
export interface PlainFinding extends Span {
  /** One or two sentences for the writer; quotes at most the words in the span. */
  readonly message: string;
  /** Wording to choose from, capitals carried over; empty where only the writer can know. */
  readonly replacements: readonly string[];
}

/** Sorted by start; of findings that overlap, the longest stays, and of equals the first. */
export function withoutOverlaps(findings: readonly PlainFinding[]): readonly PlainFinding[] {
  const kept: PlainFinding[] = [];
  for (const finding of [...findings].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept[kept.length - 1];
    if (last === undefined || finding.start >= last.end) kept.push(finding);
    else if (finding.end - finding.start > last.end - last.start) kept[kept.length - 1] = finding;
  }
  return kept;
}

/** `word` with the capital that `model` has. */
export function withCapitalOf(model: string, word: string): string {
  const first = model.charAt(0);
  const capital = first !== first.toLowerCase() && model !== model.toUpperCase();
  return capital ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
