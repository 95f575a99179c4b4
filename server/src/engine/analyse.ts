/**
 * Text, rules and context in, findings out: pure, synchronous, total. With `previous` it does less work and
 * gives the same answer. It knows nothing of files, of LSP or of how findings are shown.
 */
import type { BlockResult } from './checks/index.js';
import { inSpeech, phraseCandidates, type Candidate } from './checks/phrases.js';
import type { Finding, Fix, Strength, Unchecked } from './finding.js';
import { replacementFix } from './fix.js';
import { messageFor } from './message.js';
import { parseNote, type Block, type Content, type Note } from './note.js';
import { findPeople, learnPeople, NOBODY, peopleIn, type Carried, type Hint, type KnownPeople, type People } from './people.js';
import { NOTE_TYPES, type Entry, type NoteType, type Rule } from './rule.js';
import type { RuleSet } from './rule-set.js';
import { applyDirectives } from './suppress.js';
import { tokenize } from './tokens.js';
import { findSpeech, strengthsOf } from './voices.js';

/** What globs, configuration and the clock know, and the text does not. */
export interface Context {
  /** From the rulebook's `notes:` globs; the note's own front matter comes first. */
  readonly type: NoteType | null;
  readonly template: boolean;
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

/** Notes beyond this many UTF-16 units are reported as unchecked. */
export const MAX_NOTE = 8_000_000;

/** `text` has `\n` line ends and no byte order mark (line-ends.ts). Never throws. */
export function analyse(text: string, ruleSet: RuleSet, context: Context, previous?: Analysis): Analysis {
  if (text.length > MAX_NOTE) return unread(text, ruleSet, context);
  const note = parseNote(text, previous?.note);
  const memory = previous && previous.memory.ruleSet === ruleSet ? previous.memory : newMemory(ruleSet);
  const type = typeOf(note, context);
  const template = context.template || note.frontMatter?.values.get('template')?.[0] === 'true';
  const people = learnPeople(note, context.people, (content) => hintsOf(content, memory));

  const checks: Checks = {
    key: `${type} ${template}`,
    all: ruleSet.checks.filter(({ rule }) => readsType(ruleSet.rules[rule], type, template)),
  };
  let carried: Carried = NOBODY;
  let words = 0;
  const kept: Placed[] = [];
  const strengths: Strength[] = [];
  const seen = new Set<string>();
  for (const block of note.blocks) {
    const read = readBlock(block.content, people, carried, checks, ruleSet, memory);
    carried = read.carried;
    words += read.words;
    if (read.strengths.length > 0) strengths.push(...read.strengths.map((strength) => moved(strength, block.start)));
    if (read.candidates.length > 0) {
      const applicable = read.candidates.filter((candidate) => applies(ruleSet.rules[candidate.rule], block, note, type, template));
      kept.push(...firstUses(withoutOverlaps(applicable, ruleSet), ruleSet, read.explains, seen).map((candidate) => ({ candidate, block })));
    }
    for (const term of read.explains) seen.add(`explained ${term}`);
  }
  const findings = kept.map((placed) => findingOf(placed, kept, ruleSet, note)).sort((a, b) => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : 1));
  const waiting = ruleSet.waiting.map((index) => ruleSet.rules[index]).filter((rule) => readsType(rule, type, template));
  return {
    note,
    type,
    template,
    words,
    findings: applyDirectives(findings, note, context.today),
    strengths,
    unchecked: [...note.unchecked, ...waiting.map((rule) => ({ start: 0, end: 0, reason: `${rule.title} (${rule.id}) could not be checked: its library is not loaded` }))],
    wantsLibraries: waiting.length > 0,
    memory,
  };
}

/** The note's type: its front matter says, else the rulebook's globs. */
export function typeOf(note: Note, context: Context): NoteType | null {
  const said = note.frontMatter?.values.get('type')?.[0]?.toLowerCase();
  return NOTE_TYPES.find((type) => type === said) ?? context.type;
}

/** Whether a rule reads this kind of note at all; a template is read by every rule. */
export function readsType(rule: Rule, type: NoteType | null, template: boolean): boolean {
  return rule.types.length === 0 || (type !== null && rule.types.includes(type)) || (template && type === null);
}

interface Memory {
  readonly ruleSet: RuleSet;
  readonly blocks: WeakMap<Content, Read>;
  readonly hints: WeakMap<Content, readonly Hint[]>;
}

/** What one block holds, at offsets of its own prose; good for as long as `key` is the same. */
interface Read {
  readonly key: string;
  readonly words: number;
  readonly candidates: readonly Candidate[];
  readonly explains: readonly string[];
  readonly strengths: readonly Strength[];
  readonly carried: Carried;
}

/** The checks that read this type of note. */
interface Checks {
  readonly key: string;
  readonly all: RuleSet['checks'];
}

interface Placed {
  readonly candidate: Candidate;
  readonly block: Block;
}

function newMemory(ruleSet: RuleSet): Memory {
  return { ruleSet, blocks: new WeakMap(), hints: new WeakMap() };
}

function hintsOf(content: Content, memory: Memory): readonly Hint[] {
  let hints = memory.hints.get(content);
  if (!hints) memory.hints.set(content, (hints = peopleIn(content)));
  return hints;
}

function readBlock(content: Content, people: People, carried: Carried, checks: Checks, ruleSet: RuleSet, memory: Memory): Read {
  const key = `${checks.key}\n${people.key}\n${carried.key}`;
  const remembered = memory.blocks.get(content);
  if (remembered?.key === key) return remembered;
  const tokens = tokenize(content.prose);
  const found = findPeople(tokens, people, carried, content.prose);
  const speech = findSpeech(content, people, carried, { tokens, edges: found.edges });
  const others = checks.all.map(({ rule, check }) => ({ rule, result: check(content, tokens) }));
  const read: Read = {
    key,
    words: tokens.count,
    candidates: [
      ...phraseCandidates(content.prose, tokens, found.edges, speech, ruleSet),
      ...others.flatMap(({ rule, result }) => checkCandidates(rule, result, ruleSet).filter((c) => ruleSet.rules[rule].quotes === 'include' || !inSpeech(c, speech))),
    ],
    explains: others.flatMap(({ result }) => result.explains),
    strengths: strengthsOf(content, speech),
    carried: found.carried,
  };
  memory.blocks.set(content, read);
  return read;
}

function checkCandidates(rule: number, result: BlockResult, ruleSet: RuleSet): Candidate[] {
  return result.raised.map((raised) => ({
    rule,
    entry: -1,
    bases: '',
    start: raised.start,
    end: raised.end,
    reach: raised.end - raised.start,
    term: raised.term,
    evidence: false,
    explained: ruleSet.rules[rule].explained === 'clears' && result.explains.includes(raised.term),
    message: raised.message,
    replacements: raised.replacements,
  }));
}

/** Whether a rule reads the place where a candidate stands: record type, heading or text, section. */
function applies(rule: Rule, block: Block, note: Note, type: NoteType | null, template: boolean): boolean {
  if (!readsType(rule, type, template)) return false;
  const { kind } = block.content;
  if ((kind === 'heading' || kind === 'header-cell') && !template && !rule.where.includes('headings')) return false;
  const sections = rule.where.filter((where) => where !== 'headings');
  if (sections.length === 0 && rule.notWhere.length === 0) return true;
  const headings: string[] = [];
  for (let index = block.section; index >= 0; index = note.sections[index].parent) headings.push(note.sections[index].heading.toLowerCase());
  const under = (words: readonly string[]): boolean => words.some((word) => headings.some((heading) => heading.includes(word.toLowerCase())));
  return (sections.length === 0 || under(sections)) && !under(rule.notWhere);
}

/** Where matches overlap, the one that took in most text speaks alone; then the longer underline, then the rule that reads fewer places. */
function withoutOverlaps(candidates: readonly Candidate[], ruleSet: RuleSet): readonly Candidate[] {
  if (candidates.length < 2) return candidates;
  const narrow = (candidate: Candidate): number => {
    const rule = ruleSet.rules[candidate.rule];
    return Number(rule.types.length > 0) + Number(rule.where.length > 0);
  };
  const ranked = [...candidates].sort(
    (a, b) => b.reach - a.reach || b.end - b.start - (a.end - a.start) || narrow(b) - narrow(a) || a.start - b.start || a.rule - b.rule || a.entry - b.entry,
  );
  const chosen: Candidate[] = [];
  for (const candidate of ranked) if (!chosen.some((other) => other.start < candidate.end && other.end > candidate.start)) chosen.push(candidate);
  return chosen.sort((a, b) => a.start - b.start);
}

/** Drops what is explained or borne out by evidence, and repeats of a term that is raised once. Adds to `seen`. */
function firstUses(candidates: readonly Candidate[], ruleSet: RuleSet, explains: readonly string[], seen: Set<string>): readonly Candidate[] {
  return candidates.filter((candidate) => {
    const rule = ruleSet.rules[candidate.rule];
    if (candidate.evidence && (rule.evidence === 'clears' || (rule.evidence === 'lowers' && rule.level === 'gentle' && rule.severity === 'suggestion'))) return false;
    if (rule.explained === 'clears') {
      if (candidate.explained) seen.add(`explained ${candidate.term}`);
      if (seen.has(`explained ${candidate.term}`) || explains.includes(candidate.term)) return false;
    }
    if (rule.raise === 'every') return true;
    const use = `${rule.id} ${candidate.term}`;
    if (seen.has(use)) return false;
    seen.add(use);
    return true;
  });
}

function findingOf({ candidate, block }: Placed, all: readonly Placed[], ruleSet: RuleSet, note: Note): Finding {
  const rule = ruleSet.rules[candidate.rule];
  const entry: Entry | undefined = rule.entries[candidate.entry];
  const prose = block.content.prose;
  const severity = rule.severity === 'off' ? 'suggestion' : rule.severity === 'warning' && candidate.evidence && rule.evidence === 'lowers' ? 'suggestion' : rule.severity;
  const count = entry?.message?.includes('{count}') ? all.filter((other) => other.candidate.rule === candidate.rule && other.candidate.term === candidate.term).length : 1;
  return {
    rule: rule.id,
    severity,
    message: candidate.message ?? messageFor(rule, entry, prose.slice(candidate.start, candidate.end), count),
    title: rule.title,
    ...(entry?.ask ? { ask: entry.ask } : {}),
    ...(entry?.try ? { try: entry.try } : {}),
    start: block.start + candidate.start,
    end: block.start + candidate.end,
    fixes: fixesOf(candidate, entry, block, note),
  };
}

function fixesOf(candidate: Candidate, entry: Entry | undefined, block: Block, note: Note): readonly Fix[] {
  if (block.content.quoted) return [];
  const wordings = entry ? (entry.replace === null ? [] : [entry.replace]) : candidate.replacements;
  const source = note.text.slice(block.start, block.end);
  const safety = entry?.safe ? 'safe' : 'ask';
  return wordings.flatMap((wording) => {
    const fix = replacementFix(source, block.content.prose, candidate.start, candidate.end, wording, candidate.bases, safety);
    return fix ? [{ ...fix, edits: fix.edits.map((edit) => moved(edit, block.start)) }] : [];
  });
}

function moved<T extends { readonly start: number; readonly end: number }>(span: T, by: number): T {
  return { ...span, start: span.start + by, end: span.end + by };
}

function unread(text: string, ruleSet: RuleSet, context: Context): Analysis {
  const megabytes = (text.length / 1_000_000).toFixed(1);
  return {
    note: parseNote(''),
    type: context.type,
    template: context.template,
    words: 0,
    findings: [],
    strengths: [],
    unchecked: [{ start: 0, end: text.length, reason: `The note is too long to be read (${megabytes} million characters; the limit is ${MAX_NOTE / 1_000_000} million).` }],
    wantsLibraries: false,
    memory: newMemory(ruleSet),
  };
}
