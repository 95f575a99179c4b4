/**
 * Whether a line is a task at all, and not an account, a notice, a condition or how things stand. It reads one line and
 * knows of the note only what kind of part the line stands in.
 */
import { hasHappened, type Clause } from './clauses.js';
import type { Part } from './headings.js';
import type { Words } from './said.js';
import { DOING_VERBS, EVENTS, isName, PERSON, THINGS, wordsOf } from './words.js';

/** Whether the words are a task where they stand. */
export function isTask(words: Words, part: Part): boolean {
  const { said, plain, clauses, dated } = words;
  if (!/[A-Za-zÀ-ɏḀ-ỿ]/u.test(plain) || SAYS_NOTHING.test(plain) || (/\?$/.test(plain) && wordsOf(plain).length > 5) || /^(?:if\b|(?:plan b|contingency|back-?up plan)(?::| [–—-]))/i.test(said) || (MATTER.test(plain) && STAYS.test(plain)) || hasHappened(said)) return false;
  if (clauses.every(({ form, verb }) => form !== 'order' && (form !== 'task' || STAYING.test(verb))) && clauses.some(({ form }) => form === 'task')) return false;
  if (DONE_TO.test(said) || AS_IT_IS.test(said) || GLAD.test(said) || LEFT_OPEN.test(said) || GOES_ON.test(said) || isOver(said)) return false;
  if (part === 'unsaid') return isTelegraphic(said) && clauses.some(({ form, subject, passive }) => form === 'task' && (passive || subject.includes(PERSON)));
  if (clauses.some(({ form }) => form === 'task') && (part === 'actions' || !/\b(?:should|must|could|would|might|has to|have to)\b/.test(said))) return true;
  if (NOTICE.test(plain) || (clauses.every(({ form }) => form === 'topic') && EVENTS.test(plain) && dated)) return false;
  return part === 'actions' || clauses[0].form === 'order' || isFragment(said, clauses);
}

/** "Mum to ring", "form to be signed": under any heading a line put so is a task. */
export function isTelegraphic(said: string): boolean {
  if (TELEGRAPHIC.test(said.slice(0, FAR))) return true;
  return namedTask(said) !== null;
}

/** Somebody whom the note has not introduced: "Zainab" of "Zainab to ring". */
export function namedTask(said: string): string | null {
  const named = /^([A-ZÀ-ÞĀ-ɏḀ-ỿ][^ .,:;]*(?: [A-ZÀ-ÞĀ-ɏḀ-ỿ][^ .,:;]*)?) to ([a-z]+)\b/u.exec(said);
  return named !== null && !/^(?:Some|Any|Every|No)(?: ?one|body|thing)\b/.test(named[1]) && DOING_VERBS.has(named[2]) && (isName(named[1]) || /^[A-Z]{2,3}$/.test(named[1])) ? named[1] : null;
}

/** "Nan will …" at the start of a line. */
export function isPromise(said: string): boolean {
  return /^(?:the |our )?\u0001(?:(?:,| and| &|\/) ?\u0001)*(?: will| shall| (?:is|are) to| agrees? (?:not )?to|['’]ll) [a-zß-ɏḀ-ỿ]/u.test(said);
}

/** "Nasra – ring the surgery", "SW: chase housing". */
export function isAllotted(said: string): boolean {
  const verb = /^(?:\u0001|[A-ZÀ-ÞĀ-ɏḀ-ỿ][^ .,:;]*)(?:(?:,| and| &| ?\/) ?(?:\u0001|[A-ZÀ-ÞĀ-ɏḀ-ỿ][^ .,:;]*))*(?: \([^)]*\))?(?: ?:| [–—-]) ([a-z]+) \S/u.exec(said);
  return verb !== null && DOING_VERBS.has(verb[1]) && !THINGS.has(verb[1]);
}

/** A cell or a line that is as good as blank. */
export const SAYS_NOTHING = /^(?:(?:n\/?a|none|nil(?: (?:further|else))?|nothing (?:further|else|more)|tbc|tba|[-–—.…?]+)\.?$|nfa\b|no further action\b|(?:nobody|no one|no-one)\b)/i;
/** How things stand, rather than a task: "The plan continues", "Case to remain open". */
const STAYS = /^(?:it (?:is|was|has been) (?:agreed|decided) )?(?:that )?(?:the |this )?(?:[A-Za-zÀ-ɏḀ-ỿ-]+ ){0,4}(?:plan|case|order) (?:(?:to|will|should) )?(?:continues?|remains?|stays?|ends?|closes?|be closed|is closed)\b/iu;
const MATTER = /plan|case|order/i;
const STAYING = /^(?:remain|stay|live|continue to (?:live|stay|reside)|reside) (?:with|in|at|on|where|living|here|there|under|open|subject)\b/i;
const NOTICE = /^(?:(?:[^:]{2,25} )?(?:signature|signed)\b|(?:level|threshold|category|status|consent|rating)\b[^:.]{0,30}:|(?:date|time) (?:of|and)|(?:the |our )?next(?:: ?\d| (?!steps?\b))|review date|back (?:here|there|at|on|again)\b|we (?:will )?(?:next )?meet)/i;

const DONE_TO = /^(?:the |our )?\u0001(?:(?:,| and| &|\/) ?\u0001)*(?: will|['’]ll) (?:also |then |both )?be (?!made to|required to|expected to|able|informed|notified|updated)[a-zß-ɏ]+(?:ed|en|ought|ept|old)\b/u;

/** How somebody takes it, and what is done already: "Tanya happy with this", "Nan does not want to come", "Dentist: done". */
const AS_IT_IS = /^(?:the |our )?(?:\u0001(?:['’](?:m|re|s))?|[A-ZÀ-ÞĀ-ɏḀ-ỿ][^ ]*['’]s [a-z]+)(?:(?:,| and| &) ?\u0001)* (?:(?:is |are |was |were |very |not |both )*(?:happy|pleased|aware|keen|fine|ok|okay|sorry|sad|glad|proud|worried|upset|unable|unsure|content|agreeable|grateful|relieved|unhappy|willing|permitted|allowed|entitled|welcome|likely|unlikely)\b|(?:does|do|did)(?: not|n['’]t) (?:want|think|feel|wish|agree|like|know|need)\b|will not be [a-z]+ing\b|would like\b)|(?::|,| [–—-]| \() ?(?:done|completed|achieved|all done|already done|not needed|no longer needed)\b/iu;

/** "Happy to talk it through", "Nothing else to report": nothing is left to do. */
const GLAD = /^(?:\u0001(?:['’]m| am|['’]re| are) )?(?:so |very |really |also |only )*(?:[Ss]orry|[Hh]appy|[Gg]lad|[Pp]leased|[Pp]roud|[Gg]ood|[Nn]o need|Nothing|Nowhere)\b[^.;:]{0,30} to\b/u;

/** What somebody may do, or means to: "Dad might ring", "Chantelle intends to repaint". */
const LEFT_OPEN = /^(?:the |our )?(?:\u0001|[A-ZÀ-ÞĀ-ɏḀ-ỿ][^ .,:;]*|anyone|anybody|everyone|families|parents|young people)(?:(?:,| and| &) ?(?:\u0001|[A-ZÀ-ÞĀ-ɏḀ-ỿ][^ .,:;]*))*(?: |(?=['’]d))(?:(?:also|still|now|both|all) )?(?:might|may|can|intends?|hopes?|wants?|wishes|(?:would|['’]d) (?:like|love|prefer|rather)|(?:is|are|am) (?:also )?(?:hoping|planning|thinking|keen|considering|wondering)|plans) (?!be asked)/u;

/** How things are, and no one's task: "The drop-in runs all year", "Family time stays as it is", "No further visits needed". */
const GOES_ON = /^(?:(?!.*\b(?:to be|will|must|should)\b)(?:The |This |Our |Her |His |Their )?(?:(?! to | [–—-] )[^\u0001.,:;(]){2,50}? (?:runs?|lends?|stays?|remains?|costs?|lasts?|opens|is|are|takes place|goes on) (?!to |needed|required|due|overdue|outstanding|still |not |urgent)\S|(?:The |Our )?\u0001(?:(?:,| and| &) ?\u0001)* (?:has|have|know|knows) (?:the|an?|no) (?!week|day|night|month)|.*(?:[:,]| [–—-]) ?(?:the |our )?(?:[A-Z]\S* )?\u0001 (?:has|have) (?:one|it|them|that|this|some)\b|No (?:further|more|other) .* (?:needed|required|planned|agreed)\b|Not to do\b)/u;

const DEED = '(?:sent|posted|delivered|fitted|arrived|came|signed|collected|bought|built|paid|received|accepted|returned|installed|done|made|found|mended|repaired|replaced|submitted|handed (?:in|over)|picked up|filled in|granted|awarded|approved)';
/** "Letter sent 3/9", "glasses collected on Tuesday". */
const DONE_ON = new RegExp(String.raw`\s${DEED}(?: (?:and|in|to|by|at|the|post|office|\u0001|him|her|them|us))* (?:on |in )?(?:\d{1,2}[/.]\d|\d{1,2}(?:st|nd|rd|th)?(?: of)? [A-Z][a-z]{2}|(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|last (?:week|month|term|night))\b|yesterday\b|already\b)`, 'u');
/** "Laptop – delivered", "Speech therapy, place offered and accepted". */
const DONE_SINCE = new RegExp(String.raw`(?:[,:([]| [–—-]) ?(?:now |already |all |both )?(?:[a-z]+ )?(?:(?:now|already|offered|booked|ordered|agreed) (?:and )?)?${DEED}(?:$|[ ,.;)\]])`, 'u');
const DONE = /(?:[.:,([]| [–—-]) ?(?:now |all |already )*(?:[Dd]one|[Cc]ompleted?|[Aa]chieved|[Ss]orted|DONE|[Nn]o longer needed|[Nn]ot needed)(?:$|[ .,;)\]])/u;
/** "Email sent to the nurse." */
const DONE_SO = new RegExp(String.raw`^[A-Z][a-z]+(?: [a-z]+){0,2} ${DEED}(?: (?:to|with|from) (?:the |his |her )?[^ ]+(?: [^ ]+)?)?\.?$`, 'u');
/** "Number on the phone – Nan did it while we talked". */
const DONE_BY = /(?:[:;,(]| [–—-]) ?(?:the |our )?(?:\u0001|[A-ZÀ-Þ][a-zß-ɏ’'-]+)(?: (?:has|have))?(?: already| now| just)? (?:did|done|sorted|picked|took|brought|made|rang|fixed|found|sent|put|got|booked|posted|bought|wrote|filled|set|dropped|handed|signed|collected|completed|finished)\b (?:it|this|that|them|him|her|one|these|those)\b/u;
/** With these it is still to come. */
const TO_COME = /\b(?:to be|to get|will|not|by|until|before|needs?|chase|once|when|if|un[a-z]+ed)\b/iu;

/** What has been done: nothing is left to ask. */
function isOver(said: string): boolean {
  return (DONE_BY.test(said) || DONE_ON.test(said) || DONE_SINCE.test(said) || DONE.test(said) || DONE_SO.test(said)) && !TO_COME.test(said) && !/\bto [a-z]/u.test(said.replace(/\b(?:sent|given|posted|delivered|accepted|returned|letter) to /gu, ''));
}

/** How far into a line its verb stands. */
const FAR = 200;
const TELEGRAPHIC = /^(?:the |our )?(?:(?:[Ee]very(?:one|body)|\u0001(?:(?:,| and| &|\/) ?\u0001)*)(?: still)? to (?!be\b)[a-zß-ɏḀ-ỿ]{2,}|(?!.*\b(?:is|are|was|were|has|have|had|needs?|wants?|likes?|said|says|about|how|what|who|not|due|going|way|too|able|ready)\b.* to )[^.;:,]{1,60} to be [a-zß-ɏḀ-ỿ]+(?:ed|en|one|ade|ut|ent|ought|old|et)\b)/u;

/** "Parenting course", "Direct work with Leo": under a heading such as Decisions it is what was decided on. */
function isFragment(said: string, clauses: readonly Clause[]): boolean {
  return clauses.every(({ form }) => form === 'topic') && wordsOf(said).length <= 6 && !/\b(?:is|are|was|were|has|have|had|remains?|not|aware|agrees?|yes|no|none|because|wants?|needs?|says?|said|feels?|thinks?|continues?|noted|reported|looks?|seems?)\b/i.test(said);
}
