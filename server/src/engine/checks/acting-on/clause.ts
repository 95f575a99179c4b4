/**
 * The small words of a clause: whether a person is its subject, and the run of auxiliaries and adverbs between that
 * subject and what is said of it. It does not know what is said, nor by whom.
 */
import { firstWhere } from '../../in-order.js';
import { FAMILY, PROFESSIONAL, SERVICE, type PersonEdge } from '../../people/people.js';
import { JOINED, STOP, type Tokens } from '../../words/tokens.js';

/** What stands between a subject and the words that matter. `at` is the token they begin at; `from` the first of the run. */
export interface Chain {
  readonly from: number;
  readonly at: number;
  /** Holds a form of "be" or "get". */
  readonly be: boolean;
  /** Holds "not" or "never". */
  readonly denied: boolean;
  /** Holds no auxiliary: adverbs at most. */
  readonly plain: boolean;
  /** Says what could be, or what need not: "might be moved", "does not need to be moved". */
  readonly feared: boolean;
}

const AUXILIARY = 1;
const BE = 2;
const DENIES = 4;
const FEARS = 8;
const ADVERB = 16;
const NEED = 32;
const KINDS: ReadonlyMap<string, number> = new Map([
  ...list('has have had will would shall should must can do does did to ought due going supposed having'.split(' '), AUXILIARY),
  ...list('need needs needed'.split(' '), AUXILIARY | NEED),
  ...list('be am is are was were been being get gets got getting'.split(' '), BE),
  ...list('not never'.split(' '), DENIES),
  ...list('could may might'.split(' '), FEARS),
  ...list((
    'also again already always both constantly currently ever further just later next now often once only previously since sometimes soon then therefore thus today too usually yet all each '
    + 'quite very rather so simply still').split(' '), ADVERB),
]);
/** Before a person these say that somebody or something else is the subject: "a message from Mum was put". */
export const BEFORE_OTHERS: ReadonlySet<string> = new Set('of in for from with to about by at on in near between against towards behind like than regarding re'.split(' '));
/** What leads on to a second verb, or to another clause. */
export const AND: ReadonlySet<string> = new Set(['and', 'but', 'then', 'or']);
const PRONOUNS = new Set(['he', 'she', 'they', 'him', 'her', 'them', 'his', 'their']);
const TITLED = new Set(['mr', 'mrs', 'ms', 'miss']);
const OFFICIALS = new Set(['judge', 'district', 'justice', 'pc', 'dc', 'ds', 'di', 'sgt', 'sergeant', 'inspector', 'officer', 'the', 'police', 'dr', 'rev', 'cllr']);
const DETERMINERS = new Set(['her', 'his', 'their', 'my', 'our', 'the', 'a', 'both']);
/** Behind these a clause begins. */
const JOINS = new Set('and but or so when if that as because until before after once while whilst although though since where whether unless then nor how why what which today'.split(' '));
/** What such a clause holds goes on beside that of somebody else, whose "and" comes behind it. */
const MEANWHILE = new Set(['while', 'whilst', 'when', 'as', 'because', 'where', 'after', 'before']);
const SAYS = new Set(['say', 'says', 'said', 'told', 'tells', 'thinks', 'thought', 'feels', 'admits', 'explained']);
const LONGEST = 8;

/** The run that begins at token `from`. A comma or a bracket ends it; `opening` says that it opens a sentence. */
export function chainFrom({ count, forms, gaps }: Tokens, from: number, where: 'inside' | 'opening' = 'inside'): Chain {
  let seen = 0;
  let at = from;
  for (; at < count && at < from + LONGEST && (gaps[at] === JOINED || (at === from && where === 'opening')); at++) {
    const noLonger = forms[at] === 'no' && forms[at + 1] === 'longer' && gaps[at + 1] === JOINED;
    const kind = noLonger ? DENIES : kindOf(forms[at], at > from ? forms[at - 1] : '');
    if (noLonger) at++;
    if (kind === 0) break;
    seen |= kind;
  }
  const needless = (seen & (DENIES | NEED)) === (DENIES | NEED);
  return { from, at, be: (seen & BE) !== 0, denied: (seen & DENIES) !== 0, plain: (seen & ~ADVERB) === 0, feared: needless || (seen & (FEARS | DENIES)) === FEARS };
}

/** Whether a form only says how or when: "so" in "must be so tired". */
export function isAdverb(form: string): boolean {
  return kindOf(form, '') === ADVERB;
}

/** The token at which a run that ends before token `to` begins. */
export function chainBefore({ forms, gaps }: Tokens, to: number): number {
  let at = to;
  while (at > 0 && to - at < LONGEST && gaps[at] === JOINED && kindOf(forms[at - 1], '') !== 0) at--;
  return at;
}

/**
 * Whether an edge stands for somebody of the family. "He", "she" and "they" do unless they stand for a professional: a
 * service is seldom meant by them, and who is of no group is seldom acted on. So does a "Mr Bright" of no known role.
 */
export function isOfFamily({ forms }: Tokens, { from, groups }: PersonEdge): boolean {
  if ((groups & FAMILY) !== 0) return (groups & (PROFESSIONAL | SERVICE)) === 0;
  return (groups & PROFESSIONAL) === 0 && (PRONOUNS.has(forms[from]) || (groups === 0 && TITLED.has(forms[from])));
}

/** The same, and somebody of no known role as well who has a name: a record names few who are neither of it nor at work. */
export function mayBeFamily(tokens: Tokens, edge: PersonEdge): boolean {
  return isOfFamily(tokens, edge) || ((edge.groups & (FAMILY | PROFESSIONAL | SERVICE)) === 0 && !edge.possessive && !OFFICIALS.has(tokens.forms[edge.from]));
}

/** Whether a clause begins with this person. */
export function opensClause({ forms, gaps }: Tokens, { from }: PersonEdge): boolean {
  return from === 0 || gaps[from] !== JOINED || JOINS.has(forms[from - 1]);
}

/** Whose clause a verb at token `at` is, where that verb follows "and": of the people before `people[before]`, the last with whom a clause began. */
export function clauseOwner(tokens: Tokens, people: readonly PersonEdge[], before: number, at: number): PersonEdge | null {
  for (let i = before - 1; i >= 0 && i > before - LONGEST; i--) {
    const edge = people[i];
    if (MEANWHILE.has(tokens.forms[edge.from - 1])) continue; // "Lynn rang while I was there and told her to"
    for (let t = edge.to; t <= at; t++) if (tokens.gaps[t] === STOP) return null;
    if (edge.to < at && !edge.possessive && opensClause(tokens, edge)) return edge;
  }
  return null;
}

/** Whether a person is the subject of what follows, and not a part of somebody else's phrase. */
export function isSubject({ forms, gaps }: Tokens, edge: PersonEdge): boolean {
  const from = edge.from > 0 && gaps[edge.from] === JOINED && DETERMINERS.has(forms[edge.from - 1]) ? edge.from - 1 : edge.from;
  return from === 0 || gaps[from] !== JOINED || !BEFORE_OTHERS.has(forms[from - 1]);
}

/** Where what is said of a person begins: behind "who", "both", where they stand after a subject. */
export function afterSubject({ count, forms, gaps }: Tokens, to: number): number {
  return to + 1 < count && forms[to] === 'who' && gaps[to] !== STOP ? to + 1 : to;
}

/** Token indexes of the sentence that holds token `at`, `to` exclusive. */
export function sentenceOf({ count, gaps }: Tokens, at: number): { readonly from: number; readonly to: number } {
  let from = at;
  while (from > 0 && gaps[from] !== STOP) from--;
  let to = at + 1;
  while (to < count && gaps[to] !== STOP) to++;
  return { from, to };
}

export interface Sentence {
  readonly from: number;
  readonly to: number;
  /** Token at which the family is last named in it as having said so, behind a comma ("she has a temper, her mum says"); or -1. */
  readonly lastSaid: number;
}

/** The sentence that holds a token; one that is asked for again and again, as a long one may be, is gone through once. */
export function sentencesOf(tokens: Tokens, people: readonly PersonEdge[]): (at: number) => Sentence {
  let last: Sentence = { from: 0, to: 0, lastSaid: -1 };
  return (at) => {
    if (at < last.from || at >= last.to) {
      const span = sentenceOf(tokens, at);
      last = { ...span, lastSaid: lastSaidIn(span, tokens, people) };
    }
    return last;
  };
}

function lastSaidIn(sentence: { readonly from: number; readonly to: number }, { forms, gaps }: Tokens, people: readonly PersonEdge[]): number {
  let last = -1;
  for (let at = firstWhere(people.length, (index) => people[index].from >= sentence.from); at < people.length && people[at].from < sentence.to; at++) {
    const { from, to, possessive, groups } = people[at];
    if (to < sentence.to && !possessive && (groups & FAMILY) !== 0 && gaps[from] !== JOINED && SAYS.has(forms[to])) last = from;
  }
  return last;
}

function kindOf(form: string, before: string): number {
  const kind = KINDS.get(form);
  if (kind !== undefined) return kind;
  // "she's been", and not the end of "Mum's"
  if (form === "'s" || form === "'d" || form === 'am') return AUXILIARY | (before === '' && form === "'s" ? BE : 0);
  return form.length > 4 && form.endsWith('ly') && form !== 'family' && form !== 'reply' && form !== 'supply' ? ADVERB : 0;
}

function list(forms: readonly string[], kind: number): [string, number][] {
  return forms.map((form) => [form, kind]);
}
