/**
 * The fix that makes room for missing parts: a heading and a blank to be filled in, where the record's own order puts
 * it. Nothing else of the note is touched.
 */
import type { Edit, Fix } from '../../finding.js';
import type { Note, Section } from '../../note/note.js';
import type { Found } from './found.js';
import type { Part } from './parts.js';

/** Null where none of the parts has a heading to offer. */
export function roomFor(note: Note, parts: readonly Part[], missing: readonly Part[], found: readonly Found[]): Fix | null {
  const offered = missing.filter(({ heading }) => heading !== '');
  if (offered.length === 0) return null;
  const edits = new Map<number, string>();
  for (const part of offered) {
    const { at, text } = placeFor(note, parts, parts.indexOf(part), found);
    edits.set(at, (edits.get(at) ?? '') + text);
  }
  const title = offered.length === 1 ? `Add “${offered[0].heading}”` : `Add ${offered.length} headings to fill in`;
  return { title, safe: false, edits: [...edits].sort(([a], [b]) => a - b).map(([at, text]): Edit => ({ start: at, end: at, text })) };
}

/** After the part that stands before it in the record's order, else before the one that follows it, else at the end. */
function placeFor({ text, sections }: Note, parts: readonly Part[], index: number, found: readonly Found[]): { readonly at: number; readonly text: string } {
  const { heading, prompt } = parts[index];
  const own = found[index].section;
  if (own >= 0) return { at: endOf(text, sections[own]), text: `\n\n${prompt}` };
  const before = found.slice(0, index).filter(({ section }) => section >= 0).map(({ section }) => sections[section]).sort((a, b) => a.end - b.end).at(-1);
  if (before) return { at: endOf(text, before), text: `\n\n${headingLine(text, before, heading)}\n\n${prompt}` };
  const after = found.slice(index + 1).filter(({ section }) => section >= 0).map(({ section }) => sections[section]).sort((a, b) => a.start - b.start)[0];
  if (after) return { at: after.start, text: `${headingLine(text, after, heading)}\n\n${prompt}\n\n` };
  const last = sections.findLast(({ level, parent }) => level > 0 && parent > 0);
  const end = text.trimEnd().length;
  return { at: end, text: `${end === 0 ? '' : '\n\n'}${last ? headingLine(text, last, heading) : `## ${heading}`}\n\n${prompt}` };
}

/** Before the white space that ends a section. */
function endOf(text: string, { start, end }: Section): number {
  return start + text.slice(start, end).trimEnd().length;
}

/** As its neighbour's heading is written: `##`, or a line in bold. */
function headingLine(text: string, { start, level }: Section, heading: string): string {
  const mark = text.slice(start, start + 2);
  return mark === '**' || mark === '__' ? `${mark}${heading}${mark}` : `${'#'.repeat(level)} ${heading}`;
}
