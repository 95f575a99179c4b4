/**
 * What works in a rules file and might be meant otherwise: phrases that are raised already, settings without effect,
 * names said to be two things, reviews that are due. Told in the editor and by `alongside rules test`; it fails nothing.
 */
import { analyse } from '../../engine/analyse.js';
import { createMatcher } from '../../engine/phrases/matcher.js';
import { findPeople, learnPeople, NOBODY } from '../../engine/people/people.js';
import { isProblem, parsePhrase } from '../../engine/phrases/phrase.js';
import { buildTable, EMPTY_TABLE } from '../../engine/phrases/phrase-table.js';
import type { Rule } from '../../engine/rule.js';
import { createRuleSet, type RuleSet } from '../../engine/rule-set.js';
import { tokenize } from '../../engine/words/tokens.js';
import type { WrittenPhrase } from '../decode/rule.js';
import { EXAMPLE_PEOPLE, raisedIn } from './laws.js';
import type { Mend, Problem } from '../problem.js';
import { answering } from './run-examples.js';
import type { Rulebook } from '../rulebook.js';
import { samplesOf } from './samples.js';
import { settingsAdvice } from './settings.js';
import { withWords } from '../decode/pieces.js';

/** `builtIn` is the rule set of the packs that ship, kept by whoever asks often; `today` an ISO date. */
export function adviseOn(rulebook: Rulebook, builtIn: RuleSet, today: string): readonly Problem[] {
  const { written } = rulebook;
  if (!written || written.files.some(({ yaml }) => yaml.slips > 0)) return rulebook.advice;
  // What the packs raise without the additions: the automaton is theirs, only the rules differ.
  const base: RuleSet = { ...builtIn, rules: written.base.rules };
  const sources = new Map(written.files.map(({ yaml }) => [yaml.file, yaml.source]));
  return [
    ...rulebook.advice,
    ...coveredByPacks(rulebook, base, sources),
    ...coveredByOwn(rulebook, sources),
    ...wordingsRaised(rulebook, builtIn),
    ...settingsAdvice(rulebook, written, base, today),
  ].map((problem) => ({ ...problem, kind: 'advice' as const }));
}

type Claim = WrittenPhrase & { readonly rule: Rule; readonly file: string; readonly adds: boolean };

function claims(rulebook: Rulebook): readonly Claim[] {
  return answering(rulebook).flatMap(({ rule, file, phrases, adds }) => phrases.filter(({ entry }) => entry >= 0).map((phrase) => ({ ...phrase, rule, file, adds })));
}

/** Phrases that a rule of the packs raises wherever they stand. */
function coveredByPacks(rulebook: Rulebook, base: RuleSet, sources: ReadonlyMap<string, string>): Problem[] {
  const { words } = rulebook.compiled;
  return claims(rulebook).flatMap((claim): Problem[] => {
    const raised = samplesOf(claim.text, words).map((sample) => raisedBy(sample, base, claim.rule));
    const [first] = raised;
    const by = first?.find((id) => raised.every((others) => others.includes(id)));
    if (!by) return [];
    const whose = claim.adds && by === claim.rule.id ? 'This rule' : by;
    const then = by !== claim.rule.id && claim.rule.id.startsWith('ours/') ? ' Yours will speak in its place.' : '';
    return [advice(claim, `${whose} already raises “${claim.text}”.${then}`, removeLine(claim, sources))];
  });
}

/** Rules that raise a text, by its whole or a part. */
function raisedBy(sample: string, ruleSet: RuleSet, { types }: Rule): readonly string[] {
  const text = `${sample[0].toUpperCase()}${sample.slice(1)}.`;
  return analyse(text, ruleSet, { type: types[0] ?? null, template: false, people: EXAMPLE_PEOPLE, today: '2000-01-01' }).findings.filter(({ start, end }) => start <= sample.length / 2 && end >= sample.length / 2).map(({ rule }) => rule);
}

/** Phrases that another phrase of the same files takes in. */
function coveredByOwn(rulebook: Rulebook, sources: ReadonlyMap<string, string>): Problem[] {
  const { words } = rulebook.compiled;
  const all = claims(rulebook);
  const builder = buildTable(EMPTY_TABLE);
  all.forEach(({ text }, id) => {
    const phrase = parsePhrase(withWords(text, words));
    if (!isProblem(phrase)) builder.add(phrase, id);
  });
  const matcher = createMatcher(builder.table());
  const people = learnPeople({ blocks: [], frontMatter: null }, EXAMPLE_PEOPLE);
  return all.flatMap((claim, id): Problem[] => {
    const covering = samplesOf(claim.text, words).map((sample) => {
      const tokens = tokenize(sample);
      return matcher.match(sample, tokens, findPeople(tokens, people, NOBODY, sample).edges).filter((match) => match.phrase !== id && match.outerStart === 0 && match.outerEnd === sample.length).map(({ phrase }) => phrase);
    });
    const by = covering[0]?.find((other) => covering.every((others) => others.includes(other)) && !samePlainly(all[other].text, claim.text));
    if (by === undefined) return [];
    const other = all[by];
    const where = other.rule.id === claim.rule.id ? `in line ${other.line}` : `of ${other.rule.id}${other.file === claim.file ? ` (line ${other.line})` : ''}`;
    const otherwise = other.rule.id === claim.rule.id && other.entry !== claim.entry ? ' They stand in different entries, so only one of the answers can be given.' : '';
    return [advice(claim, `“${other.text}” ${where} already finds “${claim.text}”.${otherwise}`, removeLine(claim, sources))];
  });
}

/** Two spellings of one phrase are told as claimed twice. */
function samePlainly(a: string, b: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/[\s-]+/g, ' ').trim();
  return plain(a) === plain(b);
}

/** Ideas that would themselves be raised. Replacements that would are problems (laws.ts). */
function wordingsRaised(rulebook: Rulebook, builtIn: RuleSet): Problem[] {
  if (!answering(rulebook).some(({ answers }) => answers.some(({ key }) => key === 'try'))) return [];
  const ruleSet = createRuleSet(rulebook.compiled, null, builtIn);
  return answering(rulebook).flatMap(({ rule, file, answers }) => answers.filter(({ key }) => key === 'try').flatMap((at): Problem[] => {
    const by = raisedIn(at.text.replace(/\[[^[\]]*\]/g, 'it'), rule, ruleSet);
    return by ? [{ file, line: at.line, column: at.column, length: at.key.length, message: `The idea “${at.text}” would itself be raised, by ${by}.` }] : [];
  }));
}

function advice({ file, line, column, text }: Claim, message: string, mends: readonly Mend[]): Problem {
  return { file, line, column, length: text.length, message, mends };
}

/** Taking out a phrase that has a line of its own. */
function removeLine({ file, offset, text }: { readonly file: string; readonly offset: number; readonly text: string }, sources: ReadonlyMap<string, string>): readonly Mend[] {
  const source = sources.get(file);
  if (!source) return [];
  const start = source.lastIndexOf('\n', offset - 1) + 1;
  const stop = source.indexOf('\n', offset);
  const line = source.slice(start, stop < 0 ? source.length : stop).trim();
  return line === text || line === `- ${text}` ? [{ title: `Take out “${text}”`, start, end: stop < 0 ? source.length : stop + 1, text: '' }] : [];
}

