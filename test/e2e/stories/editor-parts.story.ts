/** What the extension adds to the editor around the findings: commands, the switch, the status bar, colours. */
import assert from 'node:assert/strict';
import { ConfigurationTarget, commands, extensions, workspace } from 'vscode';
import { questionDetail } from '../../../client/src/question.js';
import { statusText } from '../../../client/src/status.js';
import { ENGAGEMENT } from './expected.js';
import { colour } from './colours.js';
import { closeAll, gone, open, seen, until } from './editor.js';

describe('the editor', () => {
  afterEach(closeAll);

  it('starts only for Markdown and for folders with a rulebook', async () => {
    const extension = extensions.getExtension('family-valued.alongside');
    assert.ok(extension);
    assert.deepEqual(extension.packageJSON.activationEvents, ['onLanguage:markdown', 'workspaceContains:**/alongside.yml']);
    await open('case-note.md');
    await until('the extension to be active', () => extension.isActive || undefined);
  });

  it('begins again when asked', async () => {
    const record = await open('case-note.md');
    await seen(record, ENGAGEMENT.words);
    await commands.executeCommand('alongside.restart');
    await seen(record, ENGAGEMENT.words);
  });

  it('can be switched off and on', async () => {
    const record = await open('case-note.md');
    await seen(record, ENGAGEMENT.words);
    const settings = workspace.getConfiguration('alongside');
    await settings.update('enable', false, ConfigurationTarget.Workspace);
    await gone(record, ENGAGEMENT.words);
    await settings.update('enable', undefined, ConfigurationTarget.Workspace);
    await seen(record, ENGAGEMENT.words);
  });

  it('says in the status bar what there is to look at, and never too early that there is nothing', () => {
    assert.equal(statusText('ready', { shown: 3, held: 0 }), 'Alongside: 3 to look at');
    assert.equal(statusText('ready', { shown: 5, held: 7 }), 'Alongside: 5 to look at, 7 more');
    assert.equal(statusText('ready', { shown: 0, held: 7 }), 'Alongside: 7 when you ask');
    assert.equal(statusText('ready', { shown: 0, held: 0 }), 'Alongside: nothing to raise');
    assert.equal(statusText('ready', undefined), 'Alongside: reading');
    assert.equal(statusText('starting', undefined), 'Alongside: reading');
    assert.equal(statusText('stopped', undefined), 'Alongside: not running');
  });

  it('puts a question in the order a person thinks', () => {
    assert.equal(
      questionDetail({ title: 'Blame', match: 'failed to engage', why: 'It blames.', ask: 'What got in the way?', ways: ['We failed to listen.'] }),
      'You wrote: “failed to engage”\n\nIt blames.\n\nWhat got in the way?\n\nThis would not be underlined: We failed to listen.',
    );
  });

  it('colours speech, blanks and directives, and leaves links and tick boxes alone', async () => {
    const tokens = await colour([
      'Maya said "I want [a dog] now" and [name] wrote {{date}} at ____ today.',
      '',
      '<!-- alongside-disable-next-line label/engagement reason="court wording" until=2027-03-01 -->',
      '- [ ] See [the plan](plan.md), [it][ref], [[one]], [1], note[^2], and `"code"`. He said “It is **my** turn” [sic].',
      '',
      '[ref]: https://example.org/plan "The plan"',
      '[worker] to ring [school] on Monday',
      '',
      '```',
      '"a code block with a [blank]"',
      '```',
    ]);
    const coloured = (scope: string): string[] => tokens.filter(({ scopes }) => scopes.some((one) => one.startsWith(scope))).map(({ text }) => text);
    assert.equal(coloured('markup.quote.speech').join(''), '"I want [a dog] now"“It is **my** turn”');
    assert.equal(coloured('variable.other.placeholder').join(''), '[a dog][name]{{date}}____[worker][school]');
    assert.deepEqual(coloured('keyword.control.directive'), ['alongside-disable-next-line']);
    assert.deepEqual(coloured('entity.name.tag.rule'), ['label/engagement']);
  });
});
