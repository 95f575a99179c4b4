import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { analyse } from '../../server/src/engine/analyse.js';
import { NOTE_TYPES } from '../../server/src/engine/rule.js';
import { createRuleSet } from '../../server/src/engine/rule-set.js';
import { recordFrom } from '../../server/src/lsp/new-record.js';
import { NOBODY_KNOWN } from '../../server/src/rulebook/rulebook.js';
import { BUILT_IN } from '../support/built-in.js';
import { languageClient, type TestClient } from '../support/language-client.js';

const FOLDER = 'client/templates';
const TODAY = '2026-05-04';

/** The text that is there once a snippet has been put in and nothing typed. */
function untouched(snippet: string): string {
  return snippet.replace(/\$0/, '').replace(/\$\{\d+:((?:[^\\}]|\\.)*)\}/g, '$1').replace(/\\([\\$}])/g, '$1');
}

describe('templates that ship', () => {
  const rules = createRuleSet(BUILT_IN, null);
  const read = (text: string): ReturnType<typeof analyse> => analyse(text, rules, { type: null, template: false, people: NOBODY_KNOWN, today: TODAY });

  it('are there for every kind of record', () => {
    assert.deepEqual(readdirSync(FOLDER).sort(), NOTE_TYPES.map((type) => `${type}.md`).sort());
  });

  for (const type of NOTE_TYPES) {
    it(`${type} says what it is, and raises nothing`, () => {
      const analysis = read(readFileSync(`${FOLDER}/${type}.md`, 'utf8'));
      assert.equal(analysis.type, type);
      assert.ok(analysis.template);
      assert.deepEqual(analysis.findings.map(({ rule, message }) => `${rule}: ${message}`), []);
    });

    it(`${type} makes a record in which the blanks are all there is to say`, () => {
      const record = untouched(recordFrom(readFileSync(`${FOLDER}/${type}.md`, 'utf8'), TODAY));
      const analysis = read(record);
      assert.equal(analysis.template, false);
      assert.match(record, /\ndate: 2026-05-04\n/);
      assert.doesNotMatch(record, /\{\{|template:|<!--/);
      assert.deepEqual(record.match(/\[[^[\]]{121,}\]/g), null, 'longer ones are no blanks');
      assert.deepEqual([...new Set(analysis.findings.map(({ rule }) => rule))].filter((rule) => rule !== 'document/unfilled'), []);
    });
  }
});

describe('a new record', () => {
  let client: TestClient | undefined;
  afterEach(() => client?.stop());

  it('has a stop for each blank, the same one wherever the child’s name stands', () => {
    const snippet = recordFrom('---\ntype: plan\ntemplate: true\nchild: "[child\'s name]"\ndate:\n---\n\n# [Child\'s name]: {{today}}\n\n<!-- For the worker. -->\n\n- [name] and [name] pay $5 <!-- a note --> by ____ {so}\n', TODAY);
    assert.equal(snippet, '---\ntype: plan\nchild: "${1:[child\'s name]}"\ndate: 2026-05-04\n---\n\n# ${1:[Child\'s name]}: 4 May 2026\n\n- ${2:[name]} and ${3:[name]} pay \\$5 by ${4:____} {so\\}\n$0');
  });

  it('leaves out what is said to whoever fills the template in, and no more', () => {
    assert.equal(recordFrom('<!-- One. -->\n\n# Plan <!-- Two. --> <!-- Three. -->\n  <!-- Four. --> <!-- Five.\n\nSix. --> \n\nMum came. <!-- Seven. --> \n<!-- Eight. --> Nan came.\n', TODAY), '# Plan\nMum came. \n Nan came.\n$0');
    assert.equal(recordFrom('Mum came.\n<!-- One. -->\nNan\n<!-- came.\n', TODAY), 'Mum came.\nNan\n<!-- came.\n$0');
  });

  it('is as good without front matter, and leaves a date in the text alone', () => {
    assert.equal(recordFrom('date: soon\n\n[x] done\n', TODAY), 'date: soon\n\n[x] done\n$0');
  });

  it('may begin with a template of the team, found by the rules file or by what it says itself', async () => {
    client = await languageClient({}, {}, ['file:///records']);
    client.files.set('/records/alongside.yml', 'notes:\n  "forms/**": { type: plan, template: true }\n');
    client.files.set('/records/forms/ours.md', '# Our plan\n');
    client.files.set('/records/other/letter.md', '---\ntemplate: true\n---\n\nDear [name],\n');
    client.files.set('/records/visit.md', '# Visit\n');
    assert.deepEqual(await client.request('alongside/templates', {}), [
      { uri: 'file:///records/forms/ours.md', type: 'plan', title: 'Our plan' },
      { uri: 'file:///records/other/letter.md', type: null, title: 'letter' },
    ]);
  });
});
