/**
 * What one block shows about who somebody is: "Kayleigh Dunmore (mum)", "Mum = Gemma", "Ruby (4)", "Tom Raistrick,
 * social worker". Pure per block, so that a caller may keep the answer. It does not weigh one block against another.
 */
import type { Content } from '../note/note.js';
import { CHILD, leadsToPerson, FAMILY, HE, PROFESSIONAL, SERVICE, SHE } from './lexicon.js';
import { initialled, nameBefore, nameFrom } from './names.js';
import { startWatch, watchName, watchPronoun, watchRole, watchSentence } from './watch.js';
import { WORDS } from './words.js';
import { readRoleAt } from './roles.js';
import { before, entryAt, entryIn, readNames, say, type Scan } from './scan.js';
import { MONTH } from '../words/dates.js';
import { isCapital, isFigure, isLetterOrDigit } from '../words/letters.js';
import { JOINED, STOP, tokenize, type Tokens } from '../words/tokens.js';

/** Something a block shows. Names are as they stand in it. */
export interface Hint {
  /**
   * `name`: this person is of these groups. `likely`: so it seems; it counts if the name stands elsewhere in the note too.
   * `role-cell`, `name-cell`: a table cell that is nothing but a role or a name; the pair of them says who it is.
   * `reader`: a letter speaks to them ("Dear Maya,").
   * `initials`: letters that stand for somebody of these groups ("Kwame Asante (KA, family support)").
   * `gender`: one "he" or "she" that can only mean this first name.
   */
  readonly says: 'name' | 'likely' | 'initials' | 'role-cell' | 'name-cell' | 'gender' | 'reader';
  readonly name: string;
  readonly groups: number;
}

// Labels before a colon that are not themselves words for people.
const LABELS: ReadonlyMap<string, number> = new Map([
  ...['written by', 'recorded by', 'completed by', 'prepared by', 'visit by', 'seen by', 'author', 'chair', 'chaired by', 'report by', 'assessed by', 'case holder', 'allocated to', 'duty', 'tm', 'sw', 'worker name', 'social worker name'].map((label): [string, number] => [label, PROFESSIONAL]),
  ...["child 's name", 'name of child', 'childs name', 'child name', 'about', 'subject', 're', 'child discussed', 'children discussed', 'young person discussed'].map((label): [string, number] => [label, FAMILY | CHILD]),
  ...['mum and dad', 'mother and father', 'family discussed', 'families discussed', 'household', 'parents and carers'].map((label): [string, number] => [label, FAMILY]),
]);
const LABEL_FIRST: ReadonlySet<string> = new Set([...LABELS.keys()].map((label) => label.split(' ')[0]));
const AGE_UNITS = new Set(['weeks', 'week', 'wks', 'months', 'month', 'mths', 'days', 'years', 'year', 'yrs', 'yo', 'y']);
const LABELLED = /:| by /u;
const NOTHING: readonly Hint[] = [];

/** Total; linear. A block without a capital letter says nothing. `known` spares the work of finding the block's words anew. */
export function peopleIn(content: Content, known?: Tokens): readonly Hint[] {
  const { prose } = content;
  if (!mayName(prose)) return NOTHING;
  const scan: Scan = { prose, tokens: known ?? tokenize(prose), hints: [] };
  const { count, forms, starts, gaps } = scan.tokens;
  const watch = startWatch();
  const labelled = LABELLED.test(prose);
  const bracketed = prose.includes('(');
  let past = 0;
  for (let i = 0; i < count; i++) {
    if (gaps[i] === STOP) watchSentence(watch);
    const code = prose.charCodeAt(starts[i]);
    if (isFigure(code)) {
      readAge(scan, i);
      continue;
    }
    const form = forms[i];
    const word = WORDS.get(form);
    if (word === undefined) {
      if (bracketed && form.length === 2) readInitials(scan, i);
      if (code < 97 ? code >= 65 : code > 127 && isCapital(prose, starts[i])) watchName(watch, prose, scan.tokens, i);
      if (labelled && LABEL_FIRST.has(form)) readLabel(scan, i);
      else if (form === 'dear' && i === 0) readReader(scan);
      continue;
    }
    if (word.pronoun) watchPronoun(watch, word.pronoun, i, scan.tokens, scan.hints);
    if (labelled && LABEL_FIRST.has(form)) readLabel(scan, i);
    if (i < past) continue;
    const entry = word.entries.length > 0 ? entryIn(scan, word.entries, i) : undefined;
    if (entry) {
      past = i + entry.forms.length;
      watchRole(watch);
      if (entry.sort !== 'nobody') readRoleAt(scan, i, entry);
    }
    if (word.title >= 0) readTitled(scan, i, word.title);
  }
  if (content.cell) readCell(scan);
  else if (content.kind === 'heading') readTitle(scan);
  return scan.hints.length === 0 ? NOTHING : scan.hints;
}

/** Whether a capital stands in it before a letter or an apostrophe. */
function mayName(prose: string): boolean {
  for (let at = 0; at + 1 < prose.length; at++) {
    if (isCapital(prose, at) && (isLetterOrDigit(prose, at + 1) || prose[at + 1] === "'" || prose[at + 1] === '’')) return true;
  }
  return false;
}

function readLabel(scan: Scan, i: number): void {
  const { forms, gaps } = scan.tokens;
  if (i > 0 && !/[\n\u2029.;|*_–—]|\s{2}/u.test(before(scan, i))) return;
  for (let length = 1, label = forms[i]; length <= 3; length++) {
    const groups = LABELS.get(label);
    const gap = before(scan, i + length);
    if (label === 're' && !datedBirth(scan, i + length)) return;
    if (groups !== undefined && (/^\s*:\s*$/u.test(gap) || (label.endsWith(' by') && gaps[i + length] === JOINED))) return readNames(scan, i + length, groups, 'colon');
    if (i + length >= forms.length || gaps[i + length] !== JOINED) return;
    label += ` ${forms[i + length]}`;
  }
}

/** "Re: Tyler Dunmore DOB 3/4/2015" is a child; "Re: Core Group" is not. */
function datedBirth({ prose, tokens }: Scan, from: number): boolean {
  const name = nameFrom(prose, tokens, from);
  return name !== null && name.words > 1 && (tokens.forms[name.to] === 'dob' || tokens.forms[name.to] === 'born');
}

/** "Ruby (4)", "Rafi (7 weeks)", "Leo (aged 9)". "Visits (3)" is no child, so a lone number at the start of a block is only likely. */
function readAge(scan: Scan, i: number): void {
  const { prose, tokens } = scan;
  if (!/^\d{1,2}$/u.test(tokens.forms[i])) return;
  if (Number(tokens.forms[i]) > 17 && !/^(?:weeks|wks|months|mths|days)$/u.test(tokens.forms[i + 1] ?? '')) return readGrownUp(scan, i);
  if (tokens.gaps[i + 1] === JOINED && DAY_OF.test(tokens.forms[i + 1])) return;
  const aged = tokens.forms[i - 1] === 'aged' || tokens.forms[i - 1] === 'age';
  const at = aged ? i - 1 : i;
  const unit = AGE_UNITS.has(tokens.forms[i + 1]) && tokens.gaps[i + 1] === JOINED;
  const open = before(scan, at);
  if (at === 0 || !(/^\s*\($/u.test(open) || (/^,?\s+$/u.test(open) && (aged ? open[0] === ',' : isListed(scan, at)))) || !/^\s*[),]|^\s*$/u.test(before(scan, unit ? i + 2 : i + 1))) return;
  const name = nameBefore(prose, tokens, at);
  if (!name) return;
  const inList = /^(?:\)?[,;]\s+| )$/u.test(before(scan, name.from)) && name.from > 0;
  say(scan, name, FAMILY | CHILD, aged || unit || inList || !open.includes('(') || isListed(scan, at) ? 'name' : 'likely');
}

/** "Completed 14 March". */
const DAY_OF = new RegExp(`^${MONTH}$`, 'i');

/** "Name: Zayn Mirza, 17", "Family: Jo Hill (31), Tyler 11, Blu 2": on a line of those whom the record is about. */
function isListed({ prose, tokens }: Scan, at: number): boolean {
  const line = prose.slice(Math.max(0, tokens.starts[at] - LISTED_WITHIN), tokens.starts[at]);
  return LISTED.test(line.slice(Math.max(line.lastIndexOf('\n'), line.lastIndexOf('\u2029')) + 1));
}

const LISTED_WITHIN = 160;
const LISTED = /^[\s\u2060]*(?:name|full name|family|family members|children|household|siblings|young pe(?:rson|ople)|who (?:it|this) is for|about)\s*:/i;

/** "Jade Tattersall (19)": nobody writes a worker's age. */
function readGrownUp(scan: Scan, i: number): void {
  if (!/^\s*\($/u.test(before(scan, i)) || !/^\s*[),]/u.test(before(scan, i + 1)) || Number(scan.tokens.forms[i]) > 90) return;
  const name = nameBefore(scan.prose, scan.tokens, i);
  if (name && name.words > 1 && !name.titled) say(scan, name, FAMILY, 'name');
}

/** "Mr Yardley at school" is read where the service stands; "Dr Whitlock" and "PC Lyle" show it by their title. */
function readTitled(scan: Scan, i: number, groups: number): void {
  const name = groups & ~(HE | SHE) ? nameFrom(scan.prose, scan.tokens, i) : null;
  if (name?.titled && name.from === i) say(scan, name, groups, 'name');
}

/** "Kwame Asante (KA, family support)". */
function readInitials(scan: Scan, i: number): void {
  const found = initialled(scan, i);
  if (found) scan.hints.push({ says: 'initials', name: found.letters, groups: 0 });
}

/** "Dear Maya," opens a letter to her; "Dear Maya and Leo," speaks to nobody by "you" alone. */
function readReader(scan: Scan): void {
  const name = nameFrom(scan.prose, scan.tokens, 1);
  if (name && name.from === 1 && /^\s*(?:,|$)/u.test(before(scan, name.to)) && scan.tokens.forms[name.to] !== 'and') say(scan, name, 0, 'reader');
}

/** "Review: Lola Finch", "Child in need plan for Emeka and Adaeze Nwosu": whose record it is, if the note speaks of them again. */
function readTitle(scan: Scan): void {
  const { prose, tokens } = scan;
  const title = TITLE.exec(prose);
  if (!title || GROWN_UP.test(prose)) return;
  let at = tokens.starts.findIndex((start) => start >= title[0].length);
  for (let found = 0; at > 0 && at < tokens.count && found < 6; found++) {
    const name = nameFrom(prose, tokens, at);
    if (!name || name.from !== at || name.titled || tokens.forms[name.to] === 'family' || tokens.forms[name.to] === "'s") return;
    scan.hints.push({ says: 'likely', name: name.name.split(' ')[0], groups: FAMILY | CHILD });
    at = name.to + (tokens.forms[name.to] === 'and' || tokens.forms[name.to] === '&' ? 1 : 0);
  }
}

const TITLE = /^[\s\u2060]*(?:[A-Za-z'’-]+ ){0,5}(?:(?:review|plan|visit)(?: (?:for|of|about|with|to|on)\b|\s?:|\s?[–—,]| -)|assessment:)\s+(?=\p{Lu})/iu;
/** Whose record it may be instead. */
const GROWN_UP = /\b(?:parent(?:ing)?|carers?|foster|adult|mother|father|mum|dad|viability|kinship|guardian(?:ship)?|supervision|household|school|nursery|court|annual|medical|team|look after|care for|family)\b/i;

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
