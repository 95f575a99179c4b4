/**
 * Where a note makes room for a child: sections, labels, table rows and columns for the child's voice, and a child's
 * own section. It does not know whether anything of the child's is in them.
 */
import type { CheckSpec } from '../../rule.js';
import { FAMILY_NAME_PARTS, normalForms, normalise, YOU } from './voice-names.js';
import { moved, type Span } from '../../finding.js';
import type { Block, Content, Note } from '../../note/note.js';
import { SENTENCE_END, tokenize, type Tokens } from '../../words/tokens.js';
import type { NoteView } from '../note-view.js';
import { findCue, linesOf, mayOpen, type CueReader, type Cues } from '../cue-phrases.js';

/** A place for one child or several. Offsets of `place` are into the note's text. */
export interface Scope {
  /** `voice`: a heading or label for what children say. `child`: a child's own section. */
  readonly kind: 'voice' | 'child';
  readonly place: Span;
  /** "What Leo wants", "My views": what stands there is told as the child's without saying so again. */
  readonly theirs: boolean;
  /** First forms of the names it gives; empty where it is for every child. */
  readonly children: readonly string[];
  readonly parts: readonly Part[];
}

/** A block, or what stands in it between two offsets of its prose. */
export interface Part {
  readonly block: Block;
  readonly from: number;
  readonly to: number;
}

/** What a heading, cell or label makes room for. */
interface Room {
  readonly kind: Scope['kind'];
  readonly theirs: boolean;
  readonly children: readonly string[];
}

/** What one block makes room for: itself a heading or cell, or by its labels. */
interface Rooms {
  readonly own: Room | null;
  readonly labels: readonly { readonly start: number; readonly end: number; readonly room: Room | null }[];
}

export interface ScopeCues {
  readonly voice: Cues;
  readonly child: ReadonlySet<string>;
}

const NO_NAMES: ReadonlySet<string> = new Set();

export function readScopeCues(spec: CheckSpec, read: CueReader): ScopeCues {
  const own = (key: string): string[] => linesOf(spec[key]).flatMap(alternatives).map((line) => normalise(line, NO_NAMES));
  return { voice: read(own('headings')), child: new Set(own('child-headings')) };
}

/** "talking (to|with) child" as two lines, each to be brought into one form by itself. */
function alternatives(line: string): string[] {
  const group = /\(([^)]*)\)/.exec(line);
  return group ? group[1].split('|').flatMap((word) => alternatives(line.replace(group[0], () => word))) : [line];
}

/**
 * In the order of their places; a scope that holds another is left out. `name` is another for other names and cues.
 * Linear.
 */
export function findScopes(view: NoteView, name: string, names: ReadonlySet<string>, cues: ScopeCues): readonly Scope[] {
  const rooms = view.ofSections(name, ({ start, blocks }) => roomsUnder(start, blocks, (block) => roomsIn(block.content, view.detail(block).tokens, names, cues)));
  const parts = view.parts();
  const inside = rooms.flatMap(({ inside: scopes }, section) => scopes.map(({ place, parts: held, ...room }): Scope => ({
    ...room,
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

/** A label, cell, row or column of it. */
interface Inside extends Room {
  readonly place: Span;
  readonly parts: readonly Stretch[];
}

/** What stands in a block between two offsets of its prose. */
interface Stretch {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

const NO_ROOM: SectionRooms = { heading: null, inside: [] };

function roomsUnder(start: number, blocks: readonly Block[], roomsOf: (block: Block) => Rooms): SectionRooms {
  const rooms = blocks.map(roomsOf);
  const at = blocks.findIndex(({ content }) => content.kind === 'heading');
  const own = at < 0 ? null : rooms[at].own;
  const inside = [...labelled(start, blocks, rooms), ...tabled(start, blocks, rooms)];
  return own === null && inside.length === 0 ? NO_ROOM : { heading: own && { room: own, place: moved(placeOf(blocks[at]), -start) }, inside };
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
  const held = new Map<number, Part[]>();
  const parts = view.parts();
  under.forEach((scope, section) => {
    if (scope === null || holds.has(scope)) return;
    const those = held.get(scope) ?? [];
    held.set(scope, those);
    for (const block of parts[section].blocks) if (block.content.kind !== 'heading' && block.content.kind !== 'header-cell') those.push({ block, from: 0, to: block.content.prose.length });
  });
  return roomOver.flatMap((over, section): Scope[] => {
    if (over === null || holds.has(section)) return [];
    // "Voice" under "Leo" is Leo's.
    const above = outer(under, sections, section);
    const outside = above === null ? null : roomOver[above]?.room ?? null;
    const children = over.room.children.length === 0 && outside?.kind === 'child' ? outside.children : over.room.children;
    return [{ ...over.room, children, place: moved(over.place, sections[section].start), parts: held.get(section) ?? [] }];
  });
}

function outer(under: readonly (number | null)[], sections: Note['sections'], section: number): number | null {
  const { parent } = sections[section];
  return parent >= 0 ? under[parent] ?? null : null;
}

/** "**Child's voice:** N/A", and what follows it up to the next label or heading. */
function labelled(start: number, blocks: readonly Block[], rooms: readonly Rooms[]): readonly Inside[] {
  const scopes: Inside[] = [];
  let open: Stretch[] | null = null;
  blocks.forEach((block, at) => {
    const { kind, prose } = block.content;
    if (kind === 'heading') open = null;
    if (kind !== 'paragraph' && kind !== 'item') return;
    const { labels } = rooms[at];
    if (open && (labels[0]?.start === 0 || startsAnew(prose))) open = null;
    open?.push({ at, from: 0, to: labels[0]?.start ?? prose.length });
    for (const [nth, label] of labels.entries()) {
      open = null;
      if (label.room?.kind !== 'voice') continue;
      open = [{ at, from: label.end, to: labels[nth + 1]?.start ?? prose.length }];
      scopes.push({ ...label.room, place: moved({ start: label.start, end: label.end }, block.start - start), parts: open });
    }
  });
  return scopes;
}

/** What stands in one block, whatever is round it. `tokens` are the words of its prose. */
function roomsIn({ kind, prose, cell }: Content, tokens: Tokens, names: ReadonlySet<string>, cues: ScopeCues): Rooms {
  if (kind === 'heading') return { own: roomOf(tokens.forms, names, cues), labels: [] };
  if (cell) {
    // "Direct work with Leo" under "Action" is to be done.
    if ((kind !== 'header-cell' && (cell.column !== 0 || DONE_HERE.test(cell.header))) || prose.length >= 80) return NO_ROOMS;
    const own = roomOf(tokens.forms, names, cues);
    return own === null ? NO_ROOMS : { own, labels: [] };
  }
  const labels = labelsOf(prose);
  return labels.length === 0 ? NO_ROOMS : { own: null, labels: labels.map(({ start, end, text }) => ({ start, end, room: roomOf(tokenize(text).forms, names, cues) })) };
}

const DONE_HERE = /^(?:(?:what(?! [a-z]+ (?:said|say|told|think|want))|actions?|tasks?|steps?|who|when|date)\b|.* (?:actions?|tasks?)$)/i;

const NO_ROOMS: Rooms = { own: null, labels: [] };

function roomOf(forms: readonly string[], names: ReadonlySet<string>, cues: ScopeCues): Room | null {
  const words = normalForms(forms, names);
  const said = words.join(' ');
  const child = cues.child.has(said);
  if (!child && (!words.some((word) => mayOpen(cues.voice, word)) || findCue(cues.voice, tokenize(said)) < 0)) return null;
  return { kind: child ? 'child' : 'voice', theirs: THEIRS.test(said), children: forms.filter((form) => names.has(form) && !FAMILY_NAME_PARTS.has(form) && !YOU.has(form)) };
}

const THEIRS = /\bwhat (?:child|i)\b|\b(?:my|child) words\b|\bmy\b/;

/** Labels at the starts of lines, by offset; `start` is 0 for one that opens the block. */
function labelsOf(prose: string): { start: number; end: number; text: string }[] {
  if (!prose.includes(':') && !prose.includes('?')) return [];
  const labels: { start: number; end: number; text: string }[] = [];
  for (const match of prose.matchAll(LABEL)) {
    const text = match[1];
    const start = match.index + match[0].length - text.length - 1;
    labels.push({ start: /\S/u.test(prose.slice(0, start).replace(/\u2060/gu, '')) ? start : 0, end: match.index + match[0].length, text });
  }
  return labels;
}

const LABEL = new RegExp(`(?:^|[\\n${SENTENCE_END}])[ \\t\\u2060]*([^:\\n${SENTENCE_END}.?!]{2,60})(?::|\\?(?=[ \\t\\u2060]*\\n))`, 'gu');

/** A bold line that does a heading's work ("Actions"). */
function startsAnew(prose: string): boolean {
  // A short line, also with the white space round it, is all it can be.
  return prose.trim().length < 60 && /^[\s\u2060]*[A-ZÀ-ÞĀ-ɏḀ-ỿ][^.?!:,\n]{2,30}$/u.test(prose.trimEnd()) && prose.trim().split(/\s+/u).length <= 4;
}

/** "| Child's views | … |" as a row, or as the head of a column. */
function tabled(start: number, blocks: readonly Block[], rooms: readonly Rooms[]): readonly Inside[] {
  const scopes: (Inside & { readonly parts: Stretch[]; readonly table: number; readonly row: number; readonly column: number })[] = [];
  blocks.forEach((block, at) => {
    const { cell, kind, prose } = block.content;
    if (!cell) return;
    const { own } = rooms[at];
    if (own?.kind === 'voice') scopes.push({ ...own, place: moved(placeOf(block), -start), parts: [], table: cell.table, row: cell.row, column: kind === 'header-cell' ? cell.column : -1 });
    else for (const open of scopes.slice(-20)) if (open.table === cell.table && (open.row === cell.row || open.column === cell.column)) open.parts.push({ at, from: 0, to: prose.length });
  });
  return scopes.map(({ kind, theirs, children, place, parts }) => ({ kind, theirs, children, place, parts }));
}

/** The words of a heading or cell, without the markup and white space round them. */
export function placeOf(block: Block): Span {
  const { prose } = block.content;
  const start = prose.search(/[^\s\u2060]/u);
  return start < 0 ? { start: block.start, end: block.end } : { start: block.start + start, end: block.start + prose.replace(/[\s\u2060]+$/u, '').length };
}
