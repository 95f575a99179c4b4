/**
 * Whether words say when: a date, a weekday, a rhythm, or an event to do it by. It does not know the calendar, nor
 * whether a day is past. It reads word by word, because regular expressions for all of this take long to prepare.
 */
import { isFigure } from '../../words/letters.js';
import { PERSON } from './words.js';

/** Total; linear in `text`, in which people are `PERSON`. */
export function saysWhen(text: string): boolean {
  const line = lineOf(text);
  return (line.figures && (DATE.test(text) || ORDINAL.test(text) || CLOCK.test(text))) || line.words.some((_, at) => beginsTime(line, at));
}

/** Words of a line in lower case, a figure and its letters together ("3pm"); each person is a word. Offsets are into `text`. */
interface Line {
  readonly text: string;
  readonly words: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly figures: boolean;
}

function lineOf(text: string): Line {
  const words: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let figures = false;
  for (let at = 0; at < text.length; ) {
    const start = at;
    for (let code = text.charCodeAt(at); isLetter(code) || isFigure(code); code = text.charCodeAt(++at)) figures ||= isFigure(code);
    if (at === start && text[at++] !== PERSON) continue;
    words.push(text.slice(start, at).toLowerCase());
    starts.push(start);
    ends.push(at);
  }
  return { text, words, starts, ends, figures };
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0x24f);
}

// 14/01, 14.1.25, 2025-01-14; the 14th.
const DATE = /(?<![\d/.])\d{1,2}[/.-]\d{1,2}(?:[/.-](?:\d{4}|\d{2}))?(?![\d/]|[.-]\d)|(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/;
const ORDINAL = /(?<!\d)\d{1,2}(?:st|nd|rd|th)(?![A-Za-z\u00c0-\u024f\u0370-\u1fff])/;

/** "At 15:30", "at 9": of the day of the note, or of every day; not "at 9 Dock Street", nor a point of a scale. */
const CLOCK = /\b(?:at|by|before|from|until|till|about|around) (?:\d{1,2}[:.]\d\d\b(?!\d)|\d{1,2} ?[ap]m\b)|(?<!\b(?:stay|remain|score|scored|scaled|is|was|now|still|him|her|it) )\bat \d{1,2}(?= (?:with|on|and|to|or|for|as|so|if|in|sharp|each|every|tomorrow|tonight|this|when|then|before|after|o['’]clock)\b)/i;

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** These say when by themselves. */
const ALONE = set(
  'january february april june july september october november december ' +
  'monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays saturday saturdays sunday sundays weds thurs tues ' +
  'today tonight tomorrow daily nightly weekly biweekly fortnightly monthly termly quarterly annually straightaway overnight starting weekends',
);
/** Only with a capital are these days, months and feasts, and not verbs and nouns. */
const NAMED = set('Mon Tue Wed Thu Fri Sat Sun Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec March May August Christmas Xmas Easter Eid Diwali Ramadan');
/** "Christmas arrangements" are a matter and no day. */
const ABOUT = set('arrangements presents present plans dinner lunch party contact money hamper cards card tree play box gifts gift fund clothes bundle time');
const MONTHS = set('january jan february feb march mar april apr may june jun july jul august aug september sept sep october oct november nov december dec');
const REPEATED = set('times days nights evenings hours visits mornings afternoons sessions');

/** The number of the word behind what it has read from word `at` on, or -1 where it cannot read it. */
type Reading = (line: Line, at: number) => number;

/** A single space stands before each word that is read. */
const wordThat = (fits: (word: string) => boolean): Reading => (line, at) => (isJoined(line, at) && fits(line.words[at]) ? at + 1 : -1);
const one = (words: ReadonlySet<string>): Reading => wordThat((word) => words.has(word));
const word = (words: string): Reading => one(set(words));
const either = (...readings: readonly Reading[]): Reading => (line, at) => {
  for (const reading of readings) {
    const end = reading(line, at);
    if (end >= 0) return end;
  }
  return -1;
};
const row = (...readings: readonly Reading[]): Reading => (line, at) => readings.reduce((end, reading) => (end < 0 ? end : reading(line, end)), at);
/** `leads` may stand before it, as many as there are. */
const after = (leads: Reading, reading: Reading): Reading => (line, at) => {
  let from = at;
  for (let end = leads(line, from); end >= 0; end = leads(line, from)) from = end;
  return reading(line, from);
};

function isJoined({ text, starts, ends }: Line, at: number): boolean {
  return at < starts.length && starts[at] === ends[at - 1] + 1 && text[ends[at - 1]] === ' ';
}

const month = one(MONTHS);
const year = wordThat((word) => /^20\d\d$/.test(word));
const UNITS = set('day days week weeks wk wks month months mth mths hour hours hr hrs fortnight fortnights term terms minute minutes min mins');
const UNIT_KINDS = set('working school calendar');
const unit = after(one(UNIT_KINDS), one(UNITS));
const span = either(row(word('a an one two three four five six seven eight nine ten twelve few'), unit), row(word('couple'), word('of'), unit));
const time = either(
  word('day night week weekend month morning evening afternoon weekday lunchtime bedtime mealtime term fortnight quarter time hour holiday holidays visit session mon mons tue wed thu thus thur fri fris sat sats sun suns'),
  row(word('school'), word('day')), row(word('lunch meal'), word('time')), span,
);
const repeated = either(one(REPEATED), word('x'));
const each = row(word('a an per each every'), time);
/** What a plan may hang a task on. */
const event = either(
  word(
    'review reviews meeting conference visit hearing court panel session supervision birth holiday holidays term weekend week month year appointment christmas xmas easter eid diwali ramadan birthday ' +
    'summer autumn winter spring end start then exam exams discharge release statement',
  ),
  row(word('core'), word('group groups')),
);
const owner: Reading = (line, at) => {
  const { text, words, starts, ends } = line;
  if (!isJoined(line, at) || words[at] !== PERSON) return -1;
  return /['’]/.test(text[ends[at]] ?? '') && words[at + 1] === 's' && starts[at + 1] === ends[at] + 1 ? at + 2 : at + 1;
};
const theEvent = after(either(word('the our his her their my your this next first final initial last coming legal planning'), row(word('child'), word('protection')), owner), event);
const moment = either(word('now then birth lunch teatime tea bedtime noon cop'), row(word('close'), word('of'), word('play')));
/** Whatever happens first: "before Leo goes home", and not "before possible". */
const whatever = (except: RegExp): Reading => ({ text, ends }, at) => {
  except.lastIndex = SAID.lastIndex = ends[at - 1] + 1;
  return text[ends[at - 1]] === ' ' && SAID.test(text) && !except.test(text) ? at + 1 : -1;
};
/** Nothing follows that the number counts: "at nine with the keys", and not "at nine schools". */
const noMore: Reading = (line, at) => (isJoined(line, at) && BEHIND_HOURS.has(line.words[at]) ? at : -1);
const BEHIND_HOURS = set('with on and to or for as so if in sharp each every tomorrow tonight this when then before after o');
const HOURS = word('one two three four five six seven eight nine ten eleven twelve');
const SAID = /[a-zA-Z\u00c0-\u024f\u0001’']+(?![a-zA-Z\u00c0-\u024f0-9])/y;
const anEnd = whatever(/possible|able|again|and /iy);
const aTurn = whatever(/(?:we|they|he|she|i|you|\u0001) (?:can|could|may|have time|has time|feels?|are ready|is ready|gets? round|wants?\b(?! an? ))|(?:we|they|he|she|i|you|\u0001) gets? (?:a |the |some )?(?:chance|minute|moment|time|round)|it (?:can|feels?|suits)|things?\b|the (?:waiting )?list\b|back (?:from|to|at|in|off|on)\b|possible|able|available|needed|necessary|required|appropriate|ready|instructed|directed|told|asked|requested|invited|called|convenient|suitable|quiet|settled|practicable|practical|agreed|school |[a-z]+ (?:allows?|permits?|becomes?|comes? up|is found|are found)\b|(?:[a-z]+ ){0,3}(?:known|confirmed|identified|allocated|obtained|sorted|clear|arranged)\b|(?:an? |the )?[a-z]+ (?:comes? up|opens? up|becomes? (?:free|available))|(?:[a-z]+ ){1,3}(?:is|are) available/iy);

/** By their first words, what has to follow. */
const SAYINGS: readonly (readonly [opens: string, follows: Reading])[] = [
  ['by in from until till before after during through early mid late', month],
  ['in by from until before early mid late spring summer autumn winter', year],
  ['end', row(word('of'), either(month, year))],
  ['beginning middle start', row(word('of'), month)],
  ['first last', row(word('week'), word('of'), month)],
  ['this', word('morning afternoon evening week weekend month term')],
  ['next', either(time, event)],
  ['each every per', after(word('single'), time)],
  ['every', wordThat((word) => /^[^0-9]+day$/.test(word))],
  ['any', word('hour')],
  ['every', row(word('other'), wordThat(isAllLetters))],
  ['once twice', each],
  ['one', row(word('evening night day afternoon morning'), each)],
  ['within in over for after under', after(word('the next first coming last'), span)],
  ['same', word('day')],
  ['straight', word('away')],
  ['day', row(word('and or'), word('night'))],
  ['from starting by before', moment],
  ['as', row(word('of'), moment)],
  ['by before after until till at from over during following between', theEvent],
  ['ahead', row(word('of'), theEvent)],
  ['prior', row(word('to'), theEvent)],
  ['in', row(word('time'), word('for'), theEvent)],
  ['in', row(word('the'), either(word('holidays morning evening summer spring autumn winter'), row(word('new'), word('year'))))],
  ['start end beginning middle', row(word('of'), after(word('the each every this next'), word('week month term year day quarter')))],
  ['first last', row(word('day'), word('of'), after(word('the'), word('week month term year day')))],
  ['school', word('holidays')],
  ['after before', word('school breakfast nursery work college')],
  ['at', word('weekend weekends bedtime bedtimes night noon midnight')],
  ['at', row(HOURS, noMore)],
  ['at by before from until till', row(word('half quarter'), either(word('past to'), HOURS))],
  ['before until till whenever', anEnd],
  ['by', row(word('the'), word('time'), anEnd)],
  ['the', row(word('day morning night'), anEnd)],
  ['when once after', aTurn],
  ['as', row(word('soon'), word('as'), aTurn)],
];
const BY_OPENING = new Map<string, Reading[]>();
for (const [opens, follows] of SAYINGS) for (const open of opens.split(' ')) BY_OPENING.set(open, [...(BY_OPENING.get(open) ?? []), follows]);

function isAllLetters(word: string): boolean {
  return !/[0-9\u0001]/.test(word);
}

function beginsTime(line: Line, at: number): boolean {
  const { words, text, starts, ends } = line;
  const said = words[at];
  if (said === 'after' && /^(?:look|ask|run|go|take|call|nam)/.test(words[at - 1] ?? '')) return false;
  if (isFigure(said.charCodeAt(0))) return countsTime(line, at);
  // "Ask the school about Mondays".
  if (words[at - 1] === 'about' && ALONE.has(said)) return false;
  if (ALONE.has(said) || (NAMED.has(text.slice(starts[at], ends[at])) && isApart(text, starts[at], ends[at]) && !ABOUT.has(words[at + 1] ?? ''))) return true;
  const between = text.slice(ends[at], starts[at + 1]);
  if (said === 'half' && words[at + 1] === 'term' && (between === ' ' || between === '-')) return true;
  if (MONTHS.has(said) && (between === ' ' || between === '. ') && /^\d{1,4}$/.test(words[at + 1] ?? '')) return true;
  if (REPEATED.has(words[at + 1] ?? '') && between === ' ' && isAllLetters(said) && each(line, at + 2) >= 0) return true;
  return BY_OPENING.get(said)?.some((follows) => follows(line, at + 1) >= 0) ?? false;
}

/** "14 weeks pregnant" and "two years ago" are no time to do something by. */
const LONG = set('pregnant old ago gestation premature');

/** "3 June", "3rd of June", "10 working days", "3x a week", also written together. */
function countsTime(line: Line, at: number): boolean {
  const [figures] = /^\d+/.exec(line.words[at])!;
  const rest = line.words[at].slice(figures.length);
  const ofMonth = figures.length < 3 && (rest === '' ? after(word('of'), month)(line, at + 1) >= 0 : MONTHS.has(rest) || (rest === 'of' && month(line, at + 1) >= 0));
  if (ofMonth) return true;
  if (rest === '' && LONG.has(line.words[at + 2])) return false;
  if (rest === '') return unit(line, at + 1) >= 0 || row(repeated, each)(line, at + 1) >= 0;
  return UNITS.has(rest) || (UNIT_KINDS.has(rest) && unit(line, at + 1) >= 0) || ((rest === 'x' || REPEATED.has(rest)) && each(line, at + 1) >= 0);
}

/** Whether no letter of another script runs into the word. */
function isApart(text: string, start: number, end: number): boolean {
  const before = start > 0 ? text[start - 1] : ' ';
  const behind = text[end] ?? ' ';
  return (before < '\u0250' && behind < '\u0250') || !/[\p{L}\p{N}]/u.test(before + behind);
}
