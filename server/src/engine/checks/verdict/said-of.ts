/**
 * How a clause hangs a judgement on somebody: what is said of a subject, what is theirs, how something of theirs is
 * rated, how they are described. It does not know who the people are, nor whether the words are quoted.
 */
import { PROFESSIONAL, SERVICE, type PersonEdge } from '../../people/people.js';
import { JOINED, SOFT, STOP, type Tokens } from '../../words/tokens.js';
import { chainFrom } from '../acting-on/clause.js';
import { holdsWord, phraseAt } from '../acting-on/word-net.js';
import { DEGREES, JOINS, MOST_DEGREES, MOST_READ, endsThere, judged, ofTwo, unbent, wordAt } from './judged.js';
import { HOW_MUCH, rarelyKind, unlisted } from './unlisted.js';
import type { Seen, Words } from './words.js';

const LONGEST_JOIN = 4;
/** How a verb ends that stands without its subject: ", picks the wrong ones", ", blaming everyone". */
const ACTS = /(?:ing|[^s]s|ed|made|kept|gave|took|went)$/;

/** "Mum was very defensive", "Dad rolled his eyes", "she does not take it seriously". `from` is where what is said begins. */
export function saidOf(words: Words, tokens: Tokens, from: number, subject: 'named' | 'opens' | 'understood' | 'neither'): Seen | null {
  const found = chainFrom(tokens, from, 'opening');
  const chain = subject === 'neither' ? { ...found, denied: true } : found;
  // "surly" looks like an adverb, and may be the last word.
  const manner = chain.be && !chain.denied && !chain.feared ? withManner(tokens, from, chain.at) : chain.at;
  if (chain.at >= tokens.count || (chain.at > from && tokens.gaps[chain.at] !== JOINED)) {
    const end = manner < chain.at ? judged(words, tokens, from, manner) : 0;
    return end > 0 ? { from, core: manner, to: end } : null;
  }
  // "has" and "does" may be what is said as well as what leads to it.
  for (let at = from; at <= chain.at && subject !== 'neither' && !denies(tokens, from, at); at++) {
    const acts = finite(tokens, at, from) ? phraseAt(words.does, tokens, at) : 0;
    if (acts > 0) return chain.feared ? null : { from, core: withManner(tokens, from, at), to: Math.max(acts, chain.denied ? 0 : seen(words, tokens, from, chain.at)) };
  }
  if (chain.feared) return null;
  const leading = chain.denied ? 0 : phraseAt(words.leads, tokens, chain.at);
  const leads = leading > 0 ? phraseAt(words.does, tokens, leading) : 0;
  if (leads > 0) return { from, core: from, to: leads };
  if (chain.denied) {
    // "a lovely lady but not the most reliable" leaves "is" out.
    const list = chain.be || (subject === 'understood' && tokens.forms[from] === 'not') ? words.isNot : words.denied;
    // These are small words of their own as well: "does not get it", "does not do polite".
    const gets = chain.at > from && OWN_VERBS.has(tokens.forms[chain.at - 1]) ? phraseAt(words.denied, tokens, chain.at - 1) : 0;
    const end = gets || phraseAt(list, tokens, withManner(tokens, from, chain.at)) || phraseAt(list, tokens, chain.at) || (chain.be ? 0 : unbent(list, tokens, chain.at));
    return end > 0 ? { from, core: chain.at, to: end } : null;
  }
  const led = phraseAt(words.seems, tokens, chain.at);
  const seems = led > 0 && tokens.gaps[led] !== STOP ? led : chain.be ? manner : 0;
  // Note style leaves "was" out, at the start of a sentence or behind "and" only: "Mum defensive throughout".
  const at = seems > 0 ? seems : subject === 'named' || !chain.plain ? 0 : from;
  const end = (at > 0 ? judged(words, tokens, from, at) : 0) || (chain.be ? unlisted(words, tokens, from, chain.at, manner) : 0);
  if (end > 0 && seems === 0 && !endsThere(tokens, end)) return null;
  const rest = at > 0 ? second(words, tokens, end > 0 ? end - 1 : at, seems > 0 ? BOTH : ONLY_BUT) : null;
  return end > 0 ? { from, core: chain.at, to: end, rest } : rest;
}

const OWN_VERBS = new Set(['get', 'do', 'have']);
const BOTH = new Set(['and', 'but', 'yet']);
const ONLY_BUT = new Set(['but', 'yet']);
const MOST_FIRST = 6;

/** "is a bright boy but evasive", "was up late and rude": the second thing that somebody is, the first being no verdict. */
function second(words: Words, tokens: Tokens, from: number, joins: ReadonlySet<string>): Seen | null {
  const { count, forms, gaps } = tokens;
  for (let at = from + 1; at + 1 < count && at <= from + MOST_FIRST && gaps[at] !== STOP; at++) {
    if (!joins.has(forms[at]) || gaps[at + 1] !== JOINED) continue;
    const to = judged(words, tokens, at + 1, at + 1);
    return to > 0 && endsThere(tokens, to) ? { from: at + 1, core: at + 1, to } : null;
  }
  return null;
}

/** "…, which was intimidating": what is said of what somebody did, from token `from`. */
function conduct({ is }: Words, tokens: Tokens, from: number): Seen | null {
  const { at, be, denied } = chainFrom(tokens, from);
  const to = be && !denied ? wordAt(tokens, at, is) : 0;
  return to > 0 && (endsThere(tokens, to) || tokens.forms[to] === 'of') ? { from, core: at, to } : null;
}

/** What stands by itself behind a comma, at token `at`: ", does it for effect", and of somebody ", very needy with staff". */
export function apart({ does, is, named }: Words, tokens: Tokens, at: number, ofSomebody: boolean): Seen | null {
  const acts = ACTS.test(tokens.forms[at]) ? phraseAt(does, tokens, at) : 0;
  const to = acts > 0 || !ofSomebody ? acts : wordAt(tokens, at, is, named);
  return to > 0 && (acts > 0 || endsThere(tokens, to)) ? { from: at, core: at, to } : null;
}

/** "(came) looking a shambles", "(stood there) acting like a drill sergeant": what somebody seems, from token `at`. */
export function seeming(words: Words, tokens: Tokens, at: number): Seen | null {
  const like = at + 1 < tokens.count && tokens.forms[at + 1] === 'like' ? at + 2 : at + 1;
  if (like >= tokens.count || tokens.gaps[like] !== JOINED) return null;
  const to = judged(words, tokens, at, like);
  return to > 0 && endsThere(tokens, to) ? { from: at, core: like, to } : null;
}

export const SEEMING = new Set(['looking', 'acting', 'sounding', 'seeming', 'behaving']);

/** "(Which was) presumptuous of their father": before "of" at token `at`, how it was of somebody to do something. */
export function wasOf({ is, named }: Words, tokens: Tokens, at: number): Seen | null {
  for (let from = at - 1; from > 0 && from >= at - 2 && tokens.gaps[from + 1] === JOINED; from--) {
    if (HOW_IT_WAS.has(tokens.forms[from - 1]) && tokens.gaps[from] === JOINED && (phraseAt(is, tokens, from) === at || phraseAt(named, tokens, from) === at)) return { from, core: from, to: at };
  }
  return null;
}

const HOW_IT_WAS = new Set('was is be were seemed felt very rather so how quite pretty bit extremely typically equally'.split(' '));

/** "Hostility from Dad": what is met with, before "from" at token `at`. */
export function metWith({ of }: Words, tokens: Tokens, at: number): Seen | null {
  for (let from = at - 1; from >= 0 && from >= at - LONGEST_JOIN && tokens.gaps[from + 1] === JOINED; from--) if (phraseAt(of, tokens, from) === at) return { from, core: from, to: at };
  return null;
}

/** Where what somebody "comes across as" ends, 0 where nothing is judged. */
function seen(words: Words, tokens: Tokens, from: number, at: number): number {
  const seems = phraseAt(words.seems, tokens, at);
  return seems > 0 ? judged(words, tokens, from, seems) : 0;
}

/** "due to Mum refusing to …", "with Dad blaming everyone": what somebody is told to be doing, at token `at`. */
export function doing(words: Words, tokens: Tokens, at: number): Seen | null {
  const to = tokens.forms[at] === 'being' ? judged(words, tokens, at, at + 1) : phraseAt(words.does, tokens, at);
  return to > 0 ? { from: at, core: at, to } : null;
}

/** "I found her rude": a person is found to be what is told from token `from`, behind "to be" or "as" or neither. */
export function foundToBe(words: Words, tokens: Tokens, from: number): Seen | null {
  const behind = tokens.forms[from] === 'to' ? from + 2 : tokens.forms[from] === 'as' ? from + 1 : from;
  if (from >= tokens.count || tokens.gaps[from] !== JOINED) return null;
  const to = judged(words, tokens, from, behind) || ((tokens.forms[behind] === 'a' || HOW_MUCH.has(tokens.forms[behind])) ? rarelyKind(tokens, behind) : 0);
  return to > 0 ? { from, core: from, to } : null;
}

/** Where the words begin that are more than "has": "persistently minimised". */
function withManner({ forms }: Tokens, from: number, at: number): number {
  let core = at;
  while (core > from && forms[core - 1].endsWith('ly')) core--;
  return core;
}

function denies({ forms }: Tokens, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (forms[at] === 'not' || forms[at] === 'never') return true;
  return false;
}

/** "-ing" says what somebody does only after "is": "her missing it" says nothing of her. What somebody is having is a thing: "waffles". */
function finite({ forms }: Tokens, at: number, from: number): boolean {
  if (at > from && forms[at - 1] === 'having' && forms[at].endsWith('s')) return false;
  const be = at > from && IS.has(forms[at - 1]);
  return forms[at]?.endsWith('ing') ? be : !be;
}

const IS = new Set(['is', 'are', 'was', 'were', 'been', "'s", 'am', 'be']);

/**
 * What goes on about a subject behind "and" or a comma: "… and hung up on me". Given the token where it begins to be
 * told, goes on to the end of its sentence, or to where it has been before: each word is looked at once, however many
 * are its subjects.
 */
export function goingOn(words: Words, tokens: Tokens, people: readonly PersonEdge[], add: (one: Seen | null) => void): (from: number) => void {
  const { count, forms, gaps } = tokens;
  let begun: ReadonlySet<number> | null = null;
  let [walkedFrom, walkedTo] = [0, 0];
  return (from) => {
    begun ??= new Set(people.map((edge) => edge.from));
    const isWalked = (at: number): boolean => walkedFrom <= at && at < walkedTo;
    let at = from;
    for (; at < count && gaps[at] !== STOP && !isWalked(at); at++) {
      const joined = forms[at].length <= LONGEST_JOIN && JOINS.has(forms[at]) && gaps[at + 1] === JOINED;
      const next = joined ? at + 1 : at;
      const acts = (joined || gaps[at] === SOFT) && (joined ? forms[next].endsWith('ing') : ACTS.test(forms[next])) ? phraseAt(words.does, tokens, next) : 0;
      if (gaps[at] === SOFT && forms[at] === 'which') add(conduct(words, tokens, at + 1));
      if (acts > 0) add({ from: next, core: next, to: acts });
      if ((!joined && (gaps[at] !== SOFT || !LEFT_OPEN.has(forms[at]))) || begun.has(next)) continue;
      add(saidOf(words, tokens, next, 'understood'));
    }
    [walkedFrom, walkedTo] = isWalked(at) ? [Math.min(from, walkedFrom), walkedTo] : [from, at];
  };
}

/** "a difficult woman", "a very needy young mum". `at` is the article's token. */
export function described({ is, named, persons }: Words, tokens: Tokens, at: number): Seen | null {
  for (let from = at + 1; from < tokens.count && from <= at + MOST_DEGREES && tokens.gaps[from] === JOINED; from++) {
    const end = Math.max(phraseAt(is, tokens, from), phraseAt(named, tokens, from), ofTwo(tokens, from));
    if (end > 0) {
      const follows = end < tokens.count && tokens.gaps[end] === JOINED;
      const who = !follows ? 0 : tokens.forms[at] === 'the' && tokens.forms[end] === 'one' ? end + 1 : phraseAt(persons, tokens, end);
      return who > 0 ? { from: at, core: who - at > MOST_READ ? from : at, to: who } : null;
    }
    if (!DEGREES.has(tokens.forms[from]) && !tokens.forms[from].endsWith('ly')) return null;
  }
  return null;
}

export const ARTICLES = new Set(['a', 'an', 'the', 'such', 'this', 'these', 'those', 'two', 'three', 'four', 'both', 'her', 'his', 'their']);

/** "timekeeping is dire", "answers vague". `at` is the token of what is rated. */
export function rating({ traits, rated, is, named }: Words, tokens: Tokens, at: number): Seen | null {
  const trait = phraseAt(traits, tokens, at);
  const before = at > 0 && tokens.gaps[at] === JOINED ? tokens.forms[at - 1] : '';
  const { at: from, be, denied, feared } = chainFrom(tokens, trait);
  if (denied || feared || from >= tokens.count || tokens.gaps[from] === STOP || !(OWNERS.has(before) || before.endsWith("'s") || before === '')) return null;
  const end = wordAt(tokens, from, rated) || wordAt(tokens, from, is, named);
  return end > 0 && (be || (endsThere(tokens, end) && (before === '' || before.endsWith("'s")))) ? { from: at, core: from, to: end } : null;
}

const OWNERS = new Set(["'s", 'her', 'his', 'their', 'and', 'but', 'parents', 'your']);

/** "her attitude", "Dad's lack of insight". `at` is where what is theirs begins. */
export function owned(words: Words, tokens: Tokens, at: number): Seen | null {
  const end = phraseAt(words.of, tokens, at) || trait(words, tokens, at);
  return end > 0 ? { from: tokens.forms[at - 1] === "'s" ? at : at - 1, core: at, to: end } : null;
}

/** "his arrogance", "her constant bossiness": a judging word as a thing, at token `at` or one behind it; 0 where there is none. */
function trait({ is, named }: Words, { count, forms, gaps }: Tokens, at: number): number {
  for (let i = at; i < count && i <= at + 1 && gaps[i] === JOINED; i++) {
    const form = forms[i];
    if (form.length > 6 && AS_THING.some(([end, instead]) => form.endsWith(end) && [is, named].some((net) => holdsWord(net, form.slice(0, -end.length) + instead)))) return i + 1;
  }
  return 0;
}

const AS_THING: readonly (readonly [string, string])[] = [['iness', 'y'], ['ness', ''], ['ance', 'ant'], ['ence', 'ent'], ['ility', 'le'], ['ity', 'e'], ['ity', '']];

/** "a disappearing act", at token `at`: where it is not denied, nor told of somebody at work. */
export function idiom({ anywhere }: Words, tokens: Tokens, people: readonly PersonEdge[], at: number): Seen | null {
  const to = phraseAt(anywhere, tokens, at);
  if (to === 0 || (at > 0 && tokens.gaps[at] === JOINED && (tokens.forms[at - 1] === 'not' || tokens.forms[at - 1] === 'never'))) return null;
  const atWork = people.some((edge) => edge.to <= at && (edge.groups & (PROFESSIONAL | SERVICE)) !== 0 && !edge.possessive && chainFrom(tokens, edge.to).at >= at);
  return atWork ? null : { from: at, core: at, to };
}

/** What a sentence of a note opens with, nobody named: "Refused to talk.", "Very full on." */
export function opening(words: Words, tokens: Tokens, at: number): Seen | null {
  const acts = phraseAt(words.opens, tokens, at) || (OPENS.test(tokens.forms[at]) ? phraseAt(words.does, tokens, at) : 0);
  if (acts > 0) return { from: at, core: at, to: acts };
  const end = wordAt(tokens, at, words.is);
  if (end > 0 && (endsThere(tokens, end) || GOES_ON.has(tokens.forms[end]))) return { from: at, core: at, to: end };
  return LEFT_OPEN.has(tokens.forms[at]) ? saidOf(words, tokens, at, 'understood') : second(words, tokens, at, ONLY_BUT);
}

const OPENS = /(?:[^s]s|ed)$/;
/** What may follow the judging word that a sentence opens with: to whom, and when. */
const GOES_ON = new Set(['with', 'towards', 'throughout', 'about', 'when', 'whenever', 'again', 'today', 'during']);

/** A verb that says, its subject left out, that it is somebody else's: "Has put himself about", "Remains hostile". */
export const LEFT_OPEN = new Set('has|had|is|was|can|does|did|will|would|remains|remained|continues|continued|tends|appears|appeared|seems|seemed|presents|presented|became|becomes|likes|struggles|lacks|smelt|looked|refused|blamed|dragged|escalated|rambled|sulked|huffed'.split('|'));

