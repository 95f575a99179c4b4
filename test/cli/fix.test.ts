/** `check --fix`: safe replacements, in templates, whole files or nothing. */
import assert from 'node:assert/strict';
import { applyPatch } from 'diff';
import { runAmong, type Ran, type WorldFiles, type WorldSettings } from '../support/memory-world.js';

const rule = (id: string, avoid: string, replace: string, safe: boolean): string => `  ours/${id}:
    title: Plainer
    why: It is plainer.
    entries:
      - avoid: |
          ${avoid}
        replace: ${replace}
        safe: ${safe}
    examples:
      raise: |
        We met [[${avoid}]] May.
      leave: |
        We met.
`;
const RULES = `rules:\n${rule('prior', 'prior to', 'before', true)}${rule('ending', 'subsequent to', 'following', true)}${rule('following', 'following', 'after', true)}${rule('unsafe', 'in advance of', 'before', false)}notes:\n  "templates/**": { template: true }\n`;
const PLAN = '# Plan\n\nWe meet prior to the review, in advance of June.\n';
const FILES: WorldFiles = { '/work/alongside.yml': RULES, '/work/templates/plan.md': PLAN, '/work/visit.md': PLAN };

async function fix(files: WorldFiles, args: readonly string[], settings: Partial<WorldSettings> = {}): Promise<Ran & { readonly written: Readonly<Record<string, string>> }> {
  const written = new Map<string, string>();
  const ran = await runAmong(files, ['check', '--fix', ...args], settings, written);
  return { ...ran, written: Object.fromEntries(written) };
}

describe('check --fix', () => {
  it('makes safe replacements in templates, and only there', async () => {
    const { written, error, out } = await fix(FILES, []);
    assert.deepEqual(written, { '/work/templates/plan.md': PLAN.replace('prior to', 'before') });
    assert.equal(error, '1 safe replacement in 1 record.\n');
    assert.equal((out.match(/ours\/prior/g) ?? []).length, 1, 'what is told is how things are afterwards');
    assert.equal((out.match(/ours\/unsafe/g) ?? []).length, 2);
  });

  it('--all makes them everywhere', async () => {
    assert.deepEqual(Object.keys((await fix(FILES, ['--all'])).written), ['/work/templates/plan.md', '/work/visit.md']);
  });

  it('reads again what it has replaced, until there is nothing left', async () => {
    const { written } = await fix({ ...FILES, '/work/visit.md': 'We met subsequent to May.\n' }, ['--all', 'visit.md']);
    assert.equal(written['/work/visit.md'], 'We met after May.\n');
  });

  const bytes: readonly (readonly [what: string, text: string])[] = [
    ['CRLF', '# Plan\r\n\r\nWe meet prior to the review.\r\n'],
    ['a byte order mark', '\uFEFFWe meet prior to the review.\n'],
    ['mixed line ends, tabs, no end of line', 'a\r\n\tb\rc  \n\nWe 👧🏽 café prior to the review'],
  ];
  for (const [what, text] of bytes) {
    it(`leaves everything else byte for byte: ${what}`, async () => {
      assert.deepEqual((await fix({ ...FILES, '/work/visit.md': text }, ['--all', 'visit.md'])).written, { '/work/visit.md': text.replace('prior to', 'before') });
    });
    it(`--diff shows it and writes nothing: ${what}`, async () => {
      const { written, out, code } = await fix({ ...FILES, '/work/visit.md': text }, ['--all', '--diff', 'visit.md']);
      assert.deepEqual([written, code], [{}, 0]);
      assert.match(out, /^--- a\/visit\.md\n\+\+\+ b\/visit\.md\n@@ /);
      assert.equal(applyPatch(text, out), text.replace('prior to', 'before'));
    });
  }

  it('leaves quoted words, finished records and what is set aside alone', async () => {
    const files = { ...FILES, '/work/quoted.md': 'Leo said: “We meet prior to the review.”\n', '/work/final.md': `---\nstatus: final\n---\n${PLAN}` };
    assert.deepEqual((await fix(files, ['--all', 'quoted.md', 'final.md'])).written, {});
    const written = new Map<string, string>();
    const added = await runAmong(FILES, ['set-aside', 'add', 'visit.md:3', '--rule', 'ours/prior', '--reason', 'Agreed'], {}, written);
    assert.match(added.out, /left as it is/);
    assert.deepEqual((await fix({ ...FILES, ...Object.fromEntries(written) }, ['--all', 'visit.md'])).written, {});
  });

  it('tells what could not be written, and leaves it as it was', async () => {
    const { code, out, written } = await fix(FILES, [], { unwritable: 'EACCES' });
    assert.deepEqual([code, written], [2, {}]);
    assert.match(out, /templates\/plan\.md: This file could not be written \(EACCES\), and is as it was\./);
  });

  for (const [args, told] of [
    [['check', '--all'], /--all goes with --fix/],
    [['check', '--diff'], /--diff goes with --fix/],
    [['check', '--fix', '-'], /standard input/],
    [['check', '--fix', '--changed-lines', '--since', 'main'], /does not go with --changed-lines/],
  ] as const) {
    it(`refuses ${args.join(' ')}`, async () => {
      const { code, error } = await runAmong(FILES, args);
      assert.equal(code, 2);
      assert.match(error, told);
    });
  }
});
