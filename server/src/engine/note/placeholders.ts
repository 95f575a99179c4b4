/**
 * Finds blanks to be filled in the source of a block: `[name]`, `{{date}}`, `<name>`, `____`. It does not know
 * whether they are meant to stand (templates) or which `[name]` a definition elsewhere makes a link.
 */
import type { Span } from '../finding.js';
import type { Placeholder } from './note.js';

const ANY = /[[{<_]/;
const FORMS = /\[([^[\]]{1,120})\]|\{\{[^{}\n]{0,120}\}\}|<([^<>\n]{1,80})>|_{3,}/g;

/**
 * Placeholders of `raw`, in order, which stands at `offset`; their places, and those of `markup`, count from where
 * that does. What markup covers (code, comments, addresses) holds none, though `<name>` may be taken for a tag itself.
 */
export function findPlaceholders(raw: string, offset: number, markup: readonly Span[]): readonly Placeholder[] {
  if (!ANY.test(raw)) return NONE;
  const found: Placeholder[] = [];
  for (const match of raw.matchAll(FORMS)) {
    const start = match.index;
    const end = start + match[0].length;
    const form = formOf(raw, match, start, end);
    if (form === null || markup.some((mark) => hides(mark, form, start + offset, end + offset))) continue;
    found.push({ start: start + offset, end: end + offset, form });
  }
  return found;
}

const NONE: readonly Placeholder[] = [];

function formOf(raw: string, match: RegExpMatchArray, start: number, end: number): Placeholder['form'] | null {
  switch (match[0][0]) {
    case '[': return isBlank(match[1]) && !/[[\]!\\]/.test(raw[start - 1] ?? '') && !/[[(\]]/.test(raw[end] ?? '') ? 'bracket' : null;
    case '{': return 'brace';
    case '<': return isAngleBlank(match[2]) && raw[start - 1] !== '\\' ? 'angle' : null;
    default: return raw[start - 1] === '\\' ? null : 'line';
  }
}

/** Not a task box (`[x]`), a footnote (`[^1]`), a reference (`[1]`), an editor's mark (`[sic]`, `[…]`) or what somebody added in brackets. */
function isBlank(inner: string): boolean {
  return !inner.startsWith('^') && /\p{L}/u.test(inner) && !/^(?:[xX]|\s*sic\s*)$/.test(inner) && !ASIDE.test(inner);
}

/** A sentence in which somebody speaks, or that is signed: "[I will ask her again in April. YH]". */
const ASIDE = /^(?:I|We|She|He|They)(?:['’]\p{L}+)? \p{Ll}|[.!?] ?\p{Lu}{2,3}$/u;

/** What stands between `<` and `>` reads as a blank: words, and not the name of an HTML element. */
export function isAngleBlank(inner: string): boolean {
  if (!/^\p{L}[^=/@]*$/u.test(inner) || /^[a-z][\w+.-]+:\S/i.test(inner)) return false;
  return !HTML_ELEMENTS.has((/^[\p{L}\p{N}]+/u.exec(inner)?.[0] ?? '').toLowerCase());
}

function hides(mark: Span, form: Placeholder['form'], start: number, end: number): boolean {
  if (mark.start === start && mark.end === end) return form !== 'angle';
  if (form === 'line') return mark.start < end && mark.end > start;
  return mark.start <= start && mark.end >= end;
}

const HTML_ELEMENTS: ReadonlySet<string> = new Set((
  'a abbr acronym address applet area article aside audio b base basefont bdi bdo big blockquote body br button canvas ' +
  'caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset ' +
  'figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ' +
  'ins kbd label legend li link main map mark math menu meta meter nav noframes noscript object ol optgroup option ' +
  'output p param picture pre progress q rp rt ruby s samp script search section select slot small source span strike ' +
  'strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var ' +
  'video wbr'
).split(' '));
