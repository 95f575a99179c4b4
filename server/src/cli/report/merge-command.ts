/**
 * `alongside merge` as it is asked for: its operands and options. What it does is merge.ts.
 */
import { CATEGORIES } from '../../engine/rule.js';
import { command, type Given } from '../command.js';
import { FORMAT_GIVEN } from './formats.js';
import { limitsOf } from '../check/limits.js';
import { outputsOf } from './outputs.js';

export type MergeGiven = Given<typeof OPTIONS>;

const OPTIONS = {
  format: {
    ...FORMAT_GIVEN,
    about: 'How the whole is told, as for `alongside check`; several times for several reports. A report holds no lines of the records, so none are shown.',
  },
  'fail-on': {
    value: 'SEVERITY',
    oneOf: ['suggestion', 'warning', 'error', 'never'],
    brief: 'suggestion, warning, error or never',
    about: 'From which severity on a finding fails the run, in place of what held for each record when it was checked.',
  },
  'max-findings': {
    value: 'LIMIT',
    offers: CATEGORIES.map((category) => `${category}=`),
    many: true,
    brief: 'fail where there are more, as 20 or label=5',
    about: 'Fails the run where there are more findings than this in all the reports together, in all (`20`) or of a category (`label=5`).',
  },
} as const;

export const MERGE = command({
  name: 'merge',
  brief: 'make one report of several machines’ reports',
  about: 'Makes one report of those that `alongside check --shard 1/5 --format json=1.json`, `--shard 2/5` … have written on several machines, and ends as one run over all the records would have.',
  operands: 'REPORT …',
  options: OPTIONS,
  examples: [{ line: 'alongside merge reports/*.json --format sarif=found.sarif', does: 'after the last machine is done' }],
  objection({ operands, options }) {
    if (operands.length === 0) return 'Name the reports to merge, as alongside check --format json=FILE has written them.';
    const outputs = outputsOf(options.format);
    if ('objection' in outputs) return outputs.objection;
    const limits = limitsOf(options['max-findings']);
    return 'objection' in limits ? limits.objection : null;
  },
  run: async (given, world) => (await import('./merge.js')).merge(given, world),
});
