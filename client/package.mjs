/**
 * Packs what `server/build.mjs` has built into a .vsix. What goes in is decided by `.vscodeignore`.
 *
 *   node client/package.mjs [file]     dist/alongside.vsix where no file is named
 */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Transform } from 'node:stream';
import { fileURLToPath } from 'node:url';
import zlib, { deflateRawSync } from 'node:zlib';
import { deflateAsync } from '@gfx/zopfli';
import { createVSIX } from '@vscode/vsce';
import { compress } from 'lzma1';
import { buildPacks } from '../server/build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const packagePath = resolve(process.argv[2] ?? `${root}dist/alongside.vsix`);

// What an editor shows of it is for those who use it: how it works and is built stands in the repository.
const readme = readFileSync(`${root}README.md`, 'utf8');
writeFileSync(`${root}dist/readme.md`, `${readme.split('\n## How it works\n')[0]}\n${readme.trimEnd().split('\n').at(-1)}\n`);
writeFileSync(`${root}dist/packs.lzma`, compress(await buildPacks('small'), 9));
// The packer asks for the usual compression and cannot be told otherwise. Zopfli finds a shorter way to write the same, five
// parts in a hundred of the whole: that much more of the language goes in. What is packed is made of many kinds of data, so
// it may part it into as many blocks as it likes.
zlib.DeflateRaw = class extends Transform {
  #chunks = [];

  _transform(chunk, _, done) {
    this.#chunks.push(chunk);
    done();
  }

  _flush(done) {
    const file = Buffer.concat(this.#chunks);
    const usual = deflateRawSync(file);
    // What is pressed already is as short as it gets.
    if (usual.length > file.length) return done(null, usual);
    deflateAsync(file, { numiterations: 8, blocksplittingmax: 0 }).then((shortest) => done(null, shortest), done);
  }
};
// Everything is bundled: nothing of node_modules is needed at run time.
await createVSIX({ cwd: root, packagePath, dependencies: false, readmePath: 'dist/readme.md', allowMissingRepository: true, rewriteRelativeLinks: false });
console.log(`${packagePath}: ${Math.ceil(statSync(packagePath).size / 1024)} KB`);
