import assert from 'node:assert/strict';
import { carryOver, formKinds, formsOf, inflectLike, isBase } from '../../server/src/engine/words/inflect.js';
import { commonestWords, formsAmongCommonest } from './commonest-words.js';

/** Every form in full, the word itself first. */
const inFull = `
  engage engages engaged engaging
  refer refers referred referring
  offer offers offered offering
  visit visits visited visiting
  interpret interprets interpreted interpreting
  render renders rendered rendering
  travel travels travelled traveled travelling traveling
  counsel counsels counselled counseled counselling counseling
  be am is are was were been being
  have has had having
  do does did done doing
  prioritise prioritize prioritises prioritizes prioritised prioritized prioritising prioritizing
  analyse analyze analyses analyzes analysed analyzed analysing analyzing
  supervise supervises supervised supervising
  programme program programmes programs programmed programming
  centre center centres centers centred centered centring centering
  fulfil fulfill fulfils fulfills fulfilled fulfilling
  learn learns learnt learned learning
  begin begins began begun beginning
  lead leads led leading
  quit quits quitted quitting
  read reads reading
  withhold withholds withheld withholding
  undertake undertakes undertook undertaken undertaking
  overhear overhears overheard overhearing
  misunderstand misunderstands misunderstood misunderstanding
  represent represents represented representing
  present presents presented presenting
  carry carries carried carrying
  play plays played playing
  die dies died dying
  wish wishes wished wishing
  panic panics panicked panicking
  embed embeds embedded embedding
  stop stops stopped stopping
  need needs needed needing
  child children
  grandchild grandchildren
  woman women
  midwife midwives
  life lives
  person people persons
  crisis crises
  headquarters headquarters
  stomach stomachs stomached stomaching
  family families familied familying
  it it
  will will
  fee fees
  sw sws
  told told
  was was
  children children
  engaged engaged
  telling telling
  siblings siblings
  behaviours behaviours behaviors
  traveled traveled travelled
  prioritising prioritising prioritizing
  misspelt misspelt misspelled
  learned learned learnt
  don't don't
  o'clock o'clock`;

/** Some forms and spellings that have to be there. */
const among = `
  behaviour behavior behaviours behaviors
  prioritize prioritise prioritised prioritized prioritising
  fulfill fulfil fulfilled
  judgement judgment judgments
  judgment judgement
  defence defense
  licence license licences licenses
  practise practice practised practiced practising
  paediatric pediatric
  gray grey
  bus buses
  wife wives
  parent parents parenting
  minimise minimize minimised minimizing
  neighbour neighbors neighbours`;

const bases = `need feed proceed bed bring thing king morning evening wedding sibling ceiling during nothing bus crisis always
  less this us his stress address process access police abuse glass dismiss assess illness various previous anxious obvious
  hit put set cut read let cost hurt shut engage refuse status focus bias summons embed hundred series come become run upset
  resent relay comet present represent be have child parent rent laboratory`;
const inflected = `left found felt saw lay bound ground wound rose fell told was were been is has had does did children women people
  crises wives engaged telling siblings agreed guaranteed misunderstood overheard withheld missing breathing mouthing menus
  born thought families refuses`;

describe('inflection', () => {
  it('gives a base word all its forms, and an inflected one its spellings alone', () => {
    for (const row of rows(inFull)) {
      assert.deepEqual(new Set(formsOf(row[0]!)), new Set(row), row[0]);
    }
  });

  it('finds the other spelling from either side', () => {
    for (const [word, ...forms] of rows(among)) {
      const found = formsOf(word!);
      for (const form of forms) assert.ok(found.includes(form), `${word}: ${form}`);
    }
  });

  it('reads a word as base or inflected', () => {
    for (const word of words(bases)) assert.equal(isBase(word), true, word);
    for (const word of words(inflected)) assert.equal(isBase(word), false, word);
  });

  it('reaches no other common word', () => {
    const common = new Set(commonestWords);
    for (const word of commonestWords) {
      const reached = formsOf(word).filter((form) => form !== word && common.has(form));
      assert.deepEqual(new Set(reached), new Set(formsAmongCommonest.get(word)), word);
    }
  });

  it('names each form once, and the base first', () => {
    for (const word of commonestWords) {
      const forms = formsOf(word);
      assert.equal(forms[0], word);
      assert.equal(new Set(forms).size, forms.length, word);
    }
  });

  it('has nothing to add to a form it made, but a spelling', () => {
    for (const word of commonestWords.filter(isBase)) {
      const forms = new Set(formsOf(word));
      for (const form of forms) {
        // A form that is a base word in its own right (need and needs, see and saw) has forms of its own.
        if (!isBase(form)) assert.deepEqual(formsOf(form).filter((other) => !forms.has(other)), [], `${word}: ${form}`);
      }
    }
  });
});

describe('the kinds of form', () => {
  it('tells the past from the participle where they differ', () => {
    assert.deepEqual([...formKinds('begin')], [
      ['begin', 'base'], ['begins', 's'], ['began', 'past'], ['begun', 'participle'], ['beginning', 'ing'],
    ]);
    assert.equal(formKinds('utilise').get('utilised'), 'past');
  });

  it('writes the form the dialect prefers', () => {
    assert.equal(inflectLike('find', 'past', 'british'), 'found');
    assert.equal(inflectLike('child', 's', 'british'), 'children');
    assert.equal(inflectLike('travel', 'ing', 'american'), 'traveling');
    assert.equal(inflectLike('travel', 'ing', 'british'), 'travelling');
    assert.equal(inflectLike('prioritize', 'past', 'british'), 'prioritised');
    assert.equal(inflectLike('learn', 'past', 'british'), 'learnt');
    assert.equal(inflectLike('learn', 'past', 'american'), 'learned');
    assert.equal(inflectLike('laboratory', 's', 'british'), 'laboratories');
    assert.equal(inflectLike('advise', 'past', 'american'), 'advised');
  });
});

describe('carrying a form over to other wording', () => {
  const carried: readonly (readonly [matched: string, base: string, replacement: string, expected: string | null])[] = [
    ['utilised', 'utilise', 'use', 'used'],
    ['utilising', 'utilise', 'use', 'using'],
    ['utilise', 'utilise', 'use', 'use'],
    ['ascertained', 'ascertain', 'find', 'found'],
    ['kids', 'kid', 'child', 'children'],
    ['children', 'child', 'person', 'people'],
    ['began', 'begin', 'see', 'saw'],
    ['begun', 'begin', 'see', 'seen'],
    ['prioritised', 'prioritise', 'organise', 'organised'],
    ['prioritized', 'prioritise', 'organise', 'organized'],
    ['are', 'be', 'have', 'have'],
    ['is', 'be', 'have', 'has'],
    // Only the sentence would tell: "was commenced", "he put it"; and words that are no form of the base.
    ['commenced', 'commence', 'begin', null],
    ['put', 'put', 'place', null],
    ['told', 'told', 'ask', null],
    ['found', 'find', 'be', null],
    ['staffs', 'staff', 'man', null],
    ['table', 'utilise', 'use', null],
  ];
  for (const [matched, base, replacement, expected] of carried) {
    it(`${matched} of ${base} makes ${replacement} ${expected ?? 'nothing certain'}`, () => {
      assert.equal(carryOver(matched, base, replacement), expected);
    });
  }
});

function words(list: string): readonly string[] {
  return list.trim().split(/\s+/);
}

function rows(table: string): readonly (readonly string[])[] {
  return table.trim().split('\n').map((line) => words(line));
}
