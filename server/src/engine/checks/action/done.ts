/**
 * Whether what stands beside a task says that it is done: "Yes, 14 January", "Met", "came 28 November". What is begun,
 * half done or booked is not. It does not know which cell or field it reads.
 */
import { hasHappened } from './clauses.js';
import type { Words } from './said.js';

/** Whether a cell under "Done?", "Status" or the like says so. */
export function isDone({ plain, said }: Words): boolean {
  return !NOT_YET.test(plain) && (DONE.test(plain) || hasHappened(said));
}

/** Whether a cell that asks for something else says so, or the end of the task itself: "Bed – done". */
export function saysDone({ plain }: Words): boolean {
  return DONE_ALONE.test(plain) || DONE_BEHIND.test(plain);
}

const DONE = /^(?:y|yes|x|done|all done|complete|completed|fully|met|achieved|finished|closed|sorted|resolved|received|delivered|in place|now in place|happened|yep|actioned|no longer needed|not needed)\b|^[✓✔☑✅√]/iu;
const NOT_YET = /^(?:n|no|not|none|never|nearly|almost|half|partly|partially|part|some|most|ongoing|on-going|in progress|underway|started|begun|pending|waiting|awaiting|awaited|booked|planned|delayed|carried|overdue|outstanding|due|to|will)\b|^[✗✘❌]|\b(?:not|n['’]t|but|still|only|except|by) (?:yet|done|met|all|some|to|half|outstanding|waiting|one|part|the end)\b/iu;
const DONE_ALONE = /^(?:all |already |now )?(?:done|completed?|finished|achieved|closed|actioned)\b(?! (?:by|before|in|within|as|when)\b)|^[✓✔☑✅√]/iu;
const DONE_BEHIND = /(?:[–—:(] ?| - |[.;,] )(?:all |already |now )?(?:done|completed|finished|achieved|actioned|no longer needed)(?: (?:on )?\d[\d/. ]*[a-z]*)?[.)]*$|[✓✔☑✅√]\)?$/iu;
