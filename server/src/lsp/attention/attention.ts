/**
 * What of a record is put before its writer now: the most useful few, and nothing in the sentence that is still being
 * written. It remembers, for each open record, what was on show and where the writer is; it keeps no clock.
 */
import type { Finding } from '../../engine/finding.js';
import { isBefore, type OpenNote } from '../documents.js';
import { carried, changeOf, type Change } from './carry.js';
import { sentenceAt } from './unfinished.js';
import { isBetweenProfessionals, usefulFew } from './useful-few.js';

/** What a client asks for in its initialization options; one that says nothing gets every finding at once. */
export interface Manner {
  /** `few`: the most useful. `asked`: none until somebody asks. */
  readonly show: 'few' | 'all' | 'asked';
  /** How many a few are, and how many more each time. */
  readonly few: number;
  readonly writing: 'quiet' | 'plain';
}

export const EVERYTHING: Manner = { show: 'all', few: 5, writing: 'plain' };

/** What to show of a record from now on; `words`: words of the trade one by one. */
export type Wish = 'few' | 'more' | 'words' | 'all';

/** What the writer did, apart from changing the text. Positions are LSP's. */
export type Sign =
  | { readonly kind: 'moved'; readonly line: number; readonly character: number }
  /** Nothing was typed for a while. */
  | { readonly kind: 'paused' }
  /** The record was saved, or another one is looked at. */
  | { readonly kind: 'left' };

/** Every finding of a record is in one of the four. */
export interface Look {
  readonly shown: readonly Finding[];
  /** Words of the trade that are said together in one line. */
  readonly folded: readonly Finding[];
  readonly held: readonly Finding[];
  /** In the sentence being written. */
  readonly waiting: readonly Finding[];
}

export interface Attention {
  /** The same object for the same reading, until a wish or a sign changed it. */
  look(note: OpenNote): Look;
  wish(note: OpenNote, wish: Wish): void;
  /** Whether something more is shown now. */
  sign(note: OpenNote, sign: Sign): boolean;
  /** Changes whenever the look of a record may have, apart from its text and its rules. */
  revision(uri: string): number;
  close(uri: string): void;
}

interface Kept {
  readonly note: OpenNote;
  readonly look: Look;
  readonly room: Asked;
  /** Where the writer is in a sentence; null where nobody is writing. Offset in the note's LF text. */
  readonly caret: number | null;
}

/** How much its reader wants of a record. */
interface Asked {
  readonly most: number;
  readonly words: 'folded' | 'open';
}

export function createAttention(manner: () => Manner): Attention {
  const records = new Map<string, Kept>();
  const revisions = new Map<string, number>();

  const keep = (note: OpenNote, room: Asked, caret: number | null, change: Change | null): Kept => {
    const kept: Kept = { note, room, caret, look: lookAt(note, records.get(note.document.uri)?.look, room, caret, change) };
    records.set(note.document.uri, kept);
    return kept;
  };
  const current = (note: OpenNote): Kept => {
    const before = records.get(note.document.uri);
    if (before?.note === note) return before;
    const change = before ? changeOf(textOf(before.note), textOf(note)) : null;
    const caret = manner().writing === 'plain' ? null : change?.endAfter ?? before?.caret ?? null;
    return keep(note, before?.room ?? { most: firstOf(manner()), words: 'folded' }, caret, change);
  };
  const revise = (note: OpenNote, room: Asked, caret: number | null): void => {
    revisions.set(note.document.uri, (revisions.get(note.document.uri) ?? 0) + 1);
    keep(note, room, caret, null);
  };

  return {
    look: (note) => current(note).look,
    wish(note, wish) {
      const { room, caret } = current(note);
      revise(note, wished(wish, room, manner().few), caret);
    },
    sign(note, sign) {
      const { room, caret, look } = current(note);
      if (caret === null || !isOver(note, sign, caret)) return false;
      if (look.waiting.length > 0) revise(note, room, null);
      else keep(note, room, null, null);
      return look.waiting.length > 0;
    },
    revision: (uri) => revisions.get(uri) ?? 0,
    close(uri) {
      records.delete(uri);
      revisions.delete(uri);
    },
  };
}

function firstOf({ show, few }: Manner): number {
  return show === 'all' ? Infinity : show === 'asked' ? 0 : few;
}

function wished(wish: Wish, { most, words }: Asked, few: number): Asked {
  switch (wish) {
    case 'few': return { most: few, words: 'folded' };
    case 'more': return { most: most + few, words };
    case 'words': return { most: Math.max(most, few), words: 'open' };
    case 'all': return { most: Infinity, words: 'open' };
  }
}

/** Whether the sentence that was being written no longer is. */
function isOver(note: OpenNote, sign: Sign, caret: number): boolean {
  const sentence = sentenceAt(note.reading.analysis.note, caret);
  if (sentence === null || sign.kind === 'left') return true;
  if (sign.kind === 'paused') return sentence.finished;
  const { start, end } = note.range(sentence);
  return isBefore(sign, start) || isBefore(end, sign);
}

/** `old` was the look before `change`. */
function lookAt(note: OpenNote, old: Look | undefined, { most, words }: Asked, caret: number | null, change: Change | null): Look {
  const { analysis, rulebook } = note.reading;
  const sentence = caret === null ? null : sentenceAt(analysis.note, caret);
  const inSentence = sentence === null ? [] : analysis.findings.filter(({ start, end }) => start < sentence.end && end > sentence.start);
  const known = !old || inSentence.length === 0 ? null : carried([...old.shown, ...old.folded, ...old.held], analysis.findings, change);
  const waiting = inSentence.filter((finding) => !known?.has(finding));
  const settled = waiting.length === 0 ? analysis.findings : analysis.findings.filter((finding) => !waiting.includes(finding));
  // A template is written once and read in full; so is a record whose reader asked for all of it.
  if (analysis.template || most === Infinity) return { shown: settled, folded: [], held: [], waiting };
  const kept = old ? carried(old.shown, analysis.findings, change) : new Set<Finding>();
  return { ...usefulFew(settled, rulebook.compiled.rules, { most, jargon: isBetweenProfessionals(analysis.type) ? words : 'open', kept }), waiting };
}

function textOf(note: OpenNote): string {
  return note.reading.analysis.note.text;
}
