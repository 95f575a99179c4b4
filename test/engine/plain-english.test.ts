/** The plain-english checks: what each library sees, what is left alone, and what no text may do to them. */
import assert from 'node:assert/strict';
import { runInNewContext } from 'node:vm';
import { buildSync } from 'esbuild';
import fc from 'fast-check';
import type { PlainFinding } from '../../server/src/engine/checks/plain-english/finding.js';
import { runReadability } from '../../server/src/engine/checks/plain-english/readability.js';
import { runRetext } from '../../server/src/engine/checks/plain-english/retext.js';
import { runWriteGood, WRITE_GOOD_CHECKS } from '../../server/src/engine/checks/plain-english/write-good.js';

type Run = (prose: string) => readonly PlainFinding[];

const passive: Run = (prose) => runRetext(prose, 'passive', []);
const simplify: Run = (prose) => runRetext(prose, 'simplify', []);
const readable: Run = (prose) => runReadability(prose, 9);
const only = (check: string): Run => (prose) => runWriteGood(prose, [check]);

/** `[[…]]` marks what is to be found; without a mark, nothing is. */
function check(run: Run, marked: string): readonly PlainFinding[] {
  const expected = [...marked.matchAll(/\[\[(.*?)\]\]/gsu)].map((match) => match[1]);
  const prose = marked.replace(/\[\[|\]\]/gu, '');
  const findings = run(prose);
  assert.deepEqual(findings.map(({ start, end }) => prose.slice(start, end)), expected, marked);
  return findings;
}

describe('plain english: passive', () => {
  for (const [name, run] of [['retext', passive], ['write-good', only('passive')]] as const) {
    describe(name, () => {
      it('points at the whole passive', () => check(run, 'Mum [[was given]] a leaflet.'));
      it('asks who', () => assert.match(check(run, 'A leaflet [[was sent]].')[0].message, /“was sent” leaves open who/));
      it('leaves harm to the rules on harm', () => {
        check(run, 'Mum was hit. Ava was shaken, was thrown and was held down. Leo was left alone and was hurt.');
      });
      it('leaves a passive whose doer is named', () => check(run, 'The plan was written by Tendai and his mum.'));
      it('leaves feelings, states and English as it is spoken', () => {
        check(run, 'Dad was upset. He was sat on the stairs. She was born in Leeds. The twins are gone.');
      });
      it('reads across a wrapped line', () => check(run, 'The letter\n[[was\n  sent]] on Monday.'));
      it('reads across markup inside a word', () => check(run, 'Tea \u2060\u2060[[was ma\u2060de]] at four.'));
      it('does not read across an end of sentence', () => check(run, 'That is what it was\u2029Given name: Rosa'));
    });
  }
  it('leaves harm that ends in -ed', () => check(only('passive'), 'Mum was punched, was strangled and was locked in.'));
  it('leaves acts of police and courts', () => check(only('passive'), 'Kyron was arrested and was charged.'));
  it('does not take a name or a noun for a verb', () => check(only('passive'), 'His name is Ahmed, all there is need for is red paint.'));
  it('does not take "be" from the sentence before', () => check(passive, 'That is how it is. Given time, she will say.'));
  it('leaves out what is asked for, in any case', () => {
    assert.deepEqual(runRetext('The form was sent. Tea was made.', 'passive', ['Was Sent', 'made']), []);
  });
});

describe('plain english: long words', () => {
  it('offers everyday words', () => {
    const [finding] = check(simplify, 'We will talk [[prior to]] the meeting.');
    assert.deepEqual(finding.replacements, ['before']);
  });
  it('carries the capital over', () => {
    assert.deepEqual(check(simplify, '[[In order to]] see Leo, I went early.')[0].replacements, ['To']);
    assert.deepEqual(check(only('tooWordy'), '[[Prior to]] tea we drew.')[0].replacements, ['Before']);
  });
  it('reads a phrase across filler', () => check(simplify, 'We met [[in\n     order\u2060 to]] plan.'));
  it('leaves words that have another sense in a record', () => {
    check(simplify, 'The address, the benefit, the residence order and the initial health check.');
    check(only('tooWordy'), 'It is his residence. It was late, however, and in my opinion not certain.');
  });
  it('offers nothing for harm', () => {
    for (const run of [simplify, only('tooWordy')]) {
      check(run, 'He took advantage of her and she witnessed it. Do harm to a child. Multiple injuries. She may pass away.');
    }
  });
  it('raises British spellings and offers no American ones', () => {
    assert.deepEqual(check(simplify, 'They [[utilise]] the room.')[0].replacements, ['use']);
    const all = [...simplify('We finalise and finalize, initiate and prioritise, endeavor to ameliorate.')];
    assert.equal(all.length, 4);
    assert.ok(all.every(({ replacements }) => replacements.every((word) => !/iz(?:e|ation)|[^o]or$/u.test(word))));
  });
  it('asks about a long phrase it has no word for', () => {
    const [finding] = check(only('tooWordy'), 'That is so [[for all intents and purposes]].');
    assert.deepEqual(finding.replacements, []);
  });
  it('leaves out what is asked for', () => assert.deepEqual(runRetext('Prior to tea.', 'simplify', ['prior to']), []));
});

describe('plain english: hard sentences', () => {
  const hard = 'The multidisciplinary practitioners subsequently undertook comprehensive assessments regarding parental capability and environmental considerations.';

  it('finds a sentence that is hard for the age', () => check(readable, `Leo likes trains. [[${hard}]] He has nine.`));
  it('says nothing of a sentence that is easy', () => check(readable, 'I will see you at school on Monday, and we can talk about the dog.'));
  it('asks more of a letter to a child than of a report', () => {
    const sentence = 'The family support worker will visit on Tuesday afternoon to talk about school, bedtimes and the garden.';
    assert.ok(runReadability(sentence, 9).length >= runReadability(sentence, 18).length);
    assert.deepEqual(runReadability(sentence, 18), []);
  });
  it('does not count long names against the writer', () => {
    check(readable, 'On Monday Oluwaseun and Thirunavukkarasu will go with Aleksandra to see the new house.');
  });
  it('keeps Ms. and Dr. inside their sentence', () => {
    const findings = check(readable, `[[Ms. Jones and Dr. Patel said that ${hard.slice(4)}]]`);
    assert.equal(findings.length, 1);
  });
  it('tells the number of words of a long one', () => {
    const long = 'We met at the school and talked about how the mornings go and what would help the two of them to get up and get out on time.';
    assert.match(runReadability(long, 7)[0].message, /It has 28 words: could it be two\?$/);
  });
});

describe('plain english: write-good', () => {
  it('asks for a number', () => assert.match(check(only('weasel'), 'He has [[several]] toys.')[0].message, /Do you have a number/));
  it('asks what shows it', () => assert.match(check(only('adverb'), 'He was [[extremely]] sad.')[0].message, /What did you see or hear/));
  it('leaves adverbs that are facts', () => check(only('adverb'), 'He repeatedly and deliberately came early, and allegedly only once.'));
  it('finds a word that stands twice', () => {
    const prose = 'She said the   the dog is hers.';
    const [finding] = only('illusion')(prose);
    assert.equal(prose.slice(0, finding.start) + finding.replacements[0] + prose.slice(finding.end), 'She said the dog is hers.');
  });
  it('leaves a word twice that is meant, and one over an end of sentence', () => {
    check(only('illusion'), 'I know that that had had an end. No no. Jo Jo came.\u2029Jo Jo.');
    check(only('illusion'), 'Given to Dad\u2029Dad was there.');
  });
  it('finds "so", "there is" and worn phrases', () => {
    check(only('so'), 'It rained. [[So]] we stayed in.');
    check(only('thereIs'), '[[There are]] two dogs in the house.');
    check(only('cliches'), 'It is [[light at the end of the tunnel]].');
  });
  it('reads curly apostrophes', () => check(only('cliches'), 'He [[can’t hold a candle to]] her.'));
  it('runs only what is asked for, and knows nothing by any other name', () => {
    const prose = 'There are several dogs, extremely loud.';
    assert.deepEqual(runWriteGood(prose, []), []);
    assert.deepEqual(runWriteGood(prose, ['eprime', 'toString', '']), []);
    assert.equal(runWriteGood(prose, ['weasel', 'adverb', 'thereIs']).length, 3);
  });
  it('says one thing where two checks hit the same word', () => check((prose) => runWriteGood(prose, ['weasel', 'adverb']), 'It was [[very]] wet.'));
  it('runs in strict code, as bundles are, and leaves no global behind', () => {
    const { outputFiles } = buildSync({
      entryPoints: ['server/src/engine/checks/plain-english/write-good.ts'], bundle: true, write: false, format: 'iife', globalName: 'checks',
      banner: { js: '"use strict";' }, logLevel: 'silent',
    });
    const script = `${outputFiles[0].text}; [checks.runWriteGood('Several leaflets and a form was sent.', checks.WRITE_GOOD_CHECKS).length, 'match' in globalThis]`;
    assert.deepEqual([...runInNewContext(script) as unknown[]], [2, false]);
  });
  it('finds the same on a second run', () => {
    const prose = 'There are several very big dogs.';
    assert.deepEqual(runWriteGood(prose, WRITE_GOOD_CHECKS), runWriteGood(prose, WRITE_GOOD_CHECKS));
  });
});

describe('plain english: any text', () => {
  const runs: readonly Run[] = [passive, simplify, readable, (prose) => runWriteGood(prose, WRITE_GOOD_CHECKS)];
  const piece = fc.oneof(
    fc.constantFrom('was given', 'was hit', 'prior to', 'the the', 'very', 'So ', 'There is', 'several', 'Ms. Jones', 'it’s', 'in order to'),
    fc.constantFrom('\uFFFC', '\u2060', '\u2029', '   ', '\n', '\n\n', ' ', '.', ', ', '😀', '\ud800', '\0', '__proto__', 'constructor'),
    fc.string({ maxLength: 6, unit: 'binary' }),
  );
  const prose = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

  it('gives spans inside the text, in order and apart, and quotes no filler', () => {
    fc.assert(fc.property(prose, (text) => {
      for (const run of runs) {
        let last = 0;
        for (const { start, end, message } of run(text)) {
          assert.ok(start >= last && end > start && end <= text.length);
          assert.doesNotMatch(message, /[\uFFFC\u2060\u2029\n]| {2}/u);
          last = end;
        }
      }
    }), { numRuns: 300 });
  });
  it('speaks kindly, and in no library’s words', () => {
    fc.assert(fc.property(prose, (text) => {
      for (const { message } of runs.flatMap((run) => run(text))) {
        assert.doesNotMatch(message, /!|error|you must|weasel|verbiage|wordy|clich|passive|Unexpected|weaken|algorithm/iu);
      }
    }), { numRuns: 100 });
  });
  it('says nothing of nothing', () => {
    for (const run of runs) for (const text of ['', ' ', '\u2060', '\uFFFC', '\u2029\u2029']) assert.deepEqual(run(text), []);
  });
  it('leaves out words with something opaque among them', () => {
    for (const run of runs) assert.deepEqual(run('prior \uFFFC to, was \uFFFC given, the \uFFFC the'), []);
  });
});
