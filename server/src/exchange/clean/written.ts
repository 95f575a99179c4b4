/**
 * A tree of HTML → rich text for a clipboard, and plain text that reads well where there is no other: headings as lines,
 * `- ` before the items of lists, each row of a table as lines of its own. It knows no Markdown.
 */
import type { Element, ElementContent } from 'hast';
import { attribute, isElement } from '../markup.js';

export function htmlOf(nodes: readonly ElementContent[]): string {
  return nodes.map((node): string => {
    if (!isElement(node)) return node.type === 'text' ? escaped(node.value) : '';
    const { tagName, children } = node;
    if (tagName === 'br' || tagName === 'hr') return `<${tagName}>`;
    // An item of one paragraph is no paragraph to Word: it would stand far from the next.
    if (tagName === 'li') return `<li>${children.map((child, at) => (at === 0 && isElement(child) && child.tagName === 'p' ? htmlOf(child.children) : htmlOf([child]))).join('')}</li>`;
    return `<${tagName}${attributes(node)}>${htmlOf(children)}</${tagName}>`;
  }).join('');
}

/** Lines with `\n`, without one at the end. */
export function plainTextOf(nodes: readonly ElementContent[]): string {
  return blocks(nodes).join('\n').replace(/\n{3,}/g, '\n\n').trim();
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function attributes(element: Element): string {
  const href = attribute(element, 'href');
  if (element.tagName === 'a' && /^(?:https?|mailto):/i.test(href)) return ` href="${escaped(href)}"`;
  // Word draws no lines otherwise.
  if (element.tagName === 'table') return ' border="1" cellspacing="0" cellpadding="4"';
  const start = attribute(element, 'start');
  return element.tagName === 'ol' && /^\d+$/.test(start) && start !== '1' ? ` start="${start}"` : '';
}

/** Lines; '' is an empty one. */
function blocks(nodes: readonly ElementContent[]): readonly string[] {
  const lines: string[] = [];
  let loose: ElementContent[] = [];
  const close = (): void => {
    const text = line(loose).split('\n').map((one) => one.replace(/[ \t]+/g, ' ').trim());
    if (text.some((one) => one !== '')) lines.push(...text, '');
    loose = [];
  };
  for (const node of nodes) {
    if (!isElement(node) || !BLOCK.test(node.tagName)) {
      loose.push(node);
      continue;
    }
    close();
    for (const one of block(node)) lines.push(one);
  }
  close();
  return lines;
}

const BLOCK = /^(?:h[1-6]|p|div|ul|ol|li|table|blockquote|pre|hr|section|article|details|summary|dl|dt|dd|center|header|footer)$/;

function block(node: Element): readonly string[] {
  const { tagName, children } = node;
  switch (tagName) {
    case 'ul': case 'ol': return [...list(node), ''];
    case 'table': return table(node);
    case 'blockquote': return [...withoutEnd(blocks(children)).map((one) => `> ${one}`.trimEnd()), ''];
    case 'pre': return [...line(children).split('\n'), ''];
    case 'hr': return [''];
    default: return /^h[1-6]$/.test(tagName) ? ['', line(children), ''] : blocks(children);
  }
}

function list(node: Element): readonly string[] {
  let number = Number(attribute(node, 'start') || 1);
  return node.children.filter(isElement).flatMap((item) => {
    const marker = node.tagName === 'ol' ? `${number++}. ` : '- ';
    const lines = withoutEnd(blocks(item.children)).filter((one, index, all) => one !== '' || all[index + 1] === undefined);
    return (lines.length === 0 ? [''] : lines).map((one, index) => `${index === 0 ? marker : ' '.repeat(marker.length)}${one}`.trimEnd());
  });
}

/** `Who: Kofi` and what else stands in a row, line by line; a row of one cell, or under no heads, is one line. */
function table(node: Element): readonly string[] {
  const rows = rowsIn(node);
  const heads = rows[0]?.every(({ tagName }) => tagName === 'th') ? rows[0].map((cell) => line(cell.children)) : [];
  if (heads.length > 0 && rows.length === 1) return [heads.join(' | '), ''];
  return rows.slice(heads.length > 0 ? 1 : 0).flatMap((row) => {
    const cells = row.map((cell) => line(cell.children).replace(/\n/g, '; '));
    if (heads.every((head) => head === '')) return [cells.filter(Boolean).join(' | '), ''];
    return [...cells.map((cell, index) => (heads[index] ? `${heads[index].replace(/:$/, '')}: ${cell}`.trimEnd() : cell)).filter(Boolean), ''];
  });
}

function rowsIn(node: Element): readonly (readonly Element[])[] {
  return node.children.filter(isElement).flatMap((child) => (child.tagName === 'tr' ? [child.children.filter(isElement)] : rowsIn(child)));
}

/** What is struck through would read as if it held: where it cannot be shown so, it is said. */
function line(nodes: readonly ElementContent[]): string {
  return inLine(nodes).replace(/\n{2,}/g, '\n').trim();
}

function inLine(nodes: readonly ElementContent[]): string {
  return nodes.map((node): string => {
    if (!isElement(node)) return node.type === 'text' ? node.value : '';
    const inside = inLine(node.children);
    const href = attribute(node, 'href');
    switch (node.tagName) {
      case 'br': return '\n';
      case 's': case 'del': case 'strike': return inside.trim() === '' ? inside : `(struck out: ${inside})`;
      case 'a': return href === '' || href === inside ? inside : `${inside} (${href})`;
      default: return BLOCK.test(node.tagName) ? `\n${inside}\n` : inside;
    }
  }).join('');
}

function withoutEnd(lines: readonly string[]): readonly string[] {
  return lines[lines.length - 1] === '' ? withoutEnd(lines.slice(0, -1)) : lines;
}
