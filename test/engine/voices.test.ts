import assert from 'node:assert/strict';
import { parseNote, type Content } from '../../server/src/engine/note/note.js';
import { findPeople, learnPeople, NOBODY, type KnownPeople } from '../../server/src/engine/people/people.js';
import { tokenize } from '../../server/src/engine/words/tokens.js';
import { findSpeech, leadOf, strengthsOf, type Speech } from '../../server/src/engine/voices/voices.js';
import { findReported } from '../../server/src/engine/voices/reported.js';

const NONE: KnownPeople = { children: [], family: [], professionals: [], services: [] };
const PEOPLE = learnPeople(parseNote('---\nchild: Leo Byrne, Zoya Byrne\nfamily: Mairéad Byrne, Oluwaseun Byrne\nworker: Adaeze Obi\n---\n'), NONE);

function block(prose: string, quoted: 'quoted' | 'own' = 'own'): Content {
  return { kind: 'paragraph', prose, level: 0, quoted: quoted === 'quoted', cell: null };
}

function speech(prose: string): readonly Speech[] {
  return findSpeech(block(prose), PEOPLE);
}

/** `[child Leo: "words"]`. */
function shown(prose: string): string[] {
  return speech(prose).map(({ start, end, voice, speaker, scare }) => `${scare ? 'scare' : `${voice} ${speaker}`}: ${prose.slice(start, end)}`);
}

describe('voices: quotations', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['Mum said "I am tired."', ['family Mum: "I am tired."']],
    ['Leo said, “I want to go home.”', ['child Leo: “I want to go home.”']],
    ['"I want to go," said Leo.', ['child Leo: "I want to go,"']],
    ['“Go away,” Zoya shouted.', ['child Zoya: “Go away,”']],
    ['“I can’t lock her in,” she told me.', ['family she: “I can’t lock her in,”']],
    ['Dad told me that he “lost it” and that Leo “knows how to wind me up”.', ['family Dad: “lost it”', 'family Dad: “knows how to wind me up”']],
    ['Oluwaseun texted: ‘the boys’ room is cold’.', ['family Oluwaseun: ‘the boys’ room is cold’']],
    ["Zoya whispered 'I don't like it'.", ["child Zoya: 'I don't like it'"]],
    ["The boys' room and the parents' views; it's Mum's.", []],
    ["He said the '90s and rock 'n' roll.", []],
    ['The rope was 5\'10" long.', []],
    ['Mum said, “She told me ‘never again’ and “really” meant it.”', ['family Mum: “She told me ‘never again’ and “really” meant it.”']],
    ['Adaeze wrote “no further action”.', ['professional Adaeze: “no further action”']],
    ['The social worker called it “a one-off event”.', ['professional The social worker: “a one-off event”']],
    ['Leo: 4. "It was 1. It is 4 because of the car."', ['child Leo: "It was 1. It is 4 because of the car."']],
    ['Safety\nLeo: 4. "It is 4 because of the car."', ['child Leo: "It is 4 because of the car."']],
    ['Leo: 4. Dad was there. "He likes to say that."', ['other : "He likes to say that."']],
    ['What Leo said to me. He was happy for me to write this down. "I am good at bottles."', ['child Leo: "I am good at bottles."']],
    ['What Leo said to me. Dad was in the room. "He is good at bottles."', ['other : "He is good at bottles."']],
    ['What Leo and Dad said. "We are good at bottles."', ['other : "We are good at bottles."']],
    ['What was on the wall over Leo. "We are good at bottles."', ['other : "We are good at bottles."']],
    ['Our file called it "a sexualised relationship".', ['other : "a sexualised relationship"']],
    ['It was a "chaotic" home.', ['scare: "chaotic"']],
    ['It was "hard work" for "all of the people there".', ['scare: "hard work"', 'other : "all of the people there"']],
    ['Marek said "yes, of course".', ['other Marek: "yes, of course"']],
    ['In Zoya\'s words, "it is the best street".', ['child Zoya: "it is the best street"']],
    ['Mairéad\'s view: "I am not a case."', ['family Mairéad: "I am not a case."']],
    ['Leo: "No thanks to that."', ['child Leo: "No thanks to that."']],
    ['Leo signed "more juice please" and hid.', ['child Leo: "more juice please"']],
    ['Mum swore at me and said I was "out to get her".', ['family Mum: "out to get her"']],
    ['Leo came to school and told Mrs Lamb "I sleep in the bath".', ['child Leo: "I sleep in the bath"']],
    ['Zoya asked me to write that it "is our house".', ['child Zoya: "is our house"']],
    ['“One,” Leo said. “And two.”', ['child Leo: “One,”', 'child Leo: “And two.”']],
    ['Zoya laughed. I asked why. "It was four."', ['other : "It was four."']],
    ['Mum said, “It never stops and I', ['family Mum: “It never stops and I']],
    ['Leo’s bag “is red and it was there all day.', []],
    ['Mum told me that she is tired.', []],
    ['', []],
  ];
  for (const [prose, expected] of cases) it(JSON.stringify(prose), () => assert.deepEqual(shown(prose), expected));

  it('knows a child behind "she" when nobody else is meant', () => {
    assert.deepEqual(shown('Zoya drew. Her dad is in a car. She said, "He sits there."'), ['child Zoya: "He sits there."']);
    assert.deepEqual(shown('Zoya and Leo drew. She said, "He sits there."'), ['child She: "He sits there."']);
  });

  it('takes a block quote for speech, and finds whose', () => {
    assert.deepEqual(findSpeech(block('I like it here.', 'quoted'), PEOPLE), [{ start: 0, end: 15, voice: 'other', speaker: '' }]);
    assert.equal(findSpeech(block('Leo\'s words from the picture: I like it.', 'quoted'), PEOPLE)[0].voice, 'child');
    assert.deepEqual(findSpeech(block('I like it here. — Zoya', 'quoted'), PEOPLE).map(({ speaker }) => speaker), ['Zoya']);
  });
});

describe('voices: verbatim lines', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ["Leo: I don't want to go", ["child Leo: I don't want to go"]],
    ['Leo: I hate it\nMum: You love it', ['child Leo: I hate it', 'family Mum: You love it']],
    ['Date: Monday, and I was late', []],
    ['Mum: Mairéad. Dad: Oluwaseun.', []],
    ['Mum: to ring the school by Friday', []],
    ['Adaeze: I will ring on Friday', []],
  ];
  for (const [prose, expected] of cases) it(JSON.stringify(prose), () => assert.deepEqual(shown(prose), expected));
});

describe('voices: strengths', () => {
  it('names the child whose words they are', () => {
    const content = block('Leo said, "I like Nan." Mum said, "So do I." Adaeze said, "Good to hear." It was "fine".');
    assert.deepEqual(strengthsOf(content, findSpeech(content, PEOPLE)), [
      { kind: 'childs-words', start: 10, end: 23, child: 'Leo' },
      { kind: 'familys-words', start: 34, end: 44 },
    ]);
  });
  it('leaves the child out where only "he" or "the child" stands there', () => {
    const content = block('The child said, "I like Nan."');
    assert.deepEqual(strengthsOf(content, findSpeech(content, PEOPLE)), [{ kind: 'childs-words', start: 16, end: 29 }]);
  });
});

describe('voices: who speaks a block quote', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['child Leo', '', 'Leo met me. He said:'],
    ['child Leo', 'What Leo said', 'I saw him twice.'],
    ['child Zoya', "Zoya's views", 'I saw her twice.'],
    ['child Zoya', 'Being honest', 'Zoya read out her letter:'],
    ['family Mairéad', 'What Leo said', 'Mairéad said:'],
    ['family He', '', 'Oluwaseun has been up all night with Leo in the car. He said:'],
    ['professional Adaeze', 'What Adaeze told the family', 'A copy was given out.'],
    ['other ', 'Health', 'The letter is below.'],
    ['other ', 'Leo', 'The letter is below.'],
  ];
  for (const [expected, heading, before] of cases) {
    it(`${heading} | ${before}`, () => {
      const quote = block('I like it here.', 'quoted');
      assert.deepEqual(findSpeech(quote, PEOPLE, NOBODY, undefined, leadOf(heading, block(before))).map(({ voice, speaker }) => `${voice} ${speaker}`), [expected]);
    });
  }
  it('lets the strengths see the child', () => {
    const quote = block('I like it here.', 'quoted');
    assert.deepEqual(strengthsOf(quote, findSpeech(quote, PEOPLE, NOBODY, undefined, leadOf('What Leo said', null))), [{ kind: 'childs-words', start: 0, end: 15, child: 'Leo' }]);
  });
  it('knows whose words "you said" are in a letter to a child', () => {
    const people = learnPeople(parseNote('---\nchild: Leo Byrne\n---\n\nDear Leo,\n\nHello.'), NONE);
    assert.deepEqual(findSpeech(block('You said, "I want my bike."'), people).map(({ voice, speaker }) => `${voice} ${speaker}`), ['child Leo']);
  });
});

describe('voices: reported', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['Nan says she can be moody.', ['family Nan: she can be moody']],
    ['Mum told me that Dad is lazy. He is late.', ['family Mum: Dad is lazy']],
    ['Leo feels that Zoya is a pain, but he likes her.', ['child Leo: Zoya is a pain']],
    ['Mairéad thinks he is clingy; I do not.', ['family Mairéad: he is clingy']],
    ['Dad describes her as difficult.', ['family Dad: her as difficult']],
    ['Mum is worried that he is out of control.', ['family Mum: he is out of control']],
    ['Mum has also told the nurse that Leo is naughty.', ['family Mum: Leo is naughty']],
    ['Oluwaseun said she was moody and became hostile.', ['family Oluwaseun: she was moody']],
    ['She complained about his attitude', ['family She: his attitude']],
    ['The school says he is naughty.', ['professional The school: he is naughty']],
    ['Police log 4471 records that she was aggressive.', ['professional log: she was aggressive']],
    ['School report that he is naughty.', ['professional report: he is naughty']],
    ['Nan came to the door and said that Dad was lazy.', ['family Nan: Dad was lazy']],
    // The writer's own words.
    ['I rang Nan and said that Dad was late.', []],
    ['Mum claims that she has left.', []],
    ['Mum insists she is well.', []],
    ['He feels entitled to help.', []],
    ['Mum said no.', []],
    ['Mum told me to leave and was rude.', []],
    ['I think she is well.', []],
    ['We said that she was late.', []],
    // Named only to be rejected.
    ['We do not call it a placement.', ['rejected: it a placement']],
    ['The word chaotic tells nobody anything', ['rejected: chaotic tells nobody anything']],
    ['Please stop saying contact.', ['rejected: contact']],
    ['Leo said his word is good', ['child Leo: his word is good']],
  ];
  for (const [prose, expected] of cases) {
    it(JSON.stringify(prose), () => {
      const tokens = tokenize(prose);
      const found = findReported(prose, tokens, findPeople(tokens, PEOPLE, NOBODY, prose).edges);
      assert.deepEqual(found.map(({ start, end, voice, speaker, rejected }) => `${rejected ? 'rejected' : `${voice} ${speaker}`}: ${prose.slice(start, end)}`), expected);
    });
  }
});

describe('voices: any text', () => {
  it('gives spans within bounds, in order and apart, whatever the text', () => {
    const pieces = ['Leo', ' said ', '"', '“', '”', '‘', '’', "'", ' ', ', ', '. ', 'Mum', ': ', 'I', 'words', 'boys', '\n', '\u2029', '\u2060', 'she', ' told me ', '9', '(', '\ud800', 'you', "'s ", ' that ', ' says ', ' stop saying ', ' record '];
    let seed = 11;
    const random = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
    for (let round = 0; round < 2000; round++) {
      const prose = Array.from({ length: random(30) }, () => pieces[random(pieces.length)]).join('');
      const content = block(prose, random(9) === 0 ? 'quoted' : 'own');
      let last = 0;
      const found = findSpeech(content, PEOPLE, NOBODY);
      for (const { start, end } of found) {
        assert.ok(start >= last && end > start && end <= prose.length, JSON.stringify(prose));
        last = end;
      }
      strengthsOf(content, found);
      const tokens = tokenize(prose);
      for (const { start, end } of findReported(prose, tokens, findPeople(tokens, PEOPLE, NOBODY, prose).edges)) assert.ok(start >= 0 && end > start && end <= prose.length, JSON.stringify(prose));
    }
  });
});
