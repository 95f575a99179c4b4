/**
 * What was copied in another program → a record: rich text (HTML) with its headings, lists and tables, plain text with
 * its lines. No word of it is lost, and none is hidden by what would be markup. It does not know who copied what.
 */
import { readFrontMatter } from '../engine/note/front-matter.js';
import { toLf } from '../engine/note/line-ends.js';
import { blocksOf, linesOf, type Block } from './blocks.js';
import { escaped, said, seen } from './inline.js';
import { parseHtml } from './markup.js';
import { withWordLists } from './word-lists.js';

/** Markdown, without an empty line at its end; '' where nothing can be seen. Total. */
export function fromHtml(html: string): string {
  return joined(blocksOf(withWordLists(parseHtml(html))).flatMap(apart));
}

/** Total. Text that is a Markdown record already stays as it is. */
export function fromPlainText(text: string): string {
  const lf = toLf(text).replace(/^\ufeff/, '');
  if (readFrontMatter(lf) || /^#{1,6} \S/m.test(lf)) return lf.trim();
  const lines = unwrapped(seen(lf).split('\n'));
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length;) {
    const rows = tableAt(lines, at);
    if (rows.length > 1) blocks.push(...tableOf(rows));
    else blocks.push(...lineOf(lines[at], blocks[blocks.length - 1]));
    at += Math.max(rows.length, 1);
  }
  return joined(blocks);
}

function joined(blocks: readonly Block[]): string {
  return linesOf(blocks).map(({ line }) => line).join('\n');
}

/** Lines that a program has broken by hand are paragraphs: so each stands for itself, and no mark is needed to part them. */
function apart(block: Block): readonly Block[] {
  return block.kind === 'paragraph' && block.part === null ? block.text.split('\\\n').map((text) => ({ ...block, text })) : [block];
}

/** Lines that were broken to fit a page are one again. */
function unwrapped(lines: readonly string[]): readonly string[] {
  const paragraphs: string[][] = [];
  for (const line of lines) {
    const open = paragraphs[paragraphs.length - 1];
    if (open && (open.length > 1 || open[0].length >= SHORTEST_WRAPPED) && !isEnded(open[open.length - 1]) && /^\p{Ll}/u.test(line) && !ITEM.test(line)) open.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs.map((broken) => broken.map((line, at) => (at < broken.length - 1 ? line.trimEnd() : line)).join(' '));
}

function isEnded(line: string): boolean {
  const end = line.trimEnd();
  return /[.!?:;|]$/.test(end) || line.includes('\t', end.length);
}

const SHORTEST_WRAPPED = 50;
const ITEM = /^(\s*)(?:([•·●○▪■◦‣⁃*+-]|o(?=\t)|§(?=\t))|(\d{1,3})[.)])\s+(?=\S)/;

function lineOf(line: string, before: Block | undefined): readonly Block[] {
  const [marker, indent = '', , number] = ITEM.exec(line) ?? [];
  const text = escaped(line.slice(marker?.length ?? 0).replace(/\s+/g, ' ').trim());
  if (said(text) === '') return [];
  if (marker === undefined) return [{ kind: 'paragraph', text, said: text, part: null }];
  // Under another item, and further in than the margin: an item of that item.
  const nested = before?.part === 'list' && (indent.includes('\t') || indent.length > 1) ? ' '.repeat(/^ *(\d+\. |- )/.exec(before.text)?.[1].length ?? 2) : '';
  return [{ kind: 'paragraph', text: `${nested}${number ? `${number}. ` : '- '}${text}`, said: text, part: 'list' }];
}

/** Lines of cells with tabs between them, as tables are copied; each as long as the first. */
function tableAt(lines: readonly string[], from: number): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  for (let at = from; at < lines.length; at++) {
    const cells = lines[at].split('\t');
    if (cells.length < 2 || cells[0].trim() === '' || ITEM.test(lines[at]) || cells.length !== (rows[0] ?? cells).length) break;
    rows.push(cells);
  }
  return rows;
}

function tableOf([head, ...rows]: readonly (readonly string[])[]): readonly Block[] {
  const line = (text: string): Block => ({ kind: 'row', text, said: '', part: 'table' });
  const row = (cells: readonly string[]): Block => line(`| ${cells.map((cell) => escaped(cell.trim()).replace(/\|/g, '\\|')).join(' | ')} |`);
  return [row(head), line(`|${' --- |'.repeat(head.length)}`), ...rows.map(row)];
}
