// Bundles TypeScript files of test/ to run in Node, with the compiled packs inside. What they are for is the caller's business.
import { rmSync } from 'node:fs';
import * as esbuild from 'esbuild';

/** Into `out`, each file at its own path under it, ending in `.mjs`; the folder is taken away when the process ends. */
export async function bundle(files, out, packs) {
  process.on('exit', () => rmSync(out, { recursive: true, force: true }));
  await esbuild.build({
    entryPoints: files,
    outdir: out,
    outbase: 'test',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    define: { BUILT_IN_PACKS: JSON.stringify(Buffer.from(packs).toString('base64')) },
    logLevel: 'warning',
  });
  return files.map((file) => `${out}/${file.slice('test/'.length, -'.ts'.length)}.mjs`);
}
