/**
 * The checks of a note's actions: who, by when, what. Each rule file asks for one of them, and holds the words it goes
 * by; all share one reading of the note.
 */
import { moved } from '../../finding.js';
import type { CheckSpec } from '../../rule.js';
import { headingsKey, headingsOf, type Headings } from './headings.js';
import { actionsBySection, isCounted, readActions, type Action, type Counts, type PlacedAction } from './reading.js';
import type { Words } from './said.js';
import { saysWhat, type VagueWords } from './what.js';
import { saysWhen } from './when.js';
import { cellSaysWho, saysWho, saysWhoElse } from './who.js';
import { holdsPhrase, phraseList, wordsOf } from './words.js';
import { textOf } from '../cue-phrases.js';
import { saying, type NoteCheck, type NoteRaised, type NoteView } from '../note-view.js';
import type { ReadOnce } from '../read-once.js';

/** The keys of `check:` in the rule files; `part` is `who`, `when` or `what`. */
export const ACTION_KEYS = [
  'part', 'say', 'ask', 'action-headings', 'decision-headings', 'not-headings', 'nobody', 'no-date', 'vague-verbs', 'loose-verbs', 'vague-passives', 'vague-phrases', 'vague-nouns', 'plain-nouns', 'plain-phrases',
] as const;

/** The check of one rule file. */
export function actionCheck(spec: CheckSpec, readOnce: ReadOnce): NoteCheck {
  // Other rules may have read the note's actions already; most notes have none.
  let words: ActionWords | null = null;
  let enough: ((action: Action) => boolean) | null = null;
  const say = textOf(spec['say']);
  const ask = textOf(spec['ask']);
  return (view) => {
    const { headings, names } = (words ??= readWords(spec, readOnce));
    const { bySection, counts, elsewhere } = actionsBySection(view, headings);
    const raised = view.ofSections(names[counts], ({ section, start, blocks }) => {
      const actions = bySection[section];
      if (actions.length === 0) return NOTHING;
      const holds = (enough ??= judge(spec));
      return actions.filter((action) => isCounted(action, counts) && !holds(action)).map((action) => raisedOf(action, blocks[action.at].start - start, say, ask));
    }, elsewhere);
    const all: NoteRaised[] = [];
    for (let section = 0; section < raised.length; section++) for (const one of raised[section]) all.push(moved(one, view.note.sections[section].start));
    // The question is the same of every row, and is read once.
    return all.length === 0 ? all : [{ ...all[0], ...saying(all[0].message ?? '', ask) }, ...all.slice(1)];
  };
}

interface ActionWords {
  readonly headings: Headings;
  /** Under what is remembered of a section, by which of its actions count. */
  readonly names: Readonly<Record<Counts, string>>;
}

function readWords(spec: CheckSpec, readOnce: ReadOnce): ActionWords {
  const name = readOnce.nameOf(spec);
  return { headings: readOnce.of(spec, headingsOf), names: { all: `judged ${name}`, 'not in passing': `judged but for what passes ${name}` } };
}

const NOTHING: readonly NoteRaised[] = [];

/** The same reading of a note's actions, for who wants to look at them and judge nothing. */
export function actionReader(spec: CheckSpec, readOnce: ReadOnce): (view: NoteView) => readonly PlacedAction[] {
  const key = `actions ${headingsKey(spec, readOnce)}`;
  let headings: Headings | null = null;
  return (view) => view.once(key, () => readActions(view, (headings ??= readOnce.of(spec, headingsOf))));
}

function judge(spec: CheckSpec): (action: Action) => boolean {
  switch (spec['part']) {
    case 'who': {
      const nobody = phraseList(spec['nobody']);
      const ofCell = remembered((words) => cellSaysWho(words, nobody));
      const ofWords = remembered((words) => saysWho(words, nobody));
      const besideBlank = remembered((words) => saysWhoElse(words, nobody));
      return ({ words, says, who, owner, given }) => given.includes('who') || (owner !== null && who !== null && ofCell(owner)) || (says ?? [words]).some(who === '' ? besideBlank : ofWords);
    }
    case 'when': {
      const noDate = phraseList(spec['no-date']);
      const ofCell = rememberedBeside((when) => saysWhen(when) || !(OPEN.test(when) || holdsPhrase(noDate, wordsOf(when))));
      return (action) => isDated(action, ofCell);
    }
    default: {
      const vague: VagueWords = {
        verbs: phraseList(spec['vague-verbs']),
        loose: phraseList(spec['loose-verbs']),
        passives: phraseList(spec['vague-passives']),
        anywhere: phraseList(spec['vague-phrases']),
        plain: phraseList(spec['plain-phrases']),
        nouns: phraseList(spec['vague-nouns']),
        plainNouns: phraseList(spec['plain-nouns']),
      };
      const ofWords = remembered((words) => saysWhat(words, vague));
      return ({ words, says, given }) => given.includes('what') || (says ?? [words]).some(ofWords);
    }
  }
}

/** What is said of words, for as long as they stand: a keystroke leaves most as they were. */
function remembered(judged: (words: Words) => boolean): (words: Words) => boolean {
  const known = new WeakMap<Words, boolean>();
  return (words) => {
    let said = known.get(words);
    if (said === undefined) known.set(words, (said = judged(words)));
    return said;
  };
}

/** The same of a cell beside the words. By the words, and not by what the cell says: that would outlive the record. */
function rememberedBeside(judged: (text: string) => boolean): (text: string, words: Words) => boolean {
  const known = new WeakMap<Words, { readonly text: string; readonly said: boolean }>();
  return (text, words) => {
    let one = known.get(words);
    if (one?.text !== text) known.set(words, (one = { text, said: judged(text) }));
    return one.said;
  };
}

/** "When back from leave": who knows when that is. */
const OPEN = /^(?:when|once|as soon as)\b/i;

/** A cell that says neither a time nor that there is none ("after the scan", "Q3") is taken at its word. */
function isDated({ words, says, when, given }: Action, ofCell: (when: string, words: Words) => boolean): boolean {
  if (given.includes('when') || (says ?? [words]).some(({ dated }) => dated)) return true;
  if (when === null || !/[\p{L}\p{N}]/u.test(when)) return false;
  return ofCell(when, words);
}

/** A finding underlines the action's first sentence, or its first words where that is long; `start` is where its block starts. */
function raisedOf({ content, words }: Action, start: number, say: string, ask: string): NoteRaised {
  const { from, to } = words;
  const prose = content.prose.slice(from, to);
  const number = /^\W?[A-Za-z]{0,2}\d{0,2}[.:)]\s+/u.exec(prose)?.[0].length ?? 0;
  const found = prose.slice(number).search(/[.;]\s|[\n\u2029]/u);
  const stop = found < 0 ? null : { index: found + number };
  const length = stop && stop.index > 0 ? prose.slice(0, stop.index).trimEnd().length : prose.length;
  const shown = words.plain.length > LONGEST_SHOWN ? `${words.plain.slice(0, words.plain.lastIndexOf(' ', LONGEST_SHOWN) >>> 0 || LONGEST_SHOWN)}…` : words.plain.replace(/[.;,:\s]+$/u, '');
  return { start: start + from, end: start + from + length, ...saying(say.replace('{match}', () => shown), ''), ...(ask === '' ? {} : { ask }) };
}

const LONGEST_SHOWN = 60;
