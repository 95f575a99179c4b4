/**
 * What was typed → what is asked for, or a plain sentence about what is wrong with it. Parsing itself is Node's own.
 */
import { parseArgs } from 'node:util';
import type { Severity } from '../engine/finding.js';
import { nearest } from '../rulebook/nearest.js';

export type Request =
  | { readonly kind: 'check'; readonly options: CheckOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'wrong'; readonly message: string };

export interface CheckOptions {
  /** Files, folders, globs, or `-` for standard input. */
  readonly paths: readonly string[];
  readonly format: (typeof FORMATS)[number];
  readonly config: string | null;
  readonly stdinFilename: string | null;
  /** From which severity a finding fails the run; `gate` leaves it to the rulebook. */
  readonly failOn: Severity | 'never' | 'gate';
}

export const FORMATS = ['pretty', 'json'] as const;
const FAIL_ON = ['suggestion', 'warning', 'error', 'never'] as const;
const COMMANDS = ['check', 'help', 'version'] as const;
const OPTIONS = {
  format: { type: 'string' },
  config: { type: 'string' },
  'stdin-filename': { type: 'string' },
  'fail-on': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

export function readArguments(args: readonly string[]): Request {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    return wrong(explained(error as NodeJS.ErrnoException, args));
  }
  const { values, positionals } = parsed;
  if (values.help || positionals[0] === 'help') return { kind: 'help' };
  if (values.version || positionals[0] === 'version') return { kind: 'version' };
  const [command, ...paths] = positionals;
  if (command === undefined) return { kind: 'help' };
  if (command !== 'check') return wrong(`There is no command “${command}”${suggestion(command, COMMANDS)} To check records: alongside check ${command}`);
  const format = choose('--format', values.format ?? 'pretty', FORMATS);
  const failOn = values['fail-on'] === undefined ? 'gate' : choose('--fail-on', values['fail-on'], FAIL_ON);
  if (typeof format !== 'string') return wrong(format.message);
  if (typeof failOn !== 'string') return wrong(failOn.message);
  if (paths.includes('')) return wrong('One of the paths is empty; a variable may have had nothing in it.');
  if (paths.filter((path) => path === '-').length > 1) return wrong('Standard input (“-”) can be read only once.');
  if (values['stdin-filename'] !== undefined && !paths.includes('-')) return wrong('--stdin-filename says what standard input is called, and “-” is not among the paths.');
  return {
    kind: 'check',
    options: { paths: paths.length > 0 ? paths : ['.'], format, config: values.config ?? null, stdinFilename: values['stdin-filename'] ?? null, failOn },
  };
}

function choose<T extends string>(option: string, value: string, values: readonly T[]): T | { message: string } {
  const found = values.find((one) => one === value);
  const said = value === '' ? `${option} needs a value after it.` : `${option} cannot be “${value}”${suggestion(value, values)}`;
  return found ?? { message: `${said} It is one of ${values.join(', ')}.` };
}

function explained(error: NodeJS.ErrnoException, args: readonly string[]): string {
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const typed = args.find((arg) => arg.startsWith('-') && arg !== '-' && error.message.includes(`'${arg.split('=')[0]}'`)) ?? '';
    const name = typed.split('=')[0];
    const known = Object.keys(OPTIONS).map((option) => `--${option}`);
    return `There is no option “${name}”${suggestion(name, known)} Options: ${known.join(', ')}.`;
  }
  const option = /'(?:-\w, )?(--[\w-]+)/.exec(error.message)?.[1] ?? 'An option';
  return error.message.includes('does not take') ? `${option} takes no value.` : `${option} needs a value after it.`;
}

function suggestion(word: string, candidates: readonly string[]): string {
  const near = nearest(word, candidates);
  return near ? `; did you mean “${near}”?` : '.';
}

function wrong(message: string): Request {
  return { kind: 'wrong', message };
}

export const HELP = `Alongside reads social work records in Markdown and shows where the words do
things to a family, hide behind jargon, blame, blur harm, or leave the child
out. Nothing leaves this machine.

  alongside check [paths, folders, globs, or - for standard input]

With no path it checks every Markdown file below this folder that git does not
ignore. Links to other places are not followed.

  --format pretty|json     how to print what was found (default: pretty)
  --config FILE            the alongside.yml to use for every record
                           (default: the nearest one above each record)
  --fail-on SEVERITY       suggestion, warning, error or never: from where on a
                           finding fails the run (default: the gate in
                           alongside.yml, or else templates at warning and
                           live records never)
  --stdin-filename PATH    what standard input is called, so that its
                           alongside.yml is found
  -h, --help               this text
  -v, --version            the version

It ends with 0 when nothing reached the gate, 1 when something did, and 2 when
something could not be checked: a missing file, a rules file with a problem,
an option that does not exist.

  alongside check notes/                    a folder
  alongside check "templates/**/*.md" --fail-on suggestion
  cat note.md | alongside check - --format json
`;
