/**
 * The words in the status bar for the record that is open: how much there is to look at, and what is good in it.
 */
import { Disposable, l10n, StatusBarAlignment, window } from 'vscode';
import type { Connection, Standing } from './connection.js';
import { bestOf, goodText, type RecordSummary } from './summary.js';

export function showStatus(connection: Pick<Connection, 'standing' | 'summary' | 'onDidChange'>): Disposable {
  const item = window.createStatusBarItem('alongside.status', StatusBarAlignment.Right, 100);
  item.name = 'Alongside';

  const update = (): void => {
    const document = window.activeTextEditor?.document;
    const standing = connection.standing();
    if (document?.languageId !== 'markdown' || standing === 'off') return item.hide();
    const summary = connection.summary(document.uri);
    const text = statusText(standing, summary);
    const more = standing === 'stopped' ? l10n.t('Start Alongside again') : statusDetail(summary);
    item.text = text;
    item.tooltip = more;
    item.command = standing === 'stopped' ? 'alongside.restart' : 'alongside.record';
    item.accessibilityInformation = { label: `${text}. ${more}`, role: 'button' };
    item.show();
  };

  update();
  return Disposable.from(item, connection.onDidChange(update), window.onDidChangeActiveTextEditor(update));
}

/** Never says that there is nothing to raise before the record has been read. */
export function statusText(standing: Standing, summary: Pick<RecordSummary, 'shown' | 'held'> | undefined): string {
  if (standing === 'stopped') return l10n.t('Alongside: not running');
  if (standing !== 'ready' || !summary) return l10n.t('Alongside: reading');
  const { shown, held } = summary;
  if (shown + held === 0) return l10n.t('Alongside: nothing to raise');
  if (held === 0) return l10n.t('Alongside: {0} to look at', shown);
  return shown === 0 ? l10n.t('Alongside: {0} when you ask', held) : l10n.t('Alongside: {0} to look at, {1} more', shown, held);
}

/** What is good first, then how to see more. */
export function statusDetail(summary: Pick<RecordSummary, 'good' | 'held'> | undefined): string {
  const best = summary && bestOf(summary.good);
  return [
    best && l10n.t('Good to see: {0}.', goodText(best)),
    summary && summary.held > 0 ? l10n.t('The most useful are shown first. Choose this to see more.') : l10n.t('Choose this to see what there is.'),
  ].filter(Boolean).join(' ');
}
