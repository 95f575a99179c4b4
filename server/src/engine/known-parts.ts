/**
 * What has been made of the parts of a note, kept in step with the note: after an edit only what it changed is made
 * anew. It does not know what is made, nor of what.
 */
import type { Span } from './finding.js';
import type { KnownBlock } from './whole-note.js';
import type { Note } from './note/note.js';
import type { Outline, SectionPart } from './checks/note-view.js';
import { sameEnds, type Ends } from './same-ends.js';
import { tokenize } from './words/tokens.js';

/** By name, in the order of the parts as they were when it was last asked for. Brought up to date in place. */
export interface Kept<Part> {
  readonly made: Map<string, Made>;
  /** The parts as they are now, and what of them is as it was: worked out once for all names. */
  now: readonly Part[];
  ends: Ends;
  /** Places where another part stands; none where there are more or fewer than there were. */
  changed: readonly number[];
  /** How often they have changed. */
  turn: number;
}

export function nothingKept<Part>(): Kept<Part> {
  return { made: new Map(), now: [], ends: { head: 0, tail: 0 }, changed: [], turn: 0 };
}

interface Made {
  /** Of the parts it was made of: those themselves would be kept alive by what nobody asks for again. */
  turn: number;
  readonly goesBy: string;
  readonly values: unknown[];
  /** Those of the values that are not null, by place; null where nobody asks for them alone. */
  some: ReadonlyMap<number, unknown> | null;
}

/**
 * What is kept under `name` for each of `parts`, in their order. The same object (===) is the same part; `make` is asked,
 * by place, for those that are new, and for all where it goes by something else than the last time.
 */
export function upToDate<Part, T>(kept: Kept<Part>, name: string, parts: readonly Part[], make: (at: number) => T, goesBy = ''): readonly T[] {
  return broughtUp(kept, name, parts, make, goesBy, isSame).values as T[];
}

/**
 * The same of parts most of which have nothing: by place, those of which `make` makes anything but null, which is plain
 * data, without Infinity. The same map (===) for as long as it says the same.
 */
export function someUpToDate<Part, T>(kept: Kept<Part>, name: string, parts: readonly Part[], make: (at: number) => T | null, goesBy = ''): ReadonlyMap<number, T> {
  const made = broughtUp(kept, name, parts, make, goesBy, saysTheSame);
  return (made.some ??= placesOf(made.values)) as ReadonlyMap<number, T>;
}

function placesOf(values: readonly unknown[]): ReadonlyMap<number, unknown> {
  const some = new Map<number, unknown>();
  for (let at = 0; at < values.length; at++) if (values[at] !== null) some.set(at, values[at]);
  return some;
}

function broughtUp<Part>(kept: Kept<Part>, name: string, parts: readonly Part[], make: (at: number) => unknown, goesBy: string, alike: (now: unknown, then: unknown) => boolean): Made {
  if (kept.now !== parts) moveOn(kept, parts);
  const known = kept.made.get(name);
  if (known === undefined || known.goesBy !== goesBy) {
    const made: Made = { turn: kept.turn, goesBy, values: parts.map((_part, at) => make(at)), some: null };
    kept.made.set(name, made);
    return made;
  }
  if (known.turn === kept.turn) return known;
  known.turn = kept.turn;
  const { values } = known;
  const { head, tail } = kept.ends;
  // Typing inside a part leaves the others where they are, and what a name means may change in two far from each other.
  if (values.length === parts.length) {
    for (const at of kept.changed) {
      const now = make(at);
      if (alike(now, values[at])) continue;
      values[at] = now;
      known.some = null;
    }
    return known;
  }
  const come: unknown[] = [];
  for (let at = head; at < parts.length - tail; at++) come.push(make(at));
  const after = values.splice(head);
  for (const value of come) values.push(value);
  for (let at = after.length - tail; at < after.length; at++) values.push(after[at]);
  known.some = null;
  return known;
}

function isSame(now: unknown, then: unknown): boolean {
  return now === then;
}

/** What is made is small. */
function saysTheSame(now: unknown, then: unknown): boolean {
  return now === then || (typeof now === 'object' && typeof then === 'object' && now !== null && then !== null && JSON.stringify(now) === JSON.stringify(then));
}

/** What was not asked for the last time is forgotten: it would keep alive the parts that were there when it was. */
function moveOn<Part>(kept: Kept<Part>, parts: readonly Part[]): void {
  for (const [name, known] of kept.made) if (known.turn !== kept.turn) kept.made.delete(name);
  kept.ends = sameEnds(parts, kept.now, isSame);
  kept.changed = parts.length === kept.now.length ? placesBetween(kept.ends, parts.length).filter((at) => parts[at] !== kept.now[at]) : [];
  kept.now = parts;
  kept.turn++;
}

function placesBetween({ head, tail }: Ends, count: number): readonly number[] {
  return Array.from({ length: count - tail - head }, (_, nth) => head + nth);
}

/** A section that has been read: all that what is made of it may go by. */
export interface KnownSection {
  readonly text: string;
  readonly headings: HeadingOver;
  readonly blocks: readonly KnownBlock[];
  /** Of its blocks and placeholders, from its start. */
  readonly places: readonly number[];
}

/** A heading, and those over it. */
interface HeadingOver {
  readonly level: number;
  readonly heading: string;
  readonly over: HeadingOver | null;
}

/** What stands under each heading. Parts that stand as they did `before` are the same objects (===). */
export function partsOf({ blocks, sections }: Note, before: readonly SectionPart[]): readonly SectionPart[] {
  let at = 0;
  return sections.map(({ start }, section) => {
    const from = at;
    while (at < blocks.length && blocks[at].section === section) at++;
    const was: SectionPart | undefined = before[section];
    return was !== undefined && was.start === start && isRun(was.blocks, blocks, from, at) ? was : { section, start, blocks: blocks.slice(from, at) };
  });
}

/** The sections of a note; those that are as they were `before` are the same objects (===). */
export function knownSections(note: Note, parts: readonly SectionPart[], blocks: readonly KnownBlock[], before: readonly KnownSection[]): readonly KnownSection[] {
  const { sections, text, placeholders } = note;
  const { head, tail } = sameEnds(sections, before, ({ heading, level }, { headings }) => heading === headings.heading && level === headings.level);
  const known: KnownSection[] = [];
  let placeholder = 0;
  for (const { section, start, blocks: own } of parts) {
    const end = sections[section + 1]?.start ?? text.length;
    const was: KnownSection | undefined = section < head ? before[section] : section >= sections.length - tail ? before[section - sections.length + before.length] : undefined;
    const { heading, level, parent } = sections[section];
    const over = parent < 0 ? null : known[parent].headings;
    const headings = was?.headings.over === over ? was.headings : { level, heading, over };
    const first = placeholder;
    while (placeholder < placeholders.length && placeholders[placeholder].start < end) placeholder++;
    const from = own.length > 0 ? own[0].index : 0;
    const now = text.slice(start, end);
    const same = was !== undefined && was.headings === headings && was.text === now && isRun(was.blocks, blocks, from, from + own.length) && was.places.length === own.length + placeholder - first
      && standsAt(was.places, 0, own, 0, own.length, start) && standsAt(was.places, own.length, placeholders, first, placeholder, start);
    known.push(same ? was : {
      // A slice keeps the whole text it was cut from alive, and a section may outlive thousands of edits.
      text: ` ${now}`.slice(1),
      headings,
      blocks: blocks.slice(from, from + own.length),
      places: [...own.map((block) => block.start - start), ...placeholders.slice(first, placeholder).map((one) => one.start - start)],
    });
  }
  return known;
}

/** Whether `run` is what stands in `all` from `from` to `to`. */
function isRun<T>(run: readonly T[], all: readonly T[], from: number, to: number): boolean {
  if (run.length !== to - from) return false;
  for (let at = from; at < to; at++) if (run[at - from] !== all[at]) return false;
  return true;
}

/** Whether things from `from` to `to` stand where `places` has it, from its place `first` on, counted from `start`. */
function standsAt(places: readonly number[], first: number, things: readonly Span[], from: number, to: number, start: number): boolean {
  for (let at = from; at < to; at++) if (places[first + at - from] !== things[at].start - start) return false;
  return true;
}

/** The headings of `sections`; as `before` where they are the same. */
export function outlineOf(sections: Note['sections'], before: Outline | null): Outline {
  if (before !== null && before.sections.length === sections.length && before.sections.every((was, at) => was.heading === sections[at].heading && was.level === sections[at].level && was.parent === sections[at].parent)) return before;
  const known = new Map(before?.sections.map(({ heading }, at) => [heading, before.words[at]]));
  const title = sections.findIndex(({ level }) => level > 0);
  return {
    sections: sections.map(({ level, heading, parent }) => ({ level, heading, parent })),
    words: sections.map(({ heading }) => known.get(heading) ?? tokenize(heading)),
    title,
    governs: sections.some(({ parent }) => parent === title),
  };
}
