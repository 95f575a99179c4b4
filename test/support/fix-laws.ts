/**
 * What every fix promises, as faults of one fix: empty where it keeps its word. It knows texts and findings, and not who
 * offers the fix or how it is applied.
 */
import { analyse, type Analysis, type Context } from '../../server/src/engine/analyse.js';
import * as plainEnglish from '../../server/src/engine/checks/plain-english/plain-english.js';
import type { Finding, Fix, Span } from '../../server/src/engine/finding.js';
import { learnPeople } from '../../server/src/engine/people/people.js';
import { createRuleSet, type CompiledRules, type RuleSet } from '../../server/src/engine/rule-set.js';

/** Rules to read by. */
export interface Rules {
  readonly all: RuleSet;
  /** But for those of one category. */
  without(category: string): RuleSet;
}

export function rulesOf(compiled: CompiledRules): Rules {
  const all = createRuleSet(compiled, plainEnglish);
  return {
    all,
    without: (category) => createRuleSet({ ...compiled, rules: compiled.rules.map((rule) => (rule.id.startsWith(`${category}/`) ? { ...rule, severity: 'off' } : rule)) }, plainEnglish, all),
  };
}

/** A fix of a finding of a record that was read. */
export interface Offered {
  /** With `\n` line ends. */
  readonly text: string;
  readonly context: Context;
  readonly rules: Rules;
  readonly analysis: Analysis;
  /** Words that are names. */
  readonly names: readonly string[];
  readonly finding: Finding;
  readonly fix: Fix;
}

/** Every fix of a record. */
export function offeredIn(text: string, rules: Rules, context: Context, names?: readonly string[]): readonly Offered[] {
  const analysis = analyse(text, rules.all, context);
  if (analysis.findings.every(({ fixes }) => fixes.length === 0)) return [];
  const known = names ?? namesIn(text, analysis, context);
  return analysis.findings.flatMap((finding) => finding.fixes.map((fix) => ({ text, context, rules, analysis, names: known, finding, fix })));
}

/** Of the people a record tells of, and what it writes with a capital amid a sentence and nowhere without. */
function namesIn(text: string, { note }: Analysis, { people }: Context): readonly string[] {
  const small = new Set(text.match(/(?<![\p{L}\p{M}])\p{Ll}+/gu));
  const capitals = text.match(/(?<=[\p{Ll}\p{N},;’')] )\p{Lu}\p{Ll}[\p{L}\p{M}]*/gu) ?? [];
  return [...capitals.filter((word) => !small.has(word.toLowerCase())), ...learnPeople(note, people).members.flatMap(({ name }) => name.split(' '))];
}

export function applied(text: string, fix: Fix): string {
  return [...fix.edits].reverse().reduce((now, { start, end, text: words }) => now.slice(0, start) + words + now.slice(end), text);
}

/** What is wrong with a fix: nothing, if all is well. No fault holds words of the record but facts that were lost. */
export function faultsOf(offered: Offered): readonly string[] {
  return [...misplaced(offered), ...factsLost(offered), ...wronglyRaised(offered)];
}

/** Something to be filled in by the writer (a heading, a line of front matter): it takes nothing away. */
export function isAddition({ edits }: Fix): boolean {
  return edits.every(({ start, end }) => start === end);
}

function misplaced({ text, fix: { edits }, analysis: { note } }: Offered): readonly string[] {
  const faults = edits.flatMap(({ start, end }, at) => [
    ...(start < 0 || end < start || end > text.length ? ['lies outside the record'] : []),
    ...(at > 0 && start < edits[at - 1].end ? ['has edits that overlap'] : []),
    ...(note.prose.slice(start, end) !== text.slice(start, end) ? ['touches markup'] : []),
  ]);
  return edits.length === 0 ? ['edits nothing'] : faults;
}

const WORD = String.raw`(?<![\p{L}\p{M}])(?:`;
const END = String.raw`)(?![\p{L}\p{M}])`;
/** Facts by kind, each as it is found in a text. Written apart from the words that the program itself looks for. */
const FACTS: Readonly<Record<string, RegExp>> = {
  'number or date': new RegExp(String.raw`\p{N}+(?:[.,:/–-]\p{N}+)*|${WORD}one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|once|twice|first|second|third|half|january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|yesterday|today|tomorrow|tonight|mornings?|afternoons?|evenings?|nights?|weeks?|fortnights?|months?|years?|weekends?${END}`, 'giu'),
  negation: new RegExp(String.raw`${WORD}not|no|never|nobody|none|nothing|nowhere|without|neither|nor|cannot|hardly|barely|rarely|unable|refus(?:e|es|ed|ing)|den(?:y|ies|ied|ying)|declin(?:e|es|ed|ing)${END}|n['’]t(?!\p{L})`, 'giu'),
  'word of harm': new RegExp(String.raw`${WORD}hit|hits|hitting|slap\w*|smack\w*|punch\w*|kick\w*|beat\w*|bit|bite|bites|biting|bitten|shak\w+|shook|push\w*|shov\w+|grab\w*|drag\w*|thr[eo]w\w*|pinn\w+|strangl\w*|chok\w+|throttl\w*|stab\w*|cut|cuts|burn\w*|scald\w*|bruis\w*|injur\w*|wound\w*|fractur\w*|broken?|bl(?:ood|ed|eed)\w*|hurt\w*|harm\w*|rap(?:e|ed|es|ing|ist)|assault\w*|attack\w*|abus\w*|neglect\w*|groom\w*|exploit\w*|threat\w*|violen\w*|weapons?|kni(?:fe|ves)|kill\w*|murder\w*|died?|dead|death|suicid\w*|overdos\w*|poison\w*|drown\w*|starv\w*|hungry|afraid|scared|frighten\w*|terrif\w*|scream\w*|shout\w*|unsafe|danger\w*|risk\w*|danger${END}`, 'giu'),
  quotation: /“[^“”]*”|"[^"\n]*"|‘[^‘’\n]*’(?!\p{L})/gu,
};
/** A fact may reach beyond the words that are replaced. */
const AROUND = 300;

function factsLost({ text, fix, names }: Offered): readonly string[] {
  const { edits } = fix;
  const [from, to] = [Math.max(0, edits[0].start - AROUND), edits[edits.length - 1].end + AROUND];
  const before = text.slice(from, to);
  const after = applied(text, fix).slice(from, to + edits.reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0));
  const lost = Object.entries(FACTS).flatMap(([kind, pattern]) => missing(before.match(pattern) ?? [], after.match(pattern) ?? []).map((fact) => `loses the ${kind} “${fact}”`));
  const lostNames = missing(wordsOf(before).filter((word) => names.includes(word)), wordsOf(after)).map((name) => `loses the name “${name}”`);
  return [...lost, ...lostNames];
}

/** Those of the facts that are there less often than before. */
function missing(before: readonly string[], after: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const fact of after) left.set(fact.toLowerCase(), (left.get(fact.toLowerCase()) ?? 0) + 1);
  return before.filter((fact) => {
    const count = left.get(fact.toLowerCase()) ?? 0;
    left.set(fact.toLowerCase(), count - 1);
    return count <= 0;
  });
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}]+/gu) ?? [];
}

function wronglyRaised({ text, fix, finding, analysis: before, rules, context }: Offered): readonly string[] {
  const { edits } = fix;
  const [start, end] = [edits[0].start, edits[edits.length - 1].end];
  const mended = applied(text, fix);
  const grown = mended.length - text.length;
  /** Where an offset of the mended text stood before; within the edits, at the side that is asked for. */
  const was = (at: number, side: number): number => (at <= start ? at : at >= end + grown ? at - grown : side);
  const faults: string[] = [];
  for (const other of analyse(mended, rules.all, context, before).findings) {
    const place = { start: was(other.start, start), end: was(other.end, end) };
    if (other.rule === finding.rule && place.start === Math.min(start, finding.start) && place.end === Math.max(end, finding.end)) faults.push('is raised again');
    else if (!isKnown(other, place, before.findings) && !(isAddition(fix) && isAnswered(other, fix, finding)) && !isKnown(other, place, hiddenBy(finding, text, rules, context))) faults.push(`brings ${other.rule}`);
  }
  return faults;
}

/** Raised before, by this rule or one that spoke in its place. How hard a whole sentence is to read is weighed anew with each of its words. */
function isKnown({ rule }: Finding, { start, end }: Span, before: readonly Finding[]): boolean {
  return rule === 'plain-english/readability' || before.some((one) => (one.rule === rule && one.start === start) || (one.start < end && one.end > start && !one.fixes.length));
}

/** Of several rules about the same words one speaks: what is raised where its kind is not asked was there all along. */
function hiddenBy({ rule }: Finding, text: string, rules: Rules, context: Context): readonly Finding[] {
  return analyse(text, rules.without(rule.split('/')[0]), context).findings;
}

/** What is added to be filled in is told until it is filled in, and a record whose kind is said is read as one of that kind. */
function isAnswered(other: Finding, { edits }: Fix, finding: Finding): boolean {
  return finding.rule === 'document/unsure-type' || other.rule === 'document/unfilled' || edits.some(({ start, text }) => other.start >= start && other.end <= start + text.length);
}
