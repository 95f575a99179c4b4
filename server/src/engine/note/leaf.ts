/**
 * One leaf block (a paragraph, heading, cell, run of HTML): gathers its markup and writes its prose down. It does
 * not know how blocks nest; who opens a leaf says whether it is quoted, and where in a table it stands.
 */
import type { SyntaxNodeRef } from '@lezer/common';
import { readDirective } from './directives.js';
import type { Span, Unchecked } from '../finding.js';
import { readHtml } from './html-prose.js';
import { LONGEST_BLOCK } from './markdown.js';
import { type Cut, margins, maskProse } from './mask.js';
import type { Content, Directive, Placeholder } from './note.js';
import { findPlaceholders } from './placeholders.js';

/** What has been read of a unit so far. Offsets count from the unit's start. */
export interface Draft {
  readonly contents: Placed[];
  readonly directives: Directive[];
  readonly placeholders: Placeholder[];
  readonly unchecked: Unchecked[];
}

export interface Placed extends Span {
  readonly content: Content;
}

/** A leaf while it is being gathered: what its content will be, and its markup in order. */
export interface Leaf extends Span {
  readonly form: 'markdown' | 'html' | 'comment';
  readonly is: Omit<Content, 'prose'>;
  readonly cuts: Cut[];
  readonly comments: Span[];
}

export function openLeaf(node: { readonly from: number; readonly to: number }, form: Leaf['form'], is: Leaf['is']): Leaf {
  return { start: node.from, end: node.to, form, is, cuts: [], comments: [] };
}

/** Notes what a node inside the leaf means for its prose. Answers whether nodes inside that one matter too. */
export function takeInline(leaf: Leaf, node: SyntaxNodeRef, text: string): boolean {
  const start = node.from;
  const end = node.to;
  switch (node.name) {
    case 'EmphasisMark': case 'StrikethroughMark': case 'LinkMark': case 'HeaderMark': case 'QuoteMark': case 'ListMark':
    case 'CodeMark': case 'URL': case 'LinkTitle': case 'LinkLabel':
      leaf.cuts.push({ start, end, as: 'mark' });
      return false;
    case 'Escape':
      leaf.cuts.push({ start, end: start + 1, as: 'mark' });
      return false;
    case 'HardBreak':
      leaf.cuts.push({ start, end, as: 'break' });
      return false;
    case 'HTMLTag':
      leaf.cuts.push({ start, end, as: /^<br[\s/>]/i.test(text.slice(start, start + 4)) ? 'break' : 'opaque' });
      return false;
    case 'InlineCode': case 'Entity': case 'Autolink':
      leaf.cuts.push({ start, end, as: 'opaque' });
      return false;
    case 'Comment':
      leaf.comments.push({ start, end });
      leaf.cuts.push({ start, end, as: 'gone' });
      return false;
    case 'TaskMarker': case 'ProcessingInstruction':
      leaf.cuts.push({ start, end, as: 'gone' });
      return false;
    case 'Link': // a footnote's number is not a word of the sentence
      if (!text.startsWith('[^', start)) return true;
      leaf.cuts.push({ start, end, as: 'mark' });
      return false;
    default:
      return true;
  }
}

export const TOO_LONG = 'This block is longer than 8,000 characters, so it has not been read. An empty line inside it would part it in two.';

/** Writes the leaf into `draft`. Answers its prose without margins: '' where it has none. */
export function closeLeaf(leaf: Leaf, text: string, draft: Draft): string {
  if (leaf.end - leaf.start > LONGEST_BLOCK && leaf.form !== 'comment') {
    if (text.slice(leaf.start, leaf.end).trim() !== '') draft.unchecked.push({ start: leaf.start, end: leaf.end, reason: TOO_LONG });
    return '';
  }
  if (leaf.form !== 'markdown') return closeHtml(leaf, text, draft);
  takeDirectives(leaf.comments, text, 0, draft);
  const raw = text.slice(leaf.start, leaf.end);
  for (const found of findPlaceholders(raw, leaf.start, leaf.cuts)) draft.placeholders.push(found);
  return place(leaf, leaf.start, maskProse(text, leaf.start, leaf.end, leaf.cuts), draft);
}

function closeHtml(leaf: Leaf, text: string, draft: Draft): string {
  // Of Lezer's nodes an HTML block holds only the marks of the quote it stands in.
  const raw = leaf.cuts.length === 0 ? text.slice(leaf.start, leaf.end) : withoutMarks(leaf, text);
  const html = readHtml(raw);
  takeDirectives(html.comments, raw, leaf.start, draft);
  const last = html.comments.at(-1);
  if (last !== undefined && !raw.slice(last.start, last.end).endsWith('-->')) {
    draft.unchecked.push({ start: leaf.start + last.start, end: leaf.end, reason: 'A comment opens here and is not closed with -->, so what follows has not been read.' });
  }
  for (const { start, end, form } of findPlaceholders(raw, 0, html.cuts)) draft.placeholders.push({ start: start + leaf.start, end: end + leaf.start, form });
  for (const run of html.runs) place(leaf, leaf.start + run.start, run.prose, draft);
  return '';
}

function withoutMarks(leaf: Leaf, text: string): string {
  let raw = '';
  let at = leaf.start;
  for (const { start, end } of leaf.cuts) {
    raw += text.slice(at, start) + ' '.repeat(end - start);
    at = end;
  }
  return raw + text.slice(at, leaf.end);
}

function place(leaf: Leaf, start: number, masked: string, draft: Draft): string {
  const { lead, tail } = margins(masked);
  const prose = lead + tail === 0 ? masked : masked.slice(lead, masked.length - tail);
  if (prose === '') return '';
  const { kind, level, quoted, cell } = leaf.is;
  draft.contents.push({ start: start + lead, end: start + lead + prose.length, content: { kind, prose, level, quoted, cell } });
  return prose;
}

function takeDirectives(comments: readonly Span[], text: string, offset: number, draft: Draft): void {
  for (const { start, end } of comments) {
    const directive = readDirective(text.slice(start, end), start + offset);
    if (directive !== null) draft.directives.push(directive);
  }
}
