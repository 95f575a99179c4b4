/**
 * What a run found, in offsets and lines of the files themselves: the JSON contract (`--format json`), from which every
 * other format is made. It does not read files or print.
 */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Severity, Strength } from '../../engine/finding.js';
import { lfOffsets } from '../../engine/note/line-ends.js';
import type { NoteType } from '../../engine/rule.js';
import type { Problem } from '../../rulebook/problem.js';
import type { Reading } from '../../rulebook/reader.js';
import type { Partition } from '../../set-aside/match.js';
import type { Entry } from '../../set-aside/sidecar.js';

/** Offsets are UTF-16 units of the decoded file, a byte order mark not counted (of a derived text: of that); lines and columns count from 1. */
export interface Report {
  readonly version: 1;
  /** By path, clean ones too; problems by file and place. */
  readonly files: readonly FileReport[];
  readonly problems: readonly Problem[];
  readonly summary: Summary;
}

export type Summary = { readonly files: number; readonly words: number } & Readonly<Record<Severity, number>> & {
  /** Findings by category, where there are any. */
  readonly categories: Readonly<Record<string, number>>;
  /** What was good to see, by its kind, where there is any. */
  readonly strengths: Readonly<Record<string, number>>;
  /** Findings that were set aside; absent where there are none. */
  readonly setAside?: number;
};

export interface FileReport {
  readonly path: string;
  readonly type: NoteType | null;
  readonly template: boolean;
  /** From which severity a finding fails the run; absent where none does. */
  readonly gate?: Severity;
  readonly words: number;
  /** Present where what was read is not the file's own text: the Markdown that a Word document comes to. */
  readonly derived?: 'docx';
  readonly findings: readonly PlacedFinding[];
  /** Findings that were set aside, and so are not among `findings`; absent where there are none. */
  readonly setAside?: readonly PlacedAside[];
  /** What was set aside and is no longer there (`gone`), or for a time that is over (`expired`); absent where there is none. */
  readonly setAsideOver?: readonly (Decided & { readonly over: 'gone' | 'expired'; readonly count: number })[];
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
  /** In a derived text, where that is in the document itself: `under ‘Our worries’, paragraph 2`. */
  readonly place?: string;
}

/** Lines of a file, from 1, both ends among them. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/** A finding in the file's own offsets, with its lines and columns. */
export type PlacedFinding = Finding & Place;

type Decided = Pick<Entry, 'kind' | 'rule' | 'reason' | 'by' | 'until'>;
/** A finding that was set aside: why, by whom and until when. */
export type PlacedAside = Place & Decided & Pick<Finding, 'severity' | 'title'>;

/** `gate` is from which severity a finding fails the run; null where none does. `source` is the file's decoded text without a byte order mark, or where `placeOf` is given a derived text, of which it says where a line (from 1) stands. */
export function fileReport(path: string, source: string, { analysis }: Reading, { kept, aside, gone, expired }: Partition, gate: Severity | null, placeOf: ((line: number) => string) | null): FileReport {
  const document = TextDocument.create('', 'markdown', 0, source);
  const back = lfOffsets(source);
  const place = (span: { readonly start: number; readonly end: number }): Place => {
    const [start, end] = [back(span.start), back(span.end)];
    const [from, to] = [document.positionAt(start), document.positionAt(end)];
    const named = placeOf?.(from.line + 1);
    return { start, end, line: from.line + 1, column: from.character + 1, endLine: to.line + 1, endColumn: to.character + 1, ...(named ? { place: named } : {}) };
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
    ...(gate === null ? {} : { gate }),
    words: analysis.words,
    ...(placeOf === null ? {} : { derived: 'docx' as const }),
    findings: kept.map(placed),
    ...(aside.length > 0 ? { setAside: aside.map(({ finding: { start, end, severity, title }, entry }) => ({ ...decided(entry), severity, title, ...place({ start, end }) })) } : {}),
    ...(gone.length + expired.length > 0 ? { setAsideOver: [...gone.map((entry) => ({ ...decided(entry), over: 'gone' as const, count: entry.count })), ...expired.map((entry) => ({ ...decided(entry), over: 'expired' as const, count: entry.count }))] } : {}),
    strengths: analysis.strengths.map((strength) => ({ ...strength, start: back(strength.start), end: back(strength.end) })),
    unchecked: analysis.unchecked.map(({ reason, ...span }) => ({ ...place(span), reason })),
  };
}

function decided({ kind, rule, reason, by, until }: Entry): Decided {
  return { kind, rule, reason, by, until };
}

/** Sorted as a report tells them. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => (a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1));
}

/** Only what stands on one of these lines of `source`, as git counts them: by \n alone. What was not read is told all the same. */
export function onLines(file: FileReport, lines: readonly Lines[], source: string): FileReport {
  const lineOf = (offset: number): number => source.slice(0, offset).split('\n').length;
  const on = ({ start, end }: Place): boolean => {
    const [from, to] = [lineOf(start), lineOf(end)];
    return lines.some(({ first, last }) => from <= last && to >= first);
  };
  return { ...file, findings: file.findings.filter(on), ...(file.setAside ? { setAside: file.setAside.filter(on) } : {}) };
}

/** The findings of a file that fail the run. */
export function failing(file: FileReport): readonly PlacedFinding[] {
  return file.findings.filter((finding) => fails(finding, file));
}

export function fails({ severity }: Pick<PlacedFinding, 'severity'>, { gate }: Pick<FileReport, 'gate'>): boolean {
  return gate !== undefined && RANK[severity] >= RANK[gate];
}

const RANK: Readonly<Record<Severity, number>> = { suggestion: 0, warning: 1, error: 2 };
