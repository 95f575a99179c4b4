/**
 * `alongside check`: paths → records read → reports and an exit code. Whatever could not be read is a problem in the
 * report; nothing goes unchecked in silence.
 */
import { problemText, type Problem } from '../../rulebook/problem.js';
import { createReader } from '../../rulebook/reader.js';
import { createSetAside } from '../../set-aside/set-aside.js';
import type { CheckGiven } from './check-command.js';
import { refuse, type ExitCode } from '../command.js';
import { limitsOf, type Limit } from './limits.js';
import { outputsOf, type Output } from '../report/outputs.js';
import { createChecker, type CheckedRecord, type CheckSettings } from './read-record.js';
import { endRun, LONG, openRun } from '../report/run.js';
import { absolute, reasonOf, select, type Selected } from './select.js';
import { partOf, shardOf, type Shard } from './shard.js';
import type { World } from '../world.js';

export async function check({ operands, options }: CheckGiven, world: World): Promise<ExitCode> {
  const config = options.config === null ? null : absolute(options.config, world);
  if (config !== null && world.isFolder(config)) return refuse(world, `“${options.config}” (--config) is a folder; name the file in it.`);
  if (config !== null && !world.exists(config)) return refuse(world, `There is no file “${options.config}” (--config).`);
  const reader = createReader(world.builtIn(), world, config, world.today);
  const setAside = options['no-set-aside'] ? null : createSetAside(world, () => world.cwd, world.today);
  const outputs = outputsOf(options.format) as readonly Output[];
  const problems: Problem[] = [];
  const all = await select({ operands, options }, world, (problem) => problems.push(problem));
  if ('objection' in all) return refuse(world, all.objection);
  const over = outputs.find(({ file }) => file !== null && all.some(({ path }) => path === absolute(file, world)));
  if (over) return refuse(world, `“${over.file}” is one of the records to be checked; the report (--format ${over.format}) needs a file of its own.`);
  const selected = partOf([...all].sort((a, b) => (a.shown < b.shown ? -1 : 1)), shardOf(options.shard) as Shard);
  if (options.fix) await (await import('./fix.js')).fixRecords(selected, { which: options.all ? 'all' : 'templates', how: options.diff ? 'show' : 'write' }, reader, setAside, world, (problem) => problems.push(problem));
  if (options.diff) return problems.length > 0 ? printProblems(problems, world) : 0;

  const cache = options.cache === null ? null : absolute(options.cache, world);
  try {
    // It is of this machine's making, and not to be shared with the records.
    if (cache !== null) world.writeFile(`${cache}/.gitignore`, '*\n');
  } catch (error) {
    return refuse(world, `Nothing can be kept in “${options.cache}” (--cache; ${reasonOf(error)}).`);
  }
  const settings: CheckSettings = {
    config,
    failOn: options['fail-on'],
    setAside: options['no-set-aside'] ? 'shown' : 'left-out',
    cache: cache === null ? null : { folder: cache, program: await world.programMark() },
    sources: options['with-text'] || outputs.some(({ format }) => format === 'pretty') ? 'wanted' : 'unwanted',
  };
  const run = await openRun(outputs, options['with-text'] ? 'shown' : 'shown-nowhere', selected.length, world);
  problems.forEach(run.tell);
  const isLong = selected.length > LONG;
  const threads = isLong ? Math.min(options.threads === null ? world.cores : Number(options.threads), MOST_THREADS) : 1;
  const crew = threads > 1 ? await world.startCrew(threads, settings) : null;
  const checkHere = await createChecker(settings, reader, setAside, world);
  const checkOne = crew === null ? checkHere : (one: Selected) => (one.from === 'input' ? checkHere(one) : crew.check(one));
  const isInTheWay = world.isTerminal && outputs.some(({ file }) => file === null);
  const progress = isLong && world.progress !== null && !isInTheWay ? (await import('./progress.js')).createProgress(selected.length, world.progress) : null;
  for await (const checked of inTurn(selected, checkOne, crew === null ? 1 : threads * AHEAD)) {
    progress?.step();
    run.record(checked);
  }
  progress?.end();
  await crew?.end();
  return endRun(run, limitsOf(options['max-findings']) as readonly Limit[]);
}

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
