/**
 * What the pointer shows over a finding: why, what to ask or try, when to leave it, where the rule comes from and how
 * often it has been right.
 */
import { MarkupKind, type Hover, type Position } from 'vscode-languageserver';
import type { Finding } from '../engine/finding.js';
import type { Rule } from '../engine/rule.js';
import { accuracyText } from '../rulebook/accuracy.js';
import { isBefore, type OpenNote } from './documents.js';
import { waysOf } from './examples.js';

/** What the editor shows in the same place by itself: the finding's message with its title, or nothing. What is there need not be said again. */
export type Beside = 'message' | 'nothing';

/** `findings` are those on show. */
export function hoverAt(note: OpenNote, findings: readonly Finding[], position: Position, beside: Beside): Hover | null {
  const here = findings.map((finding) => ({ finding, range: note.range(finding) })).filter(({ range }) => !isBefore(position, range.start) && !isBefore(range.end, position));
  if (here.length === 0) return null;
  const rules = note.reading.rulebook.compiled.rules;
  // Of several, each is called by its title.
  const titled = beside === 'nothing' || here.length > 1;
  const said = here.map(({ finding }) => [
    ...(titled ? [`**${plain(finding.title)}**`] : []),
    ...explain(finding, rules.find(({ id }) => id === finding.rule), beside),
  ].join('\n\n'));
  return { range: here[0].range, contents: { kind: MarkupKind.Markdown, value: said.join('\n\n---\n\n') } };
}

function explain(finding: Finding, rule: Rule | undefined, beside: Beside): readonly string[] {
  const ways = rule ? waysOf(rule) : [];
  return [
    beside === 'nothing' && rule && plain(finding.why ?? rule.why),
    // Of several findings of a kind the message of the first alone may ask.
    finding.ask && !(beside === 'message' && finding.message.includes(finding.ask)) && `*Ask:* ${plain(finding.ask)}`,
    finding.try && `*An idea:* ${plain(finding.try)}`,
    ...finding.fixes.map((fix) => `*Instead:* ${plain(fix.title)}`),
    ways.length > 0 && `*Would not be underlined:*\n\n${ways.map((way) => `- ${plain(way)}`).join('\n')}`,
    rule?.otherView && `*Another view:* ${plain(rule.otherView)}`,
    rule?.whenNotToUse && `*When to leave it:* ${plain(rule.whenNotToUse)}`,
    // A rule's id is for those who write rules; where the title stands above, it leads them to it.
    [rule?.measured && accuracyText(rule.measured), rule && rule.sources.length > 0 && `From ${rule.sources.map((code) => (code === OUR_OWN ? 'practice judgement' : plain(code))).join(', ')}.`].filter(Boolean).join(' '),
    beside === 'nothing' && plain(finding.rule),
  ].filter((part): part is string => Boolean(part));
}

/** Reasoning with no document behind it (docs/sources.md). */
const OUR_OWN = 'PJ';

/** Rule texts are words, never markup. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
}
