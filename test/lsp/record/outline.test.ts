import assert from 'node:assert/strict';
import type { CodeLens, DocumentLink, DocumentSymbol, FoldingRange, Range } from 'vscode-languageserver-protocol';
import { languageClient, PULLING, words, type TestClient } from '../../support/language-client.js';

const NOTE = 'file:///records/plan.md';
const TEXT = [
  '---', 'type: plan', 'child: Maya Osei, Leo Osei', '---', '', '# Plan', '', '## Children’s voices', '', 'Maya said, "I like it at Nan\'s." Maya said, "Mum sings to us now."', '',
  '## Danger statement', '', 'Adwoa and Priti are worried because Kofi hit Leo on 4 May and his lip was cut.', '',
  '## Actions', '', '| What | Who | By when |', '|---|---|---|', '| Ring the school | Adwoa | 4 June |', '| Fit the bolt | Kofi | |', '| Ask about a meeting | | 5 June |', '',
  'Dad failed to engage. <!-- alongside-disable-line label/engagement reason="label/engagement is court wording" -->', '',
].join('\n');

describe('a record as a whole', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  const ask = async <T>(method: string, params: object = {}): Promise<T> => client.request(method, { textDocument: { uri: NOTE }, ...params }) as Promise<T>;
  const lines = (symbols: readonly DocumentSymbol[], depth = 0): string[] => symbols.flatMap(({ name, detail, children }) => [`${'  '.repeat(depth)}${name}${detail ? ` (${detail})` : ''}`, ...lines(children ?? [], depth + 1)]);

  describe('outline', () => {
    it('holds sections, and in them statements and actions', async () => {
      client = await languageClient();
      client.open(NOTE, TEXT);
      assert.deepEqual(lines(await ask('textDocument/documentSymbol')), [
        'Plan',
        '  Children’s voices',
        '  Danger statement',
        '    Danger statement: Adwoa and Priti are worried because Kofi hit Leo on 4 May and his lip was cut (Here: who is worried · what has happened · what it would mean for the child. Still to say: what could happen)',
        '  Actions',
        '    Action: Ring the school (Adwoa)',
        '    Action: Fit the bolt (Kofi · no date yet)',
        '    Action: Ask about a meeting (nobody named yet)',
      ]);
    });

    it('leaves sections to an editor that has them', async () => {
      client = await languageClient(PULLING, { sections: 'client' });
      client.open(NOTE, TEXT);
      const symbols = await ask<DocumentSymbol[]>('textDocument/documentSymbol');
      assert.deepEqual(symbols.map(({ name }) => name.split(':')[0]), ['Danger statement', 'Action', 'Action', 'Action']);
    });

    it('keeps each selection inside its symbol, and each symbol inside the one that holds it', async () => {
      client = await languageClient();
      client.open(NOTE, `${TEXT.replaceAll('\n', '\r\n')}## Next  \r\n\r\n## Last   `);
      const within = ({ start, end }: Range, outer: Range): boolean => [start, end].every(({ line, character }) => (line > outer.start.line || (line === outer.start.line && character >= outer.start.character)) && (line < outer.end.line || (line === outer.end.line && character <= outer.end.character)));
      const check = (symbols: readonly DocumentSymbol[], outer?: Range): void => symbols.forEach(({ range, selectionRange, children }) => {
        assert.ok(within(selectionRange, range) && (!outer || within(range, outer)), JSON.stringify({ range, selectionRange, outer }));
        check(children ?? [], range);
      });
      check(await ask('textDocument/documentSymbol'));
    });

    it('is still that of rules in a rules file', async () => {
      client = await languageClient();
      client.open('file:///records/alongside.yml', 'packs: [family-valued]\nrules:\n  label/complex: off\n');
      const symbols = await client.request('textDocument/documentSymbol', { textDocument: { uri: 'file:///records/alongside.yml' } }) as DocumentSymbol[];
      assert.ok(symbols.length > 0);
    });
  });

  it('folds front matter, sections and tables', async () => {
    client = await languageClient();
    client.open(NOTE, TEXT);
    const folds = (await ask<FoldingRange[]>('textDocument/foldingRange')).map(({ startLine, endLine }) => `${startLine}–${endLine}`);
    assert.deepEqual(folds, ['0–3', '5–23', '7–9', '11–13', '15–23', '17–21']);
  });

  it('has no line on how a child is heard while the place for it is still to be filled in', async () => {
    client = await languageClient();
    const record = (said: string): string => `---\ntype: case-note\nchild: Zofia Bielak\n---\n# Visit to Zofia\n\n${'We sat in the kitchen and had tea. '.repeat(12)}\n\n## What Zofia said and did\n\n${said}\n\n## What is going well\n\nMum sings at night.\n`;
    const over = async (text: string): Promise<readonly (string | undefined)[]> => {
      client.open(NOTE, text);
      const titles = (await ask<CodeLens[]>('textDocument/codeLens')).map(({ command }) => command?.title);
      client.close(NOTE);
      return titles;
    };
    assert.deepEqual(await over(record('"[Child’s own words]"\n\n[What you saw]')), []);
    assert.deepEqual(await over(record('She made tea.')), ['Child’s voice: Zofia in the writer’s words ×1, no own words yet']);
    assert.deepEqual(await over(record('"I like the bunk," Zofia said.')), ['Child’s voice: Zofia’s own words ×1']);
  });

  it('links a directive to the rule it names, and not its reason', async () => {
    client = await languageClient(PULLING, { rules: 'client' });
    client.open(NOTE, TEXT);
    const links = await ask<DocumentLink[]>('textDocument/documentLink');
    assert.deepEqual(links.map(({ range, target, tooltip }) => [words(TEXT, range), range.start.character, target, tooltip]), [['label/engagement', 50, 'alongside-rule:/label/engagement', 'Why “Blame for not taking part” is raised, and when to leave it']]);
  });

  it('links to where a team has written the rule itself', async () => {
    client = await languageClient();
    client.files.set('/records/alongside.yml', 'packs: [family-valued]\nrules:\n  ours/panel:\n    title: A panel\n    why: Families should not have to ask.\n    entries:\n      - avoid: panel date\n        ask: What is decided there?\n    examples:\n      raise: The [[panel date]] is set.\n      leave: We will hear.\n');
    client.open(NOTE, '# Note\n\nThe panel date is 4 May. <!-- alongside-disable-line ours/panel reason="agreed" -->\n');
    const [link] = await ask<DocumentLink[]>('textDocument/documentLink');
    assert.equal(link.target, 'file:///records/alongside.yml#L3');
  });

  describe('lines over headings', () => {
    const said = (lenses: readonly CodeLens[]): string[] => lenses.map(({ range, command }) => `${range.start.line} ${command?.title}`);

    it('say how children are heard, which parts of a statement are there, and whose the actions are', async () => {
      client = await languageClient(PULLING, { rules: 'client' });
      client.open(NOTE, TEXT);
      const lenses = await ask<CodeLens[]>('textDocument/codeLens');
      assert.deepEqual(said(lenses), [
        '7 Child’s voice: Maya’s own words ×2 · Leo not yet heard',
        '13 Here: who is worried · what has happened · what it would mean for the child. Still to say: what could happen',
        '15 3 actions: 1 for Adwoa, 1 for Kofi, 1 with nobody named, 1 with no date',
      ]);
      const [voice] = lenses;
      assert.equal(voice.command?.command, 'alongside.showPlaces');
      const [, , places] = voice.command?.arguments as [string, object, { range: Parameters<typeof words>[1] }[]];
      assert.deepEqual(places.slice(0, 2).map(({ range }) => words(TEXT, range)), ['"I like it at Nan\'s."', '"Mum sings to us now."']);
    });

    it('stand over the record where no heading is for the children', async () => {
      client = await languageClient();
      client.open(NOTE, `---\ntype: case-note\nchild: Leo Osei\n---\n\n# Visit\n\nI saw Leo on 4 May. ${'We talked about the week and what had been hard for everybody. '.repeat(4)}\n`);
      assert.deepEqual(said(await ask('textDocument/codeLens')), ['5 Child’s voice: Leo not yet heard']);
    });

    it('say nothing of a record that is only begun, and nothing where none are wanted', async () => {
      client = await languageClient();
      client.open(NOTE, '---\nchild: Leo Osei\n---\n\n# Visit\n\nI saw Leo.\n');
      assert.deepEqual(await ask('textDocument/codeLens'), []);
      client.stop();
      client = await languageClient(PULLING, { lenses: 'none' });
      client.open(NOTE, TEXT);
      assert.deepEqual(await ask('textDocument/codeLens'), []);
    });

    it('follow the writing', async () => {
      client = await languageClient();
      client.open(NOTE, TEXT);
      await ask('textDocument/codeLens');
      const line = TEXT.split('\n').findIndex((text) => text.startsWith('| Fit the bolt'));
      client.change(NOTE, { range: { start: { line, character: 0 }, end: { line, character: 25 } }, text: '| Fit the bolt | Kofi | 3 June |' });
      assert.ok(said(await ask('textDocument/codeLens')).includes('15 3 actions: 1 for Adwoa, 1 for Kofi, 1 with nobody named'));
    });
  });
});
