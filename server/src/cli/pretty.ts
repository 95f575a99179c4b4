/**
 * The report for a person at a terminal: each finding at its line, with the words underlined, why, and what to ask
 * or try; then what there is of each kind.
 */
import type { Colors } from 'picocolors/types';
import type { Severity } from '../engine/finding.js';
import { CATEGORIES } from '../engine/rule.js';
import { problemText, type Problem } from '../rulebook/problem.js';
import { columns, excerpt, wrap } from './columns.js';
import type { FileReport, PlacedFinding, Report } from './report.js';

/** `sources` holds the text of each file by its path; `failing` counts the findings that fail the run; `width` is in columns. */
export function pretty(report: Report, sources: ReadonlyMap<string, string>, colour: Colors, width: number, failing: number): string {
  const paragraphs = [
    ...report.files.flatMap((file) => fileParagraphs(file, sources.get(file.path) ?? '', colour, Math.max(40, width))),
    ...(report.problems.length > 0 ? [report.problems.map((problem) => colour.red(told(problem))).join('\n')] : []),
    ...summary(report, colour, failing),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

function fileParagraphs(file: FileReport, source: string, colour: Colors, width: number): string[] {
  if (file.findings.length === 0 && file.unchecked.length === 0) return [];
  const lines = source.split(/\r\n?|\n/);
  const type = [file.type?.replace('-', ' '), file.template ? 'template' : null].filter(Boolean).join(' ');
  const gutter = Math.max(3, ...file.findings.map((finding) => String(finding.line).length)) + 1;
  return [
    `${colour.underline(file.path)}${type ? colour.dim(`  ${type}`) : ''}`,
    ...file.findings.map((finding) => findingParagraph(finding, lines[finding.line - 1] ?? '', colour, width, gutter)),
    ...file.unchecked.map(({ line, reason }) => wrap(`Line ${line} was not checked: ${reason}`, width - 2).map((part) => `  ${colour.red(part)}`).join('\n')),
  ];
}

function findingParagraph(finding: PlacedFinding, line: string, colour: Colors, width: number, gutter: number): string {
  const room = width - gutter - 3;
  const end = finding.endLine === finding.line ? finding.endColumn - 1 : line.trimEnd().length;
  const shown = excerpt(line, finding.column - 1, end, room);
  const paint = finding.severity === 'suggestion' ? colour.cyan : colour.yellow;
  const indent = ' '.repeat(gutter + 3);
  const bar = colour.dim('│');
  const id = finding.severity === 'suggestion' ? finding.rule : `${finding.severity} · ${finding.rule}`;
  const title = columns(finding.title) + 2 + columns(id) <= room ? [`${paint(colour.bold(finding.title))}  ${colour.dim(id)}`] : [...wrap(finding.title, room).map((part) => paint(colour.bold(part))), colour.dim(id)];
  return [
    `${colour.dim(String(finding.line).padStart(gutter))} ${bar} ${shown.text}`,
    `${' '.repeat(gutter)} ${bar} ${' '.repeat(shown.from)}${paint('^'.repeat(shown.width))}`,
    ...[...title, ...wrap(finding.message, room), ...finding.fixes.flatMap((fix) => fixLines(fix.title, colour, room))].map((part) => indent + part),
  ].join('\n');
}

function fixLines(title: string, colour: Colors, room: number): string[] {
  return wrap(title, room - 2).map((part, index) => (index === 0 ? `${colour.green('→')} ${part}` : `  ${part}`));
}

/** A place is named where there is one: not for a file that is missing, or that could not be read at all. */
function told(problem: Problem): string {
  const isWhole = problem.line === 1 && problem.column === 1 && !/\.ya?ml$/.test(problem.file);
  return isWhole ? `${problem.file}: ${problem.message}` : problemText(problem);
}

/** What the findings of a category are about, in the order in which they matter most. */
const KINDS: Readonly<Record<(typeof CATEGORIES)[number], string>> = {
  'minimising': 'harm that may be hidden',
  'childs-voice': 'the child’s voice',
  'danger-statement': 'danger statements',
  'safety-goal': 'safety goals',
  'scaling': 'scaling questions',
  'plan': 'who does what, and by when',
  'family-plan': 'the family’s own plan',
  'label': 'labels and blame',
  'doing-to': 'done to people rather than with them',
  'jargon': 'words a family may not know',
  'plain-english': 'plainer English',
  'document': 'parts a record needs',
  'privacy': 'details that may not belong here',
  'ours': 'rules of your own',
};

function summary({ summary: { files, words, ...counts }, problems, files: reports }: Report, colour: Colors, failing: number): string[] {
  const said = (['error', 'warning', 'suggestion'] as const).filter((severity: Severity) => counts[severity] > 0).map((severity) => plural(counts[severity], severity));
  const unread = problems.length + reports.reduce((sum, file) => sum + file.unchecked.length, 0);
  const found = said.length > 0 ? `: ${said.join(', ')}` : unread === 0 ? ': nothing to raise' : '';
  const read = files > 0 ? `${plural(files, 'record')} read, ${plural(words, 'word')}${found}` : 'No record was read';
  const kinds = Object.entries(KINDS).flatMap(([category, about]) => {
    const count = reports.reduce((sum, file) => sum + file.findings.filter((finding) => finding.rule.startsWith(`${category}/`)).length, 0);
    return count > 0 ? [{ count: count.toLocaleString('en-GB'), about }] : [];
  });
  const wide = Math.max(4, ...kinds.map(({ count }) => count.length + 2));
  const heard = reports.reduce((sum, file) => sum + file.strengths.filter(({ kind }) => kind === 'childs-words' || kind === 'familys-words').length, 0);
  return [
    [colour.bold(read), ...kinds.map(({ count, about }) => `${count.padStart(wide)}  ${about}`)].join('\n'),
    ...(heard > 0 ? [`Good to see: the child or the family is heard in their own words in ${plural(heard, 'place')}.`] : []),
    ...(failing > 0 ? [`${plural(failing, 'finding')} at or above the gate, so this run ends with 1.`] : []),
    ...(unread > 0 ? [colour.red(`${plural(unread, 'thing')} could not be checked; see above. This run ends with 2.`)] : []),
  ];
}

function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`;
}
