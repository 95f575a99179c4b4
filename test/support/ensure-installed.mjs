// Makes a fresh clone ready: installs the locked dependencies when they are missing or no longer those of the lock file.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const stamp = `${root}node_modules/.installed-for`;
/** There while somebody installs: two at once would empty the folder under each other's hands. */
const lock = `${root}.installing`;
const ABANDONED = 10 * 60_000;
const wanted = createHash('sha256').update(readFileSync(`${root}package-lock.json`)).digest('hex');

export function ensureInstalled() {
  if (isInstalled()) return;
  waitForOthers();
  try {
    if (!isInstalled()) install();
  } finally {
    rmdirSync(lock);
  }
}

function isInstalled() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

function waitForOthers() {
  for (;;) {
    try {
      return mkdirSync(lock);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > ABANDONED) return;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    }
  }
}

function install() {
  console.error('Installing dependencies (npm ci) …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  if (status !== 0) {
    console.error('The dependencies could not be installed; see above.');
    // A lock that stays would keep the next try waiting.
    rmdirSync(lock);
    process.exit(2);
  }
  writeFileSync(stamp, wanted);
}

ensureInstalled();
