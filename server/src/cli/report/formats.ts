/**
 * The formats a report can be written in. Each but the two asked for most is loaded when it is asked for. Most are
 * written record by record, so that a run over ten thousand of them keeps none.
 */
import { createColors } from 'picocolors';
import type { Rule } from '../../engine/rule.js';
import type { Problem } from '../../rulebook/problem.js';
import { json } from './formats/json.js';
import type { Exceeded } from '../check/limits.js';
import { pretty } from './formats/pretty.js';
import type { FileReport, Report } from './report.js';
import type { Totals } from './tally.js';

export const FORMATS = ['pretty', 'compact', 'json', 'sarif', 'junit', 'checkstyle', 'github', 'gitlab', 'html'] as const;
export type FormatName = (typeof FORMATS)[number];
/** How `--format` is given, to every command that writes reports. */
export const FORMAT_GIVEN = { value: 'NAME[=FILE]', offers: FORMATS, many: true, brief: `${FORMATS.slice(0, 6).join(', ')}, …` } as const;

/** What is known before the first record. */
export interface Style {
  /** Whether text of the records beyond the matched words may be shown where a format leaves it out otherwise. */
  readonly withText: boolean;
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  readonly version: string;
  /** ISO date. */
  readonly today: string;
}

/** What is known after the last record. */
export interface Closing extends Totals {
  /** By file and place. */
  readonly problems: readonly Problem[];
  /** Every rule that was raised, by its id. */
  readonly rules: ReadonlyMap<string, ToldRule>;
  /** Limits of `--max-findings` that were passed. */
  readonly exceeded: readonly Exceeded[];
}

/** What is told of a rule. */
export type ToldRule = Pick<Rule, 'id' | 'title' | 'why' | 'whenNotToUse' | 'severity' | 'sources'>;

/** A report in the making. It reads nothing else: the same records give the same text. */
export interface Writer {
  /** Text for one record; they come in the order of their paths. `source` is its decoded text; null where no format shows lines, or where it has gone. */
  record(file: FileReport, source: string | null): string;
  /** Text for what comes after the last. */
  end(closing: Closing): string;
}

export type Format = (style: Style) => Writer;

/** All that a format may draw on that can be written only as a whole. */
export interface Run extends Style {
  readonly report: Report;
  /** Decoded text of each file with findings, by its path in the report; empty where no text may be shown. */
  readonly sources: ReadonlyMap<string, string>;
  readonly rules: ReadonlyMap<string, ToldRule>;
}

export async function formatFor(name: FormatName): Promise<Format> {
  switch (name) {
    case 'pretty': return (style) => pretty(style, createColors(style.colour));
    case 'json': return json;
    case 'compact': return (await import('./formats/compact.js')).compact;
    case 'sarif': return gathered((await import('./formats/sarif.js')).sarif);
    case 'junit': return gathered((await import('./formats/junit.js')).junit);
    case 'checkstyle': return (await import('./formats/checkstyle.js')).checkstyle;
    case 'github': return (await import('./formats/github.js')).github;
    case 'gitlab': return (await import('./formats/gitlab.js')).gitlab;
    case 'html': return gathered((await import('./formats/html.js')).html);
  }
}

/** These keep their records until the last has come. */
function gathered(format: (run: Run) => string): Format {
  return (style) => {
    const files: FileReport[] = [];
    const sources = new Map<string, string>();
    return {
      record(file, source) {
        files.push(file);
        if (style.withText && source !== null && file.findings.length > 0) sources.set(file.path, source);
        return '';
      },
      end: ({ problems, summary, rules }) => format({ ...style, report: { version: 1, files, problems, summary }, sources, rules }),
    };
  };
}
