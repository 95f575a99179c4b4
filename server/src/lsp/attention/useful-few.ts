/**
 * Which of a record's findings are put before its writer: the most useful few, in the order in which they matter to a
 * child and a family. Pure. It knows nothing of editors, and takes no finding away: what it holds back is counted.
 */
import type { Finding } from '../../engine/finding.js';
import type { NoteType, Rule } from '../../engine/rule.js';

/** Every finding is in one of the three. */
export interface Choice {
  /** In the order of the note. */
  readonly shown: readonly Finding[];
  /** Words of our own trade, said together in one line; none, or at least two, in the order of the note. */
  readonly folded: readonly Finding[];
  /** Behind the count, the most useful first. */
  readonly held: readonly Finding[];
}

export interface Room {
  /** How many are shown; a fold counts as one. */
  readonly most: number;
  readonly jargon: 'folded' | 'open';
  /** What was shown before: it stays before others of its kind, so that nothing jumps about. */
  readonly kept: ReadonlySet<Finding>;
}

export function usefulFew(findings: readonly Finding[], rules: readonly Rule[], { most, jargon, kept }: Room): Choice {
  const gentle = new Set(rules.filter(({ level }) => level === 'gentle').map(({ id }) => id));
  const trade = jargon === 'folded' ? findings.filter((finding) => kindOf(finding) === JARGON) : [];
  const fold = trade.length > 1 ? trade : [];
  const inFold = new Set(fold);
  const single = fold.length === 0 ? findings : findings.filter((finding) => !inFold.has(finding));
  const seen = new Map<string, number>();
  const ranked = withChild(single
    .map((finding, at) => {
      const before = seen.get(finding.rule) ?? 0;
      seen.set(finding.rule, before + 1);
      // Of one kind: what is on show already, then a rule's first finding before another's second, then strong words before gentle ones.
      return { finding, rank: rankOf(kindOf(finding), kept.has(finding) ? 0 : 1, before, gentle.has(finding.rule) ? 1 : 0, at) };
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ finding }) => finding), most);
  // Nothing comes after jargon, so a fold has the last place, and only if there is one left.
  const shown = new Set(ranked.slice(0, most));
  const folded = shown.size < most ? fold : [];
  return {
    shown: single.filter((finding) => shown.has(finding)),
    folded,
    held: [...ranked.slice(most), ...(folded === fold ? [] : fold)],
  };
}

/** However much harm a record hides, a child who is not heard in it has the last place at least. */
function withChild(ranked: readonly Finding[], most: number): readonly Finding[] {
  const child = ranked.findIndex((finding) => kindOf(finding) === UNHEARD);
  if (most < 2 || child < most) return ranked;
  return [...ranked.slice(0, most - 1), ranked[child], ...ranked.slice(most - 1, child), ...ranked.slice(child + 1)];
}

/** Notes that only professionals write for each other: there, words of the trade can wait. */
export function isBetweenProfessionals(type: NoteType | null): boolean {
  return type === 'case-note' || type === 'supervision' || type === 'chronology';
}

/** Kinds in the order shown: hidden harm, a child not heard, gaps, blame, doing-to, jargon. */
function kindOf({ rule, severity }: Finding): number {
  const kind = KIND[rule.slice(0, rule.indexOf('/'))] ?? BLAME;
  // Whoever raised a rule to a warning wants it seen.
  return severity === 'suggestion' ? kind : Math.min(kind, GAPS);
}

const UNHEARD = 1;
const GAPS = 2;
const BLAME = 3;
const JARGON = 5;
const KIND: Readonly<Record<string, number>> = {
  minimising: 0,
  'childs-voice': UNHEARD,
  'danger-statement': GAPS, 'safety-goal': GAPS, scaling: GAPS, plan: GAPS, 'family-plan': GAPS, document: GAPS,
  label: BLAME, ours: BLAME,
  'doing-to': 4,
  jargon: JARGON, 'plain-english': JARGON,
};

/** One number, so that a long record is put in order quickly: what comes first weighs most. */
function rankOf(kind: number, kept: number, before: number, gentle: number, at: number): number {
  return (((kind * 2 + kept) * MANY + Math.min(before, MANY - 1)) * 2 + gentle) * MANY * MANY + at;
}

const MANY = 4096;
