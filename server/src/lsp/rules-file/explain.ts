/**
 * Rules and their settings in words, as Markdown, for whoever writes a rules file. It knows nothing of positions.
 */
import type { Rule } from '../../engine/rule.js';
import type { Key } from '../../rulebook/decode/keys.js';

/** A rule in short: what it is, why, what it raises and what it leaves. */
export function ruleText(rule: Rule): string {
  return [
    `**${plain(rule.title)}**${rule.severity === 'off' ? ' · off' : ` · ${rule.severity}`}`,
    plain(rule.why),
    rule.examples.raise[0] && `*Raises:* ${rule.examples.raise.slice(0, 2).map(marked).join(' · ')}`,
    rule.examples.leave[0] && `*Leaves:* ${plain(rule.examples.leave[0])}`,
    rule.types.length > 0 && `*Reads:* ${rule.types.join(', ')}`,
    rule.otherView && `*Another view:* ${plain(rule.otherView)}`,
    rule.whenNotToUse && `*When to leave it:* ${plain(rule.whenNotToUse)}`,
    rule.sources.length > 0 && `*From:* ${plain(rule.sources.join(', '))}`,
  ].filter(Boolean).join('\n\n');
}

/** Both sides of what guides disagree on. */
export function choiceText(name: string, rules: readonly Rule[]): string {
  return rules.filter(({ choice }) => choice?.startsWith(`${name}/`)).map((rule) => [
    `**${name}: ${rule.choice?.slice(name.length + 1) ?? ''}**`,
    plain(rule.why),
    rule.otherView && `*Another view:* ${plain(rule.otherView)}`,
    rule.sources.length > 0 && `*From:* ${plain(rule.sources.join(', '))}`,
  ].filter(Boolean).join('\n\n')).join('\n\n---\n\n');
}

export function keyText(name: string, { says, shape }: Key): string {
  const values = 'of' in shape && shape.of ? `\n\nOne of: ${shape.of.map((value) => `\`${value}\``).join(', ')}` : '';
  return `**${name}**\n\n${plain(says)}${values}`;
}

/** Rule texts are words, never markup. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
}

/** An example with what it marks in bold. */
function marked(example: string): string {
  return example.split(/(\[\[.*?\]\]|«.*?»)/).map((part) => (/^(?:\[\[|«)/.test(part) ? `**${plain(part.replace(/\[\[|\]\]|[«»]/g, ''))}**` : plain(part))).join('');
}

/** A whole rule as a page of plain text, for readers of one that ships. Not Markdown: it would be read as a record. */
export function rulePage(rule: Rule): string {
  const list = (title: string, lines: readonly string[]): string => (lines.length > 0 ? `${title}\n${lines.map((line) => `  - ${line}`).join('\n')}` : '');
  const answers = [...new Set(rule.entries.flatMap((entry) => [entry.ask, entry.try && `Try: ${entry.try}`, entry.replace && `Write instead: ${entry.replace.replaceAll('/inflect', '')}`]).filter((one): one is string => Boolean(one)))];
  return [
    `${rule.id}\n${rule.title} · ${rule.severity}${rule.types.length > 0 ? ` · reads ${rule.types.join(', ')}` : ''}`,
    rule.why,
    list('Asks or offers:', answers),
    list('Raises:', rule.examples.raise),
    list('Leaves:', rule.examples.leave),
    rule.otherView && `Another view: ${rule.otherView}`,
    rule.whenNotToUse && `When to leave it: ${rule.whenNotToUse}`,
    rule.sources.length > 0 && `From: ${rule.sources.join(', ')}`,
    `To change it, write “${rule.id}:” under “rules:” in alongside.yml.`,
  ].filter(Boolean).join('\n\n');
}
