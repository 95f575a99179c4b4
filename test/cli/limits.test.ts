import assert from 'node:assert/strict';
import { runAmong } from '../support/memory-world.js';

const FILES = { '/work/a.md': 'Dad failed to engage. Her siblings came.\n', '/work/b.md': 'Mum failed to engage.\n' };

describe('--max-findings', () => {
  const cases: readonly (readonly [limits: readonly string[], code: number, says: RegExp | null])[] = [
    [['3'], 0, null],
    [['2'], 1, /\n\n3 findings, and --max-findings allows 2, so this run ends with 1\.\n$/],
    [['label=2', 'jargon=1'], 0, null],
    [['label=1'], 1, /2 findings of label, and --max-findings allows 1, so/],
    [['jargon=0', '0'], 1, /1 finding of jargon, and --max-findings allows 0.*\n\n3 findings, and/],
    [['plan=0'], 0, null],
  ];
  for (const [limits, code, says] of cases) {
    it(limits.join(' and '), async () => {
      const ran = await runAmong(FILES, ['check', ...limits.flatMap((limit) => ['--max-findings', limit])]);
      assert.equal(ran.code, code);
      if (says) assert.match(ran.out, says);
      else assert.doesNotMatch(ran.out, /max-findings/);
    });
  }
  it('counts whatever the gate says', async () => assert.equal((await runAmong(FILES, ['check', '--fail-on', 'never', '--max-findings', '2'])).code, 1));

  it('says so beside a format for programs', async () => {
    const { code, error } = await runAmong(FILES, ['check', '--max-findings', '2', '--format', 'json']);
    assert.deepEqual([code, error], [1, 'alongside: 3 findings, and --max-findings allows 2, so this run ends with 1.\n']);
  });

  const wrong: readonly (readonly [limits: readonly string[], says: string])[] = [
    [['many'], '--max-findings takes a whole number, as 20 or label=5; “many” has none.'],
    [['-1'], '--max-findings needs a value after it.'],
    [['label='], '--max-findings takes a whole number, as 20 or label=5; “label=” has none.'],
    [['1', '2'], '--max-findings says twice how many findings there may be.'],
    [['label=1', 'label=2'], '--max-findings says twice how many findings of “label” there may be.'],
  ];
  for (const [limits, says] of wrong) {
    it(`${limits.join(' and ')} is refused`, async () => {
      const { code, error } = await runAmong(FILES, ['check', ...limits.flatMap((limit) => ['--max-findings', limit])]);
      assert.deepEqual([code, error.split('\n')[0]], [2, `alongside: ${says}`]);
    });
  }
  it('knows the categories', async () => {
    assert.match((await runAmong(FILES, ['check', '--max-findings', 'lable=1'])).error, /The category of --max-findings cannot be “lable”; did you mean “label”\?/);
  });
});
