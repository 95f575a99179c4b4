import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { withoutWords, withWords } from '../../server/src/cli/check/cached-words.js';
import { runAmong, type WorldFiles, type WorldSettings } from '../support/memory-world.js';

const NOTE = '# Visit to Maya\n\nMaya said, "I was scared when Kwame shouted." Her siblings came on 3 May 2031.\n\nDad FAILED TO ENGAGE.\n';

describe('what is kept between runs', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'alongside-cache-'));
    mkdirSync(join(folder, 'kept'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const entries = (): readonly string[] => readdirSync(join(folder, 'kept'), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, 'kept', name)).filter((path) => statSync(path).isFile());
  const check = async (files: WorldFiles, args: readonly string[] = [], settings: Partial<WorldSettings> = {}): Promise<string> => {
    const { out, error } = await runAmong(files, ['check', 'a.md', '--format', 'json', '--cache', join(folder, 'kept'), ...args], settings);
    assert.equal(error, '');
    return out;
  };
  const plain = async (files: WorldFiles, args: readonly string[] = [], settings: Partial<WorldSettings> = {}): Promise<string> => (await runAmong(files, ['check', 'a.md', '--format', 'json', ...args], settings)).out;
  /** Makes what was kept say something else, so that it shows where it is used. */
  const tamper = (): void => {
    for (const path of entries()) {
      const bytes = readFileSync(path);
      writeFileSync(path, Buffer.concat([bytes.subarray(0, 64), deflateRawSync(inflateRawSync(bytes.subarray(64)).toString().replace(/"words":\d+/, '"words":4321'))]));
    }
  };

  it('is what was found, and is used', async () => {
    const files = { '/work/a.md': NOTE };
    const first = await check(files);
    assert.equal(first, await plain(files));
    assert.equal(await check(files), first);
    assert.equal(entries().length, 1);
    tamper();
    assert.match(await check(files), /"words": 4321/);
  });

  it('holds for all formats, changed lines and gates as what is read anew', async () => {
    const files = { '/work/a.md': NOTE };
    await check(files);
    for (const args of [['--format', 'sarif'], ['--format', 'pretty'], ['--format', 'html', '--with-text'], ['--max-findings', '1', '--format', 'compact']]) {
      const run = (more: readonly string[]): Promise<unknown> => runAmong(files, ['check', 'a.md', ...args, ...more]);
      assert.deepEqual(await run(['--cache', join(folder, 'kept')]), await run([]));
    }
  });

  const RULES = '/work/alongside.yml';
  for (const [what, before, after, args, settings] of [
    ['the record changes', { '/work/a.md': NOTE }, { '/work/a.md': `${NOTE}\nMore.\n` }],
    ['a rules file comes', { '/work/a.md': NOTE }, { '/work/a.md': NOTE, [RULES]: 'rules: { jargon/siblings: off }\n' }],
    ['the rules file changes', { '/work/a.md': NOTE, [RULES]: 'rules: { jargon/siblings: off }\n' }, { '/work/a.md': NOTE, [RULES]: 'rules: { label/engagement: off }\n' }],
    ['another gate is asked for', { '/work/a.md': NOTE }, { '/work/a.md': NOTE }, ['--fail-on', 'suggestion']],
    ['a directive may be over', { '/work/a.md': `<!-- alongside-disable-file jargon/siblings reason="x" until=2030-01-02 -->\n\n${NOTE}` }, { '/work/a.md': `<!-- alongside-disable-file jargon/siblings reason="x" until=2030-01-02 -->\n\n${NOTE}` }, [], { today: '2030-01-03' }],
  ] as readonly (readonly [string, WorldFiles, WorldFiles, (readonly string[])?, Partial<WorldSettings>?])[]) {
    it(`is not used where ${what}`, async () => {
      await check(before);
      tamper();
      assert.equal(await check(after, args, settings), await plain(after, args, settings));
    });
  }

  it('still holds on another day', async () => {
    await check({ '/work/a.md': NOTE });
    tamper();
    assert.match(await check({ '/work/a.md': NOTE }, [], { today: '2030-06-01' }), /"words": 4321/);
  });

  it('is nothing where something is set aside beside the record', async () => {
    await check({ '/work/a.md': NOTE, '/work/.alongside/set-aside.yml': 'version: 1\nsalt: 0123456789abcdef0123456789abcdef\nrecords: {}\n' }).catch(() => {});
    assert.equal(entries().length, 0);
  });

  it('is read anew where it was damaged', async () => {
    const files = { '/work/a.md': NOTE };
    const first = await check(files);
    for (const path of entries()) writeFileSync(path, readFileSync(path).subarray(0, 80));
    assert.equal(await check(files), first);
  });

  it('holds no word of the record, nor its name', async () => {
    await check({ '/work/a.md': NOTE });
    const [path] = entries();
    const kept = inflateRawSync(readFileSync(path).subarray(64)).toString();
    assert.doesNotMatch(kept, /\b(?:maya|kwame|scared|siblings|engage|2031|a\.md)\b/i);
    assert.match(kept, /"rule":"jargon\//);
    assert.ok(!dirname(path).includes('a.md'));
  });

  it('can be made whole by whoever has the record, whatever it holds', () => {
    const text = fc.array(fc.oneof(fc.constantFrom('Maya', 'MAYA', 'maya', ' ', '-', '’s', 'İstanbul', 'ß', '\n', '"', '\\', '7', '2031'), fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 20 }).map((parts) => parts.join(''));
    fc.assert(fc.property(text, fc.array(text, { maxLength: 5 }), (source, said) => {
      const kept = withoutWords({ said }, source);
      if (kept === null) return;
      assert.deepEqual(withWords(kept, source), { said });
      const words = new Set((source.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) => word.toLowerCase()));
      const strings = (JSON.parse(kept) as { said: readonly string[] }).said.join(' ').replace(/\ue000[=luc][0-9a-z]+/g, ' ');
      for (const word of strings.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) assert.ok(!words.has(word.toLowerCase()), word);
    }), { numRuns: 300 });
  });
});
