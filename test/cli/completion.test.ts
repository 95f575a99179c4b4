import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { SHELLS } from '../../server/src/cli/completion-command.js';
import { completionScript } from '../../server/src/cli/completion.js';
import { command } from '../../server/src/cli/command.js';
import { COMMANDS } from '../../server/src/cli/commands.js';

const TEST = command({ name: 'drill test', brief: 'it’s [odd]: "quoted"', about: '', operands: '[PATH …]', options: { only: { value: 'RULE', brief: '', about: '' } }, examples: [], run: async () => 0 });
const TABLE = [...COMMANDS, TEST, { ...TEST, name: 'drill search', operands: null, options: {} }];

describe('completion', () => {
  for (const shell of SHELLS) {
    it(`for ${shell} knows every command and option`, () => {
      const script = completionScript(shell, TABLE);
      for (const { name, options } of TABLE) for (const word of [...name.split(' '), ...Object.keys(options)]) assert.ok(script.includes(word), word);
    });
  }

  it('in bash offers what may stand where the cursor is', function () {
    const cases: readonly (readonly [words: readonly string[], offered: readonly string[] | 'files'])[] = [
      [['che'], ['check']],
      [['check', '--conf'], ['--config']],
      [['check', '--fail-on', ''], ['suggestion', 'warning', 'error', 'never']],
      [['check', '--fail-on', '=', 'w'], ['warning']],
      [['check', '--fail-on', '='], ['suggestion', 'warning', 'error', 'never']],
      [['check', '--config', 'package.js'], 'files'],
      [['check', 'package.js'], 'files'],
      [['completion', ''], [...SHELLS]],
      [['drill', ''], ['test', 'search']],
      [['drill', 'test', '--o'], ['--only']],
      [['drill', 'search', 'package.js'], []],
    ];
    const asked = cases.map(([words]) => `COMP_WORDS=(alongside ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}; COMPREPLY=(); _alongside; echo "\${COMPREPLY[*]}"`);
    const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-c', `${completionScript('bash', TABLE)}\n${asked.join('\n')}`], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    const offered = stdout.split('\n').slice(0, -1);
    cases.forEach(([words, wanted], index) => assert.equal(offered[index], wanted === 'files' ? 'package.json' : wanted.join(' '), words.join(' ')));
  });
});
