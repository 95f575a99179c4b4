/** A Word document, opened as a record beside its source, with what is found placed as a reader of Word finds it. */
import assert from 'node:assert/strict';
import { commands, languages, window, workspace, type CodeAction, type TextDocument } from 'vscode';
import { bold, item, p, wordFile } from '../../support/word-file.js';
import { recordOf } from '../../../client/src/word.js';
import { closeAll, inWorkspace, seen, until } from './editor.js';

const NAME = 'visit.docx';
const VISIT = wordFile([p('Visit to Maya', 'Title'), p('Our worries', 'heading 1'), p('Maya came in late.'), p('Dad failed to engage.'), bold('What next'), item('Dad rings on Friday.')].join(''));

describe('a Word document', () => {
  afterEach(async () => {
    await closeAll();
    await workspace.fs.delete(inWorkspace(NAME), { useTrash: false });
  });

  const open = async (bytes: Uint8Array): Promise<TextDocument> => {
    await workspace.fs.writeFile(inWorkspace(NAME), bytes);
    await commands.executeCommand('alongside.checkWord', inWorkspace(NAME));
    return workspace.openTextDocument(recordOf(inWorkspace(NAME)));
  };

  it('opens as a record that cannot be changed, with each finding under its heading', async () => {
    const record = await open(VISIT);
    assert.equal(record.getText(), '# Visit to Maya\n\n# Our worries\n\nMaya came in late.\n\nDad failed to engage.\n\n**What next**\n\n- Dad rings on Friday.\n');
    assert.equal(window.activeTextEditor?.document.uri.toString(), record.uri.toString());
    const { message, range } = await seen(record, 'failed to engage');
    assert.match(message, /^Under ‘Our worries’, paragraph 2: /);
    const actions = await until('what can be done', async () => {
      const found = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', record.uri, range);
      return found.some(({ title }) => title.startsWith('Leave this as it is')) ? found : undefined;
    });
    assert.deepEqual(actions.filter(({ edit }) => edit?.has(record.uri)), []);
    const before = record.getText();
    await commands.executeCommand('type', { text: 'x' });
    assert.equal(record.getText(), before);
    assert.deepEqual([...(await workspace.fs.readFile(inWorkspace(NAME)))], [...VISIT]);
  });

  it('is read again when it is saved in Word', async () => {
    const record = await open(VISIT);
    await seen(record, 'failed to engage');
    await workspace.fs.writeFile(inWorkspace(NAME), wordFile(p('Dad came twice and rang once.')));
    await until('what is in it now', () => record.getText() === 'Dad came twice and rang once.\n' || undefined, () => record.getText());
    await until('nothing to look at', () => languages.getDiagnostics(record.uri).every(({ message }) => !message.includes('engage')) || undefined);
  });

  it('that cannot be read opens nothing', async () => {
    await open(new TextEncoder().encode('no document'));
    assert.equal(window.activeTextEditor, undefined);
  });
});
