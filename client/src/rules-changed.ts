/**
 * After a choice that holds for all records: the rules file is saved, it is said what was done, and it can be undone.
 */
import { l10n, Range, Uri, window, workspace, WorkspaceEdit } from 'vscode';

/** What the server hands over. */
export interface RulesChange {
  readonly uri: string;
  /** The file as it was; null where there was none. */
  readonly before: string | null;
  readonly done: string;
}

export async function tellRulesChange({ uri, before, done }: RulesChange): Promise<void> {
  const file = Uri.parse(uri);
  await (await workspace.openTextDocument(file)).save();
  const undo = l10n.t('Undo');
  const show = l10n.t('Show the rules file');
  const chosen = await window.showInformationMessage(done, undo, show);
  if (chosen === show) await window.showTextDocument(file);
  if (chosen === undo) await takeBack(file, before);
}

export async function takeBack(file: Uri, before: string | null): Promise<void> {
  // Where files save themselves, that may come between, and the edit is refused: then it is made once more.
  const isDone = await putBack(file, before) || await putBack(file, before);
  if (isDone && before !== null) await (await workspace.openTextDocument(file)).save();
}

async function putBack(file: Uri, before: string | null): Promise<boolean> {
  const edit = new WorkspaceEdit();
  if (before === null) edit.deleteFile(file, { ignoreIfNotExists: true });
  else {
    const document = await workspace.openTextDocument(file);
    edit.replace(file, new Range(document.positionAt(0), document.positionAt(document.getText().length)), before);
  }
  return workspace.applyEdit(edit);
}
