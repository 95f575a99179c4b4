// Bundles the programs into dist/: the command line, the language server and the extension, the last two for Node and for
// browsers. What runs in both is built once and shipped once.
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));

/** No network module is in any bundle, nor what colours a text. */
const alias = { net: here('no-network.cjs'), '@lezer/highlight': here('no-highlighting.mjs') };
export const NODE = { bundle: true, alias, platform: 'node', target: 'node20', format: 'cjs', logLevel: 'warning' };
const BROWSER = { ...NODE, platform: 'browser', target: 'es2022' };
const SHIPPED = { minify: true, legalComments: 'none', metafile: true, supported: { 'dynamic-import': false } };
export const BIN = '#!/usr/bin/env node';

/** What the server holds itself: it stays up, and a bundle of its own would say much of the engine again. */
const IN_SERVER = ['load-rulebook', 'open-sidecar'];

/** Leaves whatever is imported only when needed (`import('…')`), but for what is in `within`, out of a bundle, and notes it in `found`: its own bundle is `<name>-chunk.js`. */
function chunks(found, within = []) {
  return {
    name: 'chunks',
    setup(build) {
      // Several need the library, and none of them twice.
      build.onResolve({ filter: /^yaml$/ }, ({ kind }) => {
        if (kind === 'entry-point') return undefined;
        found.set('yaml-chunk', 'yaml');
        return { path: './yaml-chunk.js', external: true };
      });
      build.onResolve({ filter: /^\.{1,2}\/.*\.js$/ }, ({ kind, path, resolveDir }) => {
        if (kind !== 'dynamic-import' || within.includes(basename(path, '.js'))) return undefined;
        const name = `${basename(path, '.js')}-chunk`;
        found.set(name, resolve(resolveDir, path.replace(/js$/, 'ts')));
        return { path: `./${name}.js`, external: true };
      });
    },
  };
}

/** Of what a parser of HTML knows, the names of letters, which markup.ts knows itself as far as they are wanted. */
const withoutEntityNames = {
  name: 'without-entity-names',
  setup(build) {
    build.onLoad({ filter: /[\\/]entities[\\/]dist[\\/](?:esm[\\/])?generated[\\/]decode-data-html\.js$/ }, () => ({ contents: 'export const htmlDecodeTree = new Uint16Array(0);' }));
  },
};

/**
 * @param {string} root the project's folder, with `/` at its end
 * @returns {Promise<{ forNode: esbuild.Metafile[], forBrowsers: esbuild.Metafile[] }>}
 */
export async function bundle(root) {
  const made = { forNode: [], forBrowsers: [] };
  const build = async (options) => {
    const { metafile } = await esbuild.build({ absWorkingDir: root, ...SHIPPED, ...options });
    made[options.platform === 'browser' ? 'forBrowsers' : 'forNode'].push(metafile);
  };
  const [chunksForNode, chunksForBoth] = [new Map(), new Map()];

  /** What runs anywhere, `own` and all it needs, into `<name>.js`; and a program for Node, which takes from there whatever is in it. */
  const buildForBoth = async ({ name, own, program, banner = '', plugins: [forNode = [], forBoth = []] = [], ...options }) => {
    const parts = new Set();
    await build({ ...NODE, ...options, entryPoints: program, outdir: 'dist', banner: { js: banner }, plugins: [...forNode, partsOf(root, name, own, parts)] });
    const contents = [
      ...own.map((file) => `export * from './${file}';`),
      'export const parts = {',
      ...[...parts].map((file) => `${JSON.stringify(partName(file))}: () => require(${JSON.stringify(file)}),`),
      '};',
    ].join('\n');
    await build({ ...BROWSER, ...options, stdin: { contents, resolveDir: root }, outfile: `dist/${name}.js`, plugins: forBoth });
  };

  await Promise.all([
    build({ ...NODE, entryPoints: { 'cli-main': 'server/src/cli/main.ts', 'cli-crew': 'server/src/cli/check/crew-member.ts' }, outdir: 'dist', plugins: [chunks(chunksForNode)] }),
    buildForBoth({
      name: 'server-core',
      own: ['server/src/lsp/server.ts', 'server/src/lsp/worker.ts', 'server/src/rulebook/packs/built-in.ts'],
      program: { server: 'server/src/lsp/main.ts' },
      banner: BIN,
      plugins: [[chunks(chunksForNode)], [chunks(chunksForBoth, IN_SERVER)]],
    }),
    buildForBoth({ name: 'browser', own: ['client/src/browser.ts', 'client/src/alongside.ts'], program: { extension: 'client/src/extension.ts' }, external: ['vscode'] }),
  ]);
  const done = new Set();
  for (const [wanted, host] of [[chunksForBoth, BROWSER], [chunksForNode, NODE]]) {
    for (let left; (left = [...wanted].filter(([name]) => !done.has(name))).length > 0; ) {
      for (const [name] of left) done.add(name);
      await build({ ...host, entryPoints: Object.fromEntries(left), outdir: 'dist', plugins: [chunks(wanted), withoutEntityNames] });
    }
  }
  return made;
}

/** Leaves `own`, and what a library has for both hosts (`lib/common`), to `<name>.js`, and notes in `found` which parts of libraries are wanted of it. */
function partsOf(root, name, own, found) {
  const forBoth = /[\\/]vscode-(?:jsonrpc|languageserver|languageserver-protocol|languageclient)[\\/]lib[\\/]common[\\/]|[\\/]vscode-languageserver-types[\\/]/;
  return {
    name: 'parts',
    setup(build) {
      build.onResolve({ filter: /./ }, async ({ path, kind, resolveDir, importer, namespace, pluginData }) => {
        if (kind === 'entry-point' || pluginData === 'asked') return undefined;
        if (namespace === 'parts') return { path, external: true };
        const { path: file } = await build.resolve(path, { kind, resolveDir, importer, pluginData: 'asked' });
        if (own.some((one) => file === resolve(root, one))) return { path: `./${name}.js`, external: true };
        if (!forBoth.test(file)) return undefined;
        found.add(file);
        return { path: partName(file), namespace: 'parts' };
      });
      build.onLoad({ filter: /./, namespace: 'parts' }, ({ path }) => ({ contents: `module.exports = require('./${name}.js').parts[${JSON.stringify(path)}]();` }));
    },
  };
}

const partName = (file) => file.replace(/^.*[\\/]node_modules[\\/]/, '').replaceAll('\\', '/');
