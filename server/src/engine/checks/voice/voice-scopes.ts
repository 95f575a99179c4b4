/**
 * Where a note makes room for a child: sections, labels, table rows and columns for the child's voice, and a child's
 * own section. It does not know whether anything of the child's is in them.
 */
import type { CheckSpec } from '../../rule.js';
import { FAMILY_NAME_PARTS, normalForms, normalise, YOU } from './voice-names.js';
import type { Block, Content, Note } from '../../note/note.js';
import { SENTENCE_END, tokenize, type Tokens } from '../../words/tokens.js';
import { findCue, linesOf, mayOpen, type CueReader, type Cues } from '../cue-phrases.js';

/** A place for one child or several. Offsets of `place` are into the note's text. */
export interface Scope {
  /** `voice`: a heading or label for what children say. `child`: a child's own section. */
  readonly kind: 'voice' | 'child';
  readonly place: { readonly start: number; readonly end: number };
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
export interface Room {
  readonly kind: Scope['kind'];
  readonly theirs: boolean;
  readonly children: readonly string[];
}

/** What one block makes room for: itself a heading or cell, or by its labels. */
export interface Rooms {
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

/** In the order of their places; a scope that holds another is left out. Linear. */
export function findScopes(note: Note, roomsOf: (block: Block) => Rooms): readonly Scope[] {
  const scopes = [...headed(note, roomsOf), ...labelled(note, roomsOf), ...tabled(note, roomsOf)];
  return scopes.sort((a, b) => a.place.start - b.place.start);
}

function headed(note: Note, roomsOf: (block: Block) => Rooms): Scope[] {
  const title = note.sections.findIndex(({ level }) => level > 0);
  const governs = note.sections.some(({ parent }) => parent === title);
  const places = new Map<number, Block>();
  for (const block of note.blocks) if (block.content.kind === 'heading' && !places.has(block.section)) places.set(block.section, block);
  const rooms = note.sections.map((_, at): Room | null => {
    const block = places.get(at);
    return block === undefined || (at === title && governs) ? null : roomsOf(block).own;
  });
  const holds = new Set<number>();
  const under: (number | null)[] = [];
  note.sections.forEach((section, at) => {
    const above = section.parent >= 0 ? under[section.parent] : null;
    if (rooms[at] !== null) for (let up = above; up !== null && !holds.has(up); up = outer(under, note, up)) holds.add(up);
    under.push(rooms[at] !== null ? at : above);
  });
  const parts = new Map<number, Part[]>();
  for (const block of note.blocks) {
    const scope = under[block.section];
    if (scope !== null && block.content.kind !== 'heading' && block.content.kind !== 'header-cell') push(parts, scope, whole(block));
  }
  const scopes: Scope[] = [];
  rooms.forEach((room, section) => {
    const block = places.get(section);
    if (room === null || block === undefined || holds.has(section)) return;
    // "Voice" under "Leo" is Leo's.
    const above = outer(under, note, section);
    const outside = above === null ? null : rooms[above];
    const children = room.children.length === 0 && outside?.kind === 'child' ? outside.children : room.children;
    scopes.push({ ...room, children, place: placeOf(block), parts: parts.get(section) ?? [] });
  });
  return scopes;
}

function outer(under: readonly (number | null)[], note: Note, section: number): number | null {
  const parent = note.sections[section].parent;
  return parent >= 0 ? under[parent] ?? null : null;
}

/** "**Child's voice:** N/A", and what follows it up to the next label or heading. */
function labelled(note: Note, roomsOf: (block: Block) => Rooms): Scope[] {
  const scopes: Scope[] = [];
  let open: Part[] | null = null;
  let section = -1;
  for (const block of note.blocks) {
    const { kind, prose } = block.content;
    if (block.section !== section || kind === 'heading') open = null;
    section = block.section;
    if (kind !== 'paragraph' && kind !== 'item') continue;
    const { labels } = roomsOf(block);
    if (open && (labels[0]?.start === 0 || startsAnew(prose))) open = null;
    open?.push({ block, from: 0, to: labels[0]?.start ?? prose.length });
    for (const [at, { start, end, room }] of labels.entries()) {
      open = null;
      if (room?.kind !== 'voice') continue;
      const parts: Part[] = [{ block, from: end, to: labels[at + 1]?.start ?? prose.length }];
      scopes.push({ ...room, place: { start: block.start + start, end: block.start + end }, parts });
      open = parts;
    }
  }
  return scopes;
}

/** What stands in one block, whatever is round it. `tokens` are the words of its prose. */
export function roomsIn({ kind, prose, cell }: Content, tokens: Tokens, names: ReadonlySet<string>, cues: ScopeCues): Rooms {
  if (kind === 'heading') return { own: roomOf(tokens.forms, names, cues), labels: [] };
  if (cell) {
    if ((kind !== 'header-cell' && cell.column !== 0) || prose.length >= 80) return NO_ROOMS;
    const own = roomOf(tokens.forms, names, cues);
    return own === null ? NO_ROOMS : { own, labels: [] };
  }
  const labels = labelsOf(prose);
  return labels.length === 0 ? NO_ROOMS : { own: null, labels: labels.map(({ start, end, text }) => ({ start, end, room: roomOf(tokenize(text).forms, names, cues) })) };
}

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
  if (!prose.includes(':')) return [];
  const labels: { start: number; end: number; text: string }[] = [];
  for (const match of prose.matchAll(LABEL)) {
    const text = match[1];
    const start = match.index + match[0].length - text.length - 1;
    labels.push({ start: /\S/u.test(prose.slice(0, start).replace(/\u2060/gu, '')) ? start : 0, end: match.index + match[0].length, text });
  }
  return labels;
}

const LABEL = new RegExp(`(?:^|[\\n${SENTENCE_END}])[ \\t\\u2060]*([^:\\n${SENTENCE_END}.?!]{2,60}):`, 'gu');

/** A bold line that does a heading's work ("Actions"). */
function startsAnew(prose: string): boolean {
  // A short line, also with the white space round it, is all it can be.
  return prose.trim().length < 60 && /^[\s\u2060]*[A-ZÀ-ÞĀ-ɏḀ-ỿ][^.?!:,\n]{2,30}$/u.test(prose.trimEnd()) && prose.trim().split(/\s+/u).length <= 4;
}

/** "| Child's views | … |" as a row, or as the head of a column. */
function tabled(note: Note, roomsOf: (block: Block) => Rooms): Scope[] {
  const scopes: { place: Block; room: Room; parts: Part[]; table: number; row: number; column: number }[] = [];
  let rows: typeof scopes = [];
  let section = -1;
  for (const block of note.blocks) {
    const { cell, kind } = block.content;
    if (!cell) continue;
    if (block.section !== section) rows = [];
    section = block.section;
    const room = roomsOf(block).own;
    if (room?.kind === 'voice') {
      const opened = { place: block, room, parts: [], table: cell.table, row: cell.row, column: kind === 'header-cell' ? cell.column : -1 };
      scopes.push(opened);
      rows.push(opened);
    } else {
      for (const open of rows.slice(-20)) if (open.table === cell.table && (open.row === cell.row || open.column === cell.column)) open.parts.push(whole(block));
    }
  }
  return scopes.map(({ place, room, parts }) => ({ ...room, place: placeOf(place), parts }));
}

function push(parts: Map<number, Part[]>, section: number, part: Part): void {
  const same = parts.get(section);
  if (same) same.push(part);
  else parts.set(section, [part]);
}

function whole(block: Block): Part {
  return { block, from: 0, to: block.content.prose.length };
}

/** The words of a heading or cell, without the markup and white space round them. */
export function placeOf(block: Block): { start: number; end: number } {
  const { prose } = block.content;
  const start = prose.search(/[^\s\u2060]/u);
  return start < 0 ? { start: block.start, end: block.end } : { start: block.start + start, end: block.start + prose.replace(/[\s\u2060]+$/u, '').length };
}
