/**
 * From the case system or Word: “Check what I copied” opens it as a new record, and pasting into a record keeps
 * headings, lists and tables. How rich text becomes a record, the server knows.
 */
import { commands, Disposable, DocumentDropOrPasteEditKind, DocumentPasteEdit, env, l10n, languages, ProgressLocation, UIKind, window, workspace, type CancellationToken, type DataTransfer, type TextDocument } from 'vscode';
import type { Connection } from './connection.js';

/** What the clipboard holds where text was copied in this editor: that is a record already. */
const OWN = ['vscode-editor-data', 'application/vnd.code.copymetadata'];

export function offerCopied(connection: Connection): Disposable {
  /** Records that were opened to paste into. */
  const expecting = new WeakSet<TextDocument>();
  const kind = DocumentDropOrPasteEditKind.Text.append('alongside');

  return Disposable.from(
    commands.registerCommand('alongside.checkCopied', () => checkCopied(expecting)),
    languages.registerDocumentPasteEditProvider({ language: 'markdown' }, {
      async provideDocumentPasteEdits(document, _ranges, transfer) {
        const isWaitedFor = expecting.has(document) && document.getText() === '';
        const rich = OWN.some((type) => transfer.get(type)) ? null : await textOf(transfer, 'text/html');
        const plain = (await textOf(transfer, 'text/plain')) ?? '';
        if (rich === null && !isWaitedFor) return undefined;
        const record = await connection.request<string>('alongside/copied', { html: rich, plain });
        if (!record || (!isWaitedFor && sameWords(record, plain))) return undefined;
        return [new DocumentPasteEdit(isWaitedFor ? `${record}\n` : record, l10n.t('With headings, lists and tables'), kind)];
      },
    }, { pasteMimeTypes: ['text/html', 'text/plain'], providedPasteEditKinds: [kind] }),
  );
}

/** Whether nothing was kept that plain text would have lost. */
function sameWords(record: string, plain: string): boolean {
  return record === plain.replace(/\r\n?/g, '\n').trim();
}

async function textOf(transfer: DataTransfer, type: string): Promise<string | null> {
  const text = await transfer.get(type)?.asString();
  return text ? text : null;
}

/** A browser lets nobody but its reader paste: there, and where nothing has been copied yet, a record waits for it. */
async function checkCopied(expecting: WeakSet<TextDocument>): Promise<void> {
  const record = await workspace.openTextDocument({ language: 'markdown', content: '' });
  expecting.add(record);
  await window.showTextDocument(record);
  if (env.uiKind === UIKind.Desktop) await commands.executeCommand('editor.action.clipboardPasteAction');
  if (record.getText() !== '') return;
  const title = env.uiKind === UIKind.Desktop
    ? l10n.t('Nothing that can be read has been copied yet. Copy it, come back to this empty record, and press Ctrl+V (⌘V on a Mac).')
    : l10n.t('Press Ctrl+V (⌘V on a Mac): what you copied comes into this empty record.');
  void window.withProgress({ location: ProgressLocation.Notification, title, cancellable: true }, (_, given) => begun(record, given));
}

/** Resolves when something stands in the record, when it is closed, or when nobody waits any more. */
function begun(record: TextDocument, given: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    const listening = Disposable.from(
      workspace.onDidChangeTextDocument(({ document }) => end(document)),
      workspace.onDidCloseTextDocument((document) => end(document)),
      given.onCancellationRequested(() => end(record)),
    );
    const end = (document: TextDocument): void => {
      if (document !== record) return;
      listening.dispose();
      resolve();
    };
  });
}
