/** What must hold of the matcher whatever the phrases and the text: it finds what a plain search finds, in time that grows with the text. */
import assert from 'node:assert/strict';
import { createMatcher } from '../../server/src/engine/phrases/matcher.js';
import { CHILD, FAMILY, PROFESSIONAL, SERVICE, type PersonEdge } from '../../server/src/engine/people/people.js';
import { isProblem, parsePhrase, type Phrase } from '../../server/src/engine/phrases/phrase.js';
import { buildTable, EMPTY_TABLE, type PhraseTable } from '../../server/src/engine/phrases/phrase-table.js';
import { tokenize, type Tokens } from '../../server/src/engine/words/tokens.js';
import { referenceMatches, type Found } from '../support/reference-matcher.js';
import { numbers, type Next } from '../support/random.js';

function pick<T>(next: Next, from: readonly T[]): T {
  return from[next(from.length)];
}

const WORDS = ['red', 'red', 'told', 'tell', 'tell/exact', 'be', 'is', 'her', "not"] as const;
const GROUPS = ['{person}', '{family}', '{child}', '{service}'] as const;

function randomPart(next: Next, depth: number): string {
  switch (next(depth > 1 ? 6 : 9)) {
    case 6: return `(${Array.from({ length: 1 + next(3) }, () => randomParts(next, 1 + next(2), depth + 1).join(' ')).join('|')})${pick(next, ['', '', '?', '/exact', '/exact?'])}`;
    case 7: case 8: return `${pick(next, WORDS)}?`;
    case 4: case 5: return pick(next, GROUPS) + pick(next, ['', '', '?']);
    default: return pick(next, WORDS);
  }
}

function randomParts(next: Next, count: number, depth: number): string[] {
  const parts: string[] = [];
  for (let i = 0; i < count; i++) {
    if (i > 0 && next(3) === 0) parts.push('...');
    parts.push(randomPart(next, depth));
  }
  return parts;
}

/** Some are no phrases, and are passed over. */
function randomPhrases(next: Next): Phrase[] {
  const phrases: Phrase[] = [];
  while (phrases.length < 1 + next(5)) {
    const parts = randomParts(next, 1 + next(4), 0);
    if (next(2) === 0) {
      const at = next(parts.length);
      parts.splice(at + 1 + next(parts.length - at), 0, ']]');
      parts.splice(at, 0, '[[');
    }
    if (next(6) === 0) parts.unshift('^');
    const phrase = parsePhrase(parts.join(' '));
    if (!isProblem(phrase)) phrases.push(phrase);
  }
  return phrases;
}

const SAID = ['red', 'red', 'told', 'tell', 'telling', 'is', 'was', 'her', 'Her', "isn't", "Mum's", "hers'", 'and', 'x'] as const;
const BETWEEN = [' ', ' ', ' ', ' ', ' ', ' ', '\n', '-', ', ', '. ', '. R', '\u2029', ' e.g. ', "' ", '\uFFFC'] as const;

function randomProse(next: Next): string {
  let prose = pick(next, SAID) as string;
  for (let left = next(14); left > 0; left--) prose += pick(next, BETWEEN) + pick(next, SAID);
  return prose;
}

/** In the order in which people are found; of one span, who is named stands before an owner. */
function randomPeople(next: Next, { count, forms }: Tokens): PersonEdge[] {
  const edges: PersonEdge[] = [];
  for (let at = forms.indexOf('her'); at >= 0; at = forms.indexOf('her', at + 1)) {
    edges.push({ from: at, to: at + 1, groups: FAMILY }, { from: at, to: at + 1, groups: FAMILY, possessive: true });
    if (at + 1 < count && next(2) === 0) edges.push({ from: at, to: at + 2, groups: pick(next, [FAMILY, PROFESSIONAL]) });
  }
  for (let left = next(6); left > 0; left--) {
    const from = next(count);
    const to = Math.min(count, from + 1 + (next(3) === 0 ? next(8) : 0));
    const groups = pick(next, [0, FAMILY, FAMILY, FAMILY | CHILD, PROFESSIONAL, SERVICE]);
    edges.push(next(4) === 0 ? { from, to, groups, possessive: true } : { from, to, groups });
  }
  return edges.sort((a, b) => a.from - b.from || a.to - b.to || a.groups - b.groups || Number(a.possessive ?? false) - Number(b.possessive ?? false));
}

function tableOf(phrases: readonly Phrase[]): PhraseTable {
  const builder = buildTable(EMPTY_TABLE);
  phrases.forEach((phrase, id) => builder.add(phrase, id));
  return builder.table();
}

function inOrder(found: readonly Found[]): Found[] {
  return [...found].sort((a, b) => a.to - b.to || a.from - b.from || a.phrase - b.phrase);
}

describe('matching', () => {
  it('finds what a plain search finds, in 10,000 texts', () => {
    const next = numbers(17);
    let total = 0;
    for (let n = 0; n < 1_000; n++) {
      const phrases = randomPhrases(next);
      const matcher = createMatcher(tableOf(phrases));
      for (let k = 0; k < 10; k++) {
        const prose = randomProse(next);
        const tokens = tokenize(prose);
        const people = randomPeople(next, tokens);
        const found = matcher.match(prose, tokens, people);
        const expected = inOrder(referenceMatches(phrases, prose, tokens, people)).map((one) => ({
          phrase: one.phrase, from: one.from, to: one.to,
          start: tokens.starts[one.open], end: tokens.ends[one.close - 1], outerStart: tokens.starts[one.from], outerEnd: tokens.ends[one.to - 1],
        }));
        total += expected.length;
        assert.deepEqual(
          found.map(({ phrase, from, to, start, end, outerStart, outerEnd }) => ({ phrase, from, to, start, end, outerStart, outerEnd })), expected,
          `${JSON.stringify(phrases.map(({ source }) => source))} in ${JSON.stringify(prose)} with ${JSON.stringify(people)}`,
        );
      }
    }
    assert.ok(total > 7_500, `only ${total} matches, too few to show anything`);
  });

  it('adds phrases to those compiled before, and finds the same', () => {
    const next = numbers(19);
    for (let n = 0; n < 500; n++) {
      const phrases = [...randomPhrases(next), ...randomPhrases(next)];
      const half = next(phrases.length);
      const first = buildTable(EMPTY_TABLE);
      phrases.slice(0, half).forEach((phrase, id) => first.add(phrase, id));
      const second = buildTable(first.table());
      phrases.slice(half).forEach((phrase, id) => second.add(phrase, half + id));
      const [together, apart] = [createMatcher(tableOf(phrases)), createMatcher(second.table())];
      for (let k = 0; k < 10; k++) {
        const prose = randomProse(next);
        const tokens = tokenize(prose);
        const people = randomPeople(next, tokens);
        assert.deepEqual(apart.match(prose, tokens, people), together.match(prose, tokens, people));
      }
    }
  });

  // What is counted is every look at a compiled phrase, at a word's form and at what stands before a word.
  const hostile: readonly (readonly [string, readonly string[], string])[] = [
    ['gaps that never close', ['red ... red ... red ... blue', 'red ... told ... red ... blue'], 'red told '],
    ['gaps that always close', ['red ... red ... red ... red'], 'red '],
    ['words that may be missing', [`${'red? '.repeat(14)}blue`, `${'(red|told)? '.repeat(14)}blue`], 'red told '],
    ['choices in choices', ['((red|told|red told) ((red|told red)|red)) ... (red|told|red red) blue'], 'red told red '],
    ['people everywhere', ['{family} ... {family} ... {person} blue', '{family}? {person}? ... red'], 'Mum red '],
    ['sentence after sentence', ['^ red ... told ... red', 'red ... told ... blue'], 'red told. '],
  ];
  for (const [name, sources, piece] of hostile) {
    it(`does work in proportion to the text: ${name}`, () => {
      const phrases = sources.map((source) => {
        const phrase = parsePhrase(source);
        assert.ok(!isProblem(phrase), source);
        return phrase;
      });
      const costs = [500, 1_000, 2_000, 4_000].map((times) => work(tableOf(phrases), piece.repeat(times)));
      for (let i = 1; i < costs.length; i++) assert.ok(costs[i] <= 2.3 * costs[i - 1], `${costs.join(', ')}`);
    });
  }
});

function work(table: PhraseTable, prose: string): number {
  let looks = 0;
  const counted = <T extends object>(list: T): T => new Proxy(list, {
    get(target, key) {
      if (typeof key === 'string' && /^\d+$/.test(key)) looks++;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(target) : value;
    },
  });
  const tokens = tokenize(prose);
  const people: PersonEdge[] = tokens.forms.flatMap((form, from) => (form === 'mum' ? [{ from, to: from + 1, groups: FAMILY }] : []));
  const links = ({ first, labels, targets }: PhraseTable['edges']): PhraseTable['edges'] => ({ first: counted(first), labels: counted(labels), targets: counted(targets) });
  const watched = { ...table, edges: links(table.edges), steps: links(table.steps), ends: links(table.ends) };
  createMatcher(watched).match(prose, { ...tokens, forms: counted(tokens.forms), gaps: counted(tokens.gaps), starts: counted(tokens.starts) }, counted(people));
  return looks;
}
