/**
 * A command's `--help`, on one screen of 80 columns, and the overview of all commands. The manual (manual.ts) says the
 * same at length.
 */
import { COMMON } from './arguments.js';
import { wrap } from './columns.js';
import type { Command, Options } from './command.js';

const WIDTH = 80;

export function helpText(command: Command | null, commands: readonly Command[]): string {
  return `${(command ? commandHelp(command) : overview(commands)).join('\n')}\n`;
}

function overview(commands: readonly Command[]): readonly string[] {
  return [
    ...wrap('Alongside reads social work records in Markdown and shows where the words do things to a family, hide behind jargon, blame, blur harm, or leave the child out. Nothing leaves this machine.', WIDTH),
    '',
    ...table(commands.map(({ name, brief }) => [`alongside ${name}`, brief])),
    '',
    ...table(optionRows(COMMON)),
    '',
    ...wrap('`alongside COMMAND --help` shows what a command does and its options; docs/cli.md is the whole manual.'.replaceAll('`', ''), WIDTH),
  ];
}

function commandHelp({ name, about, operands, options, examples }: Command): readonly string[] {
  return [
    ['alongside', name, operands ?? '', Object.keys(options).length > 0 ? '[options]' : ''].filter(Boolean).join(' '),
    '',
    ...about.split('\n\n').flatMap((paragraph, index) => [...(index > 0 ? [''] : []), ...wrap(plain(paragraph), WIDTH)]),
    '',
    ...table(optionRows({ ...options, ...COMMON })),
    ...(examples.length > 0 ? ['', ...examples.map(({ line }) => `  ${line}`)] : []),
  ];
}

function optionRows(options: Options): readonly (readonly [string, string])[] {
  return Object.entries(options).map(([name, { value, short, brief }]) => [`${short ? `-${short}, ` : ''}--${name}${value === null ? '' : ` ${value}`}`, brief]);
}

function table(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}

/** Help is plain text: the manual's Markdown without its marks. */
function plain(markdown: string): string {
  return markdown.replace(/[`*]/g, '');
}
