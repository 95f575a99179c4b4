/**
 * Worries that stand in a paragraph of their own, under a heading that may say nothing of them: "There are fears that he
 * will go missing again.", "The local authority is worried that the children …", "It is thought that he will be back." It
 * reads words only, and does not know who in them is a child, nor what stands beside them. What is told in the midst of a
 * paragraph is read in in-prose.ts, but for what nobody fears: "It is feared that Ava could be hurt."
 */
import { JOINED, SOFT, STOP, type Tokens } from '../../words/tokens.js';
import { cueAt, type Cues } from '../cue-phrases.js';

/** What such a worry is told by. */
export interface Worrying {
  /** Ways to be worried. */
  readonly worried: Cues;
  /** Words for what people think may come, which are worries only among worries: "a view", "likely". */
  readonly supposed: Cues;
}

/**
 * Whose a worry is that a paragraph opens on: somebody's, nobody's, nobody's and only supposed ("There is a chance that"),
 * or of nobody and a child's label ("Leo is at risk of neglect"); or it comes midway and is nobody's; or it only says what
 * could come ("Leo may be drawn in").
 */
export type Alone = 'somebody' | 'nobody' | 'supposed' | 'label' | 'midway' | 'feared';

/** Null for a paragraph that is something else, or more than such a worry. `from` is its first token that is not a label. */
export function worryAlone(tokens: Tokens, words: Worrying, from = 0): Alone | null {
  if (tokens.count - from < SHORTEST || tokens.count - from > LONGEST) return null;
  return worryFirst(tokens, words, from) ?? (isFearedMidway(tokens, words.worried) ? 'midway' : isFeared(tokens, words.worried, from) ? 'feared' : null);
}

/** "It is feared that", "There are concerns that" at the start of a later sentence, and what could happen. */
function isFearedMidway(tokens: Tokens, worried: Cues): boolean {
  const { count, forms, gaps } = tokens;
  for (let from = 1; from < count; from++) {
    if (gaps[from] !== STOP || !NOBODYS.has(forms[from]) || !STANDS.has(forms[from + 1])) continue;
    for (let i = from + 2; i < count && i < from + NEAR && gaps[i] !== STOP && !NEVER.has(forms[i]); i++) {
      const end = cueAt(worried, tokens, i);
      if (end > 0 && forms[end] === 'that' && couldCome(tokens, end)) return true;
    }
  }
  return false;
}

/** "He may come to the flat": nobody is worried, and nobody says so. */
function isFeared(tokens: Tokens, worried: Cues, from: number): boolean {
  const { count, forms, gaps } = tokens;
  let may = false;
  for (let i = from, sentences = 1; i < count; i++) {
    if (i > from && gaps[i] === STOP && ++sentences > MOST_SENTENCES + 1) return false;
    if (cueAt(worried, tokens, i) > 0 || TOLD.has(forms[i])) return false;
    if (mayCome(forms, i)) may = true;
  }
  return may;
}

/** "Leo may", "will suffer", "will be harmed", "is likely to", "risks being". */
export function mayCome(forms: readonly string[], i: number): boolean {
  const next = forms[i + 1] ?? '';
  if (MAY.has(forms[i])) return !NO_MAY.test(next);
  if (forms[i] === 'will') return WILL.test(next) || (next === 'be' && /ed$|^(?:hurt|left|taken|beaten|hit|drawn|caught|at)$/.test(forms[i + 2] ?? ''));
  return (STANDS.has(forms[i]) && next === 'likely') || (forms[i] === 'risks' && next.endsWith('ing'));
}

const WILL = /^(?:suffer|continue|experience|remain|end|come|grow|get|go|lose|fall|keep|always)$/;

/** Whether the sentence goes on to what could or will happen. */
export function couldCome({ count, forms, gaps }: Tokens, from: number): boolean {
  for (let i = from; i < count && gaps[i] !== STOP; i++) if (COULD.has(forms[i]) && forms[i + 1] !== 'have') return true;
  return false;
}

function worryFirst(tokens: Tokens, words: Worrying, at: number): Alone | null {
  const { count, forms, gaps } = tokens;
  const from = afterLead(tokens, at === 0 ? afterNumber(forms) : at);
  const sentences = gaps.reduce((stops: number, gap, i) => (i > from && i < count && gap === STOP ? stops + 1 : stops), 1);
  if (sentences > MOST_SENTENCES_SHARED) return null;
  let end = from + 1;
  while (end < count && end < from + FAR && gaps[end] !== STOP) end++;
  const never = forms.findIndex((form, i) => i >= from && i < end && NEVER.has(form));
  const before = never < 0 ? end : never;
  const isShort = sentences <= MOST_SENTENCES;
  if (NOBODYS.has(forms[from])) return isShort ? ofNobody(tokens, from, before, words) : null;
  const named = ofNoun(tokens, from, before, words);
  if (named !== null) return isShort ? named : null;
  if (isShort && isLabel(tokens, from, before)) return 'label';
  if (isShort && isAWorry(tokens, from, before, words.worried)) return 'supposed';
  return ofSomebody(tokens, { from, before, isShort }, words.worried) ? 'somebody' : null;
}

/** "Without support it is likely that", "Overall there are concerns that": where it begins. */
function afterLead({ count, forms, gaps }: Tokens, from: number): number {
  if (!LEAD_INS.has(forms[from])) return from;
  for (let i = from + 1; i < count && i < from + FAR && gaps[i] !== STOP; i++) if (NOBODYS.has(forms[i]) && STANDS.has(forms[i + 1])) return i;
  return from;
}

/** "5.1 It is feared". */
function afterNumber(forms: readonly string[]): number {
  return /^\d/.test(forms[0]) ? 1 : 0;
}

/** "There are also concerns about", "It is felt that he will", "There remains a chance that she may". */
function ofNobody(tokens: Tokens, from: number, before: number, { worried, supposed }: Worrying): Alone | null {
  const { forms } = tokens;
  for (let i = from + 1, stands = false; i < before; i++) {
    if (STANDS.has(forms[i]) || SEEMS.has(forms[i])) stands = true;
    else if (stands && i < from + FAR) {
      const end = cueAt(worried, tokens, i);
      if (end > 0) return ABOUT.has(forms[end]) ? (forms.slice(from, i).some((form) => OURS.has(form)) ? 'somebody' : 'nobody') : null;
      const thought = cueAt(supposed, tokens, i);
      if (thought === 0) continue;
      const isThreat = THREAT.has(forms[thought - 1]);
      if (forms[thought] === 'that' || forms[thought] === 'of' || (isThreat && !NO_CLAUSE.has(forms[thought]))) return couldCome(tokens, thought) || isThreat ? 'supposed' : null;
      i = thought - 1;
    }
  }
  return null;
}

/** "My worry is that", "A further fear is that", "Concerns remain about", "The risk is that". */
function ofNoun(tokens: Tokens, from: number, before: number, { worried, supposed }: Worrying): Alone | null {
  const { forms } = tokens;
  const opens = LEADS.has(forms[from]) || OURS.has(forms[from]);
  for (let i = from; i < before && i < from + NEAR; i++) {
    const fear = cueAt(worried, tokens, i);
    const end = fear > 0 ? fear : cueAt(supposed, tokens, i);
    if (end === 0) {
      // "Nan is worried"; "The school that Leo goes to".
      if (forms[i] !== "'s" && (STANDS.has(forms[i]) || HAS.has(forms[i]))) return null;
      continue;
    }
    // "Our worry for Leo now is that", "What worries us most is that"
    const is = forms.findIndex((form, at) => at >= end && at < end + NEAR && STANDS.has(form));
    if (is >= 0 && /^(?:that|if|he|she|they)$/.test(forms[is + 1] ?? '') && i > from) {
      if (forms.slice(from, is).some((form) => OURS.has(form) || US.has(form) || form === "'s")) return 'somebody';
      return opens ? (fear > 0 ? 'nobody' : 'supposed') : null;
    }
    if (fear === 0 || (i > from && !forms.slice(from, i).every((form) => SUCH.has(form) || form === 'the'))) return null;
    if ((LASTS.has(forms[end]) || STANDS.has(forms[end])) && ABOUT.has(forms[end + 1])) return 'nobody';
    if (isRaised(forms, end)) return 'nobody';
    return forms[end] === 'that' && couldCome(tokens, end) ? 'supposed' : null;
  }
  return null;
}

/** "Have been raised about", "has also been expressed that". */
function isRaised(forms: readonly string[], end: number): boolean {
  for (let i = end; i < end + NEAR; i++) {
    if (RAISED.has(forms[i])) return i > end && ABOUT.has(forms[i + 1]);
    if (!HAS.has(forms[i]) && !STANDS.has(forms[i]) && !ADVERBS.has(forms[i])) return false;
  }
  return false;
}

/** "Leo is at (high) risk of", "Leo and Ava remain in danger of". */
function isLabel({ forms }: Tokens, from: number, before: number): boolean {
  for (let i = from + 2; i < before && i < from + NEAR + 2; i++) {
    if ((forms[i] !== 'at' && forms[i] !== 'in') || !STANDS.has(forms[i - 1 - Number(ADVERBS.has(forms[i - 1]))])) continue;
    const risk = forms.indexOf(forms[i] === 'at' ? 'risk' : 'danger', i);
    return risk > i && risk < i + NEAR - 1 && /^(?:of|from|due|because)$/.test(forms[risk + 1]);
  }
  return false;
}

/** "Lee's return is a worry.", "Of concern is Lee's return." */
function isAWorry(tokens: Tokens, from: number, before: number, worried: Cues): boolean {
  const { count, forms, gaps } = tokens;
  for (let i = from + 1; i < before; i++) {
    const end = cueAt(worried, tokens, i);
    if (end === 0) continue;
    if (i < from + 3 && forms[i - 1] === 'of') return STANDS.has(forms[end]);
    return /^(?:a|an|of|serious|real|main|biggest|particular|significant|for)$/.test(forms[i - 1]) && forms.slice(from, i).some((form) => STANDS.has(form)) && (end >= count || gaps[end] === STOP);
  }
  return false;
}

/** "Nan and Mr Bell are worried that", "Nan fears that", "We hold some concern that". */
function ofSomebody(tokens: Tokens, { from, before, isShort }: { readonly from: number; readonly before: number; readonly isShort: boolean }, worried: Cues): boolean {
  const { forms, gaps } = tokens;
  for (let i = from + 1; i < before; i++) {
    const end = cueAt(worried, tokens, i);
    if (end === 0) continue;
    if (!isShort && !forms.slice(from, i).includes('and')) return false;
    const stands = forms.slice(Math.max(from, i - NEAR), i).some((form) => STANDS.has(form) || HAS.has(form));
    if (stands) return FORMAL.has(forms[end]);
    return (gaps[i] === JOINED || isAside(tokens, from, i)) && DOES.test(forms[i]) && !SUCH.has(forms[i - 1]) && !LEADS.has(forms[i - 1]) && !OURS.has(forms[i - 1]) && (FORMAL.has(forms[end]) || FEARED.has(forms[end]));
  }
  return false;
}

/** "Mr Ali, the guardian, fears" */
function isAside({ forms, gaps }: Tokens, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (gaps[i] === SOFT && /^(?:the|his|her|their|our|who)$/.test(forms[i])) return true;
  return false;
}

/** Whether a paragraph tells of somebody's good hopes too, and is no worry. */
export function isBright({ forms }: Tokens): boolean {
  return forms.some((form) => BRIGHT.has(form));
}

const SHORTEST = 6;
const LONGEST = 90;
/** A worry of one goes on less long than one that people share: then it is what a paragraph tells. */
const MOST_SENTENCES = 2;
const MOST_SENTENCES_SHARED = 4;
/** So far into the paragraph somebody is worried, and so near before that stands the verb. */
const FAR = 16;
const NEAR = 6;
export const NOBODYS: ReadonlySet<string> = new Set(['it', 'there']);
export const STANDS: ReadonlySet<string> = new Set(['is', 'are', 'am', "'s", "'re", "'m", 'remain', 'remains', 'continue', 'continues']);
const HAS = new Set(['has', 'have', "'ve", 'been', 'share', 'shares', 'hold', 'holds']);
/** What somebody does, and has not: "Nan fears that". */
const DOES = /^(?:fears?|worry|worries|dreads?)$/;
const LASTS = new Set(['remain', 'remains', 'persist', 'persists', 'exist', 'exists', 'linger', 'lingers']);
const RAISED = new Set(['raised', 'expressed', 'noted', 'voiced', 'held', 'felt', 'shared', 'reported', 'identified', 'recorded', 'highlighted']);
const ADVERBS = new Set(['also', 'still', 'now', 'always', 'therefore', 'further', 'currently', 'both']);
/** With these somebody tells what was said, or there is another side to it. */
const TOLD = new Set(['said', 'says', 'told', 'tells', 'asked', 'asks', 'thinks', 'hopes', 'wants', 'hoped', 'plan', 'agreed', 'wonder', 'wondered', 'but', 'would']);
const MAY: ReadonlySet<string> = new Set(['may', 'might', 'could']);
/** "May 2024", "could not", "may have". */
const NO_MAY = /^(?:\d.*|have|not|n't|do|also|well|help|need|benefit|like|want|explain)$/;
const LEAD_INS = new Set(['without', 'given', 'overall', 'based', 'due', 'at', 'as', 'with', 'following', 'despite', 'unless', 'currently', 'therefore', 'however', 'additionally', 'furthermore', 'moreover', 'because', 'should', 'while', 'in', 'on', 'from', 'having', 'since']);
const LEADS = new Set(['what', 'the', 'a', 'an', 'another', 'one', 'this', 'main', 'further', 'biggest']);
/** What a worry may be, that is nobody's. */
export const SUCH: ReadonlySet<string> = new Set(['ongoing', 'further', 'significant', 'some', 'serious', 'growing', 'continuing', 'continued', 'additional', 'grave', 'great', 'real', 'more', 'also', 'general', 'other', 'similar', 'many', 'very', 'deep', 'major', 'main', 'increasing']);
const ABOUT = new Set(['that', 'about', 'regarding', 'around', 'concerning', 're', 'over', 'for', 'of', 'in', 'as', 'he', 'she', 'they']);
export const OURS: ReadonlySet<string> = new Set(['my', 'our']);
export const HE: ReadonlySet<string> = new Set(['he', 'she', 'they']);
export const US: ReadonlySet<string> = new Set(['me', 'us']);
const SEEMS = new Set(['seems', 'appears', 'be', 'exist', 'exists']);
/** These are threats whatever follows: "There is a risk of". */
export const THREAT: ReadonlySet<string> = new Set(['risk', 'danger', 'threat', 'prospect', 'likelihood']);
const NO_CLAUSE = new Set(['to', 'in', 'with', 'for', 'from', 'and', 'but', 'here', 'when', 'around', 'about', 'is']);
/** "Fears a repetition" */
const FEARED = new Set(['a', 'an', 'the', 'further', 'another', 'he', 'she', 'they', 'it', 'him', 'her']);
export const COULD: ReadonlySet<string> = new Set(['could', 'will', 'may', 'might', 'would']);
const FORMAL = new Set(['that', 'because', 'as', 'if', 'for', 'about', 'in', 'lest']);
const BRIGHT = new Set(['hope', 'hopes', 'hoped', 'hopeful', 'like', 'likes', 'enjoy', 'enjoys', 'better', 'calmer', 'calm', 'improve', 'improves', 'improved', 'improving', 'happy', 'happier', 'well', 'benefit', 'thrive', 'positive', 'settle', 'safely', 'pleased']);
const NEVER = new Set(['no', 'not', "n't", 'never', 'nobody', 'longer', 'if', 'when', 'was', 'were', 'had', 'said', 'says', 'told']);
