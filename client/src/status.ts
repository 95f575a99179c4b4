/**
 * The words in the status bar for the record that is open: how much there is to look at. It counts what the editor
 * holds and asks the server nothing.
 */
import { Disposable, languages, StatusBarAlignment, window, type TextDocument } from 'vscode';
import type { Connection, Standing } from './connection.js';

export function showStatus(connection: Pick<Connection, 'standing' | 'hasRead' | 'onDidChange'>): Disposable {
  const item = window.createStatusBarItem('alongside.status', StatusBarAlignment.Right, 100);
  item.name = 'Alongside';

  const update = (): void => {
    const document = window.activeTextEditor?.document;
    const standing = connection.standing();
    if (document?.languageId !== 'markdown' || standing === 'off') return item.hide();
    const text = statusText(standing, connection.hasRead(document.uri) ? countOf(document) : 'unread');
    item.text = text;
    item.tooltip = standing === 'stopped' ? 'Start Alongside again' : 'Show what there is to look at';
    item.command = standing === 'stopped' ? 'alongside.restart' : 'workbench.actions.view.problems';
    item.accessibilityInformation = { label: `${text}. ${item.tooltip}.`, role: 'button' };
    item.show();
  };

  update();
  return Disposable.from(
    item,
    connection.onDidChange(update),
    window.onDidChangeActiveTextEditor(update),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const open = window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === open)) update();
    }),
  );
}

/** Never says that there is nothing to raise before the record has been read. */
export function statusText(standing: Standing, found: number | 'unread'): string {
  if (standing === 'stopped') return 'Alongside: not running';
  if (standing !== 'ready' || found === 'unread') return 'Alongside: reading';
  return found === 0 ? 'Alongside: nothing to raise' : `Alongside: ${found} to look at`;
}

function countOf(document: TextDocument): number {
  return languages.getDiagnostics(document.uri).filter(({ source }) => source === 'alongside').length;
}
