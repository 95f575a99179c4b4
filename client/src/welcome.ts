/**
 * The first words to somebody who has never used this: who sees it, what it cannot do, one good thing, and where to
 * begin. Said once, on the first record that has something to say.
 */
import { commands, l10n, window, type Disposable, type Memento } from 'vscode';
import type { Connection } from './connection.js';
import { bestOf, goodText, looksLikeRecord, type RecordSummary } from './summary.js';

const SAID = 'alongside.welcomed';
/** How many questions the first record begins with. */
export const FIRST_FEW = 3;
const TOUR = 'family-valued.alongside#alongside.start';

/** Whether somebody has used this before, on this computer. */
export function isWelcomed(memory: Memento): boolean {
  return memory.get(SAID, false);
}

export function welcome(connection: Pick<Connection, 'summary' | 'onDidChange'>, memory: Memento): Disposable {
  let said = isWelcomed(memory);
  return connection.onDidChange(() => {
    const document = window.activeTextEditor?.document;
    const summary = document && connection.summary(document.uri);
    if (said || !summary || summary.shown === 0 || !looksLikeRecord(summary)) return;
    said = true;
    void memory.update(SAID, true);
    void say(summary);
  });
}

async function say(summary: RecordSummary): Promise<void> {
  const first = l10n.t('Show me the first');
  const tour = l10n.t('Take the tour');
  const chosen = await window.showInformationMessage(welcomeText(summary), first, tour);
  if (chosen === first) await commands.executeCommand('editor.action.marker.next');
  if (chosen === tour) await commands.executeCommand('workbench.action.openWalkthrough', TOUR, false);
}

export function welcomeText({ shown, good }: Pick<RecordSummary, 'shown' | 'good'>): string {
  const best = bestOf(good);
  return [
    l10n.t('Alongside reads your records on this computer only: nobody else sees what it says. It looks at words, and cannot judge whether a child is safe.'),
    best && l10n.t('One good thing about this record: {0}.', goodText(best)),
    shown === 1 ? l10n.t('One question is underlined for you. What to do with it is yours to decide.') : l10n.t('{0} questions are underlined for you. What to do with them is yours to decide.', shown),
  ].filter(Boolean).join(' ');
}
