/**
 * A rule's examples of what it leaves alone, each as one line that can be shown beside a question.
 */
import type { Rule } from '../engine/rule.js';

/** Two or three are enough to see how it can be said. */
const MOST = 3;

/** Ways of saying it that the rule leaves alone. */
export function waysOf({ examples, ways = MOST }: Pick<Rule, 'examples' | 'ways'>): readonly string[] {
  return examples.leave.slice(0, Math.min(ways, MOST)).map(asLine).filter((way) => way !== '');
}

/** Of a piece of a record its last line, which is what the example is about; of a row of a table its cells. */
function asLine(example: string): string {
  const last = example.trim().split('\n').at(-1) ?? '';
  return last.replace(/^(?:[#>\-*|]+\s*)+/, '').replace(/\s*\|\s*$/, '').replace(/\s*\|\s*/g, ' · ').trim();
}
