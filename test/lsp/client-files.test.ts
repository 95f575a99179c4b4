/** Files that only the client can get at: in a virtual file system, or anywhere where the server runs in a browser. */
import assert from 'node:assert/strict';
import { pathOf, uriOf } from '../../server/src/lsp/documents.js';
import { languageClient, PULLING, words, type TestClient } from '../support/language-client.js';

const NOTE = 'vscode-vfs://github/team/visits/friday.md';
const RULES = 'vscode-vfs://github/team/alongside.yml';
const TEXT = 'Dad failed to engage. We met before the biscuit meeting.\n';
const OFFERED = { files: 'client', setAside: 'client' };
const FILES = {
  [RULES]: 'extends: ./shared/alongside.yml\nrules:\n  label/engagement: off\n',
  'vscode-vfs://github/team/shared/alongside.yml': 'packs: [family-valued, ./our-rules]\n',
  'vscode-vfs://github/team/shared/our-rules/ours/biscuits.yml': 'title: A meeting only we know\nwhy: Families should not have to ask what a meeting is for.\nentries:\n  - avoid: |\n      biscuit meeting\n    ask: What is decided there?\nexamples:\n  raise: |\n    We will hear after the [[biscuit meeting]].\n  leave: |\n    We will hear after the meeting.\n',
};

describe('files of the client', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  const begin = async (options: object = OFFERED, files: Readonly<Record<string, string>> = FILES): Promise<void> => {
    client = await languageClient(PULLING, options, ['vscode-vfs://github/team']);
    for (const [uri, text] of Object.entries(files)) client.theirs.set(uri, text);
    client.open(NOTE, TEXT);
  };
  const raised = async (): Promise<readonly string[]> => (await client.pull(NOTE)).items.map(({ code, range }) => `${String(code)}: ${words(TEXT, range)}`);

  it('hold the rules for a record, with what they build on and packs of their own', async () => {
    await begin();
    assert.deepEqual(await raised(), ['ours/biscuits: biscuit meeting']);
  });

  it('are asked for together, and no more than are needed', async () => {
    await begin();
    client.theirs.set('vscode-vfs://github/team/visits/other.md', 'Not to be read.');
    await client.pull(NOTE);
    assert.deepEqual(client.asked.filter(({ ask }) => ask === 'text').map(({ uri }) => uri).filter((uri) => uri.endsWith('.md')), []);
    client.asked.length = 0;
    client.change(NOTE, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: 'Oh. ' });
    await client.pull(NOTE);
    assert.deepEqual(client.asked, [], 'nothing is asked again while somebody writes');
  });

  it('are asked for afresh when one of them changed', async () => {
    await begin();
    await client.pull(NOTE);
    client.theirs.set(RULES, 'packs: [family-valued]\n');
    client.saved(RULES);
    await client.refreshed();
    assert.deepEqual(await raised(), ['label/engagement: failed to engage']);
  });

  it('are left alone where the client does not offer them', async () => {
    await begin({});
    assert.deepEqual(await raised(), ['label/engagement: failed to engage']);
    assert.deepEqual(client.asked, []);
  });

  it('are not mixed up with the disk', async () => {
    await begin();
    client.files.set('/team/alongside.yml', FILES[RULES]);
    client.theirs.set('file:///team/alongside.yml', 'packs: []\n');
    client.open('file:///team/note.md', TEXT);
    await client.pull('file:///team/note.md');
    assert.deepEqual(client.asked, []);
  });

  it('take what is set aside, and give it back', async () => {
    await begin(OFFERED, {});
    const { items: [finding] } = await client.pull(NOTE);
    const left = await client.command('alongside.leaveAsItIs', { uri: NOTE, rule: 'label/engagement', range: finding.range, reason: 'Court wording' });
    assert.match(client.theirs.get('vscode-vfs://github/team/.alongside/set-aside.yml') ?? '', /visits\/friday\.md[^]*reason: Court wording/);
    assert.deepEqual(await raised(), []);
    await client.command('alongside.takeBack', left);
    assert.deepEqual(await raised(), ['label/engagement: failed to engage']);
  });

  it('that cannot be written are told, and nothing is changed', async () => {
    client = await languageClient(PULLING, OFFERED, ['memfs:/read-only']);
    const note = 'memfs:/read-only/note.md';
    client.open(note, TEXT);
    const { items: [finding] } = await client.pull(note);
    const left = await client.command('alongside.leaveAsItIs', { uri: note, rule: 'label/engagement', range: finding.range, reason: 'Court wording' });
    assert.deepEqual(left, { kind: 'not', message: 'memfs:/read-only/.alongside/set-aside.yml could not be written (NoPermissions), so nothing was changed.' });
  });

  it('show what an edit of the rules does to the records', async () => {
    await begin();
    client.theirs.set(NOTE, TEXT);
    client.open(RULES, 'packs: [family-valued]\n');
    const preview = await client.request('alongside/preview', { uri: RULES }) as { readonly records: number; readonly gained: readonly { readonly words: string }[]; readonly lost: readonly { readonly words: string }[] };
    assert.deepEqual([preview.records, preview.gained.map((one) => one.words), preview.lost.map((one) => one.words)], [1, ['failed to engage'], ['biscuit meeting']]);
  });
});

describe('paths of documents', () => {
  const cases: readonly (readonly [uri: string, path: string | null])[] = [
    ['file:///records/a%20b.md', '/records/a b.md'],
    ['memfs:/a/%C3%A9.md', 'memfs:/a/é.md'],
    ['vscode-vfs://github/team/a.md', 'vscode-vfs://github/team/a.md'],
    ['vscode-remote://127.0.0.1:8080/w/a.md', 'vscode-remote://127.0.0.1:8080/w/a.md'],
    ['untitled:Untitled-1', null],
    ['git:/records/a.md?%7B%22ref%22%3A%22HEAD%22%7D', null],
  ];
  for (const [uri, path] of cases) {
    it(uri, () => {
      assert.equal(pathOf(uri), path);
      if (path !== null) assert.equal(pathOf(uriOf(path)), path);
    });
  }
});
