/**
 * How a danger statement is put: whether it names who did the harm, speaks in plain words, and holds one worry. Where
 * statements stand and which parts they hold is read elsewhere (statement/); this says one thing for a record.
 */
import type { CheckSpec, CheckValue } from '../rule.js';
import { FAMILY } from '../people/people.js';
import { STOP } from '../words/tokens.js';
import { cueAt, cueReader, findCue, textOf, type CueReader, type Cues } from './cue-phrases.js';
import { saying, type NoteCheck } from './note-view.js';
import type { ReadOnce } from './read-once.js';
import { PLACE_KEYS, statementReader } from './statement/statement.js';
import { placeIn } from './statement/find.js';
import type { Statement } from './statement/open.js';
import { ofPieces, saysPast, type Piece } from './statement/parts.js';

export const WORRY_KEYS = ['part', ...PLACE_KEYS, 'words', 'not-words', 'families', 'at-least', 'say', 'ask'] as const;

interface Words {
  readonly words: Cues;
  readonly not: Cues;
  readonly families: readonly Cues[];
  readonly most: number;
  readonly none: Cues;
}

export function worryCheck(spec: CheckSpec, readOnce: ReadOnce): NoteCheck {
  const statementsOf = statementReader(spec, readOnce);
  const ask = textOf(spec['ask']);
  let known: FaultOf | null = null;
  return (view) => {
    const { statements } = statementsOf(view);
    if (statements.length === 0) return [];
    const faultOf = (known ??= partOf(textOf(spec['part']), readWords(spec, cueReader(spec))));
    for (const statement of statements) {
      const fault = faultOf(statement);
      if (fault === null) continue;
      return [{ ...placeIn(view, statement), ...saying(textOf(spec['say']).replace('{match}', fault), ask) }];
    }
    return [];
  };
}

function readWords(spec: CheckSpec, read: CueReader): Words {
  const families: CheckValue | undefined = spec['families'];
  const kinds = typeof families === 'object' && !Array.isArray(families) ? Object.values(families) : [];
  return { words: read(spec['words']), not: read(spec['not-words']), families: kinds.map(read), most: Number(textOf(spec['at-least'])) || 2, none: read(undefined) };
}

/** What is to be told of a statement: the words meant, or '' where there are none; null where nothing is. */
type FaultOf = (statement: Statement) => string | null;

function partOf(name: string, words: Words): FaultOf {
  switch (name) {
    case 'doer': {
      const names = ofPieces((piece) => namesDoer(piece, words));
      const harm = ofPieces((piece) => harmDone(piece, words));
      return ({ pieces }) => (pieces.some(names) ? null : firstIn(pieces, harm));
    }
    // Where nothing is told of what happened, that has been said (danger-statement/no-past-harm).
    case 'plain': {
      const past = ofPieces((piece) => saysPast(piece, { words: words.none, not: words.none, feared: words.none, vague: words.none, worried: words.none }));
      const first = ofPieces((piece) => firstOf(piece, words.words));
      return ({ pieces }) => (pieces.some(past) ? firstIn(pieces, first) : null);
    }
    default: {
      const held = words.families.map((cues) => ofPieces(({ detail, from, to }) => findCue(cues, detail.tokens, from, to) >= 0));
      return ({ pieces }) => (held.filter((holds) => pieces.some(holds)).length >= words.most ? '' : null);
    }
  }
}

function firstIn(pieces: readonly Piece[], wordsOf: (piece: Piece) => string | null): string | null {
  for (const piece of pieces) {
    const words = wordsOf(piece);
    if (words !== null) return words;
  }
  return null;
}

function firstOf({ prose, detail: { tokens }, from, to }: Piece, words: Cues): string | null {
  const at = findCue(words, tokens, from, to);
  return at < 0 ? null : prose.slice(tokens.starts[at], tokens.ends[cueAt(words, tokens, at) - 1]).replace(/\s+/gu, ' ');
}

const BE = new Set(['was', 'were', 'been', 'being', 'got', 'is', 'are', 'be']);
/** Words after harm within which "by" says who did it. */
const BY_WITHIN = 12;

/** "Was hit", "has been hurt", with nobody who did it. */
function harmDone({ prose, detail: { tokens }, from, to }: Piece, { words }: Words): string | null {
  const { forms, gaps, starts, ends } = tokens;
  for (let at = from + 1; at < to; at++) {
    if (cueAt(words, tokens, at) === 0 || !BE.has(forms[at - 1]) || (forms[at - 1] === 'be' && forms[at - 2] !== 'to')) continue;
    let by = at + 1;
    while (by < to && gaps[by] !== STOP && by - at < BY_WITHIN && forms[by] !== 'by') by++;
    if (forms[by] !== 'by' || gaps[by] === STOP) return prose.slice(starts[at - 1], ends[at]);
  }
  return null;
}

/** Somebody before an act of harm ("Dad hit", "a man who raped her"), or that nobody knows who. */
function namesDoer({ detail: { tokens, people }, from, to }: Piece, { words, not }: Words): boolean {
  if (findCue(not, tokens, from, to) >= 0) return true;
  for (let at = from + 1; at < to; at++) {
    if (cueAt(words, tokens, at) === 0 || BE.has(tokens.forms[at - 1])) continue;
    if (/^(?:could|may|might|would|will|badly|to|not)$/.test(tokens.forms[at - 1])) continue;
    if (people.some((edge) => (edge.groups & FAMILY) !== 0 && edge.from >= from && edge.to <= at && at - edge.to <= 1) || /^(?:who|he|she|they|man|men|boy|boys|someone|somebody)$/.test(tokens.forms[at - 1])) return true;
  }
  return false;
}
