/** A record seen whole: its outline, the lines over its headings, the panel, whose words are whose, and help while writing. */
import assert from 'node:assert/strict';
import { CompletionList, commands, window, workspace, type CodeLens, type CompletionItem, type DocumentLink, type DocumentSymbol, type FoldingRange, type TextDocument } from 'vscode';
import { colour } from './colours.js';
import { closeAll, inWorkspace, open, show, until, write } from './editor.js';

const NAME = 'seen-whole.md';
const TEXT = [
  '---', 'type: plan', 'child: Maya Osei, Leo Osei', '---', '', '# Plan', '', '## Child’s voice', '', 'Maya said, "I like it at Nan\'s." Maya said, "Mum sings to us now."', '',
  '## Danger statement', '', 'Adwoa and Priti are worried because Kofi hit Leo on 4 May and his lip was cut.', '',
  '## Actions', '', '| What | Who | By when |', '|---|---|---|', '| Ring the school | Adwoa | 4 June |', '| Fit the bolt | Kofi | |', '',
  'Dad failed to engage. <!-- alongside-disable-line label/engagement reason="court wording" -->', '',
].join('\n');

describe('a record seen whole', () => {
  let record: TextDocument;
  beforeEach(async () => {
    await write(NAME, TEXT);
    record = await open(NAME);
  });
  afterEach(async () => {
    await closeAll();
    await workspace.fs.delete(inWorkspace(NAME));
  });

  const ask = <T>(command: string, what: string, wanted: (found: T) => boolean, ...more: unknown[]): Promise<T> => until(what, async () => {
    const found = await commands.executeCommand<T>(command, record.uri, ...more);
    return found && wanted(found) ? found : undefined;
  });

  it('has its statements and actions in the outline, and each heading once', async () => {
    const names = (symbols: readonly DocumentSymbol[]): string[] => symbols.flatMap(({ name, children }) => [name, ...names(children)]);
    const found = await ask<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', 'an outline', (symbols) => ['Danger statement:', '## Actions'].every((start) => names(symbols).some((name) => name.startsWith(start))));
    assert.deepEqual(names(found).filter((name) => /Actions?$/.test(name)), ['## Actions']);
    assert.ok(names(found).includes('Action: Ring the school'));
  });

  it('has lines over its headings, and folds', async () => {
    const lenses = await ask<CodeLens[]>('vscode.executeCodeLensProvider', 'lines over headings', (found) => found.some(({ command }) => command?.title.startsWith('Child’s voice')), 20);
    const titles = lenses.map(({ command }) => command?.title);
    assert.ok(titles.includes('Child’s voice: Maya’s own words ×2 · Leo not yet heard'), titles.join('\n'));
    assert.ok(titles.includes('2 actions: 1 for Adwoa, 1 for Kofi, 1 with no date'), titles.join('\n'));
    await ask<FoldingRange[]>('vscode.executeFoldingRangeProvider', 'a table that folds', (folds) => folds.some(({ start, end }) => start === 17 && end === 20));
  });

  it('leads from a directive to its rule', async () => {
    const [link] = await ask<DocumentLink[]>('vscode.executeLinkProvider', 'a link', (links) => links.some(({ target }) => target?.scheme === 'alongside-rule'), 20).then((links) => links.filter(({ target }) => target?.scheme === 'alongside-rule'));
    const rule = await workspace.openTextDocument(link.target!);
    assert.match(rule.getText(), /Blame for not taking part/);
  });

  it('opens its panel, goes where a line of it leads, and marks whose words are whose', async () => {
    await commands.executeCommand('alongside.openPanel');
    await commands.executeCommand('alongside.goTo', record.uri.toString(), { start: { line: 20, character: 2 }, end: { line: 20, character: 14 } });
    assert.equal(record.getText(window.activeTextEditor!.selection), 'Fit the bolt');
    await commands.executeCommand('alongside.showVoices');
    await commands.executeCommand('alongside.showVoices');
    let listed = false;
    void commands.executeCommand('alongside.listVoices').then(() => { listed = true; });
    await until('the list to be closed', async () => {
      await commands.executeCommand('workbench.action.closeQuickOpen');
      return listed || undefined;
    });
  });

  it('helps with a heading, a sentence, a name and an acronym, and not inside a quotation', async () => {
    const complete = async (text: string, by?: string): Promise<readonly CompletionItem[]> => {
      record = await show(await workspace.openTextDocument({ language: 'markdown', content: TEXT + text }));
      const list = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', record.uri, record.positionAt(record.getText().length), by);
      seenLast = JSON.stringify(labels(list.items));
      return list.items;
    };
    const offers = (label: string, text: string): Promise<unknown> => until(`${label} after “${text.trim()}”`, async () => labels(await complete(text)).includes(label) || undefined, () => seenLast);
    let seenLast = '';
    const labels = (items: readonly CompletionItem[]): readonly string[] => items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok((await until('headings', async () => { const found = labels(await complete('#', '#')); return found.length > 0 ? found : undefined; })).every((label) => label !== 'Actions'));
    await offers('Danger statement', '\n');
    await offers('Maya Osei', '\nWe met with M');
    await offers('Independent Reviewing Officer', '\nThe IRO');
    assert.ok(!labels(await complete('\nMaya said, “')).includes('Danger statement'));
  });

  it('keeps a question beside the words it is about, with ways to put it', async () => {
    await commands.executeCommand('alongside.peekQuestion', { title: 'Who decided?', match: 'was told to', why: 'It hides who asked.', ask: 'Who asked, and what did they say?', ways: ['Priti asked Mum to come.', 'Mum said she would come.'] });
    const page = await until('a page with the question', () => workspace.textDocuments.find(({ uri }) => uri.scheme === 'alongside-question')?.getText() || undefined);
    assert.match(page, /^Who decided\?\n\nYou wrote: “was told to”\n\nIt hides who asked\.\n\nWho asked, and what did they say\?\n\nWays of putting it that would not be underlined:\n- Priti asked Mum to come\.\n- Mum said she would come\./);
    assert.equal(window.activeTextEditor?.document, record);
    assert.equal(record.getText(), TEXT);
  });

  it('colours what the parts of a statement hang on, and no other worry or label', async () => {
    const found = async (line: string): Promise<readonly string[]> => (await colour([line])).filter(({ scopes }) => scopes.some((scope) => /\.statement\..*alongside|section\.statement\.alongside/.test(scope))).map(({ text }) => text.trim());
    assert.deepEqual(await found('**Danger statement 1:** Adwoa and Priti are worried that if Kofi drinks, Leo could be hit.'), ['Danger statement 1:', 'are worried that if', 'could be']);
    assert.deepEqual(await found('Nan is worried because Leo was cold.'), ['is worried because']);
    assert.deepEqual(await found('## What we are worried about'), []);
    assert.deepEqual(await found('We could meet on Friday; the scale of it is small.'), []);
    assert.deepEqual(await found('Maya said, “Mum is worried that I could fall.”'), []);
  });
});
