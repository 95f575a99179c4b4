/**
 * What one block holds of a child's voice: words they said, wants, things they made, how they were seen to be, or why
 * they could not be heard and what comes next. It does not know under which heading the block stands.
 */
import type { CheckSpec } from '../../rule.js';
import type { Content } from '../../note/note.js';
import { irregularVerbsWith } from '../../words/irregulars.js';
import { CHILD, type PersonEdge } from '../../people/people.js';
import { JOINED, SOFT, STOP, type Tokens } from '../../words/tokens.js';
import { cueAt, findCue, type CueReader, type Cues } from '../cue-phrases.js';
import type { BlockDetail } from '../note-view.js';
import { isBorrowed, isPassedOn, OPENS_CLAUSE, tellsOfDeed } from './borrowed.js';
import { isHollow, type HollowCues } from './hollow.js';
import { YOU } from './names.js';
import { childOf, OBJECT, PRONOUNS, readerOf, SEEING, type Reader } from './reader.js';
import { isOfSomebody, isOnlyNamed, withNamed } from './whose.js';

/** One sign of a child's voice; `at` is an offset of the block's prose. */
export interface Sign {
  readonly at: number;
  /** `words`: quoted, or told to somebody. `wants`: told as theirs, without words. `seen`: shown, made, noticed. `gap`: not heard yet, and what is planned. `hollow`: told as theirs in a sentence that holds none of it. `fake`: what only looks like a voice. */
  readonly kind: 'words' | 'wants' | 'seen' | 'gap' | 'hollow' | 'fake';
  /** First form of the child's name or word, or '' where only the place says that a child is meant ("He smiled"). */
  readonly child: string;
  /** Where it is '': first form of the child who was named last before it, with no grown-up named since; else ''. */
  readonly after: string;
}

export interface VoiceCues extends HollowCues {
  /** What a child does with words. */
  readonly says: Cues;
  /** What a child wants or feels, even with "not" before it. */
  readonly wants: Cues;
  /** What a child was seen to do. */
  readonly shows: Cues;
  /** What is theirs: a drawing, a face that lit up. */
  readonly made: Cues;
  /** What only looks like a voice; the rest of the clause says nothing. */
  readonly fakes: Cues;
  /** Not heard yet … */
  readonly gap: Cues;
  /** … and what will be done about it. */
  readonly next: Cues;
  /** Whom a child may trust … */
  readonly trusted: Cues;
  /** … and how they know what they pass on. */
  readonly knows: Cues;
}

export function readVoiceCues(spec: CheckSpec, read: CueReader): VoiceCues {
  const cues = (key: string): Cues => read(spec[key]);
  return { says: cues('says'), wants: cues('wants'), shows: cues('shows'), made: cues('made'), fakes: cues('fakes'), gap: cues('gap'), next: cues('next'), trusted: cues('trusted'), knows: cues('knows'), record: cues('record'), work: cues('work'), grown: cues('grown') };
}

const MODAL = new Set(['would', 'will', 'could', 'should', 'can', 'may', 'might', 'must', 'to', 'shall', 'needs', 'need', 'if']);
const HYPOTHETICAL = new Set(['if', 'whether', 'let', 'help', 'ask', 'ensure', 'for', 'with', 'to', 'about', 'of', 'by', 'on', 'from', 'told', 'tell', 'asked', 'reminded', 'advised', 'how', 'what', 'why', 'where']);
const BE = new Set(['am', 'is', 'are', 'was', 'were', 'be', 'been', 'being', 'gets', 'got']);
const NOT_BEFORE_VERB = new Set(['a', 'an', 'the', 'in', 'of', 'this', 'some', 'any', 'no', 'for', 'by', 'at', 'on', 'with', 'from']);
const LEADS_SUBJECT = new Set(['and', 'that', 'when', 'as', 'while', 'because', 'but', 'so', 'then', 'which', 'until', 'before', 'after', 'both', 'who', 'since', 'once', 'although', 'though', 'or', 'than', 'said', 'says', 'asked']);
/** Words between a child and what they do. */
const REACH = 8;

/** In order of `at`; `you` is the child to whom the record speaks, by the first form of their name, or ''. Linear; never throws. */
export function voiceSigns(content: Content, { tokens, people: named, speech }: BlockDetail, cues: VoiceCues, you: string): readonly Sign[] {
  const signs: Sign[] = [];
  const people = you === '' ? named : [...named, ...addressed(tokens)];
  const reader = readerOf(content.prose, tokens, people, speech);
  for (const { start, end, voice, speaker, scare } of speech) {
    if (scare || !/\p{L}/u.test(content.prose.slice(start, end))) continue;
    if (voice === 'child' && isOnlyNamed(reader, start, firstForm(speaker))) signs.push({ at: start, kind: 'words', child: '', after: '' });
    else if (voice === 'child' && !PRONOUNS.has(speaker.toLowerCase())) signs.push({ at: start, kind: 'words', child: firstForm(speaker), after: '' });
    else if (voice === 'other' && speaker !== '' && isOfSomebody(tokens, start, end)) continue;
    else if (voice !== 'professional' && (voice !== 'family' || PRONOUNS.has(speaker.toLowerCase()))) signs.push({ at: start, kind: voice === 'child' ? 'words' : 'seen', child: voice === 'child' ? 'child' : '', after: '' });
  }
  for (const edge of people) {
    const sign = edge.possessive ? ownThing(reader, edge, cues) : deed(reader, edge, cues);
    if (sign) signs.push(YOU.has(sign.child) ? { ...sign, child: you } : sign);
  }
  signs.push(...withoutSubject(reader, cues));
  const gap = ownedGap(tokens, cues);
  if (gap >= 0) signs.push({ at: tokens.starts[gap], kind: 'gap', child: people.some((edge) => edge.groups & CHILD) ? 'child' : '', after: '' });
  if (signs.length > 1) signs.sort((a, b) => a.at - b.at);
  return signs.some(({ child }) => child === '') ? withNamed(signs, reader, people) : signs;
}

/** "You told me", "your drawing", in a record that speaks to a child; and not "I know you miss her". */
function addressed({ count, forms, gaps }: Tokens): readonly PersonEdge[] {
  const edges: PersonEdge[] = [];
  for (let i = 0, supposed = false; i < count; i++) {
    if (gaps[i] === STOP) supposed = false;
    if (SUPPOSED.has(forms[i])) supposed = true;
    if (YOU.has(forms[i]) && !supposed) edges.push({ from: i, to: i + 1, groups: CHILD, ...(forms[i] === 'your' ? { possessive: true } : {}) });
  }
  return edges;
}

const SUPPOSED = new Set(['know', 'hope', 'wonder', 'guess', 'imagine', 'expect', 'sure', 'wish', 'bet']);

const HE = /^(?:he|she|they)$/;
const LEFT_TO_THEM = /^(?:words?|times?|day|days|place|places|way|pace|somewhere|where|wherever|whenever|whoever|whatever|one|ones|person|adult|activity|thing|things|people|format|language) (?:chooses?|picks?|likes?|wants?|prefers?|says?|feels?)$/;

/** What a child says, wants or does, read forwards from where they are named. */
function deed(reader: Reader, edge: PersonEdge, cues: VoiceCues): Sign | null {
  const { tokens, starting, sentence, spoken } = reader;
  const { forms, gaps, starts } = tokens;
  const child = childOf(reader, edge);
  if (child === null || spoken[edge.from] || (OBJECT.has(forms[edge.from]) && !SEEING.has(forms[edge.from - 1]))) return null;
  const before = forms[edge.from - 1];
  const opens = edge.from === sentence[edge.from];
  // "Ayo to see Leo at school and ask him" is still to be done.
  if (SEEING.has(before) && MODAL.has(forms[edge.from - 2])) return null;
  // "In words they choose", "at a time he picks": what will be left to them.
  if (HE.test(forms[edge.from]) && gaps[edge.from] === JOINED && LEFT_TO_THEM.test(`${before} ${forms[edge.to]}`)) return null;
  // "Her advocate read out what Leo had asked her to say", "because of what Leo asked for": it was asked.
  const passedOn = before === 'what' && (forms[edge.to] === 'had' || /^(?:because of|reads? out|pass(?:ed|es) on)$/.test(`${forms[edge.from - 3]} ${forms[edge.from - 2]}`));
  if (before === 'to' && forms[edge.from - 2] === 'according') return { at: starts[edge.from], kind: 'words', child, after: '' };
  if (!opens && !passedOn && ((HYPOTHETICAL.has(before) && gaps[edge.from] === JOINED && !(HE.test(forms[edge.from]) && /^(?:on|of|by|with|from)$/.test(before))) || !isSubject(reader, edge))) return null;
  const borrowed = isBorrowed(reader, edge) && !isPassedOn(reader, edge, cues);
  /** "Leo showed me his den and asked if": what he said weighs more than what he was seen to do. */
  let seen: Sign | null = null;
  let hollowAt = -1;
  for (let i = edge.to, negated = false, modal = false; i < tokens.count && i < edge.to + (seen ? REACH * 2 : REACH) && gaps[i] !== STOP; i++) {
    const form = forms[i];
    // "Leo enjoyed it and I gave him a sticker".
    if ((form === 'i' || form === 'we') && i > edge.to + 1) return seen;
    if (cueAt(cues.fakes, tokens, i) > 0) return seen ?? { at: starts[edge.from], kind: 'fake', child, after: '' };
    // "was told", "is known": done to the child; "in a pull-up": a noun.
    const done = BE.has(forms[beforeAdverbs(forms, i)]) && !form.endsWith('ing') && !BE.has(form);
    if (done || NOT_BEFORE_VERB.has(forms[i - 1]) || (SUBJECTS.test(form) && !BE.has(forms[beforeAdverbs(forms, i)]))) {
      if (forms[i - 1] === 'to') modal = true;
      continue;
    }
    const kind = !modal && !negated && cueAt(cues.says, tokens, i) > 0 ? 'words'
      : !borrowed && cueAt(cues.wants, tokens, i) > 0 && (!modal || form === 'would') && !isAbsent(forms, i) ? 'wants'
      : (seen === null || (seen.kind === 'hollow' && i > hollowAt + 1 && tellsOfDeed(form))) && !borrowed && !modal && cueAt(cues.shows, tokens, i) > 0 ? 'seen' : null;
    if (kind !== null) {
      const sign: Sign = { at: starts[edge.from], kind: borrowed ? 'seen' : isHollow(reader, i, cues) ? 'hollow' : kind, child, after: '' };
      if (kind !== 'seen' && sign.kind !== 'hollow') return sign;
      if (sign.kind === 'hollow') hollowAt = i;
      if (seen === null || sign.kind !== 'hollow') seen = sign;
    }
    // "Leo was with Mum, who said …": what follows is hers.
    const other = starting.get(i);
    if (other && childOf(reader, other) === null && forms[i - 1] !== 'and' && forms[i - 1] !== 'with' && !/sel(?:f|ves)$|^(?:me|us|his|her|their|him|them)$/.test(form)) return seen;
    if (form === 'not' || form === 'never') negated = true;
    else if (MODAL.has(form)) modal ||= !(form === 'to' && DID.has(forms[i - 1]) && /^(?:me|us)$/.test(forms[i + 2] ?? ''));
    // "Who Leo could talk to, and tell him": what might be done goes on.
    else if (modal && form === 'and' && !tellsOfDeed(forms[i + 1] ?? '')) negated = false;
    else if (gaps[i] === SOFT || OPENS_CLAUSE.has(form) || form === 'and') negated = modal = false;
  }
  return seen;
}

/** "Happy to tell me", "began to show us": it was done. */
const DID = new Set(['happy', 'keen', 'able', 'glad', 'eager', 'quick', 'pleased', 'proud', 'excited', 'began', 'started', 'chose', 'wanted', 'came', 'ran', 'on']);

/** "Has missed two appointments", and not "misses her mum". */
function isAbsent(forms: readonly string[], i: number): boolean {
  return forms[i].startsWith('miss') && (/^(?:has|have|had)$/.test(forms[i - 1]) || /^(?:\d.*|one|two|three|four|five|six|several|some|many|most|school|lessons?|appointments?|sessions?|days?|a|an|out)$/.test(forms[i + 1] ?? ''));
}

/** Whether what follows is likely to be the person's doing: "Today Leo", "and Leo", "I saw Leo", and not "who examined Leo". */
function isSubject({ tokens: { forms, gaps }, starting, sentence }: Reader, { from, to }: PersonEdge): boolean {
  if (gaps[from] === SOFT || (forms[to] === 'who' && BE.has(forms[from - 1])) || forms[from] === 'he' || forms[from] === 'she' || forms[from] === 'they' || LEADS_SUBJECT.has(forms[from - 1]) || SEEING.has(forms[from - 1])) return true;
  if (from - sentence[from] > 6 || forms[from - 1].endsWith('ed') || irregularVerbsWith(forms[from - 1]).length > 0) return false;
  for (let i = sentence[from]; i < from; i++) if (starting.has(i)) return BESIDE.has(forms[sentence[from]]) && (forms[from - 1] === 'own' || OBJECT.has(forms[from - 1])) && tellsOfDeed(forms[to] ?? '');
  return true;
}

/** "Doing well in reading, writing and maths". */
const SUBJECTS = /^(?:writing|spelling|singing|signing)$/;

/** "On his own Isaac told me", "With Mum beside him Noah asked". */
const BESIDE = new Set(['with', 'on', 'by']);

const ADVERBS = new Set(['not', 'never', 'also', 'still', 'always', 'then', 'both', 'all', 'so', 'very', 'just']);

function beforeAdverbs(forms: readonly string[], at: number): number {
  let i = at - 1;
  while (i > 0 && at - i < 4 && (ADVERBS.has(forms[i]) || forms[i].endsWith('ly'))) i--;
  return i;
}

/** "Her whole body lifted", "Leo's drawing". */
function ownThing(reader: Reader, edge: PersonEdge, cues: VoiceCues): Sign | null {
  const { tokens, spoken } = reader;
  const child = childOf(reader, edge);
  if (child === null || spoken[edge.from]) return null;
  for (let i = edge.to; i < Math.min(tokens.count, edge.to + 3) && tokens.gaps[i] === JOINED; i++) {
    if (cueAt(cues.fakes, tokens, i) > 0) return { at: tokens.starts[edge.from], kind: 'fake', child, after: '' };
    if (cueAt(cues.made, tokens, i) > 0) return isBorrowed(reader, edge) && !isPassedOn(reader, edge, cues) ? null : { at: tokens.starts[edge.from], kind: isHollow(reader, i, cues) ? 'hollow' : 'seen', child, after: '' };
  }
  return null;
}

const ALONE = new Set(['said', 'says', 'wants', 'wanted', 'likes', 'loves', 'hates', 'enjoys', 'misses', 'wishes', 'feels', 'hopes', 'prefers', 'thinks', 'worries']);

/** "Told me …", "Would rather …", "Happy for Nan to come". */
function tellsAlone(forms: readonly string[], i: number): boolean {
  const next = forms[i + 1] ?? '';
  switch (forms[i]) {
    case 'told': return /^(?:me|us)$/.test(next);
    case 'would': return /^(?:rather|like|love|prefer)$/.test(next);
    case 'does': return next === 'not' && /^(?:want|like|mind|care|think)$/.test(forms[i + 2] ?? '');
    case 'happy': return /^(?:for|to|with|that|about)$/.test(next);
    default: return ALONE.has(forms[i]);
  }
}

/** In note style: "Told me he is scared", "Smiled when I came in", "I want my own room". */
function withoutSubject(reader: Reader, cues: VoiceCues): Sign[] {
  const { tokens, sentence, spoken } = reader;
  const { forms, starts, count } = tokens;
  const signs: Sign[] = [];
  for (let i = 0; i < count; i++) {
    if (spoken[i]) continue;
    const first = sentence[i] === i;
    const telling = first && tellsAlone(forms, i) && cueAt(cues.fakes, tokens, i) === 0;
    const showing = first && cueAt(cues.shows, tokens, i) > 0 && !/^(?:him|her|them)$/.test(forms[i + 1] ?? '');
    const mine = forms[i] === 'i' && /^(?:want|like|love|hate|miss|wish|do|am|feel)$/.test(forms[i + 1] ?? '') && cueAt(cues.wants, tokens, forms[i + 2] === 'not' ? i + 3 : forms[i + 1] === 'am' ? i + 2 : i + 1) > 0;
    // No worker writes "I want to live": the child holds the pen.
    if (mine && first && /^(?:want (?:my|a|to (?:be|live|stay|go|work|play|learn|keep|move)|it)|hate|miss|love) ?/.test(`${forms[i + 1]} ${forms[i + 2] ?? ''} ${forms[i + 3] ?? ''}`)) signs.push({ at: starts[i], kind: 'wants', child: 'child', after: '' });
    else if (telling || showing || mine) signs.push({ at: starts[i], kind: !mine && isHollow(reader, i, cues) ? 'hollow' : 'seen', child: '', after: '' });
  }
  return signs;
}

/** How far what will be done may stand from why the child was not heard, in words. */
const NEAR = 45;

function ownedGap(tokens: Tokens, { gap, next }: VoiceCues): number {
  for (let from = findCue(gap, tokens), last = -1; from >= 0; from = findCue(gap, tokens, from + 1)) {
    // Each word is looked at once for what comes next, however many gaps there are.
    if (findCue(next, tokens, Math.max(from - NEAR, last), Math.min(tokens.count, from + NEAR)) >= 0) return from;
    last = from;
  }
  return -1;
}

function firstForm(speaker: string): string {
  return speaker.toLowerCase().split(/[\s-]+/u)[0] ?? '';
}
