/**
 * Checkstyle's XML, which many build servers show.
 */
import type { Element } from 'xast';
import type { Severity } from '../../../engine/finding.js';
import type { Writer } from '../formats.js';
import { headed, within } from './words.js';
import { element, xmlText, XML_HEAD } from './xml.js';

const SEVERITY: Readonly<Record<Severity, 'info' | 'warning' | 'error'>> = { suggestion: 'info', warning: 'warning', error: 'error' };

export function checkstyle(): Writer {
  let before = `${XML_HEAD}\n<checkstyle version="4.3">\n`;
  const begun = (text: string): string => {
    const all = before + text;
    before = '';
    return all;
  };
  return {
    record: ({ path, findings, unchecked }) => begun(file(path, [
      ...findings.map((finding) => error(finding.line, finding.column, SEVERITY[finding.severity], headed(finding), finding.rule)),
      ...unchecked.map(({ line, column, place, reason }) => error(line, column, 'error', within(place, reason), 'unchecked')),
    ])),
    end: ({ problems }) => begun([
      ...[...new Set(problems.map(({ file: name }) => name))].map((name) => file(name, problems.filter((problem) => problem.file === name).map(({ line, column, message }) => error(line, column, 'error', message, 'unchecked')))),
      '</checkstyle>\n',
    ].join('')),
  };
}

function file(name: string, errors: readonly Element[]): string {
  return `${xmlText(element('file', { name }, errors))}\n`;
}

function error(line: number, column: number, severity: string, message: string, source: string): Element {
  return element('error', { line, column, severity, message, source: `alongside.${source.replace('/', '.')}` });
}
