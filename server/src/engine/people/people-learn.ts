/**
 * From hints to the people of a note: gathers what the rulebook, the front matter and the note say. After an edit that
 * leaves the hints as they were it answers from what it knew. How claims are weighed is people-claims.ts's business.
 */
import type { Block, Content, FrontMatter, Note } from '../note/note.js';
import { claim, claimGender, claimWhole, GIVEN, LIKELY, settle, STATED, type Claims } from './people-claims.js';
import { peopleIn, type Hint } from './people-hints.js';
import { CHILD, entryOf, FAMILY, PROFESSIONAL, SERVICE } from './people-lexicon.js';
import type { KnownPeople, People } from './people.js';

// Keys of front matter that are not themselves words for people.
const KEYS: Readonly<Record<string, number>> = {
  'written-by': PROFESSIONAL, 'written by': PROFESSIONAL, author: PROFESSIONAL, authors: PROFESSIONAL, by: PROFESSIONAL, chair: PROFESSIONAL, reviewer: PROFESSIONAL, professionals: PROFESSIONAL, 'lead-professional': PROFESSIONAL,
  subject: FAMILY | CHILD, 'young-person': FAMILY | CHILD, adults: FAMILY, carers: 0, household: FAMILY, relatives: FAMILY, agencies: SERVICE, services: SERVICE,
};
const ROLE_HEADERS = /^(?:role|relationship|relationship to (?:the )?child|job|job title|who they are|agency|position)$/i;
const NAME_HEADERS = /^(?:name|names|who|person)$/i;

/** What people were learnt from. */
export interface Learnt {
  readonly blocks: readonly Block[];
  readonly frontMatter: FrontMatter | null;
  readonly known: KnownPeople;
  /** Names that count where they stand in the note more than once, and the blocks' contents that showed that they do. */
  readonly likely: ReadonlyMap<string, readonly Content[]>;
}

/**
 * The people of a note. Linear in its hints; never throws. `hintsOf` lets a caller keep the hints of contents that an
 * edit has left alone; with `previous`, the people as they were before the edit, it gives the same answer for less.
 */
export function learnPeople(
  note: Pick<Note, 'blocks' | 'frontMatter'>, known: KnownPeople, hintsOf: (content: Content) => readonly Hint[] = peopleIn, previous?: People,
): People {
  const likelyStill = previous ? asBefore(note, known, hintsOf, previous.learnt) : null;
  if (previous && likelyStill) return { ...previous, learnt: { blocks: note.blocks, frontMatter: note.frontMatter, known, likely: likelyStill } };
  const claims: Claims = { names: new Map(), surnames: new Map(), initials: new Map(), members: new Map(), genders: new Map(), reader: '', seen: new Set() };
  for (const name of known.children) claim(claims, name, FAMILY | CHILD, GIVEN);
  for (const name of known.family) claim(claims, name, FAMILY, GIVEN);
  for (const name of known.professionals) claim(claims, name, PROFESSIONAL, GIVEN);
  for (const name of known.services) claimWhole(claims, name, SERVICE, GIVEN);
  if (note.frontMatter) readFrontMatter(claims, note.frontMatter);
  const likely: Hint[] = [];
  /** The cells of a table's row so far. */
  let row: { readonly content: Content; readonly hints: readonly Hint[] }[] = [];
  for (const { content } of note.blocks) {
    const hints = hintsOf(content);
    for (const hint of hints) {
      if (hint.says === 'name') claim(claims, hint.name, hint.groups, STATED);
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
  const standing = new Map<string, readonly Content[]>();
  for (const { name, groups } of likely) {
    let where = standing.get(name);
    if (!where) standing.set(name, (where = standsTwice(note.blocks, name)));
    if (where.length > 1) claim(claims, name, groups, LIKELY);
  }
  return { ...settle(claims), learnt: { blocks: note.blocks, frontMatter: note.frontMatter, known, likely: standing } };
}

/** Where nothing that an edit changed has to do with who is who: where the likely names stand now. Else null. */
function asBefore(note: Pick<Note, 'blocks' | 'frontMatter'>, known: KnownPeople, hintsOf: (content: Content) => readonly Hint[], learnt: Learnt): Learnt['likely'] | null {
  if (!sameKnown(known, learnt.known) || !sameFrontMatter(note.frontMatter, learnt.frontMatter)) return null;
  const was = learnt.blocks;
  const is = note.blocks;
  let head = 0;
  while (head < is.length && head < was.length && is[head].content === was[head].content) head++;
  let tail = 0;
  while (tail < is.length - head && tail < was.length - head && is[is.length - 1 - tail].content === was[was.length - 1 - tail].content) tail++;
  const gone = was.slice(head, was.length - tail).map(({ content }) => content);
  const come = is.slice(head, is.length - tail).map(({ content }) => content);
  if (gone.length !== come.length) {
    if (gone.some((content) => content.cell || hintsOf(content).length > 0) || come.some((content) => content.cell || hintsOf(content).length > 0)) return null;
  } else if (!come.every((content, at) => sameHints(hintsOf(content), hintsOf(gone[at])) && sameCell(content, gone[at]))) return null;
  let likely = learnt.likely;
  for (const [name, where] of learnt.likely) {
    if (!where.some((content) => gone.includes(content)) && (where.length > 1 || !come.some(({ prose }) => prose.includes(name)))) continue;
    const now = standsTwice(is, name);
    if ((now.length > 1) !== (where.length > 1)) return null;
    likely = new Map(likely).set(name, now);
  }
  return likely;
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
      if (/^\p{Lu}/u.test(name) && !entryOf(name)) (groups & SERVICE ? claimWhole : claim)(claims, name, groups, GIVEN);
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

/** The contents in which a name stands for the first and the second time, as a word; fewer where it does not. */
function standsTwice(blocks: readonly Block[], name: string): readonly Content[] {
  const where: Content[] = [];
  for (const { content } of blocks) {
    const { prose } = content;
    for (let at = prose.indexOf(name); at >= 0; at = prose.indexOf(name, at + name.length)) {
      if (IN_WORD.test(prose[at + name.length] ?? ' ') || IN_WORD.test(prose[at - 1] ?? ' ')) continue;
      where.push(content);
      if (where.length > 1) return where;
    }
  }
  return where;
}

const IN_WORD = /[\p{L}\p{N}]/u;
