/**
 * Which parts of a note speak of what is to be done: its headings, and the labels that open a paragraph. It does not
 * read what stands there.
 */
import type { Section } from '../../note/note.js';
import type { CheckSpec } from '../../rule.js';
import { isFigure } from '../../words/letters.js';
import type { Tokens } from '../../words/tokens.js';
import { picked, type ReadOnce } from '../read-once.js';
import { listed, listedWords, wordsOf } from './words.js';

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
  /** What headings have been found to say, by their words. Added to. */
  readonly said: WeakMap<Tokens, Part | null>;
  /** Under what is remembered of a block or a section. */
  readonly keys: Readonly<Record<'title' | 'above' | 'label' | 'parts' | 'actions' | 'forms' | 'counts', string>>;
}

export function headingsOf(spec: CheckSpec, readOnce: ReadOnce): Headings {
  const [actions, decisions, not] = LISTS.map((name) => patternsOf(listed(spec[name])));
  const key = headingsKey(spec, readOnce);
  return { actions, decisions, not, opens: new Set([actions, decisions, not].flatMap((patterns) => [...patterns.keys()])), said: new WeakMap(), keys: { title: `action title ${key}`, above: `action above ${key}`, label: `action label ${key}`, parts: `action parts ${key}`, actions: `actions ${key}`, forms: `action forms ${key}`, counts: `action counts ${key}` } };
}

const LISTS = ['action-headings', 'decision-headings', 'not-headings'] as const;

/** Tells these headings from those of another rule file; the same for the same headings. */
export function headingsKey(spec: CheckSpec, readOnce: ReadOnce): string {
  return readOnce.nameOf(picked(spec, LISTS));
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

type Outlined = Pick<Section, 'level' | 'parent'>;

/**
 * The part that a section is, whose heading says `found`. A subsection whose heading says nothing ("Health", "Mum") is as
 * the one above it, and `parts` has those above.
 */
export function partUnder({ level, parent }: Outlined, sections: readonly Outlined[], parts: readonly Part[], found: Part | null): Part {
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
  const met = (patterns: Patterns): readonly (readonly string[])[] => words.flatMap((word) => patterns.get(word)?.filter((pattern) => meets(words, 0, pattern, 0)) ?? []);
  const [not, actions] = [met(headings.not), met(headings.actions)];
  // "What was agreed so far" says all that "so far" does, and more.
  if (not.some((pattern) => !actions.some((action) => said(action) > said(pattern) && pattern.every((word) => word === '...' || action.includes(word))))) return 'other';
  return actions.length > 0 ? 'actions' : met(headings.decisions).length > 0 ? 'decisions' : null;
}

function said(pattern: readonly string[]): number {
  return pattern.filter((word) => word !== '...').length;
}

/** Whether a heading that holds no tasks does so because they are those of an earlier time. */
export function looksBack(heading: string): boolean {
  return /\b(?:last|previous|since|review(?:ed)? of|promised|taken|completed|done|so far|progress|updates?|happened)\b/i.test(heading);
}

/** With these the whole heading looks back, or to what is done only if something happens. */
const PAST = /\b(?:last|previous|since|promised|happened|if|contingency|taken|completed)\b/i;

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
