import assert from 'node:assert/strict';
import { languageClient, PULLING, words, type TestClient } from '../support/language-client.js';

const LETTER = 'file:///records/letter.md';
const LONG = 'I came to see you and your mum on Tuesday because there had been a number of worries that had come up over the months before that about who would fetch you from school.';
const TEXT = `---\ntype: letter\nchild: Maya\n---\n\n# For Maya\n\n${LONG}\n\nThe family were told by the worker that Mum and Dad and Nan must not come.\n`;

describe('what is underlined', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  const raised = async (rule: string) => {
    const found = (await client.pull(LETTER)).items.find(({ data }) => data.rule === rule);
    assert.ok(found, `${rule} is raised`);
    return found;
  };

  it('is the beginning of a sentence where all of it is meant, and what can be done there is the same', async () => {
    client = await languageClient(PULLING, { underlines: 'short', setAside: 'client', alarms: 'client', questions: 'client' });
    client.open(LETTER, TEXT);
    const finding = await raised('plain-english/readability');
    assert.equal(words(TEXT, finding.range), 'I came to see');
    assert.deepEqual((await client.actions(LETTER, [finding])).map(({ title }) => title).filter((title) => /^(Leave this as|This is a false)/.test(title)), ['Leave this as it is…', 'This is a false alarm…']);
    const left = await client.request<{ kind: string }>('workspace/executeCommand', { command: 'alongside.leaveAsItIs', arguments: [{ uri: LETTER, rule: 'plain-english/readability', range: finding.range, reason: 'Maya and I read it together' }] });
    assert.equal(left.kind, 'aside');
    assert.ok((await client.pull(LETTER)).items.every(({ data }) => data.rule !== 'plain-english/readability'));
  });

  it('says what it has to say over the rest of the sentence too', async () => {
    client = await languageClient(PULLING, { underlines: 'short' });
    client.open(LETTER, TEXT);
    const hover = await client.request<{ range: Parameters<typeof words>[1] } | null>('textDocument/hover', { textDocument: { uri: LETTER }, position: { line: 7, character: LONG.indexOf('over the months') } });
    assert.equal(hover && words(TEXT, hover.range), LONG);
  });

  it('is the whole sentence for a client that asks for nothing', async () => {
    client = await languageClient();
    client.open(LETTER, TEXT);
    assert.equal(words(TEXT, (await raised('plain-english/readability')).range), LONG);
  });

  it('is all of the words that a rule knows, however many', async () => {
    client = await languageClient(PULLING, { underlines: 'short' });
    client.open(LETTER, TEXT);
    assert.equal(words(TEXT, (await raised('doing-to/told')).range), 'were told by the worker that Mum and Dad and Nan must not');
  });
});
