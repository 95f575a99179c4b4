/**
 * Which of the sentences that a rule leaves alone show best how a thing can be said: those that do without the words it
 * raises. Others only show where the same words mean something else. It knows words, not what they mean.
 */
import type { Rule } from '../engine/rule.js';
import { tokenize } from '../engine/words/tokens.js';

/** The rule with such examples first, the rest in their order. `phrases` are those it avoids, as they are written. */
export function goodFirst(rule: Rule, phrases: readonly string[]): Rule {
  const marked = rule.examples.raise.flatMap((example) => [...example.matchAll(/\[\[(.*?)\]\]|«(.*?)»/gs)].map(([, one, other]) => one ?? other));
  const avoided = new Set([...phrases.map((phrase) => phrase.replace(/\{[a-z-]+\}/g, ' ')), ...marked].flatMap(stems));
  const shared = (example: string): number => (/^["“]/.test(example) ? 2 : 0) + stems(example).filter((stem) => avoided.has(stem)).length;
  const leave = rule.examples.leave.map((example, at) => ({ example, at, shared: Math.min(2, shared(example)) })).sort((a, b) => a.shared - b.shared || a.at - b.at).map(({ example }) => example);
  return { ...rule, examples: { ...rule.examples, leave } };
}

/** The beginnings of its longer words, so that “minimised” and “minimising” are one. */
function stems(text: string): readonly string[] {
  return tokenize(text).forms.filter((form) => form.length > 3).map((form) => form.slice(0, 5));
}
