/**
 * Packs what `server/build.mjs` has built into `dist/alongside.vsix`. What goes in is decided by `.vscodeignore`.
 */
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';

const root = fileURLToPath(new URL('..', import.meta.url));
const packagePath = fileURLToPath(new URL('../dist/alongside.vsix', import.meta.url));

// Everything is bundled: nothing of node_modules is needed at run time.
await createVSIX({ cwd: root, packagePath, dependencies: false, allowMissingRepository: true, skipLicense: true });
console.log(`${packagePath}: ${Math.ceil(statSync(packagePath).size / 1024)} KB`);
