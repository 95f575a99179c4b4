/**
 * One finding a line, for a terminal's search or an editor's list of places: path:line:column.
 */
import { problemText } from '../../rulebook/problem.js';
import type { Run } from '../formats.js';
import { headed, oneLine, within } from './words.js';

export function compact({ report }: Run): string {
  const lines = [
    ...report.files.flatMap(({ path, findings, unchecked }) => [
      ...findings.map((finding) => `${path}:${finding.line}:${finding.column} ${finding.severity} ${finding.rule} ${headed(finding)}`),
      ...unchecked.map(({ line, column, place, reason }) => `${path}:${line}:${column} unchecked ${within(place, reason)}`),
    ]),
    ...report.problems.map(problemText),
  ];
  return lines.map((line) => `${oneLine(line)}\n`).join('');
}
