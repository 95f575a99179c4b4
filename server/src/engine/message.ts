/**
 * The words of a finding: what was seen, why it matters, what to ask or try. Plain text in British English;
 * how it is laid out is the business of whoever shows it.
 */
import type { Finding } from './finding.js';
import type { Entry, Rule } from './rule.js';
import { readable } from './words/readable.js';

/** `match` is the writer's own words as they stand in the prose. */
export function messageFor(rule: Rule, entry: Entry, match: string, count: number): string {
  const quoted = readable(match);
  if (entry.message) return entry.message.replace(/\{(match|count)\}/g, (_, name: string) => (name === 'match' ? quoted : String(count)));
  const advice = entry.ask ?? (entry.replace === null ? null : `You could write “${plainReplacement(entry.replace)}”.`) ?? (entry.try === null ? null : `You could try: ${entry.try}`);
  return [`“${quoted}”: ${asClause(entry.why ?? rule.why)}`, advice].filter(Boolean).join(' ');
}

/** What an entry has to say beside a message, each by itself. */
export function adviceOf({ why, ask, try: idea }: Entry): Pick<Finding, 'why' | 'ask' | 'try'> {
  return { ...(why ? { why } : {}), ...(ask ? { ask } : {}), ...(idea ? { try: idea } : {}) };
}

/** A replacement without its `/inflect` mark. */
export function plainReplacement(replace: string): string {
  return replace.replace(/\/inflect\b/g, '');
}

/** "It puts …" after a colon starts small; a name or "I" does not. */
function asClause(why: string): string {
  return /^(?:It|This|These|The|They|A|An|Says|Puts|Hides|Reads|Turns|Makes|Treats|Sounds|Can|May|Gives)\b/.test(why) ? why[0].toLowerCase() + why.slice(1) : why;
}
