/**
 * Which acronyms a block explains: in brackets after the full form, before it, by a clause that says what it means,
 * or by the full form standing anywhere. It does not know which acronyms are worth raising.
 */
import { namesPeople } from '../../explained.js';
import { isFigure } from '../../words/letters.js';
import { ofToken } from '../../words/by-word.js';
import { tokenize, WORD_JOINER, type Tokens } from '../../words/tokens.js';
import { keyOf, type Acronym, type AcronymSpec } from './spec.js';

/** Acronyms (in `keyOf` form) that `prose` explains, whether or not the glossary has them. `tokens` are the words of `prose`. */
export function explainedAcronyms(prose: string, spec: AcronymSpec, tokens: Tokens = tokenize(prose)): ReadonlySet<string> {
  let explained: Set<string> | null = null;
  if (mayHoldAcronym(prose, tokens)) {
    explained = new Set();
    if (prose.includes('(')) bracketed(prose, spec, explained);
    clauses(prose, explained);
  }
  const { forms } = tokens;
  for (let at = 0; at + 1 < forms.length; at++) {
    const readings = ofToken(spec.readings, tokens, at);
    if (readings) for (const { words, acronym } of readings) if (words.every((word, i) => sameWord(forms[at + i], word))) (explained ??= new Set()).add(acronym);
  }
  return explained ?? NOTHING;
}

const NOTHING: ReadonlySet<string> = new Set();

/**
 * Most blocks hold none, and are done with quickly: two capitals close together, a stroke or `&`, a section of an Act,
 * "Misper". `tokens` are the words of `prose`.
 */
export function mayHoldAcronym(prose: string, { count, starts, forms }: Tokens): boolean {
  // Markup inside a word hides where its letters begin.
  if (prose.includes(WORD_JOINER)) return true;
  for (let i = 0; i < count; i++) {
    const start = starts[i];
    const code = prose.charCodeAt(start);
    if (code >= 97 && code <= 122) {
      if (code === 115 && isFigure(forms[i].charCodeAt(1))) return true;
    } else if (code >= 65 && code <= 90) {
      if (capitalNear(prose, start) || (code === 83 && isFigure(forms[i].charCodeAt(1))) || forms[i] === 'misper') return true;
    } else if (code === 38 || code === 47) {
      if (JOINED_LETTERS.test(prose.slice(Math.max(0, start - 2), start + 3))) return true;
    } else if (code > 127 || (i > 0 && isFigure(code) && isSection(prose, start))) return true;
  }
  return false;
}

function capitalNear(prose: string, start: number): boolean {
  for (let i = start + 1; i < prose.length && i < start + FAR; i++) {
    const code = prose.charCodeAt(i);
    if (code >= 65 && code <= 90) return true;
    if (code < 97 || code > 122) return false;
  }
  return false;
}

/** Capitals so far apart are no acronym. */
const FAR = 8;
const JOINED_LETTERS = /[A-Z]&[A-Z]|\b[A-Za-z]\/[A-Za-z]\b/;

/** "s47", "S. 20", up to the figure at `at`. */
function isSection(prose: string, at: number): boolean {
  let i = at - 1;
  if (prose.charCodeAt(i) === 32) i--;
  if (prose.charCodeAt(i) === 46) i--;
  return (prose.charCodeAt(i) | 32) === 115 && !/\w/.test(prose[i - 1] ?? ' ');
}

/** "Officers" for "Officer"; the full form may stand in the plural. */
function sameWord(written: string | undefined, word: string): boolean {
  return written === word || written === `${word}s`;
}

const LETTERS = String.raw`[A-Z][A-Za-z&/\d.]{0,8}[A-Z\d][a-z]?s?`;
const IN_BRACKETS = /\((?:the |an? |or |also |known as |called |now )*([A-Z][A-Za-z&/.\d ]{1,11})\)/g;
const BEFORE_BRACKET = new RegExp(String.raw`(?<![\w])(${LETTERS})['’]?s?\s*\(([^()]{3,160})\)`, 'g');
/** What people and things are that need explaining: "CAMHS, the team that …", and not "CAMHS, the school and Nan". */
const KIND = '(?:person|people|worker|team|meeting|plan|service|nurse|law|order|court|group|way|form|help|name|place|check|visit|teacher|police|council|charity|talk|list|test|crime|money|report|home)s?';
const CLAUSE = new RegExp(
  String.raw`(?<![\w])(${LETTERS})(?:(?: [a-z]+){1,2}, which (?:means?|is what|is when|is the|is a)\b|["”’']?,? (?:which|that|who) (?:means?|(?:is|are|was|were) (?:an?|the|what|when|where|how|our|your|his|her|their|short for|about|for|people|somebody|someone|there to|one of|part of)|stands? for|checks?|helps?|looks?|decides?|makes?|gives?|says?)\b|["”’']? (?:means?|(?:is |are )?short for|stands? for)\b|["”’']?(?:,| [–—-]) (?:or |that is |meaning |i\.e\. |in other words |when |where |(?:an?|the|our|your|his|her|their|my) (?:[\w’'-]+ ){0,3}${KIND}\b)|: (?:a|an|the|when|where|she|he|they) |\. (?:This|That|It|She|He)(?: is|[’']s) (?:when|where|how|(?:an?|the|our|your) (?:[\w’'-]+ ){0,2}${KIND}\b))`,
  'g',
);
/** "Anjali at GD, goal defence, blocked" */
const BESIDE = /(?<!\w)([A-Z]{2,5})(?:,| [–—-]|:| =) ((?:[a-z’'-]+ ){1,4}[a-z’'-]+)(?=[,.;)])/g;
/** "An FME is a doctor who …" */
const DEFINED = new RegExp(String.raw`\b[Aa]n? (${LETTERS}) (?:is|means) (?:an?|the|what|when|where|somebody|someone|our|your)\b`, 'g');
const CALLED = /(?:\b(?:called|known as|short for|calls?|name for|abbreviated to|shortened to)|\bor)(?: it| this| them)? (?:an? |the )?["“‘']?([A-Z][A-Za-z&/\d]{1,8})["”’']?(?= for short|[\s,.;:)"”’']|$)/g;

const CALLING = /call|known as|short|name for|abbreviated|\bor /;

function bracketed(prose: string, { glossary }: AcronymSpec, explained: Set<string>): void {
  for (const match of prose.matchAll(IN_BRACKETS)) {
    const letters = match[1].trim();
    if (!/[A-ZÀ-ÞĀ-ɏḀ-ỿ]/u.test(letters)) continue;
    const before = prose.slice(Math.max(0, match.index - 120), match.index);
    if (standsFor(letters, before) || SAYS_WHAT.test(before) || saysMost(glossary.get(keyOf(letters)), before)) explained.add(keyOf(letters));
  }
  for (const match of prose.matchAll(BEFORE_BRACKET)) {
    const said = match[2];
    const inLowerCase = said.match(/(?<![A-Za-zÀ-ɏḀ-ỿ\p{N}])[a-zß-ɏḀ-ỿ]{2,}/gu)?.length ?? 0;
    const inAll = said.match(/[A-Za-zÀ-ɏḀ-ỿ]{2,}/gu)?.length ?? 0;
    if ((inAll >= 2 && standsFor(match[1], said)) || (inLowerCase >= 3 && inLowerCase * 2 > inAll && !namesPeople(said, 2))) explained.add(keyOf(match[1]));
  }
}

function clauses(prose: string, explained: Set<string>): void {
  for (const match of prose.matchAll(CLAUSE)) explained.add(keyOf(match[1]));
  for (const match of prose.matchAll(BESIDE)) {
    if (begins(match[1], match[2])) explained.add(keyOf(match[1]));
  }
  for (const match of prose.matchAll(DEFINED)) explained.add(keyOf(match[1]));
  // Without one of these words nothing is called anything.
  if (!CALLING.test(prose)) return;
  for (const match of prose.matchAll(CALLED)) if (/[A-ZÀ-ÞĀ-ɏḀ-ỿ].*[A-ZÀ-ÞĀ-ɏḀ-ỿ]/u.test(match[1])) explained.add(keyOf(match[1]));
}

/** Whether each letter begins a word of `words`, in their order. */
function begins(letters: string, words: string): boolean {
  return words.split(' ').map((word) => word[0]).join('') === letters.toLowerCase();
}

/** "the nurse who visits at home (HV)", "a plan for help in school (EHCP)" */
const SAYS_WHAT = new RegExp(String.raw`\b(?:an?|the|our|your|his|her|their) (?:[\w’'-]+ ){0,3}${KIND} (?:that|who|which|where|when|for|about) (?:[\w’'-]+ ){1,9}$`);

/** "the council's designated officer (LADO)": two words of the full form, or of the plain words. */
function saysMost(entry: Acronym | undefined, before: string): boolean {
  if (!entry) return false;
  const near = new Set((/[^.;:!?()\n]*$/.exec(before)?.[0] ?? '').toLowerCase().split(/[^\p{L}]+/u).slice(-8));
  return [...entry.full.split(' / '), entry.plain].some((form) => {
    const words = form.toLowerCase().split(/[^\p{L}]+/u).filter((word) => word.length > 3);
    return words.length > 1 && words.filter((word) => near.has(word)).length > 1;
  });
}

/**
 * Whether the letters can be found, last to first, in the words at the end of `words`, the first of them at the
 * start of a word (Schwartz and Hearst's rule for biomedical abbreviations).
 */
function standsFor(letters: string, words: string): boolean {
  const wanted = letters.toLowerCase().replace(/[^A-Za-zÀ-ɏḀ-ỿ\d]/gu, '').replace(/(?<=..)s$/u, '');
  const text = words.toLowerCase().trimEnd();
  const reach = text.split(/\s+/).slice(-Math.min(wanted.length + 5, wanted.length * 2)).join(' ');
  let at = reach.length - 1;
  for (let i = wanted.length - 1; i >= 0; i--) {
    while (at >= 0 && !(reach[at] === wanted[i] && (i > 0 || at === 0 || /[^A-Za-zÀ-ɏḀ-ỿ]/u.test(reach[at - 1])))) at -= 1;
    if (at < 0) return false;
    at -= 1;
  }
  return /\s/.test(reach.slice(at + 1));
}
