/**
 * Wordings with blanks: a rule's idea put where the writer can fill it in, and blanks as stops of a snippet. It says
 * nothing for the writer: what only they know stays a blank, and their own sentence stays until they take it away.
 */
import { ownWords, type Edit, type Finding } from '../../engine/finding.js';
import type { Note } from '../../engine/note/note.js';
import type { Rule } from '../../engine/rule.js';
import { sentenceStarts } from '../../engine/words/sentences.js';

/** What stands in square brackets is for the writer to fill in. */
const BLANK = /\[[^[\]]+\]/g;
/** Words by which an idea is a sentence and not a name for something. */
const SAYS = /\b(?:will|would|is|are|was|were|has|have|had|said|says|told|tells|finds|uses|saw|rang|asked|explained|complained|met|think|going)\b/;

/**
 * Where the idea of a finding goes: in place of a name for something, else as a sentence of its own after the one that
 * was raised. Null where it has no blanks, or would stand in somebody's speech.
 */
export function withBlanks({ text, prose, blocks }: Pick<Note, 'text' | 'prose' | 'blocks'>, finding: Finding, rule: Rule): Edit | null {
  const idea = finding.try;
  const block = blocks.find(({ start, end }) => start <= finding.start && finding.end <= end);
  if (!idea || idea.search(BLANK) < 0 || !block || block.content.quoted || block.content.kind === 'heading' || rule.quotes === 'include') return null;
  const bare = idea.replace(BLANK, '');
  if (!SAYS.test(bare)) {
    // What they are about stays as it is.
    const { start, end } = ownWords(finding);
    return text.slice(start, end) === prose.slice(start, end) && !inSpeech(text.slice(block.start, start)) ? { start, end, text: idea } : null;
  }
  const next = sentenceStarts(block.content.prose).map((at) => block.start + at).find((start) => start >= finding.end) ?? block.end;
  const at = block.start + text.slice(block.start, next).trimEnd().length;
  if (inSpeech(text.slice(block.start, at))) return null;
  const stop = /[.!?…]["'”’)*_]*$/.test(text.slice(block.start, at)) ? '' : '.';
  return { start: at, end: at, text: `${stop} ${asSentence(idea)}` };
}

/** The text of a snippet: each blank a stop, to be typed over. Everything else stands as it is. */
export function withStops(text: string): string {
  let stop = 0;
  const parts = text.split(/(\[[^[\]]+\])/);
  return `${parts.map((part, at) => (at % 2 === 1 ? `\${${++stop}:${escaped(part)}}` : escaped(part))).join('')}$0`;
}

export function hasBlanks(text: string): boolean {
  return text.search(BLANK) >= 0;
}

export function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

function asSentence(idea: string): string {
  const whole = /[.!?]["”’]?$/.test(idea) ? idea : `${idea}.`;
  return whole.replace(/^\[?\p{Ll}/u, (first) => first.toUpperCase());
}

/** Whether a double quotation mark is still open. */
function inSpeech(before: string): boolean {
  return before.split('"').length % 2 === 0 || before.lastIndexOf('“') > before.lastIndexOf('”');
}
