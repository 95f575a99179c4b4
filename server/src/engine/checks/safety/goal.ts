/**
 * Whether what a family and its workers want to see instead says what will be there and not only what will stop, what
 * the child will notice, and for how long. Whether it is the right thing to want is nobody's business here.
 */
import { meetsOneOf } from '../../in-order.js';
import type { CheckSpec } from '../../rule.js';
import { CHILD } from '../../people/people.js';
import { SOFT, STOP, type Tokens } from '../../words/tokens.js';
import { cueReader, findCue, textOf, type Cues } from '../cue-phrases.js';
import { saying, type BlockDetail, type NoteCheck } from '../note-view.js';
import type { ReadOnce } from '../read-once.js';
import { foundUnder, underHeadings, underKeys } from './under-headings.js';

export const GOAL_KEYS = ['part', 'headings', 'words', 'not', 'say', 'ask'] as const;

export function goalCheck(spec: CheckSpec, readOnce: ReadOnce): NoteCheck {
  // Inflecting the words takes a moment, and most notes hold no goal.
  let cues: GoalCues | null = null;
  const holds = partOf(textOf(spec['part']));
  const keys = underKeys(spec['headings'], readOnce);
  const name = `goal ${readOnce.nameOf(spec)}`;
  return (view) => {
    const known = (cues ??= readGoalCues(spec));
    const place = foundUnder(view, known.headings, keys, name, [], () => {
      const goals = underHeadings(view, known.headings, keys);
      const said = goals.flatMap(({ blocks: under, from }) => under.map((block, at) => ({ block, from: at === 0 ? from : 0 })));
      const blocks = said.map(({ block }) => block);
      const written = blocks.some((block) => view.detail(block).tokens.count >= SHORTEST);
      const blank = blocks.some(({ start, end }) => meetsOneOf(view.note.placeholders, start, end));
      return !written || blank || said.some(({ block, from }) => holds(view.detail(block), known, from)) ? null : goals[0];
    });
    return place === null ? [] : [{ ...place, ...saying(textOf(spec['say']), textOf(spec['ask'])) }];
  };
}

interface GoalCues {
  readonly headings: Cues;
  readonly words: Cues;
  readonly not: Cues;
}

function readGoalCues(spec: CheckSpec): GoalCues {
  const read = cueReader(spec);
  return { headings: read(spec['headings']), words: read(spec['words']), not: read(spec['not']) };
}

/** A goal has at least so many words; "None" and "As above" are none. */
const SHORTEST = 5;

/** `after` is where its words begin in the block's prose. */
type Holds = (detail: BlockDetail, cues: GoalCues, after: number) => boolean;

function partOf(name: string): Holds {
  switch (name) {
    case 'presence': return ({ tokens }, { not }, after) => hasPresence(tokens, not, after);
    case 'child': return (detail, { words, not }) => noticedByChild(detail, words, not);
    default: return ({ tokens }, { words }) => findCue(words, tokens) >= 0;
  }
}

const PARTS_CLAUSE = new Set(['and', 'so', 'but', 'instead', 'that', 'which', 'because']);
/** Words that a clause needs to say what will be there. */
const CLAUSE = 4;

/** Some clause in which nothing is ended or ruled out. */
function hasPresence(tokens: Tokens, not: Cues, after: number): boolean {
  const { count, forms, gaps, starts } = tokens;
  for (let from = starts.findIndex((start) => start >= after); from >= 0 && from < count; ) {
    let to = from + 1;
    while (to < count && gaps[to] !== STOP && gaps[to] !== SOFT && !PARTS_CLAUSE.has(forms[to])) to++;
    if (to - from >= CLAUSE && findCue(not, tokens, from, to) < 0) return true;
    from = to;
  }
  return false;
}

/** A child does, has or notices something: "Leo will wake to breakfast", and not "the children will be kept safe". */
function noticedByChild({ tokens, people }: BlockDetail, words: Cues, not: Cues): boolean {
  return people.some(({ groups, from, to, possessive }) => {
    if ((groups & CHILD) === 0 || possessive) return false;
    const end = Math.min(tokens.count, to + NOTICES_WITHIN);
    return findCue(words, tokens, to, end) >= 0 && findCue(not, tokens, from, end) < 0;
  });
}

const NOTICES_WITHIN = 7;
