/**
 * Markdown, parsed, → the HTML it amounts to. Blanks to be filled are words like any others, and so is whatever is too
 * large to have been read.
 */
import type { SyntaxNode, Tree } from '@lezer/common';
import type { ElementContent } from 'hast';
import { isAngleBlank } from '../../engine/note/placeholders.js';
import { elementOf, parseHtml, textOf } from '../markup.js';

/** `tree` is that of `text`. */
export function renderedFrom(text: string, tree: Tree): readonly ElementContent[] {
  return blocks(tree.topNode);

  function blocks(parent: SyntaxNode): readonly ElementContent[] {
    return childrenOf(parent).flatMap(block);
  }

  function block(node: SyntaxNode): readonly ElementContent[] {
    const heading = /^(?:ATX|Setext)Heading(\d)$/.exec(node.name);
    if (heading) return [elementOf(`h${heading[1]}`, trimmed(inline(node)))];
    switch (node.name) {
      case 'Paragraph': return [elementOf('p', trimmed(inline(node)))];
      case 'BulletList': return [elementOf('ul', blocks(node))];
      case 'OrderedList': return [elementOf('ol', blocks(node), { start: /\d+/.exec(text.slice(node.from, node.to))?.[0] ?? '1' })];
      case 'ListItem': return [elementOf('li', blocks(node))];
      case 'Task': return [elementOf('p', trimmed(inline(node)))];
      case 'Blockquote': return [elementOf('blockquote', blocks(node))];
      case 'Table': return [table(node)];
      case 'HorizontalRule': return /_/.test(text.slice(node.from, node.to)) ? [elementOf('p', [textOf(text.slice(node.from, node.to))])] : [elementOf('hr', [])];
      case 'FencedCode': case 'CodeBlock': return [elementOf('pre', childrenOf(node).filter(({ name }) => name === 'CodeText').map(({ from, to }) => textOf(text.slice(from, to))))];
      case 'HTMLBlock': return parseHtml(text.slice(node.from, node.to));
      case 'TooLong': case 'TooDeep': return [elementOf('p', [textOf(text.slice(node.from, node.to))])];
      default: return [];
    }
  }

  function table(node: SyntaxNode): ElementContent {
    return elementOf('table', childrenOf(node).filter(({ name }) => name === 'TableHeader' || name === 'TableRow').map((row) => elementOf('tr', cellsOf(row).map((cell) => elementOf(row.name === 'TableHeader' ? 'th' : 'td', cell)))));
  }

  /** A cell with nothing in it has no node: they are counted by what stands between them. */
  function cellsOf(row: SyntaxNode): readonly (readonly ElementContent[])[] {
    const parts = childrenOf(row);
    const cells: (readonly ElementContent[])[] = [];
    let open: readonly ElementContent[] | null = null;
    for (const [index, part] of parts.entries()) {
      if (part.name !== 'TableDelimiter') open = trimmed(inline(part));
      else {
        if (index > 0) cells.push(open ?? []);
        open = null;
      }
    }
    return open ? [...cells, open] : cells;
  }

  /** What stands in a line, with what lies between its marks. */
  function inline(parent: SyntaxNode, from = parent.from, to = parent.to): readonly ElementContent[] {
    const out: ElementContent[] = [];
    let at = from;
    for (const node of childrenOf(parent)) {
      if (node.from < at || node.to > to) continue;
      out.push(...words(at, node.from), ...inLine(node));
      at = node.to;
    }
    return [...out, ...words(at, to)];
  }

  function inLine(node: SyntaxNode): readonly ElementContent[] {
    const source = text.slice(node.from, node.to);
    switch (node.name) {
      case 'Escape': return [textOf(source.slice(1))];
      case 'Entity': return parseHtml(source);
      case 'HardBreak': return [elementOf('br', [])];
      case 'Emphasis': return [elementOf('em', inline(node))];
      case 'StrongEmphasis': return [elementOf('strong', inline(node))];
      case 'Strikethrough': return [elementOf('s', inline(node))];
      case 'InlineCode': return [textOf(source.replace(/^`+ ?| ?`+$/g, ''))];
      case 'TaskMarker': return [textOf(/x/i.test(source) ? '☒' : '☐')];
      case 'Autolink': return [textOf(source.slice(1, -1))];
      case 'Link': case 'Image': return link(node, source);
      case 'HTMLTag': return isAngleBlank(source.slice(1, -1)) ? [textOf(source)] : /^<br\b/i.test(source) ? [elementOf('br', [])] : [];
      case 'URL': return [textOf(source)];
      // Marks of headings, lists, quotes and stress.
      default: return [];
    }
  }

  /** Without an address it is a blank to be filled, or a word in brackets. */
  function link(node: SyntaxNode, source: string): readonly ElementContent[] {
    const marks = childrenOf(node).filter(({ name }) => name === 'LinkMark');
    const address = childrenOf(node).find(({ name }) => name === 'URL');
    if (!address || marks.length < 2) return [textOf(source)];
    const label = inline(node, marks[0].to, marks[1].from);
    return node.name === 'Link' ? [elementOf('a', label, { href: text.slice(address.from, address.to) })] : label;
  }

  function words(from: number, to: number): readonly ElementContent[] {
    if (from >= to) return [];
    const parts: ElementContent[] = [];
    let start = from;
    for (let end = text.indexOf('\n', from); end >= 0 && end < to; end = text.indexOf('\n', end + 1)) {
      const isKept = isLine(text.slice(text.lastIndexOf('\n', end - 1) + 1, end), text.slice(end + 1, (text.indexOf('\n', end + 1) + 1 || text.length + 1) - 1));
      parts.push(textOf(isKept ? text.slice(start, end) : `${text.slice(start, end)} `), ...(isKept ? [elementOf('br', [])] : []));
      start = end + 1;
    }
    return [...parts, textOf(text.slice(start, to))].map((part) => (part.type === 'text' ? textOf(part.value.replace(/[ \t]+/g, ' ')) : part));
  }
}

/** Markdown runs the lines of a paragraph together; a writer who puts `Date:` under `Who:` means two. */
function isLine(line: string, next: string): boolean {
  return /^[\s>]*\**\p{L}[^.!?:]{0,40}:/u.test(next) || /:\**\s*$/.test(line);
}

/** Without white space at either end. */
function trimmed(nodes: readonly ElementContent[]): readonly ElementContent[] {
  const isBlank = (node: ElementContent): boolean => (node.type === 'text' ? node.value.trim() === '' : node.type === 'element' && node.tagName === 'br');
  const kept = nodes.slice(nodes.findIndex((node) => !isBlank(node)) >>> 0, nodes.findLastIndex((node) => !isBlank(node)) + 1);
  return kept.map((node, index) => {
    if (node.type !== 'text') return node;
    const start = index === 0 ? node.value.trimStart() : node.value;
    return textOf(index === kept.length - 1 ? start.trimEnd() : start);
  });
}

function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}
