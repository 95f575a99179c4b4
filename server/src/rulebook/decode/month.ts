/**
 * Dates of a rules file: a year and month, or a day. It knows no calendar beyond that.
 */
import type { Mend } from '../problem.js';
import type { PlacedText, YamlFile, YamlNode } from '../yaml/yaml.js';

/** A year and month, or a day; '' where it is not one, which has been told. */
export function decodeMonth(yaml: YamlFile, node: YamlNode | null, what: string): string {
  const read = yaml.text(node, what);
  if (read && !/^(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/.test(read.text)) yaml.problem(read.offset, `“${read.text}” is not a year and month such as 2027-11.`, { length: read.text.length, mends: monthMends(read) });
  return read?.text ?? '';
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A month as people write it: 11/2027, November 2027. */
function monthMends({ text, offset }: PlacedText): readonly Mend[] {
  const year = /\b(?:19|20)\d\d\b/.exec(text)?.[0];
  const named = MONTHS.findIndex((month) => new RegExp(`\\b${month}`, 'i').test(text)) + 1;
  const numbered = Number(/^(?:\d{1,2}[/.-])?(\d{1,2})[/.-]\d{4}$/.exec(text)?.[1] ?? /^\d{4}[/.](\d{1,2})$/.exec(text)?.[1] ?? 0);
  const month = named || numbered;
  const iso = year && month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}` : null;
  return iso ? [{ title: `Change to “${iso}”`, start: offset, end: offset + text.length, text: iso }] : [];
}
