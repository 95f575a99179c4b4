/**
 * What the line or heading above a list says for all that stands under it: "Mum will:", "By Friday". It does not read
 * what stands there.
 */
import type { Part } from './headings.js';
import type { Block } from '../../note/note.js';
import { sentencesIn } from './pieces.js';
import type { Words } from './said.js';
import { isName } from './words.js';
import type { NoteView } from '../note-view.js';

/** What need not be said again further down. */
export type Given = readonly ('who' | 'when' | 'what')[];

/** "Mum will:", "Tasks for Dad:", "By Friday:", or an action that those under it are parts of. */
export function givenBy({ said, plain, names, clauses, dated }: Words): Given {
  const given: ('who' | 'when' | 'what')[] = [];
  if (/\u0001[^\u0001]{0,40}(?:\b(?:(?<!\b(?:got|get|come|came|gone|stand) )to|will)|['’]ll) ?:?$|\b(?:agrees?|undertakes?)(?: to)?\W*$|^\W*\u0001(?:(?:,| and| &|\/) ?\u0001)*(?: \([^)]*\))?\W*$/i.test(said) || named(plain) || /^what \u0001(?:['’](?:m|re)| am| are| is) (?:doing|going to do)\b/iu.test(said) || /\bfor \u0001\W*$/u.test(said) && !/^(?:us|we)$/i.test(names.at(-1) ?? '') || clauses.some(({ form, passive, subject }) => form === 'task' && !passive && !LEFT.test(subject))) given.push('who');
  const whole = !/:$/.test(plain) || /\band ?:$/.test(plain);
  if (whole && clauses[0].form !== 'topic') given.push('what');
  if (dated && (whole || /\b(?:by|before|until|till|within|every|each|from|starting|tomorrow|tonight|this (?:week|weekend|month|term)|daily|weekly|(?:mon|tues|wednes|thurs|fri|satur|sun)days)\b/i.test(plain))) given.push('when');
  return given;
}

/** "Left to do:" names nobody. */
const LEFT = /^(?:left|still|yet|things?|what['’]s left|remaining|outstanding|next)$/i;

/** "Priya Nair will:", "Jobs for Amina:", where the note has not said who that is. */
function named(plain: string): boolean {
  const name = /^(.{2,40}?)(?: (?:will|to|has agreed to|agreed to|is going to)|['’]ll) ?:?$/u.exec(plain) ?? /\bfor ([A-ZÀ-Þ].{1,40}?) ?:?$/u.exec(plain);
  return name !== null && name[1].split(/(?: and|,| ?\/| &) ?/).every(isName);
}

/** "Nan", "What Nan will do", "By Friday", "This week", as headings of what stands under them. `known` is what the words of the heading are. */
export function givenByHeading({ said, plain, names, dated }: Words, known: Part | null): Given {
  const one = names.length > 0 && !/^(?:we|us|they|services|agencies|professionals|family|the family)$/i.test(names[0]);
  const given: ('who' | 'when')[] = [];
  if (one && /^(?:what )?(?:\u0001(?:(?:,| and| &|\/) ?\u0001)*)(?: \([^)]*\)|:| will\b.*| (?:is|are) going to\b.*|['’]ll\b.*|['’]s (?:part|jobs?|tasks?|actions?))?$/i.test(said)) given.push('who');
  if (given.length === 0 && /^what (?!We\b|Every|All\b)[A-ZÀ-Þ][A-Za-zÀ-ɏḀ-ỿ’'-]+ (?:will|is going to|agreed to|has agreed to)\b/u.test(plain.replace(/^W/, 'w'))) given.push('who');
  if (given.length === 0 && ((known === null && isName(plain)) || /\b(?:agrees?|undertakes?)(?: to)?:?$/i.test(plain))) given.push('who');
  if (/^(?:actions? |to do |what .{1,40} |[a-z]+ \()?(?:by|before|this|today|tonight|tomorrow|within|every|each|daily|weekly)\b/i.test(plain) && dated && !/\b(?:before|by) [a-z]+ing\b/.test(plain)) given.push('when');
  return given;
}

/** What a paragraph says of all the tasks that follow it: "Everything here is to be done by Friday, unless another day is given." */
export function givenForAll(view: NoteView, block: Block): Given {
  if (!/\b(?:everything|all|each|these|unless)\b/i.test(block.content.prose)) return [];
  return view.ofBlock(block, 'action for all', () => sentencesIn(view, block, 0, block.content.prose.length).filter(isForAll).flatMap(({ said, dated }) => [...(dated ? (['when'] as const) : []), ...(ALL_THEIRS.test(said) ? (['who'] as const) : [])]));
}

/** Whether a sentence speaks of all tasks at once, and is none. */
export function isForAll({ said, dated }: Words): boolean {
  return MAY_BE_FOR_ALL.test(said) && (ALL_THEIRS.test(said) || (dated && ALL_TASKS.test(said)));
}

const TASKS = String.raw`(?:actions?|steps?|tasks?|jobs?|points?|items?|recommendations?|promises?)`;
/** A quick look: long patterns take a moment to prepare, and few sentences need them. */
const MAY_BE_FOR_ALL = new RegExp(String.raw`^(?:unless|everything|all|each|these)\b|^\u0001.* (?:all|everything|each)\b|^(?:by|before|within|dates|${TASKS})\b[^]*\bunless\b`, 'i');
const ALL_TASKS = new RegExp(
  String.raw`^(?:unless [^,]{1,60}, )?(?:everything (?:here|below|above|in this plan|on this list|that follows|is|to be|will|should|must|by|has|needs)\b|all (?:of )?(?:(?:this|these|it)(?: ${TASKS})?|(?:the |our |these )?(?:agreed |following |other )?${TASKS}|dates|the below|the following) (?:here |below |above |agreed )?(?:is|are|to|will|should|must|by|before|within|need|has|have|for)\b|each (?:of these|${TASKS}) (?:is|to|will|should|must|by|before|within|needs|has)\b|these (?:${TASKS} )?(?:are|to be|will|should|must|need|have|by)\b|(?:by|before|within) [^,]{1,50} unless\b|(?:${TASKS}|dates) (?:are |to be |will be )?(?:due |done |completed? |finished )?(?:by|before|within)\b.*\bunless\b)`, 'iu',
);
const ALL_THEIRS = new RegExp(String.raw`^\u0001(?:(?:,| and| &) ?\u0001)* (?:will|is to|are to|to|is going to|has agreed to|agreed to) (?:do|take on|carry out|see to|lead on|own) (?:all|everything|each)\b|^(?:all (?:of )?(?:this|these|the |our )?\s?${TASKS}?|everything(?: here| below)?) (?:is|are) (?:for |down to |with )?\u0001(?:\b|$|['’]s\b)|^unless (?:a|another|somebody|someone)\b[^,]{1,40}, (?:it(?:['’]s| is) |this is )?(?:for |down to )?\u0001(?: |\.|$)`, 'iu');
