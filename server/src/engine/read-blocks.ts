/**
 * Reads the blocks of a note: who stands in each, whose words are whose, which phrases and which checks of single blocks
 * have something to say. A block that an edit left alone is not read again. It knows nothing of the note as a whole.
 */
import type { BlockResult } from './checks/block-check.js';
import type { BlockDetail } from './checks/note-view.js';
import { moved, type Strength } from './finding.js';
import type { Content, Note } from './note/note.js';
import { isPersonsName } from './people/names.js';
import { findPeople, NOBODY, peopleIn, type BlockHints, type Carried, type People } from './people/people.js';
import { nameForms, type Renamed } from './people/renamed.js';
import { inSpeech, phraseCandidates, type Candidate } from './phrases/candidates.js';
import type { NoteType } from './rule.js';
import type { RuleSet } from './rule-set.js';
import { sameEnds } from './same-ends.js';
import { readsType, type BlockCandidates } from './settle.js';
import { toKeep } from './to-keep.js';
import { findSpeech, leadOf, strengthsOf, type Speech } from './voices/voices.js';
import type { KnownBlock } from './whole-note.js';
import { tokenize, type Tokens } from './words/tokens.js';

/**
 * Reads the blocks of a note in turn, since each may go on with whom the one before spoke of: afterwards each of `seen`
 * is read. `renamed` is what has changed about people since they were read last. Gives the words of all, and strengths
 * at offsets of the note.
 */
export function readBlocks({ blocks, sections }: Note, seen: readonly BlockMemory[], people: People, renamed: Renamed | null, checks: Checks, ruleSet: RuleSet): { readonly words: number; readonly strengths: readonly Strength[] } {
  let carried: Carried = NOBODY;
  let words = 0;
  const strengths: Strength[] = [];
  let own: Content | null = null;
  for (const block of blocks) {
    const lead = block.content.quoted ? leadOf(sections[block.section].heading, own) : '';
    if (!block.content.quoted) own = block.content;
    const result = readBlock(seen[block.index], lead, people, renamed, carried, checks, ruleSet);
    carried = result.carried;
    words += result.words;
    // Most blocks have none, and to go through nothing costs something too.
    if (result.strengths.length > 0) strengths.push(...standing(result, block.start));
  }
  return { words, strengths };
}

/** A block's content, its words, and what came of them the last time; kept while an edit leaves the content alone. */
export interface BlockMemory extends BlockHints {
  readonly tokens: Tokens;
  read: BlockReading | null;
}

/** What one block holds, at offsets of its own prose; good for as long as `checks`, `people`, `before` and `lead` are the same. */
export interface BlockReading extends BlockCandidates, KnownBlock {
  readonly detail: BlockDetail;
  readonly checks: Checks;
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
export interface Checks {
  readonly type: NoteType | null;
  readonly template: boolean;
  readonly all: RuleSet['checks'];
}

/** As they were `before` (===), where that was the same type of note. */
export function checksFor(type: NoteType | null, template: boolean, ruleSet: RuleSet, before: Checks | null): Checks {
  if (before !== null && before.type === type && before.template === template) return before;
  return { type, template, all: ruleSet.checks.filter(({ rule }) => readsType(ruleSet.rules[rule], type, template)) };
}

/** The note's blocks, as far as they were there `before` with what is known of them. */
export function seenIn({ blocks }: Note, before: readonly BlockMemory[]): readonly BlockMemory[] {
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
  if (remembered && remembered.before === carried.key && remembered.checks === checks && remembered.lead === lead && readsTheSame(remembered, people, renamed)) return remembered;
  return readAnew(seen, lead, people, carried, checks, ruleSet);
}

/** Apart from `readBlock`, which is asked of every block at every keystroke: what closures hold is made as soon as their function is entered. */
function readAnew(seen: BlockMemory, lead: string, people: People, carried: Carried, checks: Checks, ruleSet: RuleSet): BlockReading {
  const { content, tokens } = seen;
  const found = findPeople(tokens, people, carried, content.prose);
  const speech = findSpeech(content, people, carried, { tokens, edges: found.edges, quotes: found.quotes }, lead);
  const others = checks.all.map(({ rule, check }) => ({ rule, result: check(content, tokens, found.edges) }));
  const read: BlockReading = {
    checks,
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
