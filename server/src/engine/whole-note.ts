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
import { readsType, severityOf } from './settle.js';

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

/** `read` says what is known of a block, and holds what checks make of it. */
export function noteView(note: Note, type: NoteType | null, template: boolean, people: People, read: (block: Block) => KnownBlock): NoteView {
  const shared = new Map<string, unknown>();
  return {
    note,
    type,
    template,
    people,
    detail: (block) => read(block).detail,
    ofBlock<T>(block: Block, name: string, make: () => T): T {
      const { made } = read(block);
      if (!made.has(name)) made.set(name, make());
      return made.get(name) as T;
    },
    once<T>(key: string, make: () => T): T {
      if (!shared.has(key)) shared.set(key, make());
      return shared.get(key) as T;
    },
  };
}
