/** What is in the .vsix: all that the extension runs on, and nothing else. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import type { Metafile } from 'esbuild';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Bytes. */
const LARGEST = 1_048_576;

describe('the packed extension', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  const in_ = (folder: string, ending: string): readonly string[] => readdirSync(folder).filter((name) => name.endsWith(ending)).map((name) => `${folder}/${name}`);

  let folder = '';
  let packagePath = '';
  before(function () {
    this.timeout(300_000); // packing takes half a minute, and several on a machine that is busy with much else
    folder = mkdtempSync(join(tmpdir(), 'alongside-vsix-'));
    packagePath = join(folder, 'alongside.vsix');
    node('client/package.mjs', packagePath);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('holds the program with every part it may ask for, what it shows, and what must be said of it', () => {
    const wanted = [
      'package.json', 'package.nls.json', 'dist/readme.md', 'LICENSE', 'CHANGELOG.md', 'client/icon.png', 'examples/case-note.md',
      ...in_('client/templates', '.md'), ...in_('client/walkthrough', '.md'), ...in_('client/l10n', '.json'), ...in_('syntaxes', '.json'),
      'dist/packs.lzma', 'dist/THIRD-PARTY-LICENCES.txt', 'dist/sbom.cdx.json', ...reachable(['extension.js', 'browser.js']).map((name) => `dist/${name}`),
    ];
    const files = node('node_modules/@vscode/vsce/vsce', 'ls', '--no-dependencies', '--readme-path', 'dist/readme.md').trim().split('\n');
    assert.deepEqual(files.sort(), wanted.sort());
  });

  it('is shown with what its users need to know of it', () => {
    const readme = readFileSync('dist/readme.md', 'utf8');
    assert.match(readme, /^# Alongside\n[^]*## In the editor\n[^]*\nAlongside looks at words\. It does not know whether a child is safe, and gives no score to anyone\.\n$/);
    assert.doesNotMatch(readme, /## (?:How it works|Develop)/);
  });

  it('is small', () => {
    const { size } = statSync(packagePath);
    assert.ok(size < LARGEST, `${size} bytes`);
  });

  it('asks for nothing of Node in a browser', () => {
    const metafiles = JSON.parse(readFileSync('dist/browser.meta.json', 'utf8')) as readonly Metafile[];
    const outputs = metafiles.flatMap((metafile) => Object.entries(metafile.outputs));
    assert.deepEqual(outputs.map(([name]) => name).sort(), ['dist/browser.js', 'dist/exchange-chunk.js', 'dist/plain-english-chunk.js', 'dist/pressed-chunk.js', 'dist/server-core.js', 'dist/yaml-chunk.js']);
    const imports = outputs.flatMap(([name, output]) => output.imports.map(({ path }) => `${name} ${path}`));
    assert.deepEqual([...new Set(imports)].sort(), ['dist/browser.js vscode', 'dist/server-core.js ./exchange-chunk.js', 'dist/server-core.js ./plain-english-chunk.js', 'dist/server-core.js ./pressed-chunk.js', 'dist/server-core.js ./yaml-chunk.js']);
    const forNode = outputs.flatMap(([, { inputs }]) => Object.keys(inputs)).filter((path) => /\/lib\/node\/|rulebook\/(?:disk|replace-file|read-built-in)\.ts$/.test(path) || builtinModules.includes(path.replace(/^node:/, '')));
    assert.deepEqual(forNode, []);
    assert.ok(outputs.some(([, { inputs }]) => 'server/src/engine/analyse.ts' in inputs), 'the engine itself is in it');
    assert.equal(manifest.browser, './dist/browser.js');
  });

  it('names everything that is bundled, with its licence', () => {
    const said = readFileSync('dist/THIRD-PARTY-LICENCES.txt', 'utf8');
    for (const name of ['vscode-languageclient', 'vscode-languageserver', '@lezer/markdown', 'yaml', 'retext-readability', 'write-good']) assert.match(said, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\((?:MIT|ISC|BSD-\\d-Clause|BlueOak-1\\.0\\.0|Apache-2\\.0)\\)$`, 'm'));
    assert.doesNotMatch(said, /\b(?:A?GPL|LGPL)\b/);
  });

  it('says what it is to those who look for it', () => {
    assert.ok(manifest.displayName && manifest.description && manifest.icon && manifest.license && manifest.categories.length > 0);
    assert.ok(manifest.capabilities.untrustedWorkspaces.supported && manifest.capabilities.virtualWorkspaces === true);
    assert.match(readFileSync('CHANGELOG.md', 'utf8'), new RegExp(`^## (?:Unreleased|${manifest.version.replaceAll('.', '\\.')})`, 'm'));
    // A command that no person can choose is not offered to one.
    for (const { command, title } of manifest.contributes.commands) assert.ok(command.startsWith('alongside.') && title, command);
  });
});

function node(...args: readonly string[]): string {
  return execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

/** Files of `dist` that a program may load, its own parts included. */
function reachable(names: readonly string[]): readonly string[] {
  const found = new Set(names);
  for (const name of found) for (const [, part] of readFileSync(`dist/${name}`, 'utf8').matchAll(/["'](?:\.\/|dist\/)?([a-z-]+\.js)["']/g)) if (existsSync(`dist/${part}`)) found.add(part);
  return [...found];
}
