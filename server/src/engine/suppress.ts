/**
 * Which findings the note's own directives set aside (`<!-- alongside-disable-next-line … -->`). For templates and
 * documentation; a writer's own choices live in a sidecar, outside the record.
 */
import type { Finding } from './finding.js';
import type { Directive, Note } from './note.js';

/** The findings that stay. A directive whose `until` lies before `today`, or that is malformed, sets nothing aside. */
export function applyDirectives(findings: readonly Finding[], note: Note, today: string): readonly Finding[] {
  const inForce = note.directives.filter((directive) => directive.malformed === null && (directive.until === null || directive.until >= today));
  if (inForce.length === 0) return findings;
  const reaches = inForce.map((directive, index) => ({ directive, ...reachOf(directive, inForce.slice(index + 1), note.text) }));
  return findings.filter((finding) => !reaches.some(({ directive, start, end }) => finding.start >= start && finding.start < end && names(directive, finding.rule)));
}

function reachOf(directive: Directive, later: readonly Directive[], text: string): { start: number; end: number } {
  const lineStart = text.lastIndexOf('\n', directive.start - 1) + 1;
  const lineEnd = endOfLine(text, directive.end);
  switch (directive.kind) {
    case 'disable-file': return { start: 0, end: text.length + 1 };
    case 'disable-line': return { start: lineStart, end: lineEnd };
    case 'disable-next-line': return { start: lineEnd, end: endOfLine(text, lineEnd) };
    case 'disable': return { start: directive.end, end: later.find((other) => other.kind === 'enable' && sameRules(directive, other))?.start ?? text.length + 1 };
    case 'enable': return { start: 0, end: 0 };
  }
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length + 1 : at + 1;
}

function sameRules(off: Directive, on: Directive): boolean {
  return on.rules.length === 0 || off.rules.every((rule) => on.rules.includes(rule));
}

function names(directive: Directive, rule: string): boolean {
  return directive.rules.length === 0 || directive.rules.some((name) => name === rule || rule.startsWith(`${name}/`));
}
