/**
 * What somebody is told: what they must do, or only some news. It does not know who tells it, nor to whom.
 */
import { JOINED, type Tokens } from '../../words/tokens.js';

/** What a message of ours is about that somebody is "told that". */
const OURS_TO_JUDGE = new Set(['this', 'these', 'any', 'no', 'unless', 'if', 'failure', 'further', 'contact', 'children', 'child', 'baby', 'visit', 'behaviour', 'conduct', 'visits', 'concerns', 'decision', 'case', 'not']);
const ARTICLES = new Set(['the', 'a', 'an', 'it', 'there']);
const OURSELVES = new Set(['i', 'we']);
const MAY_NOT = new Set(['can', 'could', 'will', 'would', 'shall']);
const OBLIGES = new Set(['must', 'should', 'ought', 'need', 'needs', 'needed', 'has', 'have', 'had', 'is', 'are', 'was', 'were', 'can', 'could', 'will', 'would', 'shall']);
/** These oblige before "to" or "not" only. */
const TO_OBLIGE = new Set(['need', 'needs', 'needed', 'has', 'have', 'had', 'is', 'are', 'was', 'were', 'can', 'could', 'will', 'would', 'shall', 'ought']);

/** Behind whom it is said to: "to", "that she needs to", "he cannot". */
export function toldWhat({ count, forms, gaps }: Tokens, from: number): number {
  if (from >= count || gaps[from] !== JOINED) return from;
  if (forms[from] === 'to') return from + 1;
  if (forms[from] === 'not' && forms[from + 1] === 'to') return from + 2;
  for (let at = from; at < count && at < from + 3 && gaps[at] === JOINED; at++) {
    if (!OBLIGES.has(forms[at])) continue;
    let to = at + 1;
    while (to < count && to < at + 3 && gaps[to] === JOINED && (forms[to] === 'not' || forms[to] === 'to' || forms[to] === 'have')) to++;
    return to;
  }
  return from;
}

/** Whether what somebody is told is what they must do: "to", "that she must", "he cannot". */
export function obliges({ count, forms, gaps }: Tokens, from: number): boolean {
  let at = forms[from] === 'again' || forms[from] === 'clearly' ? from + 1 : from;
  if (forms[at] === 'to' || (forms[at] === 'not' && forms[at + 1] === 'to')) return gaps[at] === JOINED;
  if (forms[at] === 'that') at++;
  if (ARTICLES.has(forms[at]) && !OURS_TO_JUDGE.has(forms[at + 1])) return false; // "told that the move would not go through"
  if (OURSELVES.has(forms[at])) return false; // "told him I would need to talk to Mum"
  for (let to = at; to < count && to < at + 3 && gaps[to] === JOINED; to++) if (OBLIGES.has(forms[to]) && (!TO_OBLIGE.has(forms[to]) || forms[to + 1] === 'to' || (forms[to + 1] === 'not' && (MAY_NOT.has(forms[to]) || forms[to + 2] === 'to')))) return to > at;
  return false;
}

/** "He was told that his auntie was ill": what somebody comes to know binds nobody. */
export function isNews(tokens: Tokens, verb: number, end: number): boolean {
  const { forms } = tokens;
  return forms[verb] === 'told' && forms[end - 1] === 'that' && end === verb + 2 && !obliges(tokens, end - 1) && !OURS_TO_JUDGE.has(forms[end]) && !OURS_TO_JUDGE.has(forms[end + 1]);
}
