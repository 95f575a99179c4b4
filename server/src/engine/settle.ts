/**
 * From what was found in each block to what is said about the note: which rules read that place, which of several
 * matches over the same words speaks, first uses, explanations, evidence. One cheap pass, done anew for each analysis;
 * it does not look at the text to find anything.
 */
import type { Candidate } from './checks/phrases.js';
import type { Finding, Fix, Severity } from './finding.js';
import { replacementFix } from './fix.js';
import { messageFor } from './message.js';
import type { Block, Note } from './note/note.js';
import type { Entry, NoteType, Rule } from './rule.js';
import type { RuleSet } from './rule-set.js';

/** A block of the note, and what its own words gave. */
export interface ReadBlock {
  readonly block: Block;
  readonly candidates: readonly Candidate[];
  /** Terms that the block explains. */
  readonly explains: readonly string[];
}

/** What was said of a candidate, at offsets of its block, and of how many uses of its term. */
export interface Said {
  readonly count: number;
  readonly finding: Finding;
}

/** Findings in no order. `blocks` in the note's order; those that hold nothing may be left out. `said` is kept from one analysis to the next. */
export function settle(blocks: readonly ReadBlock[], note: Note, ruleSet: RuleSet, type: NoteType | null, template: boolean, said: WeakMap<Candidate, Said>): readonly Finding[] {
  const kept: Placed[] = [];
  const seen = new Set<string>();
  for (const { block, candidates, explains } of blocks) {
    const applicable = candidates.filter((candidate) => applies(ruleSet.rules[candidate.rule], block, note, type, template) && !borneOut(candidate, ruleSet.rules[candidate.rule]));
    for (const candidate of firstUses(withoutOverlaps(applicable, ruleSet), ruleSet, explains, seen)) kept.push({ candidate, block });
    for (const term of explains) seen.add(`explained ${term}`);
  }
  const counts = new Map<string, number>();
  for (const { candidate } of kept) counts.set(useOf(candidate), (counts.get(useOf(candidate)) ?? 0) + 1);
  return kept.map(({ candidate, block }) => {
    const count = counts.get(useOf(candidate)) ?? 1;
    let known = said.get(candidate);
    if (known?.count !== count) said.set(candidate, (known = { count, finding: findingOf({ candidate, block }, count, ruleSet, note, template) }));
    return placed(known.finding, block.start);
  });
}

/** By start, then end, then rule. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : 1));
}

/** Whether a rule reads this kind of note at all; a template is read by every rule. */
export function readsType(rule: Rule, type: NoteType | null, template: boolean): boolean {
  return rule.types.length === 0 || (type !== null && rule.types.includes(type)) || (template && type === null);
}

/** The same span, `by` further on. */
export function moved<T extends { readonly start: number; readonly end: number }>(span: T, by: number): T {
  return { ...span, start: span.start + by, end: span.end + by };
}

interface Placed {
  readonly candidate: Candidate;
  readonly block: Block;
}

/** What counts as one use of a term by one rule. */
function useOf(candidate: Candidate): string {
  return `${candidate.rule} ${candidate.term}`;
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
  const under = (words: readonly string[]): boolean => words.some((word) => headings.some((heading) => holdsWord(heading, word.toLowerCase())));
  return (sections.length === 0 || under(sections)) && !under(rule.notWhere);
}

/** A heading holds a word where it begins one of its own: "plan" is in "Plans for Leo", not in "Explanation". */
function holdsWord(heading: string, word: string): boolean {
  for (let at = heading.indexOf(word); at >= 0; at = heading.indexOf(word, at + 1)) if (at === 0 || !/[\p{L}\p{N}]/u.test(heading[at - 1])) return true;
  return false;
}

/** Where matches overlap, a team's own rule speaks alone; then the one that took in most text, the longer underline, the rule that reads fewer places. */
function withoutOverlaps(candidates: readonly Candidate[], ruleSet: RuleSet): readonly Candidate[] {
  if (candidates.length < 2) return candidates;
  const narrow = (candidate: Candidate): number => {
    const rule = ruleSet.rules[candidate.rule];
    return Number(rule.types.length > 0) + Number(rule.where.length > 0);
  };
  const isOwn = (candidate: Candidate): number => Number(ruleSet.rules[candidate.rule].id.startsWith('ours/'));
  const ranked = [...candidates].sort(
    (a, b) => isOwn(b) - isOwn(a) || b.reach - a.reach || b.end - b.start - (a.end - a.start) || narrow(b) - narrow(a) || a.start - b.start || a.rule - b.rule || a.entry - b.entry,
  );
  const chosen: Candidate[] = [];
  // What is said of a whole sentence (its length) and of words in it may stand together.
  const ofSentence = (candidate: Candidate): boolean => ruleSet.rules[candidate.rule].check?.kind === 'readability';
  for (const candidate of ranked) if (ofSentence(candidate) || !chosen.some((other) => !ofSentence(other) && other.start < candidate.end && other.end > candidate.start)) chosen.push(candidate);
  return chosen.sort((a, b) => a.start - b.start);
}

/** What stands beside the words says concretely what they say vaguely. */
function borneOut({ evidence }: Candidate, rule: Rule): boolean {
  return evidence && (rule.evidence === 'clears' || (rule.evidence === 'lowers' && rule.level === 'gentle' && rule.severity === 'suggestion'));
}

/** Drops what is explained, and repeats of a term that is raised once. Adds to `seen`. */
function firstUses(candidates: readonly Candidate[], ruleSet: RuleSet, explains: readonly string[], seen: Set<string>): readonly Candidate[] {
  return candidates.filter((candidate) => {
    const rule = ruleSet.rules[candidate.rule];
    if (rule.explained === 'clears') {
      if (candidate.explained) seen.add(`explained ${candidate.term}`);
      if (seen.has(`explained ${candidate.term}`) || explains.includes(candidate.term)) return false;
    }
    if (rule.raise === 'every') return true;
    const use = useOf(candidate);
    if (seen.has(use)) return false;
    seen.add(use);
    return true;
  });
}

/** How loudly a rule speaks here: a live note never shows an `error`. */
export function severityOf(rule: Rule, evidence: boolean, template: boolean): Severity {
  if (rule.severity === 'off' || (rule.severity === 'warning' && evidence && rule.evidence === 'lowers')) return 'suggestion';
  return rule.severity === 'error' && !template ? 'warning' : rule.severity;
}

function placed(finding: Finding, by: number): Finding {
  const fixes = finding.fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => moved(edit, by)) }));
  return { ...moved(finding, by), fixes };
}

/** At offsets of the block. */
function findingOf({ candidate, block }: Placed, count: number, ruleSet: RuleSet, note: Note, template: boolean): Finding {
  const rule = ruleSet.rules[candidate.rule];
  const entry: Entry | undefined = rule.entries[candidate.entry];
  const prose = block.content.prose;
  return {
    rule: rule.id,
    severity: severityOf(rule, candidate.evidence, template),
    message: candidate.message ?? messageFor(rule, entry, prose.slice(candidate.start, candidate.end), count),
    title: rule.title,
    ...(entry?.ask ? { ask: entry.ask } : {}),
    ...(entry?.try ? { try: entry.try } : {}),
    start: candidate.start,
    end: candidate.end,
    fixes: fixesOf(candidate, entry, block, note),
  };
}

function fixesOf(candidate: Candidate, entry: Entry | undefined, block: Block, note: Note): readonly Fix[] {
  if (candidate.spoken || block.content.quoted) return [];
  const wordings = entry ? (entry.replace === null ? [] : [entry.replace]) : candidate.replacements;
  const source = note.text.slice(block.start, block.end);
  const safety = entry?.safe ? 'safe' : 'ask';
  return wordings.flatMap((wording) => {
    const fix = replacementFix(source, block.content.prose, candidate.start, candidate.end, wording, candidate.bases, safety);
    return fix ? [fix] : [];
  });
}
