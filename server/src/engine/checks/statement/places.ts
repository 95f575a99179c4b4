/**
 * Which headings, labels and columns of a note hold danger statements, and in what manner. It does not read the
 * statements.
 */
import type { CheckSpec, NoteType } from '../../rule.js';
import type { Block, Content, Note } from '../../note/note.js';
import { tokenize, type Tokens } from '../../words/tokens.js';
import { worryAlone, type Alone, type Worrying } from './alone.js';
import { worryInProse, type Told } from './in-prose.js';
import { cueReader, findCue, mayOpen, type Cues } from '../cue-phrases.js';
import type { Outline } from '../note-view.js';

/** How a rule file says where statements stand. */
export interface Places extends Worrying {
  readonly headings: Cues;
  readonly worryHeadings: Cues;
  readonly notHeadings: Cues;
  /** These speak of worries or risk, and hold much else. */
  readonly riskHeadings: Cues;
  /** What a paragraph under "Danger statements" says that is one, though nobody in it is worried. */
  readonly risk: Cues;
}

export function readPlaces(spec: CheckSpec): Places {
  const read = cueReader(spec);
  return { headings: read(spec['headings']), worryHeadings: read(spec['worry-headings']), notHeadings: read(spec['not-headings']), riskHeadings: read(spec['risk-headings']), worried: read(spec['worried']), supposed: read(spec['supposed']), risk: read(spec['risk']) };
}

/** Under one heading one statement, one for each paragraph or item, those among goals or scales ("mixed"), only what has the form of a statement, only worries that stand alone, or none. */
export type Mode = 'one' | 'each' | 'mixed' | 'form' | 'near' | 'none';
export interface Under {
  readonly mode: Mode;
  /** Of `one`: the section whose statement this is. */
  readonly owner: number;
}

/** What a block says as a heading or a cell, and where a statement after its label would begin; -1 without one. Most blocks say nothing. */
export interface Label {
  readonly own: Mode | null;
  readonly end: number;
  /** A worry in a paragraph of its own, and whether it says whose it is. */
  readonly alone?: Alone;
  /** A worry that it states in running prose. */
  readonly told?: Told;
  /** Whether that is called a worry or a risk: "The worry: …" */
  readonly named?: boolean;
  /** Its first token behind that. */
  readonly from?: number;
  /** A cell under "Worry": only one that has the whole form of a statement is one. */
  readonly column?: boolean;
}

export function readLabel({ kind, prose, cell }: Content, tokens: Tokens, places: Places): Label | null {
  if (cell) {
    const above = cell.header !== '' && cell.header.length < 60 ? headingMode(cell.header, places) : null;
    const own = prose.length < 60 ? modeOf(tokens, places) : null;
    return own === null && above === null ? null : { own, end: (above === 'one' || above === 'each') && own !== 'none' ? 0 : -1, ...(above === 'form' || above === 'near' ? { column: true } : {}) };
  }
  if (kind === 'heading') {
    const own = headingMode(prose, places, tokens);
    return own === null ? null : { own, end: -1 };
  }
  const colon = labelBreak(prose);
  if (colon > 0 && opensBefore(tokens, colon, places.headings)) {
    const mode = headingMode(prose.slice(0, colon), places);
    if (mode === 'one' || mode === 'each') {
      const title = titleEnd(prose, tokens, colon + 1, places);
      return title < prose.length ? { own: null, end: title } : { own: mode, end: -1 };
    }
  }
  // It may be a heading in bold; which blocks are, is known to their sections.
  const own = (colon <= 0 || !/[\p{L}\d]/u.test(prose.slice(colon + 1))) && prose.length < 60 && (opensBefore(tokens, prose.length, places.headings) || (colon > 0 && opensBefore(tokens, colon, places.worryHeadings))) ? headingMode(prose, places, tokens) : null;
  const begins = colon > 0 ? afterWorryLabel(prose, tokens, colon, places) : 0;
  const run = begins === 0 ? runInEnd(prose) : 0;
  const from = run > 0 ? Math.max(tokens.starts.findIndex((start) => start >= run), 0) : begins;
  const isText = kind === 'paragraph' || kind === 'item';
  const alone = isText ? worryAlone(tokens, places, from) : null;
  const told = isText ? worryInProse(tokens, places) : null;
  if (alone === null && told === null) return own === null ? null : { own, end: -1 };
  // A sentence is no heading.
  return { own: /\.[\s\u2060]*$/u.test(prose) ? null : own, end: -1, ...(alone ? { alone } : {}), ...(told ? { told } : {}), ...(begins > 0 ? { named: true } : {}), ...(from > 0 ? { from } : {}) };
}

/** Where a label ends that goes on, "Danger statement 1: Dad's drinking", with what is stated below it. */
function titleEnd(prose: string, tokens: Tokens, from: number, places: Places): number {
  const line = /^[^\n\u2029.!?]*(?=[\n\u2029][\s\u2060]*["“‘']?\p{Lu}|[\s\u2060]*$)/u.exec(prose.slice(from, from + MOST_OF_TITLE))?.[0].length ?? -1;
  if (line < 0) return from;
  const [first, last] = [tokens.starts.findIndex((start) => start >= from), tokens.starts.findIndex((start) => start >= from + line)];
  const end = last < 0 ? tokens.count : last;
  if (first < 0) return prose.length;
  return end - first > 7 || findCue(places.worried, tokens, first, end) >= 0 || findCue(places.risk, tokens, first, end) >= 0 ? from : Math.max(from, line === prose.length - from ? prose.length : from + line);
}

const MOST_OF_TITLE = 60;

/** "The worry:", "Risk:" before one that stands alone: its first token behind that, else 0. */
function afterWorryLabel(prose: string, tokens: Tokens, colon: number, places: Places): number {
  if (!opensBefore(tokens, colon, places.riskHeadings) && !opensBefore(tokens, colon, places.worryHeadings)) return 0;
  const mode = headingMode(prose.slice(0, colon), places);
  return mode === 'form' || mode === 'near' ? tokens.starts.findIndex((start) => start > colon) : 0;
}

/** "Worry 2" before a full stop. */
const COUNTED = /^[\s\u2060]*[a-z]+(?: [a-z]+)? (?:\d{1,2}|[a-e]|statement)\u2060*$/i;

/** "**The drinking.** Nan and Mr Bell are worried": where a title ends that runs in, told by the markup round it, or 0. */
export function runInEnd(prose: string): number {
  return /^[^.:?\n\u2029]{1,50}[.:?](?=[ \u2060]{2,}["“‘']?\p{Lu})/u.exec(prose)?.[0].length ?? 0;
}

/** Where a label at the start of a block ends, or -1. */
function labelBreak(prose: string): number {
  const run = runInEnd(prose);
  if (run > 0) return run - 1;
  for (let i = 0; i < prose.length && i < 60; i++) {
    const code = prose.charCodeAt(i);
    if (code === 58 || code === 0x2029 || (code === 63 && /\S/u.test(prose.slice(i + 1))) || (code === 46 && COUNTED.test(prose.slice(0, i)))) return i;
    if ((code === 10 && i > 0 && isLineLabel(prose, i)) || ((code === 45 || code === 0x2013 || code === 0x2014) && /^[\s\u2060]/u.test(prose.slice(i + 1)) && /[\s\u2060]$/u.test(prose.slice(0, i)))) return i;
  }
  return -1;
}

/** "WORRY", or "Danger statement" on a line of its own with a sentence under it. */
function isLineLabel(prose: string, end: number): boolean {
  const line = prose.slice(0, end);
  return !/\p{Ll}/u.test(line) || (/^[\s\u2060]*\p{Lu}[^.,;!?:]{5,38}$/u.test(line) && /^[\s\u2060]*["“‘']?\p{Lu}/u.test(prose.slice(end)));
}

/** Whether one of the words before an offset may begin a cue. */
function opensBefore({ count, starts, forms }: Tokens, offset: number, cues: Cues): boolean {
  for (let i = 0; i < count && starts[i] < offset; i++) if (mayOpen(cues, forms[i])) return true;
  return false;
}

/** What a heading adds in brackets is about it: "Danger statements (the form wants them)". */
function headingMode(heading: string, places: Places, tokens?: Tokens): Mode | null {
  // "Danger statement(s)"
  if (heading.includes('(') || heading.includes('/')) return modeOf(tokenize(heading.replace(/(?<=statement)(?:\(s\)|\/s)/iu, 's').replace(ASIDE, ' ')), places);
  return modeOf(tokens ?? tokenize(heading), places);
}

const ASIDE = /\([^()]*\)/gu;

function modeOf(tokens: Tokens, places: Places): Mode | null {
  const other = findCue(places.notHeadings, tokens) >= 0;
  if (findCue(places.headings, tokens) < 0) return other ? 'none' : findCue(places.worryHeadings, tokens) >= 0 ? 'form' : findCue(places.riskHeadings, tokens) >= 0 ? 'near' : null;
  if (other) return tokens.forms.includes('statement') || tokens.forms.includes('statements') ? 'mixed' : 'form';
  return tokens.forms.includes('statements') ? 'each' : 'one';
}

/** By section, given what their headings say. The title of a record of danger statements says so too, and governs everything: it counts only where nothing else does. */
export function modes({ sections, title, governs }: Outline, said: ReadonlyMap<number, Mode>, type: NoteType | null): readonly Under[] {
  const others = [...said].some(([at, mode]) => at !== title && (mode === 'one' || mode === 'each'));
  const ofTitle = said.get(title) ?? null;
  // "Danger statement" as a title: what stands right under it, before "Safety goal", is one.
  const titled = type === 'danger-statement' && ofTitle === 'one' && !others;
  const own = (at: number): Mode | null => (at !== title || ofTitle === null || !governs ? said.get(at) ?? null : ofTitle === 'near' ? null : others || ofTitle === 'none' ? 'none' : 'form');
  const isForm = title >= 0 && own(title) === 'form';
  const under: Under[] = [];
  sections.forEach((section, at) => {
    const above = under[section.parent] ?? { mode: type === 'danger-statement' && title < 0 ? 'form' : 'none', owner: at };
    const said = own(at);
    // "What could happen" under "Danger statement 1" is part of it.
    const mode = said === 'near' && above.mode !== 'none' ? null : said;
    if (mode !== null) under.push({ mode, owner: at });
    // "1. Stax and the debt" under "Danger statements" is one; "What has happened" under "Danger statement 1" is part of it.
    else if (above.mode === 'each' || (above.owner === title && isForm && NUMBERED.test(section.heading))) under.push({ mode: 'one', owner: at });
    else under.push(section.level > 0 && section.parent === title && others ? { mode: 'none', owner: at } : above);
  });
  if (titled && isForm) under[title] = { mode: 'one', owner: title };
  return under;
}

/** Whether the note has a place for statements: worries that stand by themselves elsewhere are none. */
export function hasPlace(said: ReadonlyMap<number, Mode>): boolean {
  return [...said.values()].some((mode) => mode === 'one' || mode === 'each');
}

/** Whether worries that stand by themselves in a section may be statements: not where its heading is of something else. */
export function mayStandAlone({ sections }: Note, said: ReadonlyMap<number, Mode>, section: number, title: number): boolean {
  for (let at = section; at >= 0; at = sections[at].parent) if (said.has(at) && at !== title) return said.get(at) !== 'none';
  return true;
}

/** What the heading of a section says, given its blocks. */
export function saidOver(note: Note, blocks: readonly Block[], labels: ReadonlyMap<number, Label>): Mode | null {
  for (const block of blocks) {
    const own = isHeading(block) || isBoldHeading(note, block) ? labels.get(block.index)?.own ?? null : null;
    if (own !== null) return own;
  }
  return null;
}

export function isHeading({ content: { kind } }: Block): boolean {
  return kind === 'heading';
}

/** A line in bold that is the heading of its section. */
export function isBoldHeading({ blocks, sections }: Note, { section, index, content: { kind } }: Block): boolean {
  return kind === 'paragraph' && sections[section].level > 0 && blocks[index - 1]?.section !== section;
}

const NUMBERED = /^\s*(?:\d{1,2}[.):\s]|(?:[a-h]|[iv]+|one|two|three|four|five|six|first|second|third)(?:[.):,]|\s[–—-]))/iu;

/** Offset at which a statement begins after its label ("Danger statement 1: …", or the cell before or above), or null. */
export function labelled(note: Note, at: number, labels: ReadonlyMap<number, Label>): number | null {
  const { cell } = note.blocks[at].content;
  const end = labels.get(at)?.end ?? -1;
  if (end >= 0) return end;
  if (!cell) return null;
  const left = cell.column === 1 ? note.blocks[at - 1] : undefined;
  const beside = left?.content.cell?.row === cell.row && left.content.cell.table === cell.table ? labels.get(at - 1)?.own : null;
  return beside === 'one' || beside === 'each' ? 0 : null;
}
