/** The blocks that stand under headings, or after labels, of one kind. It does not read them. */
import type { Block, Content } from '../../note/note.js';
import { placeOf } from '../../note/place.js';
import { cueAt, findCue, type Cues } from '../cue-phrases.js';
import type { BlockDetail, NoteView } from '../note-view.js';

/** What stands under one heading. */
export interface Headed {
  /** The heading's words; offsets into the note's text. */
  readonly start: number;
  readonly end: number;
  /** Cells, items, paragraphs, in order; never empty. */
  readonly blocks: readonly Block[];
  /** Where the words under it begin in the prose of the first of them: behind a label. */
  readonly from: number;
}

/** In order. A record's title says what the record is, and heads nothing by itself. `key` stands for the headings. */
export function underHeadings(view: NoteView, headings: Cues, key: string): readonly Headed[] {
  return view.once(`under ${key}`, () => headed(view, headings, `label ${key}`));
}

function headed(view: NoteView, headings: Cues, labelKey: string): readonly Headed[] {
  const { note } = view;
  const words = view.outline().words;
  const labels = view.ofBlocks(labelKey, ({ content }, detail) => labelIn(content, detail, headings));
  const title = note.sections.findIndex(({ level }) => level > 0);
  const governs = note.sections.some(({ parent }) => parent === title);
  const own = note.sections.map(({ heading }, at) => heading !== '' && !(at === title && governs) && findCue(headings, words[at]) >= 0);
  const under: number[] = [];
  note.sections.forEach(({ parent }, at) => under.push(own[at] ? at : under[parent] ?? -1));
  const found: { key: string; start: number; end: number; from: number; blocks: Block[] }[] = [];
  note.blocks.forEach((block, at) => {
    const section = under[block.section];
    const { kind } = block.content;
    const first = at === 0 || note.blocks[at - 1].section !== block.section;
    if (section >= 0) {
      const key = `section ${section}`;
      if (kind === 'heading' || (first && block.section > 0)) {
        if (own[block.section] && found.at(-1)?.key !== key) found.push({ key, ...placeOf(block), from: 0, blocks: [] });
      } else if (kind !== 'header-cell') found.findLast((one) => one.key === key)?.blocks.push(block);
      return;
    }
    const label = labels[at];
    if (label) found.push({ key: `label ${at}`, start: block.start + label.start, end: block.start + label.end, from: label.end + 1, blocks: [block, ...listUnder(note.blocks, at, label.end)] });
  });
  return found.filter(({ blocks }) => blocks.length > 0);
}

/** The items after a label with nothing beside it. */
function listUnder(blocks: readonly Block[], at: number, end: number): readonly Block[] {
  if (/[\p{L}\p{N}]/u.test(blocks[at].content.prose.slice(end))) return [];
  let to = at + 1;
  while (to < blocks.length && blocks[to].content.kind === 'item') to++;
  return blocks.slice(at + 1, to);
}

/** Offsets into the block's prose. */
function labelIn({ kind, prose }: Content, { tokens }: BlockDetail, headings: Cues): { readonly start: number; readonly end: number } | null {
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
