/**
 * Phrases of a rulebook's own that none of its examples needs: nobody would notice if they never matched.
 */
import { isProblem, parsePhrase } from '../engine/phrases/phrase.js';
import { createMatcher } from '../engine/phrases/matcher.js';
import { buildTable, EMPTY_TABLE } from '../engine/phrases/phrase-table.js';
import { findPeople, learnPeople, NOBODY } from '../engine/people/people.js';
import { tokenize } from '../engine/words/tokens.js';
import { examplePeople, readExample } from './laws.js';
import type { Problem } from './problem.js';
import { answering, exemplified } from './proof.js';
import type { Rulebook } from './rulebook.js';
import { withWords } from './words.js';

/** A problem at each phrase that fires in no “raise” example of its rule. */
export function unfired(rulebook: Rulebook): readonly Problem[] {
  const people = learnPeople({ blocks: [], frontMatter: null }, examplePeople(rulebook.people));
  return answering(rulebook).flatMap(({ rule, file, phrases }) => {
    const avoided = phrases.filter(({ entry }) => entry >= 0);
    const builder = buildTable(EMPTY_TABLE);
    avoided.forEach(({ text }, id) => {
      const phrase = parsePhrase(withWords(text, rulebook.compiled.words));
      if (!isProblem(phrase)) builder.add(phrase, id);
    });
    const matcher = createMatcher(builder.table());
    const fired = new Set<number>();
    for (const { raise } of exemplified(rulebook).filter((one) => one.rule.id === rule.id)) for (const line of raise) {
      const { text } = readExample(line.text);
      const tokens = tokenize(text);
      for (const { phrase } of matcher.match(text, tokens, findPeople(tokens, people, NOBODY, text).edges)) fired.add(phrase);
    }
    return avoided.filter((_, id) => !fired.has(id)).map(({ text, line, column }) => ({ file, line, column, length: text.length, message: `No example of ${rule.id} holds “${text}”.` }));
  });
}
