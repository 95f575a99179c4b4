import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { posix } from 'node:path';

/** Every module that a source file imports: from its own text, so a new file is held at once. */
function importsOf(folder: string): { file: string; module: string; typeOnly: boolean }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => posix.join(folder, file.replaceAll('\\', '/')))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'|import\('([^']+)'\)|(?:^|\n)import\s+'([^']+)'/g)].map((match) => ({
        file,
        typeOnly: match[1] !== undefined,
        module: (match[2] ?? match[3] ?? match[4]).startsWith('.') ? posix.join(posix.dirname(file), match[2] ?? match[3] ?? match[4]) : match[2] ?? match[3] ?? match[4],
      })),
    );
}

function textsIn(folder: string): readonly { readonly file: string; readonly text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => posix.join(folder, file.replaceAll('\\', '/')))
    .filter((file) => /\.(?:ts|mjs)$/.test(file))
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
}

function sourceOf(file: string, module: string): string {
  return posix.join(posix.dirname(file), module).replace(/\.js$/, '.ts');
}

const ALL = [...importsOf('server/src'), ...importsOf('client/src')];
const layer = (path: string): string => /^(?:server\/src\/(?:engine|exchange|rulebook|set-aside|lsp|cli)|client)/.exec(path)?.[0] ?? path;
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'server/src/engine': ['server/src/engine'],
  'server/src/exchange': ['server/src/exchange', 'server/src/engine'],
  'server/src/rulebook': ['server/src/rulebook', 'server/src/engine'],
  'server/src/set-aside': ['server/src/set-aside', 'server/src/rulebook', 'server/src/engine'],
  'server/src/lsp': ['server/src/lsp', 'server/src/exchange', 'server/src/set-aside', 'server/src/rulebook', 'server/src/engine', 'package.json'],
  'server/src/cli': ['server/src/cli', 'server/src/exchange', 'server/src/set-aside', 'server/src/rulebook', 'server/src/engine', 'package.json'],
  client: ['client'],
};
/** The libraries each layer may use; whatever is not named is one too many. */
const LIBRARIES: Readonly<Record<string, RegExp>> = {
  'server/src/engine': /^(?:@lezer\/(?:common|markdown)|retext(?:-english|-readability|-passive|-simplify)?|unified|vfile(?:-message)?|write-good|nlcst.*)$/,
  'server/src/exchange': /^(?:character-entities-html4|hast|htmlparser2|fflate|@lezer\/common)$/,
  'server/src/rulebook': /^(?:yaml|leven|picomatch|node:(?:fs|os|path|timers\/promises|zlib))$/,
  'server/src/set-aside': /^(?:yaml|@noble\/hashes\/(?:sha2|utils)\.js)$/,
  'server/src/lsp': /^(?:ignore|node:(?:fs(?:\/promises)?|v8)|vscode-languageserver(?:\/node|\/browser|-textdocument)?|vscode-uri)$/,
  'server/src/cli': /^(?:globby|picocolors(?:\/types)?|vscode-languageserver-textdocument|hast(?:script|-util-to-html)?|xast(?:script|-util-to-xml)?|sarif|diff|node:(?:child_process|crypto|fs|os|readline|util|path|worker_threads|zlib))$/,
  client: /^(?:vscode|vscode-languageclient(?:\/node|\/browser)?)$/,
};

describe('architecture', () => {
  it('dependencies point one way: engine ← rulebook ← set-aside ← { lsp, cli }, engine ← exchange ← { lsp, cli }, and the client stands alone', () => {
    const wrong = ALL.filter(({ file, module }) => /^(?:server|client|package|rules|test)/.test(module) && !MAY_IMPORT[layer(file)].includes(layer(module)));
    assert.deepEqual(wrong, []);
  });

  it('each layer uses only its own libraries', () => {
    const wrong = ALL.filter(({ file, module }) => !/^(?:server|client|package)/.test(module) && !LIBRARIES[layer(file)].test(module));
    assert.deepEqual(wrong.map(({ file, module }) => `${file}: ${module}`), []);
  });

  it('nothing of ours opens a socket or starts a process, but git; only long runs of the command line start threads', () => {
    const banned = new Set(['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'child_process', 'worker_threads', 'cluster', 'inspector'].flatMap((name) => [name, `node:${name}`]));
    assert.deepEqual(ALL.filter(({ module }) => banned.has(module)).map(({ file, module }) => [file, module]).sort(), [['server/src/cli/check/crew-member.ts', 'node:worker_threads'], ['server/src/cli/check/crew.ts', 'node:worker_threads'], ['server/src/cli/check/git.ts', 'node:child_process']]);
    assert.ok(builtinModules.includes('net'));
  });

  it('the engine is pure: no clock, no chance, no environment, no console', () => {
    const impure = readdirSync('server/src/engine', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => [...readFileSync(`server/src/engine/${file}`, 'utf8').matchAll(/\b(?:Date\.now|new Date\(\)|Math\.random|process\.|console\.|performance\.|setTimeout|fetch\()/g)].map((match) => `${file}: ${match[0]}`));
    assert.deepEqual(impure, []);
  });

  it('LSP types stay in lsp/, and only the programs themselves end the process', () => {
    assert.deepEqual(ALL.filter(({ file, module }) => module.startsWith('vscode-languageserver') && !module.endsWith('textdocument') && layer(file) !== 'server/src/lsp'), []);
    const ends = readdirSync('server/src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && /process\.exit/.test(readFileSync(`server/src/${file}`, 'utf8')));
    assert.deepEqual(ends.sort(), ['cli/main.ts', 'lsp/main.ts']);
  });

  it('what a file exports is wanted elsewhere', () => {
    const sources = ['server/src', 'client/src'].flatMap(textsIn);
    const tests = textsIn('test').map(({ text }) => text).join('\n');
    const wanted = new Set(sources.flatMap(({ file, text }) => [
      ...[...text.matchAll(/\b(?:import|export)\s+(?:type\s+)?\{([^}]*)\}\s*from\s+'(\.[^']+)'/g)].flatMap(([, names, module]) => names.split(',').map((name) => `${sourceOf(file, module)} ${name.trim().replace(/^type\s+/, '').split(/\s+as\s+/)[0]}`)),
      ...[...text.matchAll(/\bimport\('(\.[^']+)'\)/g)].flatMap(([, module]) => (text.match(/\w+/g) ?? []).map((name) => `${sourceOf(file, module)} ${name}`)),
    ]));
    const offered = sources.flatMap(({ file, text }) => [...text.matchAll(/^export\s+(?:async\s+)?(?:const|function\*?)\s+(\w+)/gm)].map(([, name]) => ({ file, name })));
    // What VS Code and a worker's page ask the programs for by name.
    const asked = ['activate', 'serveInWorker'];
    assert.deepEqual(offered.filter(({ file, name }) => !asked.includes(name) && !wanted.has(`${file} ${name}`) && !new RegExp(`\\b${name}\\b`).test(tests)), []);
  });

  it('every file is sound to the type checker', () => {
    const { stdout, status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', '.'], { encoding: 'utf8' });
    assert.equal(status, 0, stdout);
  });

  it('no file is larger than one idea (250 lines)', () => {
    const large = [...new Set(ALL.map(({ file }) => file))].map((file) => [file, readFileSync(file, 'utf8').split('\n').length] as const).filter(([, lines]) => lines > 251);
    assert.deepEqual(large, []);
  });
});
