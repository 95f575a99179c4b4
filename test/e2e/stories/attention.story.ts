/** What a writer is shown, and when: the most useful few, the rest on asking, and nothing in the sentence being typed. */
import assert from 'node:assert/strict';
import { ConfigurationTarget, Selection, commands, window, workspace, type TextDocument } from 'vscode';
import { welcomeText } from '../../../client/src/welcome.js';
import { menuFor } from '../../../client/src/attention.js';
import { ENGAGEMENT } from './expected.js';
import { closeAll, findingOn, findings, inWorkspace, open, seen, show, until, write } from './editor.js';

/** Eight different things to look at, and harm among them last. */
const POOR = [
  '# Home visit, 3 March\n', 'Dad failed to engage with the course.\n', 'Mum was told to attend.\n', 'Mum is non-compliant.\n', 'Nan is hard to reach.\n',
  'Dad is hostile.\n', 'Mum claims that she rang.\n', 'There was a further domestic incident on Friday.\n',
].join('\n');

describe('what a writer is shown', () => {
  const choose = (how: string | undefined): Thenable<void> => workspace.getConfiguration('alongside').update('show', how, ConfigurationTarget.Workspace);
  before(() => choose('few'));
  after(() => choose(undefined));
  afterEach(closeAll);

  const count = (document: TextDocument, wanted: (many: number) => boolean): Promise<number> => until('that many findings', () => {
    const many = findings(document).length;
    return wanted(many) ? many : undefined;
  }, () => String(findings(document).length));

  it('is a few, hidden harm among them, and all on asking', async () => {
    await write('poor.md', POOR);
    const record = await open('poor.md');
    await seen(record, 'domestic incident');
    const few = findings(record).length;
    assert.ok(few === 3 || few === 5, `a few, not ${few}`);
    await commands.executeCommand('alongside.showMore');
    await count(record, (many) => many > few);
    await commands.executeCommand('alongside.showAll');
    await count(record, (many) => many > 6);
    await commands.executeCommand('alongside.showFew');
    await count(record, (many) => many === few);
    await closeAll();
    await workspace.fs.delete(inWorkspace('poor.md'));
  });

  it('is nothing in the sentence being typed, and all of it when it has ended', async () => {
    const record = await show(await workspace.openTextDocument({ language: 'markdown', content: 'Leo made tea.\n\n' }));
    const editor = window.activeTextEditor!;
    const last = record.positionAt(record.getText().length);
    editor.selection = new Selection(last, last);
    for (const key of 'Dad failed to engage with it') {
      await commands.executeCommand('type', { text: key });
      assert.deepEqual(findings(record), []);
    }
    await commands.executeCommand('type', { text: '.' });
    await seen(record, ENGAGEMENT.words);
  });

  it('comes when the cursor leaves a sentence that has no end', async () => {
    const record = await show(await workspace.openTextDocument({ language: 'markdown', content: 'Leo made tea.\n\n' }));
    const editor = window.activeTextEditor!;
    const last = record.positionAt(record.getText().length);
    editor.selection = new Selection(last, last);
    await commands.executeCommand('type', { text: `- Dad ${ENGAGEMENT.words}` });
    assert.equal(findingOn(record, ENGAGEMENT.words), undefined);
    await commands.executeCommand('cursorTop');
    await seen(record, ENGAGEMENT.words);
  });

  it('begins with who sees it, what it cannot do, and something good', () => {
    const said = welcomeText({ shown: 3, good: [{ kind: 'familys-words', child: null, line: 4 }, { kind: 'childs-words', child: 'Maya', line: 11 }] });
    assert.equal(said, 'Alongside reads your records on this computer only: nobody else sees what it says. It looks at words, and cannot judge whether a child is safe. One good thing about this record: Maya’s own words are in it (line 12). 3 questions are underlined for you. What to do with them is yours to decide.');
  });

  it('can be chosen from one list, with what is good first', () => {
    const summary = { uri: '', version: 1, type: null, shown: 5, folded: 0, held: 12, waiting: 0, good: [{ kind: 'childs-words', child: 'Maya', line: 11 }] };
    const [first, ...others] = menuFor(summary);
    assert.match(first.label, /Maya’s own words are in it \(line 12\)/);
    assert.deepEqual(others.map(({ command }) => command), ['editor.action.marker.next', 'workbench.actions.view.problems', 'alongside.showMore', 'alongside.showAll', 'alongside.openPanel', 'alongside.showVoices', 'alongside.copyClean', 'alongside.openRules']);
  });
});
