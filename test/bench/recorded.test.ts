import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

type Ratios = Readonly<Record<string, number>>;

describe('npm run bench -- --check', () => {
  let losses: (recorded: Ratios | null, measured: Ratios) => readonly string[];
  before(async () => {
    ({ losses } = (await import(pathToFileURL('test/bench/recorded.mjs').href)) as { losses: typeof losses });
  });
  const recorded = JSON.parse(readFileSync('test/bench/recorded.json', 'utf8')) as Ratios;
  const changed = (by: number, name?: string): Ratios => Object.fromEntries(Object.entries(recorded).map(([one, ratio]) => [one, name === undefined || one === name ? ratio * by : ratio]));

  it('has something to check against', () => {
    assert.ok(Object.keys(recorded).length >= 6);
    for (const [name, ratio] of Object.entries(recorded)) assert.ok(ratio > 0, name);
  });

  it('holds at a loss of 19 %, and where nothing is lost', () => {
    for (const by of [1.19, 1, 0.5]) assert.deepEqual(losses(recorded, changed(by)), []);
  });

  for (const name of Object.keys(recorded)) {
    it(`fails at a loss of 21 % of ${name}, and says from what to what`, () => {
      const told = losses(recorded, changed(1.21, name));
      assert.equal(told.length, 1);
      assert.equal(told[0], `${name}: from ${recorded[name].toFixed(3)}, as recorded, to ${(recorded[name] * 1.21).toFixed(3)}, which is 21 % worse; 20 % is let pass.`);
    });
  }

  it('fails where there is nothing to hold a ratio against, on either side', () => {
    assert.deepEqual(losses({ 'cold start': 2 }, {}), ['cold start: recorded as 2.000, and no longer measured.']);
    assert.deepEqual(losses({}, { 'cold start': 2 }), ['cold start: measured as 2.000, and not recorded; --record does so.']);
    assert.deepEqual(losses(null, recorded), ['Nothing is recorded to check against; --record does so.']);
  });
});
