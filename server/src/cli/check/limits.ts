/**
 * `--max-findings`: how many findings a run may have, in all or of a category, before it fails. It knows no gate.
 */
import { CATEGORIES } from '../../engine/rule.js';
import { notOneOf } from '../arguments.js';
import type { Summary } from '../report/report.js';

export interface Limit {
  /** Null for findings of all categories together. */
  readonly category: string | null;
  readonly most: number;
}

export interface Exceeded extends Limit {
  readonly count: number;
}

/** What the values of `--max-findings` say: `20` or `label=5`. */
export function limitsOf(values: readonly string[]): readonly Limit[] | { readonly objection: string } {
  const limits: Limit[] = [];
  for (const value of values) {
    const [, category, digits] = /^(?:([^=]*)=)?(.*)$/s.exec(value)!;
    const objection = category === undefined ? null : notOneOf('The category of --max-findings', category, CATEGORIES);
    if (objection !== null) return { objection };
    if (!/^\d{1,9}$/.test(digits)) return { objection: `--max-findings takes a whole number, as 20 or label=5; “${value}” has none.` };
    if (limits.some((limit) => limit.category === (category ?? null))) return { objection: `--max-findings says twice how many findings ${category === undefined ? 'there may be' : `of “${category}” there may be`}.` };
    limits.push({ category: category ?? null, most: Number(digits) });
  }
  return limits;
}

export function exceeded(limits: readonly Limit[], { categories }: Summary): readonly Exceeded[] {
  const all = Object.values(categories).reduce((sum, count) => sum + count, 0);
  return limits.map((limit) => ({ ...limit, count: limit.category === null ? all : categories[limit.category] ?? 0 })).filter(({ count, most }) => count > most);
}
