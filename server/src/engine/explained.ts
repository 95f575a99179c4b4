/**
 * Whether a term is explained where it stands: set off after it, in its own sentence or the next, or before it. It
 * goes by the forms of an explanation and does not know what any term means.
 */
import { MONTH } from './words/dates.js';

const NOT_MEANING = '(?:see|not|with|without|on|at|by|from|in|when|if|last|next|this|every|both|no|and|or|but|also|only|once|twice|weekly|daily|monthly|supervised|unsupervised|awaiting|attached|booked|completed|chaired|held|sent|started|ended|declined|agreed|offered|previously|now|then|still|including|pending|under|over|all|some|most|due|to be|to follow|via|apols|apologies|minutes|cancelled|missed|outstanding|since|until|after|before|about|as|per|which|who|(?:\\w+ed|written|given|taken|begun|done|made) (?:by|on|in|at|with|to|from|off))';
const BE_OR_DO = '(?:is|are|was|were|has|had|have|did|does|do|will|would|can|could|should|said|says|told|asked|went|came|met|saw|got|felt|made|took|gave|left|seemed|appeared|looked|played|wanted|refused)';
const WHAT_IT_IS = '(?:meeting|group|plan|word|name|kind|sort|list|form|check|drawing|map|talk|law|rule|person|people|worker|team|lawyer|help|picture|place|visit|order|letter|part)s?';
const SORT = `(?:${WHAT_IT_IS}|(?:nurse|doctor|service|money|payment|course|test|charity|council|teacher|officer|scheme|agreement|question|step|stage|chance|home|house|tree|way|time|panel|manager|judge|court|power|duty|decision|look|tool|chart|number|record|allowance|grant|programme|job|report|hearing|promise|room|illness|difficulty)s?)`;
const ANY_SORT = '(?:people|parents|money|help|rules|somebody|someone|anyone|everyone|everybody|those|managers|what|where|how)(?: (?:in|on|at|from|of|he|she|they) (?:[\\w’-]+ ){0,2}[\\w’-]+)?';
const DET = '(?:an?|the|our|your|his|her|their|my|[\\w’-]+[’\'\\u2019]s?|two|three|four|some|extra)';
const FEW = '(?:[\\w’-]+ ){0,3}';
/** What an explanation says a thing does; in the past only what it gave, not what it reported. */
const MEANS = '(?:(?:just |only |simply |really |also )?(?:means?|meant|says|helps|sets|lets?|allows?|allowed|gives?|gave|looks|checks|decides|works out|finds out|explains|requires|obliges|stops|tells|covers|pays|puts|protects|keeps|stands for|is short for))';
const FOR_US = '(?:that )?(?:we|i) (?:must|need|will|are|can|shall|should|cannot|pay)\\b';
/** Somebody in general: what they do is what the term means, not what was done that day. */
const ANYBODY = '(?:an?|somebody|someone|people|parents|children|families|relatives|carers|grown-ups|adults|workers|managers|police|lawyers|professionals|young people|you|one|everybody|everyone|each|no one|nobody|the (?:council|court|judge|law|police|family|families|parents|school|person|people|child|children)|we)';
const NOT_THAT_DAY = '(?!(?:[\\w’-]+\\s)?(?<!(?:is|are|be|gets?)\\s)(?:was|were|had|did|came|went|said|told|felt|got|took|gave|sat|saw|met|left|ran|made|cried|needed|\\w+ed)\\b)';
/** What sets an explanation off from its term. */
const SET_OFF_BY = '(?:,|\\s[–—-]|[–—]|:|;)\\s';
// For text in lower case, with letters spelt out: to ignore case takes long to prepare.
/** What follows a term and cannot be anything else. */
const SAID = [
  // Of what Act a section is, or for whom, may stand between.
  String.raw`(?:\s(?:of|under|for|with|from)\s[^,.;:()?!]{2,40})?(?:,|\s[–—-])\s(?:which|that|it|this|they)\s${MEANS}\b`,
  String.raw`\s(?:which|that)\s${MEANS}\b`,
  String.raw`\s(?:just |also )?(?:lets|allows|gives|allowed|gave)\s[\w’-]+\s[\w’-]+\s[\w’-]`,
  String.raw`(?:,|\s[–—-])\s(?:under|by|through) which\s`,
  String.raw`[^,.;:()?!]{0,24}(?:,|\s[–—-])\s(?:where|when|(?:in|at|during) which)\s${ANYBODY}\s${NOT_THAT_DAY}[\w’-]`,
  String.raw`,\s*(?:where|when|(?:in|at) which)\s[^,.;]{0,30}(?:,[^,.;]{0,30}){0,2}\b(?:decides?d?|agreed?|talk(?:s|ed)?|look(?:s|ed)?|plan(?:s|ned)?|meets?|met|shared?|checks?|worked|works?|asks?)\b`,
  String.raw`,\s(?:whose (?:job|work|task|role)|(?:to|with|from) whom)\s`,
  String.raw`\s+(?:is|are)\s+(?:just\s|simply\s|really\s|only\s)?(?:(?:when|where|how|what (?!it|they|we)|short for)\b|(?:a|an|the|our|your)\s(?:[\w’'-]+ )?${WHAT_IT_IS}\b|(?:people|somebody|someone)\s(?:[\w’-]+ ){0,4}(?:who|that)\b|an?\s(?:[\w’'-]+ ){0,2}${SORT}\b(?!\s(?:on|at|off|away)\b))`,
  String.raw`\s+(?:is|are)\s+(?:the|[\w’'-]+[’']s)\s(?:family|people|group)\s(?:and|who|that)\b`,
  String.raw`\s+(?:says|sets out|looks at|decides|shows)\s(?:what|how|where|who|whether)\b`,
  String.raw`(?:\s(?:was|is|has been))\sexplained:\s`,
  // The next sentence says it.
  String.raw`[^.?!]{0,60}[.?!]\s+(?:this|that|it)(?:[’']s| is)\s(?:when|where|how|(?:a|an|the|our|your)\s(?:[\w’'-]+ )?${WHAT_IT_IS}\b)`,
  String.raw`(?:\s[^.?!,;:]{1,24})?(?:[.?!;]|\s[–—-])\s+(?:this|that|it|they)\s${MEANS}\b(?!\s${FOR_US})`,
  String.raw`(?:\s[^.?!,;:]{1,24})?(?:[.?!;,:]|\s[–—-])\s+(?:in (?:plain|simple|other|everyday|short)(?:er)? (?:words|english|terms|language)|put (?:simply|plainly)|to put it|by (?:which|that|this) (?:we|i|they) mean)\b`,
  String.raw`,\s*which (?:is|are|was|were)\s+(?:a|an|the|when|where|how|what|about|(?:our|your|his|her|their|its|my)(?: own)?)\b(?!\s(?:mess|pity|shame|worry|relief|problem|good|lot|while)\b)`,
  String.raw`\sof\s[^,.;:()]{2,40},\s*which is\s(?:an?|the|when|where|how|what)\b`,
  String.raw`,?\s*(?:meaning|i\.e\.)[\s,]`,
  String.raw`(?:,|\s[–—-])\s*that(?: is|[’']s),?\s`,
  String.raw`,\s*(?:mr|mrs|ms|miss|dr)\s[^,.;]{2,30},\s(?:is|are)\s(?:an?|the)\s`,
  String.raw`(?:\s[a-z]+)?,\s*(?:[\w’'-]+(?:\s[\w’'-]+)?,\s*)?who (?:looks?|helps?|works?|runs?|checks?|makes?|stays?|visits?|supports?|decides?|speaks?|listens?|teach(?:es)?|tells?|keeps?|advises?)\s`,
  // A sort of thing, and what for; after a word or two that do not part it from its term ("drawn").
  String.raw`(?:\s[a-z]+){0,2}${SET_OFF_BY}(?:or )?(?:just |simply )?(?:${DET} ${FEW}${SORT}|(?:extra |some )?${ANY_SORT})\s(?:that|who|which|where|when|about|whether|of|with|between|on whether|we|you|they|to [a-z]+ (?:if|whether|what|how|who)|before a|there)\b`,
  String.raw`,\s*(?:an?|the|our|your)\s(?:[\w’'-]+ ){0,3}${SORT}\s(?:that|who|which|where|when|for)\b`,
  // What it is was said to somebody: "She asked what it was. I said it is a court order that …"
  String.raw`(?:\s[^.?!]{0,100})?[.?!]\s+[\w’'-]+\s(?:have\s)?(?:said|explained)\s(?:that\s)?(?:it|they|this)(?:(?:[’']s|\s(?:is|was|are|were))\s(?:(?:an?|the|when|where|how|what|our|like|about|for)\b)|\s(?:means?|meant|lets?)\b)`,
].join('|');
/** What may also follow letters in a list of people or of grades: "SW (L. Fenn)", "CSE: the new form". */
const BESIDE = [
  // Two words at least, and no date, time, amount or remark: "(14 May 2024)", "(weekly)", "(see below)" explain nothing.
  String.raw`\((?!${NOT_MEANING}\b)(?!${MONTH.toLowerCase()}\b)(?!(?:mon|tues|wednes|thurs|fri|satur|sun)day)[^)\d]*[a-zà-ɏ][^)\d\s]*\s+[a-zà-ɏ][^)\d]*\)`,
  // An amount, and what it is for: "(up to £3,000 to buy what he needs)".
  String.raw`\((?:up to |about |around |at least |the |an? |\w+ )?£?\d[^)]*\s(?:that|who|which|to|for (?:somebody|someone|people|a|what)|in (?:every |each )?(?:100|10|a hundred|ten)|out of)\s[^)]{6,}\)`,
  String.raw`[^,.;:()]{0,24}\s\((?:(?:the|an?)\s(?![^)]*\s(?:was|were|has|had)\s)[^),]{8,}|(?:where|when|people|those|somebody|someone|that is|this is|which is)\s[^)]{8,})\)`,
  String.raw`,\s*(?:his|her|their|your|our|my)\s(?:[\w’'-]+ ){0,2}(?:${WHAT_IT_IS}|(?:view|report|account|promise|reasons?) (?:of|on|about|for|to|why))\b`,
  String.raw`(?:,\s(?:as|so) (?:they|it is|people) call(?:ed)? it)?:\s+(?:she|he|they|it|this|that)\s`,
  // In commas, and no clause of its own: not "At contact, the boys were happy, and …".
  String.raw`,\s*(?:or\s+)?(?:a|an|the)\s(?!(?:first|second|third|last|next|only|latest|new|same)\b(?!\s(?:step|stage|chance|part|thing)\b))(?!(?:[^,.;]*\s)?${BE_OR_DO}\s)[^,.;]{6,}[,.;]`,
  // A grade is no meaning: "CSE = medium".
  String.raw`\s*=\s*(?!(?:low|medium|high|standard|red|amber|green|yes|no|none|nil|met|done|positive|negative|good|poor|ok|fine|tb[ac])\b)[a-zà-ɏ]`,
  String.raw`:\s+(?:a|an|the)\s(?!(?:[^,.;]*\s)?${BE_OR_DO}\s)[^.;]{6,}`,
  // What follows from it for us is not what it is: "NRPF means we must pay".
  String.raw`\s+means\b(?!\s${FOR_US})`,
].join('|');
const OWN_NOUN = String.raw`^(?:\s(?:meeting|assessment|plan|order|panel|conference|review|discussion|group))?[’'"”]?s?\s*`;
const SAYS_WHAT = new RegExp(`${OWN_NOUN}(?:${SAID})`);
const HAS_BESIDE = new RegExp(`${OWN_NOUN}(?:${BESIDE})`);
/** "a small group, called the core group" */
const CALLED = /\b(?:called|known as|referred to as|(?:calls?|called) (?:it|this|that)|(?:we|they|law|council|form|forms|court|courts|workers|services|schools?|lawyers|police|hospital|file) calls?|named|(?:name|terms?|words?) for(?: (?:it|this|that|them) (?:is|was))?)\s(?:(?:an?|the|his|her|their|your|our|my)\s)?["“‘']?$/;
/** "A strategy discussion is a call between …": a sentence that opens with the term and goes on with what it is. */
const OPENS = /(?:^|[.?!\n]\s*)An?\s$/;
const DEFINES = /^s?\s(?:is|are|means)\s(?:(?:an?|the|when|where|how|what|our|your|people)\b|\p{Lu}\p{L}+[’']s\s)/u;
/** "That is private fostering: a parent arranging for a child to live with …" */
const THAT_IS = /\b(?:[Tt]hat|[Tt]his|[Ii]t)(?:[’']s| is| was)(?: called)? (?:an? |the )?$/;
const IS_A = /^: (?:an?|the|when|where|how|somebody|someone|people) /;
const IN_BRACKETS = /[\p{L}\d]\s*\((?:(?:the|an?|our|called|known as|or)\s)*[“‘"']?$/u;
const BRACKETED = /^[’'"”]?s?\s*\(([^)]*)\)/;
const SET_OFF = /^,\s*((?:the|an?)\s[^,.;]+)[,.;]/;
const ROLE = /^(?:the |an? |his |her |their )?(?:police|health|school|nursery|college|education|housing|probation|legal|paeds|gps?|hvs?|sws?|edt|yot|yjs|camhs|cafcass|carers?|mum|mam|dad|nan|gran|mother|father|parents?|family|children|child|social (?:care|workers?)|health visitors?|(?:school |community )?nurses?|(?:head |form |class )?teachers?|managers?|midwi(?:fe|ves)|paediatricians?|advocates?|interpreters?|minutes?|us|me|others?)$/i;
const NAME = /^(?:[A-ZÀ-Þ][\w.’'À-ɏ-]*)(?: [A-ZÀ-Þ][\w.’'À-ɏ-]*){0,2}$/;

/** Whether the term at `start` to `end` is followed by what it means, or stands in brackets after it. */
export function isExplained(prose: string, start: number, end: number): boolean {
  const after = prose.slice(end, end + 200);
  if (namesPeople(BRACKETED.exec(after)?.[1] ?? '', 2) || namesPeople(SET_OFF.exec(after)?.[1] ?? '', 1)) return false;
  const lower = after.toLowerCase();
  if (HAS_BESIDE.test(lower) || SAYS_WHAT.test(lower) || saidNext(prose.slice(start, end), after)) return true;
  const before = prose.slice(Math.max(0, start - 60), start);
  if (CALLED.test(before) || (THAT_IS.test(before) && IS_A.test(after))) return true;
  if (OPENS.test(before) && DEFINES.test(after)) return true;
  return prose[end] === ')' && IN_BRACKETS.test(before);
}

/** The same of letters. */
export function areLettersExplained(prose: string, end: number): boolean {
  return SAYS_WHAT.test(prose.slice(end, end + 200).toLowerCase());
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
