/**
 * From hints to the people of a note: gathers what the rulebook, the front matter and the note say. After an edit that
 * leaves the hints as they were it answers from what it knew. How claims are weighed is claims.ts's business.
 */
import type { Content, FrontMatter, Note } from '../note/note.js';
import { claim, claimGender, claimInitials, claimWhole, GIVEN, LIKELY, noClaims, settle, STATED, type Claims } from './claims.js';
import { peopleIn, type Hint } from './hints.js';
import { CHILD, entryOf, FAMILY, PROFESSIONAL, SERVICE } from './lexicon.js';
import type { KnownPeople, People } from './people.js';
import { sameEnds } from '../same-ends.js';
import { toKeep } from '../to-keep.js';
import { isCapital, isLetterOrDigit } from '../words/letters.js';

// Keys of front matter that are not themselves words for people.
const KEYS: Readonly<Record<string, number>> = {
  'written-by': PROFESSIONAL, 'written by': PROFESSIONAL, author: PROFESSIONAL, authors: PROFESSIONAL, by: PROFESSIONAL, chair: PROFESSIONAL, reviewer: PROFESSIONAL, professionals: PROFESSIONAL, 'lead-professional': PROFESSIONAL,
  subject: FAMILY | CHILD, 'young-person': FAMILY | CHILD, adults: FAMILY, carers: 0, household: FAMILY, relatives: FAMILY, agencies: SERVICE, services: SERVICE,
};
const ROLE_HEADERS = /^(?:role|relationship|relationship to (?:the )?child|job|job title|who they are|agency|position)$/i;
const NAME_HEADERS = /^(?:name|names|who|person)$/i;

/** What a block shows of who is who. The same object (===) for a block that an edit left alone spares looking at it again. */
export interface BlockHints {
  readonly content: Content;
  readonly hints: readonly Hint[];
}

/** What people were learnt from. */
export interface Learnt {
  readonly shown: readonly BlockHints[];
  readonly frontMatter: FrontMatter | null;
  readonly known: KnownPeople;
  /** Names that count where they stand in the note more than once, and the blocks' contents that showed that they do. */
  readonly likely: ReadonlyMap<string, readonly Content[]>;
  /** Names that were read. */
  readonly read: Claims['read'];
}

/**
 * The people of a note. Linear in its hints; never throws. `shown` is what its blocks show, in order; with `previous`, the
 * people as they were before an edit, it gives the same answer for less.
 */
export function learnPeople(
  note: Pick<Note, 'blocks' | 'frontMatter'>, known: KnownPeople, shown: readonly BlockHints[] = note.blocks.map(({ content }) => ({ content, hints: peopleIn(content) })), previous?: People,
): People {
  const { frontMatter } = note;
  const likelyStill = previous ? asBefore(shown, frontMatter, known, previous.learnt) : null;
  if (previous && likelyStill) return { ...previous, learnt: { ...previous.learnt, shown, frontMatter, known, likely: likelyStill } };
  const claims = noClaims(previous?.learnt.read ?? new Map());
  for (const name of known.children) claim(claims, name, FAMILY | CHILD, GIVEN);
  for (const name of known.family) claim(claims, name, FAMILY, GIVEN);
  for (const name of known.professionals) claim(claims, name, PROFESSIONAL, GIVEN);
  for (const name of known.services) claimWhole(claims, name, SERVICE, GIVEN);
  if (frontMatter) readFrontMatter(claims, frontMatter);
  const likely: Hint[] = [];
  /** The cells of a table's row so far. */
  let row: { readonly content: Content; readonly hints: readonly Hint[] }[] = [];
  for (const { content, hints } of shown) {
    for (const hint of hints) {
      if (hint.says === 'name') claim(claims, hint.name, hint.groups, STATED);
      else if (hint.says === 'initials') claimInitials(claims, hint.name, hint.groups);
      else if (hint.says === 'gender') claimGender(claims, hint.name, hint.groups);
      else if (hint.says === 'reader') claims.reader ||= hint.name;
      else if (hint.says === 'likely') likely.push(hint);
    }
    if (!content.cell) {
      if (row.length > 0) row = [];
      continue;
    }
    if (content.cell.column === 0) row = [];
    for (const one of row) readPair(claims, likely, one.content, one.hints, content, hints);
    row.push({ content, hints });
  }
  const standing = standingNow(shown, new Set(likely.map(({ name }) => name)), previous?.learnt);
  for (const { name, groups } of likely) if (standing.get(name)!.length > 1) claim(claims, name, groups, LIKELY);
  const people = settle(claims);
  return { ...people, ...(previous && sameMembers(people, previous) ? { members: previous.members } : {}), learnt: { shown, frontMatter, known, likely: standing, read: claims.read } };
}

/** Where they are the same they are the same object (===): much is kept by them. */
function sameMembers({ members: now }: Pick<People, 'members'>, { members: then }: Pick<People, 'members'>): boolean {
  return now.length === then.length && now.every(({ name, group }, at) => name === then[at].name && group === then[at].group);
}

/** Where nothing that an edit changed has to do with who is who: where the likely names stand now. Else null. */
function asBefore(is: readonly BlockHints[], frontMatter: FrontMatter | null, known: KnownPeople, { shown: was, ...learnt }: Learnt): Learnt['likely'] | null {
  if (!sameKnown(known, learnt.known) || !sameFrontMatter(frontMatter, learnt.frontMatter)) return null;
  const { head, tail } = sameEnds(is, was, (now, then) => now.content === then.content);
  const gone = was.slice(head, was.length - tail);
  const come = is.slice(head, is.length - tail);
  const tellsOf = ({ content, hints }: BlockHints): boolean => content.cell !== null || hints.length > 0;
  if (gone.length !== come.length) {
    if (gone.some(tellsOf) || come.some(tellsOf)) return null;
  } else if (!come.every((now, at) => sameHints(now.hints, gone[at].hints) && sameCell(now.content, gone[at].content))) return null;
  let likely = learnt.likely;
  for (const [name, where] of learnt.likely) {
    if (standsStill(name, where, gone, come)) continue;
    const now = standsTwice(is, name);
    if ((now.length > 1) !== (where.length > 1)) return null;
    likely = new Map(likely).set(name, now);
  }
  return likely;
}

/** Whether what came and went leaves it as it was that a name stands twice, or does not. */
function standsStill(name: string, where: readonly Content[], gone: readonly BlockHints[], come: readonly BlockHints[]): boolean {
  return !where.some((content) => gone.some((one) => one.content === content)) && (where.length > 1 || !come.some(({ content }) => content.prose.includes(name)));
}

/** `whereTheyStand`, looked for only of names of which it may have changed. */
function standingNow(is: readonly BlockHints[], names: ReadonlySet<string>, learnt: Learnt | undefined): ReadonlyMap<string, readonly Content[]> {
  if (learnt === undefined) return whereTheyStand(is, names);
  const { head, tail } = sameEnds(is, learnt.shown, (now, then) => now.content === then.content);
  const gone = learnt.shown.slice(head, learnt.shown.length - tail);
  const come = is.slice(head, is.length - tail);
  const still = new Map([...learnt.likely].filter(([name, where]) => names.has(name) && standsStill(name, where, gone, come)));
  return new Map([...still, ...whereTheyStand(is, new Set([...names].filter((name) => !still.has(name))))]);
}

function sameKnown(a: KnownPeople, b: KnownPeople): boolean {
  return a === b || (sameNames(a.children, b.children) && sameNames(a.family, b.family) && sameNames(a.professionals, b.professionals) && sameNames(a.services, b.services));
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((name, at) => name === b[at]));
}

function sameFrontMatter(a: FrontMatter | null, b: FrontMatter | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.values === b.values) return true;
  if (a.values.size !== b.values.size) return false;
  for (const [key, values] of a.values) if (b.values.get(key)?.join('\n') !== values.join('\n')) return false;
  return true;
}

function sameHints(a: readonly Hint[], b: readonly Hint[]): boolean {
  return a.length === b.length && a.every((hint, at) => hint.says === b[at].says && hint.name === b[at].name && hint.groups === b[at].groups);
}

function sameCell({ cell: a }: Content, { cell: b }: Content): boolean {
  return a === b || (a !== null && b !== null && a.table === b.table && a.row === b.row && a.column === b.column && a.header === b.header);
}

function readFrontMatter(claims: Claims, frontMatter: FrontMatter): void {
  for (const [key, values] of frontMatter.values) {
    const groups = KEYS[key.toLowerCase()] ?? entryOf(key.replace(/[-_]/gu, ' '))?.groups;
    if (groups === undefined) continue;
    for (const value of values) {
      const name = /^[^(,;]*/u.exec(value)?.[0].trim() ?? '';
      if (isCapital(name, 0) && !entryOf(name)) (groups & SERVICE ? claimWhole : claim)(claims, name, groups, GIVEN);
    }
  }
}

/** "Worker | Priti Sahota", or two cells under "Name" and "Role". */
function readPair(claims: Claims, likely: Hint[], left: Content, leftHints: readonly Hint[], right: Content, rightHints: readonly Hint[]): void {
  const a = left.cell;
  const b = right.cell;
  if (!a || !b || a.table !== b.table || a.row !== b.row || (leftHints.length === 0 && rightHints.length === 0)) return;
  const headed = (NAME_HEADERS.test(a.header) && ROLE_HEADERS.test(b.header)) || (ROLE_HEADERS.test(a.header) && NAME_HEADERS.test(b.header));
  const labelled = a.column === 0 && b.column === 1 && (a.header === '' || b.row === 0 || b.header !== '') && !/^(?:who|by|when|by when|date|what|score|number|need|action)/i.test(`${a.header}`) && !/^(?:by|when|date|score|number|action|what)/i.test(b.header);
  if (!headed && !labelled) return;
  const role = [...leftHints, ...rightHints].find((hint) => hint.says === 'role-cell');
  if (!role || (!headed && !leftHints.includes(role))) return;
  for (const hint of leftHints.includes(role) ? rightHints : leftHints) {
    if (hint.says !== 'name-cell') continue;
    if (headed || hint.name.includes(' ')) claim(claims, hint.name, role.groups, STATED);
    else likely.push({ ...hint, groups: role.groups });
  }
}

/** More names than this are looked for together, so that many names in a long note stay linear; few are found sooner one by one. */
const FEW_NAMES = 16;

/** For each name, what `standsTwice` says. */
function whereTheyStand(blocks: readonly BlockHints[], names: ReadonlySet<string>): ReadonlyMap<string, readonly Content[]> {
  if (names.size <= FEW_NAMES) return new Map([...names].map((name) => [name, standsTwice(blocks, name)]));
  const found = new Map([...names].map((name) => [name, { where: [] as Content[], content: null as Content | null, end: 0 }]));
  const mostWords = [...names].reduce((most, name) => Math.max(most, name.split(/[^\p{L}\p{N}]+/u).length), 1);
  for (const { content } of blocks) {
    const { prose } = content;
    for (let at = 0; at < prose.length; at++) {
      const next = wordEnd(prose, at);
      for (let words = 0, end = next; isCapital(prose, at) && words < mostWords && end <= prose.length; words++) {
        const known = found.get(prose.slice(at, end));
        if (known && known.where.length < 2 && !(known.content === content && at < known.end)) {
          known.where.push(content);
          [known.content, known.end] = [content, end];
        }
        while (end < prose.length && !isLetterOrDigit(prose, end)) end++;
        end = end < prose.length ? wordEnd(prose, end) : end + 1;
      }
      at = Math.max(at, next);
    }
  }
  return new Map([...found].map(([name, { where }]) => [name, wordEnd(name, 0) > 0 && isCapital(name, 0) && isLetterOrDigit(name, name.length - 1) ? toKeep(where) : standsTwice(blocks, name)]));
}

function wordEnd(text: string, start: number): number {
  let end = start;
  while (isLetterOrDigit(text, end)) end++;
  return end;
}

/** The contents in which a name stands for the first and the second time, as a word; fewer where it does not. */
function standsTwice(blocks: readonly BlockHints[], name: string): readonly Content[] {
  const where: Content[] = [];
  for (const { content } of blocks) {
    const { prose } = content;
    for (let at = prose.indexOf(name); at >= 0; at = prose.indexOf(name, at + name.length)) {
      if (isLetterOrDigit(prose, at + name.length) || isLetterOrDigit(prose, at - 1)) continue;
      where.push(content);
      if (where.length > 1) return toKeep(where);
    }
  }
  return toKeep(where);
}
