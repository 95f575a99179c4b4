/**
 * What write-good sees, one of its checks at a time so that it is known which one spoke, said in this
 * product's own way. It takes one block's prose and knows nothing of notes, rules or voices.
 */
import writeGood from 'write-good';
import { canBeQuoted, plainProse, spanInProse } from './prose.js';
import type { PlainProse } from './prose.js';
import { withCapitalOf, withoutOverlaps } from './finding.js';
import type { PlainFinding } from './finding.js';
import { speaksOfHarm } from './harm.js';
import { messageForPassive } from './passive.js';
import { messageForSimpler, SIMPLER } from './simpler-words.js';

/** Checks that can be asked for by name. write-good's `eprime` (no form of "to be") is of no use in a record. */
export const WRITE_GOOD_CHECKS = ['weasel', 'illusion', 'so', 'thereIs', 'passive', 'adverb', 'tooWordy', 'cliches'] as const;
type Check = (typeof WRITE_GOOD_CHECKS)[number];

/** Something to say about the words from `start` to `end` of the text. */
interface Remark {
  readonly message: string;
  readonly replacements?: readonly string[];
}

const NONE = { weasel: false, illusion: false, so: false, thereIs: false, passive: false, adverb: false, tooWordy: false, cliches: false };

const AMOUNTS = new Set(['few', 'many', 'several', 'various', 'numerous', 'are a number', 'is a number']);
const SIZES = new Set(['huge', 'tiny', 'vast', 'largely', 'mostly', 'substantially', 'significantly', 'relatively', 'fairly', 'quite']);
/** Of the adverbs, those that only raise the voice. The others say how, when or how often: facts in a record. */
const EMPHASIS = new Set(['absolutely', 'clearly', 'completely', 'definitely', 'enormously', 'especially', 'exceedingly', 'extremely',
  'interestingly', 'literally', 'obviously', 'particularly', 'perfectly', 'really', 'remarkably', 'simply', 'surprisingly', 'totally',
  'very', 'excellent']);
/** Long phrases that are doing work: evidence, doubt, fairness, law. */
const WORKING_PHRASES = /^(?:it is|it was|it seems that|in my opinion|on the other hand|on the contrary|not \w+|do (?:harm|damage) to|took advantage of|pass away|comply with|is (?:responsible for|authorized to|applicable to)|in need of|benefit from|adversely impact|outside of|type of|off of|refer back|as to|as per|null and void|in the (?:affirmative|negative)|in accordance with)$/;

/** Sorted by start, not overlapping; total. A name that is none of `WRITE_GOOD_CHECKS` finds nothing. */
export function runWriteGood(prose: string, checks: readonly string[]): readonly PlainFinding[] {
  const plain = plainProse(prose);
  // Same length: write-good's lists spell every apostrophe straight.
  const text = plain.text.replaceAll('’', "'");
  const findings: PlainFinding[] = [];
  for (const check of WRITE_GOOD_CHECKS) {
    if (!checks.includes(check)) continue;
    for (const { index, offset } of seenBy(check, text)) {
      const finding = check === 'illusion' ? repeatedWord(plain, index, offset) : remarkOn(plain, check, index, index + offset);
      if (finding !== null) findings.push(finding);
    }
  }
  return withoutOverlaps(findings);
}

/**
 * Three of write-good's lists assign to a variable `match` that they never declare. In strict code, which
 * every bundle is, that throws unless a global of that name exists; here it exists for as long as they run.
 */
function seenBy(check: Check, text: string): readonly { readonly index: number; readonly offset: number }[] {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'match');
  Object.defineProperty(globalThis, 'match', { value: null, writable: true, configurable: true });
  try {
    return writeGood(text, { ...NONE, [check]: true });
  } finally {
    if (before === undefined) Reflect.deleteProperty(globalThis, 'match');
    else Object.defineProperty(globalThis, 'match', before);
  }
}

function remarkOn(plain: PlainProse, check: Exclude<Check, 'illusion'>, start: number, end: number): PlainFinding | null {
  const words = plain.text.slice(start, end);
  if (words === '' || !canBeQuoted(words) || speaksOfHarm(words)) return null;
  const remark = remarkFor(check, words, plain.text.slice(end, end + 8));
  return remark === null ? null : { ...spanInProse(plain, start, end), message: remark.message, replacements: remark.replacements ?? [] };
}

function remarkFor(check: Exclude<Check, 'illusion'>, words: string, after: string): Remark | null {
  switch (check) {
    case 'weasel':
    case 'adverb':
      return vagueWord(words);
    case 'so':
      return { message: `Is “${words}” joined to a reason just before it? If not, the sentence can start without it.` };
    case 'thereIs':
      return { message: `“${words}” keeps the reader waiting for who or what this is about. Could the sentence start with them?` };
    case 'passive': {
      const message = messageForPassive(words, after);
      return message === null ? null : { message };
    }
    case 'tooWordy':
      return vagueWord(words) ?? longPhrase(words);
    case 'cliches':
      return { message: `“${words}” is said about many families. What was it like for this one?` };
  }
}

function vagueWord(words: string): Remark | null {
  const word = words.toLowerCase();
  if (AMOUNTS.has(word)) return { message: `A reader cannot tell how many “${words}” is. Do you have a number, or an example?` };
  if (SIZES.has(word)) return { message: `“${words}” means something different to each reader. How much, how big or how often?` };
  if (EMPHASIS.has(word)) return { message: `“${words}” asks to be taken on trust. What did you see or hear that shows it?` };
  return null;
}

function longPhrase(words: string): Remark | null {
  const phrase = words.toLowerCase();
  const simpler = SIMPLER.get(phrase);
  if (simpler !== undefined) {
    return { message: messageForSimpler(words, simpler), replacements: simpler.map((word) => withCapitalOf(words, word)) };
  }
  if (!phrase.includes(' ') || WORKING_PHRASES.test(phrase)) return null;
  return { message: `Could “${words}” be said in a word or two?` };
}

/** write-good points at the second of two; the gap before it goes as well, so that taking it out leaves one space. */
function repeatedWord(plain: PlainProse, index: number, length: number): PlainFinding | null {
  const word = plain.text.slice(index, index + length);
  const gap = plain.text.charAt(index - 1);
  const first = plain.text.slice(index - 1 - length, index - 1);
  // "that that", "had had" and "no no" can be meant; a capital both times may be a name.
  if (gap !== ' ' || !/^\p{L}+$/u.test(word) || /^(?:had|that|no|so|very|her|is|bye|night|there)$/i.test(word)) return null;
  if ((word !== word.toLowerCase() && first === word) || speaksOfHarm(word)) return null;
  return {
    ...spanInProse(plain, index - 1, index + length),
    message: `“${word}” stands here twice in a row. Is one of them a slip?`,
    replacements: [''],
  };
}
