/**
 * How one block reads that may be a danger statement, or a part of one. It does not know under which heading it stands.
 */
import type { Content } from '../../note/note.js';
import { CHILD } from '../../people/people.js';
import { STOP } from '../../words/tokens.js';
import { cueAt, findCue } from '../cue-phrases.js';
import type { BlockDetail } from '../note-view.js';
import { isWorry } from './parts.js';
import type { Places } from './places.js';

export interface Form {
  /** Its first token that is not a label. */
  readonly from: number;
  /** An item, or a paragraph that opens with a letter or a number as one of several: "(a)", "2.". */
  readonly marked: boolean;
  readonly words: number;
  /** Somebody or nobody is worried in it. */
  readonly formed: boolean;
  readonly formal: boolean;
  readonly risk: boolean;
  readonly ofChild: boolean;
  readonly first: string;
}

export function readForm({ kind, prose, cell }: Content, detail: BlockDetail, label: number, places: Places): Form | null {
  const { tokens, people } = detail;
  const start = cell ? 0 : label >= 0 ? label : labelEnd(prose);
  const from = tokens.starts.findIndex((offset) => offset >= start);
  if (from < 0 || saysNothing(prose.slice(start))) return null;
  return {
    from,
    marked: kind === 'item' || MARK.test(prose),
    words: tokens.count - from,
    ...worriesIn(detail, from, places),
    risk: findCue(places.risk, tokens, from) >= 0 && !tokens.forms.includes('statements'),
    ofChild: people.some((edge) => edge.groups & CHILD),
    first: tokens.forms[from],
  };
}

/** Longer than a worry in passing, about a child, and not the writer's alone. */
export function isWhole({ formal, ofChild, words, first }: Form): boolean {
  return formal && ofChild && words >= 20 && first !== 'i';
}

/** Whether somebody is worried, or nobody; and as in "Nan and Mr Bell are worried because …", which is the form of a statement, in the first sentence. */
function worriesIn(detail: BlockDetail, from: number, { worried }: Places): Pick<Form, 'formed' | 'formal'> {
  const { tokens } = detail;
  let formed = false;
  for (let i = from, sentence = from; i < tokens.count; i++) {
    if (tokens.gaps[i] === STOP) sentence = i;
    const end = cueAt(worried, tokens, i);
    if (end === 0 || !isWorry(detail, i, sentence)) continue;
    if (!formed && sentence === from && FORMAL.test(tokens.forms[end] ?? '') && tokens.count - from > 7) return { formed: true, formal: true };
    formed = true;
  }
  return { formed, formal: false };
}

const FORMAL = /^(?:that|because|as|if|for|about|by|of)$/;

/** "1.", "A:", "Mum's drinking:" before the statement itself. */
function labelEnd(prose: string): number {
  return /^[\s\u2060]*(?:\(?[\p{L}\d]{1,2}[.):]|[^.:\n\u2029]{1,40}[:\u2029](?=[\s\u2060]*\p{Lu}))[\s\u2060]*/u.exec(prose)?.[0].length ?? 0;
}

const MARK = /^[\s\u2060]*\(?(?:\p{L}|\d{1,2})[.):][\s\u2060]/u;

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
