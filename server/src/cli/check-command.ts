/**
 * `alongside check` as it is asked for: its operands and options. What it does is check.ts.
 */
import { check } from './check.js';
import { command, type Given } from './command.js';
import { FORMATS } from './formats.js';
import { outputsOf } from './outputs.js';

export type CheckOptions = typeof OPTIONS;
export type CheckGiven = Given<CheckOptions>;

const OPTIONS = {
  format: {
    value: 'NAME[=FILE]',
    offers: FORMATS,
    many: true,
    brief: `${FORMATS.slice(0, 5).join(', ')}, …`,
    about: `How what was found is printed: ${FORMATS.map((name) => `\`${name}\``).join(', ')}. With \`=FILE\` it is written to that file; one format, without a file, is printed. Give it several times for several reports of one run.`,
  },
  config: {
    value: 'FILE',
    brief: 'the alongside.yml to use for every record',
    about: 'The rules file to use for every record, in place of the nearest `alongside.yml` above each.',
  },
  'fail-on': {
    value: 'SEVERITY',
    oneOf: ['suggestion', 'warning', 'error', 'never'],
    brief: 'suggestion, warning, error or never',
    about: 'From which severity on a finding fails the run. It overrides the `gate:` of `alongside.yml`; where there is none, templates fail at `warning` and live records never do.',
  },
  'stdin-filename': {
    value: 'PATH',
    brief: 'what standard input is called',
    about: 'What standard input (`-`) is called in the report, and where its `alongside.yml` is looked for. No file need be there.',
  },
} as const;

export const CHECK = command({
  name: 'check',
  brief: 'read records and show what to look at',
  about: `Reads records in Markdown and shows where the words do things to a family, hide behind jargon, blame, blur harm, or leave the child out. A path is a file, a folder, a glob, or \`-\` for standard input.

With no path it reads every Markdown file below this folder that git does not ignore. Links to other places are not followed.`,
  operands: '[PATH …]',
  options: OPTIONS,
  examples: [
    { line: 'alongside check notes/', does: 'a folder' },
    { line: 'alongside check "templates/**/*.md" --fail-on suggestion', does: 'templates, strictly' },
    { line: 'cat note.md | alongside check - --format json', does: 'one record, for a program' },
  ],
  objection({ operands, options }) {
    const outputs = outputsOf(options.format);
    if ('objection' in outputs) return outputs.objection;
    if (operands.filter((path) => path === '-').length > 1) return 'Standard input (“-”) can be read only once.';
    if (options['stdin-filename'] !== null && !operands.includes('-')) return '--stdin-filename says what standard input is called, and “-” is not among the paths.';
    return null;
  },
  run: check,
});
