/**
 * Files for a server that cannot get at them itself, in a browser or in a folder that is on no disk: it asks, and the
 * editor reads, through whatever file system the folder is in. What the files say is the server's business.
 */
import { FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** What the server asks of a file or folder: whether it is there, its text, or which files lie below it. */
interface FileQuestion {
  readonly uri: string;
  readonly ask: 'exists' | 'text' | 'files' | 'records' | 'rules';
}

export function answerFiles(client: BaseLanguageClient): void {
  client.onRequest('alongside/files', (questions: readonly FileQuestion[]) => Promise.all(questions.map(answer)));
  client.onRequest('alongside/replaceFile', replaceFile);
}

/** A pack has its rules two folders deep; one more, so that what lies too deep can be told. */
const DEEPEST = 3;

async function answer({ uri, ask }: FileQuestion): Promise<boolean | string | null | readonly string[]> {
  const file = Uri.parse(uri);
  switch (ask) {
    case 'exists': return workspace.fs.stat(file).then(() => true, () => false);
    case 'text': return workspace.fs.readFile(file).then((bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), () => null);
    case 'files': return (await filesBelow(file, DEEPEST)).map(String);
    case 'records': return (await filesBelow(file, Infinity)).filter(({ path }) => /\.(?:md|markdown)$/.test(path)).map(String);
    case 'rules': return (await filesBelow(file, Infinity)).filter(({ path }) => path.endsWith('/alongside.yml')).map(String);
  }
}

/** Walked and not searched for: a file system need not know how to search. */
async function filesBelow(folder: Uri, depth: number): Promise<readonly Uri[]> {
  const entries = await workspace.fs.readDirectory(folder).then((found) => found, () => []);
  const found = await Promise.all(entries.map(async ([name, type]): Promise<readonly Uri[]> => {
    const at = Uri.joinPath(folder, name);
    if (type & FileType.File) return [at];
    // A folder that is a link may lead back up.
    return type === FileType.Directory && depth > 1 && !name.startsWith('.') && name !== 'node_modules' ? filesBelow(at, depth - 1) : [];
  }));
  return found.flat();
}

/** Null, or why it could not be written, in a word. */
async function replaceFile({ uri, text }: { readonly uri: string; readonly text: string }): Promise<string | null> {
  const file = Uri.parse(uri);
  try {
    await workspace.fs.createDirectory(Uri.joinPath(file, '..'));
    await workspace.fs.writeFile(file, new TextEncoder().encode(text));
    return null;
  } catch (error) {
    return (error as { code?: string }).code ?? 'Unknown';
  }
}
