/** Whether a case note is of a visit at which a child was there. It does not look for what the child said. */
import { findCue, type Cues } from '../cue-phrases.js';
import type { NoteView } from '../note-view.js';
import { normalise } from './names.js';
import type { Scope } from './scopes.js';

export interface VisitCues {
  readonly visit: Cues;
  readonly notVisit: Cues;
  /** What was done without the child, and rightly. */
  readonly elsewhere: Cues;
}

/** By its title: a call, a strategy discussion. */
export function isElsewhere(view: NoteView, { elsewhere }: VisitCues): boolean {
  const title = view.outline().words.find(({ count }) => count > 0);
  return title !== undefined && findCue(elsewhere, title) >= 0;
}

/** A visit at which a child was there: only then does a case note owe the child's voice. */
export function isVisit(view: NoteView, scopes: readonly Scope[], names: ReadonlySet<string>, { visit, notVisit }: VisitCues, keys: VisitKeys): boolean {
  const outline = view.outline();
  const headed = view.whileSame(keys.headed, [outline], () => {
    const title = outline.words.find(({ count }) => count > 0);
    return { visited: outline.words.some((heading) => findCue(visit, heading) >= 0), other: title !== undefined && findCue(notVisit, title) >= 0 && findCue(visit, title) < 0 };
  });
  const opening = view.note.blocks.slice(0, 16);
  if (headed.other || !(headed.visited || opening.some((block) => view.ofBlock(block, keys.visited, () => findCue(visit, view.detail(block).tokens) >= 0)))) return false;
  return scopes.length > 0 || opening.some((block) => seesChild(view.detail(block).tokens.forms, names));
}

/** Under what it keeps what headings say of a visit, and blocks. */
export type VisitKeys = Readonly<Record<'headed' | 'visited', string>>;

const SEEN = new Set(['seen', 'saw', 'met', 'present', 'visited', 'greeted']);

function seesChild(forms: readonly string[], names: ReadonlySet<string>): boolean {
  if (!forms.some((form) => SEEN.has(form))) return false;
  // In note style: "Seen at home with Mum", of the child in the title.
  if (forms.some((form, at) => form === 'seen' && /^(?:at|in|with|alone|on|after|before)$/.test(forms[at + 1] ?? '') && (at === 0 || !/^(?:be|been|was|were|is|not)$/.test(forms[at - 1])))) return true;
  const words = normalise(forms.join(' '), names).split(' ');
  return words.some((word, at) => SEEN.has(word) && words[at - 1] !== 'not' && (words.slice(at + 1, at + 12).includes('child') || words.slice(Math.max(0, at - 4), at).includes('child')));
}
