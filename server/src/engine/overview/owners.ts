/**
 * Whose an action is, by name: the cell that says so, the doer its words begin with, a name at their end, or the line
 * over its list. It asks only of actions of which the checks have found that somebody is named.
 */
import type { PlacedAction } from '../checks/action/reading.js';
import { wordsIn, type Words } from '../checks/action/said.js';
import type { NoteView } from '../checks/note-view.js';

/** As they stand in the note; one name in full for its shorter forms ("Joel" for "Joel Whitlock"). Empty in doubt. */
export function ownersOf(action: PlacedAction, view: NoteView): readonly string[] {
  const own = namesFrom(action);
  const names = own.length > 0 || !action.given.includes('who') ? own : namesAbove(action, view);
  return [...new Set(names.flatMap(parted).map((name) => inFull(name, view)))];
}

function namesFrom({ owner, who, words }: PlacedAction): readonly string[] {
  if (owner !== null && who !== null && who !== '') return owner.names.length > 0 ? owner.names : parted(who);
  return doers(words);
}

/** People before the verb, a label ("SW: chase"), or a name after a dash, in brackets or after "by". */
function doers({ said, plain, names, clauses }: Words): readonly string[] {
  for (const { form, subject, passive } of clauses) {
    if (form !== 'task' || passive || subject === '') continue;
    const count = subject.split(PERSON).length - 1;
    if (count === 0) return parted(subject);
    const before = said.slice(0, said.indexOf(subject)).split(PERSON).length - 1;
    return names.slice(before, before + count);
  }
  if (said.startsWith(PERSON)) {
    const lead = /^\u0001(?:(?:,| and| &| ?\/) ?\u0001)*/u.exec(said)![0];
    return names.slice(0, lead.split(PERSON).length - 1);
  }
  const label = clauses[0].form === 'order' ? null : /^([A-ZÀ-ÞĀ-ɏḀ-ỿ][^:–—]{0,30}?)(?::| [–—-]) /u.exec(plain);
  if (label) return parted(label[1]);
  const end = /(?:\s[–—-]\s|\(|\bby )\s*((?:the |our )?[A-ZÀ-ÞĀ-ɏḀ-ỿ\u0001][^,()]{0,30}?)(?:[,)].*|\.|$)/u.exec(said);
  if (!end) return [];
  if (!end[1].includes(PERSON)) return parted(end[1]);
  const before = said.slice(0, end.index).split(PERSON).length - 1;
  return names.slice(before, before + end[1].split(PERSON).length - 1);
}

/** Of the line over the list ("Mum will:"), else of the heading. */
function namesAbove({ block }: PlacedAction, view: NoteView): readonly string[] {
  const { blocks } = view.note;
  for (let at = block.index - 1; at >= 0 && blocks[at].section === block.section; at--) {
    const { kind } = blocks[at].content;
    const { names, plain } = wordsIn(view, blocks[at]);
    if (kind !== 'paragraph' && kind !== 'heading') {
      if (plain.endsWith(':') && names.length > 0) return names;
      continue;
    }
    return names.length > 0 ? names.slice(0, 3) : kind === 'heading' ? [plain.replace(/:$/, '')] : [];
  }
  return [];
}

function parted(text: string): readonly string[] {
  return text.split(/,|;|\/|&|\band\b|\+/u).map((name) => name.replace(/\([^)]*\)/gu, '').trim()).filter((name) => /\p{L}/u.test(name));
}

/** A first name stands for the whole name where one person only has it. */
function inFull(name: string, { people }: NoteView): string {
  const same = people.members.filter((member) => member.name === name || member.name.startsWith(`${name} `));
  return same.length === 1 ? same[0].name : name;
}

const PERSON = '\u0001';
