/**
 * Puts the real VS Code, without its desktop shell, into a folder: the server build that npm's `code-server` package
 * carries. It needs the npm registry and nothing else (no GitHub, no postinstall, no compiler), and does nothing where
 * a finished installation is found. It knows nothing of tests.
 *
 *   node test/e2e/install-vscode.mjs 4.100.3
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Installation
 * @property {string} vscode the version of VS Code, such as `1.100.3`
 * @property {string} main path of VS Code's server
 * @property {string} node path of the Node it runs on
 */

const cache = fileURLToPath(new URL('../../.vscode-test/', import.meta.url));
const platform = `${process.platform}-${process.arch}`;

/**
 * @param {string} version a version of `code-server` on npm
 * @returns {Installation}
 * @throws where the registry cannot be reached
 */
export function installVsCode(version) {
  const folder = join(cache, version);
  const record = join(folder, 'install.json');
  if (!existsSync(record)) install(version, folder, record);
  const { vscode, node } = readJson(record);
  return { vscode, main: join(folder, 'vscode/out/server-main.js'), node: node ? join(folder, node) : process.execPath };
}

function install(version, folder, record) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const wanted = unpack(version, folder);
  const vscode = join(folder, 'vscode');
  const manifest = keepWhatIsLoaded(vscode);
  npm(vscode, 'install', '--omit=dev', '--ignore-scripts', '--legacy-peer-deps');
  provideSearch(vscode, folder);
  keepExtensions(vscode);
  const node = wanted && wanted !== major(process.versions.node) ? provideNode(wanted, folder) : null;
  // Written last: an installation that was interrupted has no record and is begun again.
  writeFileSync(record, JSON.stringify({ codeServer: version, vscode: manifest.version, node }, null, 2));
}

/** Leaves VS Code in `folder/vscode`; the answer is the major version of Node it asks for, if it does. */
function unpack(version, folder) {
  const packed = JSON.parse(npm(folder, 'pack', `code-server@${version}`, '--json'));
  const { filename } = Object.values(packed)[0];
  const archive = join(folder, filename);
  execFileSync('tar', ['xzf', archive, '-C', folder, '--exclude=*.map', 'package/package.json', 'package/lib/vscode']);
  rmSync(archive);
  renameSync(join(folder, 'package/lib/vscode'), join(folder, 'vscode'));
  return major(readJson(join(folder, 'package/package.json')).engines?.node);
}

/** What the server, the extension host, the file watcher, search and the browser side load: no terminal, no chat. */
const LOADED = new Set([
  '@microsoft/1ds-core-js', '@microsoft/1ds-post-js', '@parcel/watcher', '@vscode/deviceid', '@vscode/iconv-lite-umd',
  '@vscode/native-watchdog', '@vscode/proxy-agent', '@vscode/ripgrep', '@vscode/ripgrep-universal', '@vscode/spdlog',
  '@vscode/tree-sitter-wasm', '@vscode/vscode-languagedetection', 'cookie', 'http-proxy-agent', 'https-proxy-agent',
  'jschardet', 'minimist', 'native-watchdog', 'tas-client', 'tas-client-umd', 'vscode-oniguruma', 'vscode-regexpp',
  'vscode-textmate', 'ws', 'yauzl',
]);

function keepWhatIsLoaded(vscode) {
  const file = join(vscode, 'package.json');
  const { devDependencies, optionalDependencies, ...manifest } = readJson(file);
  const dependencies = Object.fromEntries(Object.entries(manifest.dependencies).filter(([name]) => LOADED.has(name)));
  writeFileSync(file, JSON.stringify({ ...manifest, dependencies, overrides: {} }, null, 2));
  return manifest;
}

/** Older builds fetched ripgrep from GitHub after installing; newer ones carry it for every platform there is. */
function provideSearch(vscode, folder) {
  const universal = join(vscode, 'node_modules/@vscode/ripgrep-universal/bin');
  keepOnly(universal, new Set([platform]));
  const bin = join(vscode, 'node_modules/@vscode/ripgrep/bin');
  if (!existsSync(dirname(bin)) || existsSync(join(bin, 'rg'))) return;
  const source = fetchPackage(`@vscode/ripgrep-${platform}`, '1.18.0', join(folder, 'ripgrep'));
  mkdirSync(bin, { recursive: true });
  copyFileSync(join(source, 'bin/rg'), join(bin, 'rg'));
}

/** Extensions that ask for the network or for an account are left out; Markdown, YAML and the themes stay. */
function keepExtensions(vscode) {
  keepOnly(join(vscode, 'extensions'), new Set([
    'configuration-editing', 'html', 'json', 'log', 'markdown-basics', 'markdown-language-features', 'theme-defaults', 'theme-seti', 'yaml',
  ]));
}

function provideNode(version, folder) {
  const node = fetchPackage(`node-${platform}`, version, join(folder, 'node'));
  for (const part of ['include', 'share', 'CHANGELOG.md']) rmSync(join(node, part), { recursive: true, force: true });
  return join('node/node_modules', `node-${platform}`, 'bin/node');
}

function fetchPackage(name, version, folder) {
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  npm(folder, 'install', `${name}@${version}`, '--ignore-scripts');
  return join(folder, 'node_modules', name);
}

function keepOnly(folder, names) {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) if (!names.has(name)) rmSync(join(folder, name), { recursive: true });
}

function npm(cwd, ...args) {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  return execFileSync('npm', [...args, ...quiet], { cwd, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });
}

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
const major = (version) => version?.match(/\d+/)?.[0];

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { vscode, main } = installVsCode(process.argv[2] ?? '4.100.3');
  console.log(`VS Code ${vscode}: ${main}`);
}
