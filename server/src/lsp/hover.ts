/**
 * What the pointer shows over a finding: why, what to ask or try, when to leave it, where the rule comes from.
 */
import { MarkupKind, type Hover, type Position } from 'vscode-languageserver';
import type { Finding } from '../engine/finding.js';
import type { Rule } from '../engine/rule.js';
import type { OpenNote } from './documents.js';

/** `findings` are those on show; `beside` says whether the editor shows the finding's message in the same place, which then need not be said again. */
export function hoverAt(note: OpenNote, findings: readonly Finding[], position: Position, beside: 'message' | 'nothing'): Hover | null {
  const here = findings.map((finding) => ({ finding, range: note.range(finding) })).filter(({ range }) => !isBefore(position, range.start) && !isBefore(range.end, position));
  if (here.length === 0) return null;
  const rules = note.reading.rulebook.compiled.rules;
  return {
    range: here[0].range,
    contents: { kind: MarkupKind.Markdown, value: here.map(({ finding }) => explain(finding, rules.find(({ id }) => id === finding.rule), beside)).join('\n\n---\n\n') },
  };
}

function explain(finding: Finding, rule: Rule | undefined, beside: 'message' | 'nothing'): string {
  const said = beside === 'message' ? [] : [rule && plain(rule.why), finding.ask && `*Ask:* ${plain(finding.ask)}`];
  const fine = rule?.examples.leave.slice(0, 3) ?? [];
  return [
    `**${plain(finding.title)}**`,
    ...said,
    finding.try && `*An idea:* ${plain(finding.try)}`,
    ...finding.fixes.map((fix) => `*Instead:* ${plain(fix.title)}`),
    fine.length > 0 && `*Not raised:*\n\n${fine.map((example) => `- ${plain(example)}`).join('\n')}`,
    rule?.otherView && `*Another view:* ${plain(rule.otherView)}`,
    rule?.whenNotToUse && `*When to leave it:* ${plain(rule.whenNotToUse)}`,
    `${plain(finding.rule)}${rule && rule.sources.length > 0 ? ` · ${plain(rule.sources.join(', '))}` : ''}`,
  ].filter(Boolean).join('\n\n');
}

/** Rule texts are words, never markup. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
