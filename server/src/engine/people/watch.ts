/**
 * Which "he" or "she" can only mean the one person named beside it: "Noor cut her arms", "Callum rang. He was late".
 * So a note shows whether a name's bearer is "he" or "she". It does not know who anybody is.
 */
import type { Hint } from './hints.js';
import { isPossibleName } from './names.js';
import type { Pronoun } from './words.js';
import { JOINED, STOP, type Tokens } from '../words/tokens.js';

/** Who is named in this sentence and the one before: a token index, or `NONE`, or `SEVERAL`. Lives no longer than one reading of a block. */
export interface Watch {
  named: number;
  before: number;
  /** Token after the name, to know its surname by. */
  end: number;
  /** Genders of the pronouns that have stood in this sentence; a second one may be somebody else. */
  taken: number;
}

const NONE = -1;
const SEVERAL = -2;

export function startWatch(): Watch {
  return { named: NONE, before: NONE, end: -1, taken: 0 };
}

export function watchSentence(watch: Watch): void {
  watch.before = watch.named;
  watch.named = NONE;
  watch.taken = 0;
}

/** A kinship or service word: "she" may be that person. */
export function watchRole(watch: Watch): void {
  watch.named = SEVERAL;
}

/** A word with a capital, perhaps a name. */
export function watchName(watch: Watch, prose: string, tokens: Tokens, i: number): void {
  if (watch.named === SEVERAL || !isPossibleName(prose, tokens, i)) return;
  if (watch.named >= 0 && watch.end === i && tokens.gaps[i] === JOINED) watch.end = i + 1;
  else if (watch.named === NONE) {
    watch.named = i;
    watch.end = i + 1;
  } else if (tokens.forms[i] !== tokens.forms[watch.named]) watch.named = SEVERAL;
}

/** Adds what a pronoun shows. "Yvonne told him" is not about Yvonne, nor is a "his" that comes after another pronoun. */
export function watchPronoun(watch: Watch, { gender, subject, object, owner }: Pronoun, i: number, tokens: Tokens, hints: Hint[]): void {
  if (gender === 0) return;
  const taken = (watch.taken & gender) !== 0;
  watch.taken |= gender;
  if (taken || (object && !owner) || (owner && watch.end === i && tokens.gaps[i] !== JOINED && tokens.gaps[i] !== STOP)) return; // "Grace, his adviser"
  const opens = tokens.gaps[i] === STOP;
  const who = opens ? watch.before : watch.named;
  if (who < 0 || (!subject && !opens && tokens.forms[i] === 'her' && tokens.gaps[i + 1] !== JOINED)) return;
  hints.push({ says: 'gender', name: tokens.forms[who], groups: gender });
}
