/**
 * Targets that talk to the real language server: bytes on its input, and messages whose parameters are not what the
 * protocol says. Afterwards it must still answer an honest client, and have told nobody what stands in the record.
 */
import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { startServer } from '../../../server/src/lsp/server.js';
import { smallPacks } from '../../support/small-packs.js';
import { PULLS, steppedServer, turn, type SteppedServer, type Told } from '../../support/stepped-server.js';
import type { Target } from './explore.js';

/** Stands in every record, and nowhere else. */
const CANARY = 'Wren Ashdown';
const NOTE = 'file:///records/visit.md';
const RULES = 'file:///records/alongside.yml';
const OPEN = { textDocument: { uri: NOTE, languageId: 'markdown', version: 1, text: `${CANARY} failed to engage. Her siblings came.\n` } };

export function messageTargets(): readonly Target[] {
  return [
    { name: 'frames of JSON-RPC', letters: 'bytes', seeds: [[OPENING, ASKING].map(framed).join('')], words: ['Content-Length: ', 'Content-Length: -1\r\n\r\n', 'Content-Length: 0\r\n\r\n', 'Content-Length: 9999999\r\n\r\n', 'Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n', '\r\n\r\n', '{"jsonrpc":"2.0"', '"id":', '"method":', '"params":', '"result":', '"error":', 'null', '[', ']', '}', '\\u', CANARY, framed(ASKING)], run: isSent },
    { name: 'messages of JSON-RPC', letters: 'text', seeds: METHODS.map((method) => `${method}\nposition.line = 0`), words: [...METHODS.map((method) => `${method}\n`), ...PATHS.map((path) => `\n${path} = `), ' = ', '\n', 'null', '-1', '1e30', '0.5', '{}', '[]', '""', 'true', NOTE, RULES, 'file:///%', 'untitled:x', 'label/engagement', '"more"', '{"line":0,"character":15}'], run: isAsked },
  ];
}

const OPENING: Told = { method: 'textDocument/didOpen', params: OPEN };
const ASKING: Told = { id: 7, method: 'textDocument/diagnostic', params: { textDocument: { uri: NOTE } } };
const METHODS = [
  'initialize', 'initialized', 'shutdown', '$/cancelRequest', '$/setTrace', 'textDocument/didOpen', 'textDocument/didChange', 'textDocument/didClose', 'textDocument/didSave', 'workspace/didChangeWatchedFiles', 'workspace/executeCommand', 'textDocument/diagnostic', 'textDocument/hover', 'textDocument/completion', 'textDocument/codeAction', 'codeAction/resolve', 'textDocument/documentSymbol', 'textDocument/foldingRange', 'textDocument/documentLink', 'textDocument/codeLens', 'textDocument/inlayHint', 'textDocument/definition', 'textDocument/references', 'textDocument/prepareRename', 'textDocument/rename', 'alongside/show', 'alongside/writing', 'alongside/overview', 'alongside/voices', 'alongside/rule', 'alongside/preview',
] as const;
const NOTICE = /^(?:initialized|\$\/.*|(?:textDocument|workspace)\/did.*|alongside\/writing)$/;
const PARAMS = { textDocument: { uri: NOTE, version: 2, languageId: 'markdown', text: 'Her siblings came.\n' }, uri: NOTE, position: { line: 0, character: 15 }, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 30 } }, context: { diagnostics: [] }, contentChanges: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: 'x' }], wish: 'more', sign: { kind: 'paused' }, command: 'alongside.leaveAsItIs', arguments: [{ uri: NOTE, rule: 'label/engagement' }], changes: [{ uri: RULES, type: 2 }], newName: 'label/late', id: 'first', value: 'off', only: ['quickfix'] };
const PATHS = Object.entries(PARAMS).flatMap(([name, value]) => [name, ...(typeof value === 'object' ? Object.keys(value).map((inner) => `${name}.${inner}`) : [])]).concat('range.start.line', 'range.end.character', 'context.diagnostics.0', 'context.only', 'context.triggerCharacter', 'contentChanges.0.range', 'contentChanges.0.text', 'arguments.0.uri', 'arguments.0.range', 'arguments.0.reason', 'changes.0.uri', 'data.uri', 'data.choice');

function framed(message: Told): string {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** What goes wrong behind the back of whoever asked. */
async function quietly(act: () => Promise<void>): Promise<void> {
  const wrong: unknown[] = [];
  const said: string[] = [];
  const note = (thrown: unknown): void => void wrong.push(thrown);
  const { log, warn, error, info } = console;
  const say = (...words: unknown[]): void => void said.push(words.map(String).join(' '));
  process.on('unhandledRejection', note).on('uncaughtException', note);
  Object.assign(console, { log: say, warn: say, error: say, info: say });
  try {
    await act();
    await turn();
  } finally {
    Object.assign(console, { log, warn, error, info });
    process.off('unhandledRejection', note).off('uncaughtException', note);
  }
  assert.deepEqual(wrong, []);
  assert.ok(!said.some((line) => line.includes(CANARY)), `it told the log what stands in the record: ${said.join('\n')}`);
}

/** Bytes on the server's input, in pieces. Where they break off, the connection may be of no more use, and that is all. */
async function isSent(input: string): Promise<void> {
  await quietly(async () => {
    const [up, down] = [new PassThrough(), new PassThrough()];
    let sent = '';
    down.on('data', (bytes: Buffer) => (sent += bytes.toString()));
    const connection = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
    startServer(connection, PACKS, { exists: () => false, read: () => null, list: () => [], real: (path) => path, find: async () => [], change: async () => {} }, () => '2026-05-04', '0.0.0');
    up.write(framed({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: PULLS } }));
    const bytes = Buffer.from(input, 'latin1');
    for (let at = 0; at < bytes.length; at += 97) up.write(bytes.subarray(at, at + 97));
    for (let turns = 0; turns < 12; turns++) await turn();
    assert.match(sent, /"id":1,"result"/, 'the first request is not answered');
    connection.dispose();
    up.destroy();
    down.destroy();
  });
}

/** A message of any content, amid an honest client's. */
async function isAsked(input: string): Promise<void> {
  const message = readMessage(input);
  await quietly(async () => {
    const server = steppedServer(PACKS, async () => {});
    try {
      server.send({ id: 'first', method: 'initialize', params: { processId: null, rootUri: null, capabilities: PULLS, initializationOptions: { setAside: 'client', show: 'few', writing: 'quiet' } } });
      server.send({ method: 'initialized', params: {} });
      server.send(OPENING);
      const isNotice = NOTICE.test(message.method);
      server.send(isNotice ? message : { ...message, id: 'odd' });
      server.send({ method: 'textDocument/didClose', params: { textDocument: { uri: NOTE } } });
      server.send({ ...OPENING, params: { textDocument: { ...OPEN.textDocument, uri: `${NOTE}.md` } } });
      server.send({ ...ASKING, id: 'last', params: { textDocument: { uri: `${NOTE}.md` } } });
      const received = await answersOf(server);
      for (const told of received) if (told.error || told.method === 'window/logMessage') assert.ok(!JSON.stringify(told).includes(CANARY), `told: ${JSON.stringify(told)}`);
      assert.equal(received.filter(({ id, method: asked }) => id === 'odd' && asked === undefined).length, isNotice ? 0 : 1, 'it is not answered once');
      const last = received.find(({ id }) => id === 'last')?.result as { items?: unknown[] } | undefined;
      if (message.method !== 'shutdown') assert.equal(last?.items?.length, 2, `an honest client is answered ${JSON.stringify(last)}`);
    } finally {
      server.stop();
    }
  });
}

async function answersOf(server: SteppedServer): Promise<readonly Told[]> {
  const received: Told[] = [];
  for (let idle = 0; idle < 8; idle++) {
    if (server.deliver()) idle = 0;
    await turn();
    // The server waits a moment for more changes of the rules.
    if (idle === 4) await new Promise((resolve) => { setTimeout(resolve, 1); });
    for (let told = server.receive(); told; told = server.receive()) {
      received.push(told);
      if (told.id !== undefined && told.method !== undefined) server.send({ id: told.id, result: null });
      idle = 0;
    }
  }
  return received;
}

/** A method on the first line; on each of the others, what stands in the parameters in place of what should. */
function readMessage(input: string): { readonly method: string; readonly params: object } {
  const [method, ...lines] = input.split('\n');
  const params = structuredClone(PARAMS) as Record<string, unknown>;
  for (const line of lines) {
    const [path, value = ''] = line.split(' = ');
    const names = path.split('.');
    let at: unknown = params;
    for (const name of names.slice(0, -1)) at = typeof at === 'object' && at !== null && Object.hasOwn(at, name) ? (at as Record<string, unknown>)[name] : null;
    if (typeof at === 'object' && at !== null) Object.defineProperty(at, names[names.length - 1], { value: parsed(value), enumerable: true, configurable: true, writable: true });
  }
  return { method, params };
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value === '' ? undefined : value;
  }
}

const PACKS = smallPacks();
