/**
 * Whether a line is a task at all, and not an account, a notice, a condition or how things stand. It reads one line and
 * knows of the note only what kind of part the line stands in.
 */
import { hasHappened, type Clause } from './action-clauses.js';
import type { Part } from './action-headings.js';
import type { Words } from './action-said.js';
import { EVENTS, PERSON, wordsOf } from './action-words.js';

/** Whether the words are a task where they stand. */
export function isTask(words: Words, part: Part): boolean {
  const { said, plain, clauses, dated } = words;
  if (!/[A-Za-zÀ-ɏḀ-ỿ]/u.test(plain) || SAYS_NOTHING.test(plain) || (/\?$/.test(plain) && wordsOf(plain).length > 5) || /^(?:if\b|(?:plan b|contingency|back-?up plan)(?::| [–—-]))/i.test(plain) || (MATTER.test(plain) && STAYS.test(plain)) || hasHappened(said)) return false;
  if (clauses.every(({ form, verb }) => form !== 'order' && (form !== 'task' || STAYING.test(verb))) && clauses.some(({ form }) => form === 'task')) return false;
  if (DONE_TO.test(said) || AS_IT_IS.test(said)) return false;
  if (part === 'unsaid') return isTelegraphic(said) && clauses.some(({ form, subject, passive }) => form === 'task' && (passive || subject.includes(PERSON)));
  if (clauses.some(({ form }) => form === 'task') && (part === 'actions' || !/\b(?:should|must|could|would|might|has to|have to)\b/.test(said))) return true;
  if (NOTICE.test(plain) || (clauses.every(({ form }) => form === 'topic') && EVENTS.test(plain) && dated)) return false;
  return part === 'actions' || clauses[0].form === 'order' || isFragment(said, clauses);
}

/** "Mum to ring", "form to be signed": under any heading a line put so is a task. */
export function isTelegraphic(said: string): boolean {
  return TELEGRAPHIC.test(said.slice(0, FAR));
}

/** "Nan will …" at the start of a line. */
export function isPromise(said: string): boolean {
  return /^(?:the |our )?\u0001(?:(?:,| and| &|\/) ?\u0001)*(?: will|['’]ll) [a-zß-ɏḀ-ỿ]/u.test(said);
}

/** A cell or a line that is as good as blank. */
export const SAYS_NOTHING = /^(?:(?:n\/?a|none|nil|tbc|tba|[-–—.…?]+)\.?$|nfa\b|no further action\b|(?:nobody|no one|no-one)\b)/i;
/** How things stand, rather than a task: "The plan continues", "Case to remain open". */
const STAYS = /^(?:it (?:is|was|has been) (?:agreed|decided) )?(?:that )?(?:the |this )?(?:[A-Za-zÀ-ɏḀ-ỿ-]+ ){0,4}(?:plan|case|order) (?:(?:to|will|should) )?(?:continues?|remains?|stays?|ends?|closes?|be closed|is closed)\b/iu;
const MATTER = /plan|case|order/i;
const STAYING = /^(?:remain|stay|live|continue to (?:live|stay|reside)|reside) (?:with|in|at|on|where|living|here|there|under|open|subject)\b/i;
const NOTICE = /^(?:(?:date|time) (?:of|and)|(?:the |our )?next (?!steps?\b)|review date|back (?:here|there|at|on|again)\b|we (?:will )?(?:next )?meet)/i;

const DONE_TO = /^(?:the |our )?\u0001(?:(?:,| and| &|\/) ?\u0001)*(?: will|['’]ll) (?:also |then |both )?be (?!made to|required to|expected to|able|informed|notified|updated)[a-zß-ɏ]+(?:ed|en|ought|ept|old)\b/u;

/** How somebody takes it, and what is done already: "Tanya happy with this", "Nan does not want to come", "Dentist: done". */
const AS_IT_IS = /^(?:the |our )?(?:\u0001|[A-ZÀ-ÞĀ-ɏḀ-ỿ][^ ]*['’]s [a-z]+)(?:(?:,| and| &) ?\u0001)* (?:(?:is |are |was |were |very |not |both )*(?:happy|pleased|aware|keen|fine|ok|okay|sorry|worried|upset|unable|unsure|content|agreeable|grateful|relieved|unhappy|willing)\b|(?:does|do|did)(?: not|n['’]t) (?:want|think|feel|wish|agree|like|know|need)\b|will not be [a-z]+ing\b|would like\b)|(?::|,| [–—-]| \() ?(?:done|completed|achieved|all done|already done|not needed|no longer needed)\b/iu;

/** How far into a line its verb stands. */
const FAR = 200;
const TELEGRAPHIC = /^(?:the |our )?(?:\u0001(?:(?:,| and| &|\/) ?\u0001)* to (?!be\b)[a-zß-ɏḀ-ỿ]{2,}|(?!.*\b(?:is|are|was|were|has|have|had|needs?|wants?|likes?|said|says|about|how|what|who|not|due|going|way|too|able|ready)\b.* to )[^.;:,]{1,60} to be [a-zß-ɏḀ-ỿ]+(?:ed|en|one|ade|ut|ent|ought|old|et)\b)/u;

/** "Parenting course", "Direct work with Leo": under a heading such as Decisions it is what was decided on. */
function isFragment(said: string, clauses: readonly Clause[]): boolean {
  return clauses.every(({ form }) => form === 'topic') && wordsOf(said).length <= 6 && !/\b(?:is|are|was|were|has|have|had|remains?|not|aware|agrees?|yes|no|none|because|wants?|needs?|says?|said|feels?|thinks?|continues?|noted|reported|looks?|seems?)\b/i.test(said);
}
