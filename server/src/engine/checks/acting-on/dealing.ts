/**
 * What is dealt out to somebody of the family by a professional or by nobody who is named: "I reminded her", "set Dad
 * tasks", "sessions will be delivered to Mum", "had his phone taken". The verbs are the rule file's.
 */
import { FAMILY, PROFESSIONAL, SERVICE, type PersonEdge } from '../../people/people.js';
import { JOINED, STOP, type Tokens } from '../../words/tokens.js';
import { AND, chainBefore, chainFrom, clauseOwner } from './clause.js';
import { obliges, toldWhat } from './told-what.js';
import { findPhrase, phraseAt } from './word-net.js';
import type { Words } from './words-of-rule.js';

/** Token indexes of what was seen. */
export interface Seen {
  readonly from: number;
  readonly to: number;
  readonly duty?: true;
  /** What somebody is told to do: both done to them and a duty. */
  readonly told?: true;
}

/** "has made it very clear indeed to" */
const LONGEST_VERB = 7;
/** How many words what is given has before its verb, and is underlined with: "a final warning [was issued to] Mum". */
const LONGEST_GIFT = 4;
/** "issued to the": no more than this says nothing of what was given. */
const LONGEST_BARE = 3;
const HAVING = new Set(['had', 'have', 'has', 'having', 'get', 'gets', 'got', 'getting']);
const THEIRS = new Set(['his', 'her', 'their', 'the', 'all', 'any', 'its']);
/** Who is meant is too little sure to say that a professional did it. */
const THIRD = new Set(['he', 'she', 'they']);
/** Who is asked, and so no longer the one who says it. */
const ASKED = new Set(['me', 'us']);
/** Who acts for a service without being a person of it. */
const ACT_FOR_US = new Set(['home', 'unit', 'centre', 'hostel', 'refuge', 'placement', 'carers', 'carer', 'staff', 'education', 'panel', 'chair', 'management', 'team', 'department', 'conference', 'project', 'provider', 'night']);
/** At the start of a note's sentence these may be anybody's: "Made Dee leave", "Punished Leo". */
const ANYBODYS = /^(?:let|get|put|set|made|had|got|.*(?:pulled|pushed|punished|hounded|grounded|pestered|nagged|restrained|banned|barred|docked|pressed|prevented|stopped|tested|moved|paired|chased))$/;

/** "I reminded her", "SW told Dad that he must", "Told mum she cannot", "read Dad the riot act", "let Ellis have his Xbox". */
export function actsOn(words: Words, tokens: Tokens, people: readonly PersonEdge[], object: number): Seen | null {
  const edge = people[object];
  for (let verb = edge.from - 1; verb >= 0 && verb >= edge.from - LONGEST_VERB && tokens.gaps[verb + 1] === JOINED; verb--) {
    const dealt = phraseAt(words.does, tokens, verb, edge);
    if (dealt === 0 && !(phraseAt(words.tells, tokens, verb) === edge.from && obliges(tokens, edge.to))) continue;
    const from = chainBefore(tokens, verb);
    if (tokens.forms[verb] === 'let' && tokens.forms[verb - 1] === 'to') return null; // "Ms Lowe to let Owain in at ten" is what she will do for him
    if (!isOurs(tokens, people, object, from, verb)) return null;
    return dealt > 0 ? { from: verb, to: dealt > edge.to ? dealt : toldWhat(tokens, edge.to) } : { from: verb, to: toldWhat(tokens, edge.to), told: true };
  }
  return null;
}

/** "Work was carried out with Mum", "final warning issued to Dad": what is given, with nobody who gives it. */
export function givenTo(words: Words, tokens: Tokens, people: readonly PersonEdge[], object: number): Seen | null {
  const edge = people[object];
  const { forms, gaps } = tokens;
  for (let verb = edge.from - 2; verb >= 0 && verb >= edge.from - LONGEST_VERB && gaps[verb + 1] === JOINED; verb--) {
    if (phraseAt(words.given, tokens, verb, edge) !== edge.to) continue;
    const run = chainBefore(tokens, verb);
    let from = run;
    while (from > 0 && gaps[from] === JOINED && from > run - LONGEST_GIFT) from--;
    const isNamed = from < verb || edge.from - verb > LONGEST_BARE;
    const isWhole = isNamed && gaps[from] !== JOINED && !people.some((one) => one.from >= from && one.to <= run && !one.possessive);
    const chain = chainFrom(tokens, run);
    if (chain.feared || !(run < verb ? chain.be || forms[run] === 'to' : isWhole) || isTheirs(words, tokens, people, edge.to)) return null;
    return { from: isWhole ? from : run, to: edge.from };
  }
  return null;
}

/** "They had their phones taken", "has had it spelt out to him". */
export function takenFrom(words: Words, tokens: Tokens, people: readonly PersonEdge[], at: number): Seen | null {
  const { forms, gaps } = tokens;
  if (!HAVING.has(forms[at]) || gaps[at] !== JOINED) return null;
  const having = HAVING.has(forms[at + 1]) && gaps[at + 1] === JOINED ? at + 1 : at;
  const whole = gaps[having + 1] === JOINED ? phraseAt(words.has, tokens, having + 1) : 0;
  if (whole > 0) return { from: at, to: whole };
  const held = gaps[having + 1] === JOINED ? phraseAt(words.time, tokens, having + 1) : 0;
  const cut = held > 0 ? phraseAt(words.timeDone, tokens, held) : 0;
  if (cut > 0) return { from: at, to: cut };
  if (!THEIRS.has(forms[having + 1]) || gaps[having + 2] !== JOINED) return null;
  const noun = phraseAt(words.things, tokens, having + 2);
  const end = noun > 0 ? phraseAt(words.thingsDone, tokens, noun) : 0;
  return end > 0 && !isTheirs(words, tokens, people, end) ? { from: at, to: end } : null;
}

/** Whether the one who does it is a professional: named before the verb, or left out at the start of a sentence. */
function isOurs(tokens: Tokens, people: readonly PersonEdge[], object: number, from: number, verb: number): boolean {
  const { forms, gaps } = tokens;
  if (from === 0 || gaps[from] === STOP) return verb === from && (!ANYBODYS.test(forms[verb]) || (forms[verb] === 'made' && verb + 1 < people[object].from)) && /(?:ed|told|made|gave|took|sent|spoke|sat|read|had|left|laid|drew|spelt)$/.test(forms[verb]);
  const owner = AND.has(forms[from - 1]) ? clauseOwner(tokens, people, object, from) : nextTo(people, object, from);
  if (owner === null) return ACT_FOR_US.has(forms[from - 1]);
  if (forms[from] === 'to' && ASKED.has(forms[owner.from])) return false; // "he asked me to tell Sonia to stop"
  if (forms[owner.from - 1] === 'and' && people.slice(Math.max(0, object - LONGEST_VERB), object).some(({ to, groups }) => to === owner.from - 1 && (groups & FAMILY) !== 0)) return false; // "your mum and I told him"
  return (owner.groups & (PROFESSIONAL | SERVICE)) !== 0 && !THIRD.has(forms[owner.from]);
}

/** Who stands right before token `to`. */
function nextTo(people: readonly PersonEdge[], before: number, to: number): PersonEdge | null {
  for (let at = before - 1; at >= 0 && people[at].from > to - 8; at--) if (people[at].to === to && !people[at].possessive) return people[at];
  return null;
}

/** Whether "by" names somebody of the family's own, or a court, police, a doctor. */
export function isTheirs(words: Words, tokens: Tokens, people: readonly PersonEdge[], from: number): boolean {
  for (let at = tokens.forms[from - 1] === 'by' ? from - 1 : from; at < tokens.count && at < from + 8 && tokens.gaps[at] !== STOP; at++) {
    if (tokens.forms[at] !== 'by') continue;
    if (findPhrase(words.by, tokens, at + 1, Math.min(at + 6, tokens.count)) >= 0) return true;
    const who = people.find((edge) => edge.from === at + 1 && !edge.possessive);
    if (who) return (who.groups & (PROFESSIONAL | SERVICE)) === 0;
  }
  return false;
}
