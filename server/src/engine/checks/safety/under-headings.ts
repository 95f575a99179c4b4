/** The blocks that stand under headings, or after labels, of one kind. It does not read them. */
import { moved, type Span } from '../../finding.js';
import type { Block, Content } from '../../note/note.js';
import { placeOf } from '../../note/place.js';
import type { CheckSpec } from '../../rule.js';
import { cueAt, findCue, type Cues } from '../cue-phrases.js';
import type { BlockDetail, NoteView, Outline } from '../note-view.js';
import type { ReadOnce } from '../read-once.js';

/** What stands under one heading. */
export interface Headed {
  /** The section in which it begins. */
  readonly section: number;
  /** The heading's words; offsets into the note's text. */
  readonly start: number;
  readonly end: number;
  /** Cells, items, paragraphs, in order; never empty. */
  readonly blocks: readonly Block[];
  /** Where the words under it begin in the prose of the first of them: behind a label. */
  readonly from: number;
}

/** A place in a note, offsets into its text, and its section. */
export type Place = Pick<Headed, 'section' | 'start' | 'end'>;

/** What is kept under of headings of one kind. */
export type UnderKeys = Readonly<Record<'under' | 'labels' | 'governed' | 'headed', string>>;

export function underKeys(headings: CheckSpec[string] | undefined, readOnce: ReadOnce): UnderKeys {
  const key = readOnce.nameOf(headings ?? '');
  return { under: `under ${key}`, labels: `label ${key}`, governed: `governed ${key}`, headed: `headed ${key}` };
}

/** In order. A record's title says what the record is, and heads nothing by itself. `keys` stand for the headings. */
export function underHeadings(view: NoteView, headings: Cues, keys: UnderKeys): readonly Headed[] {
  return view.once(keys.headed, () => headed(view, under(view, headings, keys)));
}

/**
 * Where `find` finds something in what stands under headings, found again only where that, or one of `besides`, is no
 * longer the same; null where it finds nothing. `name` is the check's own.
 */
export function foundUnder(view: NoteView, headings: Cues, keys: UnderKeys, name: string, besides: readonly unknown[], find: () => Place | null): Span | null {
  const { sections } = view.note;
  const place = view.whileSame(name, [...under(view, headings, keys).inputs, ...besides], () => {
    const found = find();
    return found === null ? null : { section: found.section, ...moved({ start: found.start, end: found.end }, -sections[found.section].start) };
  });
  return place === null ? null : moved({ start: place.start, end: place.end }, sections[place.section].start);
}

/** Where headings and labels of one kind stand. */
interface Under {
  readonly labels: ReadonlyMap<number, Label>;
  readonly governed: ReadonlyMap<number, number>;
  /** All that what stands under them may be told by. */
  readonly inputs: readonly unknown[];
}

function under(view: NoteView, headings: Cues, keys: UnderKeys): Under {
  return view.once(keys.under, () => {
    const outline = view.outline();
    const asRead = view.asRead();
    const labels = view.someBlocks(keys.labels, ({ content }, detail) => labelIn(content, detail, headings));
    const governed = view.whileSame(keys.governed, [outline], () => governedBy(outline, headings));
    const inputs: unknown[] = [labels, governed];
    for (const section of governed.keys()) inputs.push(asRead[section]);
    for (const at of labels.keys()) inputs.push(asRead[view.note.blocks[at].section]);
    return { labels, governed, inputs };
  });
}

function headed(view: NoteView, { labels, governed }: Under): readonly Headed[] {
  const { blocks } = view.note;
  const parts = view.parts();
  const found: Placed[] = [];
  const heads = new Map<number, Placed>();
  for (const [section, head] of governed) {
    // A section opens with its heading, also where that is a line in bold.
    const [first, ...others] = parts[section].blocks;
    if (first === undefined) continue;
    if (section === head) {
      const one: Placed = { section, ...placeOf(first), from: 0, blocks: [], at: first.index };
      heads.set(section, one);
      found.push(one);
    }
    for (const block of others) if (block.content.kind !== 'heading' && block.content.kind !== 'header-cell') heads.get(head)?.blocks.push(block);
  }
  for (const [at, label] of labels) {
    const block = blocks[at];
    if (!governed.has(block.section)) found.push({ section: block.section, start: block.start + label.start, end: block.start + label.end, from: label.end + 1, blocks: [block, ...listUnder(blocks, at, label.end)], at });
  }
  return found.filter(({ blocks: held }) => held.length > 0).sort((one, other) => one.at - other.at);
}

interface Placed extends Headed {
  readonly blocks: Block[];
  /** Its place among all blocks. */
  readonly at: number;
}

/** Sections that headings of this kind govern, in order, each with that which does. */
function governedBy({ sections, words, title, governs }: Outline, headings: Cues): ReadonlyMap<number, number> {
  const under = new Map<number, number>();
  sections.forEach(({ heading, parent }, at) => {
    const own = heading !== '' && !(at === title && governs) && findCue(headings, words[at]) >= 0;
    const head = own ? at : under.get(parent);
    if (head !== undefined) under.set(at, head);
  });
  return under;
}

/** The items after a label with nothing beside it. */
function listUnder(blocks: readonly Block[], at: number, end: number): readonly Block[] {
  if (/[\p{L}\p{N}]/u.test(blocks[at].content.prose.slice(end))) return [];
  let to = at + 1;
  while (to < blocks.length && blocks[to].content.kind === 'item' && blocks[to].section === blocks[at].section) to++;
  return blocks.slice(at + 1, to);
}

/** Offsets into the block's prose. */
type Label = Span;

function labelIn({ kind, prose }: Content, { tokens }: BlockDetail, headings: Cues): Label | null {
  const colon = kind === 'paragraph' || kind === 'item' ? endOfLabel(prose) : -1;
  for (let i = 0; i < tokens.count && tokens.starts[i] < colon; i++) if (cueAt(headings, tokens, i) > 0) return { start: tokens.starts[0], end: colon };
  return null;
}

/** A colon ends a label, and so does the full stop of a few words that open with a capital: "What we want to see instead. …". */
function endOfLabel(prose: string): number {
  const colon = prose.slice(0, LONGEST_LABEL).indexOf(':');
  return colon >= 0 ? colon : /^[\s\u2060]*(?:What|How|Where) [^.:?\n]{4,50}(?=[.?] )/u.exec(prose)?.[0].length ?? -1;
}

const LONGEST_LABEL = 60;
