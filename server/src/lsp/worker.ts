/**
 * The language server in a web worker. It has no disk: files are the client's, and so are the packs, which it is handed
 * first.
 */
import { version } from '../../../package.json';
import { unpack } from '../rulebook/packs/built-in.js';
import { today } from '../rulebook/today.js';
import { startServer } from './server.js';

/** The worker's own side of what passes between it and the page. */
export interface WorkerScope {
  onmessage: ((message: { readonly data: Uint8Array }) => void) | null;
  postMessage(message: unknown): void;
}

/** Waits for the packs as the first message, and answers once it is ready to be spoken to as a language server. */
export function serveInWorker(scope: WorkerScope): void {
  scope.onmessage = ({ data }) => {
    scope.onmessage = null;
    // A promise that fails says so to nobody; thrown by itself, it ends the waiting of whoever started the worker.
    void serve(scope, data).catch((error: unknown) => setTimeout(() => { throw error; }));
  };
}

async function serve(scope: WorkerScope, packs: Uint8Array): Promise<void> {
  // Not before it is needed: where the server runs in Node, Node's own side of this is in its place.
  const { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } = await import('vscode-languageserver/browser');
  const { unpressed } = await import('../rulebook/packs/pressed.js');
  const builtIn = unpack(unpressed(packs), (bytes) => new TextDecoder('latin1').decode(bytes));
  startServer(createConnection(ProposedFeatures.all, new BrowserMessageReader(scope as never), new BrowserMessageWriter(scope as never)), builtIn, null, today, version);
  scope.postMessage('ready');
}
