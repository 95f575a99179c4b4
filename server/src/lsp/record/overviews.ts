/**
 * The overview of a note that is open, made once for each reading and kept as long as that: outline, lines over
 * headings, panel and completion ask for the same one.
 */
import { createOverviews, type Overview } from '../../engine/overview/overview.js';
import type { OpenNote } from '../documents.js';

export function keepOverviews(): (note: OpenNote) => Overview {
  const overviewOf = createOverviews();
  const known = new WeakMap<OpenNote, Overview>();
  return (note) => {
    let overview = known.get(note);
    if (!overview) known.set(note, (overview = overviewOf(note.whole.analysis)));
    return overview;
  };
}
