import assert from 'node:assert/strict';
import { treeOf } from '../../server/src/rulebook/yaml/tree.js';
import { openYaml, type YamlFile, type YamlNode } from '../../server/src/rulebook/yaml/yaml.js';
import { placeOf } from '../support/memory-files.js';

const valueOf = (yaml: YamlFile, key: string): YamlNode | null => yaml.fields(yaml.root, 'the file', null).find((field) => field.key.text === key)?.value ?? null;

describe('YAML with places', () => {
  const places: readonly (readonly [what: string, marked: string, text: string])[] = [
    ['a line of a block', 'avoid: |\n  one\n  ¦two words\n', 'two words'],
    ['an indented line of a block', 'avoid: |\n  one\n     ¦two\n', 'two'],
    ['a line after an empty one', 'avoid: |\n  one\n\n  ¦two\n', 'two'],
    ['the last line, without a line end', 'avoid: |\n  one\n  ¦two', 'two'],
    ['a block with a comment beside its bar', 'avoid: | # words\n  ¦one\n', 'one'],
    ['a block that keeps no last line end', 'avoid: |-\n  ¦one\nb: c\n', 'one'],
    ['a block that says how far it is indented', 'avoid: |2\n    ¦one\n', 'one'],
    ['an item of a list', 'avoid:\n  - one\n  - ¦two\n', 'two'],
    ['an item of a flow list', 'avoid: [one, ¦two]\n', 'two'],
    ['a quoted item', 'avoid: [one, ¦"two, too"]\n', 'two, too'],
    ['text by itself', 'avoid: ¦one\n', 'one'],
    ['a file with CRLF', 'avoid: |\r\n  one\r\n  ¦two\r\nb: c\r\n', 'two'],
    ['a file with a byte order mark', '\uFEFFavoid: ¦one\n', 'one'],
    ['after an emoji', 'avoid: [👩‍👧, ¦two]\n', 'two'],
    ['what YAML would take for a value of its own', 'avoid: [1.0, ¦no]\n', 'no'],
    ['a phrase with all that needs quoting elsewhere', 'avoid: |\n  ¦{family} is: [[told]] # to\n', '{family} is: [[told]] # to'],
  ];
  for (const [what, marked, text] of places) {
    it(`finds ${what}`, () => {
      const place = placeOf(marked);
      const yaml = openYaml('rule.yml', place.text);
      const line = yaml.lines(valueOf(yaml, 'avoid'), 'avoid').at(-1);
      assert.deepEqual(yaml.problems, []);
      assert.deepEqual({ text: line?.text, line: line?.line, column: line?.column }, { text, line: place.line, column: place.column });
      assert.equal(place.text.replace(/^\uFEFF/, '').slice(line?.offset).replace(/^"/, '').startsWith(text), true);
    });
  }

  it('reads a choice of words that is open at the end of a line on into the next', () => {
    const yaml = openYaml('rule.yml', 'avoid: |\n  (one|\n    two|\r\n\n  three) more\n  (four\n  five|\n  six\n');
    const lines = yaml.lines(valueOf(yaml, 'avoid'), 'avoid').map(({ text, line }) => [line, text]);
    assert.deepEqual(lines, [[2, '(one|two|three) more'], [6, '(four'], [7, 'five|'], [8, 'six']]);
  });

  it('quotes no more of a file in a problem than it takes to know it again', () => {
    const yaml = openYaml('rule.yml', `${'whyever'.repeat(60)}: one\n`);
    yaml.fields(yaml.root, 'a rule', ['why']);
    assert.match(yaml.problems[0].message, /“(?:whyever){17}w…”/);
    assert.ok(yaml.problems[0].message.length < 400);
  });

  it('leaves out empty lines, and reads an empty block as nothing', () => {
    const yaml = openYaml('rule.yml', 'avoid: |\n\n\nother: ""\n');
    assert.deepEqual(yaml.lines(valueOf(yaml, 'avoid'), 'avoid'), []);
    assert.deepEqual(yaml.lines(valueOf(yaml, 'other'), 'other'), []);
    assert.deepEqual(yaml.problems, []);
  });

  it('reads nothing from an empty file, and says nothing about it', () => {
    for (const source of ['', '\n', '# only a comment\n', '\uFEFF']) {
      const yaml = openYaml('rule.yml', source);
      assert.deepEqual(yaml.fields(yaml.root, 'the file', null), []);
      assert.deepEqual(yaml.problems, []);
    }
  });

  it('tells a problem once', () => {
    const yaml = openYaml('rule.yml', 'a: b\n');
    yaml.problem(3, 'x');
    yaml.problem(3, 'x');
    assert.deepEqual(yaml.problems, [{ file: 'rule.yml', line: 1, column: 4, message: 'x' }]);
  });

  it('is not blown up by names that stand for other names', () => {
    const source = ['a: &a [x, x, x, x, x, x, x, x, x]', ...'bcdefghij'.split('').map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[i]}`).join(', ')}]`)].join('\n');
    const yaml = openYaml('rule.yml', source);
    for (const field of yaml.fields(yaml.root, 'the file', null)) yaml.lines(field.value, field.key.text);
    assert.match(yaml.problems[0].message, /names in the manner of “&name” and “\*name” are not read/);
    assert.ok(yaml.problems.length < 200);
  });

  it('does not read an enormous file', () => {
    const yaml = openYaml('rule.yml', `a: ${'x'.repeat(500_001)}`);
    assert.equal(yaml.root, null);
    assert.deepEqual(yaml.problems.map((problem) => problem.message), ['This file is longer than 500,000 characters, so it was not read. Rules can be shared out among the files of a pack, which is a folder.']);
    assert.deepEqual(treeOf(`packs: [${'x'.repeat(500_001)}]`, 'rulebook'), []);
  });

  it('leaves to others how errors are written down', () => {
    const before = Error.stackTraceLimit;
    const { problems } = openYaml('rule.yml', ']'.repeat(100_000));
    assert.ok(problems.length > 0 && problems.length < 60);
    assert.equal(Error.stackTraceLimit, before);
  });

  it('does not read bytes that are no text, and says where other encodings begin', () => {
    assert.match(openYaml('rule.yml', 'a: \0').problems[0].message, /not a text file in UTF-8/);
    const { message, line, column } = openYaml('rule.yml', 'a: b\nwhy: caf\uFFFD\n').problems[0];
    assert.match(message, /not UTF-8/);
    assert.deepEqual([line, column], [2, 9]);
  });

  it('never throws, whatever stands in the file', () => {
    const pieces = ['a: ', '- ', '[', '{', '}', ']', '"', "'", '|', '>', '&x ', '*x', '!t ', '%', '@', '`', '#', '\n', '  ', '\t', '---\n', '...\n', ': ', ',', '?', '\r\n', '\uFEFF', '👧', '<<<<<<< '];
    let seed = 7;
    const next = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
    for (let run = 0; run < 3000; run++) {
      const source = Array.from({ length: 1 + next(14) }, () => pieces[next(pieces.length)]).join('');
      const yaml = openYaml('rule.yml', source);
      const lines = source.replace(/^\uFEFF/, '').split('\n');
      const fields = yaml.fields(yaml.root, 'the file', null);
      for (const { value } of fields) {
        yaml.text(value, 'text');
        yaml.lines(value, 'lines');
        yaml.oneOf(value, 'choice', ['one']);
        yaml.items(value, 'items');
      }
      for (const { line, column, message } of yaml.problems) {
        assert.ok(line >= 1 && line <= lines.length, `line ${line} of ${JSON.stringify(source)}`);
        assert.ok(column >= 1 && column <= lines[line - 1].length + 1, `column ${column} of ${JSON.stringify(source)}: ${message}`);
        assert.match(message, /^[\p{Lu}“].*[.?]$/su);
      }
    }
  });
});
