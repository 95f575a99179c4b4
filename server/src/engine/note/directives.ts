/**
 * Reads a directive out of a comment's text. It does not know what a directive switches off, or whether the
 * rules it names exist.
 */
import type { Directive } from './note.js';

const KINDS = ['disable', 'enable', 'disable-line', 'disable-next-line', 'disable-file'] as const;
// “Alongside this letter, send …” is somebody's own comment.
const OPENING = /^<!--\s*alongside(?:-([\w-]*)|(?=\s*(?:-->|$))|(?=\s+(?:dis|en)able))/;
const RULE_ID = /^[a-z][a-z0-9'-]*(?:\/[a-z0-9][a-z0-9'-]*)?$/;
const PART = /\s*(?:([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"',]+)(?=\s|$))|([^\s,="']+)(?=[\s,]|$)\s*(,?)|(,))/y;

/**
 * The directive that the comment `text` (from `<!--` to `-->`) holds, standing at `start`; null where it is an
 * ordinary comment. One that is written wrongly says so in `malformed`: its `kind` is then a guess, to be ignored.
 */
export function readDirective(text: string, start: number): Directive | null {
  const opening = OPENING.exec(text);
  if (opening === null) return null;
  const closed = text.endsWith('-->');
  const body = text.slice(opening[0].length, closed ? -3 : undefined).trim();
  const kind = KINDS.find((known) => known === opening[1]);
  const { rules, values, problem } = readParts(body);
  const until = values.get('until') ?? null;
  const malformed = kind === undefined ? unknownKind(opening[1])
    : !closed ? 'The comment is not closed with -->.'
    : problem ?? (until !== null && !isDate(until) ? `The date after "until" reads as year-month-day, such as 2027-03-01.` : null);
  return {
    start, end: start + text.length,
    kind: kind ?? (opening[1]?.startsWith('enable') ? 'enable' : 'disable'),
    rules, reason: values.get('reason') ?? null, by: values.get('by') ?? null, until, malformed,
  };
}

interface Parts {
  readonly rules: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  readonly problem: string | null;
}

function readParts(body: string): Parts {
  const rules: string[] = [];
  const values = new Map<string, string>();
  let problem: string | null = null;
  let comma = true; // a rule id may come first, or after a comma
  PART.lastIndex = 0;
  for (let at = 0; at < body.length && problem === null; at = PART.lastIndex) {
    PART.lastIndex = at;
    const part = PART.exec(body);
    if (part === null) {
      problem = /["']/.test(body.slice(at)) ? 'A quotation mark is opened and not closed, or stands where none is expected.' : 'Part of it cannot be read.';
      break;
    }
    const [, key, double, single, bare, rule, trailing, loose] = part;
    if (key !== undefined) problem = keep(values, key, double ?? single ?? bare);
    else if (rule !== undefined) {
      if (!RULE_ID.test(rule)) problem = `"${rule}" does not read as a rule (such as label/engagement) or a category.`;
      else if (values.size > 0) problem = 'Rules come first, before reason, by and until.';
      else if (!comma) problem = `Between rules a comma is needed, before "${rule}".`;
      else rules.push(rule);
    }
    comma = loose !== undefined || trailing === ',';
  }
  return { rules, values, problem };
}

function keep(values: Map<string, string>, key: string, value: string): string | null {
  if (key !== 'reason' && key !== 'by' && key !== 'until') return `"${key}" is not known here; reason, by and until are.`;
  if (values.has(key)) return `"${key}" is given twice.`;
  values.set(key, value.trim());
  return null;
}

function unknownKind(word: string | undefined): string {
  return `"alongside${word === undefined ? '' : `-${word}`}" is not a directive; ${KINDS.map((kind) => `alongside-${kind}`).join(', ')} are.`;
}

/** A date as year-month-day that is in the calendar. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
