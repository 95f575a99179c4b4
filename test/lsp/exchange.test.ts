import assert from 'node:assert/strict';
import { WORD_SCHEME, type CleanRecord, type WordText } from '../../server/src/lsp/exchange.js';
import { languageClient, PULLING, type TestClient } from '../support/language-client.js';
import { p, wordFile } from '../support/word-file.js';

const WORD = `${WORD_SCHEME}:/notes/visit.docx?file`;
const bytesOf = (...paragraphs: readonly string[]): string => Buffer.from(wordFile(paragraphs.join(''))).toString('base64');

describe('to and from other programs', () => {
  let client: TestClient;
  beforeEach(async () => {
    client = await languageClient({ ...PULLING, workspace: { ...PULLING.workspace, workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } } }, { setAside: 'client' });
  });
  afterEach(() => client.stop());

  it('what was copied is a record: rich text, else plain', async () => {
    const copied = (html: string | null, plain: string): Promise<unknown> => client.request('alongside/copied', { html, plain });
    assert.equal(await copied('<h1>Plan</h1><p>Ama rings.</p>', 'Plan\nAma rings.'), '# Plan\n\nAma rings.');
    assert.equal(await copied(null, '• one\r\n• two'), '- one\n- two');
    assert.equal(await copied('<meta><img src="x">', 'Ama rings.'), 'Ama rings.');
  });

  it('a clean copy counts in the text it was given, whatever its line ends', async () => {
    const text = '---\r\ntype: plan\r\n---\r\n# Plan\r\n\r\n[name] rings.\r\n';
    const ask = (selection: unknown): Promise<CleanRecord> => client.request('alongside/cleanCopy', { text, selection });
    assert.deepEqual(await ask(null), { html: '<h1>Plan</h1><p>[name] rings.</p>', plain: 'Plan\n\n[name] rings.', blanks: [{ words: '[name]', start: text.indexOf('['), end: text.indexOf(']') + 1 }] });
    const start = text.indexOf('rings');
    assert.equal((await ask({ start, end: start + 6 })).plain, 'rings.');
  });

  it('a Word document is read under the rules of its folder, placed, and never changed', async () => {
    client.files.set('/notes/alongside.yml', 'rules:\n  jargon/siblings: off\n');
    const word = await client.request<WordText>('alongside/word', { uri: WORD, bytes: bytesOf(p('Visit', 'heading 1'), p('Dad failed to engage. The siblings came prior to lunch.')) });
    assert.deepEqual(word, { text: '# Visit\n\nDad failed to engage. The siblings came prior to lunch.\n', unread: { comments: 0, pictures: 0, objects: 0 }, problem: null });
    client.open(WORD, word.text);
    const { items } = await client.pull(WORD);
    assert.ok(items.length > 1 && items.every(({ message, code }) => String(message).startsWith('Under ‘Visit’, paragraph 1: ') && code !== 'jargon/siblings'), JSON.stringify(items.map(({ message }) => message)));
    const actions = await client.actions(WORD, items);
    assert.deepEqual(actions.filter(({ edit }) => edit), []);
    assert.ok(actions.some(({ title }) => title.startsWith('Leave this as it is')));
    client.close(WORD);
    client.open(WORD, word.text);
    assert.ok((await client.pull(WORD)).items.every(({ message }) => !String(message).startsWith('Under')));
  });

  it('a Word document that is read again says where things stand now', async () => {
    const read = (...paragraphs: readonly string[]): Promise<WordText> => client.request('alongside/word', { uri: WORD, bytes: bytesOf(...paragraphs) });
    const { text } = await read(p('Dad failed to engage.'));
    client.open(WORD, text);
    const { resultId } = await client.pull(WORD);
    await read(p('Visit', 'heading 1'), p('Dad failed to engage.'));
    assert.equal(client.refreshes(), 1);
    assert.equal((await client.pull(WORD, resultId!)).kind, 'full');
  });

  it('what is no Word document is told, with nothing of what it holds', async () => {
    const { text, problem } = await client.request<WordText>('alongside/word', { uri: WORD, bytes: Buffer.from('Maya').toString('base64') });
    assert.deepEqual([text, problem], ['', 'This is no Word document that can be read (it may be damaged), so it was not checked.']);
  });
});
