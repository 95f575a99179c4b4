import assert from 'node:assert/strict';
import type { ClientCapabilities, CompletionItem, InlayHint, Position } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { startersFor } from '../../../server/src/lsp/record/starters.js';
import { languageClient, PULLING, type TestClient } from '../../support/language-client.js';

const NOTE = 'file:///records/plan.md';
const HEAD = '---\ntype: plan\nchild: Maya Osei\n---\n\n# Plan\n\nWritten with Adwoa (mum) and Priti Sahota (social worker).\n\n';
const SNIPPETS: ClientCapabilities = { ...PULLING, textDocument: { ...PULLING.textDocument, completion: { completionItem: { snippetSupport: true } } } };

describe('help while writing', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  const items = async (text: string, by?: string): Promise<readonly CompletionItem[]> => {
    const at = text.indexOf('¦');
    const plain = text.replace('¦', '');
    const position: Position = TextDocument.create('', '', 1, plain).positionAt(at);
    client.open(NOTE, plain);
    return client.request('textDocument/completion', { textDocument: { uri: NOTE }, position, ...(by ? { context: { triggerKind: 2, triggerCharacter: by } } : {}) }) as Promise<CompletionItem[]>;
  };
  const chosen = (text: string, item: CompletionItem): string => {
    const document = TextDocument.create('', '', 1, text.replace('¦', ''));
    return TextDocument.applyEdits(document, [item.textEdit as { range: { start: Position; end: Position }; newText: string }]);
  };
  const labels = (found: readonly CompletionItem[]): readonly string[] => found.map(({ label }) => label);

  describe('headings', () => {
    it('are those that a record of this kind does not have yet, with their blank', async () => {
      client = await languageClient();
      const text = `${HEAD}## What is going well\n\nMaya sings.\n\n#¦`;
      const found = await items(text, '#');
      assert.ok(found.length > 2);
      assert.ok(!labels(found).some((label) => /going well/i.test(label)), labels(found).join());
      assert.match(chosen(text, found[0]), /\n# [A-Z][^\n]+\n\n.*\[.+\]/);
    });

    it('keep the mark that was typed', async () => {
      client = await languageClient();
      const text = `${HEAD}### ¦`;
      const [first] = await items(text);
      assert.ok(chosen(text, first).endsWith(`\n\n${String((first.textEdit as { newText: string }).newText)}`));
      assert.match((first.textEdit as { newText: string }).newText, /^### /);
    });

    it('are none where nobody knows what kind of record it is', async () => {
      client = await languageClient();
      client.open('file:///records/notes.md', 'Some notes.\n\n#');
      assert.deepEqual(await client.request('textDocument/completion', { textDocument: { uri: 'file:///records/notes.md' }, position: { line: 2, character: 1 } }), []);
    });
  });

  describe('beginnings of sentences', () => {
    it('are offered at the start of a line, with blanks to go through', async () => {
      client = await languageClient(SNIPPETS);
      const text = `${HEAD}¦\n`;
      const found = await items(text);
      assert.deepEqual(labels(found).slice(0, 5), ['Danger statement', 'Safety goal', 'Scaling question', 'Action', 'Child’s own words']);
      assert.equal((found[3].textEdit as { newText: string }).newText, '- ${1:[who]} will ${2:[what they will do]} by ${3:[date]}, and ${4:[who]} will tell us how it went.$0');
      assert.match((found[4].textEdit as { newText: string }).newText, /^Maya said, “/);
    });

    it('take no second mark in a list, and nothing in the middle of a sentence', async () => {
      client = await languageClient();
      const list = await items(`${HEAD}- ¦\n`);
      assert.match((list.find(({ label }) => label === 'Action')!.textEdit as { newText: string }).newText, /^\[who\] will/);
      client.close(NOTE);
      assert.ok(!labels(await items(`${HEAD}We met because ¦\n`)).includes('Danger statement'));
    });

    for (const [where, text] of [['an open quotation', 'Maya said, “¦'], ['a quotation', 'Maya said, "I like it. ¦ It is warm there."'], ['a block quote', '> ¦'], ['front matter', '']] as const) {
      it(`are not offered in ${where}`, async () => {
        client = await languageClient();
        assert.deepEqual(await items(where === 'front matter' ? HEAD.replace('Maya', '¦Maya') : `${HEAD}${text}\n`), []);
      });
    }

    it('raise nothing themselves', async () => {
      client = await languageClient();
      for (const [at, { pieces }] of startersFor(['Maya']).entries()) {
        const uri = `file:///records/${at}.md`;
        client.open(uri, `---\ntype: case-note\n---\n\n${pieces.map((piece) => (typeof piece === 'string' ? piece : `[${piece.blank}]`)).join('')}\n`);
        const { items: raised } = await client.pull(uri);
        assert.deepEqual(raised.map(({ code }) => code).filter((code) => !String(code).endsWith('/unfilled')), []);
      }
    });
  });

  it('names are those of the people in the record', async () => {
    client = await languageClient();
    const text = `${HEAD}We met with P¦\n`;
    const found = await items(text);
    assert.deepEqual(found.map(({ label, detail }) => `${label} (${detail})`), ['Maya Osei (child)', 'Adwoa (family)', 'Priti Sahota (professional)']);
    assert.ok(chosen(text, found[2]).endsWith('We met with Priti Sahota\n'));
  });

  it('spaces and slashes, which ask for help with rules, ask for none here', async () => {
    client = await languageClient();
    assert.deepEqual(await items(`${HEAD}We met ¦\n`, ' '), []);
  });

  describe('acronyms', () => {
    it('are explained right after them, and are clear from then on', async () => {
      client = await languageClient();
      const text = `${HEAD}The IRO¦ came on 4 May.\n`;
      const [full, plain] = await items(text);
      assert.equal(full.label, 'Independent Reviewing Officer');
      assert.match(String(plain.detail), /plain words/);
      const after = chosen(text, full);
      assert.ok(after.includes('The IRO (Independent Reviewing Officer) came'));
      client.open('file:///records/other.md', after);
      const { items: raised } = await client.pull('file:///records/other.md');
      assert.ok(!raised.some(({ message }) => String(message).includes('“IRO”')));
    });

    it('are explained when a bracket is opened, also where the editor has closed it', async () => {
      client = await languageClient();
      const text = `${HEAD}The IRO (¦) came.\n`;
      const [full] = await items(text, '(');
      assert.ok(chosen(text, full).includes('The IRO (Independent Reviewing Officer) came'));
      client.close(NOTE);
      assert.deepEqual(await items(`${HEAD}The school (¦) rang.\n`, '('), []);
    });

    it('are shown in grey only where somebody wants it', async () => {
      const hints = (): Promise<InlayHint[]> => client.request('textDocument/inlayHint', { textDocument: { uri: NOTE }, range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } } }) as Promise<InlayHint[]>;
      client = await languageClient();
      client.open(NOTE, `${HEAD}The IRO came. The IRO left.\n`);
      assert.deepEqual(await hints(), []);
      client.stop();
      client = await languageClient(PULLING, { acronyms: 'shown' });
      client.open(NOTE, `${HEAD}The IRO came. The IRO left.\n`);
      assert.deepEqual((await hints()).map(({ label, position }) => [label, position.line, position.character]), [['(Independent Reviewing Officer?)', 9, 7]]);
    });
  });
});
