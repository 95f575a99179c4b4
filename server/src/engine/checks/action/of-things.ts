/**
 * Times that say which thing is meant, and not when anything is to be done: "the log of 3 May", "Tuesday's visit",
 * "what happened in March", "the letter before proceedings", "the after-school club". It does not know what a time is.
 */
import { MONTH } from '../../words/dates.js';

/** The words without such times. Linear. */
export function withoutTimesOfThings(said: string): string {
  return MAY_HOLD.test(said) ? said.replace(TOLD, '$1').replace(OF_THINGS, ' ') : said;
}

/** A quick look, since most tasks hold none. */
const MAY_HOLD = /['’]s\b|\b(?:of|from|for|on|dated|about) (?:the )?\d|\b(?:in|of|from|for|about) [A-Z]|\b(?:[Bb]efore|[Aa]fter)[- ]|\b(?:15|30) |\b(?:week|month|dai|term)ly |\b(?:night|overnight|half[- ]term|Saturday|Sunday) |\b(?:out of|happened|20\d\d)\b/u;

const DATE = String.raw`(?:\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?|\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}(?: \d{4})?|${MONTH}(?: \d{4})?|20\d\d)(?![\d./]\d)`;
const DAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';

/** "What was said on 3 May", up to where the task goes on. */
const TOLD = /(\b(?:what|who|how|why|where|whether|if)\b) (?:[^ ,.;]+ ){0,4}?(?:was|were|happened|did|had|said|went|heard|saw|came|left|rang)\b(?:(?! (?:by|before) (?:\d|the|next|this|[A-Z]))[^,.;])*/gu;

const OF_THINGS = new RegExp(
  [
    // Papers have dates, and what has happened.
    String.raw`\b(?:letters?|emails?|entry|entries|records?|logs?|notes?|minutes|police report|incident|incidents|incident report|footage|receipts?|payslips?|bank statements?|results?|row|fight|assault|events?) (?:(?:of|from|on|dated|about) (?:the (?:night|morning|afternoon|weekend|meeting|visit) (?:of|on) )?|for )${DATE}`,
    String.raw`\b(?:minutes|notes?|record|account|outcome|write-up) (?:of|from) (?:the )?(?:[a-z]+ ){1,3}(?:of|on|in) ${DATE}`,
    String.raw`(?<!\b(?:by|before|at|after|until|till|for|on|in|from|to|during) )${DAY}['’]s\b`,
    String.raw`\b(?:the )?(?:20\d\d|${MONTH}) (?:file|files|papers|entries|records|assessment|referral|minutes|move|report|incident)\b`,
    String.raw`\b(?:move|incident|referral|assault|arrest|birth|death|fire|fall) (?:in|of) ${MONTH}\b`,
    String.raw`\b[Ll]etters? before (?:proceedings|action|claim)\b(?! (?:start|begin|are|is|can)\b)`,
    String.raw`\b(?:before[- ]and[- ])?(?:[Bb]efore|[Aa]fter)[- ](?:school|\u0001) (?:club|care|place|provision|childcare|clubs)\b`,
    String.raw`\bout[- ]of[- ]hours\b`,
    String.raw`\b(?:15|30) (?:free )?(?:hours|hrs)(?= (?:funding|place|entitlement|childcare|code|of (?:nursery|childcare))|[.,;]|$)`,
    String.raw`\b(?:weekly|daily|monthly|termly) (?:planner|charts?|sheets?|budgets?|timetable|tracker|menu|diary|allowance|pass|ticket)\b`,
    String.raw`\b(?:night|day|weekend) (?:staff|team|shift|shifts|worker|manager|carer|carers|nursery|centre)\b`,
    String.raw`\b(?:overnight bags?|half[- ]term (?:play ?scheme|club|scheme|activities)|(?:Saturday|Sunday) (?:job|stall|school|market stall))\b`,
  ].join('|'),
  'gu',
);
