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
      const { ran, text } = await added('', [], 'ours/panel\npanel date\n\nWhat is decided there?\nOnly ours\nFamilies should not have to ask.\nWe hear after the panel dates.\nWe hear on 4 May.\n');
      assert.match(text, /We hear after the \[\[panel dates\]\]\./);
      assert.equal(ran.code, 0, ran.error);
      assert.equal((await rules(text, 'rules', 'test')).code, 0);
    });
    it('asks again where an answer would not work, and says why', async () => {
      const answers = ['', 'Family Pods', 'pods!, team pod', 'family pod, team pod', 'family pods', '', 'Who is in it?', 'Our pods', 'Nobody knows what a pod is.', 'The family rang.', 'The team pods rang.', 'The family pod rang.', 'The family rang.'];
      const { ran, text } = await added('', [], `${answers.join('\n')}\n`);
      assert.equal(ran.code, 0, ran.error);
      assert.match(text, /^ {2}ours\/family-pods:\n[^]*avoid: \|\n {10}family pod\n {10}team pod\n {8}ask: Who is in it\?\n[^]*The \[\[team pods\]\] rang\./m);
      for (const said of ['Something has to stand here', '“pods!”: ', 'would itself be raised', 'None of the words stand in it (family pod, team pod)', '“family pod” stands in it, so it would be raised']) assert.ok(ran.error.includes(said), `${said} is not in ${ran.error}`);
    });
    it('takes a wording in place of a question, unless it would lose a fact', async () => {
      const { text, ran } = await added('', ['ours/late'], 'turn up after time\ncome late\nLate\nIt blames.\nSana turned up after time.\nSana came.\n');
      assert.equal(ran.code, 0, ran.error);
      assert.match(text, /replace: come late\n/);
      assert.match((await added('', ['ours/hit'], 'hit out\ntell off\n')).ran.error, /“hit” would be lost\. Press Enter/);
    });
    it('says what is not right in it yet', async () => {
      const { ran } = await added(OWN, ['ours/panel', ...GIVEN.map((text) => text.replace('[[panel date]]', '[[panel]]'))]);
      assert.equal(ran.code, 2);
      assert.match(ran.error, /should raise “panel” here/);
    });
    it('writes nothing that is no rule', async () => {
      assert.match((await added(OWN, ['Our Panel', ...GIVEN])).ran.error, /in small letters.*Did you mean “ours\/our-panel”\?/);
      const { ran, text } = await added(OWN, ['ours/panel'], 'panel date\n\n');
      assert.deepEqual([ran.code, text], [2, '']);
    });
  });

  describe('import', () => {
    const imported = (name: string, text: string | Uint8Array): Promise<Ran> => runAmong({ [`/work/${name}`]: text }, ['rules', 'import', name, '--print'], { packs: BUILT_IN });
    const entriesOf = ({ out }: Ran): string => out.slice(out.indexOf('    entries:\n') + 13, out.indexOf('    examples:'));

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
        ask: Could it say “home, not placement”?
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
      assert.match(error, /^Our words\.csv:5 left out: \?! \(/);
    });
    it('works as it is written, and says what the packs raise already', async () => {
      const written: Written = new Map();
      const { out, code } = await runAmong({ '/work/w.csv': 'avoid,instead\nour pods,our homes\nhard to reach,\nnan,nan\n' }, ['rules', 'import', 'w.csv'], { packs: BUILT_IN }, written);
      assert.equal(code, 0);
      assert.match(out, /3 phrases taken over\. The rules that ship raise one of them already: `alongside rules test` says which\./);
      assert.equal((await rules(written.get(AT) ?? '', 'rules', 'test', '--coverage')).code, 0);
    });
    it('finds the columns by their headings, passes over numbers, and tells which column it left', async () => {
      const { out, error } = await imported('w.csv', 'No.;Word or phrase;Notes;Preferred words\n1;panel chat;agreed in May;meeting\n2;“our” pods!;;our homes\n');
      assert.match(out, /panel chat\n {8}replace: meeting\n.*\n {10}our pods\n {8}replace: our homes/);
      assert.equal(error, 'w.csv:1 left out: the column Notes (a rule has one “why” for all its words, which is yours to write)\n');
    });
    it('takes cells as people fill them: several phrases, quotation marks, a full stop, brackets, several wordings', async () => {
      const { error, ...ran } = await imported('words.csv', '"Instead of","Try"\n"LAC (looked after child)","child in our care"\n"client(s), pods (of a home)"\n"Siblings","brothers / sisters"\n"Hard to find.",\n"“Non-starter”; non starter",\nmatch*,\n');
      assert.equal(entriesOf({ error, ...ran }), '      - avoid: |\n          LAC\n          looked after child\n        replace: child in our care\n      - avoid: |\n          client\n          pods\n          Hard to find\n          Non-starter\n        ask: What could be written instead?\n      - avoid: |\n          Siblings\n        try: brothers, or sisters\n');
      assert.deepEqual(error.trim().split('\n').map((line) => line.slice(0, 38)), ['words.csv:6 left out: non starter (it ', 'words.csv:7 left out: match* (“*” stan']);
    });
    const accents = 'avoid\tinstead\r\nwon’t play – gwên tŷ\tcartref\r\n';
    const utf16 = (text: string): Uint8Array => new Uint8Array([0xff, 0xfe, ...[...text].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8])]);
    const encodings: readonly (readonly [what: string, bytes: string | Uint8Array, phrase: RegExp, told: RegExp])[] = [
      ['UTF-8 with a mark before it', '\uFEFFavoid;instead\nTŷ bach;cartref\n', / {10}Tŷ bach\n/, /^$/],
      ['UTF-16', utf16(accents.replace(' – ', ' ')), / {10}won’t play gwên tŷ\n/, /was read as UTF-16/],
      ['Windows-1252', new Uint8Array([...'avoid,instead\nwon'].map((sign) => sign.charCodeAt(0)).concat(0x92, ...[...'t play Pflegest'].map((sign) => sign.charCodeAt(0)), 0xf6, 0x72, 0x65, 10)), / {10}won’t play Pflegestöre\n/, /was read as Windows-1252/],
      ['lines that end as an old Mac’s', 'avoid,instead\rTŷ bach,cartref\r', / {10}Tŷ bach\n/, /^$/],
      ['Excel’s line about the separator', 'sep=;\navoid;instead\nTŷ bach;cartref\n', / {10}Tŷ bach\n {8}replace: cartref/, /^$/],
    ];
    for (const [what, bytes, phrase, told] of encodings) it(`reads ${what}`, async () => {
      const { out, error } = await imported('w.csv', bytes);
      assert.match(out, phrase);
      assert.match(error, told);
    });
    it('reads one phrase a line, commas and all', async () => assert.match((await imported('w.txt', 'our pods\nlate, as ever\n')).out, / {10}our pods\n {10}late\n {10}as ever\n/));
    it('says what a workbook has to be saved as', async () => assert.match((await imported('w.xlsx', new Uint8Array([0x50, 0x4b, 3, 4]))).error, /Save it from Excel as “CSV UTF-8”/));

    it('makes a rule of a substitution style of Vale’s, in words rather than patterns', async () => {
      const ran = await imported('Terms.yml', "extends: substitution\nmessage: Use '%s' instead\nlevel: warning\nignorecase: true\nswap:\n  prior to: before\n  '(?:LAC|looked after child)': child in care|child\n  'behaviou?rs': what they did\n  '(?i)utili[sz]es?': use\n  '(late) (again)': $2 $1\n");
      assert.equal(entriesOf(ran).replaceAll(/ +/g, ' '), ' - avoid: |\n prior to\n replace: before\n - avoid: |\n LAC\n looked after child\n replace: child in care\n - avoid: |\n behaviours\n replace: what they did\n - avoid: |\n utilise\n replace: use\n - avoid: |\n late again\n ask: Use this instead\n');
      assert.equal(ran.error, '');
    });
    it('and of an existence style, with its exceptions', async () => {
      const { out, error } = await imported('Avoid.yml', "extends: existence\nmessage: \"Avoid '%s'\"\ntokens:\n  - '[Cc]lient(s)?'\n  - non[- ]?compliant\n  - refus(?:es|ed|ing) to come\n  - walk(?:way|ed)\nexceptions:\n  - client list\n");
      assert.match(out, /\n {10}client\n {10}non-compliant\n {10}noncompliant\n {10}refuse to come\n {10}walkway\n {10}walked\n {8}ask: Avoid this\n {4}unless: \|\n {6}client list\n/);
      assert.equal(error, '');
    });
    it('tells, in its line, what of a pattern says more than words', async () => {
      const { error } = await imported('Avoid.yml', "extends: existence\nscope: heading\nignorecase: false\ntokens:\n  - our pods\n  - '\\d+ beds'\n  - 'foo.*bar'\n  - '(?<=the )client'\n  - '[a-z]s'\n  - 'a{2,}b'\n  - '(open'\n  - 'x)'\n");
      const why = error.trim().split('\n').map((line) => line.replace('Avoid.yml:', ''));
      assert.deepEqual(why.map((line) => Number.parseInt(line, 10)), [2, 3, 6, 7, 8, 9, 10, 11, 12]);
      assert.match(why[2], /“\\d” stands for any digit/);
      assert.match(why[4], /“\(\?<=the \)” looks at what stands beside the words/);
      assert.match((await imported('Swap.yml', 'extends: substitution\nswap:\n  - client: person\n')).error, /:3 left out: this line \(in swap there are no dashes/);
    });
    it('says where there is nothing to take', async () => {
      const { code, error } = await imported('Length.yml', 'extends: occurrence\nmax: 3\n');
      assert.equal(code, 2);
      assert.match(error, /Length\.yml:1 left out: extends: occurrence \(only styles of the kinds/);
    });
    it('calls a rule by its file’s name, accents and all', async () => assert.match((await imported('Wörter 2026.csv', 'our pods\n')).out, /^ {2}ours\/worter-2026:$/m));
  });

  it('docs makes a style guide of what is in force, our own first', async () => {
    const written: Written = new Map();
    const { out } = await rules(OWN, 'rules', 'docs');
    assert.match(out, /^# The words we use, and why\n/);
    assert.ok(out.indexOf('## Our own') < out.indexOf('## Labels and blame'));
    assert.doesNotMatch(out, /label-engagement/);
    const made = await runAmong({ [AT]: OWN }, ['rules', 'docs', '--to', 'guide.html'], {}, written);
    assert.match(made.out, /^guide\.html is here, with \d+ rules?\. Any browser opens it/);
    assert.match(written.get('/work/guide.html') ?? '', /<mark>missed the slot<\/mark>/);
    assert.doesNotMatch(written.get('/work/guide.html') ?? '', /<script|https?:\/\//);
    assert.match(written.get('/work/guide.html') ?? '', /<details open>\n<summary><h3 id="ours-hours">Our hours<\/h3>/, 'our own stand open');
    assert.match(written.get('/work/guide.html') ?? '', /<nav aria-label="What is here">\n<ul>\n<li><a href="#ours">Our own \(1\)/);
    const refused = await runAmong({ [AT]: OWN }, ['rules', 'docs', '--to', 'guide.pdf'], {}, written);
    assert.deepEqual([refused.code, written.has('/work/guide.pdf')], [2, false]);
  });
});
