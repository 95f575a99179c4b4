/**
 * Whether an action says what will be done. What counts as vague is the rule file's: verbs, nouns and turns of phrase.
 * What follows such a word may still make it plain.
 */
import { MONTH } from '../../words/dates.js';
import type { Clause } from './clauses.js';
import type { Words } from './said.js';
import { DOING_VERBS, holdsPhrase, PERSON, phraseAt, stemOf, stemsOf, wordsOf, type PhraseList } from './words.js';

/** The words of a rule file that leave open what will be done. */
export interface VagueWords {
  /** Where one is the main verb: "improve", "engage with". */
  readonly verbs: PhraseList;
  /** With a vague noun for what is done they are vague too: "provide emotional support", "have boundaries". */
  readonly loose: PhraseList;
  /** After "to be": "explored", "put in place". */
  readonly passives: PhraseList;
  /** Wherever they stand: "as appropriate". */
  readonly anywhere: PhraseList;
  /** In a line without a verb: "direct work". */
  readonly nouns: PhraseList;
  /** These say enough, whatever verb opens them: "look at this plan". */
  readonly plain: PhraseList;
  /** In a line without a verb, these say enough: "referral". */
  readonly plainNouns: PhraseList;
}

export function saysWhat({ plain, said, clauses }: Words, vague: VagueWords): boolean {
  const words = wordsOf(plain);
  if (holdsPhrase(vague.plain, words) || GOES_TO.test(said)) return true;
  const loose = words.findIndex((_, at) => phraseAt(vague.anywhere, words, at) > 0);
  if (holdsPhrase(vague.anywhere, wordsOf(said)) && loose < 0) return false;
  if (loose >= 0 && words.length <= LONGEST_VAGUE && !isPlainlySaid(plain, words, loose + phraseAt(vague.anywhere, words, loose))) return false;
  if (clauses.every(({ form }) => form === 'topic')) {
    const rest = afterOwner(plain, said);
    const opening = wordsOf(rest);
    // "Be there for each other".
    // "Be there for each other", "Being there for Leo"; "Where to live next".
    const doing = /^([a-z]+)ing$/.exec(opening[0] ?? '')?.[1];
    const asOrder = doing === undefined ? opening : [doing === 'be' ? doing : stemOf(doing), ...opening.slice(1)];
    return !(opening.length > 2 && (doing !== undefined || opening[0] === 'be') && opensVague(rest, asOrder, 0, false, vague)) && !(MATTER.test(rest) && words.length <= LONGEST_REST) && saysWhatInNouns(rest, vague);
  }
  return clauses.some((clause) => clause.form !== 'topic' && !isVague(clause, vague));
}

/** What is still to be settled, or what it is about, and nothing of what is done. */
const MATTER = /^(?:where|who|whom|what|how|which|when)\b|^(?:(?:also|and|then) )?(?:the |an? |his |her |their )?[^ ,;:–—]+(?: [^ ,;:–—]+)? (?:about|re|regarding) [^,;:–—]+$/i;
/** Beyond this many words something has been said. */
const LONGEST_VAGUE = 14;
const LONGEST_REST = 9;

/** "Ava to Brownies": where somebody goes. */
const GOES_TO = /^\u0001(?:(?:,| and| &) ?\u0001)* (?:back )?to (?:[A-ZÀ-Þ]|\u0001['’]s|the [a-z]+$)/u;

function isVague(clause: Clause, vague: VagueWords): boolean {
  const { subject, verb, passive, form } = clause;
  if (form === 'account') return false;
  const words = wordsOf(verb.replace(TIMES, ' '));
  // "Support to be offered", "direct work to continue": the subject names no more than the matter.
  const matter = wordsOf(subject);
  if (MORE.test(verb)) return true;
  if ((passive || STANDING.test(verb)) && (words.length <= 2 || (LIGHT.test(verb) && !isPlainlySaid(verb, words, 1))) && matter.length <= 4 && holdsPhrase(vague.nouns, matter.slice(-1))) return true;
  // "Need to show commitment" is as vague as "show commitment".
  const leading = passive ? null : LEADING.exec(verb);
  if (leading && isVague({ ...clause, verb: verb.slice(leading[0].length) }, vague)) return true;
  const going = passive ? null : GOING_ON.exec(verb);
  const goes = going && stemsOf(going[1]).find((stem) => DOING_VERBS.has(stem) || vague.verbs.has(stem));
  if (going && goes) {
    const open = isVague({ ...clause, verb: goes + verb.slice(going[0].length) }, vague);
    if (open || DOING_VERBS.has(goes)) return open || TALKING.test(verb);
  }
  const state = passive ? null : STATE.exec(verb.replace(TIMES, ' ').trim());
  if (state && !PLACES.has(state[1])) return true;
  const at = words[0] === 'not' || words[0] === 'then' || words[0] === 'also' ? 1 : 0;
  if (passive && /\bto (?:the|a|an|[A-ZÀ-ÞĀ-ɏḀ-ỿ]|\u0001)/u.test(verb)) return isLoose(verb, words, at, vague);
  // "Share relevant information" says no more than "share information".
  const bare = words.filter((word, i) => i <= at || !FILLS.has(word));
  return (words[at] === 'ensure' && bare.length <= at + 3 && bare.length > at + 1 && !bare.some((word) => word === 'that' || word === PERSON)) || isLoose(verb, words, at, vague) || opensVague(verb, words, at, passive, vague) || (bare.length < words.length && opensVague(verb, bare, at, passive, vague));
}

function isLoose(verb: string, words: readonly string[], at: number, vague: VagueWords): boolean {
  const doing = phraseAt(vague.loose, words, at);
  return doing > 0 && isMatter(words.slice(at + doing), vague) && !isPlainlySaid(verb, words, at + doing);
}

function opensVague(verb: string, words: readonly string[], at: number, passive: boolean, vague: VagueWords): boolean {
  const length = phraseAt(passive ? vague.passives : vague.verbs, words, at);
  return length > 0 && !isPlainlySaid(verb, words, at + length);
}

/** Verbs that say how far another is got with, and not what is done. */
const LEADING = /^(?:also |then )?(?:need|continue|try|aim|start|begin|seek|learn|attempt|endeavour|strive|be able|be willing|be encouraged|agree|ensure (?:that )?(?:s?he|they|\u0001)) to |^(?:continue to )?try and /i;
/** "Carry on having Leo on Fridays". */
const GOING_ON = /^(?:(?:carry|go|keep) on|keep|start|begin|try|continue|prioritise|consider) ([a-z]{2,})ing\b/;

/** "Keep talking": of what, and when? */
const TALKING = /^(?:carry on|go on|keep|start|continue) (?:talking|chatting|communicating|trying|going|meeting|listening)(?: (?:to|with) (?:each other|one another))?\.?$/;
/** "Remain vigilant", "be robust": how somebody or something should be. */
const STATE = /^(?:be|remain|stay|become|feel) (?:more |less |very |fully |as )?([a-z]+)(?: and [a-z]+)?\.?$/;
const PLACES = new Set(['home', 'there', 'here', 'back', 'out', 'in', 'away', 'up', 'over', 'overnight', 'indoors', 'downstairs', 'upstairs', 'put', 'longer', 'later', 'ready', 'off', 'on', 'behind']);
/** Words that make what follows no plainer. */
const FILLS = new Set(['relevant', 'appropriate', 'any', 'all', 'necessary', 'further', 'ongoing', 'continued', 'additional', 'effective', 'positive', 'clear', 'good', 'better', 'strong', 'healthy', 'safe', 'consistent', 'regular', 'robust', 'suitable', 'meaningful', 'the', 'a', 'an', 'her', 'his', 'their', 'own', 'more', 'significant', 'real', 'sustained', 'noticeable', 'lasting', 'visible', 'rapid']);

/** Whether what the words speak of, up to what tells more of it, is a vague noun: "direct work" of "direct work with Leo". */
function isMatter(words: readonly string[], { nouns }: VagueWords): boolean {
  const parted = words.findIndex((word, i) => i > 0 && TELLS_MORE.has(word));
  const head = parted < 0 ? words : words.slice(0, parted);
  return head.length <= 5 && [1, 2].some((last) => last <= head.length && phraseAt(nouns, head, head.length - last) === last);
}

const TELLS_MORE = new Set(['with', 'for', 'on', 'around', 're', 'regarding', 'to', 'in', 'from', 'about', 'at', 'when', 'as', 'via', 'through', 'by', 'and', 'of', 'following', 'within', 'between']);

/** "Done with Dad", "offered to the family". */
const LIGHT = /^(?:done|undertaken|offered|provided|given|completed|put in|arranged|sought|started|begun|delivered|continued) (?:with|by|for|to) (?:the |both |all |his |her |their )?(?:\u0001|children|family|parents|carers|boys|girls)(?: and \u0001)?\.?$/iu;
/** "Socialise more". */
const MORE = /^[a-z]+ (?:more|better|less|harder|nicely|properly|well|differently|positively|regularly|openly|honestly|sensibly|responsibly|effectively|consistently|appropriately|respectfully|calmly)\.?$/i;
const STANDING = /^(?:continue|start|begin|remain|go ahead|happen|resume|be ongoing)\b/i;
const DATES = new RegExp(String.raw`\b\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}(?: (?:20)?\d\d)?|\d{1,4}(?:[/.-]\d{1,2})+(?:[/.-]\d{2,4})?|\b(?:within|in) \d+ [A-Za-zÀ-ɏḀ-ỿ]+`, 'giu');
const TIMES = /\b(?:by|before|from|on|within|until|at) (?:the |next |\d|[A-ZÀ-ÞĀ-ɏḀ-ỿ])[^,;]*$/u;

/** What follows the verb says it plainly: a number, words quoted, a question to answer, how, or another thing to do. */
function isPlainlySaid(text: string, words: readonly string[], from: number): boolean {
  const rest = words.slice(from);
  if (rest.length > LONGEST_REST || /["“][^"”]+["”]|£|\d ?(?:am|pm)\b|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve) (?!and\b|to\b)[A-Za-zÀ-ɏḀ-ỿ]/iu.test(text.replace(DATES, ' '))) return true;
  return rest.some((word, i) => (ASKING.has(word) && !THINKING.test(text) && !(rest[i + 1] === 'best' || (word === 'what' && LEFT_OPEN.test(rest.slice(i + 1).join(' '))))) || (word === 'by' && /ing$/.test(rest[i + 1] ?? '')) || (word === 'from' && DOES.has(stemOf((rest[i + 1] ?? '').replace(/ing$/, '')))) || ((word === 'and' || word === 'to' || word === 'then') && DOES.has(rest[i + 1] ?? '')));
}

const ASKING = new Set(['which', 'what', 'whether', 'how', 'who', 'why', 'where']);
/** To think about a question is not yet to do anything. */
const THINKING = /^(?:think about|reflect on|bear in mind|see how)\b/i;
/** "What was discussed", "what is needed". */
const LEFT_OPEN = /^(?:(?:is|was|has been|have|had|we|they|\u0001) )*(?:discussed|agreed|said|advised|needed|required|expected|best|asked|right|happening|happens)\b/;
/** Doing that can be seen, of the verbs that orders open with. */
const LOOSE = new Set(['consider', 'discuss', 'encourage', 'engage', 'ensure', 'explore', 'improve', 'increase', 'maintain', 'manage', 'monitor', 'prioritise', 'progress', 'promote', 'reduce', 'safeguard', 'support', 'think', 'work', 'continue', 'develop', 'identify', 'look', 'help', 'keep', 'review', 'assess', 'involve', 'make', 'have', 'use', 'place', 'plan', 'contact', 'post', 'query', 'flag']);
const DOES = new Set([...DOING_VERBS].filter((verb) => !LOOSE.has(verb)));

/** The matter, without who stands before it: "Priti – letter to Dad". */
function afterOwner(plain: string, said: string): string {
  return /^\u0001(?:(?:,| and| &|\/) ?\u0001)*\s?(?::|[–—-]) /u.test(said) ? plain.replace(/^.*?(?::|\s[–—-])\s/u, '') : plain;
}

/** "Weekend plan for Nomsa" holds nothing yet. */
const A_PLAN = /^(?:[^ ,;:]+ ){0,3}(?:plans?|planning|arrangements)(?: (?:for|with|re|about|around|when|if)\b.*)?$|^\S+(?: \S+){0,2} back (?:in|into|at|on) \S+(?: \S+)?$/i;
const FILLER = new Set(['the', 'a', 'an', 'also', 'and', 'his', 'her', 'their', 'our', 'my']);

/** "Dentist", "Direct work": a word or two name the matter, and not what is to be done about it. */
function saysWhatInNouns(plain: string, vague: VagueWords): boolean {
  const bare = plain.replace(/\s[–—-]\s.*$|\([^)]*\)|:.*$|,(?: (?:[A-Z]\.|\p{Lu}\p{Ll}+)){1,3}\.?$/u, '').trim() || plain;
  const words = wordsOf(bare);
  if (words.length <= LONGEST_REST && isMatter(words, vague) && !isPlainlySaid(bare, words, 0)) return false;
  if (words.length <= LONGEST_REST && A_PLAN.test(bare)) return false;
  if (/:\s*\S/.test(plain) && wordsOf(plain).length > 3) return true;
  // "Bed for Harley".
  if (words.length > 2 && words[words.length - 2] === 'for' && /^[A-ZÀ-Þ]\S*$/u.test(bare.slice(bare.lastIndexOf(' ') + 1))) return true;
  return words.filter((word) => !FILLER.has(word)).length > (words.length > 3 ? 2 : 3) || holdsPhrase(vague.plainNouns, words) || /\d/.test(bare);
}
