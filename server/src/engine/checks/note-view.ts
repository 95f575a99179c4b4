/**
 * What a check of the whole note sees: the note, its people, whose words are whose. It does not judge anything.
 */
import type { Fix, Span, Strength } from '../finding.js';
import type { Block, Note, Section } from '../note/note.js';
import type { People, PersonEdge } from '../people/people.js';
import type { NoteType } from '../rule.js';
import type { Tokens } from '../words/tokens.js';
import type { Speech } from '../voices/voices.js';

export interface NoteView {
  readonly note: Note;
  readonly type: NoteType | null;
  readonly template: boolean;
  readonly people: People;
  /** What is known of a block, at offsets of its own prose. */
  detail(block: Block): BlockDetail;
  /**
   * What a check makes of one block by itself, kept for as long as the block and who is who in it stay the same: so
   * that a keystroke costs what it changes. `make` may look at the block's content and detail only. `name` is the
   * check's own.
   */
  ofBlock<T>(block: Block, name: string, make: () => T): T;
  /** The same of every block, in the note's order: costs next to nothing for blocks that an edit leaves alone. */
  ofBlocks<T>(name: string, make: (block: Block, detail: BlockDetail) => T): readonly T[];
  /**
   * The same of the few blocks that matter to a check, by their place in `note.blocks`, in order: those of which `make`
   * makes anything but null. That is plain data without Infinity; the map is the same (===) for as long as it says the
   * same, so that `whileSame` can go by it.
   */
  someBlocks<T>(name: string, make: (block: Block, detail: BlockDetail) => T | null): ReadonlyMap<number, T>;
  /**
   * The same of every section by itself: its heading and what stands between that and the next heading. `make` may look at what `ofBlock` may, at the section's own text and placeholders, at the headings
   * over it and at the type of the note; what it gives says where things are by their distance from the section's start. What else it looks at is
   * told by `goesBy`: all is made anew where that is another.
   */
  ofSections<T>(name: string, make: (part: SectionPart) => T, goesBy?: string): readonly T[];
  /** `ofSections` of the few sections that matter, as `someBlocks` is of blocks. */
  someSections<T>(name: string, make: (part: SectionPart) => T | null, goesBy?: string): ReadonlyMap<number, T>;
  /** By section, the same object (===) for as long as all that `ofSections` may look at is the same. */
  asRead(): readonly object[];
  /** What stands under each heading, by its place in `note.sections`. */
  parts(): readonly SectionPart[];
  /** The headings; the same object (===) for as long as they are the same. */
  outline(): Outline;
  /** What `make` made the last time, where each of `inputs` is the same (===) as then. It may look at nothing else of the note. `name` is the check's own. */
  whileSame<T>(name: string, inputs: readonly unknown[], make: () => T): T;
  /** The same value for every check that asks under this key: for what several rules need, such as the note's actions. */
  once<T>(key: string, make: () => T): T;
}

/** The headings of a note, by section, wherever they stand in the text. */
export interface Outline {
  readonly sections: readonly Pick<Section, 'level' | 'heading' | 'parent'>[];
  /** The words of each. */
  readonly words: readonly Tokens[];
  /** The section under the first heading, which is the record's title; -1 where there is none. */
  readonly title: number;
  /** Whether other sections stand inside the title's. */
  readonly governs: boolean;
}

/** What stands under one heading, without the sections inside it. */
export interface SectionPart {
  /** Its place in `note.sections`. */
  readonly section: number;
  /** Where it starts in the note's text. */
  readonly start: number;
  /** Empty only before the first heading, and under a heading that says nothing. */
  readonly blocks: readonly Block[];
}

export interface BlockDetail {
  readonly tokens: Tokens;
  readonly people: readonly PersonEdge[];
  readonly speech: readonly Speech[];
}

/** Reads the whole note. Pure; linear in the note. */
export type NoteCheck = (view: NoteView) => readonly NoteRaised[];

/** Something about the note; offsets are into the note's text. */
export interface NoteRaised extends Span {
  /** Plain text; null leaves it to the rule's why. */
  readonly message: string | null;
  /** What the writer may ask themselves. */
  readonly ask?: string;
  /** Whom or what it is about, where the place does not tell: children by name, parts that are missing. */
  readonly about?: string;
  /** Edits at offsets of the note's text. */
  readonly fixes?: readonly Fix[];
  /** What it says the whole of: findings of its category that begin there would say a part of it again, and are left out. */
  readonly over?: readonly Span[];
  /** A rule that speaks alone where both would: this is then said at the first of the places `or` where it does not, or not at all. */
  readonly notBeside?: string;
  readonly or?: readonly NoteRaised[];
  /** Something good that was seen, and no finding. */
  readonly strength?: Strength['kind'];
}

/** What is said, with the question after it; either may be ''. */
export function saying(said: string, ask: string): Pick<NoteRaised, 'message' | 'ask'> {
  return { message: `${said} ${ask}`.trim() || null, ...(ask === '' ? {} : { ask }) };
}

/** Whether a note has fewer words than these, counted no further. */
export function isShorter({ note, detail }: NoteView, than: number): boolean {
  let words = 0;
  return !note.blocks.some((block) => (words += detail(block).tokens.count) >= than);
}
