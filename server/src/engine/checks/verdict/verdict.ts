/**
 * A judgement passed on a person where a record could say what was seen: "Mum is dismissive", "he rolled his eyes",
 * "does not take it seriously", "her attitude". The words are the rule file's; this knows how a clause hangs them on
 * somebody. It does not know whether words are quoted (read-blocks.ts).
 */
import { hasEvidence } from '../../evidence.js';
import { FAMILY, PROFESSIONAL, SERVICE, type PersonEdge } from '../../people/people.js';
import { findReported, toldByOthers } from '../../voices/reported.js';
import type { CheckSpec } from '../../rule.js';
import { isCapital } from '../../words/letters.js';
import { JOINED, SOFT, STOP, type Tokens } from '../../words/tokens.js';
import { afterSubject, isOfFamily, isSubject, opensClause, sentencesOf } from '../acting-on/clause.js';
import { lookThrough, phraseAt, wordNet, type WordNet } from '../acting-on/word-net.js';
import { textOf } from '../cue-phrases.js';
import type { BlockCheck, BlockResult, Raised } from '../block-check.js';
import { KINDS_KEYS, sayOf } from '../kinds.js';
import { MOST_READ, whole, wordAt } from './judged.js';
import { ARTICLES, LEFT_OPEN, apart, described, doing, foundToBe, goingOn, idiom, metWith, opening, owned, rating, saidOf, seeming, wasOf, SEEMING } from './said-of.js';
import type { Seen, Words } from './words.js';

/** The keys of a rule of this kind. */
export const VERDICT_KEYS = ['is', 'named', 'beside', 'seems', 'leads', 'does', 'denied', 'is-not', 'of', 'traits', 'rated', 'persons', 'anywhere', 'opens', 'unless', 'not-after', 'evidence', ...KINDS_KEYS] as const;

const OBJECTS = new Set(['him', 'her', 'them']);
/** Before a person these say that a judgement of them follows: "I found her rude". */
const FINDS = new Set('find finds found consider considers considered deem deemed think thought'.split(' '));
/** The same, with "as" behind that person. */
const SEES = new Set('describe describes described see sees saw view views viewed regard regards regarded experience experiences experienced portray portrays portrayed paint paints painted dismiss dismissed'.split(' '));
/** The same, where those at work do: what others call somebody is theirs. */
const CALLS = new Set('call calls called'.split(' '));
const DOUBTS = new Set(['think', 'believe', 'find', 'feel', 'accept', 'say', 'agree']);
const CARERS = new Set('carer carers father mother parent parents mum dad'.split(' '));
const LONGEST_ARTICLE = 5;
const DASHES = new Set(['–', '—', '-', ':']);
const NOTHING: BlockResult = { raised: [], explains: [] };
/** The check for one rule file's words. */
export function verdictCheck(spec: CheckSpec): BlockCheck {
  const key = (name: string): WordNet => wordNet(spec[name]);
  const words: Words = { is: key('is'), named: key('named'), beside: key('beside'), seems: key('seems'), leads: key('leads'), traits: key('traits'), rated: key('rated'), persons: key('persons'), does: key('does'), denied: key('denied'), isNot: key('is-not'), of: key('of'), opens: key('opens'), anywhere: key('anywhere'), unless: key('unless'), notAfter: key('not-after') };
  const say = sayOf(spec);
  const lowers = textOf(spec['evidence']) === 'clears';
  return (content, read, people) => {
    const tokens = withoutNames(read, people, content.prose);
    let seen: Map<number, Seen> | null = null;
    const add = (one: Seen | null): void => {
      if (one?.rest) add(one.rest);
      if (one && ((seen ??= new Map<number, Seen>()).get(one.from)?.to ?? 0) < one.to) seen.set(one.from, one);
    };
    const goOn = goingOn(words, tokens, people, add);
    let opened = -1;
    for (let e = 0; e < people.length; e++) {
      const edge = people[e];
      if ((edge.groups & SERVICE) !== 0 || !(isOfFamily(read, edge) || cares(read, edge))) continue;
      // "her" may be read as whose it is.
      const finds = edge.from > 0 && (FINDS.has(tokens.forms[edge.from - 1]) || (CALLS.has(tokens.forms[edge.from - 1]) && e > 0 && people[e - 1].to === edge.from - 1 && (people[e - 1].groups & (PROFESSIONAL | SERVICE)) !== 0) || (tokens.forms[edge.to] === 'as' && SEES.has(tokens.forms[edge.from - 1])));
      if (finds && !(e > 0 && people[e - 1].to === edge.from - 1 && isOfFamily(read, people[e - 1]))) add(foundToBe(words, tokens, edge.to));
      if (edge.from > 1 && tokens.forms[edge.from - 1] === 'from') add(metWith(words, tokens, edge.from - 1));
      if (edge.from > 1 && tokens.forms[edge.from - 1] === 'of') add(wasOf(words, tokens, edge.from - 1));
      if (edge.possessive) add(owned(words, tokens, edge.to));
      else {
        const from = afterSubject(tokens, afterAge(tokens, edge.to));
        if (from >= tokens.count || tokens.gaps[from] === STOP || OBJECTS.has(read.forms[edge.from])) continue;
        // In "Mum Ana" it is Ana who is named.
        const first = edge.from > 0 && tokens.gaps[edge.from] === JOINED && ROLES.has(tokens.forms[edge.from - 1]) ? edge.from - 1 : edge.from;
        const opens = tokens.gaps[first] === STOP || (tokens.gaps[first] === SOFT && DASHES.has(content.prose[read.starts[first] - 2]));
        const neither = edge.from > 0 && tokens.gaps[edge.from] === JOINED && (tokens.forms[edge.from - 1] === 'neither' || isDoubted(tokens, edge.from));
        const said = saidOf(words, tokens, from, neither ? 'neither' : opens ? 'opens' : 'named');
        if (said && isSubject(tokens, edge)) add(said);
        else if (tokens.gaps[from] === JOINED && tokens.forms[from].endsWith('ing') && !isSubject(tokens, edge)) add(doing(words, tokens, from));
        if ((opens || isSubject(tokens, edge)) && opened !== edge.from) goOn(edge.to);
        if (opens) opened = edge.from;
      }
    }
    let whose: 'family' | 'others' | 'nobody' = 'nobody';
    let before: PersonEdge | null = null;
    for (let at = 0, e = 0; at < tokens.count; at++) {
      if (tokens.gaps[at] === STOP) [whose, before] = ['nobody', null];
      for (; e < people.length && people[e].from <= at; e++) {
        before = people[e];
        if (!before.possessive && opensClause(tokens, before)) whose = isOfFamily(read, before) ? 'family' : 'others';
      }
      const { [at]: form } = tokens.forms;
      if (tokens.gaps[at] === SOFT) {
        // "In came Mum, a vision": what stands behind a name is of whoever has it.
        const apposed = before?.to === at && isOfFamily(read, before);
        if (whose !== 'others' || apposed) add(apart(words, tokens, at, whose === 'family' || apposed));
      }
      if ((form === 'who' || form === 'that') && tokens.gaps[at] !== STOP && at > 0 && (before?.to === at ? form === 'who' && isOfFamily(read, before) : phraseAt(words.persons, tokens, at - 1) === at)) add(saidOf(words, tokens, at + 1, 'named'));
      if (whose === 'family' && SEEMING.has(form)) add(seeming(words, tokens, at));
      if (form === 'how') {
        const end = wordAt(tokens, at + 1, words.is, words.named);
        if (people[e]?.from === end || people[e + 1]?.from === end) add(end > 0 ? { from: at + 1, core: at + 1, to: end } : null);
      }
      if (tokens.gaps[at] === STOP && !(content.kind === 'cell' && tokens.count === 1)) {
        const first = opening(words, tokens, at);
        add(first);
        if (first || LEFT_OPEN.has(tokens.forms[at])) goOn(first?.to ?? at + 1);
      }
      if (tokens.forms[at].length <= LONGEST_ARTICLE && ARTICLES.has(tokens.forms[at])) add(described(words, tokens, at));
      add(idiom(words, tokens, people, at));
      if (phraseAt(words.traits, tokens, at) > 0) add(rating(words, tokens, at));
    }
    if (seen === null) return NOTHING;
    const { prose } = content;
    const holds = lookThrough(tokens);
    const told = toldByOthers(findReported(prose, read, people));
    const sentenceAt = sentencesOf(tokens, people);
    const raised = [...(seen as Map<number, Seen>).values()].flatMap(({ from: first, core, to: seenTo }): Raised[] => {
      const to = whole(tokens, seenTo);
      const from = to - first > MOST_READ ? core : first;
      const start = tokens.starts[from];
      const end = tokens.ends[to - 1];
      const sentence = sentenceAt(from);
      const cleared = phraseAt(words.notAfter, tokens, to);
      // "A misery of a man" is he; "the driver of the car" is not.
      if ((cleared > 0 && phraseAt(words.persons, tokens, cleared) === 0) || holds(words.unless, sentence)) return [];
      if (sentence.lastSaid >= to) return [];
      if (told({ start, end })) return [];
      if (lowers && hasEvidence(prose, tokens.starts[sentence.from], tokens.ends[sentence.to - 1], { start, end })) return [];
      return [{ start, end, message: null, says: say(tokens, from, to), term: '', replacements: [], general: true, ...(to - from > MOST_READ ? {} : { outweighs: (end - tokens.starts[core]) / 2 }) }];
    });
    return { raised, explains: [] };
  };
}

/** Who looks after a child for us is judged as the family is: "the carers threw in the towel". */
function cares({ forms }: Tokens, { from, to, groups }: PersonEdge): boolean {
  return groups === 0 && CARERS.has(forms[to - 1]) && (to > from + 1 || CARERS.has(forms[from]));
}

/** "I do not think that Mum is rude": what is said of whoever stands at token `at` is denied. */
function isDoubted({ forms, gaps }: Tokens, at: number): boolean {
  const verb = forms[at - 1] === 'that' ? at - 2 : at - 1;
  return verb > 0 && gaps[verb] === JOINED && DOUBTS.has(forms[verb]) && forms[verb - 1] === 'not';
}

/** Behind an age: "Amira (16) remains", "Amira 16, scatty". */
function afterAge({ count, forms, gaps }: Tokens, at: number): number {
  return at + 1 < count && gaps[at] !== STOP && gaps[at + 1] === SOFT && forms[at] >= '0' && forms[at] <= '99' ? at + 1 : at;
}

/** The same words with "them" for every name of somebody of the family, as the lists have it: "ignored Leo". */
function withoutNames(tokens: Tokens, people: readonly PersonEdge[], prose: string): Tokens {
  let forms: string[] | null = null;
  for (const { from, to, groups, possessive } of people) {
    if ((groups & FAMILY) === 0 || (groups & (PROFESSIONAL | SERVICE)) !== 0 || possessive || to !== from + 1 || ROLES.has(tokens.forms[from]) || !isCapital(prose, tokens.starts[from])) continue;
    forms ??= [...tokens.forms];
    forms[from] = 'them';
  }
  return forms === null ? tokens : { ...tokens, forms };
}

const ROLES = new Set('herself himself themselves themself mum dad mother father parents he she they him her nan gran grandmother family children child baby kids'.split(' '));
