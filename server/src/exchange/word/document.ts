/**
 * The XML of a Word document's text → the HTML it amounts to: headings, paragraphs, lists, tables, what is bold or
 * struck through. Read as it stands: without what tracked changes took out, with what they put in.
 */
import type { Element, ElementContent } from 'hast';
import { gathered, type ListMark } from '../lists.js';
import { attribute, elementOf, isElement, textOf } from '../markup.js';
import { childOf, childrenOf, valueOf, type Styles } from './styles.js';

/** The children of a body, a header, a footnote … Numbers of lists go on from one call to the next. */
export function createReader(styles: Styles): (container: Element) => readonly ElementContent[] {
  /** Of each list, what its levels have come to. */
  const counts = new Map<string, number[]>();

  const readBlocks = (container: Element): readonly ElementContent[] => {
    const marks = new Map<Element, ListMark>();
    const made = throughWrappers(container).flatMap((node): readonly ElementContent[] => {
      if (node.tagName === 'w:p') return paragraph(node, marks);
      return node.tagName === 'w:tbl' ? [table(node)] : [];
    });
    return gathered(made, (node) => {
      const mark = marks.get(node);
      return mark ? { mark, children: node.children } : null;
    });
  };

  const paragraph = (node: Element, marks: Map<Element, ListMark>): readonly ElementContent[] => {
    const properties = childOf(node, 'w:pPr');
    const boxes: Element[] = [];
    const children = runs(node, properties, boxes);
    const level = styles.heading(properties);
    const made = elementOf(level > 0 ? `h${level}` : 'p', children);
    const item = level > 0 ? null : styles.list(properties);
    if (item) marks.set(made, { level: item.level, number: item.kind === 'bullet' ? null : counted(item) });
    return [made, ...boxes.flatMap(readBlocks)];
  };

  const counted = ({ id, level, start }: { readonly id: string; readonly level: number; readonly start: number }): number => {
    const levels = counts.get(id) ?? [];
    const number = levels[level] ?? start;
    // Whoever begins a point anew counts what is under it anew.
    levels.length = level;
    levels[level] = number + 1;
    counts.set(id, levels);
    return number;
  };

  const table = (node: Element): Element => elementOf('table', throughWrappers(node).filter(({ tagName }) => tagName === 'w:tr').filter((row) => !childOf(childOf(row, 'w:trPr'), 'w:del')).map((row) => {
    const isHead = childOf(childOf(row, 'w:trPr'), 'w:tblHeader') !== null;
    return elementOf('tr', throughWrappers(row).filter(({ tagName }) => tagName === 'w:tc').flatMap((cell) => {
      const properties = childOf(cell, 'w:tcPr');
      const merged = childOf(properties, 'w:vMerge');
      // The cell above reaches down to here.
      if (merged && attribute(merged, 'w:val') !== 'restart') return [];
      return [elementOf(isHead ? 'th' : 'td', readBlocks(cell), { colspan: valueOf(properties, 'w:gridSpan') || 1, rowspan: merged ? 2 : 1 })];
    }));
  }));

  /** `boxes` takes text that stands in a frame of its own. */
  const runs = (node: Element, paragraphProperties: Element | null, boxes: Element[]): readonly ElementContent[] => node.children.filter(isElement).flatMap((child): readonly ElementContent[] => {
    const inside = (): readonly ElementContent[] => runs(child, paragraphProperties, boxes);
    switch (child.tagName) {
      case 'w:r': {
        const properties = childOf(child, 'w:rPr');
        const words = inside();
        if (words.length === 0) return [];
        const looks = styles.isBold(paragraphProperties, properties) ? [elementOf('strong', words)] : words;
        return isOn(properties, 'w:strike') || isOn(properties, 'w:dstrike') ? [elementOf('s', looks)] : looks;
      }
      case 'w:t': return child.children;
      case 'w:tab': case 'w:ptab': return [textOf(' ')];
      case 'w:cr': return [elementOf('br', [])];
      case 'w:br': return attribute(child, 'w:type') === 'page' || attribute(child, 'w:type') === 'column' ? [] : [elementOf('br', [])];
      case 'w:noBreakHyphen': return [textOf('\u2011')];
      case 'w:txbxContent': boxes.push(child); return [];
      case 'w:ddList': return chosen(child);
      // Words that only ask to be replaced are a blank.
      case 'w:sdt': return childOf(childOf(child, 'w:sdtPr'), 'w:showingPlcHdr') ? [textOf('['), ...inside(), textOf(']')] : inside();
      case 'mc:AlternateContent': return runs(childOf(child, 'mc:Choice') ?? childOf(child, 'mc:Fallback') ?? elementOf('', []), paragraphProperties, boxes);
      default: return PASSED_OVER.has(child.tagName) ? [] : inside();
    }
  });

  return readBlocks;
}

/** Properties, what was taken out or moved away, fields’ instructions, formulas. */
const PASSED_OVER = new Set(['w:pPr', 'w:rPr', 'w:sdtPr', 'w:del', 'w:moveFrom', 'w:instrText', 'w:delText', 'm:oMath', 'm:oMathPara', 'w:rt']);

/** What stands between a container and its paragraphs, rows or cells parts nothing. */
function throughWrappers(container: Element): readonly Element[] {
  return container.children.filter(isElement).flatMap((node) => (WRAPPERS.has(node.tagName) ? throughWrappers(node) : node.tagName === 'mc:AlternateContent' ? throughWrappers(childOf(node, 'mc:Choice') ?? node) : [node]));
}

const WRAPPERS = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:smartTag', 'w:ins', 'w:moveTo']);

function isOn(properties: Element | null, name: string): boolean {
  const said = childOf(properties, name);
  return said !== null && !['0', 'false', 'off'].includes(attribute(said, 'w:val'));
}

/** A list to choose from shows one of its entries. */
function chosen(list: Element): readonly ElementContent[] {
  const entry = childrenOf(list, 'w:listEntry')[Number(valueOf(list, 'w:result') || valueOf(list, 'w:default') || 0)];
  return entry ? [textOf(attribute(entry, 'w:val'))] : [];
}
