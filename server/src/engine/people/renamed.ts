/**
 * What an edit of names changes: which names mean something else now, and which a block may hold. It does not know what
 * is made of either.
 */
import type { Alias, People } from './people.js';
import type { Tokens } from '../words/tokens.js';

/** From one lexicon (its key) to another: the first forms of names that mean something else now. */
export interface Renamed {
  readonly from: string;
  readonly names: ReadonlySet<string>;
}

/** Null where any block may read otherwise. A block without these names reads the same under both. */
export function renamedSince(before: People, now: People): Renamed | null {
  if (before.knowsFamilyName !== now.knowsFamilyName || before.reader?.name !== now.reader?.name || before.reader?.groups !== now.reader?.groups) return null;
  const names = new Set<string>();
  for (const [then, those] of [[before.names, now.names], [before.surnames, now.surnames]]) {
    for (const form of [...then.keys(), ...those.keys()]) if (!sameAliases(then.get(form), those.get(form))) names.add(form);
  }
  return { from: before.key, names };
}

/** Forms of a block's words that may be somebody's name: those with a capital, and "dunmore" of "the Dunmores". */
export function nameForms(tokens: Tokens, prose: string): readonly string[] {
  const forms = new Set<string>();
  for (let i = 0; i < tokens.count; i++) {
    const code = prose.charCodeAt(tokens.starts[i]);
    const form = tokens.forms[i];
    if ((code >= 97 && code <= 122) || code === form.charCodeAt(0)) continue;
    forms.add(form);
    if (form.endsWith('s') && tokens.forms[i - 1] === 'the') forms.add(form.slice(0, -1));
  }
  return [...forms];
}

function sameAliases(a: readonly Alias[] | undefined, b: readonly Alias[] | undefined): boolean {
  return a !== undefined && b !== undefined && a.length === b.length && a.every(({ forms, groups }, at) => groups === b[at].groups && forms.length === b[at].forms.length && forms.every((form, i) => form === b[at].forms[i]));
}
