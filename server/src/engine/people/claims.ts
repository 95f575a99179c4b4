/**
 * Names and what has been said of them, weighed: each name with its shorter forms, and the people they come to. Where
 * two sources of the same weight disagree, the name belongs to no group. It does not know where names are found.
 */
import { CHILD, FAMILY, GROUPS, HE, SHE, SOMEBODY, TITLES } from './lexicon.js';
import type { Alias, People, Reader } from './people.js';
import { fingerprint } from '../words/fingerprint.js';
import { isCapital, isLetterOrDigit } from '../words/letters.js';
import { tokenize } from '../words/tokens.js';

/** What has been said of one reading of a name; a lower weight counts for more. */
interface Claim {
  readonly forms: readonly string[];
  readonly groups: number;
  readonly weight: number;
}
export interface Claims {
  readonly names: Map<string, Claim>;
  readonly surnames: Map<string, Claim>;
  readonly initials: Map<string, Claim>;
  readonly members: Map<string, string>;
  /** By first name, how often the note says "he" and how often "she" of it. */
  readonly genders: Map<string, { he: number; she: number }>;
  /** Whom the note says "Dear …" to. */
  reader: string;
  /** What has been claimed before, word for word. */
  readonly seen: Set<string>;
  /** Names that have been read for it, and those that had been before: most stand in the note for thousands of keystrokes. */
  readonly read: Map<string, ReadName>;
  readonly readBefore: ReadonlyMap<string, ReadName>;
}

/** A name and its parts, as forms. */
export interface ReadName {
  /** Without marks, and without "Mr" and the like. */
  readonly body: readonly string[];
  readonly titled: boolean;
  readonly member: string;
  readonly whole: readonly string[];
  readonly first: readonly string[];
  /** The last word of several, and halves of it. */
  readonly last: readonly string[];
  readonly halves: readonly (readonly string[])[];
}

export function noClaims(readBefore: Claims['readBefore']): Claims {
  return { names: new Map(), surnames: new Map(), initials: new Map(), members: new Map(), genders: new Map(), reader: '', seen: new Set(), read: new Map(), readBefore };
}

export const GIVEN = 0;
export const STATED = 1;
export const LIKELY = 2;
// A bit beside the groups, while claims are gathered.
const AT_ODDS = 128;
// Two letters that mean something else in a record, whoever they might stand for.
const ABBREVIATIONS = new Set('CP SW TM TL HV PA TA GP DV DA IT IA IO AM PM OT EP ED EH FS FW MP PP PR SP SV SS VC WT YP LA LO CC CN IR OK TV UK US EU ID NI PE RE BB CA CB AD AP AS AT BE BY DO GO HE IF IN IS ME MY NO OF ON OR SO TO UP WE MR MS DR ST'.split(' '));
// Names that begin alike; more are not looked up, so that cost stays linear.
const NAMESAKES = 40;

export function claimWhole(claims: Claims, name: string, groups: number, weight: number): void {
  const { forms } = tokenize(name);
  if (forms.length === 0) return;
  add(claims.names, forms, groups, weight);
  if (!claims.members.has(forms.join(' '))) claims.members.set(forms.join(' '), name);
}

/** "Tyler Dunmore" is also "Tyler", "T-D" never, "Mr Dunmore" in the family; "Shannon-Leigh" is also "S-L". */
export function claim(claims: Claims, name: string, groups: number, weight: number): void {
  const once = `${weight} ${groups} ${name}`;
  if (claims.seen.has(once)) return;
  claims.seen.add(once);
  const known = claims.read.get(name) ?? claims.readBefore.get(name) ?? readName(name);
  claims.read.set(name, known);
  const { body, titled, member, whole, first, last, halves } = known;
  if (body.length === 0) return;
  if (!claims.members.has(member)) claims.members.set(member, name);
  if (titled || body.length > 1) add(claims.surnames, last, groups & CHILD ? FAMILY : groups, weight);
  if (groups & CHILD && body.length > 1) for (const half of halves) add(claims.surnames, half, FAMILY, LIKELY); // "Ms Lane" of a child "Choudhry-Lane"
  if (titled && body.length === 1) return;
  add(claims.names, whole, groups, weight);
  if (first.join('').length > 1) add(claims.names, first, groups, weight);
  if (first.length > 1 && body[0].includes('-')) {
    const letters = first.map((form) => form[0]);
    add(claims.names, letters, groups, weight);
    if (!ABBREVIATIONS.has(letters.join('').toUpperCase())) add(claims.initials, [letters.join('')], groups, Math.max(weight, STATED)); // "KJ" of Keira-Jade
  }
  const initials = body.length === 2 ? `${body[0][0]}${body[1][0]}` : '';
  if (initials.length === 2 && isCapital(initials, 0) && isCapital(initials, 1) && !ABBREVIATIONS.has(initials)) add(claims.initials, [initials.toLowerCase()], groups, Math.max(weight, STATED));
}

function readName(name: string): ReadName {
  const words = name.split(/\s+/u).filter((word) => isLetterOrDigit(word, 0) || isLetterOrDigit(word, 1));
  const titled = words.length > 1 && TITLES.has(words[0].toLowerCase().replace('.', ''));
  const body = titled ? words.slice(1) : words;
  const formsOf = (text: string): readonly string[] => tokenize(text).forms;
  const last = body[body.length - 1] ?? '';
  const halves = last.split('-').filter((half) => half.length > 2 && half !== last);
  return { body, titled, member: formsOf(name).join(' '), whole: formsOf(body.join(' ')), first: formsOf(body[0] ?? ''), last: formsOf(last), halves: halves.map(formsOf) };
}

/** Letters that the note itself gives to somebody, whatever else they might mean. */
export function claimInitials(claims: Claims, letters: string, groups: number): void {
  add(claims.initials, [letters.toLowerCase()], groups, STATED);
}

/** One "he" or "she" that can only mean this first name. */
export function claimGender(claims: Claims, name: string, gender: number): void {
  const count = claims.genders.get(name) ?? { he: 0, she: 0 };
  if (gender === HE) count.he++;
  else count.she++;
  claims.genders.set(name, count);
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
  return (both & FAMILY) !== 0 && (both & ~(FAMILY | CHILD | HE | SHE)) !== 0 ? both | AT_ODDS : both;
}

function settled(groups: number): number {
  return groups & AT_ODDS ? 0 : groups;
}

export function settle(claims: Claims): Omit<People, 'learnt'> {
  for (const [name, { he, she }] of claims.genders) {
    const gender = he > 2 * she ? HE : she > 2 * he ? SHE : 0;
    const known = claims.names.get(name);
    if (gender === 0) continue;
    if (!known) claims.names.set(name, { forms: [name], groups: SOMEBODY | gender, weight: LIKELY });
    else if ((known.groups & (HE | SHE)) === 0) claims.names.set(name, { ...known, groups: known.groups | gender });
  }
  for (const [form, initials] of claims.initials) if (!claims.names.has(form)) claims.names.set(form, initials);
  const names = byFirst(claims.names);
  const surnames = byFirst(claims.surnames);
  const longer = new Set([...claims.members.keys()].flatMap(prefixes));
  const members = [...claims.members].flatMap(([key, name]) => {
    const group = (claims.names.get(key) ?? claims.surnames.get(key.slice(key.indexOf(' ') + 1)))?.groups ?? 0;
    return longer.has(key) ? [] : [{ name, group: settled(group) & GROUPS }];
  });
  const knowsFamilyName = [...claims.surnames.values()].some(({ groups }) => (settled(groups) & FAMILY) !== 0);
  const reader = readerOf(claims);
  return { key: `${shortOf(claims.names)}-${shortOf(claims.surnames)}${reader ? `-${reader.name}` : ''}`, members, names, surnames, knowsFamilyName, reader };
}

function readerOf({ reader, names, surnames }: Claims): Reader | null {
  const { forms } = tokenize(reader);
  if (forms.length === 0) return null;
  const titled = TITLES.has(forms[0]);
  const groups = settled((titled ? surnames.get(forms[forms.length - 1]) : names.get(forms.join(' ')) ?? names.get(forms[0]))?.groups ?? 0) & GROUPS;
  return groups === 0 ? null : { name: reader, groups };
}

/** Tells claims apart, whatever their order: short, so that comparing it for every block costs nothing. */
function shortOf(claims: ReadonlyMap<string, Claim>): string {
  let sum = 0;
  for (const [key, { groups }] of claims) sum = (sum + fingerprint(key, settled(groups))) % 2 ** 52;
  return `${claims.size}.${sum.toString(36)}`;
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
    const alias = { forms, groups: settled(groups) };
    if (same) same.push(alias);
    else map.set(forms[0], [alias]);
  }
  for (const aliases of map.values()) aliases.sort((a, b) => b.forms.length - a.forms.length);
  return map;
}
