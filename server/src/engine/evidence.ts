/**
 * Two questions about the words beside a match: is there something concrete there (a date, a number, a
 * quotation, a reason), and is the term explained?
 */
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
export function hasEvidence(prose: string, from: number, to: number, match: { readonly start: number; readonly end: number }): boolean {
  return CONCRETE.test(prose.slice(from, match.start)) || CONCRETE.test(prose.slice(match.end, to));
}

const NOT_MEANING = '(?:see|not|with|without|on|at|by|from|in|when|if|last|next|this|every|both|no|and|or|but|also|only|once|twice|weekly|daily|monthly|supervised|unsupervised|awaiting|attached|booked|completed|chaired|held|sent|started|ended|declined|agreed|offered|previously|now|then|still|including|pending|under|over|all|some|most|due|to be|to follow|via|apols|apologies|minutes|cancelled|missed|outstanding|since|until|after|before|about|as|per|which|who)';
const BE_OR_DO = '(?:is|are|was|were|has|had|have|did|does|do|will|would|can|could|should|said|says|told|asked|went|came|met|saw|got|felt|made|took|gave|left|seemed|appeared|looked|played|wanted|refused)';
const WHAT_IT_IS = '(?:meeting|group|plan|word|name|kind|sort|list|form|check|drawing|map|talk|law|rule|person|people|worker|team|lawyer|help|picture|place|visit|order|letter|part)s?';
const SORT = `(?:${WHAT_IT_IS}|(?:nurse|doctor|service|money|payment|course|test|charity|council|teacher|officer|scheme|agreement|question)s?)`;
// For text in lower case, with letters spelt out: to ignore case takes long to prepare.
const EXPLAINED = new RegExp(
  String.raw`^(?:\s(?:meeting|assessment|plan|order|panel|conference|review|discussion|group))?[’'"”]?s?\s*(?:` + [
    // Two words at least, and no date, time, amount or remark: "(14 May 2024)", "(weekly)", "(see below)" explain nothing.
    String.raw`\((?!${NOT_MEANING}\b)(?!${MONTH.toLowerCase()}\b)(?!(?:mon|tues|wednes|thurs|fri|satur|sun)day)[^)\d]*[a-zà-ɏ][^)\d\s]*\s+[a-zà-ɏ][^)\d]*\)`,
    String.raw`[^,.;:()]{0,24}\s\((?:(?:the|an?)\s(?![^)]*\s(?:was|were|has|had)\s)[^),]{8,}|(?:where|when|people|those|that is|this is|which is)\s[^)]{8,})\)`,
    String.raw`,?\s*(?:which|that) (?:means|says|helps|sets|lets|looks|checks|decides|works out|finds out|explains)\b`,
    String.raw`,\s*(?:where|when|in which)\s[^,.;]{0,30}(?:,[^,.;]{0,30}){0,2}\b(?:decides?d?|agreed?|talk(?:s|ed)?|look(?:s|ed)?|plan(?:s|ned)?|meets?|met|shared?|checks?|worked|works?|asks?)\b`,
    String.raw`,\s*(?:his|her|their|your|our|my)\s(?:[\w’'-]+ ){0,2}(?:${WHAT_IT_IS}|(?:view|report|account|promise|reasons?) (?:of|on|about|for|to|why))\b`,
    String.raw`\s+(?:is|are)\s+(?:just\s)?(?:(?:when|where|how|short for)\b|(?:a|an|the|our|your)\s(?:[\w’'-]+ )?${WHAT_IT_IS}\b)`,
    String.raw`\s+(?:is|are)\s+(?:the|[\w’'-]+[’']s)\s(?:family|people|group)\s(?:and|who|that)\b`,
    String.raw`\s+(?:says|sets out|looks at|decides|shows)\s(?:what|how|where|who|whether)\b`,
    String.raw`:\s+(?:she|he|they|it|this|that)\s`,
    String.raw`[^.?!]{0,60}[.?!]\s+(?:this|that|it)(?:[’']s| is)\s(?:when|where|how|(?:a|an|the|our|your)\s(?:[\w’'-]+ )?${WHAT_IT_IS}\b)`,
    String.raw`,\s*which (?:is|are|was)\s+(?:a|an|the|when|where|how|what|about|(?:our|your|his|her|their|its|my)(?: own)?)\b`,
    String.raw`\sof\s[^,.;:()]{2,30},\s*which is\s(?:an?|the|when|where|how|what)\b`,
    String.raw`,?\s*(?:meaning|in other words|i\.e\.)[\s,]`,
    String.raw`,\s*that(?: is|[’']s),?\s`,
    String.raw`,\s*(?:mr|mrs|ms|miss|dr)\s[^,.;]{2,30},\s(?:is|are)\s(?:an?|the)\s`,
    String.raw`(?:\s[a-z]+)?,\s*(?:[\w’'-]+(?:\s[\w’'-]+)?,\s*)?who (?:looks?|helps?|works?|runs?|checks?|makes?|stays?|visits?|supports?|decides?)\s`,
    String.raw`,\s*(?:an?|the|our|your)\s(?:[\w’'-]+ ){0,3}${SORT}\s(?:that|who|which|where|when|for)\b`,
    // What it is was said to somebody: "She asked what it was. I said it is a court order that …"
    String.raw`(?:\s[^.?!]{0,100})?[.?!]\s+[\w’'-]+\s(?:have\s)?(?:said|explained)\s(?:that\s)?(?:it|they)(?:[’']s|\s(?:is|was|are|were))\s(?:(?:an?|the|when|where|how|what|our|like|about|for)\b)`,
    // In commas, and no clause of its own: not "At contact, the boys were happy, and …".
    String.raw`,\s*(?:or\s+)?(?:a|an|the)\s(?!(?:first|second|third|last|next|only|latest|new|same)\b)(?!(?:[^,.;]*\s)?${BE_OR_DO}\s)[^,.;]{6,}[,.;]`,
    // A grade is no meaning: "CSE = medium".
    String.raw`\s*=\s*(?!(?:low|medium|high|standard|red|amber|green|yes|no|none|nil|met|done|positive|negative|good|poor|ok|fine|tb[ac])\b)[a-zà-ɏ]`,
    String.raw`:\s+(?:a|an|the)\s(?!(?:[^,.;]*\s)?${BE_OR_DO}\s)[^.;]{6,}`,
    // What follows from it for us is not what it is: "NRPF means we must pay".
    String.raw`\s+means\b(?!\s(?:that\s)?(?:we|i)\s)`,
  ].join('|') + ')',
);
/** A quick look at what follows, since all of EXPLAINED takes a moment to prepare. */
const MAY_EXPLAIN = /^[^(,:=]{0,200}[(,:=]|^\W*(?:\w+\W+){0,2}s?(?:which|that|is|are|says|sets|looks|decides|shows|mean|in other|i\.e)|[.?!]\s+(?:this|that|it)/;
/** "a small group, called the core group" */
const CALLED = /\b(?:called|known as|(?:calls?|called) (?:it|this|that)|named|(?:name|terms?|words?) for)\s(?:(?:an?|the|his|her|their|your|our|my)\s)?["“‘']?$/;
/** "A strategy discussion is a call between …": a sentence that opens with the term and goes on with what it is. */
const OPENS = /(?:^|[.?!\n]\s*)An?\s$/;
const DEFINES = /^s?\s(?:is|are|means)\s(?:(?:an?|the|when|where|how|what|our|your|people)\b|\p{Lu}\p{L}+[’']s\s)/u;
/** "That is private fostering: a parent arranging for a child to live with …" */
const THAT_IS = /\b(?:[Tt]hat|[Tt]his|[Ii]t)(?:[’']s| is| was)(?: called)? (?:an? |the )?$/;
const IS_A = /^: (?:an?|the|when|where|how|somebody|someone|people) /;
const IN_BRACKETS = /\p{L}\s*\((?:(?:the|an?|our|called|known as|or)\s)*[“‘"']?$/u;
const BRACKETED = /^[’'"”]?s?\s*\(([^)]*)\)/;
const SET_OFF = /^,\s*((?:the|an?)\s[^,.;]+)[,.;]/;
const ROLE = /^(?:the |an? |his |her |their )?(?:police|health|school|nursery|college|education|housing|probation|legal|paeds|gps?|hvs?|sws?|edt|yot|yjs|camhs|cafcass|carers?|mum|mam|dad|nan|gran|mother|father|parents?|family|children|child|social (?:care|workers?)|health visitors?|(?:school |community )?nurses?|(?:head |form |class )?teachers?|managers?|midwi(?:fe|ves)|paediatricians?|advocates?|interpreters?|minutes?|us|me|others?)$/i;
const NAME = /^(?:[A-ZÀ-Þ][\w.’'À-ɏ-]*)(?: [A-ZÀ-Þ][\w.’'À-ɏ-]*){0,2}$/;

/** Whether the term at `start` to `end` is followed by what it means, or stands in brackets after it. */
export function isExplained(prose: string, start: number, end: number): boolean {
  const after = prose.slice(end, end + 200);
  if (namesPeople(BRACKETED.exec(after)?.[1] ?? '', 2) || namesPeople(SET_OFF.exec(after)?.[1] ?? '', 1)) return false;
  const lower = after.toLowerCase();
  if ((MAY_EXPLAIN.test(lower) && EXPLAINED.test(lower)) || saidNext(prose.slice(start, end), after)) return true;
  const before = prose.slice(Math.max(0, start - 40), start);
  if (CALLED.test(before) || (THAT_IS.test(before) && IS_A.test(after))) return true;
  if (OPENS.test(prose.slice(0, start)) && DEFINES.test(after)) return true;
  return prose[end] === ')' && IN_BRACKETS.test(prose.slice(0, start));
}

const WORDS_LISTED = /\b(?:[Ww]ords?|[Tt]erms?|[Pp]hrases?|[Ll]etters|[Jj]argon|[Aa]cronyms?|[Aa]bbreviations?)(?: like| such as| to avoid| we avoid| banned)?(?::[^.?!:;\n]*)?[\s“‘"']*$/;
/** "in her own words: …" says something with the words. */
const WITH_WORDS = /\b(?:other|plain|simple|own|his|her|their|’s|'s|final|last|few|these|following) (?:words|terms):?[^.?!\n]*$/i;

/** Whether the words at `start` are spoken of as words: "a list of banned words: placement, respite". */
export function isMentioned(prose: string, start: number): boolean {
  const before = prose.slice(Math.max(0, start - 80), start);
  return WORDS_LISTED.test(before) && !WITH_WORDS.test(before);
}

/** Whether the next sentence says it: "It will go to a panel. A panel is a group of managers." */
function saidNext(term: string, after: string): boolean {
  const next = /^[^.?!]{0,80}[.?!]\s+(?:(?:An?|The|Your)\s)?(?=(.*))/s.exec(after)?.[1].toLowerCase();
  return next !== undefined && next.startsWith(term.toLowerCase()) && /^\s(?:is|are|means?|just means)\s(?:an?|the|when|where|how|what|our)\b/.test(next.slice(term.length));
}

/** Whether `words` only name those who took part, at least so many of them: "police, health and school" says nothing of what a term means. */
export function namesPeople(words: string, atLeast: number): boolean {
  const parts = words.split(/\s*[,&/+]\s*(?:and )?| and /).map((part) => part.trim()).filter((part) => part !== '');
  if (parts.length < atLeast || !parts.some((part) => ROLE.test(part) || words.includes(','))) return false;
  return parts.every((part) => ROLE.test(part) || NAME.test(part));
}
