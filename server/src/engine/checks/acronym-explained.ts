/**
 * Which acronyms a block explains: in brackets after the full form, before it, by a clause that says what it means,
 * or by the full form standing anywhere. It does not know which acronyms are worth raising.
 */
import { tokenize, type Tokens } from '../tokens.js';
import { keyOf, type AcronymSpec } from './acronym-spec.js';

/** Acronyms (in `keyOf` form) that `prose` explains, whether or not the glossary has them. `tokens` are the words of `prose`. */
export function explainedAcronyms(prose: string, spec: AcronymSpec, tokens: Tokens = tokenize(prose)): ReadonlySet<string> {
  const explained = new Set<string>();
  if (mayHoldAcronym(prose)) {
    if (prose.includes('(')) bracketed(prose, explained);
    clauses(prose, explained);
  }
  const { forms } = tokens;
  for (let at = 0; at < forms.length; at++) {
    const readings = spec.readings.get(forms[at]);
    if (readings) for (const { words, acronym } of readings) if (words.every((word, i) => sameWord(forms[at + i], word))) explained.add(acronym);
  }
  return explained;
}

/** Most blocks hold none, and are done with quickly. */
export function mayHoldAcronym(prose: string): boolean {
  return /[A-Z][A-Za-z\u2060]{0,6}[A-Z]|[A-Z][&/][A-Z]|\b[fhotuw]\/[csuv]\b|\b[Ss]\.? ?\d|Misper/.test(prose);
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
  String.raw`(?<![\w])(${LETTERS})(?:(?: [a-z]+){1,2}, which (?:means?|is what|is when|is the|is a)\b|["”’']?,? (?:which|that|who) (?:means?|is|are|was|were|stands? for|checks?|helps?|looks?|decides?|makes?|gives?|says?)\b|["”’']? (?:means?|(?:is |are )?short for|stands? for)\b|["”’']?(?:,| [–—-]) (?:or |that is |meaning |i\.e\. |in other words |when |where |(?:an?|the|our|your) (?:[\w’'-]+ ){0,3}${KIND}\b)|: (?:a|an|the|when|where) )`,
  'g',
);
const CALLED = /(?:\b(?:called|known as|short for|calls?|name for|abbreviated to|shortened to)|\bor)(?: it| this| them)? (?:an? |the )?["“‘']?([A-Z][A-Za-z&/\d]{1,8})["”’']?(?= for short|[\s,.;:)"”’']|$)/g;

function bracketed(prose: string, explained: Set<string>): void {
  for (const match of prose.matchAll(IN_BRACKETS)) {
    const letters = match[1].trim();
    if (/\p{Lu}/u.test(letters) && standsFor(letters, prose.slice(Math.max(0, match.index - 120), match.index))) explained.add(keyOf(letters));
  }
  for (const match of prose.matchAll(BEFORE_BRACKET)) {
    const said = match[2];
    const inLowerCase = said.match(/(?<![\p{L}\p{N}])\p{Ll}{2,}/gu)?.length ?? 0;
    const inAll = said.match(/\p{L}{2,}/gu)?.length ?? 0;
    if ((inAll >= 2 && standsFor(match[1], said)) || (inLowerCase >= 3 && inLowerCase * 2 > inAll)) explained.add(keyOf(match[1]));
  }
}

function clauses(prose: string, explained: Set<string>): void {
  for (const match of prose.matchAll(CLAUSE)) explained.add(keyOf(match[1]));
  for (const match of prose.matchAll(CALLED)) if (/\p{Lu}.*\p{Lu}/u.test(match[1])) explained.add(keyOf(match[1]));
}

/**
 * Whether the letters can be found, last to first, in the words at the end of `words`, the first of them at the
 * start of a word (Schwartz and Hearst's rule for biomedical abbreviations).
 */
function standsFor(letters: string, words: string): boolean {
  const wanted = letters.toLowerCase().replace(/[^\p{L}\d]/gu, '').replace(/(?<=..)s$/u, '');
  const text = words.toLowerCase().trimEnd();
  const reach = text.split(/\s+/).slice(-Math.min(wanted.length + 5, wanted.length * 2)).join(' ');
  let at = reach.length - 1;
  for (let i = wanted.length - 1; i >= 0; i--) {
    while (at >= 0 && !(reach[at] === wanted[i] && (i > 0 || at === 0 || /[^\p{L}]/u.test(reach[at - 1])))) at -= 1;
    if (at < 0) return false;
    at -= 1;
  }
  return /\s/.test(reach.slice(at + 1));
}
