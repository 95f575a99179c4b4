/**
 * Worries that stand in a paragraph of their own, under a heading that says nothing of them: "There are fears that he will
 * go missing again.", "The local authority is worried that the children …". It reads words only, and does not know who in
 * them is a child. A worry told in the midst of a paragraph is part of what that tells, and no statement.
 */
import { STOP, type Tokens } from '../../words/tokens.js';
import { cueAt, type Cues } from '../cue-phrases.js';

/** Whether a paragraph is no more than such a worry, and how it opens: with whose it is, or with nobody. */
export function worryAlone(tokens: Tokens, worried: Cues): 'somebody' | 'nobody' | null {
  const { count, forms, gaps } = tokens;
  if (count < SHORTEST || count > LONGEST) return null;
  const sentences = gaps.reduce((stops: number, gap, i) => (i > 0 && i < count && gap === STOP ? stops + 1 : stops), 1);
  if (sentences > MOST_SENTENCES_SHARED) return null;
  for (let i = 0; i < count && i < FAR && (i === 0 || gaps[i] !== STOP); i++) {
    if (NEVER.has(forms[i])) return null;
    const end = cueAt(worried, tokens, i);
    if (end === 0) continue;
    if (sentences > MOST_SENTENCES && !forms.slice(0, i).includes('and')) return null;
    const before = forms.slice(Math.max(0, i - NEAR), i);
    if ((forms[0] === 'there' || forms[0] === 'it') && before.some((form) => STANDS.has(form))) return ABOUT.has(forms[end]) ? 'nobody' : null;
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
const FORMAL = new Set(['that', 'because', 'as', 'if', 'for', 'about']);
const NEVER = new Set(['no', 'not', "n't", 'never', 'nobody', 'longer', 'if', 'when', 'was', 'were', 'had', 'said', 'says', 'told']);
