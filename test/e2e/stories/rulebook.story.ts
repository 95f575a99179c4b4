/** A practice lead at the rulebook: what is changed there shows at once in the record that is open. */
import assert from 'node:assert/strict';
import { commands, languages, window } from 'vscode';
import { ENGAGEMENT, OURS } from './expected.js';
import { closeAll, codeOf, findingOn, gone, inWorkspace, open, seen, until, write } from './editor.js';

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
    assert.equal(codeOf(await seen(record, OURS.words)), OURS.rule);
  });

  it('says where a rulebook is broken, and goes on with the rest', async () => {
    const record = await open('case-note.md');
    await write('alongside.yml', `${PACKS}rules:\n  label/no-such-rule: off\n${OURS.yaml}\n`);
    const rulebook = await open('alongside.yml');
    const problem = await until('a problem in the rulebook', () => languages.getDiagnostics(rulebook.uri).find(({ source }) => source === 'alongside'));
    assert.equal(problem.range.start.line, 2);
    await open('case-note.md');
    await seen(record, OURS.words);
    await write('alongside.yml', PACKS);
    await until('no problem in the rulebook', () => (languages.getDiagnostics(rulebook.uri).length === 0 || undefined));
  });

  it('opens the rulebook that decides for the record', async () => {
    await open('case-note.md');
    await commands.executeCommand('alongside.openRules');
    assert.equal(window.activeTextEditor?.document.uri.toString(), inWorkspace('alongside.yml').toString());
  });
});
