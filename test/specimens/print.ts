/** `npm run accuracy`: the figures of each half, by category and by rule, and each miss and false alarm. */
import { BUILT_IN } from '../support/built-in.js';
import { HALVES, isLabelled, measure, type Judged } from './measure.js';
import { figuresOf, LANGUAGE, STRUCTURE, categoryOf, type Figures, type Verdict } from './score.js';

const CATEGORIES = [...LANGUAGE, ...new Set(STRUCTURE.map(categoryOf))];

/** Prints to standard output. With `--brief`, the tables of categories only; what is held back is never listed. */
export async function printAccuracy(root: string, args: readonly string[]): Promise<void> {
  const brief = args.includes('--brief');
  for (const half of HALVES) {
    const judged = await measure(half, BUILT_IN, root);
    const verdicts = judged.flatMap((one) => one.verdicts);
    console.log(`\n${half}: ${judged.length} records\n\n${row('', HEAD)}`);
    for (const category of CATEGORIES.filter((one) => isLabelled(half, one))) console.log(row(category, cells(figuresOf(verdicts.filter((one) => one.category === category)))));
    if (isLabelled(half, LANGUAGE[0])) console.log(row('all language', cells(figuresOf(verdicts.filter(({ category }) => LANGUAGE.includes(category))))));
    console.log(row('all structure', cells(figuresOf(verdicts.filter(({ category }) => !LANGUAGE.includes(category))))));
    if (isLabelled(half, LANGUAGE[0])) console.log(cleanLine(judged));
    if (brief) continue;
    console.log(`\n${row('rule', HEAD)}`);
    for (const [rule, figures] of byRule(verdicts)) console.log(row(rule, cells(figures)));
    if (!half.endsWith('held-back')) list(judged);
  }
}

const HEAD = ['met', 'missed', 'alarms', 'precision', 'recall'];

function cells({ met, missed, alarms, precision, recall }: Figures): string[] {
  return [String(met), String(missed), String(alarms), precision.toFixed(3), recall.toFixed(3)];
}

function row(name: string, values: readonly string[]): string {
  return `${name.padEnd(34)}${values.map((value) => value.padStart(10)).join('')}`;
}

/** Rules that raised something, those with most false alarms first. */
function byRule(verdicts: readonly Verdict[]): readonly (readonly [string, Figures])[] {
  const rules = new Set(verdicts.flatMap(({ rule }) => rule ?? []));
  const figures = [...rules].map((rule) => [rule, figuresOf(verdicts.filter((one) => one.rule === rule))] as const);
  return figures.sort(([a, x], [b, y]) => y.alarms - x.alarms || y.met - x.met || (a < b ? -1 : 1));
}

function cleanLine(judged: readonly Judged[]): string {
  const clean = judged.filter(({ cleanWords }) => cleanWords > 0);
  const words = clean.reduce((sum, one) => sum + one.cleanWords, 0);
  const alarms = clean.flatMap((one) => one.verdicts).filter(({ category, verdict }) => verdict === 'alarm' && LANGUAGE.includes(category)).length;
  return `In ${clean.length} records with nothing to raise: ${alarms} false alarms in ${words} words.`;
}

function list(judged: readonly Judged[]): void {
  for (const verdict of ['missed', 'alarm'] as const) {
    console.log('');
    for (const { name, verdicts } of judged) {
      for (const one of verdicts) if (one.verdict === verdict) console.log(`${verdict}  ${name}  ${one.rule ?? one.category}: ${one.words.replace(/\s+/g, ' ').slice(0, 90)}`);
    }
  }
}
