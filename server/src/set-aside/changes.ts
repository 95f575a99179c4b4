/**
 * Changes to a sidecar: something more set aside, a baseline taken, what is over taken out. Each makes a new one; none
 * writes a file.
 */
import type { Finding } from '../engine/finding.js';
import type { Fingerprint } from './fingerprint.js';
import type { Partition } from './match.js';
import type { Entry, Sidecar } from './sidecar.js';

/** Why, by whom and until when something is left as it is. */
export type Decision = Pick<Entry, 'reason' | 'by' | 'until'>;

/** The entries of one record, as they are to be. */
export interface RecordChange {
  readonly path: string;
  /** The path they stood under: another where the record was renamed. */
  readonly under: string;
  /** None: the record goes out of the sidecar. */
  readonly entries: readonly Entry[];
}

export function withRecords(sidecar: Sidecar, changes: readonly RecordChange[]): Sidecar {
  const records = new Map(sidecar.records);
  for (const { path, under, entries } of changes) {
    records.delete(under);
    if (entries.length > 0) records.set(path, entries);
    else records.delete(path);
  }
  return { ...sidecar, records };
}

/** The same changes for a sidecar that others have changed since `read` was: what they have added stays, and so does what they have taken out. */
export function rebased(changes: readonly RecordChange[], read: Sidecar, now: Sidecar): readonly RecordChange[] {
  if (read === now) return changes;
  return changes.map(({ path, under, entries }) => {
    const of = ({ records }: Sidecar): readonly Entry[] => [...new Set([under, path])].flatMap((one) => records.get(one) ?? []);
    const [before, theirs, ours] = [of(read), of(now), entries].map(counts);
    const all = new Map([...ours, ...theirs]);
    return { path, under, entries: [...all].flatMap(([key, entry]) => {
      const count = countOf(ours, key) + countOf(theirs, key) - countOf(before, key);
      return count > 0 ? [{ ...entry, count }] : [];
    }) };
  });
}

/** Entries for findings that are still raised, all left for the same reason. */
export function setAside(findings: readonly Finding[], print: (finding: Finding) => Fingerprint, decision: Decision): readonly Entry[] {
  return findings.map((finding) => ({ kind: 'set-aside', ...entryOf(finding, print), ...decision }));
}

export function baselineOf(findings: readonly Finding[], print: (finding: Finding) => Fingerprint): readonly Entry[] {
  return findings.map((finding) => ({ kind: 'baseline', ...entryOf(finding, print), reason: null, by: null, until: null }));
}

/** Entries whose words are still there, with the fingerprints these have now: what was edited beside them is no reason to lose them later. */
export function stillThere({ aside }: Partition): readonly Entry[] {
  return aside.map(({ entry, fingerprint }) => ({ ...entry, fingerprint, count: 1 }));
}

/** The same entries, those that differ in nothing but how many they count as one. */
export function counted(entries: readonly Entry[]): readonly Entry[] {
  return [...counts(entries).values()];
}

/** How many findings they stand for. */
export function findingsIn(entries: readonly Entry[]): number {
  return entries.reduce((sum, { count }) => sum + count, 0);
}

/** By all that entries say but how many they count. */
function counts(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const alike = new Map<string, Entry>();
  for (const entry of entries) {
    const key = JSON.stringify([entry.kind, entry.rule, entry.fingerprint, entry.reason, entry.by, entry.until]);
    alike.set(key, { ...entry, count: (alike.get(key)?.count ?? 0) + entry.count });
  }
  return alike;
}

function countOf(entries: ReadonlyMap<string, Entry>, key: string): number {
  return entries.get(key)?.count ?? 0;
}

function entryOf(finding: Finding, print: (finding: Finding) => Fingerprint): Pick<Entry, 'rule' | 'fingerprint' | 'count'> {
  const { before, after } = print(finding);
  return { rule: finding.rule, fingerprint: before + after, count: 1 };
}
