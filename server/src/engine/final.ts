/**
 * Records that are finished: what stands in them was signed or shared, and is not to be changed after the event. It
 * says what may still be done, and does not judge what they hold.
 */
import type { Finding } from './finding.js';
import type { Note } from './note/note.js';
import { titleOf } from './note/place.js';
import type { RuleSet } from './rule-set.js';
import { severityOf } from './settle.js';
import { isoDate } from './words/dates.js';

const FINISHED = /^(?:final(?:i[sz]ed)?|finished|signed(?: off)?|locked|approved|authorised|closed|completed?|shared|filed)$/i;
const DATE_KEYS = ['date', 'written', 'completed', 'finished', 'held'];

/** Whether front matter says so (`status: final`), or gives a date before `before`, an ISO date. */
export function isFinal({ frontMatter }: Note, before: string | null): boolean {
  if (FINISHED.test(frontMatter?.values.get('status')?.[0] ?? '')) return true;
  if (before === null) return false;
  const written = DATE_KEYS.map((key) => isoDate(frontMatter?.values.get(key)?.[0] ?? '')).find((date) => date !== null) ?? null;
  return written !== null && written < before;
}

/** The findings of a finished record: none offers an edit, and one says what may be written beside it. */
export function asItStands(findings: readonly Finding[], note: Note, ruleSet: RuleSet): readonly Finding[] {
  if (findings.length === 0) return findings;
  const rule = ruleSet.rules.find(({ check, severity }) => check?.kind === 'final' && severity !== 'off');
  const left = findings.map((finding) => (finding.fixes.length === 0 ? finding : { ...finding, fixes: [] }));
  if (!rule) return left;
  const { start, end } = titleOf(note);
  const ask = typeof rule.check?.['ask'] === 'string' ? rule.check['ask'] : '';
  const said: Finding = { rule: rule.id, severity: severityOf(rule, false, false), message: `${rule.why} ${ask}`.trim(), title: rule.title, ...(ask === '' ? {} : { ask }), start, end, fixes: [] };
  return [said, ...left].sort((a, b) => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : 1));
}
