import assert from 'node:assert/strict';
import { reportOf, runAmong, type WorldFiles, type WorldSettings } from '../support/memory-world.js';

const BLAME = 'Dad failed to engage.\n';
const INCIDENT = 'There was a domestic incident.\n';
const CANARY = 'Wren Ashdown';

describe('alongside check', () => {
  describe('ends with', () => {
    const template = '---\ntemplate: true\n---\n\n';
    const cases: readonly (readonly [what: string, files: WorldFiles, args: readonly string[], code: number])[] = [
      ['0 where nothing is raised', { '/work/a.md': 'Dad came.\n' }, ['a.md'], 0],
      ['0 for a note below no gate', { '/work/a.md': INCIDENT }, ['a.md'], 0],
      ['1 for a template with a warning', { '/work/a.md': template + INCIDENT }, ['a.md'], 1],
      ['0 for a template with a suggestion', { '/work/a.md': template + BLAME }, ['a.md'], 0],
      ['1 for a suggestion where asked', { '/work/a.md': BLAME }, ['a.md', '--fail-on', 'suggestion'], 1],
      ['0 for a suggestion where warnings are asked', { '/work/a.md': BLAME }, ['a.md', '--fail-on', 'warning'], 0],
      ['1 for a warning where warnings are asked', { '/work/a.md': INCIDENT }, ['a.md', '--fail-on', 'warning'], 1],
      ['0 for a warning where errors are asked', { '/work/a.md': INCIDENT }, ['a.md', '--fail-on', 'error'], 0],
      ['0 for a template where nothing may fail', { '/work/a.md': template + INCIDENT }, ['a.md', '--fail-on', 'never'], 0],
      ['1 at the gate of the rulebook', { '/work/a.md': BLAME, '/work/alongside.yml': 'gate: { notes: suggestion }\n' }, ['a.md'], 1],
      ['1 at the gate for templates by glob', { '/work/t/a.md': BLAME, '/work/alongside.yml': 'notes: { "t/*": { template: true } }\ngate: { templates: suggestion }\n' }, ['t'], 1],
      ['1 at the gate for a kind of record', { '/work/a.md': '---\ntype: letter\n---\n\n' + BLAME, '/work/alongside.yml': 'gate: { letter: suggestion }\n' }, ['a.md'], 1],
      ['0 for another kind', { '/work/a.md': '---\ntype: plan\n---\n\n' + BLAME, '/work/alongside.yml': 'gate: { letter: suggestion }\n' }, ['a.md'], 0],
      ['0 where a kind is let off, in a template too', { '/work/a.md': '---\ntype: letter\ntemplate: true\n---\n\n' + INCIDENT, '/work/alongside.yml': 'gate: { letter: never, templates: suggestion }\n' }, ['a.md'], 0],
      ['1 where the command line says otherwise', { '/work/a.md': '---\ntype: letter\n---\n\n' + BLAME, '/work/alongside.yml': 'gate: { letter: never }\n' }, ['a.md', '--fail-on', 'suggestion'], 1],
      ['1 for one file of two', { '/work/a.md': 'Dad came.\n', '/work/b.md': template + INCIDENT }, ['a.md', 'b.md'], 1],
      ['2 for a problem beside a finding', { '/work/a.md': template + INCIDENT }, ['a.md', 'b.md'], 2],
      ['2 for a rules file with a problem', { '/work/a.md': 'Dad came.\n', '/work/alongside.yml': 'pack: x\n' }, ['a.md'], 2],
      ['2 for a rulebook that is misnamed', { '/work/a.md': 'Dad came.\n', '/work/alongside.yaml': '' }, ['a.md'], 2],
      ['2 for a rulebook that cannot be read', { '/work/a.md': 'Dad came.\n', '/work/alongside.yml': { code: 'EACCES' } }, ['a.md'], 2],
    ];
    for (const [what, files, args, code] of cases) {
      it(what, async () => {
        assert.equal((await runAmong(files, ['check', ...args])).code, code);
        assert.equal((await runAmong(files, ['check', ...args, '--format', 'json'])).code, code);
      });
    }
  });

  it('writes no report over a record', async () => {
    const { code, error } = await runAmong({ '/work/notes/a.md': 'Mum came.\n' }, ['check', '.', '--format', 'json=notes/a.md']);
    assert.deepEqual([code, error.split('\n')[0]], [2, 'alongside: “notes/a.md” is one of the records to be checked; the report (--format json) needs a file of its own.']);
  });

  describe('tells what it could not check:', () => {
    const cases: readonly (readonly [what: string, files: WorldFiles, args: readonly string[], told: string, settings?: Partial<WorldSettings>])[] = [
      ['a missing path', {}, ['notes/b.md'], 'notes/b.md:1:1 There is no such file or folder.'],
      ['a pattern that nothing fits', {}, ['notes/*.md'], 'notes/*.md:1:1 No file fits this pattern.'],
      ['a folder without Markdown', { '/work/notes/a.txt': 'x' }, ['notes'], 'notes:1:1 This folder holds no Markdown files, or only ones that git ignores.'],
      ['an empty folder, named by nothing', {}, [], '.:1:1 This folder holds no Markdown files, or only ones that git ignores.', { emptyFolders: ['/work'] }],
      ['a pattern that takes away', { '/work/notes/a.md': 'x' }, ['notes', '!notes/b*.md'], '!notes/b*.md:1:1 A pattern that begins with “!” takes nothing away here. Name what to check; what git ignores is left out.'],
      ['a rulebook that is named by itself', { '/work/alongside.yml': 'pack: x\n' }, ['alongside.yml'], 'alongside.yml:1:1 There is no “pack” in a rules file; did you mean “packs”?'],
      ['folders that cannot be read', { '/work/notes/a.md': 'x' }, ['notes'], 'notes:1:1 The folders here could not all be read (EACCES).', { walking: 'EACCES' }],
      ['a file that cannot be read', { '/work/a.md': { code: 'EACCES' } }, ['a.md'], 'a.md:1:1 This file could not be read (EACCES).'],
      ['a binary file', { '/work/a.md': `Hello\n${CANARY}\0` }, ['a.md'], 'a.md:2:13 This is not plain text from here on, so the file was not checked. Is it a document of another kind?'],
      ['what is not UTF-8', { '/work/a.md': Uint8Array.from([...Buffer.from(`One\ncaf`), 0xe9, ...Buffer.from(` ${CANARY}\n`)]) }, ['a.md'], 'a.md:2:4 This file is not valid UTF-8 here, so it was not checked. Save it as UTF-8.'],
      ['what is not UTF-8 after an emoji and a byte order mark', { '/work/a.md': Uint8Array.from([0xef, 0xbb, 0xbf, ...Buffer.from('👧 '), 0xff, 0x41]) }, ['a.md'], 'a.md:1:4 This file is not valid UTF-8 here, so it was not checked. Save it as UTF-8.'],
      ['what is not UTF-8 far down, behind characters of three bytes', { '/work/a.md': Uint8Array.from([...Buffer.from('€'.repeat(50_000)), 0xe2, 0x41]) }, ['a.md'], 'a.md:1:50001 This file is not valid UTF-8 here, so it was not checked. Save it as UTF-8.'],
      ['UTF-8 that breaks off far down', { '/work/a.md': Uint8Array.from([...Buffer.from('€'.repeat(50_000)), 0xe2, 0x82]) }, ['a.md'], 'a.md:1:50001 This file is not valid UTF-8 here, so it was not checked. Save it as UTF-8.'],
      ['UTF-8 that breaks off', { '/work/a.md': Uint8Array.from([0x41, 0x0a, 0x42, 0xf0, 0x9f, 0x91]) }, ['a.md'], 'a.md:2:2 This file is not valid UTF-8 here, so it was not checked. Save it as UTF-8.'],
      ['UTF-16, small end first', { '/work/a.md': Uint8Array.from([0xff, 0xfe, 0x41, 0]) }, ['a.md'], 'a.md:1:1 This file is in UTF-16, so it was not checked. Save it as UTF-8.'],
      ['UTF-16, big end first', { '/work/a.md': Uint8Array.from([0xfe, 0xff, 0, 0x41]) }, ['a.md'], 'a.md:1:1 This file is in UTF-16, so it was not checked. Save it as UTF-8.'],
      ['a file too large', { '/work/a.md': new Uint8Array(16_100_000).fill(97) }, ['a.md'], 'a.md:1:1 This file is too large to be a record (16.1 MB; the limit is 16 MB), so it was not checked.'],
      ['a file of gigabytes, without reading it', { '/work/a.md': { code: 'ENOMEM', size: 3e9 } }, ['a.md'], 'a.md:1:1 This file is too large to be a record (3000.0 MB; the limit is 16 MB), so it was not checked.'],
      ['standard input that cannot be read', {}, ['-'], '<stdin>:1:1 Standard input could not be read (EISDIR).', { input: { code: 'EISDIR' } }],
      ['a problem in the rulebook, at its place', { '/work/sub/a.md': 'x', '/work/alongside.yml': 'rules:\n  label/engagment: off\n' }, ['sub'], 'alongside.yml:2:3 There is no rule called “label/engagment”; did you mean “label/engagement”?'],
    ];
    for (const [what, files, args, told, settings] of cases) {
      it(what, async () => {
        const json = await runAmong(files, ['check', ...args, '--format', 'json'], settings);
        assert.equal(json.code, 2);
        assert.equal(json.error, `${told}\n`);
        const report = JSON.parse(json.out);
        assert.deepEqual(report.problems.map((problem: { file: string; line: number; column: number; message: string }) => `${problem.file}:${problem.line}:${problem.column} ${problem.message}`), [told]);
        const pretty = await runAmong(files, ['check', ...args], settings);
        assert.deepEqual([pretty.code, pretty.error], [2, '']);
        assert.ok(pretty.out.includes(told.replace(/^([^ ]*(?<!ml)):1:1 /, '$1: ')), pretty.out);
        assert.doesNotMatch(pretty.out, /nothing to raise/);
        assert.match(pretty.out, /1 thing could not be checked; see above/);
        assert.doesNotMatch(pretty.out + json.error, new RegExp(CANARY));
      });
    }

    it('a stretch of a record that no rule has read', async () => {
      const files = { '/work/a.md': `Dad came.\n\n${`${CANARY} said so. `.repeat(900)}\n` };
      const { code, out } = await runAmong(files, ['check', 'a.md']);
      assert.equal(code, 2);
      assert.match(out, /Line 3 was not checked/);
      assert.doesNotMatch(out, /nothing to raise|Wren/);
      const report = await reportOf(files, ['a.md']);
      assert.equal(report.problems.length, 0);
      assert.equal(report.files[0].unchecked[0].line, 3);
    });

    it('each problem of a rulebook once, in order', async () => {
      const files = { '/work/a.md': 'x\n', '/work/b.md': 'x\n', '/work/alongside.yml': 'zzzzzzz: x\npack: x\n', '/work/z/c.md': 'x\n', '/work/z/alongside.yml': 'pack: x\n' };
      const report = await reportOf(files, ['zz.md', 'b.md', 'a.md', 'z', 'aa.md']);
      assert.deepEqual(report.problems.map(({ file, line }) => `${file}:${line}`), ['aa.md:1', 'alongside.yml:1', 'alongside.yml:2', 'z/alongside.yml:1', 'zz.md:1']);
    });
  });

  describe('takes a rulebook by name', () => {
    const files = { '/work/a.md': BLAME, '/work/alongside.yml': 'rules: { label/engagement: off }\n', '/rules/x.yml': 'rules: { label/engagement: warning }\n' };
    for (const config of ['../rules/x.yml', '/rules/x.yml']) {
      it(config, async () => {
        const { out } = await runAmong(files, ['check', 'a.md', '--format', 'json', '--config', config]);
        assert.deepEqual(JSON.parse(out).summary, { files: 1, words: 4, suggestion: 0, warning: 1, error: 0, categories: { label: 1 }, strengths: {} });
      });
    }
    it('that is not there', async () => {
      assert.deepEqual(await runAmong(files, ['check', 'a.md', '--config', 'y.yml']), { code: 2, out: '', error: 'alongside: There is no file “y.yml” (--config).\n' });
    });
    it('that is a folder', async () => {
      assert.deepEqual(await runAmong(files, ['check', 'a.md', '--config', '../rules']), { code: 2, out: '', error: 'alongside: “../rules” (--config) is a folder; name the file in it.\n' });
    });
  });

  describe('reads standard input', () => {
    const rulebook = { '/work/notes/alongside.yml': 'rules: { label/engagement: warning }\n' };
    it('under its own name', async () => {
      const report = await reportOf(rulebook, ['-'], { input: BLAME });
      assert.deepEqual(report.files.map(({ path, findings }) => [path, findings[0].severity]), [['<stdin>', 'suggestion']]);
    });
    for (const name of ['notes/a.md', './notes/a.md', '/work/notes/a.md']) {
      it(`under the rulebook of ${name}`, async () => {
        const { out } = await runAmong(rulebook, ['check', '-', '--stdin-filename', name, '--format', 'json'], { input: BLAME });
        const [file] = JSON.parse(out).files;
        assert.deepEqual([file.path, file.findings[0].severity], ['notes/a.md', 'warning']);
      });
    }
  });

  describe('finds files', () => {
    const files = { '/work/b.md': 'x\n', '/work/a/c.md': 'x\n', '/work/a/d.markdown': 'x\n', '/work/a/e.txt': 'x\n', '/else/f.md': 'x\n' };
    const cases: readonly (readonly [paths: readonly string[], found: readonly string[]])[] = [
      [['.'], ['a/c.md', 'a/d.markdown', 'b.md']],
      [['a', './a', 'a/', '/work/a', 'a/c.md', './a/c.md'], ['a/c.md', 'a/d.markdown']],
      [['b.md', 'a/../b.md'], ['b.md']],
      [['**/*.md'], ['a/c.md', 'b.md']],
      [['a/e.txt'], ['a/e.txt']],
      [['../else'], ['/else/f.md']],
    ];
    for (const [paths, found] of cases) it(paths.join(' '), async () => assert.deepEqual((await reportOf(files, paths)).files.map(({ path }) => path), found));

    it('and takes no rulebook for a record', async () => {
      const report = await reportOf({ ...files, '/work/alongside.yml': '' }, ['*', 'alongside.yml']);
      assert.deepEqual([report.files.map(({ path }) => path), report.problems], [['b.md'], []]);
    });

    it('by paths as Windows writes them', async () => {
      const windows = { 'C:/records/a/c.md': 'x\n', 'C:/records/alongside.yml': '' };
      for (const path of ['a\\c.md', '.\\a', 'C:\\records\\a\\c.md', 'a\\*.md', 'a/c.md']) {
        const report = await reportOf(windows, [path], { cwd: 'C:/records' });
        if (!path.includes('*')) assert.deepEqual([report.files.map((file) => file.path), report.problems], [['a/c.md'], []], path);
      }
    });

    it('with a backslash in their name, where that parts no folders', async () => {
      assert.deepEqual((await reportOf({ '/work/a\\b.md': 'x\n' }, ['a\\b.md'])).files.map(({ path }) => path), ['a\\b.md']);
    });
  });

  describe('prints JSON', () => {
    it('as its contract says', async () => {
      const text = '---\ntype: case-note\n---\n\n# Visit 👧\n\nHer siblings came.\nMaya said, "I was scared."\n';
      const { out, error } = await runAmong({ '/work/notes/a.md': text, '/work/b.md': 'Dad came.\n' }, ['check', '.', '--format', 'json']);
      assert.equal(error, '');
      const report = JSON.parse(out);
      const [b, a] = report.files;
      assert.deepEqual(b, { path: 'b.md', type: null, template: false, words: 2, findings: [], strengths: [], unchecked: [] });
      assert.deepEqual(a.findings, [
        {
          rule: 'jargon/siblings',
          severity: 'suggestion',
          message: a.findings[0].message,
          title: 'A word families do not use',
          start: 44,
          end: 52,
          line: 7,
          column: 5,
          endLine: 7,
          endColumn: 13,
          fixes: [{ title: a.findings[0].fixes[0].title, safe: false, edits: [{ start: 44, end: 52, text: 'brothers and sisters' }] }],
        },
      ].map(({ start: _s, end: _e, ...rest }) => ({ ...rest, start: text.indexOf('siblings'), end: text.indexOf('siblings') + 8, fixes: rest.fixes.map((fix) => ({ ...fix, edits: [{ start: text.indexOf('siblings'), end: text.indexOf('siblings') + 8, text: 'brothers and sisters' }] })) })));
      assert.deepEqual([a.path, a.type, a.template, typeof a.words], ['notes/a.md', 'case-note', false, 'number']);
      assert.deepEqual(Object.keys(report), ['version', 'files', 'problems', 'summary']);
      assert.deepEqual(report.summary, { files: 2, words: a.words + 2, suggestion: 1, warning: 0, error: 0, categories: { jargon: 1 }, strengths: {} });
      assert.equal(report.version, 1);
      assert.ok(out.endsWith('}\n'));
    });

    it('with a question where there is one', async () => {
      const [file] = (await reportOf({ '/work/a.md': BLAME }, ['a.md'])).files;
      assert.equal(file.findings[0].ask, 'What did the offer look like from their side?');
      assert.deepEqual(file.findings[0].fixes, []);
    });

    const texts: readonly (readonly [what: string, text: string])[] = [
      ['LF', 'One.\n\nHer siblings came.\n'],
      ['CRLF', 'One.\r\n\r\nHer siblings came.\r\n'],
      ['CR alone', 'One.\r\rHer siblings came.\r'],
      ['both', 'One.\r\n\nHer siblings came.\n'],
      ['emoji before', '👩‍👧‍👦 One.\n\n👧 Her siblings came.\n'],
      ['wide and combining characters before', '王小明 and Zoë\u0301.\n\nHer siblings came.\n'],
      ['front matter with CRLF', '---\r\ntype: plan\r\n---\r\n\r\nHer siblings came.\r\n'],
      ['a table with CRLF', '| a | b |\r\n| --- | --- |\r\n| x | Her siblings came. |\r\n'],
    ];
    for (const [what, text] of texts) {
      for (const mark of ['', '\uFEFF']) {
        it(`with offsets, lines and columns of the file itself: ${what}${mark && ', after a byte order mark'}`, async () => {
          const [file] = (await reportOf({ '/work/a.md': mark + text }, ['a.md'])).files;
          const finding = file.findings.find(({ rule }) => rule === 'jargon/siblings')!;
          assert.equal(text.slice(finding.start, finding.end), 'siblings');
          const before = text.slice(0, finding.start).split(/\r\n?|\n/);
          assert.deepEqual([finding.line, finding.column], [before.length, before[before.length - 1].length + 1]);
          assert.deepEqual([finding.endLine, finding.endColumn], [finding.line, finding.column + 8]);
          const [edit] = finding.fixes[0].edits;
          assert.equal(text.slice(0, edit.start) + edit.text + text.slice(edit.end), text.replace('siblings', 'brothers and sisters'));
        });
      }
    }

    it('with a match that goes over a line end of two units', async () => {
      const text = 'Dad failed\r\nto engage.\r\n';
      const [finding] = (await reportOf({ '/work/a.md': text }, ['a.md'])).files[0].findings;
      assert.equal(text.slice(finding.start, finding.end), 'failed\r\nto engage');
      assert.deepEqual([finding.line, finding.column, finding.endLine, finding.endColumn], [1, 5, 2, 10]);
    });

    it('the same for LF and CRLF but for places', async () => {
      const text = '# Visit\n\nDad failed to engage.\n\n- Her siblings came.\n- A domestic incident.\n';
      const strip = async (source: string): Promise<unknown> => (await reportOf({ '/work/a.md': source }, ['a.md'])).files[0].findings.map(({ rule, line, column, message }) => [rule, line, column, message]);
      assert.deepEqual(await strip(text), await strip(text.replaceAll('\n', '\r\n')));
    });

    it('in which an empty file is a clean one', async () => {
      const report = await reportOf({ '/work/a.md': '', '/work/b.md': '\uFEFF' }, ['.']);
      assert.deepEqual(report.files.map(({ words, findings, unchecked }) => [words, findings, unchecked]), [[0, [], []], [0, [], []]]);
    });
  });
});
