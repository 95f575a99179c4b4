/**
 * Where words that judge somebody end: a word behind its degrees ("a bit rude"), what is joined to it ("cold and rude"),
 * whom it is about ("rude to staff"). It does not know who is judged.
 */
import { JOINED, SOFT, STOP, markOf, type Tokens } from '../../words/tokens.js';
import { phraseAt, type WordNet } from '../acting-on/word-net.js';
import type { Words } from './words.js';

/** Whether a judging word that ends before token `at` stands for itself, and does not describe what follows. */
export function endsThere({ count, forms, gaps }: Tokens, at: number): boolean {
  return at >= count || gaps[at] !== JOINED || MAY_FOLLOW.has(forms[at]);
}

const MAY_FOLLOW = new Set(['and', 'but', 'on', 'in', 'at', 'with', 'to', 'towards', 'when', 'about', 'throughout', 'as', 'during', 'today', 'again', 'this', 'from', 'if', 'around', 're', 'over', 'for', 'because', 'by', 'after', 'initially']);

/**
 * Where what is judged from token `at` ends, with what is joined to it: "cold and intellectualising". 0 where nothing
 * is. `from` is where the run begins that is underlined: it is kept to what can be read at a glance.
 */
export function judged({ is, named, beside }: Words, tokens: Tokens, from: number, at: number): number {
  let end = 0;
  for (let next = at; next < tokens.count; ) {
    const found = wordAt(tokens, next, is, named);
    const word = found > next + 1 && JOINS.has(tokens.forms[found - 1]) ? found - 1 : found;
    const also = word > 0 ? 0 : phraseAt(beside, tokens, next);
    if (word > 0) {
      const whom = withWhom(tokens, word);
      const fits = (whom > word ? whom : word) - from <= MOST_READ;
      // What goes on about whom or what stands by itself behind one that was told.
      if (end > 0 && (word - at > MOST_READ || (word - from >= MOST_JOINED && goesOnAbout(tokens, word)))) return end;
      end = fits ? whom : word;
    }
    const reached = word > 0 ? end : also;
    if (reached === 0 || !goesOnAt(tokens, reached)) return end;
    next = reached + (JOINS.has(tokens.forms[reached]) ? 1 : 0);
  }
  return end;
}

/** Words that are read at a glance; and of two verdicts, with what the second is about. */
export const MOST_READ = 6;
const MOST_JOINED = 3;

function goesOnAbout({ count, forms, gaps }: Tokens, at: number): boolean {
  return at < count && gaps[at] === JOINED && (forms[at] === 'for' || TOWARDS.has(forms[at]));
}

/** Where a judging word at token `at` ends, behind "a bit", "very", "something of a"; 0 where there is none. */
export function wordAt(tokens: Tokens, at: number, words: WordNet, more?: WordNet): number {
  for (let from = at; from < tokens.count && from <= at + MOST_DEGREES; from++) {
    const end = Math.max(phraseAt(words, tokens, from), more ? phraseAt(more, tokens, from) : 0, ofTwo(tokens, from)) || ofMany(tokens, from, words, more);
    if (end > 0) return end;
    const form = tokens.forms[from];
    if (!DEGREES.has(form) && !form.endsWith('ly')) return 0;
    if (from > at && tokens.gaps[from] === STOP) return 0;
  }
  return 0;
}

/** Where "magpies" ends behind "are", "both": several are called what one is. */
function ofMany(tokens: Tokens, at: number, words: WordNet, more?: WordNet): number {
  const { count, forms, gaps } = tokens;
  if (at === 0 || at >= count || !SEVERAL.has(forms[at - 1])) return 0;
  let to = at;
  while (to < count && to < at + MOST_OF_MANY && (to === at || gaps[to] === JOINED) && !MANY.test(forms[to])) to++;
  if (to >= count || to === at + MOST_OF_MANY || !MANY.test(forms[to])) return 0;
  const one = instead(tokens, at, to + 1, to, forms[to].slice(0, -1));
  return Math.max(phraseAt(words, one, 0), more ? phraseAt(more, one, 0) : 0) === one.count ? to + 1 : 0;
}

/** Where "never engages" or "has never thanked us" ends that a list has as "engage", "thank us"; `at` is the verb's token. */
export function unbent(list: WordNet, tokens: Tokens, at: number): number {
  const form = tokens.forms[at];
  if (!BENT.test(form)) return 0;
  for (const base of [form.slice(0, -1), form.slice(0, -2)]) {
    const end = phraseAt(list, instead(tokens, at, Math.min(at + MOST_WORDS_UNBENT, tokens.count), at, base), 0);
    if (end > 0) return at + end;
  }
  return 0;
}

const BENT = /[^su]s$|ed$/;
const MOST_WORDS_UNBENT = 8;

/** Tokens `from` to `to` by themselves, with another form at one of them. */
function instead({ forms, gaps, marks, starts, ends }: Tokens, from: number, to: number, at: number, form: string): Tokens {
  const part = { count: to - from, forms: forms.slice(from, to), gaps: gaps.slice(from, to), marks: marks.slice(from, to), starts: starts.slice(from, to), ends: ends.slice(from, to) };
  part.forms[at - from] = form;
  part.marks[at - from] = markOf(form);
  return part;
}

const SEVERAL = new Set('are were both all being be total complete habitual proper real'.split(' '));
const MANY = /[^siu]s$/;
const MOST_OF_MANY = 3;

/** Where "foul-mouthed" ends, at token `at`: of what is made this way nearly all judges, and the rest is told beside it. 0 where it is none. */
export function ofTwo({ count, forms, gaps }: Tokens, at: number): number {
  const fair = at + 1 < count && gaps[at + 1] === JOINED ? LIKE_WHAT.get(forms[at + 1]) : undefined;
  return fair === undefined || forms[at].length < 3 || fair.has(forms[at]) ? 0 : at + 2;
}

const LIKE_WHAT: ReadonlyMap<string, ReadonlySet<string>> = new Map(Object.entries({
  mouthed: 'open dry wide', tempered: 'even good sweet mild calm', minded: 'open fair like civic broad community career family tough right able', headed: 'level clear light bald red bare cool grey bare dark two',
  hearted: 'kind warm good big soft light whole tender open great broken', tongued: 'honey', witted: 'quick sharp ready nimble', willed: '', brained: '', spirited: 'high free public good kind', natured: 'good sweet gentle kind easy',
  mannered: 'well mild good sweet gentle soft beautifully impeccably', fisted: '', fingered: 'five green nimble', lipped: 'chapped dry', nosed: 'red runny blocked', humoured: 'good', arsed: '',
  skinned: 'dark fair light brown pale black white dry olive soft', faced: 'red pale fresh round white grey smiley straight tear ashen baby brave freckle rosy stern solemn',
}).map(([what, fair]) => [what, new Set([...fair.split(' '), 'the', 'and', 'was', 'has', 'very', 'not', 'are', 'she', 'they', 'mum', 'dad', 'them', 'him', 'her', 'that', 'had'])]));

/** Whether a list goes on at token `at`: behind a comma or "and". */
function goesOnAt({ count, forms, gaps }: Tokens, at: number): boolean {
  return at < count && gaps[at] !== STOP && (gaps[at] === SOFT || JOINS.has(forms[at]));
}

/** Where "rude" that ends before token `to` is whole: "rude to female staff", "inconsistent in her engagement". */
function withWhom({ count, forms, gaps }: Tokens, to: number): number {
  if (to >= count || gaps[to] !== JOINED) return to;
  if (!TOWARDS.has(forms[to])) return to;
  let end = to + 1;
  while (end < count && end <= to + MOST_WHOM && gaps[end] === JOINED && !NEXT_PART.has(forms[end]) && !TOWARDS.has(forms[end])) end++;
  return end <= to + MOST_WHOM && end > to + 2 && !OPEN_ENDED.has(forms[end - 1]) ? end : to;
}

const TOWARDS = new Set(['to', 'towards', 'toward', 'with', 'in', 'about', 'on']);
const MOST_WHOM = 3;

/** Where the phrase that breaks off before token `to` is whole: "lacks a" goes on to "lacks a support network". */
export function whole({ count, forms, gaps }: Tokens, to: number): number {
  if (JOINS.has(forms[to - 1])) return to - 1;
  if (!OPEN_ENDED.has(forms[to - 1])) return to;
  let end = to;
  while (end < count && end < to + MOST_WORDS && gaps[end] === JOINED && !NEXT_PART.has(forms[end])) end++;
  return end;
}

const MOST_WORDS = 4;
const OPEN_ENDED = new Set('a an the any her his their no of on in to with about from for at by own that this all very little limited poor'.split(' '));
const NEXT_PART = new Set('and but or because when which who so as if then while since after before despite although though until unless with in at for on during'.split(' '));

export const DEGREES = new Set(['a', 'an', 'the', 'that', 'bit', 'of', 'something', 'little', 'rather', 'quite', 'very', 'so', 'too', 'more', 'increasingly', 'extremely', 'at', 'times', 'both', 'such', 'somewhat', 'as', 'being', 'to', 'be', 'kind', 'sort', 'tad', 'most', 'pretty', 'generally', 'often', 'still', 'over', 'much', 'just', 'real', 'total', 'complete', 'bordering', 'on', 'all', 'really', 'fairly', 'particularly', 'highly', 'overly', 'feeling', 'becoming', 'having', 'now', 'again', 'also', 'in', 'her', 'his', 'their', 'general', 'always', 'sometimes', 'known', 'proper', 'right', 'regular', 'habitual', 'notorious', 'absolute', 'typical', 'classic', 'bad', 'born', 'utter', 'downright', 'thorough', 'perpetual', 'perennial', 'serial', 'chronic', 'incorrigible', 'confirmed', 'old', 'big', 'young', 'veritable', 'great', 'perfect']);
export const MOST_DEGREES = 5;
export const JOINS = new Set(['and', 'but', 'or', 'yet', '&', 'then']);
