/**
 * “This is a false alarm…”: shows what a report would say, in full, before anything is copied. Nothing is sent
 * anywhere; the report is the writer's to give to whom they like.
 */
import { env, l10n, ViewColumn, window, workspace } from 'vscode';
import type { Connection } from './connection.js';
import type { FindingPlace } from './set-aside.js';

export async function reportFalseAlarm(connection: Connection, place: FindingPlace): Promise<void> {
  const report = await connection.request<string | null>('alongside/falseAlarm', place);
  if (!report) {
    await window.showInformationMessage(l10n.t('These words have changed in the meantime. Choose “This is a false alarm…” once more.'));
    return;
  }
  // Plain text, so that the report is not read as a record itself.
  const document = await workspace.openTextDocument({ language: 'plaintext', content: report });
  await window.showTextDocument(document, { viewColumn: ViewColumn.Beside });
  const copy = l10n.t('Copy it');
  const chosen = await window.showInformationMessage(l10n.t('This is all that the report says: no word of the record is in it. Nothing has been sent; copy it when you are ready.'), copy);
  if (chosen === copy) await env.clipboard.writeText(document.getText());
}
