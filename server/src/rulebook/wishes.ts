/**
 * What a record says for itself against a rule: the words a child or family has chosen (`preferences:` in its front
 * matter), and its date, where a rule holds only since a later one. It takes findings away and makes none.
 */
import type { Analysis } from '../engine/analyse.js';
import { ownWords, type Finding, type Span } from '../engine/finding.js';
import type { Rule } from '../engine/rule.js';
import { isoDate } from '../engine/words/dates.js';
import { formsOf } from '../engine/words/inflect.js';
import { tokenize } from '../engine/words/tokens.js';

/** The same analysis without what the record may leave aside. `today` is an ISO date, for records without one. */
export function withWishes(analysis: Analysis, rules: readonly Rule[], today: string): Analysis {
  const values = analysis.note.frontMatter?.values;
  const wishes = wishedWords(values?.get('preferences') ?? values?.get('preference') ?? []);
  const since = new Map(rules.flatMap((rule) => (rule.since ? [[rule.id, rule.since] as const] : [])));
  if (wishes.length === 0 && since.size === 0) return analysis;
  const written = values?.get('date')?.[0] ?? '';
  const date = isoDate(written) ?? /^\d{4}-\d\d(?!\d)/.exec(written)?.[0] ?? today;
  const findings = analysis.findings.filter((finding) => !(date < (since.get(finding.rule) ?? '')) && !(isOfWords(finding) && wishes.some((wish) => stands(wish, ownWords(finding), analysis.note.prose))));
  return findings.length === analysis.findings.length ? analysis : { ...analysis, findings };
}

/** `Tyler likes “birth mum”` wishes for what is quoted; without quotes the whole is the wish. */
export function wishedWords(preferences: readonly string[]): readonly (readonly string[])[] {
  return preferences
    .flatMap((said) => {
      const quoted = [...said.matchAll(/["“”]([^"“”]+)["“”]|(?<!\p{L})['‘]([^'‘’]+)['’](?!\p{L})/gu)].map(([, double, single]) => double ?? single);
      return quoted.length > 0 ? quoted : [said];
    })
    .map((words) => tokenize(words.toLowerCase()).forms)
    .filter((forms) => forms.length > 0);
}

/** A word somebody chose for themselves never makes harm look smaller, and never stands in for a part of a plan. */
function isOfWords({ rule, severity }: Finding): boolean {
  return severity === 'suggestion' && !/^(?:minimising|childs-voice|danger-statement|safety-goal|scaling|plan|family-plan)\//.test(rule);
}

/** Whether the wished words stand over any of what was raised. */
function stands(wish: readonly string[], { start, end }: Span, prose: string): boolean {
  const around = 200;
  const from = Math.max(0, start - around);
  const tokens = tokenize(prose.slice(from, end + around));
  for (let at = 0; at + wish.length <= tokens.count; at++) {
    if (tokens.starts[at] + from >= end) return false;
    if (tokens.ends[at + wish.length - 1] + from <= start) continue;
    if (wish.every((word, index) => tokens.forms[at + index] === word || formsOf(word).includes(tokens.forms[at + index]))) return true;
  }
  return false;
}
