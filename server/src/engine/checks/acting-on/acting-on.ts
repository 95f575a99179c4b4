/**
 * Who acts on whom: what is done to a family member with nobody, or a professional, doing it. The verbs are the rule
 * file's; this knows how a clause turns them on somebody. It does not know whether words are quoted (read-blocks.ts).
 */
import { firstWhere } from '../../in-order.js';
import type { Content } from '../../note/note.js';
import { FAMILY, PROFESSIONAL, SERVICE, type PersonEdge } from '../../people/people.js';
import { findReported, toldByOthers } from '../../voices/reported.js';
import type { CheckSpec } from '../../rule.js';
import type { Tokens } from '../../words/tokens.js';
import { JOINED, SOFT, STOP } from '../../words/tokens.js';
import type { BlockCheck, BlockResult, Raised } from '../block-check.js';
import { sayOf, type SayOf } from '../kinds.js';
import { afterSubject, AND, BEFORE_OTHERS, chainBefore, chainFrom, isOfFamily, isSubject, mayBeFamily, opensClause, sentenceOf, sentencesOf } from './clause.js';
import { dutyAt, thingEnd } from './obligation.js';
import { actsOn, givenTo, isTheirs, takenFrom, type Seen } from './dealing.js';
import { withLikelyNames } from './named-once.js';
import { isAskedToo, toldBy } from './told-by.js';
import { isNews } from './told-what.js';
import { lookThrough, phraseAt } from './word-net.js';
import { wordsOf, type Words } from './words-of-rule.js';

export { ACTING_ON_KEYS } from './words-of-rule.js';

const NOTHING: BlockResult = { raised: [], explains: [] };
/** The most words of a name. */
const REACH_OF_NAME = 8;
/** How far behind its subject a second verb is looked for. */
const REACH = 30;
const DEALT = new Set(['asked', 'told', 'sent', 'given', 'seen', 'taken', 'shown', 'spoken', 'called', 'summoned', 'informed', 'reminded', 'advised', 'warned', 'invited', 'referred', 'put', 'brought', 'kept', 'held']);
const SPOKEN_OF = new Set(['to', 'that', 'not', 'with', 'from']);
const ASKS_TO = new Set(['asked', 'requested', 'refused']);
const PRONOUNS = new Set(['he', 'she', 'they', 'who', 'you']);
const FOR_NOW = new Set(['now', 'moment', 'present', 'currently', 'again']);
const CONDITIONS = new Set(['if', 'unless', 'should', 'until', 'once']);
/** How a contact record begins its lines: "10.40 Told to sit down". */
const CLOCK = /^\d\d?[.:]?\d\d(?:am|pm)?$/;
const DETERMINING = new Set(['the', 'all', 'any', 'this', 'both']);

/** The check for one rule file's verbs. */
export function actingOnCheck(spec: CheckSpec): BlockCheck {
  const words = wordsOf(spec);
  const say = sayOf(spec);
  return (content, tokens, known) => {
    const people = withLikelyNames(content.prose, tokens, known);
    let seen: Map<number, Seen> | null = null;
    const add = (one: Seen | null): void => {
      if (one && ((seen ??= new Map<number, Seen>()).get(one.from)?.to ?? 0) < one.to) seen.set(one.from, one);
    };
    for (let at = 0; at < people.length; at++) {
      const edge = people[at];
      if (!mayBeFamily(tokens, edge)) continue;
      if (edge.possessive) add(thingDone(words, tokens, people, edge.to));
      else {
        add(doneTo(words, tokens, people, at));
        add(duty(words, tokens, people, at));
        add(leave(words, tokens, people, at));
        add(lostIf(words, tokens, edge));
        add(takenFrom(words, tokens, people, edge.to));
        add(actsOn(words, tokens, people, at));
        add(givenTo(words, tokens, people, at));
        if (opensClause(tokens, edge)) goesOn(words, tokens, people, edge, at + 1, add);
      }
    }
    for (let at = 0, next = 0; at < tokens.count; at++) {
      if (tokens.gaps[at] === STOP) {
        add(opens(words, tokens, tokens.forms[at] < ':' && CLOCK.test(tokens.forms[at]) && tokens.gaps[at + 1] !== STOP ? at + 1 : at));
        while (next < people.length && people[next].from < at) next++;
        goesOn(words, tokens, people, { from: at, to: at, groups: 0 }, next, add);
      }
      add(timeDone(words, tokens, at));
      add(doneToSomebody(words, tokens, people, at));
      if (tokens.gaps[at] === SOFT && tokens.forms[at] === 'not') add(opens(words, tokens, at)); // "Photos – not permitted"
    }
    return seen === null ? NOTHING : { raised: raisedOf(content, tokens, people, [...(seen as Map<number, Seen>).values()], words, say), explains: [] };
  };
}

function raisedOf({ prose }: Content, tokens: Tokens, people: readonly PersonEdge[], seen: readonly Seen[], words: Words, say: SayOf): readonly Raised[] {
  const holds = lookThrough(tokens);
  let told: ReturnType<typeof toldByOthers> | null = null;
  const sentenceAt = sentencesOf(tokens, people);
  return seen.flatMap(({ from, to, duty: owed, told: bids }) => {
    const start = tokens.starts[from];
    const end = tokens.ends[to - 1];
    const sentence = sentenceAt(from);
    if (holds(owed ? words.reasons : words.unlessDone, sentence) || holds(words.unless, sentence)) return [];
    if (bids && holds(words.reasons, sentence)) return [];
    if (owed && sentence.from > 0 && holds(words.orders, sentenceOf(tokens, sentence.from - 1))) return [];
    if (sentence.lastSaid >= to) return [];
    told ??= toldByOthers(findReported(prose, tokens, people));
    if (told({ start, end })) return [];
    return [{ start, end, message: null, says: say(tokens, from, to), term: '', replacements: [], general: true, outweighs: (end - start - 1) / 2 }];
  });
}

/** "Mum was advised", "Dad has been told to", and in notes "Mum advised to". */
function doneTo(words: Words, tokens: Tokens, people: readonly PersonEdge[], index: number): Seen | null {
  const edge = people[index];
  const aside = tokens.gaps[edge.from] === SOFT && tokens.gaps[edge.to] === SOFT; // "Her first child, Kaiden, was removed"
  const chain = chainFrom(tokens, afterSubject(tokens, edge.to), aside ? 'opening' : 'inside');
  if (chain.feared || chain.at >= tokens.count || tokens.gaps[chain.at] !== JOINED) return null;
  const noted = tokens.forms[chain.from] === 'not' && isSubject(tokens, edge) ? phraseAt(words.bare, tokens, chain.from) : 0; // "mother not permitted to"
  if (noted > chain.at && tokens.gaps[chain.from] === JOINED) return { from: chain.from, to: noted };
  const net = chain.be ? words.done : words.bare;
  const end = chain.be || chain.plain ? (tokens.forms[chain.at - 1] === 'not' && phraseAt(net, tokens, chain.at - 1)) || phraseAt(net, tokens, chain.at) : 0;
  if (end === 0 || !(isSubject(tokens, edge) || (chain.plain && tokens.forms[edge.from - 1] === 'with')) || (chain.be && tokens.forms[chain.at].endsWith('ing')) || (chain.denied && tokens.forms[chain.at] === 'spoken') || isTheirs(words, tokens, people, end)) return null;
  if (isNews(tokens, chain.at, end) || toldBy(tokens, people, index) === 'family') return null;
  if (chain.plain && ASKS_TO.has(tokens.forms[chain.at]) && PRONOUNS.has(tokens.forms[edge.to - 1])) return null; // "he asked to leave"
  return { from: chain.from, to: withParticle(tokens, end) };
}

/** "Samir was given a dressing down": what is done to nobody but a person, whose name need not be known; and not to one of us. */
function doneToSomebody(words: Words, tokens: Tokens, people: readonly PersonEdge[], at: number): Seen | null {
  const end = phraseAt(words.somebody, tokens, at);
  if (end === 0) return null;
  const from = chainBefore(tokens, at);
  const chain = chainFrom(tokens, from, from === 0 || tokens.gaps[from] !== JOINED ? 'opening' : 'inside');
  if (chain.at < at || chain.at >= end || !chain.be || chain.feared || chain.denied || tokens.forms[from] === 'to' || isTheirs(words, tokens, people, end)) return null;
  const past = firstWhere(people.length, (index) => people[index].from >= from);
  for (let index = past - 1; index >= 0 && people[index].from > from - REACH_OF_NAME; index--) if (people[index].to === from && (people[index].groups & (PROFESSIONAL | SERVICE)) !== 0) return null;
  return { from, to: end };
}

/** "Mum must not", "Dad is to pay back", "the parents need holding to account". */
function duty(words: Words, tokens: Tokens, people: readonly PersonEdge[], index: number): Seen | null {
  const edge = people[index];
  if (!isSubject(tokens, edge) || toldBy(tokens, people, index) !== null) return null;
  const opens = opensClause(tokens, edge) && !isAskedToo(tokens, people, index);
  const seen = dutyAt(words, tokens, afterSubject(tokens, edge.to), opens ? 'clause' : 'inside');
  return seen && { ...seen, duty: true };
}

/** "Dad may attend", "Mum can only see": what somebody is let do, where nobody hopes or fears that it may be. */
function leave(words: Words, tokens: Tokens, people: readonly PersonEdge[], index: number): Seen | null {
  const edge = people[index];
  const before = edge.from > 0 && tokens.gaps[edge.from] === JOINED ? tokens.forms[edge.from - 1] : '';
  const end = before === '' || AND.has(before) || FOR_NOW.has(before) ? phraseAt(words.leave, tokens, edge.to) : 0;
  if (end === 0 || tokens.gaps[edge.to] !== JOINED) return null;
  if (tokens.forms[end - 1] !== 'with') return { from: edge.to, to: end };
  let next = index + 1;
  while (next < people.length && people[next].from < end) next++;
  return next < people.length && people[next].from === end && !people[next].possessive && (people[next].groups & FAMILY) !== 0 && (tokens.forms[end] !== 'her' || tokens.gaps[end + 1] !== JOINED) ? { from: edge.to, to: end } : null; // and not "an hour a day with her key worker"
}

/** "If Mum is late the visit will be cancelled", "the vouchers stop unless she rings": what somebody's next step may cost them. */
function lostIf(words: Words, tokens: Tokens, edge: PersonEdge): Seen | null {
  const { count, forms, gaps } = tokens;
  if (edge.from === 0 || !CONDITIONS.has(forms[edge.from - 1]) || !isOfFamily(tokens, edge)) return null;
  let from = edge.from;
  while (from > 0 && gaps[from] !== STOP && from > edge.from - REACH) from--;
  for (let at = from; at < count && at < edge.from + REACH && (gaps[at] !== STOP || at === from); at++) {
    const end = phraseAt(words.lost, tokens, at);
    if (end > 0) return { from: at, to: end, duty: true };
  }
  return null;
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
    add(takenFrom(words, tokens, people, at + 1));
    const owed = dutyAt(words, tokens, at + 1, 'inside');
    if (owed) add({ ...owed, duty: true });
    if (run.feared || run.at >= count || !(run.be || (run.plain && passive))) continue;
    const end = phraseAt(words.done, tokens, run.at);
    if (end > 0 && !forms[run.at].endsWith('ing') && !isTheirs(words, tokens, people, end)) add({ from: run.from, to: withParticle(tokens, end) });
  }
}

/** "Dad's contact was reduced", "her phone has been taken". `at` is where what is theirs begins. */
function thingDone(words: Words, tokens: Tokens, people: readonly PersonEdge[], at: number): Seen | null {
  const noun = nounEnd(words, tokens, at);
  if (noun === 0) return null;
  const chain = chainFrom(tokens, noun);
  const end = phraseAt(words.thingsDone, tokens, chain.at);
  return end > 0 && chain.be && !chain.feared && !isTheirs(words, tokens, people, end) ? { from: chain.from, to: end } : null;
}

/** "Phone", "TV privileges". */
function nounEnd(words: Words, tokens: Tokens, at: number): number {
  const noun = phraseAt(words.things, tokens, at);
  return noun > 0 && tokens.gaps[noun] === JOINED ? phraseAt(words.things, tokens, noun) || noun : noun;
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
    if (tokens.forms[at] === 'to') return null; // "To be chased" is a task, of nobody who is named
    const end = left.be && !left.feared ? phraseAt(words.done, tokens, left.at) : 0;
    return end > 0 ? { from: at, to: withParticle(tokens, end) } : null;
  }
  const noun = nounEnd(words, tokens, DETERMINING.has(tokens.forms[at]) ? at + 1 : at);
  if (noun === 0) return null;
  const noted = tokens.gaps[noun] === SOFT; // "Contact with Mum: suspended"
  const run = chainFrom(tokens, noun, noted ? 'opening' : 'inside');
  const end = run.feared ? 0 : phraseAt(words.thingsDone, tokens, run.at);
  return end > 0 ? { from: run.be || noted ? run.from : at, to: end } : null;
}

function withParticle(tokens: Tokens, end: number): number {
  const { count, forms, gaps } = tokens;
  if (end >= count || gaps[end] !== JOINED) return end;
  return SPOKEN_OF.has(forms[end]) ? end + 1 : forms[end - 1] === 'given' ? thingEnd(tokens, end) : end;
}
