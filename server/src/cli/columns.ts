/**
 * Text as wide as a terminal shows it: excerpts that fit, with what is underlined, and wrapped lines. It knows
 * nothing of findings.
 */

/** A piece of a line; `from` and `width` of what is underlined are columns of `text`. */
export interface Excerpt {
  readonly text: string;
  readonly from: number;
  readonly width: number;
}

/** The part of a line round `start` to `end` (UTF-16 offsets) that fits into `room` columns, cut between words. */
export function excerpt(line: string, start: number, end: number, room: number): Excerpt {
  const cells = cellsOf(line);
  const cellAt = (offset: number): number => {
    const at = cells.findLastIndex((cell) => cell.start <= offset);
    return offset >= line.length ? cells.length : Math.max(0, at);
  };
  const width = (from: number, to: number): number => cells.slice(from, to).reduce((sum, cell) => sum + cell.width, 0);
  const [from, to] = [cellAt(start), Math.max(cellAt(start) + 1, cellAt(end))];
  let [left, right] = [0, cells.length];
  if (width(0, cells.length) > room) {
    [left, right] = [from, Math.min(to, cells.length)];
    while (right > from + 1 && width(left, right) > room - 2) right--;
    // Word by word; where that leaves the line half empty, there are no words to speak of.
    for (const steps of [WORDS, CELLS]) {
      for (let grew = steps === WORDS || width(left, right) < room / 2; grew; ) {
        const [after, before] = [steps.next(cells, right), steps.previous(cells, left)];
        const grewRight = after > right && width(left, after) <= room - 2;
        if (grewRight) right = after;
        const grewLeft = before < left && width(before, right) <= room - 2;
        if (grewLeft) left = before;
        grew = grewRight || grewLeft;
      }
    }
  }
  const before = left > 0 ? '…' : '';
  const shown = cells.slice(left, right).map((cell) => cell.text).join('').trimEnd();
  return {
    text: `${before}${shown}${right < cells.length ? '…' : ''}`,
    from: before.length + width(left, from),
    width: Math.max(1, width(from, Math.min(to, right))),
  };
}

/** Text in lines of at most `width` columns; a longer word stands alone. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (line !== '' && columns(line) + 1 + columns(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}

/** Columns a terminal gives a text. */
export function columns(text: string): number {
  return SINGLE.test(text) ? text.length : cellsOf(text).reduce((sum, cell) => sum + cell.width, 0);
}

interface Cell {
  readonly text: string;
  readonly start: number;
  readonly width: number;
}

const CONTROL = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;
const WIDE = /\p{Emoji_Presentation}|\ufe0f|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;
/** Characters that stand alone, one column each: nearly all that is ever shown. */
const SINGLE = /^[ -~\u00a0-\u024f‘’“”–—…→│]*$/;

/** What a terminal shows in one piece. Tabs and whatever would steer the terminal become spaces. */
function cellsOf(line: string): readonly Cell[] {
  const plain = line.replace(CONTROL, ' ');
  if (SINGLE.test(plain)) return Array.from(plain, (text, start) => ({ text, start, width: 1 }));
  // Made here, and not for every run: the first one costs several milliseconds.
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(graphemes.segment(plain), ({ segment, index }) => ({ text: segment, start: index, width: WIDE.test(segment) ? 2 : /^[\p{M}\u200b-\u200d\u2060\ufeff]+$/u.test(segment) ? 0 : 1 }));
}

/** Ways to take in more of a line: to the end of the next word, or to the start of the one before; or cell by cell. */
interface Steps {
  next(cells: readonly Cell[], at: number): number;
  previous(cells: readonly Cell[], at: number): number;
}

const WORDS: Steps = {
  next(cells, at) {
    let end = at;
    while (end < cells.length && cells[end].text === ' ') end++;
    while (end < cells.length && cells[end].text !== ' ') end++;
    return end;
  },
  previous(cells, at) {
    let start = at;
    while (start > 0 && cells[start - 1].text === ' ') start--;
    while (start > 0 && cells[start - 1].text !== ' ') start--;
    return start;
  },
};

const CELLS: Steps = {
  next: (cells, at) => Math.min(cells.length, at + 1),
  previous: (_cells, at) => Math.max(0, at - 1),
};
