import assert from 'node:assert/strict';
import { readArguments } from '../../server/src/cli/arguments.js';
import { columns } from '../../server/src/cli/columns.js';
import { command, type Command } from '../../server/src/cli/command.js';
import { COMMANDS } from '../../server/src/cli/commands.js';
import { FORMATS } from '../../server/src/cli/report/formats.js';
import { runAmong } from '../support/memory-world.js';

const CHECK = COMMANDS.find(({ name }) => name === 'check')!;
const OPTIONS = [...Object.keys(CHECK.options), 'help', 'version'].map((name) => `--${name}`).join(', ');
const KNOWN_FORMATS = FORMATS.join(', ');

describe('arguments', () => {
  const wrong: readonly (readonly [args: readonly string[], says: string])[] = [
    [['check', '--formt', 'json'], `There is no option “--formt”; did you mean “--format”? Options: ${OPTIONS}.`],
    [['check', '--formt=json'], `There is no option “--formt”; did you mean “--format”? Options: ${OPTIONS}.`],
    [['check', '--zzzzzzzz'], `There is no option “--zzzzzzzz”. Options: ${OPTIONS}.`],
    [['check', '-x'], `There is no option “-x”. Options: ${OPTIONS}.`],
    [['check', '--format'], '--format needs a value after it.'],
    [['check', '--format='], '--format needs a value after it.'],
    [['check', '--fail-on='], '--fail-on needs a value after it. It is one of suggestion, warning, error, never.'],
    [['check', '--config', '--format', 'json'], '--config needs a value after it.'],
    [['check', '--help=yes'], '--help takes no value.'],
    [['check', '--format', 'jsn'], `--format cannot be “jsn”; did you mean “json”? It is one of ${KNOWN_FORMATS}.`],
    [['check', '--format', 'json='], '--format json= names no file.'],
    [['check', '--format', 'json', '--format', 'pretty'], 'Only one format can be printed; give the others a file: --format pretty=report.pretty'],
    [['check', '--format', 'json=a', '--format', 'pretty=a'], 'Two reports cannot both be written to “a”.'],
    [['check', '--fail-on', 'warnings'], '--fail-on cannot be “warnings”; did you mean “warning”? It is one of suggestion, warning, error, never.'],
    [['check', '--fail-on', 'gate'], '--fail-on cannot be “gate”. It is one of suggestion, warning, error, never.'],
    [['check', 'a.md', ''], 'One of the arguments is empty; a variable may have had nothing in it.'],
    [['check', '-', '-'], 'Standard input (“-”) can be read only once.'],
    [['check', 'a.md', '--stdin-filename', 'b.md'], '--stdin-filename says what standard input is called, and “-” is not among the paths.'],
    [['completion'], 'Say for which shell: bash, zsh, fish.'],
    [['completion', 'tcsh'], 'There is no completion for “tcsh”; there is for bash, zsh, fish.'],
    [['completion', 'bash', 'zsh'], 'One shell at a time: “zsh” is one too many.'],
  ];
  for (const [args, says] of wrong) {
    it(`alongside ${args.join(' ')}`, async () => {
      const request = readArguments(args, COMMANDS);
      assert.deepEqual(request.kind === 'wrong' && [request.message, request.command?.name], [says, args[0]]);
      assert.deepEqual(await runAmong({}, args), { code: 2, out: '', error: `alongside: ${says}\nalongside ${args[0]} --help shows what there is.\n` });
    });
  }

  const unknown: readonly (readonly [args: readonly string[], says: string])[] = [
    [['chekc'], 'There is no command “chekc”; did you mean “check”? To check records: alongside check chekc'],
    [['notes/'], 'There is no command “notes/”. To check records: alongside check notes/'],
    [['--format', 'json', 'notes/'], 'There is no command “notes/”. To check records: alongside check notes/'],
    [['help', 'chekc'], 'There is no command “chekc”; did you mean “check”? To check records: alongside check chekc'],
    [['--nonsense'], 'There is no option “--nonsense”. Options: --help, --version.'],
  ];
  for (const [args, says] of unknown) {
    it(`alongside ${args.join(' ')}`, async () => assert.deepEqual(await runAmong({}, args), { code: 2, out: '', error: `alongside: ${says}\nalongside --help shows what there is.\n` }));
  }

  const asked: readonly (readonly [args: readonly string[], operands: readonly string[], options: object])[] = [
    [['check'], [], {}],
    [['check', 'a.md', '-'], ['a.md', '-'], {}],
    [['--fail-on', 'never', 'check', 'a.md'], ['a.md'], { 'fail-on': 'never' }],
    [['check', '--format', 'json', '--config', 'x.yml', '--stdin-filename', 'b.md', '-'], ['-'], { format: ['json'], config: 'x.yml', 'stdin-filename': 'b.md' }],
    [['check', '--format=json=a.json', '--format=pretty'], [], { format: ['json=a.json', 'pretty'] }],
    [['check', '--', '--odd.md'], ['--odd.md'], {}],
  ];
  for (const [args, operands, options] of asked) {
    it(`alongside ${args.join(' ')}`, () => {
      const request = readArguments(args, COMMANDS);
      assert.ok(request.kind === 'run' && request.command === CHECK);
      assert.deepEqual(request.given.operands, operands);
      for (const [name, value] of Object.entries(request.given.options)) assert.deepEqual(value, (options as Record<string, unknown>)[name] ?? (CHECK.options[name].value === null ? false : CHECK.options[name].many ? [] : null));
    });
  }

  describe('with commands of two words', () => {
    const plain = (name: string, operands: string | null = null): Command => command({ name, brief: '', about: '', operands, options: {}, examples: [], run: async () => 0 });
    const table = [plain('rules test', '[PATH …]'), plain('rules search'), plain('set', '[X]'), plain('set aside')];
    const said = (args: readonly string[]): unknown => {
      const request = readArguments(args, table);
      return request.kind === 'run' ? [request.command.name, request.given.operands] : request.kind === 'wrong' ? request.message : [request.kind, 'command' in request ? request.command?.name : null];
    };
    it('takes the longest that is meant', () => {
      assert.deepEqual(said(['rules', 'test', 'a']), ['rules test', ['a']]);
      assert.deepEqual(said(['set', 'b']), ['set', ['b']]);
      assert.deepEqual(said(['set', 'aside']), ['set aside', []]);
      assert.deepEqual(said(['help', 'rules', 'search']), ['help', 'rules search']);
    });
    it('says what the first word may be followed by', () => {
      assert.equal(said(['rules']), '“rules” is followed by one of test, search.');
      assert.equal(said(['rules', 'tset']), '“rules” is followed by one of test, search, not by “tset”; did you mean “test”?');
    });
    it('takes no operands where there are none', () => assert.equal(said(['rules', 'search', 'x']), '“rules search” takes nothing after it but options, and “x” is none.'));
  });

  for (const args of [['--version'], ['-v'], ['version'], ['check', '--version']]) it(`alongside ${args.join(' ')}`, async () => assert.deepEqual(await runAmong({}, args), { code: 0, out: '1.2.3\n', error: '' }));
});

describe('help', () => {
  const fits = (out: string): void => {
    const lines = out.trimEnd().split('\n');
    assert.ok(lines.length <= 40, `${lines.length} lines`);
    for (const line of lines) assert.ok(columns(line) <= 80 && line === line.trimEnd(), line);
  };
  for (const args of [[], ['--help'], ['-h'], ['help']]) {
    it(`alongside ${args.join(' ')} names every command on one screen`, async () => {
      const { code, out, error } = await runAmong({}, args);
      assert.deepEqual([code, error], [0, '']);
      for (const { name, brief } of COMMANDS) assert.ok(out.includes(`alongside ${name}`) && out.includes(brief), name);
      fits(out);
    });
  }
  for (const { name, options } of COMMANDS) {
    it(`alongside ${name} --help names every option on one screen`, async () => {
      const { code, out, error } = await runAmong({}, [...name.split(' '), '--help']);
      assert.deepEqual([code, error], [0, '']);
      for (const [option, { brief }] of Object.entries(options)) assert.ok(out.includes(`--${option}`) && out.includes(brief), option);
      fits(out);
      assert.equal((await runAmong({}, ['help', ...name.split(' ')])).out, out);
    });
  }
  it('has an option of one name take a value everywhere or nowhere', () => {
    const seen = new Map<string, boolean>();
    for (const [name, { value }] of COMMANDS.flatMap(({ options }) => Object.entries(options))) {
      assert.equal(seen.get(name) ?? value === null, value === null, name);
      seen.set(name, value === null);
    }
  });
});
