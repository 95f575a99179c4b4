/**
 * HTML and the XML of Word documents → trees of elements and text. What a reader never sees is left out of HTML:
 * scripts, styles, comments, what is hidden. It does not know what any element means.
 */
import type { Element, ElementContent, Text } from 'hast';
import { characterEntitiesHtml4 } from 'character-entities-html4';
import { Parser } from 'htmlparser2';

/** Total: any text will do. Names of elements and attributes are in lower case, attributes as they are written. */
export function parseHtml(html: string): readonly ElementContent[] {
  return grow(html, 'html').children;
}

/** The root of an XML document, names as they are written; null where it breaks off. */
export function parseXml(xml: string): Element | null {
  const { children, closed } = grow(xml, 'xml');
  const [root, ...more] = children.filter(isElement);
  return closed && root && more.length === 0 ? root : null;
}

export function isElement(node: ElementContent): node is Element {
  return node.type === 'element';
}

/** '' where it is not there. */
export function attribute({ properties }: Element, name: string): string {
  return String(properties[name] ?? '');
}

export function elementOf(tagName: string, children: readonly ElementContent[], properties: Element['properties'] = {}): Element {
  return { type: 'element', tagName, properties, children: [...children] };
}

export function textOf(value: string): Text {
  return { type: 'text', value };
}

/** Elements inside one another deeper than this are read as if they stood beside each other. */
const DEEPEST = 256;
/** No program writes as many. The parser takes longer for each the deeper it stands, so what follows is read without its tags. */
const MOST_OPEN = 4096;
const TOO_DEEP = new Error('Too many elements inside one another.');

function grow(text: string, language: 'html' | 'xml'): { readonly children: readonly ElementContent[]; readonly closed: boolean } {
  const root = elementOf('', []);
  const open: Element[] = [root];
  /** How many of the open ones are not part of the tree. */
  let passed = 0;
  let hidden = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (open.length + passed + hidden > MOST_OPEN) throw TOO_DEEP;
      if (hidden > 0 || (language === 'html' && isHidden(name, attributes))) hidden++;
      else if (open.length > DEEPEST) passed++;
      else {
        const element = elementOf(name, [], language === 'xml' ? attributes : Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, decoded(value)])));
        open[open.length - 1].children.push(element);
        open.push(element);
      }
    },
    onclosetag() {
      if (hidden > 0) hidden--;
      else if (passed > 0) passed--;
      else open.pop();
    },
    ontext(raw) {
      if (hidden > 0) return;
      const value = language === 'html' ? decoded(raw) : raw;
      const { children } = open[open.length - 1];
      const last = children[children.length - 1];
      if (last?.type === 'text') last.value += value;
      else children.push(textOf(value));
    },
  // The library's table of all 2,200 names that HTML has is two thirds of its size: it is left out of what ships (server/bundles.mjs).
  }, { xmlMode: language === 'xml', decodeEntities: language === 'xml' });
  try {
    parser.write(text);
    const closed = open.length === 1;
    parser.end();
    return { children: root.children, closed };
  } catch (thrown) {
    if (thrown !== TOO_DEEP) throw thrown;
    return { children: [...root.children, textOf(text.slice(parser.endIndex + 1).replace(/<[^<>]*>/g, ' '))], closed: false };
  }
}

/** Programs that copy write `&nbsp;`, `&pound;` and other names that HTML had in its fourth version; Word numbers letters as Windows does. */
function decoded(text: string): string {
  return text.includes('&') ? text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));?/gi, (whole, hex: string | undefined, decimal: string | undefined, name: string) => {
    if (hex ?? decimal) return letterOf(hex ? parseInt(hex, 16) : Number(decimal));
    return name === 'apos' ? "'" : Object.hasOwn(characterEntitiesHtml4, name) ? characterEntitiesHtml4[name] : whole;
  }) : text;
}

function letterOf(code: number): string {
  if (code >= 0x80 && code < 0xa0) return WINDOWS[code - 0x80];
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\ufffd' : String.fromCodePoint(code);
}

/** From 0x80 on. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const NEVER_SEEN = new Set(['head', 'title', 'script', 'style', 'template', 'noscript', 'xml', 'svg', 'math', 'iframe', 'object', 'audio', 'video', 'canvas', 'datalist']);

function isHidden(name: string, attributes: Readonly<Record<string, string>>): boolean {
  return NEVER_SEEN.has(name) || 'hidden' in attributes || /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)\b/i.test(attributes['style'] ?? '');
}
