/**
 * Findings → diagnostics. A diagnostic carries its fixes and its question with it, so that no table of them is kept.
 */
import { DiagnosticSeverity, type Diagnostic, type TextEdit } from 'vscode-languageserver';
import type { Finding, Severity } from '../engine/finding.js';
import type { Rule } from '../engine/rule.js';
import type { OpenNote } from './documents.js';

export const SOURCE = 'alongside';

/** What travels in `diagnostic.data`. */
export interface FindingData {
  /** Version of the document that the edits fit. */
  readonly version: number;
  readonly fixes: readonly { readonly title: string; readonly safe: boolean; readonly edits: readonly TextEdit[] }[];
  readonly question: Question | null;
}

/** What an editor shows for a rule that asks. */
export interface Question {
  readonly rule: string;
  readonly title: string;
  readonly match: string;
  readonly why: string;
  readonly ask: string | null;
  readonly try: string | null;
  readonly examples: Rule['examples'];
}

/** Everything there is to say about a note, in order; what was not read is said too. */
export function diagnosticsOf(note: OpenNote): Diagnostic[] {
  const { analysis } = note.reading;
  return [
    ...analysis.findings.map((finding) => ({
      range: note.range(finding),
      severity: SEVERITY[finding.severity],
      code: finding.rule,
      source: SOURCE,
      message: finding.message,
      data: dataOf(finding, note),
    })),
    ...analysis.unchecked.map((span) => ({
      range: note.range(span),
      severity: DiagnosticSeverity.Warning,
      code: 'unchecked',
      source: SOURCE,
      message: `This part was not read. ${span.reason}`,
    })),
  ];
}

function dataOf(finding: Finding, note: OpenNote): FindingData {
  const rule = note.reading.rulebook.compiled.rules.find(({ id }) => id === finding.rule);
  const match = note.reading.analysis.note.prose.slice(finding.start, finding.end).replace(/[\s\u2029\u2060\uFFFC]+/g, ' ').trim();
  return {
    version: note.version,
    fixes: finding.fixes.map((fix) => ({ title: fix.title, safe: fix.safe, edits: fix.edits.map((edit) => ({ range: note.range(edit), newText: edit.text })) })),
    question: rule && (finding.ask ?? finding.try) ? { rule: rule.id, title: rule.title, match, why: rule.why, ask: finding.ask ?? null, try: finding.try ?? null, examples: rule.examples } : null,
  };
}

/** `error` is for templates: a live note's findings never get there. */
const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  suggestion: DiagnosticSeverity.Information,
  warning: DiagnosticSeverity.Warning,
  error: DiagnosticSeverity.Error,
};
