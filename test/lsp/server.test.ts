import assert from 'node:assert/strict';
import { DiagnosticSeverity, type MarkupContent } from 'vscode-languageserver-protocol';
import { languageClient, PULLING, words, type TestClient } from '../support/language-client.js';

const NOTE = 'file:///records/visit.md';
const RULES = '/records/alongside.yml';
const TEXT = '# Visit\n\nDad failed to engage with the course. We met prior to the meeting.\n';

describe('language server', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  describe('findings', () => {
    it('answers a pull with rule ids as codes, words underlined, never as an error', async () => {
      client = await languageClient();
      client.open(NOTE, TEXT);
      const { items } = await client.pull(NOTE);
      const found = items.map((item) => [item.code, words(TEXT, item.range)]);
      assert.ok(found.some(([code, text]) => code === 'label/engagement' && text === 'failed to engage with the course'), JSON.stringify(found));
      for (const item of items) {
        assert.equal(item.source, 'alongside');
        assert.ok(item.severity === DiagnosticSeverity.Information || item.severity === DiagnosticSeverity.Warning);
      }
    });

    it('says "unchanged" for a version it has answered, and answers the next one', async () => {
      client = await languageClient();
      client.open(NOTE, TEXT);
      const first = await client.pull(NOTE);
      assert.equal((await client.pull(NOTE, first.resultId)).kind, 'unchanged');
      client.change(NOTE, { range: { start: { line: 2, character: 0 }, end: { line: 2, character: 3 } }, text: 'We' });
      const next = await client.pull(NOTE, first.resultId);
      assert.ok(next.items.every((item) => item.code !== 'label/engagement'), 'the agency is the subject now');
    });

    it('reads the text as it stands after each change, in the order they came', async () => {
      client = await languageClient();
      client.open(NOTE, '');
      const sentence = 'Dad failed to engage with the course.';
      for (let i = 0; i < sentence.length; i++) client.change(NOTE, { range: { start: { line: 0, character: i }, end: { line: 0, character: i } }, text: sentence[i] });
      const { items } = await client.pull(NOTE);
      assert.deepEqual(items.map((item) => words(sentence, item.range)), ['failed to engage with the course']);
    });

    it('gives exact places in a note with \\r\\n line ends and emoji', async () => {
      client = await languageClient();
      const text = '# Visit 🏠\r\n\r\n😀 First line\r\ngoes on. Dad failed to\r\nengage with it.\r\n';
      client.open(NOTE, text);
      const { items } = await client.pull(NOTE);
      const finding = items.find((item) => item.code === 'label/engagement');
      assert.deepEqual(finding?.range, { start: { line: 3, character: 13 }, end: { line: 4, character: 6 } });
    });

    it('reads a note that has no file yet', async () => {
      client = await languageClient();
      client.open('untitled:Untitled-1', TEXT);
      assert.ok((await client.pull('untitled:Untitled-1')).items.length > 0);
    });

    it('publishes them for a client that does not pull, and takes them back when the note is closed', async () => {
      client = await languageClient({});
      assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
      client.open(NOTE, TEXT);
      assert.ok((await client.published(NOTE)).some((item) => item.code === 'label/engagement'));
      client.change(NOTE, { text: 'Dad came.\n' });
      assert.deepEqual(await client.published(NOTE), []);
      client.close(NOTE);
      assert.deepEqual(await client.published(NOTE), []);
    });

    it('publishes them for a client that pulls and cannot be told to pull again', async () => {
      client = await languageClient({ textDocument: { diagnostic: {} } });
      assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
      client.open(NOTE, TEXT);
      assert.ok((await client.published(NOTE)).some((item) => item.code === 'label/engagement'));
      client.open(`file://${RULES}`, 'rules:\n  label/engagement: off\n');
      assert.ok(!(await client.published(NOTE)).some((item) => item.code === 'label/engagement'));
    });

    it('takes no other YAML than rules files for its own, where an editor hands over all of it', async () => {
      client = await languageClient();
      const other = 'file:///records/compose.yml';
      client.open(other, 'services:\n  dad: failed to engage with it\n');
      assert.deepEqual((await client.pull(other)).items, []);
      assert.equal(await client.hover(other, { line: 1, character: 9 }), null);
      client.open(NOTE, TEXT);
      const { items } = await client.pull(NOTE);
      assert.deepEqual(await client.actions(other, items), []);
    });

    it('says of a block that is too large that it was not read', async () => {
      client = await languageClient();
      client.open(NOTE, `${'word '.repeat(2000)}\n`);
      const { items } = await client.pull(NOTE);
      assert.deepEqual(items.map((item) => item.code), ['unchecked']);
    });
  });

  describe('quick fixes', () => {
    it('replace the words, at the version they were made for', async () => {
      client = await languageClient();
      client.open(NOTE, TEXT);
      const { items } = await client.pull(NOTE);
      const prior = items.filter((item) => words(TEXT, item.range) === 'prior to');
      const [action] = await client.actions(NOTE, prior);
      assert.equal(action.title, 'Replace with “before”');
      assert.equal(action.isPreferred, true);
      assert.ok(action.edit);
      assert.equal(client.apply(action.edit), TEXT.replace('prior to', 'before'));
      client.change(NOTE, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: 'x' });
      assert.deepEqual(await client.actions(NOTE, prior), [], 'the text has moved on');
    });

    it('ask where no wording is safe, and edit nothing', async () => {
      client = await languageClient();
      client.open(NOTE, TEXT);
      const { items } = await client.pull(NOTE);
      const [idea, action, ...more] = await client.actions(NOTE, items.filter((item) => item.code === 'label/engagement'));
      assert.deepEqual(more, []);
      assert.match(idea.title, /^Add a sentence to fill in: “/);
      assert.match(action.title, /^Ask: .*\?$/);
      assert.equal(action.edit, undefined);
      await client.execute(action);
      assert.match(client.shown[0], /You wrote: “failed to engage”/);
    });

    it('leave the showing of questions to a client that says it does that', async () => {
      client = await languageClient(PULLING, { questions: 'client' });
      assert.equal(client.initialized.capabilities.executeCommandProvider, undefined);
      client.open(NOTE, TEXT);
      const { items } = await client.pull(NOTE);
      const [, action] = await client.actions(NOTE, items.filter((item) => item.code === 'label/engagement'));
      assert.equal(action.command?.command, 'alongside.showQuestion');
    });

    it('come as plain changes for a client without versioned edits', async () => {
      client = await languageClient({ textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } });
      client.open(NOTE, TEXT);
      const { items } = await client.pull(NOTE);
      const [action] = await client.actions(NOTE, items.filter((item) => words(TEXT, item.range) === 'prior to'));
      assert.deepEqual(Object.keys(action.edit?.changes ?? {}), [NOTE]);
    });
  });

  it('shows why on hover, and nothing where nothing is raised', async () => {
    client = await languageClient();
    client.open(NOTE, TEXT);
    const hover = await client.hover(NOTE, { line: 2, character: 6 });
    const said = (hover?.contents as MarkupContent).value;
    assert.match(said, /\*\*Blame for not taking part\*\*/);
    assert.match(said, /Tried on \d+ example records: right (?:all \d+ times|\d+ times out of \d+)\. From [\w, ()-]+\.\n\nlabel\/engagement$/);
    assert.equal(await client.hover(NOTE, { line: 0, character: 3 }), null);
  });

  it('says on hover only what the editor does not show there itself, and calls by their titles several that meet', async () => {
    client = await languageClient(PULLING, { hover: 'message' });
    const said = async (text: string, words: string): Promise<string> => {
      const uri = `file:///records/${words}.md`;
      client.open(uri, text);
      const at = text.slice(0, text.indexOf(words)).split('\n');
      return ((await client.hover(uri, { line: at.length - 1, character: at[at.length - 1].length + 1 }))?.contents as MarkupContent).value;
    };
    const one = await said('Dad failed to engage with the course.\n', 'failed');
    assert.match(one, /^\*An idea:\* we offered .*\n\n\*Would not be underlined:\*\n\n- Dad came to two of the six sessions; .*\n\n\*When to leave it:\* .*\n\nTried on /);
    assert.doesNotMatch(one, /label\/|Blame for/);
    const several = await said('# Plan\n\n## Actions\n\n- Support to be given to Mum\n', 'Support');
    assert.match(several, /^\*\*No date for this\*\*\n\n[^]*\n\n---\n\n\*\*Nobody named for this\*\*\n\n/);
    assert.doesNotMatch(several, /By when, so that/);
    const second = await said('# Plan\n\n## Actions\n\n- Nan to ring the school\n- Mum to ring the nurse\n', 'Mum');
    assert.match(second, /^\*Ask:\* By when, so that the family can count on it\?\n/);
  });

  describe('rules file', () => {
    it('decides what is raised, and takes effect when it is saved', async () => {
      client = await languageClient();
      client.open(NOTE, TEXT);
      const before = await client.pull(NOTE);
      client.files.set(RULES, 'rules:\n  label/engagement: off\n');
      const refreshed = client.refreshed();
      client.saved(RULES);
      await refreshed;
      const after = await client.pull(NOTE, before.resultId);
      assert.ok(before.items.some((item) => item.code === 'label/engagement'));
      assert.ok(!after.items.some((item) => item.code === 'label/engagement'));
    });

    it('counts as it stands in the editor, before it is saved', async () => {
      client = await languageClient();
      client.files.set(RULES, 'rules:\n  label/engagement: off\n');
      client.open(NOTE, TEXT);
      await client.pull(NOTE);
      const refreshed = client.refreshed();
      client.open(`file://${RULES}`, 'rules:\n  label/engagement: warning\n');
      await refreshed;
      const { items } = await client.pull(NOTE);
      assert.equal(items.find((item) => item.code === 'label/engagement')?.severity, DiagnosticSeverity.Warning);
    });

    it('has its problems told on it, at their line, and taken back when they are mended', async () => {
      client = await languageClient();
      client.files.set(RULES, 'rules:\n  label/engagment: off\n');
      client.open(NOTE, TEXT);
      await client.pull(NOTE);
      const [problem] = await client.published(`file://${RULES}`);
      assert.deepEqual(problem.range.start, { line: 1, character: 2 });
      assert.match(String(problem.message), /did you mean “label\/engagement”/);
      client.files.set(RULES, 'rules:\n  label/engagement: off\n');
      client.saved(RULES);
      assert.deepEqual(await client.published(`file://${RULES}`), []);
    });

    it('is told apart for each folder: one server for all of them', async () => {
      client = await languageClient();
      client.files.set('/a/alongside.yml', 'rules:\n  label/engagement: off\n');
      client.open('file:///a/x.md', TEXT);
      client.open('file:///b/x.md', TEXT);
      const codes = async (uri: string): Promise<unknown[]> => (await client.pull(uri)).items.map((item) => item.code);
      assert.ok(!(await codes('file:///a/x.md')).includes('label/engagement'));
      assert.ok((await codes('file:///b/x.md')).includes('label/engagement'));
    });
  });
});
