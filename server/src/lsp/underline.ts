/**
 * What an editor underlines of a finding. Most are words and are underlined whole; what is said of a sentence, a
 * statement or an action as a whole may stand at its first words, so that a page is read and not crossed out.
 */
import type { Range } from 'vscode-languageserver';
import type { Finding, Span } from '../engine/finding.js';
import { proseBetween } from '../engine/note/block-at.js';
import type { OpenNote } from './documents.js';

/** `short`: where all of a sentence is meant, its first words. */
export type Underlines = 'whole' | 'short';

export function underlined(note: OpenNote, finding: Finding, how: Underlines): Range {
  return note.range(how === 'whole' ? finding : shortOf(note, finding));
}

/** Whether a range that a client was handed is that of this finding. */
export function standsAt(note: OpenNote, finding: Finding, { start, end }: Range): boolean {
  return (['whole', 'short'] as const).some((how) => {
    const own = underlined(note, finding, how);
    return own.start.line === start.line && own.start.character === start.character && own.end.line === end.line && own.end.character === end.character;
  });
}

/** What a rule's own words matched, and what would be replaced, is shown in full. */
function shortOf({ reading: { analysis, rulebook } }: OpenNote, finding: Finding): Span {
  if (finding.fixes.length > 0) return finding;
  const words = [...proseBetween(analysis.note, finding.start, finding.end).matchAll(WORD)];
  if (words.length <= WHOLE || rulebook.compiled.rules.find(({ id }) => id === finding.rule)?.check === null) return finding;
  const { index, 0: word } = words[FIRST - 1];
  return { start: finding.start, end: finding.start + index + word.length };
}

/** So many words are still taken in at a glance. */
const WHOLE = 8;
const FIRST = 4;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u2060'’-]*/gu;
