/**
 * Whose words a stretch of prose is: the writer's, or a quotation of the child, the family, a professional or
 * somebody else. It does not judge what is said.
 */
import type { Span, Strength } from '../finding.js';
import { meetsOneOf } from '../in-order.js';
import type { Content } from '../note/note.js';
import { FAMILY, findPeople, NOBODY, type Carried, type People, type PersonEdge } from '../people/people.js';
import { DETERMINERS, entryOf, GROUPS } from '../people/lexicon.js';
import { isCapital, isLetterOrDigit } from '../words/letters.js';
import { STOP, tokenize, type Tokens } from '../words/tokens.js';
import { quotations, type Quotation } from './marks.js';
import { hear, NOBODY_KNOWN, PRONOUN, speakerAfter, speakerBefore, speakerOf, type SpeechBlock, type Speaker } from './speakers.js';

export type Voice = 'child' | 'family' | 'professional' | 'other';

/** Words that are not the writer's. `start` and `end` include the quotation marks. */
export interface Speech extends Span {
  readonly voice: Voice;
  /** Name or word for the speaker as it stands in the note, or ''. */
  readonly speaker: string;
  /** One or two words in quotation marks that nobody is said to have spoken. */
  readonly scare?: true;
  /** Not spoken here: the writer passes on what somebody said, felt or wrote, in the writer's words. */
  readonly reported?: true;
  /** Not spoken here: the writer names the words only to reject them. */
  readonly rejected?: true;
}

/** What is already known of a block. */
export interface KnownOfBlock {
  readonly tokens: Tokens;
  readonly edges: readonly PersonEdge[];
  readonly quotes?: readonly Quotation[];
}

/**
 * Speech in one block, by start, not overlapping; offsets are into `content.prose`. `carried` is what `findPeople` takes
 * for the same block; `found` spares the work of finding its words and people anew; `lead` is what `leadOf` gives for a
 * block quote. Linear; never throws.
 */
export function findSpeech(content: Content, people: People, carried: Carried = NOBODY, found?: KnownOfBlock, lead = ''): readonly Speech[] {
  const { prose } = content;
  const quotes = found?.quotes ?? quotations(prose);
  const labelled = content.quoted || hasLabel(prose);
  if (!content.quoted && quotes.length === 0 && !labelled) return [];
  const tokens = found?.tokens ?? tokenize(prose);
  const edges = found?.edges ?? findPeople(tokens, people, carried, prose).edges;
  const heard = hear(prose, tokens, edges, quotes, carried, people.reader);
  if (content.quoted) return prose.trim() === '' ? [] : [{ start: 0, end: prose.length, ...(ownerOfWords(heard) ?? speakerOfLead(lead, people) ?? NOBODY_KNOWN) }];
  const spoken = fromQuotations(heard, quotes);
  const lines = labelled ? verbatimLines(heard).filter(({ start, end }) => !meetsOneOf(spoken, start, end)) : [];
  return lines.length === 0 ? spoken : [...spoken, ...lines].sort((a, b) => a.start - b.start);
}

/** What may say who speaks a block quote: the heading over it, and the end of the block before it that is not quoted. */
export function leadOf(heading: string, before: Content | null): string {
  const prose = before?.prose.trimEnd() ?? '';
  return `${heading}\u2029${prose.endsWith(':') ? prose.slice(-LEAD) : ''}`;
}

/** "He said:", or under the heading "What Leo said". */
function speakerOfLead(lead: string, people: People): Speaker | null {
  if (lead.length < 2) return null;
  const tokens = tokenize(lead);
  const { edges, carried } = findPeople(tokens, people, NOBODY, lead);
  const heard = hear(lead, tokens, edges, [], carried, people.reader);
  if (lead.endsWith(':')) {
    const speaker = speakerBefore(heard, tokens.count, 0, lead.length);
    if (speaker && speaker.voice !== 'other') return speaker;
    const last = sentenceBefore(tokens);
    const opens = heard.edges.find((edge) => edge.from === last && !edge.possessive && (edge.groups & FAMILY) !== 0);
    if (opens) return speakerOf(heard, opens); // "Zoya read out her letter:"
  }
  const heading = lead.slice(0, lead.indexOf('\u2029'));
  const told = heard.edges.find((edge) => (edge.groups & GROUPS) !== 0 && tokens.ends[edge.to - 1] <= heading.length && !edge.possessive && (tokens.forms[edge.to] === "'s" || SAID.has(tokens.forms[edge.to])));
  return told && SAID_HEADING.test(heading) ? speakerOf(heard, told) : null;
}

/** The first token of the last sentence. */
function sentenceBefore({ count, gaps }: Tokens): number {
  let at = count - 1;
  while (at > 0 && gaps[at] !== STOP) at--;
  return at;
}

const LEAD = 300;
const SAID = new Set(['said', 'says', 'say', 'told', 'tells', 'wants', 'thinks', 'think', 'feels', 'feel', 'want', 'wrote', 'would']);
const SAID_HEADING = /\b(?:said|says?|told|tells|wants?|thinks?|feels?|wrote|words?|views?|voice|wishes|letter|own|bit)\b/i;

/** A label and a colon at the start of a line: "Leo: …". */
function hasLabel(prose: string): boolean {
  for (let at = prose.indexOf(':'); at > 0; at = prose.indexOf(':', at + 1)) {
    const line = Math.max(prose.lastIndexOf('\n', at), prose.lastIndexOf('\u2029', at)) + 1;
    if (at - line <= 40) return true;
  }
  return false;
}

/** What is good to see in a block's speech: the child's own words, the family's own words. */
export function strengthsOf(content: Content, speech: readonly Speech[]): Strength[] {
  const strengths: Strength[] = [];
  for (const { start, end, voice, speaker, scare } of speech) {
    const words = content.prose.slice(start, end).trim();
    if (scare || (voice !== 'child' && voice !== 'family') || !/\s/u.test(words) || BLANK.test(words)) continue;
    if (voice === 'family') strengths.push({ kind: 'familys-words', start, end });
    else strengths.push({ kind: 'childs-words', start, end, ...(isName(speaker) ? { child: speaker } : {}) });
  }
  return strengths;
}

/** Nothing but a blank to be filled, in quotation marks or not. */
const BLANK = /^["“'‘]?\[[^\]]*\][.!?]?["”'’]?$/u;

function isName(speaker: string): boolean {
  return isCapital(speaker, 0) && isLetterOrDigit(speaker, 1) && entryOf(speaker) === null && !PRONOUN.test(speaker) && !DETERMINERS.has(speaker.split(' ')[0].toLowerCase());
}

function fromQuotations(heard: SpeechBlock, quotes: readonly Quotation[]): Speech[] {
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
    if (!closed && before === null) continue;
    const speaker: Speaker | null = before ?? (closed ? speakerAfter(heard, after, end) : null);
    if (speaker) spoken.push({ start, end, ...speaker });
    else if (previous && startsSentence(prose, start) && first - freeFrom <= 8) spoken.push({ start, end, ...previous });
    else if (after - first <= 2) spoken.push({ start, end, ...NOBODY_KNOWN, scare: true });
    else spoken.push({ start, end, ...(labelOver(heard, first, start) ?? NOBODY_KNOWN) });
    if (!closed) break;
    previous = speaker ?? (first - freeFrom <= 8 ? previous : null);
    first = freeFrom = after;
  }
  return spoken;
}

const NAMELESS = /^(?:i|me|my|we|us|our|you|your|s?he|him|her|his|they|them|their)$/i;

/** "Leo: 4. “It was 1.”", "What Leo said to me. He was glad to be asked. “I like it here.”": whom the start of the line names, and nobody after it. */
function labelOver(heard: SpeechBlock, first: number, start: number): Speaker | null {
  const { prose, edges } = heard;
  const { starts, ends, forms, gaps } = heard.tokens;
  const before = edges.filter((edge) => edge.from < first && (edge.groups & GROUPS) !== 0 && !(edge.to === edge.from + 1 && NAMELESS.test(forms[edge.from])));
  const label = before.find((edge) => startsLine(prose, starts[edge.from])) ?? before[0];
  if (!label || (label.groups & FAMILY) === 0 || /[\n\u2029]/u.test(prose.slice(starts[label.from], start).trim())) return null;
  let opening = 0;
  while (opening < first && gaps[opening + 1] !== STOP) opening++;
  const named = startsLine(prose, starts[label.from]) && /^\s*:/u.test(prose.slice(ends[label.to - 1], ends[label.to - 1] + 4));
  const told = !named && label === before[0] && label.to <= opening && opening < 9 && /^\s*what\s/iu.test(prose) && SAID_HEADING.test(prose.slice(0, ends[opening]));
  return (named || told) && before.every((edge) => edge.from <= label.from || edge.to <= label.to) ? speakerOf(heard, label) : null;
}

function startsSentence(prose: string, start: number): boolean {
  return /(?:^|[.!?\u2029:”"’])\s*$/u.test(prose.slice(Math.max(0, start - 4), start));
}

/** "Ollie's words", or the name under a block quote: "— Leo". */
function ownerOfWords(heard: SpeechBlock): Speaker | null {
  const { prose } = heard;
  const { ends, starts, count, forms } = heard.tokens;
  const owner = heard.edges.find((edge) => edge.possessive && forms[edge.to] === 'words' && forms[edge.to - 1] === "'s");
  if (owner) return speakerOf(heard, owner);
  const last = heard.ending.get(count) ?? null;
  return last && last.from > 0 && /[–—-]\s*$/u.test(prose.slice(ends[last.from - 1], starts[last.from])) ? speakerOf(heard, last) : null;
}

/** "Leo: I don't want to go". A label before facts ("Mum: Donna", "Date: …") is no speech: it has nobody's "I" or "you". */
function verbatimLines(heard: SpeechBlock): Speech[] {
  const { prose, edges } = heard;
  const { starts, ends } = heard.tokens;
  const lines: Speech[] = [];
  for (const edge of edges) {
    if ((edge.groups & FAMILY) === 0 || edge.possessive || !startsLine(prose, starts[edge.from])) continue;
    const colon = /^\s*:/u.exec(prose.slice(ends[edge.to - 1], ends[edge.to - 1] + 4));
    if (!colon) continue;
    const from = ends[edge.to - 1] + colon[0].length;
    const stop = prose.slice(from).search(/[\n\u2029]/u);
    const words = stop < 0 ? prose.slice(from) : prose.slice(from, from + stop);
    if (!/\b(?:I|I['’]m|[Mm]e|[Mm]y|[Ww]e|[Yy]ou)\b/u.test(words)) continue;
    const start = from + words.length - words.trimStart().length;
    if (lines[lines.length - 1]?.start !== start) lines.push({ start, end: from + words.trimEnd().length, ...speakerOf(heard, edge) });
  }
  return lines;
}

function startsLine(prose: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && prose[before] === ' ' && at - before < 20) before--;
  return before < 0 || prose[before] === '\n' || prose[before] === '\u2029';
}
