/**
 * Something wrong with a rules file or an argument: a value, never an exception.
 */
export interface Problem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** One plain sentence or two: what is wrong and what would be right. */
  readonly message: string;
  /**
   * Without this, something is left out, goes unchecked, or does not do what its examples say: a run ends with 2.
   * `advice` is about something that works, and might be meant otherwise; it fails nothing.
   */
  readonly kind?: 'advice';
  /** How much of the line it is about, in UTF-16 units from `column`. */
  readonly length?: number;
  /** Ways to mend it, best first; for whoever can edit the file. */
  readonly mends?: readonly Mend[];
}

/** An edit of the file a problem is in. Offsets are in UTF-16 units, after a byte order mark. */
export interface Mend {
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function problemText(problem: Problem): string {
  return `${problem.file}:${problem.line}:${problem.column} ${problem.message}`;
}

/** What a file says is quoted back no longer than it takes to know it again. */
const LONGEST_QUOTE = 120;

/** A message with whatever it quotes cut. */
export function shortened(message: string): string {
  let [short, from] = ['', 0];
  for (;;) {
    const open = message.indexOf('“', from);
    const close = open < 0 ? -1 : message.indexOf('”', open);
    if (close < 0) return short + message.slice(from);
    const isLong = close - open > LONGEST_QUOTE + 2;
    short += `${message.slice(from, isLong ? open + 1 + LONGEST_QUOTE : close)}${isLong ? '…' : ''}”`;
    from = close + 1;
  }
}
