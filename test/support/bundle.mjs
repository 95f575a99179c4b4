// Bundles TypeScript files of test/ to run in Node, with the compiled packs inside. What they are for is the caller's business.
import { readFileSync, rmSync } from 'node:fs';
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
    plugins: [lateLoading],
    logLevel: 'warning',
  });
  return files.map((file) => `${out}/${file.slice('test/'.length, -'.ts'.length)}.mjs`);
}

/** Parts that the server loads only when they are needed come when `globalThis.beforeLoading`, where a test sets it, lets them. */
const lateLoading = {
  name: 'late-loading',
  setup({ onLoad }) {
    onLoad({ filter: /server.src.(?:lsp|rulebook|set-aside)\b.*\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8').replace(/(?<!typeof )\bimport\(('\.[^']+')\)/g, '(globalThis.beforeLoading?.() ?? Promise.resolve()).then(() => import($1))'),
    }));
  },
};
