/**
 * Whether what is told of a child is somebody else's account: "Mum says that he likes it". It does not know what a child
 * is told to have said or done.
 */
import { CHILD, type PersonEdge } from '../../people/people.js';
import { MONTH } from '../../words/dates.js';
import { isIrregular } from '../../words/irregulars.js';
import { JOINED, STOP, type Tokens } from '../../words/tokens.js';
import { findCue, type Cues } from '../cue-phrases.js';
import type { BlockDetail } from '../note-view.js';
import { childOf, PRONOUNS, type Reader } from './reader.js';

/** With these somebody gives an account. */
export const REPORTS: ReadonlySet<string> = new Set(['say', 'says', 'said', 'reports', 'reported', 'report', 'feels', 'felt', 'feel', 'thinks', 'thought', 'think', 'tells', 'told', 'describes', 'described', 'shared', 'shares', 'states', 'stated', 'advised', 'advises', 'confirmed', 'confirms', 'believes', 'believe', 'claims', 'according', 'explained', 'understands', 'informed', 'view', 'opinion', 'account', 'impression']);
const SUPPOSES = /^(?:think|thought|feel|felt|believe|view|opinion|impression)$/;
/** With these a clause of its own begins. */
export const OPENS_CLAUSE: ReadonlySet<string> = new Set(['but', 'however', 'so', 'although', 'instead', 'then', 'because']);

/** Whether a block, from behind its label on, may be a child's own words or wants told without "she said": no fake, no account by somebody else or of the child. */
export function isPlain({ tokens, people }: BlockDetail, fakes: Cues, from: number): boolean {
  return tokens.count > 2 && findCue(fakes, tokens) < 0 && !opensOnSomebody(tokens, people) && !(tokens.forms.some((form, at) => tokens.starts[at] >= from && REPORTS.has(form)) && people.some((edge) => isAdult(edge, tokens.forms)));
}

function isAdult({ groups, from }: PersonEdge, forms: readonly string[]): boolean {
  return (groups & CHILD) === 0 && !PRONOUNS.has(forms[from]);
}

/** "Mrs Park would like him to stay", "He is doing well": a statement of somebody, and not "Mum to come to the match". */
function opensOnSomebody({ forms, gaps, count }: Tokens, people: readonly PersonEdge[]): boolean {
  return people.some((edge) => {
    const { from, to, possessive } = edge;
    const form = forms[from];
    if (possessive || to >= count || gaps[to] !== JOINED || !(gaps[from] === STOP || from === 0) || (!isAdult(edge, forms) && !/^(?:he|she|they)$/.test(form) && (edge.groups & CHILD) === 0)) return false;
    return forms[to] !== "'s" && form !== 'i' && form !== 'we' && form !== 'my' && form !== 'our' && tellsOfDeed(forms[to]);
  });
}

/** "Said", "asks", "walked", "has": a verb that tells what somebody did or does, and not "go". */
export function tellsOfDeed(form: string): boolean {
  return FINITE.test(form) || /(?:ed|[^s]s)$/.test(form) || isIrregular(form, 'past');
}

const FINITE = /^(?:is|are|was|were|has|have|had|would|will|does|did|do)$/;

/** "Mum says Leo likes it", "School report that he", "I think she feels": somebody else's account, earlier in the sentence. */
export function isBorrowed(reader: Reader, edge: PersonEdge): boolean {
  const { tokens: { forms }, adults, starting, sentence } = reader;
  if (isCarried(reader, edge.from)) return true;
  let owner: 'child' | 'writer' | 'other' = 'other';
  for (let i = Math.max(sentence[edge.from], edge.from - 25); i < edge.from; i++) {
    const person = starting.get(i);
    if (adults.has(i)) owner = 'other';
    else if (forms[i] === 'i' || forms[i] === 'we') owner = 'writer';
    else if (person && childOf(reader, person) !== null) owner = 'child';
    // "Where it said that she was quiet she wrote": the paper says so.
    if (REPORTS.has(forms[i]) && forms[i - 1] !== 'it' && (owner === 'other' || (owner === 'writer' && SUPPOSES.test(forms[i])))) return true;
    if (OPENS_CLAUSE.has(forms[i])) owner = 'child';
  }
  return false;
}

/** "Her advocate told me on 3 May that Leo wants …": passed on by somebody the child may trust, with the day or how they know. */
export function isPassedOn({ prose, tokens, sentence }: Reader, { from }: PersonEdge, { trusted, knows }: { readonly trusted: Cues; readonly knows: Cues }): boolean {
  const opens = Math.max(sentence[from], from - FAR);
  if (findCue(trusted, tokens, opens, from) < 0) return false;
  // "Her teacher reports that he is happy" is no more than what a grown-up thinks.
  const told = tokens.forms.slice(opens, from).some((form) => form === 'me' || form === 'us');
  let to = from + 1;
  while (to < tokens.count && to < from + FAR && tokens.gaps[to] !== STOP) to++;
  return (told && DAY.test(prose.slice(tokens.starts[opens], tokens.ends[to - 1]))) || findCue(knows, tokens, opens, to) >= 0;
}

/** Words within which somebody passes on what a child wants, and says how they know. */
const FAR = 25;
const DAY = new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)? ${MONTH}\\b|\\b\\d{1,2}[/.]\\d{1,2}\\b|\\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\\b`, 'u');

/** "Maureen reports a good week. Leo enjoyed the farm.": a report goes on until somebody else has something to tell. */
function isCarried({ tokens: { forms, count }, adults, sentence, spoken }: Reader, at: number): boolean {
  if (sentence[at] === 0 || spoken.length > 0 || !adults.has(forms[0] === 'the' || forms[0] === 'his' || forms[0] === 'her' ? 1 : 0)) return false;
  let report = 1;
  while (report < count && sentence[report] === 0 && report < OPENS_WITHIN && !REPORTS.has(forms[report])) report++;
  if (report >= count || sentence[report] !== 0 || !REPORTS.has(forms[report])) return false;
  for (let i = report + 1; i < count && sentence[i] <= at; i++) if (TURNS.has(forms[i])) return false;
  return true;
}

/** How soon a report says that it is one. */
const OPENS_WITHIN = 7;
/** With these the writer or the child comes in. */
const TURNS = new Set(['i', 'me', 'we', 'us', 'my', 'our', 'said', 'told', 'says', 'asked', 'saw', 'seen', 'observed', 'drew', 'showed', 'when']);

