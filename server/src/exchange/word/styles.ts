/**
 * What a Word document's styles and numbering say of a paragraph: whether it is a heading, a list item, in bold. It
 * reads no words.
 */
import type { Element } from 'hast';
import { attribute, isElement, type parseXml } from '../markup.js';

export interface Styles {
  /** 1 to 6; 0 for no heading. */
  heading(paragraph: Element | null): number;
  /** Level of a list item, and its list; null where it is none. */
  list(paragraph: Element | null): { readonly id: string; readonly level: number; readonly start: number; readonly kind: 'bullet' | 'number' } | null;
  /** `properties` are a run's. */
  isBold(paragraph: Element | null, properties: Element | null): boolean;
}

type Root = ReturnType<typeof parseXml>;

/** Either part may be missing. Paragraphs are asked about by their properties (`w:pPr`). */
export function stylesOf(stylesXml: Root, numberingXml: Root): Styles {
  const styles = new Map(childrenOf(stylesXml, 'w:style').map((style) => [attribute(style, 'w:styleId'), style]));
  const numbers = new Map(childrenOf(numberingXml, 'w:num').map((num) => [attribute(num, 'w:numId'), num]));
  const kinds = new Map(childrenOf(numberingXml, 'w:abstractNum').map((kind) => [attribute(kind, 'w:abstractNumId'), kind]));
  /** A style and those it is based on, nearest first. */
  const chain = (id: string): readonly Element[] => {
    const found: Element[] = [];
    for (let style = styles.get(id); style && !found.includes(style); style = styles.get(valueOf(style, 'w:basedOn'))) found.push(style);
    return found;
  };
  const first = <T>(properties: Element | null, style: readonly Element[], inStyle: 'w:pPr' | 'w:rPr', read: (properties: Element) => T | null): T | null => {
    for (const one of [properties, ...style.map((each) => childOf(each, inStyle))]) {
      const found = one && read(one);
      if (found !== null) return found;
    }
    return null;
  };
  const bold = (properties: Element): boolean | null => {
    const said = childOf(properties, 'w:b');
    return said && !['0', 'false', 'off'].includes(attribute(said, 'w:val'));
  };
  const numbered = (properties: Element): { readonly id: string; readonly level: string } | null => {
    const said = childOf(properties, 'w:numPr');
    return said && { id: valueOf(said, 'w:numId'), level: valueOf(said, 'w:ilvl') };
  };

  return {
    heading(paragraph) {
      const style = chain(valueOf(paragraph, 'w:pStyle'));
      for (const one of style) {
        const name = valueOf(one, 'w:name').toLowerCase();
        if (name === 'title') return 1;
        const [, level] = /^heading ([1-9])$/.exec(name) ?? [];
        if (level) return Math.min(Number(level), 6);
      }
      const outline = first(paragraph, style, 'w:pPr', (properties) => valueOf(properties, 'w:outlineLvl') || null);
      return outline === null || Number(outline) > 8 ? 0 : Math.min(Number(outline) + 1, 6);
    },
    list(paragraph) {
      const said = first(paragraph, chain(valueOf(paragraph, 'w:pStyle')), 'w:pPr', numbered);
      const number = said && numbers.get(said.id);
      if (!number) return null;
      const level = childrenOf(kinds.get(valueOf(number, 'w:abstractNumId')) ?? null, 'w:lvl').find((one) => attribute(one, 'w:ilvl') === (said.level || '0')) ?? null;
      const format = valueOf(level, 'w:numFmt');
      return format === 'none' ? null : { id: said.id, level: Number(said.level || 0), start: Number(valueOf(level, 'w:start') || 1), kind: format === 'bullet' || format === '' ? 'bullet' : 'number' };
    },
    isBold(paragraph, properties) {
      return first(properties, [...chain(valueOf(properties, 'w:rStyle')), ...chain(valueOf(paragraph, 'w:pStyle'))], 'w:rPr', bold) ?? false;
    },
  };
}

export function childOf(element: Element | null, name: string): Element | null {
  return childrenOf(element, name)[0] ?? null;
}

export function childrenOf(element: Element | null, name: string): readonly Element[] {
  return (element?.children ?? []).filter(isElement).filter(({ tagName }) => tagName === name);
}

/** What a property says; '' where it is not there. */
export function valueOf(element: Element | null, name: string): string {
  const child = childOf(element, name);
  return child ? attribute(child, 'w:val') : '';
}
