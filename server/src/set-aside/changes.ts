/**
 * Changes to a sidecar: something more set aside, a baseline taken, what is over taken out. Each makes a new one; none
 * writes a file.
 */
import type { Finding } from '../engine/finding.js';
import type { Fingerprint } from './fingerprint.js';
import type { Sorted } from './match.js';
import type { SortedRecord } from './open-sidecar.js';
import type { Entry, Sidecar } from './sidecar.js';

/** Why, by whom and until when something is left as it is. */
export type Decision = Pick<Entry, 'reason' | 'by' | 'until'>;

/** The record's entries are these now, at its present path. No entries: the record goes out of the sidecar. */
export function withRecord(sidecar: Sidecar, path: string, { under }: Pick<SortedRecord, 'under'>, entries: readonly Entry[]): Sidecar {
  const records = new Map(sidecar.records);
  records.delete(under);
  records.delete(path);
  if (entries.length > 0) records.set(path, entries);
  return { ...sidecar, records };
}

/** Entries for findings that are still raised, all left for the same reason. */
export function setAside(findings: readonly Finding[], print: (finding: Finding) => Fingerprint, decision: Decision): readonly Entry[] {
  return findings.map((finding) => ({ kind: 'set-aside', ...entryOf(finding, print), ...decision }));
}

export function baselineOf(findings: readonly Finding[], print: (finding: Finding) => Fingerprint): readonly Entry[] {
  return findings.map((finding) => ({ kind: 'baseline', ...entryOf(finding, print), reason: null, by: null, until: null }));
}

/** Entries whose words are still there, with the fingerprints these have now: what was edited beside them is no reason to lose them later. */
export function stillThere({ aside }: Sorted): readonly Entry[] {
  return aside.map(({ entry, fingerprint }) => ({ ...entry, fingerprint, count: 1 }));
}

/** The same entries, those that differ in nothing but how many they count as one. */
export function counted(entries: readonly Entry[]): readonly Entry[] {
  const alike = new Map<string, Entry>();
  for (const entry of entries) {
    const key = JSON.stringify([entry.kind, entry.rule, entry.fingerprint, entry.reason, entry.by, entry.until]);
    alike.set(key, { ...entry, count: (alike.get(key)?.count ?? 0) + entry.count });
  }
  return [...alike.values()];
}

function entryOf(finding: Finding, print: (finding: Finding) => Fingerprint): Pick<Entry, 'rule' | 'fingerprint' | 'count'> {
  const { before, after } = print(finding);
  return { rule: finding.rule, fingerprint: before + after, count: 1 };
}
