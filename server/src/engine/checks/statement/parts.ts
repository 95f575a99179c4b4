/**
 * The four parts of a danger statement, each looked for by its cues and the grammar round them. Where in doubt a part
 * counts as said. It does not know where statements stand in a note.
 */
import { MONTH } from '../../words/dates.js';
import { isIrregular } from '../../words/irregulars.js';
import { HE, OURS, SUCH, US } from './alone.js';
import { isCapital } from '../../words/letters.js';
import { CHILD } from '../../people/people.js';
import { STOP } from '../../words/tokens.js';
import { cueAt, findCue, type Cues } from '../cue-phrases.js';
import type { Block } from '../../note/note.js';
import type { BlockDetail, NoteView } from '../note-view.js';

export interface PartCues {
  /** Words of the part the rule looks for. */
  readonly words: Cues;
  /** Words that only look like it. */
  readonly not: Cues;
  /** Words of it where it is feared, and not where it has been. */
  readonly feared: Cues;
  /** What a child may be feared to do or to be of which nothing is said by it. */
  readonly vague: Cues;
  /** Ways to be worried. */
  readonly worried: Cues;
}

/** Words of one block from token `from`, exclusive of `to`. */
export interface Stretch {
  readonly prose: string;
  readonly detail: BlockDetail;
  readonly from: number;
  readonly to: number;
}

/** A piece of a statement. */
export interface Piece extends Stretch {
  /** What has been made of it, by what made it: kept while its block stays as it is, and who is who in it. */
  readonly made: Map<unknown, unknown>;
}

/** The piece of a block from token `from`, exclusive of `to`. */
export function pieceOf(view: NoteView, block: Block, from: number, to: number): Piece {
  const made = view.ofBlock(block, `piece ${from} ${to}`, () => new Map<unknown, unknown>());
  return { prose: block.content.prose, detail: view.detail(block), from, to, made };
}

/** What `make` makes of a piece, once. */
export function ofPieces<T>(make: (piece: Piece) => T): (piece: Piece) => T {
  return (piece) => {
    const { made } = piece;
    if (!made.has(make)) made.set(make, make(piece));
    return made.get(make) as T;
  };
}

const BE = new Set(['am', 'is', 'are', 'was', 'were', 'been', "'s", 'feel', 'feels', 'felt', 'remain', 'remains', 'become']);
const HAVE = new Set(['has', 'have', 'had', 'share', 'shares', 'raise', 'raised', 'raises', 'hold', 'holds']);
const NOBODY = new Set(['there', 'what', 'it', 'that', 'this', 'because', 'and', 'also']);
const MODAL = new Set(['could', 'may', 'might', 'will', 'would', 'can', 'should', 'shall', 'must', 'to', 'be', 'being', 'having', 'not', 'if']);
/** What follows these is still to come: "once she has left". */
const AWAITED = new Set(['if', 'once', 'unless', 'until']);
/** After these "not" may tell what has been: "he could not hear". */
export const SOFTENED: ReadonlySet<string> = new Set(['could', 'would', 'might']);

/** "Could have died", and not "could have a fit". */
export function hasBeen(forms: readonly string[], i: number): boolean {
  return forms[i] === 'have' && !/^(?:a|an|another|the|to|no|nobody|nowhere|his|her|their)$/.test(forms[i + 1] ?? '');
}

/** Somebody, by name, role, service or "we", is worried. */
export function saysWho(piece: Piece, { worried, not }: PartCues): boolean {
  const { prose, detail: { tokens, people }, from, to } = piece;
  const { forms, gaps, starts } = tokens;
  // "Who is worried: Nan and Mr Bell"
  const isAsked = from > 0 && from < 7 && (forms[from - 1] === 'worried' || forms.slice(0, from).includes('who'));
  if (isAsked && people.some((edge) => edge.from === from)) return true;
  let sentence = from;
  for (let i = from; i < to; i++) {
    if (gaps[i] === STOP) sentence = i;
    // "It worries Nan and Mr Bell", "what frightens us"
    if (WORRIES.has(forms[i]) && isWhom(piece, i + 1)) return true;
    if (cueAt(worried, tokens, i) === 0) {
      // "Professionals feel that he will"
      if (THINKS.test(forms[i]) && (forms[i + 1] === 'that' || forms.slice(i + 2, i + 8).includes('that')) && isSomebody(piece, i, sentence)) return true;
      continue;
    }
    const subject = subjectEnd(forms, i, sentence);
    if (saysBy(piece, i) || isWhom(piece, i + 1) || forms.slice(Math.max(sentence, i - 2), i).some((form) => OURS.has(form))) return true;
    if (subject <= sentence) continue;
    const last = forms[subject - 1];
    if (NOBODY.has(last) || findCue(not, tokens, sentence, subject) >= 0 || isChildAlone(people, subject, sentence)) continue;
    // "The picture is of concern", and to nobody.
    if (subject < i && OF.has(forms[i - 1]) && !HAVE.has(forms[subject])) continue;
    // "She was frightened" is what it was like for the child.
    if (subject < i && !(FRIGHTENED.has(forms[i]) && PAST_BE.has(forms[subject]) && HE.has(last) && !/^(?:that|for|because)$/.test(forms[i + 1] ?? ''))) return true;
    if (subject < i) continue;
    // A verb or a noun of somebody's: "They fear", "Mum's worry".
    if (last === "'s" || isSomebody(piece, subject - Number(subject - 1 > sentence && STILL.has(last)), sentence)) return true;
    // "Nuala worries because"
    if (/^(?:fears|worries|dreads)$/.test(forms[i]) && /^(?:because|that)$/.test(forms[i + 1] ?? '') && !/ing$/.test(last) && isCapital(prose, starts[subject - 1]) && !gaps[i] && !SUCH.has(last)) return true;
  }
  return false;
}

/** Whether the words before token `i` name somebody, and not the child alone. */
function isSomebody({ prose, detail: { tokens: { forms, starts }, people } }: Piece, i: number, sentence: number): boolean {
  if (i <= sentence || isChildAlone(people, i, sentence)) return false;
  return people.some((edge) => edge.to === i && edge.from >= sentence) || WE.has(forms[i - 1]) || (isCapital(prose, starts[i - 1]) && i - 1 > sentence);
}

/** "Us", or somebody who is not the child alone. */
function isWhom({ detail: { tokens: { forms }, people } }: Piece, at: number): boolean {
  return US.has(forms[at]) || people.some((edge) => edge.from === at && (edge.groups & CHILD) === 0 && !edge.possessive && !/^(?:i|we|he|she|they|it)$/.test(forms[at]));
}

const WORRIES = new Set(['worries', 'frightens', 'scares', 'terrifies', 'alarms', 'troubles']);
const THINKS = /^(?:feel|feels|think|thinks|believe|believes|expect|expects)$/;
const STILL = new Set(['also', 'still', 'both', 'all', 'really', 'now', 'especially', 'particularly', 'too', 'each']);
const OF = new Set(['of', 'a', 'an', 'for', 'cause', 'source', 'main', 'biggest', 'real']);
const WE = new Set(['i', 'we', 'they', 'professionals', 'everyone', 'everybody', 'agencies', 'staff', 'workers', 'colleagues']);

/** Whether somebody fears something at token `i`, and not the child alone. */
export function isWorry({ tokens: { forms }, people }: BlockDetail, i: number, sentence: number): boolean {
  return !isChildAlone(people, subjectEnd(forms, i, sentence), sentence);
}

/** "am really very worried", "has a lot of worries", "share the concern": back over what stands between. */
function subjectEnd(forms: readonly string[], i: number, sentence: number): number {
  let at = i - 1;
  while (at > sentence && i - at < 5 && !BE.has(forms[at]) && !HAVE.has(forms[at])) at--;
  return at >= sentence && (BE.has(forms[at]) || HAVE.has(forms[at])) ? at : i;
}

/** "Concerns were raised by Mrs Bell", with nobody before them. */
function saysBy({ detail: { tokens: { forms, gaps }, people }, to }: Piece, i: number): boolean {
  for (let by = i + 1; by < to && by - i < RAISED_WITHIN && gaps[by] !== STOP; by++) {
    if (forms[by] === 'by' && RAISED.has(forms[by - 1])) return people.some((edge) => edge.from === by + 1);
  }
  return false;
}

const FRIGHTENED = new Set(['frightened', 'scared', 'terrified', 'afraid']);
const PAST_BE = new Set(['was', 'were', 'felt']);
const RAISED_WITHIN = 7;
const RAISED = new Set(['raised', 'shared', 'expressed', 'held', 'reported', 'voiced', 'identified', 'noted']);

/** "Leo is afraid of the dark" says what it is like for him, and not whose worry this is. */
function isChildAlone(people: BlockDetail['people'], subject: number, sentence: number): boolean {
  let widest: BlockDetail['people'][number] | null = null;
  for (const edge of people) if (edge.to === subject && edge.from >= sentence && !edge.possessive && (widest === null || edge.from < widest.from)) widest = edge;
  return widest !== null && (widest.groups & CHILD) !== 0;
}

const DATED = new RegExp(String.raw`\b\d{1,2}(?:st|nd|rd|th)?(?:,? (?:and|&) \d{1,2})? (?:of )?${MONTH}\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b(?:in|since|during|last|early|late|mid) (?:the )?${MONTH}\b|\b(?:in|since) (?:19|20)\d\d\b`, 'gu');

/** Something that has happened: a date, or an act told in the past. */
export function saysPast(piece: Piece, { words, not }: PartCues): boolean {
  const { tokens } = piece.detail;
  if (piece.from < piece.to && isDated(piece)) return true;
  for (let i = piece.from; i < piece.to; i++) {
    const past = cueAt(not, tokens, i);
    if (past > 0) i = past - 1;
    else if (cueAt(words, tokens, i) > 0 || tellsPast(piece, i)) return true;
  }
  return false;
}

/** By a day that has been, and not "when he comes out in June". */
function isDated({ prose, detail: { tokens: { starts, ends, forms, gaps } }, from, to }: Piece): boolean {
  const text = prose.slice(starts[from], ends[to - 1]);
  let at = from;
  for (const { index } of text.matchAll(DATED)) {
    while (at < to && starts[at] < starts[from] + index) at++;
    let back = at - 1;
    while (back >= from && at - back < 8 && gaps[back + 1] === 0 && !TO_COME.test(forms[back])) back--;
    if (back < from || at - back >= 8 || gaps[back + 1] !== 0) return true;
  }
  return false;
}

const TO_COME = /^(?:due|will|may|could|might|would|expected|planned|if|until|before)$/;

/** A finite verb in the past ("Dad hit", "was left", "has stopped"), and not one that is only feared ("if he was"). */
function tellsPast({ prose, detail: { tokens, people }, from }: Piece, i: number): boolean {
  const { forms, gaps, starts } = tokens;
  const feared = (at: number): boolean => {
    for (let k = at; k >= from && at - k < 6; k--) {
      if (AWAITED.has(forms[k]) || (forms[k] === 'when' && k === at - 2)) return true;
      if (gaps[k] === STOP) return false;
    }
    return false;
  };
  const form = forms[i];
  // "Were Dean to come back" is still to come.
  if (form === 'was' || form === 'were') return gaps[i] !== STOP && !feared(i) && !people.some((edge) => edge.from === i + 1 && forms[edge.to] === 'to');
  if (i === from) return false;
  const beforeAdverbs = (at: number): number => {
    let back = at;
    while (back > from && ADVERB.test(forms[back])) back--;
    return back;
  };
  const before = beforeAdverbs(i - 1);
  // "Has been going", "has been late 14 times".
  if (form === 'been') return /^(?:has|have|had)$/.test(forms[before]) && (COUNTED.test(forms[i - 1]) || /ing$/.test(forms[i + 1] ?? '') || forms.slice(i + 2, i + 6).some((after) => COUNTED.test(after))) && !feared(before);
  // Also "has twice been found".
  const has = forms[before] === 'been' ? beforeAdverbs(before - 1) : before;
  if (forms[has] === 'has' || forms[has] === 'have' || forms[has] === 'had') return isPast(form, 'participle') && !feared(before);
  if (!isPast(form, 'past')) return false;
  if (MODAL.has(forms[before]) || BE.has(forms[before]) || feared(i)) return false;
  // "The dog bit", and not "a bit".
  if (!form.endsWith('ed') && !isIrregular(form, 'participle') && !/^(?:a|an|the|little|quite|every|each|any|his|her|their|'s)$/.test(forms[i - 1])) return true;
  return people.some((edge) => edge.to === before + 1 && !edge.possessive) || forms[before] === 'who' || (isCapital(prose, starts[before]) && gaps[before] !== STOP);
}

const ADVERB = /ly$|^(?:then|also|again|twice|once|both|all|just|even|never|not|already|often|now|since|three|four|five|several|many|times)$/;
const COUNTED = /^(?:\d+|since|twice|three|four|five|six|seven|eight|nine|ten|several|times)$/;

const SHORT_PAST = new Set(['used', 'died', 'tied', 'lied']);

/** In "has come" the participle will do; in "for having let her come" it is no past. */
function isPast(form: string, kind: 'past' | 'participle'): boolean {
  return (form.length > 4 && form.endsWith('ed')) || SHORT_PAST.has(form) || isIrregular(form, kind);
}

/** Something they fear could happen. */
export function saysFuture({ prose, detail: { tokens }, from, to }: Piece, { words, worried }: PartCues): boolean {
  for (let i = from; i < to; i++) {
    if (cueAt(words, tokens, i) === 0) continue;
    const form = tokens.forms[i];
    // A month, or somebody called Will.
    if ((form === 'may' || form === 'will') && isCapital(prose, tokens.starts[i])) continue;
    // "He could not hear his teacher" is past; "we are worried that he could not get out" is not.
    const softened = form === 'would' || (SOFTENED.has(form) && tokens.forms[i + 1] === 'not') || (form !== 'will' && hasBeen(tokens.forms, i + 1));
    if (!softened || foreseen(tokens, worried, i, from)) return true;
  }
  return false;
}

function foreseen(tokens: BlockDetail['tokens'], worried: Cues, at: number, from: number): boolean {
  for (let k = at; k >= from && at - k < 60; k--) {
    if (tokens.forms[k] === 'if') return true;
    const end = cueAt(worried, tokens, k);
    // What follows "because" has happened.
    if (end > 0) return !/^(?:because|as|since)$/.test(tokens.forms[end] ?? '');
    if (tokens.gaps[k] === STOP) return false;
  }
  return false;
}
