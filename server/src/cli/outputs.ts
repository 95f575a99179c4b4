/**
 * Where reports go: one of them to standard output, each other to a file of its own. What a report says is its format's
 * business.
 */
import { problemText } from '../rulebook/problem.js';
import { notOneOf } from './arguments.js';
import { formatFor, FORMATS, type FormatName, type Run } from './formats.js';
import { overLimit } from './formats/words.js';
import { absolute, reasonOf } from './select.js';
import type { World } from './world.js';

export interface Output {
  readonly format: FormatName;
  /** As typed; null for standard output. */
  readonly file: string | null;
}

/** What the values of `--format` ask for; `pretty` where there are none. */
export function outputsOf(values: readonly string[]): readonly Output[] | { readonly objection: string } {
  const outputs: Output[] = [];
  for (const value of values.length > 0 ? values : ['pretty']) {
    const at = value.indexOf('=');
    const name = at < 0 ? value : value.slice(0, at);
    const objection = notOneOf('--format', name, FORMATS);
    if (objection !== null) return { objection };
    if (at === value.length - 1) return { objection: `--format ${name}= names no file.` };
    outputs.push({ format: name as FormatName, file: at < 0 ? null : value.slice(at + 1) });
  }
  const printed = outputs.filter(({ file }) => file === null).map(({ format }) => format);
  if (printed.length > 1) return { objection: `Only one format can be printed; give the others a file: --format ${printed[1]}=report.${printed[1]}` };
  const twice = outputs.find(({ file }, index) => file !== null && outputs.findIndex((other) => other.file === file) !== index);
  if (twice) return { objection: `Two reports cannot both be written to “${twice.file}”.` };
  return outputs;
}

/** Writes every report; false where one could not be, which is told. Problems go to standard error where what is printed is for programs. */
export async function writeOutputs(outputs: readonly Output[], run: Run, world: World): Promise<boolean> {
  let whole = true;
  const write = async (where: string, put: () => unknown): Promise<void> => {
    try {
      await put();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === undefined) throw error;
      whole = false;
      world.error(`alongside: The report could not be written to ${where} (${reasonOf(error)}).\n`);
    }
  };
  for (const { format, file } of outputs) {
    const text = (await formatFor(format))(file === null ? run : { ...run, colour: false, width: 100 });
    if (file === null) await write('standard output', () => world.out(text));
    else await write(`“${file}”`, () => world.writeFile(absolute(file, world), text));
    const summary = format === 'github' ? world.env('GITHUB_STEP_SUMMARY') : null;
    if (summary) await write(`“${summary}”`, async () => world.appendFile(absolute(summary, world), (await import('./formats/github.js')).jobSummary(run)));
  }
  if (!outputs.some(({ format, file }) => file === null && ['pretty', 'compact', 'github'].includes(format))) for (const problem of run.report.problems) world.error(`${problemText(problem)}\n`);
  if (!outputs.some(({ format, file }) => file === null && format === 'pretty')) for (const limit of run.exceeded) world.error(`alongside: ${overLimit(limit)}\n`);
  return whole;
}
