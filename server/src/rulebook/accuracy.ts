/**
 * How often the rules that ship were right on labelled example records, as the suite over those records wrote it down.
 * It knows nothing of records or labels.
 */
import type { Rule } from '../engine/rule.js';
import type { FileHost } from './files/file-host.js';

/** How often a rule was right on labelled records, of how often it spoke there. */
export interface Accuracy {
  readonly right: number;
  readonly raised: number;
}

/** A share says nothing of a handful. */
export const ENOUGH = 10;

/** Rules with their figures, where there is enough to go by. `folder` holds `by-rule.json` and the records. */
export function withAccuracy(rules: readonly Rule[], folder: string, host: FileHost): readonly Rule[] {
  const figures = JSON.parse(host.read(`${folder}/by-rule.json`) ?? '{}') as Readonly<Record<string, Accuracy>>;
  const records = ['learnt', 'held-back'].flatMap((half) => host.list(`${folder}/${half}`)).filter((path) => path.endsWith('.md')).length;
  return rules.map((rule) => {
    const { right, raised } = figures[rule.id] ?? { right: 0, raised: 0 };
    return raised < ENOUGH ? rule : { ...rule, measured: { right, raised, records } };
  });
}

/** “Tried on 168 example records: right 20 times out of 22.” */
export function accuracyText({ right, raised, records }: NonNullable<Rule['measured']>): string {
  return `Tried on ${records} example records: right ${right === raised ? `all ${raised} times` : `${right} times out of ${raised}`}.`;
}
