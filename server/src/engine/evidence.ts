/**
 * Two questions about the words beside a match: is there something concrete there (a date, a number, a
 * quotation, a reason), and is the term explained? After the global exception G10 of the domain research.
 */

const CONCRETE = new RegExp(
  [
    String.raw`\b\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\b`,
    String.raw`\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b`,
    String.raw`\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b`,
    String.raw`\b\d+(?:\.\d+)?\b`,
    String.raw`["“”]`,
    String.raw`\b(?:because|for example|such as|e\.g\.)`,
    String.raw`:\s+\S`,
    String.raw`\b(?:once|twice|three|four|five|six|seven|eight|nine|ten) (?:times|of|out of|occasions|days|nights|weeks|months)\b`,
  ].join('|'),
  'u',
);

/** Whether a concrete act, date, number, quotation or reason stands in `prose` between `from` and `to`, the match itself left out. */
export function hasEvidence(prose: string, from: number, to: number, match: { readonly start: number; readonly end: number }): boolean {
  return CONCRETE.test(prose.slice(from, match.start)) || CONCRETE.test(prose.slice(match.end, to));
}

const EXPLAINED = /^[’'"”]?s?\s*(?:\((?![^)]*\d{4})[^)]{3,}\)|,?\s*(?:which|that) (?:means|is|are|was|looks|says|helps|sets|lets)\b|,?\s*(?:meaning|that is|in other words|i\.e\.|or)\s|,\s*(?:a|an|the|where|when|who)\s[^,.;]{6,}[,.;]|\s*[:=]\s+(?:a|an|the|when|where)\s|\s+means\b)/u;
const IN_BRACKETS = /\p{L}\s*\($/u;

/** Whether the term at `start` to `end` is followed by what it means, or stands in brackets after it. */
export function isExplained(prose: string, start: number, end: number): boolean {
  if (EXPLAINED.test(prose.slice(end, end + 200))) return true;
  return prose[end] === ')' && IN_BRACKETS.test(prose.slice(0, start));
}
