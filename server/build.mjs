// Builds everything that ships into dist/: the packs first (YAML → JSON), then the bundles that carry them.
//   node server/build.mjs
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const common = { absWorkingDir: root, bundle: true, platform: 'node', target: 'node20', format: 'cjs', logLevel: 'warning' };

/** Loaded only when needed, so bundled apart: YAML for a rulebook, the plain-english libraries, globs. */
const CHUNKS = {
  'rulebook-chunk': 'server/src/rulebook/load-rulebook.ts',
  'plain-english-chunk': 'server/src/engine/checks/plain-english.ts',
  'globs-chunk': 'server/src/cli/globs.ts',
};
const chunks = {
  name: 'chunks',
  setup(build) {
    build.onResolve({ filter: /\/(?:load-rulebook|plain-english|globs)\.js$/ }, ({ kind, path }) => {
      if (kind !== 'dynamic-import') return undefined;
      const chunk = Object.keys(CHUNKS).find((name) => CHUNKS[name].endsWith(`${path.slice(path.lastIndexOf('/'), -3)}.ts`));
      return { path: `./${chunk}.js`, external: true };
    });
  },
};

/** The built-in packs, compiled; throws with every problem where they cannot be. */
export async function buildPacks() {
  const { outputFiles } = await esbuild.build({ ...common, entryPoints: ['server/src/rulebook/build-packs.ts'], write: false });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0].text)(module, module.exports, createRequire(import.meta.url));
  const { compiled, problems } = module.exports.buildPacks('rules');
  if (problems.length > 0 && !process.env.ALONGSIDE_DRAFT) throw new Error(problems.map((p) => `${p.file}:${p.line}:${p.column} ${p.message}`).join('\n'));
  return module.exports.pack(compiled);
}

export async function build() {
  const packs = await buildPacks();
  rmSync(`${root}dist`, { recursive: true, force: true });
  mkdirSync(`${root}dist`);
  writeFileSync(`${root}dist/packs.json`, packs);
  const shipped = { ...common, minify: !process.env.ALONGSIDE_DRAFT, outdir: 'dist', legalComments: 'linked' };
  const bin = { js: '#!/usr/bin/env node' };
  await Promise.all([
    esbuild.build({ ...shipped, entryPoints: CHUNKS }),
    esbuild.build({ ...shipped, entryPoints: { cli: 'server/src/cli/main.ts', server: 'server/src/lsp/main.ts' }, banner: bin, plugins: [chunks] }),
    esbuild.build({ ...shipped, entryPoints: { extension: 'client/src/extension.ts' }, external: ['vscode'] }),
  ]);
  for (const name of ['cli', 'server']) chmodSync(`${root}dist/${name}.js`, 0o755);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
