/**
 * Whether a value that was read is a report of version 1, in everything that whoever writes reports relies on. What the
 * parts mean is report.ts; the published form is docs/report.schema.json.
 */
import type { Report } from './report.js';

export function isReport(value: unknown): value is Report {
  return REPORT(value);
}

type Shape = (value: unknown) => boolean;

const text: Shape = (value) => typeof value === 'string';
const textOrNull: Shape = (value) => value === null || typeof value === 'string';
const truth: Shape = (value) => typeof value === 'boolean';
const count: Shape = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const ruleId: Shape = (value) => typeof value === 'string' && /^[^/]+\/./s.test(value);
const oneOf = (...values: readonly unknown[]): Shape => (value) => values.includes(value);
const list = (item: Shape): Shape => (value) => Array.isArray(value) && value.every(item);
const fields = (needed: Readonly<Record<string, Shape>>, more: Readonly<Record<string, Shape>> = {}): Shape => (value) => {
  if (typeof value !== 'object' || value === null) return false;
  const held = value as Readonly<Record<string, unknown>>;
  return Object.entries(needed).every(([name, shape]) => shape(held[name])) && Object.entries(more).every(([name, shape]) => held[name] === undefined || shape(held[name]));
};

const SEVERITY = oneOf('suggestion', 'warning', 'error');
const SPAN = { start: count, end: count };
const PLACE = { ...SPAN, line: count, column: count, endLine: count, endColumn: count };
const NAMED = { place: text };
const DECIDED = { kind: oneOf('set-aside', 'baseline'), rule: ruleId, reason: textOrNull, by: textOrNull, until: textOrNull };
const FIX = fields({ title: text, safe: truth, edits: list(fields({ ...SPAN, text })) });

const FILE = fields({
  path: text,
  type: textOrNull,
  template: truth,
  words: count,
  findings: list(fields({ ...PLACE, rule: ruleId, severity: SEVERITY, title: text, message: text, fixes: list(FIX) }, { ...NAMED, about: text, ask: text, try: text })),
  strengths: list(fields({ ...SPAN, kind: text }, { child: text })),
  unchecked: list(fields({ ...PLACE, reason: text }, NAMED)),
}, {
  gate: SEVERITY,
  derived: oneOf('docx'),
  setAside: list(fields({ ...PLACE, ...DECIDED, severity: SEVERITY, title: text }, NAMED)),
  setAsideOver: list(fields({ ...DECIDED, over: oneOf('gone', 'expired'), count })),
});
const REPORT = fields({ version: oneOf(1), files: list(FILE), problems: list(fields({ file: text, line: count, column: count, message: text })) });
