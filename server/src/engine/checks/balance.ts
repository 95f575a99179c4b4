/**
 * Whether what a record has much of has its other side as well: strengths beside worries, help beside asks, worries
 * beside help. One finding for the record. Which words are on which side is data in the rule files.
 */
import type { CheckSpec } from '../rule.js';
import { cueReader, findCue, textOf, type Cues } from './cue-phrases.js';
import type { Span } from '../finding.js';
import { titleOf } from '../note/place.js';
import { saying, type NoteCheck, type NoteView } from './note-view.js';
import type { ReadOnce } from './read-once.js';

export const BALANCE_KEYS = ['one', 'at-least', 'other', 'only-with', 'say', 'ask'] as const;

/**
 * Blocks that hold what a rule counts (worries), in a note of whatever kind, and those under a heading for the other
 * side ("What is going well"), which count for that side alone.
 */
export function sidesReader(spec: CheckSpec, readOnce: ReadOnce): (view: NoteView) => { readonly worries: readonly Span[]; readonly goingWell: readonly Span[] } {
  const key = `sides ${readOnce.nameOf(spec)}`;
  let sides: Sides | null = null;
  return (view) => {
    const { one, other } = (sides ??= readOnce.of(spec, readSides));
    const { blocks, sections } = view.note;
    const good: boolean[] = [];
    view.outline().words.forEach((heading, at) => (good[at] = findCue(other, heading) >= 0 || good[sections[at].parent] === true));
    const found = view.ofBlocks(key, (_, { tokens }) => findCue(one, tokens) >= 0);
    const text = blocks.filter(({ content: { kind, prose } }) => kind !== 'heading' && kind !== 'header-cell' && /\p{L}/u.test(prose));
    const spans = (those: typeof text): readonly Span[] => those.map(({ start, end }) => ({ start, end }));
    return { worries: spans(text.filter(({ index, section }) => found[index] && !good[section])), goingWell: spans(text.filter(({ section }) => good[section])) };
  };
}

interface Sides {
  readonly one: Cues;
  readonly other: Cues;
  /** Asked only of records that hold one of these; null for all. */
  readonly only: Cues | null;
}

export function balanceCheck(spec: CheckSpec, readOnce: ReadOnce): NoteCheck {
  const key = `balance ${readOnce.nameOf(spec)}`;
  const most = Number(textOf(spec['at-least'])) || 1;
  const ask = textOf(spec['ask']);
  let sides: Sides | null = null;
  return (view) => {
    if (view.type === null || view.template) return [];
    const { one, other, only } = (sides ??= readOnce.of(spec, readSides));
    let ones = 0;
    let due = only === null;
    const all = view.someBlocks(key, ({ content }, { tokens }) => {
      const found = { one: content.kind === 'heading' ? 0 : count(one, tokens), other: findCue(other, tokens) >= 0, only: only !== null && findCue(only, tokens) >= 0 };
      return found.one > 0 || found.other || found.only ? found : null;
    });
    for (const found of all.values()) {
      if (found.other) return [];
      ones += found.one;
      due ||= found.only;
    }
    if (ones < most || !due) return [];
    return [{ ...titleOf(view.note), ...saying(textOf(spec['say']), ask) }];
  };
}

function readSides(spec: CheckSpec): Sides {
  const read = cueReader(spec);
  return { one: read(spec['one']), other: read(spec['other']), only: spec['only-with'] === undefined ? null : read(spec['only-with']) };
}

function count(cues: Cues, tokens: Parameters<typeof findCue>[1]): number {
  let found = 0;
  for (let at = findCue(cues, tokens); at >= 0; at = findCue(cues, tokens, at + 1)) found++;
  return found;
}
