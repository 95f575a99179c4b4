/**
 * Findings and what was set aside beside their record → which stay raised, which are left, and which entries speak of
 * nothing any more. It reads no files and knows no clock.
 */
import type { Finding } from '../engine/finding.js';
import type { Fingerprint } from './fingerprint.js';
import type { Entry } from './sidecar.js';

export interface Partition {
  /** Findings that stay raised, in their order. */
  readonly kept: readonly Finding[];
  /** Findings that are left as they are, in their order. */
  readonly aside: readonly Aside[];
  /** Entries, or so many of their `count`, that no finding answers to: the words are no longer there. */
  readonly gone: readonly Entry[];
  /** Entries whose last day has passed; what they set aside is raised again. */
  readonly expired: readonly Entry[];
}

export interface Aside {
  readonly finding: Finding;
  readonly entry: Entry;
  /** The finding's own, which is the entry's or shares a side with it. */
  readonly fingerprint: string;
}

/** `today` is an ISO date. Each entry takes as many findings as it counts: those just like it first, then those that are like it on one side. */
export function partitionFindings(findings: readonly Finding[], entries: readonly Entry[], print: (finding: Finding) => Fingerprint, today: string): Partition {
  const [expired, inForce] = [entries.filter((entry) => isOver(entry, today)), entries.filter((entry) => !isOver(entry, today))];
  const slots = [...inForce].sort((a, b) => Number(a.kind === 'baseline') - Number(b.kind === 'baseline')).map((entry): Slot => ({ entry, left: entry.count }));
  const wholes = indexOf(slots, ({ fingerprint }) => fingerprint);
  const befores = indexOf(slots, ({ fingerprint }) => fingerprint.slice(0, 8));
  const afters = indexOf(slots, ({ fingerprint }) => fingerprint.slice(8));
  const rules = new Set(inForce.map(({ rule }) => rule));
  const seen = findings.filter(({ rule }) => rules.has(rule)).map((finding) => ({ finding, print: print(finding) }));

  const taken = new Map<Finding, Aside>();
  const take = (finding: Finding, slot: Slot, { before, after }: Fingerprint): void => {
    slot.left--;
    taken.set(finding, { finding, entry: slot.entry, fingerprint: before + after });
  };
  for (const { finding, print: { before, after, telling } } of seen) {
    const slot = free(wholes, finding.rule, before + after);
    if (slot) take(finding, slot, { before, after, telling });
  }
  for (const { finding, print: { before, after, telling } } of seen) {
    if (taken.has(finding)) continue;
    const slot = (telling.before && free(befores, finding.rule, before)) || (telling.after && free(afters, finding.rule, after));
    if (slot) take(finding, slot, { before, after, telling });
  }
  return {
    kept: taken.size === 0 ? findings : findings.filter((finding) => !taken.has(finding)),
    aside: findings.flatMap((finding) => taken.get(finding) ?? []),
    gone: slots.flatMap(({ entry, left }) => (left > 0 ? [{ ...entry, count: left }] : [])),
    expired,
  };
}

/** Nothing is set aside. */
export function allRaised(findings: readonly Finding[]): Partition {
  return { kept: findings, aside: [], gone: [], expired: [] };
}

/** An entry, and for how many findings it still stands. */
interface Slot {
  readonly entry: Entry;
  left: number;
}

function isOver({ until }: Entry, today: string): boolean {
  return until !== null && until < today;
}

function indexOf(slots: readonly Slot[], part: (entry: Entry) => string): ReadonlyMap<string, readonly Slot[]> {
  const index = new Map<string, Slot[]>();
  for (const slot of slots) {
    const key = `${slot.entry.rule} ${part(slot.entry)}`;
    const others = index.get(key);
    if (others) others.push(slot);
    else index.set(key, [slot]);
  }
  return index;
}

function free(index: ReadonlyMap<string, readonly Slot[]>, rule: string, part: string): Slot | undefined {
  return index.get(`${rule} ${part}`)?.find(({ left }) => left > 0);
}
