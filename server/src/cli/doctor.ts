/**
 * `alongside doctor`: what holds for a folder and what a check of it leaves out, in plain sentences. It reads rules
 * files and names of files, never a record.
 */
import { CATEGORIES } from '../engine/rule.js';
import { BUILT_IN_NAMES } from '../rulebook/packs/built-in.js';
import { folderOf } from '../rulebook/files/paths.js';
import { problemText } from '../rulebook/problem.js';
import { defaultRulebook, findRulebook, MISNAMED_FILES, RULEBOOK_FILE, type Rulebook } from '../rulebook/rulebook.js';
import { refuse, type ExitCode } from './command.js';
import { number, plural } from './report/formats/words.js';
import { absolute, reasonOf, shownPath } from './check/select.js';
import type { World } from './world.js';

/** 2 where the rules file has a problem or the folder cannot be read. */
export async function doctor(operand: string, config: string | null, world: World): Promise<ExitCode> {
  const folder = absolute(operand, world);
  if (!world.isFolder(folder)) return refuse(world, `There is no folder “${operand}”.`);
  const named = config === null ? null : absolute(config, world);
  if (named !== null && (!world.exists(named) || world.isFolder(named))) return refuse(world, `There is no file “${config}” (--config).`);
  const path = named ?? findRulebook(`${folder}/x.md`, world);
  const builtIn = world.builtIn();
  const rulebook = path === null ? defaultRulebook(builtIn) : (await import('../rulebook/load-rulebook.js')).loadRulebook(path, world, builtIn);
  let leftOut: readonly string[];
  try {
    leftOut = await files(folder, world);
  } catch (error) {
    return refuse(world, `The folders here could not all be read (${reasonOf(error)}).`);
  }
  const told = (problem: Rulebook['problems'][number]): string => problemText({ ...problem, file: shownPath(problem.file, world) });
  world.out(`${[
    `Alongside ${world.version}, ${world.runtime}`,
    '',
    ...rulesFile(path, named !== null, rulebook, world),
    ...(rulebook.problems.length > 0 ? ['', 'Problems in it:', ...rulebook.problems.map((problem) => `  ${told(problem)}`)] : []),
    ...(rulebook.advice.length > 0 ? ['', 'Worth a look in it:', ...rulebook.advice.map((problem) => `  ${told(problem)}`)] : []),
    '',
    ...rules(rulebook, builtIn.rules, world),
    ...gate(rulebook),
    '',
    ...leftOut,
  ].join('\n')}\n`);
  return rulebook.problems.length > 0 ? 2 : 0;
}

function rulesFile(path: string | null, isNamed: boolean, { files }: Rulebook, world: World): readonly string[] {
  if (path === null) return [`Rules file: none. There is no ${RULEBOOK_FILE} in this folder or above it, so the built-in packs hold as they are.`];
  const others = files.filter((file) => file !== path && !/\/[^/]+\/[^/]+\.yml$/.test(file.slice(folderOf(path).length))).map((file) => shownPath(file, world));
  return [`Rules file: ${shownPath(path, world)}${isNamed ? ' (--config)' : ''}${others.length > 0 ? `, with ${others.join(', ')}` : ''}`];
}

function rules({ compiled }: Rulebook, builtIn: Rulebook['compiled']['rules'], world: World): readonly string[] {
  const shipped = new Map(builtIn.map((rule) => [rule.id, rule]));
  const packs = [...new Set([...BUILT_IN_NAMES, ...compiled.rules.map(({ pack }) => pack)])];
  const lines = packs.map((pack) => {
    const all = compiled.rules.filter((rule) => rule.pack === pack);
    const on = all.filter(({ severity }) => severity !== 'off');
    const types = [...new Set(on.flatMap((rule) => rule.types))];
    const only = on.length > 0 && on.every((rule) => rule.types.length > 0) ? `, in records of the type ${types.join(', ')}` : '';
    return `  ${shownPath(pack, world)}: ${on.length === 0 ? 'off' : `${number(on.length)} of ${plural(all.length, 'rule')}${only}`}`;
  });
  const off = (test: (id: string, pack: string) => boolean): readonly string[] => compiled.rules.filter(({ id, pack, severity }) => severity === 'off' && test(id, pack)).map(({ id }) => id);
  const isPackOff = (pack: string): boolean => compiled.rules.every((rule) => rule.pack !== pack || rule.severity === 'off');
  const switched = off((id, pack) => !isPackOff(pack) && shipped.get(id)?.severity !== 'off');
  const contested = off((id, pack) => !isPackOff(pack) && shipped.get(id)?.severity === 'off');
  return [
    'Packs:',
    ...lines,
    ...(switched.length > 0 ? ['Rules that the rules file switches off:', ...byCategory(switched)] : []),
    ...(contested.length > 0 ? ['Rules that are off until a rules file chooses them:', ...byCategory(contested)] : []),
  ];
}

function byCategory(ids: readonly string[]): readonly string[] {
  return CATEGORIES.flatMap((category) => {
    const of = ids.filter((id) => id.startsWith(`${category}/`)).sort();
    return of.length > 0 ? [`  ${of.join(', ')}`] : [];
  });
}

function gate({ gate: { templates, notes, ...types } }: Rulebook): readonly string[] {
  return [`Gate: templates ${templates ?? 'never'}, live records ${notes ?? 'never'}${Object.entries(types).map(([type, severity]) => `, ${type} ${severity ?? 'never'}`).join('')}`];
}

/** What a check of the folder reads, and what it does not, and why. */
async function files(folder: string, world: World): Promise<readonly string[]> {
  const [found, all] = await Promise.all([world.expand(folder, 'folder'), world.survey(folder)]);
  const read = new Set(found);
  const reasons = new Map<string, string[]>();
  const nested: string[] = [];
  for (const { path, link } of all) {
    if (read.has(path)) continue;
    const name = path.slice(path.lastIndexOf('/') + 1);
    if ((name === RULEBOOK_FILE || MISNAMED_FILES.includes(name)) && folderOf(path) !== folder) nested.push(path);
    const reason = reasonFor(path.slice(folder.length), name, link);
    if (reason !== null) reasons.set(reason, [...(reasons.get(reason) ?? []), shownPath(path, world)]);
  }
  return [
    `Records: ${plural(read.size, 'file')} would be read.`,
    ...(nested.length > 0 ? ['Other rules files below this folder, which hold for what lies beside and below them:', ...listed(nested.map((path) => shownPath(path, world)))] : []),
    ...[...reasons].flatMap(([reason, paths]) => [`Left out because ${reason} (${number(paths.length)}):`, ...listed(paths)]),
    'Folders called node_modules are never looked into. A file that is named by itself is always read.',
  ];
}

/** Null for what nobody would take for a record. */
function reasonFor(below: string, name: string, link: boolean): string | null {
  if (link) return 'they are links, which are not followed';
  if (/\.(?:md|markdown)$/i.test(name)) return below.split('/').some((part) => part.length > 1 && part.startsWith('.')) ? 'a folder on the way, or the name, begins with a full stop' : 'git ignores them';
  if (/\.do[ct][xm]$/i.test(name)) return 'Word documents are read only where they are named, or a pattern names them';
  return /\.(?:doc|odt|rtf|txt|text|pdf|html?|mdx|mkd|mdown)$/i.test(name) ? 'they are not Markdown by name (.md, .markdown)' : null;
}

const SHOWN = 5;

function listed(paths: readonly string[]): readonly string[] {
  return [...paths.slice(0, SHOWN).map((path) => `  ${path}`), ...(paths.length > SHOWN ? [`  and ${number(paths.length - SHOWN)} more`] : [])];
}
