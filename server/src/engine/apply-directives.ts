/**
 * Which findings the note's own directives set aside (`<!-- alongside-disable-next-line … -->`), and what there is to
 * say of the directives themselves. For templates and documentation; a writer's own choices live in a sidecar, outside
 * the record.
 */
import type { Finding } from './finding.js';
import type { Directive, Note } from './note/note.js';
import type { Rule } from './rule.js';
import type { RuleSet } from './rule-set.js';
import { inOrder, severityOf } from './settle.js';

/** What the `about` of a check of kind `directive` may be: the one thing its rule says of directives. */
const DIRECTIVE_FLAWS = ['unread', 'expired', 'unused', 'unexplained'] as const;
type Flaw = (typeof DIRECTIVE_FLAWS)[number];

/** The findings that stay, and those about directives. One whose `until` lies before `today`, or that is malformed, sets nothing aside. */
export function applyDirectives(findings: readonly Finding[], note: Note, today: string, ruleSet: Pick<RuleSet, 'rules'>, template: boolean): readonly Finding[] {
  if (note.directives.length === 0) return findings;
  const inForce = note.directives.filter((directive) => directive.malformed === null && !isOver(directive, today));
  const places = inForce.flatMap((directive): Place[] => {
    const span = linesOf(directive, note.text);
    return span ? [{ directive, ...span }] : [];
  });
  const switches = inForce.filter(({ kind }) => kind === 'disable' || kind === 'enable');
  const used = new Set<Directive>(switches.filter((directive) => directive.kind === 'enable' && switches.some((other) => other.kind === 'disable' && other.start < directive.start && overlap(other, directive))));
  const staying = findings.filter((finding) => {
    const over = [...places.filter(({ directive, start, end }) => finding.start >= start && finding.start < end && names(directive, finding.rule)).map(({ directive }) => directive), ...switchedOff(finding, switches)];
    for (const directive of over) used.add(directive);
    return over.length === 0;
  });
  const about = note.directives.flatMap((directive) => flawsOf(directive, used.has(directive), today).flatMap((flaw) => said(directive, flaw, ruleSet, template)));
  return about.length === 0 ? staying : inOrder([...staying, ...about]);
}

function isOver({ until }: Directive, today: string): boolean {
  return until !== null && until < today;
}

/** What cannot be read or has run out sets nothing aside, so nothing else is said of it. */
function flawsOf(directive: Directive, isUsed: boolean, today: string): readonly Flaw[] {
  if (directive.malformed !== null) return ['unread'];
  if (isOver(directive, today)) return ['expired'];
  const unexplained = directive.kind !== 'enable' && !directive.reason;
  return [...(isUsed ? [] : ['unused' as const]), ...(unexplained ? ['unexplained' as const] : [])];
}

function said(directive: Directive, flaw: Flaw, { rules }: Pick<RuleSet, 'rules'>, template: boolean): readonly Finding[] {
  const rule = rules.find(({ check, severity }) => check?.kind === 'directive' && check['about'] === flaw && severity !== 'off');
  if (!rule) return [];
  const ask = typeof rule.check?.['ask'] === 'string' ? rule.check['ask'] : '';
  const message = [rule.why, detailOf(directive, flaw, rules), ask].filter((part) => part !== '').join(' ');
  return [{ rule: rule.id, severity: severityOf(rule, false, template), message, title: rule.title, ...(ask === '' ? {} : { ask }), start: directive.start, end: directive.end, fixes: [] }];
}

function detailOf(directive: Directive, flaw: Flaw, rules: readonly Rule[]): string {
  switch (flaw) {
    case 'unread': return directive.malformed ?? '';
    case 'expired': return `It held until ${directive.until}.`;
    case 'unexplained': return '';
    case 'unused': {
      const unknown = directive.rules.filter((name) => !rules.some(({ id }) => id === name || id.startsWith(`${name}/`)));
      return unknown.length > 0 ? `There is no rule called ${unknown.map((name) => `“${name}”`).join(' or ')}.` : '';
    }
  }
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
function switchedOff(finding: Finding, switches: readonly Directive[]): readonly Directive[] {
  const last = switches.findLast((directive) => directive.start <= finding.start && names(directive, finding.rule));
  return last?.kind === 'disable' ? [last] : [];
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length + 1 : at + 1;
}

function names(directive: Directive, rule: string): boolean {
  return directive.rules.length === 0 || directive.rules.some((name) => name === rule || rule.startsWith(`${name}/`));
}

/** Whether some rule may be named by both. */
function overlap(a: Directive, b: Directive): boolean {
  return names(a, '') || names(b, '') || a.rules.some((name) => names(b, name)) || b.rules.some((name) => names(a, name));
}
