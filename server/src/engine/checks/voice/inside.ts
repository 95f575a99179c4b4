/**
 * Where one section makes room for a child besides by its heading: after labels, in rows and columns of tables. It does
 * not know what other sections make room for.
 */
import { moved, type Span } from '../../finding.js';
import type { Block } from '../../note/note.js';
import { placeOf } from '../../note/place.js';
import type { Label, Room, Rooms } from './rooms.js';

/** A label, cell, row or column for what children say, or a child's own in one. Offsets of `place` count from the section's start. */
export interface Inside extends Room {
  readonly by: 'label' | 'table';
  readonly place: Span;
  readonly parts: readonly Stretch[];
}

/** What stands in a block between two offsets of its prose; `at` is the block's place in its section. */
export interface Stretch {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

interface Open extends Inside {
  readonly parts: Stretch[];
}

/**
 * "**Child's voice:** N/A", and what follows it up to the next label or heading; "Leo: …" under a heading or label for
 * voices. A place that is divided among children is left out. `heading` is what the section's own is for.
 */
export function labelled(start: number, blocks: readonly Block[], rooms: readonly Rooms[], heading: Room['kind'] | null): readonly Inside[] {
  const scopes: Open[] = [];
  let open: Open | null = null;
  /** The place for voices whose children may have labels of their own. */
  let over: Open | null = null;
  const divided = new Set<Open>();
  blocks.forEach((block, at) => {
    const { kind, prose } = block.content;
    if (kind === 'heading') open = over = null;
    if (kind !== 'paragraph' && kind !== 'item') return;
    const { labels } = rooms[at];
    if (startsAnew(prose)) open = over = null;
    else if (labels[0]?.start === 0) open = null;
    open?.parts.push({ at, from: 0, to: labels[0]?.start ?? prose.length });
    for (const [nth, label] of labels.entries()) {
      const to = labels[nth + 1]?.start ?? prose.length;
      open = scopeOf(PASSED_OVER.test(prose.slice(label.end, to)) ? forAll(label) : label, { at, from: label.end, to }, block.start - start, heading === 'voice' || over !== null ? 'divides' : 'alone');
      if (open === null) over = null;
      else if (open.kind === 'voice') over = open;
      else if (over !== null) divided.add(over);
      if (open !== null) scopes.push(open);
    }
  });
  return scopes.filter((scope) => !divided.has(scope));
}

/** "Children: all three seen, no issues raised": the line is where they would have been heard. */
function forAll({ room, ...label }: Label): Label {
  return { ...label, room: room?.kind === 'child' && room.children.length === 0 ? { ...room, kind: 'voice' } : room };
}

const PASSED_OVER = /^(?=[^"“”]{0,120}$)(?=.*\b(?:seen|present|spoken to|at home|sighted)\b)(?=.*\b(?:no (?:\w+ ){0,2}(?:issues|concerns|worries|problems)|nothing|not raise|fine|well|okay?|clean|appropriate(?:ly)?|happy|settled|content|not spoken|yes)\b)/iu;

/** What follows a label, where that is for a voice; a child's own begins with the name, of which something is told. */
function scopeOf({ start, end, room }: Label, rest: Stretch, moves: number, child: 'divides' | 'alone'): Open | null {
  if (room === null || (room.kind === 'child' && (child === 'alone' || room.children.length === 0))) return null;
  return { ...room, by: 'label', place: moved({ start, end }, moves), parts: [room.kind === 'child' ? { ...rest, from: start } : rest] };
}

/** A bold line that does a heading's work ("Actions"). */
function startsAnew(prose: string): boolean {
  // A short line, also with the white space round it, is all it can be.
  return prose.trim().length < 60 && /^[\s\u2060]*[A-ZÀ-ÞĀ-ɏḀ-ỿ][^.?!:,\n]{2,30}$/u.test(prose.trimEnd()) && prose.trim().split(/\s+/u).length <= 4;
}

interface OpenCell extends Open {
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

/** "| Child's views | … |" as a row, or as the head of a column, there also row by row where these are the children's. */
export function tabled(start: number, blocks: readonly Block[], rooms: readonly Rooms[]): readonly Inside[] {
  const scopes: OpenCell[] = [];
  const divided = new Set<OpenCell>();
  let row: OpenCell | null = null;
  blocks.forEach((block, at) => {
    const { cell, kind, prose } = block.content;
    if (!cell) return;
    const { own } = rooms[at];
    const open = (room: Room, column: number): OpenCell => ({ ...room, by: 'table', place: moved(placeOf(block), -start), parts: [], table: cell.table, row: cell.row, column });
    if (own?.kind === 'voice') scopes.push(open(own, kind === 'header-cell' ? cell.column : -1));
    else if (own !== null && own.children.length > 0 && kind === 'cell' && cell.column === 0) row = open(own, -1);
    else {
      const part: Stretch = { at, from: 0, to: prose.length };
      for (const scope of scopes.slice(-20)) {
        if (scope.table !== cell.table || (scope.row !== cell.row && scope.column !== cell.column)) continue;
        if (scope.column === cell.column && row?.table === cell.table && row.row === cell.row) {
          divided.add(scope);
          if (row.parts.length === 0) scopes.push(row);
          row.parts.push(part);
        } else scope.parts.push(part);
      }
    }
  });
  return scopes.filter((scope) => !divided.has(scope)).map(({ kind, theirs, children, by, place, parts }) => ({ kind, theirs, children, by, place, parts }));
}
