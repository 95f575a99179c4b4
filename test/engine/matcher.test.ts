import assert from 'node:assert/strict';
import { createMatcher } from '../../server/src/engine/phrases/matcher.js';
import { findPeople, learnPeople, NOBODY } from '../../server/src/engine/people/people.js';
import { isProblem, parsePhrase } from '../../server/src/engine/phrases/phrase.js';
import { buildTable, EMPTY_TABLE } from '../../server/src/engine/phrases/phrase-table.js';
import { tokenize } from '../../server/src/engine/words/tokens.js';

const PEOPLE = learnPeople({ blocks: [], frontMatter: null }, { children: ['Ava', 'Leo'], family: ['Sana', 'Kwame Asante'], professionals: ['Priti Sahota'], services: ['Harbour House'] });

/** The text with `[[ ]]` round everything the phrase underlines; of overlapping ones only the longest, then the first. */
function underlined(source: string, prose: string): string {
  const phrase = parsePhrase(source);
  assert.ok(!isProblem(phrase), `${source} is no phrase`);
  const builder = buildTable(EMPTY_TABLE);
  builder.add(phrase, 0);
  const tokens = tokenize(prose);
  const found = [...createMatcher(builder.table()).match(prose, tokens, findPeople(tokens, PEOPLE, NOBODY, prose).edges)];
  found.sort((a, b) => b.outerEnd - b.outerStart - (a.outerEnd - a.outerStart) || a.start - b.start);
  const kept = found.filter((one, at) => !found.slice(0, at).some((other) => other.start < one.end && other.end > one.start));
  return kept.sort((a, b) => b.start - a.start).reduce((text, { start, end }) => `${text.slice(0, start)}[[${text.slice(start, end)}]]${text.slice(end)}`, prose);
}

type Case = readonly [phrase: string, text: string];

const FOUND: Readonly<Record<string, readonly Case[]>> = {
  'a base form stands for its inflections': [
    ['fail to engage', 'Dad [[failed to engage]] again.'],
    ['fail to engage', 'He [[fails to engage]]. [[Failing to engage]] is [[FAIL TO ENGAGE]].'],
    ['be told', 'She [[was told]], they [[were told]], I [[am told]], has [[been told]].'],
    ['child protection plan', 'Two [[child protection plans]].'],
    ['minimise', 'She [[minimized]] and [[minimises]] it.'],
    ['behaviour', 'His [[behavior]] and [[behaviours]].'],
  ],
  'an inflected form stands for itself': [['told to', 'They were [[told to]] go.'], ['contact/exact', 'In [[contact]] they talked.']],
  'white space, line wraps and hyphens are one': [
    ['fail to engage', 'Dad [[failed\n  to\tengage]].'],
    ['non compliant', 'He is [[non-compliant]] and [[non compliant]] and [[non‑compliant]].'],
    ['hard-to-reach', 'A [[hard to reach]] family.'],
    ['told to', 'He was [[told\u00a0to]] go.'],
  ],
  'contractions are two words': [
    ['do not engage', "He [[didn't engage]]; she [[doesn’t engage]]."],
    ['will not', "They [[won't]] and [[will not]]."],
    ['can not cope', 'She [[cannot cope]], he [[can’t cope]].'],
    ['{family} be angry', "[[Mum's angry]]. [[She’s angry]]."],
    ['they be', "[[They're]] late."],
    ['she have gone', "[[She's gone]] and [[she'd gone]]."],
    ['we will see', "[[We'll see]]."],
    ["didn't engage", 'Dad [[did not engage]].'],
  ],
  'groups are people': [
    ['{family} was told', '[[Mum was told]]; then the school was told.'],
    ['{family} refused', '[[Sana refused]]. [[Kwame Asante refused]]. [[Kwame refused]]. [[Her mother refused]]. [[They refused]].'],
    ['{child} said', '[[Ava said]] no. [[The children said]] yes.'],
    ['{professional} advised', '[[I advised]] rest. [[Priti Sahota advised]] rest. [[The social worker advised]] rest.'],
    ['{service} offered', '[[Harbour House offered]] a place.'],
    ['{person} agreed', '[[Mum agreed]]; [[the health visitor agreed]].'],
    ['{family} disagree', '[[Mum and Dad disagreed]].'],
    ['{family}? was told', 'It [[was told]] that [[Mum was told]].'],
  ],
  'a possessive belongs to the person': [
    ['{family} parenting', "[[Mum's parenting]] is warm. [[Her parenting]] is."],
    ['{family} [[parenting]]', 'Mum’s [[parenting]] is warm.'],
    ['{family} home', "[[Kwame Asante's home]], [[the parents' home]]."],
    ['told {family}', "We [[told Mum's sister]]."],
    ['told {family}', 'We [[told her sister]] and [[told her]] and Dad.'],
  ],
  'optional words': [
    ['very? poor', 'A [[very poor]] diet and [[poor]] sleep.'],
    ['(very|quite|not at all)? poor', '[[quite poor]], [[not at all poor]], [[poor]]'],
    ['poor? home? conditions', '[[poor home conditions]] and [[home conditions]] and [[conditions]]'],
    ['told (off)?', '[[told]] and [[told off]]'],
  ],
  'choices of several words': [
    ['(told|was asked) to', 'Mum [[was asked to]] wait and [[told to]] go.'],
    ['((very|so) (poor|bad)|awful) home', 'a [[so bad home]], an [[awful home]]'],
    ['(issue|issues)/exact', 'No [[issue]] or [[issues]] were issued.'],
  ],
  'a gap holds up to five words': [
    ['told ... to', '[[told to]] go'],
    ['told ... to', '[[told one two three four five to]] go'],
    ['told ... to', 'told one two three four five six to go'],
    ['told ... to', '[[told, again and very firmly, to]] go'],
    ['told ... to', '[[told Mum (Sana) again to]] go'],
    ['told ... to', '[[told Dr. Shah to]] go, and [[told Ms. K. Okafor to]] go'],
    ['told … to … home', '[[told Mum to stay at home]]'],
    ['told {family} ... (not to|to)', '[[told Mum and Dad firmly not to]] go'],
  ],
  'a match stays in its sentence': [
    ['told ... to', 'It was told. He went to bed.'],
    ['told ... to', 'told us!\nTo go.'],
    ['told ... to', 'It was told\u2029to us'],
    ['told to', 'It was told. To go.'],
    ['told to', 'Mum was told, to be fair.'],
    ['told to', 'told (to) told “to” told – to told - to'],
    ['told to', 'told\u2029to'],
    ['told to', 'told \uFFFC to'],
    ['told ... at', '[[told Mum at]] 10 a.m. on Monday'],
    ['rang ... to', '[[rang 10 a.m. on Monday to]] say so'],
  ],
  'a caret is where a sentence begins': [
    ['^ {family} to', '[[Mum to]] ring. School and Mum to meet. [[Dad to]] come.'],
    ['^ adequate', '[[Adequate]].\u2029[[Adequate]] and adequate; adequate.'],
    ['^ [[{family} to]] ... weekly', 'Yes. [[Mum to]] test weekly.'],
    ['[[^ mum to]] test', '[[Mum to]] test. Ask mum to test.'],
    ['^ mum', 'Seen by Dr. Mum e.g. Mum.'],
    ['^ very? poor', '[[Poor]]. [[Very poor]]. A very poor one.'],
  ],
  'what stands in brackets is underlined': [
    ['{family} was [[told to]]', 'Mum was [[told to]] go.'],
    ['[[told]] {family}', 'We [[told]] Mum.'],
    ['told [[{family}]]', 'We told [[Mum]].'],
    ['told [[{family}]] to', 'We told [[Mum]] to go.'],
    ['[[told {family}]]', 'We [[told Mum]].'],
    ['{family} ... [[lashed out]]', 'Leo then, at school, [[lashed out]] at him.'],
    ['[[lashed out]] ... {family}', 'He [[lashed out]] again at Mum.'],
    ['told ... [[off]] ... again', 'told him right [[off]] once again'],
    ['[[told ... off]] again', '[[told him right off]] again'],
    ['a [[very? poor]] home', 'a [[very poor]] home, a [[poor]] home'],
    ['a very? [[poor]] home', 'a very [[poor]] home, a [[poor]] home'],
    ['a [[poor home?]] now', 'a [[poor]] now, a [[poor home]] now'],
    ['a [[poor]] home? now', 'a [[poor]] now, a [[poor]] home now'],
    ['told ... [[very? firmly]]', 'told him [[very firmly]], told her so [[firmly]]'],
    ['{family}? ... [[good dad]] although', 'A [[good dad]] although late. Kwame is still a [[good dad]] although late.'],
    ['[[money]] ... {family}?', 'the [[money]] that was his'],
  ],
  'the earliest start is taken': [
    ['told ... told ... to', '[[told and told to]] go'],
    ['very? very? poor', 'a [[very very poor]] home'],
    ['{family} ... to', '[[Kwame Asante agreed to]] go'],
    ['(a b|b) c', '[[a b c]] and [[b c]]'],
  ],
  'filler inside a word is read across': [
    ['told to', 'Mum was [[to\u2060\u2060ld to]] go'],
    ['{family} parenting', "[[Mum\u2060\u2060's parenting]]"],
    ['do not engage', "[[did\u2060\u2060n't engage]]"],
  ],
};

const NEVER: readonly Case[] = [
  ['told to', 'telling to, tell to, tells to'],
  ['contact/exact', 'contacts, contacted'],
  ['told', 'untold retold'],
  ['be/exact told', 'was told'],
  ['{family} was told', 'The school was told.'],
  ['{child} said', 'Mum said.'],
  ['told {family}', 'told'],
  ['told {professional}', 'We told Mum.'],
  ['told {family}', "told her social worker, told Mum's social worker, told the parents' solicitor"],
  ['the parents/exact', 'the parent'],
  ['non compliant', 'noncompliant'],
  ['a b', 'b a'],
  ['mum', ''],
];

describe('phrases in text', () => {
  for (const [what, cases] of Object.entries(FOUND)) {
    describe(what, () => {
      for (const [phrase, marked] of cases) it(`${phrase}: ${marked.replace(/\s+/g, ' ')}`, () => assert.equal(underlined(phrase, marked.replaceAll('[[', '').replaceAll(']]', '')), marked));
    });
  }
  describe('are not found where they do not stand', () => {
    for (const [phrase, text] of NEVER) it(`${phrase}: ${text}`, () => assert.equal(underlined(phrase, text), text));
  });

  it('of nothing are nowhere', () => assert.deepEqual(createMatcher(EMPTY_TABLE).match('Mum rang.', tokenize('Mum rang.'), []), []));

  it('come by end, then start, with the words they took', () => {
    const builder = buildTable(EMPTY_TABLE);
    ['told to', 'was told to', 'to go', 'was'].forEach((source, id) => {
      const phrase = parsePhrase(source);
      if (!isProblem(phrase)) builder.add(phrase, id);
    });
    const prose = 'Mum was told to go';
    const found = createMatcher(builder.table()).match(prose, tokenize(prose), []);
    assert.deepEqual(found.map(({ phrase, from, to, start, end }) => [phrase, from, to, prose.slice(start, end)]), [[3, 1, 2, 'was'], [1, 1, 4, 'was told to'], [0, 2, 4, 'told to'], [2, 3, 5, 'to go']]);
  });
});
