/**
 * Who speaks a quotation: the nearest speech verb of its sentence, before or after it, and that verb's subject. It does
 * not know where quotations begin and end.
 */
import { firstWhere } from '../in-order.js';
import { CHILD, FAMILY, PROFESSIONAL, SERVICE, type Carried, type PersonEdge, type Reader } from '../people/people.js';
import { nameBefore, nameFrom } from '../people/names.js';
import { JOINED, STOP, type Tokens } from '../words/tokens.js';
import type { Quotation } from './marks.js';
import type { Voice } from './voices.js';

export interface Speaker {
  readonly voice: Voice;
  readonly speaker: string;
}

/** A block laid out for whoever asks who speaks in it. */
export interface SpeechBlock {
  readonly prose: string;
  readonly tokens: Tokens;
  readonly edges: readonly PersonEdge[];
  /** The widest reading by its first token, by the token after it, and of an owner ("Elin's", "her") by the token after it. */
  readonly starting: ReadonlyMap<number, PersonEdge>;
  readonly ending: ReadonlyMap<number, PersonEdge>;
  readonly owning: ReadonlyMap<number, PersonEdge>;
  readonly quotes: readonly Quotation[];
  readonly carried: Carried;
  /** Whom a letter's "you" means. */
  readonly reader: Reader | null;
}

export const NOBODY_KNOWN: Speaker = { voice: 'other', speaker: '' };
const VERBS = new Set((
  'say says said saying tell tells told telling ask asks asked asking shout shouts shouted shouting whisper whispers whispered whispering write writes wrote written writing text texts texted texting sign signs signed signing '
  + 'call calls called calling reply replies replied replying explain explains explained explaining add adds added adding answer answers answered describe describes described describing yell yells yelled scream screams screamed screaming '
  + 'repeat repeats repeated insist insists insisted claim claims claimed admit admits admitted mention mentions mentioned wonder wonders wondered report reports reported state states stated comment comments commented '
  + 'email emails emailed message messages messaged post posted mutter mutters muttered mumble mumbled remark remarked continue continued recall recalled recalls agree agreed agrees joke joked jokes laugh laughed cry cried sing sang sob sobbed beg begged protest protested swear swore disclose disclosed stress stressed suggest suggested suggests'
).split(' '));
const OWN_ACCOUNT = new Set(['view', 'views', 'letter', 'note', 'message', 'text', 'account', 'words']);
const OBJECTS = new Set(['me', 'us', 'him', 'her', 'them', 'myself', 'himself', 'herself', 'themselves']);
const PREPOSITIONS = new Set(['to', 'at', 'from', 'with', 'in', 'for', 'of', 'by', 'on', 'about']);
/** After these it is told what somebody did: "she cannot accept what her son did and said …" goes on with her. */
const WITHIN = new Set(['what', 'how', 'whatever']);
// Words between a quotation and its verb; between the verb and its subject.
const NEAR = 25;
const FAR = 14;

export const PRONOUN = /^(?:s?he|they|her|his|their)$/i;

/** `Mum said that it is "…"`: the nearest speech verb before the quotation in its sentence, and its subject. */
export function speakerBefore(heard: SpeechBlock, first: number, freeFrom: number, start: number): Speaker | null {
  const { prose, tokens } = heard;
  if (first === 0) return null;
  const gap = prose.slice(tokens.ends[first - 1], start);
  if (/[.!?\u2029”"]/u.test(gap)) return null;
  if (/^\s*:\s*$/u.test(gap)) {
    const label = OWN_ACCOUNT.has(tokens.forms[first - 1]) ? heard.owning.get(first - 1) : heard.ending.get(first);
    if (label && (label.from === 0 || tokens.gaps[label.from] !== JOINED)) return speakerOf(heard, label);
  }
  const stop = Math.max(0, first - NEAR);
  for (let i = first - 1; i >= stop; i--) {
    if (tokens.forms[i] === 'words') {
      const owner = heard.owning.get(i) ?? heard.owning.get(i - 1);
      if (owner) return speakerOf(heard, owner);
    } else if (VERBS.has(tokens.forms[i])) {
      const infinitive = tokens.forms[i - 1] === 'to';
      const subject = subjectBefore(heard, i, infinitive ? 3 : FAR);
      if (subject) return subject;
      if (!infinitive) return i >= freeFrom ? NOBODY_KNOWN : null;
    }
    if (tokens.gaps[i] === STOP) break;
  }
  return null;
}

/** The person who stands nearest before a verb in its sentence, and not after a preposition or as "me", "him". */
function subjectBefore(heard: SpeechBlock, verb: number, reach: number): Speaker | null {
  const { prose, tokens } = heard;
  for (let i = verb; i > 0 && verb - i <= reach; i--) {
    const edge = heard.ending.get(i);
    if (tokens.forms[i - 1] === 'you') return heard.reader ? { voice: voiceOf(heard.reader.groups), speaker: heard.reader.name } : { voice: 'other', speaker: prose.slice(tokens.starts[i - 1], tokens.ends[i - 1]) };
    if (edge && !(edge.to === edge.from + 1 && OBJECTS.has(tokens.forms[edge.from])) && !PREPOSITIONS.has(tokens.forms[edge.from - 1]) && !(tokens.forms[verb - 1] === 'and' && WITHIN.has(tokens.forms[edge.from - 1]))) return speakerOf(heard, edge);
    if (tokens.gaps[i - 1] === STOP) break;
  }
  const name = nameBefore(prose, tokens, verb);
  return name ? { voice: 'other', speaker: name.name } : null;
}

/** `"…," said Leo`, `"…" Leo told me`. */
export function speakerAfter(heard: SpeechBlock, after: number, end: number): Speaker | null {
  const { prose } = heard;
  const { count, starts, forms, gaps } = heard.tokens;
  if (after >= count || !/^[\s,–—-]*$/u.test(prose.slice(end, starts[after]))) return null;
  for (let i = after; i < Math.min(count, after + 5) && (i === after || gaps[i] !== STOP); i++) {
    if (!VERBS.has(forms[i])) continue;
    const subject = i === after ? heard.starting.get(i + 1) : heard.starting.get(after);
    if (subject) return OBJECTS.has(forms[subject.from]) ? null : speakerOf(heard, subject);
    const name = i === after ? nameFrom(prose, heard.tokens, i + 1) : nameBefore(prose, heard.tokens, i);
    return name && name.from >= after ? { voice: 'other', speaker: name.name } : null;
  }
  return null;
}

export function speakerOf(heard: SpeechBlock, edge: PersonEdge): Speaker {
  const { prose, carried } = heard;
  const { starts, ends, forms } = heard.tokens;
  const word = (of: PersonEdge): string => prose.slice(starts[of.from], ends[of.to - 1]).replace(/\u2060/gu, '').replace(/['’]s$/u, '');
  if (edge.to > edge.from + 1 || !PRONOUN.test(forms[edge.from]) || (edge.groups & FAMILY) === 0) return { voice: voiceOf(edge.groups), speaker: word(edge) };
  const other = /^(?:she|her)$/u.test(forms[edge.from]) ? MALE : /^(?:he|his)$/u.test(forms[edge.from]) ? FEMALE : null;
  const named = namedBefore(heard, edge, other);
  if (named.length === 0) return { voice: voiceOf((other === FEMALE ? carried.he : other === MALE ? carried.she : carried.he & carried.she) & CHILD ? edge.groups | CHILD : edge.groups), speaker: word(edge) };
  const meant = named.find((one) => one.from === 0 || heard.tokens.gaps[one.from] !== JOINED || !PREPOSITIONS.has(forms[one.from - 1])) ?? named[0];
  if ((meant.groups & CHILD) === 0) return { voice: 'family', speaker: word(edge) };
  const children = new Set(named.filter((before) => before.groups & CHILD).map((before) => forms[before.from]));
  return { voice: 'child', speaker: children.size === 1 ? word(meant) : word(edge) };
}

/** Family named before a pronoun, nearest first, outside other people's words. */
function namedBefore({ edges, tokens, quotes }: SpeechBlock, pronoun: PersonEdge, other: ReadonlySet<string> | null): readonly PersonEdge[] {
  const { forms, starts } = tokens;
  const named: PersonEdge[] = [];
  let quote = quotes.length - 1;
  for (let i = firstWhere(edges.length, (index) => edges[index].from >= pronoun.from) - 1, steps = 0; i >= 0 && steps < 60; i--, steps++) {
    const before = edges[i];
    const start = starts[before.from];
    while (quote >= 0 && quotes[quote].start > start) quote--;
    const personal = before.to === before.from + 1 && PERSONAL.has(forms[before.from]);
    if (before.to > pronoun.from || before.possessive || personal || (before.groups & FAMILY) === 0 || other?.has(forms[before.to - 1]) || (other !== null && SEVERAL.has(forms[before.to - 1]))) continue;
    if (!(quote >= 0 && quotes[quote].end > start)) named.push(before);
  }
  return named;
}

const PERSONAL = new Set(['he', 'she', 'they', 'him', 'her', 'them', 'his', 'hers', 'theirs', 'himself', 'herself', 'themselves']);
/** None of whom "she" alone can mean. */
const SEVERAL = new Set(['children', 'kids', 'boys', 'girls', 'twins', 'parents', 'siblings', 'brothers', 'sisters', 'grandparents']);
const MALE = new Set(['dad', 'daddy', 'father', 'stepdad', 'stepfather', 'grandad', 'granddad', 'grandpa', 'grandfather', 'uncle', 'brother', 'husband', 'boyfriend', 'son', 'boy', 'boys', 'nephew']);
const FEMALE = new Set(['mum', 'mam', 'mom', 'mummy', 'mother', 'stepmum', 'stepmother', 'nan', 'nana', 'gran', 'granny', 'grandma', 'grandmother', 'auntie', 'aunty', 'aunt', 'sister', 'wife', 'girlfriend', 'daughter', 'girl', 'girls', 'niece']);

export function voiceOf(groups: number): Voice {
  if (groups & CHILD) return 'child';
  if (groups & FAMILY) return 'family';
  return groups & (PROFESSIONAL | SERVICE) ? 'professional' : 'other';
}

export function hear(prose: string, tokens: Tokens, edges: readonly PersonEdge[], quotes: readonly Quotation[], carried: Carried, reader: Reader | null): SpeechBlock {
  const starting = new Map<number, PersonEdge>();
  const ending = new Map<number, PersonEdge>();
  const owning = new Map<number, PersonEdge>();
  for (const edge of edges) {
    const ends = edge.possessive ? owning : ending;
    if (!ends.has(edge.to)) ends.set(edge.to, edge);
    if (!edge.possessive) starting.set(edge.from, edge);
  }
  return { prose, tokens, edges, starting, ending, owning, quotes, carried, reader };
}
