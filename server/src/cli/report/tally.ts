/**
 * What a run comes to, counted as its records come by, so that none of them need be kept.
 */
import type { Severity } from '../../engine/finding.js';
import { failing, type FileReport, type Summary } from './report.js';

export interface Totals {
  readonly summary: Summary;
  /** Findings that fail the run. */
  readonly failing: number;
  /** Stretches of records that no rule has read. */
  readonly unchecked: number;
  /** What was set aside and is no longer there, or for a time that is over. */
  readonly over: Readonly<Record<'gone' | 'expired', number>>;
  /** The records with most to look at, the first of them first. */
  readonly most: readonly Counted[];
}

export type Counted = Pick<FileReport, 'path' | 'type'> & { readonly findings: number };

export interface Tally {
  add(file: FileReport): void;
  totals(): Totals;
}

const MOST = 10;

export function createTally(): Tally {
  const counts = { files: 0, words: 0, failing: 0, unchecked: 0, aside: 0 };
  const over = { gone: 0, expired: 0 };
  const severities: Record<Severity, number> = { suggestion: 0, warning: 0, error: 0 };
  const categories = new Map<string, number>();
  const strengths = new Map<string, number>();
  let most: readonly Counted[] = [];
  return {
    add(file) {
      counts.files++;
      counts.words += file.words;
      counts.failing += failing(file).length;
      counts.unchecked += file.unchecked.length;
      counts.aside += file.setAside?.length ?? 0;
      for (const entry of file.setAsideOver ?? []) over[entry.over] += entry.count;
      for (const { severity, rule } of file.findings) {
        severities[severity]++;
        count(categories, rule.slice(0, rule.indexOf('/')));
      }
      for (const { kind } of file.strengths) count(strengths, kind);
      const { path, type, findings: { length: findings } } = file;
      if (findings > 0 && (most.length < MOST || findings > most[MOST - 1].findings)) most = [...most, { path, type, findings }].sort((a, b) => b.findings - a.findings).slice(0, MOST);
    },
    totals: () => ({
      summary: { files: counts.files, words: counts.words, ...severities, categories: inOrder(categories), strengths: inOrder(strengths), ...(counts.aside > 0 ? { setAside: counts.aside } : {}) },
      failing: counts.failing,
      unchecked: counts.unchecked,
      over,
      most,
    }),
  };
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function inOrder(counts: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
