/**
 * Worries that stand in a paragraph of their own, under a heading that says nothing of them: "There are fears that he will
 * go missing again.", "The local authority is worried that the children …". It reads words only, and does not know who in
 * them is a child. A worry told in the midst of a paragraph is part of what that tells, and no statement, unless it is
 * nobody's and of what could happen: "It is feared that Ava could be hurt."
 */
import { STOP, type Tokens } from '../../words/tokens.js';
import { cueAt, type Cues } from '../cue-phrases.js';

/** Whether a paragraph is no more than such a worry, and how it opens: with whose it is, or with nobody. */
export function worryAlone(tokens: Tokens, worried: Cues): 'somebody' | 'nobody' | 'midway' | null {
  if (tokens.count < SHORTEST || tokens.count > LONGEST) return null;
  return worryFirst(tokens, worried) ?? (isFearedMidway(tokens, worried) ? 'midway' : null);
}

/** "It is feared that", "There are concerns that" at the start of a later sentence, and what could happen. */
function isFearedMidway(tokens: Tokens, worried: Cues): boolean {
  const { count, forms, gaps } = tokens;
  for (let from = 1; from < count; from++) {
    if (gaps[from] !== STOP || (forms[from] !== 'it' && forms[from] !== 'there') || !STANDS.has(forms[from + 1])) continue;
    for (let i = from + 2; i < count && i < from + NEAR && gaps[i] !== STOP; i++) {
      const end = cueAt(worried, tokens, i);
      if (end === 0 || forms[end] !== 'that') continue;
      for (let k = end; k < count && gaps[k] !== STOP; k++) if (COULD.has(forms[k]) && forms[k + 1] !== 'have') return true;
    }
  }
  return false;
}

function worryFirst(tokens: Tokens, worried: Cues): 'somebody' | 'nobody' | null {
  const { count, forms, gaps } = tokens;
  const sentences = gaps.reduce((stops: number, gap, i) => (i > 0 && i < count && gap === STOP ? stops + 1 : stops), 1);
  if (sentences > MOST_SENTENCES_SHARED) return null;
  for (let i = 0; i < count && i < FAR && (i === 0 || gaps[i] !== STOP); i++) {
    if (NEVER.has(forms[i])) return null;
    const end = cueAt(worried, tokens, i);
    if (end === 0) continue;
    if (sentences > MOST_SENTENCES && !forms.slice(0, i).includes('and')) return null;
    const before = forms.slice(Math.max(0, i - NEAR), i);
    if ((forms[0] === 'there' || forms[0] === 'it') && before.some((form) => STANDS.has(form))) return ABOUT.has(forms[end]) ? 'nobody' : null;
    // "My worry is that", "The fear is that"
    if (STANDS.has(forms[end]) && forms[end + 1] === 'that' && i > 0 && (OURS.has(forms[0]) || forms[0] === 'the')) return OURS.has(forms[0]) ? 'somebody' : 'nobody';
    if (i === 0) return STANDS.has(forms[end]) && ABOUT.has(forms[end + 1]) ? 'nobody' : null;
    return FORMAL.has(forms[end]) && before.some((form) => STANDS.has(form) || HAS.has(form)) ? 'somebody' : null;
  }
  return null;
}

const SHORTEST = 6;
const LONGEST = 90;
/** A worry of one goes on less long than one that people share: then it is what a paragraph tells. */
const MOST_SENTENCES = 2;
const MOST_SENTENCES_SHARED = 4;
/** So far into the paragraph somebody is worried, and so near before that stands the verb. */
const FAR = 16;
const NEAR = 5;
const STANDS = new Set(['is', 'are', 'am', "'s", "'re", "'m", 'remain', 'remains', 'continue', 'continues']);
const HAS = new Set(['has', 'have', "'ve", 'share', 'shares', 'hold', 'holds']);
const ABOUT = new Set(['that', 'about', 'regarding', 'around', 'concerning', 're', 'over', 'for', 'of', 'in', 'he', 'she', 'they']);
const OURS = new Set(['my', 'our']);
export const COULD: ReadonlySet<string> = new Set(['could', 'will', 'may', 'might', 'would']);
const FORMAL = new Set(['that', 'because', 'as', 'if', 'for', 'about']);
const NEVER = new Set(['no', 'not', "n't", 'never', 'nobody', 'longer', 'if', 'when', 'was', 'were', 'had', 'said', 'says', 'told']);
