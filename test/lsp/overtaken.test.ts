/** What overtakes an answer that is on its way: an edit, a closed record, other rules. All orders at random: test/proof. */
import assert from 'node:assert/strict';
import { everythingLate, type Late } from '../support/late.js';
import { languageClient, words, type TestClient } from '../support/language-client.js';
import { turn } from '../support/stepped-server.js';

const NOTE = 'file:///records/visit.md';
const RULES = '/records/alongside.yml';
const TEXT = 'Dad failed to engage with the course.\n';

describe('an answer that is overtaken', () => {
  let client: TestClient;
  let late: Late;
  beforeEach(async () => {
    client = await languageClient();
    client.files.set(RULES, 'packs: [family-valued]\n');
    late = everythingLate();
  });
  afterEach(() => {
    late.stop();
    client.stop();
  });

  /** The answer, once all that it waits for has come; `meanwhile` is done while it waits. */
  async function overtaken<T>(answer: Promise<T>, meanwhile: () => void): Promise<T> {
    let waits = true;
    void answer.finally(() => (waits = false));
    while (late.held() === 0) await turn();
    meanwhile();
    for (let turns = 0; waits && turns < 1000; turns++) {
      if (turns > 20) late.letGo(0); // after what was done meanwhile has come
      await turn();
    }
    return answer;
  }

  it('by an edit, has its places in the text that it is for', async () => {
    client.open(NOTE, TEXT);
    const { items } = await overtaken(client.pull(NOTE), () => client.change(NOTE, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: 'x\n\n' }));
    assert.deepEqual(items.map(({ range, data }) => [words(TEXT, range), (data as { version: number }).version]), [['failed to engage with the course', 1]]);
  });

  it('by other rules, is not taken for their answer', async () => {
    client.open(NOTE, TEXT);
    const { resultId } = await overtaken(client.pull(NOTE), () => {
      client.files.set(RULES, 'rules:\n  label/engagement: off\n');
      client.saved(RULES);
    });
    late.stop();
    const next = await client.pull(NOTE, resultId);
    assert.deepEqual([next.kind, next.items], ['full', []]);
  });

  it('by the record’s being closed, says nothing of it', async () => {
    client.open(NOTE, TEXT);
    const { items } = await overtaken(client.pull(NOTE), () => client.close(NOTE));
    assert.deepEqual(items, []);
  });

  it('or kept from before the record was closed, is not taken for that of another text', async () => {
    late.stop();
    client.open(NOTE, TEXT);
    const { resultId } = await client.pull(NOTE);
    client.close(NOTE);
    client.open(NOTE, 'Dad came.\n');
    const next = await client.pull(NOTE, resultId);
    assert.deepEqual([next.kind, next.items], ['full', []]);
  });
});
