/**
 * Where a note makes room for a child: sections, labels, table rows and columns for the child's voice, and a child's
 * own section. It does not know whether anything of the child's is in them.
 */
import { moved, type Span } from '../../finding.js';
import type { Block, Note } from '../../note/note.js';
import { placeOf } from '../../note/place.js';
import type { NoteView, Outline } from '../note-view.js';
import { labelled, tabled, type Inside, type Stretch } from './inside.js';
import { roomsIn, type Room, type Rooms, type ScopeCues } from './rooms.js';

/**
 * A place for one child or several, wherever its sections stand in the text: the same object (===) from one reading to
 * the next, unless a heading or what it makes room for has changed.
 */
export interface Scope extends Room {
  readonly by: 'heading' | Inside['by'];
  /** Whether it is made for what children say: also a child's own place within one that is. */
  readonly forVoice: boolean;
  /** Where it is said that it is one: its section, and the place of the words there, from the section's start. */
  readonly section: number;
  readonly words: Span;
  readonly holds: readonly Held[];
}

/** What of a section belongs to a place. */
interface Held {
  readonly section: number;
  readonly what: readonly Stretch[] | 'all' | 'all but its heading';
}

/** A block, or what stands in it between two offsets of its prose. */
export interface Part {
  readonly block: Block;
  readonly from: number;
  readonly to: number;
}

/** Under what `findScopes` keeps what it makes: other names for other cues and names of children. */
export type ScopeKeys = Readonly<Record<'rooms' | 'headings' | 'inside' | 'headed' | 'all', string>>;

export function scopeKeys(name: string): ScopeKeys {
  return { rooms: name, headings: `headings ${name}`, inside: `inside ${name}`, headed: `headed ${name}`, all: `all ${name}` };
}

/** In the order of their places; a scope that holds another is left out. Linear. */
export function findScopes(view: NoteView, keys: ScopeKeys, names: ReadonlySet<string>, cues: ScopeCues): readonly Scope[] {
  const outline = view.outline();
  const rooms = view.ofSections(keys.rooms, ({ section, start, blocks }) => {
    const heading = headingOf(blocks, outline.sections[section]);
    return roomsUnder(start, blocks, heading, (block) => roomsIn(block.content, view.detail(block).tokens, block === heading ? 'heads' : 'stands', names, cues));
  });
  const headings = view.someSections(keys.headings, ({ section }) => rooms[section].heading);
  const inside = view.someSections(keys.inside, ({ section }) => (rooms[section].inside.length === 0 ? null : rooms[section].inside));
  const over = view.whileSame(keys.headed, [outline, headings], () => headed(outline, headings));
  return view.whileSame(keys.all, [over, inside], () => {
    const within = [...inside].flatMap(([section, scopes]) => scopes.map(({ place, parts, ...room }): Scope => ({ ...room, forVoice: true, section, words: place, holds: [{ section, what: parts }] })));
    return [...over, ...within].sort((a, b) => a.section - b.section || a.words.start - b.words.start);
  });
}

/** Offsets into the note's text. */
export function placeIn({ note }: NoteView, { section, words }: Scope): Span {
  return moved({ start: words.start, end: words.end }, note.sections[section].start);
}

/** What stands in a place, in order. */
export function partsIn(view: NoteView, { holds }: Scope): readonly Part[] {
  const parts = view.parts();
  return holds.flatMap(({ section, what }): Part[] => {
    const { blocks } = parts[section];
    if (typeof what !== 'string') return what.map(({ at, from, to }) => ({ block: blocks[at], from, to }));
    return blocks.filter(({ content: { kind } }, at) => kind !== 'heading' && kind !== 'header-cell' && !(at === 0 && what === 'all but its heading')).map((block) => ({ block, from: 0, to: block.content.prose.length }));
  });
}

/** What one section makes room for. Offsets count from its start, blocks by their place in it. */
interface SectionRooms {
  readonly heading: RoomyHeading | null;
  readonly inside: readonly Inside[];
}

interface RoomyHeading {
  readonly room: Room;
  readonly place: Span;
}

const NO_ROOM: SectionRooms = { heading: null, inside: [] };

/** The heading of a section, also where that is a line in bold. */
function headingOf([first]: readonly Block[], { level }: Pick<Note['sections'][number], 'level'>): Block | null {
  return level > 0 ? first ?? null : null;
}

function roomsUnder(start: number, blocks: readonly Block[], heading: Block | null, roomsOf: (block: Block) => Rooms): SectionRooms {
  const rooms = blocks.map(roomsOf);
  const own = heading === null ? null : rooms[0].own;
  const inside = [...labelled(start, blocks, rooms, own && (own.children.length > 1 ? 'voice' : own.kind)), ...tabled(start, blocks, rooms)];
  if (own === null && inside.length === 0) return NO_ROOM;
  const divided = own?.kind === 'voice' && inside.some(({ kind, by }) => kind === 'child' && by === 'label');
  return { heading: heading === null || own === null || divided ? null : { room: own, place: moved(placeOf(heading), -start) }, inside };
}

/** The places that headings make, given those that make room, by section. */
function headed({ sections, title, governs }: Outline, headings: ReadonlyMap<number, RoomyHeading>): readonly Scope[] {
  const roomOver = (section: number): RoomyHeading | null => (section === title && governs ? null : headings.get(section) ?? null);
  const holds = new Set<number>();
  const under: (number | null)[] = [];
  const outer = (section: number): number | null => under[sections[section].parent] ?? null;
  sections.forEach(({ parent }, at) => {
    const above = under[parent] ?? null;
    const own = roomOver(at) !== null;
    if (own) for (let up = above; up !== null && !holds.has(up); up = outer(up)) holds.add(up);
    under.push(own ? at : above);
  });
  const isForVoice = (section: number | null): boolean => section !== null && (roomOver(section)?.room.kind === 'voice' || isForVoice(outer(section)));
  const held = new Map<number, Held[]>();
  under.forEach((scope, section) => {
    if (scope === null || holds.has(scope)) return;
    const those = held.get(scope) ?? [];
    held.set(scope, those);
    those.push({ section, what: roomOver(section) === null ? 'all' : 'all but its heading' });
  });
  return [...headings.keys()].flatMap((section): Scope[] => {
    const over = roomOver(section);
    if (over === null || holds.has(section)) return [];
    // "Voice" under "Leo" is Leo's.
    const above = outer(section);
    const outside = above === null ? null : roomOver(above)?.room ?? null;
    const children = over.room.children.length === 0 && outside?.kind === 'child' ? outside.children : over.room.children;
    return [{ ...over.room, children, by: 'heading', forVoice: isForVoice(section), section, words: over.place, holds: held.get(section) ?? [] }];
  });
}
