/**
 * Sentences that may be hard to read at a given age, by the seven measures of retext-readability. Names and
 * words for harm are not counted against the writer: neither has a plainer form. It knows nothing of notes,
 * rules or readers.
 */
import retextEnglish from 'retext-english';
import retextReadability from 'retext-readability';
import { unified } from 'unified';
import type { Processor } from 'unified';
import { speaksOfHarm } from './harm.js';
import { plainProse, spanInProse } from './prose.js';
import type { PlainProse } from './prose.js';
import type { PlainFinding } from './finding.js';

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}]+)*/gu;
/** Short, and known to every word list: what a name or a word for harm counts as. */
const STAND_IN = 'they';
/** Kept as they are, or their full stop would end the sentence. */
const TITLE = /^(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|St|Cllr|Sgt)$/u;
const LONG_SENTENCE = 20;
/** In a shorter sentence one long word decides every measure. */
const MIN_WORDS = 8;

/** One finding a sentence, sorted by start; total. `age` is the reader's, in years; short sentences are left alone. */
export function runReadability(prose: string, age: number): readonly PlainFinding[] {
  const plain = withoutNames(plainProse(prose));
  const processor = unified().use(retextEnglish).use(retextReadability, { age, minWords: MIN_WORDS }).use(withoutOutput);
  const findings: PlainFinding[] = [];
  for (const { place } of processor.processSync(plain.text).messages) {
    if (place === undefined || !('start' in place)) continue;
    const start = place.start.offset;
    const end = place.end.offset;
    if (start === undefined || end === undefined) continue;
    const words = plain.text.slice(start, end).match(WORD)?.length ?? 0;
    findings.push({ ...spanInProse(plain, start, end), message: messageFor(words, age), replacements: [] });
  }
  return findings.sort((a, b) => a.start - b.start);
}

function messageFor(words: number, age: number): string {
  const what = `This sentence may be hard going for a reader of ${age}.`;
  return words > LONG_SENTENCE
    ? `${what} It has ${words} words: could it be two?`
    : `${what} Which of its longer words could be everyday ones?`;
}

/** unified wants a compiler before it will process anything; only the messages are of use here. */
function withoutOutput(this: Processor): void {
  this.compiler = () => '';
}

/** The same text with names and words for harm stood in for; offsets still lead to the prose. */
function withoutNames(plain: PlainProse): PlainProse {
  const names = new Set<string>();
  for (const match of plain.text.matchAll(WORD)) {
    if (isCapital(match[0]) && !TITLE.test(match[0]) && !startsSentence(plain.text, match.index)) names.add(match[0]);
  }
  const pieces: string[] = [];
  const origin: number[] = [];
  let last = 0;
  const keepTo = (end: number): void => {
    pieces.push(plain.text.slice(last, end));
    for (let i = last; i < end; i++) origin.push(plain.origin[i]);
    last = end;
  };
  for (const match of plain.text.matchAll(WORD)) {
    const word = match[0];
    if (!names.has(word) && !speaksOfHarm(word)) continue;
    keepTo(match.index);
    last += word.length;
    pieces.push(isCapital(word) ? 'They' : STAND_IN);
    for (let i = 0; i < STAND_IN.length; i++) origin.push(i === STAND_IN.length - 1 ? plain.origin[last - 1] : plain.origin[match.index]);
  }
  keepTo(plain.text.length);
  return { text: pieces.join(''), origin };
}

function isCapital(word: string): boolean {
  return word.length > 1 && word.charAt(0) !== word.charAt(0).toLowerCase();
}

function startsSentence(text: string, at: number): boolean {
  return /(?:^|[.!?:\n]['"’”)]*\s*)['"‘“(]*$/u.test(text.slice(Math.max(0, at - 6), at));
}
