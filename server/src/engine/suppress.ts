/**
 * Which findings the note's own directives set aside (`<!-- alongside-disable-next-line … -->`). For templates and
 * documentation; a writer's own choices live in a sidecar, outside the record.
 */
import type { Finding } from './finding.js';
import type { Directive, Note } from './note/note.js';

/** The findings that stay. A directive whose `until` lies before `today`, or that is malformed, sets nothing aside. */
export function applyDirectives(findings: readonly Finding[], note: Note, today: string): readonly Finding[] {
  const inForce = note.directives.filter((directive) => directive.malformed === null && (directive.until === null || directive.until >= today));
  if (inForce.length === 0) return findings;
  const places = inForce.flatMap((directive): Place[] => {
    const span = linesOf(directive, note.text);
    return span ? [{ directive, ...span }] : [];
  });
  const switches = inForce.filter(({ kind }) => kind === 'disable' || kind === 'enable');
  return findings.filter((finding) => !isSwitchedOff(finding, switches) && !places.some(({ directive, start, end }) => finding.start >= start && finding.start < end && names(directive, finding.rule)));
}

interface Place {
  readonly directive: Directive;
  readonly start: number;
  readonly end: number;
}

/** What a directive of one place reaches, or null for `disable` and `enable`. */
function linesOf(directive: Directive, text: string): { start: number; end: number } | null {
  const lineEnd = endOfLine(text, directive.end);
  switch (directive.kind) {
    case 'disable-file': return { start: 0, end: text.length + 1 };
    case 'disable-line': return { start: text.lastIndexOf('\n', directive.start) + 1, end: lineEnd };
    case 'disable-next-line': return { start: lineEnd, end: endOfLine(text, lineEnd) };
    case 'disable': case 'enable': return null;
  }
}

/** What was said last about a rule holds: `enable label/x` gives one rule back of all that were switched off. */
function isSwitchedOff(finding: Finding, switches: readonly Directive[]): boolean {
  return switches.findLast((directive) => directive.start <= finding.start && names(directive, finding.rule))?.kind === 'disable';
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length + 1 : at + 1;
}

function names(directive: Directive, rule: string): boolean {
  return directive.rules.length === 0 || directive.rules.some((name) => name === rule || rule.startsWith(`${name}/`));
}
