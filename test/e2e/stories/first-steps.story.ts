/** Beginning: the example, a new record from a template, the tour; and fixes that fill in, or hold for all records. */
import assert from 'node:assert/strict';
import { commands, env, extensions, Uri, window, workspace, type TextDocument } from 'vscode';
import { templatesToChoose } from '../../../client/src/new-record.js';
import { takeBack } from '../../../client/src/rules-changed.js';
import { ENGAGEMENT } from './expected.js';
import { actionOn, closeAll, gone, inWorkspace, open, seen, show, until, write } from './editor.js';

const PACKS = 'packs: [family-valued, signs-of-safety, family-group-conference]\n';

describe('first steps', () => {
  afterEach(closeAll);

  const here = (): TextDocument => window.activeTextEditor!.document;

  it('open the example, which has something to look at', async () => {
    await commands.executeCommand('alongside.openExample');
    assert.equal(here().isUntitled, true);
    await seen(here(), 'domestic incident');
  });

  it('begin a new record: the first blank is ready to be typed over, everywhere at once', async () => {
    const choosing = commands.executeCommand('alongside.newRecord');
    const record = await until('a new record', async () => {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return window.activeTextEditor?.document.getText().includes('# Visit to') ? here() : undefined;
    });
    await choosing;
    assert.ok(record.isUntitled);
    assert.doesNotMatch(record.getText(), /template: true|\{\{/);
    await commands.executeCommand('type', { text: 'Amara' });
    assert.match(record.getText(), /child: "Amara"[^]*# Visit to Amara, [^]*## What Amara said and did/);
    await commands.executeCommand('jumpToNextSnippetPlaceholder');
    await commands.executeCommand('type', { text: 'Hope Street' });
    assert.match(record.getText(), /\*\*Where:\*\* Hope Street, \[from when to when\]/);
    // The next blank stands in the same sentence, and is not raised while that is being written; the one after it is.
    await commands.executeCommand('jumpToNextSnippetPlaceholder');
    await commands.executeCommand('type', { text: 'from ten to eleven' });
    await seen(record, '[names, and who');
  });

  it('offer a team’s own templates before those that ship, and every one of those is there', async () => {
    const { extensionUri } = extensions.getExtension('family-valued.alongside')!;
    const uri = inWorkspace('forms/ours.md').toString();
    const offered = templatesToChoose([{ uri, type: 'plan', title: 'Our plan' }], extensionUri);
    assert.deepEqual(offered.slice(0, 3).map(({ label, description }) => [label, description]), [['Your team’s templates', undefined], ['Our plan', 'forms/ours.md'], ['Come with Alongside', undefined]]);
    for (const { uri: file } of offered.slice(3)) assert.ok((await workspace.fs.readFile(file!)).length > 0);
  });

  it('are a tour of commands that exist and pages that are there', async () => {
    const { packageJSON, extensionUri } = extensions.getExtension('family-valued.alongside')!;
    const [tour] = packageJSON.contributes.walkthroughs;
    const known = new Set(await commands.getCommands());
    assert.equal(tour.steps.length, 5);
    for (const { media, description } of tour.steps) {
      assert.ok((await workspace.fs.readFile(Uri.joinPath(extensionUri, media.markdown))).length > 0);
      for (const [, command] of description.matchAll(/command:([\w.]+)/g)) assert.ok(known.has(command), command);
    }
    await commands.executeCommand('workbench.action.openWalkthrough', 'family-valued.alongside#alongside.start', false);
  });
});

describe('a fix', () => {
  afterEach(async () => {
    await write('alongside.yml', PACKS);
    await closeAll();
  });

  it('puts in a sentence with blanks, the first of them ready', async () => {
    const record = await show(await workspace.openTextDocument({ language: 'markdown', content: 'Mum to engage with CAMHS.\n' }));
    const { range } = await seen(record, 'engage with CAMHS');
    const action = await actionOn(record, range, ({ title }) => title.startsWith('Add a sentence'));
    assert.ok(await workspace.applyEdit(action.edit!));
    assert.equal(record.getText(), 'Mum to engage with CAMHS. [Name] will [do what] with [who] on [when].\n');
    await commands.executeCommand('undo');
    await until('the sentence as it was', () => record.getText() === 'Mum to engage with CAMHS.\n' || undefined, () => record.getText());
  });

  it('leaves words in all records, and takes that back', async () => {
    const record = await open('case-note.md');
    const { range } = await seen(record, ENGAGEMENT.words);
    const action = await until('the choice, made out', async () => {
      const actions = await commands.executeCommand<{ title: string; edit?: import('vscode').WorkspaceEdit; command?: import('vscode').Command }[]>('vscode.executeCodeActionProvider', record.uri, range, undefined, 20);
      return actions?.find(({ title, edit }) => title.startsWith('Leave “failed to engage”') && edit);
    });
    assert.ok(await workspace.applyEdit(action.edit!));
    await gone(record, ENGAGEMENT.words);
    const rules = await workspace.openTextDocument(inWorkspace('alongside.yml'));
    assert.equal(rules.getText(), `${PACKS}\nrules:\n  label/engagement:\n    allow: [failed to engage]\n`);
    const [{ uri, before }] = action.command!.arguments as [{ uri: string; before: string }];
    await takeBack(Uri.parse(uri), before);
    assert.equal(rules.getText(), PACKS);
    await seen(record, ENGAGEMENT.words);
  });

  it('that says “false alarm” shows a report without a word of the record, and copies nothing by itself', async () => {
    const record = await open('case-note.md');
    const { range } = await seen(record, ENGAGEMENT.words);
    await env.clipboard.writeText('before');
    const action = await actionOn(record, range, ({ command }) => command?.command === 'alongside.falseAlarm');
    void commands.executeCommand('alongside.falseAlarm', ...action.command!.arguments!);
    const report = await until('a report', () => workspace.textDocuments.find((one) => one.getText().startsWith('A false alarm in Alongside')));
    assert.match(report.getText(), /label\/engagement/);
    assert.match(report.getText(), /\[\[xxxxxx xx xxxxxx\]\]/);
    assert.doesNotMatch(report.getText(), /engage last|month|Dad/);
    assert.equal(await env.clipboard.readText(), 'before');
  });
});
