/**
 * Who acts on whom: what is done to a family member with nobody, or a professional, doing it. The verbs are the rule
 * file's; this knows how a clause turns them on somebody. It does not know whether words are quoted (analyse.ts).
 */
import type { Content } from '../../note/note.js';
import { FAMILY, PROFESSIONAL, SERVICE, type PersonEdge } from '../../people/people.js';
import { findReported } from '../../voices/reported.js';
import type { CheckSpec } from '../../rule.js';
import type { Tokens } from '../../words/tokens.js';
import { JOINED, SOFT, STOP } from '../../words/tokens.js';
import type { BlockCheck, BlockResult, Raised } from '../block-check.js';
import { sayOf, type SayOf } from '../kinds.js';
import { afterSubject, BEFORE_OTHERS, chainBefore, chainFrom, clauseOwner, isSubject, mayBeFamily, opensClause, saidAfter, sentenceOf } from './clause.js';
import { dutyAt } from './obligation.js';
import { isNews, obliges, toldWhat } from './told-what.js';
import { findPhrase, lookThrough, phraseAt } from './word-net.js';
import { wordsOf, type Words } from './words-of-rule.js';

export { ACTING_ON_KEYS } from './words-of-rule.js';

/** Token indexes of what was seen. */
interface Seen {
  readonly from: number;
  readonly to: number;
  readonly duty?: true;
}

const NOTHING: BlockResult = { raised: [], explains: [] };
/** "made it clear to" */
const LONGEST_VERB = 4;
/** How far behind its subject a second verb is looked for. */
const REACH = 30;
const VIEWS = new Set(['decided', 'agreed', 'thinks', 'thought', 'believes', 'feels', 'felt', 'wants', 'says', 'said', 'knows', 'knew', 'hopes', 'insists', 'insisted', 'told', 'suggested', 'wrote', 'asked']);
const AND = new Set(['and', 'but', 'then', 'or']);
const DEALT = new Set(['asked', 'told', 'sent', 'given', 'seen', 'taken', 'shown', 'spoken', 'called', 'summoned', 'informed', 'reminded', 'advised', 'warned', 'invited', 'referred', 'put', 'brought', 'kept', 'held']);
const HAVING = new Set(['had', 'have', 'has', 'having', 'get', 'gets', 'got', 'getting']);
const THEIRS = new Set(['his', 'her', 'their', 'the', 'all', 'any', 'its']);
const SPOKEN_OF = new Set(['to', 'that', 'not', 'with', 'from']);
/** Who is meant is too little sure to say that a professional did it. */
const THIRD = new Set(['he', 'she', 'they']);
const DETERMINING = new Set(['the', 'all', 'any', 'this', 'both']);

/** The check for one rule file's verbs. */
export function actingOnCheck(spec: CheckSpec): BlockCheck {
  const words = wordsOf(spec);
  const say = sayOf(spec);
  return (content, tokens, people) => {
    let seen: Map<number, Seen> | null = null;
    const add = (one: Seen | null): void => {
      if (one && ((seen ??= new Map<number, Seen>()).get(one.from)?.to ?? 0) < one.to) seen.set(one.from, one);
    };
    for (let at = 0; at < people.length; at++) {
      const edge = people[at];
      if (!mayBeFamily(tokens, edge)) continue;
      if (edge.possessive) add(thingDone(words, tokens, edge.to));
      else {
        add(doneTo(words, tokens, people, edge));
        add(duty(words, tokens, people, edge));
        add(takenFrom(words, tokens, edge.to));
        add(actsOn(words, tokens, people, at));
        if (opensClause(tokens, edge)) goesOn(words, tokens, people, edge, at + 1, add);
      }
    }
    for (let at = 0, next = 0; at < tokens.count; at++) {
      if (tokens.gaps[at] === STOP) {
        add(opens(words, tokens, at));
        while (next < people.length && people[next].from < at) next++;
        goesOn(words, tokens, people, { from: at, to: at, groups: 0 }, next, add);
      }
      add(timeDone(words, tokens, at));
      if (tokens.gaps[at] === SOFT && tokens.forms[at] === 'not') add(opens(words, tokens, at)); // "Photos – not permitted"
    }
    return seen === null ? NOTHING : { raised: raisedOf(content, tokens, people, [...(seen as Map<number, Seen>).values()], words, say), explains: [] };
  };
}

function raisedOf({ prose }: Content, tokens: Tokens, people: readonly PersonEdge[], seen: readonly Seen[], words: Words, say: SayOf): readonly Raised[] {
  const holds = lookThrough(tokens);
  let told: ReturnType<typeof findReported> | null = null;
  return seen.flatMap(({ from, to, duty: owed }) => {
    const start = tokens.starts[from];
    const end = tokens.ends[to - 1];
    const sentence = sentenceOf(tokens, from);
    if (holds(owed ? words.reasons : words.unlessDone, sentence) || holds(words.unless, sentence)) return [];
    if (saidAfter(tokens, people, to, sentence.to)) return [];
    told ??= findReported(prose, tokens, people);
    if (told.some((one) => one.start <= start && one.end >= end && one.voice !== 'professional')) return [];
    return [{ start, end, message: null, says: say(tokens, from, to), term: '', replacements: [], general: true }];
  });
}

/** "Mum was advised", "Dad has been told to", and in notes "Mum advised to". */
function doneTo(words: Words, tokens: Tokens, people: readonly PersonEdge[], edge: PersonEdge): Seen | null {
  const aside = tokens.gaps[edge.from] === SOFT && tokens.gaps[edge.to] === SOFT; // "Her first child, Kaiden, was removed"
  const chain = chainFrom(tokens, afterSubject(tokens, edge.to), aside ? 'opening' : 'inside');
  if (chain.feared || chain.at >= tokens.count || tokens.gaps[chain.at] !== JOINED) return null;
  const end = chain.be || chain.plain ? phraseAt(chain.be ? words.done : words.bare, tokens, chain.at) : 0;
  if (end === 0 || !isSubject(tokens, edge) || (chain.be && tokens.forms[chain.at].endsWith('ing')) || (chain.denied && tokens.forms[chain.at] === 'spoken') || isTheirs(words, tokens, people, end)) return null;
  if (isNews(tokens, chain.at, end)) return null;
  return { from: chain.from, to: withParticle(tokens, end) };
}

/** "Mum must not", "Dad is to pay back", "the parents need holding to account". */
function duty(words: Words, tokens: Tokens, people: readonly PersonEdge[], edge: PersonEdge): Seen | null {
  if (!isSubject(tokens, edge) || isTheirView(tokens, people, edge)) return null;
  const seen = dutyAt(words, tokens, afterSubject(tokens, edge.to), opensClause(tokens, edge) ? 'clause' : 'inside');
  return seen && { ...seen, duty: true };
}

/** "Mum decided that Dad must leave": whom the family binds is its own affair. */
function isTheirView({ forms }: Tokens, people: readonly PersonEdge[], { from }: PersonEdge): boolean {
  const verb = forms[from - 1] === 'that' ? from - 2 : from - 1;
  return VIEWS.has(forms[verb]) && people.some((one) => !one.possessive && one.to <= verb && one.to > verb - 3 && (one.groups & FAMILY) !== 0);
}

/** "They had their phones taken." */
function takenFrom(words: Words, tokens: Tokens, at: number): Seen | null {
  if (!HAVING.has(tokens.forms[at]) || tokens.gaps[at] !== JOINED || !THEIRS.has(tokens.forms[at + 1]) || tokens.gaps[at + 1] !== JOINED) return null;
  const noun = phraseAt(words.things, tokens, at + 2);
  const end = noun > 0 ? phraseAt(words.thingsDone, tokens, noun) : 0;
  return end > 0 ? { from: at, to: end } : null;
}

/** What follows "and" in the clause of somebody, or of nobody who is named: "and was given until Friday", "and told to wait", "and must not". */
function goesOn(words: Words, tokens: Tokens, people: readonly PersonEdge[], edge: PersonEdge, after: number, add: (one: Seen | null) => void): void {
  const { count, forms, gaps } = tokens;
  const left = edge.to === edge.from;
  const first = chainFrom(tokens, left ? edge.to : afterSubject(tokens, edge.to), left ? 'opening' : 'inside');
  if (left && first.at === edge.to) return;
  // "was upset and challenged me" is what she did
  const passive = first.be && first.at < count && (DEALT.has(forms[first.at]) || phraseAt(words.done, tokens, first.at) > 0);
  let next = after;
  for (let at = edge.to; at + 1 < count && at < edge.to + REACH && (gaps[at] !== STOP || at === edge.from); at++) {
    while (next < people.length && people[next].from < at) next++;
    if (next < people.length && people[next].from === at && !people[next].possessive && people[next].to > edge.to && opensClause(tokens, people[next])) return;
    if (!AND.has(forms[at]) || gaps[at + 1] !== JOINED || (next < people.length && people[next].from === at + 1)) continue;
    const run = chainFrom(tokens, at + 1);
    add(takenFrom(words, tokens, at + 1));
    const owed = dutyAt(words, tokens, at + 1, 'inside');
    if (owed) add({ ...owed, duty: true });
    if (run.feared || run.at >= count || !(run.be || (run.plain && passive))) continue;
    const end = phraseAt(words.done, tokens, run.at);
    if (end > 0 && !forms[run.at].endsWith('ing') && !isTheirs(words, tokens, people, end)) add({ from: run.from, to: withParticle(tokens, end) });
  }
}

/** "Dad's contact was reduced", "her phone has been taken". `at` is where what is theirs begins. */
function thingDone(words: Words, tokens: Tokens, at: number): Seen | null {
  const noun = phraseAt(words.things, tokens, at);
  if (noun === 0) return null;
  const chain = chainFrom(tokens, noun);
  const end = phraseAt(words.thingsDone, tokens, chain.at);
  return end > 0 && chain.be && !chain.feared ? { from: chain.from, to: end } : null;
}

/** "The package was cut", "all contact has been suspended". */
function timeDone(words: Words, tokens: Tokens, at: number): Seen | null {
  const noun = phraseAt(words.time, tokens, at);
  if (noun === 0 || (at > 0 && tokens.gaps[at] === JOINED && BEFORE_OTHERS.has(tokens.forms[at - 1]))) return null;
  const chain = chainFrom(tokens, noun);
  const end = chain.be && !chain.feared ? phraseAt(words.timeDone, tokens, tokens.forms[chain.at - 1] === 'not' ? chain.at - 1 : chain.at) || phraseAt(words.timeDone, tokens, chain.at) : 0;
  return end > 0 ? { from: chain.from, to: end } : null;
}

/** What a sentence opens with, as notes do: "Reminded that …", "Was told to", "Contact will be reduced", "TV removed". */
function opens(words: Words, tokens: Tokens, at: number): Seen | null {
  const bare = phraseAt(words.bare, tokens, at);
  if (bare > 0) return { from: at, to: withParticle(tokens, bare) };
  const left = chainFrom(tokens, at, 'opening');
  if (left.at > at) {
    const end = left.be && !left.feared ? phraseAt(words.done, tokens, left.at) : 0;
    return end > 0 ? { from: at, to: withParticle(tokens, end) } : null;
  }
  const noun = phraseAt(words.things, tokens, DETERMINING.has(tokens.forms[at]) ? at + 1 : at);
  if (noun === 0) return null;
  const noted = tokens.gaps[noun] === SOFT; // "Contact with Mum: suspended"
  const run = chainFrom(tokens, noun, noted ? 'opening' : 'inside');
  const end = run.feared ? 0 : phraseAt(words.thingsDone, tokens, run.at);
  return end > 0 ? { from: run.be || noted ? run.from : at, to: end } : null;
}

/** "I reminded her", "SW told Dad that he must", "Told mum she cannot". */
function actsOn(words: Words, tokens: Tokens, people: readonly PersonEdge[], object: number): Seen | null {
  const edge = people[object];
  for (let verb = edge.from - 1; verb >= 0 && verb >= edge.from - LONGEST_VERB && tokens.gaps[verb + 1] === JOINED; verb--) {
    const acts = phraseAt(words.does, tokens, verb) === edge.from;
    const made = phraseAt(words.makes, tokens, verb) === edge.from && tokens.gaps[edge.to] === JOINED ? phraseAt(words.makesDo, tokens, edge.to) : 0;
    if (!acts && made === 0 && !(phraseAt(words.tells, tokens, verb) === edge.from && obliges(tokens, edge.to))) continue;
    const from = chainBefore(tokens, verb);
    if (made > 0) return from > 0 && tokens.gaps[from] !== STOP && isOurs(tokens, people, object, from, verb) ? { from: verb, to: made } : null;
    return isOurs(tokens, people, object, from, verb) ? { from: verb, to: toldWhat(tokens, edge.to) } : null;
  }
  return null;
}

/** Whether the one who does it is a professional: named before the verb, or left out at the start of a sentence. */
function isOurs(tokens: Tokens, people: readonly PersonEdge[], object: number, from: number, verb: number): boolean {
  const { forms, gaps } = tokens;
  if (from === 0 || gaps[from] === STOP) return verb === from && /(?:ed|told|made|let|got|gave|put|took|sent|spoke|had)$/.test(forms[verb]);
  const owner = AND.has(forms[from - 1]) ? clauseOwner(tokens, people, object, from) : nextTo(people, object, from);
  return owner !== null && (owner.groups & (PROFESSIONAL | SERVICE)) !== 0 && !THIRD.has(forms[owner.from]);
}

/** Who stands right before token `to`. */
function nextTo(people: readonly PersonEdge[], before: number, to: number): PersonEdge | null {
  for (let at = before - 1; at >= 0 && people[at].from > to - 8; at--) if (people[at].to === to && !people[at].possessive) return people[at];
  return null;
}

/** Whether "by" names somebody of the family's own, or a court, police, a doctor. */
function isTheirs(words: Words, tokens: Tokens, people: readonly PersonEdge[], from: number): boolean {
  for (let at = tokens.forms[from - 1] === 'by' ? from - 1 : from; at < tokens.count && at < from + 8 && tokens.gaps[at] !== STOP; at++) {
    if (tokens.forms[at] !== 'by') continue;
    if (findPhrase(words.by, tokens, at + 1, Math.min(at + 6, tokens.count)) >= 0) return true;
    const who = people.find((edge) => edge.from === at + 1 && !edge.possessive);
    if (who) return (who.groups & (PROFESSIONAL | SERVICE)) === 0;
  }
  return false;
}

function withParticle({ count, forms, gaps }: Tokens, end: number): number {
  return end < count && gaps[end] === JOINED && SPOKEN_OF.has(forms[end]) ? end + 1 : end;
}
