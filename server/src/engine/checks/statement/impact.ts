/**
 * Whether a danger statement says what it is or would be like for the child: some word for it that is not somebody
 * else's, or something plain that the child would do or live through. Where in doubt it does.
 */
import { isCapital } from '../../words/letters.js';
import { CHILD, SERVICE } from '../../people/people.js';
import { SOFT, STOP } from '../../words/tokens.js';
import { cueAt, type Cues } from '../cue-phrases.js';
import type { BlockDetail } from '../note-view.js';
import { COULD, THREAT } from './alone.js';
import type { Statement } from './open.js';
import { hasBeen, SOFTENED, type PartCues, type Piece, type Stretch } from './parts.js';

/** What a piece says of what it is or would be like for the child. */
export interface Impact {
  /** Whether it says what somebody fears. */
  readonly fears: boolean;
  /** Whether what it is like stands in what has happened … */
  readonly told: boolean;
  /** … or in what is feared, or behind it. */
  readonly feared: boolean;
}

/** Where something is feared, that has to be what it would be like: "hungry most Mondays" does not say what missing school would mean. It counts in a statement that speaks of a child at all. */
export function saysWhatItMeans(impacts: readonly Impact[]): boolean {
  const first = impacts.findIndex(({ fears }) => fears);
  return impacts.some(({ feared, told }, at) => feared || (told && (first < 0 || at > first)));
}

/** Some word for what it is like, or what the child would do. */
export function impactOf(piece: Piece, cues: PartCues): Impact {
  const { detail: { tokens, people }, from, to } = piece;
  const { forms, gaps } = tokens;
  let [threat, fears, told, feared] = [false, false, false, false];
  /** Of what the words now read tell: before any fear `open` is of what has happened, after it of what would. */
  let mood: Mood = 'open';
  for (let i = from; i < to; i++) {
    if (gaps[i] === STOP) mood = 'open';
    if (gaps[i] !== 0) threat = false;
    if (mood === 'aside' && gaps[i] !== 0 && !/^(?:when|where|who)$/.test(forms[i])) mood = 'feared';
    // "Told her that she would be married" has been done to her, and is not what the writers fear.
    if (THREATENED.has(forms[i])) threat = true;
    if (REASON.has(forms[i])) mood = 'told';
    else if (forms[i] === 'as' && mood === 'feared' && (gaps[i] === SOFT || AS_BEFORE.test(forms[i + 2] ?? ''))) mood = 'aside';
    else if (opensFear(piece, i, cues.worried)) {
      mood = 'feared';
      fears = true;
    }
    const vague = cueAt(cues.not, tokens, i);
    if (vague > 0) i = vague - 1;
    else if (!threat) {
      const isToCome = mood === 'feared' || (mood === 'open' && fears);
      if (((cueAt(cues.words, tokens, i) > 0 || (isToCome && cueAt(cues.feared, tokens, i) > 0)) && !isAdults(piece, i)) || isFeared(tokens, people, i, cues)) {
        if (isToCome) feared = true;
        else told = true;
      }
    }
  }
  return { fears, told, feared };
}

type Mood = 'open' | 'feared' | 'told' | 'aside';

/** "Could", "worried that", "a risk of": behind these stands what is feared. */
function opensFear({ prose, detail: { tokens } }: Piece, i: number, worried: Cues): boolean {
  const { forms, starts } = tokens;
  const next = forms[i + 1];
  if (forms[i] === 'if' || (forms[i] === 'next' && next === 'time') || (forms[i] === 'likely' && next === 'to')) return true;
  if (COULD.has(forms[i])) return !(SOFTENED.has(forms[i]) && next === 'not') && !hasBeen(forms, i + 1) && !isCapital(prose, starts[i]);
  if (THREAT.has(forms[i])) return next === 'of' || next === 'that';
  const end = cueAt(worried, tokens, i);
  return end > 0 && forms[end] === 'that';
}

/** "As he did in May, when he broke her arm" */
const AS_BEFORE = /^(?:did|has|had|was|were)$/;

const REASON = new Set(['because', 'since']);

const THREATENED = new Set(['threatened', 'told', 'promised', 'warned']);
const BEFORE_VERB = new Set(['not', 'never', 'also', 'then', 'again', 'still', 'both', 'be', 'get', 'being', 'only', 'all', 'even']);

/** "Leo could fall out of the window", and not "Leo could be at risk": something plain that the child would do or live through. */
function isFeared(tokens: BlockDetail['tokens'], people: BlockDetail['people'], i: number, { not, vague }: PartCues): boolean {
  const { forms, gaps, count } = tokens;
  if (!COULD.has(forms[i]) || !people.some((edge) => edge.to === i && !edge.possessive && (edge.groups & CHILD) !== 0)) return false;
  let verb = i + 1;
  while (verb < count && (BEFORE_VERB.has(forms[verb]) || forms[verb].endsWith('ly'))) verb++;
  return verb < count && gaps[verb] !== STOP && !hasBeen(forms, verb) && cueAt(not, tokens, verb) === 0 && cueAt(vague, tokens, verb) === 0;
}

/** "Mum was crying", and not "Dad scared Leo": of the people round a word, only one who is plainly no child. */
function isAdults(piece: Piece, at: number): boolean {
  const { tokens: { gaps, forms }, people } = piece.detail;
  let nearest: BlockDetail['people'][number] | null = null;
  for (const edge of people) {
    if (edge.from >= at && edge.from <= at + 4 && mayBeChild(edge, forms) && !isParted(gaps, at, edge.from) && !forms.slice(at, edge.from).some((form) => OPENS_CLAUSE.has(form))) return false;
    // A school feels nothing, and "who" is whoever stands before it.
    if (edge.from < at && (edge.groups & SERVICE) === 0 && !/^who/.test(forms[edge.from]) && (nearest === null || edge.from >= nearest.from)) nearest = edge;
  }
  return nearest !== null && !mayBeChild(nearest, forms) && !isParted(gaps, nearest.from, at) && !mayNameChild({ ...piece, from: nearest.to, to: at });
}

/** After these it is somebody else's doing: "hurt while Leo is in the flat". */
const OPENS_CLAUSE = new Set(['while', 'when', 'if', 'because', 'time', 'but', 'after', 'before', 'that']);

/** Whether a sentence ends between two tokens. */
function isParted(gaps: BlockDetail['tokens']['gaps'], from: number, to: number): boolean {
  for (let i = from + 1; i <= to; i++) if (gaps[i] === STOP) return true;
  return false;
}

function mayBeChild({ groups, from }: BlockDetail['people'][number], forms: readonly string[]): boolean {
  return (groups & CHILD) !== 0 || PRONOUN.test(forms[from]);
}

const PRONOUN = /^(?:i|me|he|she|they|him|her|them|his|their|himself|herself|themselves|hers|theirs|it|who|whom|whose)$/;

/** Also by its label: "What it would mean for Leo: …" */
export function speaksOfChild({ pieces }: Statement): boolean {
  return pieces.some((piece) => piece.detail.people.some((edge) => edge.from < piece.to && edge.groups & CHILD) || mayNameChild(piece) || meansSomebody(piece));
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
export function mayNameChild({ prose, detail: { tokens: { forms, gaps, starts }, people }, from, to }: Stretch): boolean {
  for (let i = from + 1; i < to - 1; i++) {
    if (COULD.has(forms[i + 1]) && gaps[i] !== STOP && forms[i] !== 'i' && isCapital(prose, starts[i]) && !people.some((edge) => edge.from <= i && edge.to > i)) return true;
  }
  return false;
}
