/**
 * The command line as it ships (dist/), in processes of its own.
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, closeSync, cpSync, existsSync, linkSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Report } from '../../server/src/cli/report/report.js';
import { p, wordFile } from '../support/word-file.js';

const CLI = resolve('dist/cli.js');
/** Copied only where the two lie on different disks. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    cpSync(from, to, { recursive: true });
  }
}

const CANARY = 'Wren Ashdown';

describe('the program alongside', () => {
  let folder = '';
  before(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'alongside-')));
    const files: Readonly<Record<string, string | Uint8Array>> = {
      '.gitignore': 'ignored/\n*.draft.md\n',
      'notes/a.md': 'There was a domestic incident.\n',
      'notes/deep/B.MD': 'Dad came.\n',
      'notes/ignored/c.md': `${CANARY} came.\n`,
      'notes/d.draft.md': 'Dad came.\n',
      'notes/node_modules/e.md': 'Dad came.\n',
      'notes/f.txt': 'Dad came.\n',
      'team/alongside.yml': 'gate: { notes: warning }\n',
      'team/g.md': 'There was a domestic incident.\n',
      'broken/alongside.yml': 'rules:\n  label/engagment: off\n',
      'broken/h.md': `${CANARY} came.\n`,
      'letter/j.docx': wordFile(p('Dad came.')),
      'letter/i.md': '---\ntype: letter\n---\n\nA letter was sent to you on Monday.\n',
    };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    mkdirSync(join(folder, '.git'));
    mkdirSync(join(folder, 'empty'));
    symlinkSync(join(folder, 'notes'), join(folder, 'notes', 'round'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const run = (args: readonly string[], cwd = '', input = '', cli = CLI): { code: number | null; out: string; error: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd: join(folder, cwd), input, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
    return { code: status, out: stdout, error: stderr };
  };
  const paths = (out: string): readonly string[] => JSON.parse(out).files.map((file: { path: string }) => file.path);

  it('reads what a folder holds and git does not ignore', () => {
    const { code, out, error } = run(['check', 'notes', '--format', 'json']);
    assert.deepEqual([code, error, paths(out)], [0, '', ['notes/a.md', 'notes/deep/B.MD']]);
    assert.deepEqual(paths(run(['check', '--format', 'json'], 'notes').out), ['a.md', 'deep/B.MD']);
  });

  it('reads what fits a pattern and git does not ignore', () => {
    assert.deepEqual(paths(run(['check', 'notes/**/*.{md,MD}', '--format', 'json']).out), ['notes/a.md', 'notes/deep/B.MD']);
    assert.deepEqual(paths(run(['check', 'notes/*.txt', '--format', 'json']).out), ['notes/f.txt']);
  });

  it('reads a file that is named, also where git ignores it', () => {
    assert.deepEqual(paths(run(['check', 'notes/d.draft.md', '--format', 'json']).out), ['notes/d.draft.md']);
  });

  it('walks no circle', () => assert.deepEqual(paths(run(['check', 'notes', '--format', 'json']).out).filter((path) => path.includes('round')), []));

  it('ends with 0, 1 or 2', () => {
    assert.equal(run(['check', 'notes/a.md']).code, 0);
    assert.equal(run(['check', 'team']).code, 1);
    assert.equal(run(['check', 'notes/a.md', '--fail-on', 'warning']).code, 1);
    assert.equal(run(['check', 'empty']).code, 2);
    assert.equal(run(['check', 'no/such.md']).code, 2);
    assert.equal(run(['--nonsense']).code, 2);
    assert.equal(run(['--help']).code, 0);
    assert.match(run(['--version']).out, /^\d+\.\d+\.\d+\n$/);
  });

  it('tells a rules file with a problem, and says nothing of the record', () => {
    const { code, out, error } = run(['check', 'broken', '--format', 'json']);
    assert.equal(code, 2);
    assert.match(error, /^broken\/alongside\.yml:2:3 There is no rule called “label\/engagment”; did you mean “label\/engagement”\?\n$/);
    assert.doesNotMatch(out + error, new RegExp(CANARY));
  });

  it('reads from another folder, with paths as seen from there', () => {
    assert.deepEqual(paths(run(['check', '.', '--format', 'json'], 'team').out), ['g.md']);
    assert.deepEqual(paths(run(['check', '../team/g.md', '--format', 'json'], 'notes').out), [`${folder}/team/g.md`.replaceAll('\\', '/')]);
    assert.equal(run(['check', 'a.md', '--config', '../team/alongside.yml'], 'notes').code, 1);
  });

  it('reads standard input', () => {
    const { code, out } = run(['check', '-', '--stdin-filename', 'team/new.md', '--format', 'json'], '', '\uFEFFThere was a domestic incident.\r\n');
    assert.equal(code, 1);
    assert.deepEqual(paths(out), ['team/new.md']);
    assert.equal(run(['check', '-'], '', '').code, 0);
  });

  it('shows colours where they are wanted, and none in a pipe', () => {
    const coloured = (env: Readonly<Record<string, string>>): boolean => {
      const { NO_COLOR: _no, FORCE_COLOR: _force, ...rest } = process.env;
      return spawnSync(process.execPath, [CLI, 'check', 'notes'], { cwd: folder, encoding: 'utf8', env: { ...rest, ...env } }).stdout.includes('\u001b');
    };
    assert.deepEqual([coloured({}), coloured({ NO_COLOR: '1' }), coloured({ FORCE_COLOR: '1' }), coloured({ FORCE_COLOR: '1', NO_COLOR: '1' })], [false, false, true, false]);
  });

  it('tells a file that may not be read, and reads the good ones beside it', function () {
    const path = join(folder, 'closed', 'b.md');
    mkdirSync(dirname(path));
    for (const name of ['a.md', 'c.md']) writeFileSync(join(folder, 'closed', name), 'There was a domestic incident.\n');
    writeFileSync(path, CANARY);
    chmodSync(path, 0);
    chmodSync(folder, 0o755);
    // Whoever may read everything, as in a container, would read this too, and so becomes somebody else.
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'check', 'closed', '--format', 'json'], { cwd: folder, encoding: 'utf8', ...nobody });
    assert.deepEqual([status, stderr, paths(stdout)], [2, 'closed/b.md:1:1 This file could not be read (EACCES).\n', ['closed/a.md', 'closed/c.md']]);
    rmSync(dirname(path), { recursive: true });
  });

  const FULL = '/dev/full';
  if (existsSync(FULL)) {
    it('says when the disk is full, whatever it was writing', () => {
      const report = run(['check', 'notes/a.md', '--format', `sarif=${FULL}`, '--format', 'compact']);
      assert.deepEqual([report.code, report.error], [2, `alongside: The report could not be written to “${FULL}” (ENOSPC).\n`]);
      assert.match(report.out, /^notes\/a\.md:1:13 /);
      assert.ok(existsSync(FULL));
      const full = openSync(FULL, 'w');
      for (const [args, says] of [[['check', 'notes/a.md'], 'The report could not be written to standard output (ENOSPC).'], [['--help'], 'The output could not be written (ENOSPC).']] as const) {
        const { status, stderr } = spawnSync(process.execPath, [CLI, ...args], { cwd: folder, encoding: 'utf8', stdio: ['ignore', full, 'pipe'] });
        assert.deepEqual([status, stderr], [2, `alongside: ${says}\n`]);
      }
      assert.equal(spawnSync(process.execPath, [CLI, '--help'], { stdio: ['ignore', full, full] }).status, 2);
      closeSync(full);
    });
  }

  it('ends at once when it is interrupted, and has begun no report', async () => {
    const child = spawn(process.execPath, [CLI, 'check', 'notes/a.md', '-', '--format', 'json=interrupted.json', '--format', 'pretty'], { cwd: folder });
    let out = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (out += String(chunk)));
    // More than a pipe holds: once it is written, the run is reading.
    await new Promise((written) => child.stdin.write('Dad came.\n'.repeat(100_000), written));
    child.kill('SIGINT');
    const ended = await new Promise((done) => child.on('close', (code, signal) => done([code, signal])));
    assert.deepEqual([ended, out, existsSync(join(folder, 'interrupted.json'))], [[null, 'SIGINT'], '', false]);
  });

  describe('over many records', () => {
    before(() => {
      mkdirSync(join(folder, 'many', 'deep'), { recursive: true });
      for (let nth = 0; nth < 150; nth++) writeFileSync(join(folder, 'many', nth % 3 === 0 ? 'deep' : '', `${nth}.md`), nth % 7 === 0 ? 'Dad came.\n' : `---\ntype: ${nth % 2 === 0 ? 'letter' : 'plan'}\n---\n\nNumber ${nth}: there was a domestic incident.\n`);
      writeFileSync(join(folder, 'many', 'broken.md'), Uint8Array.from([0x41, 0xff]));
      writeFileSync(join(folder, 'many', 'word.docx'), wordFile(p('Dad failed to engage.')));
    });
    const check = (...args: readonly string[]): ReturnType<typeof run> => run(['check', 'many', 'many/word.docx', 'no-such.md', '-', '--stdin-filename', 'many/3a.md', ...args], '', 'There was a domestic incident.\n');

    it('says the same in the same order, however many threads read them', () => {
      const [one, several] = ['1', '3'].map((threads) => check('--threads', threads, '--format', `json=many-${threads}.json`, '--format', 'pretty', '--max-findings', '5', '--fail-on', 'warning'));
      assert.deepEqual(several, one);
      assert.equal(one.code, 2);
      const [a, b] = ['1', '3'].map((threads) => readFileSync(join(folder, `many-${threads}.json`), 'utf8'));
      assert.equal(a, b);
      const report = JSON.parse(a) as Report;
      assert.deepEqual(report.files.map(({ path }) => path), [...report.files.map(({ path }) => path)].sort());
      assert.deepEqual([report.files.length, report.summary.files, report.problems.map(({ file }) => file)], [152, 152, ['many/broken.md', 'no-such.md']]);
    });

    it('leaves no report and nothing beside it when it is interrupted', async () => {
      const child = spawn(process.execPath, [CLI, 'check', 'many', '-', '--stdin-filename', 'many/z.md', '--format', 'json=cut-off.json', '--format', 'compact'], { cwd: folder });
      // All but the last record have been told; it is not coming.
      let out = '';
      await new Promise<void>((told) => child.stdout.on('data', (chunk) => (out += String(chunk)).includes('many/97.md') && told()));
      assert.ok(readdirSync(folder).some((name) => name.includes('cut-off')));
      child.kill('SIGINT');
      const ended = await new Promise((done) => child.on('close', (code, signal) => done([code, signal])));
      assert.deepEqual([ended, readdirSync(folder).filter((name) => name.includes('cut-off'))], [[null, 'SIGINT'], []]);
    });

    it('ends quietly when nobody reads on', async () => {
      const child = spawn(process.execPath, [CLI, 'check', 'many/deep', 'many/*.md', '--format', 'json'], { cwd: folder });
      let error = '';
      child.stderr.on('data', (chunk) => (error += String(chunk)));
      child.stdout.once('data', () => child.stdout.destroy());
      assert.deepEqual([await new Promise((done) => child.on('close', done)), error], [2, 'many/broken.md:1:2 This file is not valid UTF-8 here, so it was not checked. Save it as UTF-8.\n']);
    });
  });

  it('ends quietly when nobody reads on', async () => {
    const big = join(folder, 'big.md');
    writeFileSync(big, 'There was a domestic incident.\n\n'.repeat(400));
    const child = spawn(process.execPath, [CLI, 'check', 'big.md', '--format', 'json'], { cwd: folder });
    let error = '';
    child.stderr.on('data', (chunk) => (error += String(chunk)));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((done) => child.on('close', done));
    assert.deepEqual([code, error], [0, '']);
  });

  it('writes all of a big report into a pipe', () => {
    writeFileSync(join(folder, 'big.md'), 'There was a domestic incident.\n\n'.repeat(400));
    const { status, stdout } = spawnSync(process.execPath, [CLI, 'check', 'big.md', '--format', 'json'], { cwd: folder, encoding: 'utf8', maxBuffer: 64_000_000 });
    assert.equal(status, 0);
    assert.equal(JSON.parse(stdout).files[0].findings.length, 400);
  });

  describe('loads only what it needs:', () => {
    /** The program without some of its chunks. */
    const without = (isLeftOut: (file: string) => boolean): string => {
      const at = mkdtempSync(join(folder, 'without-'));
      for (const file of readdirSync(dirname(CLI))) if (!isLeftOut(file) && !/^(?:server|extension)/.test(file)) linkOrCopy(join(dirname(CLI), file), join(at, file));
      return join(at, 'cli.js');
    };
    it('a record without a rules file needs none of the chunks', () => {
      const { code, error } = run(['check', 'notes/a.md'], '', '', without((file) => file.includes('-chunk')));
      assert.deepEqual([code, error], [0, '']);
    });
    const cases: readonly (readonly [chunk: string, needs: readonly string[]])[] = [
      ['plain-english', ['check', 'letter/i.md']],
      ['load-rulebook', ['check', 'team/g.md']],
      ['globs', ['check', 'notes']],
      ['word-record', ['check', 'letter/j.docx']],
      ['html', ['check', 'notes/a.md', '--format', 'html']],
      ['help', ['--help']],
    ];
    for (const [chunk, needs] of cases) {
      it(`${chunk} for ${needs.join(' ')}`, () => {
        const failed = run(needs, '', '', without((file) => file === `${chunk}-chunk.js`));
        assert.equal(failed.code, 2);
        assert.doesNotMatch(failed.error + failed.out, new RegExp(CANARY));
      });
    }
  });
});
