/**
 * Elements → an XML document, one element a line. What escapes it is xast-util-to-xml; what XML does not know at all is
 * taken out before.
 */
import type { Element } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { oneLine } from './words.js';

export type Attributes = Readonly<Record<string, string | number | null>>;

/** Attributes that are null are left out. */
export function element(name: string, attributes: Attributes, children: readonly Element[] | string = []): Element {
  const clean = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, typeof value === 'string' ? oneLine(value) : value]));
  if (typeof children === 'string') return x(name, clean, oneLine(children));
  return x(name, clean, ...children.flatMap((child) => ['\n', child]), ...(children.length > 0 ? ['\n'] : []));
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>';

export function xmlDocument(root: Element): string {
  return `${XML_HEAD}\n${xmlText(root)}\n`;
}

export function xmlText(root: Element): string {
  return toXml(root, { closeEmptyElements: true });
}
