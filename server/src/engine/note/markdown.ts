/**
 * The Markdown parser: Lezer's, with what makes it quick on prose and linear on hostile text. It yields Lezer's
 * tree and knows nothing of prose, blocks or sections.
 */
import { type Input, NodeProp, Tree, TreeFragment } from '@lezer/common';
import { type LeafBlockParser, type MarkdownConfig, parser, Strikethrough, Table, TaskList } from '@lezer/markdown';

/** A block longer than this (UTF-16 units) is not read: inline parsing is quadratic in the length of a block. */
export const LONGEST_BLOCK = 8192;
/** Quotes and lists inside one another; what is nested deeper is not read, so that a line costs no more than this. */
const DEEPEST = 64;

/** The range of the old text (`A`) that became the range of the new one (`B`). Same form as Lezer's. */
export interface Change {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

/** The tree of `source`. With an earlier tree and the one change since, nodes outside the change are the same objects. */
export function parseMarkdown(source: string | Input, before?: { readonly tree: Tree; readonly change: Change }): Tree {
  if (before === undefined) return PARSER.parse(source);
  return PARSER.parse(source, TreeFragment.applyChanges(TreeFragment.addTree(before.tree), [before.change], 1));
}

/** What Lezer knows a block's surroundings by, for each of them: the object that nodes there share. Grows with the ways in which quotes and lists nest. */
export type Surroundings = Map<number, object>;

/**
 * Lezer gives each node of a block an object of its own, of four hundred bytes, that holds one number: what it stands in.
 * After this, nodes that stand in the same share one, which in a long list saves a fifth of all that is kept of it.
 */
export function shareSurroundings(node: Tree, shared: Surroundings): void {
  const within = node.prop(NodeProp.contextHash);
  if (within === undefined || node.propValues.length > 1) return;
  const held = node as unknown as { props: object };
  const same = shared.get(within);
  if (same === undefined) shared.set(within, held.props);
  else held.props = same;
  for (const child of node.children) if (child instanceof Tree) shareSurroundings(child, shared);
}

/**
 * The one change between two texts, widened for Lezer: from three lines above (a table's delimiter row and a
 * Setext underline look back) to the end of the line. Null where they are the same.
 */
export function changeBetween(before: string, after: string): Change | null {
  const shorter = Math.min(before.length, after.length);
  const from = commonPrefix(before, after, shorter);
  if (from === before.length && from === after.length) return null;
  const suffix = commonSuffix(before, after, shorter - from);
  let start = from;
  for (let lines = 0; lines < 4 && start > 0; lines++) start = after.lastIndexOf('\n', start - 1);
  start = start <= 0 ? 0 : start + 1;
  const end = after.indexOf('\n', after.length - suffix);
  const toB = end < 0 ? after.length : end;
  return { fromA: start, toA: toB + before.length - after.length, fromB: start, toB };
}

const STEP = 512; // slices are free and compare as memory, so go by these first

function commonPrefix(a: string, b: string, most: number): number {
  let at = 0;
  while (at + STEP <= most && a.slice(at, at + STEP) === b.slice(at, at + STEP)) at += STEP;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

function commonSuffix(a: string, b: string, most: number): number {
  let size = 0;
  const sliceBack = (text: string): string => text.slice(text.length - size - STEP, text.length - size);
  while (size + STEP <= most && sliceBack(a) === sliceBack(b)) size += STEP;
  while (size < most && a.charCodeAt(a.length - 1 - size) === b.charCodeAt(b.length - 1 - size)) size++;
  return size;
}

// Lezer asks eleven inline parsers about every character; this one answers for whole runs of plain ones. It stops
// at line ends and at the spaces before them, where a hard break may begin.
const PLAIN = /(?:[^\\`*_~\[\]!<&\n ]| +(?![ \n]))+/y;

const Runs: MarkdownConfig = {
  parseInline: [{
    name: 'Plain',
    before: 'Escape',
    parse(context, _next, position) {
      if (position === context.offset && context.text.length > LONGEST_BLOCK) return context.end;
      PLAIN.lastIndex = position - context.offset;
      return PLAIN.test(context.text) ? context.offset + PLAIN.lastIndex : -1;
    },
  }],
};

/** Lezer reads a possible link definition (`[`) again at every line: cut it off before that shows. */
const CUT_LONG: LeafBlockParser = {
  nextLine(context, _line, leaf) {
    if (leaf.content.length <= LONGEST_BLOCK) return false;
    context.addLeafElement(leaf, context.elt('TooLong', leaf.start, leaf.start + leaf.content.length));
    return true;
  },
  finish: () => false,
};

const Limits: MarkdownConfig = {
  defineNodes: [{ name: 'TooDeep', block: true }, { name: 'TooLong', block: true }],
  parseBlock: [
    {
      name: 'TooDeep',
      before: 'LinkReference',
      parse(context, line) {
        if (context.depth <= DEEPEST) return false;
        const from = context.lineStart + line.pos;
        context.nextLine();
        context.addElement(context.elt('TooDeep', from, context.prevLineEnd()));
        return true;
      },
    },
    {
      name: 'TooLong',
      before: 'LinkReference',
      leaf: (_, leaf) => (leaf.content.charCodeAt(0) === 91 ? CUT_LONG : null),
    },
  ],
};

const PARSER = parser.configure([Table, TaskList, Strikethrough, Runs, Limits]);
