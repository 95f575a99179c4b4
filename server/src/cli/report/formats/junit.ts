/**
 * JUnit's XML, as Jenkins and others read it: a suite for each record, a case for each finding. Only what fails the run
 * is a failure; what could not be checked is an error.
 */
import type { Element } from 'xast';
import type { Run } from '../formats.js';
import { failing, fails, type FileReport } from '../report.js';
import { within } from './words.js';
import { element, xmlDocument } from './xml.js';

export function junit({ report }: Run): string {
  const suites = report.files.map(suiteOf);
  if (report.problems.length > 0) suites.push(suite('could not be checked', report.problems.map(({ file, line, column, message }) => errorCase(file, file, line, column, message)), 0, report.problems.length));
  const sum = (key: 'tests' | 'failures' | 'errors'): number => suites.reduce((total, { counts }) => total + counts[key], 0);
  return xmlDocument(element('testsuites', { name: 'Alongside', tests: sum('tests'), failures: sum('failures'), errors: sum('errors') }, suites.map(({ xml }) => xml)));
}

interface Suite {
  readonly xml: Element;
  readonly counts: { readonly tests: number; readonly failures: number; readonly errors: number };
}

function suiteOf(file: FileReport): Suite {
  const cases = [
    ...file.findings.map((finding) => {
      const told = `${file.path}:${finding.line}:${finding.column} ${within(finding.place, finding.message)}`;
      return element('testcase', { name: `${finding.title} (${finding.place ?? `line ${finding.line}`})`, classname: finding.rule }, [fails(finding, file) ? element('failure', { type: finding.rule, message: finding.message }, told) : element('system-out', {}, told)]);
    }),
    ...file.unchecked.map(({ line, column, place, reason }) => errorCase(file.path, `Line ${line}`, line, column, within(place, reason))),
  ];
  return suite(file.path, cases.length > 0 ? cases : [element('testcase', { name: 'nothing to raise', classname: 'alongside' })], failing(file).length, file.unchecked.length);
}

function errorCase(file: string, name: string, line: number, column: number, message: string): Element {
  return element('testcase', { name, classname: 'unchecked' }, [element('error', { type: 'unchecked', message }, `${file}:${line}:${column} ${message}`)]);
}

function suite(name: string, cases: readonly Element[], failures: number, errors: number): Suite {
  const counts = { tests: cases.length, failures, errors };
  return { xml: element('testsuite', { name, ...counts }, cases), counts };
}
