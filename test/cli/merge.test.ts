import assert from 'node:assert/strict';
import { createProgress } from '../../server/src/cli/check/progress.js';
import { runAmong, type Ran, type WorldFiles } from '../support/memory-world.js';

const FILES: WorldFiles = {
  '/work/alongside.yml': 'rules: { label/engagement: warning }\n',
  ...Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name, nth) => [`/work/${name}.md`, nth % 3 === 0 ? 'Dad came.\n' : `${nth % 2 === 0 ? '---\ntemplate: true\n---\n\n' : ''}Her siblings came.\n\nDad failed to engage.\n`])),
};

/** Three machines, then the reports they wrote put together. */
async function sharded(files: WorldFiles, paths: readonly string[], ...merging: readonly string[]): Promise<Ran & { readonly parts: readonly Ran[] }> {
  const parts = await Promise.all(['1/3', '2/3', '3/3'].map((shard) => runAmong(files, ['check', ...paths, '--shard', shard, '--format', 'json'])));
  const reports = Object.fromEntries(parts.map(({ out }, index) => [`/work/reports/${index + 1}.json`, out]));
  return { parts, ...(await runAmong({ ...files, ...reports }, ['merge', 'reports/3.json', 'reports/1.json', 'reports/2.json', ...merging])) };
}

describe('alongside merge', () => {
  for (const format of ['json', 'sarif', 'junit', 'html', 'gitlab', 'compact', 'checkstyle', 'github']) {
    it(`says in ${format} what one run over all would have said`, async () => {
      const whole = await runAmong(FILES, ['check', '.', 'gone.md', '--format', format]);
      const { code, out, error } = await sharded(FILES, ['.', 'gone.md'], '--format', format);
      assert.deepEqual({ code, out, error }, whole);
    });
  }

  it('ends as one run would have, whatever fails it', async () => {
    for (const options of [[], ['--fail-on', 'never'], ['--fail-on', 'suggestion'], ['--max-findings', '3'], ['--max-findings', 'label=4', '--fail-on', 'never'], ['--max-findings', '8', '--fail-on', 'never']]) {
      const whole = await runAmong(FILES, ['check', '.', ...options]);
      assert.equal((await sharded(FILES, ['.'], ...options)).code, whole.code, options.join(' '));
    }
  });

  it('tells a person without lines of the records, which it does not have', async () => {
    const { out } = await sharded(FILES, ['.']);
    assert.match(out, /^b\.md\n\n {3}1 │\n {7}A word families do not use {2}jargon\/siblings\n/);
    assert.match(out, /\n\n7 records read, /);
  });

  it('says when records were read twice', async () => {
    const part = await runAmong(FILES, ['check', 'b.md', '--format', 'json']);
    const { code, error } = await runAmong({ '/work/1.json': part.out, '/work/2.json': part.out }, ['merge', '1.json', '2.json', '--format', 'json']);
    assert.deepEqual([code, error], [2, 'b.md:1:1 This record is in more than one of the reports, and was taken from the first. Do the parts of --shard overlap?\n']);
  });

  for (const [what, content, says] of [
    ['is not there', { code: 'ENOENT' }, 'This report could not be read (ENOENT).'],
    ['was broken off', '{ "version": 1, "files": [', 'This is no report that alongside check --format json has written, or it was broken off.'],
    ['is another kind of file', '{ "version": 2, "files": [], "problems": [] }', 'This is no report that alongside check --format json has written, or it was broken off.'],
    ['is no text', Uint8Array.from([0xff]), 'This is no report that alongside check --format json has written, or it was broken off.'],
  ] as const) {
    it(`says when a report ${what}`, async () => {
      const { code, error } = await runAmong({ '/work/1.json': content }, ['merge', '1.json', '--format', 'json']);
      assert.deepEqual([code, error], [2, `1.json:1:1 ${says}\n`]);
    });
  }

  it('needs something to merge', async () => assert.equal((await runAmong({}, ['merge'])).code, 2));
});

describe('--shard', () => {
  it('gives each record to one machine, and about as many to each', async () => {
    const { parts } = await sharded(FILES, ['.']);
    const paths = parts.map(({ out }) => (JSON.parse(out) as { files: readonly { path: string }[] }).files.map(({ path }) => path));
    assert.deepEqual(paths, [['a.md', 'd.md', 'g.md'], ['b.md', 'e.md'], ['c.md', 'f.md']]);
  });
  it('may come to nothing', async () => assert.deepEqual(await runAmong({ '/work/a.md': 'x' }, ['check', '--shard', '2/2']), { code: 0, out: 'No record was read: there was none to read\n', error: '' }));
  for (const value of ['0/2', '3/2', '1', '1/0', 'x', '-1/2']) it(`cannot be ${value}`, async () => assert.match((await runAmong(FILES, ['check', `--shard=${value}`])).error, /--shard reads as which part of how many/));
  it('leaves limits of the whole run to merge', async () => assert.match((await runAmong(FILES, ['check', '--shard', '1/2', '--max-findings', '3'])).error, /give it to alongside merge/));
});

describe('how far a long run is', () => {
  it('stands in one line, told no more often than it changes, and is taken away', () => {
    const lines: string[] = [];
    const { step, end } = createProgress(10_000, (line) => lines.push(line));
    for (let done = 0; done < 10_000; done++) step();
    end();
    assert.equal(lines.length, 202);
    assert.equal(lines[100], `${'━'.repeat(15)}${'·'.repeat(15)} 5,000 of 10,000 records`);
    assert.equal(lines.at(-1), '');
  });
});
