/**
 * A phrase → sentences it stands for, so that what other rules make of it can be asked of the engine itself. It knows
 * nothing of rules.
 */
import { isProblem, parsePhrase, type GroupName, type Part } from '../../engine/phrases/phrase.js';
import { formsOf } from '../../engine/words/inflect.js';
import { withWords, type Words } from '../decode/pieces.js';

/** Ways to read a phrase are counted up to here; more of them say nothing new about it. */
const MOST = 8;
const PEOPLE: Readonly<Record<GroupName, string>> = { person: 'Mum', family: 'Mum', child: 'Ava', professional: 'the social worker', service: 'the school' };

/** Texts that the phrase matches, at most eight; none where it cannot be read. */
export function samplesOf(phrase: string, words: Words): readonly string[] {
  const read = parsePhrase(withWords(phrase, words));
  return isProblem(read) ? [] : spell(read.parts).map((parts) => parts.join(' '));
}

/** Every form of every word of its own in a phrase, in whichever way it is read. */
export function wordsOf(phrase: string, words: Words): ReadonlySet<string> {
  const read = parsePhrase(withWords(phrase, words));
  return new Set(isProblem(read) ? [] : literals(read.parts).flatMap((form) => [form, ...formsOf(form)]));
}

/** Whether it may take in words that it does not spell out: people, or whatever stands in a gap. */
export function isOpen(phrase: string, words: Words): boolean {
  return /\{|\.\.\.|…/.test(withWords(phrase, words));
}

/** What a phrase finds, a few of it, as a person would say it: fails to engage, failed to engage, … */
export function spellings(phrase: string, words: Words, most: number): readonly string[] {
  const read = parsePhrase(withWords(phrase, words));
  if (isProblem(read)) return [];
  const first = spell(read.parts.filter((part) => part.kind !== 'optional'))[0] ?? [];
  const inflected = read.parts.findIndex((part) => part.kind === 'word' && !part.exact && formsOf(part.form).length > 1);
  const part = read.parts[inflected];
  if (part?.kind !== 'word') return spell(read.parts).slice(0, most).map((parts) => parts.join(' '));
  const at = spell(read.parts.slice(0, inflected).filter((one) => one.kind !== 'optional'))[0]?.length ?? 0;
  return formsOf(part.form).slice(0, most).map((form) => [...first.slice(0, at), form, ...first.slice(at + 1)].join(' '));
}

function spell(parts: readonly Part[]): readonly (readonly string[])[] {
  let ways: readonly (readonly string[])[] = [[]];
  for (const part of parts) {
    const next = spellPart(part);
    ways = ways.flatMap((way) => next.map((words) => [...way, ...words])).slice(0, MOST);
  }
  return ways;
}

function spellPart(part: Part): readonly (readonly string[])[] {
  switch (part.kind) {
    case 'word': return [[part.form]];
    case 'group': return [[PEOPLE[part.group]]];
    case 'choice': return part.options.flatMap((option) => spell(option)).slice(0, MOST);
    case 'optional': return [[], ...spellPart(part.part)];
    case 'gap': return [['all', 'this']];
    case 'start': case 'open': case 'close': return [[]];
  }
}

function literals(parts: readonly Part[]): readonly string[] {
  return parts.flatMap((part) => {
    switch (part.kind) {
      case 'word': return [part.form];
      case 'choice': return part.options.flatMap(literals);
      case 'optional': return literals([part.part]);
      default: return [];
    }
  });
}
