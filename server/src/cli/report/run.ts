/**
 * A run while it is told: records in, reports and an exit code out. Where the records come from it does not know.
 */
import type { Problem } from '../../rulebook/problem.js';
import { problemText } from '../../rulebook/problem.js';
import type { ExitCode } from '../command.js';
import type { ToldRule } from './formats.js';
import { exceeded, type Limit } from '../check/limits.js';
import { openOutputs, type OpenOutputs, type Output } from './outputs.js';
import type { CheckedRecord } from '../check/read-record.js';
import { inOrder } from './report.js';
import { createTally, type Tally } from './tally.js';
import type { World } from '../world.js';

/** A run over more records than these is a long one. */
export const LONG = 64;

export interface ReportRun {
  /** Once for each problem, however often it is told. */
  tell(problem: Problem): void;
  /** Records come in the order of their paths. */
  record(checked: CheckedRecord): void;
  readonly outputs: OpenOutputs;
  readonly tally: Tally;
  readonly problems: ReadonlyMap<string, Problem>;
  readonly rules: ReadonlyMap<string, ToldRule>;
}

/** `text`: whether text of the records may be shown where a format leaves it out otherwise. `size`: how many records there will be. */
export async function openRun(outputs: readonly Output[], text: 'shown' | 'shown-nowhere', size: number, world: World): Promise<ReportRun> {
  const style = { withText: text === 'shown', colour: world.colour, width: world.width, version: world.version, today: world.today() };
  const open = await openOutputs(outputs, style, size > LONG ? 'as-it-comes' : 'at-the-end', world);
  const tally = createTally();
  // By their text, so that a rulebook's problem is told once.
  const problems = new Map<string, Problem>();
  const rules = new Map<string, ToldRule>();
  const tell = (problem: Problem): void => void problems.set(problemText(problem), problem);
  return {
    outputs: open,
    tally,
    problems,
    rules,
    tell,
    record({ file, source, problems: told, rules: raised }) {
      told.forEach(tell);
      for (const rule of raised) rules.set(rule.id, rule);
      if (file === null) return;
      tally.add(file);
      open.record(file, source);
    },
  };
}

export async function endRun({ outputs, tally, problems, rules }: ReportRun, limits: readonly Limit[]): Promise<ExitCode> {
  const totals = tally.totals();
  const over = exceeded(limits, totals.summary);
  const written = await outputs.end({ ...totals, problems: inOrder([...problems.values()]), rules, exceeded: over });
  if (!written || problems.size > 0 || totals.unchecked > 0) return 2;
  return over.length > 0 || totals.failing > 0 ? 1 : 0;
}
