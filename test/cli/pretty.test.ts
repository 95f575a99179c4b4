import assert from 'node:assert/strict';
import { columns, excerpt, wrap } from '../../server/src/cli/columns.js';
import { runAmong, type WorldFiles, type WorldSettings } from '../support/memory-world.js';

const show = async (files: WorldFiles, settings: Partial<WorldSettings> = {}): Promise<string> => (await runAmong(files, ['check', '.', '--fail-on', 'never'], settings)).out;

describe('the report for a person', () => {
  it('shows each finding at its line, and what there is of each kind', async () => {
    const out = await show({
      '/work/a.md': '---\ntype: case-note\n---\n\nHer siblings came. There was a domestic incident.\n',
      '/work/b.md': 'Dad came.\n',
      '/work/t/c.md': '---\ntemplate: true\n---\n\nDad failed to engage.\n',
    });
    assert.equal(out, `a.md  case note

   5 │ Her siblings came. There was a domestic incident.
     │     ^^^^^^^^
       A word families do not use  jargon/siblings
       “siblings”: it is a form's word. You could write “brothers and sisters”.
       → Replace with “brothers and sisters”

   5 │ Her siblings came. There was a domestic incident.
     │                                ^^^^^^^^^^^^^^^^^
       May hide harm  warning · minimising/incident
       “domestic incident”: it is shorthand that hides what was done, and by whom. Who did what to
       whom?

t/c.md  template

   5 │ Dad failed to engage.
     │     ^^^^^^^^^^^^^^^^
       Blame for not taking part  label/engagement
       “failed to engage”: it puts the whole reason on the person. What did the offer look like from
       their side?

3 records read, 14 words: 1 warning, 2 suggestions
   1  harm that may be hidden
   1  labels and blame
   1  words a family may not know
`);
  });

  it('is short where there is nothing to say', async () => {
    assert.equal(await show({ '/work/a.md': 'Dad came.\n' }), '1 record read, 2 words: nothing to raise\n');
    assert.equal(await show({ '/work/a.md': '' }), '1 record read, 0 words: nothing to raise\n');
  });

  it('says when nothing could be read, and never that there is nothing to raise', async () => {
    const { out } = await runAmong({}, ['check', 'x.md']);
    assert.equal(out, 'x.md: There is no such file or folder.\n\nNo record was read\n\n1 thing could not be checked; see above. This run ends with 2.\n');
  });

  it('says why a run fails', async () => {
    const { out } = await runAmong({ '/work/a.md': 'Dad failed to engage.\n' }, ['check', 'a.md', '--fail-on', 'suggestion']);
    assert.match(out, /\n\n1 finding at or above the gate, so this run ends with 1\.\n$/);
  });

  it('names good practice', async () => {
    const out = await show({ '/work/a.md': 'Maya said, "I was scared when he shouted."\n', '/work/alongside.yml': 'people: { children: [Maya] }\n' });
    assert.match(out, /\n\nGood to see\n {3}1  a child’s own words\n$/);
  });

  const odd: readonly (readonly [what: string, line: string])[] = [
    ['tabs', 'Then\ther siblings came'],
    ['emoji', '👩‍👧 her siblings came'],
    ['wide characters', '王小明 and her siblings came'],
    ['combining characters', 'Zoe\u0308 and her siblings came'],
    ['spaces at its end', 'then her siblings came  '],
  ];
  for (const [what, line] of odd) {
    it(`underlines the words beside ${what}`, async () => {
      const [, , text, carets] = (await show({ '/work/a.md': `${line}\n` })).split('\n');
      const shown = text.slice(text.indexOf('│') + 2);
      const under = carets.slice(carets.indexOf('│') + 2);
      assert.equal(columns(shown.slice(0, shown.indexOf('siblings'))), under.indexOf('^'));
      assert.equal(under.trim(), '^'.repeat('siblings'.length));
      assert.equal(shown, shown.trimEnd());
    });
  }

  it('underlines a match over several lines to the end of the first', async () => {
    const out = await show({ '/work/a.md': 'Dad failed\nto engage.\n' });
    assert.match(out, /│ Dad failed\n {5}│ {5}\^{6}\n/);
  });

  it('lets nothing in a record steer the terminal', async () => {
    const out = await show({ '/work/a.md': 'Her \u001b[31msiblings\u001b[0m \u202eemac\u202c\u0007 here, her siblings.\n' });
    assert.doesNotMatch(out, /[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/);
  });

  it('has colours only where they show', async () => {
    const files = { '/work/a.md': 'Her siblings came.\n' };
    assert.doesNotMatch(await show(files), /\u001b/);
    const colours = await show(files, { colour: true });
    assert.match(colours, /\u001b\[/);
    assert.equal(colours.replace(/\u001b\[\d+m/g, ''), await show(files));
  });

  for (const width of [20, 40, 80, 120]) {
    it(`fits ${width} columns, with single blank lines and none at an end`, async () => {
      const long = `${'Nan and the twins walked to school and back again. '.repeat(8)}Her siblings came. ${'Then it rained for a while. '.repeat(8)}`;
      const out = await show({ '/work/a.md': `${long}\n\n${long.replaceAll(' ', '👧 ').replace('siblings👧', 'siblings')}\n`, '/work/b.md': `${'x'.repeat(300)} her siblings ${'y'.repeat(300)}\n` }, { width });
      for (const line of out.split('\n').filter((line) => !/records read/.test(line))) {
        assert.ok(columns(line) <= Math.max(40, width) || /^\S+$/.test(line.trim()), `${columns(line)}: ${line}`);
        assert.equal(line, line.trimEnd());
      }
      assert.doesNotMatch(out, /\n\n\n|^\n|\n\n$/);
      assert.equal(out.match(/siblings/g)!.length >= 3, true);
    });
  }
});

describe('excerpts', () => {
  it('are cut between words, on both sides', () => {
    const { text, from, width } = excerpt('one two three four five six seven eight nine ten', 19, 23, 24);
    assert.deepEqual([text, text.slice(from, from + width)], ['…four five six seven…', 'five']);
  });
  it('are the line itself where it fits', () => assert.deepEqual(excerpt('one two', 4, 7, 20), { text: 'one two', from: 4, width: 3 }));
  it('show the beginning of a match that is longer than the room', () => {
    const { text, from, width } = excerpt('x'.repeat(100), 10, 90, 30);
    assert.ok(columns(text) <= 30);
    assert.deepEqual([from, width], [1, 28]);
  });
  it('never throw, and always fit', () => {
    for (const line of ['', 'a', 'a b', '👧'.repeat(40), ' '.repeat(60), 'é'.repeat(70)]) {
      for (let start = 0; start <= line.length; start += 7) {
        for (const end of [start, start + 1, line.length]) {
          const { text, from, width } = excerpt(line, start, end, 20);
          assert.ok(columns(text) <= 20 && from >= 0 && width >= 1, JSON.stringify([line, start, end, text, from, width]));
        }
      }
    }
  });
  it('wrap text between words', () => {
    assert.deepEqual(wrap('one two three', 7), ['one two', 'three']);
    assert.deepEqual(wrap('  ', 7), []);
    assert.deepEqual(wrap('immeasurable', 7), ['immeasurable']);
  });
});
