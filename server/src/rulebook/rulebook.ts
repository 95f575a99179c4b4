/**
 * What a rulebook is, and which one holds for a note: the `alongside.yml` nearest above it. It reads no YAML
 * (load-rulebook.ts does, and is loaded only where there is a rulebook to read).
 */
import type { Severity } from '../engine/finding.js';
import type { KnownPeople } from '../engine/people/people.js';
import type { NoteType, Rule } from '../engine/rule.js';
import type { CompiledRules } from '../engine/rule-set.js';
import type { RulebookFile } from './decode/alongside-yml.js';
import type { DecodedRule } from './decode/rule.js';
import type { FileHost } from './files/file-host.js';
import { folderOf } from './files/paths.js';
import type { Problem } from './problem.js';

/** Immutable; `compiled` is what `createRuleSet` takes. */
export interface Rulebook {
  readonly compiled: CompiledRules;
  readonly people: KnownPeople;
  readonly gate: Gate;
  readonly problems: readonly Problem[];
  /** What was noticed on the way and breaks nothing; `adviseOn` says more. */
  readonly advice: readonly Problem[];
  /** Examples that do not do what they say, by rule, for every rule whose examples were run; they are among the problems too. */
  readonly examples: ReadonlyMap<string, readonly Problem[]>;
  /** What its files say, as written; null where there is none. */
  readonly written: Written | null;
  /** Every file it was made from, so that a change of one can be noticed. */
  readonly files: readonly string[];
  /** What its globs say about the note at a path. */
  settingsFor(path: string): NoteSettings;
  /** Whether a glob of `notes:` is about the file at a path. */
  fits(glob: string, path: string): boolean;
}

/** What a rulebook's files say, in the places where they say it. */
export interface Written {
  /** The rules file, then what it builds on. */
  readonly files: readonly RulebookFile[];
  /** Rules of their own, from the files and from packs of their own. */
  readonly own: readonly DecodedRule[];
  /** The built-in packs under what the files choose, before anything is added. */
  readonly base: CompiledRules;
  /** The same before single rules are changed. */
  readonly shipped: readonly Rule[];
}

export interface NoteSettings {
  readonly type: NoteType | null;
  readonly template: boolean;
  /** ISO month or day; records dated before it are finished. Absent where none is set. */
  readonly finalBefore?: string;
}

/** From which severity findings fail a run; null means never. */
export type Gate = { readonly templates: Severity | null; readonly notes: Severity | null } & {
  /** For one kind of record, templates and live ones alike, in place of the two. */
  readonly [Type in NoteType]?: Severity | null;
};

export const RULEBOOK_FILE = 'alongside.yml';
/** Likely slips; found so that they can be told, and never read. */
export const MISNAMED_FILES: readonly string[] = ['alongside.yaml', '.alongside.yml', '.alongside.yaml', 'Alongside.yml', 'alongside.yml.txt'];
export const DEFAULT_GATE: Gate = { templates: 'warning', notes: null };
const NO_SETTINGS: NoteSettings = { type: null, template: false };
export const NOBODY_KNOWN: KnownPeople = { children: [], family: [], professionals: [], services: [] };

/** What is in force where there is no alongside.yml. */
export function defaultRulebook(builtIn: CompiledRules): Rulebook {
  return { compiled: builtIn, people: NOBODY_KNOWN, gate: DEFAULT_GATE, problems: [], advice: [], files: [], examples: new Map(), written: null, settingsFor: () => NO_SETTINGS, fits: () => false };
}

/** Path of the alongside.yml (or of a file that was meant to be one) nearest above a file, or null. Paths use `/`. */
export function findRulebook(notePath: string, host: FileHost): string | null {
  for (let folder = folderOf(notePath); ; folder = folderOf(folder)) {
    for (const name of [RULEBOOK_FILE, ...MISNAMED_FILES]) {
      const path = folder.endsWith('/') ? folder + name : `${folder}/${name}`;
      if (host.exists(path)) return path;
    }
    if (folder === folderOf(folder)) return null;
  }
}

/** From which severity findings of a note fail a run. */
export function gateFor(gate: Gate, type: NoteType | null, template: boolean): Severity | null {
  const own = type === null ? undefined : gate[type];
  return own !== undefined ? own : template ? gate.templates : gate.notes;
}
