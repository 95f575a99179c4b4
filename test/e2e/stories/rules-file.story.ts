/** A practice lead writes a rule in the editor: completed, proved, tried on the records, all before it is saved. */
import assert from 'node:assert/strict';
import { CodeLens, CompletionList, ConfigurationTarget, Position, Range, SnippetString, Uri, WorkspaceEdit, commands, window, workspace, type CompletionItem, type TextDocument } from 'vscode';
import { codeOf, closeAll, findings, inWorkspace, open, seen, until, write } from './editor.js';

const PACKS = 'packs: [family-valued, signs-of-safety, family-group-conference]\n';
const SAVED = `${PACKS}rules:
  ours/hours:
    title: Our hours
    why: It reads as the family's choice.
    entries:
      - avoid: |
          miss the slot
        ask: Who chose the day?
    examples:
      raise: |
        Ewa [[missed the slot]].
      leave: |
        Ewa came.
`;
const RECORDS = {
  'visits/monday.md': '# Visit\n\nEwa missed the slot. She hopes for the garden meeting.\n',
  'visits/tuesday.md': '# Visit\n\nKwame asked about the garden meeting.\n',
};

describe('writing a rule', () => {
  // In a browser VS Code saves by itself after a second; on the desktop it does not.
  const saving = (when: 'off' | undefined): Thenable<void> => workspace.getConfiguration('files').update('autoSave', when, ConfigurationTarget.Workspace);
  before(() => saving('off'));
  after(() => saving(undefined));
  beforeEach(async () => {
    for (const [name, text] of Object.entries(RECORDS)) await write(name, text);
  });
  afterEach(async () => {
    await open('alongside.yml');
    await commands.executeCommand('workbench.action.files.revert');
    await closeAll();
    for (const name of Object.keys(RECORDS)) await workspace.fs.delete(inWorkspace(name));
    await write('alongside.yml', PACKS);
  });

  it('is helped, proved, and tried on the records before it is saved', async () => {
    await write('alongside.yml', SAVED);
    const record = await open('visits/monday.md');
    await seen(record, 'missed the slot');
    const rules = await open('alongside.yml');

    // Completion offers a whole rule where one can stand; its blanks are filled with what the council wants to stop saying.
    const end = rules.positionAt(rules.getText().length);
    await edit(rules, (change) => change.insert(rules.uri, end, '  \n'));
    const at = end.translate(0, 2);
    const piece = await until('a new rule among the completions', async () => (await completions(rules, at)).find(({ label }) => (typeof label === 'string' ? label : label.label) === 'new rule: words to ask about'));
    const editor = window.activeTextEditor;
    assert.equal(editor?.document, rules);
    await editor.insertSnippet(piece.insertText as SnippetString, at);
    assert.match(rules.getText(), /ours\/our-word:[^]*\[\[cluster meeting\]\]/);
    await replace(rules, '          cluster meeting\n', '          garden meeting\n');

    // The example is still the old one: it is marked on its line.
    const failing = await until('the example that is not raised', () => findings(rules).find(({ message }) => message.includes('should raise “cluster meeting”')));
    assert.equal(rules.lineAt(failing.range.start.line).text.trim(), 'We will hear after the [[cluster meeting]].');
    assert.deepEqual((await lenses(rules)).filter((title) => title.includes('examples')), ['both examples pass', `1 of 2 examples does not do what it says: line ${failing.range.start.line + 1}`]);

    // Mended, it is clean, and the record that is open follows the unsaved rules.
    await replace(rules, '[[cluster meeting]]', '[[garden meeting]]');
    await until('no problem in the rules', () => findings(rules).length === 0 || undefined, () => findings(rules).map(({ message }) => message).join('; '));
    await open('visits/monday.md');
    assert.equal(codeOf(await seen(record, 'garden meeting')), 'A meeting only we know');
    assert.ok(rules.isDirty);

    // One rule gains, another loses: the preview says which sentences.
    await open('alongside.yml');
    await replace(rules, 'miss the slot', 'lose the slot');
    await replace(rules, '[[missed the slot]]', '[[lost the slot]]');
    let said: readonly string[] = [];
    await until('the effect of the edit', async () => {
      said = await lenses(rules);
      return said.includes('this edit changes what is raised: 2 more, 1 fewer') || undefined;
    }, () => said.join(' | '));
    assert.ok(said.includes('raises 2 in 2 records · 2 more than before this edit'), said.join(' | '));
    await commands.executeCommand('alongside.previewRules', rules.uri.toString());
    const preview = await until('the preview', () => workspace.textDocuments.find(({ uri, lineCount }) => uri.scheme === 'alongside-preview' && lineCount > 4));
    assert.equal(preview.getText(), [
      'What this edit changes in 3 records, before it is saved',
      '',
      'Raised now, and not before: 2',
      '',
      'visits/monday.md:3:40  ours/our-word (A meeting only we know)',
      '    She hopes for the [[garden meeting]].',
      '',
      'visits/tuesday.md:3:23  ours/our-word (A meeting only we know)',
      '    Kwame asked about the [[garden meeting]].',
      '',
      'Raised before, and not now: 1',
      '',
      'visits/monday.md:3:5  ours/hours (Our hours)',
      '    Ewa [[missed the slot]].',
      '',
    ].join('\n'));
    assert.equal(new TextDecoder().decode(await workspace.fs.readFile(rules.uri)), SAVED, 'nothing was saved');
  });

  it('begins a rules file where there is none, and puts a rule into it whose example follows the phrase', async () => {
    await workspace.fs.delete(inWorkspace('alongside.yml'));
    await open('visits/monday.md');
    const beginning = commands.executeCommand('alongside.newRule');
    const rules = await until('the rules file', async () => {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      const here = window.activeTextEditor?.document;
      return here?.fileName.endsWith('alongside.yml') && here.getText().includes('\n  ours/our-word:') ? here : undefined;
    });
    await beginning;
    assert.equal(rules.languageId, 'alongside-rules');
    // The third blank after the rule's name is the phrase; while it is typed, nothing takes the place of its words.
    for (let blank = 0; blank < 3; blank++) await commands.executeCommand('jumpToNextSnippetPlaceholder');
    await commands.executeCommand('type', { text: 'garden meeting' });
    await commands.executeCommand('jumpToNextSnippetPlaceholder');
    assert.match(rules.getText(), /avoid: \|\n {10}garden meeting\n[^]*raise: \|\n {8}We will hear after the \[\[garden meeting\]\]\./);
    await until('its examples', async () => (await lenses(rules)).includes('both examples pass') || undefined);
    assert.deepEqual(findings(rules).map(({ message }) => message), []);
    assert.equal(codeOf(await seen(await open('visits/monday.md'), 'garden meeting')), 'A meeting only we know');
  });

  it('shows the page of a rule that ships', async () => {
    await write('alongside.yml', `${PACKS}rules:\n  label/engagement: off\n`);
    const rules = await open('alongside.yml');
    const place = await until('where the rule is written', async () => {
      const found = await commands.executeCommand<{ uri: Uri }[]>('vscode.executeDefinitionProvider', rules.uri, new Position(2, 6));
      return found.find(({ uri }) => uri.scheme === 'alongside-rule');
    });
    assert.match((await workspace.openTextDocument(place.uri)).getText(), /^label\/engagement\nBlame for not taking part/);
  });
});

async function completions(document: TextDocument, position: Position): Promise<readonly CompletionItem[]> {
  return (await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', document.uri, position)).items;
}

async function lenses(document: TextDocument): Promise<readonly string[]> {
  return (await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 50)).flatMap(({ command }) => (command ? [command.title] : []));
}

async function edit(document: TextDocument, make: (change: WorkspaceEdit) => void): Promise<void> {
  const change = new WorkspaceEdit();
  make(change);
  assert.ok(await workspace.applyEdit(change), `an edit of ${document.uri.path}`);
}

async function replace(document: TextDocument, words: string, instead: string): Promise<void> {
  const start = document.getText().indexOf(words);
  assert.ok(start >= 0, `"${words}" is not in ${document.getText()}`);
  await edit(document, (change) => change.replace(document.uri, new Range(document.positionAt(start), document.positionAt(start + words.length)), instead));
}
