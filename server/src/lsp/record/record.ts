/**
 * The language server's part for whoever reads or writes a record as a whole: outline, folding, links, lines over
 * headings, panel, voices, help while writing. What an editor asks of a rules file it passes on.
 */
import type { Connection, ServerCapabilities } from 'vscode-languageserver';
import { whenKnown, type FileHost } from '../../rulebook/files/file-host.js';
import type { Look } from '../attention/attention.js';
import type { OpenNote } from '../documents.js';
import { isYaml, type RulesFiles } from '../rules-file/rules-file.js';
import { createGlossaries, hintsIn } from './acronyms.js';
import { ASKING, recordCompletions } from './completion.js';
import { recordLenses } from './lenses.js';
import { foldsOf, linksOf, outlineOf } from './outline.js';
import { OVERVIEW_REQUEST, panelOf, type RecordPanel } from './panel.js';
import { keepOverviews } from './overviews.js';
import { VOICES_REQUEST, voicesOf, type RecordVoices } from './voices.js';

export interface RecordSources {
  readonly connection: Connection;
  /** A record that is open, as it stands; null for anything else. */
  readonly opened: (uri: string) => Promise<OpenNote | null>;
  readonly look: (note: OpenNote) => Look;
  readonly rules: RulesFiles;
  readonly files: FileHost;
  /** Asked after the client has said what it can do. */
  readonly client: () => RecordClient;
}

export interface RecordClient {
  /** `theirs`: the editor outlines headings itself. */
  readonly sections: 'ours' | 'theirs';
  /** Lines over headings. */
  readonly lenses: 'shown' | 'none';
  /** What an unexplained acronym stands for, in grey after it. */
  readonly acronyms: 'shown' | 'none';
  /** `commands`: it shows places and rules when it is asked to. */
  readonly places: 'commands' | 'plain';
  readonly snippets: 'filled' | 'plain';
}

/** What the server can do for records, with what it does for rules files. */
export function recordCapabilities({ completionProvider }: ServerCapabilities): ServerCapabilities {
  return {
    completionProvider: { triggerCharacters: [...(completionProvider?.triggerCharacters ?? []), ...ASKING] },
    foldingRangeProvider: true,
    documentLinkProvider: {},
    inlayHintProvider: true,
  };
}

export function offerRecord({ connection, opened, look, rules, files, client }: RecordSources): void {
  const overviewOf = keepOverviews();
  const glossaryOf = createGlossaries();

  connection.onDocumentSymbol(async (params) => {
    if (isYaml(params.textDocument.uri)) return rules.outline(params);
    const note = await opened(params.textDocument.uri);
    return note ? outlineOf(note, overviewOf(note), client().sections) : [];
  });

  connection.onFoldingRanges(async ({ textDocument }) => {
    const note = await opened(textDocument.uri);
    return note ? foldsOf(note) : [];
  });

  connection.onDocumentLinks(async ({ textDocument }) => {
    const note = await opened(textDocument.uri);
    return note ? whenKnown(files, () => linksOf(note, files, client().places)) : [];
  });

  connection.onCodeLens(async (params) => {
    if (isYaml(params.textDocument.uri)) return rules.lenses(params);
    const note = client().lenses === 'shown' ? await opened(params.textDocument.uri) : null;
    return note ? recordLenses(note, overviewOf(note), client().places) : [];
  });

  connection.onCompletion(async (params) => {
    if (isYaml(params.textDocument.uri)) return rules.completions(params);
    const by = params.context?.triggerCharacter ?? null;
    // The other characters ask for help with rules.
    if (by !== null && !(ASKING as readonly string[]).includes(by)) return [];
    const note = await opened(params.textDocument.uri);
    return note ? recordCompletions(note, overviewOf(note), () => glossaryOf(note.reading.rulebook.compiled), { position: params.position, by }, client().snippets) : [];
  });

  connection.languages.inlayHint.on(async ({ textDocument, range }) => {
    const note = client().acronyms === 'shown' ? await opened(textDocument.uri) : null;
    return note ? hintsIn(note, glossaryOf(note.reading.rulebook.compiled), range) : [];
  });

  connection.onRequest(OVERVIEW_REQUEST, async ({ uri }: { readonly uri: string }): Promise<RecordPanel | null> => {
    const note = await opened(uri);
    return note ? panelOf(note, overviewOf(note), look(note)) : null;
  });

  connection.onRequest(VOICES_REQUEST, async ({ uri }: { readonly uri: string }): Promise<RecordVoices | null> => {
    const note = await opened(uri);
    return note ? voicesOf(note, overviewOf(note)) : null;
  });
}
