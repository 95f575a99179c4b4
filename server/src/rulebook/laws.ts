/**
 * What must be true of rules beyond being well formed: each example does what it says, no phrase is claimed
 * twice, none is already covered by another rule, no wording offered would itself be raised.
 */
import { analyse, type Context } from '../engine/analyse.js';
import type { PlainEnglish } from '../engine/checks/index.js';
import { plainReplacement } from '../engine/message.js';
import { findPeople, learnPeople, NOBODY } from '../engine/people/people.js';
import { createRuleSet, type CompiledRules, type RuleSet } from '../engine/rule-set.js';
import type { Rule } from '../engine/rule.js';
import { tokenize } from '../engine/words/tokens.js';
import { claimedTwice } from './claims.js';
import type { DecodedRule } from './decode-rule.js';
import type { Problem } from './problem.js';
import type { PlacedText } from './yaml.js';

/** People whom examples may speak of by name. */
export const EXAMPLE_PEOPLE = { children: ['Ava', 'Leo', 'Maya', 'Kai'], family: ['Sana', 'Dee'], professionals: ['Priti Sahota'], services: [] } as const;

/** Problems of the rules, each at its line. `compiled` holds all rules in force, which may speak instead of one another. */
export function checkRules(decoded: readonly DecodedRule[], compiled: CompiledRules, plainEnglish: PlainEnglish | null): readonly Problem[] {
  const ruleSet = createRuleSet(compiled, plainEnglish);
  return [...claimedTwice(decoded), ...decoded.flatMap((rule) => [...checkExamples(rule, ruleSet), ...checkWordings(rule, ruleSet)])];
}

/** An example with its `[[…]]` or `«…»` marks taken out, and the spans they marked. */
export function readExample(marked: string): { text: string; spans: readonly { start: number; end: number }[] } {
  const spans: { start: number; end: number }[] = [];
  let text = '';
  let open = -1;
  for (const part of marked.split(/(\[\[|\]\]|«|»)/)) {
    if (part === '[[' || part === '«') open = text.length;
    else if (part === ']]' || part === '»') spans.push({ start: open, end: text.length });
    else text += part;
  }
  return { text, spans };
}

/** The record an example stands in: of a type and under a heading that the rule reads. */
export function exampleNote(rule: Rule, text: string): { text: string; offset: number; context: Context } {
  const section = rule.where.find((where) => where !== 'headings');
  const before = section === undefined ? '' : `# ${section}\n\n`;
  return { text: before + text, offset: before.length, context: { type: rule.types[0] ?? null, template: false, people: EXAMPLE_PEOPLE, today: '2000-01-01' } };
}

function checkExamples({ rule, file, raise, leave }: DecodedRule, ruleSet: RuleSet): Problem[] {
  const problems: Problem[] = [];
  const say = (at: PlacedText, message: string): unknown => problems.push({ file, line: at.line, column: at.column, message });
  const run = (text: string): { start: number; end: number; rule: string; words: string }[] => {
    const note = exampleNote(rule, text);
    return analyse(note.text, ruleSet, note.context).findings.map((f) => ({ rule: f.rule, start: f.start - note.offset, end: f.end - note.offset, words: note.text.slice(f.start, f.end) }));
  };
  for (const line of raise) {
    const { text, spans } = readExample(line.text);
    const found = run(text);
    const own = found.filter((finding) => finding.rule === rule.id);
    for (const span of spans) {
      if (own.some((finding) => finding.start === span.start && finding.end === span.end)) continue;
      const other = found.find((finding) => finding.start < span.end && finding.end > span.start);
      say(line, `${rule.id} should raise “${text.slice(span.start, span.end)}” here, and ${other ? `${other.rule === rule.id ? 'raises' : `${other.rule} raises`} “${other.words}” instead` : `raises nothing${unknownName(text)}`}.`);
    }
    const extra = own.find((finding) => !spans.some((span) => finding.start < span.end && finding.end > span.start));
    if (extra) say(line, `${rule.id} also raises “${extra.words}” here, which the example does not mark.`);
  }
  for (const line of leave) {
    const found = run(readExample(line.text).text).find((finding) => finding.rule === rule.id);
    if (found) say(line, `${rule.id} should leave this alone, and raises “${found.words}”.`);
  }
  return problems;
}

/** A likely reason why nothing is raised: the sentence names nobody that the example's record knows. */
function unknownName(text: string): string {
  const { children, family, professionals } = EXAMPLE_PEOPLE;
  const people = learnPeople({ blocks: [], frontMatter: null }, EXAMPLE_PEOPLE);
  const named = findPeople(tokenize(text), people, NOBODY, text).edges.length > 0;
  return named || !/\p{Lu}\p{Ll}/u.test(text) ? '' : ` (examples know these names: ${[...children, ...family, ...professionals].join(', ')}; and words such as Mum)`;
}

/** What is offered instead must not itself be raised. */
function checkWordings({ rule, file, id }: DecodedRule, ruleSet: RuleSet): Problem[] {
  return rule.entries.flatMap((entry) => {
    if (entry.replace === null) return [];
    const text = plainReplacement(entry.replace);
    const found = analyse(`They ${text} it.`, ruleSet, exampleNote(rule, '').context).findings.find((finding) => finding.start < 5 + text.length);
    return found ? [{ file, line: id.line, column: id.column, message: `The replacement “${text}” would itself be raised, by ${found.rule}.` }] : [];
  });
}
