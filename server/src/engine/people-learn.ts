/**
 * From hints to the people of a note: weighs what the rulebook, the front matter and the note say, and gives each name
 * its shorter forms. Where two sources of the same weight disagree, the name belongs to no group.
 */
import type { Block, Content, FrontMatter, Note } from './note.js';
import { peopleIn, type Hint } from './people-hints.js';
import { CHILD, entryOf, FAMILY, GROUPS, PROFESSIONAL, SERVICE, TITLES } from './people-lexicon.js';
import type { Alias, KnownPeople, People } from './people.js';
import { tokenize } from './tokens.js';

/** What has been said of one reading of a name; a lower weight counts for more. */
interface Claim {
  readonly forms: readonly string[];
  readonly groups: number;
  readonly weight: number;
}
interface Claims {
  readonly names: Map<string, Claim>;
  readonly surnames: Map<string, Claim>;
  readonly members: Map<string, string>;
}
const GIVEN = 0;
const STATED = 1;
const LIKELY = 2;
// A bit beside the groups, while claims are gathered.
const AT_ODDS = 64;
// Names that begin alike; more are not looked up, so that cost stays linear.
const NAMESAKES = 40;

// Keys of front matter that are not themselves words for people.
const KEYS: Readonly<Record<string, number>> = {
  'written-by': PROFESSIONAL, 'written by': PROFESSIONAL, author: PROFESSIONAL, authors: PROFESSIONAL, by: PROFESSIONAL, chair: PROFESSIONAL, reviewer: PROFESSIONAL, professionals: PROFESSIONAL, 'lead-professional': PROFESSIONAL,
  subject: FAMILY | CHILD, 'young-person': FAMILY | CHILD, adults: FAMILY, carers: 0, household: FAMILY, relatives: FAMILY, agencies: SERVICE, services: SERVICE,
};
const ROLE_HEADERS = /^(?:role|relationship|relationship to (?:the )?child|job|job title|who they are|agency|position)$/iu;
const NAME_HEADERS = /^(?:name|names|who|person)$/iu;

/**
 * The people of a note. Linear in its hints; never throws. `hintsOf` lets a caller keep the hints of contents that an
 * edit has left alone.
 */
export function learnPeople(
  note: Pick<Note, 'blocks' | 'frontMatter'>, known: KnownPeople, hintsOf: (content: Content) => readonly Hint[] = peopleIn,
): People {
  const claims: Claims = { names: new Map(), surnames: new Map(), members: new Map() };
  for (const name of known.children) claim(claims, name, FAMILY | CHILD, GIVEN);
  for (const name of known.family) claim(claims, name, FAMILY, GIVEN);
  for (const name of known.professionals) claim(claims, name, PROFESSIONAL, GIVEN);
  for (const name of known.services) claimWhole(claims, name, SERVICE, GIVEN);
  if (note.frontMatter) readFrontMatter(claims, note.frontMatter);
  const likely: Hint[] = [];
  let previous: { readonly block: Block; readonly hints: readonly Hint[] } | null = null;
  for (const block of note.blocks) {
    const hints = hintsOf(block.content);
    for (const hint of hints) {
      if (hint.says === 'name') claim(claims, hint.name, hint.groups, STATED);
      else if (hint.says === 'likely') likely.push(hint);
    }
    if (previous && block.content.cell) readPair(claims, likely, previous.block.content, previous.hints, block.content, hints);
    previous = block.content.cell ? { block, hints } : null;
  }
  for (const hint of likely) if (standsTwice(note.blocks, hint.name)) claim(claims, hint.name, hint.groups, LIKELY);
  return settle(claims);
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
  if (!a || !b || a.table !== b.table || a.row !== b.row || b.column !== a.column + 1) return;
  const headed = (NAME_HEADERS.test(a.header) && ROLE_HEADERS.test(b.header)) || (ROLE_HEADERS.test(a.header) && NAME_HEADERS.test(b.header));
  const labelled = a.column === 0 && (a.header === '' || b.row === 0 || b.header !== '') && !/^(?:who|by|when|by when|date|what|score|number|need|action)/iu.test(`${a.header}`) && !/^(?:by|when|date|score|number|action|what)/iu.test(b.header);
  if (!headed && !labelled) return;
  const role = [...leftHints, ...rightHints].find((hint) => hint.says === 'role-cell');
  if (!role || (!headed && !leftHints.includes(role))) return;
  for (const hint of leftHints.includes(role) ? rightHints : leftHints) {
    if (hint.says !== 'name-cell') continue;
    if (headed || hint.name.includes(' ')) claim(claims, hint.name, role.groups, STATED);
    else likely.push({ ...hint, groups: role.groups });
  }
}

function claimWhole(claims: Claims, name: string, groups: number, weight: number): void {
  const { forms } = tokenize(name);
  if (forms.length === 0) return;
  add(claims.names, forms, groups, weight);
  if (!claims.members.has(forms.join(' '))) claims.members.set(forms.join(' '), name);
}

/** "Tyler Dunmore" is also "Tyler", "T-D" never, "Mr Dunmore" in the family; "Shannon-Leigh" is also "S-L". */
function claim(claims: Claims, name: string, groups: number, weight: number): void {
  const words = name.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const titled = words.length > 1 && TITLES.has(words[0].toLowerCase().replace('.', ''));
  const body = titled ? words.slice(1) : words;
  if (body.length === 0) return;
  const member = tokenize(name).forms.join(' ');
  if (!claims.members.has(member)) claims.members.set(member, name);
  if (titled || body.length > 1) add(claims.surnames, tokenize(body[body.length - 1]).forms, groups & CHILD ? FAMILY : groups, weight);
  if (titled && body.length === 1) return;
  add(claims.names, tokenize(body.join(' ')).forms, groups, weight);
  const first = tokenize(body[0]).forms;
  if (first.join('').length > 1) add(claims.names, first, groups, weight);
  if (first.length > 1 && body[0].includes('-')) add(claims.names, first.map((form) => form[0]), groups, weight);
}

function add(into: Map<string, Claim>, forms: readonly string[], groups: number, weight: number): void {
  if (forms.length === 0) return;
  const key = forms.join(' ');
  const before = into.get(key);
  if (!before || weight < before.weight) into.set(key, { forms, groups, weight });
  else if (weight === before.weight && groups !== before.groups) into.set(key, { forms, groups: agree(before.groups, groups), weight });
}

/** Both, unless one says family and the other says not; that is never settled by a third. */
function agree(a: number, b: number): number {
  const both = a | b;
  return (both & FAMILY) !== 0 && (both & ~(FAMILY | CHILD)) !== 0 ? both | AT_ODDS : both;
}

function settled(groups: number): number {
  return groups & AT_ODDS ? 0 : groups;
}

/** Whether the name stands in the note more than once, as a word. */
function standsTwice(blocks: readonly Block[], name: string): boolean {
  let count = 0;
  for (const { content: { prose } } of blocks) {
    for (let at = prose.indexOf(name); at >= 0; at = prose.indexOf(name, at + name.length)) {
      if (!/[\p{L}\p{N}]/u.test(prose[at + name.length] ?? ' ') && !/[\p{L}\p{N}]/u.test(prose[at - 1] ?? ' ') && ++count > 1) return true;
    }
  }
  return false;
}

function settle(claims: Claims): People {
  const names = byFirst(claims.names);
  const surnames = byFirst(claims.surnames);
  const longer = new Set([...claims.members.keys()].flatMap(prefixes));
  const members = [...claims.members].flatMap(([key, name]) => {
    const group = (claims.names.get(key) ?? claims.surnames.get(key.slice(key.indexOf(' ') + 1)))?.groups ?? 0;
    return longer.has(key) ? [] : [{ name, group: settled(group) & GROUPS }];
  });
  const knowsFamilyName = [...claims.surnames.values()].some(({ groups }) => (settled(groups) & FAMILY) !== 0);
  const entries = (map: ReadonlyMap<string, Claim>): string => [...map].map(([key, { groups }]) => `${key}=${settled(groups)}`).sort().join(';');
  return { key: `${entries(claims.names)}|${entries(claims.surnames)}`, members, names, surnames, knowsFamilyName };
}

/** "tyler" of "tyler dunmore": he is listed under his full name. */
function prefixes(key: string): string[] {
  const words = key.split(' ').slice(0, 6);
  return words.slice(1).map((_, at) => words.slice(0, at + 1).join(' '));
}

function byFirst(claims: ReadonlyMap<string, Claim>): Map<string, readonly Alias[]> {
  const map = new Map<string, Alias[]>();
  for (const { forms, groups } of claims.values()) {
    const same = map.get(forms[0]);
    if (same && same.length === NAMESAKES) continue;
    if (same) same.push({ forms, groups: settled(groups) });
    else map.set(forms[0], [{ forms, groups: settled(groups) }]);
  }
  for (const aliases of map.values()) aliases.sort((a, b) => b.forms.length - a.forms.length);
  return map;
}
