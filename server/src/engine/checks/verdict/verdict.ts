/**
 * A judgement passed on a person where a record could say what was seen: "Mum is dismissive", "he rolled his eyes",
 * "does not take it seriously", "her attitude". The words are the rule file's; this knows how a clause hangs them on
 * somebody. It does not know whether words are quoted (analyse.ts).
 */
import { hasEvidence } from '../../evidence.js';
import { SERVICE, type PersonEdge } from '../../people/people.js';
import { findReported } from '../../people/voices-reported.js';
import type { CheckSpec } from '../../rule.js';
import { JOINED, SOFT, STOP, type Tokens } from '../../words/tokens.js';
import { afterSubject, chainFrom, isOfFamily, isSubject, saidAfter, sentenceOf } from '../acting-on/clause.js';
import { findPhrase, phraseAt, wordNet, type WordNet } from '../acting-on/word-net.js';
import { textOf } from '../cue-phrases.js';
import type { BlockCheck, BlockResult, Raised } from '../index.js';

/** The keys of a rule of this kind. */
export const VERDICT_KEYS = ['is', 'seems', 'does', 'denied', 'is-not', 'of', 'opens', 'unless', 'not-after', 'say', 'evidence'] as const;

interface Words {
  /** What somebody "is": adjectives and nouns. */
  readonly is: WordNet;
  /** What brings one in, beside "be": "appear", "come across as". */
  readonly seems: WordNet;
  /** What somebody does. */
  readonly does: WordNet;
  /** What somebody does not do, and is not. */
  readonly denied: WordNet;
  readonly isNot: WordNet;
  /** What is somebody's: "her attitude". */
  readonly of: WordNet;
  /** What a sentence of a note may open with, its subject left out. */
  readonly opens: WordNet;
  /** In the same sentence, clears it; right after it, clears it. */
  readonly unless: WordNet;
  readonly notAfter: WordNet;
}

interface Seen {
  readonly from: number;
  readonly to: number;
}

const OBJECTS = new Set(['him', 'her', 'them']);
const NOTHING: BlockResult = { raised: [], explains: [] };
const LONGEST_JOIN = 4;
const JOINS = new Set(['and', 'but', 'or', 'yet', '&', 'then']);
const DEGREES = new Set(['a', 'an', 'the', 'bit', 'of', 'something', 'little', 'rather', 'quite', 'very', 'so', 'too', 'more', 'increasingly', 'extremely', 'at', 'times', 'both', 'such', 'somewhat', 'as', 'being', 'to', 'be', 'kind', 'sort', 'tad', 'most', 'pretty', 'generally', 'often', 'still', 'over', 'much', 'just', 'real', 'total', 'complete', 'bordering', 'on', 'all', 'really', 'fairly', 'particularly', 'highly', 'overly', 'feeling', 'becoming', 'having', 'now', 'again', 'also', 'in', 'her', 'his', 'their', 'general', 'always', 'sometimes']);
const MOST_DEGREES = 5;

/** The check for one rule file's words. */
export function verdictCheck(spec: CheckSpec): BlockCheck {
  const key = (name: string): WordNet => wordNet(spec[name]);
  const words: Words = { is: key('is'), seems: key('seems'), does: key('does'), denied: key('denied'), isNot: key('is-not'), of: key('of'), opens: key('opens'), unless: key('unless'), notAfter: key('not-after') };
  const say = textOf(spec['say']);
  const lowers = textOf(spec['evidence']) === 'clears';
  return (content, tokens, people) => {
    let seen: Map<number, Seen> | null = null;
    const add = (one: Seen | null): void => {
      if (one && ((seen ??= new Map<number, Seen>()).get(one.from)?.to ?? 0) < one.to) seen.set(one.from, one);
    };
    let opened = -1;
    for (let e = 0; e < people.length; e++) {
      const edge = people[e];
      if ((edge.groups & SERVICE) !== 0 || !isOfFamily(tokens, edge)) continue;
      if (edge.possessive) add(owned(words, tokens, edge.to));
      else {
        const from = afterSubject(tokens, edge.to);
        if (from >= tokens.count || tokens.gaps[from] === STOP || OBJECTS.has(tokens.forms[edge.from])) continue;
        const opens = tokens.gaps[edge.from] === STOP;
        const said = saidOf(words, tokens, from, opens ? 'opens' : 'named');
        if (said && isSubject(tokens, edge)) add(said);
        if (opens && opened !== edge.from) goesOn(words, tokens, people, edge.to, add);
        if (opens) opened = edge.from;
      }
    }
    for (let at = 0; at < tokens.count; at++) if (tokens.gaps[at] === STOP && !(content.kind === 'cell' && tokens.count === 1)) add(opening(words, tokens, at));
    if (seen === null) return NOTHING;
    const { prose } = content;
    const told = findReported(prose, tokens, people);
    const raised = [...(seen as Map<number, Seen>).values()].flatMap(({ from, to: seenTo }): Raised[] => {
      const to = whole(tokens, seenTo);
      const start = tokens.starts[from];
      const end = tokens.ends[to - 1];
      const sentence = sentenceOf(tokens, from);
      if (phraseAt(words.notAfter, tokens, to) > 0 || findPhrase(words.unless, tokens, sentence.from, sentence.to) >= 0) return [];
      if (saidAfter(tokens, people, to, sentence.to)) return [];
      if (told.some((one) => one.start <= start && one.end >= end && (one.rejected || one.voice === 'child' || one.voice === 'family'))) return [];
      if (lowers && hasEvidence(prose, tokens.starts[sentence.from], tokens.ends[sentence.to - 1], { start, end })) return [];
      return [{ start, end, message: say.replaceAll('{match}', prose.slice(start, end)), term: '', replacements: [], general: true }];
    });
    return { raised, explains: [] };
  };
}

/** "Mum was very defensive", "Dad rolled his eyes", "she does not take it seriously". `from` is where what is said begins. */
function saidOf(words: Words, tokens: Tokens, from: number, subject: 'named' | 'opens' | 'understood'): Seen | null {
  const chain = chainFrom(tokens, from, 'opening');
  if (chain.at >= tokens.count || (chain.at > from && tokens.gaps[chain.at] !== JOINED)) return null;
  // "has" and "does" may be what is said as well as what leads to it.
  for (let at = from; at <= chain.at && !denies(tokens, from, at); at++) {
    const acts = finite(tokens, at, from) ? phraseAt(words.does, tokens, at) : 0;
    if (acts > 0) return chain.feared ? null : { from, to: acts };
  }
  if (chain.feared) return null;
  if (chain.denied) {
    const end = phraseAt(chain.be ? words.isNot : words.denied, tokens, chain.at);
    return end > 0 ? { from, to: end } : null;
  }
  const seems = chain.be ? chain.at : phraseAt(words.seems, tokens, chain.at);
  // Note style leaves "was" out, at the start of a sentence only: "Mum defensive throughout".
  const at = seems > 0 ? seems : subject === 'opens' ? chain.at : 0;
  const end = at > 0 ? judged(words, tokens, at) : 0;
  if (end > 0 && seems === 0 && !endsThere(tokens, end)) return null;
  return end > 0 ? { from, to: end } : null;
}

/** Where the phrase that breaks off before token `to` is whole: "lacks a" goes on to "lacks a support network". */
function whole({ count, forms, gaps }: Tokens, to: number): number {
  if (!OPEN_ENDED.has(forms[to - 1])) return to;
  let end = to;
  while (end < count && end < to + MOST_WORDS && gaps[end] === JOINED && !NEXT_PART.has(forms[end])) end++;
  return end;
}

const MOST_WORDS = 4;
const OPEN_ENDED = new Set('a an the any her his their no of on in to with about from for at by own that this all very little limited poor'.split(' '));
const NEXT_PART = new Set('and but or because when which who so as if then while since after before despite although though until unless with in at for on during'.split(' '));

function denies({ forms }: Tokens, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (forms[at] === 'not' || forms[at] === 'never') return true;
  return false;
}

/** "-ing" says what somebody does only after "is": "her missing it" says nothing of her. */
function finite({ forms }: Tokens, at: number, from: number): boolean {
  const be = at > from && IS.has(forms[at - 1]);
  return forms[at]?.endsWith('ing') ? be : !be;
}

const IS = new Set(['is', 'are', 'was', 'were', 'been', "'s", 'am', 'be']);

/** What goes on about a subject behind "and": "… and hung up on me". `to` is where the sentence ends. */
function goesOn(words: Words, tokens: Tokens, people: readonly PersonEdge[], from: number, add: (one: Seen | null) => void): void {
  const { count, forms, gaps } = tokens;
  for (let at = from; at < count && gaps[at] !== STOP; at++) {
    if (forms[at].length > LONGEST_JOIN || !JOINS.has(forms[at]) || gaps[at + 1] !== JOINED || people.some((edge) => edge.from === at + 1)) continue;
    add(saidOf(words, tokens, at + 1, 'understood'));
  }
}

/** Whether a judging word that ends before token `at` stands for itself, and does not describe what follows. */
function endsThere({ count, forms, gaps }: Tokens, at: number): boolean {
  return at >= count || gaps[at] !== JOINED || MAY_FOLLOW.has(forms[at]);
}

const MAY_FOLLOW = new Set(['and', 'but', 'on', 'in', 'at', 'with', 'to', 'towards', 'when', 'about', 'throughout', 'as', 'during', 'today', 'again', 'this', 'from', 'if', 'around', 're', 'over', 'for', 'because', 'by', 'after', 'initially']);

/** Where what is judged from token `at` ends, with what is joined to it: "cold and intellectualising". 0 where nothing is. */
function judged({ is }: Words, tokens: Tokens, at: number): number {
  let end = 0;
  for (let from = at; from < tokens.count; ) {
    const next = wordAt(is, tokens, from);
    if (next === 0) return end;
    end = next;
    const joined = end < tokens.count && JOINS.has(tokens.forms[end]) && tokens.gaps[end] !== STOP;
    if (!joined && !(end < tokens.count && tokens.gaps[end] === SOFT)) return end;
    from = joined ? end + 1 : end;
  }
  return end;
}

/** Where a judging word at token `at` ends, behind "a bit", "very", "something of a"; 0 where there is none. */
function wordAt(is: WordNet, tokens: Tokens, at: number): number {
  for (let from = at; from < tokens.count && from <= at + MOST_DEGREES; from++) {
    const end = phraseAt(is, tokens, from);
    if (end > 0) return end;
    const form = tokens.forms[from];
    if (!DEGREES.has(form) && !form.endsWith('ly')) return 0;
    if (from > at && tokens.gaps[from] === STOP) return 0;
  }
  return 0;
}

/** "her attitude", "Dad's lack of insight". `at` is where what is theirs begins. */
function owned(words: Words, tokens: Tokens, at: number): Seen | null {
  const end = phraseAt(words.of, tokens, at);
  return end > 0 ? { from: at - 1, to: end } : null;
}

/** What a sentence of a note opens with, nobody named: "Refused to talk.", "Very full on." */
function opening(words: Words, tokens: Tokens, at: number): Seen | null {
  const acts = phraseAt(words.opens, tokens, at);
  if (acts > 0) return { from: at, to: acts };
  const end = wordAt(words.is, tokens, at);
  if (end === 0) return null;
  return endsThere(tokens, end) ? { from: at, to: end } : null;
}
