/**
 * The report for a person at a terminal: each finding at its line, with the words underlined, why, and what to ask
 * or try; then what there is of each kind.
 */
import type { Colors } from 'picocolors/types';
import type { Severity } from '../../../engine/finding.js';
import { problemText, type Problem } from '../../../rulebook/problem.js';
import { columns, excerpt, wrap } from '../../columns.js';
import type { Closing, Style, Writer } from '../formats.js';
import { ABOUT, number, oneLine, overLimit, plural, SEEN, within } from './words.js';
import type { FileReport, PlacedFinding } from '../report.js';
import type { Totals } from '../tally.js';

export function pretty({ width }: Style, colour: Colors): Writer {
  let before = '';
  const apart = (paragraphs: readonly string[]): string => {
    if (paragraphs.length === 0) return '';
    const text = `${before}${paragraphs.join('\n\n')}\n`;
    before = '\n';
    return text;
  };
  return {
    record: (file, source) => apart(fileParagraphs(file, source, colour, Math.max(40, width))),
    end: (closing) => apart([...(closing.problems.length > 0 ? [closing.problems.map((problem) => colour.red(told(problem))).join('\n')] : []), ...summaryParagraphs(closing, colour)]),
  };
}

function fileParagraphs(file: FileReport, source: string | null, colour: Colors, width: number): string[] {
  if (file.findings.length === 0 && file.unchecked.length === 0) return [];
  const lines = source?.split(/\r\n?|\n/);
  const type = [file.type?.replace('-', ' '), file.template ? 'template' : null].filter(Boolean).join(' ');
  const gutter = Math.max(3, ...file.findings.map((finding) => String(finding.line).length)) + 1;
  return [
    `${colour.underline(oneLine(file.path))}${type ? colour.dim(`  ${type}`) : ''}`,
    ...file.findings.map((finding) => findingParagraph(finding, lines?.[finding.line - 1] ?? null, colour, width, gutter)),
    ...file.unchecked.map(({ line, place, reason }) => wrap(place === undefined ? `Line ${line} was not checked: ${reason}` : within(place, `not checked: ${reason}`), width - 2).map((part) => `  ${colour.red(part)}`).join('\n')),
  ];
}

function findingParagraph(finding: PlacedFinding, line: string | null, colour: Colors, width: number, gutter: number): string {
  const room = width - gutter - 3;
  const paint = finding.severity === 'suggestion' ? colour.cyan : colour.yellow;
  const indent = ' '.repeat(gutter + 3);
  const bar = colour.dim('│');
  const shown = line === null ? null : excerpt(line, finding.column - 1, finding.endLine === finding.line ? finding.endColumn - 1 : line.trimEnd().length, room);
  const id = finding.severity === 'suggestion' ? finding.rule : `${finding.severity} · ${finding.rule}`;
  const title = columns(finding.title) + 2 + columns(id) <= room ? [`${paint(colour.bold(finding.title))}  ${colour.dim(id)}`] : [...wrap(finding.title, room).map((part) => paint(colour.bold(part))), colour.dim(id)];
  return [
    // Nobody who looks at a Word document sees lines of what it comes to.
    ...(finding.place === undefined ? [] : wrap(within(finding.place, ''), room).map((part) => indent + colour.dim(part.replace(/:$/, '')))),
    `${colour.dim(finding.place === undefined ? String(finding.line).padStart(gutter) : ' '.repeat(gutter))} ${bar}${shown === null ? '' : ` ${shown.text}`}`,
    ...(shown === null ? [] : [`${' '.repeat(gutter)} ${bar} ${' '.repeat(shown.from)}${paint('^'.repeat(shown.width))}`]),
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

function summaryParagraphs({ summary, problems, failing, unchecked, over, exceeded }: Closing, colour: Colors): string[] {
  const { files, words, categories, strengths, ...counts } = summary;
  const said = (['error', 'warning', 'suggestion'] as const).filter((severity: Severity) => counts[severity] > 0).map((severity) => plural(counts[severity], severity));
  const unread = problems.length + unchecked;
  const found = said.length > 0 ? `: ${said.join(', ')}` : unread === 0 ? ': nothing to raise' : '';
  const read = files > 0 ? `${plural(files, 'record')} read, ${plural(words, 'word')}${found}` : unread > 0 ? 'No record was read' : 'No record was read: there was none to read';
  return [
    [colour.bold(read), ...rows(ABOUT, categories)].join('\n'),
    ...(Object.keys(strengths).length > 0 ? [[colour.green('Good to see'), ...rows(SEEN, strengths)].join('\n')] : []),
    ...asideLines(over, summary.setAside ?? 0),
    ...(failing > 0 ? [`${plural(failing, 'finding')} at or above the gate, so this run ends with 1.`] : []),
    ...exceeded.map(overLimit),
    ...(unread > 0 ? [colour.red(`${plural(unread, 'thing')} could not be checked; see above. This run ends with 2.`)] : []),
  ];
}

/** What is not shown is counted, so that nobody takes it for nothing. */
function asideLines({ gone, expired }: Totals['over'], aside: number): readonly string[] {
  const old = [...(gone > 0 ? [`${number(gone)} no longer there`] : []), ...(expired > 0 ? [`${number(expired)} for a time that is over`] : [])];
  return [
    ...(aside > 0 ? [`${plural(aside, 'finding')} set aside, and not shown here (--no-set-aside shows all).`] : []),
    ...(old.length > 0 ? [`Set aside before: ${old.join(', ')} (alongside set-aside list).`] : []),
  ];
}

/** Counts before what they are of, in the order of `about`. */
function rows(about: Readonly<Record<string, string>>, counts: Readonly<Record<string, number>>): readonly string[] {
  const wide = Math.max(4, ...Object.values(counts).map((count) => number(count).length + 2));
  return Object.entries(about).flatMap(([key, what]) => (counts[key] > 0 ? [`${number(counts[key]).padStart(wide)}  ${what}`] : []));
}
