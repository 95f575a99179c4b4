import assert from 'node:assert/strict';
import { exampleNote, readExample } from '../../server/src/rulebook/advice/laws.js';
import { createRuleSet } from '../../server/src/engine/rule-set.js';
import { checkRules } from '../support/check-rules.js';
import { compileRules, noRules } from '../../server/src/rulebook/packs/compile.js';
import { unpack } from '../../server/src/rulebook/packs/built-in.js';
import { packFile } from '../../server/src/rulebook/packs/pack-file.js';
import { unpressed } from '../../server/src/rulebook/packs/pressed.js';
import { latin1 } from '../../server/src/rulebook/packs/read-built-in.js';
import { readPack, type Pack } from '../../server/src/rulebook/packs/pack.js';
import { nearest } from '../../server/src/rulebook/nearest.js';
import { readWords, withLists, withWords } from '../../server/src/rulebook/decode/pieces.js';
import { memoryHost, type MemoryFiles } from '../support/memory-files.js';
import { numbers } from '../support/random.js';
import { smallPacks } from '../support/small-packs.js';

const rule = (raise = 'Ewa [[missed the slot]].', leave = 'Ewa came.', answer = 'ask: Who chose the day?'): string => `title: Our hours
why: It reads as a choice.
entries:
  - avoid: |
      miss the slot
    ${answer}
examples:
  raise: |
    ${raise}
  leave: |
    ${leave}
`;
const read = (files: MemoryFiles): Pack => readPack('ours', '/pack', {}, memoryHost(files));
const told = ({ problems }: Pick<Pack, 'problems'>): readonly string[] => problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);

describe('a pack', () => {
  it('names its rules by folder and file', () => {
    const { rules, problems } = read({ '/pack/ours/door.yml': rule(), '/pack/label/late.yml': rule(), '/other/ours/x.yml': rule(), '/pack/README.md': 'x' });
    assert.deepEqual(problems, []);
    assert.deepEqual(rules.map((one) => [one.rule.id, one.rule.pack, one.file]), [['label/late', 'ours', '/pack/label/late.yml'], ['ours/door', 'ours', '/pack/ours/door.yml']]);
  });

  it('leaves a broken rule out, and goes on', () => {
    const result = read({ '/pack/ours/a.yml': 'title: "x\n', '/pack/ours/b.yml': rule(), '/pack/ours/c.yml': '' });
    assert.deepEqual(result.rules.map((one) => one.rule.id), ['ours/b']);
    assert.deepEqual(told(result), [
      '/pack/ours/a.yml:1:8 This quotation mark is never closed. Put the text on the next line, indented, after “|”; there nothing needs quoting.',
      '/pack/ours/c.yml:1:1 Rule ours/c is empty. It needs a title, a why, entries and examples.',
    ]);
  });

  const misplaced: readonly (readonly [path: string, says: string])[] = [
    ['/pack/ours/door.yaml', 'Rule files end in “.yml”. Rename this one, or it will not be read.'],
    ['/pack/ours/door.YML', 'Rule files end in “.yml”. Rename this one, or it will not be read.'],
    ['/pack/ours/door.yml.txt', 'Rule files end in “.yml”. Rename this one, or it will not be read.'],
    ['/pack/door.yml', 'A rule file lies in a folder named after its category, such as “ours/thresholds.yml”; this one does not, so it was not read.'],
    ['/pack/ours/more/door.yml', 'A rule file lies in a folder named after its category, such as “ours/thresholds.yml”; this one does not, so it was not read.'],
  ];
  for (const [path, says] of misplaced) {
    it(`tells that ${path} is not read`, () => {
      const result = read({ [path]: rule() });
      assert.deepEqual(result.rules, []);
      assert.deepEqual(told(result), [`${path}:1:1 ${says}`]);
    });
  }

  it('tells a category that there is none of', () => assert.match(told(read({ '/pack/labels/door.yml': rule() }))[0], /Did you mean “label\/door”\?/));

  it('tells a file that cannot be read', () => {
    const host = { ...memoryHost({ '/pack/ours/a.yml': '' }), read: () => null };
    assert.deepEqual(told(readPack('ours', '/pack', {}, host)), ['/pack/ours/a.yml:1:1 This rule file could not be read.']);
  });

  it('is nothing where there is no folder', () => assert.deepEqual(read({}), { name: 'ours', rules: [], problems: [] }));
});

describe('words', () => {
  const words = (source: string): ReturnType<typeof readWords> => readWords('/words.yml', memoryHost({ '/words.yml': source }));

  it('stand for pieces of phrases', () => {
    assert.deepEqual(words('is: |\n  am\n  was\nvery: [very, quite]\n'), { words: { is: 'am|was', very: 'very|quite' }, problems: [] });
    assert.equal(withWords('{family} {is} {unknown}', { is: 'am|was' }), '{family} (am|was) {unknown}');
    assert.equal(withWords('{constructor}', {}), '{constructor}');
  });

  it('build on earlier ones', () => assert.equal(words('is: am|was\nbeing: "{is} being"\n').words['being'], '(am|was) being'));
  it('are none where there is no file', () => assert.deepEqual(readWords('/words.yml', memoryHost({})), { words: {}, problems: [] }));

  it('may be lists, whose lines a check takes in by name', () => {
    const { words: lists } = words('tells: |\n  say\n  (worried|concerned) that\n');
    assert.deepEqual(withLists(['{tells}', 'hope', '{person}', 'so {tells}'], lists), ['say', '(worried|concerned) that', 'hope', '{person}', 'so {tells}']);
    const check = (line: string): ReturnType<typeof readPack> => readPack('ours', '/pack', lists, memoryHost({ '/pack/ours/a.yml': rule().replace(/entries:[^]*?(?=examples:)/, `check:\n  kind: order\n  say: "${line}"\n`) }));
    assert.deepEqual(check('{tells}').rules[0]?.rule.check?.['say'], ['say', '(worried|concerned) that']);
    assert.match(told(check('{tels}'))[0], /There is no list called “tels”\./);
  });

  it('cannot take the name of a group, or one that is not plain', () => {
    assert.deepEqual(words('family: x\nIs It: y\n').problems.map(({ line, message }) => [line, message]), [
      [1, '“family” cannot name a piece: small letters, and none of person, family, child, professional, service.'],
      [2, '“Is It” cannot name a piece: small letters, and none of person, family, child, professional, service.'],
    ]);
  });
});

describe('the laws of rules', () => {
  const laws = (files: MemoryFiles): readonly string[] => {
    const { rules, problems } = read(files);
    assert.deepEqual(problems, []);
    return told({ problems: checkRules(rules, createRuleSet(compileRules(noRules({}), rules, []), null)) });
  };

  it('are kept by a rule that does what its examples say', () => assert.deepEqual(laws({ '/pack/ours/a.yml': rule() }), []));

  const broken: readonly (readonly [what: string, source: string, says: string])[] = [
    ['raises other words than marked', rule('Ewa missed [[the slot]].'), '/pack/ours/a.yml:9:5 ours/a should raise “the slot” here, and raises “missed the slot” instead.'],
    ['raises nothing', rule('Ewa [[was late]].'), '/pack/ours/a.yml:9:5 ours/a should raise “was late” here, and raises nothing'],
    ['raises more than marked', rule('Ewa [[missed the slot]], as Dee missed the slot.'), '/pack/ours/a.yml:9:5 ours/a also raises “missed the slot” here, which the example does not mark.'],
    ['raises what should be left', rule(undefined, 'Ewa misses the slot.'), '/pack/ours/a.yml:11:5 ours/a should leave this alone, and raises “misses the slot”.'],
    ['offers what it raises', rule(undefined, undefined, 'replace: miss the slot'), '/pack/ours/a.yml:6:5 The replacement “miss the slot” would itself be raised, by ours/a.'],
    ['offers words that lose a fact', rule('He [[slapped at the slot]].', undefined, 'replace: have words at the slot').replace('miss the slot', 'slap at the slot'), '/pack/ours/a.yml:6:5 “slap at the slot” says “slap”'],
  ];
  for (const [what, source, says] of broken) it(`are broken by a rule that ${what}`, () => assert.equal(laws({ '/pack/ours/a.yml': source })[0].startsWith(says), true, laws({ '/pack/ours/a.yml': source })[0]));

  it('let a phrase belong to one rule only', () => {
    assert.match(laws({ '/pack/ours/a.yml': rule(), '/pack/ours/b.yml': rule().replace('      miss the slot', '      Miss  the-slot') }).join('\n'), /\/pack\/ours\/b\.yml:5:7 The phrase “Miss  the-slot” is already claimed by ours\/a; one rule should own it\./);
  });

  it('read marks of either kind', () => {
    assert.deepEqual(readExample('a [[b]] c «d»'), { text: 'a b c d', spans: [{ start: 2, end: 3 }, { start: 6, end: 7 }] });
    assert.deepEqual(readExample('a'), { text: 'a', spans: [] });
  });

  it('stand an example in a record that its rule reads', () => {
    const { rules } = read({ '/pack/ours/a.yml': rule().replace('entries:', 'types: [plan]\nwhere: [headings, goal]\nentries:') });
    const note = exampleNote(rules[0].rule, 'x');
    assert.deepEqual([note.text, note.offset, note.context.type], ['# goal\n\nx', 8, 'plan']);
  });
});

describe('packs that ship', () => {
  it('come back from JSON as they went in', () => {
    const compiled = smallPacks();
    for (const made of ['quick', 'small'] as const) {
      assert.deepEqual(unpack(packFile(compiled, made), latin1), compiled);
      assert.deepEqual(unpack(packFile(noRules({}), made), latin1), noRules({}));
    }
  });

  it('are read back from what they are pressed to', async () => {
    const { compress } = (await import('lzma1' as string)) as { readonly compress: (bytes: Uint8Array, mode: number) => Uint8Array };
    const some = numbers(11);
    const texts = Array.from({ length: 36 }, (_, at) => {
      const bytes = new Uint8Array(1 + some(4000));
      // What stood a little before, and now and then something else: short and long, near and far.
      for (let i = 0; i < bytes.length; i++) bytes[i] = some(10) < 2 ? some(1 + at * 4) : bytes[Math.max(0, i - 1 - some(1 + at * 9))];
      return bytes;
    });
    for (const [at, bytes] of [packFile(smallPacks(), 'small'), new Uint8Array(70_000), ...texts].entries()) {
      assert.equal(Buffer.compare(unpressed(compress(bytes, 1 + (at % 9))), bytes), 0, `the text ${at}`);
    }
  });

  it('that are cut short are nonsense, and end', () => {
    assert.equal(unpressed(Uint8Array.from([93, 0, 0, 0, 2, 9, 0, 0, 0, 0, 0, 0, 0, 0, 1])).length, 9);
    assert.throws(() => unpressed(new Uint8Array(4)), RangeError);
    assert.throws(() => unpressed(new Uint8Array(20).fill(255)), RangeError);
  });

  it('have the forms of words written out where they are ready soonest', () => {
    const { rules } = read({ '/pack/ours/a.yml': rule('Mum [[made an excuse]].', 'Mum made tea.').replace(/entries:[^]*?(?=examples:)/, 'check:\n  kind: verdict\n  does: |\n    (make~|find~?) (an|some)? excuse~\n  ask: Why?\n') });
    const compiled = compileRules(noRules({}), rules, []);
    const [quick, small] = (['quick', 'small'] as const).map((made) => unpack(packFile(compiled, made), latin1));
    assert.equal(quick.rules[0].check?.['does'], '(make~makes~made~making|find~finds~found~finding?) (an|some)? excuse~excuses~excused~excusing');
    assert.deepEqual(small.rules[0].check, compiled.rules[0].check);
    for (const packs of [quick, small]) assert.deepEqual(told({ problems: checkRules(rules, createRuleSet(packs, null)) }), []);
  });
});

describe('“did you mean”', () => {
  const cases: readonly (readonly [word: string, candidates: readonly string[], answer: string | null])[] = [
    ['titel', ['title', 'why'], 'title'],
    ['label/engagment', ['label/engagement', 'label/effort'], 'label/engagement'],
    ['warn', ['never', 'warning'], 'warning'],
    ['zzzz', ['title'], null],
    ['', [], null],
    ['x', ['title'], null],
  ];
  for (const [word, candidates, answer] of cases) it(`“${word}” → ${answer}`, () => assert.equal(nearest(word, candidates), answer));
});
