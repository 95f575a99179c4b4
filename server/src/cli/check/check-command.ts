/**
 * `alongside check` as it is asked for: its operands and options. What it does is check.ts.
 */
import { CATEGORIES } from '../../engine/rule.js';
import { check } from './check.js';
import { command, type Given } from '../command.js';
import { FORMAT_GIVEN, FORMATS, type FormatName } from '../report/formats.js';
import { limitsOf } from './limits.js';
import { outputsOf } from '../report/outputs.js';
import { shardOf } from './shard.js';

export type CheckOptions = typeof OPTIONS;
export type CheckGiven = Given<CheckOptions>;

/** What each format is for. */
const TOLD: Readonly<Record<FormatName, string>> = {
  pretty: 'for a person at a terminal: each finding at its line, then what there is of each kind and what was good to see. The default.',
  compact: 'one finding a line, `path:line:column`.',
  json: 'everything, for programs. Its form is docs/report.schema.json and only ever gains fields.',
  sarif: 'SARIF 2.1.0, for code scanning.',
  junit: 'JUnit’s XML. Only what fails the run is a failure in it.',
  checkstyle: 'Checkstyle’s XML.',
  github: 'workflow commands, which mark lines of a pull request; where `GITHUB_STEP_SUMMARY` is set, a summary of the job without words of the records is added there.',
  gitlab: 'GitLab’s Code Quality report.',
  html: 'one file that opens in any browser and loads nothing: counts by category, kind of record, rule and file, without words of the records.',
};

const OPTIONS = {
  format: {
    ...FORMAT_GIVEN,
    about: `How what was found is told. With \`=FILE\` it is written to that file; one format, without a file, is printed. Give it several times for several reports of one run: \`--format pretty --format sarif=found.sarif\`.

${FORMATS.map((name) => `- \`${name}\`: ${TOLD[name]}`).join('\n')}`,
  },
  'with-text': {
    value: null,
    brief: 'let sarif and html hold lines of the records',
    about: 'Lets `sarif` and `html` hold the lines in which something was found. Without it `html` holds no words of the records at all, and `sarif` only those that were matched. Take care where such a file goes.',
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
    about: 'From which severity on a finding fails the run, in place of the `gate:` of `alongside.yml`, which says so for `templates`, for live `notes`, or for a kind of record (`letter: suggestion`). Where neither says anything, templates fail at `warning` and live records never do.',
  },
  since: {
    value: 'REV',
    brief: 'only records that have changed since a git revision',
    about: 'Reads only those of the records that stand otherwise than where this branch left the revision (`main`, `origin/main`, `HEAD~3`), uncommitted changes and new files among them. It asks git, which is started for nothing else.',
  },
  'changed-lines': {
    value: null,
    brief: 'with --since: only findings on changed lines',
    about: 'With `--since`: records are read whole, and of what is found only that is told which stands on a line that has changed. What is said of a record as a whole is told where its place, mostly the title, has changed.',
  },
  'files-from': {
    value: 'FILE',
    brief: 'a list of files to read, one a line; - for stdin',
    about: 'A file with the paths of the records to read, each on a line of its own or parted by NUL characters (`git diff --name-only -z`); `-` for standard input. Each is read as a record, whatever its name. An empty list is no problem.',
  },
  'max-findings': {
    value: 'LIMIT',
    offers: CATEGORIES.map((category) => `${category}=`),
    many: true,
    brief: 'fail where there are more, as 20 or label=5',
    about: 'Fails the run where there are more findings than this, in all (`20`) or of a category (`label=5`), whatever their severity and beside the gate. It lets a team that lives with old text see to it that there is never more of it.',
  },
  'no-set-aside': {
    value: null,
    brief: 'show what was set aside too',
    about: 'Shows every finding, those too that people chose to leave as they are and those of a baseline (`.alongside/set-aside.yml`).',
  },
  cache: {
    value: 'FOLDER',
    brief: 'keep what was found there, for the next run',
    about: 'Keeps what was found in each record in this folder, so that the next run reads only what has changed: the record, its rules or the program. No word of a record is kept there, only where in it each stands; git is told to leave the folder out. Word documents, and records beside which something is set aside, are always read. Delete the folder whenever you like.',
  },
  shard: {
    value: 'N/M',
    brief: 'only this part of the records, as 2/5',
    about: 'Reads only one part of the records, where several machines share a run: `--shard 2/5` every fifth, from the second. Each machine writes `--format json=…`; `alongside merge` makes one report of them.',
  },
  threads: {
    value: 'N',
    brief: 'how many records to read at once',
    about: 'How many threads read records, in place of as many as the machine has cores. It changes how long a run takes, and nothing in what it says. A run over few records has only one.',
  },
  fix: {
    value: null,
    brief: 'make the safe replacements in templates',
    about: 'Makes those replacements that can change no fact (“prior to” → “before”), in templates only, and then checks. A file is replaced whole or stays as it was; outside the words replaced nothing changes. Everything else waits for a person.',
  },
  all: {
    value: null,
    brief: 'with --fix: in every record, not only templates',
    about: 'With `--fix`: in every record, not in templates only. Think before you change a record that somebody else wrote.',
  },
  diff: {
    value: null,
    brief: 'with --fix: show what would change; write nothing',
    about: 'With `--fix`: prints what would change as a unified diff, and neither writes nor checks anything.',
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

With no path it reads every Markdown file below this folder that git does not ignore. Links to other places are not followed.

A Word document (\`.docx\`) is read where it is named or a pattern names it, not where a folder is; its findings are placed by heading and paragraph. Footnotes, page headers and page footers are read too; pictures, macros and comments are not.`,
  operands: '[PATH …]',
  options: OPTIONS,
  examples: [
    { line: 'alongside check notes/', does: 'a folder' },
    { line: 'alongside check "templates/**/*.md" --fail-on suggestion', does: 'templates, strictly' },
    { line: 'alongside check --since origin/main --changed-lines', does: 'what a branch has changed' },
    { line: 'alongside check "plans/**/*.docx"', does: 'Word documents' },
    { line: 'cat note.md | alongside check - --format json', does: 'one record, for a program' },
  ],
  objection({ operands, options }) {
    const outputs = outputsOf(options.format);
    if ('objection' in outputs) return outputs.objection;
    const shard = shardOf(options.shard);
    if ('objection' in shard) return shard.objection;
    if (options.shard !== null && options['max-findings'].length > 0) return '--max-findings counts the findings of a whole run: with --shard, give it to alongside merge.';
    if (options.threads !== null && !/^[1-9]\d{0,2}$/.test(options.threads)) return `--threads takes a whole number from 1; “${options.threads}” is none.`;
    const limits = limitsOf(options['max-findings']);
    if ('objection' in limits) return limits.objection;
    const beside = (['all', 'diff'] as const).find((name) => options[name] && !options.fix);
    if (beside) return `--${beside} goes with --fix.`;
    if (options.fix && operands.includes('-')) return '--fix changes files, and standard input (“-”) is none.';
    if (options.fix && options['changed-lines']) return '--fix reads whole files, so it does not go with --changed-lines.';
    if (operands.filter((path) => path === '-').length > 1) return 'Standard input (“-”) can be read only once.';
    if (operands.includes('-') && options['files-from'] === '-') return 'Standard input cannot be both a record (“-”) and the list of files (--files-from -).';
    if (options['changed-lines'] && options.since === null) return '--changed-lines needs --since, which says since when.';
    if (options['stdin-filename'] !== null && !operands.includes('-')) return '--stdin-filename says what standard input is called, and “-” is not among the paths.';
    return null;
  },
  run: check,
});
