/**
 * From what was found in each block to what is said about the note: which rules read that place, which of several
 * matches over the same words speaks, first uses, explanations, evidence. What a block settles by itself is kept with
 * it; only uses of a term are counted anew over the note. It does not look at the text to find anything.
 */
import { beginningWith } from './checks/block-check.js';
import type { Candidate } from './phrases/candidates.js';
import { moved, type Finding, type Fix, type Severity, type Span } from './finding.js';
import { replacementFix } from './fix.js';
import { adviceOf, messageFor } from './message.js';
import { inFieldHead } from './note/field-head.js';
import { holding } from './in-order.js';
import type { Block, Content, Note } from './note/note.js';
import { categoryOf, withoutOverlaps } from './overlaps.js';
import type { Entry, NoteType, Rule } from './rule.js';
import type { RuleSet } from './rule-set.js';
import { textToKeep } from './to-keep.js';
import { underlined } from './underlined.js';
import { isLetterOrDigit } from './words/letters.js';
import type { Tokens } from './words/tokens.js';

/** What a block's own words gave, for as long as they are read alike: with one rule set, type of note and kind of text. */
export interface BlockCandidates {
  readonly candidates: readonly Candidate[];
  /** Terms that the block explains. */
  readonly explains: readonly string[];
  readonly detail: { readonly tokens: Tokens };
  /** What was made of it the last time. */
  settled: Settled | null;
}

/** Numbers for terms, the same from one analysis to the next: uses of them are counted at every keystroke. Grows. */
export type Terms = Map<string, number>;

/** Findings in the order of their blocks. `foundIn` says what a block's own words gave; `clear`: terms that need no explaining in this note. */
export function settle(note: Note, foundIn: (block: Block) => BlockCandidates, clear: readonly string[], ruleSet: RuleSet, type: NoteType | null, template: boolean, terms: Terms): readonly Finding[] {
  const paths: (string | undefined)[] = [];
  const pathOf = (block: Block): string => (paths[block.section] ??= headingsOver(block, note));
  const settled: Settled[] = [];
  const settledAt: Block[] = [];
  for (const block of note.blocks) {
    const found = foundIn(block);
    if (found.candidates.length === 0 && found.explains.length === 0) continue;
    const known = found.settled;
    settled.push(known !== null && (known.path === null || known.path === pathOf(block)) ? known : (found.settled = settledIn(found, block, pathOf, ruleSet, type, template, terms)));
    settledAt.push(block);
  }
  const explained = new Uint8Array(terms.size);
  for (const term of clear) if (terms.has(term)) explained[numberOf(term, terms)] = 1;
  const counts = new Int32Array(terms.size);
  const kept: Speaking[] = [];
  const keptIn: Block[] = [];
  for (let at = 0; at < settled.length; at++) {
    const { speaking, explains } = settled[at];
    for (const one of speaking) {
      if (!speaksHere(one, explains, explained, counts, terms)) continue;
      kept.push(one);
      keptIn.push(settledAt[at]);
      counts[one.use]++;
    }
    for (const term of explains) explained[term] = 1;
  }
  const messages = new Map<string, string>();
  return kept.map((speaking, at) => sayOf(speaking, keptIn[at], counts[speaking.use], note, ruleSet, template, messages));
}

/** By start, then end, then rule. */
export function byPlace(a: Finding, b: Finding): number {
  return a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : 1);
}

/** Whether a rule reads this kind of note at all; a template is read by every rule. */
export function readsType(rule: Rule, type: NoteType | null, template: boolean): boolean {
  return rule.types.length === 0 || (type !== null && rule.types.includes(type)) || (template && type === null);
}

/** How loudly a rule speaks here: a live note never shows an `error`. */
export function severityOf(rule: Rule, evidence: boolean, template: boolean): Severity {
  if (rule.severity === 'off' || (rule.severity === 'warning' && evidence && rule.evidence === 'lowers')) return 'suggestion';
  return rule.severity === 'error' && !template ? 'warning' : rule.severity;
}

interface Settled {
  /** The headings it stood under, lower case, one a line; null where no rule of it asks for them. */
  readonly path: string | null;
  /** The candidates that may speak there, by start. */
  readonly speaking: readonly Speaking[];
  /** Terms that the block explains. */
  readonly explains: readonly number[];
}

interface Speaking {
  readonly candidate: Candidate;
  /** What is underlined, in the block's prose: with the words that complete it. */
  readonly shown: Span;
  /** What counts as one use of a term by one rule. */
  readonly use: number;
  /** Its term, and all that begin as it does, where the rule is silent about one that is explained; else -1. */
  readonly term: number;
  readonly opening: number;
  /** Repeats of it say nothing. */
  readonly once: boolean;
  /** What was last said of it, with its block at `start`, and of how many uses. */
  said: { readonly count: number; readonly start: number; readonly finding: Finding } | null;
}

function settledIn(found: BlockCandidates, block: Block, pathOf: (block: Block) => string, ruleSet: RuleSet, type: NoteType | null, template: boolean, terms: Terms): Settled {
  const asksWhere = found.candidates.some(({ rule }) => ruleSet.rules[rule].where.some((where) => where !== 'headings') || ruleSet.rules[rule].notWhere.length > 0);
  const headings = asksWhere ? pathOf(block) : null;
  // What would be written instead may stand there already, capitals and all.
  const isSo = ({ rule, entry, start, end }: Candidate): boolean => ruleSet.rules[rule].entries[entry]?.replace === block.content.prose.slice(start, end);
  const ofForm = template ? [] : found.candidates.filter((candidate) => isOfForm(candidate, ruleSet.rules[candidate.rule], block));
  // Shorter words of the same rule in them are the form's too.
  const forms = new Map([...new Set(ofForm.map(({ rule }) => rule))].map((rule) => [rule, holding(ofForm.filter((one) => one.rule === rule).sort((x, y) => x.start - y.start))]));
  const isInForm = (candidate: Candidate): boolean => forms.get(candidate.rule)?.(candidate) === true;
  const applicable = found.candidates.filter((candidate) => applies(ruleSet.rules[candidate.rule], block, headings ?? '', type, template) && !isInForm(candidate) && !borneOut(candidate, ruleSet.rules[candidate.rule]) && !isSo(candidate));
  let last = 0;
  const speaking = withoutOverlaps(applicable, ruleSet).map((candidate, at, all): Speaking => {
    const rule = ruleSet.rules[candidate.rule];
    const clears = rule.explained === 'clears';
    const shown = underlined(categoryOf(rule), block.content.prose, found.detail.tokens, candidate, last, all[at + 1]?.start ?? Infinity);
    last = shown.end;
    return {
      candidate,
      shown,
      use: numberOf(`${candidate.rule} ${candidate.term}`, terms),
      term: clears ? numberOf(candidate.term, terms) : -1,
      opening: clears && candidate.term.includes(' ') ? numberOf(beginningWith(candidate.term.slice(0, candidate.term.indexOf(' '))), terms) : -1,
      once: rule.raise !== 'every',
      said: null,
    };
  });
  return { path: headings, speaking, explains: found.explains.map((term) => numberOf(term, terms)) };
}

function sayOf(speaking: Speaking, block: Block, count: number, note: Note, ruleSet: RuleSet, template: boolean, messages: Map<string, string>): Finding {
  const { said } = speaking;
  if (said?.count === count && said.start === block.start) return said.finding;
  const finding = said?.count === count ? placed(said.finding, block.start - said.start) : placed(findingOf(speaking, block, note, count, ruleSet, template, messages), block.start);
  speaking.said = { count, start: block.start, finding };
  return finding;
}

function headingsOver({ section }: Block, { sections }: Note): string {
  let headings = '';
  for (let index = section; index >= 0; index = sections[index].parent) headings += `${sections[index].heading.toLowerCase()}\n`;
  return headings;
}

/** Whether a rule reads the place where a candidate stands: record type, heading or text, section. */
function applies(rule: Rule, block: Block, headings: string, type: NoteType | null, template: boolean): boolean {
  if (!readsType(rule, type, template)) return false;
  const { kind } = block.content;
  if ((kind === 'heading' || kind === 'header-cell') && !template && !rule.where.includes('headings')) return false;
  const under = (words: readonly string[]): boolean => words.some((word) => holdsWord(headings, word.toLowerCase()));
  const sections = rule.where.filter((where) => where !== 'headings');
  return (sections.length === 0 || under(sections)) && (rule.notWhere.length === 0 || !under(rule.notWhere));
}

/** What the head of a field calls a thing is how the form has it; letters are a puzzle there too. */
function isOfForm(candidate: Candidate, rule: Rule, { content }: Block): boolean {
  return candidate.entry >= 0 && rule.level === 'gentle' && !rule.where.includes('headings') && (inFieldHead(content.prose, candidate) || isTitle(candidate, content));
}

/**
 * Two words or more in capitals that open a block, "LEGAL PLANNING MEETING, note for file", after small ones too,
 * "RECORD OF STRATEGY DISCUSSION"; or a paragraph of their own, as bold headings are.
 */
function isTitle({ start, end }: Candidate, { kind, prose }: Content): boolean {
  const words = prose.slice(start, end);
  if (!words.includes(' ') || start > LONGEST_OPENING) return false;
  return (/^[A-Z ]*$/.test(prose.slice(0, start)) && words === words.toUpperCase()) || (kind === 'paragraph' && /^(?:\d+[.)] )?$/.test(prose.slice(0, start)) && /^\s*:?\s*$/.test(prose.slice(end)));
}

const LONGEST_OPENING = 40;

/** Headings hold a word where it begins one of theirs: "plan" is in "Plans for Leo", not in "Explanation". */
function holdsWord(headings: string, word: string): boolean {
  for (let at = headings.indexOf(word); at >= 0; at = headings.indexOf(word, at + 1)) if (at === 0 || !isLetterOrDigit(headings, at - 1)) return true;
  return false;
}

/** What stands beside the words says concretely what they say vaguely. */
function borneOut({ evidence }: Candidate, rule: Rule): boolean {
  return evidence && (rule.evidence === 'clears' || rule.evidence === 'doer' || (rule.evidence === 'lowers' && rule.level === 'gentle' && rule.severity === 'suggestion'));
}

/** Not what is explained, nor repeats of a term that is raised once. Adds to `explained`. */
function speaksHere({ candidate, use, term, opening, once }: Speaking, explains: readonly number[], explained: Uint8Array, counts: Int32Array, terms: Terms): boolean {
  if (term >= 0) {
    if (candidate.explained && explained[term] === 0) {
      explained[term] = 1;
      for (const shorter of shorterThan(candidate.term)) explained[terms.get(shorter) ?? term] = 1;
    }
    if (explained[term] === 1 || explains.includes(term)) return false;
    if (opening >= 0 && (explained[opening] === 1 || explains.includes(opening))) return false;
  }
  return !once || counts[use] === 0;
}

/** A term without some of its words: whoever explains a section 47 enquiry has explained section 47. */
function shorterThan(term: string): readonly string[] {
  const words = term.split(' ');
  if (words.length > MOST_WORDS) return [];
  return Array.from({ length: 2 ** words.length - 2 }, (_, at) => words.filter((_word, i) => ((at + 1) >> i) & 1).join(' '));
}

const MOST_WORDS = 5;

function numberOf(term: string, terms: Terms): number {
  const known = terms.get(term);
  if (known !== undefined) return known;
  terms.set(term, terms.size);
  return terms.size - 1;
}

function placed(finding: Finding, by: number): Finding {
  // Most have neither.
  if (!finding.words && finding.fixes.length === 0) return moved(finding, by);
  return { ...moved(finding, by), ...(finding.words ? { words: moved(finding.words, by) } : {}), fixes: finding.fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => moved(edit, by)) })) };
}

/** At offsets of the block. */
function findingOf({ candidate, shown }: Speaking, block: Block, note: Note, count: number, ruleSet: RuleSet, template: boolean, messages: Map<string, string>): Finding {
  const { start, end } = candidate;
  const rule = ruleSet.rules[candidate.rule];
  const entry: Entry | undefined = rule.entries[candidate.entry] ?? candidate.says;
  return {
    rule: rule.id,
    severity: severityOf(rule, candidate.evidence, template),
    message: textToKeep(candidate.message ?? messageFor(rule, entry, block.content.prose.slice(start, end), count), messages),
    title: rule.title,
    ...(entry ? adviceOf(entry) : {}),
    ...(shown === candidate ? { start, end } : { ...shown, words: { start, end } }),
    fixes: fixesOf(candidate, shown, entry, block, note),
  };
}

/** Where more is underlined than is replaced, the title of a fix says what is. */
function fixesOf(candidate: Candidate, shown: Span, entry: Entry | undefined, { start, end, content: { prose, quoted } }: Block, { text }: Note): readonly Fix[] {
  if (candidate.spoken || quoted) return [];
  const wordings = entry ? (entry.replace === null ? [] : [entry.replace]) : candidate.replacements;
  const safety = entry?.safe ? 'safe' : 'ask';
  const naming = shown === candidate ? 'underlined' : 'named';
  return wordings.flatMap((wording) => {
    const fix = replacementFix(text.slice(start, end), prose, candidate.start, candidate.end, wording, candidate.bases, safety, naming);
    return fix ? [fix] : [];
  });
}
