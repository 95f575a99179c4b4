/**
 * One top-level node of the tree, with its text, read into blocks: a pure function of the two, so that a node
 * which an edit left alone need not be read again. It does not know where in the note the node stands.
 */
import type { SyntaxNodeRef, Tree } from '@lezer/common';
import type { Span } from '../finding.js';
import type { Cell, Content } from './note.js';
import { closeLeaf, type Draft, type Leaf, openLeaf, type Placed, takeInline, TOO_LONG } from './leaf.js';
import { toKeep } from '../to-keep.js';
import { WORD_JOINER } from '../words/tokens.js';

/** What a node holds. Every offset counts from the node's start. */
export interface Unit {
  readonly contents: readonly Placed[];
  /** Headings that open a section, in order. */
  readonly headings: readonly Heading[];
  readonly directives: Readonly<Draft['directives']>;
  readonly placeholders: Readonly<Draft['placeholders']>;
  readonly unchecked: Readonly<Draft['unchecked']>;
  /** Labels of link definitions, brackets and all. */
  readonly definitions: readonly Span[];
}

export interface Heading {
  readonly start: number;
  readonly level: number;
  /** Its prose, white space collapsed, without a colon at the end. */
  readonly text: string;
  /** How many contents of the unit stand before it. */
  readonly before: number;
}

/** `text` is what `tree` covers, no more and no less. */
export function readUnit(tree: Tree, text: string): Unit {
  const draft: UnitDraft = { contents: [], headings: [], directives: [], placeholders: [], unchecked: [], definitions: [] };
  if (tree.type.name === 'Paragraph' && tree.children.length === 0) {
    closeLeaf(openLeaf({ from: 0, to: text.length }, 'markdown', PARAGRAPH), text, draft);
  } else walk(tree, text, draft);
  return {
    contents: toKeep(draft.contents), headings: toKeep(draft.headings), directives: toKeep(draft.directives),
    placeholders: toKeep(draft.placeholders), unchecked: toKeep(draft.unchecked), definitions: toKeep(draft.definitions),
  };
}

const PARAGRAPH: Leaf['is'] = { kind: 'paragraph', level: 0, quoted: false, cell: null };

/** A unit while it is being written. */
type UnitDraft = { -readonly [Key in keyof Unit]: Unit[Key] extends readonly (infer Item)[] ? Item[] : never };

/** The row of a table that is being read. Empty cells have no node, so columns are counted by their delimiters. */
interface Row {
  readonly number: number;
  readonly start: number;
  column: number;
}

function walk(tree: Tree, text: string, draft: UnitDraft): void {
  const containers: string[] = [];
  let quotes = 0;
  let leaf: Leaf | null = null;
  let row: Row | null = null;
  let table = -1;
  let rows = 0;
  let headers: string[] = [];
  let boldEnd = -1; // where the strong emphasis ends with which a top-level paragraph begins

  const is = (kind: Content['kind'], level: number, cell: Cell | null): Leaf['is'] => ({ kind, level, quoted: quotes > 0, cell });
  const cellAt = ({ number, column }: Row): Cell => ({ table, row: number, column, header: number === 0 ? '' : headers[column] ?? '' });

  const enter = (node: SyntaxNodeRef): boolean => {
    if (leaf !== null) {
      if (node.name === 'StrongEmphasis' && node.from === 0) boldEnd = node.to;
      return takeInline(leaf, node, text);
    }
    switch (node.name) {
      case 'Blockquote':
        quotes++;
        containers.push(node.name);
        return true;
      case 'BulletList': case 'OrderedList': case 'ListItem':
        containers.push(node.name);
        return true;
      case 'Paragraph': case 'Task':
        leaf = openLeaf(node, 'markdown', is(containers.at(-1) === 'ListItem' ? 'item' : 'paragraph', 0, null));
        return true;
      case 'ATXHeading1': case 'ATXHeading2': case 'ATXHeading3': case 'ATXHeading4': case 'ATXHeading5': case 'ATXHeading6':
      case 'SetextHeading1': case 'SetextHeading2':
        leaf = openLeaf(node, 'markdown', is('heading', Number(node.name.at(-1)), null));
        return true;
      case 'HTMLBlock': case 'CommentBlock':
        leaf = openLeaf(node, node.name === 'HTMLBlock' ? 'html' : 'comment', is('paragraph', 0, null));
        return true;
      case 'Table':
        table++;
        rows = 0;
        headers = [];
        return true;
      case 'TableHeader': case 'TableRow':
        row = { number: rows++, start: node.from, column: 0 };
        return true;
      case 'TableDelimiter':
        if (row !== null && node.from !== row.start) row.column++;
        return false;
      case 'TableCell':
        if (row !== null) leaf = openLeaf(node, 'markdown', is(row.number === 0 ? 'header-cell' : 'cell', 0, cellAt(row)));
        return true;
      case 'LinkReference': {
        const labelEnd = text.indexOf(']', node.from);
        draft.definitions.push({ start: node.from, end: labelEnd + 1 });
        return false;
      }
      case 'FencedCode':
        noteOpenFence(node, draft);
        return false;
      case 'TooDeep':
        draft.unchecked.push({ start: node.from, end: node.to, reason: 'This line stands inside more than 60 quotes or lists, so it has not been read.' });
        return false;
      case 'TooLong':
        draft.unchecked.push({ start: node.from, end: node.to, reason: TOO_LONG });
        return false;
      default: // markers, ruled lines, code
        return false;
    }
  };

  const leave = (node: SyntaxNodeRef): void => {
    if (leaf !== null) {
      if (!LEAVES.has(node.name) || node.from !== leaf.start || node.to !== leaf.end) return;
      const before = draft.contents.length;
      const prose = closeLeaf(leaf, text, draft);
      const { kind, level, cell } = leaf.is;
      if (kind === 'header-cell' && cell !== null) headers[cell.column] = prose;
      if (kind === 'heading' && quotes === 0) draft.headings.push({ start: leaf.start, level, text: headingText(prose), before });
      else if (boldEnd > 0 && node.name === 'Paragraph' && isBoldHeading(text, boldEnd)) draft.headings.push({ start: 0, level: 6, text: headingText(prose), before });
      leaf = null;
    } else if (node.name === containers.at(-1)) {
      containers.pop();
      if (node.name === 'Blockquote') quotes--;
    } else if (node.name === 'TableHeader' || node.name === 'TableRow') row = null;
  };

  tree.iterate({ enter, leave });
}

const LEAVES: ReadonlySet<string> = new Set([
  'Paragraph', 'Task', 'TableCell', 'HTMLBlock', 'CommentBlock', 'SetextHeading1', 'SetextHeading2',
  'ATXHeading1', 'ATXHeading2', 'ATXHeading3', 'ATXHeading4', 'ATXHeading5', 'ATXHeading6',
]);

/** One line, all of it in bold but for a colon: what people write who do not use headings. */
function isBoldHeading(text: string, boldEnd: number): boolean {
  return !text.includes('\n') && /^\s*:?\s*$/.test(text.slice(boldEnd));
}

function headingText(prose: string): string {
  return prose.replaceAll(WORD_JOINER, '').replace(/\s+/g, ' ').replace(/ ?: ?$/, '').trim();
}

function noteOpenFence(node: SyntaxNodeRef, draft: UnitDraft): void {
  if (node.node.getChildren('CodeMark').length > 1) return;
  draft.unchecked.push({ start: node.from, end: node.to, reason: 'A block of code opens here and is not closed, so what follows has not been read.' });
}
