/**
 * Puts the units of a note in their places: blocks, sections and prose of the whole. It knows nothing of Markdown.
 */
import { firstWhere } from '../in-order.js';
import type { Block, Content, Note, Placeholder, Section } from './note.js';
import type { Unit } from './unit.js';

export interface PlacedUnit {
  readonly start: number;
  readonly unit: Unit;
}

export type Assembled = Pick<Note, 'blocks' | 'sections' | 'directives' | 'placeholders' | 'unchecked'>;

/** With the blocks of an earlier note, those that stand as they did are the same objects (===). */
export function assemble(text: string, placed: readonly PlacedUnit[], earlier: readonly Block[] = []): Assembled {
  const blocks = earlier.slice();
  let index = 0;
  const sections: OpenSection[] = [{ start: 0, end: text.length, level: 0, heading: '', parent: -1 }];
  const directives: Note['directives'][number][] = [];
  const placeholders: Placeholder[] = [];
  const unchecked: Note['unchecked'][number][] = [];
  const defined = definedLabels(text, placed);
  for (const { start, unit } of placed) {
    let next = 0;
    const { contents, headings } = unit;
    for (let i = 0; i < contents.length; i++) {
      while (next < headings.length && headings[next].before === i) openSection(sections, text.length, start, headings[next++]);
      const { start: from, end, content } = contents[i];
      const section = sections.length - 1;
      const was: Block | undefined = blocks[index];
      const stands = was !== undefined && was.content === content && was.start === start + from && was.section === section && was.end === start + end;
      if (!stands) blocks[index] = { start: start + from, end: start + end, content, index, section };
      index++;
    }
    while (next < headings.length) openSection(sections, text.length, start, headings[next++]);
    for (const one of unit.directives) directives.push({ ...one, start: one.start + start, end: one.end + start });
    for (const one of unit.unchecked) unchecked.push({ ...one, start: one.start + start, end: one.end + start });
    for (const one of unit.placeholders) {
      const moved = { ...one, start: one.start + start, end: one.end + start };
      if (moved.form !== 'bracket' || defined.size === 0 || !defined.has(labelOf(text, moved.start, moved.end))) placeholders.push(moved);
    }
  }
  blocks.length = index;
  return { blocks, sections, directives, placeholders, unchecked };
}

/**
 * The unit with contents equal to those of an earlier note replaced by these, where they stood at the same distance
 * from either end of it, written as they are now in `text`.
 */
export function withEarlierContents(unit: Unit, start: number, earlier: Note, text: string): Unit {
  const shift = earlier.text.length - text.length;
  const contents = unit.contents.map((placed) => {
    const at = start + placed.start;
    const source = text.slice(at, start + placed.end);
    const content = equalContent(placed.content, source, earlier, at) ?? (shift === 0 ? null : equalContent(placed.content, source, earlier, at + shift));
    return { ...placed, content: content ?? detached(placed.content) };
  });
  return { ...unit, contents };
}

/** A copy that does not keep the unit's whole text alive, as slices of it do: a table may outlive thousands of edits. */
function detached(content: Content): Content {
  const copy = (text: string): string => ` ${text}`.slice(1);
  return { ...content, prose: copy(content.prose), cell: content.cell && { ...content.cell, header: copy(content.cell.header) } };
}

function equalContent(content: Content, source: string, { blocks, text }: Note, start: number): Content | null {
  const there = firstWhere(blocks.length, (index) => blocks[index].start >= start);
  if (there === blocks.length || blocks[there].start !== start || text.slice(start, blocks[there].end) !== source) return null;
  const other = blocks[there].content;
  const [a, b] = [content.cell, other.cell];
  const sameCell = a === b || (a !== null && b !== null && a.row === b.row && a.column === b.column && a.table === b.table && a.header === b.header);
  return sameCell && content.prose === other.prose && content.kind === other.kind && content.level === other.level && content.quoted === other.quoted ? other : null;
}

/** The note's prose: that of its blocks, with white space between them. */
export function proseOf(clean: string, blocks: readonly Block[]): string {
  let prose = '';
  let at = 0;
  for (const { start, end, content } of blocks) {
    prose += whiteSpace(clean, at, start) + content.prose;
    at = end;
  }
  return prose + whiteSpace(clean, at, clean.length);
}

function whiteSpace(clean: string, from: number, to: number): string {
  if (from === to) return '';
  const between = clean.slice(from, to);
  return between === '\n\n' || between === '\n' ? between : between.replace(/[^\n]/g, ' ');
}

type OpenSection = { -readonly [Key in keyof Section]: Section[Key] };

function openSection(sections: OpenSection[], end: number, offset: number, heading: Unit['headings'][number]): void {
  const start = offset + heading.start;
  // Close what this heading ends: the part before the first heading, and every open section of its level or below.
  let parent = sections.length - 1;
  while (parent >= 0 && (parent === 0 || sections[parent].level >= heading.level)) {
    sections[parent].end = start;
    parent = parent === 0 ? -1 : sections[parent].parent;
  }
  sections.push({ start, end, level: heading.level, heading: heading.text, parent });
}

/** Labels that `[label]: address` lines define: `[label]` is a link then, wherever it stands. */
function definedLabels(text: string, placed: readonly PlacedUnit[]): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const { start, unit } of placed) {
    for (const one of unit.definitions) labels.add(labelOf(text, start + one.start, start + one.end));
  }
  return labels;
}

function labelOf(text: string, start: number, end: number): string {
  return text.slice(start, end).replace(/\s+/g, ' ').toLowerCase();
}
