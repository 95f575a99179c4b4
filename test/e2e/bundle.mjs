/**
 * Makes of the stories what VS Code can load: one file with `run()` beside one file of stories, and an empty extension
 * to be "under development", since the one under test is installed from its .vsix. Playwright has no part in it.
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
  writeFileSync(join(runner, 'package.json'), JSON.stringify({
    name: 'alongside-stories', publisher: 'family-valued', version: '0.0.0', engines: { vscode: '^1.100.0' },
  }));
  return { runner, entry: join(folder, 'entry.cjs') };
}

export function countStories() {
  return SETS.flatMap(storiesOf)
    .map((file) => readFileSync(file, 'utf8').match(/^\s*it\(/gm)?.length ?? 0)
    .reduce((sum, count) => sum + count, 0);
}
