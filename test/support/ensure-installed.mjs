// Makes a fresh clone ready: installs the locked dependencies when they are missing or no longer those of the lock file.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const stamp = `${root}node_modules/.installed-for`;
const wanted = createHash('sha256').update(readFileSync(`${root}package-lock.json`)).digest('hex');

export function ensureInstalled() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.error('Installing dependencies (npm ci) …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  if (status !== 0) {
    console.error('The dependencies could not be installed; see above.');
    process.exit(2);
  }
  writeFileSync(stamp, wanted);
}

ensureInstalled();
