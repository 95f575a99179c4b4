/**
 * “Copy clean”: the record, or what is selected of it, on the clipboard as rich and as plain text, to be pasted into a
 * case system or Word. What is left out of it, the server knows.
 */
import { l10n, Range, Selection, ViewColumn, window, type TextEditor } from 'vscode';
import { copyThroughPage } from './clipboard-page.js';
import type { Connection } from './connection.js';

/** What the server answers. Offsets are those of the text it was given. */
export interface CleanRecord {
  readonly html: string;
  readonly plain: string;
  readonly blanks: readonly { readonly words: string; readonly start: number; readonly end: number }[];
}

export async function copyClean(connection: Connection): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== 'markdown') {
    await window.showInformationMessage(l10n.t('Open a record first: a Markdown file.'));
    return;
  }
  const record = await cleanRecordIn(connection, editor);
  if (!record) {
    await window.showInformationMessage(l10n.t('Records are not being read at the moment, so there is no clean copy. Try “Alongside: Restart”.'));
    return;
  }
  if (record.plain === '') {
    await window.showInformationMessage(l10n.t('There is nothing in it to copy yet.'));
    return;
  }
  if (record.blanks.length > 0 && !(await copiesWithBlanks(record, editor))) return;
  const how = await copyThroughPage(record);
  // The page had the focus, and is gone: it goes back to where the writer was.
  await window.showTextDocument(editor.document, { viewColumn: editor.viewColumn ?? ViewColumn.Active, selection: editor.selection });
  tell(how);
}

async function cleanRecordIn(connection: Connection, { document, selection }: TextEditor): Promise<CleanRecord | undefined> {
  return connection.request<CleanRecord>('alongside/cleanCopy', {
    text: document.getText(),
    selection: selection.isEmpty ? null : { start: document.offsetAt(selection.start), end: document.offsetAt(selection.end) },
  });
}

async function copiesWithBlanks({ blanks }: CleanRecord, editor: TextEditor): Promise<boolean> {
  const copy = l10n.t('Copy all the same');
  const show = l10n.t('Go to the first');
  const chosen = await window.showInformationMessage(blanksTitle(blanks.length), { modal: true, detail: blanksDetail(blanks.map(({ words }) => words)) }, copy, show);
  if (chosen === show) {
    const { document } = editor;
    const place = new Range(document.positionAt(blanks[0].start), document.positionAt(blanks[0].end));
    const shown = await window.showTextDocument(document, { viewColumn: editor.viewColumn ?? ViewColumn.Active });
    shown.selection = new Selection(place.start, place.end);
    shown.revealRange(place);
  }
  return chosen === copy;
}

export function blanksTitle(count: number): string {
  return count === 1 ? l10n.t('One blank has not been filled in yet.') : l10n.t('{0} blanks have not been filled in yet.', count);
}

/** Each once, and not more than fit on a screen. */
export function blanksDetail(words: readonly string[]): string {
  const once = [...new Set(words)];
  return [...once.slice(0, 8), ...(once.length > 8 ? [l10n.t('And {0} more.', once.length - 8)] : []), '', once.length === 1 ? l10n.t('It would be copied as it stands.') : l10n.t('They would be copied as they stand.')].join('\n');
}

function tell(how: Awaited<ReturnType<typeof copyThroughPage>>): void {
  switch (how) {
    case 'rich': void window.showInformationMessage(l10n.t('Copied, with headings, lists and tables. Nothing of Alongside is in it.')); break;
    case 'plain': void window.showInformationMessage(l10n.t('Copied as plain text. Nothing of Alongside is in it.')); break;
    case 'closed': break;
  }
}
