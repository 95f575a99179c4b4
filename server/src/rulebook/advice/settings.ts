/**
 * Settings of a rules file that change nothing, names that cannot both be right, and reviews that are due. It judges
 * settings by what the engine does with them, and changes none.
 */
import { analyse } from '../../engine/analyse.js';
import type { Rule } from '../../engine/rule.js';
import { UNLESS, type RuleSet } from '../../engine/rule-set.js';
import { EXAMPLE_PEOPLE } from './laws.js';
import type { Override, RulebookFile } from '../decode/alongside-yml.js';
import type { Problem } from '../problem.js';
import type { Rulebook, Written } from '../rulebook.js';
import { isOpen, samplesOf, wordsOf } from './samples.js';
import type { PlacedText } from '../yaml/yaml.js';

/** `base` are the packs under what the files choose, before anything is added. */
export function settingsAdvice(rulebook: Rulebook, written: Written, base: RuleSet, today: string): readonly Problem[] {
  return [
    ...written.files.flatMap((file) => file.overrides.flatMap((override) => overrideAdvice(file, override, rulebook, written, base))),
    ...written.own.flatMap((own) => [...safeWithout(own.file, own.answers), ...uselessClearing(own, rulebook)]),
    ...written.files.flatMap((file) => saidTwice(file)),
    ...reviewsDue(written, today),
  ];
}

function overrideAdvice({ yaml: { file } }: RulebookFile, { id, severity, allow, phrases, answers, set, keys }: Override, rulebook: Rulebook, { base, shipped }: Written, ruleSet: RuleSet): Problem[] {
  const rule = rulebook.compiled.rules.find((one) => one.id === id.text);
  if (!rule) return [];
  const before = shipped.find((one) => one.id === id.text);
  const at = (key: string): PlacedText => keys.get(key) ?? id;
  const problems: Problem[] = [...safeWithout(file, answers)];
  if (rule.severity === 'off' && (allow.length > 0 || phrases.length > 0 || Object.keys(set).length > 0)) {
    const why = base.rules.some((one) => one.id === id.text) && !severity && before?.severity === 'off' ? 'it is off, or in a pack that is not in force, until it has a severity here' : 'it is off';
    problems.push(told(file, id, `What is said here of ${id.text} has no effect: ${why}.`));
  }
  if (severity && before && severity === before.severity) problems.push(told(file, at('severity'), `${id.text} is “${severity}” without this, so it changes nothing.`));
  if (set.message !== undefined && rule.check) problems.push(told(file, at('message'), `${id.text} makes its own message from what it finds, so a message here has no effect.`));
  // Where the rule itself is a team's own, its phrases are at hand; what the packs raise, the engine says.
  if (before && rule.severity !== 'off' && phrases.length === 0) for (const phrase of allow) if (!raises(phrase.text, rule, ruleSet, rulebook)) problems.push(told(file, phrase, `${id.text} raises nothing in “${phrase.text}” by itself, so allowing it may change nothing.`));
  return problems;
}

/** Whether a rule raises a phrase, standing alone or in a plain sentence. */
function raises(phrase: string, rule: Rule, ruleSet: RuleSet, { compiled: { words } }: Rulebook): boolean {
  const raised = (text: string): boolean => analyse(text, ruleSet, { type: rule.types[0] ?? null, template: true, people: EXAMPLE_PEOPLE, today: '2000-01-01' }).findings.some((finding) => finding.rule === rule.id);
  return samplesOf(phrase, words).some((sample) => [`${sample}.`, `Mum ${sample}.`, `Mum is ${sample}.`, `Mum was ${sample} by them.`, `The ${sample} of Mum is here.`, `There is ${sample} here.`, `We ${sample} Mum.`].some(raised));
}

function safeWithout(file: string, answers: Override['answers']): Problem[] {
  return answers.filter(({ key, entry }) => key === 'safe' && !answers.some((other) => other.key === 'replace' && other.entry === entry)).map((at) => told(file, { ...at, text: 'safe' }, '“safe” has no effect without “replace”.'));
}

/** A phrase of “unless” clears what it stands over: without a word in common with any phrase, it never will. */
function uselessClearing({ rule, file, phrases }: Written['own'][number], { compiled: { words } }: Rulebook): Problem[] {
  const avoided = phrases.filter(({ entry }) => entry >= 0);
  if (rule.check || avoided.length === 0 || avoided.some(({ text }) => isOpen(text, words))) return [];
  const spoken = new Set(avoided.flatMap(({ text }) => [...wordsOf(text, words)]));
  return phrases.filter(({ entry, text }) => entry === UNLESS && !isOpen(text, words) && ![...wordsOf(text, words)].some((form) => spoken.has(form)))
    .map((phrase) => told(file, phrase, `“${phrase.text}” shares no word with what this rule avoids, so it clears nothing. To clear a whole sentence it stands in, write it under “unless-nearby”.`));
}

function saidTwice({ yaml: { file }, named }: RulebookFile): Problem[] {
  return named.flatMap(({ kind, name }, index) => {
    const first = named.slice(0, index).find((other) => other.name.text.toLowerCase() === name.text.toLowerCase());
    if (!first) return [];
    return [told(file, name, first.kind === kind ? `“${name.text}” stands here twice, first in line ${first.name.line}.` : `“${name.text}” is also among ${first.kind} (line ${first.name.line}); a record can mean only one of them.`)];
  });
}

function reviewsDue({ files, own }: Written, today: string): Problem[] {
  const due = (date: string | undefined): boolean => date !== undefined && date !== '' && date.slice(0, 7) < today.slice(0, 7);
  const say = (file: string, at: PlacedText, id: string, date: string): Problem => told(file, at, `${id} was due for review in ${date}. Look whether it still holds, and set a new date.`);
  return [
    ...own.flatMap(({ rule, file, id, keys }) => (due(rule.reviewBy) ? [say(file, keys.get('review-by') ?? id, rule.id, rule.reviewBy)] : [])),
    ...files.flatMap(({ yaml, overrides }) => overrides.flatMap(({ id, set, keys }) => (due(set.reviewBy) ? [say(yaml.file, keys.get('review-by') ?? id, id.text, set.reviewBy ?? '')] : []))),
  ];
}

/** Globs under `notes:` that fit none of the files there are. `paths` are absolute, all below the folder of the rulebook. */
export function globsOfNothing({ written, fits }: Rulebook, paths: readonly string[]): readonly Problem[] {
  return (written?.files ?? []).flatMap(({ yaml: { file }, notes }) => notes.filter(({ glob }) => !paths.some((path) => fits(glob.text, path))).map(({ glob }) => {
    const below = `${glob.text.replace(/\/+$/, '')}/**`;
    const isFolder = paths.some((path) => fits(below, path));
    // The place is that of the key as it is written, quotation marks and all: one without any is simply changed.
    const mends = isFolder && /^[\w./-]+$/.test(glob.text) ? [{ title: `Change to “${below}”`, start: glob.offset, end: glob.offset + glob.text.length, text: `"${below}"` }] : [];
    return { ...told(file, glob, isFolder ? `“${glob.text}” is a folder: write “${below}” for the records in it.` : `“${glob.text}” fits no record here at the moment.`), mends };
  }));
}

function told(file: string, { line, column, text }: PlacedText, message: string): Problem {
  return { file, line, column, length: text.length, message, kind: 'advice' };
}

