/**
 * The four parts of a danger statement, each looked for by its cues and the grammar round them. Where in doubt a part
 * counts as said. It does not know where statements stand in a note.
 */
import { MONTH } from '../../words/dates.js';
import { isIrregular } from '../../words/irregulars.js';
import { isCapital } from '../../words/letters.js';
import { CHILD } from '../../people/people.js';
import { SOFT, STOP } from '../../words/tokens.js';
import { cueAt, findCue, type Cues } from '../cue-phrases.js';
import type { BlockDetail } from '../note-view.js';
import type { Statement } from './find.js';

export interface PartCues {
  /** Words of the part the rule looks for. */
  readonly words: Cues;
  /** Words that only look like it. */
  readonly not: Cues;
  /** What a child may be feared to do or to be of which nothing is said by it. */
  readonly vague: Cues;
  /** Ways to be worried. */
  readonly worried: Cues;
}

/** A piece of a statement: words of one block from token `from`, exclusive of `to`. */
export interface Piece {
  readonly prose: string;
  readonly detail: BlockDetail;
  readonly from: number;
  readonly to: number;
}

/** What `make` makes of a piece, kept while the piece's block stays as it is, and who is who in it. */
export function ofPieces<T>(make: (piece: Piece) => T): (piece: Piece) => T {
  const known = new WeakMap<BlockDetail, Map<number, T>>();
  return (piece) => {
    let made = known.get(piece.detail);
    if (made === undefined) known.set(piece.detail, (made = new Map()));
    if (!made.has(piece.from)) made.set(piece.from, make(piece));
    return made.get(piece.from) as T;
  };
}

const BE = new Set(['am', 'is', 'are', 'was', 'were', 'been', "'s", 'feel', 'feels', 'felt', 'remain', 'remains', 'become']);
const HAVE = new Set(['has', 'have', 'had', 'share', 'shares', 'raise', 'raised', 'raises', 'hold', 'holds']);
const NOBODY = new Set(['there', 'what', 'it', 'that', 'this', 'because', 'and', 'also']);
const MODAL = new Set(['could', 'may', 'might', 'will', 'would', 'can', 'should', 'shall', 'must', 'to', 'be', 'being', 'having', 'not', 'if']);
const SOFTENED = new Set(['could', 'would', 'might']);

/** Somebody, by name, role, service or "we", is worried. */
export function saysWho(piece: Piece, { worried, not }: PartCues): boolean {
  const { prose, detail: { tokens, people }, from, to } = piece;
  const { forms, gaps, starts } = tokens;
  let sentence = from;
  for (let i = from; i < to; i++) {
    if (gaps[i] === STOP) sentence = i;
    if (cueAt(worried, tokens, i) === 0) continue;
    const subject = subjectEnd(forms, i, sentence);
    if (saysBy(piece, i)) return true;
    if (subject <= sentence) continue;
    const last = forms[subject - 1];
    if (NOBODY.has(last) || findCue(not, tokens, sentence, subject) >= 0 || isChildAlone(people, subject, sentence)) continue;
    if (subject < i) return true;
    // A verb or a noun of somebody's: "They fear", "Mum's worry".
    if (people.some((edge) => edge.to === subject && edge.from >= sentence) || last === "'s" || (isCapital(prose, starts[subject - 1]) && subject - 1 > sentence)) return true;
  }
  return false;
}

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

const RAISED_WITHIN = 7;
const RAISED = new Set(['raised', 'shared', 'expressed', 'held', 'reported', 'voiced', 'identified', 'noted']);

/** "Leo is afraid of the dark" says what it is like for him, and not whose worry this is. */
function isChildAlone(people: BlockDetail['people'], subject: number, sentence: number): boolean {
  let widest: BlockDetail['people'][number] | null = null;
  for (const edge of people) if (edge.to === subject && edge.from >= sentence && !edge.possessive && (widest === null || edge.from < widest.from)) widest = edge;
  return widest !== null && (widest.groups & CHILD) !== 0;
}

const DATED = new RegExp(String.raw`\b\d{1,2}(?:st|nd|rd|th)?(?:,? (?:and|&) \d{1,2})? (?:of )?${MONTH}\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b(?:in|since|during|last|early|late|mid) (?:the )?${MONTH}\b|\b(?:in|since) (?:19|20)\d\d\b`, 'u');

/** Something that has happened: a date, or an act told in the past. */
export function saysPast(piece: Piece, { words, not }: PartCues): boolean {
  const { tokens } = piece.detail;
  if (piece.from < piece.to && DATED.test(piece.prose.slice(tokens.starts[piece.from], tokens.ends[piece.to - 1]))) return true;
  for (let i = piece.from; i < piece.to; i++) {
    const past = cueAt(not, tokens, i);
    if (past > 0) i = past - 1;
    else if (cueAt(words, tokens, i) > 0 || tellsPast(piece, i)) return true;
  }
  return false;
}

/** A finite verb in the past ("Dad hit", "was left", "has stopped"), and not one that is only feared ("if he was"). */
function tellsPast({ prose, detail: { tokens, people }, from }: Piece, i: number): boolean {
  const { forms, gaps, starts } = tokens;
  const feared = (at: number): boolean => {
    for (let k = at; k >= from && at - k < 6; k--) {
      if (forms[k] === 'if' || forms[k] === 'when' && k === at - 2) return true;
      if (gaps[k] === STOP) return false;
    }
    return false;
  };
  const form = forms[i];
  if (form === 'was' || form === 'were') return gaps[i] !== STOP && !feared(i);
  if (i === from) return false;
  let before = i - 1;
  while (before > from && (/ly$|^(?:then|also|again|twice|once|both|all|just|even|never)$/.test(forms[before]) || forms[before] === 'not')) before--;
  if (form === 'been') return false;
  const has = forms[before] === 'been' ? before - 1 : before;
  if (forms[has] === 'has' || forms[has] === 'have' || forms[has] === 'had') return isPast(form, 'participle') && !feared(before);
  if (!isPast(form, 'past')) return false;
  if (MODAL.has(forms[before]) || BE.has(forms[before]) || feared(i)) return false;
  return people.some((edge) => edge.to === before + 1 && !edge.possessive) || forms[before] === 'who' || (isCapital(prose, starts[before]) && gaps[before] !== STOP);
}

/** In "has come" the participle will do; in "for having let her come" it is no past. */
function isPast(form: string, kind: 'past' | 'participle'): boolean {
  return (form.length > 4 && form.endsWith('ed')) || isIrregular(form, kind);
}

/** Something they fear could happen. */
export function saysFuture({ prose, detail: { tokens }, from, to }: Piece, { words, worried }: PartCues): boolean {
  for (let i = from; i < to; i++) {
    if (cueAt(words, tokens, i) === 0) continue;
    const form = tokens.forms[i];
    // A month, or somebody called Will.
    if ((form === 'may' || form === 'will') && isCapital(prose, tokens.starts[i])) continue;
    // "He could not hear his teacher" is past; "we are worried that he could not get out" is not.
    const softened = form === 'would' || (SOFTENED.has(form) && tokens.forms[i + 1] === 'not') || tokens.forms[i + 1] === 'have';
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

/** What it is or would be like for the child: some word for it, or what they would do. It counts in a statement that speaks of a child at all. */
export function saysImpact({ detail: { tokens, people }, from, to }: Piece, cues: PartCues): boolean {
  let threat = false;
  for (let i = from; i < to; i++) {
    if (tokens.gaps[i] === STOP || tokens.gaps[i] === SOFT) threat = false;
    // "Told her that she would be married" has been done to her, and is not what the writers fear.
    if (THREATENED.has(tokens.forms[i])) threat = true;
    const vague = cueAt(cues.not, tokens, i);
    if (vague > 0) i = vague - 1;
    else if (threat) continue;
    else if (cueAt(cues.words, tokens, i) > 0 && !isAdults(tokens, people, i)) return true;
    else if (isFeared(tokens, people, i, cues)) return true;
  }
  return false;
}

const THREATENED = new Set(['threatened', 'told', 'promised', 'warned']);
const FEARED = new Set(['could', 'may', 'might', 'will', 'would']);
const BEFORE_VERB = new Set(['not', 'never', 'also', 'then', 'again', 'still', 'both', 'be', 'get', 'being', 'only', 'all', 'even']);

/** "Leo could fall out of the window", and not "Leo could be at risk": something plain that the child would do or live through. */
function isFeared(tokens: BlockDetail['tokens'], people: BlockDetail['people'], i: number, { not, vague }: PartCues): boolean {
  const { forms, gaps, count } = tokens;
  if (!FEARED.has(forms[i]) || !people.some((edge) => edge.to === i && !edge.possessive && (edge.groups & CHILD) !== 0)) return false;
  let verb = i + 1;
  while (verb < count && (BEFORE_VERB.has(forms[verb]) || forms[verb].endsWith('ly'))) verb++;
  return verb < count && gaps[verb] !== STOP && forms[verb] !== 'have' && cueAt(not, tokens, verb) === 0 && cueAt(vague, tokens, verb) === 0;
}

/** "Mum was crying", and not "Dad scared Leo": of the people round a word, only one who is plainly no child. */
function isAdults({ gaps, forms }: BlockDetail['tokens'], people: BlockDetail['people'], at: number): boolean {
  let nearest: BlockDetail['people'][number] | null = null;
  for (const edge of people) {
    if (edge.from >= at && edge.from <= at + 4 && mayBeChild(edge, forms) && !isParted(gaps, at, edge.from) && !forms.slice(at, edge.from).some((form) => OPENS_CLAUSE.has(form))) return false;
    if (edge.from < at && (nearest === null || edge.from >= nearest.from)) nearest = edge;
  }
  return nearest !== null && !mayBeChild(nearest, forms) && !isParted(gaps, nearest.from, at);
}

/** After these it is somebody else's doing: "hurt while Leo is in the flat". */
const OPENS_CLAUSE = new Set(['while', 'when', 'if', 'because', 'time', 'but', 'after', 'before']);

/** Whether a sentence ends between two tokens. */
function isParted(gaps: BlockDetail['tokens']['gaps'], from: number, to: number): boolean {
  for (let i = from + 1; i <= to; i++) if (gaps[i] === STOP) return true;
  return false;
}

function mayBeChild({ groups, from }: BlockDetail['people'][number], forms: readonly string[]): boolean {
  return (groups & CHILD) !== 0 || PRONOUN.test(forms[from]);
}

const PRONOUN = /^(?:he|she|they|him|her|them|his|their|himself|herself|themselves|hers|theirs|it|who|whom|whose)$/;

export function speaksOfChild({ pieces }: Statement): boolean {
  return pieces.some(({ detail: { people }, from, to }) => people.some((edge) => edge.from >= from && edge.from < to && edge.groups & CHILD));
}
