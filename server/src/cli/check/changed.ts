/**
 * What has changed since a revision, as git tells it: files, and lines of them. It reads no record.
 */
import { resolvePath } from '../../rulebook/files/paths.js';
import type { Lines } from '../report/report.js';
import type { World } from '../world.js';

export interface Changed {
  /** Lines that are new or were changed, from 1, both ends among them; by absolute path. Empty where lines were only taken away. */
  readonly files: ReadonlyMap<string, readonly Lines[]>;
}

/** Everything that stands otherwise in the working tree than where this branch left `revision`, new files too; or why that cannot be told. */
export async function changedSince(revision: string, world: World): Promise<Changed | { readonly objection: string }> {
  const objection = (text: string): { objection: string } => ({ objection: text });
  const up = await world.git(['rev-parse', '--show-cdup'], world.cwd);
  if (up.kind === 'failed') return objection(up.code === null ? '--since asks git what has changed, and git is not installed or not on the PATH.' : '--since asks git what has changed, and this folder is in no git repository that git would open.');
  const top = resolvePath(world.cwd, up.out.trim() || '.');
  const commit = await world.git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], top);
  if (commit.kind === 'failed') return objection(`git knows no revision “${revision}” (--since) here. Where the clone is shallow, fetch it first: git fetch origin ${revision}`);
  const base = await world.git(['merge-base', commit.out.trim(), 'HEAD'], top);
  if (base.kind === 'failed') return objection(`“${revision}” (--since) and what is checked out here share no history that git can see. Where the clone is shallow, fetch all of it: git fetch --unshallow`);

  const what = ['--no-ext-diff', '--no-textconv', '--no-renames', '--no-color', '--diff-filter=d', '--ignore-submodules', base.out.trim(), '--'];
  const [names, diff, untracked] = await Promise.all([
    world.git(['diff', '--name-only', '-z', ...what], top),
    world.git(['diff', '--unified=0', '--inter-hunk-context=0', '--src-prefix=a/', '--dst-prefix=b/', ...what], top),
    world.git(['ls-files', '--others', '--exclude-standard', '-z'], top),
  ]);
  if (names.kind === 'failed' || diff.kind === 'failed' || untracked.kind === 'failed') return objection(`git could not tell what has changed since “${revision}” (--since).`);
  const files = new Map<string, readonly Lines[]>();
  // The same files in the same order, so that no name need be read out of the diff. Lines end with \n alone: a record may
  // hold other line ends, and after one of them whatever looks like git's own.
  const parts = `\n${diff.out}`.split('\ndiff --git ').slice(1);
  listOf(names.out).forEach((name, index) => files.set(resolvePath(top, name), linesOf(parts[index] ?? '')));
  for (const name of listOf(untracked.out)) files.set(resolvePath(top, name), [{ first: 1, last: Infinity }]);
  return { files };
}

function listOf(separatedByNul: string): readonly string[] {
  return separatedByNul.split('\0').filter((name) => name !== '');
}

/** The new side of each hunk: `@@ -3,2 +4,5 @@`. */
function linesOf(diff: string): readonly Lines[] {
  return [...diff.matchAll(/\n@@ -\S+ \+(\d+)(?:,(\d+))? @@/g)].flatMap(([, first, count = '1']) => (count === '0' ? [] : [{ first: Number(first), last: Number(first) + Number(count) - 1 }]));
}
