/**
 * The real language server, one message at a time: what is sent to it, and what it sends, waits until a test hands it
 * over. Files live in a map.
 */
import { AbstractMessageReader, AbstractMessageWriter, type DataCallback, type Message, type MessageWriter } from 'vscode-jsonrpc';
import { createConnection } from 'vscode-languageserver/node';
import type { ClientCapabilities } from 'vscode-languageserver-protocol';
import type { Files } from '../../server/src/lsp/files.js';
import { startServer } from '../../server/src/lsp/server.js';
import type { CompiledRules } from '../../server/src/engine/rule-set.js';
import { changeIn } from './memory-files.js';

/** As JSON-RPC has them. */
export interface Told {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

export interface SteppedServer {
  /** Files on the server's disk, by path. */
  readonly files: Map<string, string>;
  send(message: Told): void;
  /** Hands the server the next message; whether there was one. */
  deliver(): boolean;
  /** The next message that the server sent. */
  receive(): Told | undefined;
  stop(): void;
}

/** `listing` is waited for whenever the server lists a folder. */
export function steppedServer(packs: CompiledRules, listing: () => Promise<void>): SteppedServer {
  const [up, down]: [Told[], Told[]] = [[], []];
  let hand: DataCallback = () => {};
  class Reader extends AbstractMessageReader {
    listen(callback: DataCallback): { dispose(): void } {
      // As the readers of streams do: what is thrown here ends nothing (a late cancelling may find its request gone).
      hand = (message) => {
        try {
          callback(message);
        } catch (thrown) {
          this.fireError(thrown);
        }
      };
      return { dispose: () => (hand = () => {}) };
    }
  }
  class Writer extends AbstractMessageWriter implements MessageWriter {
    async write(message: Message): Promise<void> {
      down.push(JSON.parse(JSON.stringify(message)) as Told);
    }
    end(): void {}
  }
  const files = new Map<string, string>();
  const under = (folder: string): string[] => [...files.keys()].filter((path) => path.startsWith(`${folder}/`)).sort();
  const disk: Files = {
    exists: (path) => files.has(path),
    read: (path) => files.get(path) ?? null,
    list: under,
    real: (path) => path,
    async find(folder, kind) {
      await listing();
      return under(folder).filter((path) => path.endsWith(kind === 'records' ? '.md' : '/alongside.yml'));
    },
    change: changeIn(files),
  };
  const connection = createConnection(new Reader(), new Writer());
  startServer(connection, packs, disk, () => '2026-05-04', '0.0.0');
  return {
    files,
    send: (message) => void up.push({ jsonrpc: '2.0', ...message } as Told),
    deliver() {
      const message = up.shift();
      if (message) hand(message as unknown as Message);
      return message !== undefined;
    },
    receive: () => down.shift(),
    stop: () => connection.dispose(),
  };
}

/** Lets all that waits for nothing else be done. */
export function turn(): Promise<void> {
  return new Promise((resolve) => { setImmediate(resolve); });
}

export const PULLS: ClientCapabilities = {
  textDocument: { diagnostic: { relatedInformation: true }, codeAction: { dataSupport: true } },
  workspace: { diagnostics: { refreshSupport: true }, workspaceEdit: { documentChanges: true } },
};
