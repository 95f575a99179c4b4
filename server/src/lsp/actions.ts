/**
 * Quick fixes, made from `diagnostic.data` alone: drop-in wordings as edits, and for rules that ask, a question that
 * edits nothing.
 */
import { CodeActionKind, type CodeAction, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver';
import { FOLD, SOURCE, type FindingData, type Question } from './diagnostics.js';
import { SET_ASIDE, type FindingPlace } from './set-aside.js';

/** Shown by the VS Code client; other editors are answered by the server itself (QUESTION_COMMAND). */
export const SHOW_QUESTION = 'alongside.showQuestion';
export const QUESTION_COMMAND = 'alongside.question';

/** Shows more or less of the record that is open; the client's own, with a `Wish`. */
const SHOW = 'alongside.show';

export interface ActionOptions {
  /** The command that shows a question in this client. */
  readonly question: typeof SHOW_QUESTION | typeof QUESTION_COMMAND;
  /** Whether the client asks for a reason to leave something as it is. */
  readonly leaving: 'asks' | 'never';
  /** Whether the client takes edits that carry the document's version. */
  readonly edits: 'versioned' | 'plain';
}

/** Actions for the diagnostics under the cursor. Edits are left out where the text has moved on since. */
export function actionsFor(uri: string, version: number, diagnostics: readonly Diagnostic[], options: ActionOptions): CodeAction[] {
  return diagnostics.flatMap((diagnostic): CodeAction[] => {
    const data = diagnostic.data as FindingData | undefined;
    if (diagnostic.source !== SOURCE || !data) return [];
    if (data.rule === FOLD) return [unfoldAction(diagnostic)];
    const fixes = data.version !== version ? [] : data.fixes.map(({ title, edits }): CodeAction => ({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      isPreferred: data.fixes.length === 1,
      edit: editOf(uri, version, [...edits], options),
    }));
    return [...fixes, ...(data.question ? [questionAction(diagnostic, data.question, options)] : []), ...(options.leaving === 'asks' ? [leaveAction(uri, diagnostic)] : [])];
  });
}

/** A question as plain text, for editors that show a message and no more. */
export function questionText({ title, match, why, ask, try: idea, examples }: Question): string {
  const fine = examples.leave[0];
  return [title, `You wrote: “${match}”`, why, ask, idea && `Words to try: ${idea}`, fine && `This would not be raised: ${fine}`].filter(Boolean).join('\n\n');
}

function questionAction(diagnostic: Diagnostic, question: Question, { question: command }: ActionOptions): CodeAction {
  const title = question.ask ? `Ask: ${question.ask}` : `An idea: ${question.try}`;
  return { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], command: { title, command, arguments: [question] } };
}

function unfoldAction(diagnostic: Diagnostic): CodeAction {
  const title = 'Show these words one by one';
  return { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], command: { title, command: SHOW, arguments: ['words'] } };
}

function leaveAction(uri: string, diagnostic: Diagnostic): CodeAction {
  const title = 'Leave this as it is…';
  const place: FindingPlace = { uri, rule: (diagnostic.data as FindingData).rule, range: diagnostic.range };
  return { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], command: { title, command: SET_ASIDE, arguments: [place] } };
}

function editOf(uri: string, version: number, edits: FindingData['fixes'][number]['edits'], { edits: form }: ActionOptions): WorkspaceEdit {
  return form === 'versioned' ? { documentChanges: [{ textDocument: { uri, version }, edits: [...edits] }] } : { changes: { [uri]: [...edits] } };
}
