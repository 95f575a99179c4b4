/**
 * Opens the real workbench: VS Code's server in a temporary folder, the packed extension installed in it, and a
 * headless Chromium looking at it. It does not know what is done with the page.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, createWriteStream, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import { chromium } from 'playwright-core';
import { startWebHost } from './web-host.mjs';

/** Path of a Chromium on this machine, or undefined. */
export function findChromium() {
  const usual = ['chromium', 'chromium-browser', 'google-chrome'].map((name) => `/usr/bin/${name}`);
  return [process.env.CHROMIUM, ...usual].find((path) => path && existsSync(path));
}

/**
 * Calls `use` with an open page and closes everything after it, whatever happens.
 *
 * @param {object} options
 * @param {import('./install-vscode.mjs').Installation} options.installation
 * @param {string} options.vsix the packed extension
 * @param {string} options.workspace a folder; a copy of it is opened
 * @param {string} [options.several] a file of it that names the folders to be opened in one window
 * @param {string} options.logs a folder for the server's log
 * @param {string[]} [options.flags] more arguments for VS Code's server
 * @param {object} [options.settings] the user's settings
 * @param {Record<string, string>} [options.env] passed on to the extension host
 * @param {{ folder?: string, module?: string }} [options.web] the extension runs in the web worker host, and with it the tests in a module of that folder
 * @param {(folder: string) => void} [options.left] looks at all that VS Code leaves behind, before it is taken away
 * @param {string} [options.tap] a module that the installed language server loads before anything else
 * @param {(open: { page: import('playwright-core').Page, folder: string, address: (query: (uri: (path: string) => string) => unknown[]) => string }) => Promise<T>} use
 *   `address(payload)` is the page to go to; `payload` makes VS Code's start-up arguments from paths on this machine
 * @returns {Promise<T>}
 * @template T
 */
export async function withWorkbench(options, use) {
  const temporary = mkdtempSync(join(tmpdir(), 'vsc-')); // short: it holds Unix sockets
  const folder = join(temporary, 'workspace');
  cpSync(options.workspace, folder, { recursive: true });
  let server, web, browser;
  try {
    server = await startServer(options, temporary);
    web = options.web && await startWebHost({ port: server.port, extension: unpacked(options.vsix, temporary), tests: options.web });
    const { port } = web ?? server;
    browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
    const uri = (path) => `vscode-remote://127.0.0.1:${port}${path}`;
    const opened = options.several ? { workspace: join(folder, options.several) } : { folder };
    const address = (payload) =>
      `http://127.0.0.1:${port}/?${new URLSearchParams({ ...opened, payload: JSON.stringify(payload(uri)) })}`;
    return await use({ page, folder, address });
  } finally {
    await browser?.close();
    web?.stop();
    await server?.stop();
    options.left?.(temporary);
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

const CHROMIUM_FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync',
  '--disable-background-networking', '--disable-component-update',
];

const QUIET_SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.startupEditor': 'none',
};

/** What is in a .vsix, in a folder. */
function unpacked(vsix, temporary) {
  for (const [name, content] of Object.entries(unzipSync(readFileSync(vsix)))) {
    const file = join(temporary, 'unpacked', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return join(temporary, 'unpacked/extension');
}

async function startServer({ installation, vsix, logs, flags = [], settings = {}, env = {}, web, tap }, temporary) {
  const data = join(temporary, 'data');
  const extensions = join(temporary, 'extensions');
  const user = join(data, 'data/User');
  for (const path of [user, extensions, logs]) mkdirSync(path, { recursive: true });
  writeFileSync(join(user, 'settings.json'), JSON.stringify({ ...QUIET_SETTINGS, ...settings }));

  const common = [installation.main, '--accept-server-license-terms', '--server-data-dir', data, '--extensions-dir', extensions];
  if (!web) {
    const installing = spawnSync(installation.node, [...common, '--install-extension', vsix], { encoding: 'utf8' });
    writeFileSync(join(logs, 'install.log'), `${installing.stdout}${installing.stderr}`);
    if (installing.status !== 0) throw new Error(`VS Code did not take ${vsix}: see ${logs}/install.log`);
  }
  if (tap) listenIn(extensions, tap);

  const port = await freePort();
  const child = spawn(installation.node, [
    ...common, '--host', '127.0.0.1', '--port', String(port), '--without-connection-token',
    '--telemetry-level', 'off', '--disable-telemetry', '--disable-workspace-trust', ...flags,
  ], { env: { ...withoutEditor(process.env), ...env }, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const log = createWriteStream(join(logs, 'server.log'));
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });

  const deadline = Date.now() + 60_000;
  const answers = () => fetch(`http://127.0.0.1:${port}/version`).then(({ ok }) => ok, () => false);
  while (!(await answers())) {
    if (child.exitCode !== null) throw new Error(`VS Code's server ended with ${child.exitCode}: see ${logs}/server.log`);
    if (Date.now() > deadline) throw new Error(`VS Code's server did not answer: see ${logs}/server.log`);
    await pause(100);
  }
  return { port, stop: () => stopGroup(child) };
}

/** VS Code takes NODE_OPTIONS away from its processes, so the installed server is told itself. */
function listenIn(extensions, tap) {
  const [installed] = readdirSync(extensions).filter((name) => name.startsWith('family-valued.alongside-'));
  const server = join(extensions, installed, 'dist/server.js');
  const [first, ...lines] = readFileSync(server, 'utf8').split('\n');
  writeFileSync(server, [first, `require(${JSON.stringify(tap)});`, ...lines].join('\n'));
}

/** The file watcher and the extension host outlive the server by seconds: the whole process group goes. */
async function stopGroup(child) {
  if (child.exitCode === null) {
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await Promise.race([gone, pause(5_000, undefined, { ref: false })]);
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Everybody has left already.
  }
}

/** A VS Code started from a VS Code terminal would take over the outer one's sockets. */
const withoutEditor = (env) => Object.fromEntries(Object.entries(env).filter(([name]) => !/^(VSCODE|ELECTRON)_/.test(name)));

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
