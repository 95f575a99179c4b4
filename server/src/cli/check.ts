/**
 * `alongside check`: paths → records read → reports and an exit code. Whatever could not be read is a problem in the
 * report; nothing goes unchecked in silence.
 */
import type { Severity } from '../engine/finding.js';
import type { Rule } from '../engine/rule.js';
import { problemText, type Problem } from '../rulebook/problem.js';
import { createReader } from '../rulebook/reader.js';
import { gateFor, RULEBOOK_FILE, type Rulebook } from '../rulebook/rulebook.js';
import { createSetAside } from '../set-aside/set-aside.js';
import type { CheckGiven } from './check-command.js';
import type { ExitCode } from './command.js';
import type { Run } from './formats.js';
import { exceeded, limitsOf, type Limit } from './limits.js';
import { outputsOf, writeOutputs, type Output } from './outputs.js';
import { readRecord } from './read-record.js';
import { atGate, report, type FileReport } from './report.js';
import { absolute, select, shownPath } from './select.js';
import type { World } from './world.js';

export async function check({ operands, options }: CheckGiven, world: World): Promise<ExitCode> {
  const config = options.config === null ? null : absolute(options.config, world);
  if (config !== null && world.isFolder(config)) return refuse(world, `“${options.config}” (--config) is a folder; name the file in it.`);
  if (config !== null && !world.exists(config)) return refuse(world, `There is no file “${options.config}” (--config).`);
  const reader = createReader(world.builtIn(), world, config, world.today);
  const setAside = options['no-set-aside'] ? null : createSetAside(world, () => world.cwd, world.today);
  const outputs = outputsOf(options.format) as readonly Output[];
  // Texts are kept only where lines of them are shown: a run may be over ten thousand records.
  const showsLines = options['with-text'] || outputs.some(({ format }) => format === 'pretty');
  const files: FileReport[] = [];
  const sources = new Map<string, string>();
  // By their text, so that a rulebook's problem is told once.
  const problems = new Map<string, Problem>();
  const tell = (problem: Problem): void => void problems.set(problemText(problem), problem);
  const tellRulebook = (rulebook: Rulebook): void => rulebook.problems.forEach((problem) => tell({ ...problem, file: shownPath(problem.file, world) }));
  const selected = await select({ operands, options }, world, tell);
  if ('objection' in selected) return refuse(world, selected.objection);
  if (options.fix) await (await import('./fix.js')).fixRecords(selected, { which: options.all ? 'all' : 'templates', how: options.diff ? 'show' : 'write' }, reader, setAside, world, tell);
  if (options.diff) return problems.size > 0 ? printProblems([...problems.values()], world) : 0;
  const gates = new Map<string, Severity | null>();
  const rules = new Map<string, Rule>();
  for (const one of selected) {
    // A rulebook is no record; its problems are told with those of the records, or by itself when it is named.
    if (one.path.endsWith(`/${RULEBOOK_FILE}`)) {
      tellRulebook(await reader.rulebookFor(one.path));
      continue;
    }
    const record = await readRecord(one, reader, setAside, world);
    if ('problem' in record) {
      tell(record.problem);
      continue;
    }
    const { file, source, rulebook } = record;
    tellRulebook(rulebook);
    for (const problem of (await setAside?.openFor(one.path))?.problems ?? []) tell({ ...problem, file: shownPath(problem.file, world) });
    if (showsLines && file.findings.length > 0) sources.set(file.path, source);
    files.push(file);
    const failOn = options['fail-on'];
    gates.set(file.path, failOn === null ? gateFor(rulebook.gate, file.type, file.template) : failOn === 'never' ? null : failOn);
    for (const { rule: id } of file.findings) {
      const rule = rules.has(id) ? undefined : rulebook.compiled.rules.find((known) => known.id === id);
      if (rule) rules.set(id, rule);
    }
  }
  const result = report(files, [...problems.values()]);
  const over = exceeded(limitsOf(options['max-findings']) as readonly Limit[], result);
  const run: Run = { report: result, sources, rules, gates, exceeded: over, withText: options['with-text'], colour: world.colour, width: world.width, version: world.version, today: world.today() };
  const written = await writeOutputs(outputs, run, world);
  if (!written || result.problems.length > 0 || files.some((file) => file.unchecked.length > 0)) return 2;
  return over.length > 0 || files.some((file) => atGate(file, gates.get(file.path) ?? null) > 0) ? 1 : 0;
}

function printProblems(problems: readonly Problem[], world: World): ExitCode {
  for (const problem of problems) world.error(`${problemText(problem)}\n`);
  return 2;
}

function refuse(world: World, message: string): ExitCode {
  world.error(`alongside: ${message}\n`);
  return 2;
}
