/**
 * Where people run it: the packed command line in an empty folder without a network, the GitHub action's steps, the GitLab
 * job's script, and the pre-commit hook through a real commit.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

const ROOT = resolve('.');
const BLAME = 'Dad failed to engage.\n';

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

describe('delivery', () => {
  let folder = '';
  let tarball = '';
  let packed: readonly string[] = [];
  const run = (program: string, args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): Ran => {
    // No cache of an earlier installation, and no way to a registry.
    const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8', env: { ...process.env, npm_config_offline: 'true', npm_config_cache: join(folder, 'npm'), npm_config_update_notifier: 'false', NO_COLOR: '1', ...env } });
    return { code: status, out: stdout, error: stderr };
  };
  const put = (path: string, text: string): string => {
    const at = join(folder, path);
    mkdirSync(resolve(at, '..'), { recursive: true });
    writeFileSync(at, text);
    return at;
  };
  before(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'alongside-delivery-')));
    const { code, out, error } = run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], ROOT);
    assert.equal(code, 0, error);
    const told = JSON.parse(out) as Record<string, Pack> | readonly Pack[];
    const [pack] = Object.values(told) as Pack[];
    tarball = join(folder, pack.filename);
    packed = pack.files.map(({ path }) => path);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  interface Pack {
    readonly filename: string;
    readonly files: readonly { readonly path: string }[];
  }

  it('packs what runs from a terminal and its manuals, and needs nothing else', () => {
    for (const needed of ['dist/cli.js', 'dist/cli-main.js', 'dist/server.js', 'dist/packs.bin', 'docs/cli.md', 'README.md', 'LICENSE']) assert.ok(packed.includes(needed), needed);
    assert.deepEqual(packed.filter((path) => !/^(?:dist\/(?:[^/]+\.(?:js|cache|bin|txt)|sbom\.cdx\.json)|docs\/[^/]+\.(?:md|json)|README\.md|LICENSE|package\.json)$/.test(path)), []);
    assert.ok(!packed.some((path) => path.includes('extension')));
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, unknown>;
    assert.deepEqual([manifest['dependencies'], manifest['peerDependencies'], manifest['optionalDependencies']], [undefined, undefined, undefined]);
  });

  it('runs by npx of the tarball in an empty folder, offline', () => {
    const empty = join(folder, 'empty');
    put('empty/a.md', BLAME);
    const { code, out, error } = run('npx', ['--yes', '--package', tarball, '--', 'alongside', 'check', 'a.md', '--format', 'compact', '--fail-on', 'suggestion'], empty);
    assert.equal(code, 1, error);
    assert.match(out, /^a\.md:1:5 suggestion label\/engagement /);
  });

  describe('the GitHub action', () => {
    interface Step {
      readonly id: string;
      readonly run: string;
      readonly shell: string;
      readonly env?: Readonly<Record<string, string>>;
    }
    const action = parse(readFileSync('action.yml', 'utf8')) as { inputs: Readonly<Record<string, { default: string }>>; runs: { using: string; steps: readonly Step[] } };
    /** As a runner does it: inputs into the environment, then each step in bash. */
    const play = (inputs: Readonly<Record<string, string>>, cwd: string): Ran & { readonly outputs: ReadonlyMap<string, string>; readonly summary: string } => {
      const summary = put('summary', '');
      const outputs = new Map<string, string>();
      const value = (expression: string): string => expression.replace(/\$\{\{ (inputs|steps)\.([\w.-]+) \}\}/g, (_, from: string, name: string) => (from === 'steps' ? outputs.get(name) : inputs[name] ?? action.inputs[name].default)!);
      let last: Ran = { code: 0, out: '', error: '' };
      for (const step of action.runs.steps) {
        assert.equal(step.shell, 'bash');
        assert.doesNotMatch(step.run, /\$\{\{/, 'an input that is put into a script could hold commands');
        const env = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, text]) => [name, value(text)]));
        const output = put('output', '');
        last = run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', put('step.sh', step.run)], cwd, { ...env, GITHUB_ACTION_PATH: ROOT, GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary, RUNNER_TEMP: folder });
        for (const [, name, text] of readFileSync(output, 'utf8').matchAll(/^([\w-]+)=(.*)$/gm)) outputs.set(`${step.id}.outputs.${name}`, text);
        if (last.code !== 0) break;
      }
      return { ...last, outputs, summary: readFileSync(summary, 'utf8') };
    };
    before(() => {
      put('records/notes/a b.md', BLAME);
      put('records/templates/plan.md', `---\ntemplate: true\n---\n\n${BLAME}There was a domestic incident.\n`);
    });

    it('marks lines, sums up the job, and ends as the check does', () => {
      const ran = play({}, join(folder, 'records'));
      assert.deepEqual([ran.code, ran.outputs.get('check.outputs.exit-code')], [1, '1']);
      assert.match(ran.out, /^::notice file=notes\/a b\.md,line=1,endLine=1,col=5,endColumn=21,title=/);
      assert.match(ran.summary, /^### Alongside\n\n2 records read, /);
    });
    it('takes its inputs, with spaces and signs in them', () => {
      const ran = play({ paths: 'notes/a b.md\nnotes/$(touch x);*.md\n', 'fail-on': 'suggestion', sarif: 'found it.sarif', html: 'report.html' }, join(folder, 'records'));
      assert.deepEqual([ran.code, ran.outputs.get('check.outputs.exit-code')], [2, '2']);
      assert.match(ran.out, /^::error file=notes\/\$\(touch x\);\*\.md,/m);
      assert.equal(JSON.parse(readFileSync(join(folder, 'records', 'found it.sarif'), 'utf8')).version, '2.1.0');
      assert.match(readFileSync(join(folder, 'records', 'report.html'), 'utf8'), /^<!doctype html>/);
      assert.ok(!existsSync(join(folder, 'records', 'x')));
    });
    it('takes a package that is there, in place of building one', () => {
      const ran = play({ paths: 'notes', 'fail-on': 'never', package: tarball }, join(folder, 'records'));
      assert.deepEqual([ran.code, ran.error], [0, '']);
      assert.ok(ran.outputs.get('alongside.outputs.program')?.startsWith(folder));
    });
  });

  it('the GitLab job writes both of its reports', () => {
    const { alongside: job } = parse(readFileSync('docs/ci/gitlab.yml', 'utf8')) as { alongside: { script: readonly string[]; variables: Record<string, string>; artifacts: { reports: Record<string, string> } } };
    put('gitlab/a.md', BLAME);
    const { code, out, error } = run('bash', ['-eo', 'pipefail', '-c', job.script.join('\n')], join(folder, 'gitlab'), { ...job.variables, ALONGSIDE_PACKAGE: tarball });
    assert.equal(code, 0, error);
    assert.match(out, /^a\.md:1:5 /);
    assert.equal(JSON.parse(readFileSync(join(folder, 'gitlab', job.artifacts.reports['codequality']), 'utf8')).length, 1);
    assert.match(readFileSync(join(folder, 'gitlab', job.artifacts.reports['junit']), 'utf8'), /<testsuites /);
  });

  it('the pre-commit hook holds a commit back, and lets one through', () => {
    const [hook] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as readonly { entry: string; language: string; types: readonly string[] }[];
    assert.deepEqual([hook.language, hook.types], ['node', ['markdown']]);
    const repository = join(folder, 'repository');
    const git = (...args: readonly string[]): Ran => run('git', ['-c', 'user.name=Amara Nwosu', '-c', 'user.email=amara@example.org', ...args], repository);
    put('repository/a b.md', BLAME);
    git('init', '-q');
    // What pre-commit does: the entry of the hook, then the staged files of its types.
    mkdirSync(join(folder, 'bin'));
    symlinkSync(join(ROOT, 'dist', 'cli.js'), join(folder, 'bin', 'alongside'));
    writeFileSync(join(repository, '.git', 'hooks', 'pre-commit'), `#!/bin/sh\nPATH="${join(folder, 'bin')}:$PATH"\ngit diff --cached --name-only -z --diff-filter=d -- '*.md' | xargs -0 ${hook.entry} --fail-on suggestion\n`, { mode: 0o755 });
    git('add', '-A');
    const held = git('commit', '-qm', 'first');
    assert.notEqual(held.code, 0);
    assert.match(held.out + held.error, /Blame for not taking part/);
    put('repository/a b.md', 'Dad came.\n');
    git('add', '-A');
    assert.equal(git('commit', '-qm', 'first').code, 0);
  });
});
