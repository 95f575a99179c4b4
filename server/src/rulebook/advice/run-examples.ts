/**
 * The examples in a rulebook's own files, run: what does not do what it says is a problem of the rulebook, in the
 * editor, in a check and in `alongside rules test` alike. The built-in packs' are run by the tests.
 */
import { needsLibrary } from '../../engine/checks/index.js';
import type { RuleSet } from '../../engine/rule-set.js';
import { checkExamples, checkWordings, examplePeople, type Exemplified } from './laws.js';
import type { DecodedRule } from '../decode/rule.js';
import type { Problem } from '../problem.js';
import type { Rulebook } from '../rulebook.js';

/** Every rule that a rulebook's files define or change, with the examples they give. */
export function exemplified({ written, compiled }: Rulebook): readonly Exemplified[] {
  if (!written) return [];
  const changes = written.files.flatMap(({ yaml, overrides }) => overrides.map(({ id, examples }) => ({ id: id.text, file: yaml.file, ...examples })));
  return [...written.own.map(({ rule, file, raise, leave, phrases }) => ({ id: rule.id, file, raise, leave, phrases })), ...changes].flatMap(({ id, ...one }) => {
    const rule = compiled.rules.find((other) => other.id === id);
    return rule && one.raise.length + one.leave.length > 0 ? [{ rule, ...one }] : [];
  });
}

/** The same rules, with the phrases and answers the files give them. */
export function answering({ written, compiled }: Rulebook): readonly (Pick<DecodedRule, 'rule' | 'file' | 'answers' | 'phrases'> & { readonly adds: boolean })[] {
  if (!written) return [];
  const changes = written.files.flatMap(({ yaml, overrides }) => overrides.flatMap(({ id, phrases, answers }) => {
    const rule = compiled.rules.find((one) => one.id === id.text);
    return rule && phrases.length > 0 ? [{ rule, file: yaml.file, phrases, answers, adds: true }] : [];
  }));
  return [...written.own.map(({ rule, file, phrases, answers }) => ({ rule, file, phrases, answers, adds: false })), ...changes];
}

/** Whether there is anything to run: examples, or wordings that are offered instead. */
export function hasExamples(rulebook: Rulebook): boolean {
  return exemplified(rulebook).length > 0 || answering(rulebook).some(({ answers }) => answers.some(({ key }) => key === 'replace'));
}

/** Whether a rule of the rulebook's own needs the plain-english libraries. */
export function wantsLibraries({ written }: Rulebook): boolean {
  return written?.own.some(({ rule }) => rule.check !== null && needsLibrary(rule.check)) ?? false;
}

/** The rulebook with its examples run. A rule whose examples fail stays in force: what it does raise is still said. */
export function withExamplesRun(rulebook: Rulebook, ruleSet: RuleSet): Rulebook {
  const known = examplePeople(rulebook.people);
  const examples = new Map<string, readonly Problem[]>();
  // Of a rule that is off only by choice, nothing is to be expected.
  for (const one of exemplified(rulebook)) if (one.rule.severity !== 'off') examples.set(one.rule.id, [...(examples.get(one.rule.id) ?? []), ...checkExamples(one, ruleSet, known)]);
  const wordings = answering(rulebook).flatMap((one) => checkWordings(one, ruleSet));
  const slipped = new Set(rulebook.written?.files.filter(({ yaml }) => yaml.slips > 0).map(({ yaml }) => yaml.file));
  return { ...rulebook, examples, problems: [...rulebook.problems, ...[...[...examples.values()].flat(), ...wordings].filter(({ file }) => !slipped.has(file))] };
}

/** How the examples of one rule of the files do; null where it has none that were run. */
export function examplesOf(rulebook: Rulebook, id: string): { readonly failing: readonly Problem[]; readonly total: number } | null {
  const failing = rulebook.examples.get(id);
  const total = exemplified(rulebook).filter(({ rule }) => rule.id === id).reduce((sum, { raise, leave }) => sum + raise.length + leave.length, 0);
  return failing && total > 0 ? { failing, total } : null;
}
