/**
 * Whose words a stretch of prose is: the writer's, or a quotation of the child, the family, a professional or
 * somebody else. It does not judge what is said.
 */
import type { Span, Strength } from './finding.js';
import type { Content } from './note.js';
import { FAMILY, findPeople, NOBODY, type Carried, type People, type PersonEdge } from './people.js';
import { DETERMINERS, entryOf } from './people-lexicon.js';
import { tokenize, type Tokens } from './tokens.js';
import { quotations, type Quotation } from './voices-marks.js';
import { hear, NOBODY_KNOWN, PRONOUN, speakerAfter, speakerBefore, speakerOf, type Heard, type Speaker } from './voices-speakers.js';

export type Voice = 'child' | 'family' | 'professional' | 'other';

/** Words that are not the writer's. `start` and `end` include the quotation marks. */
export interface Speech extends Span {
  readonly voice: Voice;
  /** Name or word for the speaker as it stands in the note, or ''. */
  readonly speaker: string;
  /** One or two words in quotation marks that nobody is said to have spoken. */
  readonly scare?: true;
}

/**
 * Speech in one block, by start, not overlapping; offsets are into `content.prose`. `carried` is what `findPeople` takes
 * for the same block; `found` spares the work of finding its words and people anew. Linear; never throws.
 */
export function findSpeech(
  content: Content, people: People, carried: Carried = NOBODY, found?: { readonly tokens: Tokens; readonly edges: readonly PersonEdge[] },
): readonly Speech[] {
  const { prose } = content;
  const quotes = /["“'‘]/u.test(prose) ? quotations(prose) : [];
  const labelled = /(?:^|[\n\u2029])[^\n\u2029:]{1,40}:/u.test(prose);
  if (!content.quoted && quotes.length === 0 && !labelled) return [];
  const tokens = found?.tokens ?? tokenize(prose);
  const edges = found?.edges ?? findPeople(tokens, people, carried, prose).edges;
  const heard = hear(prose, tokens, edges, quotes, carried);
  if (content.quoted) return prose.trim() === '' ? [] : [{ start: 0, end: prose.length, ...(ownerOfWords(heard) ?? NOBODY_KNOWN) }];
  const spoken = fromQuotations(heard, quotes);
  const lines = labelled ? verbatimLines(heard).filter((line) => !meets(line, spoken)) : [];
  return lines.length === 0 ? spoken : [...spoken, ...lines].sort((a, b) => a.start - b.start);
}

/** What is good to see in a block's speech: the child's own words, the family's own words. */
export function strengthsOf(content: Content, speech: readonly Speech[]): Strength[] {
  const strengths: Strength[] = [];
  for (const { start, end, voice, speaker, scare } of speech) {
    if (scare || (voice !== 'child' && voice !== 'family') || !/\s/u.test(content.prose.slice(start, end).trim())) continue;
    if (voice === 'family') strengths.push({ kind: 'familys-words', start, end });
    else strengths.push({ kind: 'childs-words', start, end, ...(isName(speaker) ? { child: speaker } : {}) });
  }
  return strengths;
}

/** Whether a span meets one of these, which are sorted. */
function meets(line: Span, spoken: readonly Speech[]): boolean {
  let low = 0;
  let high = spoken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spoken[middle].end <= line.start) low = middle + 1;
    else high = middle;
  }
  return low < spoken.length && spoken[low].start < line.end;
}

function isName(speaker: string): boolean {
  return /^\p{Lu}\p{L}/u.test(speaker) && entryOf(speaker) === null && !PRONOUN.test(speaker) && !DETERMINERS.has(speaker.split(' ')[0].toLowerCase());
}

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
    if (!closed && before === null) continue;
    const speaker: Speaker | null = before ?? (closed ? speakerAfter(heard, after, end) : null);
    if (speaker) spoken.push({ start, end, ...speaker });
    else if (previous && startsSentence(prose, start) && first - freeFrom <= 8) spoken.push({ start, end, ...previous });
    else if (after - first <= 2) spoken.push({ start, end, ...NOBODY_KNOWN, scare: true });
    else spoken.push({ start, end, ...NOBODY_KNOWN });
    if (!closed) break;
    previous = speaker ?? (first - freeFrom <= 8 ? previous : null);
    first = freeFrom = after;
  }
  return spoken;
}

function startsSentence(prose: string, start: number): boolean {
  return /(?:^|[.!?\u2029:”"’])\s*$/u.test(prose.slice(Math.max(0, start - 4), start));
}

/** "Ollie's words", or the name under a block quote: "— Leo". */
function ownerOfWords(heard: Heard): Speaker | null {
  const { prose } = heard;
  const { ends, starts, count, forms } = heard.tokens;
  const owner = heard.edges.find((edge) => edge.possessive && forms[edge.to] === 'words' && forms[edge.to - 1] === "'s");
  if (owner) return speakerOf(heard, owner);
  const last = heard.ending.get(count) ?? null;
  return last && last.from > 0 && /[–—-]\s*$/u.test(prose.slice(ends[last.from - 1], starts[last.from])) ? speakerOf(heard, last) : null;
}

/** "Leo: I don't want to go". A label before facts ("Mum: Donna", "Date: …") is no speech: it has nobody's "I" or "you". */
function verbatimLines(heard: Heard): Speech[] {
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
