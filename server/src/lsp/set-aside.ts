/**
 * “Leave this as it is…” in an editor: into the sidecar beside a record, or into a template as a directive, with the
 * writer's reason. It asks nobody anything; the client does, and hands over what was answered.
 */
import type { Connection } from 'vscode-languageserver';
import type { Range, TextDocument, TextEdit } from 'vscode-languageserver-textdocument';
import type { Finding } from '../engine/finding.js';
import type { ChangeFile } from '../rulebook/files/change.js';
import { counted, setAside, stillThere, withRecords } from '../set-aside/changes.js';
import type { OpenSidecar } from '../set-aside/open-sidecar.js';
import type { SetAside } from '../set-aside/set-aside.js';
import type { Entry, Sidecar } from '../set-aside/sidecar.js';
import { pathOf, uriOf, type OpenNote } from './documents.js';
import { rulesDiagnostic } from './rules-file/fixes.js';
import { standsAt } from './underline.js';

/** Asks for the reason; the client's own. */
export const SET_ASIDE = 'alongside.setAside';
/** What the client then asks of the server, with a `Leaving`; answered with a `Left`. */
export const LEAVE_COMMAND = 'alongside.leaveAsItIs';
/** Takes it back again, with the same `Left`. */
export const TAKE_BACK_COMMAND = 'alongside.takeBack';

/** Which finding, as a code action hands it to the client. */
export interface FindingPlace {
  readonly uri: string;
  readonly rule: string;
  readonly range: Range;
}

export interface Leaving extends FindingPlace {
  readonly reason: string;
  readonly by?: string | null;
  /** ISO date, the last day it holds. */
  readonly until?: string | null;
}

/** What was done: an entry made, an edit for the client to make, or why nothing was. */
export type Left =
  | { readonly kind: 'aside'; readonly uri: string; readonly entry: Pick<Entry, 'rule' | 'fingerprint' | 'reason'> }
  | { readonly kind: 'directive'; readonly edit: TextEdit }
  | { readonly kind: 'not'; readonly message: string };

/** Publishes what is wrong with the sidecar that holds for a record, on that file: once, and takes it back when it is mended. */
export function sidecarProblems(connection: Connection, asides: SetAside): (uri: string) => Promise<void> {
  const told = new WeakSet<OpenSidecar>();
  const onShow = new Set<string>();
  return async (uri) => {
    const path = pathOf(uri);
    const opened = path === null ? null : await asides.openFor(path);
    if (path === null || opened === null || told.has(opened)) return;
    told.add(opened);
    const { file } = await asides.place(path);
    if (opened.problems.length === 0 && !onShow.delete(file)) return;
    if (opened.problems.length > 0) onShow.add(file);
    await connection.sendDiagnostics({ uri: uriOf(file), diagnostics: opened.problems.map((problem) => rulesDiagnostic(problem, null)) });
  };
}

/** Leaves a finding of an open note as it is. `today` is an ISO date. */
export async function leaveAsItIs(leaving: Leaving, note: OpenNote, asides: SetAside, changeFile: ChangeFile, today: string): Promise<Left> {
  const findings = note.reading.analysis.findings.filter((finding) => finding.rule === leaving.rule && standsAt(note, finding, leaving.range));
  if (findings.length === 0) return not('These words have changed in the meantime. Choose “Leave this as it is…” once more.');
  if (leaving.reason.trim() === '') return not('A reason is needed: a few words are enough.');
  if (note.reading.analysis.template) return { kind: 'directive', edit: directiveFor(findings[0], leaving, note) };
  const path = pathOf(note.document.uri);
  if (path === null) return not('Save the record first: what is left as it is, is kept in a file beside it.');
  let chosen: readonly Entry[] = [];
  const refused = await change(path, asides, changeFile, (opened, record) => {
    const read = { analysis: note.whole.analysis, rules: note.whole.rulebook.compiled.rules };
    const partition = opened.partition(record, read, today);
    chosen = setAside(findings.slice(0, 1), opened.print(read), { reason: leaving.reason.trim(), by: leaving.by || null, until: leaving.until || null });
    const over = partition.expired.filter(({ rule, fingerprint }) => !chosen.some((entry) => entry.rule === rule && entry.fingerprint === fingerprint));
    return withRecords(opened.sidecar, [{ path: record, under: partition.under, entries: counted([...stillThere(partition), ...partition.gone, ...over, ...chosen]) }]);
  });
  return refused ?? { kind: 'aside', uri: note.document.uri, entry: { rule: chosen[0].rule, fingerprint: chosen[0].fingerprint, reason: chosen[0].reason } };
}

/** Null where it was taken back. */
export async function takeBack({ uri, entry }: Extract<Left, { kind: 'aside' }>, asides: SetAside, changeFile: ChangeFile): Promise<Left | null> {
  const path = pathOf(uri);
  return path === null ? null : change(path, asides, changeFile, ({ sidecar }, record) => {
    const entries = sidecar.records.get(record) ?? [];
    const at = entries.findIndex(({ kind, rule, fingerprint, reason }) => kind === 'set-aside' && rule === entry.rule && fingerprint === entry.fingerprint && reason === entry.reason);
    return withRecords(sidecar, [{ path: record, under: record, entries: entries.flatMap((one, index) => (index !== at ? [one] : one.count > 1 ? [{ ...one, count: one.count - 1 }] : [])) }]);
  });
}

/** The sidecar as it stands on disk now, changed and written; what hinders that is the answer. */
async function change(path: string, asides: SetAside, changeFile: ChangeFile, make: (opened: OpenSidecar, record: string) => Sidecar): Promise<Left | null> {
  asides.forget();
  const { file, record } = await asides.place(path);
  const open = await asides.opener();
  let refused: Left | null = null;
  try {
    await changeFile(file, (text) => {
      const opened = open(file, text);
      const [problem] = opened.problems;
      if (problem === undefined) return opened.text(make(opened, record));
      refused = not(`Line ${problem.line} of ${file} is not understood, so nothing was changed: ${problem.message}`);
      return null;
    });
    return refused;
  } catch (error) {
    return not(`${file} could not be written (${(error as { code?: string }).code ?? 'for a reason the system did not give'}), so nothing was changed.`);
  } finally {
    asides.forget();
  }
}

/** At the end of the finding's line; in a table before its last cell ends, as a comment after the row would end the table. */
function directiveFor(finding: Finding, { rule, reason, by, until }: Leaving, { document, range }: OpenNote): TextEdit {
  const { line } = range(finding).start;
  const text = lineOf(document, line);
  const end = text.trimEnd().length;
  const character = /^\s*\|.*\|$/.test(text.slice(0, end)) ? text.slice(0, end - 1).trimEnd().length : end;
  const quoted = (value: string): string => `"${value.trim().replace(/"/g, '’').replace(/--+>?/g, '–').replace(/\s+/g, ' ')}"`;
  const parts = [`alongside-disable-line ${rule}`, `reason=${quoted(reason)}`, ...(by ? [`by=${quoted(by)}`] : []), ...(until ? [`until=${until}`] : [])];
  return { range: { start: { line, character }, end: { line, character } }, newText: ` <!-- ${parts.join(' ')} -->` };
}

function lineOf(document: TextDocument, line: number): string {
  return document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } }).replace(/[\r\n]+$/, '');
}

function not(message: string): Left {
  return { kind: 'not', message };
}
