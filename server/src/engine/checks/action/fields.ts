/**
 * Labelled fields: lines that say who or when for the action above them ("Who: Priti", "By when: 3 June"), and blocks
 * that hold all of an action ("What: … Who: … By: …"), read as a row of a table is. It does not judge what they say.
 */
import type { Block } from '../../note/note.js';
import { isDone, saysDone } from './done.js';
import type { Given } from './given.js';
import type { Part } from './headings.js';
import type { Action } from './reading.js';
import { wordsAt, wordsFrom, type Words } from './said.js';
import type { NoteView } from '../note-view.js';

const FIELD = /^(?:(who|by whom|lead|owner|responsible|person responsible)|(when|by when|date|timescale|deadline|due|by)) ?(?::|[–—-]) ?/i;

/** A line, and the action that it is if it is one. */
export interface Line {
  readonly action: Action | null;
  readonly words: Words;
}

/** The actions with the lines among them that only say who or when folded into the one before. `null` is such a line. */
export function withFields(lines: readonly Line[]): readonly Action[] {
  const actions: Action[] = [];
  for (const { action, words } of lines) {
    const field = FIELD.exec(words.said);
    const above = actions.at(-1);
    if (!field) {
      if (action) actions.push(action);
    } else if (above) {
      const said = words.said.slice(field[0].length);
      const plain = words.plain.slice(field[0].length);
      actions[actions.length - 1] = field[1] === undefined ? { ...above, when: plain } : { ...above, who: plain, owner: wordsFrom(words, plain, said) };
    }
  }
  return actions;
}

export function isField({ said }: Words): boolean {
  return FIELD.test(said);
}

/** The actions of a block that is made of labelled fields; null where it is not. Where nothing else tells, its labels must. */
export function recordsIn(view: NoteView, block: Block, part: Part, at: number, given: Given): readonly Action[] | null {
  if (part === 'other' || block.content.quoted || view.type === 'letter') return null;
  const fields = fieldsOf(block.content.prose);
  const has = (role: Role): boolean => fields.some((field) => field.role === role);
  const whole = has('what') ? has('who') || has('when') : has('who') && has('when') && fields[0].from > 0;
  if (!whole || (part === 'unsaid' && !fields.some(({ label }) => PLAINLY.test(label)))) return null;
  return recordsOf(fields).flatMap((record, i) => recordOf(view, block, at, given, record, i === 0 ? 0 : record[0].from));
}

type Role = 'what' | 'who' | 'when' | 'done' | 'other';

/** Offsets into the block's prose: of the label, and of what it labels. */
interface Field {
  readonly role: Role;
  readonly label: string;
  readonly from: number;
  readonly start: number;
  readonly end: number;
}

/** Where a label begins: at the start of a line or a sentence, or behind a bar or a dash. */
const LABEL = /(?:^|[.;!?…|·•–—,][\s\u2060]+|[\n\u2029])[\s\u2060]*([A-ZÀ-Þ][A-Za-zÀ-ɏḀ-ỿ’' /]{0,30}?\d{0,2})\??[\s\u2060]*:[\s\u2060]*/gu;
/** Labels of tasks, and not of what happened when. */
const PLAINLY = /^(?:by(?: when| whom)?|when by|who by|deadline|due.*|timescale|timeframe|target date|lead|owner|responsible|person responsible|action.*|task.*|next step.*)$/i;
const ROLES: readonly (readonly [Role, RegExp])[] = [
  ['what', /^(?:what|how|(?:(?:our|the|agreed|next|first) )?(?:actions?|tasks?|steps?|jobs?) ?\d*|(?:what|how) (?:we|i)(?:['’]ll| will) do(?: it)?|what (?:will happen|will be done|needs to happen|needs to be done|we agreed))$/i],
  ['who', /^(?:who|by whom|whose job|lead|owner|responsible|person responsible|who by|done by|who (?:will|does|is doing) .*)$/i],
  ['when', /^(?:when|by when|when by|by|date|timescale|timeframe|deadline|due|due (?:date|by)|target date|start date|from when|complete by|to be done by)$/i],
  ['done', /^(?:done|met|achieved|status|progress|completed|update|so far)$/i],
];

function fieldsOf(prose: string): readonly Field[] {
  if (!prose.includes(':')) return [];
  const labels = [...prose.matchAll(LABEL)];
  return labels.map((match, i) => ({ role: ROLES.find(([, label]) => label.test(match[1]))?.[0] ?? 'other', label: match[1], from: match.index + match[0].indexOf(match[1]), start: match.index + match[0].length, end: labels[i + 1]?.index ?? prose.length }));
}

/** Each begins where its task does, after one that has said who or when; what stands before the first is its title. */
function recordsOf(fields: readonly Field[]): readonly (readonly Field[])[] {
  const records: Field[][] = [[]];
  for (const field of fields) {
    const last = records[records.length - 1];
    if (field.role === 'what' && last.some(({ role }) => role === 'what')) records.push([field]);
    else last.push(field);
  }
  return records;
}

/** What stands before the first label is a title, as are the words of a label that is none of these: "Target 3: Self-esteem." */
function recordOf(view: NoteView, block: Block, at: number, given: Given, fields: readonly Field[], from: number): readonly Action[] {
  const read = (role: Role): Words | null | undefined => {
    const field = fields.find((one) => one.role === role);
    return field && saying(wordsAt(view, block, field.start, field.end));
  };
  const [what, who, when, done] = [read('what'), read('who'), read('when'), read('done')];
  const [{ role, from: label, end }] = fields;
  const title = saying(wordsAt(view, block, from, label)) ?? (role === 'other' ? wordsAt(view, block, label, end) : what) ?? wordsAt(view, block, label, end);
  const task = what === undefined ? title : what;
  if ([title, task, who, when].some((words) => words && saysDone(words)) || (done && isDone(done))) return [];
  const meant = (['what', 'who', 'when'] as const).filter((part) => view.template && read(part) === null);
  return [{
    form: 'item', content: block.content, at, words: title, says: task ? [task] : [], owner: who ?? null,
    who: who === undefined ? null : who?.plain ?? '', when: when === undefined ? null : when?.plain ?? '', given: [...given, ...meant],
  }];
}

/** Null for a field that is left blank. */
function saying(words: Words): Words | null {
  return /[\p{L}\p{N}]/u.test(words.plain) ? words : null;
}
