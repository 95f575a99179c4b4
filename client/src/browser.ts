/**
 * The extension in a browser (vscode.dev): how the language server is started, as a web worker in the same page. What a
 * record says goes to that worker and no further.
 */
import { Uri, workspace, type ExtensionContext } from 'vscode';
import { offerAlongside } from './alongside.js';

export async function activate(context: ExtensionContext): Promise<void> {
  // Not before it is needed: on the desktop Node's own side of this is in its place.
  const { BrowserMessageReader, BrowserMessageWriter, LanguageClient, State } = await import('vscode-languageclient/browser');
  offerAlongside(context, (options) => {
    let worker: WebWorker | undefined;
    const client = new LanguageClient('alongside', 'Alongside', async () => {
      worker = await startWorker(Uri.joinPath(context.extensionUri, 'dist'));
      return { reader: new BrowserMessageReader(worker as never), writer: new BrowserMessageWriter(worker as never) };
    }, options);
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Stopped || newState === State.StartFailed) worker?.terminate();
    });
    return client;
  });
}

/** As much of a worker as is used here; Node's types, which the rest of the extension has, know none. */
interface WebWorker {
  onmessage: (() => void) | null;
  onerror: ((error: { readonly message: string }) => void) | null;
  postMessage(message: unknown): void;
  terminate(): void;
}

declare const Worker: new (url: string, options: { readonly name: string }) => WebWorker;

/** The server, and what it loads when it needs it. */
const PROGRAM = 'server-core.js';
const PARTS = [PROGRAM, 'pressed-chunk.js', 'yaml-chunk.js', 'plain-english-chunk.js', 'exchange-chunk.js'];

/**
 * An extension may lie on another site than the page, where a worker cannot be loaded from: so its files are read as
 * any file is, and the worker begins with all of them, each a function that `require` calls when it is first wanted.
 */
async function startWorker(folder: Uri): Promise<WebWorker> {
  const read = (name: string): Thenable<Uint8Array<ArrayBuffer>> => workspace.fs.readFile(Uri.joinPath(folder, name)) as Thenable<Uint8Array<ArrayBuffer>>;
  const [packs, ...sources] = await Promise.all([read('packs.lzma'), ...PARTS.map(read)]);
  const program = new Blob([
    'const parts = {',
    ...PARTS.flatMap((name, at) => [`"./${name}": function (module, exports, require) {\n`, sources[at], '\n},\n']),
    '}, loaded = {};\n',
    'function load(name) { if (!loaded[name]) { loaded[name] = { exports: {} }; parts[name](loaded[name], loaded[name].exports, load); } return loaded[name].exports; }\n',
    `load("./${PROGRAM}").serveInWorker(self);\n`,
  ], { type: 'text/javascript' });
  const url = URL.createObjectURL(program);
  const worker = new Worker(url, { name: 'Alongside' });
  try {
    await new Promise<void>((resolve, reject) => {
      worker.onmessage = () => resolve();
      worker.onerror = ({ message }) => reject(new Error(`The language server could not be started: ${message}`));
      worker.postMessage(packs);
    });
  } catch (error) {
    worker.terminate();
    throw error;
  } finally {
    URL.revokeObjectURL(url);
    worker.onmessage = null;
    worker.onerror = null;
  }
  return worker;
}
