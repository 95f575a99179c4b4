import assert from 'node:assert/strict';
import { CATEGORIES, NOTE_TYPES } from '../../server/src/engine/rule.js';
import { decodeRule, type DecodedRule } from '../../server/src/rulebook/decode/rule.js';
import type { Problem } from '../../server/src/rulebook/problem.js';
import { openYaml } from '../../server/src/rulebook/yaml/yaml.js';
import { placeOf } from '../support/memory-files.js';

const RULE = `title: Our hours
why: It reads as the family's choice.
entries:
  - avoid: |
      miss {service}? appointment
      hard to reach
    ask: Who chose the day?
unless: |
  miss the dentist
examples:
  raise: |
    Ewa [[missed appointments]] in May.
  leave: |
    Ewa came at six.
`;

function decode(source: string, id = 'ours/door'): { rule: DecodedRule | null; problems: readonly Problem[] } {
  const yaml = openYaml('rule.yml', source);
  const rule = yaml.problems.length > 0 ? null : decodeRule(yaml, yaml.root, { text: id, offset: 0, line: 1, column: 1 }, 'ours', { is: 'is|was' });
  return { rule, problems: yaml.problems };
}

/** The rule above with one piece replaced; `¦` marks where the problem belongs (the start of the file without it). */
function changed(from: string, to: string): string {
  assert.ok(RULE.includes(from), from);
  return RULE.replace(from, () => to);
}

const PROBLEMS: readonly (readonly [what: string, marked: string, says: string | RegExp])[] = [
  ['an unknown key', changed('title:', '¦titel: x\ntitle:'), 'There is no “titel” in rule ours/door; did you mean “title”?'],
  ['a key like no other', changed('title:', '¦zzzzzzzzz: x\ntitle:'), /^There is no “zzzzzzzzz” in rule ours\/door\. What can stand here: title, why,/],
  ['an unknown key of an entry', changed('    ask: Who', '    ¦aks: Who'), 'There is no “aks” in an entry; did you mean “ask”?'],
  ['an unknown key of the examples', changed('  leave: |', '  ¦leaves: |'), 'There is no “leaves” in examples; did you mean “leave”?'],
  ['a key without its space', changed('title: Our hours', '"¦title:Our": hours').replace('"¦', '¦"'), 'There is no space after “title:”.'],
  ['a key that stands twice', changed('unless:', '¦why: Because.\nunless:'), '“why” stands here twice, first in line 2; only one can be meant.'],
  ['a title that is a list', changed('title: Our hours', 'title:\n  ¦- Our hours'), 'Title should be text, without a dash before it.'],
  ['a title in brackets', changed('title: Our hours', 'title: ¦[Our hours]'), /^Text that begins with “\[” is taken for a list/],
  ['no title', changed('title: Our hours\n', ''), 'Rule ours/door has no “title”. Say in a few words what it is about.'],
  ['an empty title', changed('title: Our hours', '¦title:'), 'Rule ours/door has no “title”. Say in a few words what it is about.'],
  ['no why', changed("why: It reads as the family's choice.\n", ''), 'Rule ours/door has no “why”. Say in a few words why the words matter to the family or the reader.'],
  ['entries that are text', changed('entries:\n  - avoid: |\n      miss {service}? appointment\n      hard to reach\n    ask: Who chose the day?', 'entries: ¦miss'), 'Entries takes items, each with what to avoid and what to ask, try or write instead.'],
  ['an entry without its dash', changed('  - avoid', '    ¦avoid'), 'Entries should be a list, each item after “- ”.'],
  ['no entries', changed('entries:\n  - avoid: |\n      miss {service}? appointment\n      hard to reach\n    ask: Who chose the day?\n', ''), 'Rule ours/door has no “entries”, so it would never raise anything.'],
  ['an entry without phrases', changed('  - avoid: |\n      miss {service}? appointment\n      hard to reach\n    ask', '  - ¦ask'), 'An entry has no “avoid”: the phrases it is about, one a line after “|”.'],
  ['an entry with no answer', changed('  - avoid: |', '  - ¦avoid: |').replace('    ask: Who chose the day?\n', ''), 'An entry needs “ask”, “try” or “replace”: what the writer can do instead.'],
  ['an answer that is blank', changed('    ask: Who chose the day?', '    ¦ask:'), 'Nothing stands after “ask:”.'],
  ['an answer with a group first', changed('    ask: Who chose the day?', '    try: ¦{family}'), /^Text that begins with “\{” is taken for a list/],
  ['phrases without their bar', changed('avoid: |\n      miss', 'avoid:\n      ¦miss'), 'The lines of avoid would be read as one. Put “|” after “avoid:”, and each stands for itself.'],
  ['phrases after “>”', changed('avoid: |\n', 'avoid: ¦>\n'), 'The lines of avoid would be read as one. Put “|” after “avoid:”, and each stands for itself.'],
  ['a comment among phrases', changed('      hard to reach', '      ¦# hard to reach'), 'After “|” a “#” begins no remark: every line there is a phrase, to its end. Put remarks above, outside the phrases.'],
  ['an empty item', changed('avoid: |\n      miss {service}? appointment\n      hard to reach', 'avoid:\n      - hard to reach\n      - ¦""'), 'An item of avoid is empty.'],
  ['a name for other text', changed('title: Our hours', 'title: &x ¦Our hours'), /^In title, names in the manner of “&name” and “\*name” are not read in a rules file/],
  ['a name that stands for other text', changed('title: Our hours', 'title: ¦*x'), /^In title, names in the manner of “&name” and “\*name” are not read in a rules file/],
  ['punctuation as a phrase', changed('hard to reach', '¦--'), 'The phrase “--”: “--” is punctuation only and can never match; a phrase is made of words.'],
  ['markup in a phrase', changed('hard to reach', '¦**hard** to reach'), /“\*\*hard\*\*” holds markup, which rules do not see/],
  ['a phrase over a sentence end', changed('hard to reach', '¦reach.He said'), /“reach.He” crosses a sentence end/],
  ['a phrase too long', changed('hard to reach', `¦${'to '.repeat(17).trim()}`), /17 words; a phrase has at most 16/],
  ['too many gaps', changed('hard to reach', 'a ¦... b ... c ... d ... e'), /4 gaps; a phrase has at most 3/],
  ['a gap first', changed('hard to reach', '¦... hard'), /“\.\.\.” stands between words/],
  ['a gap last', changed('hard to reach', 'hard ¦...'), /“\.\.\.” stands between words/],
  ['a bracket that never closes', changed('hard to reach', 'hard ¦(to|for reach'), /“\(” without its “\)”/],
  ['a bracket that never opens', changed('hard to reach', 'hard¦) reach'), /“\)” or “\|” without its “\(”/],
  ['an unknown group', changed('hard to reach', '¦{mum} was told'), /“\{mum\}” is not a group; there are \{person\}/],
  ['a phrase of groups alone', changed('hard to reach', '¦{family}'), /needs at least one word of its own/],
  ['half a mark in a phrase', changed('hard to reach', 'hard ¦[[to reach'), /one “\[\[” and one “\]\]” after it/],
  ['a phrase of “unless” that can never match', changed('miss the dentist', '¦??'), /^The phrase “\?\?”: /],
  ['an unknown severity', changed('unless:', 'severity: ¦warnig\nunless:'), 'Severity cannot be “warnig”; did you mean “warning”? It is one of suggestion, warning, error, off.'],
  ['a severity like no other', changed('unless:', 'severity: ¦critical\nunless:'), 'Severity cannot be “critical”. It is one of suggestion, warning, error, off.'],
  ['an empty severity', changed('unless:', 'severity: ¦""\nunless:'), 'Severity is empty. It is one of suggestion, warning, error, off.'],
  ['an unknown level', changed('unless:', 'level: ¦high\nunless:'), 'Level cannot be “high”. It is one of strong, gentle.'],
  ['an unknown type of record', changed('unless:', 'types: [letter, ¦case-notes]\nunless:'), `“case-notes” is not a type of record; did you mean “case-note”? Types: ${NOTE_TYPES.join(', ')}.`],
  ['types without brackets', changed('unless:', 'types: ¦letter, plan\nunless:'), 'To name several under “types”, put them in brackets: [letter, plan].'],
  ['headings without brackets', changed('unless:', 'where: ¦goal, plan\nunless:'), 'To name several under “where”, put them in brackets: [goal, plan].'],
  ['a truth that is none', changed('    ask: Who', '    safe: ¦yes\n    ask: Who'), 'Safe cannot be “yes”; did you mean “true”? It is one of true, false.'],
  ['no examples', changed('examples:\n  raise: |\n    Ewa [[missed appointments]] in May.\n  leave: |\n    Ewa came at six.\n', ''), 'Rule ours/door has no “raise” example: one sentence that should be raised, with [[ ]] round the words.'],
  ['no example to leave', changed('examples:', '¦examples:').replace('  leave: |\n    Ewa came at six.\n', ''), 'Rule ours/door has no “leave” example: one sentence that should be left alone.'],
  ['an example without marks', changed('Ewa [[missed appointments]]', '¦Ewa missed appointments'), 'This “raise” example does not mark what should be raised; put two brackets each side of the words: [[ ]].'],
  ['a check of no kind', changed('unless:', 'check:\n  ¦age: 12\nunless:'), /^A check needs a “kind”: action, acronym,/],
  ['a check of an unknown kind', changed('unless:', 'check:\n  kind: ¦readabilty\nunless:'), /^Kind cannot be “readabilty”; did you mean “readability”\?/],
  ['an unknown key of a check', changed('unless:', 'check:\n  kind: readability\n  ¦ages: 12\nunless:'), 'There is no “ages” in check readability; did you mean “age”?'],
];

describe('a rule as it is written', () => {
  for (const [what, marked, says] of PROBLEMS) {
    it(`tells ${what} at its place`, () => {
      const place = marked.includes('¦') ? placeOf(marked) : { text: marked, line: 1, column: 1 };
      const { rule, problems } = decode(place.text);
      assert.equal(rule, null);
      if (typeof says === 'string') assert.equal(problems[0]?.message, says);
      else assert.match(problems[0]?.message ?? '', says);
      assert.deepEqual([problems[0].line, problems[0].column], [place.line, place.column]);
      for (const { message } of problems) assert.doesNotMatch(message, /\b(?:YAML|scalar|mapping|key|parse|invalid|error:|must)\b|!$/i);
    });
  }

  it('says one thing, not five, of a file with nothing in it', () => {
    assert.deepEqual(decode('').problems.map(({ message }) => message), ['Rule ours/door is empty. It needs a title, a why, entries and examples.']);
    assert.deepEqual(decode('just words\n').problems.map(({ message }) => message), ['Rule ours/door should be lines of “name: value”.']);
    assert.deepEqual(decode('- a\n- b\n').problems.map(({ message }) => message), ['Rule ours/door should be lines of “name: value”.']);
  });

  const ids: readonly (readonly [id: string, says: RegExp])[] = [
    ['door', /“door” is not\. Did you mean “ours\/door”\?/],
    ['ours/door/more', /“ours\/door\/more” is not/],
    ['ours/The Door', /“ours\/The Door” is not/],
    ['labels/door', /“labels\/door” is not\. Did you mean “label\/door”\?/],
    ['team/door', /such as ours\/thresholds; “team\/door” is not\. Did you mean “ours\/door”\?/],
  ];
  for (const [id, says] of ids) it(`does not take “${id}” for the name of a rule`, () => assert.match(decode(RULE, id).problems[0].message, says));

  it('takes every category', () => {
    for (const category of CATEGORIES) assert.deepEqual(decode(RULE, `${category}/door`).problems, []);
  });

  it('fills what is not written', () => {
    const { rule, problems } = decode(RULE);
    assert.deepEqual(problems, []);
    const { title, severity, level, evidence, explained, raise, types, quotes, check, entries, examples } = rule!.rule;
    assert.deepEqual({ title, severity, level, evidence, explained, raise, types, quotes, check }, {
      title: 'Our hours', severity: 'suggestion', level: 'strong', evidence: 'ignored', explained: 'ignored', raise: 'every', types: [], quotes: 'skip', check: null,
    });
    assert.deepEqual(entries, [{ ask: 'Who chose the day?', try: null, replace: null, safe: false, message: null }]);
    assert.deepEqual(examples, { raise: ['Ewa [[missed appointments]] in May.'], leave: ['Ewa came at six.'] });
    assert.deepEqual(rule!.phrases.map(({ text, entry, line }) => [text, entry, line]), [['miss {service}? appointment', 0, 5], ['hard to reach', 0, 6], ['miss the dentist', -1, 9]]);
  });

  it('reads everything a rule can say', () => {
    const { rule, problems } = decode(changed('unless:', `severity: warning
level: gentle
evidence: lowers
explained: clears
raise: once
types: [letter, plan]
where: [goal, headings]
not-where: chronology
quotes: include
when-not-to-use: A court order.
sources: [RSC]
review-by: 2027-11
unless-nearby: |
  the judge {is} clear
unless:`));
    assert.deepEqual(problems, []);
    const { severity, level, evidence, explained, raise, types, where, notWhere, quotes, whenNotToUse, sources, reviewBy } = rule!.rule;
    assert.deepEqual([severity, level, evidence, explained, raise, types, where, notWhere, quotes, whenNotToUse, sources, reviewBy], [
      'warning', 'gentle', 'lowers', 'clears', 'once', ['letter', 'plan'], ['goal', 'headings'], ['chronology'], 'include', 'A court order.', ['RSC'], '2027-11',
    ]);
  });

  it('reads a check with text, lines and pairs', () => {
    const { rule, problems } = decode(changed('unless:', 'check:\n  kind: acronym\n  everyday: |\n    GP\n    NHS\n  silent: [IV, VS]\n  glossary:\n    CIN: child in need\nunless:'));
    assert.deepEqual(problems, []);
    assert.deepEqual(rule!.rule.check, { kind: 'acronym', everyday: ['GP', 'NHS'], silent: ['IV', 'VS'], glossary: { CIN: 'child in need' } });
  });

  it('reads a file with CRLF as it reads one without', () => {
    const { rule, problems } = decode(RULE.replaceAll('\n', '\r\n'));
    assert.deepEqual(problems, []);
    assert.deepEqual(rule!.rule, decode(RULE).rule!.rule);
  });
});
