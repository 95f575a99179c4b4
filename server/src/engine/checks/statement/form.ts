/**
 * How one block reads that may be a danger statement, or a part of one, and each of the lettered lines that it is made of.
 * It does not know under which heading it stands.
 */
import type { Span } from '../../finding.js';
import type { Content } from '../../note/note.js';
import { CHILD } from '../../people/people.js';
import { STOP } from '../../words/tokens.js';
import { cueAt, findCue } from '../cue-phrases.js';
import type { BlockDetail } from '../note-view.js';
import { STANDS } from './alone.js';
import { mayNameChild } from './impact.js';
import { isWorry } from './parts.js';
import { runInEnd, type Places } from './places.js';

export interface Form {
  /** Its first token that is not a label. */
  readonly from: number;
  /** Behind its last. */
  readonly to: number;
  /** An item, or a paragraph that opens with a letter or a number as one of several: "(a)", "2.". */
  readonly marked: boolean;
  readonly words: number;
  /** Somebody or nobody is worried in it. */
  readonly formed: boolean;
  readonly formal: boolean;
  /** One more: "I am also worried about Ava". */
  readonly also: boolean;
  readonly risk: boolean;
  readonly ofChild: boolean;
  readonly first: string;
}

/** The one form of a block, or those of its lines where it is a paragraph of several that are lettered or numbered. */
export function readForms(content: Content, detail: BlockDetail, label: number, places: Places): readonly Form[] {
  const { kind, prose, cell } = content;
  const marks = kind === 'paragraph' && label < 0 && LINES.test(prose) ? [...prose.matchAll(MARKED_LINE)].map(({ index }) => index) : [];
  const starts = marks.length > 1 && marks[0] === 0 ? marks.map((mark) => mark + labelEnd(prose.slice(mark))) : [cell ? 0 : label >= 0 ? label : labelEnd(prose)];
  return starts.flatMap((start, i) => readForm(content, detail, { start, end: i + 1 < starts.length ? marks[i + 1] : prose.length }, places) ?? []);
}

const LINES = /[\n\u2029]/u;
/** "(a)", "2." */
const COUNT = String.raw`\(?(?:\p{L}|\d{1,2})[.):]`;
const MARKED_LINE = new RegExp(String.raw`(?<=^|[\n\u2029])[ \u2060]*${COUNT}[ \u2060]`, 'gu');
const MARK = new RegExp(String.raw`^[\s\u2060]*${COUNT}[\s\u2060]`, 'u');

function readForm({ kind, prose }: Content, detail: BlockDetail, { start, end }: Span, places: Places): Form | null {
  const { tokens, people } = detail;
  const from = tokens.starts.findIndex((offset) => offset >= start);
  if (from < 0 || saysNothing(prose.slice(start, end))) return null;
  let to = tokens.count;
  while (to > from && tokens.starts[to - 1] >= end) to--;
  return {
    from,
    to,
    marked: kind === 'item' || MARK.test(prose),
    words: to - from,
    ...worriesIn(detail, from, to, places),
    also: tokens.forms.slice(from, from + 5).includes('also'),
    risk: findCue(places.risk, tokens, from, to) >= 0 && !tokens.forms.includes('statements'),
    ofChild: people.some((edge) => edge.groups & CHILD && (end === prose.length || (edge.from >= from && edge.from < to))) || (end === prose.length && tokens.forms.some((form) => YOUNG.has(form))) || mayNameChild({ prose, detail, from, to }),
    first: tokens.forms[from],
  };
}

/** Children, though the family's own words do not say so. */
export const YOUNG: ReadonlySet<string> = new Set(['brother', 'sister', 'brothers', 'sisters', 'siblings', 'baby', 'twins']);

/** Longer than a worry in passing, about a child, and not the writer's alone. */
export function isWhole({ formal, ofChild, words, first }: Form): boolean {
  return formal && ofChild && words >= 20 && first !== 'i';
}

/** Whether somebody is worried, or nobody; and as in "Nan and Mr Bell are worried because …", which is the form of a statement, in the first sentence. */
function worriesIn(detail: BlockDetail, from: number, to: number, { worried }: Places): Pick<Form, 'formed' | 'formal'> {
  const { tokens } = detail;
  let formed = false;
  for (let i = from, sentence = from; i < to; i++) {
    if (tokens.gaps[i] === STOP) sentence = i;
    const end = cueAt(worried, tokens, i);
    if (end === 0 || !isWorry(detail, i, sentence) || isWith(tokens.forms, i, sentence)) continue;
    if (!formed && sentence === from && FORMAL.test(tokens.forms[end] ?? '') && to - from > 7) return { formed: true, formal: true };
    formed = true;
  }
  return { formed, formal: false };
}

/** "Referring with ongoing low level concerns": nobody is worried by that. */
function isWith(forms: readonly string[], i: number, sentence: number): boolean {
  for (let at = i - 1; at >= sentence && i - at < 5; at--) {
    if (STANDS.has(forms[at])) return false;
    if (forms[at] === 'with') return true;
  }
  return false;
}

const FORMAL = /^(?:that|because|as|if|for|about|by|of|in|lest)$/;

/** "1.", "A:", "Mum's drinking:" before the statement itself. */
function labelEnd(prose: string): number {
  return runInEnd(prose) || (/^[\s\u2060]*(?:\(?[\p{L}\d]{1,2}[.):]|[^.:\n\u2029]{1,40}[:\u2029](?=[\s\u2060]*\p{Lu}))[\s\u2060]*/u.exec(prose)?.[0].length ?? 0);
}

function saysNothing(text: string): boolean {
  // What says nothing begins with one of these letters: most statements are told from it by their first.
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i) | 32;
    if (text.charCodeAt(i) > 127 || (code >= 48 && code <= 57 && text.charCodeAt(i) >= 48)) break;
    if (code >= 97 && code <= 122) {
      if (!'ntas'.includes(text[i].toLowerCase())) return false;
      break;
    }
  }
  return /^ ?(?:(?:n ?a|none|nil|tbc|as above|see (?:above|below|assessment|plan|previous).{0,40}) ?)?$/iu.test(text.replace(/[^\p{L}\p{N}]+/gu, ' '));
}
