/**
 * Two sets of phrases matched as if they were one: what ships, which is large and compiled when it is built, and what
 * a team adds, which changes while it is typed.
 */
import type { Match, Matcher } from './matcher.js';

/** Ids of the second begin where those of the first end, or after. */
export function matcherPair(first: Matcher, second: Matcher): Matcher {
  return {
    match(prose, tokens, people) {
      const [a, b] = [first.match(prose, tokens, people), second.match(prose, tokens, people)];
      if (b.length === 0) return a;
      return a.length === 0 ? b : merged(a, b);
    },
  };
}

/** In the order of one matcher: by last word, first word, id. */
function merged(a: readonly Match[], b: readonly Match[]): readonly Match[] {
  return [...a, ...b].sort((x, y) => x.to - y.to || x.from - y.from || x.phrase - y.phrase);
}
