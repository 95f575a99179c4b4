/**
 * Paragraphs that are list items by what is said of each, as Word keeps them → lists inside one another. How a program
 * says so, it does not know.
 */
import type { Element, ElementContent } from 'hast';
import { elementOf, isElement } from './markup.js';

/** What makes a paragraph a list item. The outermost level is 0; `number` is the one its reader sees, null for a bullet. */
export interface ListMark {
  readonly level: number;
  readonly number: number | null;
}

/** The same nodes, with items that stand together gathered in lists. `markOf` gives null for whatever is no item. */
export function gathered(nodes: readonly ElementContent[], markOf: (node: Element) => { readonly mark: ListMark; readonly children: readonly ElementContent[] } | null): readonly ElementContent[] {
  const out: ElementContent[] = [];
  let open: { readonly list: Element; readonly level: number }[] = [];
  for (const node of nodes) {
    const item = isElement(node) ? markOf(node) : null;
    if (item === null) {
      // White space between two items parts nothing.
      if (open.length > 0 && node.type === 'text' && node.value.trim() === '') continue;
      open = [];
      out.push(node);
      continue;
    }
    const { mark: { level, number }, children } = item;
    const kind = number === null ? 'ul' : 'ol';
    open = open.filter((one) => one.level < level || (one.level === level && one.list.tagName === kind));
    if (open[open.length - 1]?.level !== level) {
      const list = elementOf(kind, []);
      const above = open[open.length - 1]?.list;
      ((above?.children[above.children.length - 1] as Element | undefined)?.children ?? out).push(list);
      open.push({ list, level });
    }
    open[open.length - 1].list.children.push(elementOf('li', children, number === null ? {} : { value: String(number) }));
  }
  return out;
}
