/**
 * Whose words a stretch of prose is: the writer's, or a quotation of the child, the family, a professional or
 * somebody else. It does not judge what is said.
 */
import type { Span, Strength } from './finding.js';
import type { Content } from './note.js';
import { CHILD, FAMILY, findPeople, NOBODY, PROFESSIONAL, SERVICE, type Carried, type People, type PersonEdge } from './people.js';
import { DETERMINERS, entryOf } from './people-lexicon.js';
import { nameBefore, nameFrom } from './people-names.js';
import { JOINED, STOP, tokenize, type Tokens } from './tokens.js';
import { quotations, type Quotation } from './voices-marks.js';

export type Voice = 'child' | 'family' | 'professional' | 'other';

/** Words that are not the writer's. `start` and `end` include the quotation marks. */
export interface Speech extends Span {
  readonly voice: Voice;
  /** Name or word for the speaker as it stands in the note, or ''. */
  readonly speaker: string;
  /** One or two words in quotation marks that nobody is said to have spoken. */
  readonly scare?: true;
}

interface Speaker {
  readonly voice: Voice;
  readonly speaker: string;
}

interface Heard {
  readonly prose: string;
  readonly tokens: Tokens;
  /** Readings of people that may be a speaker, by `from`. */
  readonly edges: readonly PersonEdge[];
  readonly carried: Carried;
}

const NOBODY_KNOWN: Speaker = { voice: 'other', speaker: '' };
const VERBS = new Set((
  'say says said saying tell tells told telling ask asks asked asking shout shouts shouted shouting whisper whispers whispered whispering write writes wrote written writing text texts texted texting sign signs signed signing '
  + 'call calls called calling reply replies replied replying explain explains explained explaining add adds added adding answer answers answered describe describes described describing yell yells yelled scream screams screamed screaming '
  + 'repeat repeats repeated insist insists insisted claim claims claimed admit admits admitted mention mentions mentioned wonder wonders wondered report reports reported state states stated comment comments commented '
  + 'email emails emailed message messages messaged post posted mutter mutters muttered mumble mumbled remark remarked continue continued recall recalled recalls agree agreed agrees joke joked jokes laugh laughed cry cried sing sang sob sobbed beg begged protest protested swear swore disclose disclosed stress stressed suggest suggested suggests'
).split(' '));
const OWN_ACCOUNT = new Set(['view', 'views', 'letter', 'note', 'message', 'text', 'account', 'words']);
const OBJECTS = new Set(['me', 'us', 'him', 'her', 'them', 'myself', 'himself', 'herself', 'themselves']);
const PREPOSITIONS = new Set(['to', 'at', 'from', 'with', 'in', 'for', 'of', 'by', 'on', 'about']);
// Words between a quotation and its verb; between the verb and its subject.
const NEAR = 25;
const FAR = 14;

/**
 * Speech in one block, by start, not overlapping; offsets are into `content.prose`. `carried` is what `findPeople` takes
 * for the same block. Linear; never throws.
 */
export function findSpeech(content: Content, people: People, carried: Carried = NOBODY): readonly Speech[] {
  const { prose } = content;
  const quotes = /["“'‘]/u.test(prose) ? quotations(prose) : [];
  const labelled = /(?:^|[\n\u2029])[^\n\u2029:]{1,40}:/u.test(prose);
  if (!content.quoted && quotes.length === 0 && !labelled) return [];
  const tokens = tokenize(prose);
  const edges = findPeople(tokens, people, carried, prose).edges;
  const heard: Heard = { prose, tokens, edges, carried };
  if (content.quoted) return prose.trim() === '' ? [] : [{ start: 0, end: prose.length, ...(ownerOfWords(heard) ?? NOBODY_KNOWN) }];
  const spoken = fromQuotations(heard, quotes);
  const lines = labelled ? verbatimLines(heard).filter((line) => !spoken.some((speech) => speech.start < line.end && line.start < speech.end)) : [];
  return lines.length === 0 ? spoken : [...spoken, ...lines].sort((a, b) => a.start - b.start);
}

/** What is good to see in a block's speech: the child's own words, the family's own words. */
export function strengthsOf(content: Content, speech: readonly Speech[]): Strength[] {
  const strengths: Strength[] = [];
  for (const { start, end, voice, speaker, scare } of speech) {
    if (scare || (voice !== 'child' && voice !== 'family') || !/\p{L}\S*\s+\S*\p{L}/u.test(content.prose.slice(start, end))) continue;
    if (voice === 'family') strengths.push({ kind: 'familys-words', start, end });
    else strengths.push({ kind: 'childs-words', start, end, ...(isName(speaker) ? { child: speaker } : {}) });
  }
  return strengths;
}

function isName(speaker: string): boolean {
  return /^\p{Lu}\p{L}/u.test(speaker) && entryOf(speaker) === null && !PRONOUN.test(speaker) && !DETERMINERS.has(speaker.split(' ')[0].toLowerCase());
}

const PRONOUN = /^(?:s?he|they|her|his|their)$/iu;

function fromQuotations(heard: Heard, quotes: readonly Quotation[]): Speech[] {
  const { prose, tokens } = heard;
  const spoken: Speech[] = [];
  let first = 0; // first token at or after the quotation
  let freeFrom = 0; // first token after the quotation before
  let previous: Speaker | null = null;
  for (const { start, end, closed } of quotes) {
    while (first < tokens.count && tokens.starts[first] < start) first++;
    let after = first;
    while (after < tokens.count && tokens.starts[after] < end) after++;
    const before = speakerBefore(heard, first, freeFrom, start);
    if (!closed && before === null) break;
    const speaker: Speaker | null = before ?? (closed ? speakerAfter(heard, after, end) : null);
    if (speaker) spoken.push({ start, end, ...speaker });
    else if (previous && startsSentence(prose, start) && first - freeFrom <= 8) spoken.push({ start, end, ...previous });
    else if (after - first <= 2) spoken.push({ start, end, ...NOBODY_KNOWN, scare: true });
    else spoken.push({ start, end, ...NOBODY_KNOWN });
    previous = speaker ?? (first - freeFrom <= 8 ? previous : null);
    first = freeFrom = after;
  }
  return spoken;
}

function startsSentence(prose: string, start: number): boolean {
  return /(?:^|[.!?\u2029:”"’])\s*$/u.test(prose.slice(Math.max(0, start - 4), start));
}

/** `Mum said that it is "…"`: the nearest speech verb before the quotation in its sentence, and its subject. */
function speakerBefore(heard: Heard, first: number, freeFrom: number, start: number): Speaker | null {
  const { prose, tokens } = heard;
  if (first === 0) return null;
  const gap = prose.slice(tokens.ends[first - 1], start);
  if (/[.!?\u2029”"]/u.test(gap)) return null;
  if (/^\s*:\s*$/u.test(gap)) {
    const label = OWN_ACCOUNT.has(tokens.forms[first - 1]) ? ownerEndingAt(heard, first - 1) : edgeEndingAt(heard, first);
    if (label && (label.from === 0 || tokens.gaps[label.from] !== JOINED)) return speakerOf(heard, label);
  }
  const stop = Math.max(0, first - NEAR);
  for (let i = first - 1; i >= stop; i--) {
    if (tokens.forms[i] === 'words') {
      const owner = ownerEndingAt(heard, i) ?? ownerEndingAt(heard, i - 1);
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
function subjectBefore(heard: Heard, verb: number, reach: number): Speaker | null {
  const { prose, tokens } = heard;
  for (let i = verb; i > 0 && verb - i <= reach; i--) {
    const edge = edgeEndingAt(heard, i);
    if (edge && !OBJECTS.has(tokens.forms[edge.from]) && !PREPOSITIONS.has(tokens.forms[edge.from - 1])) return speakerOf(heard, edge);
    if (tokens.gaps[i - 1] === STOP) break;
  }
  const name = nameBefore(prose, tokens, verb);
  return name ? { voice: 'other', speaker: name.name } : null;
}

/** `"…," said Leo`, `"…" Leo told me`. */
function speakerAfter(heard: Heard, after: number, end: number): Speaker | null {
  const { prose } = heard;
  const { count, starts, forms, gaps } = heard.tokens;
  if (after >= count || !/^[\s,–—-]*$/u.test(prose.slice(end, starts[after]))) return null;
  for (let i = after; i < Math.min(count, after + 5) && (i === after || gaps[i] !== STOP); i++) {
    if (!VERBS.has(forms[i])) continue;
    const subject = i === after ? longestFrom(heard, i + 1) : longestFrom(heard, after);
    if (subject) return OBJECTS.has(forms[subject.from]) ? null : speakerOf(heard, subject);
    const name = i === after ? nameFrom(prose, heard.tokens, i + 1) : nameBefore(prose, heard.tokens, i);
    return name && name.from >= after ? { voice: 'other', speaker: name.name } : null;
  }
  return null;
}

/** "Ollie's words", or the name under a block quote: "— Leo". */
function ownerOfWords(heard: Heard): Speaker | null {
  const { prose } = heard;
  const { ends, starts, count, forms } = heard.tokens;
  const owner = heard.edges.find((edge) => edge.possessive && forms[edge.to] === 'words' && forms[edge.to - 1] === "'s");
  if (owner) return speakerOf(heard, owner);
  const last = edgeEndingAt(heard, count);
  return last && last.from > 0 && /[–—-]\s*$/u.test(prose.slice(ends[last.from - 1], starts[last.from])) ? speakerOf(heard, last) : null;
}

/** "Leo: I don't want to go". A label before facts ("Mum: Donna", "Date: …") is no speech: it has nobody's "I" or "you". */
function verbatimLines(heard: Heard): Speech[] {
  const { prose, edges } = heard;
  const { starts, ends } = heard.tokens;
  const lines: Speech[] = [];
  for (const edge of edges) {
    if ((edge.groups & FAMILY) === 0 || edge.possessive || !/(?:^|[\n\u2029])\s*$/u.test(prose.slice(edge.from > 0 ? ends[edge.from - 1] : 0, starts[edge.from]))) continue;
    const colon = /^\s*:/u.exec(prose.slice(ends[edge.to - 1], ends[edge.to - 1] + 4));
    if (!colon) continue;
    const from = ends[edge.to - 1] + colon[0].length;
    const stop = prose.slice(from).search(/[\n\u2029]/u);
    const words = stop < 0 ? prose.slice(from) : prose.slice(from, from + stop);
    if (!/\b(?:I|I['’]m|[Mm]e|[Mm]y|[Ww]e|[Yy]ou)\b/u.test(words)) continue;
    const start = from + words.length - words.trimStart().length;
    if (!lines.some((line) => line.start === start)) lines.push({ start, end: from + words.trimEnd().length, ...speakerOf(heard, edge) });
  }
  return lines;
}

function speakerOf(heard: Heard, edge: PersonEdge): Speaker {
  const { prose, edges, carried } = heard;
  const { starts, ends, forms } = heard.tokens;
  const word = (of: PersonEdge): string => prose.slice(starts[of.from], ends[of.to - 1]).replace(/\u2060/gu, '').replace(/['’]s$/u, '');
  if (edge.to > edge.from + 1 || !PRONOUN.test(forms[edge.from]) || (edge.groups & FAMILY) === 0) return { voice: voiceOf(edge.groups), speaker: word(edge) };
  const other = /^(?:she|her)$/u.test(forms[edge.from]) ? MALE : /^(?:he|his)$/u.test(forms[edge.from]) ? FEMALE : null;
  const named = edges.filter((before) => before.to <= edge.from && !before.possessive && (before.groups & FAMILY) !== 0 && !(before.to === before.from + 1 && PERSONAL.has(forms[before.from])) && !other?.has(forms[before.to - 1]));
  if (named.length === 0) return { voice: voiceOf(carried.person & CHILD ? edge.groups | CHILD : edge.groups), speaker: word(edge) };
  const last = named[named.length - 1];
  if ((last.groups & CHILD) === 0) return { voice: 'family', speaker: word(edge) };
  const children = new Set(named.filter((before) => before.groups & CHILD).map((before) => forms[before.from]));
  return { voice: 'child', speaker: children.size === 1 ? word(last) : word(edge) };
}

const PERSONAL = new Set(['he', 'she', 'they', 'him', 'her', 'them', 'his', 'hers', 'theirs', 'himself', 'herself', 'themselves']);
const MALE = new Set(['dad', 'daddy', 'father', 'stepdad', 'stepfather', 'grandad', 'granddad', 'grandpa', 'grandfather', 'uncle', 'brother', 'husband', 'boyfriend', 'son', 'boy', 'boys', 'nephew']);
const FEMALE = new Set(['mum', 'mam', 'mom', 'mummy', 'mother', 'stepmum', 'stepmother', 'nan', 'nana', 'gran', 'granny', 'grandma', 'grandmother', 'auntie', 'aunty', 'aunt', 'sister', 'wife', 'girlfriend', 'daughter', 'girl', 'girls', 'niece']);

function voiceOf(groups: number): Voice {
  if (groups & CHILD) return 'child';
  if (groups & FAMILY) return 'family';
  return groups & (PROFESSIONAL | SERVICE) ? 'professional' : 'other';
}

/** The widest reading that ends before token `at`. */
function edgeEndingAt({ edges }: Heard, at: number): PersonEdge | null {
  return edges.find((edge) => edge.to === at && !edge.possessive) ?? null;
}

/** "Elin's", "her" right before token `at`. */
function ownerEndingAt({ edges }: Heard, at: number): PersonEdge | null {
  return edges.find((edge) => edge.to === at && edge.possessive) ?? null;
}

function longestFrom({ edges }: Heard, from: number): PersonEdge | null {
  return edges.reduce<PersonEdge | null>((best, edge) => (edge.from === from && !edge.possessive && (!best || edge.to > best.to) ? edge : best), null);
}
