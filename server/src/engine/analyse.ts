/**
 * Text, rules and context in, findings out: pure, synchronous, total. With `previous` it does less work and
 * gives the same answer. It knows nothing of files, of LSP or of how findings are shown.
 */
import type { BlockResult } from './checks/block-check.js';
import type { BlockDetail } from './checks/note-view.js';
import { inSpeech, phraseCandidates, type Candidate } from './phrases/candidates.js';
import { moved, type Finding, type Strength, type Unchecked } from './finding.js';
import { asItStands, isFinal } from './final.js';
import { tooMuch } from './limits.js';
import { parseNote, type Content, type Note } from './note/note.js';
import { findPeople, learnPeople, NOBODY, peopleIn, type Carried, type KnownPeople, type People, type BlockHints } from './people/people.js';
import { isPersonsName } from './people/names.js';
import { nameForms, renamedSince, type Renamed } from './people/renamed.js';
import { recordType } from './record-type.js';
import type { NoteType } from './rule.js';
import type { RuleSet } from './rule-set.js';
import { sameEnds } from './same-ends.js';
import { initialsAmong } from './checks/acronym/acronym.js';
import { inOrder, readsType, settle, type BlockCandidates, type ReadBlock, type Terms } from './settle.js';
import { besides, madeOfNothing, noteView, wholeNote, type KnownBlock, type MadeOfNote } from './whole-note.js';
import { applyDirectives } from './apply-directives.js';
import { tokenize, type Tokens } from './words/tokens.js';
import { toKeep } from './to-keep.js';
import { findSpeech, leadOf, strengthsOf, type Speech } from './voices/voices.js';

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

  const checks: Checks = {
    key: `${type} ${template}`,
    all: ruleSet.checks.filter(({ rule }) => readsType(ruleSet.rules[rule], type, template)),
  };
  let carried: Carried = NOBODY;
  let words = 0;
  const read: ReadBlock[] = [];
  const strengths: Strength[] = [];
  let own: Content | null = null;
  for (const block of note.blocks) {
    const lead = block.content.quoted ? leadOf(note.sections[block.section].heading, own) : '';
    if (!block.content.quoted) own = block.content;
    const result = readBlock(seen[block.index], lead, people, renamed, carried, checks, ruleSet);
    carried = result.carried;
    words += result.words;
    // Most blocks have none, and to go through nothing costs something too.
    if (result.strengths.length > 0) strengths.push(...standing(result, block.start));
    if (result.candidates.length > 0 || result.explains.length > 0) read.push({ block, found: result });
  }
  // What is missing is said only where the kind of record is sure.
  const view = noteView(note, sure ? type : null, template, people, ({ index }) => seen[index].read!, memory.whole);
  const whole = wholeNote(view, ruleSet);
  const findings = applyDirectives(inOrder([...besides(settle(read, initialsAmong(people), note, ruleSet, type, template, memory.terms), whole.over), ...whole.findings]), note, context.today, ruleSet, template);
  for (const strength of whole.strengths) strengths.push(strength);
  const waiting = ruleSet.waiting.map((index) => ruleSet.rules[index]).filter((rule) => readsType(rule, type, template));
  return {
    note,
    type,
    template,
    words,
    findings: isFinal(note, context.finalBefore ?? null) ? asItStands(findings, note, ruleSet) : findings,
    strengths: whole.strengths.length > 0 ? strengths.sort((a, b) => a.start - b.start || a.end - b.end) : strengths,
    unchecked: [...note.unchecked, ...waiting.map((rule) => ({ start: 0, end: 0, reason: `${rule.title} (${rule.id}) could not be checked: its library is not loaded` }))],
    wantsLibraries: waiting.length > 0,
    memory: { ...memory, seen, people },
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
}

/** A block's content, its words, and what came of them the last time; kept while an edit leaves the content alone. */
interface BlockMemory extends BlockHints {
  readonly tokens: Tokens;
  read: BlockReading | null;
}

/** What one block holds, at offsets of its own prose; good for as long as `checksKey`, `people`, `before` and `lead` are the same. */
interface BlockReading extends BlockCandidates, KnownBlock {
  readonly detail: BlockDetail;
  readonly checksKey: string;
  /** Key of the people it was read with, and what may be a name in it; the key moves on while these mean the same. */
  readonly people: { key: string; readonly names: readonly string[] };
  /** Key of who was spoken of before the block. */
  readonly before: string;
  /** What may say who speaks a block quote. */
  readonly lead: string;
  readonly words: number;
  readonly strengths: readonly Strength[];
  /** These where the block stood last. */
  placed: { readonly start: number; readonly strengths: readonly Strength[] };
  readonly carried: Carried;
}

/** The checks that read this type of note. */
interface Checks {
  readonly key: string;
  readonly all: RuleSet['checks'];
}

function newMemory(ruleSet: RuleSet): Memory {
  return { ruleSet, seen: [], terms: new Map(), whole: madeOfNothing(), people: null };
}

/** The note's blocks, as far as they were there `before` with what is known of them. */
function seenIn({ blocks }: Note, before: readonly BlockMemory[]): readonly BlockMemory[] {
  const { head, tail } = sameEnds(blocks, before, (now, then) => now.content === then.content);
  const gone = new Map(before.slice(head, before.length - tail).map((seen) => [seen.content, seen]));
  const now = before.slice(0, blocks.length);
  for (let at = head; at < blocks.length; at++) now[at] = at < blocks.length - tail ? gone.get(blocks[at].content) ?? look(blocks[at].content) : before[at - blocks.length + before.length];
  return now;
}

function look(content: Content): BlockMemory {
  const tokens = tokenize(content.prose);
  return { content, tokens, hints: toKeep(peopleIn(content, tokens)), read: null };
}

function readBlock(seen: BlockMemory, lead: string, people: People, renamed: Renamed | null, carried: Carried, checks: Checks, ruleSet: RuleSet): BlockReading {
  const remembered = seen.read;
  if (remembered && remembered.before === carried.key && remembered.checksKey === checks.key && remembered.lead === lead && readsTheSame(remembered, people, renamed)) return remembered;
  return readAnew(seen, lead, people, carried, checks, ruleSet);
}

/** Apart from `readBlock`, which is asked of every block at every keystroke: what closures hold is made as soon as their function is entered. */
function readAnew(seen: BlockMemory, lead: string, people: People, carried: Carried, checks: Checks, ruleSet: RuleSet): BlockReading {
  const { content, tokens } = seen;
  const found = findPeople(tokens, people, carried, content.prose);
  const speech = findSpeech(content, people, carried, { tokens, edges: found.edges, quotes: found.quotes }, lead);
  const others = checks.all.map(({ rule, check }) => ({ rule, result: check(content, tokens, found.edges) }));
  const read: BlockReading = {
    checksKey: checks.key,
    people: { key: people.key, names: toKeep(nameForms(tokens, content.prose)) },
    before: carried.key,
    lead,
    words: tokens.count,
    candidates: toKeep([
      ...phraseCandidates(content.prose, tokens, found.edges, speech, ruleSet, (form) => isPersonsName(form, people)),
      ...others.flatMap(({ rule, result }) => checkCandidates(rule, result, speech, ruleSet)),
    ]),
    explains: toKeep(others.flatMap(({ result }) => result.explains)),
    settled: null,
    strengths: toKeep(strengthsOf(content, speech)),
    placed: { start: 0, strengths: [] },
    carried: found.carried,
    detail: { tokens, people: toKeep(found.edges), speech: toKeep(speech) },
    made: new Map(),
  };
  return (seen.read = read);
}

/** The strengths of a block that starts there, at offsets of the note. */
function standing(read: BlockReading, start: number): readonly Strength[] {
  const { placed, strengths } = read;
  if (placed.start !== start || placed.strengths.length === 0) read.placed = { start, strengths: strengths.map((strength) => moved(strength, start)) };
  return read.placed.strengths;
}

/** Whether the people are the same, as far as the block could tell: most edits of a name concern few blocks. */
function readsTheSame({ lead, people: seen }: BlockReading, people: People, renamed: Renamed | null): boolean {
  if (seen.key === people.key) return true;
  if (lead !== '' || seen.key !== renamed?.from || seen.names.some((name) => renamed.names.has(name))) return false;
  seen.key = people.key;
  return true;
}

function checkCandidates(rule: number, result: BlockResult, speech: readonly Speech[], ruleSet: RuleSet): Candidate[] {
  const { quotes, explained } = ruleSet.rules[rule];
  return result.raised.flatMap((raised) => {
    const spoken = inSpeech(raised, speech);
    if (spoken && quotes === 'skip') return [];
    return [{
      rule,
      entry: -1,
      bases: '',
      start: raised.start,
      end: raised.end,
      reach: raised.general ? 0 : raised.end - raised.start,
      ...(raised.outweighs === undefined ? {} : { outweighs: raised.outweighs }),
      ...(raised.ofSentence ? { ofSentence: true } : {}),
      term: raised.term,
      evidence: false,
      spoken,
      explained: explained === 'clears' && result.explains.includes(raised.term),
      message: raised.message,
      ...(raised.says ? { says: raised.says } : {}),
      replacements: raised.replacements,
    }];
  });
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
