/**
 * What must be true of a rule beyond being well formed: each example does what it says, and no wording offered would
 * itself be raised.
 */
import { ownWords } from '../../engine/finding.js';
import { analyse, type Context } from '../../engine/analyse.js';
import { plainReplacement } from '../../engine/message.js';
import { findPeople, learnPeople, NOBODY, type KnownPeople } from '../../engine/people/people.js';
import type { RuleSet } from '../../engine/rule-set.js';
import type { Rule } from '../../engine/rule.js';
import { tokenize } from '../../engine/words/tokens.js';
import { lostFact } from './facts.js';
import type { WrittenExamples } from '../decode/examples.js';
import type { DecodedRule, WrittenPhrase } from '../decode/rule.js';
import type { Mend, Problem } from '../problem.js';
import type { PlacedText } from '../yaml/yaml.js';

/** People whom examples may speak of by name. */
export const EXAMPLE_PEOPLE = { children: ['Ava', 'Leo', 'Maya', 'Kai'], family: ['Sana', 'Dee'], professionals: ['Priti Sahota'], services: [] } as const;

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

/** The record an example stands in: of a type and under a heading that the rule reads. `known` are people a rules file names. */
export function exampleNote(rule: Rule, text: string, known: KnownPeople = EXAMPLE_PEOPLE): { text: string; offset: number; context: Context } {
  const section = rule.where.find((where) => where !== 'headings');
  const before = section === undefined ? '' : `# ${section}\n\n`;
  return { text: before + text, offset: before.length, context: { type: rule.types[0] ?? null, template: false, people: known, today: '2000-01-01' } };
}

/** A rule and sentences that say what it does, where they stand. */
export interface Exemplified extends WrittenExamples {
  readonly rule: Rule;
  readonly file: string;
  /** Absent where the rule's phrases are not at hand. */
  readonly phrases?: readonly WrittenPhrase[];
}

/** The people examples may speak of, where a rules file names some of its own. */
export function examplePeople(known: KnownPeople): KnownPeople {
  const both = (kind: keyof KnownPeople): readonly string[] => [...EXAMPLE_PEOPLE[kind], ...known[kind]];
  return { children: both('children'), family: both('family'), professionals: both('professionals'), services: both('services') };
}

/** Examples that do not do what they say, each at its line. */
export function checkExamples({ rule, file, raise, leave, phrases }: Exemplified, ruleSet: RuleSet, known: KnownPeople = EXAMPLE_PEOPLE): Problem[] {
  const problems: Problem[] = [];
  const say = (at: PlacedText, message: string, mends: readonly Mend[] = []): unknown => problems.push({ file, line: at.line, column: at.column, length: at.text.length, message, mends });
  /** Marking in an example what its rule does raise there. */
  const marking = (at: PlacedText, text: string, own: readonly { start: number; end: number }[]): readonly Mend[] => {
    const marked = [...own].sort((a, b) => b.start - a.start).reduce((now, { start, end }) => `${now.slice(0, start)}[[${now.slice(start, end)}]]${now.slice(end)}`, text);
    return own.length === 0 ? [] : [{ title: 'Mark what is raised', start: at.offset, end: at.offset + at.text.length, text: marked }];
  };
  const run = (text: string): { start: number; end: number; rule: string; words: string }[] => {
    const note = exampleNote(rule, text, known);
    const { findings, strengths } = analyse(note.text, ruleSet, note.context);
    // What a rule is glad of, its examples mark as others do what they raise.
    const glad = rule.check?.kind === 'strength' ? strengths.filter(({ kind }) => kind === rule.check?.['strength']).map((seen) => ({ ...seen, rule: rule.id })) : [];
    return [...findings.map((finding) => ({ rule: finding.rule, ...ownWords(finding) })), ...glad].map(({ rule: id, start, end }) => ({ rule: id, start: start - note.offset, end: end - note.offset, words: note.text.slice(start, end) }));
  };
  for (const line of raise) {
    const { text, spans } = readExample(line.text);
    const found = run(text);
    const own = found.filter((finding) => finding.rule === rule.id);
    for (const span of spans) {
      if (own.some((finding) => finding.start === span.start && finding.end === span.end)) continue;
      const other = found.find((finding) => finding.start < span.end && finding.end > span.start);
      say(line, `${rule.id} should raise “${text.slice(span.start, span.end)}” here, and ${other ? `${other.rule === rule.id ? 'raises' : `${other.rule} raises`} “${other.words}” instead` : `raises nothing${rule.severity === 'off' ? ' (it is off)' : phrases?.every(({ text: phrase }) => !phrase.includes('{')) ? '' : unknownName(text, known)}`}.`, marking(line, text, own));
    }
    const extra = own.find((finding) => !spans.some((span) => finding.start < span.end && finding.end > span.start));
    if (extra) say(line, `${rule.id} also raises “${extra.words}” here, which the example does not mark.`, marking(line, text, own));
  }
  for (const line of leave) {
    const found = run(readExample(line.text).text).find((finding) => finding.rule === rule.id);
    if (found) say(line, `${rule.id} should leave this alone, and raises “${found.words}”.`);
  }
  return problems;
}

/** A likely reason why nothing is raised: the sentence names nobody that the example's record knows. */
function unknownName(text: string, known: KnownPeople): string {
  const { children, family, professionals } = EXAMPLE_PEOPLE;
  const people = learnPeople({ blocks: [], frontMatter: null }, known);
  const named = findPeople(tokenize(text), people, NOBODY, text).edges.length > 0;
  return named || !/\p{Lu}\p{Ll}/u.test(text) ? '' : ` (examples know these names: ${[...children, ...family, ...professionals].join(', ')}; and words such as Mum)`;
}

/** What is offered instead must not itself be raised, and must keep every fact. */
export function checkWordings({ rule, file, answers, phrases }: Pick<DecodedRule, 'rule' | 'file' | 'answers' | 'phrases'>, ruleSet: RuleSet): Problem[] {
  return answers.filter(({ key }) => key === 'replace').flatMap((at) => {
    const problem = (message: string): Problem[] => [{ file, line: at.line, column: at.column, length: at.key.length, message, mends: [{ title: 'Show it as an idea: “try”', start: at.offset, end: at.offset + at.key.length, text: 'try' }] }];
    const text = plainReplacement(at.text);
    if (/\s[/|]\s|\[/.test(text)) return problem(`A replacement is dropped in as it is written: “${text}”. What only the writer can fill in or choose goes under “try”.`);
    const own = phrases.some((phrase) => phrase.entry === at.entry && (/\[\[(.*)\]\]/.exec(phrase.text)?.[1] ?? phrase.text) === text);
    const found = own ? rule.id : raisedIn(text, rule, ruleSet);
    if (found) return problem(`The replacement “${text}” would itself be raised, by ${found}.`);
    for (const phrase of phrases.filter(({ entry }) => entry === at.entry)) {
      const lost = lostFact(phrase.text, at.text);
      if (lost) return problem(`“${phrase.text}” says “${lost.word}”, and “${text}” no longer does (${LOST[lost.kind]}). A replacement keeps every fact; put this under “ask” or “try”.`);
    }
    return [];
  });
}

const LOST = { harm: 'it would make harm look smaller', negation: 'it would turn the sense round', number: 'it would lose a number' } as const;

/** The rule that would raise a wording, or null. */
export function raisedIn(wording: string, rule: Rule, ruleSet: RuleSet): string | null {
  return analyse(`They ${wording} it.`, ruleSet, exampleNote(rule, '').context).findings.find((finding) => finding.start < 5 + wording.length)?.rule ?? null;
}
