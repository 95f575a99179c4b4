/**
 * What the line or heading above a list says for all that stands under it: "Mum will:", "By Friday". It does not read
 * what stands there.
 */
import type { Part } from './action-headings.js';
import type { Words } from './action-said.js';
import { isName } from './action-words.js';

/** What need not be said again further down. */
export type Given = readonly ('who' | 'when' | 'what')[];

/** "Mum will:", "Tasks for Dad:", "By Friday:", or an action that those under it are parts of. */
export function givenBy({ said, plain, names, clauses, dated }: Words): Given {
  const given: ('who' | 'when' | 'what')[] = [];
  if (/\u0001[^\u0001]{0,40}(?:\b(?:to|will|agreed to|offered to)|['’]ll) ?:?$|^\W*\u0001(?:(?:,| and| &|\/) ?\u0001)*(?: \([^)]*\))?\W*$/i.test(said) || /\bfor \u0001\W*$/u.test(said) && !/^(?:us|we)$/i.test(names.at(-1) ?? '') || clauses.some(({ form, passive }) => form === 'task' && !passive)) given.push('who');
  const whole = !/:$/.test(plain) || /\band ?:$/.test(plain);
  if (whole && clauses[0].form !== 'topic') given.push('what');
  if (dated && (whole || /\b(?:by|before|until|till|within|every|each|from|starting|tomorrow|tonight|this (?:week|weekend|month|term)|daily|weekly|(?:mon|tues|wednes|thurs|fri|satur|sun)days)\b/i.test(plain))) given.push('when');
  return given;
}

/** "Nan", "What Nan will do", "By Friday", "This week", as headings of what stands under them. `known` is what the words of the heading are. */
export function givenByHeading({ said, plain, names, dated }: Words, known: Part | null): Given {
  const one = names.length > 0 && !/^(?:we|us|they|services|agencies|professionals|family|the family)$/i.test(names[0]);
  const given: ('who' | 'when')[] = [];
  if (one && /^(?:what )?(?:\u0001(?:(?:,| and| &|\/) ?\u0001)*)(?: \([^)]*\)|:| will\b.*| (?:is|are) going to\b.*|['’]ll\b.*|['’]s (?:part|jobs?|tasks?|actions?))?$/i.test(said)) given.push('who');
  if (given.length === 0 && known === null && isName(plain)) given.push('who');
  if (/^(?:actions? |to do |what .{1,40} )?(?:by|before|until|this|today|tonight|tomorrow|within|every|each|daily|weekly)\b/i.test(plain) && dated) given.push('when');
  return given;
}
