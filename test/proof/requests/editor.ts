/** An editor that does whatever comes into its head, and writes down what it did and what it was answered. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic, Position } from 'vscode-languageserver-protocol';
import type { Next } from '../../support/random.js';
import { PULLS, type SteppedServer, type Told } from '../../support/stepped-server.js';
import type { Asked, Log, Published, Standing } from './log.js';

export interface Editor {
  /** Does something: types, asks, cancels, opens, closes, changes the rules. */
  act(): void;
  /** Takes in the next message of the server; whether there was one. */
  takeIn(): boolean;
  /** Asks for the findings of all that is open. */
  lookAtAll(): void;
  log(): Log;
}

export const RULES_FILE = '/records/alongside.yml';
const RULES_URI = `file://${RULES_FILE}`;
const RECORDS = ['file:///records/visit.md', 'file:///records/letter.md', 'untitled:Untitled-1'] as const;
const METHODS = [
  ...Array.from({ length: 6 }, () => 'textDocument/diagnostic'), 'textDocument/codeAction', 'textDocument/codeAction', 'textDocument/hover', 'textDocument/completion',
  'textDocument/documentSymbol', 'textDocument/foldingRange', 'textDocument/codeLens', 'textDocument/documentLink', 'alongside/overview', 'alongside/voices',
] as const;
const PIECES = [
  'Dad failed to engage with the course. ', 'Her siblings came', ' with Mum. ', 'There was a domestic incident. ', 'hard to reach ', 'A letter was sent on Monday. ', '\n', '\n\n', '\r\n', '# Visit\n', '- ', '“I don’t want that,” Leo said. ', 'panel date ',
  '---\ntype: letter\n---\n', 'Leo (6) ', '😀', 'x', ' ',
] as const;
const RULES = [
  'packs: [family-valued]\n', 'rules:\n  label/engagement: off\n', 'packs: [plain-english]\nnotes:\n  "*.md": { type: letter }\n', 'rules:\n  jargon/siblings:\n    add:\n      - avoid: panel date\n        replace: date of the meeting\n',
  'rules:\n  label/engagement: [\n', 'people:\n  children: [Leo]\nrules:\n  minimising/incident:\n    severity: suggestion\n', '',
] as const;

export function createEditor(server: SteppedServer, next: Next, client: Log['client']): Editor {
  const records = new Map<string, TextDocument>();
  const standing: Standing[] = [{ open: new Map(), saved: null, edited: null }];
  const asked: Asked[] = [];
  const published: Published[] = [];
  const latest = new Map<string, Asked>();
  let rules: TextDocument | null = null;
  let [refreshed, rulesChanged] = [-1, -1];
  const one = <T>(from: readonly T[]): T => from[next(from.length)];
  const notify = (method: string, params: unknown): void => server.send({ method, params });
  const changed = (): void => void standing.push({
    open: new Map([...records].map(([uri, record]) => [uri, { version: record.version, text: record.getText() }])),
    saved: server.files.get(RULES_FILE) ?? null,
    edited: rules?.getText() ?? null,
  });
  const written = (most: number): string => Array.from({ length: next(most) }, () => one(PIECES)).join('');

  /** Several changes at once, each at places of the text that the one before left. */
  const typed = (document: TextDocument, text: () => string): TextDocument => {
    const version = document.version + 1 + next(2);
    const contentChanges = Array.from({ length: 1 + next(2) }, () => {
      const start = next(document.getText().length + 1);
      const end = next(3) === 0 ? Math.min(document.getText().length, start + next(40)) : start;
      const change = next(20) === 0 ? { text: text() } : { range: { start: document.positionAt(start), end: document.positionAt(end) }, text: text() };
      document = TextDocument.update(document, [change], version);
      return change;
    });
    notify('textDocument/didChange', { textDocument: { uri: document.uri, version }, contentChanges });
    return document;
  };
  const open = (uri: string, languageId: string, text: string): TextDocument => {
    const version = 1 + next(3); // at times the very one it had when it was closed
    notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
    return TextDocument.create(uri, languageId, version, text);
  };

  const ask = (method: string, uri: string): void => {
    const previous = method === 'textDocument/diagnostic' && next(4) > 0 ? latest.get(`${uri} ${method}`) ?? null : null;
    const at: Position = { line: next(6), character: next(60) };
    const params = {
      ...(method.startsWith('alongside/') ? { uri } : { textDocument: { uri } }),
      ...(method === 'textDocument/hover' || method === 'textDocument/completion' ? { position: at } : {}),
      ...(method === 'textDocument/codeAction' ? { range: { start: at, end: at }, context: { diagnostics: itemsOf(latest.get(`${uri} textDocument/diagnostic`)), ...(next(3) === 0 ? { only: ['source.fixAll.alongside'] } : {}) } } : {}),
      ...(previous ? { previousResultId: resultIdOf(previous) } : {}),
    };
    server.send({ id: asked.length, method, params });
    asked.push({ method, uri, params, from: standing.length - 1, to: null, cancelled: false, answers: [], previous });
  };

  const onDisk = (): void => {
    if (next(6) === 0) server.files.delete(RULES_FILE);
    else server.files.set(RULES_FILE, one(RULES));
    if (!rules) rulesChanged = standing.length;
    changed();
    notify('workspace/didChangeWatchedFiles', { changes: [{ uri: RULES_URI, type: 2 }] });
  };
  const inEditor = (): void => {
    if (rules === null) rules = open(RULES_URI, 'yaml', server.files.get(RULES_FILE) ?? '');
    else if (next(3) === 0) {
      rules = null;
      notify('textDocument/didClose', { textDocument: { uri: RULES_URI } });
    } else rules = typed(rules, () => one(RULES));
    rulesChanged = standing.length;
    changed();
  };
  const onRecord = (uri: string, what: number): void => {
    const record = records.get(uri);
    if (!record) records.set(uri, open(uri, 'markdown', written(8)));
    else if (what < 3) {
      records.delete(uri);
      notify('textDocument/didClose', { textDocument: { uri } });
    } else records.set(uri, typed(record, () => written(3)));
    changed();
  };

  server.send({ id: 'begin', method: 'initialize', params: { processId: null, rootUri: null, workspaceFolders: [{ uri: 'file:///records', name: 'records' }], capabilities: client === 'asks' ? PULLS : { textDocument: { publishDiagnostics: { relatedInformation: true } }, workspace: { workspaceEdit: { documentChanges: true } } } } });
  notify('initialized', {});

  return {
    act() {
      const what = next(30);
      if (what === 0) onDisk();
      else if (what === 1) inEditor();
      else if (what < 4 && asked.length > 0) {
        const id = asked.length - 1 - next(Math.min(4, asked.length));
        if (asked[id].answers.length === 0) asked[id].cancelled = true;
        notify('$/cancelRequest', { id });
      } else if (what < 16) onRecord(one(RECORDS), next(20));
      else ask(client === 'asks' ? one(METHODS) : one(METHODS.filter((method) => method !== 'textDocument/diagnostic')), one(RECORDS));
    },
    takeIn() {
      const message = server.receive();
      if (message === undefined) return false;
      if (message.method === undefined) {
        const question = asked[message.id as number];
        if (question === undefined) return true;
        question.answers.push(message);
        question.to ??= standing.length - 1;
        if (message.error === undefined) latest.set(`${question.uri} ${question.method}`, question);
      } else if (message.method === 'textDocument/publishDiagnostics') {
        const { uri, version, diagnostics } = message.params as { uri: string; version?: number; diagnostics: Diagnostic[] };
        published.push({ uri, version: version ?? null, diagnostics, at: standing.length - 1 });
      } else if (message.id !== undefined) {
        if (message.method === 'workspace/diagnostic/refresh') refreshed = standing.length - 1;
        server.send({ id: message.id, result: null });
      }
      return true;
    },
    lookAtAll() {
      for (const uri of records.keys()) for (const method of client === 'asks' ? ['textDocument/diagnostic', 'textDocument/documentSymbol'] : ['textDocument/documentSymbol']) ask(method, uri);
    },
    log: () => ({ client, standing, asked, published, refreshed, rulesChanged }),
  };
}

/** The findings that an answer gives, or refers to. */
export function itemsOf(answer: Asked | null | undefined): readonly Diagnostic[] {
  const report = (answer?.answers[0] as Told | undefined)?.result as { readonly kind?: string; readonly items?: readonly Diagnostic[] } | undefined;
  return report?.kind === 'unchanged' ? itemsOf(answer?.previous) : report?.items ?? [];
}

function resultIdOf(answer: Asked): string | undefined {
  return (answer.answers[0]?.result as { readonly resultId?: string } | undefined)?.resultId;
}
