import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { languageClient, PULLING, words, type TestClient } from '../../support/language-client.js';

const NOTE = 'file:///records/visit.md';
const POOR = readFileSync('examples/case-note.md', 'utf8');
const FEW = { titles: 'human', show: 'few', few: 5, writing: 'quiet' } as const;

describe('what is put before a writer', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  const ruleOf = ({ data }: Diagnostic): string => data.rule;
  const pull = async (): Promise<readonly Diagnostic[]> => (await client.pull(NOTE)).items;
  /** Does something that makes the server ask to be asked again. */
  const after = async (act: () => void): Promise<readonly Diagnostic[]> => {
    const refreshed = client.refreshed();
    act();
    await refreshed;
    return pull();
  };
  const show = (wish: string): Promise<readonly Diagnostic[]> => after(() => void client.request('alongside/show', { uri: NOTE, wish }));
  const sign = (kind: string, position = {}): void => client.notify('alongside/writing', { uri: NOTE, sign: { kind, ...position } });

  describe('the useful few', () => {
    it('are five of many, and the rest is counted', async () => {
      client = await languageClient(PULLING, FEW);
      client.open(NOTE, POOR);
      const items = await pull();
      assert.equal(items.length, 5);
      assert.ok(items.some((item) => ruleOf(item).startsWith('minimising/')));
      assert.ok(items.some((item) => ruleOf(item) === 'childs-voice/missing'));
      const { shown, held, good } = client.summary(NOTE)!;
      assert.equal(shown, 5);
      assert.ok(held > 20, String(held));
      assert.ok(good.length > 0);
    });

    it('are everything for a client that asks for nothing', async () => {
      client = await languageClient();
      client.open(NOTE, POOR);
      const items = await pull();
      assert.ok(items.length > 25);
      assert.ok(items.every(({ code }) => /^[a-z-]+\/[a-z-]+$/.test(String(code))), 'rule ids');
      assert.equal(client.summary(NOTE), undefined);
    });

    it('carry a title for people, and lead to the rule', async () => {
      client = await languageClient(PULLING, FEW);
      client.open(NOTE, POOR);
      const items = await pull();
      const item = items.find((one) => ruleOf(one) === 'minimising/domestic-incident');
      assert.equal(item?.code, 'May hide harm');
      assert.match(String(item?.message), /^“domestic incident”: [^\n]+\.\n[^\n]+\?$/, 'the question on a line of its own');
      for (const { message } of items) for (const line of String(message).split('\n')) assert.ok(line.length <= 80, 'no line runs out of a strip');
      assert.equal(item?.codeDescription?.href, 'alongside-rule:/minimising/domestic-incident');
    });

    it('are followed by the next when one is dealt with, and the others stay', async () => {
      client = await languageClient(PULLING, FEW);
      client.open(NOTE, POOR);
      const before = (await pull()).map((item) => `${ruleOf(item)} ${words(POOR, item.range)}`);
      const start = POOR.split('\n').findIndex((line) => line.includes('domestic incident'));
      const at = POOR.split('\n')[start].indexOf('domestic incident');
      client.change(NOTE, { range: { start: { line: start, character: at }, end: { line: start, character: at + 'domestic incident'.length } }, text: 'punch' });
      const text = client.textOf(NOTE);
      sign('left');
      const now = (await pull()).map((item) => `${ruleOf(item)} ${words(text, item.range)}`);
      assert.equal(now.length, 5);
      assert.deepEqual(before.filter((one) => !now.includes(one)), before.filter((one) => one.startsWith('minimising/domestic-incident')));
    });

    it('become more, all, and few again when the reader asks', async () => {
      client = await languageClient(PULLING, FEW);
      client.open(NOTE, POOR);
      assert.equal((await pull()).length, 5);
      assert.equal((await show('more')).length, 10);
      assert.ok((await show('all')).length > 25);
      assert.equal(client.summary(NOTE)?.held, 0);
      assert.equal((await show('few')).length, 5);
    });

    it('are none until asked for, where the reader wants it so', async () => {
      client = await languageClient(PULLING, { ...FEW, show: 'asked' });
      client.open(NOTE, POOR);
      assert.deepEqual(await pull(), []);
      assert.ok(client.summary(NOTE)!.held > 20);
      assert.equal((await show('few')).length, 5);
    });

    it('are everything in a template', async () => {
      client = await languageClient(PULLING, FEW);
      client.open(NOTE, POOR.replace('---\n', '---\ntemplate: true\n'));
      assert.ok((await pull()).length > 25);
    });
  });

  describe('words of the trade', () => {
    const TRADE = (type: string): string => `---\ntype: ${type}\n---\n\nThe siblings have contact on Mondays. We will liaise with agencies about contact.\n`;

    it('are one line where professionals write for each other, and lead to each of them', async () => {
      client = await languageClient({ ...PULLING, textDocument: { ...PULLING.textDocument, diagnostic: { relatedInformation: true } } }, FEW);
      client.open(NOTE, TRADE('supervision'));
      const fold = (await pull()).filter((item) => ruleOf(item) === 'jargon');
      assert.equal(fold.length, 1);
      assert.match(String(fold[0].message), /^\d words of our own trade in this record, such as “siblings” and “liaise with”/);
      assert.ok(fold[0].relatedInformation!.length > 2);
      assert.match(fold[0].relatedInformation![0].message, /^“siblings”: /);
      const [action] = await client.actions(NOTE, fold);
      assert.equal(action.title, 'Show these words one by one');
      assert.deepEqual(action.command?.arguments, ['words']);
      assert.ok((await show('words')).filter((item) => ruleOf(item).startsWith('jargon/')).length > 2);
    });

    it('are shown one by one where families read', async () => {
      client = await languageClient(PULLING, FEW);
      client.open(NOTE, TRADE('letter'));
      assert.ok((await pull()).filter((item) => ruleOf(item).startsWith('jargon/')).length > 1);
    });
  });

  it('is never an error in a live record, whatever the rulebook says', async () => {
    client = await languageClient();
    client.files.set('/records/alongside.yml', 'rules:\n  label/engagement: error\n');
    client.open(NOTE, 'Dad failed to engage.\n');
    assert.deepEqual((await pull()).map(({ severity }) => severity), [2]);
  });

  describe('while a sentence is being written', () => {
    /** A record of twelve lines of all kinds, typed key by key. */
    const SENTENCES = [
      '# Home visit, 3 March\n', '\n', 'Dad failed to engage with Dr. Shah at 10.30 a.m. on Monday.', ' Mum was told to attend the course.', '\n\n',
      '"She never listens," Leo said.', ' There was a further domestic incident.', ' Is Mum non-compliant?', '\n\n- Mum to engage with services\n', '- Siblings will have contact.', '\n\n',
      '| What | Who | When |\n', '|---|---|---|\n', '| Mum to engage with services | Dad | soon |\n', '| Ring the school | | |\n',
    ];

    it('raises nothing in it at any key, and everything one pause after its end', async () => {
      client = await languageClient(PULLING, { ...FEW, show: 'all' });
      client.open(NOTE, '');
      let text = '';
      for (const sentence of SENTENCES) {
        const start = text.length + (/^\s*/.exec(sentence)?.[0].length ?? 0);
        for (const key of sentence) {
          client.change(NOTE, { range: end(text), text: key });
          text += key;
          if (key === '\n') continue; // a line that was ended has been left
          const over = (await pull()).filter(({ range }) => offset(text, range.end) > start);
          assert.deepEqual(over.map(({ range }) => words(text, range)), [], text);
        }
        if (/[.?]$/.test(text) || /\S\n$/.test(text)) {
          sign('paused');
          const shown = (await pull()).map(({ code, range }) => [code, range]);
          const whole = await languageClient(PULLING, { titles: 'human' });
          whole.open(NOTE, text);
          const all = (await whole.pull(NOTE)).items.map(({ code, range }) => [code, range]);
          whole.stop();
          assert.deepEqual(shown, all, text);
        }
      }
      assert.ok((await pull()).length > 4);
    }).timeout(20_000);

    it('waits as long as it has no end, and raises when the cursor leaves', async () => {
      client = await languageClient(PULLING, FEW);
      client.open(NOTE, 'We had tea.\n\n');
      client.change(NOTE, { range: end('We had tea.\n\n'), text: 'Dad failed to engage' });
      assert.deepEqual(await pull(), []);
      assert.equal(client.summary(NOTE)?.waiting, 1);
      sign('paused');
      sign('moved', { line: 2, character: 4 });
      assert.deepEqual(await pull(), []);
      assert.equal((await after(() => sign('moved', { line: 0, character: 0 }))).length, 1);
    });

    it('raises when the record is left or saved', async () => {
      client = await languageClient(PULLING, FEW);
      client.open(NOTE, 'We had tea.\n\n');
      client.change(NOTE, { range: end('We had tea.\n\n'), text: '- Dad failed to engage' });
      assert.deepEqual(await pull(), []);
      assert.equal((await after(() => sign('left'))).length, 1);
    });

    it('leaves what was already raised in a sentence where it is while the sentence is mended', async () => {
      client = await languageClient(PULLING, FEW);
      client.open(NOTE, 'Dad failed to engage with Ms Shah.\n');
      assert.equal((await pull()).length, 1);
      client.change(NOTE, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } }, text: 'Marek' });
      assert.deepEqual((await pull()).map(ruleOf), ['label/engagement']);
      client.change(NOTE, { range: { start: { line: 0, character: 35 }, end: { line: 0, character: 35 } }, text: ' and is non-compliant' });
      assert.deepEqual((await pull()).map(ruleOf), ['label/engagement'], 'and what is new waits');
    });

    it('says what is blank from the next line on, one blank after another', async () => {
      client = await languageClient(PULLING, { ...FEW, show: 'all' });
      let text = '';
      client.open(NOTE, text);
      const raised = async (): Promise<string[]> => (await pull()).filter((one) => ruleOf(one) === 'document/unfilled').map(({ range }) => words(text, range));
      const fill = async (blank: string, answer: string): Promise<string[]> => {
        const before = text.slice(0, text.indexOf(blank));
        client.change(NOTE, { range: { start: end(before).end, end: end(before + blank).end }, text: answer });
        text = text.replace(blank, answer);
        return raised();
      };
      client.change(NOTE, { range: end(text), text: text = '# Visit\n\n- Where: [place], [from when to when]\n- Who: [names]\n\nShe said [what].\n' });
      assert.deepEqual(await raised(), ['[place]']);
      assert.deepEqual(await fill('[place]', 'H'), [], 'the next one is in the sentence being written');
      assert.deepEqual(await fill('[from when to when]', 'ten to eleven'), ['[names]']);
      assert.deepEqual(await fill('[names]', 'Amara and Nan'), ['[what]']);
    });

    it('does not hold back what an opened record holds', async () => {
      client = await languageClient(PULLING, FEW);
      client.open(NOTE, 'Dad failed to engage');
      assert.equal((await pull()).length, 1);
    });
  });
});

function end(text: string): { start: { line: number; character: number }; end: { line: number; character: number } } {
  const lines = text.split('\n');
  const at = { line: lines.length - 1, character: lines[lines.length - 1].length };
  return { start: at, end: at };
}

function offset(text: string, { line, character }: { line: number; character: number }): number {
  return text.split('\n').slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
}
