/** A writer leaves something as it is, with a reason that stays out of the record. Words cannot be typed into VS Code's own boxes from here; what they become can be handed on. */
import assert from 'node:assert/strict';
import { commands, workspace } from 'vscode';
import { actionOn, closeAll, gone, inWorkspace, open, seen } from './editor.js';
import { ENGAGEMENT } from './expected.js';

const SIDECAR = '.alongside/set-aside.yml';
const sidecar = async (): Promise<string> => new TextDecoder().decode(await workspace.fs.readFile(inWorkspace(SIDECAR)));

describe('leaving something as it is', () => {
  afterEach(async () => {
    await workspace.fs.delete(inWorkspace('.alongside'), { recursive: true });
    await closeAll();
  });

  it('writes the reason beside the record, takes it back, and shows again what is taken out of the file', async () => {
    const record = await open('case-note.md');
    const before = record.getText();
    const { range } = await seen(record, ENGAGEMENT.words);
    const { command } = await actionOn(record, range, ({ title }) => title === 'Leave this as it is…');
    assert.equal(command?.command, 'alongside.setAside');
    const [place] = command.arguments as [object];

    const left = await commands.executeCommand('alongside.leaveAsItIs', { ...place, reason: 'Court wording' });
    await gone(record, ENGAGEMENT.words);
    assert.match(await sidecar(), /rule: label\/engagement, fingerprint: [0-9a-f]{16}, reason: Court wording \}/);
    assert.equal(record.getText(), before);
    assert.ok(!record.isDirty);

    await commands.executeCommand('alongside.takeBack', left);
    await seen(record, ENGAGEMENT.words);
    assert.doesNotMatch(await sidecar(), /label\//);

    await commands.executeCommand('alongside.leaveAsItIs', { ...place, reason: 'Court wording' });
    await gone(record, ENGAGEMENT.words);
    await workspace.fs.delete(inWorkspace(SIDECAR));
    await seen(record, ENGAGEMENT.words);

    // Asked why, and Escape: nothing is left.
    const asked = commands.executeCommand(command.command, place);
    await commands.executeCommand('workbench.action.closeQuickOpen');
    await asked;
    await seen(record, ENGAGEMENT.words);
  });
});
