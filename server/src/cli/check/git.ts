/**
 * The one program that is ever started, and only where `--since` asks for it: git, with arguments of our own.
 */
import { execFile } from 'node:child_process';

export type GitAnswer =
  | { readonly kind: 'said'; readonly out: string }
  /** `code` is git's own exit code, or null where it could not be run at all. */
  | { readonly kind: 'failed'; readonly code: number | null };

const QUIET = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '-c', 'core.quotePath=false', '--no-pager', '--literal-pathspecs'];
const MAX_OUTPUT = 512_000_000;

/** Never rejects. What git writes to standard error is left unread. */
export function askGit(args: readonly string[], cwd: string): Promise<GitAnswer> {
  return new Promise((done) => {
    execFile('git', [...QUIET, ...args], { cwd, encoding: 'utf8', maxBuffer: MAX_OUTPUT, env: { ...process.env, GIT_OPTIONAL_LOCKS: '0' }, windowsHide: true }, (error, out) => {
      if (!error) done({ kind: 'said', out });
      else done({ kind: 'failed', code: typeof error.code === 'number' ? error.code : null });
    });
  });
}
