/**
 * What a run found, in offsets and lines of the files themselves: the JSON contract (`--format json`), from which every
 * other format is made. It does not read files or print.
 */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Severity, Strength } from '../engine/finding.js';
import { lfOffsets } from '../engine/note/line-ends.js';
import type { NoteType } from '../engine/rule.js';
import type { Problem } from '../rulebook/problem.js';
import type { Reading } from '../rulebook/reader.js';

/** Offsets are UTF-16 units of the decoded file, a byte order mark not counted; lines and columns count from 1. */
export interface Report {
  readonly version: 1;
  /** By path, clean ones too; problems by file and place. */
  readonly files: readonly FileReport[];
  readonly problems: readonly Problem[];
  readonly summary: { readonly files: number; readonly words: number } & Readonly<Record<Severity, number>>;
}

export interface FileReport {
  readonly path: string;
  readonly type: NoteType | null;
  readonly template: boolean;
  readonly words: number;
  readonly findings: readonly PlacedFinding[];
  readonly strengths: readonly Strength[];
  readonly unchecked: readonly (Place & { readonly reason: string })[];
}

export interface Place {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A finding in the file's own offsets, with its lines and columns. */
export type PlacedFinding = Finding & Place;

/** `source` is the file's decoded text without a byte order mark. */
export function fileReport(path: string, source: string, { analysis }: Reading): FileReport {
  const document = TextDocument.create('', 'markdown', 0, source);
  const back = lfOffsets(source);
  const place = (span: { readonly start: number; readonly end: number }): Place => {
    const [start, end] = [back(span.start), back(span.end)];
    const [from, to] = [document.positionAt(start), document.positionAt(end)];
    return { start, end, line: from.line + 1, column: from.character + 1, endLine: to.line + 1, endColumn: to.character + 1 };
  };
  const placed = ({ start, end, fixes, ...said }: Finding): PlacedFinding => ({
    ...said,
    ...place({ start, end }),
    fixes: fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ start: back(edit.start), end: back(edit.end), text: edit.text })) })),
  });
  return {
    path,
    type: analysis.type,
    template: analysis.template,
    words: analysis.words,
    findings: analysis.findings.map(placed),
    strengths: analysis.strengths.map((strength) => ({ ...strength, start: back(strength.start), end: back(strength.end) })),
    unchecked: analysis.unchecked.map(({ reason, ...span }) => ({ ...place(span), reason })),
  };
}

export function report(files: readonly FileReport[], problems: readonly Problem[]): Report {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const count = (severity: Severity): number => sorted.reduce((sum, file) => sum + file.findings.filter((finding) => finding.severity === severity).length, 0);
  return {
    version: 1,
    files: sorted,
    problems: [...problems].sort((a, b) => (a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1)),
    summary: { files: sorted.length, words: sorted.reduce((sum, file) => sum + file.words, 0), suggestion: count('suggestion'), warning: count('warning'), error: count('error') },
  };
}

/** How many findings of this file fail the run. */
export function atGate(file: FileReport, gate: Severity | null): number {
  return gate === null ? 0 : file.findings.filter((finding) => RANK[finding.severity] >= RANK[gate]).length;
}

const RANK: Readonly<Record<Severity, number>> = { suggestion: 0, warning: 1, error: 2 };
