/**
 * The overview of a note that is open, made once for each reading and kept as long as that: outline, lines over
 * headings, panel and completion ask for the same one.
 */
import { createOverviews, type Overview } from '../../engine/overview/overview.js';
import type { OpenNote } from '../documents.js';

export type LookAt = (note: OpenNote) => Overview;

export function createLook(): LookAt {
  const look = createOverviews();
  const known = new WeakMap<OpenNote, Overview>();
  return (note) => {
    let seen = known.get(note);
    if (!seen) known.set(note, (seen = look(note.whole.analysis)));
    return seen;
  };
}
