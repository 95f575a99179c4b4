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
}

export function problemText(problem: Problem): string {
  return `${problem.file}:${problem.line}:${problem.column} ${problem.message}`;
}
