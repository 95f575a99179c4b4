/**
 * What the client on the other side can do and asks for, as far as it changes what we do. A client that says nothing
 * gets every finding at once, under its rule's id.
 */
import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver';
import { QUESTION_COMMAND, SHOW_QUESTION, type ActionOptions } from './actions.js';
import { EVERYTHING, type Manner } from './attention/attention.js';
import type { DiagnosticOptions } from './diagnostics.js';
import { pathOf } from './documents.js';
import type { Beside } from './hover.js';
import type { RecordClient } from './record/record.js';
import type { RulesClient } from './rules-file/rules-file.js';

export interface Client {
  /** Asks for findings, and again when it is told to; any other client has them sent. */
  readonly pulls: boolean;
  readonly watches: boolean;
  readonly actions: ActionOptions;
  readonly diagnostics: DiagnosticOptions;
  readonly manner: Manner;
  readonly hover: Beside;
  readonly rules: RulesClient;
  readonly record: RecordClient;
  /** Who gets at files that are on no disk of the server's. */
  readonly files: 'client' | 'nobody';
}

/** What a client does itself, and how it wants findings, it says in its `initializationOptions`. */
export interface Options {
  /** Shows questions. */
  readonly questions?: 'client';
  /** Shows a finding's message in its hover. */
  readonly hover?: 'message';
  /** Answers what is asked about files (files.ts). */
  readonly files?: 'client';
  /** Shows places, previews and rules that ship. */
  readonly rules?: 'client';
  /** Asks why something is left as it is. */
  readonly setAside?: 'client';
  /** Shows what a report of a false alarm would say. */
  readonly alarms?: 'client';
  /** Human titles in place of rule ids; the id is in a diagnostic's data. */
  readonly titles?: 'human';
  /** Of a finding about a whole sentence, the first words. */
  readonly underlines?: 'short';
  readonly show?: Manner['show'];
  readonly few?: number;
  readonly writing?: 'quiet';
  /** Outlines headings itself. */
  readonly sections?: 'client';
  /** Wants no lines over headings. */
  readonly lenses?: 'none';
  /** Wants to see what an unexplained acronym stands for. */
  readonly acronyms?: 'shown';
}

export const NO_CLIENT: Client = readClient({ processId: null, rootUri: null, capabilities: {} });

export function readClient(params: InitializeParams): Client {
  const { textDocument, workspace }: ClientCapabilities = params.capabilities;
  const { questions, hover, files, rules, setAside, alarms, titles, underlines, show, few, writing, sections, lenses, acronyms } = (params.initializationOptions ?? {}) as Options;
  return {
    pulls: textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true,
    watches: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    actions: {
      question: questions === 'client' ? SHOW_QUESTION : QUESTION_COMMAND,
      leaving: setAside === 'client' ? 'asks' : 'never',
      alarms: alarms === 'client' ? 'shown' : 'never',
      edits: workspace?.workspaceEdit?.documentChanges ? 'versioned' : 'plain',
      blanks: workspace?.workspaceEdit?.documentChanges && workspace.workspaceEdit.snippetEditSupport ? 'stops' : 'plain',
      team: workspace?.workspaceEdit?.documentChanges && workspace.workspaceEdit.resourceOperations?.includes('create') && textDocument?.codeAction?.resolveSupport?.properties.includes('edit') ? 'chosen' : 'never',
    },
    diagnostics: {
      titles: titles === 'human' ? 'human' : 'ids',
      related: textDocument?.diagnostic?.relatedInformation || textDocument?.publishDiagnostics?.relatedInformation ? 'places' : 'none',
      underlines: underlines === 'short' ? 'short' : 'whole',
    },
    manner: {
      show: show === 'few' || show === 'asked' ? show : EVERYTHING.show,
      few: typeof few === 'number' && few > 0 ? few : EVERYTHING.few,
      writing: writing === 'quiet' ? 'quiet' : EVERYTHING.writing,
    },
    hover: hover === 'message' ? 'message' : 'nothing',
    rules: {
      rules: rules === 'client' ? 'commands' : 'plain',
      snippets: textDocument?.completion?.completionItem?.snippetSupport === true ? 'filled' : 'plain',
      beside: textDocument?.completion?.completionItem?.labelDetailsSupport === true ? 'shown' : 'none',
      lenses: workspace?.codeLens?.refreshSupport === true ? 'refreshed' : 'kept',
      folders: foldersOf(params),
    },
    files: files === 'client' ? 'client' : 'nobody',
    record: {
      sections: sections === 'client' ? 'theirs' : 'ours',
      lenses: lenses === 'none' ? 'none' : 'shown',
      acronyms: acronyms === 'shown' ? 'shown' : 'none',
      places: rules === 'client' ? 'commands' : 'plain',
      snippets: textDocument?.completion?.completionItem?.snippetSupport === true ? 'filled' : 'plain',
    },
  };
}

/** Paths of the folders that are open. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  return uris.map(pathOf).filter((path): path is string => path !== null);
}
