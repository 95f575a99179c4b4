/** Where a finding leads besides its own words. */
import assert from 'node:assert/strict';
import { languageClient, PULLING, words, type TestClient } from '../support/language-client.js';

const NOTE = 'file:///records/visit.md';
const PLACES = { ...PULLING, textDocument: { ...PULLING.textDocument, diagnostic: { relatedInformation: true } } };
const AGAIN = 'The same words again';
const BOTTOM_LINE = 'The bottom line: is this one of the things that answer it?';

describe('other places that matter', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  const related = async (text: string, rule: string): Promise<readonly (readonly [string, string])[]> => {
    client = await languageClient(PLACES);
    client.open(NOTE, text);
    const { items } = await client.pull(NOTE);
    const item = items.find(({ data }) => data.rule === rule);
    assert.ok(item, items.map(({ data }) => data.rule).join(', '));
    return (item.relatedInformation ?? []).map(({ location, message }) => [words(text, location.range), message]);
  };

  it('are those of a term that is raised once, as words of their own', async () => {
    assert.deepEqual(await related('Mum’s parenting capacity is low. We will look at parenting capacity again, and at parenting capacityX.\n', 'label/parenting-capacity'), [['parenting capacity', AGAIN]]);
  });

  it('are where letters are said in full too late, and where they stand again', async () => {
    const text = 'We rang MARAC on Monday.\n\nMARAC (Multi-Agency Risk Assessment Conference) met on Friday, and MARAC will meet again.\n';
    assert.deepEqual(await related(text, 'jargon/acronym'), [
      ['MARAC', 'Said in full here; it helps where the letters first stand'], ['MARAC', AGAIN], ['MARAC', AGAIN],
    ]);
  });

  it('are the bottom line that an action may answer', async () => {
    const plan = (line: string): string => `# Plan for Leo\n\n${line}\n\n## Actions\n\n- Support to be given to Mum\n`;
    assert.deepEqual(await related(plan('## The bottom line\n\nDad does not sleep here, because he hurt Leo.\n\nNan comes each day.'), 'plan/no-who'), [
      ['Dad does not sleep here, because he hurt Leo.', BOTTOM_LINE], ['Nan comes each day.', BOTTOM_LINE],
    ]);
    assert.deepEqual(await related(plan('Our bottom line is that Dad does not sleep here.'), 'plan/no-when'), [['Our bottom line is that Dad does not sleep here.', BOTTOM_LINE]]);
    assert.deepEqual(await related(plan('We like this family.'), 'plan/no-when'), []);
  });

  it('are the entry before one that is out of order', async () => {
    const rows = '| 3 May 2024 | Dad threw a chair. |\n| 9 May 2024 | Leo went to Sana’s. |\n| 4 April 2024 | Dad lost his job. |\n| 1 June 2024 | Leo came home. |\n';
    assert.deepEqual(await related(`---\ntype: chronology\n---\n# Chronology\n\n| Date | Event |\n|---|---|\n${rows}`, 'document/chronology-order'), [['9 May 2024', 'It stands after this']]);
  });

  it('are where a child who is not heard is first spoken of', async () => {
    const text = '---\ntype: assessment\nchild: Emeka Obi, Maya Obi\n---\n# Assessment\n\n- Present: Emeka, Maya\n\nI met Dad at the flat on 3 May. The worry is that Emeka is late for school and that Maya goes without breakfast.\n\nDad has work again. He said that the boiler is broken and that he rings the landlord each week.\n\n## Child’s voice\n\nNot seen.\n';
    assert.deepEqual(await related(text, 'childs-voice/missing'), [['Emeka', 'Emeka is first spoken of here'], ['Maya', 'Maya is first spoken of here']]);
  });
});
