// Measures the built-in rules on the labelled specimens:  npm run accuracy [-- --brief]
import '../support/ensure-installed.mjs';
import { build } from 'esbuild';
import { rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildPacks } from '../../server/build.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const outfile = `${root}/.test/accuracy-${process.pid}.mjs`;
await build({
  entryPoints: [`${root}/test/specimens/print.ts`],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  define: { BUILT_IN_PACKS: JSON.stringify(Buffer.from(await buildPacks()).toString('base64')) },
  logLevel: 'warning',
});
try {
  const { printAccuracy } = await import(pathToFileURL(outfile).href);
  await printAccuracy(root, process.argv.slice(2));
} finally {
  rmSync(outfile, { force: true });
}
