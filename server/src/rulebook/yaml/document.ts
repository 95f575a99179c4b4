/**
 * The one way in which a text is handed to the YAML library: the failsafe schema, no merging, keys that stand twice
 * left to whoever reads them. It does not know what files hold.
 */
import { parseDocument, type Document, type ParsedNode } from 'yaml';

/** Longest text of rules that is read, in UTF-16 units: more than a thousand rules written out in full. */
export const LONGEST_RULES = 500_000;

/** Total. The time it takes grows as the text does. */
export function yamlDocument(text: string): Document.Parsed<ParsedNode> {
  // The library makes an Error of each complaint, and to write down where each was made takes most of the time that a
  // text of nothing but mistakes costs. Nobody reads it.
  const depth = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return parseDocument(text, { schema: 'failsafe', prettyErrors: false, merge: false, uniqueKeys: false });
  } finally {
    Error.stackTraceLimit = depth;
  }
}

/** Bytes that are no text, or text saved in another encoding, come as NUL or as U+FFFD. */
export function notText(text: string): { at: number; message: string } | null {
  if (text.includes('\0')) return { at: 0, message: 'This is not a text file in UTF-8, so it was not read. Save it as UTF-8.' };
  const at = text.indexOf('\uFFFD');
  return at < 0 ? null : { at, message: 'The character here is not UTF-8, so the file was not read. Save it as UTF-8.' };
}
