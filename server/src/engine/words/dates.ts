/** Dates as people write them, and those of front matter and tables brought into one form. What a date is of it does not know. */

/** The source of a pattern for a month, whole or cut to three letters. */
export const MONTH = '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';

/** "2025-03-04" as it is, "4/3/2025" and "04.03.25" as the same; null for what is no whole date. */
export function isoDate(text: string): string | null {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:T|\b)/.exec(text);
  if (iso) return iso[1];
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b/.exec(text);
  return british ? `${fullYear(british[3])}-${british[2].padStart(2, '0')}-${british[1].padStart(2, '0')}` : null;
}

/** "25" is 2025, "99" is 1999. */
export function fullYear(year: string): number {
  return year.length === 2 ? (Number(year) > 50 ? 1900 : 2000) + Number(year) : Number(year);
}
