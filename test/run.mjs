// Runs the suites and prints one total:  node test/run.mjs [unit] [part of a file's path …]
//   without arguments: all there are, at last the stories in a real Neovim (test/editors) and the real VS Code (test/e2e);
//   `unit`: what runs in one process, needs no build and is over in seconds, for while one works;
//   parts of paths: the files with any of them in theirs, whatever they need;
//   ALONGSIDE_PATIENCE=5: each test may take five times as long as it otherwise may, for where every call is looked at.
import './support/ensure-installed.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const wanted = process.argv.slice(2);
const unitOnly = wanted.length > 0;
const parts = wanted.filter((part) => part !== 'unit');

/** Tests that start the programs as a user does, and samples of the proofs. */
const WHOLE_PROGRAMS = ['test/programs', 'test/proof'];
/** Tests that go through thousands of random texts, or every labelled record: they take longer than all others together. */
const MANY_TEXTS = ['test/**/*.properties.test.ts', 'test/specimens/**', 'test/cli/editor.test.ts'];

const { globby } = await import('globby');
const others = unitOnly && parts.length === 0 ? [...WHOLE_PROGRAMS.map((folder) => `${folder}/**`), ...MANY_TEXTS] : [];
const files = (await globby(['test/**/*.test.ts', '!test/e2e/**', ...others.map((glob) => `!${glob}`)])).filter((file) => parts.length === 0 || parts.some((part) => file.includes(part))).sort();
if (files.length === 0) {
  console.error(`No test file has “${parts.join('” or “')}” in its path.`);
  process.exit(1);
}

const { build, buildPacks } = await import('../server/build.mjs');
const wantsBuild = files.some((file) => WHOLE_PROGRAMS.some((folder) => file.startsWith(folder)));
if (!unitOnly || (wantsBuild && !existsSync('dist/cli.js'))) await build();
const unit = await runUnit(unitOnly ? await buildPacks() : readFileSync('dist/packs.bin'));
const total = unitOnly ? unit : ['editors', 'e2e'].map(runStories).reduce(add, unit);
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exit(total.failed > 0 ? 1 : 0);

/** Bundles the test files and runs them with mocha in this process. */
async function runUnit(packs) {
  const { bundle } = await import('./support/bundle.mjs');
  const { default: Mocha } = await import('mocha');
  // A folder of its own, so that two runs do not take each other's files away.
  const bundled = await bundle(files, `.test/unit-${process.pid}`, packs);
  process.setSourceMapsEnabled(true);
  const mocha = new Mocha({ timeout: 60_000 * Number(process.env.ALONGSIDE_PATIENCE ?? 1), reporter: 'dot', parallel: true, jobs: 2 });
  for (const file of bundled) mocha.addFile(file);
  const stats = await new Promise((done) => {
    const runner = mocha.run(() => done(runner.stats));
  });
  return { passed: stats.passes, failed: stats.failures, skipped: stats.pending };
}

/** The stories of a folder, in a process of their own. */
function runStories(folder) {
  const report = `.test/${folder}-report.json`;
  rmSync(report, { force: true });
  const { status } = spawnSync(process.execPath, [`test/${folder}/run.mjs`], { stdio: 'inherit' });
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const told = JSON.parse(readFileSync(report, 'utf8'));
  return { ...told, failed: told.failed + Number(status !== 0 && told.failed === 0) };
}

function add(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}
