/**
 * Whether the rows of a chronology stand in the order of their dates, one way or the other. It does not judge what the
 * rows say, and keeps quiet about dates it cannot read.
 */
import type { CheckSpec } from '../rule.js';
import type { Block } from '../note/note.js';
import { fullYear, MONTH } from '../words/dates.js';
import { textOf } from './cue-phrases.js';
import type { NoteCheck } from './note-view.js';

export const ORDER_KEYS = ['say'] as const;

export function orderCheck(spec: CheckSpec): NoteCheck {
  const say = textOf(spec['say']);
  return (view) => {
    const days = view.someBlocks('order', ({ content: { kind, cell, prose } }) => {
      const opens = kind === 'cell' ? cell?.column === 0 : kind !== 'header-cell';
      return opens ? dayOf(prose) : null;
    });
    const dated = [...days].map(([at, day]): Dated => ({ block: view.note.blocks[at], ...day }));
    // Oldest first or newest first, whichever most rows follow; what runs against it is out of order.
    const steps = dated.slice(1).map((row, at) => Math.sign(row.day - dated[at].day));
    const down = steps.filter((step) => step < 0).length;
    const against = down > steps.length / 2 ? 1 : -1;
    const first = steps.indexOf(against);
    if (dated.length < 3 || first < 0) return [];
    const { block, from, to } = dated[first + 1];
    const before = dated[first].block.content.prose.slice(dated[first].from, dated[first].to);
    return [{ start: block.start + from, end: block.start + to, message: say.replace('{date}', block.content.prose.slice(from, to)).replace('{before}', before) }];
  };
}

interface Dated {
  readonly block: Block;
  /** Days since the year 0, near enough to be compared. */
  readonly day: number;
  readonly from: number;
  readonly to: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DATE = new RegExp(String.raw`^[\s\u2060]*(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?(?:(\d{1,2})(?:st|nd|rd|th)? (${MONTH}),? (\d{4})|(${MONTH}) (\d{4})|(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})|(\d{4})-(\d\d)-(\d\d)|(\d{4}))(?![\d/.-])`, 'iu');

/** A date with its year at the start of a row; a month or a year alone is its first day. */
function dayOf(prose: string): { readonly day: number; readonly from: number; readonly to: number } | null {
  const match = DATE.exec(prose);
  if (!match) return null;
  const [whole, d, m, y, month, year, d2, m2, y2, y3, m3, d3, only] = match;
  const at = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const [yy, mm, dd] = y ? [Number(y), at(m), Number(d)] : year ? [Number(year), at(month), 1] : y2 ? [fullYear(y2), Number(m2), Number(d2)] : y3 ? [Number(y3), Number(m3), Number(d3)] : [Number(only), 1, 1];
  // A month alone may be any day of it, so it is neither before nor after the rows of that month.
  if ((year || only) && !y) return null;
  const from = whole.length - whole.trimStart().replace(/^\u2060+/u, '').length;
  return { day: yy * 372 + mm * 31 + dd, from, to: whole.length };
}
