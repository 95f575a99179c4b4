/**
 * Questions asked of whoever sits at the terminal, one line of answer each; in a pipe, its lines answer in turn.
 */
import { createInterface } from 'node:readline';

/** Asks, and waits for a line; null once there are no more. Between questions the input is let go, so that the program may end. */
export function questions(input: NodeJS.ReadableStream, show: (text: string) => void): (question: string) => Promise<string | null> {
  const reader = createInterface({ input });
  const lines: string[] = [];
  let answer: ((line: string | null) => void) | null = null;
  let over = false;
  reader.on('line', (line) => (answer ? answer(line) : lines.push(line)));
  reader.on('close', () => {
    over = true;
    answer?.(null);
  });
  return (question) => {
    show(question);
    const early = lines.shift();
    if (early !== undefined || over) return Promise.resolve(early ?? null);
    reader.resume();
    return new Promise((resolve) => {
      answer = (line) => {
        answer = null;
        if (!over) reader.pause();
        resolve(line);
      };
    });
  };
}
