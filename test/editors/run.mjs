/**
 * Drives a real Neovim with `dist/server.js` over stdio and says how it went (neovim.lua says what). Where there is no
 * Neovim, that is said and counted.
 *
 *   node test/editors/run.mjs      after a build
 *   NEOVIM=/path/to/nvim node test/editors/run.mjs
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const path = (relative) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));
const STORIES = path('test/editors/neovim.lua');
const MINUTES = 60_000;
const RECORD = '# Visit\n\nDad failed to engage with the course.\n\nWe met prior to lunch.\n';

const neovim = process.env.NEOVIM ?? 'nvim';
const version = /^NVIM (\S+)/.exec(spawnSync(neovim, ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1];
const total = version ? print(tell()) : passOver();
mkdirSync(path('.test'), { recursive: true });
writeFileSync(path('.test/editors-report.json'), `${JSON.stringify(total)}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;

function tell() {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-neovim-'));
  try {
    writeFileSync(join(folder, 'visit.md'), RECORD);
    writeFileSync(join(folder, 'alongside.yml'), 'packs: [family-valued]\n');
    const report = join(folder, 'report.jsonl');
    const { stderr, error } = spawnSync(neovim, ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-S', STORIES], {
      cwd: folder, encoding: 'utf8', timeout: 3 * MINUTES,
      // Its log and its state go with the folder.
      env: { ...process.env, ALONGSIDE_SERVER: path('dist/server.js'), ALONGSIDE_REPORT: report, HOME: folder, XDG_STATE_HOME: folder, XDG_CACHE_HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    });
    if (!existsSync(report)) return [{ title: 'comes to its end', state: 'failed', ms: 0, error: String(error ?? stderr) }];
    return readFileSync(report, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function print(tests) {
  console.log(`\n  Neovim ${version}`);
  for (const { title, state, ms, error } of tests) console.log(state === 'passed' ? `    ✔ ${title} (${ms}ms)` : `    ✗ ${title}\n        ${error}`);
  const passed = tests.filter(({ state }) => state === 'passed').length;
  return { passed, failed: tests.length - passed, skipped: 0 };
}

function passOver() {
  const skipped = readFileSync(STORIES, 'utf8').match(/^ {2}\{ '/gm).length;
  console.warn(`\n  SKIPPED: ${skipped} stories in Neovim: there is none on this machine (NEOVIM=/path/to/it names one)`);
  return { passed: 0, failed: 0, skipped };
}
