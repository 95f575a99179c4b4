/** A note as the checks of its actions see it. Knows only what they raise, and not why. */
import { analyse } from '../../server/src/engine/analyse.js';
import { createRuleSet } from '../../server/src/engine/rule-set.js';
import type { NoteType } from '../../server/src/engine/rule.js';
import { BUILT_IN } from './built-in.js';

const RULES = createRuleSet(BUILT_IN, null);
const PARTS: Readonly<Record<string, string>> = { 'plan/no-who': 'who', 'plan/no-when': 'when', 'plan/vague': 'what' };

/** The same note with an arrow at the end of each line where something is raised, and what the line does not say. */
export function marked(text: string, type: NoteType | null): string {
  const { findings } = analyse(text, RULES, { type, template: false, people: { children: [], family: [], professionals: [], services: [] }, today: '2026-01-01' });
  let at = 0;
  return text.split('\n').map((line) => {
    const start = at;
    at += line.length + 1;
    const raised = findings.filter((finding) => PARTS[finding.rule] !== undefined && finding.start >= start && finding.start < at).map(({ rule }) => PARTS[rule]);
    return raised.length === 0 ? line : `${line} ← ${[...new Set(raised)].sort().join(' ')}`;
  }).join('\n');
}
