import assert from 'node:assert/strict';
import { readArguments } from '../../server/src/cli/arguments.js';
import { runAmong } from '../support/memory-world.js';

const OPTIONS = '--format, --config, --stdin-filename, --fail-on, --help, --version';

describe('arguments', () => {
  const wrong: readonly (readonly [args: readonly string[], says: string])[] = [
    [['chekc'], 'There is no command “chekc”; did you mean “check”? To check records: alongside check chekc'],
    [['notes/'], 'There is no command “notes/”. To check records: alongside check notes/'],
    [['check', '--formt', 'json'], `There is no option “--formt”; did you mean “--format”? Options: ${OPTIONS}.`],
    [['check', '--formt=json'], `There is no option “--formt”; did you mean “--format”? Options: ${OPTIONS}.`],
    [['check', '--zzzzzzzz'], `There is no option “--zzzzzzzz”. Options: ${OPTIONS}.`],
    [['check', '-x'], `There is no option “-x”. Options: ${OPTIONS}.`],
    [['check', '--format'], '--format needs a value after it.'],
    [['check', '--format='], '--format needs a value after it. It is one of pretty, json.'],
    [['check', '--config', '--format', 'json'], '--config needs a value after it.'],
    [['check', '--help=yes'], '--help takes no value.'],
    [['check', '--format', 'jsn'], '--format cannot be “jsn”; did you mean “json”? It is one of pretty, json.'],
    [['check', '--fail-on', 'warnings'], '--fail-on cannot be “warnings”; did you mean “warning”? It is one of suggestion, warning, error, never.'],
    [['check', '--fail-on', 'gate'], '--fail-on cannot be “gate”. It is one of suggestion, warning, error, never.'],
    [['check', 'a.md', ''], 'One of the paths is empty; a variable may have had nothing in it.'],
    [['check', '-', '-'], 'Standard input (“-”) can be read only once.'],
    [['check', 'a.md', '--stdin-filename', 'b.md'], '--stdin-filename says what standard input is called, and “-” is not among the paths.'],
  ];
  for (const [args, says] of wrong) {
    it(`alongside ${args.join(' ')}`, async () => {
      assert.deepEqual(readArguments(args), { kind: 'wrong', message: says });
      assert.deepEqual(await runAmong({}, args), { code: 2, out: '', error: `alongside: ${says}\nalongside --help shows what there is.\n` });
    });
  }

  const asked: readonly (readonly [args: readonly string[], options: object])[] = [
    [['check'], { paths: ['.'] }],
    [['check', 'a.md', '-'], { paths: ['a.md', '-'] }],
    [['check', '--fail-on=never', 'a.md'], { paths: ['a.md'], failOn: 'never' }],
    [['check', '--format', 'json', '--config', 'x.yml', '--stdin-filename', 'b.md', '-'], { paths: ['-'], format: 'json', config: 'x.yml', stdinFilename: 'b.md' }],
    [['check', '--', '--odd.md'], { paths: ['--odd.md'] }],
  ];
  for (const [args, options] of asked) {
    it(`alongside ${args.join(' ')}`, () => assert.deepEqual(readArguments(args), { kind: 'check', options: { format: 'pretty', config: null, stdinFilename: null, failOn: 'gate', ...options } }));
  }

  for (const args of [[], ['--help'], ['-h'], ['help'], ['check', '--help'], ['check', 'a.md', '-h']]) {
    it(`alongside ${args.join(' ')} helps`, async () => {
      const { code, out, error } = await runAmong({}, args);
      assert.deepEqual([code, error], [0, '']);
      for (const option of OPTIONS.split(', ')) assert.ok(out.includes(option), option);
      for (const line of out.split('\n')) assert.ok(line.length <= 80 && line === line.trimEnd(), line);
    });
  }

  for (const args of [['--version'], ['-v'], ['version']]) it(`alongside ${args.join(' ')}`, async () => assert.deepEqual(await runAmong({}, args), { code: 0, out: '1.2.3\n', error: '' }));
});
