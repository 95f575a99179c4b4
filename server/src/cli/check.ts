/**
 * `alongside check`: paths → files → analyse → a printed report and an exit code. Whatever could not be read is a
 * problem in the report; nothing goes unchecked in silence.
 */
import { createColors } from 'picocolors';
import { toLf } from '../engine/note/line-ends.js';
import { problemText, type Problem } from '../rulebook/problem.js';
import { createReader, type Reader } from '../rulebook/reader.js';
import { relativeTo, resolvePath } from '../rulebook/paths.js';
import { gateFor, RULEBOOK_FILE, type Rulebook } from '../rulebook/rulebook.js';
import type { CheckOptions } from './arguments.js';
import { decode } from './decode.js';
import { pretty } from './pretty.js';
import { atGate, fileReport, report, type FileReport } from './report.js';
import type { World } from './world.js';

/** 0: nothing at or above the gate. 1: findings at or above it. 2: something could not be checked. */
export type ExitCode = 0 | 1 | 2;

export async function check(options: CheckOptions, world: World): Promise<ExitCode> {
  const config = options.config === null ? null : absolute(options.config, world);
  if (config !== null && world.isFolder(config)) return refuse(world, `“${options.config}” (--config) is a folder; name the file in it.`);
  if (config !== null && !world.exists(config)) return refuse(world, `There is no file “${options.config}” (--config).`);
  const reader = createReader(world.builtIn(), world, config, world.today);
  const run: Run = { options, world, reader, files: [], problems: new Map(), sources: new Map(), failing: 0 };
  for (const argument of options.paths) {
    if (argument === '-') await checkInput(run);
    else for (const path of await pathsFor(argument, run)) await checkFile(path, run);
  }
  return finish(run);
}

interface Run {
  readonly options: CheckOptions;
  readonly world: World;
  readonly reader: Reader;
  readonly files: FileReport[];
  /** By their text, so that a rulebook's problem is told once. */
  readonly problems: Map<string, Problem>;
  readonly sources: Map<string, string>;
  failing: number;
}

async function pathsFor(argument: string, run: Run): Promise<readonly string[]> {
  const path = absolute(argument, run.world);
  const isFolder = run.world.isFolder(path);
  if (run.world.exists(path) && !isFolder) return [path];
  if (argument.startsWith('!')) {
    tell(run, argument, 'A pattern that begins with “!” takes nothing away here. Name what to check; what git ignores is left out.');
    return [];
  }
  const isGlob = /[*?{}[\]!]/.test(argument);
  if (!isFolder && !isGlob) {
    tell(run, argument, 'There is no such file or folder.');
    return [];
  }
  const found = await expand(isFolder ? path : withSlashes(argument, run.world), isFolder ? 'folder' : 'glob', argument, run);
  if (found === null) return [];
  if (found.length === 0) tell(run, argument, isFolder ? 'This folder holds no Markdown files, or only ones that git ignores.' : 'No file fits this pattern.');
  return found;
}

/** Null where the system would not let the folders be read, which has been told. */
async function expand(pattern: string, kind: 'folder' | 'glob', argument: string, run: Run): Promise<readonly string[] | null> {
  try {
    return await run.world.expand(pattern, kind);
  } catch (error) {
    tell(run, argument, `The folders here could not all be read (${reasonOf(error)}).`);
    return null;
  }
}

async function checkInput(run: Run): Promise<void> {
  const path = absolute(run.options.stdinFilename ?? 'stdin.md', run.world);
  const shown = run.options.stdinFilename === null ? '<stdin>' : relative(path, run.world);
  let bytes: Uint8Array;
  try {
    bytes = await run.world.readInput();
  } catch (error) {
    tell(run, shown, `Standard input could not be read (${reasonOf(error)}).`);
    return;
  }
  await checkBytes(bytes, shown, path, run);
}

async function checkFile(path: string, run: Run): Promise<void> {
  const shown = relative(path, run.world);
  if (run.sources.has(shown)) return;
  if (path.endsWith(`/${RULEBOOK_FILE}`)) return tellRulebook(await run.reader.rulebookFor(path), run);
  let bytes: Uint8Array;
  try {
    bytes = run.world.readBytes(path);
  } catch (error) {
    tell(run, shown, `This file could not be read (${reasonOf(error)}).`);
    return;
  }
  await checkBytes(bytes, shown, path, run);
}

async function checkBytes(bytes: Uint8Array, shown: string, path: string, run: Run): Promise<void> {
  const decoded = decode(bytes);
  if ('problem' in decoded) {
    run.problems.set(shown, { file: shown, line: decoded.line, column: decoded.column, message: decoded.problem });
    return;
  }
  const reading = await run.reader.read(path, toLf(decoded.text));
  tellRulebook(reading.rulebook, run);
  const file = fileReport(shown, decoded.text, reading);
  run.sources.set(shown, decoded.text);
  run.files.push(file);
  const gate = run.options.failOn === 'gate' ? gateFor(reading.rulebook.gate, file.template) : run.options.failOn === 'never' ? null : run.options.failOn;
  run.failing += atGate(file, gate);
}

/** A rulebook is no record; its problems are told with those of the records, or by itself when it is named. */
function tellRulebook({ problems }: Rulebook, run: Run): void {
  for (const problem of problems) {
    const told = { ...problem, file: relative(problem.file, run.world) };
    run.problems.set(problemText(told), told);
  }
}

function finish({ options, world, files, problems, sources, failing }: Run): ExitCode {
  const result = report(files, [...problems.values()]);
  if (options.format === 'json') {
    world.out(`${JSON.stringify(result, null, 2)}\n`);
    for (const problem of result.problems) world.error(`${problemText(problem)}\n`);
  } else world.out(pretty(result, sources, createColors(world.colour), world.width, failing));
  if (result.problems.length > 0 || files.some((file) => file.unchecked.length > 0)) return 2;
  return failing > 0 ? 1 : 0;
}

function refuse(world: World, message: string): ExitCode {
  world.error(`alongside: ${message}\n`);
  return 2;
}

function tell(run: Run, file: string, message: string): void {
  run.problems.set(`${file} ${message}`, { file, line: 1, column: 1, message });
}

/** The system's own short code; its message might hold more than a name. */
function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'for a reason the system did not give';
}

function absolute(path: string, world: World): string {
  return resolvePath(world.cwd, withSlashes(path, world));
}

/** A backslash parts folders on Windows only; elsewhere it may stand in a name or a pattern. */
function withSlashes(path: string, world: World): string {
  return /^(?:[A-Za-z]:|\/\/)/.test(world.cwd) ? path.replaceAll('\\', '/') : path;
}

/** Relative to the working folder where it lies below it; always with `/`. */
function relative(path: string, world: World): string {
  return relativeTo(world.cwd, path);
}
