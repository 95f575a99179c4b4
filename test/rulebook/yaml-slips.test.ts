import assert from 'node:assert/strict';
import { openYaml } from '../../server/src/rulebook/yaml/yaml.js';
import { placeOf } from '../support/memory-files.js';

const BAR = 'Put the text on the next line, indented, after “|”; there nothing needs quoting.';
const INDENT = 'This line is not indented like the ones it belongs with. Give it as many spaces as they have.';
const TAB = 'A tab stands here. Indent with spaces, two for each step.';
const COPIED = /kind of space that copied text brings along/;

/** What somebody typed, with `¦` where the problem should be told, and what should be said. */
const SLIPS: readonly (readonly [what: string, marked: string, says: string | RegExp])[] = [
  ['a tab for a step', 'title: x\nentries:\n¦\t- avoid: x\n', TAB],
  ['a tab after spaces', 'entries:\n  - avoid: x\n¦\task: y\n', TAB],
  ['tabs inside a block', 'entries:\n  - avoid: |\n¦\t\tfail\n    ask: x\n', TAB],
  ['a tab under a rule', 'rules:\n  a/b:\n¦\tseverity: off\n', TAB],
  ['a colon inside text', 'why: ¦It is: bad\ntitle: y\n', `There is a colon inside this text (“is:”), so the end of it is taken for something else. ${BAR}`],
  ['a colon inside an entry', 'entries:\n  - avoid: x\n    ask: ¦Who: Mum?\n', `There is a colon inside this text (“Who:”), so the end of it is taken for something else. ${BAR}`],
  ['marks first in a text', 'raise: ¦[[failed]] to go\nb: c\n', `Text that begins with “[[” is taken for a list. ${BAR}`],
  ['marks first in an item', 'raise:\n  - Dad [[left]]\n  - ¦[[failed]] to go\n', `Text that begins with “[[” is taken for a list. ${BAR}`],
  ['a group first in a phrase', 'avoid: ¦{family} fails\nb: c\n', `Text that begins with “{” is taken for a list. ${BAR}`],
  ['a bracket left open', 'types: ¦[letter, plan\nb: c\n', /^“\[” is not closed on this line with “\]”\./],
  ['a brace left open', 'avoid: ¦{family fails\nb: c\n', /^“\{” is not closed on this line with “\}”\./],
  ['a comma too many', 'types: ¦[letter, , plan]\n', 'There is a comma too many in this list.'],
  ['no comma between fields', 'x: ¦{ type: plan template: true }\n', 'Something inside “{ }” cannot be read. Part the items with commas, and leave a space after each colon.'],
  ...['`', '@', '%', '*', ',', ']', '}'].map((sign) => [`“${sign}” first in a text`, `why: ¦${sign}home${sign} is\n`, `Text cannot begin with “${sign}” here. ${BAR}`] as const),
  ['“!” first in a text', 'why: ¦!important\nb: c\n', `Text cannot begin with “!” here. ${BAR}`],
  ['a broken tag', 'why: ¦!<x y\n', `Text cannot begin with “!” here. ${BAR}`],
  ['two tags', 'why: ¦!x !y b\n', `Text cannot begin with “!” here. ${BAR}`],
  ['two anchors', 'why: ¦&x &y b\n', `Text cannot begin with “&” here. ${BAR}`],
  ['an anchor before a dash', 'why: ¦&x - b\n', `Text cannot begin with “&” here. ${BAR}`],
  ['a name for a name', 'a: b\nc: ¦&y *x\n', `Text cannot begin with “&” here. ${BAR}`],
  ['a dash first in a text', 'why: ¦- x\n', `Text cannot begin with “-” here. ${BAR}`],
  ['a question mark first in a text', 'why: ¦? x\n', `Text cannot begin with “?” here. ${BAR}`],
  ['“%” first in a line', '¦%5 of\n', `A line cannot begin with “%” here. ${BAR}`],
  ['a YAML version', '¦%YAML 9\n---\na: b\n', `A line cannot begin with “%” here. ${BAR}`],
  ['text beside the bar', 'avoid: ¦| fail to engage\nb: c\n', 'After “|” the text begins on the next line, indented.'],
  ['text beside “>”', 'why: ¦> folded text\n', 'After “>” the text begins on the next line, indented.'],
  ['a line after the bar that is not indented', 'avoid: |\n¦fail to engage\n', 'Lines after “avoid: |” are indented further than “avoid” itself; this one is not.'],
  ['the same in an entry', 'entries:\n  - avoid: |\n    ¦fail to engage\n    ask: x\n', 'Lines after “avoid: |” are indented further than “avoid” itself; this one is not.'],
  ['a quotation mark left open', 'title: x\nwhy: ¦"They said\nb: c\n', `This quotation mark is never closed. ${BAR}`],
  ['an apostrophe first', "why: ¦'Tis bad\nb: c\n", `This quotation mark is never closed. ${BAR}`],
  ['a quotation mark left open in a list', 'allow: [core group, ¦"x]\n', `This quotation mark is never closed. ${BAR}`],
  ['text after a quotation', 'why: ¦"They said" is bad\nb: c\n', `The text goes on after its closing quotation mark. ${BAR}`],
  ['a contraction inside single quotes', "why: ¦'didn't' bad\n", `The text goes on after its closing quotation mark. ${BAR}`],
  ['a backslash in quotes', 'why: ¦"a \\d b"\n', `A backslash “\\” means something of its own inside double quotation marks. ${BAR}`],
  ['no space after a colon', 'title¦:hello\nwhy: x\n', 'There is no space after “title:”.'],
  ['no space after a dash', 'entries:\n  ¦-avoid: x\n   ask: y\n', 'There is no space after “-”. Write “- ” before each item of a list.'],
  ['a line that belongs to nothing', 'title: a\n¦just some words\nwhy: b\n', '“just some words” stands by itself: it has no name and colon before it, and belongs to no “|” above it.'],
  ['a step back by half', 'a:\n    b: c\n  ¦d: e\n', INDENT],
  ['a step too many', 'a: b\n ¦c: d\n', INDENT],
  ['an item further left than the others', 'entries:\n  - avoid: x\n    ask: y\n ¦- avoid: z\n', INDENT],
  ['a field beside its dash', 'entries:\n  - avoid: x\n   ¦ask: y\n', INDENT],
  ['an entry without its dash', 'entries:\n  - avoid: x\n    ask: y\n  ¦avoid: z\n', INDENT],
  ['a list before fields', '- a\n¦b: c\n', INDENT],
  ['two documents', 'a: b\n¦---\nc: d\n', 'A rules file is one piece. Take out the line “---”.'],
  ['a document that ends', 'a: b\n¦...\nc: d\n', 'A rules file is one piece. Take out the line “...”.'],
  ['a merge left undone', '¦<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> x\n', /^Two versions of this file were merged here/],
  ['lists in lists without end', `rules:\n¦${'- '.repeat(1200)}x`, 'So many lists stand inside one another here that they cannot be read.'],
  ['brackets without end', `¦${'['.repeat(20_000)}`, 'So many lists stand inside one another here that they cannot be read.'],
  ['a name without end', `¦${'x'.repeat(1100)}: a\n`, 'The name before this colon is far too long to be one.'],
  ['a page of Markdown', '# Visit\n\nWho ¦was there: Mum: and Leo\n\n- item\n'.replace('Who ¦was there: ', 'Who was there: ¦'), /^There is a colon inside this text/],
  ['spaces copied from elsewhere', 'a: b\n¦\u00a0\u00a0- c\nd: e\n', COPIED],
  ['CRLF before it', 'title: x\r\nwhy: ¦It is: bad\r\n', /^There is a colon inside this text/],
  ['a byte order mark before it', '\uFEFFwhy: ¦It is: bad\n', /^There is a colon inside this text/],
];

describe('slips in a rules file', () => {
  for (const [what, marked, says] of SLIPS) {
    it(`tells ${what} at its place`, () => {
      const place = placeOf(marked);
      const { problems, root } = openYaml('rule.yml', place.text);
      assert.equal(root, null);
      if (typeof says === 'string') assert.equal(problems[0]?.message, says);
      else assert.match(problems[0]?.message ?? '', says);
      assert.deepEqual([problems[0].line, problems[0].column], [place.line, place.column]);
    });
  }

  it('tells every certain slip, and none that only follows from an earlier one', () => {
    const { problems } = openYaml('rule.yml', 'why: It is: bad\ntitle: "Who" did\ntypes: [letter\n');
    assert.deepEqual(problems.map(({ line }) => line), [1, 2, 3]);
    assert.equal(openYaml('rule.yml', '- a\nb: c\nd: e\n').problems.length, 1);
    assert.equal(openYaml('rule.yml', 'a: "x" y\n'.repeat(3000)).problems.length, 50);
    assert.equal(openYaml('rule.yml', '<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> x\n').problems.length, 1);
  });

  it('speaks without the words of YAML', () => {
    for (const [, marked] of SLIPS) {
      for (const { message } of openYaml('rule.yml', marked.replace('¦', '')).problems) {
        assert.doesNotMatch(message, /\b(?:YAML|scalar|mapping|sequence|node|key|alias|anchor|tag|token|indicator|implicit|parse|invalid|error|must)\b|!$/i);
      }
    }
  });
});
