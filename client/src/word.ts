/**
 * A Word document, opened as a record beside its source: a text that exists only in the editor and cannot be changed,
 * made anew whenever the document is saved in Word. What is in it, and where, the server reads.
 */
import { commands, Disposable, EventEmitter, FileSystemError, l10n, languages, RelativePattern, Uri, window, workspace, type TextDocument } from 'vscode';
import type { Connection } from './connection.js';

const SCHEME = 'alongside-word';

/** What the server answers. */
export interface WordText {
  readonly text: string;
  readonly unread: { readonly comments: number; readonly pictures: number; readonly objects: number };
  readonly problem: string | null;
}

export function offerWord(connection: Connection): Disposable {
  const changed = new EventEmitter<Uri>();
  const unread = new Map<string, WordText['unread']>();
  const watchers = new Map<string, Disposable>();
  const isRecord = ({ uri }: TextDocument): boolean => uri.scheme === SCHEME;
  let standing = connection.standing();

  /** Null where it could not be read, which was said. */
  const read = async (record: Uri): Promise<string | null> => {
    const word = await connection.request<WordText>('alongside/word', { uri: record.toString(), bytes: base64(await workspace.fs.readFile(sourceOf(record))) });
    if (!word || word.problem !== null) {
      void window.showWarningMessage(word?.problem ?? l10n.t('Records are not being read at the moment, so the Word document was not opened. Try “Alongside: Restart”.'));
      return null;
    }
    unread.set(record.toString(), word.unread);
    return word.text;
  };

  /** Word takes a document away for a moment when it saves it: until it is back, the record is as it was. */
  const again = async (record: Uri): Promise<string> => {
    try {
      return (await read(record)) ?? '';
    } catch (thrown) {
      if (!(thrown instanceof FileSystemError)) throw thrown;
      return workspace.textDocuments.find(({ uri }) => uri.toString() === record.toString())?.getText() ?? '';
    }
  };

  const open = async (record: Uri): Promise<TextDocument | null> => {
    const text = await read(record);
    if (text === null) return null;
    const document = await workspace.openTextDocument(record);
    // The editor keeps what was shown a while ago.
    if (document.getText() !== text) {
      const renewed = new Promise<void>((resolve) => {
        const listening = workspace.onDidChangeTextDocument((change) => {
          if (change.document !== document) return;
          listening.dispose();
          resolve();
        });
      });
      changed.fire(record);
      await renewed;
    }
    return document;
  };

  const prepare = async (document: TextDocument): Promise<void> => {
    if (!isRecord(document)) return;
    const key = document.uri.toString();
    if (!watchers.has(key)) {
      const source = sourceOf(document.uri);
      const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.joinPath(source, '..'), source.path.slice(source.path.lastIndexOf('/') + 1)));
      const anew = (): void => changed.fire(document.uri);
      watchers.set(key, Disposable.from(watcher, watcher.onDidChange(anew), watcher.onDidCreate(anew)));
    }
    if (document.languageId !== 'markdown') await languages.setTextDocumentLanguage(document, 'markdown');
  };

  return Disposable.from(
    changed,
    { dispose: () => { for (const watcher of watchers.values()) watcher.dispose(); } },
    workspace.registerTextDocumentContentProvider(SCHEME, { onDidChange: changed.event, provideTextDocumentContent: (record) => again(record) }),
    workspace.onDidOpenTextDocument((document) => void prepare(document)),
    workspace.onDidCloseTextDocument((document) => {
      // A change of its language closes it too, and opens it again.
      if (!isRecord(document) || workspace.textDocuments.some(({ uri }) => uri.toString() === document.uri.toString())) return;
      watchers.get(document.uri.toString())?.dispose();
      watchers.delete(document.uri.toString());
      unread.delete(document.uri.toString());
    }),
    // A server that has begun again knows of no document.
    connection.onDidChange(() => {
      if (standing !== 'ready' && connection.standing() === 'ready') for (const { uri } of workspace.textDocuments.filter(isRecord)) changed.fire(uri);
      standing = connection.standing();
    }),
    commands.registerCommand('alongside.checkWord', async (chosen?: Uri) => {
      const source = chosen ?? (await ask());
      if (!source) return;
      const record = recordOf(source);
      const document = await open(record);
      if (!document) return;
      await prepare(document);
      await window.showTextDocument(document, { preview: false });
      await commands.executeCommand('alongside.show', 'all');
      void tell(unread.get(record.toString()));
    }),
  );
}

/** The record stands at its source's own path, so that rules and what was set aside are found from there. */
export function recordOf(source: Uri): Uri {
  return source.with({ scheme: SCHEME, query: source.scheme, fragment: '' });
}

function sourceOf(record: Uri): Uri {
  return record.with({ scheme: record.query, query: '' });
}

async function ask(): Promise<Uri | undefined> {
  const chosen = await window.showOpenDialog({ title: l10n.t('Which Word document?'), openLabel: l10n.t('Read it'), filters: { [l10n.t('Word documents')]: ['docx'] } });
  return chosen?.[0];
}

async function tell(unread: WordText['unread'] | undefined): Promise<void> {
  const list = l10n.t('List what there is to look at');
  const chosen = await window.showInformationMessage(wordText(unread), list);
  if (chosen === list) await commands.executeCommand('workbench.actions.view.problems');
}

/** What this page is, and what of the document was not read. */
export function wordText(unread: WordText['unread'] | undefined): string {
  const not = [
    unread && unread.comments > 0 && (unread.comments === 1 ? l10n.t('1 comment') : l10n.t('{0} comments', unread.comments)),
    unread && unread.pictures > 0 && (unread.pictures === 1 ? l10n.t('1 picture') : l10n.t('{0} pictures', unread.pictures)),
    unread && unread.objects > 0 && (unread.objects === 1 ? l10n.t('1 embedded file or chart') : l10n.t('{0} embedded files or charts', unread.objects)),
  ].filter(Boolean);
  const shown = l10n.t('This shows the words of the Word document, with headings, footnotes and page headers. Change it in Word: when you save it there, it is read again. What is found says under which heading, and in which paragraph.');
  return not.length === 0 ? shown : `${shown} ${l10n.t('Not read: {0}.', not.join(', '))}`;
}

/** In pieces, since there is a most that a call may be given. */
function base64(bytes: Uint8Array): string {
  let letters = '';
  for (let at = 0; at < bytes.length; at += 32_768) letters += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return btoa(letters);
}
