/**
 * Files that only a client can get at, by uri: it answers what the server asks about them. Whether it offers to is said
 * elsewhere.
 */
import type { ProtocolConnection } from 'vscode-languageserver-protocol/node';
import { FILES_REQUEST, REPLACE_REQUEST, type FileQuestion } from '../../server/src/lsp/files.js';

export interface ClientFiles {
  readonly theirs: Map<string, string>;
  /** What the server asked, since this was last emptied. */
  readonly asked: FileQuestion[];
}

/** A file whose uri says `read-only` cannot be written. */
export function answerFiles(client: ProtocolConnection): ClientFiles {
  const theirs = new Map<string, string>();
  const asked: FileQuestion[] = [];
  const answer = (question: FileQuestion): unknown => {
    asked.push(question);
    const below = [...theirs.keys()].filter((uri) => uri.startsWith(`${question.uri.replace(/\/$/, '')}/`));
    switch (question.ask) {
      case 'exists': return theirs.has(question.uri) || below.length > 0;
      case 'text': return theirs.get(question.uri) ?? null;
      case 'files': return below;
      case 'records': return below.filter((uri) => uri.endsWith('.md'));
      case 'rules': return below.filter((uri) => uri.endsWith('/alongside.yml'));
    }
  };
  client.onRequest(FILES_REQUEST, (questions: readonly FileQuestion[]) => questions.map(answer));
  client.onRequest(REPLACE_REQUEST, ({ uri, text }: { readonly uri: string; readonly text: string }) => {
    if (uri.includes('read-only')) return 'NoPermissions';
    theirs.set(uri, text);
    return null;
  });
  return { theirs, asked };
}
