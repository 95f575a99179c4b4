/**
 * Whom "he", "she" and "they" mean, worked out from left to right. Who acts in a sentence outweighs who is met or told
 * in it, the family outweighs others, and "him" is not whoever acts on him. It knows the words next to a name, and
 * nothing of grammar beyond them.
 */
import { FAMILY, GROUPS, HE, SERVICE, SHE, SOMEBODY } from './lexicon.js';
import type { Carried } from './people.js';
import type { Head } from './phrases.js';
import { WORDS, type Pronoun } from './words.js';
import { JOINED, STOP, type Tokens } from '../words/tokens.js';

/** Whom "he" and "she" would mean at the end of a block. Both families' by default: a note is about them. */
export function carry(he: number, heBefore: number, she: number, sheBefore: number, same: boolean, they: number): Carried {
  return { key: `${he}.${heBefore}.${she}.${sheBefore}${same ? '=' : '.'}${they}`, he, heBefore, she, sheBefore, same, they };
}

/** Somebody a pronoun may mean. */
interface Ref {
  readonly groups: number;
  readonly rank: number;
  readonly sentence: number;
}

/** A `Ref` with its gender: `HE`, `SHE`, or neither. */
interface Named extends Ref {
  readonly gender: number;
}

/** Who has been named, while a block is read. Lives no longer than one call of `findPeople`. */
export interface SpokenOf {
  he: Ref;
  heBefore: Ref;
  she: Ref;
  sheBefore: Ref;
  they: number;
  /** Who acts in the clause that is being read; null for the writer, and where nobody does yet. */
  subject: Ref | null;
  /** Someone outside the family who is met or told in this sentence. */
  passing: Named | null;
  /** Someone of the family was named in this sentence, or acts in it. */
  family: boolean;
  /** Whom the writer rang or met in the sentence before, where it names no one of the family: who "said" what comes next. */
  answering: Named | null;
  /** Several of the family act in this sentence: "they" goes on to mean them. */
  familyActs: boolean;
  sentence: number;
}

const OPENS_CLAUSE = new Set('and but that because when if while as so then after before where who or although though since until which whether today yesterday later also again now monday tuesday wednesday thursday friday saturday sunday'.split(' '));
const SPEAKS_TO = new Set('told tell tells telling asked ask asks asking rang ring rings texted texts text phoned called emailed to with by from for of met meets meeting saw sees seeing informed at about on near against thanked'.split(' '));
const ANSWERS = new Set('said says told tells confirmed reported advised explained agreed added replied thinks thought felt described raised stated noted'.split(' '));
/** What stands before "she" in "Miss Odell told me she is quieter": she is not Miss Odell. */
const TELLS_OF = new Set('that said says noticed me us feels thinks believes'.split(' '));
/** What may stand after a "her" that is not the beginning of "her bag". */
const AFTER_HER = new Set('to that what when if whether how why who where she about and the a an not it not with by for at on in from as because'.split(' '));
const BE = new Set('were was are been be being get got'.split(' '));
const BETWEEN = new Set('both all also then have had has will would should could not never since now already only just still each'.split(' '));
const DONE = new Set('told put made sent left met kept brought taught held caught let found shown'.split(' '));
/** What a service may be, and no one does to it. */
const STATES = new Set('concerned worried pleased closed interested committed involved prepared disappointed satisfied convinced surprised supposed needed limited based located staffed open often even when then'.split(' '));
const PASSING = 0;
const OWNS = 1;
const ACTS = 2;
const FAMILY_NAMED = 3;
const FAMILY_ACTS = 4;

export function startHearing(carried: Carried): SpokenOf {
  const he = { groups: carried.he, rank: FAMILY_ACTS, sentence: -1 };
  const heBefore = { groups: carried.heBefore, rank: FAMILY_ACTS, sentence: -1 };
  const she = carried.same ? he : { groups: carried.she, rank: FAMILY_ACTS, sentence: -1 };
  return { he, heBefore, she, sheBefore: { groups: carried.sheBefore, rank: FAMILY_ACTS, sentence: -1 }, they: carried.they, subject: null, passing: null, family: false, answering: null, familyActs: false, sentence: 0 };
}

/** `carried` itself where nothing has come of the block. */
export function stopHearing({ he, heBefore, she, sheBefore, they }: SpokenOf, carried: Carried): Carried {
  if (he.groups === carried.he && heBefore.groups === carried.heBefore && she.groups === carried.she && sheBefore.groups === carried.sheBefore && (he === she) === carried.same && they === carried.they) return carried;
  return carry(he.groups, heBefore.groups, she.groups, sheBefore.groups, he === she, they);
}

export function nextSentence(heard: SpokenOf): void {
  heard.sentence++;
  heard.answering = heard.family || heard.subject !== null ? null : heard.passing;
  heard.subject = heard.passing = null;
  heard.familyActs = heard.family = false;
}

/** The writer acts: nobody who was named before does. */
export function hearWriter(heard: SpokenOf): void {
  heard.subject = null;
}

/** Groups of a pronoun as the subject, the object or the owner that it is; notes who acts. */
export function resolve({ gender, subject, object }: Pronoun, tokens: Tokens, i: number, heard: SpokenOf, use: 'word' | 'owner'): number {
  if (gender === 0) {
    if (subject && heard.they === SERVICE && isDoneTo(tokens, i)) heard.they = FAMILY;
    const { they, subject: acts } = heard;
    if (subject) heard.subject = null;
    // "Lee has pointed out to them": they are not Lee.
    return object && acts !== null && (acts.groups & FAMILY) === 0 && acts.groups === they ? FAMILY : they;
  }
  const now = gender === HE ? heard.he : heard.she;
  if (subject) {
    const answering = heard.answering ?? (heard.family || heard.subject ? null : heard.passing);
    const told = now === heard.subject && (now.groups & FAMILY) === 0 && TELLS_OF.has(tokens.forms[i - 1]);
    const who = answering && (answering.gender === 0 || answering.gender === gender) && ANSWERS.has(tokens.forms[i + 1]) ? answering : told ? addressed(gender, heard) : now;
    heard.answering = null;
    const family = (who.groups & FAMILY) !== 0;
    heard.family ||= family;
    const acts = { groups: who.groups, rank: family ? FAMILY_ACTS : ACTS, sentence: heard.sentence };
    // Whoever is "he" is not "she".
    if (gender === HE) {
      if (heard.she === heard.he) heard.she = heard.sheBefore;
      heard.he = acts;
    } else {
      if (heard.he === heard.she) heard.he = heard.heBefore;
      heard.she = acts;
    }
    heard.subject = acts;
    return acts.groups;
  }
  if (!object || use === 'owner' || now !== heard.subject) return now.groups;
  // "Yvonne asked her when she finishes": from here on it is the one who was asked.
  const before = beforeOf(gender, heard);
  if (tokens.forms[i] === 'her' && tokens.gaps[i + 1] === JOINED && !AFTER_HER.has(tokens.forms[i + 1])) return before.groups;
  if (gender === HE) [heard.he, heard.heBefore] = [before, now];
  else [heard.she, heard.sheBefore] = [before, now];
  return before.groups;
}

/** "They were both asked to sign", "they have been given an hour": done to people, where a service may be named before. */
function isDoneTo({ forms, gaps, count }: Tokens, i: number): boolean {
  let at = i + 1;
  const goesOn = (): boolean => at < count && gaps[at] === JOINED;
  while (goesOn() && BETWEEN.has(forms[at])) if (forms[at++] === 'both') return true;
  if (!goesOn() || !BE.has(forms[at])) return false;
  at++;
  while (goesOn() && BETWEEN.has(forms[at])) if (forms[at++] === 'both') return true;
  return goesOn() && !STATES.has(forms[at]) && (/(?:ed|en)$/u.test(forms[at]) || DONE.has(forms[at]));
}

/** "Andy reminded Imogen that she": Imogen; "Miss Odell told me that she": whoever it was before. */
function addressed(gender: number, heard: SpokenOf): Ref {
  const { passing } = heard;
  return passing && (passing.gender === 0 || passing.gender === gender) ? passing : beforeOf(gender, heard);
}

function beforeOf(gender: number, heard: SpokenOf): Ref {
  return gender === HE ? heard.heBefore : heard.sheBefore;
}

/** Notes that `head`, whose words begin at token `start`, has been named. */
export function hear(tokens: Tokens, prose: string, head: Head, start: number, heard: SpokenOf): void {
  const groups = head.groups & SOMEBODY ? head.groups | FAMILY : head.groups;
  if (groups & SERVICE) {
    if (!heard.familyActs) heard.they = SERVICE;
    return;
  }
  const owns = ownsNext(tokens, prose, head.to);
  const acts = !owns && isSubject(tokens, prose, start, head.to);
  const family = (groups & FAMILY) !== 0;
  if (family) {
    heard.family = true;
    heard.they = FAMILY;
    if (head.plural) {
      heard.familyActs ||= acts;
      if ((heard.he.groups & FAMILY) === 0) heard.he = { groups: FAMILY, rank: FAMILY_NAMED, sentence: heard.sentence };
      if ((heard.she.groups & FAMILY) === 0) heard.she = { groups: FAMILY, rank: FAMILY_NAMED, sentence: heard.sentence };
      return;
    }
  } else if (acts && !heard.familyActs) heard.they = groups & ~(HE | SHE);
  if (head.plural) {
    if (acts) heard.subject = null;
    return;
  }
  const both = groups & (HE | SHE);
  const gender = both === (HE | SHE) ? 0 : both;
  const ref: Named = { groups: groups & GROUPS, rank: owns && (!family || ownsWorker(tokens, head.to)) ? (family || tokens.gaps[start] === STOP ? OWNS : PASSING) : rankOf(family, acts), sentence: heard.sentence, gender };
  if (ref.rank === PASSING && tokens.gaps[start] === JOINED) heard.passing = ref;
  if (ref.rank === PASSING && gender !== 0) {
    // "Mum met Mr Hanif. He": nobody else of the sentence can be meant.
    const now = gender === HE ? heard.he : heard.she;
    if (now.sentence < heard.sentence) {
      if (gender === HE) [heard.he, heard.heBefore] = [ref, now];
      else [heard.she, heard.sheBefore] = [ref, now];
    }
  } else if (ref.rank > PASSING) {
    if (gender !== SHE) {
      if (isNearer(ref, heard.he)) {
        heard.heBefore = heard.he;
        heard.he = ref;
      } else if (isNearer(ref, heard.heBefore)) heard.heBefore = ref;
    }
    if (gender !== HE) {
      if (isNearer(ref, heard.she)) {
        heard.sheBefore = heard.she;
        heard.she = ref;
      } else if (isNearer(ref, heard.sheBefore)) heard.sheBefore = ref;
    }
  }
  if (acts) heard.subject = ref;
}

function rankOf(family: boolean, acts: boolean): number {
  return family ? (acts ? FAMILY_ACTS : FAMILY_NAMED) : acts ? ACTS : PASSING;
}

/** "Leo's social worker": of the two it is not Leo who acts; "Leo's attendance" is about Leo. */
function ownsWorker(tokens: Tokens, to: number): boolean {
  const at = tokens.forms[to] === "'s" ? to + 1 : to;
  const entry = WORDS.get(tokens.forms[at])?.entries.find(({ forms }) => forms.every((form, k) => form === tokens.forms[at + k]));
  return entry !== undefined && entry.sort !== 'nobody' && (entry.groups & FAMILY) === 0;
}

function ownsNext(tokens: Tokens, prose: string, to: number): boolean {
  return to < tokens.count && (tokens.forms[to] === "'s" || (tokens.gaps[to] === JOINED && isApostrophe(prose.charCodeAt(tokens.ends[to - 1]))));
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019;
}

function isNearer(ref: Ref, now: Ref): boolean {
  return ref.sentence > now.sentence || ref.rank > now.rank || (ref.rank === now.rank && ref.rank === FAMILY_NAMED);
}

/** Whether words for a person begin a sentence or clause, and are not in brackets or met, told, thanked there. */
function isSubject(tokens: Tokens, prose: string, start: number, to: number): boolean {
  const gap = tokens.gaps[start];
  if (gap === STOP) return true;
  const before = tokens.forms[start - 1];
  if (gap === JOINED) return OPENS_CLAUSE.has(before) && !SPEAKS_TO.has(before);
  return prose.charCodeAt(tokens.starts[start] - 1) !== 40 && tokens.gaps[to] === JOINED;
}
