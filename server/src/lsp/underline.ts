/**
 * What an editor underlines of a finding. Most are words and are underlined whole; what is said of a sentence, a
 * statement or an action as a whole stands at its first words, so that a page is read and not crossed out.
 */
import type { Range } from 'vscode-languageserver';
import type { Finding, Span } from '../engine/finding.js';
import type { OpenNote } from './documents.js';

/** The same for the same finding and reading: whoever is handed the range can find the finding again. */
export function underlined(note: OpenNote, finding: Finding): Range {
  return note.range(spanOf(note, finding));
}

/** What a rule's own words matched, and what would be replaced, is shown in full. */
function spanOf({ reading: { analysis, rulebook } }: OpenNote, finding: Finding): Span {
  if (finding.fixes.length > 0) return finding;
  const words = [...analysis.note.prose.slice(finding.start, finding.end).matchAll(WORD)];
  if (words.length <= WHOLE || rulebook.compiled.rules.find(({ id }) => id === finding.rule)?.check === null) return finding;
  const { index, 0: word } = words[FIRST - 1];
  return { start: finding.start, end: finding.start + index + word.length };
}

/** So many words are still taken in at a glance. */
const WHOLE = 8;
const FIRST = 4;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u2060'’-]*/gu;
