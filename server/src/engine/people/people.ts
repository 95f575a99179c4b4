/**
 * Who is who in a note: family, child, professional, service, from a lexicon, pronouns, front matter, the
 * rulebook's `people`, and what the note itself says ("Kayleigh Dunmore (mum)", "Worker | Priti Sahota").
 * There is no list of first names, here or anywhere. It does not know whose words are whose (voices.ts).
 */
import { CHILD, DETERMINERS, FAMILY, GROUPS, HE, LEXICON, OFFICIAL, PROFESSIONAL, SHE, SOMEBODY, TITLES, type Entry } from './lexicon.js';
import { coordinate, inOrder } from './edges.js';
import { isHyphened } from './names.js';
import type { Learnt } from './learn.js';
import { startReach, widen, type Head } from './phrases.js';
import { carry, hear, hearWriter, nextSentence, resolve, startHearing, stopHearing, type SpokenOf } from './pronouns.js';
import { AND, OWNING, WORDS, type Pronoun, type Word } from './words.js';
import { isCapital } from '../words/letters.js';
import { JOINED, STOP, type Tokens } from '../words/tokens.js';
import { quotations, type Quotation } from '../voices/marks.js';

export { CHILD, FAMILY, PROFESSIONAL, SERVICE } from './lexicon.js';
export { peopleIn, type Hint } from './hints.js';
export { learnPeople, type BlockHints } from './learn.js';

/** Names that the rulebook gives (`people:` of alongside.yml). */
export interface KnownPeople {
  readonly children: readonly string[];
  readonly family: readonly string[];
  readonly professionals: readonly string[];
  readonly services: readonly string[];
}

/** The people of one note. Immutable. */
export interface People {
  /** Short. Equal keys mean equal lexicons. */
  readonly key: string;
  /** Those who have a name, in the order in which they were learnt; `group` is a bit mask, 0 for somebody outside the four groups. */
  readonly members: readonly { readonly name: string; readonly group: number }[];
  /** By first form, longest first: full names, first names, services' names. */
  readonly names: ReadonlyMap<string, readonly Alias[]>;
  /** Surnames by their first form, for "Ms Dunmore" and "the Dunmores". */
  readonly surnames: ReadonlyMap<string, readonly Alias[]>;
  /** Whether the note shows a surname of the family: then an unknown "Mr Flynn" is not taken for family. */
  readonly knowsFamilyName: boolean;
  /** Whom a letter speaks to: "Dear Maya,". */
  readonly reader: Reader | null;
  /** What `learnPeople` goes on from. Opaque. */
  readonly learnt: Learnt;
}

export interface Reader {
  readonly name: string;
  readonly groups: number;
}

export interface Alias {
  readonly forms: readonly string[];
  readonly groups: number;
}

/** One way in which words name someone. `from` and `to` are token indexes, `to` exclusive; `groups` is a bit mask, 0 for a person of no group. */
export interface PersonEdge {
  readonly from: number;
  readonly to: number;
  readonly groups: number;
  /** Takes in `'s`, or is "her", "his", "their", "my", "our" before what is theirs. */
  readonly possessive?: true;
}

/**
 * Whom "he", "she" and "they" would mean at the end of a block, as bit masks. Equal keys mean equal values. `before` is
 * whom it would mean if it cannot be the first; `same` says that "he" and "she" are one person whose gender is not known.
 */
export interface Carried {
  readonly key: string;
  readonly he: number;
  readonly heBefore: number;
  readonly she: number;
  readonly sheBefore: number;
  readonly same: boolean;
  readonly they: number;
}

/** At the start of a note nobody has been named: it is about the family. */
export const NOBODY: Carried = carry(FAMILY, FAMILY, FAMILY, FAMILY, false, FAMILY);

const GENERAL = new Set(['family', 'families', 'child', 'children', 'parent', 'parents', 'baby', 'babies']);
// First names that open a question or an order as well: "Will Mum be there?"
const OPENS_SENTENCE = new Set(['will', 'may', 'mark', 'chase', 'bill', 'grant', 'sue', 'hope', 'drew', 'rob']);

/**
 * Every way in which the tokens of one block name someone, by `from`, then `to`. `prose` is what was tokenised: a name
 * is only one where it has its capital. `quotes` spares the work of finding its quotations anew. Linear; never throws.
 */
export function findPeople(
  tokens: Tokens, people: People, carried: Carried, prose: string, quotes: readonly Quotation[] = quotations(prose),
): { readonly edges: readonly PersonEdge[]; readonly carried: Carried; readonly quotes: readonly Quotation[] } {
  const { count, forms, starts, gaps } = tokens;
  const reach = startReach();
  const heard = startHearing(carried);
  const spoken = quotes.length > 1 || quotes[0]?.closed ? quotes.filter(({ closed }) => closed) : [];
  let quote = 0;
  let past = 0;
  for (let i = 0; i < count; i++) {
    if (gaps[i] === STOP && i > 0) nextSentence(heard);
    if (i < past) continue;
    const first = prose.charCodeAt(starts[i]);
    const capital = first < 97 ? first >= 65 && first <= 90 : first > 127 && isCapital(prose, starts[i]);
    const word = WORDS.get(forms[i]);
    if (word === undefined && !capital) continue;
    if (word?.pronoun) addPronoun(reach.edges, tokens, i, word.pronoun, heard);
    else if (word?.self && isSelf(tokens, prose, i)) addSelf(reach.edges, forms[i], i, heard);
    const entry = word && word.entries.length > 0 ? entryAt(tokens, prose, word, i) : undefined;
    if (entry && (entry.sort === 'nobody' || opensTitle(tokens, prose, people, i, entry))) {
      past = entry.sort === 'nobody' ? i + entry.forms.length : 0;
      continue;
    }
    const heads: Head[] = entry ? [{ from: i, to: i + entry.forms.length, groups: entry.groups, sort: entry.sort, plural: entry.plural }] : [];
    if (capital) namesAt(tokens, prose, people, i, word, heads);
    if (heads.length === 0) continue;
    let start = i;
    for (const head of heads) if ((head.groups & SOMEBODY) === 0) start = widen(tokens, prose, head, reach);
    past = heads[0].to;
    while (quote < spoken.length && spoken[quote].end <= starts[i]) quote++;
    // Whom somebody else's words name is not whom the writer's next "she" means.
    if (!(quote < spoken.length && spoken[quote].start < starts[i])) hear(tokens, prose, heads[0], start, heard);
  }
  const { edges } = reach;
  // A cell or heading that is only a name ("Midwife") tells nobody's story.
  const alone = edges.some((edge) => edge.from === 0 && edge.to === count);
  coordinate(tokens, prose, edges);
  return { edges: inOrder(tokens, edges), carried: alone ? carried : stopHearing(heard, carried), quotes };
}

function addPronoun(edges: PersonEdge[], tokens: Tokens, i: number, pronoun: Pronoun, heard: SpokenOf): void {
  const { subject, object, owner } = pronoun;
  if (!owner || object) edges.push({ from: i, to: i + 1, groups: resolve(pronoun, tokens, i, heard, 'word') & GROUPS & ~CHILD });
  if (owner && !subject) edges.push({ from: i, to: i + 1, groups: resolve(pronoun, tokens, i, heard, 'owner') & GROUPS & ~CHILD, possessive: true });
}

function addSelf(edges: PersonEdge[], form: string, i: number, heard: SpokenOf): void {
  if (form === 'i' || form === 'we') hearWriter(heard);
  edges.push(OWNING.has(form) ? { from: i, to: i + 1, groups: PROFESSIONAL, possessive: true } : { from: i, to: i + 1, groups: PROFESSIONAL });
}

/** "I", "we", "us" and so on, but not the "i" of "i.e." nor the country. */
function isSelf(tokens: Tokens, prose: string, i: number): boolean {
  const first = prose.charCodeAt(tokens.starts[i]);
  if (tokens.forms[i] === 'i') return first === 73 || (tokens.gaps[i] === JOINED && tokens.gaps[i + 1] === JOINED);
  return tokens.forms[i] !== 'us' || prose.charCodeAt(tokens.starts[i] + 1) !== 83;
}

/** Adds the people whose name begins at token `i`; leaves `heads` widest first. */
function namesAt(tokens: Tokens, prose: string, people: People, i: number, word: Word | undefined, heads: Head[]): void {
  const form = tokens.forms[i];
  if (word && word.title >= 0) titledAt(tokens, prose, people, i, word.title, heads);
  const aliases = people.names.get(form);
  if (aliases && !opensSentence(tokens, prose, i)) {
    for (const alias of aliases) if (reads(tokens, prose, alias, i)) heads.push({ from: i, to: i + alias.forms.length, groups: alias.groups, sort: 'name', plural: false });
  }
  const surnames = people.surnames.get(form);
  if (surnames) {
    for (const alias of surnames) {
      const to = i + alias.forms.length;
      if (!reads(tokens, prose, alias, i)) continue;
      if (tokens.forms[to] === 'family' && nobodyAt(tokens, prose, to) === 0) heads.push({ from: i, to: to + 1, groups: alias.groups & FAMILY, sort: 'kin', plural: true });
      else if (tokens.gaps[i] !== STOP && tokens.forms[i - 1] !== 'the' && !(tokens.gaps[to] === JOINED && isCapital(prose, tokens.starts[to]))) heads.push({ from: i, to, groups: alias.groups, sort: 'name', plural: false }); // "Ahmed"
    }
  }
  if (i > 0 && tokens.forms[i - 1] === 'the' && form.endsWith('s')) {
    const plural = people.surnames.get(form.slice(0, -1));
    if (plural?.some((alias) => alias.forms.length === 1 && alias.groups & FAMILY)) heads.push({ from: i, to: i + 1, groups: FAMILY, sort: 'kin', plural: true });
  }
  if (heads.length > 1) heads.sort((a, b) => b.to - a.to);
}

/** "Ms Shah", "Mr and Mrs Okafor", "Dr Whitlock", each reading of a surname of several words. */
function titledAt(tokens: Tokens, prose: string, people: People, i: number, title: number, heads: Head[]): void {
  const gender = title & (HE | SHE);
  const shown = title & ~gender;
  let at = i + 1;
  if (AND.has(tokens.forms[at]) && TITLES.has(tokens.forms[at + 1]) && tokens.gaps[at] !== STOP) at += 2;
  const first = at;
  while (at < tokens.count && at < first + 3 && tokens.gaps[at] === JOINED && isCapital(prose, tokens.starts[at]) && (at === first || !LEXICON.has(tokens.forms[at]))) {
    at++;
    const known = people.surnames.get(tokens.forms[at - 1])?.find((alias) => alias.forms.length === 1) ?? people.surnames.get(tokens.forms[first])?.find((alias) => alias.forms.length === at - first);
    const groups = shown !== 0 ? shown : known ? known.groups & ~(HE | SHE) : people.knowsFamilyName ? OFFICIAL : FAMILY;
    heads.push({ from: i, to: at, groups: groups | gender, sort: 'titled', plural: first > i + 1 });
  }
}

/** "Family Action", "the Children First project": a name that others have taken, not this family. */
function opensTitle(tokens: Tokens, prose: string, people: People, i: number, entry: Entry): boolean {
  const next = i + entry.forms.length;
  return GENERAL.has(entry.forms[0]) && entry.forms.length === 1 && tokens.gaps[i] !== STOP && tokens.gaps[next] === JOINED
    && isCapital(prose, tokens.starts[i]) && isCapital(prose, tokens.starts[next]) && prose.charCodeAt(tokens.starts[i] + 1) > 96
    && !people.names.has(tokens.forms[next]) && !WORDS.get(tokens.forms[next])?.self;
}

function entryAt(tokens: Tokens, prose: string, word: Word, i: number): Entry | undefined {
  for (const entry of word.entries) if (matches(tokens, entry.forms, i) && isWritten(tokens, prose, entry, i)) return entry;
  return undefined;
}

/** Where words that name nobody end ("family court"), or 0. */
function nobodyAt(tokens: Tokens, prose: string, i: number): number {
  const word = WORDS.get(tokens.forms[i]);
  const entry = word && entryAt(tokens, prose, word, i);
  return entry?.sort === 'nobody' ? i + entry.forms.length : 0;
}

function matches(tokens: Tokens, forms: readonly string[], i: number): boolean {
  for (let k = 1; k < forms.length; k++) if (tokens.forms[i + k] !== forms[k] || tokens.gaps[i + k] !== JOINED) return false;
  return true;
}

function isWritten(tokens: Tokens, prose: string, entry: Entry, i: number): boolean {
  const start = tokens.starts[i];
  return entry.written === 'any' || (isCapital(prose, start) && (entry.written === 'capital' || isCapital(prose, start + 1)));
}

/** A name stands where its words do, with capitals at both ends; an initial may have its full stop. */
function reads(tokens: Tokens, prose: string, alias: Alias, i: number): boolean {
  const { forms } = alias;
  for (let k = 1; k < forms.length; k++) {
    if (tokens.forms[i + k] !== forms[k]) return false;
    if (tokens.gaps[i + k] !== JOINED && !(forms[k - 1].length === 1 && /^\.\s?$/u.test(prose.slice(tokens.ends[i + k - 1], tokens.starts[i + k])))) return false;
  }
  const last = i + forms.length - 1;
  return isCapital(prose, tokens.starts[last]) || (last > i && isHyphened(prose, tokens, last));
}

function opensSentence(tokens: Tokens, prose: string, i: number): boolean {
  if (tokens.gaps[i] !== STOP || !OPENS_SENTENCE.has(tokens.forms[i]) || i + 1 >= tokens.count) return false;
  const next = tokens.forms[i + 1];
  return DETERMINERS.has(next) || WORDS.has(next) || isCapital(prose, tokens.starts[i + 1]);
}
