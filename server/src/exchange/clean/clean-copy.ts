/**
 * A record, or a part of it, as it goes back to a case system or to Word: rich text and plain text with nothing in them
 * that is there for this program or for whoever fills a template in. It changes no word.
 */
import type { SyntaxNodeRef, Tree } from '@lezer/common';
import type { Span } from '../../engine/finding.js';
import { meetsOneOf } from '../../engine/in-order.js';
import type { Note } from '../../engine/note/note.js';
import { htmlOf, plainTextOf } from './written.js';
import { renderedFrom } from './rendered.js';

export interface CleanCopy {
  readonly html: string;
  readonly plain: string;
  /** Blanks that nobody has filled in, in order; they are copied as they stand. Offsets in the note's text. */
  readonly blanks: readonly Span[];
}

/** `span` is null for the whole of it; `parse` is the engine's parser of Markdown, which whoever calls has already. Total. */
export function cleanCopy(note: Note, span: Span | null, parse: (text: string) => Tree): CleanCopy {
  const whole = span ?? { start: 0, end: note.text.length };
  const cuts = [...(note.frontMatter ? [note.frontMatter] : []), ...commentsOf(note)];
  let text = '';
  let from = whole.start;
  for (const { start, end } of cuts) {
    if (end <= from || start >= whole.end) continue;
    text += note.text.slice(from, Math.max(start, from));
    from = end;
  }
  text += note.text.slice(from, Math.max(whole.end, from));
  const nodes = renderedFrom(text, parse(text));
  return {
    html: htmlOf(nodes),
    plain: plainTextOf(nodes),
    blanks: note.placeholders.filter(({ start, end }) => start >= whole.start && end <= whole.end && !meetsOneOf(cuts, start, end)).map(({ start, end }) => ({ start, end })),
  };
}

/** In order, and in code none. */
function commentsOf({ tree, text }: Note): readonly Span[] {
  const comments: Span[] = [];
  tree.iterate({
    enter({ name, from, to }: SyntaxNodeRef) {
      if (name === 'Comment' || name === 'CommentBlock') comments.push({ start: from, end: to });
      if (name === 'HTMLBlock') for (const { index, 0: comment } of text.slice(from, to).matchAll(/<!--[^]*?(?:-->|$)/g)) comments.push({ start: from + index, end: from + index + comment.length });
    },
  });
  return comments;
}
