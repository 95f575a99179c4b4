/**
 * Who is who in a note: family, child, professional, service, from a lexicon, pronouns, front matter, the
 * rulebook's `people`, and what the note itself says ("Kayleigh Dunmore (mum)", "Worker | Priti Sahota").
 * There is no list of first names, here or anywhere. It does not know whose words are whose (voices.ts).
 */
import { DETERMINERS, FAMILY, GROUPS, LEXICON, OFFICIAL, PROFESSIONAL, TITLES, type Entry } from './people-lexicon.js';
import { isCapital } from './people-names.js';
import { startReach, widen, type Head } from './people-phrases.js';
import { JOINED, SOFT, STOP, type Tokens } from './tokens.js';
import { hear, resolve, type Heard } from './people-pronouns.js';
import { quotations } from './voices-marks.js';

export { CHILD, FAMILY, PROFESSIONAL, SERVICE } from './people-lexicon.js';
export { peopleIn, type Hint } from './people-hints.js';
export { learnPeople } from './people-learn.js';

/** Names that the rulebook gives (`people:` of alongside.yml). */
export interface KnownPeople {
  readonly children: readonly string[];
  readonly family: readonly string[];
  readonly professionals: readonly string[];
  readonly services: readonly string[];
}

/** The people of one note. Immutable. */
export interface People {
  /** Equal keys mean equal lexicons. Holds names, so it must stay in memory. */
  readonly key: string;
  /** Those who have a name, in the order in which they were learnt; `group` is a bit mask, 0 for somebody outside the four groups. */
  readonly members: readonly { readonly name: string; readonly group: number }[];
  /** By first form, longest first: full names, first names, services' names. */
  readonly names: ReadonlyMap<string, readonly Alias[]>;
  /** Surnames by their first form, for "Ms Dunmore" and "the Dunmores". */
  readonly surnames: ReadonlyMap<string, readonly Alias[]>;
  /** Whether the note shows a surname of the family: then an unknown "Mr Flynn" is not taken for family. */
  readonly knowsFamilyName: boolean;
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

/** Whom "he", "she" or "they" would mean at the end of a block. Equal keys mean equal values. */
export interface Carried {
  readonly key: string;
  /** Groups of the last person named, with CHILD if a child; FAMILY at the start of a note. */
  readonly person: number;
  /** Groups that "they" would have: the last person's or service's. */
  readonly they: number;
}

/** At the start of a note nobody has been named. */
export const NOBODY: Carried = carry(FAMILY, FAMILY);

const PRONOUNS = new Set(['he', 'she', 'they', 'him', 'her', 'them', 'his', 'hers', 'their', 'theirs', 'himself', 'herself', 'themselves']);
const OWNING = new Set(['her', 'his', 'their', 'my', 'our']);
const SELF = new Set(['i', 'we', 'us', 'me', 'myself', 'ourselves', 'my', 'our', 'mine', 'ours']);
const AND = new Set(['and', '&', '/']);
const GENERAL = new Set(['family', 'families', 'child', 'children', 'parent', 'parents', 'baby', 'babies']);
// First names that open a question or an order as well: "Will Mum be there?"
const OPENS_SENTENCE = new Set(['will', 'may', 'mark', 'chase', 'bill', 'grant', 'sue', 'hope', 'drew', 'rob']);

/**
 * Every way in which the tokens of one block name someone, by `from`, then `to`. `prose` is what was tokenised: a name
 * is only one where it has its capital. Linear; never throws.
 */
export function findPeople(tokens: Tokens, people: People, carried: Carried, prose: string): { readonly edges: readonly PersonEdge[]; readonly carried: Carried } {
  const edges: PersonEdge[] = [];
  const reach = startReach();
  const heard: Heard = { person: carried.person, they: carried.they, familyInSentence: false, outsiderActs: false };
  const quotes = /["“'‘]/u.test(prose) ? quotations(prose).filter(({ closed }) => closed) : [];
  let quote = 0;
  let past = 0;
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.gaps[i] === STOP) heard.familyInSentence = heard.outsiderActs = false;
    if (i < past) continue;
    const form = tokens.forms[i];
    if (PRONOUNS.has(form)) pushPronoun(edges, i, form, resolve(form, heard));
    else if (SELF.has(form) && isSelf(tokens, prose, i)) pushPronoun(edges, i, form, PROFESSIONAL);
    const heads = headsAt(tokens, prose, people, i);
    if (heads === null) {
      past = nobodyAt(tokens, prose, i);
      continue;
    }
    let start = i;
    for (const head of heads) start = widen(tokens, prose, head, reach);
    past = heads[0].to;
    while (quote < quotes.length && quotes[quote].end <= tokens.starts[i]) quote++;
    // Whom somebody else's words name is not whom the writer's next "she" means.
    if (!(quote < quotes.length && quotes[quote].start < tokens.starts[i])) hear(tokens, heads[0], start, heard);
  }
  const named = reach.edges;
  if (named.length > 1) coordinate(tokens, prose, named);
  for (const edge of named) edges.push(edge);
  // A cell or heading that is only a name ("Midwife") tells nobody's story.
  const alone = named.some((edge) => edge.from === 0 && edge.to === tokens.count);
  return { edges: finish(tokens, edges), carried: alone ? carried : carry(heard.person, heard.they) };
}

function carry(person: number, they: number): Carried {
  return { key: `${person}.${they}`, person, they };
}

function pushPronoun(edges: PersonEdge[], i: number, form: string, groups: number): void {
  if (!OWNING.has(form) || form === 'her') edges.push({ from: i, to: i + 1, groups });
  if (OWNING.has(form)) edges.push({ from: i, to: i + 1, groups, possessive: true });
}

/** "I", "we", "us" and so on, but not the "i" of "i.e." nor the country. */
function isSelf(tokens: Tokens, prose: string, i: number): boolean {
  const first = prose.charCodeAt(tokens.starts[i]);
  if (tokens.forms[i] === 'i') return first === 73 || (tokens.gaps[i] === JOINED && tokens.gaps[i + 1] === JOINED);
  return tokens.forms[i] !== 'us' || prose.charCodeAt(tokens.starts[i] + 1) !== 83;
}

/** People whose name or word begins at token `i`, widest first; null when there is none. */
function headsAt(tokens: Tokens, prose: string, people: People, i: number): Head[] | null {
  const entry = entryAt(tokens, prose, i);
  if (entry && (entry.sort === 'nobody' || opensTitle(tokens, prose, people, i, entry))) return null;
  const heads: Head[] = entry ? [{ from: i, to: i + entry.forms.length, groups: entry.groups, sort: entry.sort, plural: entry.plural }] : [];
  if (isCapital(prose, tokens.starts[i])) {
    titledAt(tokens, prose, people, i, heads);
    const aliases = people.names.get(tokens.forms[i]);
    if (aliases && !opensSentence(tokens, prose, i)) {
      for (const alias of aliases) if (reads(tokens, prose, alias, i)) heads.push({ from: i, to: i + alias.forms.length, groups: alias.groups, sort: 'name', plural: false });
    }
    for (const alias of people.surnames.get(tokens.forms[i]) ?? []) {
      const to = i + alias.forms.length;
      if (tokens.forms[to] === 'family' && reads(tokens, prose, alias, i) && nobodyAt(tokens, prose, to) === 0) heads.push({ from: i, to: to + 1, groups: alias.groups & FAMILY, sort: 'kin', plural: true });
    }
    const plural = tokens.forms[i].endsWith('s') && tokens.forms[i - 1] === 'the' ? people.surnames.get(tokens.forms[i].slice(0, -1)) : undefined;
    if (plural?.some((alias) => alias.forms.length === 1 && alias.groups & FAMILY)) heads.push({ from: i, to: i + 1, groups: FAMILY, sort: 'kin', plural: true });
  }
  if (heads.length > 1) heads.sort((a, b) => b.to - a.to);
  return heads.length > 0 ? heads : null;
}

/** "Ms Shah", "Mr and Mrs Okafor", "Dr Whitlock", each reading of a surname of several words. */
function titledAt(tokens: Tokens, prose: string, people: People, i: number, heads: Head[]): void {
  const shown = TITLES.get(tokens.forms[i]);
  if (shown === undefined) return;
  let at = i + 1;
  if (AND.has(tokens.forms[at]) && TITLES.has(tokens.forms[at + 1]) && tokens.gaps[at] !== STOP) at += 2;
  const first = at;
  while (at < tokens.count && at < first + 3 && tokens.gaps[at] === JOINED && isCapital(prose, tokens.starts[at]) && (at === first || !LEXICON.has(tokens.forms[at]))) {
    at++;
    const known = people.surnames.get(tokens.forms[at - 1])?.find((alias) => alias.forms.length === 1) ?? people.surnames.get(tokens.forms[first])?.find((alias) => alias.forms.length === at - first);
    const groups = shown !== 0 ? shown : known ? known.groups : people.knowsFamilyName ? OFFICIAL : FAMILY;
    heads.push({ from: i, to: at, groups, sort: 'titled', plural: first > i + 1 });
  }
}

/** "Family Action", "the Children First project": a name that others have taken, not this family. */
function opensTitle(tokens: Tokens, prose: string, people: People, i: number, entry: Entry): boolean {
  const next = i + entry.forms.length;
  return GENERAL.has(entry.forms[0]) && entry.forms.length === 1 && tokens.gaps[i] !== STOP && tokens.gaps[next] === JOINED
    && isCapital(prose, tokens.starts[i]) && isCapital(prose, tokens.starts[next]) && prose.charCodeAt(tokens.starts[i] + 1) > 96
    && !people.names.has(tokens.forms[next]) && !SELF.has(tokens.forms[next]);
}

function entryAt(tokens: Tokens, prose: string, i: number): Entry | undefined {
  return LEXICON.get(tokens.forms[i])?.find((entry) => matches(tokens, entry.forms, i) && isWritten(tokens, prose, entry, i));
}

/** Where words that name nobody end ("family court"), or 0. */
function nobodyAt(tokens: Tokens, prose: string, i: number): number {
  const entry = entryAt(tokens, prose, i);
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
  return isCapital(prose, tokens.starts[i + forms.length - 1]);
}

function opensSentence(tokens: Tokens, prose: string, i: number): boolean {
  if (tokens.gaps[i] !== STOP || !OPENS_SENTENCE.has(tokens.forms[i]) || i + 1 >= tokens.count) return false;
  const next = tokens.forms[i + 1];
  return DETERMINERS.has(next) || PRONOUNS.has(next) || SELF.has(next) || LEXICON.has(next) || isCapital(prose, tokens.starts[i + 1]);
}

/** Joins "Kayleigh and Darren", "Mum, Dad and Nan" into edges of the groups they share. */
function coordinate(tokens: Tokens, prose: string, edges: PersonEdge[]): void {
  const plain = edges.filter((edge) => !edge.possessive).sort((a, b) => b.from - a.from || b.to - a.to);
  const longest = new Map<number, PersonEdge>();
  const joined = new Map<number, PersonEdge>();
  for (const edge of plain) {
    const at = edge.to;
    const and = AND.has(tokens.forms[at]) && tokens.gaps[at] !== STOP && tokens.gaps[at + 1] === JOINED;
    const right = and ? joined.get(at + 1) ?? longest.get(at + 1) : tokens.gaps[at] === SOFT && /^,\s/u.test(prose.slice(edge.to > 0 ? tokens.ends[at - 1] : 0, tokens.starts[at])) ? joined.get(at) : undefined;
    const groups = right ? edge.groups & right.groups & GROUPS : 0;
    if (right && (groups !== 0 || ((edge.groups | right.groups) & GROUPS) === 0)) {
      const whole = { from: edge.from, to: right.to, groups };
      edges.push(whole);
      if (!joined.has(edge.from)) joined.set(edge.from, whole);
    }
    if (!longest.has(edge.from)) longest.set(edge.from, edge);
  }
}

/** Adds the readings that take in `'s`, sorts, and leaves each reading once. */
function finish(tokens: Tokens, edges: PersonEdge[]): readonly PersonEdge[] {
  const all: PersonEdge[] = [];
  for (const { from, to, groups, possessive } of edges) {
    all.push(possessive ? { from, to, groups: groups & GROUPS, possessive } : { from, to, groups: groups & GROUPS });
    if (!possessive && tokens.forms[to] === "'s" && tokens.starts[to] === tokens.ends[to - 1] && !PRONOUNS.has(tokens.forms[to - 1]) && !SELF.has(tokens.forms[to - 1])) {
      all.push({ from, to: to + 1, groups: groups & GROUPS, possessive: true });
    }
  }
  all.sort((a, b) => a.from - b.from || a.to - b.to || a.groups - b.groups || Number(a.possessive ?? false) - Number(b.possessive ?? false));
  return all.filter((edge, at) => at === 0 || !same(edge, all[at - 1]));
}

function same(a: PersonEdge, b: PersonEdge): boolean {
  return a.from === b.from && a.to === b.to && a.groups === b.groups && a.possessive === b.possessive;
}
