/**
 * What stands in one place for a child: whether a voice is there, and what else counts where none is. It does not know
 * whom the rest of the note hears.
 */
import type { Span } from '../../finding.js';
import { meetsOneOf } from '../../in-order.js';
import type { NoteView } from '../note-view.js';
import { MOST_CHILDREN, type NamedChild } from './names.js';
import { partsIn, type Part, type Scope } from './scopes.js';
import type { BlockReader } from './unheard.js';

/** Good for as long as its sections are as they were read. */
export interface PlaceReading {
  /** As `NoteView.asRead` has those that the place holds. */
  readonly sections: readonly object[];
  readonly present: boolean;
  /** "N/A", "see assessment", or nothing at all. Asked only where no voice is there. */
  readonly empty: boolean;
  /** Whether more than a few words stand there outside tables. */
  readonly written: boolean;
  /** Whether it says no more of a child than what only looks like a voice: that they are too young, were not asked. */
  readonly excused: boolean;
  /** Children of whom a place for all says only why they are not heard, and where; offsets from the section's start. */
  readonly passed: readonly (Span & { readonly child: string; readonly section: number })[];
  /** First forms of the names of those for whom the place is, where all that is heard there is theirs alone: of a place for all, without those whom it only tells of. */
  readonly alone: readonly string[];
}

export function readPlace(view: NoteView, scope: Scope, children: readonly NamedChild[], reader: BlockReader): PlaceReading {
  const parts = partsIn(view, scope);
  const asRead = view.asRead();
  const present = isPresent(view, scope, parts, children, reader);
  return {
    sections: scope.holds.map(({ section }) => asRead[section]),
    present,
    empty: !present && parts.every(({ block, from, to }) => isEmpty(block.content.prose.slice(from, to))),
    written: parts.some(({ block }) => !block.content.cell && reader.wordsOf(block) > 2),
    excused: !present && parts.some(({ block, from, to }) => reader.factsOf(block).fakes.some(({ at }) => at >= from && at < to)),
    passed: present && scope.kind === 'voice' && scope.children.length === 0 && children.length > 1 ? passedIn(view, parts, children, reader) : [],
    alone: present && scope.kind === 'voice' ? aloneIn(scope, parts, children, reader) : [],
  };
}

function isPresent({ note }: NoteView, scope: Scope, parts: readonly Part[], children: readonly NamedChild[], { factsOf, isPlain, wordsOf }: BlockReader): boolean {
  return parts.some(({ block, from, to }) => {
    if ((block.content.quoted && wordsOf(block) > 2) || (scope.theirs && isPlain(block, from) && !isEmpty(block.content.prose.slice(from, to)))) return true;
    if (meetsOneOf(note.placeholders, block.start + from, block.start + to)) return true;
    return factsOf(block).signs.some(({ at, kind, child }) => at >= from && at < to && kind !== 'hollow' && (scope.children.length === 0 || scope.children.includes(child) || !children.some(({ form }) => form === child)));
  });
}

function passedIn({ note }: NoteView, parts: readonly Part[], children: readonly NamedChild[], { factsOf }: BlockReader): PlaceReading['passed'] {
  return parts.flatMap(({ block, from, to }) => {
    const { fakes, signs } = factsOf(block);
    // What follows in the same block may well be about the same child.
    const only = fakes.filter(({ at, child }) => children.some(({ form }) => form === child) && at >= from && at < to && !signs.some((sign) => sign.at > at || sign.kind === 'gap'));
    return only.map(({ at, child }) => {
      const line = block.content.prose.slice(at, to).search(/[.\n\u2029]/u);
      const start = block.start - note.sections[block.section].start;
      return { child, section: block.section, start: start + at, end: start + (line < 0 ? to : at + line) };
    });
  });
}

function aloneIn({ children: named }: Scope, parts: readonly Part[], children: readonly NamedChild[], { factsOf, isPlain }: BlockReader): readonly string[] {
  const meant = children.filter(({ form }) => named.length === 0 || named.includes(form)).map(({ form }) => form);
  if (meant.length < 2 || meant.length > MOST_CHILDREN || parts.some(({ block }) => block.content.quoted || isPlain(block))) return [];
  const whose = new Set(parts.flatMap(({ block, from, to }) => factsOf(block).signs.filter(({ at, kind }) => at >= from && at < to && kind !== 'hollow').map(({ child, after }) => child || after)));
  if (![...whose].every((form) => meant.includes(form))) return [];
  if (named.length > 0) return meant;
  // A place for all names them only as they speak there: one who is told of in it, or meant by "they", may be heard in a way that is not known.
  const text = parts.map(({ block, from, to }) => block.content.prose.slice(from, to).toLowerCase()).join(' ');
  return TOGETHER.test(text) ? [] : meant.filter((form) => whose.has(form) || !text.includes(form));
}

const TOGETHER = /\b(?:they|their|both|all (?:of|three|four|five)|each (?:of|other)|we|us|our|twins|siblings?|children|kids|boys?|girls?|brothers?|sisters?|baby|babies)\b/;

function isEmpty(text: string): boolean {
  return EMPTY.test(text.replace(/[^\p{L}\p{N}]+/gu, ' '));
}

/** What stands for a voice that is elsewhere, was not sought, or was not there to be had; and with what little may follow. */
const EMPTY = /^ ?(?:(?:n ?a|none|nil|not applicable|not known|not given|tbc|to follow|unchanged|(?:please )?(?:see|refer to) .{0,60}|(?:as )?(?:above|before)|as per .{0,40}|no change(?: .{0,30})?|(?:\S+ )?(?:not|never) (?:yet )?(?:obtained|captured|sought|recorded|completed|returned|gathered|known|available|ascertained|received)|(?:n ?a|none|nil|not (?:obtained|applicable|available))(?= (?:form|due|as|see|this|too|child|consultation|not|no|booklet|did)\b) .{0,60}|(?:\S+ ){1,3}(?:did not|didn t|failed to|does not|was unable to) (?:turn up|attend|come|show up|join|appear|return)(?: (?:to|for|at|the|his|her|their|this|form|booklet|meeting|review|conference|group|core|today|it)){0,6}|(?:captured|recorded|contained|included|covered) (?:in|within|elsewhere) ?.{0,60}) ?)?$/i;
