/**
 * Other places of a note that matter to a finding: the same term again, where it is said in full, the bottom line that
 * an action may answer, the entry before one that is out of order, where a child who is not heard is first spoken of. It
 * looks for words and places, and knows nothing of how they are shown.
 */
import { ownWords, type Finding, type Span } from '../engine/finding.js';
import type { Note } from '../engine/note/note.js';
import type { Rule } from '../engine/rule.js';

/** A place, and what it has to do with the finding. */
export interface Place extends Span {
  readonly says: string;
}

/** In the order in which they are worth looking at. `rule` is the finding's own. */
export function relatedPlaces(finding: Finding, rule: Rule | undefined, note: Note): readonly Place[] {
  switch (finding.rule) {
    case 'jargon/acronym': return [...saidInFull(finding, note), ...again(finding, note)].slice(0, MOST);
    case 'document/chronology-order': return entryBefore(finding, note);
    case 'childs-voice/missing': return firstNamed(finding, note);
    default: return ANSWERS_A_BOTTOM_LINE.has(finding.rule) ? bottomLines(finding, note) : rule?.raise === 'once' ? again(finding, note) : [];
  }
}

const MOST = 5;
/** Actions, and orders that a plan's bottom line may give the reason for. */
const ANSWERS_A_BOTTOM_LINE: ReadonlySet<string> = new Set([
  'plan/no-who', 'plan/no-when', 'plan/vague', 'plan/family-carries', 'plan/harm-unasked',
  'doing-to/must', 'doing-to/you-must', 'doing-to/required', 'doing-to/non-negotiable', 'doing-to/compliance-demanded', 'doing-to/prove-it',
]);

/** A term that is raised once stands in other places too. */
function again(finding: Finding, { prose }: Note): readonly Place[] {
  const { start, end } = ownWords(finding);
  return placesOf(prose.slice(start, end), prose, finding.end).slice(0, MOST).map((span) => ({ ...span, says: 'The same words again' }));
}

/** “Independent Reviewing Officer (IRO)” or “IRO (Independent Reviewing Officer)”, further on. */
function saidInFull({ start, end }: Finding, { prose }: Note): readonly Place[] {
  const letters = prose.slice(start, end);
  const whole = placesOf(letters, prose, end).find((place) => (prose[place.start - 1] === '(' && prose[place.end] === ')') || /^ ?\([^)\n]{4,}\)/.test(prose.slice(place.end, place.end + 80)));
  return whole ? [{ ...whole, says: 'Said in full here; it helps where the letters first stand' }] : [];
}

/** What stands under a heading for them, else the sentence that names one. */
function bottomLines(finding: Finding, { blocks, sections, prose }: Note): readonly Place[] {
  const under = blocks.filter(({ section, content }) => content.kind !== 'heading' && BOTTOM_LINE.test(sections[section].heading));
  const named = blocks.filter(({ content, section }) => content.kind !== 'heading' && !BOTTOM_LINE.test(sections[section].heading) && BOTTOM_LINE.test(content.prose));
  return [...under, ...named]
    .filter(({ start, end }) => prose.slice(start, end).trim() !== '' && (finding.end <= start || end <= finding.start))
    .slice(0, 3)
    .map(({ start, end }) => ({ start, end, says: 'The bottom line: is this one of the things that answer it?' }));
}

const BOTTOM_LINE = /\bbottom[ -]lines?\b/i;

function entryBefore(finding: Finding, { blocks }: Note): readonly Place[] {
  const at = blocks.findIndex(({ start, end }) => start <= finding.start && finding.start < end);
  const opens = ({ content: { kind, cell } }: Note['blocks'][number]): boolean => (kind === 'cell' ? cell?.column === 0 : kind === 'paragraph' || kind === 'item');
  const before = blocks.slice(0, Math.max(0, at)).findLast(opens);
  return before ? [{ start: before.start, end: before.end, says: 'It stands after this' }] : [];
}

/** Apart from headings and lists of who is there. */
function firstNamed({ about }: Finding, { blocks }: Note): readonly Place[] {
  return (about ?? '').split(/, | and /).flatMap((name): Place[] => {
    const [first] = name.split(' ');
    const block = first === '' ? undefined : blocks.find(({ content }) => content.kind === 'paragraph' && /[.!?]/.test(content.prose) && placesOf(first, content.prose, 0).length > 0);
    if (!block) return [];
    const [{ start, end }] = placesOf(first, block.content.prose, 0);
    return [{ start: block.start + start, end: block.start + end, says: `${first} is first spoken of here` }];
  });
}

/** Where words stand by themselves and not as part of longer ones, from an offset on. */
export function placesOf(words: string, text: string, from: number): readonly Span[] {
  const places: Span[] = [];
  if (words === '') return places;
  for (let at = text.indexOf(words, from); at >= 0; at = text.indexOf(words, at + words.length)) {
    if (!/[\p{L}\p{N}]/u.test(`${text[at - 1] ?? ''}${text[at + words.length] ?? ''}`)) places.push({ start: at, end: at + words.length });
  }
  return places;
}
