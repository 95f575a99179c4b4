/**
 * More or fewer findings when the writer asks, and word to the server of where the writer is, so that a sentence is
 * left alone until it is finished. What is shown is the server's choice.
 */
import { commands, Disposable, l10n, TextDocumentSaveReason, window, workspace, type QuickPickItem, type TextDocument, type Uri } from 'vscode';
import type { Connection } from './connection.js';
import { capital, goodText, type RecordSummary } from './summary.js';

/** How long a writer rests before a finished sentence is looked at, in milliseconds. */
const PAUSE = 700;

/** What the server is asked to show of a record. */
export type Wish = 'few' | 'more' | 'words' | 'all';

export function followAttention(connection: Connection): Disposable {
  let pause: ReturnType<typeof setTimeout> | undefined;
  const sign = (uri: Uri, kind: 'moved' | 'paused' | 'left', position = {}): void => connection.notify('alongside/writing', { uri: uri.toString(), sign: { kind, ...position } });
  const waits = (document: TextDocument | undefined): document is TextDocument => document !== undefined && (connection.summary(document.uri)?.waiting ?? 0) > 0;
  const tellCursor = (document: TextDocument): void => {
    const editor = window.visibleTextEditors.find((one) => one.document === document);
    if (editor) sign(document.uri, 'moved', { line: editor.selection.active.line, character: editor.selection.active.character });
  };
  let last = window.activeTextEditor?.document;

  return Disposable.from(
    { dispose: () => clearTimeout(pause) },
    // Every change brings a summary, so the last one begins the pause.
    connection.onDidChange(() => {
      clearTimeout(pause);
      const document = window.activeTextEditor?.document;
      if (!waits(document)) return;
      pause = setTimeout(() => {
        tellCursor(document);
        sign(document.uri, 'paused');
      }, PAUSE);
    }),
    window.onDidChangeTextEditorSelection(({ textEditor: { document } }) => {
      if (waits(document)) tellCursor(document);
    }),
    window.onDidChangeActiveTextEditor((editor) => {
      if (waits(last)) sign(last.uri, 'left');
      last = editor?.document;
    }),
    // Where files save themselves every second, a save says nothing.
    workspace.onWillSaveTextDocument(({ document, reason }) => {
      if (reason === TextDocumentSaveReason.Manual && waits(document)) sign(document.uri, 'left');
    }),
    commands.registerCommand('alongside.show', (wish: Wish) => show(connection, wish)),
    commands.registerCommand('alongside.showMore', () => show(connection, 'more')),
    commands.registerCommand('alongside.showAll', () => show(connection, 'all')),
    commands.registerCommand('alongside.showFew', () => show(connection, 'few')),
    commands.registerCommand('alongside.record', () => openRecordMenu(connection)),
  );
}

async function show(connection: Connection, wish: Wish): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId === 'markdown') await connection.request('alongside/show', { uri: document.uri.toString(), wish });
}

/** What can be done with the record that is open, in one list: reached from the status bar or by its command. */
async function openRecordMenu(connection: Connection): Promise<void> {
  const document = window.activeTextEditor?.document;
  const summary = document && connection.summary(document.uri);
  if (!summary) {
    await window.showInformationMessage(l10n.t('Open a record first: a Markdown file.'));
    return;
  }
  const chosen = await window.showQuickPick(menuFor(summary), { title: l10n.t('This record'), placeHolder: l10n.t('What would you like to see?') });
  if (chosen?.command) await commands.executeCommand(chosen.command);
  if (chosen?.line !== undefined) await commands.executeCommand('alongside.goToLine', chosen.line);
}

interface Choice extends QuickPickItem {
  readonly command?: string;
  /** From 0. */
  readonly line?: number;
}

/** What is good comes first. */
export function menuFor({ shown, held, good }: RecordSummary): readonly Choice[] {
  const best = new Map(good.map((one) => [`${one.kind} ${one.child ?? ''}`, one]).reverse() as [string, RecordSummary['good'][number]][]);
  return [
    ...[...best.values()].sort((a, b) => a.line - b.line).map((one): Choice => ({ label: `$(heart) ${capital(goodText(one))}`, description: l10n.t('good to see'), line: one.line })),
    ...(shown > 0 ? [{ label: `$(arrow-down) ${l10n.t('Go to the next thing to look at')}`, command: 'editor.action.marker.next' }, { label: `$(list-unordered) ${l10n.t('List what there is to look at')}`, description: String(shown), command: 'workbench.actions.view.problems' }] : []),
    ...(held > 0 ? [{ label: `$(add) ${l10n.t('Show the next few')}`, description: l10n.t('{0} more wait', held), command: 'alongside.showMore' }, { label: `$(unfold) ${l10n.t('Show all findings in this record')}`, description: String(shown + held), command: 'alongside.showAll' }] : []),
    ...(held === 0 && shown > 5 ? [{ label: `$(fold) ${l10n.t('Show only the most useful few')}`, command: 'alongside.showFew' }] : []),
    { label: `$(organization) ${l10n.t('Show who is in it, each child’s voice and the actions')}`, command: 'alongside.openPanel' },
    { label: `$(comment-discussion) ${l10n.t('Show or hide whose words are whose')}`, command: 'alongside.showVoices' },
    { label: `$(clippy) ${l10n.t('Copy it clean, for the case system or Word')}`, command: 'alongside.copyClean' },
    { label: `$(gear) ${l10n.t('Open the rules file')}`, command: 'alongside.openRules' },
  ];
}
