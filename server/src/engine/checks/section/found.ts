/**
 * Which parts of a record a note holds, and where: under headings, beside labels, in table rows and columns, or said in
 * a sentence. An empty part is not held. It does not know which parts a record should have.
 */
import type { Block, Note } from '../../note/note.js';
import { MONTH } from '../../words/dates.js';
import { isIrregular } from '../../words/irregulars.js';
import { JOINED, SOFT, STOP, tokenize, type Tokens } from '../../words/tokens.js';
import { cueAt, findCue, type Cues } from '../cue-phrases.js';
import { CHILD, FAMILY } from '../../people/people.js';
import type { BlockDetail, NoteView } from '../note-view.js';
import type { Part } from './parts.js';

/** What a note has of one part. */
export interface Found {
  readonly present: boolean;
  /** Index of the section headed so, also where it is empty; -1 without one. */
  readonly section: number;
  /** Whether the record holds what makes this part due. */
  readonly wanted: boolean;
}

/** By part, in the order of `parts`; `key` names what is remembered. Linear in the note. */
export function foundIn(view: NoteView, parts: readonly Part[], { blocks, sections }: FoundKeys): readonly Found[] {
  const facts = view.ofBlocks(blocks, (block, detail) => factsOf(block, detail, parts));
  const { note } = view;
  const said = view.ofSections(sections, ({ blocks: held }) => sectionFacts(note, held, facts));
  const { sections: outlined, title } = view.outline();
  const headed = parts.map(() => -1);
  // Bits are parts, by their place in the rule file.
  let present = 0;
  let wanted = 0;
  const open: number[] = [];
  for (let at = 0; at < said.length; at++) {
    const { says, wants, heads, filled } = said[at];
    present |= says;
    wanted |= wants;
    // A record's title says what it is, and is not the part of it that has the same name.
    const own = at === title ? [] : heads;
    for (const part of own) if (headed[part] < 0) headed[part] = at;
    open.push(filled === null ? 0 : own.reduce((all, part) => all | (1 << part), open[outlined[at].parent] ?? 0));
    present |= open[at] & (filled ?? 0);
  }
  return parts.map((_, at): Found => ({ present: (present & (1 << at)) !== 0, section: headed[at], wanted: (wanted & (1 << at)) !== 0 }));
}

/** Under what is kept what blocks hold of the parts of a record, and sections. */
export type FoundKeys = Readonly<Record<'blocks' | 'sections', string>>;

/** What a section holds by itself. */
interface SectionFacts {
  /** Parts that it says, or has under labels and beside cells. */
  readonly says: number;
  readonly wants: number;
  /** Parts that its heading names. */
  readonly heads: readonly number[];
  /** What parts must hold that what stands under the heading does; null where no block is there at all. */
  readonly filled: number | null;
}

function sectionFacts(note: Note, held: readonly Block[], facts: readonly Facts[]): SectionFacts {
  if (held.length === 0) return NOTHING;
  let [says, wants, filled] = [0, 0, 0];
  for (const block of held) {
    const fact = facts[block.index];
    const heading = isHeading(note, block);
    if (!heading) says |= fact.says;
    if (fact.undated !== 0 && isDatedRow(note.blocks, facts, block.index)) says |= fact.undated;
    wants |= fact.wants;
    if (fact.filled && !heading) filled |= fact.holds;
    for (const part of fact.labels) says |= fact.holds & (1 << part);
    if (fact.heads.length > 0 && !heading) {
      const rest = restOf(note.blocks, facts, block.index);
      for (const part of fact.heads) for (const other of rest) if (other.filled) says |= other.holds & (1 << part);
    }
  }
  return { says, wants, heads: facts[held[0].index].heads, filled };
}

const NOTHING: SectionFacts = { says: 0, wants: 0, heads: [], filled: null };

/** The first block of a section is its heading, also where that is a line in bold. */
function isHeading({ blocks, sections }: Note, { index, section }: Block): boolean {
  return sections[section].heading !== '' && blocks[index - 1]?.section !== section;
}

/** What stands beside a label's cell or under a column's header; the list under a label, up to the next label. */
function restOf(blocks: readonly Block[], facts: readonly Facts[], at: number): readonly Facts[] {
  const { cell, kind } = blocks[at].content;
  const rest: Facts[] = [];
  for (let i = at + 1; i < blocks.length && blocks[i].section === blocks[at].section; i++) {
    const other = blocks[i].content;
    if (cell) {
      if (other.cell?.table !== cell.table || (kind !== 'header-cell' && other.cell.row !== cell.row)) break;
      if (kind !== 'header-cell' || other.cell.column === cell.column) rest.push(facts[i]);
    } else if (other.kind === 'heading' || facts[i].labelled || rest.length > 20) break;
    else rest.push(facts[i]);
  }
  return rest;
}

/** "Look at the plan again | Lou | 24 February". */
function isDatedRow(blocks: readonly Block[], facts: readonly Facts[], at: number): boolean {
  const row = (i: number): boolean => blocks[i]?.content.cell?.table === blocks[at].content.cell?.table && blocks[i]?.content.cell?.row === blocks[at].content.cell?.row;
  for (let i = at + 1; row(i); i++) if (facts[i].dated) return true;
  for (let i = at - 1; row(i); i--) if (facts[i].dated) return true;
  return false;
}

/** What one block says by itself. Parts by their place in the rule file, as bits or in lists. */
interface Facts {
  /** Says so in a sentence. */
  readonly says: number;
  /** Says so in a cell, but for the date that goes with it. */
  readonly undated: number;
  readonly dated: boolean;
  /** Holds what a part must hold. */
  readonly holds: number;
  /** Makes the part due. */
  readonly wants: number;
  /** Parts that it heads: a heading, a cell, a label with nothing after it. */
  readonly heads: readonly number[];
  /** Parts that its labels name, with something after them. */
  readonly labels: readonly number[];
  readonly labelled: boolean;
  /** Whether anything stands in it. */
  readonly filled: boolean;
}

function factsOf({ content: { kind, prose, cell } }: Block, detail: BlockDetail, parts: readonly Part[]): Facts {
  const { tokens } = detail;
  const in_ = (cues: Cues | null): boolean => cues !== null && findCue(cues, tokens) >= 0;
  const heading = kind === 'heading' || kind === 'header-cell' || (cell?.column === 0 && prose.length < LONGEST_LABEL && !WHO.test(cell.header));
  // "Mum" in a row of tasks heads nothing.
  const labels = heading ? [] : labelsOf(prose).filter(({ filled }) => filled || cell === null).map(({ text, filled }) => ({ words: tokenize(text), filled }));
  const heads = new Set<number>();
  const named = new Set<number>();
  parts.forEach((part, at) => {
    if (heading && (isHeadedBy(part, tokens) || (kind === 'heading' && isNamed(part, detail)))) heads.add(at);
    for (const { words, filled } of labels) if (isHeadedBy(part, words)) (filled ? named : heads).add(at);
  });
  const body = kind !== 'heading' && kind !== 'header-cell';
  const dated = DATED.test(prose);
  const says = body ? bits(parts, (part) => (!part.dated || dated) && ((in_(part.phrases) && (part.holds === null || in_(part.holds))) || isSaid(part, detail) || (part.conditional && isConditional(detail)))) : 0;
  return {
    says,
    undated: body && cell && !dated ? bits(parts, (part) => part.dated && in_(part.phrases)) : 0,
    dated,
    holds: bits(parts, (part) => (!part.dated || dated) && (part.holds === null || in_(part.holds))),
    wants: bits(parts, ({ only }) => only === null || in_(only)),
    heads: [...heads],
    labels: [...named],
    labelled: labels.length > 0,
    filled: kind !== 'heading' && isFilled(prose),
  };
}

/** A column of people says who does something. */
const WHO = /^(?:who|owner|lead|person|name|responsible|by whom|agency)\b/i;

function bits(parts: readonly Part[], is: (part: Part) => boolean): number {
  return parts.reduce((all, part, at) => (is(part) ? all | (1 << at) : all), 0);
}

/** In quotation marks, or told: "Mum says", "Dad has also agreed". */
function isSaid({ saidBy, verbs }: Part, { tokens, people, speech }: BlockDetail): boolean {
  if (saidBy === null) return false;
  const owners = new Set(people.filter(({ possessive }) => possessive).map(({ from }) => from));
  return speech.some(({ voice, speaker, scare }) => voice === saidBy && !scare && !NOT_SUBJECT.has(speaker.toLowerCase())) || people.some(({ groups, from, to }) => !owners.has(from) && isTheirs(groups, saidBy) && !NOT_SUBJECT.has(tokens.forms[from]) && isTold(verbs, tokens, to));
}

/** One of the verbs soon after somebody, and not done to them: "Mum was told", "Dad is known to services". */
function isTold(verbs: Cues, tokens: Tokens, from: number): boolean {
  const to = Math.min(tokens.count, from + VERB_WITHIN);
  for (let at = findCue(verbs, tokens, from, to); at >= 0; at = findCue(verbs, tokens, at + 1, to)) {
    const done = DONE_TO.test(tokens.forms[at]) || isIrregular(tokens.forms[at], 'participle');
    if (!done || !tokens.forms.slice(from, at).some((form) => BE.test(form))) return true;
  }
  return false;
}

const BE = /^(?:is|are|was|were|be|been|being)$/;
const DONE_TO = /^(?:asked|described|reported|believed|informed|stated)$/;

/** "Ewa", "Leo now": a heading that names them makes room for what they say. */
function isNamed({ saidBy, notHeadings }: Part, { tokens, people }: BlockDetail): boolean {
  return saidBy !== null && tokens.count <= LONGEST_NAME && people.some(({ groups }) => isTheirs(groups, saidBy)) && findCue(notHeadings, tokens) < 0;
}

function isTheirs(groups: number, whose: 'child' | 'family'): boolean {
  return whose === 'child' ? (groups & CHILD) !== 0 : (groups & FAMILY) !== 0 && (groups & CHILD) === 0;
}

/** Words of a heading that says hardly more than a name. */
const LONGEST_NAME = 6;

/** Whose words these would be is not sure. */
const NOT_SUBJECT = new Set(['he', 'she', 'they', 'him', 'her', 'them', 'his', 'their']);
/** Words between somebody and what they say: "Dad has also since". */
const VERB_WITHIN = 3;

/** "If Shanice is not home by eleven, Mrs Grant rings Abi": who does what in a case that may come. */
function isConditional({ tokens: { count, forms, gaps }, people }: BlockDetail): boolean {
  for (let from = 0; from < count; from++) {
    if (forms[from] !== 'if' || (from > 0 && gaps[from] !== STOP)) continue;
    let comma = from + 1;
    while (comma < count && gaps[comma] === JOINED) comma++;
    if (comma < count && gaps[comma] === SOFT && people.some((edge) => !edge.possessive && edge.from >= comma && edge.from < comma + 3 && !/^(?:there|it)$/.test(forms[edge.from]))) return true;
  }
  return false;
}

function isHeadedBy({ headings, notHeadings }: Part, tokens: Tokens): boolean {
  for (let at = 0; at < tokens.count; at++) if (cueAt(headings, tokens, at) > 0) return findCue(notHeadings, tokens) < 0;
  return false;
}

const LONGEST_LABEL = 60;

/** "Contingency: …" at the start of a line, and lines in bold or ending in a colon that head what follows. */
function labelsOf(prose: string): readonly { readonly text: string; readonly filled: boolean }[] {
  const labels: { text: string; filled: boolean }[] = [];
  for (const line of prose.split(/[\n\u2029]/u)) {
    const plain = line.replace(/[\u2060*_]/gu, '').trim();
    const label = /^([^:.?!]{2,60})[:?](.*)$/u.exec(plain);
    if (label) labels.push({ text: label[1], filled: isFilled(label[2]) });
    else if (plain.length > 1 && plain.length < 40 && plain === prose.trim() && !/[.?!,]$/.test(plain)) labels.push({ text: plain, filled: false });
  }
  return labels;
}

function isFilled(text: string): boolean {
  return holdsLetters(text, LONGEST_EMPTY) || !EMPTY.test(text.replace(/[^\p{L}\p{N}]+/gu, ' '));
}

/** More than so many plain letters; what holds fewer may still hold others. */
function holdsLetters(text: string, most: number): boolean {
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at) | 32;
    if (code >= 97 && code <= 122 && ++letters > most) return true;
  }
  return false;
}

/** Letters of the longest words that say nothing. */
const LONGEST_EMPTY = 20;
const EMPTY = /^ ?(?:(?:n ?a|none|nil|not applicable|not known|not given|not recorded|tbc|tba|to follow|to be (?:confirmed|completed|added)|as (?:above|before)|see (?:above|below|previous)|\p{N}{1,2}) ?)?$/iu;

const DATED = new RegExp(String.raw`\b\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}\b|\b${MONTH} \d|\b\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\b|\b\d{4}-\d\d-\d\d\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:in|within|after|every) (?:\w+ ){1,2}(?:days?|weeks?|months?)\b|\b(?:weekly|wkly|fortnightly|monthly)\b|\{\{[^}]*\}\}|_{3,}|\[[^\]]+\]|\b(?:date|tomorrow|today|diwali|eid|christmas|easter|new year|half term)\b`, 'i');
