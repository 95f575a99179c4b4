/**
 * The rulebook that commands about rules speak of: the nearest above the working folder, or the one that is named.
 */
import { problemText, type Problem } from '../../rulebook/problem.js';
import { createReader } from '../../rulebook/reader.js';
import { findRulebook, type Rulebook } from '../../rulebook/rulebook.js';
import { nearest } from '../../rulebook/nearest.js';
import { refuse } from '../command.js';
import { absolute, shownPath } from '../check/select.js';
import type { World } from '../world.js';

/** The rulebook, and its file where there is one; null where a file was named that is not there, which has been told. */
export async function rulesHere(config: string | null, world: World): Promise<{ readonly rulebook: Rulebook; readonly path: string | null } | null> {
  const named = config === null ? null : absolute(config, world);
  if (named !== null && (!world.exists(named) || world.isFolder(named))) {
    refuse(world, `There is no file “${config}” (--config).`);
    return null;
  }
  const path = named ?? findRulebook(`${world.cwd}/x.md`, world);
  return { path, rulebook: await createReader(world.builtIn(), world, named, world.today).rulebookFor(`${world.cwd}/x.md`) };
}

/** A sentence where there is no such rule, with the nearest there is. */
export function noSuchRule(id: string, { compiled: { rules } }: Rulebook): string {
  const near = nearest(id, rules.map((rule) => rule.id));
  return `There is no rule called “${id}”${near ? `; did you mean “${near}”?` : '. `alongside rules list --all` names them all.'}`;
}

export function told(problem: Problem, world: World): string {
  return problemText({ ...problem, file: shownPath(problem.file, world) });
}
