/**
 * Quick fixes in a rules file: the mends that problems bring, and keeping a word of a phrase to the form it has.
 */
import { CodeActionKind, DiagnosticSeverity, type CodeAction, type Diagnostic, type Range, type TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { formsOf } from '../../engine/words/inflect.js';
import type { Problem } from '../../rulebook/problem.js';
import { allFields, holds, treeOf, type FileKind } from '../../rulebook/yaml/tree.js';
import { SOURCE } from '../diagnostics.js';

/** What travels in `diagnostic.data` of a rules file. */
interface MendData {
  readonly version: number;
  readonly mends: readonly { readonly title: string; readonly edit: TextEdit }[];
}

/** `document` is the file as it is open, or null where it is not; then nothing can be mended. */
export function rulesDiagnostic({ line, column, message, kind, length, mends }: Problem, document: TextDocument | null): Diagnostic {
  const start = { line: line - 1, character: column - 1 };
  const data: MendData | null = document && mends?.length ? { version: document.version, mends: mends.map(({ title, start: from, end, text }) => ({ title, edit: { range: { start: document.positionAt(from), end: document.positionAt(end) }, newText: text } })) } : null;
  return {
    // Without a length to the end of the word or value there: editors widen an empty range.
    range: { start, end: { line: start.line, character: start.character + (length ?? 0) } },
    severity: kind === 'advice' ? DiagnosticSeverity.Information : DiagnosticSeverity.Error,
    source: SOURCE,
    code: 'rules-file',
    message: inLines(message),
    ...(data ? { data } : {}),
  };
}

/** A sentence a line, where they are too much for one: an editor that shows a problem in place does not wrap it. */
function inLines(message: string): string {
  return message.length > MOST_IN_A_LINE ? message.replace(/(?<=[.?][”)]?) (?=[\p{Lu}“])/gu, '\n') : message;
}

const MOST_IN_A_LINE = 90;

/** Quick fixes for the problems under the cursor, while the text is still what they were made for. */
export function mendActions(document: TextDocument, diagnostics: readonly Diagnostic[]): readonly CodeAction[] {
  return diagnostics.flatMap((diagnostic): CodeAction[] => {
    const data = diagnostic.data as MendData | undefined;
    if (diagnostic.source !== SOURCE || !data?.mends || data.version !== document.version) return [];
    return data.mends.map(({ title, edit }) => ({ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], isPreferred: data.mends.length === 1, edit: { changes: { [document.uri]: [edit] } } }));
  });
}

/** Where the cursor is on a word of a phrase that stands for several forms: keeping it to this one. */
export function exactActions(document: TextDocument, range: Range, kind: FileKind): readonly CodeAction[] {
  const offset = document.offsetAt(range.start);
  const phrase = allFields(treeOf(document.getText(), kind)).filter(({ known, key }) => known?.shape.is === 'phrases' && key.text !== 'raise' && key.text !== 'leave').flatMap(({ items }) => items).find((item) => holds(item, offset));
  if (!phrase) return [];
  for (const { 0: word, index } of phrase.text.matchAll(/(?<![\p{L}/{])[\p{L}’']+(?![\p{L}/}])/gu)) {
    const start = phrase.start + index;
    if (!holds({ text: word, start, end: start + word.length }, offset) || formsOf(word.toLowerCase()).length < 2) continue;
    const end = document.positionAt(start + word.length);
    return [{ title: `Find only “${word}”, not its other forms`, kind: CodeActionKind.QuickFix, edit: { changes: { [document.uri]: [{ range: { start: end, end }, newText: '/exact' }] } } }];
  }
  return [];
}
