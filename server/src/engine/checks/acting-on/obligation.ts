/**
 * What somebody is obliged to: "must not", "is to", "will have to", "needs telling". The verbs are the rule file's; this
 * knows which small words oblige, and which of them need no list. It does not know on whom the duty lies.
 */
import { JOINED, type Tokens } from '../../words/tokens.js';
import { chainFrom, isAdverb } from './clause.js';
import { phraseAt, type WordNet } from './word-net.js';

export interface Duties {
  /** What one is made to do by "has to", "needs to", "should", "is to". */
  readonly owes: WordNet;
  /** After "will", as agreements put it. */
  readonly will: WordNet;
  /** After a bare "to", as actions are noted: "Dad to leave the home". Most of those are only the plan's form. */
  readonly owesTo: WordNet;
  /** After "must", "must not", "is not to", which oblige whatever follows: what is a guess or a feeling there. */
  readonly owesNot: WordNet;
  /** After "must be", "is not to be". */
  readonly owesBe: WordNet;
  /** After "needs": "telling", "holding to account". */
  readonly needs: WordNet;
}

/** How a clause obliges: `strict` whatever the verb is, the others with some verbs only. */
type Force = 'strict' | 'loose' | 'should' | 'will' | 'noted' | null;

const COPULA = new Set(['is', 'are', "'s"]);
/** "Mum has to be at work" is her day; "Dad must not be at the flat" is ours. */
const PLACES = new Set(['in', 'at', 'on', 'near', 'around', 'out', 'there', 'here']);
const LOOSE = new Set(['has', 'have', 'needs', 'need', 'ought']);
const DETERMINERS = new Set(['a', 'an', 'the', 'any', 'all', 'every', 'his', 'her', 'their', 'our', 'this', 'no', 'some']);
const PARTICIPLE = /(?:ed|en|wn|been|had|got|gone|done|come|lost|left|felt|heard|made|said|thought|known|run|hit|cut|put|kept|met|read|told)$/;

/** The tokens that say it, from the first small word to the verb, or null. `opens` says that nobody stands before who asks for it. */
export function dutyAt(duties: Duties, tokens: Tokens, from: number, opens: 'clause' | 'inside'): { readonly from: number; readonly to: number } | null {
  const { count, forms, gaps } = tokens;
  const chain = chainFrom(tokens, from);
  const { at } = chain;
  if (at === from || at >= count || gaps[at] !== JOINED || chain.feared) return null;
  if (at === from + 1 && (forms[from] === 'needs' || forms[from] === 'need')) {
    const end = phraseAt(duties.needs, tokens, at);
    return end > 0 ? { from, to: end } : null;
  }
  const force = forceOf(forms, from, at, chain.denied, opens);
  if (force === null) return null;
  let before = at - 1;
  while (chain.be && before > from && isAdverb(forms[before])) before--;
  const last = forms[before];
  if (last === 'been') return null;
  if (last === 'be' || last === 'being') {
    if (force === 'should' && !forms[at].endsWith('ing')) return null;
    const end = force === 'will' ? phraseAt(duties.will, tokens, before) : force === 'noted' ? phraseAt(duties.owesTo, tokens, before) : phraseAt(duties.owesBe, tokens, at);
    return end > 0 && (force !== 'loose' || end > at + 1 || !PLACES.has(forms[at])) ? { from, to: end } : null;
  }
  const net = force === 'noted' ? duties.owesTo : force === 'will' ? duties.will : duties.owes;
  const known = phraseAt(net, tokens, last === 'have' || last === 'do' || last === 'not' || last === 'only' ? at - 1 : at);
  if (known > 0) return { from, to: known };
  if (force !== 'strict' || (last === 'have' && PARTICIPLE.test(forms[at])) || phraseAt(duties.owesNot, tokens, at) > 0) return null;
  return { from, to: thingEnd(tokens, at + 1) };
}

/** Behind what a verb is done to, where that is "the" or "any" and one word: "must run [any sleepover] past us". */
export function thingEnd({ count, forms, gaps }: Tokens, from: number): number {
  return from + 1 < count && gaps[from] === JOINED && gaps[from + 1] === JOINED && DETERMINERS.has(forms[from]) ? from + 2 : from;
}

/** Behind what narrows it: "is not to", "is only to", "is no longer to". */
function toOf(forms: readonly string[], at: number): number {
  if (forms[at] === 'no' && forms[at + 1] === 'longer') return at + 2;
  return forms[at] === 'not' || forms[at] === 'only' || forms[at] === 'never' ? at + 1 : at;
}

function forceOf(forms: readonly string[], from: number, at: number, denied: boolean, opens: 'clause' | 'inside'): Force {
  for (let i = from; i < at; i++) {
    const form = forms[i];
    const next = forms[i + 1];
    if (form === 'must' || form === 'shall') return 'strict';
    if (form === 'should') return 'should';
    if (COPULA.has(form) && forms[toOf(forms, i + 1)] === 'to' && toOf(forms, i + 1) > i + 1) return 'strict';
    if (next !== 'to' || i + 1 >= at) continue;
    if (COPULA.has(form) && !denied) return 'loose';
    if (LOOSE.has(form) || (form === 'got' && LOOSE.has(forms[i - 1]))) return denied ? null : 'loose';
  }
  if (forms[from] === 'will') return 'will';
  if (opens === 'clause' && forms[from] === 'not' && forms[from + 1] === 'to') return 'strict';
  return opens === 'clause' && forms[from] === 'to' ? 'noted' : null;
}
