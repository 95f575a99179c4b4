/** Commands about rules, run in process among files in memory. */
import assert from 'node:assert/strict';
import { BUILT_IN } from '../support/built-in.js';
import { runAmong, type Ran, type Written } from '../support/memory-world.js';

const AT = '/work/alongside.yml';
const OWN = `# Ours.
rules:
  ours/hours:
    title: Our hours
    why: It reads as the family's choice.
    entries:
      - avoid: |
          miss the slot
          lose the slot
        ask: Who chose the day?
    examples:
      raise: |
        Ewa [[missed the slot]].
      leave: |
        Ewa came.
  label/engagement: off
`;

const rules = (text: string | null, ...args: string[]): Promise<Ran> => runAmong(text === null ? {} : { [AT]: text }, args, { packs: BUILT_IN });

describe('alongside init', () => {
  it('writes a rules file that works and changes nothing, once', async () => {
    const written: Written = new Map();
    assert.equal((await runAmong({}, ['init'], {}, written)).code, 0);
    const text = written.get(AT) ?? '';
    assert.match(text, /^# How this team reads/);
    const { out, code } = await rules(text, 'check', '.', '--format', 'json');
    assert.deepEqual([code, (JSON.parse(out) as { problems: unknown[] }).problems.length], [2, 1], 'only that there is no record');
    assert.deepEqual(await rules(text, 'init'), { code: 2, out: '', error: 'alongside: There is an alongside.yml here already; it was left as it is.\n' });
  });

  it('builds on the one above', async () => {
    const written: Written = new Map();
    await runAmong({ '/alongside.yml': '' }, ['init'], { cwd: '/work' }, written);
    assert.match(written.get(AT) ?? '', /^extends: \.\.\/alongside\.yml$/m);
  });
});

describe('alongside rules', () => {
  it('list names those in force, and marks what the file touches', async () => {
    const { out, code } = await rules(OWN, 'rules', 'list');
    assert.equal(code, 0);
    assert.match(out, /^\* ours\/hours +suggestion +Our hours$/m);
    assert.match(out, /^ {2}minimising\/domestic-incident +warning /m);
    assert.doesNotMatch(out, /label\/engagement/);
    assert.match((await rules(OWN, 'rules', 'list', '--all')).out, /^\* label\/engagement +off /m);
  });

  it('show tells a rule whole', async () => {
    const { out } = await rules(OWN, 'rules', 'show', 'ours/hours');
    assert.match(out, /^Our hours\n\nIt reads as the family's choice\.\n\nAsk:\n {2}- Who chose the day\?/);
    assert.deepEqual(await rules(null, 'rules', 'show', 'label/engagment'), { code: 2, out: '', error: 'alongside: There is no rule called “label/engagment”; did you mean “label/engagement”?\n' });
  });

  it('explain says where a rule comes from, and why it is on or off', async () => {
    assert.equal((await rules(OWN, 'rules', 'explain', 'ours/hours')).out, 'ours/hours: Our hours\nIt is this team’s own (alongside.yml:3).\nIt is in force here, as a suggestion in every record.\n');
    assert.match((await rules(OWN, 'rules', 'explain', 'label/engagement')).out, /in the pack family-valued\.\nIt is off here: the rules file says so\.\nIt is changed in:\n {2}alongside\.yml:16 {2}severity off/);
    assert.match((await rules(null, 'rules', 'explain', 'label/victim')).out, /guides disagree here, and no side is taken\. To take it, write “victim: avoid” under “choices:”/);
    assert.match((await rules('packs: [plain-english]\n', 'rules', 'explain', 'label/engagement')).out, /names the packs plain-english, and it is in none of them/);
  });

  describe('test', () => {
    it('runs the examples, and ends with 0 where all do what they say', async () => {
      const { out, code } = await rules(OWN, 'rules', 'test');
      assert.deepEqual([code, out], [0, 'passes  ours/hours  2 examples\n\n1 rule, 2 examples: all do what they say.\n']);
    });
    it('ends with 1 where one does not, with its line', async () => {
      const { out, code } = await rules(OWN.replace('[[missed the slot]]', '[[came late]]'), 'rules', 'test');
      assert.equal(code, 1);
      assert.match(out, /^fails {3}ours\/hours {2}2 examples\n\nThese do not do what they say:\n {2}alongside\.yml:13:9 ours\/hours should raise “came late”/);
    });
    it('ends with 2 where the file has another problem', async () => assert.equal((await rules(OWN.replace('label/engagement', 'label/engagment'), 'rules', 'test')).code, 2));
    it('names phrases that no example needs', async () => {
      const { out, code } = await rules(OWN, 'rules', 'test', '--coverage');
      assert.equal(code, 1);
      assert.match(out, /Phrases that no example needs:\n {2}alongside\.yml:9:11 No example of ours\/hours holds “lose the slot”\./);
    });
    it('says what might be meant otherwise, and fails nothing by it', async () => {
      const { out, code } = await rules(OWN.replace('lose the slot', 'missed the slot'), 'rules', 'test');
      assert.equal(code, 0);
      assert.match(out, /Worth a look:\n {2}alongside\.yml:9:11 “miss the slot” in line 8 already finds “missed the slot”\./);
    });
  });

  describe('new', () => {
    const GIVEN = ['--avoid', 'panel date', '--ask', 'What is decided there?', '--title', 'A meeting: only ours', '--why', 'Families should not have to ask.', '--raise', 'We hear after the [[panel date]].', '--leave', 'We hear on 4 May.'];
    const added = async (text: string, args: readonly string[], input = ''): Promise<{ ran: Ran; text: string }> => {
      const written: Written = new Map();
      const ran = await runAmong({ [AT]: text }, ['rules', 'new', ...args], { packs: BUILT_IN, input }, written);
      return { ran, text: written.get(AT) ?? '' };
    };

    it('puts a rule that works at the end of the rules, and leaves the rest as it stands', async () => {
      const { ran, text } = await added(OWN, ['ours/panel', ...GIVEN]);
      assert.deepEqual(ran, { code: 0, out: 'ours/panel is in alongside.yml.\n', error: '' });
      assert.ok(text.startsWith(OWN));
      const { out, code } = await rules(text, 'rules', 'test');
      assert.deepEqual([code, out.split('\n')[1]], [0, 'passes  ours/panel  2 examples']);
    });
    it('asks for what is not given', async () => {
      const { ran, text } = await added('', [], 'ours/panel\npanel date\nWhat is decided there?\nOnly ours\nFamilies should not have to ask.\nWe hear after the panel dates.\nWe hear on 4 May.\n');
      assert.match(text, /We hear after the \[\[panel dates\]\]\./);
      assert.equal(ran.code, 0, ran.error);
      assert.equal((await rules(text, 'rules', 'test')).code, 0);
    });
    it('says what is not right in it yet', async () => {
      const { ran } = await added(OWN, ['ours/panel', ...GIVEN.map((text) => text.replace('[[panel date]]', '[[panel]]'))]);
      assert.equal(ran.code, 2);
      assert.match(ran.error, /should raise “panel” here/);
    });
    it('writes nothing that is no rule', async () => {
      assert.match((await added(OWN, ['Our Panel', ...GIVEN])).ran.error, /in small letters/);
      const { ran, text } = await added(OWN, ['ours/panel'], 'panel date\n\n');
      assert.deepEqual([ran.code, text], [2, '']);
    });
  });

  describe('import', () => {
    const imported = (name: string, text: string): Promise<Ran> => runAmong({ [`/work/${name}`]: text }, ['rules', 'import', name, '--print'], { packs: BUILT_IN });

    it('makes a rule of a table of words', async () => {
      const { out, error, code } = await imported('Our words.csv', 'avoid,instead\nutilise,use\n"foster placement","home, not placement"\nslapped,told off\n?!,x\n');
      assert.equal(code, 0);
      assert.equal(out, `rules:
  ours/our-words:
    title: Words we have agreed to leave
    why: Say here in a sentence what these words do to a family or a reader.
    entries:
      - avoid: |
          utilise
        replace: use
      - avoid: |
          foster placement
        replace: home, not placement
      - avoid: |
          slapped
        ask: Could it say “told off”, and still say slapped?
    examples:
      raise: |
        They said [[utilise]].
        They said [[foster placement]].
        They said [[slapped]].
      leave: |
        A sentence with one of these words that should be left alone.
`);
      assert.match(error, /^left out: \?! \(/);
    });
    it('makes a rule of a substitution style of Vale’s, and leaves out what is a pattern', async () => {
      const { out, error } = await imported('Terms.yml', "extends: substitution\nmessage: Use '%s' instead\nlevel: warning\nignorecase: true\nswap:\n  prior to: before\n  '(?:LAC|looked after child)': child in care|child\n  'behaviou?rs': what they did\n");
      assert.match(out, /prior to\n {8}replace: before/);
      assert.match(out, /\(LAC\|looked after child\)\n {8}replace: child in care/);
      assert.equal(error, 'left out: behaviou?rs (it is a pattern, and phrases are words)\n');
    });
    it('and of an existence style', async () => assert.match((await imported('Weasel.yml', "extends: existence\nmessage: \"Avoid '%s'\"\ntokens:\n  - very\n  - quite simply\n")).out, /very\n {10}quite simply\n {8}ask: Avoid this/));
    it('takes cells as people fill them: several phrases, quotation marks, a full stop, several wordings', async () => {
      const { out, error } = await imported('words.csv', '"Instead of","Try"\n"LAC, looked after one","child in our care"\n"Siblings","brothers / sisters"\n"Hard to find.",\n"“Non-starter”",\n');
      assert.match(out, /LAC\n {10}looked after one\n {8}replace: child in our care/);
      assert.match(out, /Siblings\n {8}try: brothers, or sisters/);
      assert.match(out, /Hard to find\n {10}Non-starter\n {8}ask: /);
      assert.equal(error, '');
    });
    it('takes a pattern of Vale’s that says no more than a word’s forms, and tells what it could not read', async () => {
      const { out, error } = await imported('Avoid.yml', "extends: existence\nmessage: x\ntokens:\n  - '[Cc]lient(s)?'\n  - non[- ]?compliant\n  - refus(?:es|ed|ing) to come\n  - walk(?:way|ed)\nexceptions:\n  - client list\n");
      assert.match(out, /\n {10}[Cc]lient\n {10}non compliant\n {10}refuse to come\n/);
      assert.equal(error, 'left out: client list (an exception: write it under “unless” in the rule)\nleft out: walk(?:way|ed) (it is a pattern, and phrases are words)\n');
      assert.match((await imported('Swap.yml', 'extends: substitution\nswap:\n  - client: person\n')).error, /line 3 \(In swap there are no dashes/);
    });
    it('says where there is nothing to take', async () => assert.equal((await imported('Length.yml', 'extends: occurrence\nmax: 3\n')).code, 2));
  });

  it('docs makes a style guide of what is in force, our own first', async () => {
    const written: Written = new Map();
    const { out } = await rules(OWN, 'rules', 'docs');
    assert.match(out, /^# The words we use, and why\n/);
    assert.ok(out.indexOf('## Our own') < out.indexOf('## Labels and blame'));
    assert.doesNotMatch(out, /label-engagement/);
    await runAmong({ [AT]: OWN }, ['rules', 'docs', '--to', 'guide.html'], {}, written);
    assert.match(written.get('/work/guide.html') ?? '', /<mark>missed the slot<\/mark>/);
    assert.doesNotMatch(written.get('/work/guide.html') ?? '', /<script|https?:\/\//);
  });
});
