/**
 * The formats a report can be written in. Each but the two asked for most is loaded when it is asked for.
 */
import { createColors } from 'picocolors';
import type { Severity } from '../engine/finding.js';
import type { Rule } from '../engine/rule.js';
import type { Exceeded } from './limits.js';
import { pretty } from './pretty.js';
import type { Report } from './report.js';

export const FORMATS = ['pretty', 'compact', 'json', 'sarif', 'junit', 'checkstyle', 'github', 'gitlab', 'html'] as const;
export type FormatName = (typeof FORMATS)[number];

/** Everything a format may draw on. It reads nothing else: the same run gives the same text. */
export interface Run {
  readonly report: Report;
  /** Decoded text of each file with findings, by its path in the report; empty where no format shows lines. */
  readonly sources: ReadonlyMap<string, string>;
  /** Every rule that was raised, by its id. */
  readonly rules: ReadonlyMap<string, Rule>;
  /** From which severity a finding fails the run, by the file's path; null means never. */
  readonly gates: ReadonlyMap<string, Severity | null>;
  /** Limits of `--max-findings` that were passed. */
  readonly exceeded: readonly Exceeded[];
  /** Whether text of the records beyond the matched words may be shown where a format leaves it out otherwise. */
  readonly withText: boolean;
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  readonly version: string;
  /** ISO date. */
  readonly today: string;
}

export type Format = (run: Run) => string;

export async function formatFor(name: FormatName): Promise<Format> {
  switch (name) {
    case 'pretty': return (run) => pretty(run, createColors(run.colour));
    case 'json': return ({ report }) => `${JSON.stringify(report, null, 2)}\n`;
    case 'compact': return (await import('./formats/compact.js')).compact;
    case 'sarif': return (await import('./formats/sarif.js')).sarif;
    case 'junit': return (await import('./formats/junit.js')).junit;
    case 'checkstyle': return (await import('./formats/checkstyle.js')).checkstyle;
    case 'github': return (await import('./formats/github.js')).github;
    case 'gitlab': return (await import('./formats/gitlab.js')).gitlab;
    case 'html': return (await import('./formats/html.js')).html;
  }
}
