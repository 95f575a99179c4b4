/**
 * Other tools' word lists → a rule with examples to fill in: a table (words, what to write instead), one word a line,
 * or a Vale style. What cannot be said in phrases is left out, and told in its line.
 */
import { isProblem, parsePhrase } from '../../engine/phrases/phrase.js';
import { finder } from '../advice/coverage.js';
import { lostFact } from '../advice/facts.js';
import { spelt, type Spelt } from './pattern.js';
import { readTable, type LeftOut, type Listed } from './table.js';
import { readVale } from './vale.js';
import { samplesOf } from '../advice/samples.js';
import type { NewEntry, NewRule } from '../write/rule.js';

export interface Imported {
  readonly rule: NewRule | null;
  readonly taken: number;
  /** In the order of their lines. */
  readonly left: readonly LeftOut[];
}

/** `id` is of the rule that is made; `raisedBy` names the rule that ships and would raise a wording, or null. Total: a list in which nothing can be used has no rule. */
export function importWords(path: string, text: string, id: string, raisedBy: (wording: string) => string | null): Imported {
  const isVale = /\.ya?ml$/i.test(path);
  const read = isVale ? readVale(path, text) : { ...readTable(text.replace(/^\uFEFF/, '').replace(/\r(?!\n)/g, '\n'), /\.(?:csv|tsv)$/i.test(path) ? 'table' : 'lines'), exceptions: [], message: '' };
  const left: LeftOut[] = [...read.left];
  const firstLine = new Map<string, number>();
  const usable = (one: Listed): readonly (Listed & { readonly phrase: string })[] => {
    const ways = isVale || /[\p{L}]\(|\)[\p{L}?]|[\p{L}]\?|\\/u.test(one.words) ? spelt(isVale ? one.words : one.words.replace(/(?<=\p{L})\((\p{L}{1,3})\)(?!\?)/gu, '($1)?')) : withRemark(one.words);
    if ('why' in ways) left.push({ ...one, why: ways.why });
    return 'why' in ways ? [] : ways.phrases.flatMap((phrase) => {
      const known = firstLine.get(plain(phrase));
      const read = parsePhrase(phrase);
      const why = /\*/.test(phrase) ? `“*” stands for nothing here: a word as it stands in a dictionary also finds its other forms` : isProblem(read) ? read.problem : known !== undefined ? `it stands in line ${known} already` : null;
      if (why !== null) left.push({ line: one.line, words: phrase, why });
      else firstLine.set(plain(phrase), one.line);
      return why === null ? [{ ...one, phrase }] : [];
    });
  };
  const listed = read.listed.flatMap(usable);
  const phrases = listed.map(({ phrase }) => phrase);
  const findIn = finder(phrases, {});
  const isAvoided = (wording: string): boolean => findIn(wording) !== null || raisedBy(wording) !== null;
  const entries = new Map<string, { readonly entry: Omit<NewEntry, 'avoid'>; readonly avoid: string[] }>();
  for (const { phrase, instead } of listed) {
    const entry = answerFor(phrase, instead, read.message, isAvoided);
    const key = `${entry.answer} ${entry.text}`;
    const known = entries.get(key) ?? { entry, avoid: [] };
    known.avoid.push(phrase);
    entries.set(key, known);
  }
  const unless = read.exceptions.flatMap(usable).map(({ phrase }) => phrase);
  const rule: NewRule | null = listed.length === 0 ? null : {
    id,
    title: 'Words we have agreed to leave',
    why: 'Say here in a sentence what these words do to a family or a reader.',
    entries: [...entries.values()].map(({ entry, avoid }) => ({ ...entry, avoid })),
    unless,
    raise: phrases.map((phrase) => `They said [[${/[(|?/{[.…^]/.test(phrase) ? samplesOf(phrase, {})[0] ?? phrase : phrase}]].`),
    leave: ['A sentence with one of these words that should be left alone.'],
  };
  return { rule, taken: listed.length, left: left.sort((a, b) => a.line - b.line) };
}

/** `looked after child (LAC)` is two phrases; other words in brackets are a remark. Choices of the phrase language stay. */
function withRemark(words: string): Spelt {
  const [, before, inside, after] = /^(.*\S)\s*\(([^()|]*)\)(.*)$/.exec(words) ?? [];
  if (before === undefined) return { phrases: [words] };
  const initials = (text: string): string => text.split(/[\s-]+/).map((word) => word[0] ?? '').join('').toLowerCase();
  const isShort = [[before, inside], [inside, before]].some(([long, short]) => long.includes(' ') && initials(long) === short.toLowerCase().replace(/s$/, ''));
  return { phrases: isShort ? [before, inside] : [`${before}${after}`.trim()] };
}

/** A wording that would lose a fact, be raised itself, or none at all, becomes a question; several become an idea, for the writer to choose. */
function answerFor(phrase: string, instead: string, message: string, isAvoided: (wording: string) => boolean): Omit<NewEntry, 'avoid'> {
  if (instead === '' || plain(instead) === plain(phrase)) return { answer: 'ask', text: message || 'What could be written instead?' };
  const several = instead.split(/;\s*|\s+\/\s+|\n/).filter((one) => one.trim() !== '');
  if (several.length > 1) return { answer: 'try', text: several.map((one) => one.trim()).join(', or ') };
  const lost = lostFact(phrase, instead);
  if (lost) return { answer: 'ask', text: `Could it say “${instead}”, and still say ${lost.word}?` };
  return isAvoided(instead) || instead.includes('[') ? { answer: 'ask', text: `Could it say “${instead}”?` } : { answer: 'replace', text: instead };
}

function plain(phrase: string): string {
  return phrase.toLowerCase().replace(/[\s-]+/g, ' ').replaceAll('’', "'");
}
