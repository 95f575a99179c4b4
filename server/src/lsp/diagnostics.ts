/**
 * Findings → diagnostics. A diagnostic carries its fixes and its question with it, so that no table of them is kept.
 */
import { DiagnosticSeverity, DiagnosticTag, type Diagnostic, type DiagnosticRelatedInformation, type TextEdit } from 'vscode-languageserver';
import { ownWords, type Finding, type Severity, type Span } from '../engine/finding.js';
import { proseBetween } from '../engine/note/block-at.js';
import type { Rule } from '../engine/rule.js';
import { readable } from '../engine/words/readable.js';
import type { Look } from './attention/attention.js';
import { uriOf, type OpenNote } from './documents.js';
import { relatedPlaces } from './related.js';
import { underlined, type Underlines } from './underline.js';

export const SOURCE = 'alongside';

/** What travels in `diagnostic.data`. */
export interface FindingData {
  /** Version of the document that the edits fit. */
  readonly version: number;
  readonly rule: string;
  readonly fixes: readonly { readonly title: string; readonly safe: boolean; readonly edits: readonly TextEdit[] }[];
  /** Its ways of putting it are found when it is asked for: with each of many findings they would go out each time. */
  readonly question: Omit<Question, 'ways'> | null;
}

/** What an editor shows for a rule that asks. */
export interface Question {
  readonly rule: string;
  readonly title: string;
  readonly match: string;
  readonly why: string;
  readonly ask: string | null;
  readonly try: string | null;
  /** Ways of putting it that the rule leaves alone. */
  readonly ways: readonly string[];
}

/** As far as the client can show it. */
export interface DiagnosticOptions {
  /** What a diagnostic's code is: the rule's id, or its title, which leads to the rule. */
  readonly titles: 'human' | 'ids';
  /** Whether other places of the note can be shown beside a finding. */
  readonly related: 'places' | 'none';
  readonly underlines: Underlines;
}

/** What is to be shown of a note, in its order; what was not read is said too. */
export function diagnosticsOf(note: OpenNote, look: Look, options: DiagnosticOptions): Diagnostic[] {
  const { analysis } = note.reading;
  return [
    ...look.shown.map((finding) => diagnosticOf(finding, note, options)),
    ...foldOf(look.folded, note, options),
    ...analysis.unchecked.map((span) => ({
      range: note.range(span),
      severity: DiagnosticSeverity.Warning,
      code: options.titles === 'human' ? 'Not read' : 'unchecked',
      source: SOURCE,
      message: `This part was not read. ${span.reason}`,
    })),
  ];
}

/** Where a rule can be read: a team's own in its file, one that ships where a client shows it. */
function rulePageOf(id: string, rule: Rule | undefined): string {
  return rule?.pack.includes('/') ? uriOf(rule.pack) : `alongside-rule:/${id}`;
}

/** The words that were raised, on one line. */
export function wordsOf(finding: Finding, { reading }: OpenNote): string {
  const { start, end } = ownWords(finding);
  return readable(proseBetween(reading.analysis.note, start, end));
}

function diagnosticOf(finding: Finding, note: OpenNote, { titles, related, underlines }: DiagnosticOptions): Diagnostic {
  const rule = note.reading.rulebook.compiled.rules.find(({ id }) => id === finding.rule);
  const places = related === 'places' ? relatedPlaces(finding, rule, note.reading.analysis.note) : [];
  return {
    range: underlined(note, finding, underlines),
    severity: SEVERITY[finding.severity],
    ...(titles === 'human' ? { code: finding.title, codeDescription: { href: rulePageOf(finding.rule, rule) } } : { code: finding.rule }),
    source: SOURCE,
    message: titles === 'human' ? inLines(finding) : finding.message,
    ...(finding.fixes.some(({ edits }) => edits.every(({ text }) => text === '')) ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(places.length > 0 ? { relatedInformation: places.map((place) => placeOf(place, place.says, note)) } : {}),
    data: dataOf(finding, rule, note),
  };
}

/** The question begins a line, and none is long: where an editor shows a finding in a strip, it would run out of it. */
function inLines({ message, ask }: Finding): string {
  const parts = ask && message.endsWith(` ${ask}`) ? [message.slice(0, -ask.length - 1), ask] : [message];
  return parts.map((part) => part.replace(LINE, '$1\n').trimEnd()).join('\n');
}

/** So many characters stand beside an open side bar on a small screen. */
const LINE = /(?=.{81})(.{1,80})\s+/gu;

/** Words of the trade in one line: it stands at the first of them and leads to the others. */
function foldOf(folded: readonly Finding[], note: OpenNote, { titles, related, underlines }: DiagnosticOptions): Diagnostic[] {
  if (folded.length === 0) return [];
  const words = [...new Set(folded.map((finding) => wordsOf(finding, note)))];
  const named = words.slice(0, 2).map((word) => `“${word}”`).join(' and ');
  const data: FindingData = { version: note.version, rule: FOLD, fixes: [], question: null };
  return [{
    range: underlined(note, folded[0], underlines),
    severity: DiagnosticSeverity.Information,
    code: titles === 'human' ? 'Words of our own trade' : FOLD,
    source: SOURCE,
    message: `${folded.length} words of our own trade in this record, such as ${named}.${titles === 'human' ? '\n' : ' '}If the family read it one day, which of them would need saying in plain words?`,
    ...(related === 'places' ? { relatedInformation: folded.map((finding) => placeOf(finding, `“${wordsOf(finding, note)}”: ${finding.title}`, note)) } : {}),
    data,
  }];
}

/** In place of a rule, for the line that many findings are folded into. */
export const FOLD = 'jargon';

function placeOf(span: Span, message: string, note: OpenNote): DiagnosticRelatedInformation {
  return { location: { uri: note.document.uri, range: note.range(span) }, message };
}

function dataOf(finding: Finding, rule: Rule | undefined, note: OpenNote): FindingData {
  return {
    version: note.version,
    rule: finding.rule,
    fixes: finding.fixes.map((fix) => ({ title: fix.title, safe: fix.safe, edits: fix.edits.map((edit) => ({ range: note.range(edit), newText: edit.text })) })),
    question: rule && (finding.ask ?? finding.try) ? { rule: rule.id, title: rule.title, match: wordsOf(finding, note), why: finding.why ?? rule.why, ask: finding.ask ?? null, try: finding.try ?? null } : null,
  };
}

/** `error` is for templates: a live note's findings never get there. */
const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  suggestion: DiagnosticSeverity.Information,
  warning: DiagnosticSeverity.Warning,
  error: DiagnosticSeverity.Error,
};
