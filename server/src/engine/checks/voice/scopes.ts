/**
 * Where a note makes room for a child: sections, labels, table rows and columns for the child's voice, and a child's
 * own section. It does not know whether anything of the child's is in them.
 */
import { moved, type Span } from '../../finding.js';
import type { Block, Note } from '../../note/note.js';
import { placeOf } from '../../note/place.js';
import type { NoteView } from '../note-view.js';
import { labelled, tabled, type Inside } from './inside.js';
import { roomsIn, type Room, type Rooms, type ScopeCues } from './rooms.js';

/** A place for one child or several. Offsets of `place` are into the note's text. */
export interface Scope extends Room {
  readonly by: 'heading' | Inside['by'];
  /** Whether it is made for what children say: also a child's own place within one that is. */
  readonly forVoice: boolean;
  readonly place: Span;
  readonly parts: readonly Part[];
}

/** A block, or what stands in it between two offsets of its prose. */
export interface Part {
  readonly block: Block;
  readonly from: number;
  readonly to: number;
}

/**
 * In the order of their places; a scope that holds another is left out. `name` is another for other names and cues.
 * Linear.
 */
export function findScopes(view: NoteView, name: string, names: ReadonlySet<string>, cues: ScopeCues): readonly Scope[] {
  const { sections } = view.note;
  const rooms = view.ofSections(name, ({ section, start, blocks }) => {
    const heading = headingOf(blocks, sections[section]);
    return roomsUnder(start, blocks, heading, (block) => roomsIn(block.content, view.detail(block).tokens, block === heading ? 'heads' : 'stands', names, cues));
  });
  const parts = view.parts();
  const inside = rooms.flatMap(({ inside: scopes }, section) => scopes.map(({ place, parts: held, ...room }): Scope => ({
    ...room,
    forVoice: true,
    place: moved(place, parts[section].start),
    parts: held.map(({ at, from, to }) => ({ block: parts[section].blocks[at], from, to })),
  })));
  return [...headed(view, rooms), ...inside].sort((a, b) => a.place.start - b.place.start);
}

/** What one section makes room for. Offsets count from its start, blocks by their place in it. */
interface SectionRooms {
  /** Its heading. */
  readonly heading: { readonly room: Room; readonly place: Span } | null;
  readonly inside: readonly Inside[];
}

const NO_ROOM: SectionRooms = { heading: null, inside: [] };

/** The heading of a section, also where that is a line in bold. */
function headingOf([first]: readonly Block[], { level }: Note['sections'][number]): Block | null {
  return level > 0 ? first ?? null : null;
}

function roomsUnder(start: number, blocks: readonly Block[], heading: Block | null, roomsOf: (block: Block) => Rooms): SectionRooms {
  const rooms = blocks.map(roomsOf);
  const own = heading === null ? null : rooms[0].own;
  const inside = [...labelled(start, blocks, rooms, own?.kind ?? null), ...tabled(start, blocks, rooms)];
  if (own === null && inside.length === 0) return NO_ROOM;
  const divided = own?.kind === 'voice' && inside.some(({ kind, by }) => kind === 'child' && by === 'label');
  return { heading: heading === null || own === null || divided ? null : { room: own, place: moved(placeOf(heading), -start) }, inside };
}

function headed(view: NoteView, rooms: readonly SectionRooms[]): Scope[] {
  const { sections } = view.note;
  const title = sections.findIndex(({ level }) => level > 0);
  const governs = sections.some(({ parent }) => parent === title);
  const roomOver = sections.map((_, at) => (at === title && governs ? null : rooms[at].heading));
  const holds = new Set<number>();
  const under: (number | null)[] = [];
  sections.forEach(({ parent }, at) => {
    const above = parent >= 0 ? under[parent] : null;
    if (roomOver[at] !== null) for (let up = above; up !== null && !holds.has(up); up = outer(under, sections, up)) holds.add(up);
    under.push(roomOver[at] !== null ? at : above);
  });
  const isForVoice = (section: number | null): boolean => section !== null && (roomOver[section]?.room.kind === 'voice' || isForVoice(outer(under, sections, section)));
  const held = new Map<number, Part[]>();
  const parts = view.parts();
  under.forEach((scope, section) => {
    if (scope === null || holds.has(scope)) return;
    const those = held.get(scope) ?? [];
    held.set(scope, those);
    const { blocks } = parts[section];
    const [first] = blocks;
    for (const block of blocks) if (block.content.kind !== 'heading' && block.content.kind !== 'header-cell' && !(block === first && roomOver[section] !== null)) those.push({ block, from: 0, to: block.content.prose.length });
  });
  return roomOver.flatMap((over, section): Scope[] => {
    if (over === null || holds.has(section)) return [];
    // "Voice" under "Leo" is Leo's.
    const above = outer(under, sections, section);
    const outside = above === null ? null : roomOver[above]?.room ?? null;
    const children = over.room.children.length === 0 && outside?.kind === 'child' ? outside.children : over.room.children;
    return [{ ...over.room, children, by: 'heading', forVoice: isForVoice(section), place: moved(over.place, sections[section].start), parts: held.get(section) ?? [] }];
  });
}

function outer(under: readonly (number | null)[], sections: Note['sections'], section: number): number | null {
  const { parent } = sections[section];
  return parent >= 0 ? under[parent] ?? null : null;
}

