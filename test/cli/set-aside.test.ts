/** Leaving findings as they are from the command line, and what `check` says then. */
import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import { reportOf, runAmong, type Ran, type WorldFiles, type Written } from '../support/memory-world.js';

const SIDECAR = '/work/.alongside/set-aside.yml';
const VISIT = '# Visit\n\nDad failed to engage with the course.\n\nThere was a domestic incident on Friday.\n';
const FILES: WorldFiles = { '/work/visit.md': VISIT, '/work/alongside.yml': '' };

/** Runs one command after another, each among what the last one wrote. */
async function story(files: WorldFiles, ...commands: readonly (readonly string[])[]): Promise<{ readonly last: Ran; readonly files: WorldFiles }> {
  let last: Ran = { code: -1, out: '', error: '' };
  let now = files;
  for (const args of commands) {
    const written: Written = new Map();
    last = await runAmong(now, args, {}, written);
    now = { ...now, ...Object.fromEntries(written) };
  }
  return { last, files: now };
}

const add = (...more: readonly string[]): readonly string[] => ['set-aside', 'add', 'visit.md:3', '--rule', 'label/engagement', '--reason', 'Court wording', ...more];

describe('alongside set-aside', () => {
  it('add leaves one finding as it is, and check says so', async () => {
    const { last, files } = await story(FILES, add('--by', 'Priti Sahota', '--until', '2030-06-30'));
    assert.deepEqual([last.code, last.error, last.out], [0, '', '1 finding of label/engagement in line 3 of visit.md left as it is (.alongside/set-aside.yml).\n']);
    assert.match(String(files[SIDECAR]), /rule: label\/engagement, fingerprint: [0-9a-f]{16}, reason: Court wording, by: Priti Sahota, until: 2030-06-30/);
    const { out } = await runAmong(files, ['check', 'visit.md']);
    assert.doesNotMatch(out, /failed to engage/);
    assert.match(out, /domestic incident/);
    assert.match(out, /1 finding set aside, and not shown here \(--no-set-aside shows all\)\./);
    const report = await reportOf(files, ['visit.md']);
    assert.deepEqual(report.files[0].setAside?.map(({ rule, line, column, endColumn, kind, reason, by, until }) => [rule, line, column, endColumn, kind, reason, by, until]), [['label/engagement', 3, 5, 37, 'set-aside', 'Court wording', 'Priti Sahota', '2030-06-30']]);
    assert.equal(report.summary.setAside, 1);
    const all = await runAmong(files, ['check', 'visit.md', '--no-set-aside', '--format', 'json']);
    assert.deepEqual(JSON.parse(all.out).summary.setAside, undefined);
    assert.equal(JSON.parse(all.out).files[0].findings.length, report.files[0].findings.length + 1);
  });

  it('counts for the gate: what is set aside in a template does not fail the run', async () => {
    const template = { '/work/t.md': `---\ntemplate: true\n---\n${VISIT}`, '/work/alongside.yml': 'gate: { templates: warning }\n' };
    assert.equal((await runAmong(template, ['check', 't.md'])).code, 1);
    const { last } = await story(template, ['set-aside', 'add', 't.md:8', '--rule', 'minimising/incident', '--reason', 'A quoted heading'], ['check', 't.md']);
    assert.equal(last.code, 0, last.out);
  });

  const refused: readonly (readonly [what: string, args: readonly string[], told: RegExp])[] = [
    ['no place', ['set-aside', 'add', 'visit.md', '--reason', 'x'], /Name one place, as FILE:LINE/],
    ['no reason', ['set-aside', 'add', 'visit.md:3'], /Say why it is left as it is/],
    ['an empty reason', ['set-aside', 'add', 'visit.md:3', '--reason', ' '], /Say why it is left as it is/],
    ['a date that is none', add('--until', 'soon'), /--until reads as year-month-day/],
    ['a line where nothing is raised', ['set-aside', 'add', 'visit.md:1', '--reason', 'x'], /Nothing is raised in line 1 of visit\.md\./],
    ['another rule', ['set-aside', 'add', 'visit.md:3', '--rule', 'label/attitude', '--reason', 'x'], /Nothing of label\/attitude is raised in line 3 of visit\.md; label\/engagement is\./],
    ['a file that is not there', ['set-aside', 'add', 'visits.md:3', '--reason', 'x'], /There is no such file/],
    ['a folder', ['set-aside', 'add', '.:3', '--reason', 'x'], /“\.” is a folder/],
  ];
  for (const [what, args, told] of refused) {
    it(`add refuses ${what}`, async () => {
      const { last, files } = await story(FILES, args);
      assert.equal(last.code, 2);
      assert.match(last.error, told);
      assert.equal(files[SIDECAR], undefined);
    });
  }

  it('add says what is set aside already', async () => {
    const { last } = await story(FILES, add(), add());
    assert.deepEqual([last.code, last.error], [2, 'alongside: This is set aside already.\n']);
  });

  it('list shows line, rule, reason; what is gone and what is over', async () => {
    const { files } = await story(FILES, add('--by', 'PS'), ['set-aside', 'add', 'visit.md:5', '--reason', 'Police wording', '--until', '2030-06-30']);
    assert.equal((await runAmong(files, ['set-aside', 'list'])).out, 'visit.md\n  line 3     label/engagement  Court wording (PS)\n  line 5     minimising/incident  Police wording (until 2030-06-30)\n');
    const later = { ...files, '/work/visit.md': 'Dad came.\n\nThere was a domestic incident on Friday.\n', [SIDECAR]: String(files[SIDECAR]).replace('2030-06-30', '2030-01-01') };
    assert.equal((await runAmong(later, ['set-aside', 'list'])).out, 'visit.md\n  over       minimising/incident  Police wording (until 2030-01-01)\n  gone       label/engagement  Court wording (PS)\n');
    assert.match((await runAmong(later, ['check'])).out, /Set aside before: 1 no longer there, 1 for a time that is over \(alongside set-aside list\)\./);
    assert.equal((await runAmong(FILES, ['set-aside', 'list'])).out, 'Nothing is set aside here.\n');
  });

  it('what is told of it for programs keeps to the schema', async () => {
    const { files } = await story(FILES, add('--until', '2030-06-30'), ['set-aside', 'add', 'visit.md:5', '--reason', 'Police wording']);
    const report = await reportOf({ ...files, '/work/visit.md': 'Dad failed to engage with the course.\n' }, ['.']);
    assert.deepEqual([report.files[0].setAside?.length, report.files[0].setAsideOver], [1, [{ kind: 'set-aside', rule: 'minimising/incident', reason: 'Police wording', by: null, until: null, over: 'gone', count: 1 }]]);
    const fits = new Ajv2020({ strictTypes: false }).compile(JSON.parse(readFileSync('docs/report.schema.json', 'utf8')) as object);
    assert.ok(fits(report), JSON.stringify(fits.errors));
  });

  it('prune takes out what is over, and keeps the rest', async () => {
    const { files } = await story(FILES, add(), ['set-aside', 'add', 'visit.md:5', '--reason', 'Police wording']);
    const edited = { ...files, '/work/visit.md': 'Dad came.\n\nThere was a domestic incident on Friday.\n' };
    const { last, files: pruned } = await story(edited, ['set-aside', 'prune']);
    assert.deepEqual([last.code, last.out], [0, 'Taken out: 1 no longer there, 0 for a time that is over, 0 of records that are gone.\n']);
    assert.doesNotMatch(String(pruned[SIDECAR]), /label/);
    assert.match(String(pruned[SIDECAR]), /minimising\/incident/);
  });

  it('prune follows a record that was renamed, and takes out one that is gone', async () => {
    const { files } = await story({ ...FILES, '/work/other.md': VISIT.replace('Dad', 'Uncle') }, add(), ['set-aside', 'add', 'other.md:3', '--reason', 'x']);
    const moved: WorldFiles = { '/work/alongside.yml': '', [SIDECAR]: files[SIDECAR], '/work/2026/visit.md': VISIT };
    assert.equal((await reportOf(moved, ['.'])).summary.setAside, 1);
    const { last, files: pruned } = await story(moved, ['set-aside', 'prune']);
    assert.equal(last.out, 'Taken out: 0 no longer there, 0 for a time that is over, 1 of records that are gone.\n');
    assert.match(String(pruned[SIDECAR]), /2026\/visit\.md/);
    assert.doesNotMatch(String(pruned[SIDECAR]), /other\.md/);
  });

  it('a sidecar that is not understood is told, fails the run, and is never written over', async () => {
    const { files } = await story(FILES, add());
    const broken = { ...files, [SIDECAR]: String(files[SIDECAR]).replace('rule:', 'rul:') };
    const checked = await runAmong(broken, ['check', 'visit.md']);
    assert.equal(checked.code, 2);
    assert.match(checked.out, /\.alongside\/set-aside\.yml:\d+:\d+ There is no “rul”/);
    const { last, files: after } = await story(broken, ['set-aside', 'prune']);
    assert.equal(last.code, 2);
    assert.equal(after[SIDECAR], broken[SIDECAR]);
  });

  it('that cannot be written says so', async () => {
    const { code, error } = await runAmong(FILES, add(), { unwritable: 'ENOSPC' });
    assert.deepEqual([code, error], [2, '.alongside/set-aside.yml:1:1 What is set aside could not be written (ENOSPC); nothing was changed here.\n']);
  });

  it('stands beside the nearest alongside.yml; else where one is already; else in the working folder', async () => {
    const where = async (files: WorldFiles): Promise<readonly string[]> => Object.keys((await story(files, ['set-aside', 'add', 'a/b/visit.md:3', '--reason', 'x'])).files).filter((path) => path.endsWith('set-aside.yml'));
    const note = { '/work/a/b/visit.md': VISIT };
    assert.deepEqual(await where({ ...note, '/work/a/alongside.yml': '', '/work/alongside.yml': '' }), ['/work/a/.alongside/set-aside.yml']);
    assert.deepEqual(await where({ ...note, '/work/a/.alongside/set-aside.yml': 'version: 1\nsalt: 0123456789abcdef0123456789abcdef\n' }), ['/work/a/.alongside/set-aside.yml']);
    assert.deepEqual(await where(note), ['/work/.alongside/set-aside.yml']);
  });
});

describe('alongside baseline', () => {
  it('leaves what stands now, and raises what is new', async () => {
    const { last, files } = await story(FILES, ['baseline']);
    assert.deepEqual([last.code, last.out], [0, '2 findings in 1 record held by the baseline (.alongside/set-aside.yml).\n']);
    assert.equal((await reportOf(files, ['.'])).files[0].findings.length, 0);
    const newer = { ...files, '/work/visit.md': `${VISIT}\nMum failed to engage, too.\n` };
    assert.deepEqual((await reportOf(newer, ['.'])).files[0].findings.map(({ line }) => line), [7]);
  });

  it('can only shrink, unless told to grow', async () => {
    const { files } = await story(FILES, ['baseline']);
    const changed = { ...files, '/work/visit.md': 'Dad failed to engage with the course.\n\nIn May, it was called a domestic incident again.\n' };
    const shrunk = await story(changed, ['baseline']);
    assert.equal(shrunk.last.out, '1 finding in 1 record held by the baseline (.alongside/set-aside.yml).\n1 finding no longer there, and taken out.\n1 finding new, and not taken in: alongside check shows what to look at, --grow takes it in.\n');
    assert.equal((await reportOf(shrunk.files, ['.'])).files[0].findings.length, 1);
    const grown = await story(shrunk.files, ['baseline', '--grow']);
    assert.equal((await reportOf(grown.files, ['.'])).files[0].findings.length, 0);
    // Also where nothing is left of it.
    const mended = await story({ ...grown.files, '/work/visit.md': 'Dad came.\n' }, ['baseline']);
    const again = await story({ ...mended.files, '/work/visit.md': VISIT }, ['baseline']);
    assert.match(again.last.out, /2 findings new, and not taken in/);
  });

  it('keeps what people set aside, with its reason', async () => {
    const { files } = await story(FILES, add(), ['baseline']);
    assert.match(String(files[SIDECAR]), /reason: Court wording/);
    assert.match(String(files[SIDECAR]), /baseline: \|\n {6}minimising\/incident [0-9a-f]{16}\n/);
    assert.match(String(files[SIDECAR]), /baseline-since: 2030-01-02/);
  });

  it('leaves records alone whose rules have problems', async () => {
    const { files } = await story(FILES, ['baseline']);
    const { last, files: after } = await story({ ...files, '/work/alongside.yml': 'rule: {}\n' }, ['baseline']);
    assert.equal(last.code, 2);
    assert.equal(after[SIDECAR], files[SIDECAR]);
  });
});
