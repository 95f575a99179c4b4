/**
 * Runs the checks that read a whole note: what a record of its type should hold. What each looks for is its own
 * business (checks/).
 */
import type { BlockDetail, NoteView } from './checks/note-view.js';
import type { Finding } from './finding.js';
import type { Block, Note } from './note.js';
import { findPeople, NOBODY, type People } from './people.js';
import type { NoteType } from './rule.js';
import type { RuleSet } from './rule-set.js';
import { readsType, severityOf } from './settle.js';
import { tokenize } from './tokens.js';
import { findSpeech } from './voices.js';

/** Findings of the rules that read this type of note, in no order. */
export function wholeNote(view: NoteView, ruleSet: RuleSet): readonly Finding[] {
  return ruleSet.noteChecks.flatMap(({ rule: index, check }) => {
    const rule = ruleSet.rules[index];
    if (rule.severity === 'off' || !readsType(rule, view.type, view.template)) return [];
    return check(view).map(({ start, end, message, ask }): Finding => ({
      rule: rule.id,
      severity: severityOf(rule, false, view.template),
      message: message ?? rule.why,
      title: rule.title,
      ...(ask ? { ask } : {}),
      start,
      end,
      fixes: [],
    }));
  });
}

export function noteView(note: Note, type: NoteType | null, template: boolean, people: People): NoteView {
  const details = new Map<Block, BlockDetail>();
  const shared = new Map<string, unknown>();
  const detail = (block: Block): BlockDetail => {
    const known = details.get(block);
    if (known) return known;
    const tokens = tokenize(block.content.prose);
    const { edges } = findPeople(tokens, people, NOBODY, block.content.prose);
    const made = { tokens, people: edges, speech: findSpeech(block.content, people, NOBODY, { tokens, edges }) };
    details.set(block, made);
    return made;
  };
  return {
    note,
    type,
    template,
    people,
    detail,
    once<T>(key: string, make: () => T): T {
      if (!shared.has(key)) shared.set(key, make());
      return shared.get(key) as T;
    },
  };
}
