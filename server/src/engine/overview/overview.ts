/**
 * What a record holds as a whole: who is in it, how each child is heard, its danger statements and their parts, its
 * actions with owner and date, worries beside what is going well. It asks the checks what they have found and reads
 * nothing anew; it is made only when somebody asks, and judges nothing.
 */
import type { Analysis } from '../analyse.js';
import { actionReader } from '../checks/action/action.js';
import { sidesReader } from '../checks/balance.js';
import type { NoteCheck, NoteView } from '../checks/note-view.js';
import type { ReadOnce } from '../checks/read-once.js';
import { missingReader, type Missing } from '../checks/section/section.js';
import { placeIn } from '../checks/statement/find.js';
import { statementReader } from '../checks/statement/statement.js';
import type { Span } from '../finding.js';
import { meetsOneOf } from '../in-order.js';
import { CHILD, FAMILY, PROFESSIONAL, SERVICE } from '../people/people.js';
import type { CheckSpec, Rule } from '../rule.js';
import type { RuleSet } from '../rule-set.js';
import { readsType } from '../settle.js';
import { isLetterOrDigit } from '../words/letters.js';
import { STOP } from '../words/tokens.js';
import { madeOfNothing, noteView } from '../whole-note.js';
import { heardReader, type ChildHeard, type VoicePlace } from './heard.js';
import { ownersOf } from './owners.js';
import { voicesIn, type VoiceSeen } from './voices-seen.js';

/** Spans are offsets of the note's LF text. */
export interface Overview {
  readonly people: readonly Member[];
  /** By child, in the order in which the note names them. Empty where no rule of voices is in force. */
  readonly children: readonly ChildHeard[];
  /** Headings that make room for what children say, in their order. */
  readonly voicePlaces: readonly VoicePlace[];
  readonly statements: readonly StatementSeen[];
  readonly actions: readonly ActionSeen[];
  readonly sides: Sides;
  /** What a record of its type should hold and this one does not, in the order such a record has. */
  readonly missing: readonly Missing[];
  readonly figures: Figures;
  /** Whose words are not the writer's, in their order. */
  readonly voices: readonly VoiceSeen[];
}

/** How long it is to read. */
export interface Figures {
  readonly words: number;
  readonly sentences: number;
  /** Its longest sentence; null in a note without any. */
  readonly longest: (Span & { readonly words: number }) | null;
}

/** Somebody whom the note names. */
export interface Member {
  readonly name: string;
  readonly who: 'child' | 'family' | 'professional' | 'service' | 'other';
}

/** A danger statement: where it begins, and which of the parts that rules ask for are there. */
export interface StatementSeen extends Span {
  readonly parts: readonly { readonly part: StatementPartName; readonly present: boolean }[];
}

export type StatementPartName = (typeof STATEMENT_PARTS)[number];
const STATEMENT_PARTS = ['who', 'past', 'future', 'impact'] as const;

/** Something to be done; the span is its words. */
export interface ActionSeen extends Span {
  /** As the record has it on one line. */
  readonly words: string;
  /** Names or roles, as they stand in the note; empty where nobody is named. */
  readonly owners: readonly string[];
  readonly owned: boolean;
  readonly dated: boolean;
  /** Actions of one list or table share it: where the list, table or paragraph begins. */
  readonly list: number;
}

/** Paragraphs, items and cells that speak of a worry, and places that name something going well or done together. */
export interface Sides {
  readonly worries: readonly Span[];
  readonly goingWell: readonly Span[];
}

/** Looks at analyses as they come; what it needs of a rule set it makes once. */
export function createOverviews(): (analysis: Analysis) => Overview {
  let known: { readonly ruleSet: RuleSet; readonly look: (view: NoteView) => Omit<Overview, 'people'> } | null = null;
  return (analysis) => {
    const { memory, note, type, template } = analysis;
    const { people, seen, ruleSet } = memory;
    if (people === null) return NOTHING;
    if (known?.ruleSet !== ruleSet) known = { ruleSet, look: lookerFor(ruleSet) };
    const view = noteView(note, type, template, people, ({ index }) => seen[index].read!, madeOfNothing());
    const found = known.look(view);
    const [goingWell, worries] = [found.sides.goingWell, found.sides.worries].map((side) => apartFrom(note.placeholders, side));
    const seenGood = apartFrom(goingWell, analysis.strengths.filter(({ kind }) => GOING_WELL.has(kind))).map(({ start, end }) => ({ start, end }));
    const sides = { worries, goingWell: [...goingWell, ...seenGood].sort((a, b) => a.start - b.start) };
    // The rulebook names people for all records; a first name will do.
    const named = standing(note.text, people.members.map(({ name }) => firstOf(name)));
    return { people: people.members.filter(({ name }) => named.has(firstOf(name))).map(({ name, group }): Member => ({ name, who: whoOf(group) })), ...found, sides };
  };
}

const GOING_WELL: ReadonlySet<string> = new Set(['strength-seen', 'working-with', 'childs-influence']);

const NOTHING: Overview = { people: [], children: [], voicePlaces: [], statements: [], actions: [], sides: { worries: [], goingWell: [] }, missing: [], figures: { words: 0, sentences: 0, longest: null }, voices: [] };

/** Those of the spans that touch none of these others, which are in order and do not touch each other. */
function apartFrom<S extends Span>(others: readonly Span[], spans: readonly S[]): readonly S[] {
  return spans.filter(({ start, end }) => !meetsOneOf(others, start, end));
}

/** Which of these words stand in the text, each by itself: the text is looked through once for all of them. */
function standing(text: string, names: readonly string[]): ReadonlySet<string> {
  const sought = new Map<string, Map<string, number>>();
  for (const name of names) {
    const [first, at] = [WORD.exec(name)?.[0] ?? '', name.search(WORD)];
    sought.set(first, (sought.get(first) ?? new Map<string, number>()).set(name, at));
  }
  const found = new Set<string>();
  for (const { 0: word, index } of text.matchAll(new RegExp(WORD, 'gu'))) {
    for (const [name, at] of sought.get(word) ?? []) {
      const start = index - at;
      if (!text.startsWith(name, start) || isLetterOrDigit(text, start - 1) || isLetterOrDigit(text, start + name.length)) continue;
      found.add(name);
      sought.get(word)!.delete(name);
    }
  }
  return found;
}

const WORD = /[\p{L}\p{N}]+/u;

function firstOf(name: string): string {
  return name.split(' ')[0];
}

function whoOf(group: number): Member['who'] {
  if (group & CHILD) return 'child';
  if (group & FAMILY) return 'family';
  if (group & SERVICE) return 'service';
  return group & PROFESSIONAL ? 'professional' : 'other';
}

function lookerFor({ rules, noteChecks, readOnce }: RuleSet): (view: NoteView) => Omit<Overview, 'people'> {
  const checks = noteChecks.map(({ rule, check }): Asked => ({ rule: rules[rule], spec: rules[rule].check!, check }));
  const ofKind = (kind: string): readonly Asked[] => checks.filter(({ spec }) => spec.kind === kind);
  const [voice] = ofKind('voice');
  const heard = voice ? heardReader(voice.spec, readOnce) : null;
  const statements = statementsFrom(ofKind('statement'), readOnce);
  const actions = actionsFrom(ofKind('action'), readOnce);
  const balance = checks.find(({ rule }) => rule.id === WORRIES_BESIDE_STRENGTHS);
  const sides = balance ? sidesReader(balance.spec, readOnce) : null;
  const sections = ofKind('section').map(({ rule, spec }) => ({ rule, missing: missingReader(spec, readOnce) }));
  return (view) => ({
    ...(heard?.(view) ?? { children: [], voicePlaces: [] }),
    statements: statements(view),
    actions: actions(view),
    sides: sides?.(view) ?? NOTHING.sides,
    missing: sections.filter(({ rule }) => view.type !== null && readsType(rule, view.type, view.template)).flatMap(({ missing }) => missing(view)),
    figures: figuresOf(view),
    voices: voicesIn(view),
  });
}

/** Several rules weigh one side against another; this one counts worries. */
const WORRIES_BESIDE_STRENGTHS = 'document/no-strengths';

interface Asked {
  readonly rule: Rule;
  readonly spec: CheckSpec;
  readonly check: NoteCheck;
}

/** A part that no rule in force asks for is not spoken of. */
function statementsFrom(asked: readonly Asked[], readOnce: ReadOnce): (view: NoteView) => readonly StatementSeen[] {
  const parts = STATEMENT_PARTS.flatMap((part) => {
    const one = asked.find(({ spec }) => spec['part'] === part);
    return one ? [{ part, check: one.check }] : [];
  });
  const [first] = asked;
  if (!first) return () => [];
  const read = statementReader(first.spec, readOnce);
  return (view) => {
    const { statements } = read(view);
    if (statements.length === 0) return [];
    const lacking = parts.map(({ part, check }) => ({ part, at: startsOf(check(view)) }));
    return statements.map((statement) => placeIn(view, statement)).map(({ start, end }) => ({ start, end, parts: lacking.map(({ part, at }) => ({ part, present: !at.has(start) })) }));
  };
}

function actionsFrom(asked: readonly Asked[], readOnce: ReadOnce): (view: NoteView) => readonly ActionSeen[] {
  const who = asked.find(({ spec }) => spec['part'] === 'who');
  const when = asked.find(({ spec }) => spec['part'] === 'when');
  const first = who ?? when;
  if (!first) return () => [];
  const read = actionReader(first.spec, readOnce);
  return (view) => {
    const actions = read(view);
    if (actions.length === 0) return [];
    const nobodys = who ? startsOf(who.check(view)) : new Set<number>();
    const undated = when ? startsOf(when.check(view)) : new Set<number>();
    let list = -1;
    let last = -2;
    return actions.map((action) => {
      const { block, words } = action;
      const start = block.start + words.from;
      // A heading or a paragraph between two actions parts their lists.
      const apart = last < 0 || view.note.blocks.slice(last, block.index).some(({ content: { kind } }) => kind === 'heading' || kind === 'header-cell' || (kind === 'paragraph' && action.form !== 'sentence' && action.form !== 'passing'));
      if (apart || view.note.blocks[last].section !== block.section) list = start;
      last = block.index;
      const owned = !nobodys.has(start);
      return { start, end: block.start + words.to, words: words.plain, owners: owned ? ownersOf(action, view) : [], owned, dated: !undated.has(start), list };
    });
  };
}

function startsOf(raised: readonly Span[]): ReadonlySet<number> {
  return new Set(raised.map(({ start }) => start));
}

/** Headings and the cells of tables are no sentences. */
function figuresOf(view: NoteView): Figures {
  let words = 0;
  let sentences = 0;
  let longest: Figures['longest'] = null;
  for (const block of view.note.blocks) {
    const { count, gaps, starts, ends } = view.detail(block).tokens;
    words += count;
    if (block.content.kind !== 'paragraph' && block.content.kind !== 'item') continue;
    for (let from = 0, at = 1; at <= count; at++) {
      if (at < count && gaps[at] !== STOP) continue;
      sentences++;
      if (at - from > (longest?.words ?? 0)) longest = { start: block.start + starts[from], end: block.start + ends[at - 1], words: at - from };
      from = at;
    }
  }
  return { words, sentences, longest };
}
