/**
 * Two questions about the words beside a match: is there something concrete there (a date, a number, a quotation, a
 * reason), and is somebody said to have done it?
 */
import type { Span } from './finding.js';
import { MONTH } from './words/dates.js';

const CONCRETE = new RegExp(
  [
    // Not an age, a share or a place in a book: "Leo (9)", "aged 9", "Year 6", "82%", "section 17".
    String.raw`(?<!\b(?:[Aa]ged?|[Yy]ear|[Ss]ection|[Pp]age|[Pp]aragraph) )\b(?!\d{1,2}\)|\d+\s?%)\d+(?:[./:-]\d+)*(?:st|nd|rd|th|am|pm)?\b`,
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
export function hasEvidence(prose: string, from: number, to: number, match: Span): boolean {
  return CONCRETE.test(prose.slice(from, match.start)) || CONCRETE.test(prose.slice(match.end, to));
}

// Not a day, a place or a means: "by Monday", "by the door", "by taxi".
const BY = /^[^.;:!?\n]{0,70}?(?<!c[ao]me )\bby (?:(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|March|April|May\b|June|July|Aug|Sept|Oct|Nov|Dec)\p{Lu}\p{L}|(?:an?|the|his|her|their|our|one|two|three|some|another|other) (?!(?:door|window|river|road|road|gate|bus|stairs|fence|house|side|end|time|table|bed|wall|shops?|school gate)\b)|(?:somebody|someone|people|men|boys|girls|strangers|him|her|them|me|us|mum|dad|carers|staff)\b)/u;
/** What is seen by somebody was not done by them. */
const SEEN = /\b(?:noted|seen|observed|found|noticed|recorded|reported|disclosed|witnessed|visible|apparent|incidents?|episodes?|occurrences?|marks?)\b/;
const SOMEBODY = String.raw`(?:(?!If|When|While|But|And|The|Then|Nobody|Who|What)\p{Lu}[\p{L}’'-]+|[Hh]e|[Ss]he|[Tt]hey|\b(?:mum|dad|mam|uncle|brother|sister|partner|stepfather|stepdad|boyfriend|father|mother|man|men|boys?|girls?|carer|teacher)s?)`;
const DONE = '(?:twisted|threw|thrown|kicked|punched|hit|slapped|grabbed|shoved|pushed|bit|burned|burnt|shook|shaken|dragged|choked|strangled|raped|stabbed|beat|beaten|smashed|headbutted|squeezed|pinned|whipped|thumped|poured|swung|abused|hurt|attacked|assaulted|struck|trapped|spat|tore|pulled|yanked|locked|shut)';
const ACTED = new RegExp(
  [
    String.raw`${SOMEBODY} (?:also |then |has |had |have |may have |could have |just )*${DONE} (?:him|her|them|it|me|my|his|their|the|both|\p{Lu})`,
    String.raw`\b(?:admitted|admits|has said|have said) (?:it\b|this\b|that (?:he|she|they)\b|to (?:it|doing|hitting|hurting)|doing|hitting|hurting|pushing|kicking|slapping|grabbing|the (?:assault|attack))`,
    // The police or a court have said whose act it was.
    String.raw`\b(?:charged|convicted|cautioned|sentenced|imprisoned|jailed) (?:with|of|for|over|after)\b|\barrested (?:for|on suspicion)\b`,
  ].join('|'),
  'u',
);
const SAYS_WHO = new RegExp(
  [
    String.raw`${SOMEBODY} (?:also |then |has |had |have |may have |could have |just )*did (?:it|this|that|so)\b`,
    String.raw`\b(?:it was|that it was|was) (?:\p{Lu}\p{L}+|(?:his|her|their) \p{L}+(?: \p{Lu}\p{L}+)?) who\b|\bit was (?:him|her|them)\b`,
    // It is said that nobody knows, or that we are asking.
    String.raw`\b(?:do|does|did) not (?:yet |know )*know (?:who|how|what)|\bno ?(?:body|one) (?:knows|has said|can say|will say) (?:who|how|what)|\b(?:neither|none of (?:them|us)) (?:\w+ ){0,3}(?:said|say|says|explained|knows?)|\b(?:find|finding|found|work|working) out (?:who|how|what)`,
  ].join('|'),
  'u',
);

/** Whether somebody is said to have done it: after "by" or in an act of theirs in its `sentence`, or in so many words in the one before or after; `around` is all three. */
export function hasDoer(prose: string, sentence: Span, around: Span, match: Span): boolean {
  const from = Math.max(sentence.start, match.start - FAR);
  const to = Math.min(sentence.end, match.end + FAR);
  if (!SEEN.test(prose.slice(match.start, match.end)) && BY.test(prose.slice(match.start, Math.min(sentence.end, match.end + 90)))) return true;
  return ACTED.test(prose.slice(from, match.start)) || ACTED.test(prose.slice(match.end, to))
    || SAYS_WHO.test(prose.slice(Math.max(around.start, match.start - FAR), match.start)) || SAYS_WHO.test(prose.slice(match.end, Math.min(around.end, match.end + FAR)));
}

/** Characters: what stands farther off in a sentence without end is about something else. */
const FAR = 400;
