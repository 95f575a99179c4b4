/**
 * Packs what `server/build.mjs` has built into a .vsix. What goes in is decided by `.vscodeignore`.
 *
 *   node client/package.mjs [file]     dist/alongside.vsix where no file is named
 */
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { createVSIX } from '@vscode/vsce';
import { buildPacks } from '../server/build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const packagePath = resolve(process.argv[2] ?? `${root}dist/alongside.vsix`);

await compressPacks(`${root}dist/packs.bin`);
// Everything is bundled: nothing of node_modules is needed at run time.
await createVSIX({ cwd: root, packagePath, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false });
console.log(`${packagePath}: ${Math.ceil(statSync(packagePath).size / 1024)} KB`);

/** The packs are most of the package, and a quarter smaller so than as a .vsix would hold them by itself. */
async function compressPacks(file) {
  const compressed = `${file}.br`;
  if (existsSync(compressed) && statSync(compressed).mtimeMs >= statSync(file).mtimeMs) return;
  const packs = await buildPacks('small');
  const { BROTLI_PARAM_QUALITY: quality, BROTLI_PARAM_LGWIN: window, BROTLI_PARAM_SIZE_HINT: size } = constants;
  writeFileSync(compressed, brotliCompressSync(packs, { params: { [quality]: 11, [window]: 22, [size]: packs.length } }));
}
