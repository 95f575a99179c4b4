/**
 * The whole suite, the stories in the real editor included, in a network of its own that has only the loopback, with every
 * connection that any process asks for written down. Linux alone can say so.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Situation } from '../robust/situation.js';

const STRACE = ['strace', '-f', '-qq', '--seccomp-bpf', '-s', '400', '-e', 'trace=connect,sendto,bind,execve,clone,clone3,fork,vfork'];
/** How many times as long as otherwise a test may take: each process that starts, and each connection, is stopped and looked at. */
const PATIENCE = '5';
const OURS = /dist\/(?:cli|server)\.js"/;
/** A small part of the suite: both programs, from the outside. */
const SOME = ['test/run.mjs', 'unit', 'programs/process', 'proof/robust'];

/** An address that was asked for, by a program. */
interface Asked {
  readonly program: string;
  readonly address: string;
}

export const NETWORK: readonly Situation[] = [
  { title: 'connections of ours to anywhere else', run: async ({ amount }) => {
    if (amount < 1) return 'asked in a whole run';
    const folder = mkdtempSync(join(tmpdir(), 'alongside-network-'));
    try {
      const log = join(folder, 'calls');
      const unshare = process.getuid?.() === 0 ? ['-n'] : ['-rn'];
      if (spawnSync('unshare', [...unshare, 'true']).status !== 0 || spawnSync('strace', ['-V']).status !== 0) return 'not tried: this needs unshare and strace';
      const suite = process.env['ALONGSIDE_PRIVATE'] === 'some' ? SOME : ['test/run.mjs'];
      const said = openSync(join(folder, 'said'), 'w');
      const { status } = spawnSync('unshare', [...unshare, 'sh', '-c', 'ip link set lo up && exec "$0" "$@"', ...STRACE, '-o', log, process.execPath, ...suite], { stdio: ['ignore', said, 'inherit'], env: { ...process.env, ALONGSIDE_PATIENCE: PATIENCE } });
      closeSync(said);
      const { asked, programs } = readCalls(readFileSync(log, 'utf8'));
      const outside = asked.filter(({ address }) => !/^(?:127\.|::1$|0\.0\.0\.0$|::$)/.test(address));
      const ours = outside.filter(({ program }) => OURS.test(program));
      const runs = programs.filter((program) => OURS.test(program)).length;
      assert.ok(runs > 10, `only ${runs} runs of ours were seen`);
      assert.deepEqual(ours, []);
      const ended = readFileSync(join(folder, 'said'), 'utf8').trimEnd();
      assert.equal(status, 0, `in a network of its own the suite does not pass:\n${failuresIn(ended)}`);
      const others = [...new Set(outside.map(({ program, address }) => `${nameOf(program)} → ${address}`))];
      return `0 in ${runs} runs of both programs, while the whole suite ran (${ended.slice(ended.lastIndexOf('\n') + 1)}); of VS Code, the browser and the test runner: ${others.length === 0 ? 'none' : others.join(', ')}`;
    } finally {
      rmSync(folder, { recursive: true });
    }
  } },
];

/** The tests that failed, as mocha numbers them and as the stories mark them, each with what it said; and how many there were. */
function failuresIn(said: string): string {
  const lines = said.split('\n');
  return [...lines.flatMap((line, at) => (/^\s{2}\d+\) |^\s+✗ /.test(line) ? lines.slice(at, at + 4).map((one) => one.trim()).filter((one) => one !== '') : [])), lines[lines.length - 1]].join('\n');
}

/** Who asked for what: a process is known by what it last executed, or by what its parent did. */
function readCalls(calls: string): { readonly asked: readonly Asked[]; readonly programs: readonly string[] } {
  const program = new Map<string, string>();
  const asked: Asked[] = [];
  const programs: string[] = [];
  for (const line of calls.split('\n')) {
    const pid = /^(\d+) /.exec(line)?.[1];
    if (pid === undefined) continue;
    const child = /(?:clone3?|v?fork)\b.* = (\d+)$/.exec(line)?.[1];
    if (child !== undefined && !program.has(child)) program.set(child, program.get(pid) ?? '');
    const executed = / execve\("[^"]*", (\[.*?\]), /.exec(line)?.[1];
    if (executed !== undefined && !/ = -1 /.test(line)) {
      program.set(pid, executed);
      programs.push(executed);
    }
    if (!/ (?:connect|sendto)\(/.test(line)) continue;
    const address = /inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"/.exec(line);
    if (address) asked.push({ program: program.get(pid) ?? 'unknown', address: address[1] ?? address[2] });
  }
  return { asked, programs };
}

function nameOf(program: string): string {
  return [...program.matchAll(/"([^"]*)"/g)].map(([, argument]) => argument.split('/').pop() ?? '').slice(0, 2).join(' ');
}
