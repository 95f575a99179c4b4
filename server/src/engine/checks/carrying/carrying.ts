/**
 * Who carries the work of a plan: whether nearly all of it is the family's with nobody to help, whether help stands
 * beside each ask (asks.ts), and whether the person who did the harm is asked for anything. It does not judge single
 * actions (action/), and keeps quiet where it cannot tell who somebody is.
 */
import type { CheckSpec } from '../../rule.js';
import { CHILD, FAMILY, findPeople, NOBODY, PROFESSIONAL, SERVICE, type People } from '../../people/people.js';
import { readable } from '../../words/readable.js';
import { JOINED, tokenize } from '../../words/tokens.js';
import { headingsKey, headingsOf, type Headings } from '../action/headings.js';
import { readActions, type PlacedAction } from '../action/reading.js';
import { PERSON } from '../action/words.js';
import { cueAt, cueReader, textOf, type Cues } from '../cue-phrases.js';
import { saying, type NoteCheck, type NoteRaised, type NoteView } from '../note-view.js';
import { asksAlone, readAskWords, type AskWords } from './asks.js';

export const CARRYING_KEYS = ['part', 'action-headings', 'decision-headings', 'not-headings', 'at-least', 'harm', 'asks', 'help', 'not', 'help-headings', 'help-columns', 'not-beside', 'say', 'say-many', 'ask'] as const;

export function carryingCheck(spec: CheckSpec): NoteCheck {
  const key = `carried ${headingsKey(spec)}`;
  let headings: Headings | null = null;
  const least = Number(textOf(spec['at-least'])) || 4;
  const ask = textOf(spec['ask']);
  const part = textOf(spec['part']);
  let harm: Cues | null = null;
  let asking: AskWords | null = null;
  // What is owned stays as it is while its words do, and who is who.
  const before = new WeakMap<PlacedAction['words'], Known>();
  return (view) => {
    if (view.type === null || view.template) return [];
    const owned = view.once(key, () => readActions(view, (headings ??= headingsOf(spec))).flatMap((action) => remembered(action, view.people, before)));
    const known = owned.filter(({ groups }) => groups !== 0);
    const raised = (said: string, at = owned[0].action): readonly NoteRaised[] => [{ ...placeOf(at), ...saying(said, ask) }];
    const theirs = known.length >= least && isTheirs(known);
    if (part === 'share') return theirs ? raised(textOf(spec['say'])) : [];
    if (part === 'asks') {
      // Where the whole plan is theirs, that is said of the whole.
      const alone = theirs || owned.length === 0 ? [] : asksAlone(view, owned, (asking ??= readAskWords(spec)));
      const say = textOf(spec[alone.length === 1 ? 'say' : 'say-many']).replaceAll('{count}', String(alone.length));
      const [first, ...or] = alone.flatMap(({ action }) => raised(say.replaceAll('{match}', () => asWritten(view, action)), action));
      const notBeside = textOf(spec['not-beside']);
      return first === undefined ? [] : [notBeside === '' ? first : { ...first, notBeside, or }];
    }
    if (owned.length < least) return [];
    const doer = unasked(view, owned, (harm ??= cueReader(spec)(spec['harm'])));
    return doer === null ? [] : raised(textOf(spec['say']).replaceAll('{match}', () => doer));
  };
}

/** Whether the family carries nearly all of it, and nobody who works with them anything. */
function isTheirs(known: readonly Owned[]): boolean {
  const alone = known.filter(({ groups, helped }) => (groups & FAMILY) !== 0 && (groups & (PROFESSIONAL | SERVICE)) === 0 && !helped).length;
  const ours = known.some(({ groups }) => (groups & (PROFESSIONAL | SERVICE)) !== 0);
  return !ours && alone * 3 > known.length * 2;
}

/** An action, and whose it is. */
export interface Owned {
  readonly action: PlacedAction;
  /** As the record has it. */
  readonly owner: string;
  readonly groups: number;
  /** Somebody who works with the family is named in what is to be done. */
  readonly helped: boolean;
}

interface Known {
  readonly people: string;
  readonly owner: PlacedAction['owner'];
  readonly owned: Omit<Owned, 'action'> | null;
}

function remembered(action: PlacedAction, people: People, known: WeakMap<PlacedAction['words'], Known>): readonly Owned[] {
  const before = known.get(action.words);
  const now = before?.people === people.key && before.owner === action.owner ? before : { people: people.key, owner: action.owner, owned: ownedBy(action, people) };
  known.set(action.words, now);
  return now.owned === null ? [] : [{ ...now.owned, action }];
}

/** Null where the action says nobody; `groups` is 0 for a name that nothing is known of. */
function ownedBy({ owner, words }: PlacedAction, people: People): Known['owned'] {
  const said = owner !== null && owner.plain !== '' ? owner.plain : words.said.startsWith(PERSON) ? words.names[0] ?? '' : LABELLED.exec(words.plain)?.[1] ?? '';
  const groups = groupsOf(said, people);
  const done = said === owner?.plain ? words.plain : words.plain.slice(said.length);
  return groups === 0 && !NAMES.test(said) ? null : { owner: said, groups, helped: isHelped(done, people) };
}

/** "Tracey: change the locks". */
const LABELLED = /^(\p{Lu}[\p{L}’'-]+): /u;

/** "With Priti", "and the nurse": school as a place to go to is no help. */
function isHelped(text: string, people: People): boolean {
  const tokens = tokenize(text);
  return findPeople(tokens, people, NOBODY, text).edges.some(({ from, groups }) => (groups & (PROFESSIONAL | SERVICE)) !== 0 && from > 0 && HELPS.has(tokens.forms[from - 1]));
}

const HELPS = new Set(['with', 'and', 'by', 'from', 'while']);

function groupsOf(text: string, people: People): number {
  return text === '' ? 0 : findPeople(tokenize(text), people, NOBODY, text).edges.reduce((all, { groups }) => all | groups, 0);
}

function asWritten(view: NoteView, action: PlacedAction): string {
  const { start, end } = placeOf(action);
  return readable(view.note.text.slice(start, end)).replace(/[.;,\s]+$/u, '');
}

function placeOf({ block, words }: PlacedAction): { readonly start: number; readonly end: number } {
  const line = /[\n\u2029]/u.exec(block.content.prose.slice(words.from, words.to));
  return { start: block.start + words.from, end: block.start + (line ? words.from + line.index : words.to) };
}

/** Somebody known by name who did harm and is asked for nothing, while another grown-up of the family is asked for several things. */
function unasked(view: NoteView, owned: readonly Owned[], harm: Cues): string | null {
  // "Dad", "both" or "the family" may well be the one who is meant.
  if (owned.some(({ owner, groups }) => (groups & FAMILY) !== 0 && (groups & CHILD) === 0 && !NAMES.test(owner))) return unaskedBeside(view, owned, harm);
  const counts = new Map<string, number>();
  for (const { owner, groups } of owned) if ((groups & FAMILY) !== 0 && (groups & CHILD) === 0) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  if (![...counts.values()].some((count) => count >= SEVERAL)) return unaskedBeside(view, owned, harm);
  const asked = owned.map(({ owner, action }) => `${owner} ${action.words.plain}`).join(' ').toLowerCase();
  for (const block of view.note.blocks) {
    const { tokens, people } = view.detail(block);
    for (const { from, to, groups, possessive } of people) {
      if (possessive || (groups & FAMILY) === 0 || (groups & CHILD) !== 0 || cueAt(harm, tokens, to) === 0) continue;
      const name = block.content.prose.slice(tokens.starts[from], tokens.ends[to - 1]);
      if (NAMES.test(name) && !ROLES.test(name) && !asked.includes(name.toLowerCase().split(' ')[0])) return name;
    }
  }
  return unaskedBeside(view, owned, harm);
}

/** "Wayne punched Tracey", where Tracey is asked for several things and nobody else who may be Wayne is asked for anything. */
function unaskedBeside(view: NoteView, owned: readonly Owned[], harm: Cues): string | null {
  const theirs = owned.filter(({ groups }) => (groups & (PROFESSIONAL | SERVICE | CHILD)) === 0).map(({ owner }) => firstWord(owner));
  const asked = owned.map(({ action }) => action.words.plain.toLowerCase()).join('\n');
  for (const block of view.note.blocks) {
    const { tokens, people } = view.detail(block);
    const named = (from: number, to: number): string => block.content.prose.slice(tokens.starts[from], tokens.ends[to - 1]);
    for (let i = 1; i + 1 < tokens.count; i++) {
      const end = cueAt(harm, tokens, i);
      if (end === 0 || tokens.gaps[i] !== JOINED || end >= tokens.count || tokens.gaps[end] !== JOINED) continue;
      const doer = people.find((edge) => edge.to === i && !edge.possessive);
      const hurt = people.find((edge) => edge.from === end && !edge.possessive);
      if (doer && (doer.groups & (PROFESSIONAL | SERVICE | CHILD)) !== 0) continue;
      const name = named(doer?.from ?? i - 1, i);
      const other = firstWord(named(end, hurt?.to ?? end + 1));
      const alone = theirs.length >= SEVERAL && theirs.every((owner) => owner === other);
      if (alone && NAMES.test(name) && !/^(?:He|She|They|Who|And|It)\b/.test(name) && firstWord(name) !== other && !ASKED.some((word) => asked.includes(`${firstWord(name)} ${word} `))) return name;
    }
  }
  return null;
}

const ASKED = ['to', 'will', 'has', 'is'];

function firstWord(text: string): string {
  return /[\p{L}]+/u.exec(text.toLowerCase())?.[0] ?? '';
}

/** Things asked of one person. */
const SEVERAL = 2;
const NAMES = /^\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*$/u;
const ROLES = /^(?:mum|mam|mother|dad|father|parents?|nan|gran|grandma|grandad|stepdad|he|she|they|both|partner|uncle|aunt|auntie|aunty)\b/i;
