/**
 * `alongside check`: paths → records read → reports and an exit code. Whatever could not be read is a problem in the
 * report; nothing goes unchecked in silence.
 */
import { problemText, type Problem } from '../rulebook/problem.js';
import { createReader } from '../rulebook/reader.js';
import { createSetAside } from '../set-aside/set-aside.js';
import type { CheckGiven } from './check-command.js';
import type { ExitCode } from './command.js';
import type { Style, ToldRule } from './formats.js';
import { exceeded, limitsOf, type Limit } from './limits.js';
import { openOutputs, outputsOf, type Output } from './outputs.js';
import { createChecker, type CheckedRecord, type CheckSettings } from './read-record.js';
import { inOrder } from './report.js';
import { absolute, select, type Selected } from './select.js';
import { createTally } from './tally.js';
import type { World } from './world.js';

export async function check({ operands, options }: CheckGiven, world: World): Promise<ExitCode> {
  const config = options.config === null ? null : absolute(options.config, world);
  if (config !== null && world.isFolder(config)) return refuse(world, `“${options.config}” (--config) is a folder; name the file in it.`);
  if (config !== null && !world.exists(config)) return refuse(world, `There is no file “${options.config}” (--config).`);
  const reader = createReader(world.builtIn(), world, config, world.today);
  const setAside = options['no-set-aside'] ? null : createSetAside(world, () => world.cwd, world.today);
  const outputs = outputsOf(options.format) as readonly Output[];
  // By their text, so that a rulebook's problem is told once.
  const problems = new Map<string, Problem>();
  const tell = (problem: Problem): void => void problems.set(problemText(problem), problem);
  const chosen = await select({ operands, options }, world, tell);
  if ('objection' in chosen) return refuse(world, chosen.objection);
  if (options.fix) await (await import('./fix.js')).fixRecords(chosen, { which: options.all ? 'all' : 'templates', how: options.diff ? 'show' : 'write' }, reader, setAside, world, tell);
  if (options.diff) return problems.size > 0 ? printProblems([...problems.values()], world) : 0;

  const selected = [...chosen].sort((a, b) => (a.shown < b.shown ? -1 : 1));
  const settings: CheckSettings = {
    config,
    failOn: options['fail-on'],
    setAside: options['no-set-aside'] ? 'shown' : 'left-out',
    sources: options['with-text'] || outputs.some(({ format }) => format === 'pretty') ? 'wanted' : 'unwanted',
  };
  const isLong = selected.length > LONG;
  const style: Style = { withText: options['with-text'], colour: world.colour, width: world.width, version: world.version, today: world.today() };
  const reports = await openOutputs(outputs, style, isLong ? 'as-it-comes' : 'at-the-end', world);
  const tally = createTally();
  const rules = new Map<string, ToldRule>();
  const threads = isLong ? Math.min(options.threads === null ? world.cores : Number(options.threads), MOST_THREADS) : 1;
  const crew = threads > 1 ? await world.startCrew(threads, settings) : null;
  const checkHere = createChecker(settings, reader, setAside, world);
  const checkOne = crew === null ? checkHere : (one: Selected) => (one.from === 'input' ? checkHere(one) : crew.check(one));
  const progress = isLong && world.progress !== null && !(world.isTerminal && outputs.some(({ file }) => file === null)) ? (await import('./progress.js')).createProgress(selected.length, world.progress) : null;
  for await (const { file, source, problems: told, rules: raised } of inTurn(selected, checkOne, crew === null ? 1 : threads * AHEAD)) {
    progress?.step();
    told.forEach(tell);
    for (const rule of raised) rules.set(rule.id, rule);
    if (file === null) continue;
    tally.add(file);
    reports.record(file, source);
  }
  progress?.end();
  await crew?.end();
  const totals = tally.totals();
  const over = exceeded(limitsOf(options['max-findings']) as readonly Limit[], totals.summary);
  const written = await reports.end({ ...totals, problems: inOrder([...problems.values()]), rules, exceeded: over });
  if (!written || problems.size > 0 || totals.unchecked > 0) return 2;
  return over.length > 0 || totals.failing > 0 ? 1 : 0;
}

/** A run over more records than these is a long one. */
const LONG = 64;
const MOST_THREADS = 64;
/** How many records for each thread may wait to be told, or to be read. */
const AHEAD = 16;

/** What comes of each record, in their order, while no more than `ahead` of them are being read. */
async function* inTurn(selected: readonly Selected[], checkOne: (one: Selected) => Promise<CheckedRecord>, ahead: number): AsyncGenerator<CheckedRecord> {
  const underWay: Promise<CheckedRecord>[] = [];
  for (const one of selected) {
    const checked = checkOne(one);
    // Whoever waits for it is told; until then it is no news to the process.
    checked.catch(() => {});
    underWay.push(checked);
    if (underWay.length >= ahead) yield await underWay.shift()!;
  }
  while (underWay.length > 0) yield await underWay.shift()!;
}

function printProblems(problems: readonly Problem[], world: World): ExitCode {
  for (const problem of problems) world.error(`${problemText(problem)}\n`);
  return 2;
}

function refuse(world: World, message: string): ExitCode {
  world.error(`alongside: ${message}\n`);
  return 2;
}
