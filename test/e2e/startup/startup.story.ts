/** The first minute: nothing runs until a record is opened, and then how soon; and two teams' folders in one window, each with its own rules. */
import assert from 'node:assert/strict';
import { commands, env, extensions, ExtensionKind, languages, Uri, workspace, type Extension } from 'vscode';
import { actionOn, closeAll, figure, findings, gone, open, seen, until } from '../stories/editor.js';
import { ENGAGEMENT } from '../stories/expected.js';

const extension = (): Extension<unknown> => extensions.getExtension('family-valued.alongside')!;
const inFolder = (folder: string, name: string): Uri => Uri.joinPath(workspace.workspaceFolders!.find((one) => one.name === folder)!.uri, name);
const write = (file: Uri, text: string): Thenable<void> => workspace.fs.writeFile(file, new TextEncoder().encode(text));

/** A thousand words, with something to look at in every paragraph. */
function longRecord(): string {
  const paragraph = 'Dad failed to engage with the course, and I rang him on Monday to ask what would help. Leo made tea for his nan and said that he wants the bunk by the window, because from there he can see the bus come round the corner. ';
  const words = paragraph.repeat(30).split(' ').slice(0, 1000);
  return `# Visit to Leo, 4 March\n\n${words.join(' ').replaceAll('corner. ', 'corner.\n\n')}.\n`;
}

/** What VS Code's extension host itself notes of its start, in milliseconds of the clock. */
function marks(): readonly { readonly name: string; readonly startTime: number }[] {
  return (globalThis as unknown as { MonacoPerformanceMarks: { getMarks(): { name: string; startTime: number }[] } }).MonacoPerformanceMarks.getMarks();
}

/** Milliseconds from opening a record until its findings are there. */
async function untilFirstFindings(file: Uri): Promise<number> {
  const there = new Promise<number>((resolve) => {
    const listening = languages.onDidChangeDiagnostics(({ uris }) => {
      if (!uris.some((uri) => uri.toString() === file.toString()) || languages.getDiagnostics(file).length === 0) return;
      listening.dispose();
      resolve(performance.now());
    });
  });
  const began = performance.now();
  await open(file);
  return (await there) - began;
}

describe('the first minute', () => {
  // A window with several folders is there before they are.
  before(() => until('both folders', () => workspace.workspaceFolders?.length === 2 || undefined));
  after(closeAll);

  it('waits for a record, begins to read it, and reads the next one', async () => {
    assert.equal(extension().isActive, false, 'with no record open, and no rules file in the folders, there is nothing to do');
    for (const name of ['first.md', 'second.md']) await write(inFolder('north', name), longRecord());
    const opened = Date.now();
    figure('first findings of a 1,000-word record, with nothing started yet', await untilFirstFindings(inFolder('north', 'first.md')));
    assert.ok(extension().isActive);
    const [began, ended] = ['will', 'did'].map((when) => marks().find(({ name }) => name === `code/extHost/${when}ActivateExtension/family-valued.alongside`)?.startTime);
    assert.ok(began !== undefined && ended !== undefined, 'VS Code no longer marks when an extension is activated');
    figure('of these, until VS Code has opened the record and wakes the extension', began - opened);
    figure('activation of the extension', ended - began);
    figure('first findings of a 1,000-word record, once it runs', await untilFirstFindings(inFolder('north', 'second.md')));
  });

  it('is spent where the records are: on the machine that is connected to', () => {
    assert.ok(env.remoteName);
    assert.equal(extension().extensionKind, ExtensionKind.Workspace);
  });
});

describe('two folders in one window', () => {
  after(closeAll);

  it('keep to their own rules, and what is left as it is stays beside its records', async () => {
    assert.deepEqual(workspace.workspaceFolders?.map(({ name }) => name), ['north', 'south']);
    const north = await open(inFolder('north', 'visit.md'));
    await seen(north, ENGAGEMENT.words);
    const south = await open(inFolder('south', 'visit.md'));
    const { range } = await seen(south, ENGAGEMENT.words);

    const { command } = await actionOn(south, range, ({ title }) => title === 'Leave this as it is…');
    const left = await commands.executeCommand('alongside.leaveAsItIs', { ...(command!.arguments as [object])[0], reason: 'Court wording' });
    await gone(south, ENGAGEMENT.words);
    assert.deepEqual((await workspace.fs.readDirectory(inFolder('south', '.alongside'))).map(([name]) => name), ['set-aside.yml']);
    await assert.rejects(async () => { await workspace.fs.stat(inFolder('north', '.alongside')); });
    await commands.executeCommand('alongside.takeBack', left);
    await seen(south, ENGAGEMENT.words);

    await write(inFolder('south', 'alongside.yml'), 'rules:\n  label/engagement: off\n');
    await gone(south, ENGAGEMENT.words);
    await open(inFolder('north', 'visit.md'));
    await until('north as it was', () => findings(north).length > 0 || undefined);
    await seen(north, ENGAGEMENT.words);
  });
});
