/**
 * Runs the checks that read a whole note: what a record of its type should hold. What each looks for is its own
 * business (checks/).
 */
import type { BlockDetail, NoteView } from './checks/note-view.js';
import type { Finding, Strength } from './finding.js';
import type { Block, Note } from './note/note.js';
import type { People } from './people/people.js';
import type { NoteType } from './rule.js';
import type { RuleSet } from './rule-set.js';
import { sameEnds, type Ends } from './same-ends.js';
import { readsType, severityOf } from './settle.js';
import { tokenize, type Tokens } from './words/tokens.js';

/** What the rules that read this type of note raise, and what they are glad of, in no order. */
export function wholeNote(view: NoteView, ruleSet: RuleSet): { readonly findings: readonly Finding[]; readonly strengths: readonly Strength[] } {
  const findings: Finding[] = [];
  const strengths: Strength[] = [];
  for (const { rule: index, check } of ruleSet.noteChecks) {
    const rule = ruleSet.rules[index];
    if (rule.severity === 'off' || !readsType(rule, view.type, view.template)) continue;
    for (const { start, end, message, ask, about, fixes, strength } of check(view)) {
      if (strength) strengths.push({ kind: strength, start, end });
      else findings.push({
        rule: rule.id,
        severity: severityOf(rule, false, view.template),
        message: message ?? rule.why,
        title: rule.title,
        ...(ask ? { ask } : {}),
        ...(about ? { about } : {}),
        start,
        end,
        fixes: fixes ?? [],
      });
    }
  }
  return { findings, strengths };
}

/** A block that has been read. */
export interface KnownBlock {
  readonly detail: BlockDetail;
  /** What checks made of it, by their names. */
  readonly made: Map<string, unknown>;
}

/** What checks made of a note's blocks when it was last read: what an edit leaves alone is not asked for again. */
export interface MadeOfNote {
  /** By a check's name, in the order of the note's blocks as they were then. Brought up to date in place. */
  readonly made: Map<string, { blocks: readonly KnownBlock[]; readonly values: unknown[] }>;
  /** By headings. */
  headings: ReadonlyMap<string, Tokens>;
}

export function madeOfNothing(): MadeOfNote {
  return { made: new Map(), headings: new Map() };
}

/** `read` says what is known of a block, and holds what checks make of it; `before` is added to. */
export function noteView(note: Note, type: NoteType | null, template: boolean, people: People, read: (block: Block) => KnownBlock, before: MadeOfNote): NoteView {
  const shared = new Map<string, unknown>();
  let blocks: readonly KnownBlock[] | null = null;
  // Most checks looked at the note when it was last read: what has changed since is worked out once for them all.
  let since: { readonly blocks: readonly KnownBlock[]; readonly ends: Ends } | null = null;
  const endsSince = (then: readonly KnownBlock[], now: readonly KnownBlock[]): Ends => {
    if (since?.blocks !== then) since = { blocks: then, ends: sameEnds(now, then, (one, other) => one === other) };
    return since.ends;
  };
  const ofBlock = <T>(block: Block, name: string, make: () => T): T => {
    const { made } = read(block);
    let value = made.get(name) as T | undefined;
    if (value === undefined && !made.has(name)) made.set(name, (value = make()));
    return value as T;
  };
  const once = <T>(key: string, make: () => T): T => {
    if (!shared.has(key)) shared.set(key, make());
    return shared.get(key) as T;
  };
  return {
    note,
    type,
    template,
    people,
    detail: (block) => read(block).detail,
    ofBlock,
    ofBlocks<T>(name: string, make: (block: Block, detail: BlockDetail) => T): readonly T[] {
      blocks ??= note.blocks.map(read);
      let known = before.made.get(name) as { blocks: readonly KnownBlock[]; readonly values: T[] } | undefined;
      if (known?.blocks === blocks) return known.values;
      if (known === undefined) {
        if (before.made.size >= MOST_NAMES) before.made.clear();
        before.made.set(name, (known = { blocks: [], values: [] }));
      }
      const { head, tail } = endsSince(known.blocks, blocks);
      const come = note.blocks.slice(head, blocks.length - tail).map((block) => ofBlock(block, name, () => make(block, read(block).detail)));
      const { values } = known;
      // Typing inside a block leaves the others where they are.
      if (values.length === blocks.length) come.forEach((value, at) => (values[head + at] = value));
      else {
        const after = values.splice(head);
        for (const value of come) values.push(value);
        for (let at = after.length - tail; at < after.length; at++) values.push(after[at]);
      }
      known.blocks = blocks;
      return known.values;
    },
    headings: () =>
      once('headings', () => {
        const known = new Map<string, Tokens>();
        const tokens = note.sections.map(({ heading }) => {
          const words = known.get(heading) ?? before.headings.get(heading) ?? tokenize(heading);
          known.set(heading, words);
          return words;
        });
        before.headings = known;
        return tokens;
      }),
    once,
  };
}

/** More are names that are no longer asked for. */
const MOST_NAMES = 100;
