import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { COMMANDS } from '../../server/src/cli/commands.js';
import { manual } from '../../server/src/cli/manual.js';

describe('docs/cli.md', () => {
  it('says what the commands are. After a change: GOLDEN=write npm run test:unit -- cli/manual', () => {
    if (process.env['GOLDEN'] === 'write') writeFileSync('docs/cli.md', manual(COMMANDS));
    assert.equal(readFileSync('docs/cli.md', 'utf8'), manual(COMMANDS));
  });
});
