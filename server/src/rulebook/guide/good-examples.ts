/**
 * Which of the sentences that a rule leaves alone show best how a thing can be said: those that do without the words it
 * raises. Others only show where the same words mean something else. It knows words, not what they mean.
 */
import type { Rule } from '../../engine/rule.js';
import { tokenize } from '../../engine/words/tokens.js';

/**
 * A rule of phrases with such examples first, and how many there are; the rest in their order. `phrases` are those it
 * avoids, as they are written. What a check leaves alone is as it should be, and stays as it is.
 */
export function goodFirst(rule: Rule, phrases: readonly string[]): Rule {
  if (rule.check) return rule;
  const raised = new Set(rule.examples.raise.flatMap((example) => [...example.matchAll(/\[\[((?:(?!\[\[).)*?)\]\]|«([^«»]*)»/gs)].flatMap(([, one, other]) => stems(one ?? other))));
  const avoided = new Set(phrases.flatMap((phrase) => stems(phrase.replace(/\{[a-z-]+\}/g, ' '))));
  // Whoever writes a rule mostly begins with another way of saying it.
  const isWay = (example: string, at: number): boolean => {
    const words = stems(example);
    return !/["“]/.test(example[0]) && !words.some((word) => raised.has(word)) && (at === 0 || words.filter((word) => avoided.has(word)).length <= words.length * FEW);
  };
  const ways = rule.examples.leave.filter(isWay);
  return { ...rule, ways: ways.length, examples: { ...rule.examples, leave: [...ways, ...rule.examples.leave.filter((example) => !ways.includes(example))] } };
}

/** Lists of phrases are long, and some of their words are everybody's. */
const FEW = 0.25;

/** The beginnings of its longer words, so that “minimised” and “minimising” are one. */
function stems(text: string): readonly string[] {
  return tokenize(text).forms.filter((form) => form.length > 3).map((form) => form.slice(0, 5));
}
