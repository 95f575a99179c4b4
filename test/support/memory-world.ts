/**
 * A world for the command line that stands in memory: files in, what was printed out.
 */
import picomatch from 'picomatch';
import type { Report } from '../../server/src/cli/report/report.js';
import { run } from '../../server/src/cli/run.js';
import type { CompiledRules } from '../../server/src/engine/rule-set.js';
import type { World } from '../../server/src/cli/world.js';
import { smallPacks } from './small-packs.js';

/** By absolute path: text, bytes, or the code of what the system throws when it is read; it may be known how many bytes there would be. */
export type WorldFiles = Readonly<Record<string, string | Uint8Array | { readonly code: string; readonly size?: number }>>;

export interface WorldSettings {
  readonly cwd: string;
  readonly input: string | Uint8Array | { readonly code: string };
  readonly colour: boolean;
  readonly width: number;
  /** Folders that hold no file. */
  readonly emptyFolders: readonly string[];
  /** The code of what the system throws when folders are walked. */
  readonly walking: string | null;
  /** The code of what the system throws when a file is written. */
  readonly unwritable: string | null;
  /** ISO date. */
  readonly today: string;
  readonly packs: CompiledRules;
  readonly env: Readonly<Record<string, string>>;
  /** Those of the files that are links to elsewhere. */
  readonly links: readonly string[];
  /** Those of the files that a folder does not show, as git ignores them. */
  readonly ignored: readonly string[];
  /** What git answers; null where it is not installed. */
  readonly git: World['git'] | null;
}

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** What a run leaves behind, by absolute path. */
export type Written = Map<string, string>;

const SETTINGS: WorldSettings = { cwd: '/work', input: '', colour: false, width: 100, emptyFolders: [], walking: null, unwritable: null, env: {}, git: null, links: [], ignored: [], today: '2030-01-02', packs: smallPacks() };

/** Runs the command line among `files`. */
export async function runAmong(files: WorldFiles, args: readonly string[], settings: Partial<WorldSettings> = {}, written: Written = new Map()): Promise<Ran> {
  let [out, error] = ['', ''];
  const world: World = {
    ...memoryWorld(files, { ...SETTINGS, ...settings }, written),
    out: (text) => void (out += text),
    error: (text) => void (error += text),
  };
  const code = await run(args, world);
  return { code, out, error };
}

/** The report of `alongside check --format json`. */
export async function reportOf(files: WorldFiles, paths: readonly string[], settings: Partial<WorldSettings> = {}, failOn = 'gate'): Promise<Report> {
  const { out } = await runAmong(files, ['check', ...paths, '--format', 'json', ...(failOn === 'gate' ? [] : ['--fail-on', failOn])], settings);
  return JSON.parse(out) as Report;
}

function memoryWorld(files: WorldFiles, { cwd, input, colour, width, emptyFolders, walking, unwritable, env, git, links, ignored, today, packs }: WorldSettings, written: Written): Omit<World, 'out' | 'error'> {
  const paths = Object.keys(files).sort();
  const isFolder = (path: string): boolean => emptyFolders.includes(path) || paths.some((file) => file.startsWith(`${path}/`));
  const answers = typeof input === 'string' && input !== '' ? input.trimEnd().split('\n') : [];
  return {
    cwd,
    colour,
    cores: 1,
    programMark: async () => 'mark',
    startCrew: () => Promise.reject(new Error('There is one core, and so no crew.')),
    progress: null,
    isTerminal: false,
    width,
    version: '1.2.3',
    runtime: 'Node 20.0.0 on paper',
    today: () => today,
    builtIn: () => packs,
    exists: (path) => paths.includes(path) || isFolder(path),
    isFolder,
    list: (folder) => paths.filter((path) => path.startsWith(`${folder}/`)),
    real: (path) => path,
    read: (path) => (paths.includes(path) && !isFailure(files[path]) ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOf(files[path])) : null),
    readBytes: (path) => bytesOf(written.get(path) ?? files[path] ?? { code: 'ENOENT' }),
    sizeOf: (path) => {
      const content = written.get(path) ?? files[path] ?? { code: 'ENOENT' };
      return isFailure(content) && content.size !== undefined ? content.size : bytesOf(content).length;
    },
    openReport(path) {
      if (unwritable !== null) throw failure(unwritable);
      let all = '';
      return { write: (text) => void (all += text), close: () => void written.set(path, all), discard: () => {} };
    },
    writeFile(path, text) {
      if (unwritable !== null) throw failure(unwritable);
      written.set(path, text);
    },
    replaceFile(path, content) {
      if (unwritable !== null) throw failure(unwritable);
      written.set(path, typeof content === 'string' ? content : new TextDecoder('utf-8', { ignoreBOM: true }).decode(content));
    },
    changeFile: async (path, change) => {
      if (unwritable !== null) throw failure(unwritable);
      const before = written.get(path) ?? files[path] ?? null;
      const changed = change(before === null ? null : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOf(before)));
      if (changed !== null) written.set(path, changed);
    },
    survey: async (folder) => paths.filter((path) => path.startsWith(`${folder}/`)).map((path) => ({ path, link: links.includes(path) })),
    appendFile(path, text) {
      if (unwritable !== null) throw failure(unwritable);
      written.set(path, (written.get(path) ?? '') + text);
    },
    git: async (args, folder) => git?.(args, folder) ?? { kind: 'failed', code: null },
    env: (name) => env[name] ?? null,
    readInput: async () => bytesOf(input),
    ask: async () => answers.shift() ?? null,
    expand: async (pattern, kind) => {
      if (walking !== null) throw failure(walking);
      const fits = kind === 'folder' ? (path: string) => path.startsWith(`${pattern}/`) && /\.(?:md|markdown)$/.test(path) && !ignored.includes(path) : picomatch(pattern.startsWith('/') ? pattern : `${cwd}/${pattern}`);
      return paths.filter((path) => fits(path));
    },
  };
}

type Content = WorldFiles[string];

function isFailure(content: Content): content is { readonly code: string; readonly size?: number } {
  return typeof content !== 'string' && !(content instanceof Uint8Array);
}

function bytesOf(content: Content): Uint8Array {
  if (isFailure(content)) throw failure(content.code);
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

/** As Node makes them: the message holds the path, and might hold more. */
function failure(code: string): Error {
  return Object.assign(new Error(`${code}: Wren Ashdown`), { code });
}
