/**
 * Phrases of a rulebook's own that none of its examples needs: nobody would notice if they never matched.
 */
import type { Span } from '../../engine/finding.js';
import { isProblem, parsePhrase } from '../../engine/phrases/phrase.js';
import { createMatcher, type Matcher } from '../../engine/phrases/matcher.js';
import { buildTable, EMPTY_TABLE } from '../../engine/phrases/phrase-table.js';
import { findPeople, learnPeople, NOBODY } from '../../engine/people/people.js';
import { tokenize } from '../../engine/words/tokens.js';
import { EXAMPLE_PEOPLE, examplePeople, readExample } from './laws.js';
import type { Problem } from '../problem.js';
import { answering, exemplified } from './run-examples.js';
import type { Rulebook } from '../rulebook.js';
import { withWords, type Words } from '../decode/pieces.js';

/** A problem at each phrase that fires in no “raise” example of its rule. */
export function unfired(rulebook: Rulebook): readonly Problem[] {
  const people = learnPeople({ blocks: [], frontMatter: null }, examplePeople(rulebook.people));
  return answering(rulebook).flatMap(({ rule, file, phrases }) => {
    const avoided = phrases.filter(({ entry }) => entry >= 0);
    const matcher = matcherOf(avoided.map(({ text }) => text), rulebook.compiled.words);
    const fired = new Set<number>();
    for (const { raise } of exemplified(rulebook).filter((one) => one.rule.id === rule.id)) for (const line of raise) {
      const { text } = readExample(line.text);
      const tokens = tokenize(text);
      for (const { phrase } of matcher.match(text, tokens, findPeople(tokens, people, NOBODY, text).edges)) fired.add(phrase);
    }
    return avoided.filter((_, id) => !fired.has(id)).map(({ text, line, column }) => ({ file, line, column, length: text.length, message: `No example of ${rule.id} holds “${text}”.` }));
  });
}

/** The sentence with `[[ ]]` round what the phrases find first in it; as it was where it has them already, or nothing is found. */
export function withMarks(sentence: string, phrases: readonly string[], words: Words): string {
  if (/\[\[(?:(?!\[\[).)*\]\]|«[^«]*»/.test(sentence)) return sentence;
  const found = finder(phrases, words)(sentence);
  return found ? `${sentence.slice(0, found.start)}[[${sentence.slice(found.start, found.end)}]]${sentence.slice(found.end)}` : sentence;
}

/** What phrases find first in a sentence; made ready once for many sentences. */
export function finder(phrases: readonly string[], words: Words): (sentence: string) => Span | null {
  const matcher = matcherOf(phrases, words);
  const people = learnPeople({ blocks: [], frontMatter: null }, EXAMPLE_PEOPLE);
  return (sentence) => {
    const tokens = tokenize(sentence);
    return [...matcher.match(sentence, tokens, findPeople(tokens, people, NOBODY, sentence).edges)].sort((a, b) => a.start - b.start || b.end - a.end)[0] ?? null;
  };
}

function matcherOf(phrases: readonly string[], words: Words): Matcher {
  const builder = buildTable(EMPTY_TABLE);
  phrases.forEach((text, id) => {
    const phrase = parsePhrase(withWords(text, words));
    if (!isProblem(phrase)) builder.add(phrase, id);
  });
  return createMatcher(builder.table());
}
