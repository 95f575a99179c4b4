/**
 * The language server: requests in, the shared reader's answers out. One server for all folders. It remembers rules
 * and open notes only, and never writes a note's text to its log.
 */
import {
  CodeActionKind, DidChangeWatchedFilesNotification, DocumentDiagnosticReportKind, MessageType, ShowMessageNotification, TextDocuments, TextDocumentSyncKind,
  type Connection, type Diagnostic, type InitializeParams, type InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompiledRules } from '../engine/rule-set.js';
import type { FileHost } from '../rulebook/files/file-host.js';
import { folderOf } from '../rulebook/files/paths.js';
import { createReader } from '../rulebook/reader.js';
import { isSidecar } from '../set-aside/place.js';
import { createSetAside } from '../set-aside/set-aside.js';
import { actionsFor, findingOf, QUESTION_COMMAND, questionText } from './actions.js';
import { attend } from './attention/attend.js';
import { NO_CLIENT, readClient } from './client.js';
import { diagnosticsOf, type Question } from './diagnostics.js';
import { openNotes, pathOf, uriOf, type OpenNote } from './documents.js';
import { ALARM_REQUEST, alarmReport } from './fixes/alarm.js';
import { offerExchange, placed, wordSource } from './exchange.js';
import { resolved, type TeamChoice } from './fixes/team-choices.js';
import { FIX_ALL } from './fixes/together.js';
import { filesOf, type Files } from './files.js';
import { guarded } from './guarded.js';
import { hoverAt } from './hover.js';
import { offerTemplates } from './new-record.js';
import { offerRecord, recordCapabilities } from './record/record.js';
import { offerBeginning } from './rules-file/begin.js';
import { isYaml, mayHoldRules, rulesFiles } from './rules-file/rules-file.js';
import { rulesFileProblems } from './rules-files.js';
import { LEAVE_COMMAND, leaveAsItIs, sidecarProblems, TAKE_BACK_COMMAND, takeBack, type FindingPlace, type Leaving, type Left } from './set-aside.js';

/** Runs until the connection closes. `builtIn` are the packs that ship, `version` is the product's; `own` are the files of the server's own disk, null where it has none. */
export function startServer(bare: Connection, builtIn: CompiledRules, own: Files | null, today: () => string, version: string): void {
  const tellBug = (text: string): void => bare.console.error(text);
  const connection = guarded(bare, tellBug, 'answered');
  const documents = guarded(new TextDocuments(TextDocument), tellBug, 'told');
  const disk = filesOf(connection, own, () => client.files === 'client');
  const { find } = disk;
  const overlay = withOpenDocuments(disk, documents);
  const reader = createReader(builtIn, overlay, null, today);
  let client = NO_CLIENT;
  const asides = createSetAside(disk, (path) => rootFor(path, client.rules.folders), today);
  const notes = openNotes(reader, asides, today);
  const tellSidecar = sidecarProblems(connection, asides);
  const problems = rulesFileProblems(connection, reader, { documents, builtIn, today, find });
  const rules = rulesFiles({ connection, documents, builtIn, disk, open: overlay, reader, today, find, client: () => client.rules });
  let rulesChanges = 0;
  offerBeginning({ connection, files: overlay, find, builtIn });
  offerTemplates({ connection, files: overlay, reader, find, folders: () => client.rules.folders, today });

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    client = readClient(params);
    const commands = [...(client.actions.question === QUESTION_COMMAND ? [QUESTION_COMMAND] : []), ...(client.actions.leaving === 'asks' ? [LEAVE_COMMAND, TAKE_BACK_COMMAND] : [])];
    return {
      serverInfo: { name: 'alongside', version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...rules.capabilities,
        ...recordCapabilities(rules.capabilities),
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL], resolveProvider: client.actions.team === 'chosen' },
        ...(client.pulls ? { diagnosticProvider: { identifier: 'alongside', interFileDependencies: false, workspaceDiagnostics: false } } : {}),
        ...(commands.length > 0 ? { executeCommandProvider: { commands } } : {}),
      },
    };
  });

  connection.onInitialized(() => {
    // A client that refuses it, or has gone meanwhile, tells of no files; all else goes on.
    if (client.watches) connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*.{yml,yaml}' }, { globPattern: '**/*.{md,markdown}' }] }).catch(() => undefined);
  });

  /** An editor may hand over every file of a kind: of YAML only rules files are ours. */
  const recordAt = (uri: string): TextDocument | undefined => {
    const document = documents.get(uri);
    return document && !isYaml(uri) && document.languageId !== 'yaml' ? document : undefined;
  };
  const opened = async (uri: string): Promise<OpenNote | null> => {
    const document = recordAt(uri);
    const note = document ? await notes.read(document) : null;
    // Nothing is kept of a record that was closed in the meantime.
    return documents.get(uri) === document ? note : null;
  };
  const attention = attend(connection, () => client.manner, opened, (uri) => showAgain([uri]));
  offerRecord({ connection, opened, look: attention.look, rules, files: overlay, client: () => client.record });
  const word = offerExchange(connection, (uri) => {
    if (!documents.get(uri)) return;
    notes.close(uri);
    void showAgain([uri]);
  });
  /** What to show of a note, with a word to the client about the rest. */
  const shownOf = (note: OpenNote): Diagnostic[] => {
    attention.tell(note);
    return placed(diagnosticsOf(note, attention.look(note), client.diagnostics), note.document.uri, word);
  };
  const push = async (uri: string): Promise<void> => {
    const note = await opened(uri);
    if (!note) return;
    await problems.tell(note.reading.rulebook);
    await tellSidecar(uri);
    // Whatever changed it since pushes too.
    if (!client.pulls && notes.stands(note)) await connection.sendDiagnostics({ uri, version: note.version, diagnostics: shownOf(note) });
  };
  /** A client that pulls asks again for whatever it shows; to any other these are sent. */
  const showAgain = async (uris: readonly string[]): Promise<void> => {
    if (client.pulls) connection.languages.diagnostics.refresh();
    else for (const uri of uris) await push(uri);
  };
  const rulesChanged = async (what: 'open' | 'saved'): Promise<void> => {
    const mine = ++rulesChanges;
    reader.forget();
    asides.forget();
    notes.forget();
    rules.changed(what);
    // Of changes that come in one go, as when somebody types, only the last is answered.
    await new Promise((resolve) => { setTimeout(resolve, 0); });
    if (mine !== rulesChanges) return;
    for (const { uri } of documents.all()) if (mayHoldRules(uri)) await problems.tell(await reader.rulebookFor(pathOf(uri)));
    await problems.refresh();
    await showAgain(documents.keys());
  };

  const asidesChanged = async (): Promise<void> => {
    asides.forget();
    notes.forget();
    await showAgain(documents.keys());
  };

  const resultIdOf = ({ document, mark }: OpenNote): string => `${mark}.${attention.revision(document.uri)}`;

  // Where somebody writes is told from what stood there before.
  documents.onDidOpen(async ({ document }) => {
    const note = client.manner.writing === 'quiet' ? await opened(document.uri) : null;
    if (note) attention.look(note);
  });
  documents.onDidChangeContent(({ document }) => (mayHoldRules(document.uri) ? rulesChanged('open') : client.pulls ? undefined : push(document.uri)));
  documents.onDidClose(({ document }) => {
    notes.close(document.uri);
    word.close(document.uri);
    attention.close(document.uri);
    if (mayHoldRules(document.uri)) return rulesChanged('open');
    return client.pulls || isYaml(document.uri) ? undefined : connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => mayHoldRules(uri))) return rulesChanged('saved');
    if (changes.some(({ uri }) => isSidecar(uri))) return asidesChanged();
    rules.changed('open');
    return undefined;
  });

  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }) => {
    const document = documents.get(textDocument.uri);
    const note = await opened(textDocument.uri);
    if (!note) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    if (previousResultId === resultIdOf(note)) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: previousResultId };
    await problems.tell(note.reading.rulebook);
    await tellSidecar(textDocument.uri);
    const items = documents.get(textDocument.uri) === document ? shownOf(note) : [];
    return { kind: DocumentDiagnosticReportKind.Full, resultId: resultIdOf(note), items };
  });

  connection.onCodeAction(async ({ textDocument, context, range }) => {
    const document = documents.get(textDocument.uri);
    if (document && isYaml(document.uri)) return [...rules.actions(document, range, context.diagnostics)];
    const note = await opened(textDocument.uri);
    const actions = note ? actionsFor(note, context.diagnostics, context.only, client.actions) : [];
    // What is in a Word document is changed in Word.
    return wordSource(textDocument.uri) === null ? actions : actions.filter(({ edit }) => !edit);
  });

  connection.onCodeActionResolve(async (action) => {
    const note = await opened((action.data as TeamChoice | undefined)?.uri ?? '');
    const root = (path: string): string => rootFor(path, client.rules.folders);
    return note ? resolved(action, note, { files: overlay, opened: (uri) => documents.get(uri), root, telling: client.actions.alarms === 'shown' ? 'client' : 'nobody' }) : action;
  });

  connection.onRequest(ALARM_REQUEST, async (place: FindingPlace): Promise<string | null> => {
    const note = await opened(place.uri);
    const finding = note && findingOf(note, place);
    return note && finding ? alarmReport(note, finding, version) : null;
  });

  connection.onHover(async ({ textDocument, position }) => {
    const document = documents.get(textDocument.uri);
    if (document && isYaml(document.uri)) return rules.hover(document, position);
    const note = await opened(textDocument.uri);
    if (!note) return null;
    const { shown, folded } = attention.look(note);
    return hoverAt(note, [...shown, ...folded], position, client.hover);
  });

  connection.onExecuteCommand(async ({ command, arguments: [question] = [] }) => {
    const note = command === LEAVE_COMMAND ? await opened((question as { uri?: string } | undefined)?.uri ?? '') : null;
    if (note) {
      const left = await leaveAsItIs(question as Leaving, note, asides, disk.change, today());
      if (left.kind === 'aside') await asidesChanged();
      return left;
    }
    if (command === TAKE_BACK_COMMAND && question) {
      const refused = await takeBack(question as Extract<Left, { kind: 'aside' }>, asides, disk.change);
      await asidesChanged();
      return refused;
    }
    if (command === QUESTION_COMMAND && question) void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message: questionText(question as Question) });
    return null;
  });

  documents.listen(connection);
  connection.listen();
}

/** The open folder that holds a record, else the record's own. */
function rootFor(path: string, folders: readonly string[]): string {
  const holding = folders.filter((folder) => path.startsWith(`${folder}/`)).sort((a, b) => b.length - a.length);
  return holding[0] ?? folderOf(path);
}

/** Rules being edited count as they stand in the editor, not as they were saved. */
function withOpenDocuments(disk: FileHost, documents: TextDocuments<TextDocument>): FileHost {
  const open = (path: string): TextDocument | undefined => documents.get(uriOf(path));
  return {
    exists: (path) => open(path) !== undefined || disk.exists(path),
    read: (path) => open(path)?.getText() ?? disk.read(path),
    list: disk.list,
    real: disk.real,
    ...(disk.whenKnown ? { whenKnown: disk.whenKnown } : {}),
  };
}
