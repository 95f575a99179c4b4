/**
 * The language server: requests in, the shared reader's answers out. One server for all folders. It remembers rules
 * and open notes only, and never writes a note's text to its log.
 */
import {
  CodeActionKind, DidChangeWatchedFilesNotification, DocumentDiagnosticReportKind, MessageType, ShowMessageNotification, TextDocuments, TextDocumentSyncKind,
  type ClientCapabilities, type Connection, type InitializeParams, type InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompiledRules } from '../engine/rule-set.js';
import type { FileHost } from '../rulebook/file-host.js';
import { createReader } from '../rulebook/reader.js';
import { RULEBOOK_FILE } from '../rulebook/rulebook.js';
import { actionsFor, QUESTION_COMMAND, questionText, SHOW_QUESTION, type ActionOptions } from './actions.js';
import { diagnosticsOf, type Question } from './diagnostics.js';
import { openNotes, pathOf, uriOf } from './documents.js';
import { hoverAt } from './hover.js';
import { rulesFileProblems } from './rules-files.js';

/** Runs until the connection closes. `builtIn` are the packs that ship, `version` is the product's. */
export function startServer(connection: Connection, builtIn: CompiledRules, disk: FileHost, today: () => string, version: string): void {
  const documents = new TextDocuments(TextDocument);
  const overlay = withOpenDocuments(disk, documents);
  const reader = createReader(builtIn, overlay, null, today);
  const notes = openNotes(reader);
  const problems = rulesFileProblems(connection, reader);
  let client: Client = readClient({});
  let generation = 0;

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    client = readClient(params.capabilities, params.initializationOptions);
    return {
      serverInfo: { name: 'alongside', version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
        ...(client.pulls ? { diagnosticProvider: { identifier: 'alongside', interFileDependencies: false, workspaceDiagnostics: false } } : {}),
        ...(client.actions.question === QUESTION_COMMAND ? { executeCommandProvider: { commands: [QUESTION_COMMAND] } } : {}),
      },
    };
  });

  connection.onInitialized(() => {
    if (client.watches) void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*.{yml,yaml}' }] });
  });

  const push = async (document: TextDocument): Promise<void> => {
    if (isRulesFile(document.uri)) return;
    const note = await notes.read(document);
    await problems.tell(note.reading.rulebook);
    if (!client.pulls && documents.get(document.uri)?.version === note.version) {
      await connection.sendDiagnostics({ uri: document.uri, version: note.version, diagnostics: diagnosticsOf(note) });
    }
  };
  const rulesChanged = async (): Promise<void> => {
    generation++;
    reader.forget();
    notes.forget();
    for (const { uri } of documents.all()) if (isRulesFile(uri)) await problems.tell(await reader.rulebookFor(pathOf(uri)));
    await problems.refresh();
    if (client.pulls && client.refreshes) connection.languages.diagnostics.refresh();
    if (!client.pulls) for (const document of documents.all()) await push(document);
  };

  documents.onDidChangeContent(({ document }) => (isRulesFile(document.uri) ? rulesChanged() : client.pulls ? undefined : push(document)));
  documents.onDidClose(({ document }) => {
    notes.close(document.uri);
    if (isRulesFile(document.uri)) return rulesChanged();
    return client.pulls ? undefined : connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const isRules = changes.some(({ uri }) => /\.ya?ml$/.test(uri));
    return isRules ? rulesChanged() : undefined;
  });

  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }) => {
    const document = documents.get(textDocument.uri);
    if (!document || isRulesFile(textDocument.uri)) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const resultId = `${generation}.${document.version}`;
    if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    const note = await notes.read(document);
    await problems.tell(note.reading.rulebook);
    return { kind: DocumentDiagnosticReportKind.Full, resultId: `${generation}.${note.version}`, items: diagnosticsOf(note) };
  });

  connection.onCodeAction(({ textDocument, context }) => {
    const document = documents.get(textDocument.uri);
    return document ? actionsFor(textDocument.uri, document.version, context.diagnostics, client.actions) : [];
  });

  connection.onHover(async ({ textDocument, position }) => {
    const document = documents.get(textDocument.uri);
    return document && !isRulesFile(textDocument.uri) ? hoverAt(await notes.read(document), position, client.hover) : null;
  });

  connection.onExecuteCommand(({ command, arguments: [question] = [] }) => {
    if (command === QUESTION_COMMAND && question) void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message: questionText(question as Question) });
  });

  documents.listen(connection);
  connection.listen();
}

/** What this client can do, as far as it changes what we do. */
interface Client {
  readonly pulls: boolean;
  readonly refreshes: boolean;
  readonly watches: boolean;
  readonly actions: ActionOptions;
  readonly hover: 'message' | 'nothing';
}

/** What a client does itself it says: `initializationOptions: { questions: "client", hover: "message" }` for one that shows questions, and messages in its hover. */
function readClient(capabilities: ClientCapabilities, options?: unknown): Client {
  const { questions, hover } = (options ?? {}) as { questions?: unknown; hover?: unknown };
  return {
    pulls: capabilities.textDocument?.diagnostic !== undefined,
    refreshes: capabilities.workspace?.diagnostics?.refreshSupport === true,
    watches: capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    actions: {
      question: questions === 'client' ? SHOW_QUESTION : QUESTION_COMMAND,
      edits: capabilities.workspace?.workspaceEdit?.documentChanges ? 'versioned' : 'plain',
    },
    hover: hover === 'message' ? 'message' : 'nothing',
  };
}

/** Rules being edited count as they stand in the editor, not as they were saved. */
function withOpenDocuments(disk: FileHost, documents: TextDocuments<TextDocument>): FileHost {
  const open = (path: string): TextDocument | undefined => documents.get(uriOf(path));
  return {
    exists: (path) => open(path) !== undefined || disk.exists(path),
    read: (path) => open(path)?.getText() ?? disk.read(path),
    list: disk.list,
  };
}

function isRulesFile(uri: string): boolean {
  return uri.endsWith(`/${RULEBOOK_FILE}`);
}
