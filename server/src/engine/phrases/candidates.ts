/**
 * What the phrases of all rules find in one block: candidates, at offsets of the block's own prose, so that they
 * can be kept while the block is untouched. First use, sections, record types and overlaps are decided later,
 * over the whole note (settle.ts).
 */
import { hasDoer, hasEvidence } from '../evidence.js';
import { isExplained, isMentioned } from '../explained.js';
import { firstWhere, holding } from '../in-order.js';
import type { Match } from './matcher.js';
import type { PersonEdge } from '../people/people.js';
import { GAP_WORDS } from './phrase.js';
import type { Entry } from '../rule.js';
import { AFTER, BEFORE, NEARBY, NEARBY_AND_NEXT, NEEDED, SHORTLY_AFTER, SHORTLY_BEFORE, UNLESS, type RuleSet } from '../rule-set.js';
import { sentenceAt, sentenceStarts } from '../words/sentences.js';
import { isCapital } from '../words/letters.js';
import type { Tokens } from '../words/tokens.js';
import type { Speech } from '../voices/voices.js';
import { findReported, toldByOthers } from '../voices/reported.js';

/** Something a rule may raise. Offsets are into the block's prose. */
export interface Candidate {
  readonly rule: number;
  /** Index of the entry, or -1 for a check that is not phrases. */
  readonly entry: number;
  /** Words of the phrase whose inflection a replacement takes over, '' where there are none. */
  readonly bases: string;
  readonly start: number;
  readonly end: number;
  /** How much text the phrase took in; the longer of two overlapping matches speaks. */
  readonly reach: number;
  /** It speaks all the same where others of its category underline no more UTF-16 units of its words. */
  readonly outweighs?: number;
  /** It says something of a sentence as one, and stands beside what is said of words in it. */
  readonly ofSentence?: true;
  /** Same term for `raise: once`. */
  readonly term: string;
  readonly evidence: boolean;
  /** Stands in words that are not the writer's, which are never edited. */
  readonly spoken: boolean;
  /** The note explains the term right here. */
  readonly explained: boolean;
  /** Set by other checks; null where an entry says it: the rule's, or of a check `says`. */
  readonly message: string | null;
  readonly says?: Entry;
  readonly replacements: readonly string[];
}

/** What a child or the family says of one another, or of us, is theirs in these categories; harm is asked about whoever tells it. */
const TOLD_BY_FAMILY = ['label/', 'doing-to/'];

/** `isName` says whether a form is somebody's in this note. */
export function phraseCandidates(prose: string, tokens: Tokens, people: readonly PersonEdge[], speech: readonly Speech[], ruleSet: RuleSet, isName: (form: string) => boolean): readonly Candidate[] {
  const matches = ruleSet.matcher.match(prose, tokens, people);
  if (matches.length === 0) return [];
  let sentences: readonly number[] | null = null;
  let clearing: readonly Match[] | null = null;
  const sentence = (offset: number): { index: number; start: number; end: number } => {
    sentences ??= sentenceStarts(prose);
    const index = sentenceAt(sentences, offset);
    return { index, start: sentences[index], end: sentences[index + 1] ?? prose.length };
  };
  const { first, labels, targets } = ruleSet.owners;
  const clears = (other: Match, how: number, match: Match): boolean => {
    switch (how) {
      case UNLESS: return other.start < match.end && other.end > match.start;
      case NEARBY: return sentence(other.start).index === sentence(match.start).index;
      case NEARBY_AND_NEXT: return other.start < match.end && sentence(match.start).index - sentence(other.start).index <= 1;
      case BEFORE: return follows(prose, other.outerEnd, match.start, 0);
      case AFTER: return follows(prose, match.end, other.outerStart, 0);
      case SHORTLY_BEFORE: return follows(prose, other.outerEnd, match.start, GAP_WORDS) && sentence(other.outerStart).index === sentence(match.start).index;
      case SHORTLY_AFTER: return follows(prose, match.end, other.outerStart, GAP_WORDS) && sentence(other.outerStart).index === sentence(match.start).index;
      default: return false;
    }
  };
  let byRule: ReadonlyMap<number, Clearing> | null = null;
  const clearedBy = (other: Match, match: Match, rule: number): boolean => {
    for (let o = first[other.phrase]; o < first[other.phrase + 1]; o++) if (labels[o] === rule && clears(other, targets[o], match)) return true;
    return false;
  };
  const cleared = (match: Match, rule: number): boolean => {
    clearing ??= ruleSet.clearing.match(prose, tokens, people);
    if (clearing.length < MANY) return clearing.some((other) => clearedBy(other, match, rule));
    const others = (byRule ??= clearingByRule(clearing, ruleSet)).get(rule);
    if (others === undefined) return false;
    const { beside, furthest, inSentence } = others;
    for (let at = firstWhere(beside.length, (index) => furthest[index] >= match.start - FAR); at < beside.length && beside[at].outerStart <= match.end + FAR; at++) if (clearedBy(beside[at], match, rule)) return true;
    return inSentence.some((other) => clearedBy(other, match, rule));
  };

  let needs: ReadonlyMap<string, readonly Match[]> | null = null;
  /** Whether what an entry speaks beside stands in the sentence too, and is not the match itself. */
  const isBeside = (match: Match, rule: number, entry: number): boolean => {
    if (ruleSet.rules[rule].entries[entry]?.beside === undefined) return true;
    needs ??= neededIn((clearing ??= ruleSet.clearing.match(prose, tokens, people)), ruleSet);
    const those = needs.get(`${rule} ${NEEDED - entry}`) ?? [];
    const { start, end } = sentence(match.start);
    for (let at = firstWhere(those.length, (index) => those[index].start >= start); at < those.length && those[at].start < end; at++) if (those[at].end <= match.start || those[at].start >= match.end) return true;
    return false;
  };

  let told: ReturnType<typeof toldIn> | null = null;
  /** Whether the words are what a child or the family says of somebody, in the writer's words, or named only to be rejected. */
  const disowned = (match: Match, id: string): boolean => {
    told ??= toldIn(findReported(prose, tokens, people));
    return told.rejected(match) || (TOLD_BY_FAMILY.some((category) => id.startsWith(category)) && told.byFamily(match));
  };

  /** "Barney" is a child and no quarrel, where the note has a child called so. */
  const names = ({ from, to }: Match): boolean => {
    for (let i = from; i < to; i++) if (!isName(tokens.forms[i]) || !isCapital(prose, tokens.starts[i])) return false;
    return true;
  };

  const candidates: Candidate[] = [];
  for (const match of matches) if (!names(match)) for (let o = first[match.phrase]; o < first[match.phrase + 1]; o++) {
    const rule = ruleSet.rules[labels[o]];
    const spoken = inSpeech(match, speech);
    if (rule.severity === 'off' || (rule.quotes === 'skip' && spoken) || !isBeside(match, labels[o], targets[o]) || cleared(match, labels[o]) || disowned(match, rule.id) || (rule.explained === 'clears' && isMentioned(prose, match.start))) continue;
    const nearby = rule.evidence === 'ignored' ? null : sentence(match.start);
    const next = nearby && sentence(Math.min(nearby.end, prose.length - 1));
    candidates.push({
      rule: labels[o],
      entry: targets[o],
      bases: ruleSet.bases[match.phrase] ?? '',
      start: match.start,
      end: match.end,
      reach: match.outerEnd - match.outerStart,
      term: termOf(prose.slice(match.start, match.end)),
      evidence: nearby !== null && next !== null && (rule.evidence === 'doer' ? hasDoer(prose, nearby, { start: sentence(Math.max(0, nearby.start - 1)).start, end: next.end }, match) : hasEvidence(prose, nearby.start, next.end, match)),
      spoken,
      explained: rule.explained === 'clears' && isExplained(prose, match.start, match.end),
      message: null,
      replacements: NONE,
    });
  }
  return candidates;
}

/** One for all, since there may be hundreds of thousands of candidates. */
const NONE: readonly string[] = [];

/** Each asked of every match: in one long sentence there may be as many of them as of these. */
function toldIn(reported: readonly Speech[]) {
  return { rejected: holding(reported.filter(({ rejected }) => rejected)), byFamily: toldByOthers(reported) };
}

/** So many are worth sorting: in most blocks there are few to look through. */
const MANY = 64;

/** What may clear the matches of a rule, in order. */
interface Clearing {
  /** What clears from right beside them; and how far what stands up to each of these reaches at most. */
  readonly beside: Match[];
  readonly furthest: number[];
  /** What clears from anywhere in the sentence, or in the one before. */
  readonly inSentence: Match[];
}

function clearingByRule(clearing: readonly Match[], { owners: { first, labels, targets } }: RuleSet): ReadonlyMap<number, Clearing> {
  const byRule = new Map<number, Clearing>();
  for (const match of [...clearing].sort((a, b) => a.outerStart - b.outerStart)) for (let o = first[match.phrase]; o < first[match.phrase + 1]; o++) {
    let known = byRule.get(labels[o]);
    if (known === undefined) byRule.set(labels[o], (known = { beside: [], furthest: [], inSentence: [] }));
    const { beside, furthest, inSentence } = known;
    const those = targets[o] === NEARBY || targets[o] === NEARBY_AND_NEXT ? inSentence : beside;
    if (those.at(-1) === match) continue;
    those.push(match);
    if (those === beside) furthest.push(Math.max(match.outerEnd, furthest.at(-1) ?? 0));
  }
  return byRule;
}

/** What entries speak beside, by rule and entry, in order. */
function neededIn(clearing: readonly Match[], { owners: { first, labels, targets } }: RuleSet): ReadonlyMap<string, readonly Match[]> {
  const needs = new Map<string, Match[]>();
  for (const match of clearing) for (let o = first[match.phrase]; o < first[match.phrase + 1]; o++) if (targets[o] <= NEEDED) {
    const key = `${labels[o]} ${targets[o]}`;
    const those = needs.get(key);
    if (those) those.push(match);
    else needs.set(key, [match]);
  }
  for (const those of needs.values()) those.sort((a, b) => a.start - b.start);
  return needs;
}

/** Offsets: what stands farther off is not beside, however few its words. */
const FAR = 120;

/** Whether at most `words` words lie between two offsets; none means white space or a hyphen only. */
function follows(prose: string, from: number, to: number, words: number): boolean {
  if (from > to || to - from > FAR) return false;
  const between = prose.slice(from, to);
  return words === 0 ? /^[\s-]*$/.test(between) : (between.match(/[\p{L}\p{N}’']+/gu)?.length ?? 0) <= words;
}

export function inSpeech(span: { readonly start: number; readonly end: number }, speech: readonly Speech[]): boolean {
  return speech.some((words) => words.start < span.end && words.end > span.start);
}

/** One term whatever its number, and with "meeting" behind it or not: "siblings" and "sibling", "core group meeting" and "core group". */
function termOf(words: string): string {
  return words.toLowerCase().replace(/[\s-]+/g, ' ').replace(/(?<=[a-z]{3})s\b/g, '').replace(/(?<=\S) (?:meeting|discussion|mtg)$/, '');
}
