/** Rules that nobody writes, with texts that nearly match them: each asks as much as it can of the matcher. */
import type { Hostile } from './texts.js';

/** A rule, and a text that keeps it busy. */
export interface HostileRule extends Hostile {
  /** Phrases, one a line. */
  readonly avoid: string;
}

const OVERLAPPING = combinations(['red', 'blue', 'green', 'grey', 'pink'], 5);

export const RULES: readonly HostileRule[] = [
  { what: 'choices inside choices', avoid: '(red|blue (red|blue (red|blue green)))', make: (n) => sentences(n, 'blue blue blue blue blue red ') },
  { what: 'three gaps', avoid: 'red ... blue ... green ... grey', make: (n) => sentences(n, 'red red blue blue green green ') },
  { what: 'a gap before every one of many words', avoid: OVERLAPPING.slice(0, 60).map((words) => words.replace(' ', ' ... ')).join('\n'), make: (n) => sentences(n, 'red red pink pink blue blue ') },
  { what: 'people with gaps between them', avoid: '{person} ... {person} ... {person} told', make: (n) => sentences(n, 'Mum and her sister and Nan and she ') },
  { what: 'services and children', avoid: '{child} (be|not|never)? ... {service} ... {professional} told', make: (n) => sentences(n, 'the children and the social worker and I ') },
  { what: 'words that may be left out', avoid: 'very? very? very? very? very? very? very? very? very? red', make: (n) => sentences(n, 'very ') },
  { what: `${OVERLAPPING.length.toLocaleString('en-GB')} entries that overlap`, avoid: OVERLAPPING.join('\n'), make: (n) => sentences(n, 'red blue green grey pink pink grey ') },
  { what: 'one word over and over', avoid: Array.from({ length: 16 }, (_, at) => Array(at + 1).fill('red').join(' ')).join('\n'), make: (n) => sentences(n, 'red ') },
];

/** As many entries as wanted, all different, each the beginning of others. */
export function entriesOf(count: number): string {
  return Array.from({ length: count }, (_, at) => [at % 10, Math.floor(at / 10) % 10, Math.floor(at / 100) % 10, Math.floor(at / 1000) % 10, Math.floor(at / 10_000)].map((digit) => WORDS[digit % 10]).join(' ') + (at < 100_000 ? '' : ` ${WORDS[at % 10]}`)).join('\n');
}

/** So many of the same words in no order, though always the same: the more entries, the more of them it holds. */
export function mixedWords(count: number): string {
  let seed = 1;
  return Array.from({ length: count }, (_, at) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return WORDS[(seed >>> 16) % 10] + (at % 1_000 === 999 ? '.\n\n' : ' ');
  }).join('');
}

const WORDS = ['red', 'blue', 'green', 'grey', 'pink', 'brown', 'black', 'white', 'golden', 'orange'] as const;

/** Every sequence of up to `most` of these words. */
function combinations(words: readonly string[], most: number): readonly string[] {
  let last: readonly string[] = [''];
  const all: string[] = [];
  for (let length = 0; length < most; length++) {
    last = last.flatMap((before) => words.map((word) => `${before} ${word}`.trim()));
    all.push(...last);
  }
  return all;
}

/** The words again and again, in sentences as long as a paragraph may be. */
function sentences(count: number, words: string): string {
  return `${words.repeat(Math.floor(8000 / words.length))}\n\n`.repeat(Math.ceil((count * words.length) / 8000));
}
