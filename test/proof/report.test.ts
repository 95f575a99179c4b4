import assert from 'node:assert/strict';
import { renewed, type Told } from './report.js';

const EDITS: Told = { name: 'edits', title: 'Edits', promise: 'An edit changes nothing but work.', figures: [{ label: 'edits', value: '1,000' }], outcome: { kind: 'held' }, made: 'on a Monday' };
const SOAK: Told = { ...EDITS, name: 'soak', title: 'Soak', outcome: { kind: 'broken', why: 'it <grew>\nby 3 | 4' } };

describe('the page of proofs', () => {
  it('tells what was promised, how to see it, and what was measured', () => {
    const page = renewed('', [EDITS]);
    assert.ok(page.endsWith('\n\n## Edits\n\nAn edit changes nothing but work.\n\n`npm run proof -- edits`: passed; on a Monday.\n\n| what | figure |\n|---|---:|\n| edits | 1,000 |\n'), page);
  });

  it('says what failed, on one line and free of markup', () => {
    assert.match(renewed('', [SOAK]), /`npm run proof -- soak`: \*\*did not hold\*\*; on a Monday\.\n\nWhat failed: it \\<grew\\> by 3 \\\| 4\n/);
  });

  it('renews only the sections that were run, and keeps them in order', () => {
    const both = renewed('', [SOAK, EDITS]);
    assert.deepEqual([...both.matchAll(/^## (.*)/gm)].map(([, title]) => title), ['Edits', 'Soak']);
    const again = renewed(both, [{ ...SOAK, outcome: { kind: 'held' } }]);
    assert.equal(again, renewed('', [EDITS, { ...SOAK, outcome: { kind: 'held' } }]));
    assert.equal(renewed(again, []), again);
  });
});
