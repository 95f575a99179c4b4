/**
 * One finding a line, for a terminal's search or an editor's list of places: path:line:column.
 */
import { problemText } from '../../../rulebook/problem.js';
import type { Writer } from '../formats.js';
import { headed, oneLine, within } from './words.js';

export function compact(): Writer {
  return {
    record: ({ path, findings, unchecked }) => text([
      ...findings.map((finding) => `${path}:${finding.line}:${finding.column} ${finding.severity} ${finding.rule} ${headed(finding)}`),
      ...unchecked.map(({ line, column, place, reason }) => `${path}:${line}:${column} unchecked ${within(place, reason)}`),
    ]),
    end: ({ problems }) => text(problems.map(problemText)),
  };
}

function text(lines: readonly string[]): string {
  return lines.map((line) => `${oneLine(line)}\n`).join('');
}
