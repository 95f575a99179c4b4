/** A writer at a record: what is underlined, what the hover says, what a quick fix does and does not do. */
import assert from 'node:assert/strict';
import { DiagnosticSeverity, WorkspaceEdit, commands, workspace, type Hover, type MarkdownString } from 'vscode';
import { ENGAGEMENT, PLAIN } from './expected.js';
import { actionOn, closeAll, codeOf, findingOn, gone, insideOf, open, rangeOf, seen, show, until, write } from './editor.js';

describe('writing a record', () => {
  afterEach(closeAll);

  it('underlines exactly the words, quietly, and says what it is about', async () => {
    const record = await open('case-note.md');
    const finding = await seen(record, ENGAGEMENT.words);
    assert.deepEqual(finding.range, rangeOf(record, ENGAGEMENT.words));
    assert.equal(codeOf(finding), ENGAGEMENT.title);
    assert.ok([DiagnosticSeverity.Information, DiagnosticSeverity.Warning].includes(finding.severity), 'never an error in a live note');
  });

  it('says why where it is underlined, and on hover what else there is to know', async () => {
    const record = await open('case-note.md');
    const { range, message } = await seen(record, ENGAGEMENT.words);
    assert.match(message.replaceAll('\n', ' '), ENGAGEMENT.why);
    const text = await until('a hover', async () => {
      const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', record.uri, insideOf(range));
      const said = hovers.flatMap(({ contents }) => contents.map((part) => (part as MarkdownString).value ?? part)).join('\n');
      return said || undefined;
    });
    assert.match(text, /When to leave it/);
    assert.doesNotMatch(text, ENGAGEMENT.why, 'VS Code shows the message above the hover');
  });

  it('changes the words when a replacement is chosen, and is satisfied', async () => {
    const record = await show(await workspace.openTextDocument({ language: 'markdown', content: `Nana will ${PLAIN.words} the crib sheet.\n` }));
    const { range } = await seen(record, PLAIN.words);
    const action = await actionOn(record, range, ({ edit }) => edit?.has(record.uri) === true);
    assert.ok(action.edit);
    assert.ok(await workspace.applyEdit(action.edit));
    assert.match(record.getText(), PLAIN.instead);
    assert.doesNotMatch(record.getText(), new RegExp(PLAIN.words));
    await gone(record, 'use');
  });

  it('asks a question where only the writer knows, and edits nothing', async () => {
    const record = await open('case-note.md');
    const before = record.getText();
    const { range } = await seen(record, ENGAGEMENT.words);
    const action = await actionOn(record, range, ({ command }) => command?.command === 'alongside.showQuestion');
    assert.equal(action.edit, undefined);
    const [question] = action.command?.arguments ?? [];
    // VS Code shows no dialog to a test: it rejects with what the dialog would have said.
    await assert.rejects(async () => { await commands.executeCommand('alongside.showQuestion', question); }, (error: Error) => error.message.includes(question.title));
    assert.equal(record.getText(), before);
  });

  it('reads a document that was never saved', async () => {
    const record = await show(await workspace.openTextDocument({ language: 'markdown', content: `Dad ${ENGAGEMENT.words}.\n` }));
    assert.equal(record.uri.scheme, 'untitled');
    assert.equal(codeOf(await seen(record, ENGAGEMENT.words)), ENGAGEMENT.title);
  });

  it('reads on while the record is written', async () => {
    const record = await show(await workspace.openTextDocument({ language: 'markdown', content: 'Dad came.\n' }));
    const edit = new WorkspaceEdit();
    edit.insert(record.uri, record.positionAt(0), `Dad ${ENGAGEMENT.words} last week. `);
    assert.ok(await workspace.applyEdit(edit));
    await seen(record, ENGAGEMENT.words);
  });

  it('points at the right place in a file with Windows line ends', async () => {
    await write('windows.md', `# Visit\r\n\r\nSami made tea.\r\n\r\nDad ${ENGAGEMENT.words} — 🙂 and Nana will ${PLAIN.words} it.\r\n`);
    const record = await open('windows.md');
    const finding = await seen(record, ENGAGEMENT.words);
    assert.deepEqual(finding.range, rangeOf(record, ENGAGEMENT.words));
    assert.equal(finding.range.start.line, 4);
    await seen(record, PLAIN.words);
    assert.deepEqual(findingOn(record, PLAIN.words)?.range, rangeOf(record, PLAIN.words));
  });
});
