// Builds everything that ships into dist/: the packs first (YAML → JSON), then the bundles that carry them.
//   node server/build.mjs
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { licencesOf } from './licences.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const LICENCES = 'THIRD-PARTY-LICENCES.txt';
const common = { absWorkingDir: root, bundle: true, alias: { net: `${root}server/no-network.cjs` }, platform: 'node', target: 'node20', format: 'cjs', logLevel: 'warning' };

/** What the server holds itself: it stays up, and a bundle of its own would say much of the engine again. */
const IN_SERVER = ['load-rulebook', 'open-sidecar'];

/** Leaves whatever is imported only when needed (`import('…')`), but for what is in `within`, out of a bundle, and notes it in `found`: its own bundle is `<name>-chunk.js`. */
function chunks(found, within = []) {
  return {
    name: 'chunks',
    setup(build) {
      // Several need the library, and none of them twice.
      build.onResolve({ filter: /^yaml$/ }, ({ kind }) => {
        if (kind === 'entry-point') return undefined;
        found.set('yaml-chunk', 'yaml');
        return { path: './yaml-chunk.js', external: true };
      });
      build.onResolve({ filter: /^\.{1,2}\/.*\.js$/ }, ({ kind, path, resolveDir }) => {
        if (kind !== 'dynamic-import' || within.includes(basename(path, '.js'))) return undefined;
        const name = `${basename(path, '.js')}-chunk`;
        found.set(name, resolve(resolveDir, path.replace(/js$/, 'ts')));
        return { path: `./${name}.js`, external: true };
      });
    },
  };
}

/** The built-in packs, compiled, as they are ready soonest (`quick`) or take least room once compressed (`small`); throws with every problem where they cannot be. */
export async function buildPacks(made = 'quick') {
  const { outputFiles } = await esbuild.build({ ...common, entryPoints: ['server/src/rulebook/build-packs.ts'], write: false });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0].text)(module, module.exports, createRequire(import.meta.url));
  const { compiled, problems } = module.exports.buildPacks('rules', 'test/specimens');
  if (problems.length > 0) throw new Error(problems.map((p) => `${p.file}:${p.line}:${p.column} ${p.message}`).join('\n'));
  return module.exports.pack(compiled, made);
}

export async function build() {
  const packs = await buildPacks();
  rmSync(`${root}dist`, { recursive: true, force: true });
  mkdirSync(`${root}dist`);
  writeFileSync(`${root}dist/packs.bin`, packs);
  const shipped = { ...common, minify: true, outdir: 'dist', legalComments: 'none', metafile: true, supported: { 'dynamic-import': false } };
  const bin = { js: '#!/usr/bin/env node' };
  const found = new Map();
  const plugins = [chunks(found)];
  const built = await Promise.all([
    esbuild.build({ ...shipped, entryPoints: { 'cli-main': 'server/src/cli/main.ts', 'cli-crew': 'server/src/cli/crew-member.ts' }, plugins }),
    esbuild.build({ ...shipped, entryPoints: { server: 'server/src/lsp/main.ts' }, banner: bin, plugins: [chunks(found, IN_SERVER)] }),
    esbuild.build({ ...shipped, entryPoints: { extension: 'client/src/extension.ts' }, external: ['vscode'] }),
  ]);
  for (const done = new Set(); done.size < found.size; ) {
    const entryPoints = Object.fromEntries([...found].filter(([name]) => !done.has(name)));
    for (const name of Object.keys(entryPoints)) done.add(name);
    built.push(await esbuild.build({ ...shipped, entryPoints, plugins }));
  }
  writeFileSync(`${root}dist/${LICENCES}`, licencesOf(built.map(({ metafile }) => metafile), root));
  writeFileSync(`${root}dist/cli.js`, `${bin.js}\n${readFileSync(`${root}server/launcher.cjs`, 'utf8')}`);
  cacheCode();
  for (const name of ['cli', 'server']) chmodSync(`${root}dist/${name}.js`, 0o755);
}

/** Runs the command line once on the examples, and keeps what V8 compiled for it. */
function cacheCode() {
  const code = `
    process.argv = [process.argv[0], 'alongside', 'check', 'examples/case-note.md', 'examples/review.md'];
    const { script } = require('./dist/cli.js');
    process.on('exit', () => require('node:fs').writeFileSync('dist/cli-main.js.cache', script.createCachedData()));`;
  const { status, stderr } = spawnSync(process.execPath, ['-e', code], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  if (status === null || status > 1) throw new Error(`The command line did not run: ${stderr}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
