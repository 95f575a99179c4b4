import assert from 'node:assert/strict';
import { folderOf, relativeTo, resolvePath } from '../../server/src/rulebook/files/paths.js';
import { createReader, type Reader } from '../../server/src/rulebook/reader.js';
import { findRulebook } from '../../server/src/rulebook/rulebook.js';
import { memoryHost } from '../support/memory-files.js';
import { smallPacks } from '../support/small-packs.js';

const PACKS = smallPacks();
const NOTE = 'Dad failed to engage.\n';
const readerOf = (files: Record<string, string>, config: string | null = null): Reader => createReader(PACKS, memoryHost(files), config, () => '2030-01-02');
const rules = async (reader: Reader, path: string | null, text = NOTE): Promise<readonly string[]> => (await reader.read(path, text)).analysis.findings.map(({ rule, severity }) => `${rule} ${severity}`);

describe('the reader of notes', () => {
  it('reads under the nearest rulebook above the note', async () => {
    const reader = readerOf({ '/a/alongside.yml': 'rules:\n  label/engagement: warning\n', '/a/b/c/alongside.yml': 'rules:\n  label/engagement: off\n' });
    assert.deepEqual(await rules(reader, '/note.md'), ['label/engagement suggestion']);
    assert.deepEqual(await rules(reader, '/a/note.md'), ['label/engagement warning']);
    assert.deepEqual(await rules(reader, '/a/b/note.md'), ['label/engagement warning']);
    assert.deepEqual(await rules(reader, '/a/b/c/d/note.md'), []);
    assert.deepEqual(await rules(reader, null), ['label/engagement suggestion']);
  });

  it('reads every note under the rulebook it was given', async () => {
    const reader = readerOf({ '/a/alongside.yml': 'rules:\n  label/engagement: off\n', '/given.yml': 'rules:\n  label/engagement: error\nnotes:\n  "t/**": { template: true }\n' }, '/given.yml');
    assert.deepEqual(await rules(reader, '/a/note.md'), ['label/engagement warning'], 'a live note shows no error');
    assert.deepEqual(await rules(reader, '/t/note.md'), ['label/engagement error']);
    assert.deepEqual(await rules(reader, null), ['label/engagement warning']);
  });

  it('keeps a rulebook until told to forget it', async () => {
    const files: Record<string, string> = {};
    const reader = readerOf(files);
    assert.deepEqual(await rules(reader, '/a/note.md'), ['label/engagement suggestion']);
    files['/a/alongside.yml'] = 'rules:\n  label/engagement: off\n';
    assert.deepEqual(await rules(reader, '/a/note.md'), ['label/engagement suggestion']);
    reader.forget();
    assert.deepEqual(await rules(reader, '/a/note.md'), []);
    assert.equal(await reader.rulebookFor('/a/note.md'), await reader.rulebookFor('/a/other.md'));
    delete files['/a/alongside.yml'];
    reader.forget();
    assert.deepEqual(await rules(reader, '/a/note.md'), ['label/engagement suggestion']);
  });

  it('answers the same with an earlier reading as without, also when the rules changed between', async () => {
    const files: Record<string, string> = { '/a/alongside.yml': '' };
    const reader = readerOf(files);
    const first = await reader.read('/a/note.md', NOTE);
    files['/a/alongside.yml'] = 'rules:\n  label/engagement: warning\n';
    reader.forget();
    const second = await reader.read('/a/note.md', NOTE, first);
    assert.deepEqual(second.analysis.findings.map(({ severity }) => severity), ['warning']);
    assert.deepEqual(second.analysis.findings, (await reader.read('/a/note.md', NOTE)).analysis.findings);
  });

  it('gives what globs and people of the rulebook say to the engine', async () => {
    const reader = readerOf({ '/a/alongside.yml': 'notes:\n  "t/*": { type: plan, template: true }\n' });
    const { analysis } = await reader.read('/a/t/x.md', NOTE);
    assert.deepEqual([analysis.type, analysis.template], ['plan', true]);
    assert.equal((await reader.read('/a/x.md', '---\ntype: letter\n---\n\nHello.\n')).analysis.type, 'letter');
  });

  it('reads letters and family plans with the plain-english libraries, and other notes only where the pack is named', async () => {
    const letter = '---\ntype: letter\n---\n\nA letter was sent on Monday.\n';
    const reader = readerOf({ '/named/alongside.yml': 'packs: [plain-english]\n', '/not/alongside.yml': 'packs: [family-valued]\n' });
    const sent = 'A letter was sent on Monday.\n';
    assert.deepEqual(await rules(reader, '/x.md', sent), []);
    const reading = await reader.read('/x.md', letter);
    assert.deepEqual(reading.analysis.findings.map(({ rule }) => rule), ['plain-english/passive']);
    assert.deepEqual([reading.analysis.unchecked, reading.analysis.wantsLibraries], [[], false]);
    assert.deepEqual(await rules(reader, '/x.md', letter.replace('letter', 'family-plan')), ['plain-english/passive suggestion']);
    assert.deepEqual(await rules(reader, '/x.md', sent), []);
    assert.deepEqual(await rules(reader, '/named/x.md', sent), ['plain-english/passive suggestion']);
    assert.deepEqual(await rules(reader, '/not/x.md', letter), []);
  });
});

describe('the nearest rulebook', () => {
  const cases: readonly (readonly [note: string, files: readonly string[], found: string | null])[] = [
    ['/a/b/n.md', ['/a/alongside.yml'], '/a/alongside.yml'],
    ['/a/b/n.md', ['/a/alongside.yml', '/a/b/alongside.yml'], '/a/b/alongside.yml'],
    ['/a/b/n.md', ['/alongside.yml'], '/alongside.yml'],
    ['/a/b/n.md', ['/c/alongside.yml'], null],
    ['/n.md', ['/alongside.yml'], '/alongside.yml'],
    ['/a/b/n.md', ['/alongside.yml', '/a/alongside.yaml'], '/a/alongside.yaml'],
    ['/a/n.md', ['/a/alongside.yml', '/a/alongside.yaml'], '/a/alongside.yml'],
    ['/a/n.md', ['/alongside.yml', '/a/alongside.yml.txt'], '/a/alongside.yml.txt'],
    ['C:/a/n.md', ['C:/alongside.yml'], 'C:/alongside.yml'],
    ['C:/a/n.md', ['/alongside.yml'], null],
    ['//server/records/a/n.md', ['//server/records/alongside.yml'], '//server/records/alongside.yml'],
    ['//server/records/a/n.md', ['//server/alongside.yml'], null],
    ['memfs:/a/n.md', ['memfs:/alongside.yml'], 'memfs:/alongside.yml'],
    ['vscode-vfs://github/team/a/n.md', ['vscode-vfs://github/team/alongside.yml'], 'vscode-vfs://github/team/alongside.yml'],
    ['vscode-vfs://github/team/n.md', ['/alongside.yml', 'vscode-vfs:/alongside.yml'], null],
  ];
  for (const [note, files, found] of cases) it(`for ${note} among ${files.join(', ')}`, () => assert.equal(findRulebook(note, memoryHost(Object.fromEntries(files.map((file) => [file, ''])))), found));
});

describe('paths', () => {
  const resolved: readonly (readonly [folder: string, path: string, whole: string])[] = [
    ['/a/b', 'c.md', '/a/b/c.md'], ['/a/b', './c/../d.md', '/a/b/d.md'], ['/a/b', '../../../x', '/x'], ['/a', '/b//c', '/b/c'], ['/', 'a', '/a'], ['/a', '.', '/a'], ['/', '.', '/'],
    ['C:/a', '..\\b'.replace('\\', '/'), 'C:/b'], ['C:/a', 'D:/x', 'D:/x'], ['//server/share/a', '../b', '//server/share/b'], ['//server/share', '../../b', '//server/share/b'], ['/a', '//server/share/x', '//server/share/x'],
    ['memfs:/a', '../b', 'memfs:/b'], ['memfs:', 'b', 'memfs:/b'], ['vscode-vfs://github/a/b', '../../../c', 'vscode-vfs://github/c'],
  ];
  for (const [folder, path, whole] of resolved) it(`${path} from ${folder}`, () => assert.equal(resolvePath(folder, path), whole));
  it('have folders, up to a root', () => {
    assert.deepEqual(['/a/b.md', '/b.md', '/', 'C:/a/b', 'C:/a', 'C:', '//s/t/a', '//s/t'].map(folderOf), ['/a', '/', '/', 'C:/a', 'C:', 'C:', '//s/t', '//s/t']);
    assert.deepEqual(['memfs:/a/b.md', 'memfs:/b.md', 'memfs:', 'vscode-vfs://github/a/b', 'vscode-vfs://github/a', 'vscode-vfs://github'].map(folderOf), ['memfs:/a', 'memfs:', 'memfs:', 'vscode-vfs://github/a', 'vscode-vfs://github', 'vscode-vfs://github']);
  });
  it('are shown from a folder where they lie below it', () => {
    assert.deepEqual([relativeTo('/a', '/a/b'), relativeTo('/', '/a/b'), relativeTo('/a', '/ab/c'), relativeTo('/a', '/a')], ['b', 'a/b', '/ab/c', '/a']);
  });
});
