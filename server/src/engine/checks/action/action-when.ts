/**
 * Whether words say when: a date, a weekday, a rhythm, or an event to do it by. It does not know the calendar, nor
 * whether a day is past.
 */

import type { Tokens } from '../../words/tokens.js';

/** Total; linear in `text`, in which people are `PERSON`. */
export function saysWhen(text: string): boolean {
  return PATTERNS.some((pattern) => pattern.test(text));
}

/**
 * Whether words of `prose` between two offsets may say when, as far as the words alone tell: without a number and
 * without one of these words they do not. `tokens` are the words of `prose`.
 */
export function mayBeDated(prose: string, { count, starts, ends, forms }: Tokens, from: number, to: number): boolean {
  // Words run together across such marks.
  if (/[_\uFFFC\u017F]/.test(prose)) return true;
  for (let i = 0; i < count && starts[i] < to; i++) {
    if (ends[i] <= from) continue;
    const form = forms[i];
    const first = form.charCodeAt(0);
    if (first < 97 || first > 122 || TIMELY.has(form)) return true;
  }
  return false;
}

// Each way of saying when that has no figure in it holds one of these.
const TIMELY: ReadonlySet<string> = new Set((
  'january jan february feb march mar april apr may june jun july jul august aug september sept sep october oct november nov december dec ' +
  'mon mons monday mondays tue tues tuesday tuesdays wed weds wednesday wednesdays thu thus thur thurs thursday thursdays fri fris friday fridays sat sats saturday saturdays sun suns sunday sundays ' +
  'today tonight tomorrow daily nightly weekly biweekly fortnightly monthly termly quarterly annually every overnight straight straightaway starting before until till whenever when once after soon ' +
  'day days week weeks wk wks month months mth mths hour hours hr hrs fortnight fortnights term terms minute minutes min mins night weekend weekends morning evening afternoon weekday ' +
  'lunchtime lunch bedtime bedtimes mealtime meal half time holiday holidays visit session now then birth teatime tea noon close cop ' +
  'core review reviews meeting conference hearing court panel supervision year appointment birthday summer autumn winter spring end start exam exams discharge release statement ' +
  'christmas xmas easter eid diwali ramadan'
).split(' '));

const MONTH = '(?:january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct|november|nov|december|dec)';
const DAY = '(?:mon|monday|tue|tues|tuesday|wed|weds|wednesday|thu|thur|thurs|thursday|fri|friday|sat|saturday|sun|sunday)s?';
const NUMBER = '(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|few|couple of)';
const UNIT = '(?:(?:working|school|calendar) )?(?:day|week|wk|month|mth|hour|hr|fortnight|term|minute|min)s?';
const TIME = `(?:day|night|week|weekend|month|morning|evening|afternoon|weekday|school day|lunch ?time|bedtime|meal ?time|term|half[- ]term|fortnight|time|hour|holidays?|visit|session|${NUMBER} ${UNIT}|${DAY})`;
// What a plan may hang a task on.
const EVENT =
  '(?:core groups?|reviews?|meeting|conference|visit|hearing|court|panel|session|supervision|birth|holidays?|half[- ]term|term|weekend|week|month|year|appointment|christmas|xmas|easter|eid|diwali|ramadan|birthday|summer|autumn|winter|spring|end|start|then|exams?|discharge|release|statement)';

// Letters spelt out, and no `u`: a pattern that ignores case over all of Unicode takes tens of milliseconds to prepare.
const L = 'a-zA-Z\u00c0-\u024f';
const either = (...parts: readonly string[]): RegExp => new RegExp(`(?<![${L}0-9])(?:${parts.join('|')})(?![${L}0-9])`, 'i');

const PATTERNS: readonly RegExp[] = [
  // 14/01, 14.1.25, 2025-01-14, the 14th
  /(?<![\d/.])\d{1,2}[/.-]\d{1,2}(?:[/.-](?:\d{4}|\d{2}))?(?![\d/]|[.-]\d)|(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)|(?<!\d)\d{1,2}(?:st|nd|rd|th)(?!\p{L})/u,
  either(
    `\\d{1,2} ?(?:of )?${MONTH}`, `${MONTH}\\.? \\d{1,4}`, `(?:in|by|from|until|before|early|mid|late|end of|spring|summer|autumn|winter) 20\\d\\d`,
    `(?:by|in|from|until|till|before|after|during|through|early|mid|late|end of|(?:beginning|middle|start|first week|last week) of) ${MONTH}`,
    '(?:january|february|april|june|july|september|october|november|december)',
    '(?:mon|tues|wednes|thurs|fri|satur|sun)days?', 'weds', 'thurs', 'tues',
  ),
  either(
    'today', 'tonight', 'tomorrow', 'this (?:morning|afternoon|evening|week|weekend|month|term|half[- ]term)', `next (?:${TIME}|${EVENT})`, 'daily', 'nightly', '(?:bi-?)?weekly', 'fortnightly', 'monthly', 'termly', 'quarterly', 'annually',
    `(?:each|every|per) (?:single )?${TIME}`, `every other [${L}]+`, `every [${L}]+day`, `(?:once|twice|[${L}]+ (?:times|days|nights|evenings|hours|visits|mornings|afternoons|sessions)|\\d+ ?(?:x|times|days|nights|evenings|hours|visits|mornings|afternoons|sessions)|one (?:evening|night|day|afternoon|morning)) (?:a|an|per|each|every) ${TIME}`,
    `(?:within|in|over|for|after|under) (?:the )?(?:next |first |coming |last )?${NUMBER} ${UNIT}`, `\\d+ ?${UNIT}`, 'same day', 'straight ?away', 'day (?:and|or) night', 'overnight',
    '(?:from|starting|as of|by|before) (?:now|then|birth|lunch|teatime|tea|bedtime|noon|close of play|cop)', 'starting',
  ),
  either(
    `(?:by|before|after|until|till|at|from|over|during|ahead of|prior to|following|in time for) (?:(?:the|our|his|her|their|my|your|this|next|first|final|initial|last|coming|child protection|legal|planning|\u0001|\u0001['’]s|${EVENT}) )*${EVENT}`,
    'in the (?:holidays|school holidays|morning|evening|new year|summer|spring|autumn|winter)', '(?:start|end|first day|last day|beginning|middle) of (?:the )?(?:week|month|term|year|day)', 'half[- ]term', 'school holidays', '(?:after|before) (?:school|breakfast|nursery|work|college)', 'at (?:weekends?|bedtimes?|night)', 'weekends',
    `(?:before|until|till|whenever|by the time|the (?:day|morning|night)) (?!possible|able|again|and )[${L}\u0001’']+`,
    `(?:when|once|after|as soon as) (?!possible|able|available|needed|necessary|required|appropriate|ready|practicable|practical|agreed|school )(?:[${L}\u0001’']+)`,
  ),
  // Only with a capital are these days and months, and not verbs and nouns.
  /(?<![\p{L}\p{N}])(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|March|May|August|Christmas|Xmas|Easter|Eid|Diwali|Ramadan)(?![\p{L}\p{N}])/u,
];
