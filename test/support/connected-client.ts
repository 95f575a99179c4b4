/**
 * A language client over any pair of streams. It does not know where the server at their other end runs.
 */
import {
  CodeActionRequest, createProtocolConnection, DidChangeTextDocumentNotification, DidChangeWatchedFilesNotification, DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification, DocumentDiagnosticRequest, ExecuteCommandRequest, HoverRequest, InitializedNotification, InitializeRequest, PublishDiagnosticsNotification,
  LogMessageNotification, LogTraceNotification, ShowMessageNotification, DiagnosticRefreshRequest, RegistrationRequest, FileChangeType,
  type ClientCapabilities, type CodeAction, type Diagnostic, type FullDocumentDiagnosticReport, type Hover, type InitializeResult, type Position, type MessageReader, type MessageWriter, type ProtocolConnection, type Range, type TextDocumentContentChangeEvent, type TextEdit, type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { answerFiles, type ClientFiles } from './client-files.js';
import { RECORD_NOTIFICATION, type RecordSummary } from '../../server/src/lsp/attention/attend.js';

export interface ConnectedClient extends ClientFiles {
  readonly initialized: InitializeResult;
  open(uri: string, text: string): void;
  change(uri: string, change: TextDocumentContentChangeEvent): void;
  close(uri: string): void;
  /** By path, or by uri where it is on no disk. */
  saved(path: string): void;
  pull(uri: string, previousResultId?: string): Promise<FullDocumentDiagnosticReport & { kind: string }>;
  /** The next diagnostics published for a file. */
  published(uri: string): Promise<readonly Diagnostic[]>;
  /** How often the server asked the client to pull again. */
  refreshes(): number;
  refreshed(): Promise<void>;
  actions(uri: string, diagnostics: readonly Diagnostic[], range?: Range): Promise<readonly CodeAction[]>;
  /** Any other request, as the protocol names it. */
  readonly request: ProtocolConnection['sendRequest'];
  hover(uri: string, position: Position): Promise<Hover | null>;
  execute(action: CodeAction): Promise<void>;
  /** What the server answers to a command of its own. */
  command(name: string, argument: unknown): Promise<unknown>;
  notify(method: string, params: unknown): void;
  /** What the server said of a record last. */
  summary(uri: string): RecordSummary | undefined;
  readonly shown: readonly string[];
  /** What the server wrote into the client's log. */
  readonly logged: readonly string[];
  textOf(uri: string): string;
  apply(edit: WorkspaceEdit): string;
  stop(): void;
}

export const PULLING: ClientCapabilities = {
  textDocument: { diagnostic: {}, codeAction: { dataSupport: true } },
  workspace: { diagnostics: { refreshSupport: true }, didChangeWatchedFiles: { dynamicRegistration: true }, workspaceEdit: { documentChanges: true } },
};

export async function connect(reader: MessageReader, writer: MessageWriter, capabilities: ClientCapabilities, initializationOptions: unknown, folders: readonly string[]): Promise<ConnectedClient> {
  const client = createProtocolConnection(reader, writer);
  const shown: string[] = [];
  const logged: string[] = [];
  const documents = new Map<string, TextDocument>();
  const published = new Map<string, Diagnostic[][]>();
  const waiting = new Map<string, (diagnostics: Diagnostic[]) => void>();
  const summaries = new Map<string, RecordSummary>();
  let refreshes = 0;
  let onRefresh: (() => void) | undefined;
  client.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
    const wanted = waiting.get(uri);
    waiting.delete(uri);
    if (wanted) wanted(diagnostics);
    else published.set(uri, [...(published.get(uri) ?? []), diagnostics]);
  });
  client.onNotification(ShowMessageNotification.type, ({ message }) => void shown.push(message));
  client.onNotification(LogMessageNotification.type, ({ message }) => void logged.push(message));
  client.onNotification(LogTraceNotification.type, ({ message, verbose }) => void logged.push(`${message} ${verbose ?? ''}`));
  client.onNotification(RECORD_NOTIFICATION, (summary: RecordSummary) => void summaries.set(summary.uri, summary));
  const files = answerFiles(client);
  client.onRequest(RegistrationRequest.type, () => undefined);
  client.onRequest(DiagnosticRefreshRequest.type, () => {
    refreshes++;
    onRefresh?.();
    onRefresh = undefined;
  });
  client.listen();
  const initialized = await client.sendRequest(InitializeRequest.type, { processId: null, rootUri: null, capabilities, initializationOptions, workspaceFolders: folders.map((uri) => ({ uri, name: uri })) });
  await client.sendNotification(InitializedNotification.type, {});

  const documentOf = (uri: string): TextDocument => {
    const document = documents.get(uri);
    if (!document) throw new Error(`not open: ${uri}`);
    return document;
  };
  return {
    ...files,
    initialized,
    shown,
    logged,
    open(uri, text) {
      documents.set(uri, TextDocument.create(uri, 'markdown', 1, text));
      void client.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId: uri.endsWith('.yml') ? 'yaml' : 'markdown', version: 1, text } });
    },
    change(uri, change) {
      const document = TextDocument.update(documentOf(uri), [change], documentOf(uri).version + 1);
      void client.sendNotification(DidChangeTextDocumentNotification.type, { textDocument: { uri, version: document.version }, contentChanges: [change] });
    },
    close(uri) {
      documents.delete(uri);
      void client.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
    },
    saved: (path) => void client.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: path.startsWith('/') ? `file://${path}` : path, type: FileChangeType.Changed }] }),
    pull: (uri, previousResultId) => client.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri }, ...(previousResultId === undefined ? {} : { previousResultId }) }) as ReturnType<ConnectedClient['pull']>,
    published: (uri) => {
      const early = published.get(uri)?.shift();
      return early ? Promise.resolve(early) : new Promise((resolve) => waiting.set(uri, resolve));
    },
    refreshes: () => refreshes,
    refreshed: () => new Promise((resolve) => (onRefresh = resolve)),
    request: client.sendRequest.bind(client),
    notify: (method, params) => void client.sendNotification(method, params),
    summary: (uri) => summaries.get(uri),
    actions: async (uri, diagnostics, range = WHOLE) => ((await client.sendRequest(CodeActionRequest.type, { textDocument: { uri }, range, context: { diagnostics: [...diagnostics] } })) ?? []) as CodeAction[],
    hover: (uri, position) => client.sendRequest(HoverRequest.type, { textDocument: { uri }, position }),
    command: (name, argument) => client.sendRequest(ExecuteCommandRequest.type, { command: name, arguments: [argument] }),
    execute: async ({ command }) => {
      if (command) await client.sendRequest(ExecuteCommandRequest.type, { command: command.command, arguments: command.arguments ?? [] });
    },
    textOf: (uri) => documentOf(uri).getText(),
    apply(edit) {
      const change = edit.documentChanges?.[0];
      const [uri, edits] = change && 'edits' in change ? [change.textDocument.uri, change.edits as TextEdit[]] : Object.entries(edit.changes ?? {})[0];
      return TextDocument.applyEdits(documentOf(uri), edits);
    },
    stop() {
      client.dispose();
    },
  };
}

const WHOLE: Range = { start: { line: 0, character: 0 }, end: { line: 1_000_000, character: 0 } };
