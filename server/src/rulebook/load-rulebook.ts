/**
 * An `alongside.yml` and the files it names → a rulebook: the built-in packs, changed. It follows files through
 * the host, and never throws; a part that cannot be used is left out, with a problem at its place.
 */
import picomatch from 'picomatch';
import type { KnownPeople } from '../engine/people/people.js';
import type { Rule } from '../engine/rule.js';
import { UNLESS, type CompiledRules } from '../engine/rule-set.js';
import { amended } from './write/amend.js';
import { readRulebookFile, type RulebookFile } from './decode/alongside-yml.js';
import { claimedTwice, type Claimant } from './advice/claims.js';
import { compileRules, type Change } from './packs/compile.js';
import type { DecodedRule } from './decode/rule.js';
import type { FileHost } from './files/file-host.js';
import { ownPacks } from './packs/own-packs.js';
import { folderOf, relativeTo } from './files/paths.js';
import { reachOf, type Reach } from './files/reach.js';
import { DEFAULT_GATE, defaultRulebook, MISNAMED_FILES, RULEBOOK_FILE, type Gate, type NoteSettings, type Rulebook } from './rulebook.js';
import { nearest } from './nearest.js';
import type { Problem } from './problem.js';
import { changed, sidesTaken, underLaw, underSettings } from './rules-in-force.js';
import { type PlacedText } from './yaml/yaml.js';
import { changeTo } from './yaml/names.js';

export { amended }; // with what reads YAML, so that the library is loaded once

/** The rulebook that the alongside.yml at `path` makes of the built-in packs. */
export function loadRulebook(path: string, host: FileHost, builtIn: CompiledRules): Rulebook {
  const whole = (message: string): Rulebook => ({ ...defaultRulebook(builtIn), files: [path], problems: [{ file: path, line: 1, column: 1, message }] });
  if (MISNAMED_FILES.some((name) => path.endsWith(`/${name}`))) return whole(`The rules file is called “${RULEBOOK_FILE}”. Rename this one, or it will not be read.`);
  if (!reachOf(path, host).holds(path)) return whole('This rules file is a link that leads out of its folder or repository, so it was not read. Put the file itself here.');
  const chain = readChain(path, host, builtIn);
  if (chain.length === 0) return whole('This rules file could not be read.');
  const folder = folderOf(path);
  const named = chain.find((file) => file.packs !== null) ?? null;
  const brought = ownPacks(named, host, builtIn);
  const files = [...chain.map((file) => file.yaml.file), ...brought.files];
  // Rules that are written and cannot be used have been told; what else speaks of them is right.
  const written: ReadonlySet<string> = new Set([...chain.flatMap((file) => file.defined), ...brought.ids]);
  const { added, taken, problems: twice } = underNewNames([...brought.rules, ...[...chain].reverse().flatMap((one) => one.own)], builtIn, folder);

  const packs = named?.packs?.map((name) => name.text) ?? null;
  const jurisdiction = chain.find((file) => file.jurisdiction !== null)?.jurisdiction ?? null;
  const sides = sidesTaken(chain, [...builtIn.rules, ...added.map(({ rule }) => rule)]);
  const overrides = overridesOf(chain, taken, written, builtIn);
  const inForce = overrides.map(({ override }) => override);
  const claimants: readonly Claimant[] = [...added, ...overrides.map(({ file, override: { id, phrases, allow } }) => ({ rule: { id: id.text }, file: file.yaml.file, phrases: [...phrases, ...allow.map((phrase) => ({ ...phrase, entry: UNLESS }) as const)] }))];
  const set = (rule: Rule): Rule => inForce.filter(({ id }) => id.text === rule.id).reduce(changed, rule);
  const asChosen = packs || jurisdiction || sides.size > 0 ? { ...builtIn, rules: builtIn.rules.map((rule) => underSettings(rule, { packs, jurisdiction, sides })) } : builtIn;
  const base = inForce.length > 0 ? { ...asChosen, rules: asChosen.rules.map(set) } : asChosen;
  const own = added.map((one) => ({ ...one, rule: set(one.rule.choice ? underSettings(one.rule, { packs, jurisdiction, sides }) : underLaw(one.rule, jurisdiction)) }));
  const changes: Change[] = inForce.map(({ id, allow, add, phrases }) => ({ id: id.text, severity: null, allow: allow.map((phrase) => phrase.text), add, phrases }));
  // Problems of the rules files themselves stay with them, so that they come in the files' order.
  const problems = [...brought.problems, ...twice, ...claimedTwice(claimants)];
  // Phrases that cannot be compiled were told, and left out, where they were read.
  const { problems: _told, ...compiled } = compileRules(base, own, changes);
  // What else is wrong with a file that could not be read whole may only follow from that.
  const slipped = new Set(chain.filter(({ yaml }) => yaml.slips > 0).map(({ yaml }) => yaml.file));
  const settingsFor = settingsBy([...chain].reverse(), folder);
  return {
    compiled,
    people: mergePeople(chain.map((file) => file.people)),
    gate: Object.assign({}, DEFAULT_GATE, ...[...chain].reverse().map((file) => file.gate)) as Gate,
    problems: [...chain.flatMap(({ yaml }) => (yaml.slips > 0 ? yaml.problems.slice(0, yaml.slips) : yaml.problems)), ...problems.filter(({ file }) => !slipped.has(file))].filter(({ kind }) => kind !== 'advice'),
    advice: chain.flatMap(({ yaml }) => (yaml.slips > 0 ? [] : yaml.problems)).filter(({ kind }) => kind === 'advice'),
    files,
    examples: new Map(),
    written: { files: chain, own, base, shipped: asChosen.rules },
    settingsFor,
    fits: (glob, path) => isGlob(glob) && fitting(glob)(relativeTo(folder, path)),
  };
}

/** A team's own rules, but for those whose names are `taken`: by the packs that ship, or by one of them that came before. */
function underNewNames(rules: readonly DecodedRule[], builtIn: CompiledRules, folder: string): { readonly added: readonly DecodedRule[]; readonly taken: ReadonlySet<string>; readonly problems: readonly Problem[] } {
  const owners = new Map(builtIn.rules.map((rule) => [rule.id, `the pack ${rule.pack}`]));
  const added: DecodedRule[] = [];
  const problems: Problem[] = [];
  for (const one of rules) {
    const { rule, file, id } = one;
    const owner = owners.get(rule.id);
    if (owner) problems.push({ file, line: id.line, column: id.column, length: id.text.length, message: `There is already a rule called ${rule.id} (in ${owner}); give this one another name.` });
    else {
      owners.set(rule.id, relativeTo(folder, file));
      added.push(one);
    }
  }
  return { added, taken: new Set(owners.keys()), problems };
}

/** What the files say of rules that are `taken`, what they build on first; told of a rule that is nowhere, not even among those `written`. */
function overridesOf(chain: readonly RulebookFile[], taken: ReadonlySet<string>, written: ReadonlySet<string>, builtIn: CompiledRules): readonly { readonly file: RulebookFile; readonly override: RulebookFile['overrides'][number] }[] {
  return [...chain].reverse().flatMap((file) => file.overrides.flatMap((override) => {
    const { id } = override;
    if (taken.has(id.text)) return [{ file, override }];
    if (written.has(id.text)) return [];
    const titled = builtIn.rules.find(({ title }) => title.toLowerCase() === id.text.toLowerCase())?.id;
    const near = titled ?? nearest(id.text, [...taken, ...written]);
    const otherwise = id.text.includes('*') ? '. Rules are named one by one; “*” stands for none of them.' : '. To make one of your own, give it a title, a why, entries and examples.';
    file.yaml.problem(id.offset, `There is no rule called “${id.text}”${near ? `; did you mean “${near}”?` : otherwise}`, { length: id.text.length, mends: near ? [changeTo(near, id)] : [] });
    return [];
  }));
}

/** What globs say about a note: the last that fits decides, for type and template apart. Globs are read from `folder`. */
function settingsBy(files: readonly RulebookFile[], folder: string): Rulebook['settingsFor'] {
  const globs = files.flatMap((file) => file.notes.flatMap((note) => {
    if (isGlob(note.glob.text)) return [{ ...note, fits: fitting(note.glob.text) }];
    file.yaml.problem(note.glob.offset, `“${note.glob.text}” is not a pattern for paths. Write one such as “templates/**”.`, { length: note.glob.text.length });
    return [];
  }));
  return (path): NoteSettings => {
    const fitting = globs.filter(({ fits }) => fits(relativeTo(folder, path)));
    const finalBefore = fitting.findLast((one) => one.finalBefore !== '')?.finalBefore;
    return { type: fitting.findLast((one) => one.type !== null)?.type ?? null, template: fitting.findLast((one) => one.template !== null)?.template ?? false, ...(finalBefore === undefined ? {} : { finalBefore }) };
  };
}

/** What the library takes for a pattern; it says so only by refusing. */
function isGlob(glob: string): boolean {
  try {
    return Boolean(fitting(glob));
  } catch {
    return false;
  }
}

function fitting(glob: string): (path: string) => boolean {
  return picomatch(glob.replace(/^\.\//, ''), { dot: true });
}

/** The file, then what it extends, and so on; a circle and a missing file are problems of the file that names them. */
function readChain(path: string, host: FileHost, builtIn: CompiledRules): readonly RulebookFile[] {
  const ids = new Set(builtIn.rules.map((rule) => rule.id));
  const chain: RulebookFile[] = [];
  for (let at: string | null = path; at !== null; ) {
    const source = host.read(at);
    if (source === null) break;
    const file: RulebookFile = readRulebookFile(at, source, builtIn.words, (id) => ids.has(id));
    chain.push(file);
    at = null;
    if (!file.extends) continue;
    const next = builtOn(file, file.extends, chain, host);
    if ('path' in next) at = next.path;
    else file.yaml.problem(file.extends.offset, next.refused, { length: file.extends.text.length, mends: fileMeant(file.extends, reachOf(file.yaml.file, host), host).map((name) => changeTo(name, file.extends!)) });
  }
  return chain;
}

function builtOn(file: RulebookFile, { text }: PlacedText, chain: readonly RulebookFile[], host: FileHost): { readonly path: string } | { readonly refused: string } {
  if (text === '') return { refused: `Nothing stands after “extends:”. Name the file to build on, such as ../${RULEBOOK_FILE}.` };
  const reached = reachOf(file.yaml.file, host).to(text);
  if ('refused' in reached) return reached;
  if (!reached.path.endsWith('.yml')) return { refused: `A rules file builds on another one, whose name ends in “.yml”; “${text}” does not, and was not read.` };
  if (chain.some((other) => other.yaml.file === reached.path)) return { refused: `“${text}” leads back to a file that builds on it; none can build on itself.` };
  return host.read(reached.path) === null ? { refused: `There is no file “${text}” to build on.` } : reached;
}

/** The rules file that is there where a folder, or a name without its ending, was written. */
function fileMeant({ text }: PlacedText, reach: Reach, host: FileHost): readonly string[] {
  if (text === '') return [];
  return [`${text.replace(/\/$/, '')}/${RULEBOOK_FILE}`, text.replace(/(?:\.ya?ml)?$/, '.yml')].filter((name) => {
    const reached = reach.to(name);
    return name !== text && 'path' in reached && host.read(reached.path) !== null;
  }).slice(0, 1);
}

function mergePeople(all: readonly KnownPeople[]): KnownPeople {
  const names = (key: keyof KnownPeople): readonly string[] => [...new Set(all.flatMap((people) => people[key]))];
  return { children: names('children'), family: names('family'), professionals: names('professionals'), services: names('services') };
}
