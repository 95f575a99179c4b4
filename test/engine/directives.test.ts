/** Directives as they are written in templates and documentation, and what is said of those written wrongly. */
import assert from 'node:assert/strict';
import { type Directive, parseNote } from '../../server/src/engine/note/note.js';

function only(text: string): Directive {
  const { directives } = parseNote(text);
  assert.equal(directives.length, 1, JSON.stringify(text));
  return directives[0];
}

describe('a directive', () => {
  it('is read with rules, reason, by and until', () => {
    const text = 'a\n\n<!-- alongside-disable-next-line label/engagement, jargon reason="court wording" by="PS" until=2027-03-01 -->\nb';
    assert.deepEqual(only(text), {
      start: 3, end: text.length - 2, kind: 'disable-next-line', rules: ['label/engagement', 'jargon'],
      reason: 'court wording', by: 'PS', until: '2027-03-01', malformed: null,
    });
  });

  for (const kind of ['disable', 'enable', 'disable-line', 'disable-next-line', 'disable-file'] as const) {
    it(`may be ${kind}, without rules`, () => {
      const { kind: read, rules, malformed } = only(`<!-- alongside-${kind} -->`);
      assert.deepEqual([read, rules, malformed], [kind, [], null]);
    });
  }

  it('may stand in a line, a cell, a list, a quote, HTML, or over several lines', () => {
    const directive = '<!-- alongside-disable-line label/x -->';
    for (const text of [
      `Mum ${directive} left`, `| a ${directive} |\n|---|`, `- a ${directive}`, `> a\n> ${directive}`, `<div>\n${directive}\n</div>`,
      `# a ${directive}`, `${directive} Mum left`, '<!--\nalongside-disable-line\n  label/x\n-->',
    ]) {
      assert.deepEqual([only(text).rules, only(text).malformed], [['label/x'], null], JSON.stringify(text));
      assert.match(text.slice(only(text).start, only(text).end), /^<!--[^]*-->$/);
    }
  });

  it('is not read in code, front matter or other comments', () => {
    for (const text of [
      '`<!-- alongside-disable -->`', '```\n<!-- alongside-disable -->\n```', '    <!-- alongside-disable -->',
      '---\na: <!-- alongside-disable -->\n---\n', '<!-- disable alongside -->', '<!-- alongsided -->', '<!-- alongside this letter, send the leaflet -->', '\\<!-- alongside-disable -->',
    ]) assert.deepEqual(parseNote(text).directives, [], JSON.stringify(text));
  });

  const wrong: readonly (readonly [text: string, says: RegExp])[] = [
    ['<!-- alongside-disable-nextline -->', /"alongside-disable-nextline" is not a directive; .*alongside-disable-next-line/],
    ['<!-- alongside -->', /"alongside" is not a directive/],
    ['<!-- alongside disable-line label/a -->', /"alongside" is not a directive/],
    ['<!-- alongside-disable Label/Engagement -->', /"Label\/Engagement" does not read as a rule/],
    ['<!-- alongside-disable label/a label/b -->', /comma is needed, before "label\/b"/],
    ['<!-- alongside-disable label/a reason="x -->', /quotation mark/],
    ['<!-- alongside-disable label/a until=2027-02-30 -->', /year-month-day/],
    ['<!-- alongside-disable label/a until="next May" -->', /year-month-day/],
    ['<!-- alongside-disable because="x" -->', /"because" is not known/],
    ['<!-- alongside-disable by=A by=B -->', /"by" is given twice/],
    ['<!-- alongside-disable reason="x" label/a -->', /Rules come first/],
    ['<!-- alongside-disable label/a', /not closed/],
  ];
  for (const [text, says] of wrong) it(`that is written wrongly says so: ${text}`, () => assert.match(only(text).malformed ?? '', says));
});
