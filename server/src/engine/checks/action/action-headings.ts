/**
 * Which parts of a note speak of what is to be done: its headings, the labels that open a paragraph, and the columns of
 * its tables. It does not read what stands there.
 */
import type { Section } from '../../note/note.js';
import type { CheckSpec } from '../../rule.js';
import { isFigure } from '../../words/letters.js';
import { listed, listedWords, wordsOf } from './action-words.js';

/** `actions`: what stands here is to be done. `decisions`: some of it is. `other`: none of it. `unsaid`: the heading does not say. */
export type Part = 'actions' | 'decisions' | 'other' | 'unsaid';

/** By the first word that is no gap. */
type Patterns = ReadonlyMap<string, readonly (readonly string[])[]>;

/** What headings say, from a rule file. A heading is the words of a line; `...` in it stands for any words. */
export interface Headings {
  readonly actions: Patterns;
  readonly decisions: Patterns;
  readonly not: Patterns;
  /** First words of all of them. */
  readonly opens: ReadonlySet<string>;
  /** Under what is remembered of a block or a section. */
  readonly keys: Readonly<Record<'heading' | 'title' | 'above' | 'label' | 'actions', string>>;
}

export function headingsOf(spec: CheckSpec): Headings {
  const [actions, decisions, not] = LISTS.map((name) => patternsOf(listed(spec[name])));
  const key = headingsKey(spec);
  return { actions, decisions, not, opens: new Set([actions, decisions, not].flatMap((patterns) => [...patterns.keys()])), keys: { heading: `action heading ${key}`, title: `action title ${key}`, above: `action above ${key}`, label: `action label ${key}`, actions: `actions ${key}` } };
}

const LISTS = ['action-headings', 'decision-headings', 'not-headings'] as const;

/** Tells these headings from those of another rule file; the same for the same headings. */
export function headingsKey(spec: CheckSpec): string {
  return JSON.stringify(LISTS.map((name) => spec[name]));
}

function patternsOf(lines: readonly string[]): Patterns {
  const patterns = new Map<string, (readonly string[])[]>();
  for (const words of lines.map(listedWords)) {
    const first = words.find((word) => word !== '...');
    const same = first === undefined ? undefined : patterns.get(first);
    if (same) same.push(words);
    else if (first !== undefined) patterns.set(first, [words]);
  }
  return patterns;
}

/**
 * The part that a section is, whose heading says `found`. A subsection whose heading says nothing ("Health", "Mum") is as
 * the one above it, and `parts` has those above.
 */
export function partUnder({ level, parent }: Section, sections: readonly Section[], parts: readonly Part[], found: Part | null): Part {
  // Under the title of a plan stands more than what is to be done.
  const said = found === 'decisions' && level <= 1 ? 'unsaid' : found;
  return said ?? (parent >= 0 && level > 1 && sections[parent].level > 1 ? parts[parent] ?? 'unsaid' : 'unsaid');
}

/** What a heading says of the words under it; null where it says nothing. "Progress and actions" speaks of both. */
export function partOf(heading: string, headings: Headings): Part | null {
  const whole = headingWords(heading);
  if (whole.length === 0 || whole.length > LONGEST_HEADING || !whole.some((word) => headings.opens.has(word))) return null;
  const open = heading.includes('(') ? heading.replace(/\([^)]*\)/g, ' ') : heading;
  const first = classOf(whole, headings);
  const said = first === 'other' || open === heading ? first : classOf(headingWords(open), headings);
  const halves = open.split(/\s(?:and|&|\+)\s|\s?[/,:]\s?|\s[–—-]\s/u);
  if (said === 'actions' || halves.length < 2 || PAST.test(heading)) return said;
  const parts = halves.map((half) => classOf(headingWords(half), headings));
  return parts.includes('actions') ? 'actions' : said ?? (parts.includes('decisions') && !parts.includes('other') ? 'decisions' : null);
}

function classOf(words: readonly string[], headings: Headings): Part | null {
  const are = (patterns: Patterns): boolean => words.some((word) => patterns.get(word)?.some((pattern) => meets(words, 0, pattern, 0)) ?? false);
  return are(headings.not) ? 'other' : are(headings.actions) ? 'actions' : are(headings.decisions) ? 'decisions' : null;
}

/** With these the whole heading looks back, or to what is done only if something happens. */
const PAST = /\b(?:last|previous|since|if|contingency|taken|completed)\b/i;

function headingWords(heading: string): readonly string[] {
  return wordsOf(heading).filter((word) => !isFigure(word.charCodeAt(0)) && !ARTICLES.has(word));
}

/** More is a sentence. */
const LONGEST_HEADING = 14;
const ARTICLES = new Set(['the', 'a', 'an', 'our', 'my', 'your', "s"]);

function meets(words: readonly string[], at: number, pattern: readonly string[], from: number): boolean {
  if (from === pattern.length) return at === words.length;
  if (pattern[from] !== '...') return words[at] === pattern[from] && meets(words, at + 1, pattern, from + 1);
  for (let next = at; next <= words.length; next++) if (meets(words, next, pattern, from + 1)) return true;
  return false;
}

/** Which column of a table says what; -1 where none does. Two may be the same: "By whom and when". */
export interface Columns {
  readonly what: number;
  readonly who: number;
  readonly when: number;
}

const WHAT = /^what['’]s (?:needed|to be done|happening)|^(?:[A-Za-zÀ-ɏḀ-ỿ]+ ){0,3}(?:actions?|tasks?|steps?|decisions?|recommendations?|commitments?|promises?|jobs?)\b(?!.*\b(?:taken|completed|status|number|no|by|update|from|since)\b)|^what(?:$| (?:will|needs|we|is|are|do|to|each|exactly|by|i|they|you|[A-Za-zÀ-ɏḀ-ỿ]+ will|['’]s needed|happens next|must|should|has been agreed|was agreed)\b(?! (?:are )?(?:worried|want|said|saw|see|know|think|did|working)))|^(?:will|to) do$|^we(?:['’]ve| have)? agreed$|\b(?:will do|agreed to do|are doing|is doing)$/iu;
/** Only where no header says more. */
const ALSO_WHAT = /^(?:(?:our|the|family|agreed|my) )?(?:plan|how|help|support|offer|intervention|activity|response|agreed|item|service|provision)s?\b/i;
const AIM = /^what(?: we)? (?:needs?|has|have|is|are|do|will be)\b(?! (?:to )?(?:happen|be done|do)\b)/i;
const WHO = /\b(?:who|whose|whom|initials|provider|provided by|member|professional|lead|responsible|responsibility|owner|person|worker|name|by|agency|helper)\b/i;
/** One column for both: "Who does what". */
const WHO_DOES_WHAT = /\bwho\b.{0,20}\bwhat\b|\bwhat\b.{0,20}\b(?:by whom|who)\b/i;
const WHEN = /\b(?:when|days?|nights|time ?-?scales?|time ?-?frames?|timing|date|due|deadline|target|by|how soon|how often|frequency|completion|start|starting)\b/i;
const CHECKER = /\b(?:check|checks|checked|checking|know|review|reviewed|said|says|progress|status|outcome|agreed by|update|done|worried)\b/i;

/** Who, beside a date; else when. */
const BY = /^(?:(?:to be )?(?:done|completed?|finished|actioned) )?by$/i;

/** The columns of an action table, or null for another kind of table. `headers` has '' for a column without one. */
export function columnsOf(headers: readonly string[], part: Part): Columns | null {
  const first = (test: (header: string) => boolean): number => headers.findIndex((header) => header !== '' && test(header));
  const whoSays = (header: string): boolean => WHO.test(header) && !CHECKER.test(header) && !BY.test(header) && !/\bby when\b|\bwhen by\b/i.test(header);
  let when = first((header) => WHEN.test(header) && !CHECKER.test(header) && !BY.test(header) && !/\b(?:by whom|by who|who by|lead|date of)\b(?!.*\b(?:when|date|time))/i.test(header) && !WHAT.test(header));
  let who = first((header) => whoSays(header) && !WHAT.test(header));
  if (when < 0) when = first((header) => /\breview (?:date|by|on)\b|\bdate (?:of|for) review\b/i.test(header));
  if (who < 0 && when >= 0) who = headers.findIndex((header, at) => at !== when && BY.test(header));
  if (when < 0) when = headers.findIndex((header, at) => at !== who && BY.test(header));
  if (headers.some((header) => FORMER.test(header))) return null;
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
  const other = (at: number): boolean => at !== who && at !== when && headers[at] !== '' && !CHECKER.test(headers[at]) && !/^(?:no\.?|number|ref|event|place|where|#)$/i.test(headers[at]);
  const helping = headers.findIndex((header, at) => other(at) && ALSO_WHAT.test(header));
  if (helping >= 0 || who < 0 || when < 0) return helping;
  for (let at = Math.min(who, when) - 1; at >= 0; at--) if (other(at)) return at;
  return headers.findIndex((_, at) => other(at));
}
