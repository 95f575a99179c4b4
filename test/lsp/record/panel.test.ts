import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { RecordPanel } from '../../../server/src/lsp/record/panel.js';
import type { RecordVoices } from '../../../server/src/lsp/record/voices.js';
import { languageClient, PULLING, words, type TestClient } from '../../support/language-client.js';

const NOTE = 'file:///records/plan.md';

describe('this record', () => {
  let client: TestClient;
  afterEach(() => client.stop());
  const panel = async (): Promise<RecordPanel> => (await client.request('alongside/overview', { uri: NOTE })) as RecordPanel;

  it('says who is in it, how children are heard, and whose actions there are, each with its place', async () => {
    client = await languageClient();
    const text = readFileSync('examples/plan-again.md', 'utf8').replaceAll('\n', '\r\n');
    client.open(NOTE, text);
    const { people, children, actions, goingWell, statements, type } = await panel();
    assert.equal(type, 'plan');
    assert.deepEqual(people.slice(0, 3).map(({ name, who }) => `${name} ${who}`), ['Mia-Rose Delaney child', 'Cian Delaney child', 'Noreen family']);
    assert.deepEqual(people[0].at, { line: 2, character: 7 });
    const [miaRose] = children;
    assert.equal(words(text, miaRose.words[0].range), '"I don\'t want to be the one who checks if he\'s drunk."');
    assert.deepEqual(actions.map(({ owner, actions: theirs }) => `${owner} ${theirs.length}`), ['Joel Whitlock 2', 'Patrick 1', 'Adaeze Nwosu 1', 'Noreen 1']);
    assert.ok(goingWell.length > 0);
    assert.deepEqual(statements[0].parts, ['who', 'past', 'future', 'impact'].map((part) => ({ part, present: true })));
  });

  it('gathers findings by their titles, hidden harm before words of the trade', async () => {
    client = await languageClient(PULLING, { show: 'few', few: 3, titles: 'human' });
    const text = readFileSync('examples/case-note.md', 'utf8');
    client.open(NOTE, text);
    const { items } = await client.pull(NOTE);
    const { findings } = await panel();
    assert.ok(items.some(({ code }) => code === findings[0].title));
    const titles = findings.map(({ title }) => title);
    assert.ok(titles.indexOf('May hide harm') >= 0 && titles.indexOf('May hide harm') < titles.indexOf('Blame for not taking part'), titles.join());
    assert.ok(findings.reduce((sum, { places }) => sum + places.length, 0) > 20);
    for (const { places } of findings) for (const { text: said, range } of places) assert.equal(words(text, range).replace(/\s+/g, ' ').slice(0, 10), said.slice(0, 10));
  });

  it('shows what was set aside, and what of it is no longer there', async () => {
    client = await languageClient(PULLING, { setAside: 'client' });
    const text = '# Visit\n\nDad failed to engage with the course. Mum is non-compliant.\n';
    client.files.set('/records/plan.md', text);
    client.open(NOTE, text);
    const { items } = await client.pull(NOTE);
    const { range, code: rule } = items.find(({ code }) => code === 'label/engagement')!;
    await client.command('alongside.leaveAsItIs', { uri: NOTE, rule, range, reason: 'Court wording', by: 'PS', until: null });
    const [here] = (await panel()).aside;
    assert.deepEqual([here.standing, here.reason, here.by, here.place?.text], ['here', 'Court wording', 'PS', 'failed to engage with the course']);
    client.change(NOTE, { text: '# Visit\n\nMum is well.\n' });
    const [gone] = (await panel()).aside;
    assert.deepEqual([gone.standing, gone.title, gone.place], ['gone', 'Blame for not taking part', null]);
  });

  it('is not raised about a sentence that is being written', async () => {
    client = await languageClient(PULLING, { writing: 'quiet' });
    client.open(NOTE, '# Visit\n\n');
    await client.pull(NOTE);
    client.change(NOTE, { range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, text: 'Dad failed to engage with' });
    await client.pull(NOTE);
    assert.deepEqual((await panel()).findings, []);
  });

  it('is nothing for a file that is no record', async () => {
    client = await languageClient();
    assert.equal(await panel(), null);
  });

  it('tells whose words each stretch is, quoted or passed on', async () => {
    client = await languageClient();
    const text = '---\nchild: Maya Osei\n---\n\n# Visit to Maya Osei\n\nMaya said, "I like it here." Mum told me that she sleeps badly. The "complex" case is open.\n\n> I want to stay.\n> — Maya\n';
    client.open(NOTE, text);
    const { voices } = (await client.request('alongside/voices', { uri: NOTE })) as RecordVoices;
    assert.deepEqual(voices.map(({ voice, speaker, how, range }) => [voice, speaker, how, words(text, range).split('\n')[0]]), [
      ['child', 'Maya', 'quoted', '"I like it here."'],
      ['family', 'Mum', 'reported', 'she sleeps badly'],
      ['child', 'Maya', 'quoted', 'I want to stay.'],
    ]);
  });
});
