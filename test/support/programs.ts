/**
 * Both programs as they ship (dist/), in processes of their own, on folders of the real disk. They have to be built first.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ClientCapabilities } from 'vscode-languageserver-protocol/node';
import { StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { connect, PULLING, type ConnectedClient } from './connected-client.js';

const CLI = resolve('dist/cli.js');
const SERVER = resolve('dist/server.js');

/** Somebody who may not do everything, where the tests run as somebody who may. */
export const NOBODY: { readonly uid?: number; readonly gid?: number } = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

export interface Started {
  /** What starts it in place of Node: `strace`, `unshare`, with what they are given; Node follows. */
  readonly under?: readonly string[];
  /** For Node itself. */
  readonly node?: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly uid?: number;
  readonly gid?: number;
}

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

export function runCli(args: readonly string[], { input = '', ...how }: Started & { readonly input?: string } = {}): Ended {
  const [command, rest] = commandOf(how, [CLI, ...args]);
  const { status, stdout, stderr } = spawnSync(command, rest, { ...optionsOf(how), input, encoding: 'utf8', maxBuffer: 1 << 28 });
  return { code: status, out: stdout, error: stderr };
}

/** Resolves when the program has ended. */
export async function cliRun(args: readonly string[], how: Started = {}): Promise<Ended> {
  const [command, rest] = commandOf(how, [CLI, ...args]);
  const child = spawn(command, rest, { ...optionsOf(how), stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, error] = ['', ''];
  child.stdout.on('data', (chunk) => (out += String(chunk)));
  child.stderr.on('data', (chunk) => (error += String(chunk)));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, error };
}

export interface ServerProcess extends ConnectedClient {
  readonly child: ChildProcess;
  /** What it wrote to standard error. */
  error(): string;
  /** Ends it with a signal, and resolves when it is gone. */
  kill(signal: NodeJS.Signals): Promise<void>;
}

export interface ServerStart extends Started {
  readonly capabilities?: ClientCapabilities;
  readonly options?: unknown;
  /** Paths of the folders that are open. */
  readonly folders?: readonly string[];
}

export async function startServerProcess({ capabilities = PULLING, options, folders = [], ...how }: ServerStart = {}): Promise<ServerProcess> {
  const [command, rest] = commandOf(how, [SERVER, '--stdio']);
  const child = spawn(command, rest, { ...optionsOf(how), stdio: ['pipe', 'pipe', 'pipe', 'pipe'] });
  let error = '';
  child.stderr!.on('data', (chunk) => (error += String(chunk)));
  child.stdin!.on('error', () => undefined); // it may be killed while it is written to
  const client = await connect(new StreamMessageReader(child.stdout!), new StreamMessageWriter(child.stdin!), capabilities, options, folders.map(uriOf));
  const kill = async (signal: NodeJS.Signals): Promise<void> => {
    client.stop();
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  return { ...client, child, error: () => error, kill };
}

export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

/** A folder of its own for `use`, which is taken away afterwards. */
export async function inFolder<T>(files: Readonly<Record<string, string | Uint8Array>>, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'alongside-')));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function commandOf({ under = [], node = [] }: Started, program: readonly string[]): readonly [string, readonly string[]] {
  const [command, ...rest] = [...under, process.execPath, ...node, ...program];
  return [command, rest];
}

function optionsOf({ cwd, env, uid, gid }: Started): { cwd?: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number } {
  return { ...(cwd === undefined ? {} : { cwd }), env: { ...process.env, NO_COLOR: '1', ...env }, ...(uid === undefined ? {} : { uid }), ...(gid === undefined ? {} : { gid }) };
}
