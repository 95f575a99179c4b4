/**
 * The sidecar `.alongside/set-aside.yml` as text → what was set aside beside which records, with problems at their
 * places. It holds no words of any record; what a fingerprint is made of is fingerprint.ts's business.
 */
import { isDate } from '../engine/note/directives.js';
import type { Problem } from '../rulebook/problem.js';
import { openYaml, type PlacedText, type YamlField, type YamlFile, type YamlNode } from '../rulebook/yaml/yaml.js';

/** Immutable. */
export interface Sidecar {
  /** 32 hexadecimal digits, chosen when the file was made; another salt makes other fingerprints. */
  readonly salt: string;
  /** ISO date of the first baseline, or null where there is none. From then on a baseline shrinks, unless told to grow. */
  readonly baselineSince: string | null;
  /** By path from the folder that `.alongside` stands in, with `/`. */
  readonly records: ReadonlyMap<string, readonly Entry[]>;
}

/** Findings of one record that are left as they are. */
export interface Entry {
  /** `set-aside`: a person chose to, and said why. `baseline`: it was there when the baseline was made. */
  readonly kind: 'set-aside' | 'baseline';
  /** Rule id. */
  readonly rule: string;
  /** Both sides of a fingerprint, one after the other: 16 hexadecimal digits. */
  readonly fingerprint: string;
  /** How many findings look like this; at least 1. */
  readonly count: number;
  readonly reason: string | null;
  readonly by: string | null;
  /** ISO date, the last day on which it holds; null for always. */
  readonly until: string | null;
}

const KEYS = ['version', 'salt', 'baseline-since', 'records'] as const;
const ENTRY_KEYS = ['rule', 'fingerprint', 'count', 'reason', 'by', 'until'] as const;
/** As long as the fingerprints of a hundred thousand findings. */
const LONGEST = 20_000_000;

/** Null where the file cannot be used at all. An entry that cannot be read is left out, and told. */
export function readSidecar(file: string, source: string): { readonly sidecar: Sidecar | null; readonly problems: readonly Problem[] } {
  const yaml = openYaml(file, source, LONGEST);
  const fields = new Map(yaml.fields(yaml.root, 'this file', KEYS).map((field) => [field.key.text, field]));
  const text = (key: (typeof KEYS)[number]): string | null => (fields.has(key) ? yaml.text(fields.get(key)?.value ?? null, key)?.text ?? null : null);
  const version = text('version');
  const salt = text('salt');
  const since = text('baseline-since');
  if (yaml.root !== null && version !== '1') yaml.problem(fields.get('version')?.key.offset ?? 0, version === null ? 'This file does not say its “version”, which is 1.' : `This file is of version “${version}”, and only version 1 is understood here. A newer Alongside may read it.`);
  if (yaml.root !== null && !/^[0-9a-f]{32}$/.test(salt ?? '')) yaml.problem(fields.get('salt')?.key.offset ?? 0, 'This file has no “salt” of 32 digits and letters a to f, so nothing in it can be known again.');
  if (since !== null && !isDate(since)) yaml.problem(fields.get('baseline-since')?.key.offset ?? 0, NOT_A_DATE);
  const records = new Map(yaml.fields(fields.get('records')?.value ?? null, 'records', null).map((field) => [field.key.text, readRecord(yaml, field)]));
  const usable = version === '1' && /^[0-9a-f]{32}$/.test(salt ?? '');
  return { sidecar: usable ? { salt: salt!, baselineSince: since, records } : null, problems: yaml.problems };
}

const NOT_A_DATE = 'A date reads as year-month-day, such as 2027-03-01.';

function readRecord(yaml: YamlFile, { key, value }: YamlField): readonly Entry[] {
  return yaml.fields(value, `record “${key.text}”`, ['set-aside', 'baseline']).flatMap(({ key: kind, value: entries }) =>
    kind.text === 'set-aside'
      ? yaml.items(entries, kind.text).flatMap((item) => readChosen(yaml, item))
      : yaml.lines(entries, kind.text).flatMap((line) => readBaseline(yaml, line)));
}

function readChosen(yaml: YamlFile, node: YamlNode): readonly Entry[] {
  const fields = new Map(yaml.fields(node, 'what is set aside', ENTRY_KEYS).map((field) => [field.key.text, field]));
  const text = (key: (typeof ENTRY_KEYS)[number]): string | null => (fields.has(key) ? yaml.text(fields.get(key)?.value ?? null, key)?.text || null : null);
  const at = (key: (typeof ENTRY_KEYS)[number]): number => fields.get(key)?.key.offset ?? node.range[0];
  const [rule, fingerprint, count, until] = [text('rule'), text('fingerprint'), text('count') ?? '1', text('until')];
  if (rule === null) yaml.problem(node.range[0], 'This does not say of which “rule”.');
  if (!isFingerprint(fingerprint)) yaml.problem(at('fingerprint'), NO_FINGERPRINT);
  if (!/^[1-9]\d{0,5}$/.test(count)) yaml.problem(at('count'), '“count” is a whole number from 1.');
  if (until !== null && !isDate(until)) yaml.problem(at('until'), NOT_A_DATE);
  if (rule === null || !isFingerprint(fingerprint) || !/^[1-9]\d{0,5}$/.test(count) || (until !== null && !isDate(until))) return [];
  return [{ kind: 'set-aside', rule, fingerprint, count: Number(count), reason: text('reason'), by: text('by'), until }];
}

/** A rule and its fingerprints in one line, one that fits several findings as many times. */
function readBaseline(yaml: YamlFile, { text, offset }: PlacedText): readonly Entry[] {
  const [rule, ...fingerprints] = text.split(/\s+/);
  const counts = new Map<string, number>();
  for (const fingerprint of fingerprints) {
    if (isFingerprint(fingerprint)) counts.set(fingerprint, (counts.get(fingerprint) ?? 0) + 1);
    else yaml.problem(offset, NO_FINGERPRINT);
  }
  if (!rule.includes('/') || fingerprints.length === 0) yaml.problem(offset, 'A line of a baseline is a rule and its fingerprints.');
  return [...counts].map(([fingerprint, count]) => ({ kind: 'baseline', rule, fingerprint, count, reason: null, by: null, until: null }));
}

const NO_FINGERPRINT = 'A fingerprint is 16 digits and letters a to f.';

function isFingerprint(text: string | null): text is string {
  return text !== null && /^[0-9a-f]{16}$/.test(text);
}
