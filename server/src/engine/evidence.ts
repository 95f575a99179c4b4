/**
 * Two questions about the words beside a match: is there something concrete there (a date, a number, a
 * quotation, a reason), and is the term explained? After the global exception G10 of the domain research.
 */

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)';

const CONCRETE = new RegExp(
  [
    String.raw`\b\d+(?:[./:-]\d+)*(?:st|nd|rd|th|am|pm)?\b`,
    // Only where it is a date: April and May are people too.
    String.raw`\b(?:in|since|until|till|by|from|during|last|early|late|mid|next|this|of)[\s-]+${MONTH}\b`,
    String.raw`\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b`,
    String.raw`["“”]`,
    String.raw`\b(?:because|for example|such as|e\.g\.)`,
    String.raw`:\s+\S`,
    String.raw`\b(?:once|twice|two|three|four|five|six|seven|eight|nine|ten) (?:times|of|out of|occasions|days|nights|weeks|months)\b`,
    String.raw`\b(?:once|twice) (?:a|every|each|last|this|in|on)\b`,
  ].join('|'),
  'u',
);

/** Whether a concrete act, date, number, quotation or reason stands in `prose` between `from` and `to`, the match itself left out. */
export function hasEvidence(prose: string, from: number, to: number, match: { readonly start: number; readonly end: number }): boolean {
  return CONCRETE.test(prose.slice(from, match.start)) || CONCRETE.test(prose.slice(match.end, to));
}

const NOT_MEANING = '(?:see|not|with|without|on|at|by|from|in|when|if|last|next|this|every|both|no|and|or|but|also|only|once|twice|weekly|daily|monthly|supervised|unsupervised|since|until|after|before|about|as|per|which|who)';
const BE_OR_DO = '(?:is|are|was|were|has|had|have|did|does|do|will|would|can|could|should|said|says|told|asked|went|came|met|saw|got|felt|made|took|gave|left|seemed|appeared|looked|played|wanted|refused)';
// Letters spelt out, and no `u`: to ignore case over all of Unicode takes long to prepare.
const EXPLAINED = new RegExp(
  String.raw`^[’'"”]?s?\s*(?:` + [
    // Two words at least, and no date, time, amount or remark: "(14 May 2024)", "(weekly)", "(see below)" explain nothing.
    String.raw`\((?!${NOT_MEANING}\b)(?!${MONTH}\b)(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[^)\d]*[a-zà-ɏ][^)\d\s]*\s+[a-zà-ɏ][^)\d]*\)`,
    String.raw`,?\s*(?:which|that) (?:means|says|helps|sets|lets)\b`,
    String.raw`,\s*which (?:is|are|was)\s+(?:a|an|the|when|where|how|what|about|(?:our|your|his|her|their|its|my)(?: own)?)\b`,
    String.raw`,?\s*(?:meaning|in other words|i\.e\.)[\s,]`,
    String.raw`,\s*that is,?\s`,
    // In commas, and no clause of its own: not "At contact, the boys were happy, and …".
    String.raw`,\s*(?:or\s+)?(?:a|an|the)\s(?!(?:[^,.;]*\s)?${BE_OR_DO}\s)[^,.;]{6,}[,.;]`,
    String.raw`\s*=\s*[a-zà-ɏ]`,
    String.raw`:\s+(?:a|an|the)\s(?!(?:[^,.;]*\s)?${BE_OR_DO}\s)[^.;]{6,}`,
    String.raw`\s+means\b`,
  ].join('|') + ')',
  'i',
);
const IN_BRACKETS = /\p{L}\s*\($/u;

/** Whether the term at `start` to `end` is followed by what it means, or stands in brackets after it. */
export function isExplained(prose: string, start: number, end: number): boolean {
  if (EXPLAINED.test(prose.slice(end, end + 200))) return true;
  return prose[end] === ')' && IN_BRACKETS.test(prose.slice(0, start));
}
