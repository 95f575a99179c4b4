/**
 * Reports of several machines → the report and the exit code of one run. It reads reports and rules, never a record.
 */
import type { Severity } from '../../engine/finding.js';
import type { Problem } from '../../rulebook/problem.js';
import type { ExitCode } from '../command.js';
import { limitsOf, type Limit } from '../check/limits.js';
import type { MergeGiven } from './merge-command.js';
import { outputsOf, type Output } from './outputs.js';
import { endRun, openRun } from './run.js';
import type { FileReport, Report } from './report.js';
import { isReport } from './shape.js';
import { rulesHere } from '../rules/here.js';
import { absolute, reasonOf, whole } from '../check/select.js';
import type { World } from '../world.js';

export async function merge({ operands, options }: MergeGiven, world: World): Promise<ExitCode> {
  const files = new Map<string, FileReport>();
  const problems: Problem[] = [];
  for (const operand of operands) {
    const report = readReport(operand, world);
    if ('message' in report) {
      problems.push(report);
      continue;
    }
    problems.push(...report.problems);
    for (const file of report.files) {
      if (files.has(file.path)) problems.push(whole(file.path, 'This record is in more than one of the reports, and was taken from the first. Do the parts of --shard overlap?'));
      else files.set(file.path, file);
    }
  }
  const failOn = options['fail-on'];
  const { compiled } = (await rulesHere(null, world))!.rulebook;
  const rules = new Map(compiled.rules.map((rule) => [rule.id, rule]));
  const run = await openRun(outputsOf(options.format) as readonly Output[], 'shown-nowhere', files.size, world);
  for (const problem of problems) run.tell(problem);
  for (const file of [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const raised = [...new Set(file.findings.map(({ rule }) => rule))].flatMap((id) => rules.get(id) ?? []);
    run.record({ file: failOn === null ? file : withGate(file, failOn === 'never' ? null : failOn), source: null, problems: [], rules: raised });
  }
  return endRun(run, limitsOf(options['max-findings']) as readonly Limit[]);
}

function withGate({ path, type, template, gate: _before, ...found }: FileReport, gate: Severity | null): FileReport {
  return { path, type, template, ...(gate === null ? {} : { gate }), ...found };
}

/** Or why it is no report. */
function readReport(operand: string, world: World): Report | Problem {
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(world.readBytes(absolute(operand, world)));
  } catch (error) {
    return whole(operand, error instanceof TypeError ? NONE : `This report could not be read (${reasonOf(error)}).`);
  }
  try {
    const report: unknown = JSON.parse(text);
    if (isReport(report)) return report;
  } catch {
    // Said below: what is thrown may quote the report.
  }
  return whole(operand, NONE);
}

const NONE = 'This is no report that alongside check --format json has written, or it was broken off.';
