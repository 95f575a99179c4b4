/**
 * The language server's part for whoever writes rules: which files are rules files, and the answers to what an editor
 * asks about one. It registers requests that only rules files have; what records have too, the server passes on.
 */
import { CodeLensRefreshRequest, ResponseError, ErrorCodes, type CodeAction, type CodeLens, type CodeLensParams, type CompletionItem, type CompletionParams, type Connection, type Diagnostic, type DocumentSymbol, type DocumentSymbolParams, type Hover, type Position, type Range, type ServerCapabilities, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { toLf } from '../../engine/note/line-ends.js';
import { CATEGORIES } from '../../engine/rule.js';
import type { CompiledRules } from '../../engine/rule-set.js';
import { whenKnown, type FileHost } from '../../rulebook/files/file-host.js';
import { folderOf } from '../../rulebook/files/paths.js';
import { createReader, type Reader } from '../../rulebook/reader.js';
import { RULEBOOK_FILE, type Rulebook } from '../../rulebook/rulebook.js';
import type { FileKind } from '../../rulebook/yaml/tree.js';
import { isSidecar } from '../../set-aside/place.js';
import { pathOf } from '../documents.js';
import { completionsAt } from './completion.js';
import { watchEffects } from './effects.js';
import type { FindFiles } from '../files.js';
import { rulePage } from './explain.js';
import { exactActions, mendActions } from './fixes.js';
import { rulesHoverAt } from './hover.js';
import { lensesOf, withEffect, type LensData } from './lenses.js';
import { definitionOf, extendedAt, outlineOf, referencesTo, renameEdit, ruleAt } from './navigation.js';
import { PREVIEW_REQUEST, previewOf, type Preview } from './preview.js';

/** The text of a rule that ships, for clients that show it: `{ rule: id }` in, Markdown out. */
const RULE_REQUEST = 'alongside/rule';

export interface RulesFiles {
  readonly capabilities: ServerCapabilities;
  completions(params: CompletionParams): Promise<CompletionItem[]>;
  outline(params: DocumentSymbolParams): Promise<DocumentSymbol[]>;
  lenses(params: CodeLensParams): Promise<CodeLens[]>;
  hover(document: TextDocument, position: Position): Promise<Hover | null>;
  actions(document: TextDocument, range: Range, diagnostics: readonly Diagnostic[]): readonly CodeAction[];
  /** Rules or files have changed: in the editor, or on disk. */
  changed(what: 'open' | 'saved'): void;
}

export interface Surroundings {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly builtIn: CompiledRules;
  readonly disk: FileHost;
  /** Files as they stand in the editor. */
  readonly open: FileHost;
  readonly reader: Reader;
  readonly today: () => string;
  readonly find: FindFiles;
  /** What the client can do; asked after it has said so. */
  readonly client: () => RulesClient;
}

export interface RulesClient {
  /** `commands`: it shows places, previews and rules that ship when it is asked to. */
  readonly rules: 'commands' | 'plain';
  readonly snippets: 'filled' | 'plain';
  readonly beside: 'shown' | 'none';
  readonly lenses: 'refreshed' | 'kept';
  readonly folders: readonly string[];
}

/** Whether a file is in YAML, so no record. */
export function isYaml(uri: string): boolean {
  return /\.ya?ml$/.test(uri);
}

/** Whether a change of this file may change rules: which files in YAML hold any, only a rulebook knows; what is set aside holds none. */
export function mayHoldRules(uri: string): boolean {
  return isYaml(uri) && !isSidecar(uri);
}

export function rulesFiles({ connection, documents, builtIn, disk, open, reader, today, find, client }: Surroundings): RulesFiles {
  const effects = watchEffects({ open: reader, saved: createReader(builtIn, disk, null, today), files: open, find });

  /** A rules file that is open, with the rulebook it belongs to; null for other files. */
  const opened = async (uri: string): Promise<Opened | null> => {
    const document = documents.get(uri);
    const path = pathOf(uri);
    if (!document || path === null || !mayHoldRules(uri)) return null;
    const rulebook = await reader.rulebookFor(path);
    if (path.endsWith(`/${RULEBOOK_FILE}`)) return { document, path, rulebook, kind: 'rulebook', ownId: null };
    const ownId = idOf(path);
    return ownId && rulebook.files.includes(path) ? { document, path, rulebook, kind: 'rule', ownId } : null;
  };
  const allRulesFiles = async (path: string): Promise<readonly string[]> => {
    const folders = client().folders.length > 0 ? client().folders : [folderOf(path)];
    return [...new Set([path, ...(await Promise.all(folders.map((folder) => find(folder, 'rules')))).flat()])].filter((file) => file.endsWith(`/${RULEBOOK_FILE}`));
  };

  connection.onDefinition(async ({ textDocument, position }) => {
    const file = await opened(textDocument.uri);
    if (!file) return null;
    const offset = file.document.offsetAt(position);
    const rule = ruleAt(file.document.getText(), offset, file.kind, file.ownId);
    return whenKnown(open, () => (rule ? definitionOf(rule.text, file.rulebook, open, client().rules) : extendedAt(file.document.getText(), offset, file.path, open)));
  });

  connection.onReferences(async ({ textDocument, position }) => {
    const file = await opened(textDocument.uri);
    const rule = file && ruleAt(file.document.getText(), file.document.offsetAt(position), file.kind, file.ownId);
    if (!file || !rule) return [];
    const files = await allRulesFiles(file.path);
    return whenKnown(open, () => [...referencesTo(rule.text, files, open)]);
  });

  connection.onPrepareRename(async ({ textDocument, position }) => {
    const file = await opened(textDocument.uri);
    const rule = file?.kind === 'rulebook' ? ruleAt(file.document.getText(), file.document.offsetAt(position), file.kind, null) : null;
    if (!file || !rule) return null;
    if (!file.rulebook.written?.own.some((own) => own.rule.id === rule.text)) throw refusal(`${rule.text} is not a rule of this team’s own, so its name cannot be changed here.`);
    return { range: { start: file.document.positionAt(rule.start), end: file.document.positionAt(rule.end) }, placeholder: rule.text };
  });

  connection.onRenameRequest(async ({ textDocument, position, newName }) => {
    const file = await opened(textDocument.uri);
    const rule = file && ruleAt(file.document.getText(), file.document.offsetAt(position), file.kind, null);
    if (!file || !rule) return null;
    const [category, name, ...more] = newName.split('/');
    if (!(CATEGORIES as readonly string[]).includes(category) || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name ?? '') || more.length > 0) throw refusal(`A rule is called “category/name” in small letters, such as ours/thresholds. Categories: ${CATEGORIES.join(', ')}.`);
    if (file.rulebook.compiled.rules.some(({ id }) => id === newName)) throw refusal(`There is already a rule called ${newName}.`);
    const own = file.rulebook.written?.own.find((one) => one.rule.id === rule.text)?.file ?? null;
    const folders = client().folders.length > 0 ? client().folders : [folderOf(file.path)];
    const records = [...new Set((await Promise.all(folders.map((folder) => find(folder, 'records')))).flat())];
    const files = await allRulesFiles(file.path);
    return whenKnown(open, () => renameEdit(rule.text, newName, files, records, own, open));
  });

  connection.onCodeLensResolve(async (lens, token) => {
    const file = await opened((lens.data as LensData).uri);
    const effect = file && (await effects.of(rulebookPath(file), token));
    return file ? withEffect(lens, effect, file.rulebook, client().rules) : lens;
  });

  connection.onRequest(PREVIEW_REQUEST, async ({ uri }: { readonly uri: string }, token): Promise<Preview | null> => {
    const file = await opened(uri);
    const effect = file && (await effects.of(rulebookPath(file), token));
    return file && effect ? whenKnown(open, () => previewOf(rulebookPath(file), effect, file.rulebook, open)) : null;
  });

  connection.onRequest(RULE_REQUEST, ({ rule }: { readonly rule: string }): string | null => {
    const found = builtIn.rules.find(({ id }) => id === rule);
    return found ? rulePage(found) : null;
  });

  return {
    capabilities: {
      completionProvider: { triggerCharacters: ['/', ' ', '{', '['] },
      definitionProvider: true,
      referencesProvider: true,
      documentSymbolProvider: { label: 'Alongside' },
      renameProvider: { prepareProvider: true },
      codeLensProvider: { resolveProvider: true },
    },
    async completions({ textDocument, position, context }) {
      const file = await opened(textDocument.uri);
      return file ? [...completionsAt(file.document, position, context?.triggerCharacter ?? null, file.kind, file.rulebook, client())] : [];
    },
    async outline({ textDocument }) {
      const file = await opened(textDocument.uri);
      return file ? [...outlineOf(file.document, file.kind)] : [];
    },
    async lenses({ textDocument }) {
      const file = await opened(textDocument.uri);
      return file ? [...lensesOf(file.document, file.kind, file.ownId, file.rulebook, client().rules)] : [];
    },
    async hover(document, position) {
      const file = await opened(document.uri);
      const records = documents.all().filter(({ uri }) => !isYaml(uri)).map((record) => toLf(record.getText()));
      return file ? rulesHoverAt(document, position, file.kind, file.rulebook, records) : null;
    },
    actions: (document, range, diagnostics) => [...mendActions(document, diagnostics), ...exactActions(document, range, document.uri.endsWith(`/${RULEBOOK_FILE}`) ? 'rulebook' : 'rule')],
    changed(what) {
      effects.forget(what);
      if (client().lenses === 'refreshed' && documents.keys().some(mayHoldRules)) void connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
    },
  };
}

interface Opened {
  readonly document: TextDocument;
  readonly path: string;
  readonly rulebook: Rulebook;
  readonly kind: FileKind;
  /** The rule a file of a pack is. */
  readonly ownId: string | null;
}

/** The rules file whose records are read: of a pack's rule, the one that names the pack. */
function rulebookPath({ path, kind, rulebook }: Opened): string {
  return kind === 'rulebook' ? path : rulebook.files[0];
}

function idOf(path: string): string | null {
  const [name, category] = path.replace(/\.yml$/, '').split('/').reverse();
  return (CATEGORIES as readonly string[]).includes(category) ? `${category}/${name}` : null;
}

function refusal(message: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidRequest, message);
}
