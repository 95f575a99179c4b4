/**
 * The extension as it ships: the stories and the picture are of the .vsix, not of the source tree.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Path of the .vsix: the one ALONGSIDE_VSIX names, or one packed now, from a build made first where there is none. */
export function packed() {
  if (process.env.ALONGSIDE_VSIX) return process.env.ALONGSIDE_VSIX;
  // Beside the reports and not in dist/, where a build would sweep it away while it is in use.
  const vsix = `${root}.test/e2e/alongside.vsix`;
  mkdirSync(`${root}.test/e2e`, { recursive: true });
  if (!existsSync(`${root}dist/extension.js`) || !existsSync(`${root}dist/server.js`)) node('server/build.mjs');
  node('client/package.mjs', vsix);
  return vsix;
}

function node(...args) {
  execFileSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}
