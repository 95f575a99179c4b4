/**
 * What the writer passes on in other words than the speaker's: "Nan says that Dad is lazy", "the school report says
 * he …". And words that are named only to be rejected: "we do not call it …". It does not know quotation marks.
 */
import { holding } from '../in-order.js';
import type { PersonEdge } from '../people/people.js';
import { DETERMINERS } from '../people/lexicon.js';
import { WORDS } from '../people/words.js';
import { isCapital } from '../words/letters.js';
import { JOINED, SOFT, STOP, type Tokens } from '../words/tokens.js';
import { voiceOf } from './speakers.js';
import type { Speech } from './voices.js';

// Verbs of doubt ("claims", "insists", "denies") are the writer's own, and open nothing.
const TELLS = words('say says said saying tell tells told telling explain explains explained explaining report reports reported state states stated mention mentions mentioned add adds added confirm confirms confirmed complain complains complained recall recalls recalled remember remembers remembered share shared disclosed shouted texted wrote');
const THINKS = words('feel feels felt think thinks thought believe believes believed worry worries worried wish wishes wished hope hopes hoped fear fears feared reckon reckons reckoned');
const ASKS = words('ask asks asked wonder wonders wondered');
const WANTS = words('want wants wanted');
const QUESTIONS = words('if whether why how what when where who which');
const DESCRIBES = words('describe describes described call calls called sees saw');
const STATES = words('worried scared afraid frightened concerned anxious sure upset');
const BEFORE_VERB = words("has have had also often then later always still just again once both all did does would 'd is are was were been being now sometimes since");
/** Who is neither of the family nor at work, and is passed on as they are. */
const BYSTANDERS = words('lad lads boy boys girl girls pupil pupils man men woman women friend friends neighbour neighbours somebody someone');
const HEARERS = words('me us');
const RECORDS = words('log record records report reports notes note letter file statement summary assessment referral');
const RECORDS_SAY = words('say says said record records recorded state states stated describe describes described show shows showed note notes noted report reports reported');
const CLAUSE = words("it there this everyone everybody nobody somebody someone people things nothing if she he they we i you how why what where when");
const NO_CLAUSE = words('no yes sorry thank thanks hello goodbye nothing');
const TURNS = words('but however although though yet whereas');
/** After "and" these go on about the speaker, whom the writer is describing again. */
const ACTS_AGAIN = words('then became becomes refused refuses did does was is has had continues continued remains remained started began left shouted swore slammed got walked cried would will can could');
const NAMES_WORD = words('word words term phrase label');
const SAYS = words('call say write use calling saying writing using');

/** Whether a span lies in what somebody is said to have told who is neither a worker nor looks after a child for us. */
export function toldByOthers(reported: readonly Speech[]) {
  return holding(reported.filter(({ voice, speaker }) => voice !== 'professional' && !CARES.test(speaker)));
}

const CARES = /^(?!young\b).*\bcarers?$/i;

/** By start; they may overlap what is quoted. Linear in the edges; never throws. */
export function findReported(prose: string, tokens: Tokens, edges: readonly PersonEdge[]): readonly Speech[] {
  const { count, forms, gaps } = tokens;
  const found: Speech[] = [];
  let until = 0;
  for (let e = 0; e < edges.length; e++) {
    const edge = edges[e];
    if (edge.possessive || edge.from < until || edges[e + 1]?.from === edge.from && edges[e + 1].to > edge.to && !edges[e + 1].possessive) continue;
    if (WORDS.get(forms[edge.from])?.self) continue;
    const from = contentAfter(prose, tokens, edges, edge.to);
    if (from < 0) continue;
    const end = clauseEnd(prose, tokens, from);
    until = end;
    found.push({ start: tokens.starts[from], end: tokens.ends[end - 1], voice: voiceOf(edge.groups), speaker: prose.slice(tokens.starts[edge.from], tokens.ends[edge.to - 1]), reported: true });
  }
  for (let i = 0; i + 1 < count; i++) {
    const yours = forms[i] === 'you' || BYSTANDERS.has(forms[i]) ? contentAfter(prose, tokens, edges, i + 1) : -1;
    if (yours > 0) found.push({ start: tokens.starts[yours], end: tokens.ends[clauseEnd(prose, tokens, yours) - 1], voice: 'other', speaker: forms[i], reported: true });
    const goesOn = forms[i] === 'and' && TELLS.has(forms[i + 1]) ? opener(tokens, edges, i) : undefined;
    const said = goesOn ? contentAfter(prose, tokens, edges, i + 1) : -1;
    if (goesOn && said > 0) found.push({ start: tokens.starts[said], end: tokens.ends[clauseEnd(prose, tokens, said) - 1], voice: voiceOf(goesOn.groups), speaker: prose.slice(tokens.starts[goesOn.from], tokens.ends[goesOn.to - 1]), reported: true });
    const from = RECORDS.has(forms[i]) ? saysNext(tokens, i + 1) : 0;
    if (from > 0) {
      found.push({ start: tokens.starts[from], end: tokens.ends[clauseEnd(prose, tokens, from) - 1], voice: 'professional', speaker: forms[i], reported: true });
      i = from - 1; // "log 4471 records that": the log tells it, not the records
      continue;
    }
    if (rejects(tokens, i) && gaps[i + 1] !== STOP) found.push({ start: tokens.starts[i + 1], end: tokens.ends[Math.min(clauseEnd(prose, tokens, i + 1), i + 7) - 1], voice: 'other', speaker: '', rejected: true });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Who a sentence opens with that goes on at token `at`: "Mum came to the door and said the house was a tip". */
function opener({ forms, gaps }: Tokens, edges: readonly PersonEdge[], at: number): PersonEdge | undefined {
  let from = at;
  while (from > 0 && gaps[from] !== STOP) from--;
  return edges.find((edge) => edge.from === from && !edge.possessive && !WORDS.get(forms[from])?.self);
}

/** The first token of what a subject that ends before token `to` is said to say, or -1. */
function contentAfter(prose: string, tokens: Tokens, edges: readonly PersonEdge[], to: number): number {
  const { count, forms, gaps } = tokens;
  let at = to;
  const aside = gaps[to] === SOFT && to > 1; // "Kai's dad, Ola, says"
  while (at < count && at < to + 4 && (gaps[at] === JOINED || (aside && at === to)) && BEFORE_VERB.has(forms[at])) at++;
  if (at >= count || (gaps[at] !== JOINED && !(aside && at === to))) return -1;
  const verb = forms[at++];
  const describes = DESCRIBES.has(verb);
  const thinks = THINKS.has(verb) || STATES.has(verb);
  const wonders = WANTS.has(verb) && forms[at] === 'to' && forms[at + 1] === 'know';
  if (wonders) at += 2;
  const asks = wonders || ASKS.has(verb);
  if (!describes && !thinks && !asks && !TELLS.has(verb)) return -1;
  if (at >= count || gaps[at] !== JOINED) return -1;
  if (describes) return verb === 'sees' || verb === 'saw' ? -1 : at;
  if (HEARERS.has(forms[at])) at++;
  else if (forms[at] === 'to') at = Math.min(at + 2, count);
  else if (asks || /^t(?:ell|old)/u.test(verb)) at = edges.find((edge) => edge.from === at && !edge.possessive)?.to ?? at;
  if (at >= count || gaps[at] !== JOINED) return -1;
  if (asks) return QUESTIONS.has(forms[at]) ? at : -1;
  if (forms[at] === 'that' || forms[at] === 'about') return at + 1 < count && gaps[at + 1] === JOINED ? at + 1 : -1;
  const opens = CLAUSE.has(forms[at]) || (DETERMINERS.has(forms[at]) && !thinks) || isCapital(prose, tokens.starts[at]) || edges.some((edge) => edge.from === at);
  return opens && !NO_CLAUSE.has(forms[at]) ? at : -1;
}

/** Where "log 4471 records that" goes on after its verb, or 0. */
function saysNext({ count, forms, gaps }: Tokens, from: number): number {
  if (forms[from] === 'that' && gaps[from] === JOINED && from + 1 < count) return from + 1; // "School report that …"
  for (let i = from; i < count && i < from + 6 && gaps[i] !== STOP; i++) {
    if (RECORDS_SAY.has(forms[i]) && gaps[i + 1] === JOINED) return forms[i + 1] === 'that' && i + 2 < count ? i + 2 : i + 1 < count ? i + 1 : 0;
  }
  return 0;
}

/** "the word …", "we do not call it …", "instead of saying …": whether token `i` names the words after it only to reject them. */
function rejects({ forms }: Tokens, i: number): boolean {
  const form = forms[i];
  if (NAMES_WORD.has(form)) return forms[i - 1] === 'the' || forms[i - 1] === 'this';
  if (!SAYS.has(form)) return false;
  const before = forms[i - 1];
  if (form.endsWith('ing')) return before === 'stop' || before === 'avoid' || (before === 'of' && forms[i - 2] === 'instead') || (before === 'than' && forms[i - 2] === 'rather');
  return (before === 'not' || before === 'never') && ['we', 'i', 'not', 'do', 'will'].includes(forms[i - 2]) && (forms[i - 2] !== 'do' || forms[i - 3] === 'we' || forms[i - 3] === 'i' || forms[i - 3] === undefined);
}

/** The token after a clause that begins at `from`: where the sentence ends, turns, or goes on about what the speaker did. */
function clauseEnd(prose: string, { count, forms, gaps, starts, ends }: Tokens, from: number): number {
  for (let i = from + 1; i < count; i++) {
    if (gaps[i] === STOP) return i;
    if (TURNS.has(forms[i]) || (forms[i] === 'and' && ACTS_AGAIN.has(forms[i + 1] ?? ''))) return i;
    if (gaps[i] !== JOINED && /[;)–—]| - /u.test(prose.slice(ends[i - 1], starts[i]))) return i;
  }
  return count;
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
