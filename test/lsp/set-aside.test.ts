/** “Leave this as it is…” over the protocol: a reason in, the finding gone, the sidecar written, the record untouched. */
import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FindingPlace, Left } from '../../server/src/lsp/set-aside.js';
import { languageClient, PULLING, type TestClient } from '../support/language-client.js';

const NOTE = 'file:///records/visits/visit.md';
const SIDECAR = '/records/.alongside/set-aside.yml';
const TEXT = '# Visit\n\nDad failed to engage with the course.\n\nMum failed to engage, too.\n';

describe('leaving something as it is', () => {
  let client: TestClient;
  const start = async (text = TEXT, uri = NOTE): Promise<readonly Diagnostic[]> => {
    client = await languageClient(PULLING, { questions: 'client', setAside: 'client' });
    client.files.set('/records/alongside.yml', '');
    client.open(uri, text);
    return found(uri);
  };
  const found = async (uri = NOTE): Promise<readonly Diagnostic[]> => (await client.pull(uri)).items.filter(({ code }) => code === 'label/engagement');
  const placeOf = async (diagnostic: Diagnostic, uri = NOTE): Promise<FindingPlace> => {
    const action = (await client.actions(uri, [diagnostic])).find(({ title }) => title === 'Leave this as it is…');
    assert.equal(action?.command?.command, 'alongside.setAside');
    return action.command.arguments![0] as FindingPlace;
  };
  const leave = async (place: FindingPlace, more: object = {}): Promise<Left> => (await client.command('alongside.leaveAsItIs', { ...place, reason: 'Court wording', ...more })) as Left;
  afterEach(() => client.stop());

  it('writes the reason beside the record, and shows the finding no more', async () => {
    const [first] = await start();
    const refreshed = client.refreshed();
    const left = await leave(await placeOf(first), { by: 'PS', until: '2026-12-31' });
    await refreshed;
    assert.equal(left.kind, 'aside');
    assert.deepEqual((await found()).map(({ range }) => range.start.line), [4]);
    assert.match(client.files.get(SIDECAR) ?? '', / {2}visits\/visit\.md:\n {4}set-aside:\n {6}- \{ rule: label\/engagement, fingerprint: [0-9a-f]{16}, reason: Court wording, by: PS, until: 2026-12-31 \}\n/);
    assert.doesNotMatch(client.files.get(SIDECAR) ?? '', /failed|course/);
    assert.equal(client.textOf(NOTE), TEXT);
    assert.equal(await client.hover(NOTE, { line: 2, character: 6 }), null);
  });

  it('stays so while the record is edited round it', async () => {
    const [first] = await start();
    await leave(await placeOf(first));
    client.change(NOTE, { range: { start: { line: 2, character: 0 }, end: { line: 2, character: 3 } }, text: 'It is said that he' });
    client.change(NOTE, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: 'Some words before it.\n\n' });
    assert.deepEqual((await found()).map(({ range }) => range.start.line), [6]);
  });

  it('can be taken back', async () => {
    const [first] = await start();
    const left = await leave(await placeOf(first));
    assert.equal((await found()).length, 1);
    assert.equal(await client.command('alongside.takeBack', left), null);
    assert.equal((await found()).length, 2);
    assert.doesNotMatch(client.files.get(SIDECAR) ?? '', /label/);
  });

  it('takes what another writer has put into the sidecar meanwhile', async () => {
    const [first, second] = await start();
    await leave(await placeOf(first));
    const theirs = client.files.get(SIDECAR)!;
    client.files.set('/records/visits/another.md', TEXT);
    client.files.set(SIDECAR, theirs.replace('visits/visit.md', 'visits/another.md'));
    await leave(await placeOf(second));
    assert.match(client.files.get(SIDECAR)!, /visits\/another\.md:[^]*visits\/visit\.md:/);
  });

  it('shows again what is taken out of the file', async () => {
    const [first] = await start();
    await leave(await placeOf(first));
    client.files.delete(SIDECAR);
    const refreshed = client.refreshed();
    client.saved(SIDECAR);
    await refreshed;
    assert.equal((await found()).length, 2);
  });

  it('reads no rules again for it', async () => {
    const [first] = await start();
    await leave(await placeOf(first));
    const read: string[] = [];
    const get = client.files.get.bind(client.files);
    client.files.get = (path) => {
      read.push(path);
      return get(path);
    };
    const refreshed = client.refreshed();
    client.saved(SIDECAR);
    await refreshed;
    assert.equal((await found()).length, 1);
    assert.deepEqual(read, [SIDECAR]);
  });

  const templates: readonly (readonly [what: string, line: string, after: string])[] = [
    ['a paragraph', 'Dad failed to engage with it.  ', 'Dad failed to engage with it. <!-- alongside-disable-line label/engagement reason="“Court” wording" -->  '],
    ['a table', '| Dad failed to engage | x |', '| Dad failed to engage | x <!-- alongside-disable-line label/engagement reason="“Court” wording" --> |'],
  ];
  for (const [what, line, after] of templates) {
    it(`in a template is a directive: ${what}`, async () => {
      const head = `---\ntemplate: true\n---\n\n${what === 'a table' ? '| a | b |\n|---|---|\n' : ''}`;
      const [first] = await start(`${head}${line}\n`);
      const left = await leave(await placeOf(first), { reason: '“Court” wording' });
      assert.ok(left.kind === 'directive');
      const text = TextDocument.applyEdits(TextDocument.create(NOTE, 'markdown', 1, client.textOf(NOTE)), [left.edit]);
      assert.equal(text, `${head}${after}\n`);
      client.change(NOTE, { text });
      assert.deepEqual((await client.pull(NOTE)).items.map(({ code }) => code).filter((code) => code === 'label/engagement' || /directive/.test(String(code))), []);
      assert.equal(client.files.has(SIDECAR), false);
    });
  }

  it('says why nothing was done', async () => {
    const [first] = await start();
    const place = await placeOf(first);
    assert.match(JSON.stringify(await leave(place, { reason: ' ' })), /A reason is needed/);
    client.files.set(SIDECAR, 'version: 7\n');
    assert.match(JSON.stringify(await leave(place)), /is not understood, so nothing was changed/);
    client.files.delete(SIDECAR);
    client.change(NOTE, { text: 'Dad came.\n' });
    assert.match(JSON.stringify(await leave(place)), /have changed in the meantime/);
    client.open('untitled:one', TEXT);
    const [unsaved] = await found('untitled:one');
    assert.match(JSON.stringify(await leave(await placeOf(unsaved, 'untitled:one'))), /Save the record first/);
  });

  it('tells what is wrong with the file, on it, and takes that back', async () => {
    client = await languageClient();
    client.files.set('/records/alongside.yml', '');
    client.files.set(SIDECAR, 'version: 7\n');
    client.open(NOTE, TEXT);
    assert.equal((await found()).length, 2);
    const [problem] = await client.published(`file://${SIDECAR}`);
    assert.match(String(problem.message), /only version 1 is understood here/);
    client.files.set(SIDECAR, 'version: 1\nsalt: 0123456789abcdef0123456789abcdef\n');
    const refreshed = client.refreshed();
    client.saved(SIDECAR);
    await refreshed;
    await found();
    assert.deepEqual(await client.published(`file://${SIDECAR}`), []);
  });

  it('is not offered by a client that does not ask for reasons', async () => {
    client = await languageClient();
    client.open(NOTE, TEXT);
    const [first] = await found();
    assert.ok(!(await client.actions(NOTE, [first])).some(({ title }) => title.startsWith('Leave')));
  });
});
