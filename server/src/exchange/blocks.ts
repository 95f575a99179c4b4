/**
 * HTML, as Word documents come to it and as other programs copy it → paragraphs, headings, list items and table rows of
 * Markdown. No word a reader sees is lost. Whatever is only typed and would be markup in Markdown is escaped, so that
 * none of it is hidden from the rules; blanks to be filled (`[name]`, `____`) stay as they are.
 */
import type { Element, ElementContent } from 'hast';
import { breaksIn, escaped, isBold, plain, said, type Breaks } from './inline.js';
import { attribute, elementOf, isElement } from './markup.js';
import { rowsOf, type Row } from './table-rows.js';

export interface Block {
  /** `rule` is a line of Markdown that stands nowhere in the document. */
  readonly kind: 'heading' | 'paragraph' | 'row' | 'rule';
  /** Markdown, with a line for each line of the document's own. */
  readonly text: string;
  /** What a reader sees, on one line. */
  readonly said: string;
  /** What it is part of, with no empty line between it and another part of such a thing. */
  readonly part: 'list' | 'table' | null;
}

export function blocksOf(nodes: readonly ElementContent[], breaks: Breaks = 'spaces'): readonly Block[] {
  const blocks: Block[] = [];
  let loose: ElementContent[] = [];
  const close = (): void => {
    blocks.push(...paragraph(loose, breaks));
    loose = [];
  };
  for (const node of nodes) {
    const made = isElement(node) ? ofElement(node, breaks) : null;
    if (made === null) loose.push(node);
    else {
      close();
      for (const block of made) blocks.push(block);
    }
  }
  close();
  return blocks;
}

/** The blocks as the lines of one text. */
export function linesOf(blocks: readonly Block[]): readonly { readonly line: string; readonly block: Block | null }[] {
  return blocks.flatMap((block, index) => {
    const apart = index > 0 && (block.part === null || blocks[index - 1].part !== block.part);
    return [...(apart ? [{ line: '', block: null }] : []), ...block.text.split('\n').map((line) => ({ line, block }))];
  });
}

/** Null for what stands in a line. */
function ofElement(element: Element, outside: Breaks): readonly Block[] | null {
  const { tagName, children } = element;
  const breaks = breaksIn(element, outside);
  const level = headingLevel(element);
  if (level > 0) return heading(children, level);
  switch (tagName) {
    case 'ul': case 'menu': case 'ol': return list(element, breaks);
    case 'table': return [...blocksOf(children.filter((child) => isElement(child) && child.tagName === 'caption'), breaks), ...tableBlocks(readRows(element, breaks))];
    case 'hr': return [];
    case 'del': case 's': case 'strike': return holdsBlocks(element) ? blocksOf(children.map(struckThrough), breaks) : null;
    default: return BLOCKS.test(tagName) || holdsBlocks(element) ? blocksOf(children, breaks) : null;
  }
}

const BLOCKS = /^(?:p|div|dl|dt|dd|li|blockquote|pre|section|article|main|header|footer|nav|aside|address|center|figure|figcaption|fieldset|legend|form|details|summary|dialog|search|hgroup|html|body|caption|tbody|thead|tfoot|td|th|h[1-6]|ul|ol|menu|table|tr|hr)$/;

function holdsBlocks({ children }: Element): boolean {
  return children.some((child) => isElement(child) && (BLOCKS.test(child.tagName) || holdsBlocks(child)));
}

/** Whole paragraphs that were struck through: each word of them was. */
function struckThrough(node: ElementContent): ElementContent {
  return isElement(node) ? { ...node, children: node.children.map(struckThrough) } : elementOf('s', [node]);
}

function headingLevel(element: Element): number {
  const level = /^h[1-6]$/.test(element.tagName) ? Number(element.tagName[1]) : attribute(element, 'role') === 'heading' ? Number(attribute(element, 'aria-level')) || 2 : 0;
  return Math.min(level, 6);
}

/** One that holds a table, or paragraphs, is no line to stand over others. */
function heading(children: readonly ElementContent[], level: number): readonly Block[] {
  if (children.some((child) => isElement(child) && (BLOCKS.test(child.tagName) || holdsBlocks(child)))) {
    const inside = blocksOf(children);
    return inside.length === 1 && inside[0].kind !== 'row' ? [{ ...inside[0], kind: 'heading', text: `${'#'.repeat(level)} ${escaped(inside[0].said)}`, part: null }] : inside;
  }
  const words = plain(children).replace(/\s+/g, ' ').trim();
  return words === '' ? [] : [{ kind: 'heading', text: `${'#'.repeat(level)} ${escaped(words)}`, said: said(words), part: null }];
}

function paragraph(nodes: readonly ElementContent[], breaks: Breaks): readonly Block[] {
  const lines = plain(nodes, breaks).split('\n').map((line) => line.replace(/[ \t]+/g, ' ').trim()).filter((line) => said(line) !== '');
  if (lines.length === 0) return [];
  const words = said(lines.join(' '));
  // One line, all of it in bold: what people write who do not use headings.
  if (lines.length === 1 && nodes.every(isBold)) return [label(lines[0])];
  return [{ kind: 'paragraph', text: lines.map(escaped).join('\\\n'), said: words, part: null }];
}

function label(words: string): Block {
  return { kind: 'heading', text: `**${escaped(words)}**`, said: said(words), part: null };
}

/** What stands in a list and in no item of it belongs to the item above. */
function list(element: Element, breaks: Breaks): readonly Block[] {
  const marker = (count: number): string => (element.tagName === 'ol' ? `${count}. ` : '- ');
  const made: Block[] = [];
  let next = Number(attribute(element, 'start') || 1);
  let open = '';
  let loose: ElementContent[] = [];
  const item = (count: number, nodes: readonly ElementContent[]): void => {
    const blocks = blocksOf(nodes, breaks);
    if (blocks.length === 0) return;
    next = count + 1;
    open = marker(count);
    for (const block of listItem(blocks, open, open.length)) made.push(block);
  };
  const close = (): void => {
    if (open === '') item(next, loose);
    else for (const block of listItem(blocksOf(loose, breaks), '', open.length)) made.push(block);
    loose = [];
  };
  for (const child of element.children) {
    if (!isElement(child) || child.tagName !== 'li') loose.push(child);
    else {
      close();
      item(Number(attribute(child, 'value') || next), child.children);
    }
  }
  close();
  return made;
}

function listItem(blocks: readonly Block[], marker: string, width: number): readonly Block[] {
  const indent = ' '.repeat(width);
  return blocks.map((block, index) => ({ ...block, kind: block.kind === 'rule' ? block.kind : 'paragraph', part: block.part ?? 'list', text: block.text.split('\n').map((line, at) => (index === 0 && at === 0 && marker !== '' ? marker : indent) + line).join('\n') }));
}

function readRows(table: Element, breaks: Breaks): readonly ReadRow[] {
  return rowsOf(table).map((row) => row.map(({ children, ...cell }) => ({ ...cell, blocks: blocksOf(children, breaks) })));
}

type ReadRow = readonly (Omit<Row[number], 'children'> & { readonly blocks: readonly Block[] })[];

/** A table in which each row is one thing stays a table. One that only lays out a form is read as headings and what stands below each. */
function tableBlocks(all: readonly ReadRow[]): readonly Block[] {
  const rows = all.filter((row) => row.some(({ blocks }) => blocks.length > 0));
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const cells = rows.flat();
  const hasBigCells = cells.some(({ blocks }) => blocks.length > 1);
  const spans = cells.some((cell) => cell.spans) || cells.some(({ blocks }) => blocks.some(({ kind }) => kind === 'row'));
  if (width < 2 || spans) return rows.flatMap(labelled);
  const [head, body] = rows;
  // Of two columns the first is what the second is about, unless Word was told that the first row is.
  if (rows.length === 2 && hasBigCells && head.length === body.length && head.every((cell) => isLabel(cell) && (width > 2 || cell.isHead))) return head.flatMap((cell, index) => [label(cell.blocks[0].said), ...body[index].blocks]);
  if (hasBigCells && width === 2) return rows.flatMap(labelled);
  const line = (row: ReadRow): string => `| ${Array.from({ length: width }, (_, index) => (row[index]?.blocks ?? []).map(cellText).join('<br>')).join(' | ')} |`;
  const made = rows.map((row): Block => ({ kind: 'row', text: line(row), said: '', part: 'table' }));
  return [made[0], { kind: 'rule', text: `|${' --- |'.repeat(width)}`, said: '', part: 'table' }, ...made.slice(1)];
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

function cellText({ text, kind, said: words }: Block): string {
  return (kind === 'heading' ? escaped(words) : text).replace(/\\\n\s*/g, '<br>').replace(/\|/g, '\\|').trim();
}
