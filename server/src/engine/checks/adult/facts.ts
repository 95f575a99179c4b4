/**
 * What one block shows of the grown-ups who care for a child: who is named, by which name, and who is heard in it or not
 * heard for a reason. It does not know what the rest of the record says.
 */
import type { CheckSpec } from '../../rule.js';
import type { Block } from '../../note/note.js';
import { CHILD, FAMILY, type PersonEdge } from '../../people/people.js';
import { toKeep } from '../../to-keep.js';
import { JOINED, STOP, type Tokens } from '../../words/tokens.js';
import { cueAt, findCue, type CueReader, type Cues } from '../cue-phrases.js';
import type { BlockDetail } from '../note-view.js';

export interface AdultCues {
  readonly headings: Cues;
  readonly notHeadings: Cues;
  /** What somebody does who has a view. */
  readonly verbs: Cues;
  /** What of theirs is a view: "Dad's opinion". */
  readonly views: Cues;
  /** In a sentence that names them: why they are not heard, and what was tried. */
  readonly reasons: Cues;
}

export function readAdultCues(spec: CheckSpec, read: CueReader): AdultCues {
  const cues = (key: string): Cues => read(spec[key]);
  return { headings: cues('headings'), notHeadings: cues('not-headings'), verbs: cues('verbs'), views: cues('views'), reasons: cues('reasons') };
}

/** A grown-up is known by a part in the child's life ("dad"), or by the forms of a name. Offsets are into the prose. */
export interface AdultFacts {
  readonly stands: 'heading' | 'first-cell' | 'text';
  /** By their part, as the child's own. */
  readonly named: readonly Named[];
  /** "Kayleigh (mum)". */
  readonly links: readonly Link[];
  /** By part or by name. */
  readonly mentions: readonly string[];
  readonly heard: readonly string[];
  /** "They both say", "parents think". */
  readonly everybody: boolean;
  /** "He" or "she" says something here. */
  readonly he: boolean;
  readonly she: boolean;
  /** Whether its first "he" or "she" may be somebody named before it. */
  readonly goesOn: boolean;
  /** "Wants to see him.": a sentence that leaves out who. */
  readonly opens: boolean;
  /** It says why somebody was not asked, or what was tried. */
  readonly excuses: boolean;
}

export interface Named {
  readonly part: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** A name stands beside it that nobody knows: by which they may be heard. */
  readonly unclear: boolean;
}

/** A part, and the name that goes with it: "Kayleigh (mum)", "the children's dad, Gareth". */
export interface Link {
  readonly part: string;
  /** Of the name, without a title. */
  readonly forms: readonly string[];
  readonly name: string;
}

const PARTS: ReadonlyMap<string, string> = new Map(Object.entries({
  mum: 'mum', mam: 'mum', mom: 'mum', mummy: 'mum', mother: 'mum', dad: 'dad', daddy: 'dad', father: 'dad',
  stepdad: 'stepdad', stepfather: 'stepdad', stepmum: 'stepmum', stepmother: 'stepmum', partner: 'partner', boyfriend: 'partner', girlfriend: 'partner',
}));

/** Whether it is a part in the child's life, and no name. */
export function isPart(key: string): boolean {
  return PARTS.has(key);
}

/** Whether a part is a man's; null for a partner, and for a name. */
export function isHim(key: string): boolean | null {
  return /dad$/.test(key) ? true : /mum$/.test(key) ? false : null;
}

const TOGETHER = new Set(['parents', 'both', 'family', 'couple', 'carers', 'parent', 'adults', 'everyone', 'everybody', 'all']);
/** "Her dad" may be anybody's. */
const OWNERS = new Set(['his', 'her', 'their', 'my', 'your', 'our']);
/** "Sorry, said Mum." */
const SAID = new Set(['said', 'says', 'asked', 'asks', 'wrote', 'thought', 'thinks', 'added', 'replied']);
/** Words between somebody and what they say. */
const VERB_WITHIN = 5;

/** Null where it shows nothing of them. Linear in the block. */
export function adultFacts({ content }: Block, { tokens, people, speech }: BlockDetail, cues: AdultCues): AdultFacts | null {
  const { prose, kind } = content;
  const { forms, starts, ends, gaps } = tokens;
  const opens = opensOnVerb(tokens, cues.verbs);
  const excuses = findCue(cues.reasons, tokens) >= 0;
  const said = speech.filter(({ scare, voice }) => !scare && (voice === 'family' || voice === 'other'));
  // Whom somebody's own words name is not whom the record tells of.
  const told = people.filter(({ from, groups }) => (groups & FAMILY) !== 0 && !speech.some(({ start, end, scare }) => !scare && starts[from] >= start && starts[from] < end));
  if (told.length === 0 && said.length === 0 && !opens && !excuses) return null;
  const owners = new Set(told.filter(({ possessive }) => possessive).map(({ from }) => from));
  const named: Named[] = [];
  const links: Link[] = [];
  const mentions = new Set<string>();
  const heard = new Set<string>();
  /** By whom "he" or "she" would be meant, up to each of these offsets. */
  const spokenOf: { readonly at: number; readonly child: boolean }[] = [];
  let [everybody, he, she] = [false, false, false];
  let last: { readonly edge: PersonEdge; readonly keys: readonly string[] } | null = null;
  for (const edge of told) {
    const { from, to, groups } = edge;
    const form = forms[from];
    const isPronoun = /^(?:he|she|they)$/.test(form);
    if (!isPronoun && !owners.has(from)) spokenOf.push({ at: starts[from], child: (groups & CHILD) !== 0 });
    if ((groups & CHILD) !== 0) continue;
    const speaks = kind !== 'heading' && (verbAfter(tokens, to, cues.verbs) || (gaps[from] !== STOP && SAID.has(forms[from - 1] ?? '')));
    const excused = excuses && excusesNear(tokens, edge, cues.reasons);
    const keys = keysOf(prose, tokens, edge);
    if (isPronoun) {
      if (!speaks || spokenOf.at(-1)?.child === true) continue;
      he ||= form !== 'she';
      she ||= form !== 'he';
    } else if (forms.slice(from, to).some((word) => TOGETHER.has(word))) everybody ||= (speaks && gaps[to] === JOINED) || (excused && !/^(?:family|everyone|everybody|all)$/.test(forms[to - 1]));
    else if (keys.length > 0) {
      const isRole = PARTS.has(keys[0]);
      for (const key of keys) mentions.add(key);
      if (kind !== 'heading' && (speaks || excused || isViewOf(tokens, edge, cues) || isLabel(content, tokens, edge))) for (const key of keys) heard.add(key);
      const tied: boolean = last !== null && !owners.has(from) && isRole !== PARTS.has(last.keys[0]) && tiesOf(prose, tokens, last.edge, edge);
      const again = named.at(-1)?.to === ends[to - 1];
      if (!again && (isRole ? isOwn(tokens, people, edge) : /^(?:parents?|carers?)$/.test(forms[0]))) {
        named.push({ part: keys[0], name: isRole ? shown(forms[to - 1]) : nameIn(prose, tokens, edge), from: starts[from], to: ends[to - 1], unclear: isRole && !tied && isBesideName(prose, starts[from], ends[to - 1]) });
      }
      // "Ewa's partner" names Ewa by the way.
      if (owners.has(from)) continue;
      if (last && tied) links.push(isRole ? { part: keys[0], forms: last.keys, name: nameIn(prose, tokens, last.edge) } : { part: last.keys[0], forms: keys, name: nameIn(prose, tokens, edge) });
      last = tied ? null : { edge, keys };
    }
  }
  for (const { speaker, start } of said) {
    const words = speaker.toLowerCase().split(/[^\p{L}]+/u).map((word) => PARTS.get(word) ?? word);
    const whose = words.filter((word) => word.length > 2 && !/^(?:she|they|him|her|his|them|their|the)$/.test(word));
    everybody ||= words.some((word) => TOGETHER.has(word));
    // Nobody is named who says it: it may be any grown-up who is spoken of here.
    if (whose.length > 0) for (const one of whose) heard.add(one);
    else if (spokenOf.findLast(({ at }) => at < start)?.child !== true) he = she = true;
  }
  return { stands: kind === 'heading' ? 'heading' : content.cell?.column === 0 ? 'first-cell' : 'text', named: toKeep(named), links: toKeep(links), mentions: toKeep([...mentions]), heard: toKeep([...heard]), everybody, he, she, goesOn: told.length > 0 && /^(?:he|she|they)$/.test(forms[told[0].from]), opens, excuses };
}

/** Their part where a word says it, else the forms of their name without a title; none for other kin. */
function keysOf(prose: string, { forms, starts }: Tokens, { from, to }: PersonEdge): readonly string[] {
  const part = forms.slice(from, to).find((form) => PARTS.has(form));
  if (part !== undefined) return [PARTS.get(part) ?? part];
  const keys: string[] = [];
  for (let i = from; i < to; i++) {
    if (KIN.has(forms[i])) return [];
    const letter = prose[starts[i]];
    if (letter !== letter.toLowerCase() && !TITLES.has(forms[i])) keys.push(forms[i]);
  }
  return keys;
}

const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'mx']);
const KIN = new Set(['nan', 'nana', 'gran', 'granny', 'grandma', 'grandad', 'grandpa', 'aunt', 'auntie', 'aunty', 'uncle', 'grandmother', 'grandfather', 'brother', 'sister', 'i', 'we', 'the', 'mgm', 'pgm', 'mgf', 'pgf']);

/** The child's (a partner is somebody else's), as far as the words before it tell: "Dad", "Leo's dad", and not "her dad" or "Mum's partner's dad". */
function isOwn({ forms, gaps }: Tokens, people: readonly PersonEdge[], { from, to }: PersonEdge): boolean {
  if (PARTS.get(forms[to - 1]) === 'partner') return true;
  if (gaps[from] === STOP || from === 0) return !OWNERS.has(forms[from]);
  if (forms.slice(from, to).some((form) => OWNERS.has(form)) || OWNERS.has(forms[from - 1])) return false;
  const owner = people.find((edge) => edge.possessive === true && edge.to === from);
  return owner === undefined ? forms[from - 1] !== "'s" : (owner.groups & CHILD) !== 0;
}

/** Whether what stands between two says that they are one: "Tomasz (the children's dad)", "Mum (Ewa)", and not "Mum, Sean". */
function tiesOf(prose: string, { forms, starts, ends }: Tokens, one: PersonEdge, other: PersonEdge): boolean {
  const between = prose.slice(ends[one.to - 1], starts[other.from]);
  if (/^\s*[(:–—-]?\s*(?:the\s+)?(?:[\p{L}-]+(?:['’]s|s['’])?\s+)?$/u.test(between) && !/\b(?:and|or|with|to|at)\b/u.test(between)) return true;
  return /^\s*,\s*(?:(?:the\s+)?[\p{L}-]+(?:['’]s|s['’])\s+)?$/u.test(between) && (between.length > 2 || OWNERS.has(forms[one.from]) || forms[one.from - 1] === "'s" || forms[one.from] === 'the');
}

/** "Tomasz (the children's dad", "dad (Tomasz", "dad Tomasz": a capital where no sentence begins. */
function isBesideName(prose: string, from: number, to: number): boolean {
  return /\p{Lu}[\p{L}'’-]+\s*[(,]\s*(?:(?:the|his|her|their)\s+)?(?:[\p{L}-]+(?:['’]s|s['’])\s+)?$/u.test(prose.slice(Math.max(0, from - 60), from)) || /^\s*[(,:–-]?\s*\p{Lu}/u.test(prose.slice(to, to + 6));
}

/** "Sean" of "Sean Pattinson", "Mr Pattinson". */
function nameIn(prose: string, { forms, starts, ends }: Tokens, { from, to }: PersonEdge): string {
  return prose.slice(starts[from], ends[TITLES.has(forms[from]) ? to - 1 : from]);
}

/** "the father", "Dad". */
function shown(word: string): string {
  return /^(?:father|mother|partner)$/.test(word) ? `the ${word}` : `${word[0].toUpperCase()}${word.slice(1)}`;
}

function verbAfter(tokens: Tokens, to: number, verbs: Cues): boolean {
  let end = to;
  while (end < tokens.count && end < to + VERB_WITHIN && tokens.gaps[end] !== STOP) end++;
  return findCue(verbs, tokens, to, end) >= 0;
}

function opensOnVerb(tokens: Tokens, verbs: Cues): boolean {
  for (let i = 0; i < tokens.count; i++) if ((i === 0 || tokens.gaps[i] === STOP) && cueAt(verbs, tokens, i) > 0) return true;
  return false;
}

/** "Dad's view", "the views of Dad", "according to Dad". */
function isViewOf(tokens: Tokens, { from, to, possessive }: PersonEdge, { views }: AdultCues): boolean {
  if (possessive) return findCue(views, tokens, to, Math.min(tokens.count, to + 3)) >= 0;
  return /^(?:of|to|from|by)$/.test(tokens.forms[from - 1] ?? '') && findCue(views, tokens, Math.max(0, from - 4), from) >= 0;
}

/** "Dad: I want him home more." */
function isLabel({ kind, prose }: Block['content'], { count, ends }: Tokens, { from, to }: PersonEdge): boolean {
  return kind !== 'heading' && from === 0 && count - to >= LABELLED && /^[\s\u2060)]*:/u.test(prose.slice(ends[to - 1], ends[to - 1] + 8));
}

/** After a label fewer words may be no more than a name and an address. */
const LABELLED = 6;

/** In the same sentence, not far from where they are named. */
function excusesNear(tokens: Tokens, { from, to }: PersonEdge, reasons: Cues): boolean {
  let start = from;
  while (start > 0 && tokens.gaps[start] !== STOP && from - start < NEAR) start--;
  let end = to;
  while (end < tokens.count && tokens.gaps[end] !== STOP && end - to < NEAR) end++;
  return findCue(reasons, tokens, start, end) >= 0;
}

const NEAR = 9;
