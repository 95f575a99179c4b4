/** A practice lead at the rulebook: what is changed there shows at once in the record that is open. */
import assert from 'node:assert/strict';
import { Position, WorkspaceEdit, commands, window, workspace } from 'vscode';
import { ENGAGEMENT, OURS } from './expected.js';
import { closeAll, codeOf, findingOn, findings as problemsIn, gone, inWorkspace, open, seen, until, write } from './editor.js';

const PACKS = 'packs: [family-valued, signs-of-safety, family-group-conference]\n';

describe('changing the rulebook', () => {
  afterEach(async () => {
    await write('alongside.yml', PACKS);
    await closeAll();
  });

  it('switches a rule off and on again', async () => {
    const record = await open('case-note.md');
    await seen(record, ENGAGEMENT.words);
    await write('alongside.yml', `${PACKS}rules:\n  ${ENGAGEMENT.rule}: off\n`);
    await gone(record, ENGAGEMENT.words);
    await write('alongside.yml', PACKS);
    await seen(record, ENGAGEMENT.words);
  });

  it('adds a rule of our own', async () => {
    const record = await open('case-note.md');
    await seen(record, ENGAGEMENT.words);
    assert.equal(findingOn(record, OURS.words), undefined);
    await write('alongside.yml', `${PACKS}rules:\n${OURS.yaml}\n`);
    assert.equal(codeOf(await seen(record, OURS.words)), OURS.title);
  });

  it('says where a rulebook is broken, and goes on with the rest', async () => {
    const record = await open('case-note.md');
    await write('alongside.yml', `${PACKS}rules:\n  label/no-such-rule: off\n${OURS.yaml}\n`);
    const rulebook = await open('alongside.yml');
    const problem = await until('a problem in the rulebook', () => problemsIn(rulebook)[0]);
    assert.equal(problem.range.start.line, 2);
    await open('case-note.md');
    await seen(record, OURS.words);
    await write('alongside.yml', PACKS);
    await until('no problem in the rulebook', () => problemsIn(rulebook).length === 0 || undefined);
  });

  it('checks the rulebook as it is typed, before it is saved', async () => {
    const rulebook = await open('alongside.yml');
    const edit = new WorkspaceEdit();
    edit.insert(rulebook.uri, new Position(1, 0), 'rules:\n  label/no-such-rule: off\n');
    assert.ok(await workspace.applyEdit(edit));
    const problem = await until('a problem in the rulebook', () => problemsIn(rulebook)[0]);
    assert.equal(problem.range.start.line, 2);
    assert.ok(rulebook.isDirty);
    await commands.executeCommand('workbench.action.files.revert');
    await until('no problem in the rulebook', () => problemsIn(rulebook).length === 0 || undefined);
  });

  it('opens the rulebook that decides for the record', async () => {
    await open('case-note.md');
    await commands.executeCommand('alongside.openRules');
    assert.equal(window.activeTextEditor?.document.uri.toString(), inWorkspace('alongside.yml').toString());
  });
});
