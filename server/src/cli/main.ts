/**
 * The program `alongside`: the real world, and the only place that exits.
 */
import { appendFileSync, closeSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { isColorSupported } from 'picocolors';
import { version } from '../../../package.json';
import { framesOf, kindOf } from '../rulebook/bug.js';
import { readBuiltIn } from '../rulebook/packs/read-built-in.js';
import { DISK } from '../rulebook/files/disk.js';
import { openReplacement, replaceFile } from '../rulebook/files/replace.js';
import { today } from '../rulebook/today.js';
import { run } from './run.js';
import type { ReportFile, World } from './world.js';

/** `cwd` is absolute, with `/`. */
const worldIn = (cwd: string): World => ({
  ...DISK,
  cwd,
  readBytes: (path) => readFileSync(path),
  sizeOf: (path) => statSync(path).size,
  isFolder,
  readInput,
  ask: asker(),
  expand: async (pattern, kind) => (await import('./check/globs.js')).expandPattern(pattern, cwd, kind),
  survey: async (folder) => (await import('./check/globs.js')).surveyFolder(folder),
  git: async (args, cwd) => (await import('./check/git.js')).askGit(args, cwd),
  openReport,
  writeFile(path, text) {
    const file = openReport(path);
    file.write(text);
    file.close();
  },
  replaceFile,
  changeFile: async (path, change) => (await import('../rulebook/files/change.js')).changeFile(path, change),
  appendFile: appendFileSync,
  env: (name) => process.env[name] || null,
  out: (text) => write(1, text),
  error,
  colour: isColorSupported && (process.stdout.isTTY || Boolean(process.env['FORCE_COLOR'])),
  width: Math.min(process.stdout.columns ?? 100, 120),
  cores: availableParallelism(),
  startCrew: async (size, settings) => (await import('./check/crew.js')).startCrew(size, `${__dirname}/cli-crew.js`, { settings, cwd, today: today(), folder: __dirname }),
  progress: process.stderr.isTTY ? (line) => error(`\r\u001b[2K${line}`) : null,
  isTerminal: process.stdout.isTTY ?? false,
  today,
  version,
  async programMark() {
    const { createHash } = await import('node:crypto');
    const hash = createHash('sha256');
    for (const file of ['cli-main.js', 'cli-crew.js', 'packs.bin', 'load-rulebook-chunk.js', 'plain-english-chunk.js']) hash.update(readFileSync(`${__dirname}/${file}`));
    return hash.digest('hex');
  },
  runtime: `Node ${process.versions.node} on ${process.platform} ${process.arch}`,
  builtIn: () => readBuiltIn(__dirname),
});

/** False of what cannot be looked at, too: reading it tells why. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** One reader of standard input, made when something is first asked. */
function asker(): World['ask'] {
  let ask: World['ask'] | undefined;
  return async (question) => (ask ??= (await import('./ask.js')).questions(process.stdin, error))(question);
}

/** As a stream: read at once, a pipe whose writer is slow would seem closed. */
async function readInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Whole or not at all, so that no half report is taken for one; what is no plain file (`/dev/stdout`, a pipe) is written to as it is. */
function openReport(path: string): ReportFile {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== false) {
    const replacement = openReplacement(path);
    const drop = (signal: NodeJS.Signals): void => {
      replacement.discard();
      // In a moment in which nobody listens any more, so that the process ends as it would have.
      setImmediate(() => process.kill(process.pid, signal));
    };
    const ignore = (): void => void SIGNALS.forEach((signal) => process.off(signal, drop));
    for (const signal of SIGNALS) process.once(signal, drop);
    return {
      write: replacement.write,
      close() {
        ignore();
        replacement.close();
      },
      discard() {
        ignore();
        replacement.discard();
      },
    };
  }
  const file = openSync(path, 'w');
  return { write: (text) => write(file, text), close: () => closeSync(file), discard: () => closeSync(file) };
}

/** Written whole before the process ends, also into a pipe that is slow to read. */
function write(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
    }
  }
}

/** Where even this cannot be said, there is nobody to say it to. */
function error(text: string): void {
  try {
    write(2, text);
  } catch {
    process.exitCode = 2;
  }
}

/** Null where the working folder has been taken away. */
function workingFolder(): string | null {
  try {
    return process.cwd().replaceAll('\\', '/');
  } catch {
    return null;
  }
}

const cwd = workingFolder();
if (cwd === null) {
  process.exitCode = 2;
  error('alongside: The folder this was started in is no longer there. Go to one that is, and run it again.\n');
} else run(process.argv.slice(2), worldIn(cwd)).then(
  (code) => {
    process.exitCode = code;
  },
  (thrown: NodeJS.ErrnoException) => {
    process.exitCode = 2;
    if (thrown.syscall === 'write') return error(`alongside: The output could not be written (${thrown.code}).\n`);
    error(`alongside stopped unexpectedly (${kindOf(thrown)}); nothing was changed. Please report this:\n${framesOf(thrown)}\n`);
  },
);
