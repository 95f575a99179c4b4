/**
 * Makes of the stories what VS Code can load: for Node one file with `run()` beside one file of stories, and an empty
 * extension to be "under development", since the one under test is installed from its .vsix; for the web worker host
 * one file with everything. Playwright has no part in it.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** `stories`: of an editor that runs. `startup`: of its first minute, in a window of their own. */
export const SETS = ['stories', 'startup'];

const storiesOf = (set) => {
  const folder = fileURLToPath(new URL(`${set}/`, import.meta.url));
  return readdirSync(folder).filter((name) => name.endsWith('.story.ts')).map((name) => join(folder, name));
};

/** @returns {Promise<{ runner: string, entry: string }>} path of the empty extension, and of the module with `run()` */
export async function bundleStories(folder, set) {
  await build({
    entryPoints: { entry: fileURLToPath(new URL('mocha-entry.ts', import.meta.url)) },
    bundle: true, platform: 'node', format: 'cjs', target: 'node20', external: ['vscode', 'mocha'],
    outdir: folder, outExtension: { '.js': '.cjs' }, logLevel: 'warning',
  });
  await build({
    stdin: { contents: storiesOf(set).map((file) => `import ${JSON.stringify(file)};`).join('\n'), resolveDir: folder },
    bundle: true, platform: 'node', format: 'cjs', target: 'node20', external: ['vscode', 'mocha'],
    outfile: join(folder, 'stories.cjs'), sourcemap: 'inline', logLevel: 'warning',
  });
  const runner = join(folder, 'runner');
  mkdirSync(runner, { recursive: true });
  writeFileSync(join(runner, 'package.json'), JSON.stringify(RUNNER));
  return { runner, entry: join(folder, 'entry.cjs') };
}

const RUNNER = { name: 'alongside-stories', publisher: 'family-valued', version: '0.0.0', engines: { vscode: '^1.100.0' } };

/** @returns {Promise<string>} name of the module with `run()` in `folder`, which is an extension itself: for the web worker host */
export async function bundleWebStories(folder) {
  const beside = (name) => fileURLToPath(new URL(`web/${name}`, import.meta.url));
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: { stories: beside('mocha-entry.ts') },
    // Mocha's build for browsers takes the module's exports for its own, and asks for a little of a process.
    banner: { js: `var process = { env: ${JSON.stringify({ ALONGSIDE_PATIENCE: process.env.ALONGSIDE_PATIENCE })}, argv: [], nextTick: (act, ...given) => queueMicrotask(() => act(...given)), cwd: () => "/", on() {}, once() {}, removeListener() {} };` },
    bundle: true, platform: 'browser', format: 'iife', globalName: 'stories', footer: { js: 'module.exports = stories;' }, target: 'es2022', external: ['vscode'],
    define: { global: 'globalThis' },
    plugins: [{
      name: 'web-stories',
      setup({ onResolve, onLoad }) {
        onResolve({ filter: /^node:assert\/strict$/ }, () => ({ path: beside('assert.ts') }));
        onResolve({ filter: /^node:fs$|^\.\/colours\.js$/ }, () => ({ path: beside('no-disk.ts') }));
        onResolve({ filter: /^alongside-stories$/ }, ({ path }) => ({ path, namespace: 'stories' }));
        onLoad({ filter: /./, namespace: 'stories' }, () => ({ contents: storiesOf(WEB_SET).map((file) => `import ${JSON.stringify(file)};`).join('\n'), resolveDir: folder }));
      },
    }],
    outdir: folder, sourcemap: 'inline', logLevel: 'warning',
  });
  // VS Code looks for tests only inside an extension.
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...RUNNER, browser: './stories.js' }));
  return 'stories.js';
}

const WEB_SET = 'stories';

/** @param {'node' | 'web'} host */
export function countStories(host) {
  const [sets, stories] = host === 'node' ? [SETS, /^\s*it\(/gm] : [[WEB_SET], /^\s*it\((?!'colours )/gm];
  return sets.flatMap(storiesOf)
    .map((file) => readFileSync(file, 'utf8').match(stories)?.length ?? 0)
    .reduce((sum, count) => sum + count, 0);
}
