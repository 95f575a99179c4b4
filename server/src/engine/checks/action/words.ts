/**
 * English that the reading of actions rests on, and the lists of a rule file made ready for looking up. It holds
 * grammar and the names of things; what is raised about an action is the rule files' business.
 */
import type { CheckSpec } from '../../rule.js';
import { isFigure } from '../../words/letters.js';

/** Phrases of a rule file by their first word, lower case, longest first. */
export type PhraseList = ReadonlyMap<string, readonly (readonly string[])[]>;

/** The phrases under a key of `check:`; none where there is no such key. */
export function phraseList(value: CheckSpec[string] | undefined): PhraseList {
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const line of listed(value)) {
    const phrase = listedWords(line);
    const same = byFirst.get(phrase[0]);
    if (same) same.push(phrase);
    else if (phrase.length > 0) byFirst.set(phrase[0], [phrase]);
  }
  for (const same of byFirst.values()) if (same.length > 1) same.sort((a, b) => b.length - a.length);
  return byFirst;
}

/** The words of a line of a list; most are plain, and a space parts them. `{person}` is anybody, a full stop that nothing follows. */
export function listedWords(line: string): readonly string[] {
  return /^(?:[a-z]+|\.\.\.)(?: (?:[a-z]+|\.\.\.))*$/.test(line) ? line.split(' ') : [...wordsOf(line.replaceAll('{person}', PERSON)), ...(line.endsWith('.') && !line.endsWith('...') ? ['.'] : [])];
}

/** What stands in a list, or the one line that stands in its place. */
export function listed(value: CheckSpec[string] | undefined): readonly string[] {
  return typeof value === 'string' ? [value] : Array.isArray(value) ? (value as readonly string[]) : [];
}

/** How many words of `words` from `at` are a phrase of the list, the longest in words written; 0 where none stands there. */
export function phraseAt(list: PhraseList, words: readonly string[], at: number): number {
  for (const phrase of list.get(words[at]) ?? []) {
    const end = endOf(phrase, 0, words, at);
    if (end > at) return end - at;
  }
  return 0;
}

function endOf(phrase: readonly string[], from: number, words: readonly string[], at: number): number {
  if (from === phrase.length) return at;
  if (phrase[from] === '.') return at === words.length ? at : -1;
  if (phrase[from] !== '...') return words[at] === phrase[from] ? endOf(phrase, from + 1, words, at + 1) : -1;
  for (let next = at; next <= Math.min(words.length, at + LONGEST_GAP); next++) {
    const end = endOf(phrase, from + 1, words, next);
    if (end >= 0) return end;
  }
  return -1;
}

/** Most words that `...` stands for. */
const LONGEST_GAP = 5;

/** Whether a phrase of the list stands anywhere in `words`. */
export function holdsPhrase(list: PhraseList, words: readonly string[]): boolean {
  return words.some((_, at) => phraseAt(list, words, at) > 0);
}

/** Words in lower case with straight apostrophes; a hyphen parts words, figures with their marks are one. `PERSON` is a word. */
export function wordsOf(text: string): readonly string[] {
  return plainWordsOf(text) ?? anyWordsOf(text);
}

/** The same where letters and marks are those of everyday English, which needs no pattern; null where they are not. */
function plainWordsOf(text: string): readonly string[] | null {
  const words: string[] = [];
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (isLetter(code)) {
      let end = at + 1;
      while (end < text.length && (isLetter(text.charCodeAt(end)) || (end + 1 < text.length && isApostrophe(text.charCodeAt(end)) && isLetter(text.charCodeAt(end + 1))))) end++;
      const word = text.slice(at, end).toLowerCase();
      words.push(word.includes('’') ? word.replaceAll('’', "'") : word);
      at = end;
    } else if (isFigure(code)) {
      let end = at + 1;
      while (isFigure(text.charCodeAt(end)) || (isInnerMark(text.charCodeAt(end)) && isFigure(text.charCodeAt(end + 1)))) end++;
      while (isLetter(text.charCodeAt(end))) end++;
      words.push(text.slice(at, end).toLowerCase());
      at = end;
    } else if (text.startsWith('...', at)) {
      words.push('...');
      at += 3;
    } else if (code === 1) {
      words.push(PERSON);
      at++;
    } else if (code >= 128 && !isPlainMark(code)) return null;
    else at++;
    // A letter of another kind may go on with the word.
    if (at < text.length && text.charCodeAt(at) >= 128 && !isPlainMark(text.charCodeAt(at))) return null;
  }
  return words;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** 14/01, 3.30, 1,000, 16:10. */
function isInnerMark(code: number): boolean {
  return code === 46 || code === 44 || code === 58 || code === 47;
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019;
}

/** No-break space, £, dashes, quotation marks, bullet, ellipsis. */
function isPlainMark(code: number): boolean {
  return code === 0xa0 || code === 0xa3 || (code >= 0x2010 && code <= 0x2022) || code === 0x2026;
}

function anyWordsOf(text: string): readonly string[] {
  return text.toLowerCase().replace(/’/g, "'").match(/\u0001|\p{N}+(?:[.,:/]\p{N}+)*\p{L}*|[\p{L}\p{M}]+(?:'[\p{L}]+)*|\.\.\./gu) ?? [];
}

// Patterns here and beside spell letters out, A-Za-zÀ-ɏḀ-ỿ: those for all letters of Unicode take long to prepare.

/** Stands for the words that name somebody. */
export const PERSON = '\u0001';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** What people are asked to do in a word: a line that opens with one of these is an order to nobody in particular. */
export const DOING_VERBS = set(
  'add advise agree allocate amend apply arrange ask assess attend begin book bring build buy call cancel carry change chase check clarify clean collect come complete confirm consider contact continue convene cook correct create deliver develop ' +
  'discuss do draft draw drive drop email encourage engage enrol ensure establish explain explore feedback feed file fill find finish fit fix follow gain get give go hand have help hold identify implement include increase inform ' +
  'initiate inspect install introduce investigate invite involve keep leave let liaise liase link listen look maintain make manage measure meet mend message monitor move notify obtain offer open order organise organize pack paint pass pay ' +
  'phone pick place plan practise prepare prioritise produce progress promote provide pull purchase put raise read record reduce refer register remind remove repair replace report request research resolve return review ring run ' +
  'safeguard say scan schedule secure see seek send set share show sign signpost sit sleep sort source speak spend start stay stop submit supply support take talk teach tell test text think tidy track transfer try turn type undertake update upload use ' +
  'persuade prevent protect observe visit wait walk wash watch weigh work write ' +
  'badger bleep buzz circulate collate enquire escalate fax flag hoover laminate lend log loan negotiate nudge photocopy ping pop post pursue query quote reapply rearrange rebook redo redraft refund renew reorder reschedule reserve rewrite ' +
  'scrub sew swap trace unblock unpick warn',
);

/** Of a form in "-ing", as it stands in lists of verbs: "have" of "hav", "get" of "gett". */
export function stemOf(cut: string): string {
  return stemsOf(cut).find((verb) => DOING_VERBS.has(verb)) ?? cut;
}

/** What the form may be of. */
export function stemsOf(cut: string): readonly string[] {
  return [cut, `${cut}e`, cut.replace(/(.)\1$/, '$1')];
}

/** Things that plans speak of as if they acted: "Visits to continue". */
export const THINGS = set(
  'visit visits contact referral referrals work support review reviews plan plans assessment assessments time case session sessions course courses bedtime form forms letter letters call calls ' +
  'appointment appointments placement funding risk risks report reports check checks test tests testing home house property attendance toolkit chronology genogram agreement arrangements ' +
  'transport passport medication application transfer place meeting meetings programme group fees uniform lunches dinners trip trips details tracker panel paperwork minutes information services intervention mapping statement lifts',
);

/** What a line of a plan announces without asking anything of anybody. */
export const EVENTS = /\b(?:meeting|conference|review|core group|visit|appointment|medical|hearing|panel|supervision|network|catch[- ]up)s?\b/i;

/** What plans are divided by, where a heading might otherwise be somebody's name. */
const TOPICS = set(
  'health home safety family school education work money food sleep diet drink alcohol behaviour contact time support care life court law other general short long term immediate urgent next now plan action decision review baby child parent ' +
  'early help legal physical social self speech language play emotional mental dental sexual online culture faith religion leisure travel transport debt rent benefit benefit weekend week day night morning evening bedtime today tomorrow tonight ' +
  'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday christmas easter summer winter spring autumn placement carer youth police adult lead core group',
);

/** Whether one to three words, as a heading or before a colon, are somebody the note has not introduced: "Amina", and not "Health" or "Housing". */
export function isName(plain: string): boolean {
  return /^[A-ZÀ-ÞĀ-ɏḀ-ỿ][a-zß-ɏḀ-ỿ]+(?:[ -][A-ZÀ-ÞĀ-ɏḀ-ỿ][a-zß-ɏḀ-ỿ]+){0,2}:?$/u.test(plain) && !wordsOf(plain).some((word) => TOPICS.has(word) || THINGS.has(word) || /(?:ing|tion|sion|ment|ity|ship|ness|ance|ence|ies|ial|ical|ional|ure|th|ed|s)$/.test(word));
}
