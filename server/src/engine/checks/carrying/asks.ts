/**
 * Which things that a plan asks of a grown-up of the family stand alone: with no help, offer or reason in the same line
 * or row, in a part of the plan that is for help, or in what somebody who works with the family will do about the same
 * thing. Small things, and what the family has offered, are no asks. In doubt it says nothing.
 */
import type { CheckSpec } from '../../rule.js';
import type { Block } from '../../note/note.js';
import { CHILD, FAMILY, findPeople, NOBODY, PROFESSIONAL, SERVICE, type People } from '../../people/people.js';
import { tokenize } from '../../words/tokens.js';
import type { Action } from '../action/reading.js';
import { cueAt, cueReader, findCue, type Cues } from '../cue-phrases.js';
import type { NoteView } from '../note-view.js';
import type { Owned } from './carrying.js';

export interface AskWords {
  /** What takes more than a moment: "attend", "stop". */
  readonly asks: Cues;
  /** What is help, an offer or a reason. */
  readonly help: Cues;
  /** What the family has offered, chosen or wished for; and orders, of which other rules tell. */
  readonly not: Cues;
  /** Headings over what is for help. */
  readonly headings: Cues;
  /** Columns for help, or for reasons. */
  readonly columns: Cues;
  /** What has been said of words, for as long as they stand. */
  readonly known: WeakMap<Action['words'], Said>;
}

/** What words say, whoever is to do it. */
interface Said {
  /** Whether they ask for something, with no help beside it. */
  readonly asks: boolean;
  /** Beginnings of the words that say what it is about. */
  readonly subjects: readonly string[];
}

export function readAskWords(spec: CheckSpec): AskWords {
  const read = cueReader(spec);
  return { asks: read(spec['asks']), help: read(spec['help']), not: read(spec['not']), headings: read(spec['help-headings']), columns: read(spec['help-columns']), known: new WeakMap() };
}

/** In the order of the plan. `owned` are all its actions. */
export function asksAlone(view: NoteView, owned: readonly Owned[], words: AskWords): readonly Owned[] {
  const asks = owned.filter(({ groups, action }) => (groups & FAMILY) !== 0 && (groups & (CHILD | PROFESSIONAL | SERVICE)) === 0 && saidIn(action, words).asks);
  if (asks.length === 0) return [];
  const ours = new Set(owned.filter(({ groups }) => (groups & (PROFESSIONAL | SERVICE)) !== 0).flatMap(({ action }) => saidIn(action, words).subjects));
  return asks.filter(({ section, action }) => !isHelpedHere(view, view.parts()[section].blocks[action.at], action, words) && !saidIn(action, words).subjects.some((word) => ours.has(word)));
}

function saidIn({ words }: Action, { asks, help, not, known }: AskWords): Said {
  let said = known.get(words);
  if (said !== undefined) return said;
  const tokens = tokenize(words.plain);
  const from = findCue(asks, tokens);
  // "With services" in "engage with services" is what is asked.
  const alone = from >= 0 && findCue(not, tokens) < 0 && findCue(help, tokens, 0, from) < 0 && findCue(help, tokens, cueAt(asks, tokens, from)) < 0;
  const subjects = tokens.forms.filter((form) => form.length >= SHORTEST && !/^\p{N}/u.test(form) && !COMMON.has(form)).map((form) => form.slice(0, SHORTEST));
  known.set(words, (said = { asks: alone, subjects }));
  return said;
}

/** Somebody who works with the family is in the line or the row, or a cell of it is for help. */
function isHelpedHere(view: NoteView, block: Block, { words: { plain } }: Action, words: AskWords): boolean {
  if (namesHelper(plain, view.people)) return true;
  const { cell } = block.content;
  if (cell === null) return helpFollows(view, block.index, words);
  for (const at of rowOf(view, block.index)) {
    const { prose, cell: other } = view.note.blocks[at].content;
    if (at === block.index || !/\p{L}{2}/u.test(prose)) continue;
    if (findCue(words.columns, tokenize(other?.header ?? '')) >= 0 || findCue(words.help, view.detail(view.note.blocks[at]).tokens) >= 0 || namesHelper(prose, view.people)) return true;
  }
  return false;
}

/** The blocks of the row, by their index. */
function rowOf({ note: { blocks } }: NoteView, at: number): readonly number[] {
  const cell = blocks[at].content.cell;
  const isSame = (i: number): boolean => blocks[i]?.content.cell?.table === cell?.table && blocks[i]?.content.cell?.row === cell?.row;
  let from = at;
  while (isSame(from - 1)) from--;
  const row: number[] = [];
  for (let i = from; isSame(i); i++) row.push(i);
  return row;
}

/** What stands under an item is about it, and so is a line with help in it right below: "A lift from Priti". */
function helpFollows({ note: { blocks, text }, detail }: NoteView, at: number, { help }: AskWords): boolean {
  const [block, below] = [blocks[at], blocks[at + 1]];
  if (below === undefined || below.section !== block.section || below.content.kind === 'heading') return false;
  const column = ({ start }: Block): number => start - text.lastIndexOf('\n', start - 1);
  return (block.content.kind === 'item' && column(below) > column(block) + 1) || findCue(help, detail(below).tokens) >= 0;
}

/** By name or by their work; "professionals" and "services" are nobody in particular, and a school may be where one goes. */
function namesHelper(text: string, people: People): boolean {
  const tokens = tokenize(text);
  return findPeople(tokens, people, NOBODY, text).edges.some(({ from, to, groups }) => (groups & (PROFESSIONAL | SERVICE)) !== 0 && !NOBODY_YET.has(tokens.forms[to - 1]) && !((groups & SERVICE) !== 0 && PLACES.has(tokens.forms[from - 1] ?? '')));
}

const NOBODY_YET = new Set(['services', 'professionals', 'agencies', 'workers', 'service']);
const PLACES = new Set(['at', 'to', 'the']);

/** Letters that tell a word: "parenting" and "parents" are of one kind. */
const SHORTEST = 5;
const COMMON = new Set(['attend', 'complete', 'every', 'their', 'there', 'until', 'before', 'after', 'which', 'where', 'about', 'three', 'children', 'week', 'weekly', 'weeks', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'january', 'february', 'march', 'april', 'august', 'september', 'october', 'november', 'december', 'appointments', 'appointment', 'sessions', 'session']);

/** Whether a part of the plan is for help, and something stands in it. `key` is what is kept under of its headings. */
export function hasPlaceForHelp(view: NoteView, { headings }: AskWords, key: string): boolean {
  const outline = view.outline();
  const places = view.whileSame(key, [outline], () => outline.words.flatMap((heading, section) => (findCue(headings, heading) >= 0 ? [section] : [])));
  return places.some((section) => view.parts()[section].blocks.some((block, at) => (at > 0 || section === 0) && view.detail(block).tokens.count > 3));
}
