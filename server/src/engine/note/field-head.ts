/**
 * The head of a form's field, bold and with a colon: "**Presenting issues:** Skyla …". Its words are the form's and not the
 * writer's. It reads a block's prose, where the marks of emphasis are filler, and does not know which forms there are.
 */
import type { Span } from '../finding.js';

/** Whether a span, in UTF-16 units of a block's prose, stands wholly in the head of a field. */
export function inFieldHead(prose: string, { start, end }: Span): boolean {
  return HEAD_ENDS.test(prose.slice(end, end + LONGEST)) && HEAD_BEGINS.test(prose.slice(Math.max(0, start - LONGEST), start));
}

const LONGEST = 48;
// Filler stands for the marks behind the words or behind their colon, and for a line's end with the marks that follow it.
const HEAD_ENDS = /^(?:[^:.;!?\s]| (?! ))*(?:: {2}| {2}:)/;
const HEAD_BEGINS = /(?:^|\s {2})(?:[^:.;!?\s]| (?! ))*$/;
