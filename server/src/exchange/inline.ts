/**
 * What stands in a line: the words a reader sees, and the same words as Markdown. Words that are struck through stay,
 * struck through. Everything else that is a matter of looks is left out.
 */
import type { Element, ElementContent } from 'hast';
import { findPlaceholders } from '../engine/note/placeholders.js';
import { attribute, isElement } from './markup.js';

/** What the end of a line in the source is to its reader. */
export type Breaks = 'lines' | 'spaces';

/** With `\n` for a line break, and marks round what is struck through. */
export function plain(nodes: readonly ElementContent[], breaks: Breaks = 'spaces'): string {
  return nodes.map((node): string => {
    if (node.type === 'text') return breaks === 'lines' ? seen(node.value) : seen(node.value).replace(/\n/g, ' ');
    if (!isElement(node)) return '';
    const { tagName, children } = node;
    const kept = breaksIn(node, breaks);
    switch (tagName) {
      case 'br': return '\n';
      case 'del': case 's': case 'strike': return plain(children, kept).split('\n').map((line) => (line.trim() === '' ? line : `${STRUCK}${line}${STRUCK_END}`)).join('\n').replaceAll(`${STRUCK}${STRUCK}`, STRUCK).replaceAll(`${STRUCK_END}${STRUCK_END}`, STRUCK_END);
      case 'input': return filledIn(attribute(node, 'type').toLowerCase(), attribute(node, 'value'), 'checked' in node.properties);
      case 'select': return plain(chosen(children), kept);
      default: return plain(children, kept);
    }
  }).join('');
}

/** As the element says, else as what it stands in. */
export function breaksIn(element: Element, outside: Breaks): Breaks {
  if (element.tagName === 'pre' || element.tagName === 'textarea') return 'lines';
  const [, said] = /white-space\s*:\s*([\w-]+)/i.exec(attribute(element, 'style')) ?? [];
  return said === undefined ? outside : /^(?:pre|break-spaces)/i.test(said) ? 'lines' : 'spaces';
}

/** What a reader sees of a line, without marks. */
export function said(line: string): string {
  return line.replace(MARKS, '').trim();
}

/** Whether all of it is in bold. */
export function isBold(node: ElementContent): boolean {
  if (!isElement(node)) return node.type !== 'text' || node.value.trim() === '';
  const [, weight] = /font-weight\s*:\s*(\w+)/i.exec(attribute(node, 'style')) ?? [];
  if (weight !== undefined && !/^(?:bold|[6-9]00)/i.test(weight)) return false;
  return weight !== undefined || /^(?:strong|b|br)$/.test(node.tagName) || (node.children.length > 0 && node.children.every(isBold));
}

/** One line as Markdown that says just that. */
export function escaped(line: string): string {
  let [text, from] = ['', 0];
  for (const { start, end } of findPlaceholders(line, 0, [])) {
    const before = withoutMarkup(line.slice(from, start));
    // Two blanks side by side would be a link, and a colon after one would make a definition of it: of neither is all seen.
    const besideAnother = from > 0 && said(before) === '' && !before.endsWith(' ');
    text += `${before}${besideAnother ? ' ' : ''}${line.slice(start, end)}${line[end] === ':' ? '\\' : ''}`;
    from = end;
  }
  text += withoutMarkup(line.slice(from));
  // What makes another thing of a line by standing first in it. Lists that are typed by hand are lists.
  return struck(text).replace(/^(?=#{1,6}(?: |$)|>|=+ *$|- *-[- ]*$|:?-+:?(?: *\||$)|\|)/, '\\');
}

const STRUCK = '\u0002';
const STRUCK_END = '\u0003';
const MARKS = new RegExp(`[${STRUCK}${STRUCK_END}]`, 'g');

/** Spaces of all widths are spaces; what has no width is nothing. */
export function seen(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u00ad\u200b\u2060\ufeff]/g, '').replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ');
}

function struck(text: string): string {
  const one = text.replaceAll(`${STRUCK_END}${STRUCK}`, '').replace(new RegExp(`${STRUCK_END}( *)${STRUCK}`, 'g'), '$1');
  return one.replace(new RegExp(`${STRUCK}(\\s*)([^]*?)(\\s*)(?:${STRUCK_END}|$)`, 'g'), (all: string, before: string, words: string, after: string, at: number) => {
    if (words === '') return `${before}${after}`;
    // Marks between a letter and a sign are no marks to Markdown.
    const opens = before === '' && /[\p{L}\p{N}]$/u.test(one.slice(Math.max(0, at - 2), at)) && /^[^\p{L}\p{N}]/u.test(words) ? ' ' : '';
    const stands = before === '' && endsOpen(one, at) ? '\\' : '';
    const closes = after === '' && /[^\p{L}\p{N}]$/u.test(words) && /^[\p{L}\p{N}]/u.test(one.slice(at + all.length, at + all.length + 2)) ? ' ' : '';
    return `${before}${stands}${opens}~~${words}${endsOpen(words, words.length) ? '\\' : ''}~~${closes}${after}`;
  }).replace(MARKS, '');
}

/** Whether a backslash that ends there would take a mark behind it for a letter. */
function endsOpen(text: string, end: number): boolean {
  let from = end;
  while (text[from - 1] === '\\') from--;
  return (end - from) % 2 === 1;
}

/** What a form shows: words typed into it, and boxes. */
function filledIn(type: string, value: string, isChecked: boolean): string {
  if (type === 'checkbox' || type === 'radio') return isChecked ? '☒ ' : '☐ ';
  return ['hidden', 'password', 'submit', 'button', 'reset', 'image', 'file'].includes(type) ? '' : ` ${seen(value)} `;
}

function chosen(options: readonly ElementContent[]): readonly ElementContent[] {
  const all = options.flatMap((option): readonly ElementContent[] => (!isElement(option) ? [] : option.tagName === 'optgroup' ? option.children : [option])).filter(isElement);
  const selected = all.filter((option) => 'selected' in option.properties);
  return selected.length > 0 ? selected : all.slice(0, 1);
}

function withoutMarkup(text: string): string {
  // A backslash at the end of what is struck through stands before what comes next.
  return text.replace(/[*_`~]|\\(?=[\u0002\u0003]*[!-/:-@[-`{-~])|<(?=[a-z/!?])|&(?=#?\w+;)|\[(?=[^[\]]*\][([:])/gi, '\\$&');
}
