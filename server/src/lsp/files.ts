/**
 * Files as the server has them: on its own disk, and those that only the client can get at (a virtual file system, or
 * any where the server runs in a browser), which it asks the client for. Nothing is kept of what a client answers.
 */
import type { Connection } from 'vscode-languageserver';
import { isVirtual } from '../rulebook/files/paths.js';
import type { ChangeFile } from '../rulebook/files/change.js';
import type { FileHost } from '../rulebook/files/file-host.js';
import { pathOf, uriOf } from './documents.js';

export interface Files extends FileHost {
  readonly find: FindFiles;
  readonly change: ChangeFile;
}

/** Absolute paths of the files of a kind below a folder. */
export type FindFiles = (folder: string, kind: 'records' | 'rules') => Promise<readonly string[]>;

/** The server asks the client: a list of `FileQuestion` in, their answers out. */
export const FILES_REQUEST = 'alongside/files';
/** The server has the client write a file: `{ uri, text }` in; null, or why it could not be written, out. */
export const REPLACE_REQUEST = 'alongside/replaceFile';

/** Whether there is such a file or folder (boolean); a file's text (or null); the uris of files three folders deep, of records, or of rules files, below a folder. */
export interface FileQuestion {
  readonly uri: string;
  readonly ask: 'exists' | 'text' | 'files' | 'records' | 'rules';
}

/** `own` is null where the server has no disk; `offered` says whether the client answers. */
export function filesOf(connection: Connection, own: Files | null, offered: () => boolean): Files {
  const theirs = clientFiles(connection, offered);
  const at = (path: string): Files => (own && !isVirtual(path) ? own : theirs);
  return {
    exists: (path) => at(path).exists(path),
    read: (path) => at(path).read(path),
    list: (folder) => at(folder).list(folder),
    real: (path) => at(path).real(path),
    whenKnown: theirs.whenKnown,
    find: (folder, kind) => at(folder).find(folder, kind),
    change: (path, make) => at(path).change(path, make),
  };
}

function clientFiles(connection: Connection, offered: () => boolean): Files & Required<Pick<FileHost, 'whenKnown'>> {
  /** What is known to the work that is being done, and what it has asked in vain. */
  let underway: { readonly known: ReadonlyMap<string, unknown>; readonly wanted: Map<string, FileQuestion> } | null = null;
  const ask = (questions: readonly FileQuestion[]): Promise<readonly unknown[]> => connection.sendRequest(FILES_REQUEST, questions);
  const paths = (uris: unknown): readonly string[] => (uris as readonly string[]).map(pathOf).filter((path) => path !== null).sort();
  const answered = <T>(question: FileQuestion, instead: T): T => {
    if (!offered()) return instead;
    if (!underway) throw new Error('A file of the client was asked for outside of whenKnown.');
    const key = `${question.ask} ${question.uri}`;
    if (!underway.known.has(key)) underway.wanted.set(key, question);
    return (underway.known.get(key) ?? instead) as T;
  };
  const exists = (path: string): boolean => answered({ ask: 'exists', uri: uriOf(path) }, false);
  const read = (path: string): string | null => answered<string | null>({ ask: 'text', uri: uriOf(path) }, null);
  const whenKnown = async <T>(work: () => T): Promise<T> => {
    const known = new Map<string, unknown>();
    for (;;) {
      const wanted = new Map<string, FileQuestion>();
      underway = { known, wanted };
      try {
        const made = work();
        if (wanted.size === 0) return made;
      } finally {
        underway = null;
      }
      const answers = await ask([...wanted.values()]);
      [...wanted.keys()].forEach((key, at) => known.set(key, answers[at]));
    }
  };
  return {
    exists,
    read,
    list: (folder) => paths(answered({ ask: 'files', uri: uriOf(folder) }, [])),
    // What links there are is not for us to see.
    real: (path) => (exists(path) ? path : null),
    whenKnown,
    find: async (folder, kind) => (offered() ? paths((await ask([{ ask: kind, uri: uriOf(folder) }]))[0]) : []),
    async change(path, make) {
      if (!offered()) throw new Error('No client writes files for the server.');
      const text = await whenKnown(() => make(read(path)));
      if (text === null) return;
      const refused = await connection.sendRequest<string | null>(REPLACE_REQUEST, { uri: uriOf(path), text });
      if (refused !== null) throw Object.assign(new Error('The client could not write a file.'), { code: refused });
    },
  };
}
