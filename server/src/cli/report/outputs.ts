/**
 * Where reports go: one of them to standard output, each other to a file of its own. What a report says is its format's
 * business.
 */
import { problemText } from '../../rulebook/problem.js';
import { notOneOf } from '../arguments.js';
import { formatFor, FORMATS, type Closing, type FormatName, type Style } from './formats.js';
import { overLimit } from './formats/words.js';
import type { FileReport } from './report.js';
import { absolute, reasonOf } from '../check/select.js';
import type { ReportFile, World } from '../world.js';

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

/** Reports in the making. */
export interface OpenOutputs {
  /** Records come in the order of their paths. */
  record(file: FileReport, source: string | null): void;
  /** Ends every report; false where one could not be written, which is told. Problems go to standard error where what is printed is for programs. */
  end(closing: Closing): Promise<boolean>;
}

/** `flow`: of a short run nothing is written before its end; of a long one each record is, so that none is kept. */
export async function openOutputs(outputs: readonly Output[], style: Style, flow: 'at-the-end' | 'as-it-comes', world: World): Promise<OpenOutputs> {
  const sinks = await Promise.all(outputs.map(async ({ format, file }) => ({ format, writer: (await formatFor(format))(file === null ? style : { ...style, colour: false, width: 100 }), sink: sinkFor(file, flow, world) })));
  return {
    record(file, source) {
      for (const { writer, sink } of sinks) sink.write(writer.record(file, source));
    },
    async end(closing) {
      let whole = true;
      for (const { format, writer, sink } of sinks) {
        sink.write(writer.end(closing));
        whole = sink.end() && whole;
        const summary = format === 'github' ? world.env('GITHUB_STEP_SUMMARY') : null;
        if (summary) {
          const { jobSummary } = await import('./formats/github.js');
          whole = attempt(`“${summary}”`, () => world.appendFile(absolute(summary, world), jobSummary(closing)), world) && whole;
        }
      }
      if (!outputs.some(({ format, file }) => file === null && ['pretty', 'compact', 'github'].includes(format))) for (const problem of closing.problems) world.error(`${problemText(problem)}\n`);
      if (!outputs.some(({ format, file }) => file === null && format === 'pretty')) for (const limit of closing.exceeded) world.error(`alongside: ${overLimit(limit)}\n`);
      return whole;
    },
  };
}

interface Sink {
  write(text: string): void;
  /** False where not all could be written, which has been told. */
  end(): boolean;
}

function sinkFor(name: string | null, flow: 'at-the-end' | 'as-it-comes', world: World): Sink {
  const where = name === null ? 'standard output' : `“${name}”`;
  let whole = true;
  let file: ReportFile | null = null;
  const put = (text: string): void => {
    // What could not be written once is not tried again for each record.
    if (!whole) return;
    whole = attempt(where, () => {
      if (name === null) world.out(text);
      else (file ??= world.openReport(absolute(name, world))).write(text);
    }, world);
  };
  const held: string[] = [];
  return {
    write: flow === 'as-it-comes' ? (text) => (text === '' ? undefined : put(text)) : (text) => void held.push(text),
    end() {
      if (flow === 'at-the-end') put(held.join(''));
      return attempt(where, () => file?.[whole ? 'close' : 'discard'](), world) && whole;
    },
  };
}

function attempt(where: string, put: () => unknown, world: World): boolean {
  try {
    put();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    world.error(`alongside: The report could not be written to ${where} (${reasonOf(error)}).\n`);
    return false;
  }
}
