/**
 * Where a finding is, for machines that compare one run with the next. Made from rules and order, never from a record's
 * words: a hash of a sentence can be guessed.
 */
import { createHash } from 'node:crypto';
import type { FileReport, PlacedFinding } from '../report.js';

/** A finding with a name that stays the same when lines move: its rule, and which of that rule's findings in the file it is. */
export function named({ findings }: FileReport): readonly { readonly finding: PlacedFinding; readonly name: string }[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const nth = (seen.get(finding.rule) ?? 0) + 1;
    seen.set(finding.rule, nth);
    return { finding, name: `${finding.rule}:${nth}` };
  });
}

/** Unique for a name in a file. */
export function fingerprint(path: string, name: string): string {
  return createHash('sha256').update(`${path}\0${name}`).digest('hex');
}

/** A path of the report as a URI reference: relative where the path is. */
export function uriOf(path: string): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/').replace(/^([A-Za-z])%3A\//, '/$1:/');
  return encoded.startsWith('/') ? `file://${encoded}` : encoded;
}
