/**
 * A language client in this process, wired to the real server over in-memory streams. Files live in a map.
 */
import { PassThrough } from 'node:stream';
import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import type { ClientCapabilities, Range } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Files } from '../../server/src/lsp/files.js';
import { startServer } from '../../server/src/lsp/server.js';
import { BUILT_IN } from './built-in.js';
import { connect, PULLING, type ConnectedClient } from './connected-client.js';
import { changeIn } from './memory-files.js';

export { PULLING };

export interface TestClient extends ConnectedClient {
  /** Files on the server's disk, by path. */
  readonly files: Map<string, string>;
  /** Makes it another day, an ISO date. */
  day(date: string): void;
}

export async function languageClient(capabilities: ClientCapabilities = PULLING, initializationOptions?: unknown, folders: readonly string[] = []): Promise<TestClient> {
  const [up, down] = [new PassThrough(), new PassThrough()];
  let today = '2026-05-04';
  const files = new Map<string, string>();
  const disk: Files = {
    exists: (path: string) => files.has(path),
    read: (path: string) => files.get(path) ?? null,
    list: (folder: string) => [...files.keys()].filter((path) => path.startsWith(`${folder}/`)).sort(),
    real: (path: string) => path,
    find: async (folder, kind) => [...files.keys()].filter((path) => path.startsWith(`${folder}/`) && path.endsWith(kind === 'records' ? '.md' : '/alongside.yml')).sort(),
    change: changeIn(files),
  };
  const serverSide = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
  startServer(serverSide, BUILT_IN, disk, () => today, '0.0.0');
  const client = await connect(new StreamMessageReader(down), new StreamMessageWriter(up), capabilities, initializationOptions, folders);
  return {
    ...client,
    files,
    day: (date) => void (today = date),
    stop() {
      client.stop();
      serverSide.dispose();
    },
  };
}

/** The words a range covers. */
export function words(text: string, range: Range): string {
  const document = TextDocument.create('', '', 0, text);
  return text.slice(document.offsetAt(range.start), document.offsetAt(range.end));
}
