/**
 * What a record of a kind should hold, and what of it a note does not: one finding for the whole record, and a fix that
 * makes room for what is missing. Which parts there are is data in the rule files; whether what stands in a part is
 * true or enough is nobody's business here.
 */
import type { CheckSpec } from '../../rule.js';
import { titleOf } from '../../note/place.js';
import { textOf } from '../cue-phrases.js';
import { isShorter, saying, type NoteCheck, type NoteRaised, type NoteView } from '../note-view.js';
import type { ReadOnce } from '../read-once.js';
import { foundIn, type Found, type FoundKeys } from './found.js';
import { roomFor } from './insert.js';
import { readParts, type Part } from './parts.js';

export const SECTION_KEYS = ['say', 'parts'] as const;

/** Notes shorter than this are only begun, unless they have headings to be filled in. In words. */
const BEGUN = 60;

export function sectionCheck(spec: CheckSpec, readOnce: ReadOnce): NoteCheck {
  const keys = keysOf(spec, readOnce);
  // Inflecting the words takes a moment, and most notes are of another kind.
  let parts: readonly Part[] | null = null;
  return (view) => {
    // A template of no kind is read by every rule, and owes no part.
    if (view.type === null || isBegun(view)) return [];
    parts ??= readOnce.of(spec, readParts);
    const found = foundIn(view, parts, keys);
    const missing = parts.filter((part, at) => !found[at].present && isAskedFor(part, found[at], view));
    return missing.length === 0 ? [] : [raised(view, textOf(spec['say']), parts, missing, found)];
  };
}

/** A part that a note has no heading for and does not say, also in a note that is only begun. */
export interface Missing {
  readonly heading: string;
  /** The blank that goes under it. */
  readonly prompt: string;
  /** As it stands after "does not say yet". */
  readonly say: string;
}

/** What the check would ask for, in the record's own order; parts that have no heading to offer are left out. */
export function missingReader(spec: CheckSpec, readOnce: ReadOnce): (view: NoteView) => readonly Missing[] {
  const keys = keysOf(spec, readOnce);
  let parts: readonly Part[] | null = null;
  return (view) => {
    parts ??= readOnce.of(spec, readParts);
    const found = foundIn(view, parts, keys);
    return parts.filter((part, at) => part.heading !== '' && !found[at].present && found[at].section < 0 && isAskedFor(part, found[at], view)).map(({ heading, prompt, say }) => ({ heading, prompt, say }));
  };
}

function keysOf(spec: CheckSpec, readOnce: ReadOnce): FoundKeys {
  const name = readOnce.nameOf(spec);
  return { blocks: `parts in blocks ${name}`, sections: `parts in sections ${name}` };
}

function isAskedFor({ types, only }: Part, { wanted }: Found, { type }: NoteView): boolean {
  return (types.length === 0 || (type !== null && types.includes(type))) && (only === null || wanted);
}

function isBegun(view: NoteView): boolean {
  // The first section is what stands before any heading.
  return !view.template && view.note.sections.length <= 4 && isShorter(view, BEGUN);
}

function raised(view: NoteView, say: string, parts: readonly Part[], missing: readonly Part[], found: readonly Found[]): NoteRaised {
  const asks = missing.map(({ ask }) => ask).filter((ask) => ask !== '');
  const ask = asks.length === 1 ? asks[0] : '';
  const fix = roomFor(view.note, parts, missing, found);
  const about = listed(missing.map(({ say: part }) => part));
  return {
    ...titleOf(view.note),
    about,
    ...saying(say.replace('{missing}', about), ask),
    fixes: fix === null ? [] : [fix],
  };
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')}${names.length > 2 ? ',' : ''} or ${names[names.length - 1]}`;
}
