/**
 * Who a kinship, role or service word shows somebody to be: "Kayleigh Dunmore (mum)", "her partner, Craig", "Tom
 * Raistrick – social worker", "Mum is Zofia". It reads one role in its place, and weighs nothing.
 */
import type { Hint } from './hints.js';
import { CHILD, FAMILY, HE, KIN_TITLES, leadsToPerson, LEXICON, OFFICIAL, PROFESSIONAL, SHE, TITLES, type Entry } from './lexicon.js';
import { initialled, nameBefore, nameFrom, type NameRun } from './names.js';
import { before, readNames, say, type Scan } from './scan.js';
import { isCapital } from '../words/letters.js';
import { JOINED, STOP } from '../words/tokens.js';

export function readRoleAt(scan: Scan, at: number, entry: Entry): void {
  const role = roleAt(scan, at, entry);
  readLeft(scan, role);
  if (entry.sort === 'kin' && (entry.groups & (HE | SHE)) !== 0) readOwner(scan, at);
  if (entry.sort !== 'service') readRight(scan, role);
}

/** A kinship or service word, with what belongs to it on its left. */
interface Role {
  readonly entry: Entry;
  readonly from: number;
  readonly to: number;
  /** "her mum", "Dee's mum", "the health visitor"; not "mum". */
  readonly owned: boolean;
}

const PLACES_FOR_CHILDREN = new Set(['school', 'nursery', 'college', 'hospital', 'clinic']);
const TELLING = new Set(['told', 'tell', 'tells', 'telling', 'informed', 'asked', 'gave', 'showed', 'said', 'says']);
const GOES_ON = new Set(['from', 'at', 'for', 'who', 'with']);
const ACTS = new Set('was is has had said says told who asked rang came went did does will would can lives works agreed felt feels explained described wants watched left died'.split(' '));
const TOLD_ABOUT = new Set(['that', 'he', 'she', 'they', 'about', 'and', 'to', 'it', 'how', 'what']);
const CLOSES = /^\s*(?:[),.;:\n\u2029–—]|$)/u;
const DASH = /^\s+[–—-]\s+$/u;

function roleAt(scan: Scan, at: number, entry: Entry): Role {
  const { prose, tokens } = scan;
  let from = at;
  let owned = false;
  for (let steps = 0; steps < 4 && from > 0 && tokens.gaps[from] === JOINED; steps++) {
    const form = tokens.forms[from - 1];
    if (leadsToPerson(form) || form === 'off' || (form === 'on' && tokens.forms[from] === 'off')) {
      owned ||= form !== 'on' && form !== 'off';
      from--;
    } else if (form === "'s" || (form.endsWith('s') && /^['’]/u.test(before(scan, from)))) {
      const owner = nameBefore(prose, tokens, from);
      const kin = form === "'s" ? from - 2 : from - 1;
      if (owner) from = ownersFrom(scan, owner.from);
      else if (kin >= 0 && LEXICON.has(tokens.forms[kin])) from = kin;
      else break;
      owned = true;
    } else break;
  }
  return { entry, from, to: at + entry.forms.length, owned };
}

/** "Kofi's mum": Kofi is of the family too, if the note goes on about Kofi. */
function readOwner(scan: Scan, at: number): void {
  const { forms, gaps } = scan.tokens;
  if (at < 2 || gaps[at] !== JOINED || forms[at - 1] !== "'s") return;
  const owner = nameBefore(scan.prose, scan.tokens, at);
  if (owner && !owner.titled) say(scan, owner, FAMILY, 'likely');
}

/** "Rafi and Zoya's dad": where the first of the owners stands. */
function ownersFrom({ prose, tokens }: Scan, from: number): number {
  if (tokens.forms[from - 1] !== 'and' || tokens.gaps[from] !== JOINED) return from;
  return nameBefore(prose, tokens, from - 1)?.from ?? from;
}

/** A name to the left of the role. */
function readLeft(scan: Scan, role: Role): void {
  const { prose, tokens } = scan;
  const { forms } = tokens;
  const { entry, from, to, owned } = role;
  if (from === 0) return;
  const left = before(scan, from);
  const right = before(scan, to);
  const service = entry.sort === 'service';
  const couple = owned && !entry.plural && forms[to] === 'and' && LEXICON.has(forms[to + 1]);
  const closed = (!(left === ' ' && right === ' ') && CLOSES.test(right)) || GOES_ON.has(forms[to]) || (owned && right === ' ' && forms[to] === 'and');
  if (!closed && right === ' ' && !['is', 'was', 'are', 'been'].includes(forms[from - 1])) return readService(scan, role);

  const named = closed ? initialled(scan, from - 1) : null;
  if (named) {
    give(scan, named.name, role, 'name');
    scan.hints.push({ says: 'initials', name: named.letters, groups: entry.groups });
  } else if (closed && /\(\s*["“'‘]?$/u.test(left)) give(scan, nameBefore(prose, tokens, from), role, 'name');
  else if (closed && left !== ' ' && /^,\s+$/u.test(left) && !service) {
    const name = nameBefore(prose, tokens, from);
    if (name && (owned ? !isOwner(scan, name, from) : entry.sort === 'role' && !entry.plural && (name.words > 1 || name.titled))) give(scan, name, couple ? { ...role, entry: { ...entry, plural: true } } : role, 'name');
  } else if (closed && DASH.test(left) && entry.sort === 'role' && !entry.plural) {
    const name = nameBefore(prose, tokens, from);
    if (name && (name.words > 1 || name.titled)) give(scan, name, role, 'name');
  } else if (from > 1 && (CLOSES.test(right) || closed) && tokens.gaps[from] === JOINED && (owned || entry.plural) && !service && ['is', 'was', 'are', 'been'].includes(forms[from - 1])) {
    const perfect = forms[from - 1] === 'been' && ['has', 'had'].includes(forms[from - 2]);
    if (perfect || forms[from - 1] !== 'been') give(scan, nameBefore(prose, tokens, perfect ? from - 2 : from - 1), role, 'name');
  } else if (from > 3 && forms[from - 1] === 'and' && forms[from - 3] === 'are' && LEXICON.has(forms[from - 2]) && closed) {
    give(scan, nameBefore(prose, tokens, from - 3), { ...role, entry: { ...entry, plural: true } }, 'name'); // "Jade and Lewis are mum and dad."
  } else readService(scan, role);
}

/** "Mr Yardley at school", "Dawn from the clinic". */
function readService(scan: Scan, role: Role): void {
  const { forms } = scan.tokens;
  const { entry, from } = role;
  if (entry.sort !== 'service' || from < 2 || !['at', 'from'].includes(forms[from - 1])) return;
  const name = nameBefore(scan.prose, scan.tokens, from - 1);
  if (name?.titled || (forms[from - 1] === 'from' && !PLACES_FOR_CHILDREN.has(entry.forms[0]))) give(scan, name, role, name?.titled ? 'name' : 'likely');
}

/** A name to the right of the role. */
function readRight(scan: Scan, role: Role): void {
  const { prose, tokens } = scan;
  const { forms } = tokens;
  const { entry, from, to, owned } = role;
  const { groups, plural } = entry;
  const phrase = entry.forms.length > 1 || entry.sort === 'role';
  const right = before(scan, to);
  if (right === ' ' && forms[to] === 'of' && entry.sort === 'kin') readKinOf(scan, role);
  if (right !== ' ') {
    const left = before(scan, from);
    const opens = from === 0 || /[\n\u2029.:;,(|–—]|\s{2}/u.test(left);
    if (/^\s*\(\s*$/u.test(right)) readNames(scan, to, groups, 'brackets');
    else if (/^\s*[:=]\s*$/u.test(right) && opens) readNames(scan, to, groups, right.includes('=') ? 'equals' : 'colon');
    else if (DASH.test(right) && opens && entry.sort === 'role') readNames(scan, to, groups, 'colon');
    else if (/^,\s+$/u.test(right)) readAfterComma(scan, role, phrase);
    return;
  }
  if (tokens.gaps[to] !== JOINED) return;
  if (plural) {
    // "Her children are Alfie and Poppy", "their three children Zayn, 9, and Hana, 6"
    const are = forms[to] === 'are' || forms[to] === 'were' ? 1 : 0;
    if ((groups & CHILD) !== 0 && owned && tokens.gaps[to + are] !== STOP) readNames(scan, to + are, groups, 'brackets');
    return;
  }
  if ((forms[to] === 'is' || forms[to] === "'s") && entry.sort === 'kin' && isCapital(prose, tokens.starts[to + 1] ?? 0)) {
    const name = nameFrom(prose, tokens, to + 1);
    if (name?.from === to + 1 && CLOSES.test(before(scan, name.to))) say(scan, name, groups, 'name'); // "Her mum is Zofia."
    return;
  }
  if (TITLES.has(forms[to - 1]) || !isCapital(prose, tokens.starts[to] ?? 0)) return;
  const name = nameFrom(prose, tokens, to);
  if (!name || (TELLING.has(forms[from - 1]) && owned && !TOLD_ABOUT.has(forms[name.to]))) return;
  if (owned || phrase || KIN_TITLES.has(forms[to - 1])) say(scan, name, groups, 'name');
  else if (!TELLING.has(forms[from - 1]) && (from === 0 || tokens.gaps[from] === STOP || forms[from - 1] === 'and' || forms[from - 1] === 'with')) say(scan, name, groups, 'likely'); // "partner Shane"
}

/** "Father of Ines: Ricardo Alves", "Unborn baby of Jade Tattersall". */
function readKinOf(scan: Scan, { entry, to }: Role): void {
  const whose = nameFrom(scan.prose, scan.tokens, to + 1);
  if (whose?.from !== to + 1) return;
  if (/^\s*:\s*$/u.test(before(scan, whose.to))) readNames(scan, whose.to, entry.groups, 'colon');
  else if ((entry.groups & CHILD) !== 0 && whose.words > 1 && !whose.titled) say(scan, whose, FAMILY, 'name');
}

/** "her partner, Craig.", "Mum, Zofia, was in", "her mums, Nuala Boyle and Dee Sandiford,". */
function readAfterComma(scan: Scan, { entry, to, owned }: Role, phrase: boolean): void {
  const { prose, tokens } = scan;
  if (entry.plural) {
    const held = scan.hints.length;
    if (owned) readNames(scan, to, entry.groups, 'brackets');
    if (scan.hints.length === held + 1) scan.hints.pop();
    return;
  }
  const name = nameFrom(prose, tokens, to);
  if (!name || name.from !== to) return;
  const after = before(scan, name.to);
  const lower = name.to < tokens.count && !isCapital(prose, tokens.starts[name.to]);
  const goesOn = /^,\s+$/u.test(after) && tokens.forms[name.to] !== 'and' && lower;
  if (owned || phrase ? goesOn || (owned && /^\s*(?:[.;)\n\u2029]|$)/u.test(after)) : goesOn && ACTS.has(tokens.forms[name.to])) say(scan, name, entry.groups, 'name');
}

/** Whether the name before `from` is a list's ("Lewis, Lewis's mum Carol"), not the one described. */
function isOwner({ prose, tokens }: Scan, name: NameRun, from: number): boolean {
  return tokens.forms[from] === tokens.forms[name.from] || (nameFrom(prose, tokens, from)?.name === name.name);
}

/** The name gets the role; with a role in the plural, so does "Pauline" in "Pauline and Des (foster carers)". */
function give(scan: Scan, name: NameRun | null, role: Role, says: Hint['says']): void {
  if (!name) return;
  const { groups, sort, forms } = role.entry;
  if (sort === 'service' && !name.titled && name.words < 2 && PLACES_FOR_CHILDREN.has(forms[0])) return;
  const shown = sort === 'service' ? (forms[0] === 'police' ? OFFICIAL : PROFESSIONAL) : groups;
  say(scan, name, shown, says);
  if (!role.entry.plural || scan.tokens.forms[name.from - 1] !== 'and') return;
  const other = nameBefore(scan.prose, scan.tokens, name.from - 1);
  if (other) say(scan, other, shown, says);
}

