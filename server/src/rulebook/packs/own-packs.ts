/**
 * The packs of a team's own that a rules file names: their rules read, and a problem at each name that leads to none. Of
 * packs that ship it knows the names only.
 */
import type { CompiledRules } from '../../engine/rule-set.js';
import type { RulebookFile } from '../decode/alongside-yml.js';
import { BUILT_IN_NAMES } from './built-in.js';
import type { DecodedRule } from '../decode/rule.js';
import type { FileHost } from '../files/file-host.js';
import { nearest } from '../nearest.js';
import { readPack } from './pack.js';
import { isWithin, relativeTo } from '../files/paths.js';
import type { Problem } from '../problem.js';
import { reachOf } from '../files/reach.js';
import type { PlacedText } from '../yaml/yaml.js';
import { nearestMends } from '../yaml/names.js';

export interface OwnPacks {
  readonly rules: readonly DecodedRule[];
  /** Of the packs' own files; what is wrong with a name is a problem of the file that names it. */
  readonly problems: readonly Problem[];
  readonly files: readonly string[];
  /** Rules that have a file, whether or not it could be used. */
  readonly ids: readonly string[];
}

/** `named` is the rules file that names packs, null where none does. */
export function ownPacks(named: RulebookFile | null, host: FileHost, builtIn: CompiledRules): OwnPacks {
  const rules: DecodedRule[] = [];
  const problems: Problem[] = [];
  const files: string[] = [];
  const ids: string[] = [];
  for (const name of named?.packs?.filter(({ text }) => !isBuiltIn(text)) ?? []) {
    const found = named ? packAt(name, named, host, builtIn) : null;
    if (!found) continue;
    problems.push(...found.pack.problems);
    rules.push(...found.pack.rules);
    files.push(...host.list(found.path));
    for (const file of host.list(found.path)) ids.push(relativeTo(found.path, file).replace(/\.yml$/, ''));
  }
  return { rules, problems, files, ids };
}

/** Null where there is none, which is told. */
function packAt(name: PlacedText, { yaml }: RulebookFile, host: FileHost, builtIn: CompiledRules): { readonly path: string; readonly pack: ReturnType<typeof readPack> } | null {
  const refused = (message: string, known: readonly string[] = []): null => {
    yaml.problem(name.offset, message, { length: name.text.length, mends: nearestMends(name, known) });
    return null;
  };
  const reach = reachOf(yaml.file, host);
  const reached = reach.to(name.text);
  if ('refused' in reached) return refused(reached.refused);
  const { path } = reached;
  if (isPath(name.text) && isWithin(path, yaml.file)) return refused(`“${name.text}” is the folder this file itself is in, or one above it. A pack is a folder of its own, such as ./our-rules.`);
  const pack = isPath(name.text) ? readPack(name.text, path, builtIn.words, host, reach) : null;
  return pack && pack.rules.length + pack.problems.length > 0 ? { path, pack } : refused(noPack(name, path, host), BUILT_IN_NAMES);
}

function isBuiltIn(name: string): boolean {
  return (BUILT_IN_NAMES as readonly string[]).includes(name);
}

/** A folder of a team's own, rather than the name of a pack that ships. */
function isPath(name: string): boolean {
  return name.startsWith('.') || name.startsWith('/') || /^[A-Za-z]:\//.test(name);
}

function noPack(name: PlacedText, path: string, host: FileHost): string {
  if (isPath(name.text)) return `${host.exists(path) || host.list(path).length > 0 ? `There are no rules in “${name.text}”` : `There is no folder “${name.text}” here`}. A pack is a folder of <category>/<rule>.yml files, such as ${name.text.replace(/\.ya?ml$|\/$/, '')}/ours/thresholds.yml.`;
  if (host.list(path).some((file) => file.endsWith('.yml'))) return `“${name.text}” is a folder here; write “./${name.text}”.`;
  const near = nearest(name.text, BUILT_IN_NAMES);
  return `There is no pack called “${name.text}”${near ? `; did you mean “${near}”?` : '.'} Built in: ${BUILT_IN_NAMES.join(', ')}; a folder of your own begins with “./”.`;
}
