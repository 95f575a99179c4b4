/**
 * How far words run on that complete what is raised: "limited insight [into the impact]", "told not to [do this again]",
 * and where the phrase begins that it ends: "[immersed himself] in local gangs". It goes by the small words of English,
 * and does not judge anything.
 */
import { firstWhere } from '../in-order.js';
import { isCapital, isFigure } from './letters.js';
import { JOINED, type Tokens } from './tokens.js';

/** Words that a complement may add. Readers who marked records by hand rarely take in more. */
const MOST = 3;
/** What is longer than this many words says enough as it stands. */
const SAYS_ENOUGH = 7;

/** Where the words begin and end that say how, and complete, those from `start` to `end`. UTF-16 offsets of the prose. */
export function completed(prose: string, tokens: Tokens, start: number, end: number): { readonly start: number; readonly end: number } {
  return { start: leadStart(prose, tokens, mannerStart(prose, tokens, start)), end: complementEnd(tokens, start, end) };
}

/**
 * Where the phrase begins that the words at `start` only end: "[immersed himself] in gangs", "[the usual] sob story",
 * "[tends to] side with him".
 */
function leadStart(prose: string, { starts, forms, gaps }: Tokens, start: number): number {
  const first = tokenFrom(starts, start);
  if (starts[first] !== start) return start;
  const isBehind = (at: number): boolean => at > 0 && gaps[at] === JOINED;
  const isWord = (at: number): boolean => isBehind(at) && !PARTS.has(forms[at - 1]) && !isCapital(prose, starts[at - 1]);
  if (JOINS.has(forms[first]) || forms[first] === 'when') {
    let at = first;
    while (at > first - MOST && isWord(at)) at--;
    return isBehind(at) && !LEADS.has(forms[at - 1]) && !JOINS.has(forms[at - 1]) ? starts[at] : start;
  }
  if (isBehind(first) && forms[first - 1] === 'to' && isWord(first - 1)) return starts[first - 2];
  let article = first;
  while (article > first - MOST && isWord(article)) article--;
  return article < first && article > first - MOST && isBehind(article) && ARTICLES.has(forms[article - 1]) && !isCapital(prose, starts[article - 1]) ? starts[article - 1] : start;
}

const ARTICLES = new Set(['the', 'a', 'an']);

/** What a term is a word of, and which one a general word means: "DA [notification]", "sibling [visit]", "the [perinatal] pathway". */
export function namedThing(prose: string, { count, starts, ends, forms, gaps }: Tokens, start: number, end: number): { readonly start: number; readonly end: number } {
  const first = tokenFrom(starts, start);
  const next = tokenFrom(starts, end);
  const isThing = next < count && gaps[next] === JOINED && (THINGS.has(forms[next]) || THINGS.has(forms[next].replace(/s$/, '')));
  const isOfKind = next === first + 1 && GENERAL.has(forms[first]) && first > 0 && gaps[first] === JOINED && saysWhich(forms[first - 1]) && (first === 1 || gaps[first - 1] !== JOINED || LEADS.has(forms[first - 2]) || JOINS.has(forms[first - 2])) && (gaps[first - 1] !== JOINED || !isCapital(prose, starts[first - 1]));
  return { start: isOfKind ? starts[first - 1] : start, end: isThing ? ends[next] : end };
}

const GENERAL = new Set(['pathway', 'pathways', 'provision', 'package', 'intervention', 'interventions', 'input']);

/** An adjective, or a noun before another, and no verb that would have it for its object. */
function saysWhich(form: string): boolean {
  return form.length > 3 && !PARTS.has(form) && !TIMES.has(form) && !/(?:ed|ing|s|ly)$|^\d/.test(form);
}

const THINGS = new Set([
  'advice', 'agreement', 'alert', 'allowance', 'application', 'approach', 'area', 'arrangement', 'assessment', 'assistant', 'audit', 'base', 'bed', 'bid', 'boundary', 'breakdown', 'budget', 'card', 'carer', 'caseload', 'category', 'centre', 'chair', 'check', 'checklist', 'child', 'children', 'clinic', 'closure', 'cohort', 'colleague', 'concern', 'condition', 'conference', 'consent', 'consultation', 'contact', 'course', 'court', 'criteria', 'data', 'date', 'decision', 'desk', 'diagnosis', 'discussion', 'document', 'duty', 'element', 'enquiry', 'evidence', 'file', 'flag', 'form', 'fund', 'funding', 'grade', 'grid', 'group', 'guidance', 'hearing', 'history', 'house', 'hub', 'information', 'intervention', 'interview', 'investigation', 'involvement', 'issue', 'law', 'lead', 'leave', 'letter', 'level', 'liaison', 'list', 'log', 'manager', 'marker', 'matrix', 'medical', 'meeting', 'member', 'minutes', 'model', 'network', 'note', 'notice', 'notification', 'number', 'nurse', 'offer', 'officer', 'order', 'outcome', 'package', 'panel', 'paperwork', 'pathway', 'payment', 'placement', 'plan', 'planning', 'policy', 'practitioner', 'procedure', 'proceeding', 'process', 'professional', 'profile', 'programme', 'project', 'property', 'protocol', 'provision', 'questionnaire', 'rating', 'recommendation', 'record', 'referral', 'register', 'report', 'request', 'requirement', 'response', 'review', 'rota', 'route', 'scale', 'school', 'score', 'screen', 'screening', 'service', 'session', 'slot', 'staff', 'stage', 'statement', 'status', 'strategy', 'submission', 'support', 'system', 'target', 'task', 'teacher', 'team', 'test', 'testing', 'threshold', 'timescale', 'tool', 'toolkit', 'tracker', 'training', 'tribunal', 'unit', 'update', 'venue', 'visit', 'waitlist', 'ward', 'window', 'work', 'worker',
]);

/** "[persistently] minimised", "[very] aggressive". */
function mannerStart(prose: string, { starts, forms, gaps }: Tokens, start: number): number {
  let first = tokenFrom(starts, start);
  if (starts[first] !== start) return start;
  for (let words = 0; words < MOST_BEFORE && first > 0 && gaps[first] === JOINED && saysHow(forms[first - 1]) && !isCapital(prose, starts[first - 1]); words++) first--;
  return starts[first];
}

const MOST_BEFORE = 2;

function saysHow(form: string): boolean {
  return (form.length > 4 && form.endsWith('ly') && !NOT_HOW.has(form)) || HOW.has(form);
}

const HOW = new Set(['very', 'quite', 'rather', 'always', 'never', 'often', 'just', 'really', 'too', 'so', 'again', 'still', 'far', 'most']);
const NOT_HOW = new Set(['family', 'only', 'early', 'daily', 'weekly', 'monthly', 'elderly', 'likely', 'reply', 'apply', 'rely', 'supply', 'assembly', 'lovely', 'friendly', 'lonely']);

/** Index of the first word that begins at or after an offset. */
function tokenFrom(starts: readonly number[], offset: number): number {
  return firstWhere(starts.length, (index) => starts[index] >= offset);
}

function complementEnd({ count, starts, ends, forms, gaps }: Tokens, start: number, end: number): number {
  const first = tokenFrom(starts, end);
  if (first - tokenFrom(starts, start) > SAYS_ENOUGH) return end;
  const isJoined = (at: number): boolean => at < count && gaps[at] === JOINED;
  /** "The child[ren's] needs": what stands at `at` makes an owner of the noun before it. */
  const isOwner = (at: number): boolean => forms[at] === "'s" && isJoined(at + 1) && !PARTS.has(forms[at + 1]);
  /** Index after a noun and what stands before it; `at` itself where there is none. */
  const thing = (at: number): number => {
    let to = at;
    while (isJoined(to) && LEADS.has(forms[to])) to++;
    const noun = to;
    while (isJoined(to) && to < noun + LONGEST_THING && (!PARTS.has(forms[to]) || (to > noun && isOwner(to)))) to++;
    if (to === noun && to > at && forms[to - 1] === 'her') return to;
    return to > noun && !isTime(forms, at, to) ? to : at;
  };
  /** Index after a verb and what it is done to. */
  const deed = (at: number): number => (isJoined(at) && (AUXILIARY.has(forms[at]) || !PARTS.has(forms[at])) ? thing(at + 1) : at);
  let to = first;
  const before = first > 0 ? forms[first - 1] : '';
  if (before === 'to') to = deed(first);
  else if (JOINS.has(before) || LEADS.has(before) || GIVEN.has(before) || RATED.has(before) || (first > 1 && (forms[first - 2] === 'to' || forms[first - 2] === 'not'))) to = thing(first);
  if (to - first > (forms[to - 2] === "'s" ? MOST + 1 : MOST)) return end;
  // "No routine or boundaries", "blames everyone but herself".
  if (to === first && isJoined(to + 1) && ((forms[to] === 'or' && !PARTS.has(forms[to + 1]) && !isJoined(to + 2)) || (forms[to] === 'but' && /sel(?:f|ves)$/.test(forms[to + 1])))) return ends[to + 1];
  for (let next = to; isJoined(to); to = next) {
    if (forms[to] === 'to' || (forms[to] === 'not' && forms[to + 1] === 'to')) {
      const verb = forms[to] === 'to' ? to + 1 : to + 2;
      next = deed(verb);
      if (next === verb && forms[to] === 'to') next = thing(to + 1);
      if (next <= to + 1) break;
    } else if (JOINS.has(forms[to])) {
      next = thing(to + 1);
      if (next === to + 1) break;
    } else break;
    if (next - first > MOST) break;
  }
  return to > first ? ends[to - 1] : end;
}

/** "For years", "on Monday", "in the spring": when, and not what it is about. */
function isTime(forms: readonly string[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if ((TIMES.has(forms[at]) && !(forms[at] === 'time' && SPENT.has(forms[at - 1])) && !(forms[at] === 'first' && at > from + 1)) || isFigure(forms[at].charCodeAt(0))) return true;
  return false;
}

const TIMES = new Set([
  'time', 'times', 'day', 'days', 'night', 'nights', 'week', 'weeks', 'weekend', 'weekends', 'month', 'months', 'year', 'years', 'hour', 'hours', 'minute', 'minutes', 'while', 'morning', 'afternoon', 'evening', 'today', 'tomorrow', 'yesterday', 'now', 'once', 'occasion', 'occasions', 'date',
  'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'mondays', 'tuesdays', 'wednesdays', 'thursdays', 'fridays', 'saturdays', 'sundays', 'spring', 'summer', 'autumn', 'winter', 'term', 'christmas', 'easter', 'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december',
  'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'first', 'last', 'next', 'present', 'moment', 'past',
]);

/** "Supervised time" is no point in time. */
const SPENT = new Set(['supervised', 'unsupervised', 'family', 'overnight', 'extra', 'unescorted']);

/** A noun, with adjectives before it. */
const LONGEST_THING = 3;

const JOINS = new Set(['with', 'into', 'towards', 'toward', 'of', 'in', 'about', 'for', 'on', 'at', 'from', 'by', 'around', 'over', 'against', 'without', 'than', 'within', 'under', 'through', 'regarding', 'between', 'outside', 'beyond', 'as']);
const LEADS = new Set(['the', 'a', 'an', 'his', 'her', 'their', 'my', 'our', 'your', 'its', 'this', 'that', 'these', 'those', 'any', 'some', 'no', 'more', 'all', 'each', 'every', 'both', 'other', 'own', 'such', 'very', 'too', 'so', 'most', 'much', 'many', 'less', 'few', 'several', 'another', 'than']);
/** What is done with a thing rather than to somebody: "granted [supervised time]". */
const GIVEN = new Set(['granted', 'given', 'refused', 'denied', 'offered', 'issued', 'set', 'allowed', 'allocated', 'assigned']);
/** What is poor, or the easiest, comes after it: “not the easiest [young man]”. */
const RATED = new Set(['poor', 'limited', 'little', 'easiest', 'best', 'brightest', 'usual']);
const AUXILIARY = new Set(['be', 'have', 'do']);
/** What a noun or a verb never is: these part a sentence. */
const PARTS = new Set([
  ...JOINS, ...LEADS, 'to', 'and', 'or', 'but', 'nor', 'not', 'who', 'whom', 'whose', 'which', 'what', 'when', 'where', 'while', 'whilst', 'why', 'how', 'if', 'whether', 'because', 'since', 'although', 'though', 'until', 'unless', 'before', 'after', 'during', 'despite', 'then', 'also', 'well',
  'is', 'was', 'are', 'were', 'be', 'been', 'being', 'am', 'has', 'have', 'had', 'having', 'do', 'does', 'did', 'will', 'would', 'can', 'could', 'may', 'might', 'must', 'shall', 'should', "'s", "'d", 'i', 'he', 'she', 'they', 'we', 'you', 'it', 'there', '/', '&',
]);
