/**
 * Sentences that hold words with a drop-in wording, among names, dates, numbers, denials, harm and quotations: what a fix
 * must leave as it is. Made from the phrases of the packs themselves, in every form and in awkward company.
 */
import { SIMPLER } from '../../server/src/engine/checks/plain-english/simpler-words.js';
import { formsOf } from '../../server/src/engine/words/inflect.js';
import { buildPacks } from '../../server/src/rulebook/packs/build-packs.js';
import { samplesOf, spellings } from '../../server/src/rulebook/advice/samples.js';
import { readWords } from '../../server/src/rulebook/decode/pieces.js';
import { DISK } from '../../server/src/rulebook/files/disk.js';
import type { Next } from './random.js';

/** The names in these sentences; words of a phrase may stand with capitals too. */
export const NAMES = ['Mum', 'Dad', 'Nan', 'Yusuf', 'Amara', 'Okafor', 'Leo', 'Adeyemi', 'Clarke', 'Zainab', 'Kofi', 'Mei', 'Ling'] as const;

const LEADS = [
  '', '', 'Mum ', 'Yusuf and Amara ', 'On 3 March 2026 Dr Okafor ', 'Nobody ', 'They did not ', 'We ', 'He hit her twice, and ', '“I never said that,” Dad said. ', 'Because Leo (6) was bruised, she ',
  'A ', 'An ', 'a ', 'It is a ', 'The ', 'the 4th ', 'Ms Adeyemi-Clarke’s ', 'Not ', 'No ', 'without ', 'Nan: ', 'On Tuesday, ', 'Dad said "leave me" and ', 'Zainab isn’t ', 'Two ', 'to ', 'will ', 'has been ', 'is ', 'was ',
] as const;
const TAILS = [
  '', '.', ' the review on 14 May.', ' because Kofi punched him.', ', and “leave me alone” was what he said.', ' a child protection plan for Zainab.', ' an hour before school.', ' honest work, not ever.', ' she was at home.', ' that she was at home.',
  ' child.', ' children, 7 and 9.', '-led meeting.', ': no one was hurt.', '? Nobody knows.', ' Mum.', ' (he was not there).', ' it.', '’s flat.', ' and 2.5 units on 01/02/2026.', ' for Mei-Ling, who never came.', ' the the home.', ' to to the school.',
] as const;
const DRESSES: readonly ((words: string, next: Next) => string)[] = [
  (words) => words, (words) => words, (words) => words,
  (words) => words.toUpperCase(),
  (words) => words.replace(/\p{L}/u, (letter) => letter.toUpperCase()),
  (words) => words.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase()),
  (words) => `**${words}**`, (words) => `_${words}_`, (words) => `“${words}”`, (words) => `"${words}"`, (words) => `‘${words}’`, (words) => `[${words}](#place)`, (words) => `\`${words}\``,
  (words) => words.replace(' ', '\n'), (words) => words.replace(' ', '  '), (words) => words.replace(' ', '\u00a0'), (words) => words.replace(' ', '-'), (words) => words.replace(' ', ' *') + (words.includes(' ') ? '*' : ''),
  (words, next) => words.slice(0, next(words.length)) + words,
];
const FRAMES: readonly ((sentence: string) => string)[] = [
  (sentence) => sentence, (sentence) => sentence, (sentence) => sentence, (sentence) => `- ${sentence}`, (sentence) => `> ${sentence}`, (sentence) => `## ${sentence}`, (sentence) => `Dad said: “${sentence}”`,
  (sentence) => `| Who | What |\n|---|---|\n| Mum | ${sentence.replaceAll('\n', ' ')} |`, (sentence) => `---\ntype: letter\nchild: Leo\n---\n\nDear Leo,\n\n${sentence}`, (sentence) => `---\ntype: plan\n---\n\n${sentence}`, (sentence) => `---\ntype: family-plan\ntemplate: true\n---\n\n1. ${sentence}`,
];

/** What families read, where plainer words are offered too. */
const LETTERS: typeof FRAMES = [(sentence) => `---\ntype: letter\nchild: Leo\n---\n\nDear Leo,\n\n${sentence}`, (sentence) => `---\ntype: family-plan\n---\n\n## What we will do\n\n- Nan will ring on 3 May: ${sentence}`];

/** Gives such a text each time it is asked. `next` decides which. */
export function mendable(next: Next): () => string {
  const { words } = readWords('rules/words.yml', DISK);
  const phrases = buildPacks('rules', 'test/specimens').decoded.flatMap(({ rule, phrases }) => phrases.filter(({ entry }) => entry >= 0 && rule.entries[entry].replace !== null))
    .map(({ text }) => [...samplesOf(text, words), ...spellings(text, words, 6)]);
  const stiff = [...SIMPLER.keys()].map((phrase) => [phrase]);
  const pick = <T>(list: readonly T[]): T => list[next(list.length)];
  return () => {
    const forFamilies = next(4) === 0;
    const spoken = pick(pick(forFamilies ? stiff : phrases));
    const said = next(3) === 0 ? inflected(spoken, next) : spoken;
    return `${pick(forFamilies ? LETTERS : FRAMES)(pick(LEADS) + pick(DRESSES)(said, next) + pick(TAILS))}\n`;
  };
}

/** One of the words in another of its forms. */
function inflected(words: string, next: Next): string {
  const all = words.split(' ');
  const at = next(all.length);
  const forms = formsOf(all[at]);
  return forms.length === 0 ? words : all.map((word, nth) => (nth === at ? forms[next(forms.length)] : word)).join(' ');
}
