/**
 * Tools as programs: a cold start beside an empty Node, a folder of records, and the most memory each takes. It does not
 * know what they find.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coldRatio, coldRatioOf } from './measure.mjs';
import { longNote, shortNote } from './note.mjs';

const RECORDS = 1_000;
const RECORD_WORDS = 800;
const NOTES = [1_000, 100_000];

/** `cold` as a ratio and in milliseconds, `folder` in milliseconds, `memory` in MiB by words of a note, null where the program did not end in so many `seconds`; all of them null for a tool without a program. */
export function programs({ cli, folder }, seconds) {
  const args = cli?.('note.md');
  if (!args || !existsSync(args[0])) return { cold: null, folder: null, memory: null };
  return inPlace((place) => ({
    cold: coldRatio(args, PAIRS, place),
    memory: Object.fromEntries(NOTES.map((words) => {
      writeFileSync(join(place, 'note.md'), longNote(words));
      return [words, mostMemory(args, place, seconds)];
    })),
    folder: folderTime(folder, place, seconds),
  }));
}

/** A cold start of one program against the other's, by turns. */
export function coldPairs(one, other) {
  return inPlace((place) => coldRatioOf(one.cli('note.md'), other.cli('note.md'), ROUNDS, place));
}

const PAIRS = 5;
const ROUNDS = 15;

/** In a folder with a short note in it. */
function inPlace(work) {
  const place = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    writeFileSync(join(place, 'note.md'), shortNote(1_000));
    return work(place);
  } finally {
    rmSync(place, { recursive: true });
  }
}

/** MiB that the program held at most, as it says itself when it ends. Linux counts from the program's own start, and Node from its parent's. */
function mostMemory(args, place, seconds) {
  const teller = join(place, 'teller.cjs');
  const told = join(place, 'told');
  writeFileSync(teller, `process.on('exit', () => { const fs = require('fs'); let most = process.resourceUsage().maxRSS; try { most = /VmHWM:\\s*(\\d+)/.exec(fs.readFileSync('/proc/self/status', 'utf8'))[1]; } catch {} fs.writeFileSync(${JSON.stringify(told)}, String(most)); });`);
  const { error } = spawnSync(process.execPath, ['--require', teller, ...args], { cwd: place, stdio: 'ignore', timeout: seconds * 1_000, killSignal: 'SIGKILL', env: { ...process.env, CI: '1' } });
  return error ? null : Number(readFileSync(told, 'utf8')) / 1024;
}

/** Milliseconds, or null. */
function folderTime(argsOf, place, seconds) {
  mkdirSync(join(place, 'records'));
  const note = shortNote(RECORD_WORDS);
  const files = Array.from({ length: RECORDS }, (_, at) => join('records', `${at}.md`));
  for (const [at, file] of files.entries()) writeFileSync(join(place, file), `${note}\n\nRecord ${at}.\n`);
  const before = performance.now();
  const { error, signal } = spawnSync(process.execPath, argsOf('records', files), { cwd: place, stdio: 'ignore', timeout: seconds * 1_000, killSignal: 'SIGKILL', env: { ...process.env, CI: '1', NO_UPDATE_NOTIFIER: '1' } });
  return error || signal ? null : performance.now() - before;
}
