/**
 * A sidecar → its text: always in the same order, one decision a line, so that two people's changes merge and a
 * difference reads well. It does not write the file.
 */
import { Document, Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Entry, Sidecar } from './sidecar.js';

const HEAD = ` What people chose to leave as it is in the records beside this folder, and why;
 and the baseline: what stood in them before anybody was asked to look.

 Alongside writes this file. It holds no words of any record: a fingerprint is a
 salted hash of a finding and the words beside it. Keep it with the records. To
 take something back, delete its line; to look at it all, run
 “alongside set-aside list”. Where two versions meet, keep the lines of both.`;

/** Line ends are `\n`. The same sidecar always makes the same text. */
export function sidecarText({ salt, baselineSince, records }: Sidecar): string {
  const document = new Document({ version: '1', salt, ...(baselineSince === null ? {} : { 'baseline-since': baselineSince }) }, { schema: 'failsafe' });
  document.commentBefore = HEAD;
  const all = document.createNode({}) as YAMLMap;
  for (const [path, entries] of [...records].sort(([a], [b]) => order(a, b))) {
    if (entries.length === 0) continue;
    const record = document.createNode({}) as YAMLMap;
    const chosen = entries.filter(({ kind }) => kind === 'set-aside').sort((a, b) => order(keyOf(a), keyOf(b)));
    if (chosen.length > 0) {
      const list = document.createNode([]) as YAMLSeq;
      for (const entry of chosen) list.add(document.createNode(fieldsOf(entry), { flow: true }));
      record.set('set-aside', list);
    }
    const baseline = baselineOf(entries);
    if (baseline !== '') record.set('baseline', blockOf(baseline));
    all.set(path, record);
  }
  if (all.items.length > 0) document.set('records', all);
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

function fieldsOf({ rule, fingerprint, count, reason, by, until }: Entry): Readonly<Record<string, string>> {
  return {
    rule,
    fingerprint,
    ...(count > 1 ? { count: String(count) } : {}),
    ...(reason === null ? {} : { reason }),
    ...(by === null ? {} : { by }),
    ...(until === null ? {} : { until }),
  };
}

/** A line for each rule. As one block of text, a large baseline is read in no time. */
function baselineOf(entries: readonly Entry[]): string {
  const byRule = new Map<string, string[]>();
  for (const { kind, rule, fingerprint, count } of entries) {
    if (kind === 'baseline') byRule.set(rule, [...(byRule.get(rule) ?? []), ...Array.from({ length: count }, () => fingerprint)]);
  }
  return [...byRule].sort(([a], [b]) => order(a, b)).map(([rule, fingerprints]) => `${rule} ${fingerprints.sort().join(' ')}\n`).join('');
}

function blockOf(text: string): Scalar {
  const scalar = new Scalar(text);
  scalar.type = Scalar.BLOCK_LITERAL;
  return scalar;
}

function keyOf({ rule, fingerprint, reason, by, until }: Entry): string {
  return [rule, fingerprint, reason, by, until].join('\0');
}

/** By code unit: the same on every machine, whatever its language. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
