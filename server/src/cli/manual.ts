/**
 * The table of commands → docs/cli.md. A test holds the two together.
 */
import type { Command, Option } from './command.js';

export function manual(commands: readonly Command[]): string {
  return `${[
    '# The command line',
    'Made from the same table as `alongside --help`; change it there (`*-command.ts` and `*-commands.ts` under `server/src/cli`), then `GOLDEN=write npm run test:unit -- cli/manual`.',
    commands.map(({ name, brief }) => `- [\`alongside ${name}\`](#alongside-${name.replaceAll(' ', '-')}): ${brief}`).join('\n'),
    'Every command also takes `--help` (`-h`) and `--version` (`-v`).',
    ...EXIT_CODES,
    ...commands.flatMap(section),
  ].join('\n\n')}\n`;
}

const EXIT_CODES = [
  '## Exit codes',
  [
    '| code | meaning |',
    '| --- | --- |',
    '| 0 | everything asked for was read, and nothing reached the gate |',
    '| 1 | something reached the gate, or there is more than `--max-findings` allows |',
    '| 2 | something could not be read, checked or written: a missing file, a rules file with a problem, an option that does not exist, a full disk. It comes before 1: what was not read is never taken for clean |',
    '| 130 | the run was interrupted (Ctrl+C); no report file was written or changed. Of a run over more than 64 records, what had been printed by then stands |',
  ].join('\n'),
  'A pipe that nobody reads on (`alongside check | head`) is no problem: the run ends as if all had been read.',
];

function section({ name, about, operands, options, examples }: Command): readonly string[] {
  return [
    `## alongside ${name}`,
    `    alongside ${[name, operands ?? '', Object.keys(options).length > 0 ? '[options]' : ''].filter(Boolean).join(' ')}`,
    about,
    ...Object.entries(options).map(([option, told]) => optionItem(option, told)),
    ...(examples.length > 0 ? [['```sh', ...examples.map(({ line, does }) => `${line}    # ${does}`), '```'].join('\n')] : []),
  ];
}

function optionItem(name: string, { value, short, about }: Option): string {
  return `**\`${short ? `-${short}, ` : ''}--${name}${value === null ? '' : ` ${value}`}\`**  \n${about}`;
}
