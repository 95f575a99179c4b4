/**
 * The formats a report can be printed in. Each but the two that people and programs ask for most is loaded when it is
 * asked for.
 */
import { createColors } from 'picocolors';
import { pretty } from './pretty.js';
import type { Report } from './report.js';

export const FORMATS = ['pretty', 'json'] as const;
export type FormatName = (typeof FORMATS)[number];

/** Everything a format may draw on. It reads nothing else, and the same run gives the same text. */
export interface Run {
  readonly report: Report;
  /** Decoded text of each file, by its path in the report. */
  readonly sources: ReadonlyMap<string, string>;
  /** How many findings fail the run. */
  readonly failing: number;
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  readonly version: string;
}

export type Format = (run: Run) => string;

export async function formatFor(name: FormatName): Promise<Format> {
  switch (name) {
    case 'pretty': return ({ report, sources, colour, width, failing }) => pretty(report, sources, createColors(colour), width, failing);
    case 'json': return ({ report }) => `${JSON.stringify(report, null, 2)}\n`;
  }
}
