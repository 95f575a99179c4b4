/**
 * Whether a danger statement says what it is or would be like for the child: some word for it that is not somebody
 * else's, or something plain that the child would do or live through. Where in doubt it does.
 */
import { isCapital } from '../../words/letters.js';
import { CHILD } from '../../people/people.js';
import { SOFT, STOP } from '../../words/tokens.js';
import { cueAt } from '../cue-phrases.js';
import type { BlockDetail } from '../note-view.js';
import { COULD } from './alone.js';
import type { Statement } from './find.js';
import type { PartCues, Piece } from './parts.js';

/** What it is or would be like for the child: some word for it, or what they would do. It counts in a statement that speaks of a child at all. */
export function saysImpact(piece: Piece, cues: PartCues): boolean {
  const { detail: { tokens, people }, from, to } = piece;
  let threat = false;
  for (let i = from; i < to; i++) {
    if (tokens.gaps[i] === STOP || tokens.gaps[i] === SOFT) threat = false;
    // "Told her that she would be married" has been done to her, and is not what the writers fear.
    if (THREATENED.has(tokens.forms[i])) threat = true;
    const vague = cueAt(cues.not, tokens, i);
    if (vague > 0) i = vague - 1;
    else if (threat) continue;
    else if (cueAt(cues.words, tokens, i) > 0 && !isAdults(piece, i)) return true;
    else if (isFeared(tokens, people, i, cues)) return true;
  }
  return false;
}

const THREATENED = new Set(['threatened', 'told', 'promised', 'warned']);
const BEFORE_VERB = new Set(['not', 'never', 'also', 'then', 'again', 'still', 'both', 'be', 'get', 'being', 'only', 'all', 'even']);

/** "Leo could fall out of the window", and not "Leo could be at risk": something plain that the child would do or live through. */
function isFeared(tokens: BlockDetail['tokens'], people: BlockDetail['people'], i: number, { not, vague }: PartCues): boolean {
  const { forms, gaps, count } = tokens;
  if (!COULD.has(forms[i]) || !people.some((edge) => edge.to === i && !edge.possessive && (edge.groups & CHILD) !== 0)) return false;
  let verb = i + 1;
  while (verb < count && (BEFORE_VERB.has(forms[verb]) || forms[verb].endsWith('ly'))) verb++;
  return verb < count && gaps[verb] !== STOP && forms[verb] !== 'have' && cueAt(not, tokens, verb) === 0 && cueAt(vague, tokens, verb) === 0;
}

/** "Mum was crying", and not "Dad scared Leo": of the people round a word, only one who is plainly no child. */
function isAdults(piece: Piece, at: number): boolean {
  const { tokens: { gaps, forms }, people } = piece.detail;
  let nearest: BlockDetail['people'][number] | null = null;
  for (const edge of people) {
    if (edge.from >= at && edge.from <= at + 4 && mayBeChild(edge, forms) && !isParted(gaps, at, edge.from) && !forms.slice(at, edge.from).some((form) => OPENS_CLAUSE.has(form))) return false;
    if (edge.from < at && (nearest === null || edge.from >= nearest.from)) nearest = edge;
  }
  return nearest !== null && !mayBeChild(nearest, forms) && !isParted(gaps, nearest.from, at) && !mayNameChild({ ...piece, from: nearest.to, to: at });
}

/** After these it is somebody else's doing: "hurt while Leo is in the flat". */
const OPENS_CLAUSE = new Set(['while', 'when', 'if', 'because', 'time', 'but', 'after', 'before']);

/** Whether a sentence ends between two tokens. */
function isParted(gaps: BlockDetail['tokens']['gaps'], from: number, to: number): boolean {
  for (let i = from + 1; i <= to; i++) if (gaps[i] === STOP) return true;
  return false;
}

function mayBeChild({ groups, from }: BlockDetail['people'][number], forms: readonly string[]): boolean {
  return (groups & CHILD) !== 0 || PRONOUN.test(forms[from]);
}

const PRONOUN = /^(?:i|me|he|she|they|him|her|them|his|their|himself|herself|themselves|hers|theirs|it|who|whom|whose)$/;

export function speaksOfChild({ pieces }: Statement): boolean {
  return pieces.some((piece) => piece.detail.people.some((edge) => edge.from >= piece.from && edge.from < piece.to && edge.groups & CHILD) || mayNameChild(piece) || meansSomebody(piece));
}

/** "He could die", in a statement long enough to have said what came before. */
function meansSomebody({ detail: { tokens: { forms } }, from, to }: Piece): boolean {
  if (to - from < MUCH) return false;
  // "I'd bleed", where a child writes.
  for (let i = from; i < to; i++) if (/^(?:he|she|they|him)$/.test(forms[i]) || (forms[i] === 'i' && /^(?:'d|could|would|might)$/.test(forms[i + 1]))) return true;
  return false;
}

const MUCH = 20;

/** "Natnael could", of somebody of whom nobody has said who they are. */
export function mayNameChild({ prose, detail: { tokens: { forms, gaps, starts }, people }, from, to }: Piece): boolean {
  for (let i = from + 1; i < to - 1; i++) {
    if (COULD.has(forms[i + 1]) && gaps[i] !== STOP && forms[i] !== 'i' && isCapital(prose, starts[i]) && !people.some((edge) => edge.from <= i && edge.to > i)) return true;
  }
  return false;
}
