/**
 * Which of the matches that overlap stand: one place in a record is spoken of once. It does not know whether a rule speaks
 * there at all (settle.ts).
 */
import { firstWhere, meetsOneOf, overlapping } from './in-order.js';
import type { Candidate } from './phrases/candidates.js';
import type { Rule } from './rule.js';
import type { RuleSet } from './rule-set.js';

/** Where matches overlap, a team's own rule speaks alone; then the one that took in most text, the longer underline, the rule that reads fewer places. */
export function withoutOverlaps(all: readonly Candidate[], ruleSet: RuleSet): readonly Candidate[] {
  if (all.length < 2) return all;
  const candidates = withoutFragments(all, ruleSet);
  const narrow = ({ rule }: Candidate): number => Number(ruleSet.rules[rule].types.length > 0) + Number(ruleSet.rules[rule].where.length > 0);
  const isOwn = (candidate: Candidate): number => Number(ruleSet.rules[candidate.rule].id.startsWith('ours/'));
  const ranked = [...candidates].sort(
    (a, b) => isOwn(b) - isOwn(a) || b.reach - a.reach || b.end - b.start - (a.end - a.start) || narrow(b) - narrow(a) || a.start - b.start || a.rule - b.rule || a.entry - b.entry,
  );
  const apart: Candidate[] = [];
  // What is said of a whole sentence (its length) and of words in it may stand together.
  return ranked.filter((candidate) => candidate.ofSentence || findsPlace(candidate, apart)).sort((a, b) => a.start - b.start);
}

/** Puts it among those that stand apart and in order, unless it overlaps one of them. */
function findsPlace(candidate: Candidate, apart: Candidate[]): boolean {
  if (meetsOneOf(apart, candidate.start, candidate.end)) return false;
  apart.splice(firstWhere(apart.length, (index) => apart[index].start > candidate.start), 0, candidate);
  return true;
}

/** Without what underlines a small part of what another rule of its category has found whole. */
function withoutFragments(candidates: readonly Candidate[], ruleSet: RuleSet): readonly Candidate[] {
  const general = candidates.filter(({ outweighs }) => outweighs !== undefined);
  if (general.length === 0) return candidates;
  const isAlike = (one: Candidate, other: Candidate): boolean => categoryOf(ruleSet.rules[one.rule]) === categoryOf(ruleSet.rules[other.rule]);
  const isFragment = (one: Candidate, of: Candidate): boolean => one.end - one.start <= (of.outweighs ?? 0) && isAlike(one, of);
  // One that gives way to a rule of another category takes nobody's place.
  const others = overlapping(candidates.filter(({ outweighs }) => outweighs === undefined));
  const whole = overlapping(general.filter((of) => others(of).every((one) => isAlike(one, of))));
  return candidates.filter((one) => one.outweighs !== undefined || !whole(one).some((of) => isFragment(one, of)));
}

export function categoryOf({ id }: Rule): string {
  return id.slice(0, id.indexOf('/'));
}
