/**
 * Which findings the note's own directives set aside (`<!-- alongside-disable-next-line … -->`), and what there is to
 * say of the directives themselves. For templates and documentation; a writer's own choices live in a sidecar, outside
 * the record.
 */
import type { Finding } from './finding.js';
import type { Directive, Note } from './note/note.js';
import type { Rule } from './rule.js';
import type { RuleSet } from './rule-set.js';
import { byPlace, severityOf } from './settle.js';

/** What the `about` of a check of kind `directive` may be: the one thing its rule says of directives. */
const DIRECTIVE_FLAWS = ['unread', 'expired', 'unused', 'unexplained'] as const;
type Flaw = (typeof DIRECTIVE_FLAWS)[number];

/** Of findings in order, those that stay, and those about directives, in order. One whose `until` lies before `today`, or that is malformed, sets nothing aside. */
export function applyDirectives(findings: readonly Finding[], note: Note, today: string, ruleSet: Pick<RuleSet, 'rules'>, template: boolean): readonly Finding[] {
  if (note.directives.length === 0) return findings;
  const inForce = note.directives.filter((directive) => directive.malformed === null && !isOver(directive, today));
  const places = inForce.flatMap((directive): Place[] => {
    const span = linesOf(directive, note.text);
    return span ? [{ directive, ...span }] : [];
  }).sort((one, other) => one.start - other.start);
  const ofFile = byName(inForce.filter(({ kind }) => kind === 'disable-file'));
  const switches = inForce.filter(({ kind }) => kind === 'disable' || kind === 'enable');
  const used = new Set<Directive>(takenBack(switches));
  /** What was said last, by name, up to the finding that is looked at; and the first place that may still reach it. */
  const last = new Map<string, Directive>();
  let [heard, open] = [0, 0];
  const staying = findings.filter((finding) => {
    for (; heard < switches.length && switches[heard].start <= finding.start; heard++) for (const name of namesOf(switches[heard])) last.set(name, switches[heard]);
    while (open < places.length && places[open].end <= finding.start) open++;
    const over: Directive[] = [];
    for (let at = open; at < places.length && places[at].start <= finding.start; at++) if (finding.start < places[at].end && names(places[at].directive, finding.rule)) over.push(places[at].directive);
    const keys = reaching(finding.rule);
    for (const key of keys) {
      over.push(...(ofFile.get(key) ?? []));
      // The others have been used by now.
      ofFile.set(key, (ofFile.get(key) ?? []).slice(0, 1));
    }
    // What was said last about a rule holds: `enable label/x` gives one rule back of all that were switched off.
    const switched = keys.flatMap((key) => last.get(key) ?? []).reduce<Directive | null>((latest, one) => (latest && latest.start > one.start ? latest : one), null);
    if (switched?.kind === 'disable') over.push(switched);
    for (const directive of over) used.add(directive);
    return over.length === 0;
  });
  const about = note.directives.flatMap((directive) => flawsOf(directive, used.has(directive), today).flatMap((flaw) => said(directive, flaw, ruleSet, template)));
  return about.length === 0 ? staying : [...staying, ...about].sort(byPlace);
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

/** What a directive of one place reaches, or null for one that reaches further. */
function linesOf(directive: Directive, text: string): { start: number; end: number } | null {
  const lineEnd = endOfLine(text, directive.end);
  switch (directive.kind) {
    case 'disable-line': return { start: text.lastIndexOf('\n', directive.start) + 1, end: lineEnd };
    case 'disable-next-line': return { start: lineEnd, end: endOfLine(text, lineEnd) };
    case 'disable-file': case 'disable': case 'enable': return null;
  }
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length + 1 : at + 1;
}

function names(directive: Directive, rule: string): boolean {
  return directive.rules.length === 0 || directive.rules.some((name) => name === rule || rule.startsWith(`${name}/`));
}

/** As names are looked up: '' stands for every rule. */
function namesOf({ rules }: Directive): readonly string[] {
  return rules.length === 0 ? [''] : rules;
}

/** Names under which a directive may speak of a rule: its own, its category's, everybody's. */
function reaching(rule: string): readonly string[] {
  return ['', ...rule.split('/').map((_, at, parts) => parts.slice(0, at + 1).join('/'))];
}

function byName(directives: readonly Directive[]): Map<string, readonly Directive[]> {
  const named = new Map<string, Directive[]>();
  for (const directive of directives) {
    for (const name of namesOf(directive)) {
      const same = named.get(name);
      if (same) same.push(directive);
      else named.set(name, [directive]);
    }
  }
  return named;
}

/** Each `enable` that gives back something of what was switched off before it. */
function takenBack(switches: readonly Directive[]): readonly Directive[] {
  const off = new Set<string>();
  /** The names that something switched off stands under. */
  const above = new Set<string>();
  return switches.filter((directive) => {
    if (directive.kind === 'enable') return namesOf(directive).some((name) => (name === '' ? off.size > 0 : above.has(name) || reaching(name).some((one) => off.has(one))));
    for (const name of namesOf(directive)) {
      off.add(name);
      for (const one of reaching(name)) above.add(one);
    }
    return false;
  });
}
