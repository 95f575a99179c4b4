/**
 * The HTML that mammoth makes of a Word document → paragraphs, headings, list items and table rows of Markdown. Whatever
 * is only typed and would be markup in Markdown is escaped, so that none of it is hidden from the rules; blanks to be
 * filled (`[name]`, `____`) stay as they are.
 */
import type { Element, Nodes } from 'hast';
import { findPlaceholders } from '../../engine/note/placeholders.js';
import { rowsOf, type Row } from './word-tables.js';

export interface Block {
  /** `rule` is a line of Markdown that stands nowhere in the document. */
  readonly kind: 'heading' | 'paragraph' | 'row' | 'rule';
  /** Markdown, with a line for each line of the document's own. */
  readonly text: string;
  /** What a reader sees, on one line. */
  readonly said: string;
  /** Whether it joins another such block without an empty line: list items, table rows. */
  readonly tight: boolean;
}

export function blocksOf(nodes: readonly Nodes[]): readonly Block[] {
  const blocks: Block[] = [];
  let loose: Nodes[] = [];
  const close = (): void => {
    blocks.push(...paragraph(loose));
    loose = [];
  };
  for (const node of nodes) {
    const made = node.type === 'element' ? ofElement(node) : null;
    if (made === null) loose.push(node);
    else {
      close();
      blocks.push(...made);
    }
  }
  close();
  return blocks;
}

/** Null for what stands in a line. */
function ofElement(element: Element): readonly Block[] | null {
  const { tagName, children } = element;
  switch (tagName) {
    case 'h1': case 'h2': case 'h3': case 'h4': case 'h5': case 'h6': {
      const said = plain(children).replace(/\s+/g, ' ').trim();
      return said === '' ? [] : [{ kind: 'heading', text: `${'#'.repeat(Number(tagName[1]))} ${escaped(said)}`, said, tight: false }];
    }
    case 'p': return paragraph(children);
    case 'ul': case 'ol': return children.filter(isElement).flatMap((item, index) => listItem(item, tagName === 'ul' ? '- ' : `${index + 1}. `));
    case 'table': return tableBlocks(rowsOf(element).map((row) => row.map(({ children: content, ...cell }) => ({ ...cell, blocks: blocksOf(content) }))));
    case 'div': case 'dl': case 'dt': case 'dd': case 'blockquote': return blocksOf(children);
    default: return null;
  }
}

function paragraph(nodes: readonly Nodes[]): readonly Block[] {
  const lines = plain(nodes).split('\n').map((line) => line.replace(/[ \t]+/g, ' ').trim()).filter((line) => line !== '');
  if (lines.length === 0) return [];
  const said = lines.join(' ');
  // One line, all of it in bold: what people write who do not use headings.
  if (lines.length === 1 && nodes.every(isBold)) return [label(said)];
  return [{ kind: 'paragraph', text: lines.map(escaped).join('\\\n'), said, tight: false }];
}

function label(said: string): Block {
  return { kind: 'heading', text: `**${escaped(said)}**`, said, tight: false };
}

function isBold(node: Nodes): boolean {
  if (node.type === 'element') return node.tagName === 'strong' || (node.children.length > 0 && node.children.every(isBold)) || node.tagName === 'br';
  return node.type !== 'text' || node.value.trim() === '';
}

function listItem({ children }: Element, marker: string): readonly Block[] {
  const indent = ' '.repeat(marker.length);
  return blocksOf(children).map((block, index) => ({ ...block, kind: block.kind === 'rule' ? block.kind : 'paragraph', tight: true, text: block.text.split('\n').map((line, at) => (index === 0 && at === 0 ? marker : indent) + line).join('\n') }));
}

type ReadRow = readonly (Omit<Row[number], 'children'> & { readonly blocks: readonly Block[] })[];

/** A table in which each row is one thing stays a table. One that only lays out a form is read as headings and what stands below each. */
function tableBlocks(rows: readonly ReadRow[]): readonly Block[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const cells = rows.flat();
  const hasBigCells = cells.some(({ blocks }) => blocks.length > 1);
  const spans = cells.some((cell) => cell.spans) || cells.some(({ blocks }) => blocks.some(({ kind }) => kind === 'row'));
  if (width < 2 || spans) return rows.flatMap(labelled);
  const [head, body] = rows;
  // Of two columns the first is what the second is about, unless Word was told that the first row is.
  if (rows.length === 2 && hasBigCells && head.length === body.length && head.every((cell) => isLabel(cell) && (width > 2 || cell.isHead))) return head.flatMap((cell, index) => [label(cell.blocks[0].said), ...body[index].blocks]);
  if (hasBigCells && width === 2) return rows.flatMap(labelled);
  const line = (row: ReadRow): string => `| ${Array.from({ length: width }, (_, index) => (row[index]?.blocks ?? []).map(cellText).join('<br>')).join(' | ')} |`;
  const made = rows.map((row): Block => ({ kind: 'row', text: line(row), said: '', tight: true }));
  return [made[0], { kind: 'rule', text: `|${' --- |'.repeat(width)}`, said: '', tight: true }, ...made.slice(1)];
}

/** A row of a form: what stands first is what the rest is about. */
function labelled(row: ReadRow): readonly Block[] {
  const [first, ...rest] = row;
  if (rest.length === 0 || !isLabel(first) || rest.every(({ blocks }) => blocks.length === 0)) return row.flatMap(({ blocks }) => blocks);
  return [label(first.blocks[0].said), ...rest.flatMap(({ blocks }) => blocks)];
}

function isLabel({ blocks }: ReadRow[number]): boolean {
  return blocks.length === 1 && blocks[0].kind !== 'row' && blocks[0].said.length <= 80 && !/[.!]$/.test(blocks[0].said);
}

function cellText({ text, kind }: Block): string {
  const line = text.replace(/\\\n\s*/g, '<br>').replace(/\|/g, '\\|').trim();
  return kind === 'heading' ? line.replace(/^#+ /, '') : line;
}

function isElement(node: Nodes): node is Element {
  return node.type === 'element';
}

/** What a reader sees, with `\n` for a line break. Marks of footnotes and pictures are left out. */
function plain(nodes: readonly Nodes[]): string {
  return nodes.map((node): string => {
    if (node.type === 'text') return node.value.replace(/\n/g, ' ');
    if (node.type !== 'element' || isNoteMark(node)) return '';
    return node.tagName === 'br' ? '\n' : plain(node.children);
  }).join('');
}

function isNoteMark({ tagName, properties }: Element): boolean {
  return tagName === 'a' && /^#(?:[\w-]*-)?(?:footnote|endnote)-/.test(String(properties['href'] ?? ''));
}

function escaped(line: string): string {
  let [text, from] = ['', 0];
  for (const { start, end } of findPlaceholders(line, 0, [])) {
    text += withoutMarkup(line.slice(from, start)) + line.slice(start, end);
    from = end;
  }
  text += withoutMarkup(line.slice(from));
  // What makes another thing of a line by standing first in it. Lists that are typed by hand are lists.
  return text.replace(/^(?=#{1,6}(?: |$)|>|=+ *$|-[- ]*-[- ]*$)/, '\\');
}

function withoutMarkup(text: string): string {
  return text.replace(/[*_`]|\\(?=[!-/:-@[-`{-~])|~(?=~)|<(?=[a-z/!?])|&(?=#?\w+;)|\[(?=[^[\]]*\][([:])/gi, '\\$&');
}
