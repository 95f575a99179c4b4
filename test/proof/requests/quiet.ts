/** A second server that is asked one thing at a time, of records it has just been shown: what it answers is right. */
import type { CompiledRules } from '../../../server/src/engine/rule-set.js';
import { PULLS, steppedServer, turn } from '../../support/stepped-server.js';
import { RULES_FILE } from './editor.js';
import type { Opened } from './log.js';

export interface Quiet {
  /** The result for these rules, with this record open, or none. */
  answer(rules: string | null, record: Opened | null, uri: string, method: string, params: unknown): Promise<unknown>;
  stop(): void;
}

export async function quietServer(packs: CompiledRules): Promise<Quiet> {
  const server = steppedServer(packs, async () => {});
  let id = 0;
  let held: string | null = null;
  const answerTo = async (method: string, params: unknown): Promise<unknown> => {
    server.send({ id: ++id, method, params });
    for (;;) {
      while (server.deliver()) await turn();
      for (let message = server.receive(); message; message = server.receive()) {
        if (message.id !== id || message.method !== undefined) continue;
        if (message.error) throw new Error(`${method}: ${message.error.message}`);
        return message.result;
      }
      await turn();
    }
  };
  await answerTo('initialize', { processId: null, rootUri: null, capabilities: PULLS, workspaceFolders: [{ uri: 'file:///records', name: 'records' }] });
  return {
    async answer(rules, record, uri, method, params) {
      if (rules !== held) {
        if (rules === null) server.files.delete(RULES_FILE);
        else server.files.set(RULES_FILE, rules);
        held = rules;
        server.send({ method: 'workspace/didChangeWatchedFiles', params: { changes: [{ uri: `file://${RULES_FILE}`, type: 2 }] } });
      }
      if (record) server.send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'markdown', ...record } } });
      const result = await answerTo(method, params);
      if (record) server.send({ method: 'textDocument/didClose', params: { textDocument: { uri } } });
      return result;
    },
    stop: server.stop,
  };
}
