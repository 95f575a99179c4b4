/**
 * `alongside check`: paths → records read → reports and an exit code. Whatever could not be read is a problem in the
 * report; nothing goes unchecked in silence.
 */
import { problemText, type Problem } from '../rulebook/problem.js';
import { createReader } from '../rulebook/reader.js';
import { gateFor, RULEBOOK_FILE, type Rulebook } from '../rulebook/rulebook.js';
import type { CheckGiven } from './check-command.js';
import type { ExitCode } from './command.js';
import { outputsOf, writeOutputs, type Output } from './outputs.js';
import { readRecord, STDIN } from './read-record.js';
import { atGate, report, type FileReport } from './report.js';
import { absolute, filesFor, shownPath } from './select.js';
import type { World } from './world.js';

export async function check({ operands, options }: CheckGiven, world: World): Promise<ExitCode> {
  const config = options.config === null ? null : absolute(options.config, world);
  if (config !== null && world.isFolder(config)) return refuse(world, `“${options.config}” (--config) is a folder; name the file in it.`);
  if (config !== null && !world.exists(config)) return refuse(world, `There is no file “${options.config}” (--config).`);
  const reader = createReader(world.builtIn(), world, config, world.today);
  const files: FileReport[] = [];
  const sources = new Map<string, string>();
  // By their text, so that a rulebook's problem is told once.
  const problems = new Map<string, Problem>();
  const tell = (problem: Problem): void => void problems.set(problemText(problem), problem);
  const tellRulebook = (rulebook: Rulebook): void => rulebook.problems.forEach((problem) => tell({ ...problem, file: shownPath(problem.file, world) }));
  let failing = 0;

  const read = async (path: string, shown: string, bytes: () => Uint8Array | Promise<Uint8Array>): Promise<void> => {
    const record = await readRecord(path, shown, bytes, reader);
    if ('problem' in record) return tell(record.problem);
    tellRulebook(record.rulebook);
    sources.set(shown, record.source);
    files.push(record.file);
    const failOn = options['fail-on'];
    failing += atGate(record.file, failOn === null ? gateFor(record.rulebook.gate, record.file.template) : failOn === 'never' ? null : failOn);
  };

  for (const argument of operands.length > 0 ? operands : ['.']) {
    if (argument === '-') {
      const path = absolute(options['stdin-filename'] ?? 'stdin.md', world);
      await read(path, options['stdin-filename'] === null ? STDIN : shownPath(path, world), () => world.readInput());
      continue;
    }
    for (const path of await filesFor(argument, world, tell)) {
      const shown = shownPath(path, world);
      if (sources.has(shown)) continue;
      // A rulebook is no record; its problems are told with those of the records, or by itself when it is named.
      if (path.endsWith(`/${RULEBOOK_FILE}`)) tellRulebook(await reader.rulebookFor(path));
      else await read(path, shown, () => world.readBytes(path));
    }
  }
  const result = report(files, [...problems.values()]);
  const written = await writeOutputs(outputsOf(options.format) as readonly Output[], { report: result, sources, failing, colour: world.colour, width: world.width, version: world.version }, world);
  if (!written || result.problems.length > 0 || files.some((file) => file.unchecked.length > 0)) return 2;
  return failing > 0 ? 1 : 0;
}

function refuse(world: World, message: string): ExitCode {
  world.error(`alongside: ${message}\n`);
  return 2;
}
