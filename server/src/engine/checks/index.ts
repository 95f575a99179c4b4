/**
 * The one registry of checks that are not phrases. A kind of check is a file of this folder and a line here.
 */
import type { Content } from '../note/note.js';
import type { PersonEdge } from '../people/people.js';
import type { CheckSpec } from '../rule.js';
import type { Tokens } from '../words/tokens.js';
import { acronymCheck } from './acronym/acronym.js';
import { ACTING_ON_KEYS, actingOnCheck } from './acting-on/acting-on.js';
import { ACTION_KEYS, actionCheck } from './action/action.js';
import { CARRYING_KEYS, carryingCheck } from './carrying/carrying.js';
import { KIND_KEYS, kindCheck } from './kind/kind.js';
import type { NoteCheck } from './note-view.js';
import type { PlainFinding } from './plain-english/plain-finding.js';
import { ORDER_KEYS, orderCheck } from './order/order.js';
import { GOAL_KEYS, goalCheck } from './safety/goal.js';
import { SCALE_KEYS, scaleCheck } from './safety/scale.js';
import { BALANCE_KEYS, balanceCheck } from './balance/balance.js';
import { SECTION_KEYS, sectionCheck } from './section/section.js';
import { statementCheck } from './statement/statement.js';
import { STRENGTH_KEYS, strengthCheck } from './strength/strength.js';
import { UNFILLED_KEYS, unfilledCheck } from './unfilled/unfilled.js';
import { WORRY_KEYS, worryCheck } from './worry/worry.js';
import { VERDICT_KEYS, verdictCheck } from './verdict/verdict.js';
import { voiceCheck } from './voice/voice.js';

/** Reads one block. Pure: the same content, with the same people in it, gives the same result, whatever stands around it. */
export type BlockCheck = (content: Content, tokens: Tokens, people: readonly PersonEdge[]) => BlockResult;

export interface BlockResult {
  readonly raised: readonly Raised[];
  /** Terms that this block explains, so that a later use is clear. */
  readonly explains: readonly string[];
}

/** Something a check saw. Offsets are into the block's prose. */
export interface Raised {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  /** What counts as the same term for `raise: once` and for explanations; '' where that has no meaning. */
  readonly term: string;
  /** Drop-in wordings, best first. */
  readonly replacements: readonly string[];
  /** Says something of a whole family of words: any rule that knows these words themselves speaks in its place. */
  readonly general?: true;
  /** All the same it speaks where rules of its category underline no more than this many UTF-16 units of its words. */
  readonly outweighs?: number;
}

/** The wrapped libraries of the plain-english pack, loaded only when a note asks for them. */
export interface PlainEnglish {
  runRetext(prose: string, plugin: 'passive' | 'simplify', skip: readonly string[]): readonly PlainFinding[];
  runReadability(prose: string, age: number): readonly PlainFinding[];
  runWriteGood(prose: string, checks: readonly string[]): readonly PlainFinding[];
}

/** Kinds a rule may name, and the keys each understands beside `kind`. */
export const CHECK_KINDS: Readonly<Record<string, readonly string[]>> = {
  action: ACTION_KEYS,
  acronym: ['glossary', 'everyday', 'silent', 'expand', 'shouted', 'not-before', 'joined-to'],
  retext: ['plugin', 'skip'],
  readability: ['age'],
  'write-good': ['checks'],
  voice: [
    'headings', 'child-headings', 'visit', 'not-visit', 'says', 'wants', 'shows', 'made', 'fakes', 'gap', 'next',
    'say', 'say-nobody', 'ask-baby', 'ask-young', 'ask-child', 'ask-teenager', 'ask-several', 'ask-unknown',
  ],
  section: SECTION_KEYS,
  balance: BALANCE_KEYS,
  strength: STRENGTH_KEYS,
  carrying: CARRYING_KEYS,
  worry: WORRY_KEYS,
  goal: GOAL_KEYS,
  scale: SCALE_KEYS,
  order: ORDER_KEYS,
  kind: KIND_KEYS,
  unfilled: UNFILLED_KEYS,
  // Said of a record by what is done with its findings (final.ts).
  final: ['ask'],
  // Said of directives by what they set aside (suppress.ts).
  directive: ['about', 'ask'],
  statement: ['part', 'headings', 'worry-headings', 'not-headings', 'worried', 'risk', 'words', 'not-words', 'say', 'ask'],
  'acting-on': ACTING_ON_KEYS,
  verdict: VERDICT_KEYS,
};

/** The check of the whole note that `spec` asks for, or null when its kind reads block by block. */
export function createNoteCheck(spec: CheckSpec): NoteCheck | null {
  switch (spec.kind) {
    case 'action': return actionCheck(spec);
    case 'voice': return voiceCheck(spec);
    case 'statement': return statementCheck(spec);
    case 'section': return sectionCheck(spec);
    case 'balance': return balanceCheck(spec);
    case 'strength': return strengthCheck(spec);
    case 'carrying': return carryingCheck(spec);
    case 'worry': return worryCheck(spec);
    case 'goal': return goalCheck(spec);
    case 'scale': return scaleCheck(spec);
    case 'kind': return kindCheck(spec);
    case 'order': return orderCheck(spec);
    case 'unfilled': return unfilledCheck(spec);
    case 'final': case 'directive': return () => [];
    default: return null;
  }
}

/** The check that `spec` asks for, or null when its library is not loaded. */
export function createCheck(spec: CheckSpec, plainEnglish: PlainEnglish | null): BlockCheck | null {
  switch (spec.kind) {
    case 'acronym': return acronymCheck(spec);
    case 'acting-on': return actingOnCheck(spec);
    case 'verdict': return verdictCheck(spec);
    case 'retext': return plainEnglish && plainCheck((prose) => plainEnglish.runRetext(prose, spec['plugin'] === 'passive' ? 'passive' : 'simplify', list(spec['skip'])));
    case 'readability': return plainEnglish && plainCheck((prose) => plainEnglish.runReadability(prose, Number(spec['age'])));
    case 'write-good': return plainEnglish && plainCheck((prose) => plainEnglish.runWriteGood(prose, list(spec['checks'])));
    default: return null;
  }
}

/** Plain-english checks read finished sentences, so neither headings nor table cells. */
function plainCheck(run: (prose: string) => readonly PlainFinding[]): BlockCheck {
  return (content) => ({
    raised: content.kind === 'paragraph' || content.kind === 'item' ? run(content.prose).map((finding) => ({ ...finding, term: '' })) : [],
    explains: [],
  });
}

function list(value: CheckSpec[string] | undefined): readonly string[] {
  return Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
}
