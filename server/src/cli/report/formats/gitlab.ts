/**
 * GitLab's Code Quality report, shown in merge requests. https://docs.gitlab.com/ci/testing/code_quality/
 */
import type { Severity } from '../../../engine/finding.js';
import type { Writer } from '../formats.js';
import { fingerprint, named } from './place.js';
import { headed, oneLine, within } from './words.js';

const SEVERITY: Readonly<Record<Severity, 'info' | 'minor' | 'major'>> = { suggestion: 'info', warning: 'minor', error: 'major' };

export function gitlab(): Writer {
  let before = '[\n  ';
  const listed = (issues: readonly object[]): string => issues.map((one) => {
    const text = before + JSON.stringify(one, null, 2).replaceAll('\n', '\n  ');
    before = ',\n  ';
    return text;
  }).join('');
  return {
    record: (file) => listed([
      ...named(file).map(({ finding, name }) => issue(finding.rule, headed(finding), SEVERITY[finding.severity], fingerprint(file.path, name), file.path, finding.line, finding.endLine)),
      ...file.unchecked.map(({ line, endLine, place, reason }, index) => issue('unchecked', within(place, reason), 'major', fingerprint(file.path, `unchecked:${index}`), file.path, line, endLine)),
    ]),
    end: ({ problems }) => `${listed(problems.map(({ file, line, message }) => issue('unchecked', message, 'blocker', fingerprint(file, `problem:${line}:${message}`), file, line, line)))}${before.startsWith('[') ? '[]' : '\n]'}\n`,
  };
}

function issue(rule: string, description: string, severity: string, print: string, path: string, begin: number, end: number): object {
  return { description: oneLine(description), check_name: rule, fingerprint: print, severity, location: { path, lines: { begin, end } } };
}
