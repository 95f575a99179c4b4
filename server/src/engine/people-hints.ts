/**
 * What one block shows about who somebody is: "Kayleigh Dunmore (mum)", "Mum = Gemma", "Ruby (4)", "Tom Raistrick,
 * social worker". Pure per block, so that a caller may keep the answer. It does not weigh one block against another.
 */
import type { Content } from './note.js';
import { CHILD, leadsToPerson, FAMILY, HE, KIN_TITLES, LEXICON, OFFICIAL, PROFESSIONAL, SERVICE, SHE, TITLES, type Entry } from './people-lexicon.js';
import { isCapital, nameBefore, nameFrom, type NameRun } from './people-names.js';
import { startWatch, watchName, watchPronoun, watchRole, watchSentence } from './people-watch.js';
import { WORDS } from './people-words.js';
import { JOINED, STOP, tokenize, type Tokens } from './tokens.js';

/** Something a block shows. Names are as they stand in it. */
export interface Hint {
  /**
   * `name`: this person is of these groups. `likely`: so it seems; it counts if the name stands elsewhere in the note too.
   * `role-cell`, `name-cell`: a table cell that is nothing but a role or a name; the pair of them says who it is.
   * `reader`: a letter speaks to them ("Dear Maya,").
   * `gender`: one "he" or "she" that can only mean this first name.
   */
  readonly says: 'name' | 'likely' | 'role-cell' | 'name-cell' | 'gender' | 'reader';
  readonly name: string;
  readonly groups: number;
}

interface Scan {
  readonly prose: string;
  readonly tokens: Tokens;
  readonly hints: Hint[];
}

/** A kinship or service word, with what belongs to it on its left. */
interface Role {
  readonly entry: Entry;
  readonly from: number;
  readonly to: number;
  /** "her mum", "Dee's mum", "the health visitor"; not "mum". */
  readonly owned: boolean;
}

// Labels before a colon that are not themselves words for people.
const LABELS: ReadonlyMap<string, number> = new Map([
  ...['written by', 'recorded by', 'completed by', 'prepared by', 'visit by', 'seen by', 'author', 'chair', 'chaired by', 'report by', 'assessed by', 'case holder', 'allocated to', 'duty'].map((label): [string, number] => [label, PROFESSIONAL]),
  ...['mum and dad', 'mother and father', 'household', 'parents and carers'].map((label): [string, number] => [label, FAMILY]),
]);
const LABEL_FIRST: ReadonlySet<string> = new Set([...LABELS.keys()].map((label) => label.split(' ')[0]));
const PLACES_FOR_CHILDREN = new Set(['school', 'nursery', 'college', 'hospital', 'clinic']);
const AGE_UNITS = new Set(['weeks', 'week', 'wks', 'months', 'month', 'mths', 'days', 'years', 'year', 'yrs', 'yo', 'y']);
const TELLING = new Set(['told', 'tell', 'tells', 'telling', 'informed', 'asked', 'gave', 'showed']);
const GOES_ON = new Set(['from', 'at', 'for', 'who', 'with']);
const NAMED = /\p{Lu}[\p{L}'’]/u;
const NOTHING: readonly Hint[] = [];
const CLOSES = /^\s*(?:[),.;:\n\u2029–—]|$)/u;

/** Total; linear. A block without a capital letter says nothing. `known` spares the work of finding the block's words anew. */
export function peopleIn(content: Content, known?: Tokens): readonly Hint[] {
  const { prose } = content;
  if (!NAMED.test(prose)) return NOTHING;
  const scan: Scan = { prose, tokens: known ?? tokenize(prose), hints: [] };
  const { count, forms, starts, gaps } = scan.tokens;
  const watch = startWatch();
  let past = 0;
  for (let i = 0; i < count; i++) {
    if (gaps[i] === STOP) watchSentence(watch);
    const code = prose.charCodeAt(starts[i]);
    if (code >= 48 && code <= 57) {
      readAge(scan, i);
      continue;
    }
    const form = forms[i];
    const word = WORDS.get(form);
    if (word === undefined) {
      if (isCapital(prose, starts[i])) watchName(watch, prose, scan.tokens, i);
      if (LABEL_FIRST.has(form)) readLabel(scan, i);
      else if (form === 'dear' && i === 0) readReader(scan);
      continue;
    }
    if (word.pronoun) watchPronoun(watch, word.pronoun, i, scan.tokens, scan.hints);
    if (LABEL_FIRST.has(form)) readLabel(scan, i);
    if (i < past) continue;
    const entry = word.entries.length > 0 ? entryIn(scan, word.entries, i) : undefined;
    if (entry) {
      past = i + entry.forms.length;
      watchRole(watch);
      if (entry.sort !== 'nobody') readRole(scan, roleAt(scan, i, entry));
    }
    if (word.title >= 0) readTitled(scan, i, word.title);
  }
  if (content.cell) readCell(scan);
  return scan.hints.length === 0 ? NOTHING : scan.hints;
}

function entryIn({ prose, tokens }: Scan, entries: readonly Entry[], i: number): Entry | undefined {
  const { forms, gaps, starts } = tokens;
  for (const entry of entries) {
    if (entry.written !== 'any' && !isCapital(prose, starts[i])) continue;
    let k = 1;
    while (k < entry.forms.length && entry.forms[k] === forms[i + k] && gaps[i + k] === JOINED) k++;
    if (k === entry.forms.length) return entry;
  }
  return undefined;
}

function entryAt(scan: Scan, i: number): Entry | undefined {
  return entryIn(scan, LEXICON.get(scan.tokens.forms[i]) ?? [], i);
}

/** Text between token `i` and the one before it. */
function before({ prose, tokens }: Scan, i: number): string {
  const from = i > 0 ? tokens.ends[i - 1] : 0;
  const to = i < tokens.count ? tokens.starts[i] : prose.length;
  if (to === from + 1 && prose.charCodeAt(from) === 32) return ' ';
  const gap = prose.slice(from, to);
  return gap.includes('\u2060') ? gap.replaceAll('\u2060', '') : gap;
}

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

/** "Rafi and Zoya's dad": where the first of the owners stands. */
function ownersFrom({ prose, tokens }: Scan, from: number): number {
  if (tokens.forms[from - 1] !== 'and' || tokens.gaps[from] !== JOINED) return from;
  return nameBefore(prose, tokens, from - 1)?.from ?? from;
}

function readRole(scan: Scan, role: Role): void {
  const { prose, tokens } = scan;
  const { entry, from, to, owned } = role;
  const left = before(scan, from);
  const right = before(scan, to);
  const plain = left === ' ' && right === ' ';
  const closed = (!plain && CLOSES.test(right)) || GOES_ON.has(tokens.forms[to]);
  const service = entry.sort === 'service';
  const phrase = entry.forms.length > 1 || entry.sort === 'role';

  if (from > 0 && closed && /\(\s*["“'‘]?$/u.test(left)) give(scan, nameBefore(prose, tokens, from), role, 'name');
  else if (from > 0 && closed && left !== ' ' && /^,\s+$/u.test(left) && !service) {
    const name = nameBefore(prose, tokens, from);
    if (name && (owned ? !isOwner(scan, name, from) : entry.sort === 'role' && !entry.plural && (name.words > 1 || name.titled))) give(scan, name, role, 'name');
  } else if (from > 1 && closed && tokens.gaps[from] === JOINED && ['is', 'was', 'are'].includes(tokens.forms[from - 1]) && (owned || entry.plural) && !service) {
    give(scan, nameBefore(prose, tokens, from - 1), role, 'name');
  } else if (from > 3 && tokens.forms[from - 1] === 'and' && tokens.forms[from - 3] === 'are' && LEXICON.has(tokens.forms[from - 2]) && closed) {
    give(scan, nameBefore(prose, tokens, from - 3), { ...role, entry: { ...entry, plural: true } }, 'name'); // "Jade and Lewis are mum and dad."
  } else if (service && from > 1 && ['at', 'from'].includes(tokens.forms[from - 1])) {
    const name = nameBefore(prose, tokens, from - 1);
    if (name?.titled || (tokens.forms[from - 1] === 'from' && !PLACES_FOR_CHILDREN.has(entry.forms[0]))) give(scan, name, role, name?.titled ? 'name' : 'likely');
  }
  if (service) return;

  if (right !== ' ' && /^\s*\(\s*$/u.test(right)) readNames(scan, to, entry.groups, 'brackets');
  else if (right !== ' ' && /^\s*[:=]\s*$/u.test(right) && (from === 0 || /[\n\u2029.:;,(|–—]|\s{2}/u.test(left))) readNames(scan, to, entry.groups, right.includes('=') ? 'equals' : 'colon');
  else if (right !== ' ' && /^,\s+$/u.test(right) && (owned || phrase) && !entry.plural) {
    const name = nameFrom(prose, tokens, to);
    if (name && /^,\s+$/u.test(before(scan, name.to)) && tokens.forms[name.to] !== 'and' && !isCapital(prose, tokens.starts[name.to] ?? 0)) say(scan, name, entry.groups, 'name');
  } else if (tokens.gaps[to] === JOINED && !entry.plural && !TITLES.has(tokens.forms[to - 1]) && (owned || phrase || KIN_TITLES.has(tokens.forms[to - 1]))) {
    const name = isCapital(prose, tokens.starts[to] ?? 0) ? nameFrom(prose, tokens, to) : null;
    if (name && !(owned && TELLING.has(tokens.forms[from - 1]))) say(scan, name, entry.groups, 'name');
  }
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

function say(scan: Scan, name: NameRun, groups: number, says: Hint['says']): void {
  scan.hints.push({ says, name: name.name, groups });
}

/** "Children: Amber (10), Kian (7) and Skye (2)"; "Mum = Gemma". A lone word after a colon may be no name at all. */
function readNames(scan: Scan, start: number, groups: number, after: 'colon' | 'equals' | 'brackets'): void {
  const { prose, tokens } = scan;
  const found: NameRun[] = [];
  let bracketed = false;
  for (let at = start; at < tokens.count && found.length < 20;) {
    const name = nameFrom(prose, tokens, at);
    if (!name || name.from !== at) break;
    at = name.to;
    let gap = before(scan, at);
    if (/^\s*\(/u.test(gap)) {
      bracketed = true;
      for (let steps = 0; steps < 12 && at < tokens.count && !gap.includes(')'); steps++) gap = before(scan, ++at);
      gap = gap.slice(gap.indexOf(')') + 1);
    }
    const and = tokens.forms[at] === 'and' || tokens.forms[at] === '&' || tokens.forms[at] === '/';
    if (at < tokens.count && !and && /^\s*$/u.test(gap) && tokens.gaps[at] === JOINED) break; // "Dad: Happy to help"
    found.push(name);
    if (and) at++;
    else if (!/^\s*[,;]\s*$/u.test(gap)) break;
  }
  const sure = after !== 'colon' || bracketed || found.length > 1;
  for (const name of found) say(scan, name, groups, sure || name.words > 1 ? 'name' : 'likely');
}

function readLabel(scan: Scan, i: number): void {
  const { forms, gaps } = scan.tokens;
  if (i > 0 && !/[\n\u2029.;|*_–—]|\s{2}/u.test(before(scan, i))) return;
  for (let length = 1, label = forms[i]; length <= 3; length++) {
    const groups = LABELS.get(label);
    const gap = before(scan, i + length);
    if (groups !== undefined && (/^\s*:\s*$/u.test(gap) || (label.endsWith(' by') && gaps[i + length] === JOINED))) return readNames(scan, i + length, groups, 'colon');
    if (i + length >= forms.length || gaps[i + length] !== JOINED) return;
    label += ` ${forms[i + length]}`;
  }
}

/** "Ruby (4)", "Rafi (7 weeks)", "Leo (aged 9)". "Visits (3)" is no child, so a lone number at the start of a block is only likely. */
function readAge(scan: Scan, i: number): void {
  const { prose, tokens } = scan;
  if (!/^\d{1,2}$/u.test(tokens.forms[i]) || (Number(tokens.forms[i]) > 17 && !/^(?:weeks|wks|months|mths|days)$/u.test(tokens.forms[i + 1] ?? ''))) return;
  const aged = tokens.forms[i - 1] === 'aged' || tokens.forms[i - 1] === 'age';
  const at = aged ? i - 1 : i;
  const unit = AGE_UNITS.has(tokens.forms[i + 1]) && tokens.gaps[i + 1] === JOINED;
  const open = before(scan, at);
  if (at === 0 || !(/^\s*\($/u.test(open) || (aged && /^,\s+$/u.test(open))) || !/^\s*[),]|^\s*$/u.test(before(scan, unit ? i + 2 : i + 1))) return;
  const name = nameBefore(prose, tokens, at);
  if (!name) return;
  const inList = /^(?:\)?,\s+| )$/u.test(before(scan, name.from)) && name.from > 0;
  say(scan, name, FAMILY | CHILD, aged || unit || inList ? 'name' : 'likely');
}

/** "Mr Yardley at school" is read where the service stands; "Dr Whitlock" and "PC Lyle" show it by their title. */
function readTitled(scan: Scan, i: number, groups: number): void {
  const name = groups & ~(HE | SHE) ? nameFrom(scan.prose, scan.tokens, i) : null;
  if (name?.titled && name.from === i) say(scan, name, groups, 'name');
}

/** "Dear Maya," opens a letter to her. */
function readReader(scan: Scan): void {
  const name = nameFrom(scan.prose, scan.tokens, 1);
  if (name && name.from === 1 && /^\s*(?:,|$)/u.test(before(scan, name.to))) say(scan, name, 0, 'reader');
}

function readCell(scan: Scan): void {
  const { prose, tokens } = scan;
  const entry = tokens.count > 0 ? entryAt(scan, tokens.count > 1 && leadsToPerson(tokens.forms[0]) ? 1 : 0) : undefined;
  const label = LABELS.get(tokens.forms.join(' '));
  if (label !== undefined) scan.hints.push({ says: 'role-cell', name: '', groups: label });
  else if (entry && entry.sort !== 'nobody' && entry.forms[entry.forms.length - 1] === tokens.forms[tokens.count - 1] && tokens.count <= entry.forms.length + 1) {
    if ((entry.groups & SERVICE) === 0) scan.hints.push({ says: 'role-cell', name: '', groups: entry.groups });
  } else if (tokens.count > 0 && isCapital(prose, tokens.starts[0])) {
    const held = scan.hints.length;
    readNames(scan, 0, 0, 'equals');
    for (let i = held; i < scan.hints.length; i++) scan.hints[i] = { ...scan.hints[i], says: 'name-cell' };
  }
}
