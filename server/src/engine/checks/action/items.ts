/**
 * The actions of a list: its items, and what the items above them say for those within. It does not know where the list
 * stands, only what kind of part that is.
 */
import type { Block } from '../../note/note.js';
import { isField, recordsIn, withFields, type Line } from './fields.js';
import { givenBy, type Given } from './given.js';
import type { Part } from './headings.js';
import type { Action } from './reading.js';
import { isBlank } from './rows.js';
import { readWords, wordsIn, type Words } from './said.js';
import { isTask } from './task.js';
import { sentencesIn } from './pieces.js';
import { PERSON, wordsOf } from './words.js';
import type { NoteView } from '../note-view.js';

/** The actions among the items of a list. `above` is what stands over them, `first` the index of the section's first block. */
export function itemsOf(view: NoteView, items: readonly Block[], part: Part, above: Given, first: number): readonly Action[] {
  const stack: { indent: number; given: Given }[] = [];
  return withFields(items.flatMap((block, i): Line | readonly Line[] => {
    const indent = indentOf(view.note.text, block.start);
    while (stack.length > 0 && stack[stack.length - 1].indent >= indent) stack.pop();
    const given = [...new Set([...above, ...(stack.at(-1)?.given ?? [])])];
    const words = wordsIn(view, block);
    const records = isTicked(view, block) ? null : recordsIn(view, block, part, block.index - first, given);
    if (records) return records.map((action) => ({ action, words: action.words }));
    const parent = i + 1 < items.length && indentOf(view.note.text, items[i + 1].start) > indent;
    if (parent) {
      stack.push({ indent, given: [...given, ...givenBy(words)] });
      if (/:$/.test(words.plain) || (wordsOf(words.said).length < 4 && !isField(wordsIn(view, items[i + 1])))) return { action: null, words };
    }
    const task = !given.includes('what') && !isTicked(view, block) && isTaskHere(view, block, words, part);
    const line: Line = { action: task ? wordedAction('item', block, block.index - first, words, given) : null, words };
    const left = task ? leftBehind(view, block) : [];
    if (left.length === 0) return line;
    const rest = readWords(view, block, left[0].from, left[left.length - 1].to);
    return [line, { action: { ...wordedAction('item', block, block.index - first, rest, given), says: left }, words: rest }];
  }));
}

/** "I will ask the school by Friday. Direct work will be undertaken in due course.": what is left to nobody is a task of its own. */
function leftBehind(view: NoteView, block: Block): readonly Words[] {
  if (!LEFT.test(block.content.prose)) return [];
  return view.ofBlock(block, 'action left behind', () => sentencesIn(view, block, 0, block.content.prose.length).slice(1).filter(({ clauses: [first], plain }) => first.form === 'task' && first.passive && first.subject !== '' && !first.subject.includes(PERSON) && LEFT.test(`. ${plain}`)));
}

const LEFT = /[.;] [A-Z][^.;:,]{2,60} (?:will|is to|are to|needs? to|to) (?:also |then |both )?be [a-z]+/u;

/** What is to be done, told in words alone: no cell or field says who and when. `at` is the block's place in its section. */
export function wordedAction(form: Action['form'], { content }: Block, at: number, words: Words, given: Given): Action {
  return { form, content, at, words, who: null, when: null, owner: null, given };
}

/** Whether most of a list under a heading that says nothing is put as tasks: "Nan will …", "Form to be …". */
export function isPlanned(view: NoteView, items: readonly Words[]): boolean {
  return items.length > 1 && view.type !== 'letter' && items.filter(({ planned, said }) => planned || TO_DO.test(said)).length * 2 >= items.length;
}

/** "Chase the nursery", "need to see the children", "someone to tell Nan", "minutes still to type": what an office leaves. */
const TO_DO = /^(?:needs? )?(?:to )?(?:chase|email|refer|liaise|arrange|book|update|follow up|contact|ring|phone|send|bleep|nudge|badger|ping|fax|log|rebook|rearrange|remind|notify|escalate|find out|check (?:with|whether|if|that)|speak to|get (?:hold|on to|back to)) [^:]|^some(?:one|body) to (?!(?:talk|turn|go|speak) to|be|listen|trust|play|share|look up)[a-z]|^(?:needs?|still|have) to (?:ring|see|chase|tell|ask|check|book|find|send) |\b(?:needs? (?:[a-z]+ing|doing)|not (?:yet )?(?:sent|done|typed|booked|started|returned|signed)|outstanding|overdue|out of date)\.?$/iu;

/** Whether words of a block are a task where they stand. */
export function isTaskHere(view: NoteView, block: Block, words: Words, part: Part): boolean {
  if (block.content.quoted || isBlank(view, block) || (part === 'unsaid' && view.type === 'letter')) return false;
  const known = view.ofBlock(block, TASKS[part], () => new Map<number, boolean>());
  let task = known.get(words.from);
  if (task === undefined) known.set(words.from, (task = !isSpoken(view, block) && isTask(words, part)));
  return task;
}

/** Under what is remembered which words of a block are tasks, by where they begin. */
const TASKS: Readonly<Record<Part, string>> = { actions: 'action tasks', decisions: 'action tasks decided', other: 'action tasks other', unsaid: 'action tasks unsaid' };

function isSpoken(view: NoteView, block: Block): boolean {
  return view.detail(block).speech.some(({ start, end }) => end - start > block.content.prose.length * MOSTLY);
}

/** So much of a line in quotation marks is somebody's words and not a task. */
const MOSTLY = 0.6;

/** "[ ] Ring Nan": boxes to tick are for what is to be done. */
export function isChecklist(view: NoteView, items: readonly Block[]): boolean {
  return items.every(({ start }) => /\[[ xX]\]\s*$/.test(view.note.text.slice(Math.max(0, start - 6), start)));
}

function isTicked(view: NoteView, { start }: Block): boolean {
  return /\[[xX]\]\s*$/.test(view.note.text.slice(Math.max(0, start - 6), start));
}

/** Of the item's mark, since what follows "9." and "10." begins at different columns. */
function indentOf(text: string, start: number): number {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  let at = line;
  while (at < start && (text[at] === ' ' || text[at] === '>' || text[at] === '\t')) at++;
  return at - line;
}
