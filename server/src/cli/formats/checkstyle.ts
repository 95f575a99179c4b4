/**
 * Checkstyle's XML, which many build servers show.
 */
import type { Element } from 'xast';
import type { Severity } from '../../engine/finding.js';
import type { Run } from '../formats.js';
import { headed, within } from './words.js';
import { element, xmlDocument } from './xml.js';

const SEVERITY: Readonly<Record<Severity, 'info' | 'warning' | 'error'>> = { suggestion: 'info', warning: 'warning', error: 'error' };

export function checkstyle({ report }: Run): string {
  const error = (line: number, column: number, severity: string, message: string, source: string): Element => element('error', { line, column, severity, message, source: `alongside.${source.replace('/', '.')}` });
  const files = report.files.map(({ path, findings, unchecked }) =>
    element('file', { name: path }, [
      ...findings.map((finding) => error(finding.line, finding.column, SEVERITY[finding.severity], headed(finding), finding.rule)),
      ...unchecked.map(({ line, column, place, reason }) => error(line, column, 'error', within(place, reason), 'unchecked')),
    ]),
  );
  const unread = [...new Set(report.problems.map(({ file }) => file))].map((name) => element('file', { name }, report.problems.filter(({ file }) => file === name).map(({ line, column, message }) => error(line, column, 'error', message, 'unchecked'))));
  return xmlDocument(element('checkstyle', { version: '4.3' }, [...files, ...unread]));
}
