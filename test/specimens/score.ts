/**
 * Findings held against the labels of specimens: what was met, missed and raised wrongly. A finding meets a label when
 * it covers at least half of it and runs at most five words beyond it; a term is judged where it first stands in a
 * record. It does not know how findings are made.
 */
import type { Finding } from '../../server/src/engine/finding.js';
import type { Expectation, Label, Specimen } from './labels.js';

/** Categories whose labels are runs of words. */
export const LANGUAGE: readonly string[] = ['doing-to', 'label', 'jargon', 'minimising'];
/** Rules about structure that specimens are labelled for. */
export const STRUCTURE: readonly string[] = [
  'childs-voice/missing', 'danger-statement/no-who', 'danger-statement/no-past-harm', 'danger-statement/no-future', 'danger-statement/no-impact', 'plan/no-who', 'plan/no-when', 'plan/vague',
];

/** One thing that was met, missed or raised wrongly. `rule` is null for a label that no finding meets. */
export interface Verdict {
  readonly verdict: 'met' | 'missed' | 'alarm';
  readonly category: string;
  readonly rule: string | null;
  readonly words: string;
}

/** Findings are those of the specimen's own text. */
export function judge(specimen: Specimen, findings: readonly Finding[]): readonly Verdict[] {
  return [...judgeLanguage(specimen, findings.filter(({ rule }) => LANGUAGE.includes(categoryOf(rule)))), ...judgeStructure(specimen, findings.filter(({ rule }) => STRUCTURE.includes(rule)))];
}

export interface Figures {
  readonly met: number;
  readonly missed: number;
  readonly alarms: number;
  /** 0 to 1; 1 where nothing was raised, or nothing labelled. */
  readonly precision: number;
  readonly recall: number;
}

export function figuresOf(verdicts: readonly Verdict[]): Figures {
  const count = (wanted: Verdict['verdict']): number => verdicts.filter(({ verdict }) => verdict === wanted).length;
  const [met, missed, alarms] = [count('met'), count('missed'), count('alarm')];
  return { met, missed, alarms, precision: met + alarms === 0 ? 1 : met / (met + alarms), recall: met + missed === 0 ? 1 : met / (met + missed) };
}

export function categoryOf(rule: string): string {
  return rule.slice(0, rule.indexOf('/'));
}

function judgeLanguage({ text, labels }: Specimen, findings: readonly Finding[]): Verdict[] {
  const verdicts: Verdict[] = [];
  const used = new Set<Finding>();
  const terms = new Set(labels.filter(({ category, unsure }) => category === 'jargon' && !unsure).map(({ words }) => words.toLowerCase()));
  const said = new Set<string>();
  for (const label of labels) {
    const term = label.words.toLowerCase();
    const repeated = label.category === 'jargon' && said.has(term);
    said.add(term);
    if (label.unsure) {
      for (const finding of findings) if (overlap(finding, label) > 0) used.add(finding);
      continue;
    }
    if (!LANGUAGE.includes(label.category)) continue;
    const meeting = meets(label, findings, text);
    for (const finding of meeting) used.add(finding);
    if (repeated) continue;
    const best = meeting.find(({ rule }) => categoryOf(rule) === label.category) ?? meeting[0];
    verdicts.push({ verdict: best ? 'met' : 'missed', category: label.category, rule: best?.rule ?? null, words: label.words });
  }
  for (const finding of findings) {
    const words = text.slice(finding.start, finding.end);
    if (!used.has(finding) && !terms.has(words.toLowerCase())) verdicts.push({ verdict: 'alarm', category: categoryOf(finding.rule), rule: finding.rule, words });
  }
  return verdicts;
}

function meets(label: Label, findings: readonly Finding[], text: string): readonly Finding[] {
  const near = findings.filter((finding) => overlap(finding, label) > 0 && wordsIn(text.slice(finding.start, finding.end)) <= wordsIn(label.words) + 5);
  const covered = near.reduce((sum, finding) => sum + overlap(finding, label), 0);
  return covered * 2 < label.end - label.start ? [] : near;
}

/** An expectation is met by a finding of that very rule on the line it quotes; the child's voice may be asked for anywhere. */
function judgeStructure({ text, expectations }: Specimen, findings: readonly Finding[]): Verdict[] {
  const left = [...findings];
  const verdicts = expectations.flatMap((expectation): Verdict[] => {
    const at = left.findIndex((finding) => finding.rule === expectation.rule && (categoryOf(finding.rule) === 'childs-voice' || quotedLines(text, expectation).some(({ start, end }) => finding.start < end && finding.end >= start)));
    if (at >= 0) left.splice(at, 1);
    if (expectation.unsure) return [];
    const { rule, quoted } = expectation;
    return [{ verdict: at >= 0 ? 'met' : 'missed', category: categoryOf(rule), rule, words: quoted }];
  });
  return [...verdicts, ...left.map(({ rule, start, end }): Verdict => ({ verdict: 'alarm', category: categoryOf(rule), rule, words: text.slice(start, end) }))];
}

function quotedLines(text: string, { quoted }: Expectation): { readonly start: number; readonly end: number }[] {
  let start = 0;
  return text.split('\n').flatMap((line) => {
    const span = { start, end: start + line.length + 1 };
    start = span.end;
    return line.replace(/[*_]/g, '').toLowerCase().includes(quoted) ? [span] : [];
  });
}

function overlap(a: { readonly start: number; readonly end: number }, b: { readonly start: number; readonly end: number }): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}
