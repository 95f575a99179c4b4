/**
 * Lists as Word copies them, which are none in HTML: paragraphs with a bullet typed before them (Word on a computer),
 * or a list for each item (Word in a browser) → lists. Everything else stays as it is.
 */
import type { Element, ElementContent } from 'hast';
import { gathered, type ListMark } from './lists.js';
import { attribute, elementOf, isElement, textOf } from './markup.js';

export function withWordLists(nodes: readonly ElementContent[]): readonly ElementContent[] {
  const inside = nodes.flatMap(itemsOf).map((node) => (isElement(node) ? { ...node, children: [...withWordLists(node.children)] } : node));
  return gathered(inside, (node) => ofParagraph(node) ?? ofItem(node));
}

type Item = { readonly mark: ListMark; readonly children: readonly ElementContent[] } | null;

/** `<p style="mso-list: l0 level2 lfo1"><span style="mso-list: Ignore">o   </span>Words</p>` */
function ofParagraph(node: Element): Item {
  const [, level] = /mso-list\s*:[^:;]*\blevel(\d)/i.exec(attribute(node, 'style')) ?? [];
  if (!level || !/^(?:p|div|h[1-6])$/.test(node.tagName) || /^h/.test(node.tagName)) return null;
  const { words, sign } = withoutSign(node.children);
  const [, number] = /^\(?(\d{1,3})[.)]$/.exec(sign) ?? [];
  // Letters, and numbers of several parts, are words to refer to.
  const kept = !number && /^\(?[\w.]+[.)]$/.test(sign) ? [textOf(`${sign} `)] : [];
  return { mark: { level: Number(level) - 1, number: number ? Number(number) : null }, children: [...kept, ...words] };
}

function withoutSign(nodes: readonly ElementContent[]): { readonly words: readonly ElementContent[]; readonly sign: string } {
  let sign = '';
  const words = nodes.flatMap((node): readonly ElementContent[] => {
    if (!isElement(node)) return [node];
    if (/mso-list\s*:\s*ignore/i.test(attribute(node, 'style'))) {
      sign += textIn(node).replace(/[\s\u00a0]+/g, '');
      return [];
    }
    const inside = withoutSign(node.children);
    sign += inside.sign;
    return [{ ...node, children: [...inside.words] }];
  });
  return { words, sign };
}

function textIn(node: ElementContent): string {
  return node.type === 'text' ? node.value : isElement(node) ? node.children.map(textIn).join('') : '';
}

const LEVEL = 'data-aria-level';

/** `<ul><li data-aria-level="2">Words</li></ul>` → its items. */
function itemsOf(node: ElementContent): readonly ElementContent[] {
  if (!isElement(node)) return [node];
  const only = node.tagName === 'div' && node.children.filter(isElement).length === 1 && textIn(node) === node.children.filter(isElement).map(textIn).join('') ? node.children.find(isElement)! : node;
  const items = only.children.filter(isElement);
  if (!/^[ou]l$/.test(only.tagName) || items.length === 0 || !items.every((item) => item.tagName === 'li' && LEVEL in item.properties)) return [node];
  return items.map((item) => elementOf('li', item.children, { ...item.properties, 'data-list': only.tagName }));
}

function ofItem(node: Element): Item {
  const level = Number(attribute(node, LEVEL));
  if (node.tagName !== 'li' || !(level > 0)) return null;
  return { mark: { level: level - 1, number: attribute(node, 'data-list') === 'ol' ? Number(attribute(node, 'data-aria-posinset') || 1) : null }, children: node.children };
}
