/**
 * What the columns of a table of actions are, by their headers. It does not look at what stands under them.
 */
import type { Part } from './headings.js';
import { isName } from './words.js';

/** Which column of a table says what; -1 where none does. Two may be the same: "By whom and when". */
export interface Columns {
  readonly what: number;
  readonly who: number;
  readonly when: number;
  /** How far it has got: "Done?", "Status". */
  readonly done: number;
  /** Each is one person's, whose part in a task stands there. */
  readonly people: readonly number[];
  /** What may say more of the task: neither an aim, nor who sees to it that it is done. */
  readonly notes: readonly number[];
}

/** A header as it stands, and with people as in `Words`; both are '' for a column without one. */
export interface Header {
  readonly plain: string;
  readonly said: string;
  readonly dated: boolean;
}

/** The columns of an action table, or null for another kind of table. */
export function columnsOf(headers: readonly Header[], part: Part): Columns | null {
  // "Action (by 3 June)" is no column of dates.
  const plain = headers.map((header) => (header.dated ? header.plain.replace(/[\s(,–-]*\b(?:by|before|until|within)\b(?! when).*$/i, '') : header.plain));
  const people = peopleIn(headers, part);
  const tasks = people.length > 0 ? besidesPeople(plain, people) : taskColumns(plain, part);
  if (!tasks || plain.some((header) => FORMER.test(header))) return null;
  // An outcome before the task is what it is for.
  const done = plain.findIndex((header, at) => at !== tasks.what && (DONE.test(header) || (at > tasks.what && /^outcome$/i.test(header))));
  if (done >= 0 && part === 'other') return null;
  const told = [tasks.what, tasks.who, tasks.when, done, ...people];
  return { ...tasks, done, people, notes: [...plain.keys()].filter((at) => !told.includes(at) && at > tasks.what && !CHECKER.test(plain[at]) && !AIM.test(plain[at]) && !GOAL.test(plain[at]) && !WHO.test(plain[at])) };
}

/** "Done?", "Where it got to", "How it is going": whether it has been done, and not how it will be. */
const DONE = /^(?:(?:is it |all )?done|(?:target )?met|achieved|completed?|finished|closed|actioned|status|progress|update|result|rag|[✓✔☑✅]|tick(?:ed)?|(?:so far|since then)|where (?:it|we|this|that|things)\b.{0,12}\b(?:got|at|to|up|now)|how (?:it|this|that)(?:['’]s| is| has| did)? (?:go|goes|going|gone|got|went)\b.*|how far\b.*|what happened\b.*|(?:did|has) (?:it|this|that|they) .*)\s*\??$/i;
const GOAL = /\b(?:outcome|goal|aim|different|better|worry|worries|need|why|success|know|measure|source)\b/i;

/** The columns that are people: "Step | Mum | Nan | Somebody else", "Mum will | Nan will". */
function peopleIn(headers: readonly Header[], part: Part): readonly number[] {
  const columns = (fits: (header: Header) => boolean): readonly number[] => headers.flatMap((header, at) => (fits(header) ? [at] : []));
  const tasked = columns(({ said, plain }) => THEIR_TASK.test(said) || THEIR_PART.test(plain));
  if (tasked.length > 1) return columns(({ said, plain }) => THEIR_TASK.test(said) || THEIR_PART.test(plain) || OTHERS.test(plain));
  const named = columns(({ said, plain }) => PEOPLE.test(said) && !OWNER.test(plain));
  const others = columns(({ plain }) => OTHERS.test(plain));
  const topic = headers.some(({ plain }) => TOPIC.test(plain));
  if (named.length > 0 && named.length + others.length > 1) return topic || part === 'actions' ? columns(({ said, plain }) => (PEOPLE.test(said) && !OWNER.test(plain)) || OTHERS.test(plain) || likeName(plain)) : [];
  // Names the note has not introduced, where there is nothing else that they could be.
  const likeNames = columns(({ plain }) => likeName(plain));
  const rest = headers.filter(({ plain }, at) => !likeNames.includes(at) && !WHEN.test(plain) && !DONE.test(plain) && !OTHERS.test(plain));
  return likeNames.length > 1 && rest.length === 1 && TOPIC.test(rest[0].plain) ? likeNames : [];
}

function likeName(header: string): boolean {
  return isName(header) && ![NO_NAME, OWNER, WHO, WHEN, DONE, WHAT].some((other) => other.test(header));
}

const SOME_PEOPLE = String.raw`(?:the |our )?\u0001(?:(?:,| and| &| ?\/) ?\u0001)*(?: \([^)]*\))?`;
const PEOPLE = new RegExp(`^${SOME_PEOPLE}$`, 'iu');
/** "What Mum will do", "Nan will", "Dad to do". */
const THEIR_TASK = new RegExp(String.raw`^(?:what )?${SOME_PEOPLE}(?:(?: will| is going to| are going to| has agreed to| agreed to| to|['’]ll)(?: do)?| does| do| promises)[:?]?$`, 'iu');
const THEIR_PART = /^\p{L}[\p{L} ]{1,20}['’]s? (?:part|jobs?|tasks?|actions?|bit|promises?)$/iu;
const OTHERS = /^(?:(?:some|any|every)(?:one|body) else|others?|other (?:people|family|agencies|help|workers|professionals)|who else|the rest.*)$/i;
/** Headers over owners, though some of them may be people's roles. */
const OWNER = /^(?:who|whom|owner|lead|person|people|worker|name|agency|member|helper|provider|professional|initials)$/i;
const TOPIC = /^(?:(?:next|first|our|the|agreed) )?(?:steps?|tasks?|jobs?|actions?|to do|what (?:we|needs|will|has to|is to)\b.*)$/i;
const NO_NAME = /^(?:detail|cost|reason|impact|area|goal|note|target|aim|who|what|why|how|where|need|risk|worry|colour|size|room|place|score|number|item|step|task|job|priority|order|day|review|source|event)$/i;

/** What each does about what stands in the first column that is nobody's. */
function besidesPeople(headers: readonly string[], people: readonly number[]): Pick<Columns, 'what' | 'who' | 'when'> {
  const free = (at: number): boolean => !people.includes(at) && !DONE.test(headers[at]) && !CHECKER.test(headers[at]) && !NUMBERING.test(headers[at]);
  const when = headers.findIndex((header, at) => free(at) && WHEN.test(header) && !TOPIC.test(header));
  const topic = headers.findIndex((header, at) => free(at) && TOPIC.test(header));
  return { what: topic >= 0 ? topic : headers.findIndex((_, at) => free(at) && at !== when), who: -1, when };
}

const NUMBERING = /^(?:no\.?|number|ref|#)$/i;
const NO_TASK = /^(?:event|place|where)$|\b(?:sign(?:ed|ature)?|role|relation(?:ship)?|phone|telephone|mobile|email|address|agency|organisation|dob|age|score|said|present|attended|apologies)\b/i;

const WHAT = /^what['’]s (?:needed|to be done|happening)|^(?:[A-Za-zÀ-ɏḀ-ỿ]+ ){0,3}(?:actions?|tasks?|steps?|decisions?|recommendations?|commitments?|promises?|jobs?)\b(?!.*\b(?:taken|completed|status|number|no|by|update|from|since)\b)|^what(?:$| (?:will|needs|we|is|are|do|to|each|exactly|by|i|they|you|[A-Za-zÀ-ɏḀ-ỿ]+ will|['’]s needed|happens next|must|should|has been agreed|was agreed)\b(?! (?:are )?(?:worried|want|said|saw|see|know|think|did|working)))|^(?:will|to) do$|^we(?:['’]ve| have)? agreed$|\b(?:will do|agreed to do|are doing|is doing)$/iu;
/** Only where no header says more. */
const ALSO_WHAT = /^(?:(?:our|the|family|agreed|my) )?(?:plan|how|help|support|offer|intervention|activity|response|agreed|item|service|provision)s?\b/i;
const AIM = /^what(?: we)? (?:needs?|has|have|is|are|do|will be)\b(?! (?:to )?(?:happen|be done|do)\b)/i;
const WHO = /\b(?:who|whose|whom|initials|provider|provided by|member|professional|lead|responsible|responsibility|owner|person|worker|name|by|agency|helper)\b/i;
/** One column for both: "Who does what". */
const WHO_DOES_WHAT = /\bwho\b.{0,20}\bwhat\b|\bwhat\b.{0,20}\b(?:by whom|who)\b/i;
const WHEN = /\b(?:when|days?|nights|time ?-?scales?|time ?-?frames?|timing|date|due|deadline|target|by|how soon|how often|frequency|completion|start|starting)\b/i;
/** Who sees to it that it is done, or what came of it. */
const CHECKER = /\b(?:check|checks|checked|checking|know|review|reviewed|said|says|progress|status|outcome|agreed by|update|done|worried)\b/i;

/** Who is there, and who stands by whoever does it. */
const COMING = /\b(?:comes?|coming|attends?|attending|invited|present|lives)\b/i;
const HELPING = /\b(?:help|helps|helping|helper|support|supports|supporting|supported)\b/i;

/** Who, beside a date; else when. */
const BY = /^(?:(?:to be )?(?:done|completed?|finished|actioned) )?by$/i;

/** Which of them says what, who and when; null for another kind of table. */
function taskColumns(headers: readonly string[], part: Part): Pick<Columns, 'what' | 'who' | 'when'> | null {
  const first = (test: (header: string) => boolean): number => headers.findIndex((header) => header !== '' && test(header));
  const whoSays = (header: string): boolean => WHO.test(header) && !CHECKER.test(header) && !BY.test(header) && !COMING.test(header) && (!/\bby when\b|\bwhen by\b/i.test(header) || /\bwho\b/i.test(header));
  let when = first((header) => WHEN.test(header) && !CHECKER.test(header) && !BY.test(header) && !/\b(?:by whom|by who|who by|lead|date of)\b(?!.*\b(?:when|date|time))/i.test(header) && !WHAT.test(header));
  let who = first((header) => whoSays(header) && !WHAT.test(header) && !HELPING.test(header));
  if (who < 0) who = first((header) => whoSays(header) && !WHAT.test(header));
  if (when < 0) when = first((header) => /\breview (?:date|by|on)\b|\bdate (?:of|for) review\b/i.test(header));
  if (who < 0 && when >= 0) who = headers.findIndex((header, at) => at !== when && BY.test(header));
  if (when < 0) when = headers.findIndex((header, at) => at !== who && BY.test(header));
  const both = first((header) => WHO_DOES_WHAT.test(header));
  if (both >= 0) return { what: both, who: -1, when };
  let what = first((header) => WHAT.test(header) && !AIM.test(header));
  if (what < 0 && (who >= 0 || when >= 0)) what = besides(headers, who, when);
  if (what < 0) what = first((header) => WHAT.test(header));
  if (what < 0) return null;
  if (who < 0 && when < 0) return part === 'actions' || LISTED.test(headers[what]) || (/^(?:actions?|tasks?)$/i.test(headers[what]) && !headers.some((header) => RECORD.test(header))) ? { what, who, when } : null;
  // Outside a part for actions, a table of what happened when looks much the same.
  const plainly = (WHAT.test(headers[what]) && !/^what$/i.test(headers[what])) || /\bplan\b/i.test(headers[what]);
  if (part !== 'actions' && !(plainly && who >= 0) && (who < 0 || when < 0 || /^(?:date|when|date .*)$/i.test(headers[0]) || when < Math.min(who, what))) return null;
  return { what, who, when };
}

/** A column that lists what is to be done, in a table of something else: "Worries | Strengths | What needs to happen". */
const LISTED = /^(?:next steps?|what needs to (?:happen|be done)|(?:agreed )?actions? (?:agreed|needed|required)|agreed actions?|what will happen|what happens next)\b/i;

/** "Action from last time": what these rows hold has had its day. */
const FORMER = /^(?:agreed )?(?:actions?|tasks?|steps?|plan|what (?:we|was) .{1,20})\b.{0,20}\b(?:last (?:time|meeting|review|month|visit|supervision|session)|previous(?:ly)?)\b|^(?:last|previous) (?:time['’]s )?(?:actions?|plan|tasks?)\b/i;
const RECORD = /\b(?:date|event|time|incident|source|happened)\b/i;

/** Where no header says "what", it is the column beside who and when: "Need | How it will be met | Who | When". */
function besides(headers: readonly string[], who: number, when: number): number {
  const other = (at: number): boolean => at !== who && at !== when && headers[at] !== '' && !CHECKER.test(headers[at]) && !NUMBERING.test(headers[at]) && !NO_TASK.test(headers[at]);
  const helping = headers.findIndex((header, at) => other(at) && ALSO_WHAT.test(header));
  if (helping >= 0 || who < 0 || when < 0) return helping;
  for (let at = Math.min(who, when) - 1; at >= 0; at--) if (other(at)) return at;
  const named = headers.findIndex((_, at) => other(at));
  // "| | By whom | Date |"
  return named < 0 && headers[0] === '' && who !== 0 && when !== 0 ? 0 : named;
}
