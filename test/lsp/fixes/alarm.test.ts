import assert from 'node:assert/strict';
import { shapeOf } from '../../../server/src/lsp/fixes/alarm.js';
import { languageClient, type TestClient } from '../../support/language-client.js';

const NOTE = 'file:///records/visit.md';
const TEXT = '# Visit\n\nWe had tea. Saoirse-Anne Ó Dálaigh (8) rang at 14:05 & Dad failed to engage with Ms Nguyễn 🙂. Leo slept.\n';

describe('a report of a false alarm', () => {
  let client: TestClient;
  afterEach(() => client?.stop());

  it('has the rule, the version and the shape of the one sentence, and not a word of it', async () => {
    client = await languageClient();
    client.open(NOTE, TEXT);
    const { items } = await client.pull(NOTE);
    const item = items.find(({ code }) => code === 'label/engagement')!;
    const report = await client.request('alongside/falseAlarm', { uri: NOTE, rule: 'label/engagement', range: item.range }) as string;
    assert.match(report, /Rule: +label\/engagement\n/);
    assert.match(report, /Version: +0\.0\.0\n/);
    assert.match(report, /\n    Xxxxxxx-Xxxx X Xxxxxxx \(0\) xxxx xx 00:00 & Xxx \[\[xxxxxx xx xxxxxx xxxx Xx Xxxxxx\]\] ·\.\n/);
    for (const word of ['Saoirse', 'Dálaigh', 'Nguy', '14', 'engage with', 'rang', 'tea', 'Leo']) assert.ok(!report.includes(word), word);
  });

  it('is made for nothing that is not raised', async () => {
    client = await languageClient();
    client.open(NOTE, TEXT);
    assert.equal(await client.request('alongside/falseAlarm', { uri: NOTE, rule: 'label/engagement', range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } } }), null);
  });

  it('tells nothing of any script', () => {
    for (const text of ['Ünal Şahin', 'محمد ٣', '李娜', 'Zoë 7½', '𝐀lex']) assert.doesNotMatch(shapeOf(text), /[^Xx0 ·\p{P}]/u, text);
  });
});
