// Builds the programs where they are missing. npm runs this after it has put this repository together from git, as
// pre-commit and `npm install --global git+https://…` do; there npm has installed nothing that is needed to build.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

if (!existsSync(`${root}dist/cli.js`)) {
  if (!existsSync(`${root}node_modules/esbuild`)) {
    // Without --ignore-scripts it would run this again; as a part of a global installation it would install there.
    const env = { ...process.env, npm_config_global: 'false', npm_config_location: 'project' };
    delete env.npm_config_prefix;
    const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
    if (status !== 0) process.exit(1);
  }
  await (await import('./build.mjs')).build();
}
