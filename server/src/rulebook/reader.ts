/**
 * Reads a note under the rulebook that holds for it: the one path that editor and CI share. It keeps rulebooks
 * it has loaded until told to forget them; of notes it keeps nothing.
 */
import { analyse, type Analysis, type Context } from '../engine/analyse.js';
import { createRuleSet, withPlainEnglish, type CompiledRules, type RuleSet } from '../engine/rule-set.js';
import { whenKnown, type FileHost } from './files/file-host.js';
import { hasExamples, withExamplesRun, wantsLibraries } from './advice/run-examples.js';
import { defaultRulebook, findRulebook, type Rulebook } from './rulebook.js';
import { withWishes } from './wishes.js';

export interface Reading {
  readonly analysis: Analysis;
  readonly rulebook: Rulebook;
}

export interface Reader {
  /** `text` has `\n` line ends. `path` is absolute with `/`, or null for a note that has none yet. */
  read(path: string | null, text: string, previous?: Reading): Promise<Reading>;
  /** The rulebook for a note at `path`. */
  rulebookFor(path: string | null): Promise<Rulebook>;
  /** Forgets what was loaded from files, after one of them changed. */
  forget(): void;
}

/** `builtIn` are the packs that ship; `config` is a rulebook to use for every note, in place of the nearest; `today` is an ISO date. */
export function createReader(builtIn: CompiledRules, host: FileHost, config: string | null, today: () => string): Reader {
  let rulebooks = new Map<string, Promise<Rulebook>>();
  const ruleSets = new WeakMap<CompiledRules, RuleSet>();
  /** Rules that were edited take over what the matchers of the packs have learnt. */
  let latest: RuleSet | undefined;
  let places = new Map<string, string | null>();
  const fallback = defaultRulebook(builtIn);

  const rulebookFor = async (path: string | null): Promise<Rulebook> => {
    const folder = path === null ? null : path.slice(0, path.lastIndexOf('/') + 1);
    const known = places;
    if (config === null && folder !== null && path !== null && !known.has(folder)) known.set(folder, await whenKnown(host, () => findRulebook(path, host)));
    const file = config ?? (folder === null ? null : known.get(folder) ?? null);
    if (file === null) return fallback;
    let rulebook = rulebooks.get(file);
    if (!rulebook) {
      rulebook = import('./load-rulebook.js').then(({ loadRulebook }) => whenKnown(host, () => loadRulebook(file, host, builtIn))).then(withProof);
      rulebooks.set(file, rulebook);
    }
    return rulebook;
  };

  const ruleSetFor = (rulebook: Rulebook): RuleSet => {
    const ruleSet = ruleSets.get(rulebook.compiled) ?? createRuleSet(rulebook.compiled, null, latest);
    latest = ruleSet;
    ruleSets.set(rulebook.compiled, ruleSet);
    return ruleSet;
  };

  /** Libraries are given to a rule set once, and stay with it. */
  const withLibraries = async (rulebook: Rulebook): Promise<void> => {
    ruleSets.set(rulebook.compiled, withPlainEnglish(ruleSetFor(rulebook), await import('../engine/checks/plain-english/plain-english.js')));
  };

  const withProof = async (rulebook: Rulebook): Promise<Rulebook> => {
    if (!hasExamples(rulebook)) return rulebook;
    if (wantsLibraries(rulebook)) await withLibraries(rulebook);
    return withExamplesRun(rulebook, ruleSetFor(rulebook));
  };

  return {
    rulebookFor,
    async read(path, text, previous) {
      const rulebook = await rulebookFor(path);
      const settings = path === null ? { type: null, template: false } : rulebook.settingsFor(path);
      const context: Context = { ...settings, ...(path === null ? {} : { name: path.slice(path.lastIndexOf('/') + 1) }), people: rulebook.people, today: today() };
      const analysis = analyse(text, ruleSetFor(rulebook), context, previous?.analysis);
      const settled = (read: Analysis): Reading => ({ rulebook, analysis: withWishes(read, rulebook.compiled.rules, context.today) });
      if (!analysis.wantsLibraries) return settled(analysis);
      await withLibraries(rulebook);
      return settled(analyse(text, ruleSetFor(rulebook), context, analysis));
    },
    forget() {
      rulebooks = new Map();
      places = new Map();
    },
  };
}
