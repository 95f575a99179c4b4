import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { CodeActionRequest, CodeActionResolveRequest, DiagnosticTag, type ClientCapabilities, type CodeAction, type Diagnostic, type TextDocumentEdit } from 'vscode-languageserver-protocol';
import { languageClient, PULLING, words, type TestClient } from '../../support/language-client.js';

const NOTE = 'file:///records/visit.md';
const RULES = '/records/alongside.yml';
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
/** A client that can do what VS Code can. */
const ABLE: ClientCapabilities = {
  textDocument: { ...PULLING.textDocument, diagnostic: { relatedInformation: true }, codeAction: { dataSupport: true, resolveSupport: { properties: ['edit', 'command'] } } },
  workspace: { ...PULLING.workspace, workspaceEdit: { documentChanges: true, resourceOperations: ['create'], snippetEditSupport: true } },
};
const EDITOR = { questions: 'client', setAside: 'client', alarms: 'client', titles: 'human' };

describe('quick fixes', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  const opened = async (text: string, options: object = EDITOR): Promise<readonly Diagnostic[]> => {
    client = await languageClient(ABLE, options);
    client.open(NOTE, text);
    return (await client.pull(NOTE)).items;
  };
  const titled = async (item: Diagnostic | undefined, title: RegExp): Promise<CodeAction> => {
    assert.ok(item);
    const actions = await client.actions(NOTE, [item]);
    const action = actions.find((one) => title.test(one.title));
    assert.ok(action, actions.map((one) => one.title).join(' | '));
    return action;
  };
  const resolve = (action: CodeAction): Promise<CodeAction> => client.request(CodeActionResolveRequest.type, action);
  /** The text of one file after the edits of an action. */
  const after = ({ edit }: CodeAction, before: string): string => {
    const change = edit!.documentChanges!.find((one): one is TextDocumentEdit => 'edits' in one)!;
    const [{ range, newText }] = change.edits as { range: Diagnostic['range']; newText: string }[];
    const at = (position: { line: number; character: number }): number => before.split('\n').slice(0, position.line).reduce((sum, line) => sum + line.length + 1, 0) + position.character;
    return before.slice(0, at(range.start)) + newText + before.slice(at(range.end));
  };

  it('stand in the order of a menu', async () => {
    const items = await opened('Mum claims she was at work.\n');
    const actions = await client.actions(NOTE, items.filter(({ data }) => data.rule === 'label/claims'));
    assert.deepEqual(actions.map(({ title }) => title.replace(/“.*”/, '“…”')), [
      'Add a sentence to fill in: “…”', 'An idea: [name] said that [what was said]', 'Leave this as it is…',
      'Leave “…” in all records', 'Raise “…” as a warning in all records', 'Switch off “…” for all records', 'This is a false alarm…',
    ]);
  });

  it('offer wording with blanks as stops, at the version of the text', async () => {
    const [item] = (await opened('Mum to engage with CAMHS.\n')).filter(({ data }) => data.rule === 'jargon/engage-with');
    const { edit } = await titled(item, /^Add a sentence/);
    assert.deepEqual(edit?.documentChanges, [{ textDocument: { uri: NOTE, version: 1 }, edits: [{
      range: { start: { line: 0, character: 25 }, end: { line: 0, character: 25 } },
      snippet: { kind: 'snippet', value: ' ${1:[Name]} will ${2:[do what]} with ${3:[who]} on ${4:[when]}.$0' },
    }] }]);
  });

  it('add a part that is missing, its prompt to be typed over', async () => {
    const text = readFileSync('examples/plan-again.md', 'utf8').replace(/\n## When we look at this again[^]*/, '');
    const items = await opened(text);
    const action = await titled(items.find(({ data }) => data.fixes.some(({ title }: { title: string }) => title.startsWith('Add'))), /^Add/);
    const change = action.edit!.documentChanges![0] as TextDocumentEdit;
    assert.equal(change.edits.length, 1);
    assert.ok(change.edits.every((edit) => 'snippet' in edit && /\n\n\$\{1:\[/.test(edit.snippet.value)), JSON.stringify(change.edits));
  });

  it('replace all of the same rule, where that is safe', async () => {
    const text = 'Sami came prior to lunch. Nan left prior to tea.\n';
    const items = await opened(text);
    const action = await titled(items.find((item) => words(text, item.range) === 'prior to'), /^Replace all/);
    assert.equal(action.title, 'Replace all 2 of these');
    assert.equal(client.apply(action.edit!), 'Sami came before lunch. Nan left before tea.\n');
  });

  it('make every safe replacement when the editor’s own “fix all” is asked for, and never beside the others', async () => {
    const text = 'Sami came prior to lunch. Mum claims she rang. Nan left prior to tea.\n';
    const items = await opened(text);
    assert.deepEqual([...new Set((await client.actions(NOTE, items)).map(({ kind }) => kind))], ['quickfix']);
    const ask = (only: string): Promise<CodeAction[]> => client.request(CodeActionRequest.type, { textDocument: { uri: NOTE }, range: WHOLE, context: { diagnostics: [], only: [only] } }) as Promise<CodeAction[]>;
    for (const kind of ['source.fixAll', 'source.fixAll.alongside']) {
      const [action, ...more] = await ask(kind);
      assert.deepEqual(more, []);
      assert.equal(client.apply(action.edit!), text.replaceAll('prior to', 'before'));
    }
    assert.deepEqual(await ask('source.organizeImports'), []);
  });

  it('show by a tag what is only to be taken out', async () => {
    const items = await opened('---\ntype: letter\nchild: Leo\n---\n\nDear Leo,\n\nI will come to to see you. You failed to engage.\n');
    const tagged = items.filter(({ tags }) => tags?.includes(DiagnosticTag.Unnecessary));
    assert.deepEqual(tagged.map(({ data }) => data.fixes.map(({ title }: { title: string }) => title)), [['Take out “to”']]);
    assert.ok(items.length > 1);
  });

  it('lead from a rule of the team’s own to its file', async () => {
    client = await languageClient(ABLE, EDITOR);
    client.files.set(RULES, 'rules:\n  ours/biscuits:\n    title: A meeting only we know\n    why: Families should not have to ask.\n    entries:\n      - avoid: biscuit meeting\n        ask: What is it for?\n    examples:\n      raise: |\n        We had a [[biscuit meeting]].\n      leave: |\n        We met.\n');
    client.open(NOTE, 'Nan came to the biscuit meeting.\n');
    const [item] = (await client.pull(NOTE)).items;
    assert.deepEqual([item.code, item.codeDescription?.href], ['A meeting only we know', `file://${RULES}`]);
  });

  it('put a heading at the start of its line, also after an indented list', async () => {
    const text = readFileSync('examples/plan-again.md', 'utf8').replace(/\n## When we look at this again[^]*/, '').replace('\n## Family meeting', '- Nan\n    - and Joe\n\n## Family meeting');
    const items = await opened(text);
    const { edit } = await titled(items.find(({ data }) => data.fixes.some(({ title }: { title: string }) => title.startsWith('Add'))), /^Add/);
    const [added] = (edit!.documentChanges![0] as TextDocumentEdit).edits;
    assert.ok('newText' in added && added.newText.startsWith('\n\n## '), JSON.stringify(added));
  });

  describe('for all records', () => {
    const TEXT = 'Dad failed to engage with the course.\n';

    it('leave certain words, in the rules file that decides', async () => {
      client = await languageClient(ABLE, EDITOR);
      client.files.set(RULES, '# Ours.\nrules:\n  label/hostility: off # for now\n');
      client.open(NOTE, TEXT);
      const [item] = (await client.pull(NOTE)).items;
      const action = await resolve(await titled(item, /^Leave “failed to engage” in all records/));
      const rules = after(action, client.files.get(RULES)!);
      assert.equal(rules, '# Ours.\nrules:\n  label/hostility: off # for now\n  label/engagement:\n    allow: [failed to engage]\n');
      assert.deepEqual((action.edit!.documentChanges![0] as TextDocumentEdit).textDocument, { uri: `file://${RULES}`, version: null });
      assert.deepEqual(action.command?.arguments, [{ uri: `file://${RULES}`, before: client.files.get(RULES), done: '“failed to engage” is left as it is in all records of this folder.' }]);
      client.files.set(RULES, rules);
      const refreshed = client.refreshed();
      client.saved(RULES);
      await refreshed;
      assert.deepEqual((await client.pull(NOTE)).items, []);
    });

    it('carry the version of a rules file that is open, and its unsaved text', async () => {
      client = await languageClient(ABLE, EDITOR);
      client.open(NOTE, TEXT);
      client.open(`file://${RULES}`, 'rules:\n  label/hostility: off\n');
      const [item] = (await client.pull(NOTE)).items;
      const action = await resolve(await titled(item, /^Switch off/));
      assert.deepEqual((action.edit!.documentChanges![0] as TextDocumentEdit).textDocument, { uri: `file://${RULES}`, version: 1 });
      assert.equal(after(action, 'rules:\n  label/hostility: off\n'), 'rules:\n  label/hostility: off\n  label/engagement: off\n');
    });

    it('begin the file where there is none', async () => {
      const [item] = await opened(TEXT);
      const { edit } = await resolve(await titled(item, /as a warning in all records$/));
      assert.deepEqual(edit?.documentChanges?.[0], { kind: 'create', uri: `file://${RULES}`, options: { ignoreIfExists: true } });
      assert.equal(after({ title: '', edit }, ''), '# How this team reads its records. A line that begins with # does nothing.\n\nrules:\n  label/engagement: warning\n');
    });

    it('say why they cannot, where the rules file is broken or the record has no place', async () => {
      client = await languageClient(ABLE, EDITOR);
      client.files.set(RULES, 'rules: [\n');
      client.open(NOTE, TEXT);
      client.open('untitled:Untitled-1', TEXT);
      const [item] = (await client.pull(NOTE)).items;
      assert.equal((await resolve(await titled(item, /^Switch off/))).disabled?.reason, 'alongside.yml has to be mended first');
      const [unsaved] = (await client.pull('untitled:Untitled-1')).items;
      const action = (await client.actions('untitled:Untitled-1', [unsaved])).find(({ title }) => title.startsWith('Switch off'));
      assert.match((await resolve(action!)).disabled?.reason ?? '', /^Save the record first/);
    });

    it('are not offered to a client that cannot take them', async () => {
      client = await languageClient();
      client.open(NOTE, TEXT);
      const { items } = await client.pull(NOTE);
      assert.deepEqual((await client.actions(NOTE, items)).map(({ title }) => title.slice(0, 4)), ['Add ', 'Ask:']);
    });
  });
});
