/**
 * Who carries the work of a plan: whether nearly all of it is the family's with nobody to help, whether help stands
 * beside each ask (asks.ts), and whether the person who did the harm is asked for anything. It does not judge single
 * actions (action/), and keeps quiet where it cannot tell who somebody is.
 */
import { moved, type Span } from '../../finding.js';
import type { Block } from '../../note/note.js';
import type { CheckSpec } from '../../rule.js';
import { CHILD, FAMILY, findPeople, NOBODY, PROFESSIONAL, SERVICE, type People } from '../../people/people.js';
import { readable } from '../../words/readable.js';
import { JOINED, tokenize } from '../../words/tokens.js';
import { headingsKey, headingsOf, type Headings } from '../action/headings.js';
import { actionsBySection, isCounted, type Action } from '../action/reading.js';
import { PERSON } from '../action/words.js';
import { cueAt, cueReader, textOf, type Cues } from '../cue-phrases.js';
import { saying, type BlockDetail, type NoteCheck, type NoteRaised, type NoteView } from '../note-view.js';
import type { ReadOnce } from '../read-once.js';
import { asksAlone, hasPlaceForHelp, readAskWords, type AskWords } from './asks.js';

export const CARRYING_KEYS = ['part', 'action-headings', 'decision-headings', 'not-headings', 'at-least', 'harm', 'asks', 'help', 'not', 'help-headings', 'help-columns', 'not-beside', 'say', 'say-many', 'ask'] as const;

export function carryingCheck(spec: CheckSpec, readOnce: ReadOnce): NoteCheck {
  const name = readOnce.nameOf(spec);
  const headed = headingsKey(spec, readOnce);
  const keys = { all: `carried ${headed}`, 'not in passing': `carried but for what passes ${headed}`, harm: `harm ${name}`, filled: `help headings ${name}`, said: `carrying ${name}` };
  let headings: Headings | null = null;
  const least = Number(textOf(spec['at-least'])) || 4;
  const ask = textOf(spec['ask']);
  const part = textOf(spec['part']);
  let harm: Cues | null = null;
  let asking: AskWords | null = null;
  return (view) => {
    if (view.type === null || view.template) return [];
    const { bySection, counts, elsewhere } = actionsBySection(view, (headings ??= readOnce.of(spec, headingsOf)));
    const { people } = view;
    const all = view.ofSections(keys[counts], ({ section }) => bySection[section].flatMap((action) => (isCounted(action, counts) ? ownedBy(action, people) : [])), elsewhere);
    const held = all.flatMap((those, section) => (those.length > 0 ? [section] : []));
    if (held.length === 0) return [];
    // What else than the plan's own sections tells.
    const harmed = part === 'share' || part === 'asks' ? null : view.someBlocks(keys.harm, (block, detail) => harmIn(block, detail, (harm ??= cueReader(spec)(spec['harm']))));
    const helped = part === 'asks' && hasPlaceForHelp(view, (asking ??= readAskWords(spec)), keys.filled);
    const asRead = view.asRead();
    const raised = view.whileSame(keys.said, [counts, elsewhere, harmed, helped, ...held.flatMap((section) => [section, asRead[section]])], (): readonly Raised[] => {
      const owned = held.flatMap((section) => all[section].map((one): Owned => ({ ...one, section })));
      const known = owned.filter(({ groups }) => groups !== 0);
      const saidOf = (said: string, { section, action } = owned[0]): Raised => ({ section, ...moved(placeOf(view, section, action), -view.note.sections[section].start), ...saying(said, ask) });
      const theirs = known.length >= least && isTheirs(known);
      if (part === 'share') return theirs ? [saidOf(textOf(spec['say']))] : [];
      if (part === 'asks') {
        // Where the whole plan is theirs, that is said of the whole.
        const alone = theirs || helped || asking === null ? [] : asksAlone(view, owned, asking);
        const say = textOf(spec[alone.length === 1 ? 'say' : 'say-many']).replaceAll('{count}', String(alone.length));
        return alone.map((one) => saidOf(say.replaceAll('{match}', () => asWritten(view, one)), one));
      }
      const doer = owned.length < least || harmed === null ? null : unasked(owned, [...harmed.values()]);
      return doer === null ? [] : [saidOf(textOf(spec['say']).replaceAll('{match}', () => doer))];
    });
    const [first, ...or] = raised.map(({ section, ...one }): NoteRaised => moved(one, view.note.sections[section].start));
    const notBeside = textOf(spec['not-beside']);
    return first === undefined ? [] : [notBeside === '' ? first : { ...first, notBeside, or }];
  };
}

/** Offsets from its section's start. */
interface Raised extends NoteRaised {
  readonly section: number;
}

/** Whether the family carries nearly all of it, and nobody who works with them anything. */
function isTheirs(known: readonly Owned[]): boolean {
  const alone = known.filter(({ groups, helped }) => (groups & FAMILY) !== 0 && (groups & (PROFESSIONAL | SERVICE)) === 0 && !helped).length;
  const ours = known.some(({ groups }) => (groups & (PROFESSIONAL | SERVICE)) !== 0);
  return !ours && alone * 3 > known.length * 2;
}

/** An action, and whose it is. */
export interface Owned {
  readonly section: number;
  readonly action: Action;
  /** As the record has it. */
  readonly owner: string;
  readonly groups: number;
  /** Somebody who works with the family is named in what is to be done. */
  readonly helped: boolean;
}

/** None where the action says nobody; `groups` is 0 for a name that nothing is known of. */
function ownedBy(action: Action, people: People): readonly Omit<Owned, 'section'>[] {
  const { owner, words } = action;
  const said = owner !== null && owner.plain !== '' ? owner.plain : words.said.startsWith(PERSON) ? words.names[0] ?? '' : LABELLED.exec(words.plain)?.[1] ?? '';
  const groups = groupsOf(said, people);
  const done = said === owner?.plain ? words.plain : words.plain.slice(said.length);
  return groups === 0 && !NAMES.test(said) ? [] : [{ action, owner: said, groups, helped: isHelped(done, people) }];
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

function asWritten(view: NoteView, { section, action }: Owned): string {
  const { start, end } = placeOf(view, section, action);
  return readable(view.note.text.slice(start, end)).replace(/[.;,\s]+$/u, '');
}

function placeOf(view: NoteView, section: number, { at, words, content }: Action): Span {
  const { start } = view.parts()[section].blocks[at];
  const line = /[\n\u2029]/u.exec(content.prose.slice(words.from, words.to));
  return { start: start + words.from, end: start + (line ? words.from + line.index : words.to) };
}

/** Harm that a block tells of. */
interface Harm {
  /** Grown-ups of the family who are said to have done it, as written. */
  readonly by: readonly string[];
  /** Who did it to whom, whoever they are, but for those who work with the family, and children: as written, and the first word. */
  readonly to: readonly { readonly name: string; readonly other: string }[];
}

function harmIn({ content: { prose } }: Block, { tokens, people }: BlockDetail, harm: Cues): Harm | null {
  const named = (from: number, to: number): string => prose.slice(tokens.starts[from], tokens.ends[to - 1]);
  const by = people.filter(({ to, groups, possessive }) => !possessive && (groups & FAMILY) !== 0 && (groups & CHILD) === 0 && cueAt(harm, tokens, to) > 0).map(({ from, to }) => named(from, to));
  const to: { name: string; other: string }[] = [];
  for (let i = 1; i + 1 < tokens.count; i++) {
    const end = cueAt(harm, tokens, i);
    if (end === 0 || tokens.gaps[i] !== JOINED || end >= tokens.count || tokens.gaps[end] !== JOINED) continue;
    const doer = people.find((edge) => edge.to === i && !edge.possessive);
    const hurt = people.find((edge) => edge.from === end && !edge.possessive);
    if (!doer || (doer.groups & (PROFESSIONAL | SERVICE | CHILD)) === 0) to.push({ name: named(doer?.from ?? i - 1, i), other: firstWord(named(end, hurt?.to ?? end + 1)) });
  }
  return by.length === 0 && to.length === 0 ? null : { by, to };
}

/** Somebody known by name who did harm and is asked for nothing, while another grown-up of the family is asked for several things. */
function unasked(owned: readonly Owned[], harm: readonly Harm[]): string | null {
  // "Dad", "both" or "the family" may well be the one who is meant.
  if (owned.some(({ owner, groups }) => (groups & FAMILY) !== 0 && (groups & CHILD) === 0 && !NAMES.test(owner))) return unaskedBeside(owned, harm);
  const counts = new Map<string, number>();
  for (const { owner, groups } of owned) if ((groups & FAMILY) !== 0 && (groups & CHILD) === 0) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  if (![...counts.values()].some((count) => count >= SEVERAL)) return unaskedBeside(owned, harm);
  const asked = owned.map(({ owner, action }) => `${owner} ${action.words.plain}`).join(' ').toLowerCase();
  const found = harm.flatMap(({ by }) => by).find((name) => NAMES.test(name) && !ROLES.test(name) && !asked.includes(name.toLowerCase().split(' ')[0]));
  return found ?? unaskedBeside(owned, harm);
}

/** "Wayne punched Tracey", where Tracey is asked for several things and nobody else who may be Wayne is asked for anything. */
function unaskedBeside(owned: readonly Owned[], harm: readonly Harm[]): string | null {
  const theirs = owned.filter(({ groups }) => (groups & (PROFESSIONAL | SERVICE | CHILD)) === 0).map(({ owner }) => firstWord(owner));
  if (theirs.length < SEVERAL || theirs.some((owner) => owner !== theirs[0])) return null;
  const asked = owned.map(({ action }) => action.words.plain.toLowerCase()).join('\n');
  const found = harm.flatMap(({ to }) => to).find(({ name, other }) => other === theirs[0] && NAMES.test(name) && !/^(?:He|She|They|Who|And|It)\b/.test(name) && firstWord(name) !== other && !ASKED.some((word) => asked.includes(`${firstWord(name)} ${word} `)));
  return found?.name ?? null;
}

const ASKED = ['to', 'will', 'has', 'is'];

function firstWord(text: string): string {
  return /[\p{L}]+/u.exec(text.toLowerCase())?.[0] ?? '';
}

/** Things asked of one person. */
const SEVERAL = 2;
const NAMES = /^\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*$/u;
const ROLES = /^(?:mum|mam|mother|dad|father|parents?|nan|gran|grandma|grandad|stepdad|he|she|they|both|partner|uncle|aunt|auntie|aunty)\b/i;
