/**
 * The report for a person at a terminal: each finding at its line, with the words underlined, why, and what to ask
 * or try.
 */
import type { Colors } from 'picocolors/types';
import type { Severity } from '../engine/finding.js';
import { problemText } from '../rulebook/problem.js';
import type { FileReport, PlacedFinding, Report } from './report.js';

/** `sources` holds the text of each file by its path. */
export function pretty(report: Report, sources: ReadonlyMap<string, string>, colour: Colors, width: number): string {
  const blocks = report.files.flatMap((file) => fileBlock(file, sources.get(file.path) ?? '', colour, width));
  const problems = report.problems.map((problem) => `${colour.red(problemText(problem))}\n`);
  return [...blocks, ...problems, `${summary(report, colour)}\n`].join('\n');
}

function fileBlock(file: FileReport, source: string, colour: Colors, width: number): string[] {
  if (file.findings.length === 0 && file.unchecked.length === 0) return [];
  const lines = source.split(/\r\n?|\n/);
  const type = file.template ? [file.type, 'template'].filter(Boolean).join(' ') : file.type;
  const head = `${colour.underline(file.path)}${type ? colour.dim(`  ${type}`) : ''}`;
  const findings = file.findings.map((finding) => findingBlock(finding, lines[finding.line - 1] ?? '', colour, width));
  const unchecked = file.unchecked.map(({ line, reason }) => `  ${colour.red(`line ${line} was not checked`)}: ${reason}\n`);
  return [`${head}\n`, ...findings, ...unchecked];
}

function findingBlock(finding: PlacedFinding, line: string, colour: Colors, width: number): string {
  const gutter = String(finding.line).padStart(5);
  const { text, from, to } = excerpt(line, finding.column - 1, finding.endLine === finding.line ? finding.endColumn - 1 : line.length, width - gutter.length - 3);
  const paint = finding.severity === 'suggestion' ? colour.cyan : colour.yellow;
  const indent = ' '.repeat(gutter.length);
  return [
    `${colour.dim(`${gutter} │`)} ${text}`,
    `${indent} ${colour.dim('│')} ${' '.repeat(columns(text.slice(0, from)))}${paint('^'.repeat(Math.max(1, columns(text.slice(from, to)))))}`,
    `${indent}   ${paint(colour.bold(finding.title))} ${colour.dim(`${finding.severity} · ${finding.rule}`)}`,
    ...wrap(finding.message, width - gutter.length - 3).map((part) => `${indent}   ${part}`),
    ...finding.fixes.map((fix) => `${indent}   ${colour.green('→')} ${fix.title}`),
    '',
  ].join('\n');
}

/** The part of a line round what is underlined that fits, tabs as spaces; offsets into `text`. */
function excerpt(line: string, start: number, end: number, width: number): { text: string; from: number; to: number } {
  const shown = line.replaceAll('\t', ' ');
  const room = Math.max(20, width);
  if (shown.length <= room) return { text: shown, from: start, to: end };
  const first = Math.max(0, Math.min(start - Math.floor((room - (end - start)) / 2), shown.length - room));
  const left = first > 0 ? '…' : '';
  const cut = shown.slice(first + left.length, first + room);
  return { text: left + cut, from: start - first, to: Math.min(end - first, room) };
}

/** Columns a terminal gives a text: wide characters take two. */
function columns(text: string): number {
  return [...text].reduce((sum, character) => sum + (/\p{Mn}|\u200d|\ufe0f/u.test(character) ? 0 : /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/u.test(character) ? 2 : 1), 0);
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && columns(line) + 1 + columns(word) > Math.max(40, width)) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}

function summary({ summary: { files, words, ...counts }, problems, files: reports }: Report, colour: Colors): string {
  const said = (['error', 'warning', 'suggestion'] as const).filter((severity: Severity) => counts[severity] > 0).map((severity) => plural(counts[severity], severity));
  const read = `${plural(files, 'record')} read, ${words.toLocaleString('en-GB')} words`;
  const unread = problems.length + reports.reduce((sum, file) => sum + file.unchecked.length, 0);
  const found = said.length > 0 ? `: ${said.join(', ')}` : unread > 0 ? '' : files > 0 ? ': nothing to raise' : '';
  const strengths = reports.reduce((sum, file) => sum + file.strengths.length, 0);
  return [
    `${colour.bold(`${read}${found}`)}`,
    ...(strengths > 0 ? [`${plural(strengths, 'place')} where the child or the family is heard in their own words`] : []),
    ...(unread > 0 ? [colour.red(`${plural(unread, 'thing')} could not be checked; see above`)] : []),
  ].join('\n');
}

function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`;
}
