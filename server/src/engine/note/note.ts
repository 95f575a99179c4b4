/**
 * The note model: Markdown text in, prose of the same length and its structure out. All offsets are UTF-16
 * units of the LF text. It knows nothing of rules, people or findings, and never throws.
 */
import { Tree } from '@lezer/common';
import type { Span, Unchecked } from '../finding.js';
import { changeBetween, parseMarkdown, shareSurroundings, type Change, type Surroundings } from './markdown.js';
import { assemble, type Assembled, type PlacedUnit, proseOf, withEarlierContents } from './assembly.js';
import { prepareSource, type Source } from './source.js';
import { readUnit, type Unit } from './unit.js';

/**
 * Reads a note. Total: any string will do, though edges give it `toLf` text, and a `\r` that does arrive is white
 * space. With the note as it was before an edit it does less work and gives the same answer.
 */
export function parseNote(text: string, previous?: Note): Note {
  const memory = previous === undefined ? undefined : ReadNote.memoryOf(previous);
  const source = prepareSource(text);
  const tree = treeOf(source, previous, memory);
  const units = memory?.units ?? new WeakMap<Tree, Unit>();
  const surroundings: Surroundings = memory?.surroundings ?? new Map();
  const placed: PlacedUnit[] = [];
  eachUnit(tree, 0, (node, start) => {
    let unit = units.get(node);
    if (unit === undefined) {
      const slice = source.clean.slice(start, start + node.length);
      // A slice keeps the whole text it was cut from alive; what outlives many edits must not.
      unit = readUnit(node, memory === undefined ? slice : ` ${slice}`.slice(1));
      // A table or a quote is one node, however long, and the parser looks at the neighbours of an edit again: most blocks are as they were.
      if (previous !== undefined) unit = withEarlierContents(unit, start, previous, text);
      shareSurroundings(node, surroundings);
      units.set(node, unit);
    }
    placed.push({ start, unit });
  });
  return new ReadNote(text, tree, assemble(text, placed, previous?.blocks), { source, units, surroundings });
}

/**
 * A class, since an object with a getter of its own is a shape of its own to V8, and old shapes keep what the getter sees
 * alive: the texts of hundreds of keystrokes.
 */
class ReadNote implements Note {
  readonly blocks: Note['blocks'];
  readonly sections: Note['sections'];
  readonly directives: Note['directives'];
  readonly placeholders: Note['placeholders'];
  readonly unchecked: Note['unchecked'];
  readonly frontMatter: Note['frontMatter'];
  /** Made when somebody asks for it. */
  #prose: string | null = null;
  readonly #memory: Memory;

  constructor(readonly text: string, readonly tree: Tree, { blocks, sections, directives, placeholders, unchecked }: Assembled, memory: Memory) {
    this.blocks = blocks;
    this.sections = sections;
    this.directives = directives;
    this.placeholders = placeholders;
    this.unchecked = unchecked;
    this.frontMatter = memory.source.frontMatter;
    this.#memory = memory;
  }

  get prose(): string {
    return (this.#prose ??= proseOf(this.#memory.source.clean, this.blocks));
  }

  static memoryOf(note: Note): Memory | undefined {
    return note instanceof ReadNote ? note.#memory : undefined;
  }
}

/** What a note remembers of how it was read. Units are shared with the notes that come of it by edits. */
interface Memory {
  readonly source: Source;
  readonly units: WeakMap<Tree, Unit>;
  readonly surroundings: Surroundings;
}

function treeOf(source: Source, previous: Note | undefined, memory: Memory | undefined): Tree {
  if (previous === undefined || memory === undefined) return parseMarkdown(source.forParser);
  const change = changeBetween(memory.source.clean, source.clean);
  return change === null ? previous.tree : parseMarkdown(source.forParser, { tree: previous.tree, change: withFrontMatter(change, memory.source.body, source.body) });
}

/** The change from the start on, where front matter came, went or has another length: what it ends before and after was read otherwise. */
function withFrontMatter(change: Change, before: number, after: number): Change {
  if (before === after) return change;
  const longer = change.toB - change.toA;
  const toB = Math.max(change.toB, after, before + longer);
  return { fromA: 0, toA: toB - longer, fromB: 0, toB };
}

/** Lezer groups the children of a long document into nameless nodes. A list is read item by item. */
function eachUnit(tree: Tree, start: number, visit: (node: Tree, start: number) => void): void {
  for (let i = 0; i < tree.children.length; i++) {
    const node = tree.children[i];
    if (!(node instanceof Tree)) continue;
    const at = start + tree.positions[i];
    if (node.type.isAnonymous || node.type.name === 'BulletList' || node.type.name === 'OrderedList') eachUnit(node, at, visit);
    else visit(node, at);
  }
}

/** A note, parsed. Immutable; `parseNote(text, previous)` shares what an edit left alone. */
export interface Note {
  /** The text that was parsed: `\n` line ends, and nothing else changed. */
  readonly text: string;
  /** As long as `text`. Each character is the source's own at that offset, or filler: space, `\n`, U+FFFC, U+2060, U+2029. */
  readonly prose: string;
  /** Leaf blocks in order, disjoint. */
  readonly blocks: readonly Block[];
  /** Sections in order of their start; `sections[0]` is what stands before the first heading and has level 0. */
  readonly sections: readonly Section[];
  readonly frontMatter: FrontMatter | null;
  readonly directives: readonly Directive[];
  readonly placeholders: readonly Placeholder[];
  /** Blocks too large to be read (over 8 KB), and anything else no rule will see. */
  readonly unchecked: readonly Unchecked[];
  /** The parser's tree, for the next incremental parse. */
  readonly tree: Tree;
}

/** A paragraph, heading, list item or table cell at its place in this note. */
export interface Block extends Span {
  /** What stands in the block. The same object (===) in a later note whose edit did not touch it. */
  readonly content: Content;
  /** Its place in `note.blocks`. */
  readonly index: number;
  /** Index into `note.sections` of the innermost section that holds the block. */
  readonly section: number;
}

export interface Content {
  readonly kind: 'paragraph' | 'heading' | 'item' | 'cell' | 'header-cell';
  /** The block's own slice of `note.prose`. */
  readonly prose: string;
  /** 1 to 6 for a heading, else 0. */
  readonly level: number;
  /** Inside a Markdown block quote: somebody's words, not the writer's. */
  readonly quoted: boolean;
  readonly cell: Cell | null;
}

/** Where a table cell stands. `row` is 0 for the header row, `table` counts tables of the note's same top-level block. */
export interface Cell {
  readonly table: number;
  readonly row: number;
  readonly column: number;
  /** Prose of the column's header, white space trimmed; '' where there is none. */
  readonly header: string;
}

/** A heading and what it governs, to the next heading of its level or above. */
export interface Section extends Span {
  readonly level: number;
  /** The heading's prose, white space collapsed, without a colon at the end; '' for the part before the first heading. */
  readonly heading: string;
  /** Index of the section that holds this one, or -1. */
  readonly parent: number;
}

/** Front matter as flat keys. Lists (`a, b`, `[a, b]` and `- a` lines) and scalars alike are arrays of strings. */
export interface FrontMatter extends Span {
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** `<!-- alongside-disable-next-line label/engagement reason="…" by="PS" until=2027-03-01 -->` */
export interface Directive extends Span {
  readonly kind: 'disable' | 'enable' | 'disable-line' | 'disable-next-line' | 'disable-file';
  /** Rule ids or categories; empty means every rule. */
  readonly rules: readonly string[];
  readonly reason: string | null;
  readonly by: string | null;
  /** ISO date as written, or null. */
  readonly until: string | null;
  /** What is wrong with the way it is written, in plain words, or null. */
  readonly malformed: string | null;
}

/** A blank to be filled: `[name]`, `{{date}}`, `<name>`, `____`. Not a task box, link, footnote or HTML tag. */
export interface Placeholder extends Span {
  readonly form: 'bracket' | 'brace' | 'angle' | 'line';
}
