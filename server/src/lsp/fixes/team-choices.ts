/**
 * Choices that hold for all records: to leave certain words, to hear a rule more or less loudly, or not at all. They
 * are edits of the rules file, made when one is chosen, and can be undone like any other edit.
 */
import { CodeActionKind, type CodeAction, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../../engine/finding.js';
import type { Rule } from '../../engine/rule.js';
import type { Choice } from '../../rulebook/write/amend.js';
import { whenKnown, type FileHost } from '../../rulebook/files/file-host.js';
import { RULEBOOK_FILE } from '../../rulebook/rulebook.js';
import { changeOf } from '../attention/carry.js';
import { wordsOf } from '../diagnostics.js';
import { pathOf, uriOf, type OpenNote } from '../documents.js';

/** What an unresolved action carries. */
export interface TeamChoice {
  /** The record from which it was chosen. */
  readonly uri: string;
  readonly choice: Choice;
}

/** Says what was done and offers to take it back; the client's own, with a `Told`. */
const TOLD_COMMAND = 'alongside.rulesChanged';

interface Told {
  readonly uri: string;
  /** The file as it was; null where there was none. */
  readonly before: string | null;
  readonly done: string;
}

export interface RulesPlaces {
  /** Files as they stand in the editor. */
  readonly files: FileHost;
  readonly opened: (uri: string) => TextDocument | undefined;
  /** The folder that a new rules file for a record would stand in. */
  readonly root: (path: string) => string;
  /** Whether the client says what was done. */
  readonly telling: 'client' | 'nobody';
}

/** The choices there are about a finding. They have no edit yet. */
export function teamChoices(note: OpenNote, diagnostic: Diagnostic, finding: Finding, rule: Rule): readonly CodeAction[] {
  const words = wordsOf(finding, note);
  const action = (title: string, choice: Choice): CodeAction => ({ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], data: { uri: note.document.uri, choice } satisfies TeamChoice });
  const severity = rule.severity === 'suggestion' ? 'warning' : 'suggestion';
  return [
    ...(rule.check === null && canStand(words) ? [action(`Leave “${words}” in all records`, { kind: 'allow', rule: rule.id, words })] : []),
    action(severity === 'warning' ? `Raise “${rule.title}” as a warning in all records` : `Raise “${rule.title}” more quietly in all records`, { kind: 'severity', rule: rule.id, severity }),
    action(`Switch off “${rule.title}” for all records`, { kind: 'severity', rule: rule.id, severity: 'off' }),
  ];
}

/** Marks of the phrase language, and of YAML, would mean something else than they do in a record. */
function canStand(words: string): boolean {
  return words.length <= 120 && words.split(' ').length <= 16 && /\p{L}/u.test(words) && !/[(){}[\]|?^/\\…:#"&*!%@`<>,]|\.\.\./.test(words);
}

/** The action with its edit; without one where the rules file cannot be read, and then its title says so. */
export async function resolved(action: CodeAction, note: OpenNote, places: RulesPlaces): Promise<CodeAction> {
  const { choice } = action.data as TeamChoice;
  const path = pathOf(note.document.uri);
  const file = note.reading.rulebook.files[0] ?? (path === null ? null : `${places.root(path)}/${RULEBOOK_FILE}`);
  if (file === null) return refused(action, 'Save the record first, so that there is a folder for the rules file');
  const before = await whenKnown(places.files, () => places.files.read(file));
  const { amended } = await import('../../rulebook/load-rulebook.js');
  const after = amended(before ?? BEGUN, choice);
  if (after === null) return refused(action, `${RULEBOOK_FILE} has to be mended first`);
  const uri = uriOf(file);
  const told: Told = { uri, before, done: doneText(choice) };
  return {
    ...action,
    edit: editOf(uri, before, after, places.opened(uri)),
    ...(places.telling === 'client' ? { command: { title: 'Say what was changed', command: TOLD_COMMAND, arguments: [told] } } : {}),
  };
}

const BEGUN = '# How this team reads its records. A line that begins with # does nothing.\n';

function refused(action: CodeAction, reason: string): CodeAction {
  return { ...action, disabled: { reason } };
}

function doneText(choice: Choice): string {
  if (choice.kind === 'allow') return `“${choice.words}” is left as it is in all records of this folder.`;
  return choice.severity === 'off' ? 'That is no longer raised in any record of this folder.' : `That is raised as a ${choice.severity} in all records of this folder.`;
}

/** As small as it can be, so that the rest of the file is not touched. */
function editOf(uri: string, before: string | null, after: string, opened: TextDocument | undefined): WorkspaceEdit {
  if (before === null) {
    const start = { line: 0, character: 0 };
    return { documentChanges: [{ kind: 'create', uri, options: { ignoreIfExists: true } }, { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: after }] }] };
  }
  const change = changeOf(before, after) ?? { start: 0, endBefore: 0, endAfter: 0 };
  const range = { start: positionIn(before, change.start), end: positionIn(before, change.endBefore) };
  return { documentChanges: [{ textDocument: { uri, version: opened?.version ?? null }, edits: [{ range, newText: after.slice(change.start, change.endAfter) }] }] };
}

function positionIn(text: string, offset: number): { line: number; character: number } {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines[lines.length - 1].length };
}
