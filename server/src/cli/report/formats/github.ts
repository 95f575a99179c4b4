/**
 * GitHub's workflow commands, which mark findings on the lines of a pull request; and the summary of a job. The summary
 * holds no words of a record.
 */
import type { Severity } from '../../../engine/finding.js';
import type { Writer } from '../formats.js';
import type { Totals } from '../tally.js';
import { ABOUT, number, oneLine, plural, SEEN, within } from './words.js';

const COMMAND: Readonly<Record<Severity, 'notice' | 'warning' | 'error'>> = { suggestion: 'notice', warning: 'warning', error: 'error' };

export function github(): Writer {
  return {
    record: ({ path, findings, unchecked }) => text([
      ...unchecked.map(({ line, endLine, place, reason }) => workflowCommand('error', { file: path, line, endLine, title: 'Could not be checked' }, within(place, reason))),
      ...findings.map(({ severity, line, column, endLine, endColumn, title, rule, message, place }) =>
        // Columns count only where a finding stands on one line.
        workflowCommand(COMMAND[severity], { file: path, line, endLine, ...(line === endLine ? { col: column, endColumn } : {}), title: `${title} (${rule})` }, within(place, message))),
    ]),
    end: ({ problems }) => text(problems.map(({ file, line, column, message }) => workflowCommand('error', { file, line, col: column, title: 'Could not be checked' }, message))),
  };
}

function text(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

function workflowCommand(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const data = (text: string): string => oneLine(text).replaceAll('%', '%25');
  const property = (value: string | number): string => data(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return `::${name} ${Object.entries(properties).map(([key, value]) => `${key}=${property(value)}`).join(',')}::${data(message)}`;
}

/** Markdown for $GITHUB_STEP_SUMMARY: counts, and which files have most to look at. */
export function jobSummary({ summary, problems, unchecked, most }: Totals & { readonly problems: readonly unknown[] }): string {
  const { files, words, categories, strengths, setAside = 0 } = summary;
  const found = Object.entries(ABOUT).filter(([category]) => categories[category] > 0);
  const seen = Object.entries(SEEN).filter(([kind]) => strengths[kind] > 0);
  const unread = problems.length + unchecked;
  return `${[
    '### Alongside',
    `${plural(files, 'record')} read, ${plural(words, 'word')}.${setAside > 0 ? ` Set aside, and not counted here: ${number(setAside)}.` : ''}${unread > 0 ? ` **${plural(unread, 'thing')} could not be checked.**` : ''}`,
    found.length === 0 ? 'Nothing to raise.' : table(['To look at', 'Findings'], found.map(([category, about]) => [about, number(categories[category])])),
    ...(seen.length === 0 ? [] : [table(['Good to see', 'Places'], seen.map(([kind, what]) => [what, number(strengths[kind])]))]),
    ...(most.length === 0 ? [] : [table(['Record', 'Kind', 'Findings'], most.map(({ path, type, findings }) => [path, type ?? '', number(findings)]))]),
  ].join('\n\n')}\n`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  // Every character that Markdown or HTML could take for its own.
  const cell = (text: string): string => oneLine(text).replace(/[\\`*_{}[\]()<>#+!|~&@]/g, (character) => `&#${character.codePointAt(0)};`);
  const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [row(head), `| ${head.map((_, index) => (index === head.length - 1 ? '---:' : '---')).join(' | ')} |`, ...rows.map(row)].join('\n');
}
