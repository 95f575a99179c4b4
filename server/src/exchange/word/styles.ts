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
    for (let style = styles.get(id); style && found.length < DEEPEST_STYLE && !found.includes(style); style = styles.get(valueOf(style, 'w:basedOn'))) found.push(style);
    return found;
  };
  const bold = (properties: Element): boolean | null => {
    const said = childOf(properties, 'w:b');
    return said && !['0', 'false', 'off'].includes(attribute(said, 'w:val'));
  };
  const numbered = (properties: Element): { readonly id: string; readonly level: string } | null => {
    const said = childOf(properties, 'w:numPr');
    return said && { id: valueOf(said, 'w:numId'), level: valueOf(said, 'w:ilvl') };
  };
  const outline = (properties: Element): string | null => valueOf(properties, 'w:outlineLvl') || null;
  // Paragraphs share few styles and lists, and what those say is looked up once.
  const styleOf = once((id: string) => {
    const style = chain(id);
    const first = <T>(inStyle: 'w:pPr' | 'w:rPr', read: (properties: Element) => T | null): T | null => style.map((one) => childOf(one, inStyle)).reduce((found: T | null, one) => found ?? (one && read(one)), null);
    return { heading: headingNamed(style), outline: first('w:pPr', outline), numbered: first('w:pPr', numbered), bold: first('w:rPr', bold) };
  });
  const levelsOf = once((numId: string) => {
    const number = numbers.get(numId);
    if (!number) return null;
    const levels = new Map<string, { readonly format: string; readonly start: number }>();
    for (const level of childrenOf(kinds.get(valueOf(number, 'w:abstractNumId')) ?? null, 'w:lvl')) {
      const name = attribute(level, 'w:ilvl');
      if (!levels.has(name)) levels.set(name, { format: valueOf(level, 'w:numFmt'), start: Number(valueOf(level, 'w:start') || 1) });
    }
    return levels;
  });

  return {
    heading(paragraph) {
      const style = styleOf(valueOf(paragraph, 'w:pStyle'));
      if (style.heading > 0) return style.heading;
      const level = (paragraph && outline(paragraph)) ?? style.outline;
      return level === null || Number(level) > 8 ? 0 : Math.min(Number(level) + 1, 6);
    },
    list(paragraph) {
      const said = (paragraph && numbered(paragraph)) ?? styleOf(valueOf(paragraph, 'w:pStyle')).numbered;
      const levels = said && levelsOf(said.id);
      if (!levels) return null;
      const { format, start } = levels.get(said.level || '0') ?? { format: '', start: 1 };
      return format === 'none' ? null : { id: said.id, level: /^[0-8]$/.test(said.level) ? Number(said.level) : 0, start, kind: format === 'bullet' || format === '' ? 'bullet' : 'number' };
    },
    isBold: (paragraph, properties) => (properties && bold(properties)) ?? styleOf(valueOf(properties, 'w:rStyle')).bold ?? styleOf(valueOf(paragraph, 'w:pStyle')).bold ?? false,
  };
}

/** Styles that are based on one another further than this go no further. */
const DEEPEST_STYLE = 32;

/** The level of the nearest style that has a heading's name; 0 for none. */
function headingNamed(chain: readonly Element[]): number {
  for (const one of chain) {
    const name = valueOf(one, 'w:name').toLowerCase();
    if (name === 'title') return 1;
    const [, level] = /^heading ([1-9])$/.exec(name) ?? [];
    if (level) return Math.min(Number(level), 6);
  }
  return 0;
}

function once<T>(make: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>();
  return (id) => {
    if (!known.has(id)) known.set(id, make(id));
    return known.get(id)!;
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
