/**
 * Every format, word for word and against its schema, of one run that has everything in it: findings of all severities,
 * strengths, what could not be read, and names that would break what is not escaped. After a change that is meant:
 * GOLDEN=write npm run test:unit -- cli/formats
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { validateXML } from 'xmllint-wasm';
import { FORMATS } from '../../../server/src/cli/report/formats.js';
import type { Report } from '../../../server/src/cli/report/report.js';
import { runAmong, type WorldFiles, type Written } from '../../support/memory-world.js';

const ODD = '/work/notes/a & b <i>|`x`"\'% 100,1:2 👧.md';
const BLAME = 'Dad failed to engage.\n';
const FILES: WorldFiles = {
  '/work/notes/visit.md': '---\ntype: case-note\n---\n\n# Visit 👧\n\nHer siblings came.\nMaya said, "I was scared." There was a domestic incident.\n\nDad failed\nto engage.\n',
  '/work/templates/plan.md': '---\ntype: plan\ntemplate: true\n---\n\nThere was a domestic incident.\r\nHer siblings came.\r\n',
  [ODD]: 'Her \u0007<b>siblings</b>\u001b[31m came & went.\n',
  '/work/notes/clean.md': 'Dad came.\n',
  '/work/notes/long.md': `${'Wren Ashdown said so. '.repeat(900)}\n`,
  '/work/notes/broken.md': Uint8Array.from([0x41, 0xff]),
  '/work/alongside.yml': 'people: { children: [Maya] }\nrules: { label/engagement: error }\n',
};
/** Of the formats that have a line for each thing they say. */
const LINE: Readonly<Record<string, RegExp>> = { github: /^::(?:notice|warning|error) [^\n]*::/, compact: /^\d+.*\.md:\d+:\d+ (?:suggestion|warning|unchecked) ./ };
const EXTENSION: Readonly<Record<string, string>> = { json: 'json', sarif: 'json', gitlab: 'json', junit: 'xml', checkstyle: 'xml', html: 'html', github: 'txt', pretty: 'txt', compact: 'txt' };

const shown = new Map<string, Promise<string>>();
const show = (name: string, ...more: readonly string[]): Promise<string> => {
  const key = [name, ...more].join(' ');
  if (!shown.has(key)) shown.set(key, runAmong(FILES, ['check', '.', 'gone.md', '--format', name, ...more]).then(({ out }) => out));
  return shown.get(key)!;
};
const schema = (path: string): object => JSON.parse(readFileSync(path, 'utf8')) as object;

const XSD: Readonly<Record<string, string>> = { junit: 'test/cli/schemas/jenkins-junit.xsd', checkstyle: 'test/cli/schemas/checkstyle.xsd' };
async function keepsToXsd(name: string, contents: string): Promise<void> {
  const { valid, errors } = await validateXML({ xml: [{ fileName: 'report.xml', contents }], schema: [{ fileName: 'schema.xsd', contents: readFileSync(XSD[name], 'utf8') }] });
  assert.ok(valid, JSON.stringify(errors));
}

describe('formats', () => {
  for (const name of FORMATS) {
    it(`${name} says what it said`, async () => {
      const golden = `test/cli/formats/${name}.golden.${EXTENSION[name]}`;
      const out = await show(name);
      if (process.env['GOLDEN'] === 'write') writeFileSync(golden, out);
      assert.equal(out, readFileSync(golden, 'utf8'));
    });

    it(`${name} tells every finding and everything that could not be checked`, async () => {
      const out = await show(name);
      const report = JSON.parse(await show('json')) as Report;
      for (const { findings } of report.files) for (const { rule, title } of findings) assert.ok(out.includes(rule) || out.includes(title), rule);
      for (const told of ['gone.md', 'notes/broken.md', 'notes/long.md', 'There is no such file or folder.', 'not valid UTF-8']) assert.ok(out.includes(told) || out.replaceAll('%2F', '/').includes(told), told);
    });

    it(`${name} holds no words of a record but those that were matched`, async () => {
      const out = await show(name);
      // For people at their own terminal, whole lines are shown.
      if (name !== 'pretty') assert.doesNotMatch(out, /scared|went|Wren/);
      if (name === 'html') assert.doesNotMatch(out, /failed to engage|“/);
    });

    it(`${name} has something to say where nothing is raised`, async () => {
      const { code, out, error } = await runAmong({ '/work/a.md': 'Dad came.\n' }, ['check', 'a.md', '--format', name]);
      assert.deepEqual([code, error], [0, '']);
      if (EXTENSION[name] !== 'txt') assert.ok(out.length > 0);
    });
  }

  describe('keep to their schema:', () => {
    const json: readonly (readonly [name: string, schema: string, more?: readonly string[]])[] = [
      ['json', 'docs/report.schema.json'],
      ['sarif', 'test/cli/schemas/sarif-2.1.0.schema.json'],
      ['sarif', 'test/cli/schemas/sarif-2.1.0.schema.json', ['--with-text']],
      ['gitlab', 'test/cli/schemas/gitlab-code-quality.schema.json'],
    ];
    for (const [name, path, more = []] of json) {
      it([name, ...more].join(' '), async () => {
        const ajv = new Ajv2020({ strict: false, allErrors: true });
        addFormats.default(ajv);
        const fits = ajv.compile(schema(path));
        assert.ok(fits(JSON.parse(await show(name, ...more))), JSON.stringify(fits.errors, null, 1));
      });
    }
    for (const name of ['junit', 'checkstyle'] as const) it(name, async () => keepsToXsd(name, await show(name)));
  });

  it('json and sarif and gitlab name places that are right', async () => {
    const log = JSON.parse(await show('sarif', '--with-text')) as { runs: [{ columnKind: string; results: { ruleId: string; ruleIndex: number; partialFingerprints: object; locations: [{ physicalLocation: { artifactLocation: { uri: string }; region: { charOffset: number; charLength: number; snippet: { text: string } } } }] }[]; tool: { driver: { rules: { id: string }[] } } }] };
    const [{ columnKind, results, tool: { driver: { rules } } }] = log.runs;
    assert.equal(columnKind, 'utf16CodeUnits');
    for (const { ruleId, ruleIndex, locations: [{ physicalLocation: { artifactLocation: { uri }, region } }] } of results) {
      assert.equal(rules[ruleIndex].id, ruleId);
      const source = FILES[`/work/${decodeURIComponent(uri)}`] as string;
      assert.equal(source.slice(region.charOffset, region.charOffset + region.charLength), region.snippet.text);
    }
    const prints = (JSON.parse(await show('gitlab')) as { fingerprint: string }[]).map(({ fingerprint }) => fingerprint);
    assert.equal(new Set(prints).size, prints.length);
  });

  it('compare one run with the next, also where lines moved', async () => {
    const prints = async (text: string): Promise<unknown> => (JSON.parse((await runAmong({ '/work/a.md': text }, ['check', 'a.md', '--format', 'gitlab'])).out) as { fingerprint: string }[]).map(({ fingerprint }) => fingerprint);
    assert.deepEqual(await prints('Her siblings came.\n\nDad failed to engage.\n'), await prints('One.\r\n\r\nHer siblings came.\r\n\r\nTwo.\r\n\r\nDad failed to engage.\r\n'));
  });

  it('sarif tells what was set aside as suppressed, and nothing else does', async () => {
    const written: Written = new Map();
    const note = { '/work/a.md': BLAME, '/work/alongside.yml': '' };
    await runAmong(note, ['set-aside', 'add', 'a.md:1', '--rule', 'label/engagement', '--reason', 'Court wording'], {}, written);
    const check = async (name: string): Promise<string> => (await runAmong({ ...note, ...Object.fromEntries(written) }, ['check', 'a.md', '--format', name])).out;
    const { runs: [{ results }] } = JSON.parse(await check('sarif')) as { runs: [{ results: readonly { ruleId: string; suppressions?: readonly object[]; message: { text: string } }[] }] };
    assert.deepEqual(results.map(({ ruleId, suppressions, message }) => [ruleId, suppressions, message.text]), [['label/engagement', [{ kind: 'external', status: 'accepted' }], 'Blame for not taking part']]);
    for (const name of ['compact', 'github', 'junit', 'checkstyle', 'gitlab', 'html']) assert.doesNotMatch(await check(name), /label\/engagement/, name);
    assert.match(await check('html'), /Set aside, and not counted here: 1 finding\./);
  });

  it('junit counts only what fails the run', async () => {
    const counts = async (...more: readonly string[]): Promise<string> => /<testsuites [^>]*>/.exec(await show('junit', ...more))![0];
    assert.match(await counts('--fail-on', 'never'), /failures="0" errors="3"/);
    assert.match(await counts('--fail-on', 'warning'), /failures="3" errors="3"/);
  });

  it('html holds what was written only where that is asked for, and loads and runs nothing', async () => {
    const out = await show('html');
    assert.doesNotMatch(out, /<script|<link|<img|src=|url\(|https?:|javascript:/);
    const told = await show('html', '--with-text');
    assert.match(told, /scared/);
    assert.doesNotMatch(told, /<b>siblings|\u001b|\u0007/);
  });

  it('github adds a summary of the job, without words of the records', async () => {
    const written: Written = new Map([['/tmp/summary.md', 'Before\n']]);
    await runAmong(FILES, ['check', '.', '--format', 'github'], { env: { GITHUB_STEP_SUMMARY: '/tmp/summary.md' } }, written);
    const summary = written.get('/tmp/summary.md')!;
    assert.match(summary, /^Before\n### Alongside\n\n5 records read, /);
    assert.match(summary, /\n\| words a family may not know \| 3 \|\n/);
    assert.match(summary, /\*\*2 things could not be checked\.\*\*/);
    assert.doesNotMatch(summary, /siblings|<i>|\u001b/);
  });

  it('stay whole whatever a record or its name holds', async () => {
    const odd = fc.string({ unit: 'binary', maxLength: 30 }).map((text) => text.replace(/[\0\p{Cs}]/gu, ''));
    const records = fc.sample(fc.record({ name: odd.map((text) => text.replace(/[/\\]/g, '')), before: odd, after: odd }), { numRuns: 40, seed: 7 });
    const files = Object.fromEntries(records.map(({ name, before, after }, index) => [`/work/${index}${name}.md`, `${before} her siblings ${after}\n\n${after}\n`]));
    for (const name of FORMATS) {
      const { out, code } = await runAmong(files, ['check', '.', '--format', name, '--with-text', '--fail-on', 'never']);
      assert.equal(code, 0);
      assert.doesNotMatch(out, EXTENSION[name] === 'json' ? /\0/ : /[\0\u001b\u202e]/, name);
      if (EXTENSION[name] === 'json') JSON.parse(out);
      if (EXTENSION[name] === 'xml') await keepsToXsd(name, out);
      if (LINE[name]) for (const line of out.trimEnd().split('\n')) assert.match(line, LINE[name], name);
    }
  });

  it('go each to its own file, and one of them to standard output', async () => {
    const written: Written = new Map();
    const { code, out, error } = await runAmong(FILES, ['check', 'notes/visit.md', '--format', 'sarif=out/found.sarif', '--format', 'compact', '--format', 'html=found.html'], { colour: true }, written);
    assert.deepEqual([code, error, [...written.keys()]], [0, '', ['/work/out/found.sarif', '/work/found.html']]);
    assert.match(out, /^notes\/visit\.md:7:5 suggestion jargon\/siblings /);
    assert.equal(JSON.parse(written.get('/work/out/found.sarif')!).version, '2.1.0');
  });

  it('say when they could not be written', async () => {
    const { code, out, error } = await runAmong(FILES, ['check', 'notes/clean.md', '--format', 'json=a.json', '--format', 'pretty'], { unwritable: 'ENOSPC' });
    assert.deepEqual([code, error], [2, 'alongside: The report could not be written to “a.json” (ENOSPC).\n']);
    assert.match(out, /nothing to raise/);
  });
});
