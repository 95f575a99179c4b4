// Builds everything that ships into dist/: the packs first (YAML → packs.bin), then the bundles that carry them.
//   node server/build.mjs
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { BIN, bundle, NODE } from './bundles.mjs';
import { licencesOf, packagesIn } from './licences.mjs';
import { bomOf } from './sbom.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const LICENCES = 'THIRD-PARTY-LICENCES.txt';
const BILL = 'sbom.cdx.json';

/** The built-in packs, compiled, as they are ready soonest (`quick`) or take least room once compressed (`small`); throws with every problem where they cannot be. */
export async function buildPacks(made = 'quick') {
  const { outputFiles } = await esbuild.build({ absWorkingDir: root, ...NODE, entryPoints: ['server/src/rulebook/packs/build-packs.ts'], write: false });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0].text)(module, module.exports, createRequire(import.meta.url));
  const { compiled, problems } = module.exports.buildPacks('rules', 'test/specimens');
  if (problems.length > 0) throw new Error(problems.map((p) => `${p.file}:${p.line}:${p.column} ${p.message}`).join('\n'));
  return module.exports.packFile(compiled, made);
}

export async function build() {
  const packs = await buildPacks();
  rmSync(`${root}dist`, { recursive: true, force: true });
  mkdirSync(`${root}dist`);
  writeFileSync(`${root}dist/packs.bin`, packs);
  const { forNode, forBrowsers } = await bundle(root);
  // For a test to see that nothing in them asks for Node.
  writeFileSync(`${root}dist/browser.meta.json`, JSON.stringify(forBrowsers));
  const metafiles = [...forNode, ...forBrowsers];
  writeFileSync(`${root}dist/${LICENCES}`, licencesOf(metafiles, root));
  writeFileSync(`${root}dist/${BILL}`, bomOf(packagesIn(metafiles, root), root));
  writeFileSync(`${root}dist/cli.js`, `${BIN}\n${readFileSync(`${root}server/launcher.cjs`, 'utf8')}`);
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
