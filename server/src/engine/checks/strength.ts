/**
 * Good practice that a record shows: what changed because a child asked, something a person did that helped, a bottom
 * line with its reason, a disagreement that was kept. The words are data in the rule files; nothing is raised.
 */
import { STRENGTH_KINDS, type Span, type StrengthKind } from '../finding.js';
import { meetsOneOf } from '../in-order.js';
import type { CheckSpec } from '../rule.js';
import type { Block } from '../note/note.js';
import { CHILD, FAMILY } from '../people/people.js';
import { MONTH } from '../words/dates.js';
import { STOP, type Tokens } from '../words/tokens.js';
import type { ReadOnce } from './read-once.js';
import { cueAt, cueReader, findCue, lastCue, textOf, type Cues } from './cue-phrases.js';
import type { BlockDetail, NoteCheck, NoteRaised } from './note-view.js';

export const STRENGTH_KEYS = ['strength', 'who', 'words', 'after', 'with', 'dated', 'not'] as const;

interface Words {
  readonly words: Cues;
  /** What else the sentence must hold; null where nothing. */
  readonly with: Cues | null;
  /** Right before somebody it serves as well: "because Leo asked". */
  readonly after: Cues;
  readonly not: Cues;
}

export function strengthCheck(spec: CheckSpec, readOnce: ReadOnce): NoteCheck {
  const key = `strength ${readOnce.nameOf(spec)}`;
  const strength = STRENGTH_KINDS.find((kind) => kind === textOf(spec['strength']));
  const who = textOf(spec['who']);
  const group = who === 'child' ? CHILD : who === 'family' ? FAMILY | CHILD : 0;
  const dated = textOf(spec['dated']) === 'yes';
  let known: Words | null = null;
  return (view) => {
    if (strength === undefined || view.template) return [];
    const words = (known ??= readWords(spec));
    const found: NoteRaised[] = [];
    for (const [at, shown] of view.someBlocks(key, (block, detail) => inBlock(block, detail, words, group, dated))) {
      for (const { start, end } of shown) found.push(raised(view.note.blocks[at], start, end, strength));
    }
    // A blank says what could be good to see, and not yet that it is there.
    return found.filter(({ start, end }) => !meetsOneOf(view.note.placeholders, start, end));
  };
}

function readWords(spec: CheckSpec): Words {
  const read = cueReader(spec);
  return { words: read(spec['words']), with: spec['with'] === undefined ? null : read(spec['with']), after: read(spec['after']), not: read(spec['not']) };
}

function raised(block: Block, start: number, end: number, strength: StrengthKind): NoteRaised {
  return { start: block.start + start, end: block.start + end, message: null, strength };
}

/** Sentences that show it; offsets into the block's prose. Null where none does. */
function inBlock({ content }: Block, { tokens, people }: BlockDetail, words: Words, group: number, dated: boolean): readonly Span[] | null {
  if (content.kind === 'heading' || content.kind === 'header-cell' || content.quoted || findCue(words.words, tokens) < 0) return null;
  const found: { start: number; end: number }[] = [];
  for (let from = 0; from < tokens.count; ) {
    let to = from + 1;
    while (to < tokens.count && tokens.gaps[to] !== STOP) to++;
    const span = { start: tokens.starts[from], end: tokens.ends[to - 1] };
    const at = findCue(words.words, tokens, from, to);
    const clear = at >= 0 && findCue(words.not, tokens, from, to) < 0 && (!dated || DATE.test(content.prose.slice(span.start, span.end)));
    if (clear && showsIt(tokens, people, words, from, to, group)) found.push(span);
    from = to;
  }
  return found.length === 0 ? null : found;
}

/** Somebody of the group a word or two before what they did, and what else it takes. */
function showsIt(tokens: Tokens, people: BlockDetail['people'], { words, with: needed, after }: Words, from: number, to: number, group: number): boolean {
  const lastNeeded = needed === null ? to : lastCue(needed, tokens, from, to);
  if (group === 0) return lastNeeded >= from;
  const actors = byEnd(people.filter((edge) => (edge.groups & group) !== 0 && !edge.possessive && edge.from >= from && edge.to <= to));
  for (let at = from; at < to && actors.size > 0; at++) {
    if (cueAt(words, tokens, at) === 0) continue;
    for (let end = Math.max(from, at - NEAR); end <= at; end++) {
      const actor = actors.get(end);
      if (actor !== undefined && (lastNeeded >= at || (actor > from && cueAt(after, tokens, actor - 1) > 0))) return true;
    }
  }
  return false;
}

/** Where somebody begins, by where they end: the longest of those that end there comes first, and holds. */
function byEnd(people: BlockDetail['people']): ReadonlyMap<number, number> {
  return new Map(people.map(({ from, to }) => [to, from] as const).reverse());
}

/** Words between somebody and what they did. */
const NEAR = 2;

const DATE = new RegExp(String.raw`\b\d{1,2}(?:st|nd|rd|th)? ${MONTH}\b|\b\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?\b|\bsince (?:\d|${MONTH}|(?:Christ|East|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun))|\b(?:on|last|every) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day`, 'u');
