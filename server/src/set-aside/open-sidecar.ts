/**
 * A sidecar that has been read, ready to be asked about records: what is left as it is in each, also in one that has
 * been renamed since. It is loaded only where there is a sidecar; where that is, set-aside.ts knows.
 */
import type { Analysis } from '../engine/analyse.js';
import type { Finding } from '../engine/finding.js';
import type { Rule } from '../engine/rule.js';
import type { Problem } from '../rulebook/problem.js';
import { newSalt } from './digest.js';
import { fingerprinter, type Fingerprint } from './fingerprint.js';
import { partitionFindings, type Partition } from './match.js';
import { readSidecar, type Entry, type Sidecar } from './sidecar.js';
import { sidecarText } from './sidecar-text.js';

export interface OpenSidecar {
  readonly sidecar: Sidecar;
  /** With any of these, what the file says is not all that it was meant to say. */
  readonly problems: readonly Problem[];
  /** What is left as it is in the record at `path` (from the sidecar's folder). `today` is an ISO date. */
  partition(path: string, read: ReadNote, today: string): RecordPartition;
  /** Fingerprints of the findings of a note, with the sidecar's salt. */
  print(read: ReadNote): (finding: Finding) => Fingerprint;
  /** What the file is to say, for this sidecar changed. */
  text(changed: Sidecar): string;
}

/** A note as it was read, and the rules it was read under. */
export interface ReadNote {
  readonly analysis: Pick<Analysis, 'note' | 'findings'>;
  readonly rules: readonly Rule[];
}

export interface RecordPartition extends Partition {
  /** The path under which the entries stand: another where the record was renamed. */
  readonly under: string;
}

/** `source` is null where there is no file yet: an empty sidecar with a salt of its own. `exists` is asked about paths of records, from the sidecar's folder. */
export function openSidecar(file: string, source: string | null, exists: (path: string) => boolean): OpenSidecar {
  const { sidecar: read, problems } = source === null ? { sidecar: null, problems: [] } : readSidecar(file, source);
  const sidecar = read ?? { salt: newSalt(), baselineSince: null, records: new Map<string, readonly Entry[]>() };
  const ofNote = fingerprinter(sidecar.salt);
  const print = ({ analysis, rules }: ReadNote): ((finding: Finding) => Fingerprint) => ofNote(analysis.note, rules);
  let orphans: Orphans | null = null;
  return {
    sidecar,
    problems,
    print,
    text: sidecarText,
    partition(path, read, today) {
      const { findings } = read.analysis;
      const fingerprintOf = print(read);
      const own = sidecar.records.get(path);
      if (own) return { ...partitionFindings(findings, own, fingerprintOf, today), under: path };
      orphans ??= orphansOf(sidecar, exists);
      const under = earlierPath(findings, fingerprintOf, orphans) ?? path;
      return { ...partitionFindings(findings, orphans.entries.get(under) ?? [], fingerprintOf, today), under };
    },
  };
}

/** Entries of records that are no longer where they were. */
interface Orphans {
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  /** Rule and fingerprint → paths. */
  readonly paths: ReadonlyMap<string, readonly string[]>;
}

function orphansOf({ records }: Sidecar, exists: (path: string) => boolean): Orphans {
  const entries = new Map([...records].filter(([path]) => !exists(path)).sort(([a], [b]) => (a < b ? -1 : 1)));
  const paths = new Map<string, string[]>();
  for (const [path, list] of entries) {
    for (const { rule, fingerprint } of list) {
      const same = paths.get(`${rule} ${fingerprint}`);
      if (same) same.push(path);
      else paths.set(`${rule} ${fingerprint}`, [path]);
    }
  }
  return { entries, paths };
}

/**
 * What a record was called when findings in it were set aside: the missing record of which most is found here again,
 * and at least half, word for word. Null for a record that is new.
 */
function earlierPath(findings: readonly Finding[], print: (finding: Finding) => Fingerprint, orphans: Orphans): string | null {
  if (orphans.entries.size === 0) return null;
  const found = new Map<string, Set<string>>();
  const keys = new Set(findings.map((finding) => {
    const { before, after } = print(finding);
    return `${finding.rule} ${before}${after}`;
  }));
  for (const key of keys) {
    for (const path of orphans.paths.get(key) ?? []) found.set(path, (found.get(path) ?? new Set()).add(key));
  }
  const ranked = [...found].filter(([path, keys]) => keys.size * 2 >= (orphans.entries.get(path)?.length ?? 0)).sort(([a, x], [b, y]) => y.size - x.size || (a < b ? -1 : 1));
  return ranked[0]?.[0] ?? null;
}
