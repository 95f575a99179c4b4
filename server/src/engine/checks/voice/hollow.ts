/**
 * Whether a sentence that tells something as a child's holds nothing of theirs: a like among facts of school and health,
 * work of which only the tool is told, words that no child would choose. It does not know what is a sign of a voice.
 */
import { STOP } from '../../words/tokens.js';
import { findCue, type Cues } from '../cue-phrases.js';
import { REPORTS } from './borrowed.js';
import type { Reader } from './reader.js';

export interface HollowCues {
  /** Facts of school, health and manners. */
  readonly record: Cues;
  /** Work with a child, its tools and how it went. */
  readonly work: Cues;
  /** Words that grown-ups who write have for a child's life. */
  readonly grown: Cues;
  /** What only looks like a voice. */
  readonly fakes: Cues;
}

const LIKES = /^(?:enjoy|like|love)(?:s|ed|d)?$|^(?:favourite|writing|reading|spelling|singing)$/;
const MAKES = /^(?:dr[ae]w|paint|picture|three$|model|colour|ma[dk]e|buil[dt]|enjoy|lik|lov|choo?se|use|fill|tick|circle|complete|look|sit$|sat$|proud|is$|was$|hold|held|play|talk|spe?[ao]k|chat|watch|smil|c[ao]m(?:e|ing)|went|go(?:es)?$)/;
/** With these something of the child's own comes in. */
const OWN = new Set(['because', 'but', 'except', 'without', 'no', 'not', 'never', 'nobody', 'most', 'best', 'when', 'where', 'if', 'until', 'said', 'says', 'told', 'tells', 'asked', 'called', 'put', 'instead', 'than', 'so', 'since', 'only', 'although', 'how', 'what', 'why', 'showing', 'holding', 'behind', 'inside', 'outside', 'beside', 'under', 'next']);
const OF_VISIT = new Set(['i', 'we', 'hello', 'hi', 'goodbye', 'bye']);
/** "With me", "with the pens": beside what was made, not in it. */
const BESIDE = new Set(['me', 'us', 'support', 'help', 'enthusiasm', 'interest', 'care', 'worker', 'prompts', 'encouragement', 'confidence', 'pride', 'family', 'friends', 'peers', 'siblings', 'others', 'them']);

/** Words that are looked at on either side of a verb: sentences are rarely longer. */
const NEAR = 60;

/** Of the verb at token `at`. */
export function isHollow(reader: Reader, at: number, cues: HollowCues): boolean {
  const { tokens, adults, sentence, spoken } = reader;
  const { record, work, grown } = cues;
  const { forms, gaps, count } = tokens;
  const from = Math.max(sentence[at], at - NEAR);
  let to = at + 1;
  while (to < count && gaps[to] !== STOP && to < at + NEAR) to++;
  // Quoted words are the child's, whatever stands round them.
  if (spoken.length > 0 && spoken.subarray(from, to).includes(1)) return false;
  // "Said hello", "when I arrived" are of the visit.
  const tells = (i: number): boolean => (OWN.has(forms[i]) && !OF_VISIT.has(forms[i + 1])) || (forms[i] === 'with' && !BESIDE.has(forms[i + 1]) && !BESIDE.has(forms[i + 2]));
  const holds = (): boolean => {
    for (let i = from; i < to; i++) if (i !== at && tells(i)) return true;
    return false;
  };
  if (findCue(grown, tokens, at, to) >= 0) return !forms.slice(at, to).some((form) => CONCRETE.has(form));
  if (LIKES.test(forms[at])) {
    if (findCue(record, tokens, from, to) >= 0) return !holds();
    // "She is in Year 7. She enjoys science": and not "loves her gran", whatever stands before it.
    const before = from > 0 ? Math.max(sentence[from - 1], from - NEAR) : from;
    if ((findCue(record, tokens, before, from) >= 0 || findCue(work, tokens, before, from) >= 0) && !holds() && !forms.slice(at, to).some((form, i) => CLOSE.has(form) || (adults.has(at + i) && form !== 'school'))) return !tellsMore(reader, to, cues);
  }
  if (/^sa(?:ys?|id)$/.test(forms[at]) && /^(?:hello|hi|goodbye|bye)$/.test(forms[at + 1] ?? '')) return !holds() && !tellsMore(reader, to, cues);
  return MAKES.test(forms[at]) && findCue(work, tokens, from, to) >= 0 && !holds() && !tellsMore(reader, to, cues);
}

/** "Poppy drew her house. There is no door in it.": a sentence further on that is not of the work itself, nor a grown-up's. */
function tellsMore({ tokens, adults, sentence }: Reader, after: number, { record, work, fakes }: HollowCues): boolean {
  const { forms, count } = tokens;
  for (let from = after; from < count && from < after + NEAR * 2; ) {
    let to = from + 1;
    while (to < count && sentence[to] === sentence[from] && to < from + NEAR) to++;
    if (to - from > 3 && !/^(?:i|we)$/.test(forms[from]) && !(adults.has(from) && forms.slice(from, to).some((form) => REPORTS.has(form))) && findCue(work, tokens, from, to) < 0 && findCue(record, tokens, from, to) < 0 && findCue(fakes, tokens, from, to) < 0) return true;
    from = to;
  }
  return false;
}

const CLOSE = new Set(['his', 'her', 'their', 'mum', 'dad', 'nan', 'gran', 'home', 'me', 'us', 'you', 'it']);

/** What a child adds to a grown-up's word. */
const CONCRETE = new Set(['because', 'when', 'instead', 'without', 'except', 'until', 'if']);
