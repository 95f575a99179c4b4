import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { BUILT_IN } from '../support/built-in.js';

interface Measured {
  readonly check: (text: string) => { readonly findings: readonly { readonly rule: string }[] };
  readonly size: { readonly rules: number; readonly problems: number };
}

describe('npm run bench', () => {
  it('measures the engine of the working tree with the rules that ship, but for those whose libraries stand beside it', async () => {
    const { loadAlongside } = (await import(pathToFileURL('test/bench/alongside.mjs').href)) as { loadAlongside: () => Promise<Measured> };
    const { check, size } = await loadAlongside();
    assert.deepEqual(check('Dad failed to engage.').findings.map(({ rule }) => rule), ['label/engagement']);
    assert.deepEqual(size, { ...size, rules: BUILT_IN.rules.filter(({ pack }) => pack !== 'plain-english').length, problems: 0 });
  });
});
