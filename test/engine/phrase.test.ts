import assert from 'node:assert/strict';
import { isProblem, parsePhrase, type Part } from '../../server/src/engine/phrases/phrase.js';

/** A phrase as it was read: `=` for an exact form, `?` behind what may be missing. */
function read(source: string): string {
  const phrase = parsePhrase(source);
  return isProblem(phrase) ? `problem at ${phrase.at}: ${phrase.problem}` : show(phrase.parts);
}

function show(parts: readonly Part[]): string {
  return parts.map((part): string => {
    switch (part.kind) {
      case 'word': return (part.exact ? '=' : '') + part.form;
      case 'group': return `{${part.group}}`;
      case 'choice': return `(${part.options.map(show).join('|')})`;
      case 'optional': return `${show([part.part])}?`;
      case 'gap': return '...';
      case 'start': return '^';
      case 'open': return '[[';
      case 'close': return ']]';
    }
  }).join(' ');
}

describe('a phrase', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['fail to engage', 'fail to engage'],
    ['  fail \t to  engage ', 'fail to engage'],
    ['Fail To Engage', 'fail to engage'],
    ['contact/exact', '=contact'],
    ['contact/exact?  hours', '=contact? hours'],
    ['(issue|issues)/exact', '(=issue|=issues)'],
    ['(issue now?|(problem|worry))/exact', '(=issue =now?|(=problem|=worry))'],
    ['{family} {child} {professional} {service} {person} told', '{family} {child} {professional} {service} {person} told'],
    ['{ family } told', '{family} told'],
    ["{family}'s parenting", '{family} parenting'],
    ['{family}’s? parenting', '{family}? parenting'],
    ['{family}? told', '{family}? told'],
    ['(told|instructed) to', '(told|instructed) to'],
    ['( told | was instructed ) to', '(told|was instructed) to'],
    ['very? poor', 'very? poor'],
    ['(very|quite)? poor', '(very|quite)? poor'],
    ['non-compliant', 'non compliant'],
    ['well-known? family', '(well known)? family'],
    ["didn't engage", 'did not engage'],
    ['didn’t engage', 'did not engage'],
    ["child's voice", "child 's voice"],
    ["the parents' views", 'the parents views'],
    ['and/or both', 'and / or both'],
    ['told ... to', 'told ... to'],
    ['told…to', 'told ... to'],
    ['told...to', 'told ... to'],
    ['told ..... to', 'told ... to'],
    ['^ {family} to', '^ {family} to'],
    ['^{family} to', '^ {family} to'],
    ['{family} was [[told to]]', '{family} was [[ told to ]]'],
    ['[[told]] ... {family}', '[[ told ]] ... {family}'],
    ['{family} ... [[lashed out]]', '{family} ... [[ lashed out ]]'],
    ['[[^ told]] him', '[[ ^ told ]] him'],
    ['^ [[told]] him', '^ [[ told ]] him'],
    ['a? ... told', 'a? ... told'],
    ['(told|asked ... whether) to', '(told|asked ... whether) to'],
    ['told ... again? ... to', 'told ... again? ... to'],
    ['24/7 care', '24/7 care'],
    ['a b c d e f g h i j k l m n o p', 'a b c d e f g h i j k l m n o p'],
    ['(a b c|{family}) d e f g h i j k l m n o p', '(a b c|{family}) d e f g h i j k l m n o p'],
    ['((((told))))', '((((told))))'],
  ];
  for (const [source, expected] of cases) it(source, () => assert.equal(read(source), expected));

  const problems: readonly (readonly [string, number, RegExp])[] = [
    ['', 0, /empty phrase/],
    ['   ', 0, /empty phrase/],
    ['{family}', 0, /at least one word/],
    ['{family} ... very?', 0, /at least one word/],
    ['(told|{family})', 0, /at least one word/],
    ['a b c d e f g h i j k l m n o p q', 0, /17 words; a phrase has at most 16/],
    ['(a b|c) d e f g h i j k l m n o p {family} r', 0, /17 words/],
    ['a ... b ... c ... d ... e', 2, /4 gaps; a phrase has at most 3/],
    ['... told', 0, /stands between words/],
    ['told …', 5, /stands between words/],
    ['told ... ... to', 5, /stands between words/],
    ['told ... (... to|from)', 5, /stands between words/],
    ['(... to|from) him', 1, /stands between words/],
    ['told ... [[... to]]', 5, /stands between words/],
    ['[[told ...]] to', 7, /stands between words/],
    ['told [[... to]]', 7, /stands between words/],
    ['told ^ him', 5, /“\^” stands at the start/],
    ['^ ^ him', 2, /“\^” stands at the start/],
    ['(^ told|him)', 0, /outside brackets/],
    ['([[told]]|him)', 0, /outside brackets/],
    ['[[told', 0, /one “\[\[” and one “\]\]”/],
    ['told]] to', 4, /one “\[\[” and one “\]\]”/],
    [']]told[[', 0, /one “\[\[” and one “\]\]”/],
    ['[[a]] [[b]]', 0, /one “\[\[” and one “\]\]”/],
    ['told [[]] to', 5, /nothing to underline/],
    ['told [[very?]] often', 5, /nothing to underline/],
    ['(told|asked', 0, /without its “\)”/],
    ['was (told|asked', 4, /without its “\)”/],
    ['told) to', 4, /without its “\(”/],
    ['told|asked', 4, /without its “\(”/],
    ['was (told|) to', 10, /empty choice/],
    ['was () told', 5, /empty choice/],
    ['(((((told)))))', 4, /nested too deeply/],
    ['{carer} told', 0, /“\{carer\}” is not a group; there are \{person\}/],
    ['told {}', 5, /not a group/],
    ['told {family', 5, /“\{” has no meaning/],
    ['told ?', 5, /“\?” has no meaning/],
    ['told ]', 5, /“\]” has no meaning/],
    ['told , to', 5, /punctuation only/],
    ['told, to', 0, /punctuation parts words/],
    ['left. Then', 0, /crosses a sentence end/],
    ['e.g. that', 0, /crosses a sentence end/],
    ['*told*', 0, /markup/],
    ['was _told_', 4, /markup/],
    ["'told'", 0, /write the words alone/],
  ];
  for (const [source, at, problem] of problems) {
    it(`${source || '(nothing)'}: a problem`, () => {
      const phrase = parsePhrase(source);
      assert.ok(isProblem(phrase), `read as ${read(source)}`);
      assert.match(phrase.problem, problem);
      assert.equal(phrase.at, at);
    });
  }

  it('is read or refused, whatever it is', () => {
    const pieces = ['told', ' ', '(', ')', '|', '?', '[[', ']]', '...', '^', '{family}', '{', '}', '/exact', "'s", '-', ',', '\ud83d', '’', '…', 'constructor'];
    let state = 5;
    for (let n = 0; n < 30_000; n++) {
      let source = '';
      for (let k = 0; k < 9; k++) source += pieces[(state = (Math.imul(state, 1664525) + 1013904223) >>> 0) % pieces.length];
      const phrase = parsePhrase(source);
      if (isProblem(phrase)) assert.ok(phrase.at >= 0 && phrase.at <= source.length && phrase.problem !== '', source);
      else assert.ok(phrase.parts.length > 0);
    }
  });

  it('of any length is read or refused', () => {
    for (const piece of ['a ', '(', '[[', '... ', '(a|']) assert.ok(isProblem(parsePhrase(piece.repeat(20_000))));
  });
});
