/**
 * The one registry of checks that are not phrases. A kind of check is a folder here, which exports its keys and its
 * check, and a row in each of two tables below: what a rule may write, and what makes the check, which the type checker
 * asks for. The keys are told to people in docs/rules.md. Nothing is made of a kind until a rule in force asks for it.
 *
 * Words of rules are written in one of four ways, each no more than what is found by it needs:
 *
 * | notation             | where                  | all forms of a word | gaps          | people       | used by                           |
 * | -------------------- | ---------------------- | ------------------- | ------------- | ------------ | --------------------------------- |
 * | phrases              | ../phrases/            | yes                 | `...`         | `{family}` … | `avoid`, `unless` and their like  |
 * | cues                 | cue-phrases.ts         | yes                 | no            | no           | most checks                       |
 * | nets of words        | acting-on/word-net.ts  | no                  | no            | no           | acting-on, verdict                |
 * | lists of phrases     | action/action-words.ts | no                  | `...`         | `{person}`   | action, and headings of carrying  |
 */
import type { CheckSpec } from '../rule.js';
import { ACRONYM_KEYS, acronymCheck } from './acronym/acronym.js';
import { ACTING_ON_KEYS, actingOnCheck } from './acting-on/acting-on.js';
import { ACTION_KEYS, actionCheck } from './action/action.js';
import { ADDRESSED_KEYS, addressedCheck } from './addressed.js';
import { ADULT_KEYS, adultCheck } from './adult/adult.js';
import { BALANCE_KEYS, balanceCheck } from './balance.js';
import type { BlockCheck } from './block-check.js';
import { CARRYING_KEYS, carryingCheck } from './carrying/carrying.js';
import { COPIED_KEYS, copiedCheck } from './copied/copied.js';
import type { NoteCheck } from './note-view.js';
import { ORDER_KEYS, orderCheck } from './order.js';
import { READABILITY_KEYS, readabilityCheck, RETEXT_KEYS, retextCheck, WRITE_GOOD_KEYS, writeGoodCheck, type PlainEnglish } from './plain-english/check.js';
import { CONTINGENCY_KEYS, contingencyCheck } from './safety/contingency.js';
import { GOAL_KEYS, goalCheck } from './safety/goal.js';
import { SCALE_KEYS, scaleCheck } from './safety/scale.js';
import { SECTION_KEYS, sectionCheck } from './section/section.js';
import { STATEMENT_KEYS, statementCheck } from './statement/statement.js';
import { STRENGTH_KEYS, strengthCheck } from './strength.js';
import { UNFILLED_KEYS, unfilledCheck } from './unfilled.js';
import { UNSURE_TYPE_KEYS, unsureTypeCheck } from './unsure-type.js';
import { VERDICT_KEYS, verdictCheck } from './verdict/verdict.js';
import { VOICE_KEYS, voiceCheck } from './voice/voice.js';
import type { ReadOnce } from './read-once.js';
import { WORRY_KEYS, worryCheck } from './worry.js';

interface Kind {
  /** What a rule may write beside `kind`. */
  readonly keys: readonly string[];
  /** Whether words of its lists stand for all their forms, which are worked out when packs are built: all words, those that are marked, or none. */
  readonly lists: 'inflected' | 'marked' | 'as written';
  /** `library`: block by block, with libraries that are loaded when a note asks for them. `findings`: what was found in a note, and not the note. */
  readonly reads: 'note' | 'blocks' | 'library' | 'findings';
  /** `too`: a rule for some types reads records of no sure type as well, as its check says. */
  readonly unsure?: 'too';
}

/** What a rule may write. Kept apart from what makes the checks: who only reads rules need not load those. */
const KINDS = {
  action: { keys: ACTION_KEYS, lists: 'as written', reads: 'note' },
  acronym: { keys: ACRONYM_KEYS, lists: 'as written', reads: 'blocks' },
  retext: { keys: RETEXT_KEYS, lists: 'as written', reads: 'library' },
  readability: { keys: READABILITY_KEYS, lists: 'as written', reads: 'library' },
  'write-good': { keys: WRITE_GOOD_KEYS, lists: 'as written', reads: 'library' },
  voice: { keys: VOICE_KEYS, lists: 'inflected', reads: 'note', unsure: 'too' },
  adult: { keys: ADULT_KEYS, lists: 'inflected', reads: 'note' },
  section: { keys: SECTION_KEYS, lists: 'inflected', reads: 'note' },
  balance: { keys: BALANCE_KEYS, lists: 'inflected', reads: 'note' },
  strength: { keys: STRENGTH_KEYS, lists: 'inflected', reads: 'note' },
  carrying: { keys: CARRYING_KEYS, lists: 'inflected', reads: 'note' },
  worry: { keys: WORRY_KEYS, lists: 'inflected', reads: 'note' },
  contingency: { keys: CONTINGENCY_KEYS, lists: 'inflected', reads: 'note' },
  goal: { keys: GOAL_KEYS, lists: 'inflected', reads: 'note' },
  scale: { keys: SCALE_KEYS, lists: 'inflected', reads: 'note' },
  addressed: { keys: ADDRESSED_KEYS, lists: 'as written', reads: 'note' },
  copied: { keys: COPIED_KEYS, lists: 'inflected', reads: 'note' },
  order: { keys: ORDER_KEYS, lists: 'as written', reads: 'note' },
  'unsure-type': { keys: UNSURE_TYPE_KEYS, lists: 'as written', reads: 'note' },
  unfilled: { keys: UNFILLED_KEYS, lists: 'inflected', reads: 'note' },
  // Said of a record by what is done with its findings (final.ts).
  final: { keys: ['ask'], lists: 'as written', reads: 'findings' },
  // Said of directives by what they set aside (apply-directives.ts).
  directive: { keys: ['about', 'ask'], lists: 'as written', reads: 'findings' },
  statement: { keys: STATEMENT_KEYS, lists: 'inflected', reads: 'note' },
  'acting-on': { keys: ACTING_ON_KEYS, lists: 'marked', reads: 'blocks' },
  verdict: { keys: VERDICT_KEYS, lists: 'marked', reads: 'blocks' },
} as const satisfies Readonly<Record<string, Kind>>;

type KindsThatRead<What extends Kind['reads']> = { [Name in keyof typeof KINDS]: (typeof KINDS)[Name]['reads'] extends What ? Name : never }[keyof typeof KINDS];

const OF_NOTE: Readonly<Record<KindsThatRead<'note'>, (spec: CheckSpec, readOnce: ReadOnce) => NoteCheck>> = {
  action: actionCheck,
  voice: voiceCheck,
  adult: adultCheck,
  section: sectionCheck,
  balance: balanceCheck,
  strength: strengthCheck,
  carrying: carryingCheck,
  worry: worryCheck,
  contingency: contingencyCheck,
  goal: goalCheck,
  scale: scaleCheck,
  addressed: addressedCheck,
  copied: copiedCheck,
  order: orderCheck,
  'unsure-type': unsureTypeCheck,
  unfilled: unfilledCheck,
  statement: statementCheck,
};
const OF_BLOCKS: Readonly<Record<KindsThatRead<'blocks'>, (spec: CheckSpec) => BlockCheck>> = {
  acronym: acronymCheck,
  'acting-on': actingOnCheck,
  verdict: verdictCheck,
};
const BY_LIBRARY: Readonly<Record<KindsThatRead<'library'>, (spec: CheckSpec, plainEnglish: PlainEnglish) => BlockCheck>> = {
  retext: retextCheck,
  readability: readabilityCheck,
  'write-good': writeGoodCheck,
};

/** Kinds a rule may name. */
export function checkKinds(): readonly string[] {
  return Object.keys(KINDS);
}

/** The keys that a kind understands beside `kind`. */
export function keysOf(kind: string): readonly string[] {
  return kindOf(kind).keys;
}

/** Which words in the lists of a check are inflected when packs are built: `inflected` all (cue-phrases.ts), `marked` those with a mark (word-net.ts). */
export function listsOf({ kind }: CheckSpec): Kind['lists'] {
  return kindOf(kind).lists;
}

/** Whether it reads records whose type is not sure, whatever types its rule names. */
export function readsUnsure({ kind }: CheckSpec): boolean {
  return kindOf(kind).unsure === 'too';
}

/** Whether it can read nothing before the plain-english libraries are there. */
export function needsLibrary({ kind }: CheckSpec): boolean {
  return isIn(BY_LIBRARY, kind);
}

/** The check of the whole note that `spec` asks for, or null when its kind reads none. */
export function createNoteCheck(spec: CheckSpec, readOnce: ReadOnce): NoteCheck | null {
  return isIn(OF_NOTE, spec.kind) ? OF_NOTE[spec.kind](spec, readOnce) : null;
}

/** The check of single blocks that `spec` asks for, or null when its kind reads none, or its library is not there. */
export function createBlockCheck(spec: CheckSpec, plainEnglish: PlainEnglish | null): BlockCheck | null {
  if (isIn(OF_BLOCKS, spec.kind)) return OF_BLOCKS[spec.kind](spec);
  return plainEnglish && isIn(BY_LIBRARY, spec.kind) ? BY_LIBRARY[spec.kind](spec, plainEnglish) : null;
}

function kindOf(name: string): Kind {
  return KINDS[name as keyof typeof KINDS];
}

function isIn<Table extends object>(table: Table, name: PropertyKey): name is keyof Table {
  return Object.hasOwn(table, name);
}
