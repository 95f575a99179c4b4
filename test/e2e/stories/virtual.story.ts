/** Records that are on no disk: in a file system that only the editor knows, as a repository on vscode.dev is. */
import assert from 'node:assert/strict';
import { commands, Disposable, EventEmitter, FileSystemError, FileType, Uri, workspace, type FileChangeEvent, type FileStat, type FileSystemProvider } from 'vscode';
import { actionOn, closeAll, codeOf, findingOn, gone, seen, show } from './editor.js';
import { ENGAGEMENT, OURS, PLAIN } from './expected.js';

const RULE = OURS.yaml.split('\n').slice(1).map((line) => line.slice(4)).join('\n');

describe('a folder that is on no disk', () => {
  let files: Map<string, Uint8Array>;
  let mounted: Disposable;
  before(() => {
    files = new Map([
      ['/team/alongside.yml', `extends: ./shared/alongside.yml\nrules:\n  ${ENGAGEMENT.rule}: off\n`],
      ['/team/shared/alongside.yml', 'packs: [family-valued, ./our-rules]\n'],
      ['/team/shared/our-rules/ours/biscuits.yml', RULE],
      ['/team/visits/friday.md', `# Visit\n\nDad ${ENGAGEMENT.words} last week. Nana will ${PLAIN.words} the crib sheet before the ${OURS.words}.\n`],
    ].map(([path, text]) => [path, new TextEncoder().encode(text)]));
    mounted = workspace.registerFileSystemProvider('memfs', inMemory(files));
  });
  after(async () => {
    await closeAll();
    mounted.dispose();
  });

  it('has its own rules file, with what that builds on and its pack, and keeps what is set aside', async () => {
    const record = await show(await workspace.openTextDocument(Uri.parse('memfs:/team/visits/friday.md')));
    const { range } = await seen(record, PLAIN.words);
    assert.equal(codeOf(await seen(record, OURS.words)), OURS.title);
    assert.equal(findingOn(record, ENGAGEMENT.words), undefined);

    const { command } = await actionOn(record, range, ({ title }) => title === 'Leave this as it is…');
    const left = await commands.executeCommand('alongside.leaveAsItIs', { ...command?.arguments?.[0], reason: 'Their own word' });
    await gone(record, PLAIN.words);
    assert.match(new TextDecoder().decode(files.get('/team/.alongside/set-aside.yml')), /visits\/friday\.md[^]*reason: Their own word/);
    await commands.executeCommand('alongside.takeBack', left);
    await seen(record, PLAIN.words);
  });
});

/** Files by path; folders are there where a file lies in them. */
function inMemory(files: Map<string, Uint8Array>): FileSystemProvider {
  const changed = new EventEmitter<FileChangeEvent[]>();
  const below = ({ path }: Uri): string[] => [...files.keys()].filter((file) => file.startsWith(`${path.replace(/\/$/, '')}/`));
  const found = (uri: Uri): Uint8Array => {
    const content = files.get(uri.path);
    if (!content) throw FileSystemError.FileNotFound(uri);
    return content;
  };
  const stat = (type: FileType, size: number): FileStat => ({ type, size, ctime: 0, mtime: 0 });
  return {
    onDidChangeFile: changed.event,
    watch: () => new Disposable(() => undefined),
    stat: (uri) => (below(uri).length > 0 ? stat(FileType.Directory, 0) : stat(FileType.File, found(uri).length)),
    readDirectory: (uri) => {
      const names = below(uri).map((file) => file.slice(uri.path.replace(/\/$/, '').length + 1).split('/'));
      return [...new Map(names.map(([name, ...inside]) => [name, inside.length > 0 ? FileType.Directory : FileType.File]))];
    },
    createDirectory: () => undefined,
    readFile: found,
    writeFile: ({ path }, content) => void files.set(path, content),
    delete: ({ path }) => void files.delete(path),
    rename: () => { throw FileSystemError.NoPermissions(); },
  };
}
