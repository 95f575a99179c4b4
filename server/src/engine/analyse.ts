/**
 * Text, rules and context in, findings out: pure, synchronous, total. With `previous` it does less work and
 * gives the same answer. It knows nothing of files, of LSP or of how findings are shown.
 */
import { applyDirectives } from './apply-directives.js';
import { initialsAmong } from './checks/acronym/acronym.js';
import { asItStands, isFinal } from './final.js';
import type { Finding, Strength, Unchecked } from './finding.js';
import { tooMuch } from './limits.js';
import { parseNote, type Block, type Note } from './note/note.js';
import { learnPeople, type KnownPeople, type People } from './people/people.js';
import { renamedSince } from './people/renamed.js';
import { checksFor, readBlocks, seenIn, type BlockMemory, type BlockReading, type Checks } from './read-blocks.js';
import { recordType } from './record-type.js';
import type { NoteType } from './rule.js';
import type { RuleSet } from './rule-set.js';
import { byPlace, readsType, settle, type Terms } from './settle.js';
import { besides, madeOfNothing, noteView, wholeNote, type MadeOfNote } from './whole-note.js';

/** What globs, configuration and the clock know, and the text does not. */
export interface Context {
  /** From the rulebook's `notes:` globs; the note's own front matter comes first. */
  readonly type: NoteType | null;
  readonly template: boolean;
  /** The file's name without folders, where it has one; it may say what kind of record this is. */
  readonly name?: string;
  /** ISO date; records dated before it are finished. Null or absent where no date is set. */
  readonly finalBefore?: string | null;
  readonly people: KnownPeople;
  /** ISO date, for what expires. */
  readonly today: string;
}

export interface Analysis {
  readonly note: Note;
  readonly type: NoteType | null;
  readonly template: boolean;
  /** Words of prose. */
  readonly words: number;
  /** By start, then end, then rule. */
  readonly findings: readonly Finding[];
  readonly strengths: readonly Strength[];
  readonly unchecked: readonly Unchecked[];
  /** Some rule for this note needs the plain-english libraries, and the rule set came without them. */
  readonly wantsLibraries: boolean;
  /** What the next analysis may reuse. Opaque. */
  readonly memory: Memory;
}

/** `text` has `\n` line ends and no byte order mark (line-ends.ts). Never throws. */
export function analyse(text: string, ruleSet: RuleSet, context: Context, previous?: Analysis): Analysis {
  const over = tooMuch(text);
  if (over !== null) return unread(text, over, ruleSet, context);
  const note = parseNote(text, previous?.note);
  const memory = previous && previous.memory.ruleSet === ruleSet ? previous.memory : newMemory(ruleSet);
  const { type, sure } = recordType(note, context.type, context.name ?? '');
  const template = context.template || note.frontMatter?.values.get('template')?.[0]?.toLowerCase() === 'true';
  const seen = seenIn(note, memory.seen);
  const people = learnPeople(note, context.people, seen, memory.people ?? undefined);
  const renamed = memory.people === null || memory.people.key === people.key ? null : renamedSince(memory.people, people);
  const checks = checksFor(type, template, ruleSet, memory.checks);
  const { words, strengths } = readBlocks(note, seen, people, renamed, checks, ruleSet);
  const readingOf = ({ index }: Block): BlockReading => seen[index].read!;
  // What is missing is said only where the kind of record is sure.
  const view = noteView(note, sure ? type : null, template, people, readingOf, memory.whole);
  const whole = wholeNote(view, ruleSet);
  const ofBlocks = besides(settle(note, readingOf, initialsAmong(people), ruleSet, type, template, memory.terms), whole.over);
  const findings = applyDirectives(ofBlocks.concat(whole.findings).sort(byPlace), note, context.today, ruleSet, template);
  const waiting = ruleSet.waiting.map((index) => ruleSet.rules[index]).filter((rule) => readsType(rule, type, template));
  return {
    note,
    type,
    template,
    words,
    findings: isFinal(note, context.finalBefore ?? null) ? asItStands(findings, note, ruleSet) : findings,
    strengths: whole.strengths.length > 0 ? [...strengths, ...whole.strengths].sort((a, b) => a.start - b.start || a.end - b.end) : strengths,
    unchecked: [...note.unchecked, ...waiting.map((rule) => ({ start: 0, end: 0, reason: `${rule.title} (${rule.id}) could not be checked: its library is not loaded` }))],
    wantsLibraries: waiting.length > 0,
    memory: { ...memory, seen, people, checks },
  };
}

interface Memory {
  readonly ruleSet: RuleSet;
  /** The note's blocks as they were last. */
  readonly seen: readonly BlockMemory[];
  readonly terms: Terms;
  readonly whole: MadeOfNote;
  /** Of the note as it was last. */
  readonly people: People | null;
  readonly checks: Checks | null;
}

function newMemory(ruleSet: RuleSet): Memory {
  return { ruleSet, seen: [], terms: new Map(), whole: madeOfNothing(), people: null, checks: null };
}

function unread(text: string, reason: string, ruleSet: RuleSet, context: Context): Analysis {
  return {
    note: parseNote(''),
    type: context.type,
    template: context.template,
    words: 0,
    findings: [],
    strengths: [],
    unchecked: [{ start: 0, end: text.length, reason }],
    wantsLibraries: false,
    memory: newMemory(ruleSet),
  };
}
